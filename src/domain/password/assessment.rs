//! What a password is like while it is typed.

use std::collections::HashSet;
use std::sync::LazyLock;

use zeroize::Zeroizing;
use zxcvbn::Score;

use super::{PersonalWords, prepared};
use crate::domain::policy::PasswordPolicy;
use crate::domain::secret::ExposeSecret;
use crate::domain::text::is_arabic_letter;

/// How hard a password is to guess (zxcvbn, told about the person's own words). It advises and refuses nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Fewer than 10³ guesses.
    #[default]
    VeryWeak,
    /// Fewer than 10⁶ guesses.
    Weak,
    /// Fewer than 10⁸ guesses.
    Fair,
    /// Fewer than 10¹⁰ guesses.
    Strong,
    /// More.
    VeryStrong,
}

impl Strength {
    /// 0 to 4, for the meter.
    pub const fn level(self) -> u8 {
        self as u8
    }
}

/// A rule that a password breaks. They stand in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasswordFault {
    /// It is empty, or has fewer code points than asked for.
    TooShort,
    /// It has more code points than are taken.
    TooLong,
    /// It has no upper-case Latin letter.
    MissingUpper,
    /// It has no lower-case Latin letter.
    MissingLower,
    /// It has no digit, where the desk asks for one.
    MissingDigit,
    /// It has no symbol, where the desk asks for one.
    MissingSymbol,
    /// A character stands in it that could not be typed again: a control character, an invisible one.
    ForbiddenCharacter,
    /// It stands among the 10,000 commonest.
    Common,
    /// It is the person's user name, identity number, mobile or email.
    EqualsPersonal,
    /// One character makes up more than half of it.
    Repeated,
}

/// What a password is like: rule by rule, for the list that ticks itself off, and its strength.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Fewer code points than asked for.
    pub too_short: bool,
    /// More code points than are taken.
    pub too_long: bool,
    /// An upper-case Latin letter is required and lacking.
    pub missing_upper: bool,
    /// A lower-case Latin letter is required and lacking.
    pub missing_lower: bool,
    /// A digit is required and lacking.
    pub missing_digit: bool,
    /// A symbol is required and lacking.
    pub missing_symbol: bool,
    /// There is a digit in it.
    pub has_digit: bool,
    /// There is a symbol in it, which is recommended.
    pub has_symbol: bool,
    /// A character that could not be typed again stands in it.
    pub forbidden: bool,
    /// It stands among the 10,000 commonest.
    pub common: bool,
    /// It is one of the person's own words.
    pub equals_personal: bool,
    /// One character makes up more than half of it.
    pub repeated: bool,
    /// How hard it is to guess.
    pub strength: Strength,
    /// There are Arabic letters and no Latin ones in it: the keyboard is Arabic.
    pub arabic_keyboard: bool,
}

impl Assessment {
    /// The rules that are broken; none where the password can be taken.
    pub fn faults(&self) -> Vec<PasswordFault> {
        use PasswordFault as F;
        [
            (self.too_short, F::TooShort),
            (self.too_long, F::TooLong),
            (self.missing_upper, F::MissingUpper),
            (self.missing_lower, F::MissingLower),
            (self.missing_digit, F::MissingDigit),
            (self.missing_symbol, F::MissingSymbol),
            (self.forbidden, F::ForbiddenCharacter),
            (self.common, F::Common),
            (self.equals_personal, F::EqualsPersonal),
            (self.repeated, F::Repeated),
        ]
        .into_iter()
        .filter_map(|(broken, fault)| broken.then_some(fault))
        .collect()
    }
}

/// Judges a password as it is typed. Takes a few milliseconds at most, however long it is.
pub fn assess(candidate: &str, about: &PersonalWords, rules: &PasswordPolicy) -> Assessment {
    let form = prepared(candidate);
    // What has no form is judged as it stands, so that the other rules still tick.
    let text = form.as_ref().map_or(candidate, |form| form.expose_secret());
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let has = |wanted: fn(char) -> bool| text.chars().any(wanted);
    let has_digit = has(char::is_numeric);
    let has_symbol = has(|c| !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control());
    Assessment {
        too_short: length < rules.shortest,
        too_long: length > rules.longest,
        missing_upper: rules.upper && !has(|c| c.is_ascii_uppercase()),
        missing_lower: rules.lower && !has(|c| c.is_ascii_lowercase()),
        missing_digit: rules.digit && !has_digit,
        missing_symbol: rules.symbol && !has_symbol,
        has_digit,
        has_symbol,
        forbidden: form.is_none() && !text.is_empty(),
        common: is_common(text),
        equals_personal: about.equal(text),
        repeated: is_repetitive(text),
        strength: strength(text, about),
        arabic_keyboard: has(is_arabic_letter) && !has(|c| c.is_ascii_alphabetic()),
    }
}

/// One password a line, in lower case; see `assets/passwords/README.md`.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../../assets/passwords/common.txt").lines().collect());

fn is_common(password: &str) -> bool {
    let lower = Zeroizing::new(password.to_lowercase());
    COMMON.contains(lower.as_str())
}

fn is_repetitive(password: &str) -> bool {
    let mut characters: Zeroizing<Vec<char>> = Zeroizing::new(password.chars().collect());
    characters.sort_unstable();
    let most = characters
        .chunk_by(|one, next| one == next)
        .map(<[char]>::len)
        .max()
        .unwrap_or_default();
    most * 2 > characters.len()
}

/// So much of a password is measured: whatever has more is hard enough, and the time grows with its square.
const MEASURED: usize = 64;

