//! What goes into a transition and what comes out of it.

use crate::domain::account::Account;
use crate::domain::applicant::Mobile;
use crate::domain::code::Code;
use crate::domain::fact::{Ending, Fact};
use crate::domain::id::{AccountId, MessageId};
use crate::domain::language::Language;
use crate::domain::limit::Tally;
use crate::domain::message::{CodeRequest, Contact, MessageKind};
use crate::domain::policy::Policy;
use crate::domain::supervised::MobileChange;
use crate::domain::time::Timestamp;

use super::visit::Visit;

/// Derives the code that a request stands for; the key stays behind it.
pub trait Codes {
    /// The same request always stands for the same code.
    fn code(&self, request: &CodeRequest) -> Code;
}

/// The counters that a recovery may move, as they were read from the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// Wrong answer rounds of whom the recovery is about.
    pub wrong_answers: Tally,
    /// Wrong codes of the same.
    pub wrong_codes: Tally,
    /// Codes sent for the same.
    pub account_sends: Tally,
    /// Codes sent to the mobile.
    pub mobile_sends: Tally,
    /// Recoveries at this desk that ended without a match.
    pub desk_unmatched: Tally,
    /// The same of this clerk.
    pub clerk_unmatched: Tally,
    /// User names that this desk asked about.
    pub username_checks: Tally,
}

impl Tallies {
    /// The limits that `policy` sets to these counters now.
    pub const fn limits<'a>(&'a self, policy: &'a Policy, now: Timestamp) -> Limits<'a> {
        Limits {
            tallies: self,
            policy,
            now,
        }
    }

    /// A recovery ended after an identity was given and before the answers matched.
    /// Returns until when the desk or the clerk is paused, where that begins now.
    pub fn record_unmatched(&mut self, policy: &Policy, now: Timestamp) -> Option<Timestamp> {
        let limits = [
            (&mut self.desk_unmatched, policy.desk.unmatched_per_desk),
            (&mut self.clerk_unmatched, policy.desk.unmatched_per_clerk),
        ];
        let mut paused = None;
        for (tally, limit) in limits {
            tally.record(limit.window, now);
            if tally.within(limit.window, now) >= limit.count {
                tally.pause(policy.desk.unmatched_pause, policy.desk.unmatched_pause, now);
                paused = paused.max(tally.paused(now));
            }
        }
        paused
    }
}

/// What the counters permit now.
#[derive(Clone, Copy, Debug)]
pub struct Limits<'a> {
    tallies: &'a Tallies,
    policy: &'a Policy,
    now: Timestamp,
}

impl Limits<'_> {
    /// Whether an account cannot be recovered at a desk now, for whichever reason. It is told to nobody at the desk.
    pub fn is_paused(&self) -> bool {
        self.tallies.wrong_answers.paused(self.now).is_some() || self.codes_are_spent() || self.sends_are_spent()
    }

    /// Whether wrong codes forbid another try, for a day or until a supervisor helps.
    pub fn codes_are_spent(&self) -> bool {
        let limit = &self.policy.code.wrong_per_account;
        let wrong = &self.tallies.wrong_codes;
        wrong.within(limit.window, self.now) >= limit.count || wrong.total() >= self.policy.code.wrong_since_recovery
    }

    /// Whether no more codes may be sent to the account or the mobile.
    pub fn sends_are_spent(&self) -> bool {
        let sends = [
            (&self.tallies.account_sends, self.policy.code.sends_per_account),
            (&self.tallies.mobile_sends, self.policy.code.sends_per_mobile),
        ];
        sends
            .iter()
            .any(|(tally, limit)| tally.within(limit.window, self.now) >= limit.count)
    }

    /// Until when this desk or this clerk takes no recovery.
    pub fn desk_paused(&self) -> Option<Timestamp> {
        self.tallies
            .desk_unmatched
            .paused(self.now)
            .max(self.tallies.clerk_unmatched.paused(self.now))
    }
}

