//! Windows, top bar, training band, and the About page.

messages! {
    app_name;
    app_window_clerk;
    app_window_applicant;
    app_window_training;
    app_workplace(centre: Text, desk: Text);
    app_role_clerk;
    app_role_supervisor;
    app_role_auditor;
    app_training;
    app_training_what;
    app_keys;
    app_text_size;
    app_applicant_progress(number: Count, total: Count);
    app_applicant_unseen;
    app_applicant_help;
    app_applicant_wait_title;
    app_applicant_wait_sentence;
}
