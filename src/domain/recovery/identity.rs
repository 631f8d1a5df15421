//! The clerk types identity and mobile. Whether they name an account is told to nobody.

use serde::{Deserialize, Serialize};

use crate::domain::account::Account;
use crate::domain::applicant::{IdentityNumber, Mobile, Username};
use crate::domain::fact::{Ending, Fact, Flow};
use crate::domain::id::AccountId;
use crate::domain::limit::Subject;
use crate::domain::question::{self, QuestionId};
use crate::domain::registration::proof::Human;
use crate::domain::time::Timestamp;

use super::approval::Admission;
use super::proof::CaptchaPassed;
use super::questions::QuestionsAsked;
use super::step::{Context, Effects, Ended, Refused, Step};
use super::visit::{DocumentSeen, Visit};

/// A person is there; who it is, is awaited.
#[derive(Debug)]
pub struct IdentityWanted {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    pub(super) human: CaptchaPassed,
    /// Rounds of answers of this recovery that did not match, before the identity was typed anew.
    pub(super) missed: u32,
}

/// How an applicant names the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// By identity number.
    Number(IdentityNumber),
    /// By user name.
    Name(Username),
}

impl Identifier {
    /// One text for each identifier, from which keyed digests are made.
    pub fn canonical(&self) -> String {
        match self {
            Self::Number(number) => number.digits().to_owned(),
            Self::Name(name) => name.folded().to_owned(),
        }
    }

    /// What the clerk's screen shows of it.
    pub fn masked(&self) -> String {
        match self {
            Self::Number(number) => number.masked(),
            Self::Name(name) => name.masked(),
        }
    }
}

/// Who the applicant says that they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Identity number or user name.
    pub identifier: Identifier,
    /// The mobile that they say is on the account.
    pub mobile: Mobile,
}

/// What the desk looked up for a claim, found or not.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The account with this identifier, and whom its counters belong to.
    pub account: Option<(&'a Account, Subject)>,
    /// Whom the counters of this identifier and mobile belong to if they name no account.
    pub pair: Subject,
    /// Whom the counters of the mobile belong to.
    pub mobile: Subject,
    /// From which decoy questions are drawn.
    pub decoy: [u8; 32],
}

/// Why the claim was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityRefusal {
    /// A user name was given where it is what was forgotten: the identity number is wanted.
    NumberWanted,
    /// The number is not that of the document which the clerk held.
    DocumentDisagrees,
    /// The desk or the clerk takes no recovery for now. It belongs to no account, so it may be told.
    DeskPaused {
        /// When it goes on.
        until: Timestamp,
    },
}

/// Whom a recovery is about: an account, or nobody whom the store knows. The screens show both alike.
#[derive(Debug)]
pub(super) struct Target {
    /// Its name; for nobody one that no account has, so that records of both are of one kind.
    pub(super) account: AccountId,
    pub(super) known: bool,
    pub(super) subject: Subject,
    pub(super) mobile: Subject,
    /// The mobile that was typed; of an account, the one that was on it then.
    pub(super) claimed: Mobile,
    pub(super) masked: String,
    /// What was typed to the claimed mobile already, where the visit began as a registration.
    pub(super) typed: Option<TypedBefore>,
}

/// A code to the claimed mobile was typed before it was known that an account is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TypedBefore {
    /// When.
    pub(super) at: Timestamp,
    /// How many codes the visit had asked for by then: the next one's number is higher.
    pub(super) codes: u8,
}

impl IdentityWanted {
    /// Takes the claim and goes on to questions: those of the account, or decoys.
    ///
    /// # Errors
    /// See [`IdentityRefusal`].
    pub fn given(
        self,
        claim: &Claim,
        candidate: Candidate<'_>,
        context: &mut Context<'_>,
    ) -> Result<Step<QuestionsAsked>, Box<Refused<Self, IdentityRefusal>>> {
        if matches!(&claim.identifier, Identifier::Name(_)) && self.visit.flow != Flow::ForgottenPassword {
            return Err(Box::new(Refused::slip(self, IdentityRefusal::NumberWanted)));
        }
        if let Identifier::Number(number) = &claim.identifier
            && !self.document.agrees_with(number)
        {
            return Err(Box::new(Refused::slip(self, IdentityRefusal::DocumentDisagrees)));
        }
        if let Some(until) = context.tallies.limits(context.policy, context.now).desk_paused() {
            return Err(Box::new(Refused::slip(self, IdentityRefusal::DeskPaused { until })));
        }
        let known = candidate.account.filter(|(account, _)| {
            account.mobile == claim.mobile
                && self.document.agrees_with(&account.identity)
                && !account.questions.is_empty()
        });
        let questions = match known {
            Some((account, _)) => account.questions.iter().map(|enrolled| enrolled.question).collect(),
            None => decoys(&candidate, context),
        };
        let target = Target {
            account: known.map_or_else(|| nobody(context), |(account, _)| account.id),
            known: known.is_some(),
            subject: known.map_or(candidate.pair, |(_, subject)| subject),
            mobile: candidate.mobile,
            claimed: claim.mobile,
            masked: claim.identifier.masked(),
            typed: None,
        };
        let effects = Effects::of(Fact::IdentityGiven {
            subject: target.subject,
        });
        let Self {
            visit,
            document,
            human,
            missed,
        } = self;
        Ok(Step {
            state: QuestionsAsked {
                visit,
                document,
                admission: Admission::Human(human),
                target,
                questions,
                missed,
            },
            effects,
        })
    }
}

impl IdentityWanted {
    /// Somebody who registered has an account already: that a person is there was shown there, and counts here.
    pub(in crate::domain) const fn of_registration(visit: Visit, document: DocumentSeen, human: &Human) -> Self {
        let human = CaptchaPassed {
            visit: human.visit(),
            presence: human.presence(),
        };
        Self {
            visit,
            document,
            human,
            missed: 0,
        }
    }

    /// The end of a registration whose questions cannot be asked now.
    pub(in crate::domain) fn closed(self, effects: Effects) -> Step<Ended> {
        let ending = Ending::Closed;
        Step {
            state: Ended {
                visit: self.visit,
                ending,
            },
            effects: effects.and(Fact::VisitEnded { ending }),
        }
    }
}

/// A name that no account has.
const fn nobody(context: &Context<'_>) -> AccountId {
    AccountId::from_bytes(*context.messages[0].as_bytes())
}

fn decoys(candidate: &Candidate<'_>, context: &Context<'_>) -> Vec<QuestionId> {
    question::decoys(
        &candidate.decoy,
        usize::try_from(context.policy.questions.enrolled).unwrap_or(0),
    )
}
