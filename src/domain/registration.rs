//! The state machine of a registration: the full way to an account, for somebody who says that they have none. Like a
//! recovery's, each state is a type that owns only what is known by then, a method consumes it, and what a later state
//! needs is a [`proof`] with a private constructor.
//!
//! # B. A new user
//!
//! ```mermaid
//! stateDiagram-v2
//!     [*] --> Conditions: document seen
//!     Conditions --> Personal: read
//!     Personal --> Personal: not the document's number, desk paused, more to type from the document
//!     Personal --> Conditions: one is not met, or the registry does not know
//!     Conditions --> Conditions: a supervisor accepts what is unknown (proof SupervisorApproved), or did too long ago
//!     Conditions --> Username: read, and what is unknown was accepted
//!     Conditions --> Review: read, all was entered before, and what is unknown was accepted anew
//!     Personal --> Username: the registry knows the person, and the mobile as theirs, or a supervisor accepted it for both
//!     Username --> Username: asked about a name, taken, not by the rules
//!     Username --> Password: chosen, free
//!     Password --> Email: by the rules, typed twice (only its hash stays)
//!     Email --> Language: typed twice
//!     Language --> Captcha: chosen
//!     Language --> Terms: chosen, image read or attested before
//!     Language --> Codes: chosen, image read or attested and terms accepted before
//!     Captcha --> Captcha: typed in two ways, missed, expired, another image
//!     Captcha --> Terms: read, or attested by the clerk (proof Human)
//!     Terms --> Codes: accepted (proof TermsAccepted); a code goes to mobile and email
//!     Codes --> Codes: missed, sent again, the first of both typed (proof MobileProven or EmailProven)
//!     Codes --> Questions: both typed, and nobody has an account with these values
//!     Codes --> Recovery: both typed, the identity has an account and the mobile is the account's
//!     Codes --> Ended: both typed, any other value is another account's; no try and no code left
//!     Questions --> Review: answered (only hashes stay)
//!     Review --> Done: registered, one commit
//!     Review --> Username: somebody else took the name first
//!     Review --> Ended: somebody else took identity, mobile or email first
//!     Questions --> Codes: a code was typed too long ago
//!     Review --> Codes: a code was typed too long ago
//!     Review --> Conditions: a supervisor accepted too long ago what is unknown
//!     Done --> [*]: next visitor
//! ```
//!
//! Every state but `Done` also goes one step back; image, terms and codes are passed over, because nothing is entered
//! there that could be changed. Going back keeps what was entered, but secrets are asked again; an identity, a mobile
//! or an email that is then another one is no longer proven. Every state but `Done` ends when the visit is abandoned,
//! idle or too old. `Recovery` stands for `QuestionsAsked` of a recovery, whose rules hold from there on.
//! `tests/registration_table.rs` walks every state with every input.

pub mod approval;
mod checks;
mod clash;
pub mod codes;
mod contact;
pub mod email;
pub mod entered;
mod input;
pub mod password;
pub mod personal;
pub mod proof;
pub mod questions;
mod record;
pub mod refusal;
pub mod review;
pub mod username;

pub use approval::{Acceptance, ConditionsShown};
pub use checks::{CaptchaWanted, TermsWanted, TypedTwice};
pub use codes::{CodesWanted, ContactCode, ContactState, Owner, Owners};
pub use email::{EmailWanted, LanguageWanted};
pub use entered::{Draft, Person};
pub use input::Input;
pub use password::PasswordWanted;
pub use personal::{FromDocument, PersonalData, PersonalLookup, PersonalWanted};
pub use questions::QuestionsWanted;
pub use record::RegistrationRecord;
pub use refusal::RegistrationRefusal;
pub use review::{Lost, Registered, ReviewWanted};
pub use username::UsernameWanted;

use crate::domain::id::{AccountId, MessageId};
use crate::domain::limit::Subject;
use crate::domain::policy::Policy;
use crate::domain::recovery::captcha::Images;
use crate::domain::recovery::{DocumentSeen, Visit};
use crate::domain::time::Timestamp;

use entered::{Base, Kept};

/// A registration in one of its states.
#[derive(Debug)]
pub enum Registration {
    /// The conditions are shown.
    Conditions(ConditionsShown),
    /// Identity and mobile are awaited.
    Personal(PersonalWanted),
    /// A user name is awaited.
    Username(UsernameWanted),
    /// A password is awaited.
    Password(PasswordWanted),
    /// An email is awaited.
    Email(EmailWanted),
    /// The language of the account is awaited.
    Language(LanguageWanted),
    /// The characters of an image are awaited.
    Captcha(CaptchaWanted),
    /// Terms and privacy policy are to be accepted.
    Terms(TermsWanted),
    /// Codes are awaited.
    Codes(CodesWanted),
    /// Security questions are to be chosen and answered.
    Questions(QuestionsWanted),
    /// All that was entered is shown.
    Review(ReviewWanted),
    /// The account was made.
    Done(Registered),
}

impl Registration {
    /// A registration whose document was seen. `account` is the name that the account will have.
    pub(in crate::domain) fn begin(visit: Visit, document: DocumentSeen, account: AccountId) -> Self {
        Self::Conditions(ConditionsShown::first(Base {
            visit,
            document,
            account,
            contacts: contact::Contacts::default(),
            kept: Kept::default(),
            approval: None,
        }))
    }

