//! An email address.

use std::fmt;

use email_address::{EmailAddress, Error, Options};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::domain::text::{Keyboard, cleaned};

/// An address as RFC 5321 and 6531 allow it, without quoted parts, comments and IP addresses; its domain has at least
/// two labels, in lower case. Redacted in `Debug`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Why a text is no email address. Tells nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing was typed.
    #[error("the email address is empty")]
    Empty,
    /// It is in Arabic letters throughout: the keyboard is Arabic.
    #[error("the email address is in Arabic letters")]
    ArabicLetters,
    /// There is no `@`, or more than one.
    #[error("an email address has one @")]
    NotOneAt,
    /// What stands before the `@` is empty or has a character that cannot stand there.
    #[error("the part before the @ is not right")]
    LocalPart,
    /// What stands after the `@` is no domain.
    #[error("the part after the @ is not right")]
    Domain,
    /// It is longer than mail servers take: 64 bytes before the `@`, 254 in all.
    #[error("the email address is too long")]
    TooLong,
}

/// Why two entries are no email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TwiceError {
    /// The first entry is none.
    #[error(transparent)]
    Email(#[from] EmailError),
    /// Nothing was typed the second time.
    #[error("the email address was typed once only")]
    RepeatEmpty,
    /// The second entry is another one.
    #[error("the email address was typed in two ways")]
    Differs,
}

impl TwiceError {
    /// Whether it is the second entry that is wrong.
    pub const fn is_of_repeat(self) -> bool {
        matches!(self, Self::RepeatEmpty | Self::Differs)
    }
}

/// The longest address in bytes: a path of RFC 5321 has 256, two of them for its angle brackets.
const LONGEST: usize = 254;

/// The domains of large providers, to which a slip of the finger may lead back. None is short, and none ends in a
/// country: a slip from such a one is as often a domain of its own.
const WELL_KNOWN: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "outlook.com",
    "protonmail.com",
    "rediffmail.com",
    "windowslive.com",
    "yahoo.com",
];

/// Real providers that lie one slip from a well-known one.
const REAL_NEIGHBOURS: &[&str] = &["email.com", "mail.com", "ymail.com"];

impl Email {
    /// Reads what was typed or pasted: white space around it and bidi marks go, the domain becomes lower case.
    ///
    /// # Errors
    /// See [`EmailError`].
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let typed: String = cleaned(text).nfc().collect();
        if typed.is_empty() {
            return Err(EmailError::Empty);
        }
        match Self::split(&typed) {
            Err(_) if Keyboard::of(&typed) == Keyboard::Arabic && !typed.bytes().any(|b| b.is_ascii_alphabetic()) => {
                Err(EmailError::ArabicLetters)
            }
            other => other,
        }
    }

    /// Reads an address that was typed twice. Two entries that differ in case alone are the same; the first one counts.
    ///
    /// # Errors
    /// See [`TwiceError`]; what is wrong with the first entry comes first.
    pub fn typed_twice(text: &str, repeat: &str) -> Result<Self, TwiceError> {
        let email = Self::parse(text)?;
        match Self::parse(repeat) {
            Ok(repeat) if repeat.folded() == email.folded() => Ok(email),
            Err(EmailError::Empty) => Err(TwiceError::RepeatEmpty),
            Ok(_) | Err(_) => Err(TwiceError::Differs),
        }
    }

    fn split(typed: &str) -> Result<Self, EmailError> {
        let (local, domain) = typed.split_once('@').ok_or(EmailError::NotOneAt)?;
        if domain.contains('@') {
            return Err(EmailError::NotOneAt);
        }
        if local.is_empty() || local.contains(['"', '(', ')', '<', '>']) || local.contains(char::is_whitespace) {
            return Err(EmailError::LocalPart);
        }
        if domain.is_empty() || domain.contains(char::is_whitespace) {
            return Err(EmailError::Domain);
        }
        let address = format!("{local}@{}", domain.to_lowercase());
        if address.len() > LONGEST {
            return Err(EmailError::TooLong);
        }
        let options = Options::default()
            .with_required_tld()
            .without_domain_literal()
            .without_display_text();
        match EmailAddress::parse_with_options(&address, options) {
            Ok(_) if domain_labels_hold(domain) => Ok(Self(address)),
            Ok(_) => Err(EmailError::Domain),
            Err(Error::LocalPartTooLong | Error::DomainTooLong | Error::SubDomainTooLong) => Err(EmailError::TooLong),
            Err(_) if EmailAddress::is_valid_local_part(local) => Err(EmailError::Domain),
            Err(_) => Err(EmailError::LocalPart),
        }
    }

    /// The address, as it is written to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address by which accounts are looked up: no provider tells the case of the local part apart.
    pub fn folded(&self) -> String {
        caseless::default_case_fold_str(&self.0).nfc().collect()
    }

    /// What was probably meant, where the domain is a slip away from a well-known one: `gmial.com`, `hotmail.con`.
    pub fn slip(&self) -> Option<String> {
        let (local, domain) = self.0.split_once('@')?;
        Some(format!("{local}@{}", meant_domain(domain)?))
    }

    /// For the eyes of others: `m•••@gmail.com`; of a local part of one letter, nothing.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or_default();
        let first = local.chars().next().filter(|_| local.chars().nth(1).is_some());
        format!("{}•••@{domain}", first.map(String::from).unwrap_or_default())
    }
}

