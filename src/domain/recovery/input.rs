//! What goes into the machine.

use crate::domain::account::Account;
use crate::domain::captcha::Label;
use crate::domain::code::TypedCode;
use crate::domain::fact::Ending;
use crate::domain::hash::Hasher;
use crate::domain::language::Language;
use crate::domain::presence::Attestation;
use crate::domain::registration;
use crate::domain::secret::Secret;
use crate::domain::staff::Staff;
use crate::domain::supervised::Plea;

use super::approval::Sought;
use super::identity::{Candidate, Claim};
use super::step::Codes;
use super::username::Wish;
use super::visit::DocumentSeen;

/// What people and time do to a visit, with what the desk looked up for it.
#[derive(Clone)]
pub enum Input<'a> {
    /// The clerk held the document.
    DocumentSeen(DocumentSeen),
    /// The applicant typed the characters of the image.
    Captcha {
        /// What was typed.
        typed: &'a str,
        /// What the image shows, where the desk still knows it.
        label: Option<&'a Label>,
    },
    /// Another image, because the applicant asks for it or because the one that is shown is too old.
    AnotherImage,
    /// The clerk attests that a person is in front of them, in the place of the image.
    Attested(Attestation),
    /// A supervisor, who has just proven to be that, approves what was pleaded for.
    Approved(&'a Staff, &'a Plea, Sought<'a>),
    /// A second one does.
    Seconded(&'a Staff, &'a Account),
    /// The clerk typed identity and mobile.
    Identity(&'a Claim, Candidate<'a>),
    /// The applicant answered the questions.
    Answers {
        /// One answer for each question.
        answers: &'a [Secret],
        /// The account whose questions they are, if they are anybody's.
        account: Option<&'a Account>,
        /// Checks them.
        hasher: &'a dyn Hasher,
    },
    /// The applicant asks for another code.
    Resend(&'a Account),
    /// The applicant typed a code.
    Code {
        /// What was typed.
        typed: &'a TypedCode,
        /// The account as it is now.
        account: &'a Account,
        /// Derives the code that was sent.
        codes: &'a dyn Codes,
    },
    /// The applicant chose a password.
    Password {
        /// The password.
        password: &'a Secret,
        /// The password again.
        repeat: &'a Secret,
        /// The account as it is now.
        account: &'a Account,
        /// Hashes it.
        hasher: &'a dyn Hasher,
    },
    /// The applicant asks whether a user name is free.
    CheckUsername(Wish<'a>, &'a Account),
    /// The applicant wants to see the user name.
    ShowUsername(&'a Account),
    /// The applicant takes another user name.
    TakeUsername(Wish<'a>, &'a Account),
    /// What people do to a registration.
    Registration(registration::Input<'a>),
    /// Back to the identity, which was mistyped.
    Back,
    /// The applicant reads another language.
    Language(Language),
    /// The program had stopped; the same clerk and the same person are there again.
    Resumed,
    /// The visit ends, done or not.
    End(Ending),
    /// Nothing but time: see [`Recovery::is_due`](super::Recovery::is_due).
    Nothing,
}
