//! A supervisor, beside the clerk, approves what the ordinary way does not allow.
//!
//! The supervised way has no image and no wait of an account: who stands there was seen by two members of staff. Only
//! here, where a supervisor has signed in, it may be said that somebody has no account.

mod grounds;
mod onward;

use crate::domain::account::Account;
use crate::domain::applicant::Mobile;
use crate::domain::fact::{Ending, Fact};
use crate::domain::id::AccountId;
use crate::domain::limit::Subject;
use crate::domain::registry::{MobileStanding, RegistryAnswer};
use crate::domain::staff::{Right, Staff};
use crate::domain::supervised::{Aim, ApprovalReason, MobileChange, Obstacle, Plea};
use crate::domain::time::Timestamp;

use super::code::SentCode;
use super::identity::Target;
use super::proof::SupervisorApproved;
use super::questions::QuestionsAsked;
use super::step::{Context, Effects, Missed, Step};
use super::visit::{DocumentSeen, Visit};

pub(super) use grounds::{Admission, Grounds};
pub(super) use onward::On;
pub use onward::Onward;

/// The document was seen; a supervisor's approval is awaited.
#[derive(Debug)]
pub struct ApprovalWanted {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    /// The codes of this visit so far, where an approval before lapsed.
    pub(super) sends: Vec<SentCode>,
    /// Rounds of answers that did not match so far.
    pub(super) missed: u32,
    /// Whether it was approved before, too long ago.
    pub(super) again: bool,
}

/// The registry does not say that the new mobile is this person's: a second supervisor is awaited.
#[derive(Debug)]
pub struct SecondWanted(pub(super) Approved);

/// What an approval leads on with.
#[derive(Debug)]
pub(super) struct Approved {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    pub(super) approval: SupervisorApproved,
    pub(super) target: Target,
    pub(super) sends: Vec<SentCode>,
    pub(super) missed: u32,
}

/// Why an approval does not lead on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApprovalRefusal {
    /// It was not given.
    Obstacle(Obstacle),
    /// A change of the mobile waits until then.
    Waits {
        /// When it has been waited for.
        until: Timestamp,
    },
    /// It was given too long ago: it must be given anew.
    Lapsed,
}

/// What the desk looked up for a plea.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// The account with this identity number, and whom its counters belong to.
    pub account: Option<(&'a Account, Subject)>,
    /// Whom the counters of the mobile on the account belong to.
    pub mobile: Subject,
    /// Whom those of the mobile that a change has been waited for belong to.
    pub replacement: Subject,
    /// Whether another account has the new mobile.
    pub taken: bool,
    /// What the registry says of the new mobile.
    pub standing: &'a RegistryAnswer<MobileStanding>,
}

/// Where an approval leads.
#[derive(Debug)]
pub enum Leads {
    /// To a second supervisor.
    Second(SecondWanted),
    /// To the questions of the account.
    Questions(QuestionsAsked),
    /// Past them.
    Onward(Onward),
}

type Refusable<S> = Result<Step<Leads>, Missed<S, ApprovalRefusal>>;

impl ApprovalWanted {
    pub(super) const fn first(visit: Visit, document: DocumentSeen) -> Self {
        Self {
            visit,
            document,
            sends: Vec::new(),
            missed: 0,
            again: false,
        }
    }

    /// Whether it was approved before, too long ago.
    pub const fn again(&self) -> bool {
        self.again
    }

    /// A supervisor, who has just proven to be `by`, approves.
    ///
    /// # Errors
    /// See [`ApprovalRefusal`].
    pub fn approve(self, by: &Staff, plea: &Plea, sought: Sought<'_>, context: &mut Context<'_>) -> Refusable<Self> {
        let judged = self.judge(by, plea, sought, context);
        let (account, subject, instead) = match judged {
            Ok(judged) => judged,
            Err(why) => return Err(self.refused(by, why, context)),
        };
        let approval = SupervisorApproved {
            visit: self.visit.id,
            account: account.id,
            aim: plea.aim,
            instead,
            by: by.identity,
            second: None,
            asks: plea.reason.asks() && !account.questions.is_empty(),
            at: context.now,
        };
        let fact = Fact::RecoveryApproved {
            account: account.id,
            purpose: plea.aim.purpose(),
            reason: plea.reason,
            by: by.identity,
        };
        let target = Target {
            account: account.id,
            known: true,
            subject,
            mobile: instead.map_or(sought.mobile, |_| sought.replacement),
            claimed: account.mobile,
            masked: account.identity.masked(),
            typed: None,
        };
        let theirs = sought
            .standing
            .known()
            .is_some_and(|mobile| mobile.theirs && mobile.active);
        let approved = Approved {
            visit: self.visit,
            document: self.document,
            approval,
            target,
            sends: self.sends,
            missed: self.missed,
        };
        let effects = Effects::of(fact);
        if plea.aim.mobile().is_some() && !theirs {
            let state = Leads::Second(SecondWanted(approved));
            return Ok(Step { state, effects });
        }
        approved.leads(account, effects, context)
    }

