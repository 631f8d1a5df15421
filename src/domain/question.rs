//! The catalogue of security questions. Their wording stands in `i18n`, as `question-` and the id.
//!
//! They ask for what stays the same for life, is remembered without effort, has many possible answers and does not stand
//! on social media, in a registry or on a document (NIST SP 800-63B rules such questions out as a proof by themselves:
//! they are one of several here).

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};

/// The ids. They stand in files and hashes are stored under them: never rename one, never use one again for another question.
const IDS: &[&str] = &[
    "first-school",
    "first-teacher",
    "childhood-friend",
    "childhood-nickname",
    "childhood-neighbourhood",
    "childhood-neighbour",
    "childhood-game",
    "childhood-story",
    "childhood-shop",
    "childhood-holiday-place",
    "school-desk-mate",
    "first-job-manager",
    "first-trip-city",
    "first-earned-purchase",
    "first-remembered-gift",
];

include!(concat!(env!("OUT_DIR"), "/questions.rs"));

/// A question of the catalogue, by its id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct QuestionId(&'static str);

/// There is no such question in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such security question")]
pub struct UnknownQuestion;

impl QuestionId {
    /// The question of an id.
    ///
    /// # Errors
    /// [`UnknownQuestion`].
    pub fn parse(id: &str) -> Result<Self, UnknownQuestion> {
        IDS.iter()
            .find(|known| **known == id)
            .map(|known| Self(known))
            .ok_or(UnknownQuestion)
    }

    /// Its words in every language, for judging answers; what people see comes from `i18n`.
    pub fn wordings(self) -> impl Iterator<Item = &'static str> {
        WORDINGS
            .iter()
            .filter(move |(id, _)| *id == self.0)
            .map(|(_, words)| *words)
    }

    /// The id, such as `first-school`.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// All questions.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue;

impl Catalogue {
    /// All questions, in the order in which they are offered.
    pub fn all() -> impl ExactSizeIterator<Item = QuestionId> {
        IDS.iter().map(|id| QuestionId(id))
    }
}

/// The questions that an unknown person is shown: different ones, as many as asked for (or as there are), always the same
/// and in the same order for the same seed.
///
/// Each question has a rank, SHA-256 of the seed and its id, and the first so many by rank are taken. So a question that
/// is added to the catalogue moves few decoys, and none of them depends on the order of the catalogue.
pub fn decoys(seed: &[u8; 32], count: usize) -> Vec<QuestionId> {
    let rank = |question: &QuestionId| Sha256::new().chain_update(seed).chain_update(question.0).finalize();
    let mut questions: Vec<QuestionId> = Catalogue::all().collect();
    questions.sort_by_cached_key(rank);
    questions.truncate(count);
    questions
}

impl fmt::Debug for QuestionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl From<QuestionId> for String {
    fn from(question: QuestionId) -> Self {
        question.0.to_owned()
    }
}

impl<'de> Deserialize<'de> for QuestionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).and_then(|id| Self::parse(&id).map_err(D::Error::custom))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_catalogue_has_enough_and_no_id_twice() {
        let ids: HashSet<_> = Catalogue::all().collect();
        assert_eq!(ids.len(), Catalogue::all().len());
        assert!(ids.len() >= 12);
    }

    #[test]
    fn every_question_has_its_words() {
        for file in [
            include_str!("../../i18n/ar/questions.ftl"),
            include_str!("../../i18n/en/questions.ftl"),
        ] {
            let named: Vec<_> = file
                .lines()
                .map(|line| line.split_once(" = ").unwrap().0.strip_prefix("question-").unwrap())
                .collect();
            assert_eq!(named, IDS);
        }
    }

    #[test]
    fn every_wording_is_known_to_the_rules() {
        for question in Catalogue::all() {
            let words: Vec<_> = question.wordings().collect();
            assert!(
                words.len() >= 2 && words.iter().all(|words| words.ends_with(['?', '؟'])),
                "{words:?}"
            );
        }
        assert_eq!(WORDINGS.len() % IDS.len(), 0);
    }

    #[test]
    fn a_question_is_its_id_in_files() {
        for question in Catalogue::all() {
            let file = serde_json::to_string(&question).unwrap();
            assert_eq!(file, format!("\"{}\"", question.as_str()));
            assert_eq!(serde_json::from_str::<QuestionId>(&file).unwrap(), question);
        }
        for unknown in ["", "first-pet", "First-School", "first-school "] {
            assert_eq!(QuestionId::parse(unknown), Err(UnknownQuestion));
            assert!(serde_json::from_str::<QuestionId>(&format!("\"{unknown}\"")).is_err());
        }
    }

    /// Decoys of a person must be the same after an upgrade: this one may change only when the catalogue does.
    #[test]
    fn decoys_stay_what_they_were() {
        let shown: Vec<_> = decoys(&[7; 32], 3).into_iter().map(QuestionId::as_str).collect();
        assert_eq!(shown, ["first-teacher", "childhood-neighbourhood", "first-job-manager"]);
    }

    #[test]
    fn every_question_is_a_decoy_in_its_turn() {
        let mut times = vec![0_usize; IDS.len()];
        for seed in 0..1_600_u32 {
            let seed: [u8; 32] = Sha256::digest(seed.to_be_bytes()).into();
            let first = decoys(&seed, 1)[0];
            times[Catalogue::all().position(|question| question == first).unwrap()] += 1;
        }
        assert!(times.iter().all(|times| (60..=145).contains(times)), "{times:?}");
    }

    proptest! {
        #[test]
        fn decoys_differ_and_are_the_same_again(seed in any::<[u8; 32]>(), count in 0..20_usize) {
            let shown = decoys(&seed, count);
            prop_assert_eq!(shown.len(), count.min(IDS.len()));
            prop_assert_eq!(shown.iter().collect::<HashSet<_>>().len(), shown.len());
            prop_assert_eq!(&shown, &decoys(&seed, count));
            prop_assert!(decoys(&seed, count + 1).starts_with(&shown));
        }
    }
}
