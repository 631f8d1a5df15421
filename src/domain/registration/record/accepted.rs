//! How it is kept what a supervisor accepted, and what waits for that.

use serde::{Deserialize, Serialize};

use super::super::approval::Next;
use super::super::entered::{Draft, Person};
use super::super::proof::SupervisorApproved;
use super::super::review::Held;
use super::parts::ProofsRecord;
use crate::domain::account::EnrolledQuestion;
use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::conditions::Condition;
use crate::domain::id::VisitId;
use crate::domain::supervised::UnknownReason;
use crate::domain::time::Timestamp;

/// An approval. The visit is that of the record it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ApprovalRecord {
    identity: IdentityNumber,
    mobile: Mobile,
    conditions: Vec<Condition>,
    reason: UnknownReason,
    by: IdentityNumber,
    at: Timestamp,
}

/// See [`Next`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum NextRecord {
    #[default]
    Personal,
    Person(Box<Person>),
    Review(Box<HeldRecord>),
}

/// See [`Held`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct HeldRecord {
    draft: Draft,
    proofs: ProofsRecord,
    questions: Vec<EnrolledQuestion>,
}

impl ApprovalRecord {
    pub(super) fn of(approval: &SupervisorApproved) -> Self {
        Self {
            identity: approval.identity,
            mobile: approval.mobile,
            conditions: approval.conditions.clone(),
            reason: approval.reason,
            by: approval.by,
            at: approval.at,
        }
    }

    pub(super) fn restored(self, visit: VisitId) -> SupervisorApproved {
        SupervisorApproved {
            visit,
            identity: self.identity,
            mobile: self.mobile,
            conditions: self.conditions,
            reason: self.reason,
            by: self.by,
            at: self.at,
        }
    }
}

impl NextRecord {
    pub(super) fn of(next: &Next) -> Self {
        match next {
            Next::Personal => Self::Personal,
            Next::Person(person) => Self::Person(person.clone()),
            Next::Review(held) => Self::Review(Box::new(HeldRecord {
                draft: held.draft.clone(),
                proofs: ProofsRecord::of(&held.proofs),
                questions: held.questions.clone(),
            })),
        }
    }

    pub(super) fn restored(self, visit: VisitId) -> Next {
        match self {
            Self::Personal => Next::Personal,
            Self::Person(person) => Next::Person(person),
            Self::Review(held) => Next::Review(Box::new(Held {
                draft: held.draft,
                proofs: held.proofs.restored(visit),
                questions: held.questions,
            })),
        }
    }
}
