//! The applicant sees all that was entered; with their word the account is made.

use crate::domain::account::{Account, EnrolledQuestion};
use crate::domain::applicant::Username;
use crate::domain::fact::{Ending, Fact};
use crate::domain::id::AccountId;
use crate::domain::message::{Contact, MessageKind};
use crate::domain::policy::Policy;
use crate::domain::recovery::username::UsernameRefusal;
use crate::domain::recovery::{Context, DocumentSeen, Effects, Ended, Missed, NewMessage, Step, Visit};
use crate::domain::time::Timestamp;

use super::approval::ConditionsShown;
use super::codes::closed;
use super::entered::{Base, Draft};
use super::proof::TermsAccepted;
use super::questions::{Proofs, QuestionsWanted};
use super::username::UsernameWanted;

/// All is entered and proven; the applicant looks at it.
#[derive(Debug)]
pub struct ReviewWanted {
    pub(super) base: Base,
    pub(super) draft: Draft,
    pub(super) proofs: Proofs,
    pub(super) questions: Vec<EnrolledQuestion>,
}

/// What was entered and proven, while a supervisor is asked once more.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) draft: Draft,
    pub(super) proofs: Proofs,
    pub(super) questions: Vec<EnrolledQuestion>,
}

impl Held {
    /// Back to the user name: secrets are asked again.
    pub(super) fn back(self, base: Base) -> UsernameWanted {
        let codes = self.proofs.back(base, self.draft);
        codes.back().back().back().back()
    }
}

/// The account was made.
#[derive(Debug)]
pub struct Registered {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    pub(super) account: AccountId,
    pub(super) username: Username,
    pub(super) masked: String,
    pub(super) at: Timestamp,
}

/// Which value another account took first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The user name: another one can be chosen.
    Username,
    /// Identity, mobile or email.
    Other,
}

impl ReviewWanted {
    /// What was entered.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The questions, without their answers.
    pub fn questions(&self) -> &[EnrolledQuestion] {
        &self.questions
    }

    /// What was accepted.
    pub const fn terms(&self) -> &TermsAccepted {
        &self.proofs.terms
    }

    pub(super) fn resumed(base: Base, held: Held) -> Self {
        let Held {
            draft,
            proofs,
            questions,
        } = held;
        Self {
            base,
            draft,
            proofs,
            questions,
        }
    }

    /// When what a supervisor accepted cannot be used any more; none where nothing had to be accepted.
    pub(super) fn lapses(&self, policy: &Policy) -> Option<Timestamp> {
        let approval = self.base.approval.as_ref();
        let never = Timestamp::from_millis(0);
        let needed = !self.draft.person.unknown.is_empty();
        needed.then(|| approval.map_or(never, |approval| approval.lapses(policy)))
    }

    /// A supervisor is asked once more; nothing that was entered is lost.
    pub(super) fn lapsed(mut self) -> ConditionsShown {
        self.base.approval = None;
        let held = Held {
            draft: self.draft,
            proofs: self.proofs,
            questions: self.questions,
        };
        ConditionsShown::again(self.base, held)
    }

    /// Makes the account, where every proof was established in this visit for exactly what was entered, and a supervisor
    /// accepted what the registry does not know. That uses the approval up.
    pub(super) fn register(self, context: &mut Context<'_>) -> Result<Step<Registered>, Box<Step<Ended>>> {
        let stale = self.proofs.are_stale(context.policy, context.now);
        let accepted = self.draft.person.may_register(&self.base, context);
        if stale || !accepted || !self.proofs.hold_for(&self.base, &self.draft) {
            return Err(closed(self.base, Effects::default()));
        }
        let Self {
            mut base,
            draft,
            questions,
            ..
        } = self;
        base.approval = None;
        let masked = draft.person.masked.clone();
        let account = account(&base, draft, questions);
        context.tallies.wrong_codes.clear();
        let messages = notices(&base.visit, &account, context);
        let ending = Ending::Completed;
        let state = Registered {
            document: base.document,
            account: account.id,
            username: account.username.clone(),
            masked,
            at: context.now,
            visit: base.visit,
        };
        let facts = vec![
            Fact::AccountRegistered { account: account.id },
            Fact::VisitEnded { ending },
        ];
        Ok(Step {
            state,
            effects: Effects {
                facts,
                messages,
                account: Some(account),
                mobile_change: None,
            },
        })
    }

    /// Another visit was quicker. A user name is chosen anew; everything else cannot be had any more.
    pub(super) fn lost(mut self, lost: Lost) -> Missed<UsernameWanted, UsernameRefusal> {
        match lost {
            Lost::Other => {
                let clashed = Fact::RegistrationClashed {
                    subject: self.draft.person.subject,
                };
                Missed::Over(closed(self.base, Effects::of(clashed)))
            }
            Lost::Username => {
                self.base.kept.questions = Some(self.questions);
                let held = Held {
                    draft: self.draft,
                    proofs: self.proofs,
                    questions: Vec::new(),
                };
                let state = held.back(self.base);
                let effects = Effects::of(Fact::UsernameChecked { free: false });
                Missed::still(state, UsernameRefusal::Taken, effects)
            }
        }
    }

    pub(super) fn back(self) -> QuestionsWanted {
        QuestionsWanted {
            base: self.base,
            draft: self.draft,
            proofs: self.proofs,
        }
    }
}

fn account(base: &Base, draft: Draft, questions: Vec<EnrolledQuestion>) -> Account {
    Account {
        id: base.account,
        identity: draft.person.identity,
        name: draft.person.name,
        mobile: draft.person.mobile,
        email: Some(draft.email),
        username: draft.username,
        expiry: Some(draft.person.expiry),
        language: draft.language,
        password: Some(draft.password),
        previous_passwords: Vec::new(),
        questions,
    }
}

/// To both contacts: an account was made.
fn notices(visit: &Visit, account: &Account, context: &Context<'_>) -> Vec<NewMessage> {
    let kind = MessageKind::AccountMade {
        reference: visit.reference(),
    };
    let contacts = [
        Some(Contact::Mobile(account.mobile)),
        account.email.clone().map(Contact::Email),
    ];
    contacts
        .into_iter()
        .flatten()
        .zip(context.messages)
        .map(|(to, id)| NewMessage {
            id,
            account: account.id,
            to,
            kind: kind.clone(),
            language: account.language,
            expires: context.now.after(context.policy.outbox.notice_lifetime),
        })
        .collect()
}

impl Registered {
    /// When it was decided.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// The account.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The name to sign in with.
    pub const fn username(&self) -> &Username {
        &self.username
    }
}