fn strength(password: &str, about: &PersonalWords) -> Strength {
    let measured: Zeroizing<String> = Zeroizing::new(password.chars().take(MEASURED).collect());
    let words = about.for_guessing();
    let words: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    match zxcvbn::zxcvbn(&measured, &words).score() {
        Score::One => Strength::Weak,
        Score::Two => Strength::Fair,
        Score::Three => Strength::Strong,
        Score::Four => Strength::VeryStrong,
        _ => Strength::VeryWeak,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::time::{Duration, Instant};

    use PasswordFault as F;

    use super::*;
    use crate::domain::applicant::{Email, IdentityNumber, Mobile, PersonName, Username};

    fn person() -> PersonalWords {
        PersonalWords {
            username: Username::parse("Faisal2030").ok(),
            identity: IdentityNumber::parse("1101798278").ok(),
            mobile: Mobile::parse("0501234567").ok(),
            email: Email::parse("Faisal.H@example.com").ok(),
            name: PersonName::parse("Faisal Alharbi").ok(),
            place: vec!["absher".to_owned()],
        }
    }

    fn faults(password: &str) -> Vec<F> {
        assess(password, &person(), &PasswordPolicy::default()).faults()
    }

    #[test]
    fn each_rule_is_judged_by_itself() {
        let long = "Aa".repeat(64);
        assert_eq!(faults(&long), []);
        assert_eq!(faults(&format!("{long}-")), [F::TooLong]);
        for (password, expected) in [
            ("Tamar-wa-Laban", vec![]),
            ("TamarLaban", vec![]),
            ("TamarLab", vec![]),
            ("TamarLa", vec![F::TooShort]),
            ("Tamarملا", vec![]),
            ("T😀mar🐪La", vec![]),
            ("", vec![F::TooShort, F::MissingUpper, F::MissingLower]),
            ("tamarlaban", vec![F::MissingUpper]),
            ("TAMARLABAN", vec![F::MissingLower]),
            ("تمر ولبن وقهوة", vec![F::MissingUpper, F::MissingLower]),
            ("ÉÀÖÜéàöü", vec![F::MissingUpper, F::MissingLower]),
            ("Password1", vec![F::Common]),
            ("PassWord", vec![F::Common]),
            ("Faisal2030", vec![F::EqualsPersonal]),
            ("fAISAL2030", vec![F::EqualsPersonal]),
            ("faisal.h@Example.com", vec![F::EqualsPersonal]),
            ("1101798278", vec![F::MissingUpper, F::MissingLower, F::EqualsPersonal]),
            ("١١٠١٧٩٨٢٧٨", vec![F::MissingUpper, F::MissingLower, F::EqualsPersonal]),
            (
                "+966 50 123 4567",
                vec![F::MissingUpper, F::MissingLower, F::EqualsPersonal],
            ),
            ("Zaaaaaaaaaa", vec![F::Repeated]),
            ("Zbaaaaaac", vec![F::Repeated]),
            ("Zbaaaaac", vec![F::Repeated]),
            ("Zbaaaacd", vec![]),
        ] {
            assert_eq!(faults(password), expected, "{password}");
        }
    }

    #[test]
    fn a_desk_can_ask_for_more() {
        let rules = PasswordPolicy {
            shortest: 12,
            digit: true,
            symbol: true,
            ..PasswordPolicy::default()
        };
        let judged = |password| assess(password, &person(), &rules).faults();
        assert_eq!(judged("TamarLaban"), [F::TooShort, F::MissingDigit, F::MissingSymbol]);
        assert_eq!(judged("Tamar-wa-Laban-٧"), []);
    }

    #[test]
    fn the_recommendations_and_the_keyboard_are_seen() {
        let seen = |password| {
            let judged = assess(password, &person(), &PasswordPolicy::default());
            (judged.has_digit, judged.has_symbol, judged.arabic_keyboard)
        };
        assert_eq!(seen("TamarLaban"), (false, false, false));
        assert_eq!(seen("Tamar Laban 7"), (true, false, false));
        assert_eq!(seen("Tamar_Laban"), (false, true, false));
        assert_eq!(seen("فشةشق"), (false, false, true));
        assert_eq!(seen("Tamarلبن"), (false, false, false));
    }

    #[test]
    fn strength_knows_the_person() {
        let of = |password: &str, about: &PersonalWords| assess(password, about, &PasswordPolicy::default()).strength;
        let nobody = PersonalWords::default();
        assert!(of("Alharbi2030", &person()) < of("Alharbi2030", &nobody));
        assert!(of("0501234567", &person()) <= Strength::Weak);
        assert_eq!(of("", &nobody).level(), 0);
        assert_eq!(of("Password", &nobody), Strength::VeryWeak);
        assert_eq!(of("Tamar-wa-Laban-fi-Buraydah", &nobody).level(), 4);
    }

    /// The slowest inputs that are known: repeats, sequences, substitutions, dates and keyboard walks in the longest text.
    #[test]
    fn the_longest_password_is_judged_at_once() {
        assess("warm up", &person(), &PasswordPolicy::default());
        for pattern in [
            "a",
            "Ab1!",
            "p4ssw0rd",
            "@$3!0|7",
            "19991231",
            "qwertyuiop",
            "abcdefgh",
            "م",
            "😀",
        ] {
            let password: String = pattern.chars().cycle().take(128).collect();
            let start = Instant::now();
            assess(&password, &person(), &PasswordPolicy::default());
            let taken = start.elapsed();
            println!("{pattern}: {taken:?}");
            assert!(taken < Duration::from_secs(1), "{pattern}: {taken:?}");
        }
    }

    #[test]
    fn the_list_of_common_ones_is_whole() {
        assert_eq!(COMMON.len(), 10_000);
        assert!(
            COMMON
                .iter()
                .all(|line| !line.is_empty() && line.to_lowercase() == *line && line.trim() == *line)
        );
    }
}
