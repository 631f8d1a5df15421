//! A Saudi mobile number.

use std::fmt;

use rlibphonenumber::{PHONE_NUMBER_UTIL, ParseError, Region};
use serde::{Deserialize, Serialize};

use crate::domain::text::{is_ascii_digits, without_separators};

const COUNTRY: i32 = 966;
const LENGTH: usize = 9;

/// A mobile number of the Kingdom, by its nine national digits `5…`. Redacted in `Debug`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mobile([u8; LENGTH]);

/// Why a text is no Saudi mobile number. Tells nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MobileError {
    /// Nothing was typed.
    #[error("the mobile number is empty")]
    Empty,
    /// Something other than digits, and a plus before them, stands in it.
    #[error("the mobile number has something other than digits in it")]
    NotDigits,
    /// There are too few or too many digits.
    #[error("a mobile number has 10 digits from 05 on; this one has {digits}")]
    WrongLength {
        /// How many were typed.
        digits: usize,
    },
    /// It is as long as a Saudi number, or is one, but no mobile begins like it: a landline, a toll-free number.
    #[error("this is not a mobile number of the Kingdom")]
    NotMobile,
    /// It is a number of another country.
    #[error("this is a number of another country")]
    Foreign,
    /// It is an identity number.
    #[error("this is an identity number, not a mobile number")]
    IsIdentity,
}

/// The operator that a prefix was first given to. Numbers are portable, so this is a hint and never a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operator {
    /// stc.
    Stc,
    /// Mobily.
    Mobily,
    /// Zain.
    Zain,
    /// Salam.
    Salam,
    /// Virgin Mobile.
    Virgin,
    /// Red Bull Mobile.
    RedBull,
    /// Lebara.
    Lebara,
}

impl Operator {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Stc,
        Self::Mobily,
        Self::Zain,
        Self::Salam,
        Self::Virgin,
        Self::RedBull,
        Self::Lebara,
    ];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stc => "stc",
            Self::Mobily => "mobily",
            Self::Zain => "zain",
            Self::Salam => "salam",
            Self::Virgin => "virgin",
            Self::RedBull => "red-bull",
            Self::Lebara => "lebara",
        }
    }

    /// The operator that a word in a file names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operator| operator.word() == word)
    }
}

impl Mobile {
    /// Reads what was typed or pasted: `0501234567`, `501234567`, `966…`, `00966…`, `+966…`, `+9660501234567`, in digits
    /// of any script, with spaces, dashes and bidi marks among them.
    ///
    /// # Errors
    /// See [`MobileError`].
    pub fn parse(text: &str) -> Result<Self, MobileError> {
        let typed = without_separators(text);
        let digits = typed.trim_start_matches(['+', '＋']);
        if digits.is_empty() {
            return Err(MobileError::Empty);
        }
        if !is_ascii_digits(digits) {
            return Err(MobileError::NotDigits);
        }
        let with_plus = digits.len() != typed.len();
        if !with_plus && digits.len() == 10 && digits.starts_with(['1', '2', '3']) {
            return Err(MobileError::IsIdentity);
        }
        let wrong_length = MobileError::WrongLength { digits: digits.len() };
        let spelled = if with_plus {
            format!("+{digits}")
        } else {
            digits.to_owned()
        };
        let number = PHONE_NUMBER_UTIL
            .parse(&spelled, Some(Region::SA))
            .map_err(|error| match error {
                ParseError::InvalidCountryCode => MobileError::Foreign,
                ParseError::NotANumber(_)
                | ParseError::TooShortAfterIdd
                | ParseError::TooShortNsn
                | ParseError::TooLongNsn => wrong_length,
            })?;
        if number.country_code != COUNTRY {
            return Err(MobileError::Foreign);
        }
        // The zero of a number that is too short for the plan is not taken off it.
        let national = number.get_national_significant_number();
        match <[u8; LENGTH]>::try_from(national.trim_start_matches('0').as_bytes()) {
            Ok(nine) if is_mobile(nine) => Ok(Self(nine)),
            Ok(_) => Err(MobileError::NotMobile),
            Err(_) if number.is_valid() => Err(MobileError::NotMobile),
            Err(_) => Err(wrong_length),
        }
    }

