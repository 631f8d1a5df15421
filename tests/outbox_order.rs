//! Whoever needs their message most gets it first, whatever the gateways do: they are slow, they throttle, they fail, they
//! flood the desk with receipts, or give one before the answer or after a restart.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use counter::{Counter, HOUR, MINUTE, SECOND, account, texts};
use futures::future::BoxFuture;
use istiada::adapter::memory::ManualClock;
use istiada::domain::fact::Fact;
use istiada::domain::id::{MessageId, Reference, VisitId};
use istiada::domain::language::Language;
use istiada::domain::message::{Channel, Contact, Delivery, Failure, GatewayFault, Message, MessageKind};
use istiada::port::{
    Accepted, Change, Clock, Commit, Gateway, GatewayError, GatewayState, Outgoing, Receipt, Store, SubmitError,
    Version,
};

/// A notice for person 1, which was asked for so long ago.
fn made(counter: &Counter, number: u32, channel: Channel, ago: Duration) -> Message {
    let mut id = [9; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    let owner = account(1, counter.hasher.as_ref());
    let visit = VisitId::from_bytes([1; 16]);
    let now = counter.desk.now();
    Message {
        id: MessageId::from_bytes(id),
        visit,
        account: owner.id,
        to: match channel {
            Channel::Sms => Contact::Mobile(owner.mobile),
            Channel::Email => Contact::Email(owner.email.unwrap()),
        },
        kind: MessageKind::PasswordChanged {
            reference: Reference::of(visit),
        },
        language: Language::ARABIC,
        created: now.before(ago),
        expires: now.after(24 * HOUR),
        delivery: Delivery::fresh(now),
    }
}

/// Puts messages into the outbox.
fn put(counter: &Counter, messages: Vec<Message>) {
    let change = |message| Change::Message {
        message: Box::new(message),
        version: Version::default(),
    };
    let moment = istiada::domain::time::Moment {
        at: counter.desk.now(),
        reading: counter.clock.read(),
    };
    let commit = Commit {
        moment,
        entries: Vec::new(),
        changes: messages.into_iter().map(change).collect(),
    };
    counter.memory.commit(&commit).unwrap();
}

fn notice(counter: &Counter, number: u32, channel: Channel, ago: Duration) -> MessageId {
    let message = made(counter, number, channel, ago);
    let id = message.id;
    put(counter, vec![message]);
    id
}

fn delivery(counter: &Counter, id: MessageId) -> Delivery {
    counter.memory.message(id).unwrap().unwrap().record.delivery
}

/// Every fate that messages had, in the order of the ledger.
fn fates(counter: &Counter) -> Vec<Delivery> {
    let moved = |fact| match fact {
        Fact::MessageMoved { delivery, .. } => Some(delivery),
        _ => None,
    };
    counter.facts().into_iter().filter_map(moved).collect()
}

fn names(taken: &[Outgoing]) -> Vec<MessageId> {
    taken.iter().map(|message| message.id).collect()
}

/// Waits until something holds; 20 s are more than a slow machine needs.
async fn until(holds: impl Fn() -> bool) {
    let wait = async {
        while !holds() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), wait)
        .await
        .expect("it never holds");
}

fn throttled(pause: Duration) -> SubmitError {
    SubmitError::NotAccepted(GatewayError::new(GatewayFault::Throttled, "busy").pausing(pause))
}

fn receipt(gateway_id: &str, delivered: bool) -> Receipt {
    Receipt {
        gateway_id: gateway_id.to_owned(),
        delivered,
    }
}

/// A gateway of SMS that does as it was made to.
struct Odd<F>(F, Mutex<Vec<Outgoing>>);

impl<F> Odd<F> {
    fn of(answers: F) -> Arc<Self> {
        Arc::new(Self(answers, Mutex::default()))
    }
}

impl<F: Fn() -> Result<Accepted, SubmitError> + Send + Sync> Gateway for Odd<F> {
    fn name(&self) -> &str {
        "odd"
    }

    fn channel(&self) -> Channel {
        Channel::Sms
    }

    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(async move {
            let answer = (self.0)();
            if answer.is_ok() {
                self.1.lock().unwrap().push(message);
            }
            answer
        })
    }

    /// It floods the desk.
    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async { receipt(&"of nothing ".repeat(20), true) })
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(async { Ok(()) })
    }

    fn state(&self) -> GatewayState {
        GatewayState::Ready
    }
}

#[tokio::test]
async fn codes_go_before_notices_and_the_code_that_dies_first_before_the_others() {
    let counter = Counter::with(&[1, 2]);
    let newer = notice(&counter, 1, Channel::Sms, SECOND);
    let older = notice(&counter, 2, Channel::Sms, HOUR);
    let first = counter.code(1).await;
    counter.clock.pass(MINUTE);
    let second = counter.code(2).await;
    counter.desk.outbox().send_due().await.unwrap();
    let taken = counter.sms.drain();
    let codes = [counter.all_codes(first), counter.all_codes(second)].concat();
    assert_eq!(
        texts(&taken),
        [&codes[..], &["changed".to_owned(), "changed".to_owned()]].concat()
    );
    assert_eq!(names(&taken)[2..], [older, newer]);
}

