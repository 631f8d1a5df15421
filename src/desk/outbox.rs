//! Messages leave the desk: sent by one task, tried again with growing waits only where they were certainly not
//! accepted, never sent when what they carry is dead.
//!
//! Whoever needs their message most goes first: a code before a notice, and the code that dies first before the others.
//! Of each channel one message is on its way at a time, beside the other channel and beside the receipts, so that a slow
//! gateway holds up nobody else.
//!
//! A message is marked as on its way before it is handed over. Whoever finds it so after a restart knows that its
//! fate is unknown.

mod handover;
mod queue;
mod record;
mod rest;
mod taken;

use std::collections::VecDeque;
use std::time::Duration;

use futures::StreamExt;
use futures::future::BoxFuture;
use futures::stream::FuturesUnordered;

use crate::domain::id::MessageId;
use crate::domain::message::{Channel, Delivery, Failure, Message};
use crate::domain::time::Timestamp;
use crate::port::Receipt;

use super::{Desk, DeskError};
use handover::{Landed, Outcome, Placed, hand_over};
use queue::{Queue, Waiting};
use rest::Rest;
use taken::Taken;

pub(super) use record::is_told;

/// Each has its gateways and its message on the way.
const CHANNELS: [Channel; 2] = [Channel::Sms, Channel::Email];

/// What happens to the outbox.
enum Event {
    /// A message was handed over, or not.
    Landed(Channel, Box<Landed>),
    /// The gateway at this place in the row gave a receipt.
    Receipt(usize, Receipt),
}

/// The task that sends. One at a time: it alone knows what the gateways took in this run of the program.
pub struct Outbox {
    desk: Desk,
    queue: Queue,
    taken: Taken,
    /// How the gateways fared last, in their order.
    rests: Vec<Rest>,
    /// Channels over which a message is being handed over.
    flying: Vec<Channel>,
    flights: FuturesUnordered<BoxFuture<'static, Event>>,
    receipts: FuturesUnordered<BoxFuture<'static, Event>>,
    /// What became of messages and is not recorded yet, because the store did not take it.
    unrecorded: VecDeque<(MessageId, Delivery)>,
}

impl Desk {
    /// The task that sends messages, to be driven step by step.
    pub fn outbox(&self) -> Outbox {
        let gateways = self.inner.ports.gateways.len();
        let outbox = Outbox {
            desk: self.clone(),
            queue: Queue::default(),
            taken: Taken::default(),
            rests: vec![Rest::default(); gateways],
            flying: Vec::new(),
            flights: FuturesUnordered::new(),
            receipts: FuturesUnordered::new(),
            unrecorded: VecDeque::new(),
        };
        (0..gateways).for_each(|place| outbox.await_receipt(place));
        outbox
    }

