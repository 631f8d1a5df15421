//! Step 5: the new password.

messages! {
    password_title;
    password_sentence;
    password_new;
    password_repeat;
    password_save;
    password_saving;
    password_rules;
    password_rule_met;
    password_rule_open;
    password_rule_recommended;
    password_rule_length(count: Count);
    password_rule_upper;
    password_rule_lower;
    password_rule_same;
    password_rule_symbol;
    password_later;
    password_strength;
    password_strength_0;
    password_strength_1;
    password_strength_2;
    password_strength_3;
    password_strength_4;
    password_strength_none;
    password_repeat_not_yet;
    password_error_empty;
    password_error_repeat_empty;
    password_error_short(count: Count);
    password_error_long(count: Count);
    password_error_upper;
    password_error_lower;
    password_error_digit;
    password_error_symbol;
    password_error_repeat;
    password_error_common;
    password_error_personal;
    password_error_one_character;
    password_error_character;
    password_error_used_before;
    password_error_arabic_keyboard;
    password_error_busy;
    password_clerk_title;
    password_clerk_sentence;
    password_clerk_then;
}
