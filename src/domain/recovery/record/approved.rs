//! How it is kept what a supervisor approved, beside what everybody else shows in its place.

use serde::{Deserialize, Serialize};

use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::id::{AccountId, VisitId};
use crate::domain::presence::Presence;
use crate::domain::recovery::approval::{Admission, Grounds};
use crate::domain::recovery::code::SentCode;
use crate::domain::recovery::proof::{AnswersMatched, CaptchaPassed, SupervisorApproved};
use crate::domain::supervised::Aim;
use crate::domain::time::Timestamp;

/// An approval. The visit is that of the record it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ApprovalRecord {
    account: AccountId,
    aim: Aim,
    instead: Option<Mobile>,
    by: IdentityNumber,
    second: Option<IdentityNumber>,
    asks: bool,
    at: Timestamp,
}

/// See [`Admission`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum AdmissionRecord {
    Human {
        human: Presence,
    },
    Approved {
        approval: ApprovalRecord,
        sends: Vec<SentCode>,
    },
}

/// See [`Grounds`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum GroundsRecord {
    Answered {
        human: Presence,
        answers: Timestamp,
    },
    Approved {
        approval: ApprovalRecord,
        answered: Option<Timestamp>,
    },
}

impl ApprovalRecord {
    pub(super) const fn of(approval: &SupervisorApproved) -> Self {
        Self {
            account: approval.account,
            aim: approval.aim,
            instead: approval.instead,
            by: approval.by,
            second: approval.second,
            asks: approval.asks,
            at: approval.at,
        }
    }

    pub(super) const fn restored(self, visit: VisitId) -> SupervisorApproved {
        SupervisorApproved {
            visit,
            account: self.account,
            aim: self.aim,
            instead: self.instead,
            by: self.by,
            second: self.second,
            asks: self.asks,
            at: self.at,
        }
    }
}

impl AdmissionRecord {
    pub(super) fn of(admission: &Admission) -> Self {
        match admission {
            Admission::Human(human) => Self::Human { human: human.presence },
            Admission::Approved(approval, sends) => Self::Approved {
                approval: ApprovalRecord::of(approval),
                sends: sends.clone(),
            },
        }
    }

    pub(super) fn restored(self, visit: VisitId) -> Admission {
        match self {
            Self::Human { human: presence } => Admission::Human(CaptchaPassed { visit, presence }),
            Self::Approved { approval, sends } => Admission::Approved(approval.restored(visit), sends),
        }
    }
}

impl GroundsRecord {
    pub(super) const fn of(grounds: &Grounds) -> Self {
        match grounds {
            Grounds::Answered(human, answers) => Self::Answered {
                human: human.presence,
                answers: answers.at,
            },
            Grounds::Approved(approval, answers) => Self::Approved {
                approval: ApprovalRecord::of(approval),
                answered: match answers {
                    Some(answers) => Some(answers.at),
                    None => None,
                },
            },
        }
    }

    pub(super) fn restored(self, visit: VisitId, account: AccountId) -> Grounds {
        let matched = |at| AnswersMatched { visit, account, at };
        match self {
            Self::Answered {
                human: presence,
                answers,
            } => Grounds::Answered(CaptchaPassed { visit, presence }, matched(answers)),
            Self::Approved { approval, answered } => Grounds::Approved(approval.restored(visit), answered.map(matched)),
        }
    }
}
