//! The characters of a captcha image, and the picture that shows them.

use std::fmt;
use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;

/// The characters that an image may show: letters alone. Left out are those that people take for one another once
/// they are bent and crossed by a stroke: all digits, `I J L`, `U V N`, `Q C G`, `B P`, `F`, `Z`, and `X Y`, which
/// were read as `K` and `T`. Labels are compared without case, so an image may show either case of a letter.
pub const ALPHABET: &[u8] = b"ADEHKMRSTW";

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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::collections::BTreeMap;

    use rand::{RngExt, SeedableRng};

    use super::*;

    fn labels(count: usize) -> Vec<Label> {
        let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(11);
        (0..count).map(|_| Label::make(5..=6, random.random())).collect()
    }

    /// The sum of squared differences over what was expected: how far counts are from even.
    fn chi_squared(counts: &BTreeMap<impl Ord, usize>) -> f64 {
        let expected = counts.values().sum::<usize>() as f64 / counts.len() as f64;
        counts
            .values()
            .map(|count| (*count as f64 - expected).powi(2) / expected)
            .sum()
    }

    #[test]
    fn every_character_and_length_is_as_likely_as_any_other() {
        let labels = labels(40_000);
        let mut lengths = BTreeMap::new();
        let mut places: BTreeMap<usize, BTreeMap<char, usize>> = BTreeMap::new();
        for label in &labels {
            *lengths.entry(label.characters().len()).or_default() += 1;
            for (place, character) in label.characters().chars().enumerate() {
                *places.entry(place).or_default().entry(character).or_default() += 1;
            }
        }
        assert_eq!(lengths.keys().copied().collect::<Vec<_>>(), [5, 6]);
        // Exceeded by chance once in a thousand: 10.8 with one degree of freedom, 27.9 with nine.
        assert!(chi_squared(&lengths) < 10.8);
        for counts in places.values() {
            let characters: Vec<u8> = counts.keys().map(|character| *character as u8).collect();
            assert_eq!(characters, ALPHABET);
            assert!(chi_squared(counts) < 27.9);
        }
    }

    #[test]
    fn characters_of_a_label_do_not_depend_on_each_other() {
        let mut pairs = BTreeMap::new();
        for label in labels(40_000) {
            let characters = label.characters().as_bytes();
            *pairs.entry((characters[0], characters[1])).or_default() += 1;
        }
        assert_eq!(pairs.len(), ALPHABET.len() * ALPHABET.len());
        // Exceeded by chance once in a thousand with 99 degrees of freedom.
        assert!(chi_squared(&pairs) < 149.0);
    }

    #[test]
    fn the_same_bytes_make_the_same_label_and_odd_lengths_are_bounded() {
        assert_eq!(Label::make(5..=6, [7; 16]), Label::make(5..=6, [7; 16]));
        assert_eq!(Label::make(4..=4, [1; 16]).characters().len(), 4);
        assert_eq!(Label::make(200..=255, [9; 16]).characters().len(), 16);
        #[expect(clippy::reversed_empty_ranges, reason = "the odd case under test")]
        let backward = 6..=5;
        assert_eq!(Label::make(backward, [9; 16]).characters().len(), 6);
    }

    #[test]
    fn a_label_is_read_without_case_width_and_spaces() {
        let label = Label::new("KaMES");
        for typed in ["KAMES", "kames", " k a m e s ", "\u{2066}kames\u{2069}", "ＫＡＭＥＳ"] {
            assert!(label.is_read_as(typed), "{typed:?}");
        }
        for typed in ["", " ", "KAME", "KAMESS", "KAMET", "SEMAK"] {
            assert!(!label.is_read_as(typed), "{typed:?}");
        }
    }

    #[test]
    fn nothing_tells_the_label_in_debug_output() {
        assert_eq!(format!("{:?}", Label::new("KAMES")), "Label(…)");
        let picture = Picture {
            width: 1,
            height: 1,
            rgba: vec![1, 2, 3, 4],
        };
        assert_eq!(format!("{picture:?}"), "Picture(1×1)");
    }
}
