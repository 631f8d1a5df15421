//! Messages leave the desk: sent by one task, tried again with growing waits only where they were certainly not
//! accepted, never sent when what they carry is dead.
//!
//! A message is marked as on its way before it is handed over. Whoever finds it so after a restart knows that its
//! fate is unknown.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use futures::future::select_all;

use crate::domain::account::Account;
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::MessageId;
use crate::domain::message::{Delivery, Message, MessageKind};
use crate::domain::recovery;
use crate::port::{
    Accepted, Carried, Change, Commit, Gateway, GatewayState, Outgoing, Receipt, StoreError, SubmitError, Versioned,
};

use super::{Desk, DeskError, Inner};

/// Messages that a gateway took in this run of the program, so that a receipt can be joined to them: the gateway's
/// place in the row, its own name for the message, and ours. Gateways that give no receipts do not fill it for ever.
#[derive(Default)]
struct Taken(VecDeque<(usize, String, MessageId)>);

impl Taken {
    const MOST: usize = 4096;

    fn add(&mut self, gateway: usize, gateway_id: String, message: MessageId) {
        if self.0.len() >= Self::MOST {
            self.0.pop_front();
        }
        self.0.push_back((gateway, gateway_id, message));
    }

    fn remove(&mut self, gateway: usize, gateway_id: &str) -> Option<MessageId> {
        let place = self
            .0
            .iter()
            .position(|(of, id, _)| *of == gateway && id == gateway_id)?;
        self.0.remove(place).map(|(_, _, message)| message)
    }
}

/// A message that was marked as on its way.
enum OnItsWay {
    /// It is handed to a gateway; the account as it is now, which somebody who registers has not yet.
    Real(Message, Option<Box<Account>>),
    /// It is a notice about somebody whom no account stands for: only its records are made.
    Nobody(Message),
}

/// The task that sends. One at a time: it alone knows what the gateways took in this run of the program.
pub struct Outbox {
    desk: Desk,
    taken: Taken,
}

impl Desk {
    /// The task that sends messages, to be driven step by step.
    pub fn outbox(&self) -> Outbox {
        Outbox {
            desk: self.clone(),
            taken: Taken::default(),
        }
    }

    /// Sends what waits, for as long as the program runs.
    pub async fn run_outbox(self) {
        let mut outbox = self.outbox();
        loop {
            let wait = match outbox.send_due().await {
                Ok(wait) => wait,
                Err(error) => {
                    tracing::warn!(%error, "the outbox could not be read or written");
                    self.inner.policy.outbox.longest_wait
                }
            };
            tokio::select! {
                () = self.inner.outbox.notified() => {}
                () = tokio::time::sleep(wait) => {}
                (gateway, receipt) = next_receipt(&self.inner.ports.gateways) => {
                    if let Err(error) = outbox.join(gateway, receipt).await {
                        tracing::warn!(%error, "a receipt could not be recorded");
                    }
                }
            }
        }
    }
}

impl Outbox {
    /// Sends every message that is due, and says how long until the next one is.
    ///
    /// # Errors
    /// The store's. What was handed over before it is not handed over again.
    pub async fn send_due(&mut self) -> Result<Duration, DeskError> {
        let desk = self.desk.clone();
        let mut wait = desk.inner.policy.outbox.longest_wait;
        let waiting = desk.off_thread(|inner| Ok(inner.ports.store.waiting()?)).await?;
        for Versioned { record: message, .. } in waiting {
            let Delivery::Queued { attempts, due } = message.delivery else {
                continue;
            };
            let now = desk.now();
            if now < due && now < message.expires {
                wait = wait.min(now.until(due));
                continue;
            }
            let id = message.id;
            let Some(message) = desk.off_thread(move |inner| Ok(inner.take_up(id)?)).await? else {
                continue;
            };
            let delivery = match message {
                OnItsWay::Real(message, account) => self.submit(&message, account.as_deref(), attempts).await,
                OnItsWay::Nobody(message) => desk.pretend(&message, attempts),
            };
            if let Delivery::Queued { due, .. } = &delivery {
                wait = wait.min(desk.now().until(*due));
            }
            desk.moved(id, delivery).await?;
        }
        Ok(wait)
    }

