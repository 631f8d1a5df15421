//! What all imports have in common: files of named values, read into rows, each taken or refused with every reason at
//! once, and the report of what was refused.

pub mod rows;

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::domain::answer::AnswerError;
use crate::domain::applicant::{
    ApplicantKind, EmailError, IdDateError, IdentityNumber, IdentityNumberError, MobileError, PersonNameError,
    UsernameError,
};
use crate::i18n::Texts;

use self::rows::Row;
use super::{Failure, output, wording};

/// A column. Its word stands in the header of a CSV file and as the name of a member in JSON Lines.
pub trait Column: Copy + Ord + 'static {
    /// The columns that every file must have.
    const NEEDED: &'static [Self];

    /// The column that a word names.
    fn of(word: &str) -> Option<Self>;

    /// Its word.
    fn word(self) -> String;

    /// Its name for people.
    fn name(self, texts: Texts) -> String;
}

/// What is wrong with a value or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file is not UTF-8.
    Encoding,
    /// The header lacks the column.
    ColumnMissing,
    /// The header has a column that is none, or one twice.
    ColumnUnknown,
    /// A line has more or fewer values than the header.
    Columns,
    /// A line is not well-formed.
    Syntax,
    /// About the identity number.
    Identity(IdentityNumberError),
    /// The kind is none.
    KindUnknown,
    /// The kind is not that of the number.
    KindDisagrees,
    /// About the name.
    Name(PersonNameError),
    /// About the mobile.
    Mobile(MobileError),
    /// About the email.
    Email(EmailError),
    /// About the user name.
    Username(UsernameError),
    /// About the date.
    Expiry(IdDateError),
    /// The program does not speak the language.
    Language,
    /// The catalogue has no such question.
    Question,
    /// The same question stands in the line before.
    QuestionTwice,
    /// About the answer.
    Answer(AnswerError),
    /// An answer without its question, or the other way round.
    Alone,
    /// Neither no questions nor as many as are enrolled.
    QuestionCount {
        /// As many as are enrolled.
        enrolled: u32,
    },
    /// No PHC string of argon2, or one that would stop a desk.
    Hash,
    /// Another line has the same value.
    Twice {
        /// The line above.
        line: u64,
    },
    /// An account in the store has the same value.
    Taken,
    /// It is needed, and empty.
    Missing,
    /// It is neither yes nor no.
    YesNo,
    /// It is neither an approved operator nor the word for another one.
    Operator,
    /// There are neither one nor as many values as mobiles.
    AsManyAsMobiles,
}

/// A refused value or line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<C> {
    /// The line, from 1; the header is line 1 of a CSV file.
    pub line: u64,
    /// The column, where it is about one value.
    pub column: Option<C>,
    /// What is wrong.
    pub reason: Reason,
}

impl<C: Column> Fault<C> {
    /// The report line; it never tells the value.
    pub fn sentence(&self, texts: Texts) -> String {
        let reason = self.reason.sentence(texts);
        match self.column {
            Some(column) => texts.import_line(self.line, column.name(texts), reason),
            None => texts.import_row(self.line, reason),
        }
    }

    /// The same for a program.
    pub fn json(&self) -> serde_json::Value {
        json!({
            "line": self.line,
            "field": self.column.map(C::word),
            "reason": self.reason.word(),
        })
    }
}

