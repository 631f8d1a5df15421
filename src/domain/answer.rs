//! Answers to security questions: what makes two spellings the same answer, and what a new answer must not be.

mod enrolling;

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use zeroize::Zeroizing;

pub use enrolling::{ChosenAnswer, EnrolmentFault, FaultyAnswer, enrol};

use super::secret::{ExposeSecret, Secret};
use super::text::{digit_value, is_invisible};

/// The version of the rules below. It is stored with each hash, because a change of rules changes what was hashed.
pub const VERSION: u8 = 1;

/// An answer in the one form that all its spellings share. Redacted in `Debug`.
#[derive(Clone)]
pub struct NormalisedAnswer(Secret);

/// Why a text is no answer. Tells nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// Nothing was typed, or nothing but marks and punctuation.
    #[error("the answer is empty")]
    Empty,
    /// There are too few characters.
    #[error("the answer is too short")]
    TooShort,
}

/// Normalises an answer.
///
/// `shortest` is the fewest characters of the result (the policy's `questions.shortest_answer`).
///
/// The rules are, in sum, those of Lucene's Arabic and Persian normalisers, CAMeL Tools and PyArabic, in this order:
/// NFKC · format characters, tatweel, vowel and Quranic marks go · digits to ASCII · letters that are written for one
/// another become one · case fold, NFC · punctuation and white space become one space, none at the ends.
///
/// # Errors
/// [`AnswerError`] where too little is left.
pub fn normalise(typed: &str, shortest: usize) -> Result<NormalisedAnswer, AnswerError> {
    let form = normal_form(typed);
    if form.is_empty() {
        return Err(AnswerError::Empty);
    }
    if form.chars().count() < shortest {
        return Err(AnswerError::TooShort);
    }
    Ok(NormalisedAnswer(Secret::from(form.as_str())))
}

/// The form that all spellings share; also of texts that are no answers: questions, names.
pub(super) fn normal_form(typed: &str) -> Zeroizing<String> {
    let plain: Zeroizing<String> = Zeroizing::new(typed.nfkc().filter(|c| !is_dropped(*c)).map(written_for).collect());
    let folded = Zeroizing::new(caseless::default_case_fold_str(&plain));
    let mut form = Zeroizing::new(String::with_capacity(folded.len()));
    let mut gap = false;
    for character in folded.nfc() {
        if is_gap(character) {
            gap = true;
            continue;
        }
        if gap && !form.is_empty() {
            form.push(' ');
        }
        gap = false;
        form.push(character);
    }
    form
}

/// Format characters, tatweel, Arabic vowel marks and Quranic marks.
fn is_dropped(character: char) -> bool {
    let mark = matches!(character,
        '\u{0640}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{0898}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}');
    mark || is_invisible(character)
}

/// Digits in ASCII; of letters that are written for one another, the one.
fn written_for(character: char) -> char {
    match character {
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}' => '\u{0627}',
        '\u{0649}' | '\u{06CC}' | '\u{06D2}' | '\u{0626}' => '\u{064A}',
        '\u{06A9}' | '\u{06AA}' => '\u{0643}',
        '\u{0629}' | '\u{06C0}' | '\u{06C1}' | '\u{06BE}' | '\u{06D5}' => '\u{0647}',
        '\u{0624}' => '\u{0648}',
        other => digit_value(other).map_or(other, |value| char::from(b'0' + value)),
    }
}

fn is_gap(character: char) -> bool {
    character.is_whitespace() || character.general_category_group() == GeneralCategoryGroup::Punctuation
}

impl NormalisedAnswer {
    /// The form that is hashed.
    pub const fn text(&self) -> &Secret {
        &self.0
    }

    fn characters(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for NormalisedAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("NormalisedAnswer(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn form(typed: &str) -> String {
        normalise(typed, 1)
            .unwrap_or_else(|error| panic!("{typed}: {error}"))
            .characters()
            .to_owned()
    }

    #[test]
    fn spellings_of_one_answer_match() {
        for (one, other) in [
            ("أحمد", "احمد"),
            ("إبراهيم", "ابراهيم"),
            ("آمنة", "امنه"),
            ("مُحَمَّد", "محمد"),
            ("مدرسة", "مدرسه"),
            ("مصطفى", "مصطفي"),
            ("علی", "علي"),
            ("عبـــد الله", "عبد الله"),
            ("عبد-الله", "عبد  الله "),
            ("۱۴۴۵", "1445"),
            ("١٤٤٥", "1445"),
            ("ﻻ", "لا"),
            ("ﷲ", "الله"),
            ("مؤمن", "مومن"),
            ("رئيس", "رييس"),
            ("کریم", "كريم"),
            ("ٱلرحمٰن", "الرحمن"),
            ("Straße", "STRASSE"),
            ("ＲＩＹＡＤＨ", "riyadh"),
            ("Café", "CAFE\u{301}"),
            ("O'Brien", "o’brien"),
            ("\u{200F}الرياض\u{202C}", "الرياض"),
            ("می\u{200C}نا", "مينا"),
            ("« جدة »؟", "جده"),
            ("Al\tKhobar\n", "al khobar"),
        ] {
            assert_eq!(form(one), form(other), "{one} / {other}");
        }
    }

    #[test]
    fn different_answers_stay_different() {
        for (one, other) in [
            ("علي", "عالي"),
            ("سعد", "سعيد"),
            ("عبدالله", "عبد الله"),
            ("حسن", "حسين"),
            ("نورة", "نوره1"),
            ("1445", "1446"),
            ("ص", "س"),
            ("cafe", "café"),
            ("c", "c++"),
        ] {
            assert_ne!(form(one), form(other), "{one} / {other}");
        }
    }

    #[test]
    fn what_is_left_must_be_enough() {
        for typed in ["", "  ", "؟!", "\u{200F}", "ـــ", "َُِ", "« - »"] {
            assert_eq!(normalise(typed, 2).unwrap_err(), AnswerError::Empty, "{typed:?}");
        }
        for typed in ["م", "مـــ", "٧", " a. ", "مَّ"] {
            assert_eq!(normalise(typed, 2).unwrap_err(), AnswerError::TooShort, "{typed:?}");
        }
        assert!(normalise("مي", 2).is_ok());
        assert_eq!(format!("{:?}", normalise("الرياض", 2)), "Ok(NormalisedAnswer(…))");
    }

    #[test]
    fn every_character_is_stable_once_normalised() {
        use unicode_properties::GeneralCategory::{PrivateUse, Unassigned};
        let assigned = |c: &char| !matches!(c.general_category(), PrivateUse | Unassigned);
        for character in ('\0'..=char::MAX).filter(assigned) {
            for typed in [
                String::from(character),
                format!("a{character}b"),
                format!("ا{character}\u{301}\u{345}"),
            ] {
                let once = normal_form(&typed);
                assert_eq!(normal_form(&once), once, "{typed:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(typed in "\\PC*|[\\u{600}-\\u{6FF}\\u{300}-\\u{345}\\u{200B}-\\u{200F}aAß .-]*") {
            let once = normal_form(&typed);
            prop_assert_eq!(normal_form(&once), once);
        }

        #[test]
        fn marks_and_gaps_never_matter(words in prop::collection::vec("[a-zا-ي0-9]{1,6}", 1..4), mark in "[\\u{64B}-\\u{652}\\u{640}\\u{200E}\\u{200F}]") {
            let plain = words.join(" ");
            let marked = words.join(&format!("{mark} -{mark}\t")) + &mark;
            prop_assert_eq!(normal_form(&plain), normal_form(&marked));
        }
    }
}