    /// Hands a message to the gateways of its channel in turn, to the next one only where it was certainly not taken.
    async fn submit(&mut self, message: &Message, account: Option<&Account>, attempts: u32) -> Delivery {
        let desk = &self.desk;
        let patience = desk.inner.policy.outbox.patience;
        let channel = message.to.channel();
        let mut refused = true;
        for (place, gateway) in desk.inner.ports.gateways.iter().enumerate() {
            if gateway.channel() != channel {
                continue;
            }
            match tokio::time::timeout(patience, gateway.submit(desk.inner.outgoing(message, account))).await {
                Ok(Ok(Accepted { gateway_id })) => {
                    self.taken.add(place, gateway_id.clone(), message.id);
                    return Delivery::Sent {
                        gateway_id,
                        at: desk.now(),
                    };
                }
                Ok(Err(SubmitError::NotAccepted(_))) => refused = false,
                Ok(Err(SubmitError::Refused(_))) => {}
                Ok(Err(SubmitError::Unknown(_))) | Err(_) => return Delivery::Unknown,
            }
        }
        if refused {
            Delivery::Failed
        } else {
            desk.later(attempts)
        }
    }

    /// Records the receipt of a message that the gateway at this place in the row took in this run of the program.
    async fn join(&mut self, gateway: usize, receipt: Receipt) -> Result<(), DeskError> {
        let Some(message) = self.taken.remove(gateway, &receipt.gateway_id) else {
            return Ok(());
        };
        let at = self.desk.now();
        let delivery = if receipt.delivered {
            Delivery::Delivered { at }
        } else {
            Delivery::Failed
        };
        self.desk.moved(message, delivery).await
    }

    /// Waits for the next receipt of any gateway, and records it.
    ///
    /// # Errors
    /// The store's.
    pub async fn join_next(&mut self) -> Result<(), DeskError> {
        let desk = self.desk.clone();
        let (gateway, receipt) = next_receipt(&desk.inner.ports.gateways).await;
        self.join(gateway, receipt).await
    }
}

impl Desk {
    /// What becomes of a notice to nobody: the records of one that was sent, or that waits while no gateway is ready.
    fn pretend(&self, message: &Message, attempts: u32) -> Delivery {
        match self.inner.gateway_state(message.to.channel()) {
            None => Delivery::Failed,
            Some(GatewayState::Down(_)) => self.later(attempts),
            Some(GatewayState::Ready) => Delivery::Sent {
                gateway_id: String::new(),
                at: self.now(),
            },
        }
    }

    /// Queued again, after a wait that doubles with each attempt.
    fn later(&self, attempts: u32) -> Delivery {
        let policy = &self.inner.policy.outbox;
        let wait = policy
            .first_wait
            .saturating_mul(1u32.checked_shl(attempts).unwrap_or(u32::MAX));
        Delivery::Queued {
            attempts: attempts.saturating_add(1),
            due: self.now().after(wait.min(policy.longest_wait)),
        }
    }

    async fn moved(&self, message: MessageId, delivery: Delivery) -> Result<(), DeskError> {
        self.off_thread(move |inner| {
            if let Some(read) = inner.ports.store.message(message)? {
                inner.write_delivery(read, delivery)?;
            }
            Ok(())
        })
        .await
    }
}

