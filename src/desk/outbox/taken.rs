//! Receipts are joined to the messages that they are for.

use std::collections::VecDeque;

use crate::desk::{DeskError, Inner};
use crate::domain::fact::Fact;
use crate::domain::id::MessageId;
use crate::domain::message::Delivery;
use crate::port::Receipt;

/// As many messages and as many receipts are kept to be joined: gateways that give no receipts do not fill the memory,
/// nor do those that give too many.
const MOST: usize = 4_096;

/// So many of the last frames are looked through for what earlier runs of the program sent, so many at a time.
const FRAMES: u64 = 4_096;
const AT_ONCE: u64 = 256;

/// What gateways took, so that a receipt can be joined to it.
#[derive(Default)]
pub(super) struct Taken {
    /// The gateway's place in the row, its own name for the message, and ours.
    messages: VecDeque<(usize, String, MessageId)>,
    /// Receipts for nothing that is known, while some message is being handed over: it may be for that one.
    early: VecDeque<(usize, Receipt)>,
    /// Whether it is known what earlier runs of the program sent.
    remembers: bool,
}

impl Taken {
    /// A notice to nobody has no name at a gateway.
    pub fn add(&mut self, gateway: usize, gateway_id: String, message: MessageId) {
        if gateway_id.is_empty() {
            return;
        }
        push(&mut self.messages, (gateway, gateway_id, message));
    }

    pub fn remove(&mut self, gateway: usize, gateway_id: &str) -> Option<MessageId> {
        let is_it = |(of, id, _): &(usize, String, MessageId)| *of == gateway && id == gateway_id;
        let place = self.messages.iter().position(is_it)?;
        self.messages.remove(place).map(|(_, _, message)| message)
    }

    /// Keeps a receipt until the message that is being handed over has its answer.
    pub fn keep(&mut self, gateway: usize, receipt: Receipt) {
        push(&mut self.early, (gateway, receipt));
    }

    /// The receipts that were kept.
    pub fn kept(&mut self) -> VecDeque<(usize, Receipt)> {
        std::mem::take(&mut self.early)
    }

    /// Looks up, once, what earlier runs of the program sent and no receipt has come for.
    pub async fn remember(&mut self, desk: &crate::desk::Desk) -> Result<(), DeskError> {
        if self.remembers {
            return Ok(());
        }
        let end = desk.inner.ports.store.head().map_or(0, |head| head.number) + 1;
        let first = end.saturating_sub(FRAMES).max(1);
        let mut older = Vec::new();
        for from in (first..end).step_by(AT_ONCE as usize) {
            let frames = from..end.min(from + AT_ONCE);
            older.extend(desk.off_thread(move |inner| inner.sent_in(frames)).await?);
        }
        self.remembers = true;
        let known = std::mem::take(&mut self.messages);
        let newer: Vec<_> = known.iter().map(|(_, _, message)| *message).collect();
        older.retain(|(_, _, message)| !newer.contains(message));
        older
            .into_iter()
            .chain(known)
            .for_each(|one| push(&mut self.messages, one));
        Ok(())
    }
}

fn push<T>(row: &mut VecDeque<T>, one: T) {
    if row.len() >= MOST {
        row.pop_front();
    }
    row.push_back(one);
}

impl Inner {
    /// What was sent in these frames of the ledger and is said to be no further, with the place of its gateway.
    fn sent_in(&self, frames: std::ops::Range<u64>) -> Result<Vec<(usize, String, MessageId)>, DeskError> {
        let store = &self.ports.store;
        let frames = store.frames(frames)?;
        let facts = frames.into_iter().flat_map(|frame| frame.commit.entries);
        let mut sent = Vec::new();
        for entry in facts {
            let Fact::MessageMoved {
                message,
                delivery: Delivery::Sent {
                    gateway, gateway_id, ..
                },
            } = entry.fact
            else {
                continue;
            };
            let Some(read) = store.message(message)? else { continue };
            let channel = read.record.to.channel();
            let carries =
                |one: &std::sync::Arc<dyn crate::port::Gateway>| one.name() == gateway && one.channel() == channel;
            let place = self.ports.gateways.iter().position(carries);
            if let (Some(place), Delivery::Sent { .. }) = (place, &read.record.delivery) {
                sent.push((place, gateway_id, message));
            }
        }
        Ok(sent)
    }
}
