//! A user name on the platform.

mod rules;
mod suggest;

use std::fmt;
use std::hash::{Hash, Hasher};

use precis_profiles::UsernameCaseMapped;
use precis_profiles::precis_core::profile::PrecisFastInvocation;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

pub use rules::{JudgedRule, UsernameRule};
pub use suggest::{MOST_LOOKUPS, SUGGESTIONS, Undisclosed, candidates, suggest};

use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::policy::UsernamePolicy;
use crate::domain::text::{Keyboard, cleaned};

/// A user name: 8 to 32 Latin letters and digits, of which the first is a letter, one at least a lower-case letter and
/// one a digit. Two that differ in case alone are the same. Redacted in `Debug`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Username {
    shown: String,
    folded: String,
}

/// Why a text is no user name. Tells nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsernameError {
    /// Nothing was typed.
    #[error("the user name is empty")]
    Empty,
    /// There are Arabic letters in it: the keyboard is Arabic.
    #[error("the user name has Arabic letters in it")]
    ArabicLetters,
    /// It is an identity number.
    #[error("this is an identity number, not a user name")]
    IsIdentity,
    /// It is a mobile number.
    #[error("this is a mobile number, not a user name")]
    IsMobile,
    /// It is an email address, or looks like one.
    #[error("this is an email address, not a user name")]
    IsEmail,
    /// Something other than Latin letters and digits stands in it.
    #[error("a user name has only Latin letters and digits")]
    ForbiddenCharacter,
    /// There are too few characters.
    #[error("the user name is too short")]
    TooShort,
    /// There are too many characters.
    #[error("the user name is too long")]
    TooLong,
    /// It begins with a digit.
    #[error("a user name begins with a letter")]
    BeginsWithDigit,
    /// It has no lower-case letter.
    #[error("a user name has a lower-case letter")]
    NoLowerCase,
    /// It has no digit.
    #[error("a user name has a digit")]
    NoDigit,
}

impl Username {
    /// The shortest user name, in characters.
    pub const SHORTEST: usize = 8;
    /// The longest user name, in characters.
    pub const LONGEST: usize = 32;

    /// Reads what was typed or pasted: white space around it and bidi marks go; wide letters and digits of any script
    /// are read as the plain ones.
    ///
    /// # Errors
    /// See [`UsernameError`]; of several faults the first in the order in which they stand there.
    pub fn parse(text: &str) -> Result<Self, UsernameError> {
        let shown = cleaned_name(text);
        if shown.is_empty() {
            return Err(UsernameError::Empty);
        }
        if Keyboard::of(&shown) == Keyboard::Arabic {
            return Err(UsernameError::ArabicLetters);
        }
        if IdentityNumber::parse(&shown).is_ok() {
            return Err(UsernameError::IsIdentity);
        }
        if Mobile::parse(&shown).is_ok() {
            return Err(UsernameError::IsMobile);
        }
        if shown.contains('@') {
            return Err(UsernameError::IsEmail);
        }
        if !shown.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(UsernameError::ForbiddenCharacter);
        }
        Self::composed(&shown)?;
        let folded = UsernameCaseMapped::enforce(shown.as_str()).map_err(|_| UsernameError::ForbiddenCharacter)?;
        Ok(Self {
            folded: folded.into_owned(),
            shown,
        })
    }

    /// Reads a name that is newly chosen, by the desk's own bounds.
    ///
    /// # Errors
    /// See [`UsernameError`]: those of [`Username::parse`], and too short or too long for this desk.
    pub fn choose(text: &str, policy: &UsernamePolicy) -> Result<Self, UsernameError> {
        let name = Self::parse(text)?;
        match u32::try_from(name.shown.len()) {
            Ok(length) if length < policy.shortest => Err(UsernameError::TooShort),
            Ok(length) if length <= policy.longest => Ok(name),
            _ => Err(UsernameError::TooLong),
        }
    }

    /// Judges what a name of ASCII letters and digits is made of.
    fn composed(shown: &str) -> Result<(), UsernameError> {
        if shown.len() < Self::SHORTEST {
            return Err(UsernameError::TooShort);
        }
        if shown.len() > Self::LONGEST {
            return Err(UsernameError::TooLong);
        }
        if shown.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(UsernameError::BeginsWithDigit);
        }
        if !shown.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return Err(UsernameError::NoLowerCase);
        }
        if !shown.bytes().any(|byte| byte.is_ascii_digit()) {
            return Err(UsernameError::NoDigit);
        }
        Ok(())
    }

    /// The user name as its owner wrote it.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// The user name by which it is compared and looked up (RFC 8265, UsernameCaseMapped).
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// For the eyes of others: the first and the last character, `a•••7`.
    pub fn masked(&self) -> String {
        let mut characters = self.shown.chars();
        let (first, last) = (characters.next(), characters.next_back());
        first.into_iter().chain("•••".chars()).chain(last).collect()
    }
}

