//! Document seen.

messages! {
    document_title;
    document_sentence;
    document_kind;
    document_last_four;
    document_last_four_help;
    document_last_four_count;
    document_continue;
    document_recorded;
    document_error_empty;
    document_error_not_digits;
    document_error_length;
}
