//! What was entered so far, and what every state of a registration carries.

use serde::{Deserialize, Serialize};

use crate::domain::account::EnrolledQuestion;
use crate::domain::applicant::{Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use crate::domain::conditions::Condition;
use crate::domain::hash::Hashed;
use crate::domain::id::AccountId;
use crate::domain::language::Language;
use crate::domain::limit::Subject;
use crate::domain::password::PersonalWords;
use crate::domain::recovery::{DocumentSeen, Visit};

use super::contact::Contacts;
use super::proof::{Human, SupervisorApproved, TermsAccepted};

/// What every state carries.
#[derive(Debug)]
pub(super) struct Base {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    /// The name that the account will have. No account has it before.
    pub(super) account: AccountId,
    pub(super) contacts: Contacts,
    pub(super) kept: Kept,
    /// What a supervisor accepted for the identity and the mobile that were given.
    pub(super) approval: Option<SupervisorApproved>,
}

/// What was entered or checked at steps that lie ahead again since the applicant went back. A step ahead takes it
/// from here, so that nothing is asked twice; secrets are never kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) username: Option<Username>,
    pub(super) email: Option<Email>,
    pub(super) language: Option<Language>,
    pub(super) human: Option<Human>,
    pub(super) terms: Option<TermsAccepted>,
    /// Hashed already: asked again where the applicant goes back to them, not where only codes are typed anew.
    pub(super) questions: Option<Vec<EnrolledQuestion>>,
}

/// Who registers, as the registry knows them and the document says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The identity number.
    pub identity: IdentityNumber,
    /// The mobile.
    pub mobile: Mobile,
    /// The name.
    pub name: PersonName,
    /// When the identity document expires, in the calendar it was printed in.
    pub expiry: IdDate,
    /// Whether name or expiry were typed from the document, because the registry does not know them.
    pub typed: bool,
    /// What the registry does not know of them. An account is made only with a supervisor's approval of all of it.
    #[serde(default)]
    pub unknown: Vec<Condition>,
    /// Whom the counters of this identity and mobile belong to.
    pub subject: Subject,
    /// Whom the counters of the mobile belong to.
    pub mobile_subject: Subject,
    /// What the clerk's screen shows of the identity number.
    pub masked: String,
}

/// All that makes an account, but its security questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Who registers.
    pub person: Person,
    /// The name to sign in with.
    pub username: Username,
    /// The hash of the password.
    pub password: Hashed,
    /// The email.
    pub email: Email,
    /// The language of messages to them.
    pub language: Language,
}

impl Person {
    /// What a password must not be made of.
    pub(super) fn words(&self, username: &Username, email: Option<&Email>) -> PersonalWords {
        PersonalWords {
            username: Some(username.clone()),
            identity: Some(self.identity),
            mobile: Some(self.mobile),
            email: email.cloned(),
            name: Some(self.name.clone()),
            place: Vec::new(),
        }
    }
}
