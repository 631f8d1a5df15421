//! The data key: where it is kept, and what stands in the way of it.

messages! {
    data_key_option_passphrase_file;
    data_key_prompt;
    data_key_no_terminal_do(file: Text);
    data_key_no_passphrase;
    data_key_wrong;
    data_key_wrong_do;
    data_key_keyring_locked;
    data_key_keyring_locked_do;
    data_key_keyring_away;
    data_key_keyring_away_do;
    data_key_keyring_without;
    data_key_keyring_without_do(path: Text);
    data_key_title;
    data_key_sentence;
    data_key_passphrase;
    data_key_passphrase_empty;
    data_key_passphrase_wrong;
    data_key_wait;
    data_key_open;
    data_key_opening;
    data_key_again;
    data_key_keyring_title;
    data_key_keyring_sentence;
    data_key_place_title;
    data_key_place_sentence;
    data_key_places;
    data_key_in_keyring;
    data_key_in_keyring_detail;
    data_key_in_file;
    data_key_in_file_detail;
    data_key_behind;
    data_key_behind_detail;
    data_key_copy;
    data_key_not_kept;
    data_key_rules;
    data_key_rule_strength;
    data_key_rule_same;
    data_key_fault_short(count: Count);
    data_key_fault_long;
    data_key_fault_character;
    data_key_fault_weak;
    data_key_fault_repeat_empty;
    data_key_fault_repeat;
    doctor_key_passphrase;
    doctor_key_keyring;
}