#[tokio::test]
async fn a_slow_gateway_holds_up_neither_the_other_channel_nor_receipts() {
    let counter = Counter::with(&[1]);
    counter.email.fall_silent();
    let slow = notice(&counter, 1, Channel::Email, SECOND);
    let task = tokio::spawn(counter.desk.clone().run_outbox());
    until(|| delivery(&counter, slow) == Delivery::Sending).await;
    let visit = counter.code(1).await;
    let code = || {
        fates(&counter)
            .into_iter()
            .any(|fate| matches!(fate, Delivery::Sent { .. }))
    };
    until(code).await;
    assert_eq!(texts(&counter.sms.drain()), counter.all_codes(visit));
    counter.sms.push_receipt(receipt("memory-1", true));
    until(|| {
        fates(&counter)
            .iter()
            .any(|fate| matches!(fate, Delivery::Delivered { .. }))
    })
    .await;
    assert_eq!(
        delivery(&counter, slow),
        Delivery::Sending,
        "the slow one is still at it"
    );
    counter.email.speak();
    until(|| matches!(delivery(&counter, slow), Delivery::Sent { .. })).await;
    task.abort();
}

#[tokio::test]
async fn a_receipt_that_comes_before_the_answer_is_joined() {
    let counter = Counter::with(&[1]);
    counter.sms.fall_silent();
    let id = notice(&counter, 1, Channel::Sms, SECOND);
    let task = tokio::spawn(counter.desk.clone().run_outbox());
    until(|| delivery(&counter, id) == Delivery::Sending).await;
    until(|| !counter.sms.drain().is_empty()).await;
    counter.sms.push_receipt(receipt("of somebody else", true));
    counter.sms.push_receipt(receipt("memory-1", true));
    tokio::time::sleep(Duration::from_millis(50)).await;
    counter.sms.speak();
    until(|| matches!(delivery(&counter, id), Delivery::Delivered { .. })).await;
    assert!(matches!(
        fates(&counter)[..],
        [Delivery::Sending, Delivery::Sent { .. }, Delivery::Delivered { .. }]
    ));
    task.abort();
}

#[tokio::test]
async fn a_receipt_that_comes_after_a_restart_is_joined_once() {
    let mut counter = Counter::with(&[1]);
    let ids = [1, 2].map(|number| notice(&counter, number, Channel::Sms, number * SECOND));
    counter.desk.outbox().send_due().await.unwrap();
    let names = ids.map(|id| match delivery(&counter, id) {
        Delivery::Sent {
            gateway, gateway_id, ..
        } => {
            assert_eq!(gateway, "memory");
            gateway_id
        }
        other => panic!("{other:?}"),
    });
    counter.restart();
    let mut outbox = counter.desk.outbox();
    // The gateway of email never took a message of that name.
    counter.email.push_receipt(receipt(&names[0], true));
    outbox.join_next().await.unwrap();
    assert!(matches!(delivery(&counter, ids[0]), Delivery::Sent { .. }));
    counter.sms.push_receipt(receipt(&names[0], true));
    counter.sms.push_receipt(receipt(&names[1], false));
    counter.sms.push_receipt(receipt(&names[0], false));
    for _ in 0..3 {
        outbox.join_next().await.unwrap();
    }
    assert!(matches!(delivery(&counter, ids[0]), Delivery::Delivered { .. }));
    assert_eq!(delivery(&counter, ids[1]), Delivery::Failed(Failure::NotDelivered));
    counter.restart();
    let mut outbox = counter.desk.outbox();
    counter.sms.push_receipt(receipt(&names[1], true));
    outbox.join_next().await.unwrap();
    assert_eq!(delivery(&counter, ids[1]), Delivery::Failed(Failure::NotDelivered));
}

#[tokio::test]
async fn a_gateway_that_throttles_is_left_alone_as_long_as_it_says() {
    let counter = Counter::with(&[1]);
    let ids = [1, 2].map(|number| notice(&counter, number, Channel::Sms, (9 - number) * SECOND));
    let mut outbox = counter.desk.outbox();
    counter.sms.fail_next(throttled(7 * SECOND));
    assert_eq!(outbox.send_due().await.unwrap(), 7 * SECOND);
    assert!(matches!(
        delivery(&counter, ids[0]),
        Delivery::Queued {
            attempts: 1,
            fault: Some(GatewayFault::Throttled),
            ..
        }
    ));
    assert!(
        matches!(delivery(&counter, ids[1]), Delivery::Queued { attempts: 0, .. }),
        "it was not even tried"
    );
    let visit = counter.code(1).await;
    counter.clock.pass(7 * SECOND - Duration::from_millis(1));
    assert_eq!(outbox.send_due().await.unwrap(), Duration::from_millis(1));
    assert_eq!(counter.sms.drain().len(), 0);
    counter.clock.pass(Duration::from_millis(1));
    outbox.send_due().await.unwrap();
    let taken = counter.sms.drain();
    assert_eq!(
        texts(&taken)[..1],
        counter.all_codes(visit),
        "the code goes first, once it may"
    );
    assert_eq!(names(&taken)[1..], ids);
}

