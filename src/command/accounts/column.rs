//! The columns of an import, and what can be wrong with a value.

use serde_json::json;

use crate::domain::answer::AnswerError;
use crate::domain::applicant::{
    EmailError, IdDateError, IdentityNumberError, MobileError, PersonNameError, UsernameError,
};
use crate::i18n::Texts;

use crate::command::wording;

/// A column. Its word stands in the header of a CSV file and as the name of a member in JSON Lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// `identity_number`.
    Identity,
    /// `kind`: citizen, resident or visitor; it must agree with the number.
    Kind,
    /// `name`.
    Name,
    /// `mobile`.
    Mobile,
    /// `email`; may be empty.
    Email,
    /// `user_name`.
    Username,
    /// `id_expiry`: `1448-05-01 H` or `2026-10-22`; may be empty.
    Expiry,
    /// `language` of messages; Arabic where it is empty.
    Language,
    /// `question_1`, `question_2`, …: an id of the catalogue.
    Question(u8),
    /// `answer_1`, `answer_2`, …
    Answer(u8),
    /// `password_hash`: a PHC string of argon2; may be empty.
    Password,
}

impl Column {
    /// The columns that every file must have.
    pub const NEEDED: [Self; 5] = [Self::Identity, Self::Kind, Self::Name, Self::Mobile, Self::Username];

    /// The column that a word names.
    pub fn of(word: &str) -> Option<Self> {
        let numbered = |prefix: &str| {
            let number = word.strip_prefix(prefix)?;
            let read: u8 = number.parse().ok()?;
            ((1..=9).contains(&read) && number.len() == 1).then_some(read)
        };
        Some(match word {
            "identity_number" => Self::Identity,
            "kind" => Self::Kind,
            "name" => Self::Name,
            "mobile" => Self::Mobile,
            "email" => Self::Email,
            "user_name" => Self::Username,
            "id_expiry" => Self::Expiry,
            "language" => Self::Language,
            "password_hash" => Self::Password,
            _ => {
                return numbered("question_")
                    .map(Self::Question)
                    .or_else(|| numbered("answer_").map(Self::Answer));
            }
        })
    }

    /// Its word.
    pub fn word(self) -> String {
        match self {
            Self::Identity => "identity_number".to_owned(),
            Self::Kind => "kind".to_owned(),
            Self::Name => "name".to_owned(),
            Self::Mobile => "mobile".to_owned(),
            Self::Email => "email".to_owned(),
            Self::Username => "user_name".to_owned(),
            Self::Expiry => "id_expiry".to_owned(),
            Self::Language => "language".to_owned(),
            Self::Question(number) => format!("question_{number}"),
            Self::Answer(number) => format!("answer_{number}"),
            Self::Password => "password_hash".to_owned(),
        }
    }

    fn name(self, texts: Texts) -> String {
        match self {
            Self::Identity => texts.import_field_identity(),
            Self::Kind => texts.import_field_kind(),
            Self::Name => texts.import_field_name(),
            Self::Mobile => texts.import_field_mobile(),
            Self::Email => texts.import_field_email(),
            Self::Username => texts.import_field_username(),
            Self::Expiry => texts.import_field_expiry(),
            Self::Language => texts.import_field_language(),
            Self::Question(number) => texts.usage_numbered(texts.import_field_question(), number),
            Self::Answer(number) => texts.usage_numbered(texts.import_field_answer(), number),
            Self::Password => texts.import_field_password(),
        }
    }
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
}

/// A refused value or line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; the header is line 1 of a CSV file.
    pub line: u64,
    /// The column, where it is about one value.
    pub column: Option<Column>,
    /// What is wrong.
    pub reason: Reason,
}

impl Fault {
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
            "field": self.column.map(Column::word),
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
            Self::KindUnknown | Self::Language | Self::Question => "unknown",
            Self::KindDisagrees => "kind-disagrees",
            Self::QuestionTwice => "question-twice",
            Self::Alone => "alone",
            Self::QuestionCount { .. } => "question-count",
            Self::Twice { .. } => "twice",
            Self::Taken => "taken",
        }
    }
}
