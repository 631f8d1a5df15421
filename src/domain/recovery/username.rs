//! The applicant sees the user name again, or takes a new one for the same account.

use crate::domain::account::Account;
use crate::domain::applicant::{Username, UsernameError};
use crate::domain::fact::Fact;
use crate::domain::message::{Contact, MessageKind};
use crate::domain::time::Timestamp;

use super::proven::{Done, Outcome, Proven};
use super::step::{Context, Effects, Missed, Step};

/// All is proven; the applicant chooses what becomes of the user name.
#[derive(Debug)]
pub struct UsernameChoice(pub(super) Proven);

/// A user name that somebody would like to have.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The name.
    pub name: &'a Username,
    /// Whether another account has it, as the store says now.
    pub taken: bool,
}

/// Why a user name cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsernameRefusal {
    /// It breaks a rule of this desk.
    Rule(UsernameError),
    /// It is the one that the account has.
    Same,
    /// Another account has it.
    Taken,
    /// This desk has asked for too many names. It belongs to no account, so it may be told.
    TooMany {
        /// When it may ask again.
        until: Timestamp,
    },
}

impl UsernameChoice {
    /// The proofs.
    pub const fn proven(&self) -> &Proven {
        &self.0
    }

    /// Says whether the applicant could have a name. Nothing is kept for them.
    ///
    /// # Errors
    /// See [`UsernameRefusal`]; the visit is over where a proof does not hold for the account as it is now.
    pub fn check(
        self,
        wish: Wish<'_>,
        account: &Account,
        context: &mut Context<'_>,
    ) -> Result<Step<Self>, Missed<Self, UsernameRefusal>> {
        if !self.0.holds_for(account, context) {
            return Err(self.0.over());
        }
        match wish.granted(Some(account), context) {
            (Ok(()), effects) => Ok(Step { state: self, effects }),
            (Err(why), effects) => Err(Missed::still(self, why, effects)),
        }
    }

    /// Shows the name that the account has: on the applicant's screen, and to the mobile on the account.
    ///
    /// # Errors
    /// The visit is over where a proof does not hold for the account as it is now.
    pub fn show(
        self,
        account: &Account,
        context: &mut Context<'_>,
    ) -> Result<Step<Done>, Missed<Self, UsernameRefusal>> {
        if !self.0.holds_for(account, context) {
            return Err(self.0.over());
        }
        let fact = Fact::UsernameShown { account: account.id };
        let to = Contact::Mobile(account.mobile);
        let mut message = Proven::notice(account, to, context.messages[0], MessageKind::Username, context);
        // The applicant is here and reads this language.
        message.language = self.0.before.visit.language;
        Ok(self.0.done(Outcome::UsernameShown, fact, vec![message], None, context))
    }

    /// Gives the account another name.
    ///
    /// # Errors
    /// See [`UsernameRefusal`]; the visit is over where a proof does not hold for the account as it is now.
    pub fn take(
        self,
        wish: Wish<'_>,
        account: &Account,
        context: &mut Context<'_>,
    ) -> Result<Step<Done>, Missed<Self, UsernameRefusal>> {
        if !self.0.holds_for(account, context) {
            return Err(self.0.over());
        }
        let checked = match wish.granted(Some(account), context) {
            (Ok(()), effects) => effects,
            (Err(why), effects) => return Err(Missed::still(self, why, effects)),
        };
        let kind = MessageKind::UsernameChanged {
            reference: self.0.before.visit.reference(),
        };
        let messages = Proven::notices(account, self.0.former_mobile(), &kind, context);
        let changed = account.clone().with_username(wish.name.clone());
        let fact = Fact::UsernameChanged { account: account.id };
        let mut step = self
            .0
            .done(Outcome::UsernameChanged, fact, messages, Some(changed), context);
        step.effects.facts.splice(..0, checked.facts);
        Ok(step)
    }
}

impl Wish<'_> {
    /// Judges the wish by the rules of this desk and by what `owner` has already, and asks whether it is free. The
    /// asking is counted and recorded, because it tells of other people's accounts. Comes back with what is recorded,
    /// whatever the answer is.
    pub fn granted(self, owner: Option<&Account>, context: &mut Context<'_>) -> (Result<(), UsernameRefusal>, Effects) {
        let (policy, now) = (context.policy, context.now);
        let refused = |why| (Err(why), Effects::default());
        if let Err(why) = Username::choose(self.name.as_str(), &policy.username) {
            return refused(UsernameRefusal::Rule(why));
        }
        if owner.is_some_and(|account| account.username == *self.name) {
            return refused(UsernameRefusal::Same);
        }
        let limit = policy.desk.username_checks;
        let checks = &mut context.tallies.username_checks;
        if let Some(until) = checks.full_until(limit, now) {
            return refused(UsernameRefusal::TooMany { until });
        }
        checks.record(limit.window, now);
        let effects = Effects::of(Fact::UsernameChecked { free: !self.taken });
        let answer = if self.taken {
            Err(UsernameRefusal::Taken)
        } else {
            Ok(())
        };
        (answer, effects)
    }
}
