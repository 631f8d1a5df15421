//! Messages leave the desk: sent by one task, tried again with growing waits only where they were certainly not
//! accepted, never sent when what they carry is dead.
//!
//! A message is marked as on its way before it is handed over. Whoever finds it so after a restart knows that its
//! fate is unknown.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures::future::select_all;

use crate::domain::fact::Fact;
use crate::domain::id::MessageId;
use crate::domain::message::{Delivery, Message, MessageKind};
use crate::port::{Change, Commit, Gateway, Outgoing, Receipt, StoreError, SubmitError, Versioned};

use super::{Desk, DeskError, Inner};

impl Desk {
    /// Sends what waits, for as long as the program runs.
    pub async fn run_outbox(self) {
        let mut sent = HashMap::new();
        loop {
            let wait = match self.send_due(&mut sent).await {
                Ok(wait) => wait,
                Err(error) => {
                    tracing::warn!(%error, "the outbox could not be read or written");
                    self.inner.policy.outbox.longest_wait
                }
            };
            tokio::select! {
                () = self.inner.outbox.notified() => {}
                () = tokio::time::sleep(wait) => {}
                receipt = next_receipt(&self.inner.ports.gateways) => self.joined(&mut sent, receipt).await,
            }
        }
    }

    /// Sends every message that is due, and says how long until the next one is.
    async fn send_due(&self, sent: &mut HashMap<String, MessageId>) -> Result<Duration, DeskError> {
        let longest = self.inner.policy.outbox.longest_wait;
        let mut wait = longest;
        let waiting = self.off_thread(|inner| Ok(inner.ports.store.waiting()?)).await?;
        for Versioned { record: message, .. } in waiting {
            let Delivery::Queued { attempts, due } = message.delivery else {
                continue;
            };
            let now = self.now();
            if now < due {
                wait = wait.min(now.until(due));
                continue;
            }
            if now >= message.expires {
                self.moved(message.id, Delivery::Expired).await?;
                continue;
            }
            let channel = message.to.channel();
            let gateways = &self.inner.ports.gateways;
            let Some(gateway) = gateways.iter().find(|gateway| gateway.channel() == channel).cloned() else {
                self.moved(message.id, Delivery::Failed).await?;
                continue;
            };
            self.moved(message.id, Delivery::Sending).await?;
            let delivery = self.submit(gateway, &message, attempts).await;
            if let Delivery::Sent { gateway_id, .. } = &delivery {
                sent.insert(gateway_id.clone(), message.id);
            }
            if let Delivery::Queued { due, .. } = &delivery {
                wait = wait.min(now.until(*due));
            }
            self.moved(message.id, delivery).await?;
        }
        Ok(wait)
    }

    async fn submit(&self, gateway: Arc<dyn Gateway>, message: &Message, attempts: u32) -> Delivery {
        let outgoing = self.inner.outgoing(message);
        let policy = &self.inner.policy.outbox;
        let outcome = tokio::time::timeout(policy.patience, gateway.submit(outgoing)).await;
        match outcome {
            Ok(Ok(accepted)) => Delivery::Sent {
                gateway_id: accepted.gateway_id,
                at: self.now(),
            },
            Ok(Err(SubmitError::NotAccepted(_))) => {
                let wait = policy
                    .first_wait
                    .saturating_mul(1u32.checked_shl(attempts).unwrap_or(u32::MAX));
                let due = self.now().after(wait.min(policy.longest_wait));
                Delivery::Queued {
                    attempts: attempts.saturating_add(1),
                    due,
                }
            }
            Ok(Err(SubmitError::Refused(_))) => Delivery::Failed,
            Ok(Err(SubmitError::Unknown(_))) | Err(_) => Delivery::Unknown,
        }
    }

    async fn joined(&self, sent: &mut HashMap<String, MessageId>, receipt: Receipt) {
        let Some(message) = sent.remove(&receipt.gateway_id) else {
            return;
        };
        let at = self.now();
        let delivery = if receipt.delivered {
            Delivery::Delivered { at }
        } else {
            Delivery::Failed
        };
        if let Err(error) = self.moved(message, delivery).await {
            tracing::warn!(%error, "a receipt could not be recorded");
        }
    }

    async fn moved(&self, message: MessageId, delivery: Delivery) -> Result<(), DeskError> {
        self.off_thread(move |inner| Ok(inner.move_message(message, &delivery)?))
            .await
    }
}

impl Inner {
    fn move_message(&self, id: MessageId, delivery: &Delivery) -> Result<(), StoreError> {
        let Some(Versioned {
            record: mut message,
            version,
        }) = self.ports.store.message(id)?
        else {
            return Ok(());
        };
        message.delivery = delivery.clone();
        let (moment, jump) = self.moment();
        let moved = Fact::MessageMoved {
            message: id,
            delivery: delivery.clone(),
        };
        let visit = Some(message.visit);
        let mut entries = vec![self.entry(visit, moved)];
        entries.extend(jump.map(|fact| self.entry(None, fact)));
        entries.iter_mut().for_each(|entry| entry.clerk = None);
        let changes = vec![Change::Message {
            message: Box::new(message),
            version,
        }];
        self.ports
            .store
            .commit(&Commit {
                moment,
                entries,
                changes,
            })
            .map(|_| ())
    }

    fn outgoing(&self, message: &Message) -> Outgoing {
        let code = match &message.kind {
            MessageKind::Code { code, .. } => Some(self.ports.keys.code(code)),
            _ => None,
        };
        let worded = self
            .ports
            .wording
            .message(&message.kind, &message.to, message.language, code.as_ref());
        Outgoing {
            id: message.id,
            to: message.to.clone(),
            subject: worded.subject,
            text: worded.text,
        }
    }
}

async fn next_receipt(gateways: &[Arc<dyn Gateway>]) -> Receipt {
    if gateways.is_empty() {
        return std::future::pending().await;
    }
    select_all(gateways.iter().map(|gateway| gateway.receipt())).await.0
}
