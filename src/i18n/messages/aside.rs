//! What the clerk says at each step, and when to stop.

messages! {
    aside_title;
    aside_say_first;
    aside_say;
    aside_stop;
    aside_before;
    aside_start_say;
    aside_start_before_1;
    aside_start_before_2;
    aside_start_before_3;
    aside_document_say;
    aside_document_flag_1;
    aside_document_flag_2;
    aside_document_flag_3;
    aside_captcha_say;
    aside_captcha_flag_1;
    aside_captcha_flag_2;
    aside_identity_say;
    aside_identity_flag_1;
    aside_identity_flag_2;
    aside_identity_flag_3;
    aside_questions_say(count: Count);
    aside_questions_flag_1;
    aside_questions_flag_2;
    aside_questions_flag_3;
    aside_code_say(count: Count);
    aside_code_flag_1;
    aside_code_flag_2;
    aside_password_say;
    aside_password_flag_1;
    aside_password_flag_2;
    aside_password_flag_3;
    aside_username_say;
    aside_username_flag_1;
    aside_username_flag_2;
    aside_username_flag_3;
    aside_done_say;
    aside_done_username_say;
    aside_ending_say;
}