    /// The account, whom its counters belong to, and the mobile that has been waited for, if the reason asks for it.
    fn judge<'a>(
        &self,
        by: &Staff,
        plea: &Plea,
        sought: Sought<'a>,
        context: &Context<'_>,
    ) -> Result<(&'a Account, Subject, Option<Mobile>), Obstacle> {
        may_approve(by, &self.visit)?;
        if plea.identity == by.identity || plea.identity == self.visit.clerk {
            return Err(Obstacle::OwnIdentity);
        }
        if !self.document.agrees_with(&plea.identity) {
            return Err(Obstacle::DocumentDisagrees);
        }
        let found = sought.account.filter(|(account, _)| account.identity == plea.identity);
        let (account, subject) = found.ok_or(Obstacle::NoAccount)?;
        let change = open_change(account.id, context);
        let instead = match (plea.aim, plea.reason, change) {
            (Aim::NewMobile(_), _, Some(_)) => return Err(Obstacle::MobileWaits),
            (Aim::NewMobile(mobile), ..) if mobile == account.mobile => return Err(Obstacle::SameMobile),
            (Aim::NewMobile(_), ..) if sought.taken => return Err(Obstacle::MobileTaken),
            (Aim::NewMobile(_), ..) => None,
            (_, ApprovalReason::MobileLost, None) => return Err(Obstacle::NewMobileFirst),
            (_, ApprovalReason::MobileLost, Some(change)) if !change.is_ripe(context.now) => {
                return Err(Obstacle::MobileWaits);
            }
            (_, ApprovalReason::MobileLost | ApprovalReason::AnswersForgotten, Some(change))
                if change.is_ripe(context.now) =>
            {
                Some(*change.mobile())
            }
            _ => None,
        };
        Ok((account, subject, instead))
    }

    /// Nothing was approved, which is a fact too: a supervisor's page tells who has an account.
    fn refused(self, by: &Staff, why: Obstacle, context: &Context<'_>) -> Missed<Self, ApprovalRefusal> {
        let effects = Effects::of(Fact::ApprovalRefused { by: by.identity, why });
        let until = context
            .mobile_change
            .as_ref()
            .filter(|change| why == Obstacle::MobileWaits && change.is_open())
            .map(MobileChange::until);
        let why = until.map_or(ApprovalRefusal::Obstacle(why), |until| ApprovalRefusal::Waits { until });
        Missed::still(self, why, effects)
    }
}

impl SecondWanted {
    /// Whose account it is.
    pub const fn account(&self) -> AccountId {
        self.0.approval.account
    }

    /// Another supervisor, who has just proven to be `by`, approves as well.
    ///
    /// # Errors
    /// See [`ApprovalRefusal`]; the visit is over where the account is another one by now.
    pub fn second(mut self, by: &Staff, account: &Account, context: &mut Context<'_>) -> Refusable<Self> {
        let judged = may_approve(by, &self.0.visit).and_then(|()| {
            if by.identity == self.0.approval.by {
                return Err(Obstacle::SamePerson);
            }
            if by.identity == account.identity {
                return Err(Obstacle::OwnIdentity);
            }
            Ok(())
        });
        if let Err(why) = judged {
            let effects = Effects::of(Fact::ApprovalRefused { by: by.identity, why });
            return Err(Missed::still(self, ApprovalRefusal::Obstacle(why), effects));
        }
        self.0.approval.second = Some(by.identity);
        let effects = Effects::of(Fact::ApprovalSeconded {
            account: account.id,
            by: by.identity,
        });
        self.0.leads(account, effects, context)
    }
}

/// Whether somebody may approve a visit: a supervisor, and another person than its clerk.
pub(in crate::domain) fn may_approve(by: &Staff, visit: &Visit) -> Result<(), Obstacle> {
    if !by.role.may(Right::Approve) {
        return Err(Obstacle::NotSupervisor);
    }
    if by.identity == visit.clerk {
        return Err(Obstacle::OwnVisit);
    }
    Ok(())
}

/// The change of the mobile of `account` that waits, or has been waited for.
fn open_change<'a>(account: AccountId, context: &'a Context<'_>) -> Option<&'a MobileChange> {
    context
        .mobile_change
        .as_ref()
        .filter(|change| change.account() == account && change.is_open())
}

impl Approved {
    fn leads<S>(
        self,
        account: &Account,
        effects: Effects,
        context: &mut Context<'_>,
    ) -> Result<Step<Leads>, Missed<S, ApprovalRefusal>> {
        if account.id != self.approval.account || account.mobile != self.target.claimed {
            return Err(Missed::over(self.visit, Ending::Closed, effects));
        }
        if self.approval.asks {
            let questions = account.questions.iter().map(|enrolled| enrolled.question).collect();
            let state = Leads::Questions(QuestionsAsked {
                visit: self.visit,
                document: self.document,
                admission: Admission::Approved(self.approval, self.sends),
                target: self.target,
                questions,
                missed: self.missed,
            });
            return Ok(Step { state, effects });
        }
        let grounds = Grounds::Approved(self.approval, None);
        let on = On {
            visit: self.visit,
            document: self.document,
            target: self.target,
            sends: self.sends,
        };
        let Step { state, effects } = on.from(grounds, account, effects, context)?;
        let state = Leads::Onward(state);
        Ok(Step { state, effects })
    }
}