impl Inner {
    /// Marks a message as on its way, unless what it carries is dead or no gateway can carry it.
    fn take_up(&self, id: MessageId) -> Result<Option<OnItsWay>, StoreError> {
        let read = self.ports.store.message(id)?;
        let Some(read) = read.filter(|read| matches!(read.record.delivery, Delivery::Queued { .. })) else {
            return Ok(None);
        };
        let message = read.record.clone();
        if self.is_dead(&message)? {
            self.write_delivery(read, Delivery::Expired)?;
            return Ok(None);
        }
        if self.waits_for_its_visit(&message) {
            return Ok(None);
        }
        if self.gateway_state(message.to.channel()).is_none() {
            self.write_delivery(read, Delivery::Failed)?;
            return Ok(None);
        }
        self.write_delivery(read, Delivery::Sending)?;
        let account = self.ports.store.account(message.account)?;
        let account = account.map(|account| Box::new(account.record));
        // Of the messages to those without an account only codes are real: a visit waits for them.
        let real = account.is_some() || matches!(message.kind, MessageKind::Code { .. });
        Ok(Some(if real {
            OnItsWay::Real(message, account)
        } else {
            OnItsWay::Nobody(message)
        }))
    }

    /// Whether nobody could use the message any more: it is too old, or no visit waits for the code in it.
    fn is_dead(&self, message: &Message) -> Result<bool, StoreError> {
        if self.moment().at >= message.expires {
            return Ok(true);
        }
        let MessageKind::Code { code, .. } = &message.kind else {
            return Ok(false);
        };
        let visit = self.ports.store.visit(code.visit)?;
        Ok(!visit.is_some_and(|visit| recovery::restore(visit.record).awaits(message.id)))
    }

    /// Whether it carries a code of a visit that the last stop of the program left open: it leaves once somebody is
    /// there to type it.
    fn waits_for_its_visit(&self, message: &Message) -> bool {
        matches!(&message.kind, MessageKind::Code { code, .. } if self.is_left_open(code.visit))
    }

    /// Records how far a message has come. The program does that, not the clerk.
    pub(super) fn write_delivery(&self, read: Versioned<Message>, delivery: Delivery) -> Result<(), StoreError> {
        let Versioned {
            record: mut message,
            version,
        } = read;
        let told = is_told(&message.kind);
        message.delivery = delivery.clone();
        let entry = Entry {
            clerk: None,
            visit: Some(message.visit),
            fact: Fact::MessageMoved {
                message: message.id,
                delivery,
            },
        };
        let commit = Commit {
            moment: self.moment(),
            entries: vec![entry],
            changes: vec![Change::Message {
                message: Box::new(message),
                version,
            }],
        };
        if told {
            self.write(commit)
        } else {
            self.write_untold(commit)
        }
    }

    fn outgoing(&self, message: &Message, account: Option<&Account>) -> Outgoing {
        let code = match &message.kind {
            MessageKind::Code { code, .. } => Some(self.ports.keys.code(code)),
            _ => None,
        };
        let carried = match (&message.kind, &code, account) {
            (_, Some(code), _) => Carried::Code(code),
            (MessageKind::Username, None, Some(account)) => Carried::Username(&account.username),
            _ => Carried::Nothing,
        };
        let worded = self
            .ports
            .wording
            .message(&message.kind, &message.to, message.language, carried);
        Outgoing {
            id: message.id,
            to: message.to.clone(),
            subject: worded.subject,
            text: worded.text,
        }
    }
}

/// Whether the clerk may notice a message. A notice of a paused recovery would tell that the account exists, and so would
/// one of a new mobile that a desk stopped.
pub(super) const fn is_told(kind: &MessageKind) -> bool {
    !matches!(
        kind,
        MessageKind::RecoveryPaused { .. } | MessageKind::MobileChangeStopped { .. }
    )
}

/// The next receipt of any gateway, with the gateway's place in the row.
async fn next_receipt(gateways: &[Arc<dyn Gateway>]) -> (usize, Receipt) {
    if gateways.is_empty() {
        return std::future::pending().await;
    }
    let (receipt, place, _) = select_all(gateways.iter().map(|gateway| gateway.receipt())).await;
    (place, receipt)
}
