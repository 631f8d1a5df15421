//! `accounts import` and `accounts find`.

pub mod column;
pub mod draft;

use std::path::Path;

use serde_json::json;

use crate::desk::accounts::{Accounts, Draft, Lookup, UniqueField};
use crate::domain::account::Account;
use crate::domain::applicant::{Email, IdentityNumber, Mobile, Today, Username};
use crate::domain::staff::Right;
use crate::domain::time::Timestamp;
use crate::i18n::Texts;

use self::column::{Column, Fault};
use self::draft::Rules;
use super::at_terminal::{AtTerminal, Run, SignIn};
use super::configuration::Configuration;
use super::import::{self, Reason, digest, refused, rows};
use super::output::{self, Progress};
use super::{Failure, Session, logging, wording};

/// Imports a file of accounts: all of them or none.
///
/// # Errors
/// A line for each refused row, and how many there are; or a sentence for whatever else stands in the way.
pub fn import(session: &Session, file: &Path, by: &SignIn, dry_run: bool, json: bool) -> Result<(), Failure> {
    let texts = session.texts;
    let configuration = session.configuration()?;
    logging::start(&session.places.log(), configuration.log);
    let bytes = import::read(texts, file)?;
    let rules = Rules::of(&configuration.policy.questions);
    let rows = rows::read(file, &bytes).map_err(|faults| refused(texts, file, &faults, json))?;
    let drafts = draft::judge(rows, &rules).map_err(|faults| refused(texts, file, &faults, json))?;
    let run = Run {
        right: Right::ImportAccounts,
        command: "accounts import",
        file_hash: Some(digest(&bytes)),
    };
    let accounts = open(session, &configuration, by, run)?;
    let faults = already_there(&accounts, &drafts).map_err(|error| wording::store(texts, &error))?;
    if !faults.is_empty() {
        return Err(refused(texts, file, &faults, json));
    }
    let count = drafts.len();
    if !dry_run && count > 0 {
        let drafts: Vec<Draft> = drafts.into_iter().map(|(_, draft)| draft).collect();
        write(texts, &accounts, &drafts, digest(&bytes))?;
        tracing::info!(count, "accounts were imported");
    }
    if json {
        output::json(&json!({ "imported": if dry_run { 0 } else { count }, "checked": count, "refused": [] }));
    } else if dry_run {
        output::line(&texts.import_dry_run(count));
    } else {
        output::line(&texts.import_done(count));
    }
    Ok(())
}

fn write(texts: Texts, accounts: &Accounts, drafts: &[Draft], hash: String) -> Result<(), Failure> {
    let mut progress = Progress::start();
    let mut tell = |done: usize| progress.tell(|| texts.import_writing(done, drafts.len()));
    let made = accounts
        .make(drafts, &mut tell)
        .map_err(|_| Failure::of(texts.usage_no_memory()))?;
    accounts
        .import(made, hash)
        .map_err(|error| wording::store(texts, &error))
}

fn open(session: &Session, configuration: &Configuration, by: &SignIn, run: Run) -> Result<Accounts, Failure> {
    let right = run.right;
    let opened = AtTerminal::begin(session, configuration, by, run)?;
    let accounts = opened.desk.accounts(right);
    accounts.map_err(|error| wording::desk(session.texts, &error))
}

/// What stands twice in the file was found before; here: what an account in the store has already.
fn already_there(
    accounts: &Accounts,
    drafts: &[(u64, Draft)],
) -> Result<Vec<Fault>, crate::desk::accounts::StoreError> {
    let mut faults = Vec::new();
    for (line, draft) in drafts {
        for field in accounts.taken(draft)? {
            faults.push(Fault {
                line: *line,
                column: Some(column_of(field)),
                reason: Reason::Taken,
            });
        }
    }
    Ok(faults)
}

/// The column of a value that must be unique.
pub(super) const fn column_of(field: UniqueField) -> Column {
    match field {
        UniqueField::Identity => Column::Identity,
        UniqueField::Username => Column::Username,
        UniqueField::Mobile => Column::Mobile,
        UniqueField::Email => Column::Email,
    }
}

/// Finds one account by any of its values, and shows it masked.
///
/// # Errors
/// A sentence, where there is none, the value can be none, or the store stands in the way.
pub fn find(session: &Session, query: &str, by: &SignIn, json: bool) -> Result<(), Failure> {
    let texts = session.texts;
    let configuration = session.configuration()?;
    logging::start(&session.places.log(), configuration.log);
    let wanted = Wanted::read(query).ok_or_else(|| Failure::of(texts.find_wrong_value()))?;
    let run = Run {
        right: Right::FindAccounts,
        command: "accounts find",
        file_hash: None,
    };
    let accounts = open(session, &configuration, by, run)?;
    let found = accounts
        .find(wanted.lookup())
        .map_err(|error| wording::store(texts, &error))?;
    let Some(account) = found else {
        if json {
            output::json(&json!({ "account": null }));
        }
        return Err(Failure::of(texts.find_none()));
    };
    if json {
        output::json(&json!({ "account": masked(&account) }));
    } else {
        tell(texts, &account);
    }
    Ok(())
}

enum Wanted {
    Identity(IdentityNumber),
    Mobile(Mobile),
    Email(Email),
    Username(Username),
}

impl Wanted {
    fn read(query: &str) -> Option<Self> {
        let identity = || IdentityNumber::parse(query).ok().map(Self::Identity);
        let mobile = || Mobile::parse(query).ok().map(Self::Mobile);
        let email = || Email::parse(query).ok().map(Self::Email);
        let username = || Username::parse(query).ok().map(Self::Username);
        identity().or_else(mobile).or_else(email).or_else(username)
    }

    const fn lookup(&self) -> Lookup<'_> {
        match self {
            Self::Identity(identity) => Lookup::Identity(identity),
            Self::Mobile(mobile) => Lookup::Mobile(mobile),
            Self::Email(email) => Lookup::Email(email),
            Self::Username(username) => Lookup::Username(username),
        }
    }
}

fn masked(account: &Account) -> serde_json::Value {
    json!({
        "identity_number": account.identity.masked(),
        "kind": account.identity.kind().word(),
        "name": account.name.masked(),
        "mobile": account.mobile.masked(),
        "email": account.email.as_ref().map(Email::masked),
        "user_name": account.username.masked(),
        "id_expiry": account.expiry.map(String::from),
        "questions": account.questions.len(),
        "password": account.password.is_some(),
    })
}

fn tell(texts: Texts, account: &Account) {
    let values = [
        (texts.import_field_name(), Some(account.name.masked())),
        (texts.import_field_identity(), Some(account.identity.masked())),
        (texts.import_field_mobile(), Some(account.mobile.masked())),
        (texts.import_field_email(), account.email.as_ref().map(Email::masked)),
        (texts.import_field_username(), Some(account.username.masked())),
    ];
    for (field, value) in values {
        if let Some(value) = value {
            output::line(&texts.usage_value_of(field, value));
        }
    }
    let today = Today::at(now());
    output::line(&match account.expiry {
        Some(expiry) if expiry.is_past(&today) => texts.find_expired(String::from(expiry)),
        Some(expiry) => texts.find_expiry(String::from(expiry)),
        None => texts.find_no_expiry(),
    });
    output::line(&texts.find_questions(account.questions.len()));
    output::line(&if account.password.is_some() {
        texts.find_password()
    } else {
        texts.find_no_password()
    });
}

fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let millis = since.map_or(0, |since| since.as_millis());
    Timestamp::from_millis(i64::try_from(millis).unwrap_or(0))
}
