//! Texts of messages.

use crate::domain::applicant::Username;
use crate::domain::code::Code;
use crate::domain::language::Language;
use crate::domain::message::{Contact, MessageKind};
use crate::domain::question::QuestionId;
use crate::domain::receipt::{Receipt, Sheet};
use crate::domain::secret::Secret;

/// A text as it leaves the desk.
#[derive(Debug)]
pub struct Worded {
    /// The subject, for email.
    pub subject: Option<String>,
    /// The text; a secret, because it may hold a code.
    pub text: Secret,
}

/// What a message carries that the outbox does not keep.
#[derive(Clone, Copy, Debug)]
pub enum Carried<'a> {
    /// Nothing.
    Nothing,
    /// The code that it was asked for.
    Code(&'a Code),
    /// The user name of the account as it is sent.
    Username(&'a Username),
}

/// Puts messages into words.
pub trait Wording: Send + Sync {
    /// The text of a message, with what it carries.
    fn message(&self, kind: &MessageKind, to: &Contact, language: Language, carried: Carried<'_>) -> Worded;

    /// A security question as an applicant reads it: an answer must not stand in it.
    fn question(&self, question: QuestionId, language: Language) -> String;

    /// A receipt in the applicant's language.
    fn receipt(&self, receipt: &Receipt) -> Sheet;
}
