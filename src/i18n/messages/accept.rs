//! What the registry does not know, and a supervisor's approval of it.

messages! {
    conditions_ask;
    conditions_sentence_unknown;
    conditions_sentence_accepted;
    condition_badge_accepted;
    condition_accepted_identity;
    condition_accepted_mobile;
    accept_now;
    accept_say;
    accept_reason;
    accept_reason_too_new;
    accept_reason_not_reached;
    accept_reason_confirmed_elsewhere;
    accept_unknown;
    accept_nothing_unknown;
}