    /// Sends what waits, for as long as the program runs.
    pub async fn run_outbox(self) {
        let mut outbox = self.outbox();
        let mut anew = true;
        loop {
            let wait = outbox.turn(anew).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "the outbox could not be read or written");
                self.inner.policy.outbox.longest_wait
            });
            let event = tokio::select! {
                () = self.inner.outbox.notified() => None,
                () = tokio::time::sleep(wait) => None,
                event = outbox.event() => Some(event),
            };
            anew = event.is_none();
            if let Some(event) = event
                && let Err(error) = outbox.take_in(event).await
            {
                tracing::warn!(%error, "the fate of a message could not be recorded");
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
        let mut wait = self.turn(true).await?;
        while !self.flights.is_empty() {
            let event = self.event().await;
            self.take_in(event).await?;
            wait = self.turn(false).await?;
        }
        Ok(wait)
    }

    /// Waits for the next receipt of any gateway, and records it.
    ///
    /// # Errors
    /// The store's.
    pub async fn join_next(&mut self) -> Result<(), DeskError> {
        loop {
            let event = self.event().await;
            let is_receipt = matches!(event, Event::Receipt(..));
            self.take_in(event).await?;
            if is_receipt {
                return Ok(());
            }
        }
    }

    /// Hands over what is due, and says how long until more is. `anew`: other messages may wait than the last time.
    async fn turn(&mut self, anew: bool) -> Result<Duration, DeskError> {
        self.settle().await?;
        if anew {
            let waiting = self.desk.off_thread(|inner| Ok(inner.ports.store.waiting()?)).await?;
            self.queue = Queue::of(waiting.iter().filter_map(|read| Waiting::of(&read.record)));
        }
        let now = self.desk.now();
        loop {
            let open = CHANNELS.map(|channel| self.is_open(channel, now));
            let may_go = |one: &Waiting| {
                let open = CHANNELS
                    .iter()
                    .zip(open)
                    .any(|(channel, open)| open && *channel == one.channel);
                now >= one.expires || (open && now >= one.due)
            };
            let Some(next) = self.queue.take(may_go) else {
                return Ok(self.next_turn(now));
            };
            self.depart(&next, now).await?;
        }
    }

    /// How long until more can be done than wait for what is on its way.
    fn next_turn(&self, now: Timestamp) -> Duration {
        let longest = now.after(self.desk.inner.policy.outbox.longest_wait);
        let moment = |one: &Waiting| match self.flying.contains(&one.channel) {
            true => one.expires,
            false => one.expires.min(one.due.max(self.rests_until(one.channel, now))),
        };
        now.until(self.queue.iter().map(moment).fold(longest, Timestamp::min))
    }

    /// The gateways of a channel, and until when each is left alone.
    fn row(&self, channel: Channel, now: Timestamp) -> impl Iterator<Item = (Placed, Option<Timestamp>)> {
        let gateways = self.desk.inner.ports.gateways.iter().enumerate().zip(&self.rests);
        gateways
            .filter(move |((_, gateway), _)| gateway.channel() == channel)
            .map(move |((place, gateway), rest)| ((place, gateway.clone()), rest.until(now)))
    }

    /// Until when all gateways of a channel are left alone: until now, where one can be used, or none is there.
    fn rests_until(&self, channel: Channel, now: Timestamp) -> Timestamp {
        let rests = self.row(channel, now).map(|(_, until)| until.unwrap_or(now));
        rests.min().unwrap_or(now)
    }

    fn is_open(&self, channel: Channel, now: Timestamp) -> bool {
        !self.flying.contains(&channel) && self.rests_until(channel, now) <= now
    }

    /// Lets a message go to those gateways of its channel that can be used, unless it is dead.
    async fn depart(&mut self, next: &Waiting, now: Timestamp) -> Result<(), DeskError> {
        let (id, channel, attempts) = (next.id, next.channel, next.attempts);
        let taken_up = self.desk.off_thread(move |inner| Ok(inner.take_up(id)?)).await?;
        let Some(on_its_way) = taken_up else {
            return Ok(());
        };
        let (rest, row): (Vec<_>, Vec<_>) = self.row(channel, now).partition(|(_, until)| until.is_some());
        let row = row.into_iter().map(|(placed, _)| placed).collect();
        let flight = hand_over(self.desk.clone(), on_its_way, attempts, row, !rest.is_empty());
        self.flying.push(channel);
        self.flights
            .push(Box::pin(async move { Event::Landed(channel, Box::new(flight.await)) }));
        Ok(())
    }

    fn await_receipt(&self, place: usize) {
        if let Some(gateway) = self.desk.inner.ports.gateways.get(place).cloned() {
            self.receipts
                .push(Box::pin(async move { Event::Receipt(place, gateway.receipt().await) }));
        }
    }

    /// The next thing that happens; losing this future loses nothing.
    async fn event(&mut self) -> Event {
        tokio::select! {
            Some(event) = self.flights.next() => event,
            Some(event) = self.receipts.next() => event,
            else => std::future::pending().await,
        }
    }

    /// Records what happened.
    async fn take_in(&mut self, event: Event) -> Result<(), DeskError> {
        match event {
            Event::Landed(channel, landed) => {
                self.flying.retain(|flying| *flying != channel);
                self.land(*landed);
                for (place, receipt) in self.taken.kept() {
                    self.join(place, receipt).await?;
                }
            }
            Event::Receipt(place, receipt) => {
                self.await_receipt(place);
                self.join(place, receipt).await?;
                // A gateway that floods the desk with receipts leaves others their turn.
                tokio::task::yield_now().await;
            }
        }
        self.settle().await
    }

    /// What follows from how a message was handed over.
    fn land(&mut self, landed: Landed) {
        let inner = &self.desk.inner;
        let (now, policy) = (inner.moment().at, &inner.policy.outbox);
        let share = u16::from_le_bytes(inner.random());
        for (place, error) in &landed.failed {
            if let Some(rest) = self.rests.get_mut(*place) {
                rest.failed(policy, error, now, share);
            }
        }
        let id = landed.message.id;
        let delivery = match landed.outcome {
            Outcome::Taken {
                place,
                gateway,
                gateway_id,
            } => {
                self.rests.get_mut(place).into_iter().for_each(Rest::is_well);
                self.taken.add(place, gateway_id.clone(), id);
                Delivery::Sent {
                    gateway,
                    gateway_id,
                    at: now,
                }
            }
            Outcome::Unknown => Delivery::Unknown,
            Outcome::NotTaken(error) => Delivery::Queued {
                attempts: landed.attempts.saturating_add(1),
                due: now.after(rest::wait(policy, &error, landed.attempts, share)),
                fault: Some(error.fault),
            },
            Outcome::Refused(fault) => Delivery::Failed(Failure::Refused(fault)),
            Outcome::Dead => Delivery::Expired,
        };
        self.unrecorded.push_back((id, delivery.clone()));
        let message = Message {
            delivery,
            ..*landed.message
        };
        Waiting::of(&message)
            .into_iter()
            .for_each(|waiting| self.queue.add(waiting));
    }

    /// Joins a receipt to its message. It may come before the answer that names the message is there, and for one that an
    /// earlier run of the program sent.
    async fn join(&mut self, place: usize, receipt: Receipt) -> Result<(), DeskError> {
        let mut message = self.taken.remove(place, &receipt.gateway_id);
        if message.is_none() && !self.flying.is_empty() {
            self.taken.keep(place, receipt);
            return Ok(());
        }
        if message.is_none() {
            self.taken.remember(&self.desk).await?;
            message = self.taken.remove(place, &receipt.gateway_id);
        }
        let delivery = if receipt.delivered {
            Delivery::Delivered { at: self.desk.now() }
        } else {
            Delivery::Failed(Failure::NotDelivered)
        };
        self.unrecorded.extend(message.map(|message| (message, delivery)));
        Ok(())
    }

    /// Records what has become of messages, in the order in which it did.
    async fn settle(&mut self) -> Result<(), DeskError> {
        while let Some((message, delivery)) = self.unrecorded.front().cloned() {
            self.desk.moved(message, delivery).await?;
            self.unrecorded.pop_front();
        }
        Ok(())
    }
}
