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
    registry_reason_yes_no;
    registry_reason_as_many;
    registry_reason_operator;
    registry_field_in_force;
    registry_field_mobiles;
    registry_field_operator;
    registry_field_active;
    registry_command;
    registry_command_import;
    registry_option_complete;
    registry_nobody(path: Text);
    registry_writing(number: Count, total: Count);
    registry_done(count: Count);
    registry_dry_run(count: Count);
    doctor_registry;
    doctor_registry_ok(count: Count);
    doctor_registry_none;
    doctor_registry_none_do;
    doctor_registry_not_seen;
}
