//! One message is handed to the gateways of its channel in turn.

use std::sync::Arc;
use std::time::Duration;

use crate::desk::Desk;
use crate::domain::account::Account;
use crate::domain::message::{GatewayFault, Message};
use crate::port::{Accepted, Gateway, GatewayError, GatewayState, SubmitError};

/// A message that was marked as on its way.
pub(super) struct OnItsWay {
    pub message: Box<Message>,
    /// As it is now; who registers has none yet.
    pub account: Option<Box<Account>>,
    /// Whether it is handed to a gateway. A notice about somebody whom no account stands for is not: only its records are
    /// made, such as a gateway in this state leads to.
    pub is_real: bool,
}

/// A gateway, and its place in the row of all.
pub(super) type Placed = (usize, Arc<dyn Gateway>);

/// What became of a message.
pub(super) struct Landed {
    pub message: Box<Message>,
    /// Attempts that had been made in vain before this one.
    pub attempts: u32,
    pub outcome: Outcome,
    /// The gateways that failed, by their place in the row.
    pub failed: Vec<(usize, GatewayError)>,
}

/// How that ended.
pub(super) enum Outcome {
    /// The gateway at this place in the row took it.
    Taken {
        place: usize,
        gateway: String,
        gateway_id: String,
    },
    /// Nobody knows.
    Unknown,
    /// Certainly not taken; it may be tried again.
    NotTaken(GatewayError),
    /// Certainly not taken, and it never will be.
    Refused(GatewayFault),
    /// What it carries died on the way from one gateway to the next.
    Dead,
}

/// Hands a message to each gateway of `row`, to the next one only where it was certainly not taken. `others`: whether
/// there are gateways besides, which rest.
pub(super) async fn hand_over(
    desk: Desk,
    on_its_way: OnItsWay,
    attempts: u32,
    row: Vec<Placed>,
    mut others: bool,
) -> Landed {
    let mut failed = Vec::new();
    let mut outcome = None;
    for (place, gateway) in row {
        // It may have taken a while to hear that the gateway before did not take it.
        match desk.is_dead(&on_its_way.message).await {
            Ok(false) => {}
            Ok(true) => {
                outcome = Some(Outcome::Dead);
                break;
            }
            Err(_) => {
                others = true;
                break;
            }
        }
        let now = match submit(&desk, &on_its_way, gateway.as_ref()).await {
            Ok(Accepted { gateway_id }) => Outcome::Taken {
                place,
                gateway: gateway.name().to_owned(),
                gateway_id,
            },
            Err(error) => {
                tracing::warn!(gateway = gateway.name(), %error, "a message was not taken");
                failed.extend(failing(&error).map(|error| (place, error)));
                after(outcome, error)
            }
        };
        let ends = matches!(now, Outcome::Taken { .. } | Outcome::Unknown);
        outcome = Some(now);
        if ends {
            break;
        }
    }
    Landed {
        message: on_its_way.message,
        attempts,
        outcome: all_told(outcome, others),
        failed,
    }
}

/// What is wrong with the gateway itself, if it is not the message.
fn failing(error: &SubmitError) -> Option<GatewayError> {
    let (SubmitError::NotAccepted(why) | SubmitError::Refused(why) | SubmitError::Unknown(why)) = error;
    (why.fault != GatewayFault::MessageRefused).then(|| why.clone())
}

/// How it stands with a message after one more gateway did not take it: one that may still take it outweighs those that
/// never will.
fn after(before: Option<Outcome>, error: SubmitError) -> Outcome {
    match (before, error) {
        (_, SubmitError::Unknown(_)) => Outcome::Unknown,
        (Some(Outcome::NotTaken(first)), _) => Outcome::NotTaken(first),
        (_, SubmitError::NotAccepted(error)) => Outcome::NotTaken(error),
        (_, SubmitError::Refused(error)) => Outcome::Refused(error.fault),
    }
}

/// What it comes to. Gateways that were not asked may still take it.
fn all_told(outcome: Option<Outcome>, others: bool) -> Outcome {
    match outcome {
        Some(Outcome::Refused(fault)) if others => Outcome::NotTaken(GatewayError::new(fault, "others were not asked")),
        Some(outcome) => outcome,
        None => Outcome::NotTaken(GatewayError::new(GatewayFault::NotReached, "none was asked")),
    }
}

async fn submit(desk: &Desk, on_its_way: &OnItsWay, gateway: &dyn Gateway) -> Result<Accepted, SubmitError> {
    if !on_its_way.is_real {
        return match gateway.state() {
            GatewayState::Ready => Ok(Accepted {
                gateway_id: String::new(),
            }),
            GatewayState::Down(fault) => Err(SubmitError::NotAccepted(GatewayError::new(fault, "down"))),
        };
    }
    let outgoing = desk.inner.outgoing(&on_its_way.message, on_its_way.account.as_deref());
    let patience: Duration = desk.inner.policy.outbox.patience;
    let answer = tokio::time::timeout(patience, gateway.submit(outgoing)).await;
    answer.unwrap_or_else(|_| {
        let silent = GatewayError::new(GatewayFault::Silent, "no answer in time");
        Err(SubmitError::Unknown(silent))
    })
}
