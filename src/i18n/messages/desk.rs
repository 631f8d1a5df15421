//! Handover, curtain, pauses, endings, the phone, dialogs.

messages! {
    handover_back_title;
    handover_back_sentence;
    curtain_sentence;
    curtain_lift;
    idle_curtain;
    idle_end;
    idle_life;
    waits_title;
    waits_round;
    waits_of(number: Count, total: Count);
    pause_sentence;
    pause_until(time: Clock);
    pause_do;
    ending_closing_title;
    ending_closing;
    ending_closing_clerk_do;
    ending_closing_applicant_do;
    ending_abandoned_title;
    ending_abandoned;
    ending_idle_title;
    ending_idle;
    ending_too_long_title;
    ending_too_long;
    ending_interrupted_title;
    ending_interrupted;
    ending_wiped;
    ending_next;
    phone_title;
    phone_chip;
    phone_sender;
    phone_number(masked: Text);
    phone_today(time: Clock);
    phone_empty;
    dialog_end_title;
    dialog_end_body;
}
