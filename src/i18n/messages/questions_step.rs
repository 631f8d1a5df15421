//! Step 3: the security questions.

messages! {
    questions_title;
    questions_sentence;
    questions_answer_help;
    questions_submit;
    questions_checking;
    questions_error_empty;
    questions_error_short;
    questions_not_matched_left(count: Count);
    questions_rounds_left(count: Count);
    questions_clerk_title;
    questions_clerk_sentence;
    questions_clerk_turn;
    questions_clerk_answered(number: Count, total: Count);
    questions_clerk_question(number: Count);
    questions_clerk_state_answered;
    questions_clerk_state_typing;
    questions_clerk_state_later;
    questions_clerk_then;
    questions_clerk_checking;
    questions_clerk_not_matched;
}
