//! The applicant chooses a new password; with it the recovery is done.

use crate::domain::account::Account;
use crate::domain::fact::{Ending, Fact};
use crate::domain::hash::Hasher;
use crate::domain::id::AccountId;
use crate::domain::message::{Contact, MessageKind};
use crate::domain::password::{NewPassword, PasswordFaults, PersonalWords};
use crate::domain::policy::Policy;
use crate::domain::secret::Secret;
use crate::domain::time::Timestamp;

use super::code::CodeWanted;
use super::proof::CodeMatched;
use super::step::{Context, Effects, Missed, NewMessage, Step};
use super::visit::{DocumentSeen, Visit};

/// All is proven; a new password is awaited.
#[derive(Debug)]
pub struct PasswordWanted {
    pub(super) code: CodeMatched,
    /// The state that the code was typed in, with the proofs before it.
    pub(super) before: CodeWanted,
}

/// The password was changed.
#[derive(Debug)]
pub struct Done {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    pub(super) account: AccountId,
    pub(super) masked: String,
    pub(super) at: Timestamp,
}

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
    /// Whose account it is.
    pub const fn account(&self) -> AccountId {
        self.before.account
    }

    /// When the code was typed.
    pub const fn code_matched_at(&self) -> Timestamp {
        self.code.at
    }

    /// Whether the code was typed too long ago. Then the visit is back at [`CodeWanted`], and only a new code helps.
    pub fn is_stale(&self, policy: &Policy, now: Timestamp) -> bool {
        now.since(self.code.at) >= policy.code.matched_lifetime
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
        if !self.proves(account) || self.is_stale(context.policy, context.now) {
            return Err(Missed::over(self.before.visit, Ending::Closed, Effects::default()));
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

    fn proves(&self, account: &Account) -> bool {
        let visit = self.before.visit.id;
        self.before.human.holds_for(visit)
            && self.before.answers.holds_for(visit, account.id)
            && self.code.holds_for(visit, account.id, &account.mobile)
    }

    fn done(self, account: Account, context: &mut Context<'_>) -> Step<Done> {
        context.tallies.wrong_answers.clear();
        context.tallies.wrong_codes.clear();
        let visit = self.before.visit;
        let kind = MessageKind::PasswordChanged {
            reference: visit.reference(),
        };
        let expires = context.now.after(context.policy.outbox.notice_lifetime);
        let contacts = [
            Some(Contact::Mobile(account.mobile)),
            account.email.clone().map(Contact::Email),
        ];
        let messages = contacts
            .into_iter()
            .flatten()
            .zip(context.messages)
            .map(|(to, id)| NewMessage {
                id,
                account: account.id,
                to,
                kind: kind.clone(),
                language: account.language,
                expires,
            })
            .collect();
        let facts = vec![
            Fact::PasswordChanged { account: account.id },
            Fact::VisitEnded {
                ending: Ending::Completed,
            },
        ];
        let state = Done {
            visit,
            document: self.before.document,
            account: account.id,
            masked: self.before.target.masked,
            at: context.now,
        };
        Step {
            state,
            effects: Effects {
                facts,
                messages,
                account: Some(account),
            },
        }
    }
}

impl Done {
    /// When the change was decided.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Whose account it is.
    pub const fn account(&self) -> AccountId {
        self.account
    }
}