/// A name as it is read: without white space around it and bidi marks, in plain letters and digits.
fn cleaned_name(text: &str) -> String {
    cleaned(text).nfkc().collect()
}

impl PartialEq for Username {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for Username {}

impl Hash for Username {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded.hash(state);
    }
}

impl fmt::Debug for Username {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Username(…)")
    }
}

impl From<Username> for String {
    fn from(username: Username) -> Self {
        username.shown
    }
}

impl TryFrom<String> for Username {
    type Error = UsernameError;

    fn try_from(text: String) -> Result<Self, UsernameError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn user_names_are_read_and_compared_without_case() {
        let name = Username::parse("Ahmad2020").unwrap();
        for typed in ["AHMAD2020a", "ahmad202"] {
            assert_ne!(Username::parse(typed).unwrap(), name, "{typed}");
        }
        for typed in ["ahmad2020", " aHMAD2020\n", "\u{200F}Ahmad٢٠٢٠", "Ａｈｍａｄ２０２０"] {
            assert_eq!(Username::parse(typed).unwrap(), name, "{typed}");
        }
        assert_eq!(name.as_str(), "Ahmad2020");
        assert_eq!(name.folded(), "ahmad2020");
    }

    #[test]
    fn each_fault_has_its_own_error() {
        use UsernameError as E;
        let longest = format!("a1{}", "b".repeat(30));
        let longer = format!("{longest}b");
        assert!(Username::parse(&longest).is_ok());
        for (typed, expected) in [
            ("", E::Empty),
            (" \u{200F}", E::Empty),
            ("شاةشي٢٠٢٠", E::ArabicLetters),
            ("ahmadش20", E::ArabicLetters),
            ("1101798278", E::IsIdentity),
            ("٠٥٠١٢٣٤٥٦٧", E::IsMobile),
            ("+966501234567", E::IsMobile),
            ("ahmad1@gmail.com", E::IsEmail),
            ("ahmad 2020", E::ForbiddenCharacter),
            ("ahmad_2020", E::ForbiddenCharacter),
            ("ahmad.2020", E::ForbiddenCharacter),
            ("ahméd2020", E::ForbiddenCharacter),
            ("аhmad2020", E::ForbiddenCharacter),
            ("ahmad20", E::TooShort),
            (&longer, E::TooLong),
            ("2020ahmad", E::BeginsWithDigit),
            ("1101798279", E::BeginsWithDigit),
            ("AHMAD2020", E::NoLowerCase),
            ("ahmadahmad", E::NoDigit),
        ] {
            assert_eq!(Username::parse(typed), Err(expected), "{typed}");
        }
    }

    #[test]
    fn a_desk_can_ask_for_more() {
        let policy = UsernamePolicy {
            shortest: 10,
            longest: 16,
        };
        assert_eq!(Username::choose("ahmad2020", &policy), Err(UsernameError::TooShort));
        assert!(Username::choose("ahmad20200", &policy).is_ok());
        assert_eq!(
            Username::choose("ahmad2020ahmad202", &policy),
            Err(UsernameError::TooLong)
        );
    }

    #[test]
    fn nothing_shows_the_name_by_accident() {
        let name = Username::parse("ahmad2027").unwrap();
        assert_eq!(name.masked(), "a•••7");
        assert_eq!(format!("{name:?}"), "Username(…)");
        let refused = serde_json::from_str::<Username>("\"secret-name\"")
            .unwrap_err()
            .to_string();
        assert!(!refused.contains("secret"), "{refused}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*|[a-zA-Z][a-zA-Z0-9]{0,35}") {
            if let Ok(name) = Username::parse(&text) {
                prop_assert_eq!(Username::parse(name.as_str()), Ok(name.clone()));
                prop_assert_eq!(name.folded().to_owned(), name.as_str().to_ascii_lowercase());
            }
        }
    }
}
