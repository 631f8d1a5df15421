//! The applicant chooses security questions and answers them. Only hashes of the answers are kept.

use crate::domain::account::EnrolledQuestion;
use crate::domain::answer::{self, ChosenAnswer};
use crate::domain::fact::Fact;
use crate::domain::hash::Hasher;
use crate::domain::policy::Policy;
use crate::domain::recovery::{Context, Effects, Missed, Step};
use crate::domain::time::Timestamp;

use super::Registration;
use super::codes::CodesWanted;
use super::email::LanguageWanted;
use super::entered::{Base, Draft};
use super::proof::{EmailProven, Human, MobileProven, TermsAccepted};
use super::refusal::RegistrationRefusal;
use super::review::ReviewWanted;

/// All that a new account needs to have been proven.
#[derive(Debug)]
pub(super) struct Proofs {
    pub(super) human: Human,
    pub(super) terms: TermsAccepted,
    pub(super) mobile: MobileProven,
    pub(super) email: EmailProven,
}

/// Questions are to be chosen and answered.
#[derive(Debug)]
pub struct QuestionsWanted {
    pub(super) base: Base,
    pub(super) draft: Draft,
    pub(super) proofs: Proofs,
}

impl Proofs {
    /// Whether a code was typed too long ago. Then only a new one helps.
    pub(super) fn are_stale(&self, policy: &Policy, now: Timestamp) -> bool {
        self.mobile.is_stale(policy, now) || self.email.is_stale(policy, now)
    }

    /// Whether each of them was established in this visit, for exactly what was entered.
    pub(super) fn hold_for(&self, base: &Base, draft: &Draft) -> bool {
        let (visit, person) = (base.visit.id, &draft.person);
        self.human.holds_for(visit)
            && self.terms.holds_for(visit)
            && self.mobile.holds_for(visit, &person.identity, &person.mobile)
            && self.email.holds_for(visit, &person.identity, &draft.email)
    }

    /// Back to the codes, with what was proven.
    pub(super) fn back(self, mut base: Base, draft: Draft) -> CodesWanted {
        base.contacts.mobile.proven = Some(self.mobile);
        base.contacts.email.proven = Some(self.email);
        CodesWanted {
            base,
            draft,
            human: self.human,
            terms: self.terms,
        }
    }
}

impl QuestionsWanted {
    pub(super) fn reached(codes: CodesWanted, mobile: MobileProven, email: EmailProven) -> Registration {
        let CodesWanted {
            mut base,
            draft,
            human,
            terms,
        } = codes;
        let proofs = Proofs {
            human,
            terms,
            mobile,
            email,
        };
        match base.kept.questions.take() {
            Some(questions) => Registration::Review(ReviewWanted {
                base,
                draft,
                proofs,
                questions,
            }),
            None => Registration::Questions(Self { base, draft, proofs }),
        }
    }

    /// Takes a whole set of questions and answers.
    pub(super) fn enrol(
        self,
        chosen: &[ChosenAnswer],
        hasher: &dyn Hasher,
        context: &Context<'_>,
    ) -> Result<Step<ReviewWanted>, Missed<Self, RegistrationRefusal>> {
        let rules = &context.policy.questions;
        let wanted = rules.enrolled;
        if u32::try_from(chosen.len()) != Ok(wanted) {
            return Err(Missed::slip(self, RegistrationRefusal::AnswersCount { wanted }));
        }
        let shortest = usize::try_from(rules.shortest_answer).unwrap_or(usize::MAX);
        let answers = match answer::enrol(chosen, shortest) {
            Ok(answers) => answers,
            Err(faults) => return Err(Missed::slip(self, RegistrationRefusal::Answers(faults))),
        };
        let hashed: Result<Vec<_>, _> = answers
            .iter()
            .map(|(question, answer)| {
                hasher.hash(answer.text()).map(|answer| EnrolledQuestion {
                    question: *question,
                    normaliser: answer::VERSION,
                    answer,
                })
            })
            .collect();
        match hashed {
            Ok(questions) => Ok(Step {
                state: ReviewWanted {
                    base: self.base,
                    draft: self.draft,
                    proofs: self.proofs,
                    questions,
                },
                effects: Effects::of(Fact::QuestionsChosen),
            }),
            Err(_) => Err(Missed::slip(self, RegistrationRefusal::NotHashed)),
        }
    }

    pub(super) fn back(self) -> LanguageWanted {
        self.proofs.back(self.base, self.draft).back()
    }
}
