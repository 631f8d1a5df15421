//! The ways out of the desk.

use std::time::Duration;

use futures::future::BoxFuture;

use crate::domain::id::MessageId;
use crate::domain::message::{Channel, Contact, GatewayFault};
use crate::domain::secret::Secret;

/// A message on its way out. Its text is a secret: it may hold a code.
#[derive(Debug)]
pub struct Outgoing {
    /// Its name in the outbox.
    pub id: MessageId,
    /// Where it goes.
    pub to: Contact,
    /// The subject, where the channel has one.
    pub subject: Option<String>,
    /// The text.
    pub text: Secret,
    /// For how long from now it is worth delivering; none: for as long as the gateway likes.
    pub good_for: Option<Duration>,
}

/// The gateway took the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The gateway's own name for it, which its receipt will bear.
    pub gateway_id: String,
}

/// What is wrong with a gateway or with what it said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault:?}: {cause}")]
pub struct GatewayError {
    /// For the sentence on the screen.
    pub fault: GatewayFault,
    /// For the log. It holds no text, code, contact or secret.
    pub cause: String,
    /// How long it says it is to be left alone, where it says so.
    pub pause: Option<Duration>,
}

impl GatewayError {
    /// A fault with its cause.
    pub fn new(fault: GatewayFault, cause: impl ToString) -> Self {
        Self {
            fault,
            cause: cause.to_string(),
            pause: None,
        }
    }

    /// The same of a gateway that says how long it is to be left alone.
    #[must_use]
    pub fn pausing(self, pause: Duration) -> Self {
        Self {
            pause: Some(pause),
            ..self
        }
    }
}

/// The gateway did not take the message, or did not say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitError {
    /// Certainly not taken; it may be tried again after a while.
    #[error("not accepted for now: {0}")]
    NotAccepted(GatewayError),
    /// Certainly not taken, and it never will be.
    #[error("refused: {0}")]
    Refused(GatewayError),
    /// It may or may not have been taken. It is never tried again by itself.
    #[error("it is not known whether it was accepted: {0}")]
    Unknown(GatewayError),
}

/// What a gateway says about a message that it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The gateway's own name for the message.
    pub gateway_id: String,
    /// Whether it arrived.
    pub delivered: bool,
}

/// Whether a gateway can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GatewayState {
    /// It takes messages.
    Ready,
    /// It takes none now.
    Down(GatewayFault),
}

/// Carries messages out of the desk: SMS, email, or the phone on the screen.
pub trait Gateway: Send + Sync {
    /// What the configuration calls it, for `doctor` and the log.
    fn name(&self) -> &str;

    /// The channel that it carries messages over.
    fn channel(&self) -> Channel;

    /// Hands over one message. Dropping the future leaves its fate unknown.
    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>>;

    /// Waits for the next receipt; never ends where the gateway gives none. A receipt may come before the answer to
    /// the message that it is for.
    fn receipt(&self) -> BoxFuture<'_, Receipt>;

    /// Tries whether it could be used, without sending anything: reaches it and signs in where its protocol can.
    ///
    /// # Errors
    /// What stands in the way.
    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>>;

    /// Whether it can be used now.
    fn state(&self) -> GatewayState;
}
