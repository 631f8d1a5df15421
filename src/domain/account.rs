//! An account on the platform, as the store holds it.

use serde::{Deserialize, Serialize};

use super::applicant::{Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use super::hash::Hashed;
use super::id::AccountId;
use super::language::Language;
use super::question::QuestionId;

/// One security question with the hash of its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolledQuestion {
    /// Which question of the catalogue.
    pub question: QuestionId,
    /// The version of the normaliser that the answer went through before it was hashed.
    pub normaliser: u8,
    /// The hash of the normalised answer.
    pub answer: Hashed,
}

/// An account. Nothing in it is a secret in plain text, but all of it names a person: it is stored sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its record's name.
    pub id: AccountId,
    /// Whose it is.
    pub identity: IdentityNumber,
    /// The name on the document.
    pub name: PersonName,
    /// Where codes and notices go.
    pub mobile: Mobile,
    /// Where notices go as well.
    pub email: Option<Email>,
    /// The name to sign in with.
    pub username: Username,
    /// When the identity document expires, in the calendar it was printed in.
    pub expiry: Option<IdDate>,
    /// The language of messages to its owner.
    pub language: Language,
    /// The password in force; none where an import brought none.
    pub password: Option<Hashed>,
    /// Passwords before it, the newest first.
    pub previous_passwords: Vec<Hashed>,
    /// All of its security questions, in the order they were enrolled.
    pub questions: Vec<EnrolledQuestion>,
}

impl Account {
    /// The account with a new password: the one in force moves to the previous ones, of which `kept` stay.
    #[must_use]
    pub fn with_password(mut self, password: Hashed, kept: usize) -> Self {
        if let Some(old) = self.password.replace(password) {
            self.previous_passwords.insert(0, old);
        }
        self.previous_passwords.truncate(kept);
        self
    }

    /// The account with another mobile.
    #[must_use]
    pub const fn with_mobile(mut self, mobile: Mobile) -> Self {
        self.mobile = mobile;
        self
    }

    /// The account with another name to sign in with.
    #[must_use]
    pub fn with_username(mut self, username: Username) -> Self {
        self.username = username;
        self
    }
}
