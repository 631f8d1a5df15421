//! A language by its code. Which ones the program speaks is the business of `i18n`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language tag of two or three lower-case letters (ISO 639), such as `ar`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language([u8; 3]);

impl Language {
    /// Arabic, the first language of the program.
    pub const ARABIC: Self = Self(*b"ar\0");
    /// English.
    pub const ENGLISH: Self = Self(*b"en\0");

    /// Reads a tag; `None` where it is not two or three lower-case letters.
    pub fn parse(tag: &str) -> Option<Self> {
        let bytes = tag.as_bytes();
        if !(2..=3).contains(&bytes.len()) || !bytes.iter().all(u8::is_ascii_lowercase) {
            return None;
        }
        let mut letters = [0; 3];
        letters.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Some(Self(letters))
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.tag().to_owned()
    }
}

/// The tag is not two or three lower-case letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a language is two or three lower-case letters")]
pub struct LanguageError;

impl TryFrom<String> for Language {
    type Error = LanguageError;

    fn try_from(tag: String) -> Result<Self, LanguageError> {
        Self::parse(&tag).ok_or(LanguageError)
    }
}
