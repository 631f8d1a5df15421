//! The number of a national ID, an iqama or a border entry.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::text::{is_ascii_digits, without_separators};

const LENGTH: usize = 10;

/// Who the applicant is, by the first digit of the identity number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ApplicantKind {
    /// A citizen, with a national ID: 1.
    Citizen,
    /// A resident, with an iqama: 2.
    Resident,
    /// A visitor, with a border number: 3.
    Visitor,
}

impl ApplicantKind {
    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Resident => "resident",
            Self::Visitor => "visitor",
        }
    }
}

/// Ten digits, the first of which tells the kind; the last is a check digit (Luhn over all ten) for citizens and
/// residents. Border numbers have no check digit that is known to hold. Redacted in `Debug`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdentityNumber {
    digits: [u8; LENGTH],
    kind: ApplicantKind,
}

/// Why a text is no identity number. Tells nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityNumberError {
    /// Nothing was typed.
    #[error("the identity number is empty")]
    Empty,
    /// Something other than digits stands in it.
    #[error("the identity number has something other than digits in it")]
    NotDigits,
    /// There are not ten digits.
    #[error("an identity number has 10 digits, not {digits}")]
    WrongLength {
        /// How many there are.
        digits: usize,
    },
    /// A digit is mistyped, or two are swapped.
    #[error("the check digit of the identity number does not hold")]
    CheckDigit,
    /// It is a mobile number.
    #[error("this is a mobile number, not an identity number")]
    IsMobile,
    /// The first digit is none of 1, 2 and 3.
    #[error("an identity number begins with 1, 2 or 3")]
    UnknownKind,
}

impl IdentityNumber {
    /// Reads what was typed or pasted: digits of any script, with spaces, separators and bidi marks among them.
    ///
    /// # Errors
    /// See [`IdentityNumberError`]; of several faults the first in its order of judgement: empty, a mobile number,
    /// not digits, length, kind, check digit.
    pub fn parse(text: &str) -> Result<Self, IdentityNumberError> {
        let typed = without_separators(text);
        if typed.is_empty() {
            return Err(IdentityNumberError::Empty);
        }
        if looks_like_mobile(&typed) {
            return Err(IdentityNumberError::IsMobile);
        }
        if !is_ascii_digits(&typed) {
            return Err(IdentityNumberError::NotDigits);
        }
        let digits: [u8; LENGTH] = typed
            .as_bytes()
            .try_into()
            .map_err(|_| IdentityNumberError::WrongLength { digits: typed.len() })?;
        let kind = match digits[0] {
            b'1' => ApplicantKind::Citizen,
            b'2' => ApplicantKind::Resident,
            b'3' => ApplicantKind::Visitor,
            _ => return Err(IdentityNumberError::UnknownKind),
        };
        if kind != ApplicantKind::Visitor && !luhn_holds(&digits) {
            return Err(IdentityNumberError::CheckDigit);
        }
        Ok(Self { digits, kind })
    }

    /// Who it belongs to.
    pub const fn kind(&self) -> ApplicantKind {
        self.kind
    }

    /// All ten digits.
    pub fn digits(&self) -> &str {
        std::str::from_utf8(&self.digits).unwrap_or_default()
    }

    /// The last four digits, which a clerk reads off the document.
    pub fn last_four(&self) -> &str {
        std::str::from_utf8(&self.digits[6..]).unwrap_or_default()
    }

    /// For the eyes of others: `••••••8278`.
    pub fn masked(&self) -> String {
        format!("••••••{}", self.last_four())
    }
}

/// What was typed, in the groups of 3, 3, 3 and 1 in which it is read aloud to find a mistyped digit.
/// `None` where it is not ten digits. The number itself need not be right.
pub fn groups(typed: &str) -> Option<[String; 4]> {
    let digits = without_separators(typed);
    if digits.len() != LENGTH || !is_ascii_digits(&digits) {
        return None;
    }
    let group = |from: usize, to: usize| digits.get(from..to).map(str::to_owned);
    Some([group(0, 3)?, group(3, 6)?, group(6, 9)?, group(9, 10)?])
}

/// `05…`, `+966…`, `00966…` and `9665…`, of any length, and the nine digits `5…`: no identity number begins like these.
fn looks_like_mobile(typed: &str) -> bool {
    let national = typed.len() == 9 && typed.starts_with('5') && is_ascii_digits(typed);
    let begins = |prefix: &&str| {
        typed
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    national || ["05", "+966", "00966", "9665", "96605"].iter().any(begins)
}

/// The Luhn sum over all digits, check digit included, is a multiple of ten (ISO/IEC 7812-1, annex B).
fn luhn_holds(digits: &[u8; LENGTH]) -> bool {
    let weighed = |(place, digit): (usize, &u8)| {
        let value = u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 };
        if value > 9 { value - 9 } else { value }
    };
    digits.iter().enumerate().map(weighed).sum::<u32>() % 10 == 0
}

