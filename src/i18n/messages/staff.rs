//! Staff: signing in, the lock, and their passwords.

messages! {
    staff_sign_in_title;
    staff_sign_in_sentence;
    staff_identity;
    staff_identity_help;
    staff_password;
    staff_sign_in;
    staff_signing_in;
    staff_wrong;
    staff_wrong_do;
    staff_paused;
    staff_paused_do;
    staff_lock_title;
    staff_lock_sentence(name: Text);
    staff_unlock;
    staff_unlocking;
    staff_unlock_wrong;
    staff_somebody_else;
    staff_practice_password(password: Text);
    staff_sign_out;
    staff_session_in_visit(role: Text);
    staff_lock;
    staff_change;
    staff_change_title;
    staff_change_sentence;
    staff_must_change_title;
    staff_must_change_sentence;
    staff_current;
    staff_current_given;
    staff_current_empty;
    staff_current_wrong;
    staff_password_used_before;
    staff_changed_title;
    staff_changed_sentence;
    staff_changed_do;
}
