//! A supervisor tries the gateways: one message through each, outside the outbox. No visit is touched.

use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use tokio::time::timeout;

use crate::domain::message::{Channel, Contact, GatewayFault};
use crate::domain::secret::Secret;
use crate::domain::staff::Right;
use crate::port::{Gateway, Outgoing, SubmitError};

use super::{Desk, DeskError};

/// What became of the message that a gateway was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It arrived.
    Delivered,
    /// The gateway took it; it does not say, or did not say in time, whether it arrived.
    Accepted,
    /// The gateway took it, and says that it did not arrive.
    NotDelivered,
    /// It was certainly not taken.
    NotTaken(GatewayFault),
    /// It may or may not have been taken.
    Unknown(GatewayFault),
}

/// What is sent to try a gateway.
#[derive(Clone, Debug)]
pub struct TrialMessage {
    /// To whom.
    pub to: Contact,
    /// The subject, for email.
    pub subject: Option<String>,
    /// The text. It carries no code.
    pub text: String,
}

impl Desk {
    /// Sends `message` through each of `gateways` that carries its channel, and says by the gateway's name what became of
    /// it. Each may take as long as the outbox would wait, and as long again for a receipt.
    ///
    /// # Errors
    /// [`DeskError::NotPermitted`] and its like.
    pub async fn try_gateways(
        &self,
        gateways: &[Arc<dyn Gateway>],
        message: &TrialMessage,
    ) -> Result<Vec<(String, Tried)>, DeskError> {
        self.inner.permitted(Right::ManageGateways)?;
        let patience = self.inner.policy.outbox.patience;
        let of_channel = gateways
            .iter()
            .filter(|gateway| gateway.channel() == message.to.channel());
        let trials = of_channel.map(|gateway| async move {
            let outgoing = Outgoing {
                id: self.inner.message_id(),
                to: message.to.clone(),
                subject: message.subject.clone(),
                text: Secret::from(message.text.as_str()),
                // As a code would be, so that a gateway which does not take that is found out.
                good_for: Some(self.inner.policy.code.lifetime),
            };
            (
                gateway.name().to_owned(),
                trial(gateway.as_ref(), outgoing, patience).await,
            )
        });
        Ok(join_all(trials).await)
    }
}

async fn trial(gateway: &dyn Gateway, outgoing: Outgoing, patience: Duration) -> Tried {
    let accepted = match timeout(patience, gateway.submit(outgoing)).await {
        Ok(Ok(accepted)) => accepted,
        Ok(Err(SubmitError::NotAccepted(error) | SubmitError::Refused(error))) => {
            tracing::warn!(gateway = gateway.name(), %error, "a trial was not taken");
            return Tried::NotTaken(error.fault);
        }
        Ok(Err(SubmitError::Unknown(error))) => {
            tracing::warn!(gateway = gateway.name(), %error, "it is not known whether a trial was taken");
            return Tried::Unknown(error.fault);
        }
        Err(_) => return Tried::Unknown(GatewayFault::Silent),
    };
    // Mail servers give no receipts.
    if gateway.channel() == Channel::Email {
        return Tried::Accepted;
    }
    let receipt = async {
        loop {
            let receipt = gateway.receipt().await;
            if receipt.gateway_id == accepted.gateway_id {
                return receipt.delivered;
            }
        }
    };
    match timeout(patience, receipt).await {
        Ok(true) => Tried::Delivered,
        Ok(false) => Tried::NotDelivered,
        Err(_) => Tried::Accepted,
    }
}
