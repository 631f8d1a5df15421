//! The keys of each screen.

messages! {
    key_enter;
    key_escape;
    key_tab;
    key_shift;
    key_space;
    key_arrows;
    key_f1;
    key_f2;
    key_f4;
    key_f8;
    key_f9;
    keys_title;
    keys_next_field;
    keys_previous_field;
    keys_primary;
    keys_next;
    keys_back;
    keys_back_to(step: Text);
    keys_choose;
    keys_toggle;
    keys_press;
    keys_help;
    keys_language;
    keys_next_applicant;
    keys_next_applicant_start;
    keys_hand_over;
    keys_take_back;
    keys_lock;
    keys_curtain;
    keys_close;
}
