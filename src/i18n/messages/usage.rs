//! How commands are typed, and what they say where they are mistyped.

messages! {
    usage_heading;
    usage_commands;
    usage_arguments;
    usage_options;
    usage_accounts;
    usage_ledger;
    usage_option_help;
    usage_option_version;
    usage_option_file;
    usage_option_query;
    usage_option_visits;
    usage_option_seed;
    usage_option_ack;
    usage_option_check;
    usage_option_count;
    usage_unknown_option(option: Text);
    usage_unknown_command(command: Text);
    usage_missing(what: Text);
    usage_missing_command;
    usage_together(option: Text, other: Text);
    usage_value(option: Text);
    usage_not_text;
    usage_path(path: Text);
    usage_unknown_file(path: Text);
    usage_key_broken(path: Text);
    usage_no_memory;
    usage_fonts_broken;
    usage_no_windows;
    usage_value_of(field: Text, value: Text);
    usage_numbered(what: Text, number: Count);
    usage_question_count(count: Count);
    usage_verified(share: Count);
    usage_unfinished(count: Count);
    usage_drill_needs_data(option: Text);
    usage_disagreement(table: Text);
    usage_write_configuration(path: Text);
    usage_see_ledger;
    usage_training_centre;
    usage_training_desk;
    usage_training_clerk;
    usage_training_supervisor;
    usage_training_supervisor_2;
}