    /// `+966501234567` (E.164): what gateways are given.
    pub fn e164(&self) -> String {
        format!("+{COUNTRY}{}", self.nine())
    }

    /// `050 123 4567`: as people here write it.
    pub fn national(&self) -> String {
        let nine = self.nine();
        let (code, rest) = nine.split_at_checked(2).unwrap_or_default();
        let (middle, end) = rest.split_at_checked(3).unwrap_or_default();
        format!("0{code} {middle} {end}")
    }

    /// The last two digits, by which people know their own number.
    pub fn last_two(&self) -> &str {
        std::str::from_utf8(&self.0[LENGTH - 2..]).unwrap_or_default()
    }

    /// For the eyes of others: `05••••••67`.
    pub fn masked(&self) -> String {
        format!("05••••••{}", self.last_two())
    }

    /// The operator that the prefix was first given to, where one is known.
    pub fn operator_hint(&self) -> Option<Operator> {
        match self.0 {
            [b'5', b'0' | b'3' | b'5', ..] => Some(Operator::Stc),
            [b'5', b'4' | b'6', ..] => Some(Operator::Mobily),
            [b'5', b'8' | b'9', ..] => Some(Operator::Zain),
            [b'5', b'1', b'0' | b'1', ..] => Some(Operator::Salam),
            [b'5', b'1', b'5', b'0'..=b'4', ..] => Some(Operator::Virgin),
            [b'5', b'7', b'0'..=b'2', ..] | [b'5', b'7', b'3', b'0'..=b'4', ..] => Some(Operator::Virgin),
            [b'5', b'7', b'4' | b'5', ..] => Some(Operator::RedBull),
            [b'5', b'7', b'6'..=b'8', ..] | [b'5', b'7', b'9', b'0' | b'1', ..] => Some(Operator::Lebara),
            [b'5', b'7', b'3' | b'9', ..] => Some(Operator::Stc),
            _ => None,
        }
    }

    fn nine(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// `579[0-8]\d{5}|5(?:[013-689]\d|7[0-8])\d{6}`: the numbering plan's mobile ranges, as libphonenumber has them.
/// Written out because its "may be mobile" also covers ranges that it cannot tell apart from others.
fn is_mobile(nine: [u8; LENGTH]) -> bool {
    match nine {
        [b'5', b'7', b'9', fourth, ..] => fourth != b'9',
        [b'5', second, ..] => second != b'2',
        _ => false,
    }
}

impl fmt::Debug for Mobile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Mobile(…)")
    }
}

impl From<Mobile> for String {
    fn from(mobile: Mobile) -> Self {
        mobile.e164()
    }
}

impl TryFrom<String> for Mobile {
    type Error = MobileError;

    fn try_from(text: String) -> Result<Self, MobileError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_spelling_is_the_same_number() {
        for text in [
            "0501234567",
            "٠٥٠١٢٣٤٥٦٧",
            "۰۵۰۱۲۳۴۵۶۷",
            "00966501234567",
            "009660501234567",
            "966501234567",
            "9660501234567",
            "+966501234567",
            "+9660501234567",
            "＋٩٦٦٥٠١٢٣٤٥٦٧",
            "501234567",
            " 050 123 4567 ",
            "050-123-4567",
            "+966 (50) 123.4567",
            "\u{202A}+966501234567\u{202C}",
            "\u{200F}٠٥٠\u{00A0}١٢٣ ٤٥٦٧",
        ] {
            let mobile = Mobile::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(mobile.e164(), "+966501234567", "{text}");
        }
    }

