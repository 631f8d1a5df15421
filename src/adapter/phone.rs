//! The phone on the screen: takes SMS and email in the place of real gateways and shows them.
//!
//! It lays codes open, so it can be had beside made-up people only: its constructor demands [`Practice`], which a
//! desk's store does not give.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::future::BoxFuture;
use tokio::sync::{Notify, watch};

use crate::domain::message::Channel;
use crate::domain::store_kind::Practice;
use crate::port::{
    Accepted, Clock, Gateway, GatewayError, GatewayState, Outgoing, PhoneScreen, Receipt, ShownMessage, SubmitError,
};

/// How many messages the screen keeps; older ones are dropped and wiped.
const KEPT: usize = 50;

/// The screen that SMS and email arrive on.
pub struct TrainingPhone {
    clock: Arc<dyn Clock>,
    shown: Mutex<VecDeque<ShownMessage>>,
    arrived: watch::Sender<u64>,
}

impl TrainingPhone {
    /// A phone that nothing has arrived on yet; `clock` tells when something does.
    pub fn new(_made_up_people: Practice, clock: Arc<dyn Clock>) -> Arc<Self> {
        let (arrived, _) = watch::channel(0);
        let shown = Mutex::new(VecDeque::new());
        Arc::new(Self { clock, shown, arrived })
    }

    /// The two ways to it: by SMS and by email.
    pub fn gateways(self: &Arc<Self>) -> Vec<Arc<dyn Gateway>> {
        let line = |channel| -> Arc<dyn Gateway> { Arc::new(Line::new(channel, Arc::clone(self))) };
        vec![line(Channel::Sms), line(Channel::Email)]
    }

    /// How many messages have arrived in all.
    pub fn arrived(&self) -> u64 {
        *self.arrived.borrow()
    }

    fn show(&self, message: ShownMessage) -> u64 {
        let mut shown = self.shown();
        if shown.len() >= KEPT {
            shown.pop_front();
        }
        shown.push_back(message);
        drop(shown);
        let mut number = 0;
        self.arrived.send_modify(|count| {
            *count += 1;
            number = *count;
        });
        number
    }

    fn shown(&self) -> MutexGuard<'_, VecDeque<ShownMessage>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for TrainingPhone {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "TrainingPhone({} messages)", self.shown().len())
    }
}

impl PhoneScreen for TrainingPhone {
    fn messages(&self) -> Vec<ShownMessage> {
        self.shown().iter().cloned().collect()
    }

    fn put_away(&self) {
        *self.shown() = VecDeque::new();
    }

    fn changed(&self) -> BoxFuture<'_, ()> {
        let mut arrived = self.arrived.subscribe();
        Box::pin(async move {
            // The sender lives as long as the phone, so this ends with an arrival alone.
            let _ = arrived.changed().await;
        })
    }
}

/// One way to the phone: a gateway that takes everything and says at once that it arrived.
struct Line {
    channel: Channel,
    phone: Arc<TrainingPhone>,
    receipts: Mutex<VecDeque<Receipt>>,
    taken: Notify,
}

impl Line {
    fn new(channel: Channel, phone: Arc<TrainingPhone>) -> Self {
        Self {
            channel,
            phone,
            receipts: Mutex::default(),
            taken: Notify::new(),
        }
    }

    fn receipts(&self) -> MutexGuard<'_, VecDeque<Receipt>> {
        self.receipts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Gateway for Line {
    fn name(&self) -> &str {
        "phone"
    }

    fn channel(&self) -> Channel {
        self.channel
    }

    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(async move {
            let Outgoing { to, subject, text, .. } = message;
            let at = self.phone.clock.read().wall;
            let number = self.phone.show(ShownMessage { to, subject, text, at });
            let gateway_id = format!("phone-{number}");
            self.receipts().push_back(Receipt {
                gateway_id: gateway_id.clone(),
                delivered: true,
            });
            self.taken.notify_one();
            Ok(Accepted { gateway_id })
        })
    }

    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async move {
            loop {
                if let Some(receipt) = self.receipts().pop_front() {
                    return receipt;
                }
                self.taken.notified().await;
            }
        })
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(async { Ok(()) })
    }

    fn state(&self) -> GatewayState {
        GatewayState::Ready
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use futures::FutureExt;

    use super::*;
    use crate::domain::applicant::{Email, Mobile};
    use crate::domain::id::MessageId;
    use crate::domain::message::Contact;
    use crate::domain::secret::ExposeSecret;
    use crate::domain::store_kind::StoreKind;
    use crate::domain::time::{BootId, Reading, Timestamp, Uptime};

    struct Stopped;

    impl Clock for Stopped {
        fn read(&self) -> Reading {
            let uptime = Uptime {
                boot: BootId([0; 16]),
                elapsed: std::time::Duration::ZERO,
            };
            Reading {
                wall: Timestamp::from_millis(7),
                uptime,
            }
        }
    }

    fn phone() -> Arc<TrainingPhone> {
        TrainingPhone::new(StoreKind::Training.practice().unwrap(), Arc::new(Stopped))
    }

    fn message(to: Contact, text: &str) -> Outgoing {
        Outgoing {
            id: MessageId::from_bytes([1; 16]),
            to,
            subject: None,
            text: text.into(),
            good_for: None,
        }
    }

    #[test]
    fn a_desk_gives_no_leave_for_it() {
        assert!(StoreKind::Desk.practice().is_none());
    }

    #[tokio::test]
    async fn both_ways_lead_to_one_screen_and_receipts_come_at_once() {
        let phone = phone();
        let lines = phone.gateways();
        assert_eq!([lines[0].channel(), lines[1].channel()], [Channel::Sms, Channel::Email]);
        let changed = phone.changed();
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        let email = Contact::Email(Email::parse("noor@example.com").unwrap());
        let first = lines[0].submit(message(mobile.clone(), "one")).await.unwrap();
        let second = lines[1].submit(message(email, "two")).await.unwrap();
        assert_ne!(first.gateway_id, second.gateway_id);
        assert!(changed.now_or_never().is_some());
        let receipt = lines[0].receipt().now_or_never().unwrap();
        assert_eq!((receipt.gateway_id, receipt.delivered), (first.gateway_id, true));
        assert!(lines[0].receipt().now_or_never().is_none(), "each receipt once");
        assert!(lines[1].receipt().now_or_never().is_some());
        let shown = phone.messages();
        assert_eq!(shown[0].to, mobile);
        assert_eq!(shown[0].at, Timestamp::from_millis(7));
        assert_eq!(shown[1].text.expose_secret(), "two");
        assert!(!format!("{phone:?}{shown:?}").contains("two"));
    }

    #[tokio::test]
    async fn nothing_stays_once_it_is_put_away_and_what_comes_then_is_shown() {
        let phone = phone();
        let line = phone.gateways().remove(0);
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        line.submit(message(mobile.clone(), "one")).await.unwrap();
        phone.put_away();
        assert!(phone.messages().is_empty());
        line.submit(message(mobile, "two")).await.unwrap();
        assert_eq!(phone.messages().len(), 1);
        assert_eq!(phone.arrived(), 2);
    }

    #[tokio::test]
    async fn the_oldest_go() {
        let phone = phone();
        let line = phone.gateways().remove(0);
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        for number in 0..=KEPT {
            line.submit(message(mobile.clone(), &number.to_string())).await.unwrap();
        }
        let shown = phone.messages();
        assert_eq!(shown.len(), KEPT);
        assert_eq!(shown[0].text.expose_secret(), "1");
    }
}
