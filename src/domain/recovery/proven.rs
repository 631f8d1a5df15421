//! Human, answers and code are proven; what the recovery is for can be done.

use crate::domain::account::Account;
use crate::domain::applicant::Mobile;
use crate::domain::fact::{Ending, Fact};
use crate::domain::id::{AccountId, MessageId};
use crate::domain::message::{Contact, MessageKind};
use crate::domain::policy::Policy;
use crate::domain::time::Timestamp;

use super::code::{CodeWanted, Line};
use super::proof::CodeMatched;
use super::step::{Context, Effects, Missed, NewMessage, Step};
use super::visit::{DocumentSeen, Visit};

/// All proofs of one visit, for the steps that consume them.
#[derive(Debug)]
pub struct Proven {
    pub(super) code: CodeMatched,
    /// The state that the code was typed in, with the proofs before it.
    pub(super) before: CodeWanted,
}

/// What was done for the applicant in the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The password was changed.
    #[default]
    PasswordChanged,
    /// The user name was shown.
    UsernameShown,
    /// The user name was changed.
    UsernameChanged,
    /// An account was made.
    Registered,
    /// A new mobile was approved, and waits.
    MobileWaits {
        /// From when on it counts.
        until: Timestamp,
    },
}

/// It is done.
#[derive(Debug)]
pub struct Done {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    pub(super) account: AccountId,
    pub(super) masked: String,
    pub(super) at: Timestamp,
    pub(super) outcome: Outcome,
}

impl Proven {
    /// Whose account it is.
    pub const fn account(&self) -> AccountId {
        self.before.account
    }

    /// The mobile that was on the account when the visit began.
    pub(super) const fn former_mobile(&self) -> Mobile {
        match self.before.line {
            Line::OnAccount => self.before.mobile,
            Line::New { old } | Line::Changed { old } => old,
        }
    }

    /// When the code was typed.
    pub const fn code_matched_at(&self) -> Timestamp {
        self.code.at
    }

    /// Whether the code was typed too long ago. Then the visit is back at [`CodeWanted`], and only a new code helps.
    pub fn is_stale(&self, policy: &Policy, now: Timestamp) -> bool {
        now.since(self.code.at) >= policy.code.matched_lifetime
    }

    /// Whether every proof holds for `account` as it is now.
    pub(super) fn holds_for(&self, account: &Account, context: &Context<'_>) -> bool {
        let visit = self.before.visit.id;
        self.before.grounds.holds_for(&self.before.visit, account.id, context)
            && self.code.holds_for(visit, account.id, &account.mobile)
            && !self.is_stale(context.policy, context.now)
    }

    /// The end of the visit, where a proof does not hold.
    pub(super) fn over<S, W>(self) -> Missed<S, W> {
        Missed::over(self.before.visit, Ending::Closed, Effects::default())
    }

    /// A message to the owner of `account`, in the language on it.
    pub(super) fn notice(
        account: &Account,
        to: Contact,
        id: MessageId,
        kind: MessageKind,
        context: &Context<'_>,
    ) -> NewMessage {
        NewMessage {
            id,
            account: account.id,
            to,
            kind,
            language: account.language,
            expires: context.now.after(context.policy.outbox.notice_lifetime),
        }
    }

    /// The same to every contact on `account`, as they were before this visit: `mobile` was the mobile on it.
    pub(super) fn notices(
        account: &Account,
        mobile: Mobile,
        kind: &MessageKind,
        context: &Context<'_>,
    ) -> Vec<NewMessage> {
        let contacts = [Some(Contact::Mobile(mobile)), account.email.clone().map(Contact::Email)];
        contacts
            .into_iter()
            .flatten()
            .zip(context.messages)
            .map(|(to, id)| Self::notice(account, to, id, kind.clone(), context))
            .collect()
    }

    /// Completes the recovery: failures are forgotten, limits of sending are not.
    pub(super) fn done(
        self,
        outcome: Outcome,
        fact: Fact,
        messages: Vec<NewMessage>,
        changed: Option<Account>,
        context: &mut Context<'_>,
    ) -> Step<Done> {
        context.tallies.wrong_answers.clear();
        context.tallies.wrong_codes.clear();
        let ending = Ending::Completed;
        Step {
            state: Done {
                account: self.before.account,
                visit: self.before.visit,
                document: self.before.document,
                masked: self.before.target.masked,
                at: context.now,
                outcome,
            },
            effects: Effects {
                facts: vec![fact, Fact::VisitEnded { ending }],
                messages,
                account: changed,
                mobile_change: None,
            },
        }
    }
}

impl Done {
    /// The visit.
    pub const fn visit(&self) -> &Visit {
        &self.visit
    }

    /// When it was decided.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Whose account it is.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// What was done.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }
}