/// Labels neither begin nor end with a hyphen, and the last one is not a number.
fn domain_labels_hold(domain: &str) -> bool {
    let held = domain
        .split('.')
        .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    held && domain
        .rsplit('.')
        .next()
        .is_some_and(|last| !last.chars().all(|c| c.is_ascii_digit()))
}

/// One slip away (a letter missing, added, wrong, or two swapped) from a well-known domain, or two where the first
/// letter is right and no country is named; else a `.com` that was mistyped.
fn meant_domain(domain: &str) -> Option<String> {
    if WELL_KNOWN.contains(&domain) || REAL_NEIGHBOURS.contains(&domain) {
        return None;
    }
    let ends_in_country = domain.rsplit('.').next().is_some_and(|last| last.len() == 2);
    let slips = |known: &&str| match strsim::osa_distance(domain, known) {
        1 => Some(1),
        2 if !ends_in_country && domain.get(..1) == known.get(..1) => Some(2),
        _ => None,
    };
    let nearest = WELL_KNOWN
        .iter()
        .filter_map(|known| Some((slips(known)?, *known)))
        .min_by_key(|(slips, _)| *slips);
    if let Some((_, known)) = nearest {
        return Some(known.to_owned());
    }
    let (name, last) = domain.rsplit_once('.')?;
    matches!(last, "con" | "cmo" | "ocm" | "vom" | "xom" | "comm" | "coom").then(|| format!("{name}.com"))
}