impl Reason {
    fn sentence(self, texts: Texts) -> String {
        match self {
            Self::Encoding => texts.import_reason_encoding(),
            Self::ColumnMissing => texts.import_reason_header(),
            Self::ColumnUnknown => texts.import_reason_header_unknown(),
            Self::Columns => texts.import_reason_columns(),
            Self::Syntax => texts.import_reason_syntax(),
            Self::Identity(error) => wording::identity(texts, error),
            Self::KindUnknown => texts.import_reason_unknown_kind(),
            Self::KindDisagrees => texts.import_reason_kind_disagrees(),
            Self::Name(error) => wording::name(texts, error),
            Self::Mobile(error) => wording::mobile(texts, error),
            Self::Email(error) => wording::email(texts, error),
            Self::Username(error) => wording::username(texts, error),
            Self::Expiry(error) => wording::date(texts, error),
            Self::Language => texts.import_reason_language(),
            Self::Question => texts.import_reason_question(),
            Self::QuestionTwice => texts.import_reason_question_twice(),
            Self::Answer(_) => texts.import_reason_answer(),
            Self::Alone => texts.import_reason_answer_alone(),
            Self::QuestionCount { enrolled } => texts.usage_question_count(enrolled),
            Self::Hash => texts.import_reason_hash(),
            Self::Twice { line } => texts.import_reason_twice(line),
            Self::Taken => texts.import_reason_taken(),
            Self::Missing => texts.import_reason_empty(),
            Self::YesNo => texts.registry_reason_yes_no(),
            Self::Operator => texts.registry_reason_operator(),
            Self::AsManyAsMobiles => texts.registry_reason_as_many(),
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::ColumnMissing => "column-missing",
            Self::ColumnUnknown => "column-unknown",
            Self::Columns => "columns",
            Self::Syntax => "syntax",
            Self::Identity(_) | Self::Name(_) | Self::Mobile(_) | Self::Email(_) => "not-valid",
            Self::Username(_) | Self::Expiry(_) | Self::Answer(_) | Self::Hash => "not-valid",
            Self::KindUnknown | Self::Language | Self::Question | Self::Operator => "unknown",
            Self::KindDisagrees => "kind-disagrees",
            Self::QuestionTwice => "question-twice",
            Self::Alone => "alone",
            Self::QuestionCount { .. } => "question-count",
            Self::Twice { .. } => "twice",
            Self::Taken => "taken",
            Self::Missing => "missing",
            Self::YesNo => "yes-or-no",
            Self::AsManyAsMobiles => "as-many-as-mobiles",
        }
    }
}

/// Judges the values of one row.
pub struct Judge<'a, C> {
    /// The row.
    pub row: &'a Row<C>,
    /// Where everything goes that is wrong with it.
    pub faults: &'a mut Vec<Fault<C>>,
}

impl<C: Column> Judge<'_, C> {
    /// Refuses a value.
    pub fn fault(&mut self, column: C, reason: Reason) {
        self.faults.push(Fault {
            line: self.row.line,
            column: Some(column),
            reason,
        });
    }

    /// What was read of a value, or its refusal.
    pub fn taken<T>(&mut self, column: C, result: Result<T, Reason>) -> Option<T> {
        result.map_err(|reason| self.fault(column, reason)).ok()
    }

    /// Reads a value that may be empty.
    pub fn optional<T>(&mut self, column: C, read: impl FnOnce(&str) -> Result<T, Reason>) -> Option<Option<T>> {
        match self.row.value(column) {
            "" => Some(None),
            value => {
                let read = read(value).map(Some);
                self.taken(column, read)
            }
        }
    }

    /// Reads an identity number with the kind beside it, which must agree with it.
    pub fn identity(&mut self, number: C, kind: C) -> Option<IdentityNumber> {
        let identity = IdentityNumber::parse(self.row.value(number)).map_err(Reason::Identity);
        let identity = self.taken(number, identity);
        let word = self.row.value(kind).to_lowercase();
        let kinds = [ApplicantKind::Citizen, ApplicantKind::Resident, ApplicantKind::Visitor];
        let known = kinds.into_iter().find(|kind| kind.word() == word);
        let known = self.taken(kind, known.ok_or(Reason::KindUnknown))?;
        let identity = identity?;
        if identity.kind() != known {
            self.fault(kind, Reason::KindDisagrees);
            return None;
        }
        Some(identity)
    }
}

/// The bytes of a file, wiped when they are no longer needed.
///
/// # Errors
/// A sentence, where it cannot be read.
pub fn read(texts: Texts, file: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut bytes = Zeroizing::new(Vec::new());
    let read = File::open(file).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|_| Failure::of(texts.command_file_not_read(file.display().to_string())))?;
    Ok(bytes)
}

/// SHA-256 in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reports a file of which nothing was taken: the file, a line for each fault, and how many rows were refused.
pub fn refused<C: Column>(texts: Texts, file: &Path, faults: &[Fault<C>], json: bool) -> Failure {
    let lines: HashSet<u64> = faults.iter().map(|fault| fault.line).collect();
    let summary = texts.import_refused(lines.len());
    if json {
        let told: Vec<_> = faults.iter().map(Fault::json).collect();
        output::json(&json!({ "imported": 0, "file": file.display().to_string(), "refused": told }));
        return Failure::of(summary);
    }
    let told = faults.iter().map(|fault| fault.sentence(texts));
    let title = texts.import_in_file(file.display().to_string());
    Failure(std::iter::once(title).chain(told).chain([summary]).collect())
}
