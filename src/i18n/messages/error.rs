//! Faults of store and desk.

messages! {
    error_no_visit;
    error_no_visit_do;
    error_no_gateway;
    error_no_gateway_do;
    error_stopping;
    error_stopping_do;
    error_conflict;
    error_conflict_do;
    error_disk_full;
    error_disk_full_do;
    error_reopen;
    error_reopen_do;
    error_file;
    error_file_do;
    error_damaged;
    error_damaged_do;
    error_taken;
    error_ledger_damaged(frame: Count);
    error_ledger_damaged_do;
    error_ledger_behind(frame: Count);
    error_ledger_behind_do;
    error_in_use;
    error_in_use_do;
    error_key_missing;
    error_key_missing_do(path: Text);
    error_wrong_kind(found: Text, wanted: Text);
    error_wrong_kind_do;
    error_not_empty;
    error_not_empty_do;
    error_newer;
    error_newer_do;
    error_policy(field: Text, least: Text, most: Text);
    error_policy_do;
    error_no_display;
    error_no_display_do;
    error_not_opened;
    error_built_in(place: Text);
    error_built_in_do;
    error_rebuilding_progress(number: Count, total: Count);
    store_kind_desk;
    store_kind_training;
    store_kind_drill;
    store_kind_tour;
}
