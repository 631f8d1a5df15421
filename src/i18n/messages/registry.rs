//! The registry.

messages! {
    look_ups_spent(time: Clock);
    look_ups_spent_do;
}
