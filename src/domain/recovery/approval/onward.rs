//! What comes behind approval and answers: the code, or the wait for a new mobile.

use crate::domain::account::Account;
use crate::domain::applicant::Mobile;
use crate::domain::fact::{Ending, Fact};
use crate::domain::message::MessageKind;
use crate::domain::recovery::code::{CodeWanted, Line, SentCode};
use crate::domain::recovery::identity::Target;
use crate::domain::recovery::proven::{Done, Outcome, Proven};
use crate::domain::recovery::step::{Context, Effects, Missed, Step};
use crate::domain::recovery::visit::{DocumentSeen, Visit};
use crate::domain::supervised::{Aim, MobileChange};

use super::grounds::Grounds;
use super::open_change;

/// What comes behind approval and answers.
#[derive(Debug)]
pub enum Onward {
    /// The code.
    Code(Box<CodeWanted>),
    /// The wait for a new mobile.
    Waits(Done),
}

/// What goes on behind approval and answers.
pub(in crate::domain::recovery) struct On {
    pub(in crate::domain::recovery) visit: Visit,
    pub(in crate::domain::recovery) document: DocumentSeen,
    pub(in crate::domain::recovery) target: Target,
    pub(in crate::domain::recovery) sends: Vec<SentCode>,
}

impl On {
    /// On to the code, or to the wait for a new mobile.
    pub(in crate::domain::recovery) fn from<S, W>(
        self,
        grounds: Grounds,
        account: &Account,
        effects: Effects,
        context: &mut Context<'_>,
    ) -> Result<Step<Onward>, Missed<S, W>> {
        match grounds.aim().and_then(Aim::mobile) {
            Some(mobile) => self.wait(grounds, mobile, account, effects, context),
            // What lapsed and was approved anew has no more codes than one visit has.
            None if self.sends.len() >= usize::try_from(context.policy.code.per_recovery).unwrap_or(0) => {
                Err(Missed::over(self.visit, Ending::Closed, effects))
            }
            None => Ok(self.code(grounds, account, effects, context)),
        }
    }

    fn code(
        self,
        grounds: Grounds,
        account: &Account,
        mut effects: Effects,
        context: &mut Context<'_>,
    ) -> Step<Onward> {
        let step = self.awaiting(grounds, account).first(context);
        effects.facts.extend(step.effects.facts);
        effects.messages.extend(step.effects.messages);
        Step {
            state: Onward::Code(Box::new(step.state)),
            effects,
        }
    }

    /// The step at which a code is awaited, before one is sent.
    pub(in crate::domain::recovery) fn awaiting(self, grounds: Grounds, account: &Account) -> CodeWanted {
        let instead = match &grounds {
            Grounds::Approved(approval, _) => approval.instead,
            Grounds::Answered(..) => None,
        };
        CodeWanted {
            visit: self.visit,
            document: self.document,
            grounds,
            target: self.target,
            account: account.id,
            mobile: instead.unwrap_or(account.mobile),
            line: instead.map_or(Line::OnAccount, |_| Line::New { old: account.mobile }),
            sends: self.sends,
        }
    }

    /// Uses the approval up: the wait for the new mobile begins, and the owner of the old one hears of it.
    fn wait<S, W>(
        self,
        grounds: Grounds,
        mobile: Mobile,
        account: &Account,
        effects: Effects,
        context: &Context<'_>,
    ) -> Result<Step<Onward>, Missed<S, W>> {
        if !grounds.holds_for(&self.visit, account.id, context) || open_change(account.id, context).is_some() {
            return Err(Missed::over(self.visit, Ending::Closed, effects));
        }
        let wait = context.policy.supervised.mobile_wait;
        let until = context.now.after(wait);
        let kind = MessageKind::MobileChangeBegun {
            reference: self.visit.reference(),
            hours: u16::try_from(wait.as_secs().div_ceil(3600)).unwrap_or(u16::MAX),
        };
        let mut effects = effects
            .and(Fact::MobileChangeBegun {
                account: account.id,
                until,
            })
            .and(Fact::VisitEnded {
                ending: Ending::Completed,
            });
        effects.messages = Proven::notices(account, account.mobile, &kind, context);
        let change = MobileChange::begin(account.id, self.visit.id, mobile, context.now, until);
        effects.mobile_change = Some(change);
        let state = Onward::Waits(Done {
            visit: self.visit,
            document: self.document,
            account: account.id,
            masked: self.target.masked,
            at: context.now,
            outcome: Outcome::MobileWaits { until },
        });
        Ok(Step { state, effects })
    }
}
