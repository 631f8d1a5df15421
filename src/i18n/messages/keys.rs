//! The keys of each screen.

messages! {
    key_enter;
    key_escape;
    key_search;
    key_page_up;
    key_page_down;
    key_tab;
    key_shift;
    key_space;
    keys_title;
    keys_next_field;
    keys_previous_field;
    keys_primary;
    keys_back;
    keys_back_to(step: Text);
    keys_help;
    keys_language;
    keys_next_applicant;
    keys_hand_over;
    keys_take_back;
    keys_session;
    keys_page_on;
    keys_page_back;
}
