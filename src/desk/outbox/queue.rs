//! What waits to be sent, in the order in which it is needed.

use crate::domain::id::MessageId;
use crate::domain::message::{Channel, Delivery, Message, MessageKind};
use crate::domain::time::Timestamp;

/// How much a message is needed: the least goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    /// Somebody stands there and waits for the code; the one that dies first goes first.
    Code(Timestamp, MessageId),
    /// The one that was asked for first.
    Notice(Timestamp, MessageId),
}

/// A message that waits: what is needed to choose among many, and nothing that names a person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    need: Need,
    pub id: MessageId,
    pub channel: Channel,
    pub attempts: u32,
    pub due: Timestamp,
    pub expires: Timestamp,
}

impl Waiting {
    /// Nothing where it does not wait for an attempt.
    pub fn of(message: &Message) -> Option<Self> {
        let Delivery::Queued { attempts, due, .. } = message.delivery else {
            return None;
        };
        let need = match message.kind {
            MessageKind::Code { .. } => Need::Code(message.expires, message.id),
            _ => Need::Notice(message.created, message.id),
        };
        Some(Self {
            need,
            id: message.id,
            channel: message.to.channel(),
            attempts,
            due,
            expires: message.expires,
        })
    }
}

/// Everything that waits, the most needed first.
#[derive(Debug, Default)]
pub(super) struct Queue(Vec<Waiting>);

impl Queue {
    /// In the order of need, whatever order they come in.
    pub fn of(waiting: impl Iterator<Item = Waiting>) -> Self {
        let mut waiting: Vec<_> = waiting.collect();
        waiting.sort_unstable_by_key(|one| one.need);
        Self(waiting)
    }

    /// Puts one to its place.
    pub fn add(&mut self, one: Waiting) {
        let place = self.0.partition_point(|other| other.need < one.need);
        self.0.insert(place, one);
    }

    /// Takes out the most needed of those that may go.
    pub fn take(&mut self, may_go: impl Fn(&Waiting) -> bool) -> Option<Waiting> {
        let place = self.0.iter().position(may_go)?;
        Some(self.0.remove(place))
    }

    /// In the order of need.
    pub fn iter(&self) -> impl Iterator<Item = &Waiting> {
        self.0.iter()
    }
}
