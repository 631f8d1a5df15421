//! A visit that was open when the program stopped.

messages! {
    left_open_title;
    left_open_sentence;
    left_open_visit;
    left_open_service;
    left_open_step;
    left_open_document;
    left_open_document_ends(kind: Text, last_four: Text);
    left_open_document_none;
    left_open_time;
    left_open_same;
    left_open_same_what;
    left_open_same_none;
    left_open_end;
    left_open_end_what;
    left_open_late_title;
    left_open_late;
    left_open_close;
    left_open_say;
}
