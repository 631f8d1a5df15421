//! What the outbox reads and writes: each message is marked before it is handed over, and after.

use super::handover::OnItsWay;
use crate::desk::{Desk, DeskError, Inner};
use crate::domain::account::Account;
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::MessageId;
use crate::domain::message::{Delivery, Failure, Message, MessageKind};
use crate::domain::recovery;
use crate::port::{Carried, Change, Commit, Outgoing, StoreError, Versioned};

impl Desk {
    /// Whether nobody could use the message any more.
    pub(super) async fn is_dead(&self, message: &Message) -> Result<bool, DeskError> {
        let message = message.clone();
        self.off_thread(move |inner| Ok(inner.is_dead(&message)?)).await
    }

    /// Records how far a message that was handed over has come.
    pub(super) async fn moved(&self, message: MessageId, delivery: Delivery) -> Result<(), DeskError> {
        self.off_thread(move |inner| {
            let read = inner.ports.store.message(message)?;
            let on_its_way =
                |read: &Versioned<Message>| matches!(read.record.delivery, Delivery::Sending | Delivery::Sent { .. });
            match read.filter(on_its_way) {
                Some(read) => Ok(inner.write_delivery(read, delivery)?),
                None => Ok(()),
            }
        })
        .await
    }
}

impl Inner {
    /// Marks a message as on its way, unless what it carries is dead or no gateway can carry it.
    pub(super) fn take_up(&self, id: MessageId) -> Result<Option<OnItsWay>, StoreError> {
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
            self.write_delivery(read, Delivery::Failed(Failure::NoGateway))?;
            return Ok(None);
        }
        self.write_delivery(read, Delivery::Sending)?;
        let account = self.ports.store.account(message.account)?;
        let account = account.map(|account| Box::new(account.record));
        // Of the messages to those without an account only codes are real: a visit waits for them.
        let is_real = account.is_some() || matches!(message.kind, MessageKind::Code { .. });
        Ok(Some(OnItsWay {
            message: Box::new(message),
            account,
            is_real,
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
    pub(in crate::desk) fn write_delivery(
        &self,
        read: Versioned<Message>,
        delivery: Delivery,
    ) -> Result<(), StoreError> {
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

    pub(super) fn outgoing(&self, message: &Message, account: Option<&Account>) -> Outgoing {
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
            good_for: Some(self.moment().at.until(message.expires)),
        }
    }
}

/// Whether the clerk may notice a message. A notice of a paused recovery would tell that the account exists, and so would
/// one of a new mobile that a desk stopped.
pub(in crate::desk) const fn is_told(kind: &MessageKind) -> bool {
    !matches!(
        kind,
        MessageKind::RecoveryPaused { .. } | MessageKind::MobileChangeStopped { .. }
    )
}
