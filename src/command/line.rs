//! What can be typed after `istiada`. Every visible word comes from `i18n`, clap's own included.
//!
//! The language is that of `--locale`, else that of `LC_ALL`, `LC_MESSAGES` or `LANG` where the program speaks it,
//! else Arabic.

use std::ffi::OsString;
use std::path::PathBuf;

use super::at_terminal::SignIn;
use super::captcha::CaptchaArguments;
use super::doctor::DoctorOptions;
use super::gateway::GatewayCommand;
use super::staff::StaffCommand;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::domain::language::Language;
use crate::i18n::{Locale, Texts};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "istiada", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, propagate_version = true)]
pub struct Line {
    /// What stands everywhere.
    #[command(flatten)]
    pub common: Common,
    /// The command; none opens the desk.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that every command takes.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) data: Option<PathBuf>,
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) config: Option<PathBuf>,
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "TAG", global = true, value_parser = spoken)]
    pub(super) locale: Option<Language>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, global = true, action = ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Opens training.
    Training,
    /// About accounts.
    #[command(subcommand)]
    Accounts(AccountsCommand),
    /// About the registry.
    #[command(subcommand)]
    Registry(RegistryCommand),
    /// About gateways.
    #[command(subcommand)]
    Gateway(GatewayCommand),
    /// About the ledger.
    #[command(subcommand)]
    Ledger(LedgerCommand),
    /// About staff.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Random visits.
    Drill(DrillOptions),
    /// Writes captcha images.
    Captcha(CaptchaArguments),
    /// Walks through every screen and writes pictures.
    #[cfg(feature = "gui")]
    Tour {
        /// The folder of the pictures.
        #[arg(long)]
        out: PathBuf,
    },
    /// Looks whether all is well.
    Doctor(DoctorOptions),
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum AccountsCommand {
    /// Imports a file.
    Import {
        /// The file.
        file: PathBuf,
        /// Only checks it.
        #[arg(long)]
        dry_run: bool,
        /// For programs.
        #[arg(long)]
        json: bool,
        /// Who does it.
        #[command(flatten)]
        by: SignIn,
    },
    /// Finds one account.
    Find {
        /// One of its values.
        query: String,
        /// For programs.
        #[arg(long)]
        json: bool,
        /// Who does it.
        #[command(flatten)]
        by: SignIn,
    },
}

/// What can be done with the registry.
#[derive(Debug, Subcommand)]
pub enum RegistryCommand {
    /// Imports a file.
    Import {
        /// The file.
        file: PathBuf,
        /// Only checks it.
        #[arg(long)]
        dry_run: bool,
        /// It holds everybody.
        #[arg(long)]
        complete: bool,
        /// For programs.
        #[arg(long)]
        json: bool,
        /// Who does it.
        #[command(flatten)]
        by: SignIn,
    },
}

/// What can be done with the ledger.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Checks all of it.
    Verify {
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Writes it to a file.
    Export(super::ledger::ExportOptions),
}

/// How a drill runs.
#[derive(Debug, Args)]
pub struct DrillOptions {
    /// How many visits.
    #[arg(long, value_name = "N", required_unless_present = "check", conflicts_with = "check")]
    pub visits: Option<u64>,
    /// From which the choices follow.
    #[arg(long, value_name = "S", default_value_t = 1, conflicts_with = "check")]
    pub seed: u64,
    /// Whether every durable commit is acknowledged on standard output.
    #[arg(long, conflicts_with = "check")]
    pub ack: bool,
    /// Checks the acknowledgements in a file.
    #[arg(long, value_name = "FILE")]
    pub check: Option<PathBuf>,
    /// For programs.
    #[arg(long)]
    pub json: bool,
}

/// Why nothing is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// Help or the version was asked for: the text.
    Shown(String),
    /// It was used wrongly: what to say.
    WrongUse(Vec<String>),
}

fn spoken(tag: &str) -> Result<Language, &'static str> {
    known(tag).ok_or("the program does not speak it")
}

fn known(tag: &str) -> Option<Language> {
    let language = Language::parse(tag)?;
    Locale::all()
        .iter()
        .any(|locale| locale.language() == language)
        .then_some(language)
}

/// The language to speak in the terminal.
pub fn language(arguments: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Language {
    asked(arguments)
        .or_else(|| {
            let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| {
                let value = environment(name)?;
                (!value.is_empty()).then_some(value)
            })?;
            known(set.split(['_', '.', '@', '-']).next()?)
        })
        .unwrap_or(Language::ARABIC)
}

/// The language after `--locale`, read before everything else so that a complaint can be in it.
fn asked(arguments: &[OsString]) -> Option<Language> {
    let mut rest = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = rest.next() {
        if argument == "--locale" {
            return rest.next().and_then(known);
        }
        if let Some(tag) = argument.strip_prefix("--locale=") {
            return known(tag);
        }
    }
    None
}

