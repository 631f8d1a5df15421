//! The start page.

messages! {
    start_title;
    start_wiped(time: Clock);
    start_fresh;
    start_next_applicant;
    start_electronic_services;
    start_individual_services;
    start_supervision;
    start_supervision_what;
    start_services;
    start_services_what;
    start_new_user;
    start_new_user_what;
    services_page_kind;
    services_page_sentence;
    services_page_need(need: Text, gives: Text);
    aside_services_say;
    start_forgotten_password;
    start_forgotten_password_what;
    start_sign_in;
    start_sign_in_what;
    start_latest;
    start_latest_none;
    start_latest_completed;
    start_latest_unfinished;
    start_no_gateway_title;
    start_no_gateway_why;
    start_no_gateway_do;
    start_gateway_down_title;
    start_gateway_down_do;
    start_no_email_title;
    start_no_email_why;
    start_email_down_title;
    start_email_down_do;
}
