//! A person's name.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A name of 1 to 100 characters in any script: NFC, single spaces, no control or direction characters.
/// Redacted in `Debug`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

/// Why a text is no name. Tells nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonNameError {
    /// Nothing was typed.
    #[error("the name is empty")]
    Empty,
    /// There are more than 100 characters.
    #[error("a name has at most {} characters", PersonName::LONGEST)]
    TooLong,
    /// A control character stands in it.
    #[error("the name has a control character in it")]
    ControlCharacter,
}

impl PersonName {
    /// The longest name, in characters.
    pub const LONGEST: usize = 100;

    /// Reads what was typed or pasted.
    ///
    /// # Errors
    /// See [`PersonNameError`].
    pub fn parse(text: &str) -> Result<Self, PersonNameError> {
        let composed: String = text.nfc().filter(|c| !is_direction_mark(*c)).collect();
        let name = composed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(PersonNameError::Empty);
        }
        if name.chars().any(char::is_control) {
            return Err(PersonNameError::ControlCharacter);
        }
        if name.chars().count() > Self::LONGEST {
            return Err(PersonNameError::TooLong);
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For the eyes of others: the first letter of each part, `م••• ع•••`.
    pub fn masked(&self) -> String {
        let part = |part: &str| part.chars().take(1).chain("•••".chars()).collect::<String>();
        self.0.split(' ').map(part).collect::<Vec<_>>().join(" ")
    }
}

/// Marks that order text and byte order marks. The joiners U+200C and U+200D stay: Persian and Indic names need them.
fn is_direction_mark(character: char) -> bool {
    matches!(character,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

impl fmt::Debug for PersonName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PersonName(…)")
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = PersonNameError;

    fn try_from(text: String) -> Result<Self, PersonNameError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn names_of_all_scripts_are_read() {
        for (typed, name) in [
            ("محمد بن عبد الله", "محمد بن عبد الله"),
            ("  نورة\u{00A0}\u{200F} العتيبي\t", "نورة العتيبي"),
            ("Jose\u{301} D'Souza-Ali", "José D'Souza-Ali"),
            ("می\u{200C}نا", "می\u{200C}نا"),
            ("李小龙", "李小龙"),
        ] {
            assert_eq!(PersonName::parse(typed).unwrap().as_str(), name);
        }
    }

    #[test]
    fn each_fault_has_its_own_error() {
        assert_eq!(PersonName::parse(" \u{200F}\u{2069} "), Err(PersonNameError::Empty));
        assert_eq!(PersonName::parse("a\u{0}b"), Err(PersonNameError::ControlCharacter));
        assert_eq!(PersonName::parse("a\u{1b}[31m"), Err(PersonNameError::ControlCharacter));
        assert_eq!(PersonName::parse(&"م".repeat(101)), Err(PersonNameError::TooLong));
        assert!(PersonName::parse(&"م".repeat(100)).is_ok());
    }

    #[test]
    fn nothing_shows_the_name_by_accident() {
        let name = PersonName::parse("محمد العتيبي").unwrap();
        assert_eq!(format!("{name:?}"), "PersonName(…)");
        assert_eq!(name.masked(), "م••• ا•••");
        let file = serde_json::to_string(&name).unwrap();
        assert_eq!(serde_json::from_str::<PersonName>(&file).unwrap(), name);
    }
}
