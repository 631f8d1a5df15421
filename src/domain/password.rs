//! New passwords: the rules that tick themselves off while typing, the strength, and the choice.
//!
//! Length is counted in code points of the text that is hashed: [`prepared`], NFC. Nothing is ever cut off.

mod assessment;
mod personal;

use std::borrow::Cow;
use std::fmt;

use precis_profiles::OpaqueString;
use precis_profiles::precis_core::profile::PrecisFastInvocation;
use zeroize::Zeroizing;

pub use assessment::{Assessment, PasswordFault, Strength, assess};
pub use personal::PersonalWords;

use super::policy::PasswordPolicy;
use super::secret::{ExposeSecret, Secret};

/// Whether both are typed alike: in the form that counts ([`prepared`]), not letter by letter as the keyboard made them.
pub fn agree(typed: &Secret, repeat: &Secret) -> bool {
    match (prepared(typed.expose_secret()), prepared(repeat.expose_secret())) {
        (Some(typed), Some(repeat)) => typed.expose_secret() == repeat.expose_secret(),
        _ => false,
    }
}

/// The form of a password that is hashed and compared: RFC 8265 OpaqueString, that is NFC with every kind of space as a
/// plain one. Direction marks and line ends around it go first: a paste brings them along, and nobody could type them again.
///
/// It is the same for a password that is chosen and for one that is tried. `None` where a character stands in it that
/// the profile forbids (control characters, unassigned code points, invisible ones), or where nothing does.
pub fn prepared(typed: &str) -> Option<Secret> {
    let visible: Zeroizing<String> = Zeroizing::new(typed.chars().filter(|c| !is_direction_mark(*c)).collect());
    let mut form = Zeroizing::new(visible.trim_matches(['\r', '\n', '\t']).to_owned());
    // One pass does not always end in its own form; RFC 8264, section 7, permits three more before it is refused.
    for _ in 0..4 {
        let next = OpaqueString::enforce(form.as_str())
            .ok()
            .map(Cow::into_owned)
            .map(Zeroizing::new)?;
        if next == form {
            return Some(Secret::from(form.as_str()));
        }
        form = next;
    }
    None
}

fn is_direction_mark(character: char) -> bool {
    matches!(character,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// A password that was typed twice alike and that the rules accept. There is no other way to one.
pub struct NewPassword(Secret);

/// Why a password was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFaults {
    /// It breaks rules: all of them, in the order in which they are shown.
    #[error("the password breaks {} rules", .0.len())]
    Rules(Vec<PasswordFault>),
    /// It was not typed twice alike.
    #[error("the password and its repeat differ")]
    RepeatDiffers,
}

impl NewPassword {
    /// Takes a password that was typed twice.
    ///
    /// # Errors
    /// [`PasswordFaults`]; a password that breaks rules is refused for that, whatever its repeat.
    pub fn choose(
        password: &Secret,
        repeat: &Secret,
        about: &PersonalWords,
        rules: &PasswordPolicy,
    ) -> Result<Self, PasswordFaults> {
        let faults = assess(password.expose_secret(), about, rules).faults();
        let chosen = match prepared(password.expose_secret()) {
            Some(chosen) if faults.is_empty() => chosen,
            _ => return Err(PasswordFaults::Rules(faults)),
        };
        let repeated = prepared(repeat.expose_secret());
        if repeated.is_none_or(|repeated| repeated.expose_secret() != chosen.expose_secret()) {
            return Err(PasswordFaults::RepeatDiffers);
        }
        Ok(Self(chosen))
    }

    /// The password in the form that is hashed.
    pub const fn text(&self) -> &Secret {
        &self.0
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("NewPassword(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn choose(password: &str, repeat: &str) -> Result<String, PasswordFaults> {
        let (password, repeat) = (Secret::from(password), Secret::from(repeat));
        NewPassword::choose(
            &password,
            &repeat,
            &PersonalWords::default(),
            &PasswordPolicy::default(),
        )
        .map(|chosen| chosen.text().expose_secret().to_owned())
    }

    #[test]
    fn one_that_is_typed_twice_alike_is_taken() {
        assert_eq!(choose("Tamar-wa-Laban", "Tamar-wa-Laban").unwrap(), "Tamar-wa-Laban");
        assert_eq!(
            choose("Tamar-wa-Laban", "Tamar-wa-laban"),
            Err(PasswordFaults::RepeatDiffers)
        );
        assert_eq!(choose("Tamar-wa-Laban", ""), Err(PasswordFaults::RepeatDiffers));
        let faults = PasswordFaults::Rules(vec![PasswordFault::TooShort, PasswordFault::MissingUpper]);
        assert_eq!(choose("tamar", "laban"), Err(faults));
    }

    #[test]
    fn spellings_that_look_alike_are_the_same_password() {
        assert_eq!(choose("Cafe\u{301} au Lait", "Café au Lait").unwrap(), "Café au Lait");
        assert_eq!(choose("Two\u{00A0}Words", "Two\u{3000}Words").unwrap(), "Two Words");
        assert_eq!(
            choose("\u{200F}Tamar-wa-Laban\u{FEFF}\r\n", "Tamar-wa-Laban").unwrap(),
            "Tamar-wa-Laban"
        );
        assert_eq!(
            choose(" Tamar-Laban", "Tamar-Laban"),
            Err(PasswordFaults::RepeatDiffers)
        );
    }

    #[test]
    fn what_no_keyboard_could_repeat_is_refused() {
        for typed in [
            "Tamar\u{0}Laban",
            "Tamar\nLaban",
            "Tamar\u{200B}Laban",
            "Tamar\u{AD}Laban",
        ] {
            let refusal = PasswordFaults::Rules(vec![PasswordFault::ForbiddenCharacter]);
            assert_eq!(choose(typed, typed), Err(refusal), "{typed:?}");
        }
    }

    #[test]
    fn nothing_shows_it() {
        let secret = Secret::from("Tamar-wa-Laban");
        let chosen =
            NewPassword::choose(&secret, &secret, &PersonalWords::default(), &PasswordPolicy::default()).unwrap();
        assert_eq!(format!("{chosen:?}"), "NewPassword(…)");
    }

    proptest! {
        #[test]
        fn what_is_taken_keeps_the_rules_and_is_its_own_form(typed in "\\PC{0,20}|[A-Za-zéم ]{6,14}") {
            if let Ok(chosen) = choose(&typed, &typed) {
                prop_assert!(chosen.chars().count() >= 8);
                prop_assert!(chosen.chars().any(|c| c.is_ascii_uppercase()));
                prop_assert!(chosen.chars().any(|c| c.is_ascii_lowercase()));
                let again = prepared(&chosen).unwrap();
                prop_assert_eq!(again.expose_secret(), chosen.as_str());
            }
        }
    }
}
