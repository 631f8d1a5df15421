//! Whoever runs a command on the store of a desk signs in at the terminal, as at the desk: counted, paused, and a fact.
//!
//! A password is typed without echo, or read from a file that its owner alone can read, or from standard input. It never
//! stands on the command line, which every user of the machine can read, nor in the environment.

use std::fs::File;
use std::future::Future;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use tokio::runtime::Runtime;
use zeroize::Zeroizing;

use crate::adapter::store::DurableStore;
use crate::adapter::{ledger, machine};
use crate::desk::staff::SignInRefusal;
use crate::desk::{Desk, DeskError};
use crate::domain::applicant::IdentityNumber;
use crate::domain::secret::Secret;
use crate::domain::staff::Right;
use crate::domain::store_kind::StoreKind;
use crate::domain::time::Timestamp;
use crate::i18n::Texts;

use super::configuration::Configuration;
use super::{Failure, Session, compose, output, wording};

/// How whoever runs the command says who they are.
#[derive(Clone, Debug, Default, Args)]
pub struct SignIn {
    /// Their identity number; asked for where it is missing.
    #[arg(long = "as", value_name = "IDENTITY")]
    pub acting: Option<String>,
    /// Where their password stands; asked for where it is missing.
    #[arg(long, value_name = "FILE", requires = "acting")]
    pub password_file: Option<PathBuf>,
}

/// What a command does.
#[derive(Clone, Debug)]
pub struct Run {
    /// What whoever runs it must be permitted.
    pub right: Right,
    /// Its name.
    pub command: &'static str,
    /// SHA-256 of the file that it reads, in hexadecimal.
    pub file_hash: Option<String>,
}

/// The store of a desk that was set up, open for one command.
pub struct AtTerminal {
    /// The use cases.
    pub desk: Desk,
    /// The store itself, for what lies beside its records.
    pub store: Arc<DurableStore>,
    texts: Texts,
    runtime: Runtime,
}

impl AtTerminal {
    /// Opens the store of the desk.
    ///
    /// # Errors
    /// A sentence, where the desk was not set up yet, or for whatever else stands in the way. Nothing is made.
    pub fn open(session: &Session, configuration: &Configuration) -> Result<Self, Failure> {
        let texts = session.texts;
        let not_set_up = || Failure::with_advice(texts.roster_not_set_up(), texts.roster_not_set_up_do());
        if !ledger::folder_in(&session.places.data(StoreKind::Desk)).exists() {
            return Err(not_set_up());
        }
        let policy = compose::policy(&configuration.policy, StoreKind::Desk);
        let store = Arc::new(compose::store(session, StoreKind::Desk)?);
        let ports = compose::ports_of_a_command(session, &store, &policy)?;
        let desk = Desk::for_a_command(ports, policy).map_err(|error| wording::desk_not_opened(texts, &error))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        Ok(Self {
            desk: desk.ok_or_else(not_set_up)?,
            store,
            texts,
            runtime: runtime.map_err(|_| Failure::of(texts.usage_no_memory()))?,
        })
    }

    /// Opens it, lets somebody sign in, and begins the command, which is a fact then.
    ///
    /// # Errors
    /// As [`AtTerminal::open`], and a sentence where they are not who they say, or must not do that.
    pub fn begin(session: &Session, configuration: &Configuration, by: &SignIn, run: Run) -> Result<Self, Failure> {
        let opened = Self::open(session, configuration)?;
        opened.sign_in(by)?;
        opened.wait(opened.desk.run_command(run.right, run.command, run.file_hash))?;
        Ok(opened)
    }

    /// Waits for the desk.
    ///
    /// # Errors
    /// What the desk said, as a sentence.
    pub fn wait<T>(&self, work: impl Future<Output = Result<T, DeskError>>) -> Result<T, Failure> {
        let texts = self.texts;
        self.runtime.block_on(work).map_err(|error| match error {
            DeskError::PasswordToChange => {
                Failure::with_advice(texts.error_password_to_change(), texts.roster_must_change_do())
            }
            other => wording::desk(texts, &other),
        })
    }

    fn sign_in(&self, by: &SignIn) -> Result<(), Failure> {
        let texts = self.texts;
        let typed = match &by.acting {
            Some(typed) => typed.clone(),
            None => answer(texts, texts.roster_prompt_identity())?,
        };
        let number = identity(texts, &typed)?;
        let password = secret(texts, by.password_file.as_deref(), texts.roster_prompt_password())?;
        let signed_in = self.wait(self.desk.sign_in(number, password))?;
        signed_in
            .map(|_| ())
            .map_err(|refusal| refused(texts, refusal, |until| self.on_the_wall(until)))
    }

    /// What the wall clock will say then.
    pub fn on_the_wall(&self, until: Timestamp) -> Timestamp {
        self.desk.wall().after(until.since(self.desk.now()))
    }
}