impl fmt::Debug for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Email(…)")
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl TryFrom<String> for Email {
    type Error = EmailError;

    fn try_from(text: String) -> Result<Self, EmailError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_read_and_tidied() {
        for (typed, address) in [
            ("m.ahmad@gmail.com", "m.ahmad@gmail.com"),
            ("  M.Ahmad@GMail.COM\n", "M.Ahmad@gmail.com"),
            ("\u{202A}a+b_c@sub.example.com.sa\u{202C}", "a+b_c@sub.example.com.sa"),
            ("ahmad١٢@example.com", "ahmad12@example.com"),
            ("info@MÜNCHEN.de", "info@münchen.de"),
            ("info@xn--mnchen-3ya.de", "info@xn--mnchen-3ya.de"),
            ("محمد@مثال.السعودية", "محمد@مثال.السعودية"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().as_str(), address, "{typed}");
        }
        let one = Email::parse("Ahmad@gmail.com").unwrap();
        assert_eq!(one.folded(), Email::parse("ahmad@GMAIL.com").unwrap().folded());
    }

    #[test]
    fn each_fault_has_its_own_error() {
        use EmailError as E;
        let long = format!("{}@example.com", "a".repeat(65));
        let longer = format!(
            "a@{}.com",
            [
                "a".repeat(60),
                "b".repeat(60),
                "c".repeat(60),
                "d".repeat(60),
                "e".repeat(60)
            ]
            .join(".")
        );
        for (typed, expected) in [
            ("", E::Empty),
            (" \u{200F} ", E::Empty),
            ("ahmad", E::NotOneAt),
            ("ahmad.gmail.com", E::NotOneAt),
            ("a@b@example.com", E::NotOneAt),
            ("@example.com", E::LocalPart),
            ("a b@example.com", E::LocalPart),
            ("a..b@example.com", E::LocalPart),
            (".a@example.com", E::LocalPart),
            ("\"a\"@example.com", E::LocalPart),
            ("Ahmad <a@example.com>", E::LocalPart),
            ("a@", E::Domain),
            ("a@example", E::Domain),
            ("a@example..com", E::Domain),
            ("a@-example.com", E::Domain),
            ("a@exam ple.com", E::Domain),
            ("a@[127.0.0.1]", E::Domain),
            ("a@127.0.0.1", E::Domain),
            ("a@example.com.", E::Domain),
            ("شاةثي", E::ArabicLetters),
            ("شاةثي؛ةشهمزؤخة", E::ArabicLetters),
            (&long, E::TooLong),
            (&longer, E::TooLong),
        ] {
            assert_eq!(Email::parse(typed), Err(expected), "{typed}");
        }
    }

    #[test]
    fn two_entries_are_one_address() {
        use TwiceError as T;
        let read = |text, repeat| Email::typed_twice(text, repeat);
        assert_eq!(
            read("Ahmad@gmail.com", " ahmad@GMAIL.com\u{200F}").unwrap().as_str(),
            "Ahmad@gmail.com"
        );
        for (text, repeat, expected) in [
            ("a@gmail.com", " ", T::RepeatEmpty),
            ("a@gmail.com", "b@gmail.com", T::Differs),
            ("a@gmail.com", "a@gmail", T::Differs),
            ("a@gmail.com", "a", T::Differs),
            ("", "a@gmail.com", T::Email(EmailError::Empty)),
            ("a@gmail", "a@gmail", T::Email(EmailError::Domain)),
        ] {
            let error = read(text, repeat).unwrap_err();
            assert_eq!(error, expected, "{text} {repeat}");
            assert_eq!(error.is_of_repeat(), !matches!(error, T::Email(_)));
        }
    }

    #[test]
    fn slips_are_seen_and_real_domains_are_not_slips() {
        for (typed, meant) in [
            ("a@gmial.com", Some("a@gmail.com")),
            ("a@gamil.com", Some("a@gmail.com")),
            ("a@gmail.con", Some("a@gmail.com")),
            ("a@gmail.co", Some("a@gmail.com")),
            ("a@gmaill.com", Some("a@gmail.com")),
            ("a@gamil.con", Some("a@gmail.com")),
            ("a@hotmial.com", Some("a@hotmail.com")),
            ("a@hotmil.com", Some("a@hotmail.com")),
            ("a@outlok.com", Some("a@outlook.com")),
            ("a@yaho.com", Some("a@yahoo.com")),
            ("a@iclod.com", Some("a@icloud.com")),
            ("a@stc.con", Some("a@stc.com")),
            ("a@gmail.com", None),
            ("a@mail.com", None),
            ("a@email.com", None),
            ("a@ymail.com", None),
            ("a@me.com", None),
            ("a@ksu.edu.sa", None),
            ("a@moe.gov.sa", None),
            ("a@small.com", None),
            ("a@yahoo.ca", None),
            ("a@yahoo.co.in", None),
            ("a@hotmail.co.uk", None),
            ("a@outlook.sa", None),
            ("a@live.com", None),
            ("a@example.com", None),
        ] {
            assert_eq!(Email::parse(typed).unwrap().slip().as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn nothing_shows_the_address_by_accident() {
        let email = Email::parse("m.ahmad@gmail.com").unwrap();
        assert_eq!(email.masked(), "m•••@gmail.com");
        assert_eq!(Email::parse("m@gmail.com").unwrap().masked(), "•••@gmail.com");
        assert_eq!(format!("{email:?}"), "Email(…)");
        let refused = serde_json::from_str::<Email>("\"ahmad@secret\"")
            .unwrap_err()
            .to_string();
        assert!(!refused.contains("secret"), "{refused}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*|[a-z.@ -]{0,20}|[a-z]{1,5}@[a-zA-Zéا.-]{1,12}\\.[a-z]{1,4}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
                if let Some(meant) = email.slip() {
                    prop_assert_eq!(Email::parse(&meant).unwrap().slip(), None);
                }
            }
        }
    }
}
