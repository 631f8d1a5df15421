//! Where the data key of a store is kept, and the passphrase that it can be kept behind.

use std::fmt;

use super::password::{self, PersonalWords, Strength};
use super::policy::PasswordPolicy;
use super::secret::{ExposeSecret, Secret};

/// Where a data key is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// In a file that its owner alone can read.
    File,
    /// In such a file, behind a passphrase.
    Passphrase,
    /// In the keyring of the system.
    Keyring,
}

/// Where a new data key is to be kept.
#[derive(Debug, Default)]
pub enum NewKeyPlace {
    /// In a file that its owner alone can read.
    #[default]
    File,
    /// In such a file, behind this passphrase.
    Passphrase(NewPassphrase),
    /// In the keyring of the system.
    Keyring,
}

/// The shortest passphrase, in code points of its prepared form: whoever has the file tries passphrases on machines of
/// their own, where nothing counts them.
pub const SHORTEST: u32 = 12;
/// The weakest one: what withstands guesses on such machines where each takes a slow hash (zxcvbn's score 3).
const WEAKEST: Strength = Strength::Strong;

/// A passphrase that was typed twice alike and that is hard to guess. There is no other way to one.
pub struct NewPassphrase(Secret);

/// Why a passphrase was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseFault {
    /// Nothing was typed.
    #[error("there is no passphrase")]
    Empty,
    /// It has fewer code points than [`SHORTEST`].
    #[error("the passphrase is too short")]
    TooShort,
    /// It has more than anybody types.
    #[error("the passphrase is too long")]
    TooLong,
    /// A character stands in it that could not be typed again.
    #[error("a character of the passphrase is not taken")]
    Character,
    /// It is easily guessed.
    #[error("the passphrase is easily guessed")]
    Weak,
    /// It was not typed again.
    #[error("the passphrase was typed once")]
    RepeatEmpty,
    /// It was typed otherwise the second time.
    #[error("the passphrase and its repeat differ")]
    RepeatDiffers,
}

/// What a passphrase is like while it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// It has enough code points.
    pub long_enough: bool,
    /// It is hard enough to guess.
    pub hard_enough: bool,
    /// How hard it is to guess.
    pub strength: Strength,
    fault: Option<PassphraseFault>,
}

/// The rules of passwords, as far as they are those of passphrases: words of any script are as good as any.
fn rules() -> PasswordPolicy {
    PasswordPolicy {
        shortest: SHORTEST,
        longest: 128,
        upper: false,
        lower: false,
        digit: false,
        symbol: false,
        previous: 0,
    }
}

/// Judges a passphrase as it is typed.
pub fn judged(typed: &Secret) -> Judged {
    let found = password::assess(typed.expose_secret(), &PersonalWords::default(), &rules());
    let hard_enough = found.strength >= WEAKEST && !found.common && !found.repeated;
    let faults = [
        (typed.expose_secret().is_empty(), PassphraseFault::Empty),
        (found.forbidden, PassphraseFault::Character),
        (found.too_short, PassphraseFault::TooShort),
        (found.too_long, PassphraseFault::TooLong),
        (!hard_enough, PassphraseFault::Weak),
    ];
    Judged {
        long_enough: !found.too_short,
        hard_enough,
        strength: found.strength,
        fault: faults.into_iter().find_map(|(broken, fault)| broken.then_some(fault)),
    }
}

impl NewPassphrase {
    /// Takes a passphrase that was typed twice.
    ///
    /// # Errors
    /// See [`PassphraseFault`]; one that is no good is refused for that, whatever its repeat.
    pub fn choose(typed: &Secret, repeat: &Secret) -> Result<Self, PassphraseFault> {
        let prepared = match judged(typed).fault {
            Some(fault) => return Err(fault),
            None => password::prepared(typed.expose_secret()).ok_or(PassphraseFault::Character)?,
        };
        match repeat.expose_secret() {
            "" => Err(PassphraseFault::RepeatEmpty),
            _ if password::agree(typed, repeat) => Ok(Self(prepared)),
            _ => Err(PassphraseFault::RepeatDiffers),
        }
    }

    /// The passphrase in the form that is hashed: [`password::prepared`].
    pub const fn text(&self) -> &Secret {
        &self.0
    }
}

impl fmt::Debug for NewPassphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("NewPassphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn choose(typed: &str, repeat: &str) -> Result<String, PassphraseFault> {
        NewPassphrase::choose(&typed.into(), &repeat.into()).map(|chosen| chosen.text().expose_secret().to_owned())
    }

    #[test]
    fn one_that_is_long_hard_to_guess_and_typed_twice_is_taken() {
        for good in ["salt wind ladder seven", "نخلة بعيدة وبئر قديمة", "Wahat-kabira-5x"] {
            assert_eq!(choose(good, good).unwrap(), good);
        }
        for (typed, repeat, fault) in [
            ("", "", PassphraseFault::Empty),
            ("Wa7-at-k5x!", "Wa7-at-k5x!", PassphraseFault::TooShort),
            ("passwordpassword", "passwordpassword", PassphraseFault::Weak),
            ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", PassphraseFault::Weak),
            (
                "salt wind\u{0}ladder",
                "salt wind\u{0}ladder",
                PassphraseFault::Character,
            ),
            ("salt wind ladder seven", "", PassphraseFault::RepeatEmpty),
            (
                "salt wind ladder seven",
                "salt wind ladder Seven",
                PassphraseFault::RepeatDiffers,
            ),
        ] {
            assert_eq!(choose(typed, repeat), Err(fault), "{typed:?}");
        }
        assert_eq!(
            choose(&"salt wind ladder ".repeat(9), ""),
            Err(PassphraseFault::TooLong)
        );
    }

    #[test]
    fn spellings_that_look_alike_are_the_same_passphrase() {
        let chosen = choose("\u{200F}cafe\u{301} salt wind ladder", "café\u{00A0}salt wind ladder");
        assert_eq!(chosen.unwrap(), "café salt wind ladder");
    }

    #[test]
    fn debug_shows_nothing_of_it() {
        let typed = Secret::from("salt wind ladder seven");
        let place = NewKeyPlace::Passphrase(NewPassphrase::choose(&typed, &typed).unwrap());
        assert_eq!(format!("{place:?}"), "Passphrase(NewPassphrase(…))");
    }
}
