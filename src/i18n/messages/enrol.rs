//! Security questions chosen and answered, on registration.

messages! {
    enrol_title;
    enrol_sentence(count: Count);
    enrol_question(number: Count, total: Count);
    enrol_choose;
    enrol_answer;
    enrol_spelling;
    enrol_advice;
    enrol_next;
    enrol_saving;
    enrol_error_question;
    enrol_error_empty;
    enrol_error_short(count: Count);
    enrol_error_same_question;
    enrol_error_alike;
    enrol_error_in_question;
    enrol_error_commonest;
    enrol_clerk_title;
    enrol_clerk_sentence;
    enrol_clerk_then;
}
