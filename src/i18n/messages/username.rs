//! The user name: shown to its owner, or a new one chosen.

messages! {
    username_title;
    username_sentence;
    username_see;
    username_see_what;
    username_take;
    username_take_what;
    username_new_title;
    username_new_sentence;
    username_new;
    username_new_help;
    username_meets_rules;
    username_free;
    username_check;
    username_checking;
    username_save;
    username_suggestions;
    username_suggestion(name: Text);
    username_rule_length(shortest: Text, longest: Text);
    username_rule_begins;
    username_rule_characters;
    username_rule_lower;
    username_rule_digit;
    username_error_empty;
    username_error_arabic_keyboard;
    username_error_is_identity;
    username_error_is_mobile;
    username_error_is_email;
    username_error_character;
    username_error_short(count: Count);
    username_error_long(count: Count);
    username_error_begins;
    username_error_lower_case;
    username_error_digit;
    username_error_same;
    username_error_taken;
    username_error_too_many(time: Clock);
    username_shown_title;
    username_shown_sentence;
    username_changed_title;
    username_changed_sentence;
    username_password_same;
    username_noted;
    username_clerk_title;
    username_clerk_sentence;
    username_clerk_then;
}
