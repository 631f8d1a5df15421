//! Step 4: the activation code.

messages! {
    code_title;
    code_sentence(count: Count, last_two: Text);
    code_label;
    code_keypad;
    code_delete_last;
    code_clear_all;
    code_expires;
    code_expires_at(moment: ClockWithSeconds);
    code_never_aloud;
    code_tries_left(count: Count);
    code_error_empty;
    code_error_not_digits;
    code_error_length(count: Count);
    code_error_wrong(count: Count);
    code_error_expired;
    code_error_spent;
    code_error_too_soon(left: Countdown);
    code_error_none_left;
    code_resend;
    code_resend_in(left: Countdown);
    code_resent;
    code_resends_left(count: Count);
    code_checking;
    code_clerk_title;
    code_clerk_sentence;
    code_clerk_sentence_training;
    code_clerk_sent_before;
    code_clerk_resend_after;
    code_clerk_left;
    code_clerk_left_codes(count: Count);
    code_clerk_expired;
    code_clerk_tries(number: Count, total: Count);
    code_clerk_saved;
    code_clerk_typing;
    code_clerk_training(key: Text);
}
