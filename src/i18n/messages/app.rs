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
    app_signed_in(name: Text, role: Text);
    app_change_language;
    app_training;
    app_training_what;
    app_training_chip;
    app_keys;
    app_appearance;
    app_appearance_light;
    app_appearance_dark;
    app_appearance_contrast;
    app_text_size;
    app_text_larger;
    app_text_smaller;
    app_applicant_progress(number: Count, total: Count);
    app_applicant_unseen;
    app_applicant_help;
    app_applicant_wait_title;
    app_applicant_wait_sentence;
    about_title;
    about_what(platform: Text);
    about_not_official(platform: Text);
    about_version(version: Text);
    about_licence(licence: Text);
    about_typeface(typeface: Text);
}
