//! The applicant chooses a new password; with it the recovery is done.

use crate::domain::account::Account;
use crate::domain::fact::Fact;
use crate::domain::hash::Hasher;
use crate::domain::message::MessageKind;
use crate::domain::password::{NewPassword, PasswordFaults, PersonalWords};
use crate::domain::secret::Secret;

use super::proven::{Done, Outcome, Proven};
use super::step::{Context, Missed, Step};

/// All is proven; a new password is awaited.
#[derive(Debug)]
pub struct PasswordWanted(pub(super) Proven);

/// Why a password was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordRefusal {
    /// It does not meet the rules, or differs from its repeat.
    Faults(PasswordFaults),
    /// It is the one in force or one before it.
    UsedBefore,
    /// The machine has no memory left to hash it; it may be tried again.
    NotHashed,
}

impl PasswordWanted {
    /// The proofs.
    pub const fn proven(&self) -> &Proven {
        &self.0
    }

    /// Changes the password of `account`.
    ///
    /// # Errors
    /// See [`PasswordRefusal`]; the visit is over where a proof does not hold for the account as it is now.
    pub fn choose(
        self,
        password: &Secret,
        repeat: &Secret,
        account: &Account,
        hasher: &dyn Hasher,
        context: &mut Context<'_>,
    ) -> Result<Step<Done>, Missed<Self, PasswordRefusal>> {
        if !self.0.holds_for(account, context) {
            return Err(self.0.over());
        }
        let chosen = match NewPassword::choose(password, repeat, &PersonalWords::of(account), &context.policy.password)
        {
            Ok(chosen) => chosen,
            Err(faults) => return Err(Missed::slip(self, PasswordRefusal::Faults(faults))),
        };
        let used = account.password.iter().chain(&account.previous_passwords);
        if used.fold(false, |used, hashed| used | hasher.verify(chosen.text(), hashed)) {
            return Err(Missed::slip(self, PasswordRefusal::UsedBefore));
        }
        match hasher.hash(chosen.text()) {
            Ok(hashed) => {
                let kept = usize::try_from(context.policy.password.previous).unwrap_or(0);
                let changed = account.clone().with_password(hashed, kept);
                Ok(self.done(changed, context))
            }
            Err(_) => Err(Missed::slip(self, PasswordRefusal::NotHashed)),
        }
    }

    fn done(self, account: Account, context: &mut Context<'_>) -> Step<Done> {
        let kind = MessageKind::PasswordChanged {
            reference: self.0.before.visit.reference(),
        };
        let messages = Proven::notices(&account, self.0.former_mobile(), &kind, context);
        let fact = Fact::PasswordChanged { account: account.id };
        self.0
            .done(Outcome::PasswordChanged, fact, messages, Some(account), context)
    }
}
