//! What is wrong with a configuration: file, line, field and reason, never the value.

use std::path::PathBuf;

use crate::adapter::gateway::SenderName;
use crate::adapter::gateway::http::Profile;
use crate::command::{Failure, wording};
use crate::domain::applicant::EmailError;
use crate::i18n::Texts;

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not TOML.
    Syntax,
    /// There is no such field.
    Unknown,
    /// It is needed and not there.
    Missing,
    /// It lies outside its range.
    Range {
        /// The least that is permitted.
        least: u64,
        /// The most that is permitted.
        most: u64,
    },
    /// It is not what the field takes.
    Value,
    /// It is no name.
    Name(crate::domain::applicant::PersonNameError),
    /// The program does not speak it.
    Language,
    /// It is no address on the web, or leads elsewhere in plain text.
    Address,
    /// It is no host, such as `www.absher.sa`.
    Host,
    /// It is no email address.
    Email(EmailError),
    /// It is no registered name of a sender.
    Sender,
    /// It is longer than so many characters, or has others than those that SMPP has signs for.
    Ascii {
        /// The most that there may be.
        most: usize,
    },
    /// A secret stands there in plain, or nothing that leads to one.
    Plain,
    /// Another entry has the same name.
    Twice,
    /// The file that it names cannot be read.
    NotRead,
    /// The file that it names holds no certificate of an authority.
    Certificate,
    /// No profile that the program brings along has this name.
    Profile,
    /// The profile file that it names is wrong.
    ProfileFile {
        /// The line in that file, from 1.
        line: usize,
        /// The field in it.
        field: String,
    },
}

/// A wrong field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The field, such as `policy.code.digits`.
    pub field: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Why a file was not applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It could not be read.
    NotRead(PathBuf),
    /// It is wrong.
    Faults(PathBuf, Vec<Fault>),
}

impl Unusable {
    /// What to say: a line for each fault.
    pub fn failure(&self, texts: Texts) -> Failure {
        match self {
            Self::NotRead(path) => Failure::of(texts.config_not_read(path.display().to_string())),
            Self::Faults(path, faults) => {
                let path = path.display().to_string();
                let said = faults.iter().map(|fault| {
                    let reason = reason(texts, &fault.reason);
                    texts.config_line(path.as_str(), fault.line, fault.field.as_str(), reason)
                });
                Failure(said.collect())
            }
        }
    }
}

fn reason(texts: Texts, reason: &Reason) -> String {
    match reason {
        Reason::Syntax => texts.config_reason_syntax(),
        Reason::Unknown => texts.config_reason_unknown(),
        Reason::Missing => texts.config_reason_missing(),
        Reason::Range { least, most } => texts.config_reason_range(least.to_string(), most.to_string()),
        Reason::Value => texts.config_reason_value(),
        Reason::Name(error) => wording::name(texts, *error),
        Reason::Language => texts.import_reason_language(),
        Reason::Address => texts.gateways_reason_address(),
        Reason::Host => texts.gateways_reason_host(),
        Reason::Email(error) => wording::email(texts, *error),
        Reason::Sender => texts.gateways_reason_sender(SenderName::LONGEST),
        Reason::Ascii { most } => texts.gateways_reason_ascii(*most),
        Reason::Plain => texts.gateways_reason_plain("env:NAME", "sealed:…", "istiada gateway seal"),
        Reason::Twice => texts.gateways_reason_twice(),
        Reason::NotRead => texts.gateways_reason_not_read(),
        Reason::Certificate => texts.gateways_reason_certificate(),
        Reason::Profile => {
            let known: Vec<&str> = Profile::names().collect();
            texts.gateways_reason_profile(known.join(" "))
        }
        Reason::ProfileFile { line, field } => texts.gateways_reason_profile_file(*line, field.as_str()),
    }
}
