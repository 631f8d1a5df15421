//! One-time codes: what an SMS carries and the applicant types.

use std::fmt;

use subtle::ConstantTimeEq;

use super::secret::{ExposeSecret, Secret};
use super::text::{is_ascii_digits, without_separators};

/// A one-time code. It is derived anew each time it is needed, and never stored. Redacted in `Debug`.
pub struct Code(Secret);

/// What the applicant typed for a code: as many digits as a code has. Redacted in `Debug`.
pub struct TypedCode(Secret);

/// Why a text cannot be a code. It is no wrong try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedCodeError {
    /// Nothing was typed.
    #[error("the code is empty")]
    Empty,
    /// Something other than digits stands in it.
    #[error("the code has something other than digits in it")]
    NotDigits,
    /// There are more or fewer digits than a code has.
    #[error("the code has {expected} digits, not {digits}")]
    WrongLength {
        /// How many were typed.
        digits: usize,
        /// How many a code has.
        expected: u8,
    },
}

impl Code {
    /// The fewest digits of a code.
    pub const FEWEST: u8 = 6;
    /// The most digits of a code.
    pub const MOST: u8 = 10;

    /// Reduces 256 random bits to a code, every code as likely as any other; the same bits give the same code.
    /// `digits` outside [`Code::FEWEST`] to [`Code::MOST`] is taken as the nearest of them.
    ///
    /// Of the four 64-bit numbers in the bits the first is taken that lies below the largest multiple of 10^digits.
    /// That none does happens less than once in 10^37 codes; then the last one is taken as it is.
    pub fn from_random(bits: &[u8; 32], digits: u8) -> Self {
        let width = usize::from(digits.clamp(Self::FEWEST, Self::MOST));
        let codes = (0..width).fold(1_u64, |codes, _| codes * 10);
        // 2^64 mod codes, in 64 bits; numbers from 2^64 less this on would favour the low codes.
        let surplus = (u64::MAX % codes + 1) % codes;
        let (numbers, _) = bits.as_chunks::<8>();
        let mut numbers = numbers.iter().map(|bytes| u64::from_be_bytes(*bytes));
        let last = numbers.clone().next_back().unwrap_or_default();
        let even = numbers
            .find(|number| surplus == 0 || *number <= u64::MAX - surplus)
            .unwrap_or(last);
        Self(Secret::from(format!("{:0width$}", even % codes)))
    }

    /// Whether that is what was typed. Takes as long for a wrong code as for the right one.
    pub fn matches(&self, typed: &TypedCode) -> bool {
        self.0
            .expose_secret()
            .as_bytes()
            .ct_eq(typed.0.expose_secret().as_bytes())
            .into()
    }

    /// The digits, for the message that carries them.
    pub const fn secret(&self) -> &Secret {
        &self.0
    }
}

impl TypedCode {
    /// Reads what was typed or pasted: digits of any script, with spaces, dashes and bidi marks among them.
    ///
    /// # Errors
    /// See [`TypedCodeError`].
    pub fn parse(text: &str, digits: u8) -> Result<Self, TypedCodeError> {
        let typed = Secret::from(without_separators(text));
        let characters = typed.expose_secret();
        if characters.is_empty() {
            return Err(TypedCodeError::Empty);
        }
        if !is_ascii_digits(characters) {
            return Err(TypedCodeError::NotDigits);
        }
        if characters.len() != usize::from(digits) {
            return Err(TypedCodeError::WrongLength {
                digits: characters.len(),
                expected: digits,
            });
        }
        Ok(Self(typed))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Code(…)")
    }
}

impl fmt::Debug for TypedCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TypedCode(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn bits(numbers: [u64; 4]) -> [u8; 32] {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
        bytes.try_into().unwrap()
    }

    fn code(numbers: [u64; 4], digits: u8) -> String {
        Code::from_random(&bits(numbers), digits)
            .secret()
            .expose_secret()
            .to_owned()
    }

    #[test]
    fn codes_keep_their_zeros_and_their_length() {
        assert_eq!(code([42, 0, 0, 0], 6), "000042");
        assert_eq!(code([1_234_567, 0, 0, 0], 6), "234567");
        assert_eq!(code([42, 0, 0, 0], 8), "00000042");
        assert_eq!(code([42, 0, 0, 0], 1), "000042");
        assert_eq!(code([42, 0, 0, 0], 200), "0000000042");
    }

    #[test]
    fn numbers_that_would_favour_some_codes_are_passed_over() {
        let codes = 1_000_000;
        let surplus = (u64::MAX % codes + 1) % codes;
        let first_uneven = u64::MAX - surplus + 1;
        assert_eq!(
            first_uneven % codes,
            0,
            "the even numbers are whole rounds of all codes"
        );
        assert_eq!(code([first_uneven - 1, 7, 0, 0], 6), "999999");
        assert_eq!(code([first_uneven, 7, 0, 0], 6), "000007");
        assert_eq!(code([u64::MAX, u64::MAX, u64::MAX, 7], 6), "000007");
        assert_eq!(code([u64::MAX; 4], 6), format!("{:06}", u64::MAX % codes));
    }

    #[test]
    fn what_is_typed_is_read_or_refused() {
        let sent = Code::from_random(&bits([123_456, 0, 0, 0]), 6);
        for typed in [
            "123456",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            " 123 456 ",
            "123-456",
            "\u{200F}12\u{200E}3456",
        ] {
            assert!(sent.matches(&TypedCode::parse(typed, 6).unwrap()), "{typed}");
        }
        assert!(!sent.matches(&TypedCode::parse("123457", 6).unwrap()));
        assert!(!sent.matches(&TypedCode::parse("1234560", 7).unwrap()));
        for (typed, expected) in [
            ("", TypedCodeError::Empty),
            (" \u{200F}", TypedCodeError::Empty),
            ("12a456", TypedCodeError::NotDigits),
            ("١٢٣ رمز", TypedCodeError::NotDigits),
            ("12345", TypedCodeError::WrongLength { digits: 5, expected: 6 }),
            ("1234567", TypedCodeError::WrongLength { digits: 7, expected: 6 }),
        ] {
            assert_eq!(TypedCode::parse(typed, 6).unwrap_err(), expected, "{typed}");
        }
        assert_eq!(
            format!("{sent:?} {:?}", TypedCode::parse("123456", 6).unwrap()),
            "Code(…) TypedCode(…)"
        );
    }

    proptest! {
        #[test]
        fn a_code_matches_itself_alone(one in any::<[u8; 32]>(), other in any::<[u8; 32]>(), digits in 6..=10_u8) {
            let sent = Code::from_random(&one, digits);
            let again = Code::from_random(&one, digits);
            let typed = |code: &Code| TypedCode::parse(code.secret().expose_secret(), digits).unwrap();
            prop_assert!(sent.matches(&typed(&again)));
            let strange = Code::from_random(&other, digits);
            let same = strange.secret().expose_secret() == sent.secret().expose_secret();
            prop_assert_eq!(sent.matches(&typed(&strange)), same);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            let _ = TypedCode::parse(&text, 6);
        }
    }
}
