//! The ledger as a file.

messages! {
    export_command;
    export_option_file;
    export_option_since;
    export_option_until;
    export_unknown_format(path: Text);
    export_no_date;
    export_no_days;
    export_not_written(path: Text);
    export_done(count: Count, path: Text);
}
