//! The subcommands of the command line.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`line`] | what can be typed, and its help in the interface language |
//! | [`wording`] | sentences for everything that can fail |
//! | [`places`] | where configuration, keys, data and log lie |
//! | [`configuration`] | `istiada.toml` |
//! | [`at_terminal`] | who runs a command on the store of a desk: sign-in without a window |
//! | [`compose`] | configuration → store → ports → desk |
//! | [`people`] | the made-up people of training, tour and drill |

pub mod accounts;
pub mod at_terminal;
pub mod captcha;
pub mod compose;
pub mod configuration;
pub mod counter;
pub mod doctor;
pub mod drill;
pub mod gateway;
pub mod import;
pub mod ledger;
pub mod line;
pub mod logging;
pub mod output;
pub mod people;
pub mod places;
pub mod registry;
pub mod staff;
#[cfg(feature = "gui")]
pub mod tour;
pub mod wording;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::adapter::machine;
use crate::desk::way_in::{Said, WayIn};
use crate::domain::language::Language;
use crate::i18n::Texts;

use self::configuration::{Appearance, Configuration};
use self::gateway::GatewayCommand;
use self::line::{AccountsCommand, Command, LedgerCommand, Line, RegistryCommand};
use self::places::Places;

/// Opens a desk, with what was said of its key. It may run beside what opens the windows.
pub type Opening<'a> = &'a (dyn Fn(Said) -> WayIn + Sync);

/// Opens a desk and its windows, and returns once they are closed, or at once where there is no desk. The error is
/// for the log.
pub type Windows = fn(Opening<'_>, Appearance) -> Result<(), String>;

/// A command failed: what the person in front of it reads, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub Vec<String>);

impl Failure {
    /// One sentence.
    pub fn of(sentence: String) -> Self {
        Self(vec![sentence])
    }

    /// What happened, and what to do.
    pub fn with_advice(sentence: String, advice: String) -> Self {
        Self(vec![sentence, advice])
    }
}

/// What every command knows.
pub struct Session {
    /// The words of the interface language.
    pub texts: Texts,
    /// The language that the command line asks for, where it does.
    pub asked: Option<Language>,
    /// Where everything lies.
    pub places: Places,
    /// The file with the passphrase of the data key, where the command line names one.
    pub passphrase_file: Option<PathBuf>,
    /// The windows, where they are built in.
    pub windows: Option<Windows>,
}

impl Session {
    /// The configuration, or what stands for one where there is no file.
    ///
    /// # Errors
    /// A sentence for each fault; nothing of a wrong file is applied.
    pub fn configuration(&self) -> Result<Configuration, Failure> {
        configuration::read(&self.places.configuration).map_err(|fault| fault.failure(self.texts))
    }
}

/// Does what the command line asks for. The exit status is 0, 1 where it failed, 2 where it was used wrongly.
pub fn run(arguments: impl IntoIterator<Item = OsString>, windows: Option<Windows>) -> ExitCode {
    machine::leave_no_dump();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let environment = |name: &str| std::env::var(name).ok();
    let texts = Texts::of(line::language(&arguments, environment));
    let line = match line::parse(&arguments, texts) {
        Ok(line) => line,
        Err(line::Stop::Shown(text)) => {
            output::line(&text);
            return ExitCode::SUCCESS;
        }
        Err(line::Stop::WrongUse(sentences)) => {
            output::complain(&sentences);
            return ExitCode::from(2);
        }
    };
    match dispatch(line, texts, windows) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(sentences)) => {
            output::complain(&sentences);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(line: Line, texts: Texts, windows: Option<Windows>) -> Result<(), Failure> {
    wording::built_in(texts)?;
    let Line { common, command } = line;
    let places = Places::new(common.data, common.config);
    let session = Session {
        texts,
        asked: common.locale,
        places,
        passphrase_file: common.passphrase_file,
        windows,
    };
    match command {
        None => counter::desk(&session),
        Some(Command::Training) => counter::training(&session),
        Some(Command::Accounts(command)) => accounts_command(&session, command),
        Some(Command::Registry(command)) => registry_command(&session, command),
        Some(Command::Gateway(GatewayCommand::Seal(options))) => gateway::seal(&session, &options),
        Some(Command::Staff(command)) => staff::run(&session, &command),
        Some(Command::Ledger(LedgerCommand::Verify { json })) => ledger::verify(&session, json),
        Some(Command::Ledger(LedgerCommand::Export(options))) => ledger::export(&session, &options),
        Some(Command::Drill(options)) => drill::run(&session, &options),
        Some(Command::Captcha(arguments)) => captcha::command(&session, &arguments),
        #[cfg(feature = "gui")]
        Some(Command::Tour { out }) => tour::run(&session, &out),
        Some(Command::Doctor(options)) => doctor::run(&session, &options),
    }
}

fn accounts_command(session: &Session, command: AccountsCommand) -> Result<(), Failure> {
    match command {
        AccountsCommand::Import {
            file,
            dry_run,
            json,
            by,
        } => accounts::import(session, &file, &by, dry_run, json),
        AccountsCommand::Find { query, json, by } => accounts::find(session, &query, &by, json),
    }
}

fn registry_command(session: &Session, command: RegistryCommand) -> Result<(), Failure> {
    let RegistryCommand::Import {
        file,
        dry_run,
        complete,
        json,
        by,
    } = command;
    let options = registry::ImportOptions {
        dry_run,
        complete,
        json,
    };
    registry::import(session, &file, &by, options)
}
