//! The recovery phrase of a desk: twelve of 256 plain words, 96 bits, shown once at the first start. It is the same phrase
//! in every language: a row of places in the list, which each language reads with its own words.

use std::fmt::{self, Write as _};
use std::sync::LazyLock;

use crate::domain::answer;
use crate::domain::language::Language;
use crate::domain::secret::{ExposeSecret, Secret};

/// So many words make a phrase.
pub const WORDS: usize = 12;

const LIST: &str = include_str!("../../../assets/words/phrase.txt");

/// Each word in Arabic and in English, as it stands in the list.
static ENTRIES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = LIST.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).collect()
});

/// A recovery phrase. Redacted in `Debug`, wiped when it is dropped.
#[derive(Clone)]
pub struct Phrase {
    places: zeroize::Zeroizing<[u8; WORDS]>,
    /// What is hashed: the places in hexadecimal.
    text: Secret,
}

/// Why words are no phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// There are more or fewer than twelve.
    #[error("there are {found} words")]
    Count {
        /// How many there are.
        found: usize,
    },
    /// One of them is not in the list.
    #[error("word {place} is not in the list")]
    Unknown {
        /// Which, from 1.
        place: usize,
    },
}

impl Phrase {
    /// The phrase of these random bytes.
    pub fn make(random: [u8; WORDS]) -> Self {
        let mut text = zeroize::Zeroizing::new(String::with_capacity(2 * WORDS));
        for byte in random {
            // Writing to a string never fails.
            let _ = write!(text, "{byte:02x}");
        }
        Self {
            places: zeroize::Zeroizing::new(random),
            text: Secret::from(text.as_str()),
        }
    }

    /// Reads a phrase in whichever language it was written down, with spaces of any kind between its words.
    ///
    /// # Errors
    /// See [`PhraseError`].
    pub fn parse(typed: &Secret) -> Result<Self, PhraseError> {
        let words: Vec<&str> = typed.expose_secret().split_whitespace().collect();
        let mut places = zeroize::Zeroizing::new([0; WORDS]);
        if words.len() != WORDS {
            return Err(PhraseError::Count { found: words.len() });
        }
        for (at, (word, place)) in words.iter().zip(places.iter_mut()).enumerate() {
            *place = place_of(word).ok_or(PhraseError::Unknown { place: at + 1 })?;
        }
        Ok(Self::make(*places))
    }

    /// Its words in a language; in Arabic, where the list has none of that language.
    pub fn words(&self, language: Language) -> Vec<&'static str> {
        let entry = |place: &u8| ENTRIES.get(usize::from(*place)).copied().unwrap_or_default();
        let entries = self.places.iter().map(entry);
        if language == Language::ENGLISH {
            entries.map(|(_, english)| english).collect()
        } else {
            entries.map(|(arabic, _)| arabic).collect()
        }
    }

    /// Whether `typed` is its word number `place`, from 0, in any of the languages.
    pub fn is_word(&self, place: usize, typed: &str) -> bool {
        let word = self.places.get(place);
        word.is_some() && place_of(typed).as_ref() == word
    }

    /// What is hashed.
    pub const fn text(&self) -> &Secret {
        &self.text
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Phrase(…)")
    }
}

/// Where a word stands in the list, however it is spelt: as answers are compared.
fn place_of(typed: &str) -> Option<u8> {
    let same = |word: &str| {
        let normal = |text| answer::normalise(text, 1).ok();
        match (normal(word), normal(typed)) {
            (Some(word), Some(typed)) => word.text().expose_secret() == typed.text().expose_secret(),
            _ => false,
        }
    };
    let place = ENTRIES
        .iter()
        .position(|(arabic, english)| same(arabic) || same(english));
    place.and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_has_256_words_that_nobody_takes_for_one_another() {
        assert_eq!(ENTRIES.len(), 256);
        let mut seen = BTreeSet::new();
        for (arabic, english) in ENTRIES.iter() {
            for word in [arabic, english] {
                let normal = answer::normalise(word, 1).unwrap();
                assert!(seen.insert(normal.text().expose_secret().to_owned()), "{word} twice");
                assert!(!word.contains(char::is_whitespace), "{word}");
            }
        }
    }

    #[test]
    fn a_phrase_is_read_back_in_either_language_and_spelling() {
        let phrase = Phrase::make([0, 1, 2, 60, 255, 200, 31, 31, 9, 17, 128, 77]);
        for language in [Language::ARABIC, Language::ENGLISH] {
            let written = Secret::from(phrase.words(language).join("  \n").as_str());
            let read = Phrase::parse(&written).unwrap();
            assert_eq!(read.text().expose_secret(), phrase.text().expose_secret());
        }
        assert!(phrase.is_word(0, "شَمس") && phrase.is_word(0, " SUN "));
        assert!(!phrase.is_word(0, "قمر") && !phrase.is_word(12, "شمس") && !phrase.is_word(0, ""));
        assert_eq!(format!("{phrase:?}"), "Phrase(…)");
    }

    #[test]
    fn what_is_no_phrase_says_why() {
        let parse = |text: &str| Phrase::parse(&Secret::from(text)).map(|_| ());
        assert_eq!(parse("شمس قمر"), Err(PhraseError::Count { found: 2 }));
        let wrong = "شمس قمر نجم سماء غيمة مطر برق رعد ريح ثلج بحر كلمة";
        assert_eq!(parse(wrong), Err(PhraseError::Unknown { place: 12 }));
    }
}
