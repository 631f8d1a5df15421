//! What lets a visit come as far as the questions, and as far as the code: what everybody shows, or an approval.

use crate::domain::id::AccountId;
use crate::domain::policy::Policy;
use crate::domain::recovery::code::SentCode;
use crate::domain::recovery::proof::{AnswersMatched, CaptchaPassed, SupervisorApproved};
use crate::domain::recovery::step::Context;
use crate::domain::recovery::visit::Visit;
use crate::domain::supervised::Aim;
use crate::domain::time::Timestamp;

/// What lets a visit come as far as the questions.
#[derive(Debug)]
pub(in crate::domain::recovery) enum Admission {
    /// A person is there, as everybody shows it.
    Human(CaptchaPassed),
    /// A supervisor approved; with the codes of this visit so far.
    Approved(SupervisorApproved, Vec<SentCode>),
}

/// What lets a visit come as far as the code.
#[derive(Debug)]
pub(in crate::domain::recovery) enum Grounds {
    /// A person is there, and gave all answers.
    Answered(CaptchaPassed, AnswersMatched),
    /// A supervisor approved, and the answers matched where they were asked.
    Approved(SupervisorApproved, Option<AnswersMatched>),
}

impl Admission {
    /// When an approval lapses, where there is one.
    pub(in crate::domain::recovery) fn lapses(&self, policy: &Policy) -> Option<Timestamp> {
        match self {
            Self::Human(_) => None,
            Self::Approved(approval, _) => Some(approval.lapses(policy)),
        }
    }

    pub(in crate::domain::recovery) const fn is_approved(&self) -> bool {
        matches!(self, Self::Approved(..))
    }

    /// The codes of the visit so far.
    pub(in crate::domain::recovery) fn sends(self) -> Vec<SentCode> {
        match self {
            Self::Human(_) => Vec::new(),
            Self::Approved(_, sends) => sends,
        }
    }
}

impl Grounds {
    /// When an approval lapses, where there is one.
    pub(in crate::domain::recovery) fn lapses(&self, policy: &Policy) -> Option<Timestamp> {
        match self {
            Self::Answered(..) => None,
            Self::Approved(approval, _) => Some(approval.lapses(policy)),
        }
    }

    pub(in crate::domain::recovery) const fn is_approved(&self) -> bool {
        matches!(self, Self::Approved(..))
    }

    /// What the visit was approved for, where it was.
    pub(in crate::domain::recovery) const fn aim(&self) -> Option<Aim> {
        match self {
            Self::Answered(..) => None,
            Self::Approved(approval, _) => Some(approval.aim),
        }
    }

    /// Whether all of it holds for `account` in `visit`, now.
    pub(in crate::domain::recovery) fn holds_for(
        &self,
        visit: &Visit,
        account: AccountId,
        context: &Context<'_>,
    ) -> bool {
        match self {
            Self::Answered(human, answers) => human.holds_for(visit.id) && answers.holds_for(visit.id, account),
            Self::Approved(approval, answers) => {
                approval.holds_for(visit.id, account, context.policy, context.now)
                    && answered(approval, answers.as_ref(), visit.id, account)
            }
        }
    }
}

/// Whether the questions were answered, where they were to be.
fn answered(
    approval: &SupervisorApproved,
    answers: Option<&AnswersMatched>,
    visit: crate::domain::id::VisitId,
    account: AccountId,
) -> bool {
    !approval.asks || answers.is_some_and(|answers| answers.holds_for(visit, account))
}
