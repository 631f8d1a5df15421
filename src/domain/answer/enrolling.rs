//! What a newly chosen set of answers must hold: no question twice, no two answers alike, none that the question
//! itself gives away, none of those that everybody gives.

use std::collections::HashSet;
use std::sync::LazyLock;

use zeroize::Zeroizing;

use super::{AnswerError, NormalisedAnswer, normal_form, normalise};
use crate::domain::question::QuestionId;
use crate::domain::secret::{ExposeSecret, Secret};

/// A question that was chosen, and its answer as typed.
#[derive(Debug)]
pub struct ChosenAnswer {
    /// The question.
    pub question: QuestionId,
    /// Its text, as the applicant saw it.
    pub text: String,
    /// The answer, as typed.
    pub answer: Secret,
}

/// Why an answer cannot be enrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnrolmentFault {
    /// It is no answer.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// The question stands above already.
    #[error("the question is chosen twice")]
    SameQuestion,
    /// The answer is like one above.
    #[error("two answers are alike")]
    AlikeAnswer,
    /// The answer is part of its question, in whatever language.
    #[error("the answer stands in its question")]
    InQuestion,
    /// Everybody gives that answer, or it is none: "1234", "don't know".
    #[error("the answer is one that everybody gives")]
    Commonest,
}

/// A fault, and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("answer {place}: {fault}")]
pub struct FaultyAnswer {
    /// Counted from 0, in the order given.
    pub place: usize,
    /// What is wrong with it.
    pub fault: EnrolmentFault,
}

/// Judges a whole set of answers; `shortest` as in [`normalise`].
///
/// # Errors
/// The first fault of each faulty answer, in order.
pub fn enrol(
    chosen: &[ChosenAnswer],
    shortest: usize,
) -> Result<Vec<(QuestionId, NormalisedAnswer)>, Vec<FaultyAnswer>> {
    let (mut enrolled, mut faults) = (Vec::new(), Vec::new());
    let mut asked = HashSet::new();
    for (place, one) in chosen.iter().enumerate() {
        let judged = if asked.insert(one.question) {
            judge(one, &enrolled, shortest)
        } else {
            Err(EnrolmentFault::SameQuestion)
        };
        match judged {
            Ok(answer) => enrolled.push((one.question, answer)),
            Err(fault) => faults.push(FaultyAnswer { place, fault }),
        }
    }
    if faults.is_empty() { Ok(enrolled) } else { Err(faults) }
}

fn judge(
    one: &ChosenAnswer,
    before: &[(QuestionId, NormalisedAnswer)],
    shortest: usize,
) -> Result<NormalisedAnswer, EnrolmentFault> {
    let answer = normalise(one.answer.expose_secret(), shortest)?;
    let text = answer.characters();
    if before
        .iter()
        .any(|(_, other)| without_gaps(other.characters()) == without_gaps(text))
    {
        return Err(EnrolmentFault::AlikeAnswer);
    }
    let gives_away = |words: &str| stands_in(text, &normal_form(words));
    if gives_away(&one.text) || one.question.wordings().any(gives_away) {
        return Err(EnrolmentFault::InQuestion);
    }
    if COMMONEST.contains(without_gaps(text).as_str()) || is_one_character(text) {
        return Err(EnrolmentFault::Commonest);
    }
    Ok(answer)
}

fn without_gaps(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.replace(' ', ""))
}

/// Whether the words of `answer` follow one another in `question`, Arabic words with or without their article.
fn stands_in(answer: &str, question: &str) -> bool {
    // Alef and lam.
    const ARTICLE: &str = "\u{627}\u{644}";
    let bare = |word: &str| word.strip_prefix(ARTICLE).unwrap_or(word).to_owned();
    let question: Vec<String> = question.split(' ').map(bare).collect();
    let answer: Zeroizing<Vec<String>> = Zeroizing::new(answer.split(' ').map(bare).collect());
    question.windows(answer.len()).any(|words| words == answer.as_slice())
}

fn is_one_character(text: &str) -> bool {
    let mut characters = text.chars().filter(|c| *c != ' ');
    characters.next().is_none_or(|first| characters.all(|c| c == first))
}

/// One answer a line, in Arabic and in English; kept without gaps.
static COMMONEST: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/answers/common.txt").lines();
    lines.map(|line| without_gaps(&normal_form(line)).to_string()).collect()
});

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::domain::question::Catalogue;

    fn judged(answers: &[(usize, &str, &str)]) -> Result<Vec<String>, Vec<(usize, EnrolmentFault)>> {
        let chosen: Vec<_> = answers
            .iter()
            .map(|(question, text, answer)| ChosenAnswer {
                question: Catalogue::all().nth(*question).unwrap(),
                text: (*text).to_owned(),
                answer: Secret::from(*answer),
            })
            .collect();
        enrol(&chosen, 2)
            .map(|enrolled| {
                enrolled
                    .into_iter()
                    .map(|(_, answer)| answer.characters().to_owned())
                    .collect()
            })
            .map_err(|faults| faults.into_iter().map(|fault| (fault.place, fault.fault)).collect())
    }

    const SCHOOL: &str = "ما اسم أول مدرسة درست فيها؟";

    #[test]
    fn a_good_set_is_taken() {
        let set = [
            (0, SCHOOL, "مدرسة الفيصلية"),
            (1, "Which teacher?", "Ms. Huda"),
            (2, "Which book?", "كليلة ودمنة"),
        ];
        assert_eq!(judged(&set).unwrap(), ["مدرسه الفيصليه", "ms huda", "كليله ودمنه"]);
    }

    #[test]
    fn each_fault_has_its_place_and_name() {
        use EnrolmentFault as F;
        let set = [
            (0, SCHOOL, "الفيصلية"),
            (0, SCHOOL, "الرياض"),
            (1, "Q", "الفيصليه!"),
            (2, SCHOOL, "المدرسة"),
            (3, SCHOOL, "لا أعرف"),
            (4, SCHOOL, "1234"),
            (5, SCHOOL, "م"),
            (6, SCHOOL, " ؟ "),
            (7, SCHOOL, "ههههه"),
            (8, SCHOOL, "أول مدرسة"),
            (9, SCHOOL, "سنابل"),
        ];
        let expected = [
            (1, F::SameQuestion),
            (2, F::AlikeAnswer),
            (3, F::InQuestion),
            (4, F::Commonest),
            (5, F::Commonest),
            (6, F::Answer(AnswerError::TooShort)),
            (7, F::Answer(AnswerError::Empty)),
            (8, F::Commonest),
            (9, F::InQuestion),
        ];
        assert_eq!(judged(&set).unwrap_err(), expected);
    }

    #[test]
    fn answers_alike_but_for_a_gap_are_alike() {
        let set = [(0, "Q", "عبد الله"), (1, "Q", "عبدالله")];
        assert_eq!(judged(&set).unwrap_err(), [(1, EnrolmentFault::AlikeAnswer)]);
    }

    #[test]
    fn the_list_is_whole() {
        assert!(COMMONEST.len() > 50 && !COMMONEST.contains(""));
    }
}
