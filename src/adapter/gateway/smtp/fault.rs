//! What an error of the mail server means for the message, by the step at which it came. What the server says besides its
//! number is never passed on: it may repeat an address.

use std::error::Error as _;
use std::io::{self, ErrorKind};

use lettre::transport::smtp::Error;

use crate::adapter::gateway::Trust;
use crate::domain::message::GatewayFault;
use crate::port::{GatewayError, SubmitError};

/// How far it had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Connect,
    Encrypt,
    SignIn,
    Announce,
    Text,
}

impl Step {
    const fn word(self) -> &'static str {
        match self {
            Self::Connect => "connecting",
            Self::Encrypt => "encrypting",
            Self::SignIn => "signing in",
            Self::Announce => "naming sender and recipient",
            Self::Text => "handing over the text",
        }
    }

    /// Nothing came in time.
    pub(super) fn silent(self) -> GatewayError {
        GatewayError::new(GatewayFault::Silent, format_args!("{}: no answer in time", self.word()))
    }
}

/// What is wrong with the server.
pub(super) fn of(step: Step, error: &Error) -> GatewayError {
    let said = |fault, what: &str| GatewayError::new(fault, format_args!("{}: {what}", step.word()));
    if let Some(code) = error.status() {
        let fault = match (step, error.is_permanent()) {
            (Step::SignIn, true) => GatewayFault::SignInRefused,
            (Step::Announce | Step::Text, permanent) => of_message(u16::from(code), permanent),
            _ => GatewayFault::Failing,
        };
        return said(fault, &format!("answered {code}"));
    }
    if let Some(error) = of_system(error) {
        let fault = match error.kind() {
            _ if error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) => Trust::fault(error).fault,
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            // A step had its time.
            | ErrorKind::WouldBlock => GatewayFault::Silent,
            ErrorKind::InvalidData => GatewayFault::Malformed,
            _ => GatewayFault::NotReached,
        };
        return said(fault, &error.to_string());
    }
    if error.is_client() {
        return match step {
            Step::SignIn => said(GatewayFault::SignInRefused, "it offers no way to sign in"),
            _ => said(GatewayFault::NotTrusted, "it offers no encryption"),
        };
    }
    // The library's words for a connection that ended in the place of an answer.
    if error.is_response()
        && error
            .source()
            .is_some_and(|source| source.to_string() == "incomplete response")
    {
        return said(GatewayFault::Silent, "it hung up");
    }
    if error.is_response() {
        return said(GatewayFault::Malformed, "it gave an answer that is none");
    }
    said(GatewayFault::NotReached, "the address was not found")
}

/// The error of the system that lies below, if one does.
fn of_system(error: &Error) -> Option<&io::Error> {
    let below = std::iter::successors(error.source(), |error| (**error).source());
    below.filter_map(|error| error.downcast_ref()).next()
}

/// What a number means that answers a message (RFC 5321, 4.2; RFC 4954, 6).
const fn of_message(code: u16, permanent: bool) -> GatewayFault {
    match code {
        530 | 534 | 535 | 538 => GatewayFault::SignInRefused,
        421 | 451 => GatewayFault::Failing,
        _ if permanent => GatewayFault::MessageRefused,
        _ => GatewayFault::Throttled,
    }
}

/// What became of a message whose text was not sent: certainly not taken.
pub(super) fn before_text(error: &Error) -> SubmitError {
    refused(of(Step::Announce, error))
}

/// What became of a message whose text was sent: only a number says that it was not taken.
pub(super) fn after_text(error: &Error) -> SubmitError {
    let what = of(Step::Text, error);
    match error.status() {
        Some(_) => refused(what),
        None => SubmitError::Unknown(what),
    }
}

/// A message that the server does not want is refused for good; with everything else it may be tried again.
fn refused(what: GatewayError) -> SubmitError {
    match what.fault {
        GatewayFault::MessageRefused => SubmitError::Refused(what),
        _ => SubmitError::NotAccepted(what),
    }
}