/// Reads the command line.
///
/// # Errors
/// See [`Stop`].
pub fn parse(arguments: &[OsString], texts: Texts) -> Result<Line, Stop> {
    let command = worded(Line::command(), "istiada", texts);
    let matches = command.try_get_matches_from(arguments);
    matches
        .and_then(|matches| Line::from_arg_matches(&matches))
        .map_err(|error| stop(&error, texts))
}

/// The same command with its help in words of the interface language.
fn worded(command: clap::Command, usage: &str, texts: Texts) -> clap::Command {
    let about = about(usage, texts);
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
        texts.usage_heading()
    );
    let full = format!("{usage}{}", rest_of_usage(&command));
    let worded_children: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    let mut command = command
        .about(about.clone())
        .long_about(about)
        .help_template(template)
        .override_usage(full)
        .subcommand_help_heading(texts.usage_commands())
        .mut_args(|argument| {
            let heading = if argument.is_positional() {
                texts.usage_arguments()
            } else {
                texts.usage_options()
            };
            let help = option(argument.get_id().as_str(), texts);
            let takes = argument.get_action().takes_values();
            let argument = argument.help(help.clone()).long_help(help).help_heading(heading);
            // What clap would add behind the help is English.
            if takes {
                argument.hide_default_value(true).hide_possible_values(true)
            } else {
                argument
            }
        });
    for child in worded_children {
        let path = format!("{usage} {}", child.get_name());
        command = command.mut_subcommand(child.get_name(), |child| worded(child, &path, texts));
    }
    command
}

/// What follows a command's name: symbols and names of options, the same in every language.
fn rest_of_usage(command: &clap::Command) -> String {
    let mut rest = String::new();
    for argument in command.get_arguments().filter(|argument| !argument.is_global_set()) {
        let value = argument
            .get_value_names()
            .and_then(|names| names.first())
            .map(|name| name.to_string())
            .unwrap_or_default();
        let takes = argument.get_action().takes_values();
        let shown = match argument.get_long() {
            None => value,
            Some(long) if takes => format!("--{long} {value}"),
            Some(long) => format!("--{long}"),
        };
        let free = !argument.is_required_set();
        rest += &if free {
            format!(" [{shown}]")
        } else {
            format!(" {shown}")
        };
    }
    if command.has_subcommands() {
        rest += " …";
    }
    rest
}

fn about(path: &str, texts: Texts) -> String {
    match path.strip_prefix("istiada").unwrap_or(path).trim() {
        "" => texts.command_about(),
        "training" => texts.command_help_training(),
        "tour" => texts.command_help_tour(),
        "captcha" => texts.command_help_captcha(),
        "accounts" => texts.usage_accounts(),
        "accounts import" => texts.command_help_import(),
        "accounts find" => texts.command_help_find(),
        "registry" => texts.registry_command(),
        "registry import" => texts.registry_command_import(),
        "gateway" => texts.gateways_command(),
        "gateway seal" => texts.gateways_command_seal(),
        "staff" => texts.roster_command(),
        "staff add" => texts.roster_command_add(),
        "staff disable" => texts.roster_command_disable(),
        "staff reset" => texts.roster_command_reset(),
        "staff list" => texts.roster_command_list(),
        "ledger" => texts.usage_ledger(),
        "ledger verify" => texts.command_help_verify(),
        "ledger export" => texts.export_command(),
        "drill" => texts.command_help_drill(),
        "doctor" => texts.command_help_doctor(),
        _ => String::new(),
    }
}

fn option(id: &str, texts: Texts) -> String {
    match id {
        "data" => texts.command_option_data(),
        "config" => texts.command_option_config(),
        "passphrase_file" => texts.data_key_option_passphrase_file(),
        "locale" => texts.command_option_locale(),
        "json" => texts.command_option_json(),
        "out" => texts.command_option_out(),
        "complete" => texts.registry_option_complete(),
        "dry_run" => texts.command_option_dry_run(),
        "help" => texts.usage_option_help(),
        "version" => texts.usage_option_version(),
        "file" => texts.usage_option_file(),
        "query" => texts.usage_option_query(),
        "export" => texts.export_option_file(),
        "since" => texts.export_option_since(),
        "until" => texts.export_option_until(),
        "visits" => texts.usage_option_visits(),
        "seed" => texts.usage_option_seed(),
        "ack" => texts.usage_option_ack(),
        "check" => texts.usage_option_check(),
        "count" => texts.usage_option_count(),
        "send_to" => texts.gateways_option_send_to(),
        "secret_file" => texts.gateways_option_secret_file(),
        "acting" => texts.roster_option_as(),
        "password_file" => texts.roster_option_password_file(),
        "given_file" => texts.roster_option_given_file(),
        "identity" => texts.roster_option_identity(),
        "name" => texts.roster_option_name(),
        "role" => texts.roster_option_role("clerk supervisor auditor"),
        "with_phrase" => texts.roster_option_with_phrase(),
        "phrase_file" => texts.roster_option_phrase_file(),
        _ => String::new(),
    }
}