#[tokio::test]
async fn a_message_that_is_refused_holds_up_no_other() {
    let counter = Counter::with(&[1]);
    let ids = [1, 2].map(|number| notice(&counter, number, Channel::Sms, (9 - number) * SECOND));
    let refused = GatewayError::new(GatewayFault::MessageRefused, "no such number");
    counter.sms.fail_next(SubmitError::Refused(refused));
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(
        delivery(&counter, ids[0]),
        Delivery::Failed(Failure::Refused(GatewayFault::MessageRefused))
    );
    assert!(matches!(delivery(&counter, ids[1]), Delivery::Sent { .. }));
}

#[tokio::test]
async fn a_code_that_dies_between_two_gateways_is_not_handed_to_the_second() {
    let mut counter = Counter::with(&[1]);
    let clock: Arc<ManualClock> = counter.clock.clone();
    let slow = Odd::of(move || {
        clock.pass(5 * MINUTE);
        Err(SubmitError::NotAccepted(GatewayError::new(
            GatewayFault::NotReached,
            "no route",
        )))
    });
    counter.restart_with(vec![slow, counter.sms.clone(), counter.email.clone()]);
    counter.code(1).await;
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(fates(&counter), [Delivery::Sending, Delivery::Expired]);
    assert_eq!(counter.sms.drain().len(), 0);
}

#[tokio::test]
async fn what_could_not_be_recorded_is_recorded_later_and_nothing_is_sent_twice() {
    let counter = Counter::with(&[1]);
    let id = notice(&counter, 1, Channel::Sms, SECOND);
    let mut outbox = counter.desk.outbox();
    counter.store.fails_after.store(1, Ordering::Relaxed);
    outbox.send_due().await.unwrap_err();
    assert_eq!(delivery(&counter, id), Delivery::Sending);
    outbox.send_due().await.unwrap();
    assert!(
        matches!(delivery(&counter, id), Delivery::Sent { .. }),
        "there was room again"
    );
    assert_eq!(counter.sms.drain().len(), 1);
}

/// It runs on one thread: whoever does not give way stops everything.
#[tokio::test]
async fn a_flood_of_receipts_holds_up_no_message() {
    let mut counter = Counter::with(&[1]);
    let count = AtomicU32::new(0);
    let flooding = Odd::of(move || {
        let number = count.fetch_add(1, Ordering::Relaxed);
        Ok(Accepted {
            gateway_id: format!("odd-{number}"),
        })
    });
    counter.restart_with(vec![flooding.clone(), counter.email.clone()]);
    let task = tokio::spawn(counter.desk.clone().run_outbox());
    let visit = counter.code(1).await;
    until(|| !flooding.1.lock().unwrap().is_empty()).await;
    until(|| fates(&counter).iter().any(|fate| matches!(fate, Delivery::Sent { .. }))).await;
    task.abort();
    assert_eq!(texts(&flooding.1.lock().unwrap()), counter.all_codes(visit));
}

#[tokio::test]
async fn a_thousand_drain_through_a_gateway_that_throttles_in_order_of_need_none_lost_none_doubled() {
    let mut counter = Counter::with(&[1, 2]);
    let left = AtomicU32::new(50);
    let throttling = Odd::of(move || {
        if left.fetch_sub(1, Ordering::Relaxed) == 0 {
            left.store(50, Ordering::Relaxed);
            return Err(throttled(SECOND));
        }
        Ok(Accepted {
            gateway_id: String::new(),
        })
    });
    counter.restart_with(vec![throttling.clone(), counter.email.clone()]);
    // In an order that has nothing to do with their need.
    let numbers = (0..1_000_u32).map(|number| (number * 7_919) % 1_000);
    let mut notices: Vec<_> = numbers
        .map(|age| made(&counter, age, Channel::Sms, (1 + age) * SECOND))
        .collect();
    put(&counter, notices.clone());
    notices.sort_by_key(|notice| notice.created);
    let visit = counter.code(2).await;
    let mut outbox = counter.desk.outbox();
    let mut rounds = 0;
    while !counter.memory.waiting().unwrap().is_empty() {
        let wait = outbox.send_due().await.unwrap();
        counter.clock.pass(wait);
        rounds += 1;
        assert!(rounds < 100, "it drains");
    }
    let taken = throttling.1.lock().unwrap();
    assert_eq!(texts(&taken[..1]), counter.all_codes(visit), "the code first");
    let expected: Vec<_> = notices.iter().map(|notice| notice.id).collect();
    assert_eq!(names(&taken[1..]), expected, "then the oldest");
    assert_eq!(names(&taken).into_iter().collect::<BTreeSet<_>>().len(), 1_001);
    let on_the_way = fates(&counter)
        .iter()
        .filter(|fate| **fate == Delivery::Sending)
        .count();
    assert_eq!(
        on_the_way,
        1_001 + rounds - 1,
        "each attempt was marked, and only one message is in hand at a time"
    );
}
