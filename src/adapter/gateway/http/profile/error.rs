//! What is wrong with a profile file.

use std::fmt;

use crate::adapter::web::AddressError;

/// A wrong profile file. Tells no value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileError {
    /// The line, from 1.
    pub line: usize,
    /// The field.
    pub field: String,
    /// What about it.
    pub reason: ProfileReason,
}

/// Why a profile file is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileReason {
    /// It is not TOML, or a field is unknown, missing, or has a value that it cannot have.
    #[error("this is not how a profile is written")]
    Form,
    /// Braces with something in them that is not known, or not known at this point: the text of a message where none is
    /// sent.
    #[error("nothing is known here to stand in these braces")]
    UnknownHole,
    /// The host is filled in.
    #[error("the host stands in the profile itself")]
    HoleInHost,
    /// A mobile or a text would stand in an address, where logs on the way keep it.
    #[error("a mobile or a text never stands in an address")]
    PersonInAddress,
    /// The address cannot be used.
    #[error("{0}")]
    Address(AddressError),
    /// It is never said where the mobile stands.
    #[error("{{recipient}} stands nowhere")]
    NoRecipient,
    /// It is never said where the text stands.
    #[error("{{text}} stands nowhere")]
    NoText,
    /// It is never said where the gateway's own name for the message stands.
    #[error("{{gateway-id}} stands nowhere")]
    NoGatewayId,
    /// A name that no header has.
    #[error("no header is called so")]
    HeaderName,
    /// Fields without a `body` that says how they are written, or the other way round, or with GET.
    #[error("fields, body and method do not go together")]
    Body,
    /// A field of a form that is more than a text.
    #[error("a field of a form is a text")]
    NotAText,
    /// Not a status such as `201`, nor a range such as `500-599`.
    #[error("a status is 201, or 500-599")]
    Status,
    /// A rule that says something which cannot be said here, such as "delivered" of a message that is being sent.
    #[error("an answer cannot mean this here")]
    Meaning,
    /// A rule about nothing, or with a field without values, or values without a field.
    #[error("an answer is known by its status, or by a field and its values")]
    Rule,
    /// No answer means what the question is asked for.
    #[error("no answer means that it went well")]
    NoGoodAnswer,
    /// Nothing, too much or too long: from 1 to 20 times, each after 1 to 3,600 seconds.
    #[error("1 to 20 waits of 1 to 3600 seconds")]
    After,
    /// Something belongs to another question.
    #[error("this belongs to another part of the profile")]
    Elsewhere,
}

impl fmt::Display for ProfileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}: {}", self.line, self.field, self.reason)
    }
}

impl std::error::Error for ProfileError {}
