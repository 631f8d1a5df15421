//! The registry.

messages! {
    look_ups_spent(time: Clock);
    look_ups_spent_do;
    registry_damaged(path: Text);
    registry_foreign(path: Text);
    registry_newer(path: Text);
    registry_unreadable(path: Text);
    registry_unusable_do;
    registry_newer_do;
    registry_unreadable_do;
}
