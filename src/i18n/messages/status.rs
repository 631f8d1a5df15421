//! The status line.

messages! {
    status_store_ok;
    status_store_full;
    status_store_reopen;
    status_store_damaged;
    status_messages_going;
    status_messages_waiting(count: Count);
    status_messages_training;
    status_gateway_ready;
    status_sms_ready;
    status_sms_down(fault: Text);
    status_sms_none;
    status_email_ready;
    status_email_down(fault: Text);
    status_email_none;
    status_both_down(fault: Text);
    status_neither_works;
    status_gateway_none;
    status_gateway_training;
    status_ledger_written(time: Clock);
    status_ledger_empty;
    status_clock_moved;
}