/// Why somebody was not signed in.
fn refused(texts: Texts, refusal: SignInRefusal, at: impl FnOnce(Timestamp) -> Timestamp) -> Failure {
    match refusal {
        SignInRefusal::Paused { until } => {
            Failure::with_advice(texts.roster_paused(at(until)), texts.roster_paused_do())
        }
        _ => Failure::with_advice(texts.roster_not_matched(), texts.roster_not_matched_do()),
    }
}

/// Reads an identity number.
///
/// # Errors
/// What is wrong with it.
pub fn identity(texts: Texts, typed: &str) -> Result<IdentityNumber, Failure> {
    IdentityNumber::parse(typed).map_err(|error| {
        let reason = wording::identity(texts, error);
        Failure::of(texts.usage_value_of(texts.import_field_identity(), reason))
    })
}

/// Asks for something that may be seen.
fn answer(texts: Texts, prompt: String) -> Result<String, Failure> {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return Err(no_terminal(texts));
    }
    output::prompt(&prompt);
    let mut typed = String::new();
    input.lock().read_line(&mut typed).map_err(|_| no_terminal(texts))?;
    Ok(typed.trim().to_owned())
}

/// Reads a secret: the first line of a file, the next line of standard input where the file is `-`, or what somebody
/// types without echo.
///
/// # Errors
/// A sentence, where there is no terminal, the file cannot be read, or others can read it.
pub fn secret(texts: Texts, file: Option<&Path>, prompt: String) -> Result<Secret, Failure> {
    read_or_typed(texts, file, &prompt).and_then(|read| read.ok_or_else(|| no_terminal(texts)))
}

/// Reads the passphrase of the data key, as [`secret`] reads a secret.
///
/// # Errors
/// As those of [`secret`].
pub fn passphrase(session: &Session) -> Result<Secret, Failure> {
    let texts = session.texts;
    let file = session.passphrase_file.as_deref();
    let attended = file.is_some() || std::io::stdin().is_terminal();
    let read = attended.then(|| read_or_typed(texts, file, &texts.data_key_prompt()));
    read.transpose()?.flatten().ok_or_else(|| {
        let advice = texts.data_key_no_terminal_do("--passphrase-file");
        Failure::with_advice(texts.data_key_no_passphrase(), advice)
    })
}

/// The secret of a file, or what somebody types; none where there is neither file nor terminal.
fn read_or_typed(texts: Texts, file: Option<&Path>, prompt: &str) -> Result<Option<Secret>, Failure> {
    let Some(path) = file else {
        let typed = rpassword::prompt_password(crate::i18n::bidi::plain(prompt));
        return Ok(typed.ok().map(Secret::from));
    };
    let shown = || path.display().to_string();
    let not_read = |_| Failure::of(texts.command_file_not_read(shown()));
    if path == Path::new("-") {
        return first_line(&mut std::io::stdin().lock()).map(Some).map_err(not_read);
    }
    if machine::others_can_read(path) {
        return Err(Failure::with_advice(
            texts.roster_file_open(shown()),
            texts.roster_file_open_do(),
        ));
    }
    let file = File::open(path).map_err(not_read)?;
    first_line(&mut BufReader::new(file)).map(Some).map_err(not_read)
}

/// No line with a secret is longer, in bytes.
const LONGEST: u64 = 4096;

fn first_line(input: &mut dyn BufRead) -> std::io::Result<Secret> {
    let mut line = Zeroizing::new(String::new());
    input.take(LONGEST).read_line(&mut line)?;
    let text = line.strip_prefix('\u{feff}').unwrap_or(&line);
    Ok(Secret::from(text.trim_end_matches(['\r', '\n'])))
}

fn no_terminal(texts: Texts) -> Failure {
    let advice = texts.roster_no_terminal_do("--as", "--password-file");
    Failure::with_advice(texts.roster_no_terminal(), advice)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::secret::ExposeSecret;

    #[test]
    fn a_secret_is_the_first_line_and_nothing_of_it_is_lost() {
        for (text, expected) in [
            ("Sirr-1\n", "Sirr-1"),
            ("Sirr-1\r\nmore", "Sirr-1"),
            ("\u{feff}سرّ طويل ", "سرّ طويل "),
            ("", ""),
        ] {
            let read = first_line(&mut text.as_bytes()).unwrap();
            assert_eq!(read.expose_secret(), expected);
        }
        let mut two = "one\ntwo\n".as_bytes();
        assert_eq!(first_line(&mut two).unwrap().expose_secret(), "one");
        assert_eq!(first_line(&mut two).unwrap().expose_secret(), "two");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "Sirr-1\n").unwrap();
        let texts = Texts::of(Language::ENGLISH);
        let read = || secret(texts, Some(file.path()), String::new());
        assert_eq!(read().unwrap().expose_secret(), "Sirr-1");
        std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o640)).unwrap();
        let Err(Failure(said)) = read() else {
            panic!("it was read")
        };
        assert!(said.concat().contains("Others can read"), "{said:?}");
    }
}
