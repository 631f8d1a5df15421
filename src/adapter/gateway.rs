//! The ways out of a real desk. Each adapter keeps [`crate::port::Gateway`]: it says *accepted*, *certainly not* or
//! *unknown*, and never guesses; it waits no longer than its settings' patience; nothing of a text, a contact or a
//! secret stands in what it logs or shows.

pub mod http;
pub mod smpp;
pub mod smtp;
mod trust;

pub use trust::{Trust, TrustError};

/// The name that an SMS comes from: 1 to 11 characters, as it was registered with the operators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SenderName(String);

/// Why a text is no name for a sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SenderNameError {
    /// Nothing stands there.
    #[error("the sender's name is empty")]
    Empty,
    /// Operators register no longer ones.
    #[error("the sender's name has {length} characters, of {most} at most", most = SenderName::LONGEST)]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// Something other than Latin letters, digits, spaces, dots and dashes stands in it, or a space at an end.
    #[error("the sender's name has a character that is not registered with operators")]
    WrongCharacter,
    /// A name of digits alone would be read as a number.
    #[error("the sender's name has no letter")]
    NoLetter,
}

impl SenderName {
    /// The most characters that a name of letters may have (3GPP TS 23.040, 9.1.2.5).
    pub const LONGEST: usize = 11;

    /// Reads a name.
    ///
    /// # Errors
    /// See [`SenderNameError`].
    pub fn parse(text: &str) -> Result<Self, SenderNameError> {
        let length = text.chars().count();
        if length == 0 {
            return Err(SenderNameError::Empty);
        }
        if length > Self::LONGEST {
            return Err(SenderNameError::TooLong { length });
        }
        let registered = |character: char| character.is_ascii_alphanumeric() || matches!(character, ' ' | '.' | '-');
        if !text.chars().all(registered) || text.trim() != text {
            return Err(SenderNameError::WrongCharacter);
        }
        if !text.chars().any(|character| character.is_ascii_alphabetic()) {
            return Err(SenderNameError::NoLetter);
        }
        Ok(Self(text.to_owned()))
    }

    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_as_operators_register_them() {
        for name in ["Absher", "A", "MOI.GOV.SA", "Istiada-1", "My Ministry"] {
            assert_eq!(SenderName::parse(name).unwrap().as_str(), name);
        }
        let refused = [
            ("", SenderNameError::Empty),
            ("Twelve chars", SenderNameError::TooLong { length: 12 }),
            ("أبشر", SenderNameError::WrongCharacter),
            ("Absher\0", SenderNameError::WrongCharacter),
            (" Absher", SenderNameError::WrongCharacter),
            ("A@b", SenderNameError::WrongCharacter),
            ("966500", SenderNameError::NoLetter),
        ];
        for (name, error) in refused {
            assert_eq!(SenderName::parse(name), Err(error), "{name:?}");
        }
    }
}