/// What a transition is told about the world.
#[derive(Debug)]
pub struct Context<'a> {
    /// The trusted time.
    pub now: Timestamp,
    /// The numbers in force.
    pub policy: &'a Policy,
    /// Sixteen random bytes, used for at most one code.
    pub nonce: [u8; 16],
    /// Sixteen more, for a second code of the same transition.
    pub other_nonce: [u8; 16],
    /// Random names for the messages that the transition may ask for, or for whom no account stands for.
    pub messages: [MessageId; 2],
    /// The last change of the mobile of the account that a supervised visit is about, if there was one.
    pub mobile_change: Option<MobileChange>,
    /// The counters; the transition moves them.
    pub tallies: &'a mut Tallies,
}

/// A message that a transition asks for; the desk puts it into the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMessage {
    /// Its name.
    pub id: MessageId,
    /// Whose it is. A notice about somebody whom no account stands for bears a name that no account has, and goes
    /// nowhere: it is there so that the records of known and unknown people are of one kind.
    pub account: AccountId,
    /// Where it goes.
    pub to: Contact,
    /// What it is about.
    pub kind: MessageKind,
    /// The language of its text.
    pub language: Language,
    /// When it becomes worthless.
    pub expires: Timestamp,
}

impl NewMessage {
    /// The notice that recovery is paused for a while.
    pub(super) fn paused(
        visit: &Visit,
        account: AccountId,
        to: Mobile,
        language: Language,
        context: &Context<'_>,
    ) -> Self {
        Self {
            id: context.messages[0],
            account,
            to: Contact::Mobile(to),
            kind: MessageKind::RecoveryPaused {
                reference: visit.reference(),
            },
            language,
            expires: context.now.after(context.policy.outbox.notice_lifetime),
        }
    }
}

/// What is committed together with the new state.
#[derive(Debug, Default)]
pub struct Effects {
    /// What happened.
    pub facts: Vec<Fact>,
    /// The messages to send.
    pub messages: Vec<NewMessage>,
    /// The account as it is from now on, where it changes.
    pub account: Option<Account>,
    /// The change of its mobile as it is from now on, where it began or was done.
    pub mobile_change: Option<MobileChange>,
}

impl Effects {
    /// Nothing but one fact.
    pub fn of(fact: Fact) -> Self {
        Self {
            facts: vec![fact],
            ..Self::default()
        }
    }

    /// The same, and one more fact.
    #[must_use]
    pub fn and(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }
}

/// A state and what happened on the way to it.
#[derive(Debug)]
pub struct Step<S> {
    /// The state.
    pub state: S,
    /// What happened.
    pub effects: Effects,
}

/// The input was refused: the state it was given to, why, and what happened all the same.
#[derive(Debug)]
pub struct Refused<S, W> {
    /// The state, handed back.
    pub state: S,
    /// Why.
    pub why: W,
    /// What happened; a wrong try is a fact too.
    pub effects: Effects,
}

impl<S, W> Refused<S, W> {
    /// A refusal of which nothing is recorded.
    pub fn slip(state: S, why: W) -> Self {
        Self {
            state,
            why,
            effects: Effects::default(),
        }
    }
}

/// The end of a visit.
#[derive(Debug)]
pub struct Ended {
    /// The visit.
    pub visit: Visit,
    /// How it ended.
    pub ending: Ending,
}

/// The input did not lead on: the visit goes on in the same state, or it is over.
#[derive(Debug)]
pub enum Missed<S, W> {
    /// Another try is possible.
    Still(Box<Refused<S, W>>),
    /// The visit is over.
    Over(Box<Step<Ended>>),
}

impl<S, W> Missed<S, W> {
    /// A refusal of which nothing is recorded.
    pub fn slip(state: S, why: W) -> Self {
        Self::Still(Box::new(Refused::slip(state, why)))
    }

    /// A refusal that is recorded.
    pub fn still(state: S, why: W, effects: Effects) -> Self {
        Self::Still(Box::new(Refused { state, why, effects }))
    }

    /// The end of the visit, which is recorded.
    pub fn over(visit: Visit, ending: Ending, effects: Effects) -> Self {
        let effects = effects.and(Fact::VisitEnded { ending });
        Self::Over(Box::new(Step {
            state: Ended { visit, ending },
            effects,
        }))
    }
}