    #[test]
    fn each_fault_has_its_own_error() {
        use MobileError as E;
        for (text, expected) in [
            ("", E::Empty),
            (" \u{200F}", E::Empty),
            ("+", E::Empty),
            ("05o1234567", E::NotDigits),
            ("جوال", E::NotDigits),
            ("0501234567 x12", E::NotDigits),
            ("050123456+7", E::NotDigits),
            ("0", E::WrongLength { digits: 1 }),
            ("050123456", E::WrongLength { digits: 9 }),
            ("05012345678", E::WrongLength { digits: 11 }),
            ("+96650123456", E::WrongLength { digits: 11 }),
            ("05012345670501234567", E::WrongLength { digits: 20 }),
            ("0112345678", E::NotMobile),
            ("+966112345678", E::NotMobile),
            ("0521234567", E::NotMobile),
            ("0579912345", E::NotMobile),
            ("920012345", E::NotMobile),
            ("8001234567", E::NotMobile),
            ("+971501234567", E::Foreign),
            ("00201001234567", E::Foreign),
            ("+12025550199", E::Foreign),
            ("+999501234567", E::Foreign),
            ("1101798278", E::IsIdentity),
            ("٢٠٠٠٠٠٠٠٠٦", E::IsIdentity),
            ("1101798279", E::IsIdentity),
            ("3123456789", E::IsIdentity),
        ] {
            assert_eq!(Mobile::parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn the_prefix_hints_at_its_first_holder() {
        for (text, hint) in [
            ("0501234567", Some(Operator::Stc)),
            ("0531234567", Some(Operator::Stc)),
            ("0551234567", Some(Operator::Stc)),
            ("0541234567", Some(Operator::Mobily)),
            ("0561234567", Some(Operator::Mobily)),
            ("0581234567", Some(Operator::Zain)),
            ("0591234567", Some(Operator::Zain)),
            ("0510123456", Some(Operator::Salam)),
            ("0511123456", Some(Operator::Salam)),
            ("0512123456", None),
            ("0514123456", None),
            ("0515012345", Some(Operator::Virgin)),
            ("0515412345", Some(Operator::Virgin)),
            ("0515512345", None),
            ("0516123456", None),
            ("0572123456", Some(Operator::Virgin)),
            ("0573412345", Some(Operator::Virgin)),
            ("0573512345", Some(Operator::Stc)),
            ("0574123456", Some(Operator::RedBull)),
            ("0576123456", Some(Operator::Lebara)),
            ("0579112345", Some(Operator::Lebara)),
            ("0579212345", Some(Operator::Stc)),
            ("0579812345", Some(Operator::Stc)),
        ] {
            assert_eq!(
                Mobile::parse(text).map(|mobile| mobile.operator_hint()),
                Ok(hint),
                "{text}"
            );
        }
    }

    #[test]
    fn nothing_shows_the_number_by_accident() {
        let mobile = Mobile::parse("0501234567").unwrap();
        assert_eq!(mobile.national(), "050 123 4567");
        assert_eq!(mobile.masked(), "05••••••67");
        assert_eq!(mobile.last_two(), "67");
        assert_eq!(format!("{mobile:?}"), "Mobile(…)");
        assert_eq!(serde_json::to_string(&mobile).unwrap(), "\"+966501234567\"");
        let refused = serde_json::from_str::<Mobile>("\"0112345678\"")
            .unwrap_err()
            .to_string();
        assert!(!refused.contains("12345"), "{refused}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*|[+0-9 ]{0,20}|(05|9665|\\+9665|009665)[0-9]{6,9}") {
            if let Ok(mobile) = Mobile::parse(&text) {
                prop_assert_eq!(Mobile::parse(&mobile.e164()), Ok(mobile));
                prop_assert_eq!(Mobile::parse(&mobile.national()), Ok(mobile));
            }
        }

        #[test]
        fn the_national_rules_are_those_of_the_numbering_plan(nine in "[1-9][0-9]{8}|5[0-9]{8}|57[0-9]{7}|579[0-9]{6}") {
            let number = PHONE_NUMBER_UTIL.parse(format!("+966{nine}"), None).unwrap();
            let plan = number.is_valid() && number.get_type() == rlibphonenumber::PhoneNumberType::Mobile;
            prop_assert_eq!(Mobile::parse(&format!("+966{nine}")).is_ok(), plan, "{}", nine);
        }
    }
}