impl fmt::Debug for IdentityNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "IdentityNumber({})", self.kind.word())
    }
}

impl From<IdentityNumber> for String {
    fn from(number: IdentityNumber) -> Self {
        number.digits().to_owned()
    }
}

impl TryFrom<String> for IdentityNumber {
    type Error = IdentityNumberError;

    fn try_from(text: String) -> Result<Self, IdentityNumberError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn error(text: &str) -> IdentityNumberError {
        IdentityNumber::parse(text).expect_err(text)
    }

    #[test]
    fn known_numbers_are_read() {
        for (text, kind) in [
            ("1000000008", ApplicantKind::Citizen),
            ("1101798278", ApplicantKind::Citizen),
            ("2000000006", ApplicantKind::Resident),
            ("3000000000", ApplicantKind::Visitor),
            ("3123456789", ApplicantKind::Visitor),
        ] {
            assert_eq!(IdentityNumber::parse(text).unwrap().kind(), kind, "{text}");
        }
    }

    #[test]
    fn every_spelling_is_the_same_number() {
        let number = IdentityNumber::parse("1101798278").unwrap();
        for text in [
            " 1101798278\n",
            "110 179 827 8",
            "110-179-827-8",
            "110.179.827/8",
            "١١٠١٧٩٨٢٧٨",
            "۱۱۰۱۷۹۸۲۷۸",
            "１１０１７９８２７８",
            "\u{202B}1101798278\u{202C}",
            "\u{200F}١١٠١\u{00A0}٧٩٨٢٧٨\u{200E}",
        ] {
            assert_eq!(IdentityNumber::parse(text), Ok(number), "{text}");
        }
    }

    #[test]
    fn each_fault_has_its_own_error() {
        use IdentityNumberError as E;
        for text in ["", "  ", "\u{200F}", "-"] {
            assert_eq!(error(text), E::Empty);
        }
        for text in [
            "11017982a8",
            "هوية",
            "1101798278x",
            "+1101798278",
            "1²01798278",
            "ahmad2020",
        ] {
            assert_eq!(error(text), E::NotDigits, "{text}");
        }
        assert_eq!(error("110179827"), E::WrongLength { digits: 9 });
        assert_eq!(error("11017982788"), E::WrongLength { digits: 11 });
        assert_eq!(error("1"), E::WrongLength { digits: 1 });
        for text in ["1000000000", "1071724369", "2000000001", "1101798287"] {
            assert_eq!(error(text), E::CheckDigit, "{text}");
        }
        for text in [
            "0501234567",
            "٠٥٠ ١٢٣ ٤٥٦٧",
            "05",
            "966501234567",
            "+966501234567",
            "00966501234567",
            "501234567",
            "9660501234567",
        ] {
            assert_eq!(error(text), E::IsMobile, "{text}");
        }
        for text in ["0000000000", "4000000002", "7101798278", "9101798278"] {
            assert_eq!(error(text), E::UnknownKind, "{text}");
        }
    }

    #[test]
    fn nothing_shows_the_number_by_accident() {
        let number = IdentityNumber::parse("1101798278").unwrap();
        assert_eq!(number.masked(), "••••••8278");
        assert_eq!(number.last_four(), "8278");
        assert_eq!(format!("{number:?}"), "IdentityNumber(citizen)");
        let refused = serde_json::from_str::<IdentityNumber>("\"1101798279\"")
            .unwrap_err()
            .to_string();
        assert!(!refused.contains("1101798279"), "{refused}");
    }

    #[test]
    fn a_mistyped_number_can_be_read_aloud() {
        assert_eq!(groups("١١٠١٧٩٨٢٧٩").unwrap(), ["110", "179", "827", "9"]);
        assert_eq!(groups("110179827"), None);
        assert_eq!(groups("110179827x"), None);
        assert_eq!(groups("أأأأأ"), None);
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_found(body in "[12][0-9]{8}", place in 1..10_usize, other in 1..10_u8) {
            let right = ('0'..='9').map(|check| format!("{body}{check}")).find(|text| IdentityNumber::parse(text).is_ok());
            let mut digits = right.expect("one check digit holds").into_bytes();
            digits[place] = b'0' + (digits[place] - b'0' + other) % 10;
            let wrong = String::from_utf8(digits).unwrap();
            prop_assert_eq!(IdentityNumber::parse(&wrong), Err(IdentityNumberError::CheckDigit));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            if let Ok(number) = IdentityNumber::parse(&text) {
                prop_assert_eq!(IdentityNumber::parse(number.digits()), Ok(number));
                let file = serde_json::to_string(&number).unwrap();
                prop_assert_eq!(serde_json::from_str::<IdentityNumber>(&file).unwrap(), number);
            }
        }
    }
}
