# Step 3: the security questions. The questions themselves are in questions.ftl.

questions-title = Answer your security questions
questions-sentence = You chose them when you opened your account. Answer all of them as you did that day.
questions-answer-help = Capital and small letters are the same.
questions-submit = Send the answers
questions-checking = Checking the answers
questions-error-empty = Type the answer to this question.
questions-error-short = The answer is too short. Type all of it, as you enrolled it.
questions-not-matched-left = { PLURAL($count) ->
    [zero] Not all answers matched, and no round is left.
    [one] Not all answers matched. { $count } round is left; take your time with them.
   *[other] Not all answers matched. { $count } rounds are left; take your time with them.
}
questions-rounds-left = { PLURAL($count) ->
    [zero] No round is left.
    [one] { $count } round is left.
   *[other] { $count } rounds are left.
}

questions-clerk-title = The applicant is answering on their screen
questions-clerk-sentence = The keyboard is theirs now. You see neither questions nor answers, only a tick for each answer.
questions-clerk-turn = The applicant’s turn
questions-clerk-answered = { $number } of { $total } answered
questions-clerk-question = { $number ->
    [1] First question
    [2] Second question
    [3] Third question
    [4] Fourth question
    [5] Fifth question
   *[6] Question { $number }
}
questions-clerk-state-answered = Answered
questions-clerk-state-typing = Typing now
questions-clerk-state-later = Not reached yet
questions-clerk-then = Once all answers are sent, the visit moves on by itself.
questions-clerk-checking = Checking. This may take a few seconds.
questions-clerk-not-matched = Not all answers matched; the applicant has another round.