    const fn base(&self) -> Result<&Base, &Registered> {
        Ok(match self {
            Self::Conditions(state) => &state.base,
            Self::Personal(state) => &state.base,
            Self::Username(state) => &state.base,
            Self::Password(state) => &state.base,
            Self::Email(state) => &state.base,
            Self::Language(state) => &state.base,
            Self::Captcha(state) => &state.base,
            Self::Terms(state) => &state.base,
            Self::Codes(state) => &state.base,
            Self::Questions(state) => &state.base,
            Self::Review(state) => &state.base,
            Self::Done(state) => return Err(state),
        })
    }

    /// What every state of a visit carries.
    pub const fn visit(&self) -> &Visit {
        match self.base() {
            Ok(base) => &base.visit,
            Err(done) => &done.visit,
        }
    }

    pub(in crate::domain) const fn visit_mut(&mut self) -> &mut Visit {
        match self {
            Self::Conditions(state) => &mut state.base.visit,
            Self::Personal(state) => &mut state.base.visit,
            Self::Username(state) => &mut state.base.visit,
            Self::Password(state) => &mut state.base.visit,
            Self::Email(state) => &mut state.base.visit,
            Self::Language(state) => &mut state.base.visit,
            Self::Captcha(state) => &mut state.base.visit,
            Self::Terms(state) => &mut state.base.visit,
            Self::Codes(state) => &mut state.base.visit,
            Self::Questions(state) => &mut state.base.visit,
            Self::Review(state) => &mut state.base.visit,
            Self::Done(state) => &mut state.visit,
        }
    }

    /// The images, where one is shown.
    pub(in crate::domain) const fn images_mut(&mut self) -> Option<&mut Images> {
        match self {
            Self::Captcha(state) => Some(&mut state.images),
            _ => None,
        }
    }

    /// The document that the clerk held.
    pub const fn document(&self) -> &DocumentSeen {
        match self.base() {
            Ok(base) => &base.document,
            Err(done) => &done.document,
        }
    }

    /// Who registers, once that is known.
    pub fn person(&self) -> Option<&Person> {
        Some(match self {
            Self::Conditions(state) => return state.person(),
            Self::Username(state) => &state.person,
            Self::Password(state) => &state.person,
            Self::Email(state) => &state.person,
            Self::Language(state) => &state.person,
            Self::Captcha(state) => &state.draft.person,
            Self::Terms(state) => &state.draft.person,
            Self::Codes(state) => &state.draft.person,
            Self::Questions(state) => &state.draft.person,
            Self::Review(state) => &state.draft.person,
            Self::Personal(_) | Self::Done(_) => return None,
        })
    }

    /// Whom the counters of codes, and those of the mobile, belong to, once that is known.
    pub fn subjects(&self) -> Option<(Subject, Subject)> {
        self.person().map(|person| (person.subject, person.mobile_subject))
    }

    /// The identity number, masked.
    pub fn masked(&self) -> Option<&str> {
        match self {
            Self::Done(state) => Some(&state.masked),
            state => state.person().map(|person| person.masked.as_str()),
        }
    }

    /// Whether the account was made.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Done(_))
    }

    /// Whether a code that this message carries could still be typed.
    pub fn awaits(&self, message: MessageId) -> bool {
        self.base().is_ok_and(|base| base.contacts.await_message(message))
    }

    /// Whether no code is left that could be typed or sent.
    pub fn is_spent(&self, policy: &Policy, now: Timestamp) -> bool {
        match self {
            Self::Codes(state) => state.is_spent(policy, now),
            _ => false,
        }
    }

    /// Whether a code was typed too long ago. Then the visit is back at the codes, and only a new one helps.
    pub fn is_stale(&self, policy: &Policy, now: Timestamp) -> bool {
        match self {
            Self::Questions(state) => state.proofs.are_stale(policy, now),
            Self::Review(state) => state.proofs.are_stale(policy, now),
            _ => false,
        }
    }

    /// Whether a supervisor accepted too long ago what the registry does not know, where that is needed now.
    pub fn is_lapsed(&self, policy: &Policy, now: Timestamp) -> bool {
        let lapses = match self {
            Self::Conditions(state) => state.lapses(policy),
            Self::Review(state) => state.lapses(policy),
            _ => None,
        };
        lapses.is_some_and(|lapses| now >= lapses)
    }

    /// The conditions again, where a supervisor is asked anew. What was entered stays.
    pub(in crate::domain) fn lapsed(self) -> Self {
        match self {
            Self::Conditions(state) => Self::Conditions(state.lapsed()),
            Self::Review(state) => Self::Conditions(state.lapsed()),
            state => state,
        }
    }

    /// The codes again, because one was typed too long ago. Answers that were given stay, as hashes.
    pub(in crate::domain) fn stale(self) -> Self {
        match self {
            Self::Questions(state) => Self::Codes(state.proofs.back(state.base, state.draft)),
            Self::Review(state) => {
                let mut base = state.base;
                base.kept.questions = Some(state.questions);
                Self::Codes(state.proofs.back(base, state.draft))
            }
            state => state,
        }
    }
}
