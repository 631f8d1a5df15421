//! The columns of an import of accounts.

use crate::command::import;
use crate::i18n::Texts;

/// A refused value or line.
pub type Fault = import::Fault<Column>;

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

impl import::Column for Column {
    const NEEDED: &'static [Self] = &[Self::Identity, Self::Kind, Self::Name, Self::Mobile, Self::Username];

    fn of(word: &str) -> Option<Self> {
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

    fn word(self) -> String {
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
