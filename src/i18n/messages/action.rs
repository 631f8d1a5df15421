//! What buttons say, wherever they stand.

messages! {
    action_next;
    action_back;
    action_saving;
    action_close;
    action_show;
    action_hide;
    action_checking;
    action_end_visit;
    action_keep_visit;
    action_hand_over;
}