fn stop(error: &clap::Error, texts: Texts) -> Stop {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Stop::Shown(error.to_string().trim_end().to_owned());
    }
    let argument = context(error, ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => texts.usage_unknown_option(argument),
        ErrorKind::InvalidSubcommand => texts.usage_unknown_command(context(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => texts.usage_missing(argument),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            texts.usage_missing_command()
        }
        ErrorKind::ArgumentConflict => texts.usage_together(argument, context(error, ContextKind::PriorArg)),
        ErrorKind::ValueValidation if argument.starts_with("--locale") => {
            let known: Vec<String> = Locale::all()
                .iter()
                .map(|one| one.language().tag().to_owned())
                .collect();
            texts.command_unknown_locale(context(error, ContextKind::InvalidValue), known.join(" "))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => texts.usage_value(argument),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            texts.usage_value(argument)
        }
        ErrorKind::InvalidUtf8 => texts.usage_not_text(),
        _ => return Stop::WrongUse(vec![texts.command_wrong_use(HELP)]),
    };
    Stop::WrongUse(vec![sentence, texts.command_wrong_use(HELP)])
}

const HELP: &str = "istiada --help";

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn read(line: &str, language: Language) -> Result<Line, Stop> {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        parse(&arguments, Texts::of(language))
    }

    #[test]
    fn clap_finds_no_fault_in_the_line() {
        Line::command().debug_assert();
        worded(Line::command(), "istiada", Texts::of(Language::ARABIC)).debug_assert();
    }

    #[test]
    fn every_command_and_option_has_words() {
        fn walk(command: &clap::Command, path: &str) {
            assert!(!command.get_about().unwrap().to_string().is_empty(), "{path}");
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty(), "{path} {}", argument.get_id());
            }
            for child in command.get_subcommands() {
                walk(child, &format!("{path} {}", child.get_name()));
            }
        }
        for language in [Language::ARABIC, Language::ENGLISH] {
            walk(&worded(Line::command(), "istiada", Texts::of(language)), "istiada");
        }
    }

    #[test]
    fn help_is_wholly_in_the_language_asked_for() {
        for line in ["istiada --help", "istiada accounts import -h", "istiada drill --help"] {
            let Err(Stop::Shown(text)) = read(line, Language::ARABIC) else {
                panic!("{line}")
            };
            for foreign in [
                "Usage",
                "Options",
                "Commands",
                "Arguments",
                "Print",
                "default",
                "help for",
            ] {
                assert!(!text.contains(foreign), "{line}: {text}");
            }
        }
    }

    #[test]
    fn wrong_use_is_told_in_both_languages() {
        for (line, arabic, english) in [
            ("istiada --nonsense", "--nonsense", "--nonsense"),
            ("istiada nonsense", "nonsense", "nonsense"),
            ("istiada accounts import", "FILE", "FILE"),
            ("istiada accounts", "accounts", "command"),
            ("istiada drill --visits many", "--visits", "--visits"),
            ("istiada drill", "--visits", "--visits"),
            ("istiada drill --visits 3 --check x", "--check", "--check"),
            ("istiada --locale xx", "xx", "xx"),
        ] {
            let Err(Stop::WrongUse(said)) = read(line, Language::ENGLISH) else {
                panic!("{line}")
            };
            assert!(said.concat().contains(english), "{line}: {said:?}");
            let Err(Stop::WrongUse(said)) = read(line, Language::ARABIC) else {
                panic!("{line}")
            };
            let said = said.concat();
            assert!(said.contains("istiada --help") && said.contains('ا'), "{line}: {said}");
            assert!(said.contains(arabic) || line.ends_with("accounts"), "{line}: {said}");
            for foreign in ["error", "unexpected", "required", "invalid", "Usage"] {
                assert!(!said.contains(foreign), "{line}: {said}");
            }
        }
    }

    #[test]
    fn the_language_is_asked_for_or_found_in_the_environment() {
        let arguments = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let none = |_: &str| None;
        let english = |name: &str| (name == "LANG").then(|| "en_GB.UTF-8".to_owned());
        let plain = |name: &str| (name == "LC_ALL").then(|| "C".to_owned());
        assert_eq!(language(&arguments("istiada"), none), Language::ARABIC);
        assert_eq!(language(&arguments("istiada"), english), Language::ENGLISH);
        assert_eq!(language(&arguments("istiada"), plain), Language::ARABIC);
        assert_eq!(language(&arguments("istiada --locale ar x"), english), Language::ARABIC);
        assert_eq!(language(&arguments("istiada --locale=en"), none), Language::ENGLISH);
        assert_eq!(language(&arguments("istiada --locale=xx"), english), Language::ENGLISH);
    }
}
