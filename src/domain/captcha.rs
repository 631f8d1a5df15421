//! The characters of a captcha image, and the picture that shows them.

use std::fmt;
use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;

/// The characters that an image may show. Left out are those that people take for one another once they
/// are bent: `0 O 1 I L J`, `U V N`, `7 T`, `3 9 5 S`, `4 A`, `6 G`, `8`, `2 Z`, `C Q`.
/// Labels are compared without case, so an image may show either case of a letter.
pub const ALPHABET: &[u8] = b"ADEHKMRTWXY";

/// What an image shows: known to the desk alone until it is typed. Redacted in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Label(String);

impl Label {
    /// Takes the characters that an image is to show.
    pub fn new(characters: impl Into<String>) -> Self {
        Self(characters.into())
    }

    /// Makes a label out of random bytes; its length lies in `lengths` (at most 16 characters are made).
    ///
    /// Every length and every character of [`ALPHABET`] is as likely as any other: sixteen bytes are one number
    /// below 2^128, from which each choice takes a remainder, so for six characters no choice is more likely than
    /// another by more than one part in 2^100.
    pub fn make(lengths: RangeInclusive<u8>, random: [u8; 16]) -> Self {
        let mut rest = u128::from_le_bytes(random);
        let mut below = |bound: u128| {
            let choice = rest % bound;
            rest /= bound;
            usize::try_from(choice).unwrap_or(0)
        };
        let shortest = usize::from(*lengths.start()).min(16);
        let longest = usize::from(*lengths.end()).clamp(shortest, 16);
        let length = shortest + below((longest - shortest + 1) as u128);
        let characters = (0..length).filter_map(|_| ALPHABET.get(below(ALPHABET.len() as u128)));
        Self(characters.map(|character| char::from(*character)).collect())
    }

    /// The characters, for the painter.
    pub fn characters(&self) -> &str {
        &self.0
    }

    /// Whether `typed` names the same characters, whatever their case, width or the spaces around them.
    pub fn is_read_as(&self, typed: &str) -> bool {
        let folded = |text: &str| -> String {
            text.nfkc()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_uppercase)
                .collect()
        };
        folded(&self.0) == folded(typed)
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Label(…)")
    }
}

/// How an image is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// As every image begins.
    Normal,
    /// Larger, plainer letters of the same label, at the applicant's wish.
    Large,
}

/// A painted image: straight-alpha RGBA, row by row from the top.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width × height × 4` bytes.
    pub rgba: Vec<u8>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Picture({}×{})", self.width, self.height)
    }
}
