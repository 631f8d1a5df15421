//! What buttons say, wherever they stand.

messages! {
    action_next;
    action_back;
    action_again;
    action_save;
    action_saving;
    action_cancel;
    action_close;
    action_show;
    action_hide;
    action_copy;
    action_paste;
    action_cut;
    action_select_all;
    action_clear;
    action_checking;
    action_sending;
    action_loading;
    action_end_visit;
    action_keep_visit;
    action_hand_over;
    action_take_back;
    action_lock;
    action_open_again;
    action_leave_program;
}
