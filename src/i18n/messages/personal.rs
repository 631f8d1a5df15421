//! Steps 1 and 2 of a registration: conditions, and personal data; and the clerk's side of some others.

messages! {
    conditions_sentence;
    conditions_sentence_stopped;
    conditions_continue;
    conditions_correct;
    conditions_end;
    personal_sentence;
    personal_mobile;
    personal_mobile_help;
    personal_mobile_reads_as(value: Text);
    personal_next;
    personal_asking;
    personal_document;
    personal_name;
    personal_name_help;
    personal_name_error_empty;
    personal_name_error_long;
    personal_name_error_character;
    personal_expiry;
    personal_expiry_help;
    personal_expiry_reads_as(value: Text);
    personal_expiry_error_empty;
    personal_expiry_error_not_a_date;
    personal_expiry_error_year;
    personal_expiry_error_month;
    personal_expiry_error_day;
    naming_clerk_title;
    naming_clerk_sentence;
    naming_clerk_then;
    password_clerk_then_email;
    password_later_new;
    twice_clerk_sentence;
    codes_mobile;
    codes_email;
    codes_resend_mobile;
    codes_resend_email;
}
