# Security questions chosen and answered, on registration.

enrol-title = Choose your security questions
enrol-sentence = { PLURAL($count) ->
    [one] Choose { $count } question that you are asked if you forget your password. The clerk sees neither it nor its answer.
   *[other] Choose { $count } questions that you are asked if you forget your password. The clerk sees neither them nor their answers.
}
enrol-question = Question { $number } of { $total }
enrol-choose = Choose a question
enrol-answer = Your answer
enrol-spelling = Capital and small letters, Arabic and Latin digits, accents of Arabic letters and extra spaces make no difference.
enrol-advice = Take an answer that you will not forget, that nobody else knows, and that is nowhere in your accounts on the web.
enrol-next = Next
enrol-saving = Saving the answers
enrol-error-question = Choose a question from the list.
enrol-error-empty = Type your answer to this question.
enrol-error-short = { PLURAL($count) ->
    [one] The answer is too short. It needs at least { $count } character.
   *[other] The answer is too short. It needs at least { $count } characters.
}
enrol-error-same-question = You have chosen this question already. Choose another.
enrol-error-alike = This answer is like that to another question. Give each question its own.
enrol-error-in-question = The answer stands in the question itself. Type what the question does not tell.
enrol-error-commonest = Many people give this answer, and it is easily guessed. Type one that is your own.
enrol-clerk-title = The applicant is choosing security questions
enrol-clerk-sentence = The keyboard is theirs now. You see neither what they choose nor what they type; suggest neither.
enrol-clerk-then = Then they look over everything they typed.
