//! Nothing that a gateway does holds up the windows: it never answers, it answers late, or it floods the desk with receipts,
//! and people go on typing, looking and leaving.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/code_step.rs"]
mod code_step;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use code_step::Counter;
use futures::future::BoxFuture;
use iced::keyboard::key::Named;
use istiada::desk::{ClerkStep, Gateway};
use istiada::domain::language::Language;
use istiada::domain::message::{Channel, Delivery};
use istiada::port::{Accepted, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};
use istiada::ui::Message;
use istiada::ui::screen::Side;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// As long as a frame may take here at most: a hundred times what it takes, since other programs share the machine. A
/// gateway that is waited for takes 30 s.
const FRAME: Duration = Duration::from_secs(5);
const FRAMES: u32 = 40;

/// What is wrong with a gateway.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It never answers.
    Silent,
    /// It answers once the test lets it.
    Slow,
    /// It answers, and floods the desk with receipts for nothing.
    Floods,
}

/// A gateway with a fault.
struct Bad {
    fault: Fault,
    lets_answer: Notify,
    submitted: AtomicU64,
    receipts: AtomicU64,
}

impl Bad {
    fn new(fault: Fault) -> Arc<Self> {
        Arc::new(Self {
            fault,
            lets_answer: Notify::new(),
            submitted: AtomicU64::new(0),
            receipts: AtomicU64::new(0),
        })
    }

    fn submitted(&self) -> u64 {
        self.submitted.load(Ordering::Relaxed)
    }
}

impl Gateway for Bad {
    fn name(&self) -> &str {
        "bad"
    }

    fn channel(&self) -> Channel {
        Channel::Sms
    }

    fn submit(&self, _: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(async {
            self.submitted.fetch_add(1, Ordering::Relaxed);
            match self.fault {
                Fault::Silent => std::future::pending().await,
                Fault::Slow => self.lets_answer.notified().await,
                Fault::Floods => {}
            }
            Ok(Accepted {
                gateway_id: "bad-1".to_owned(),
            })
        })
    }

    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async {
            if self.fault != Fault::Floods {
                std::future::pending::<()>().await;
            }
            self.receipts.fetch_add(1, Ordering::Relaxed);
            Receipt {
                gateway_id: "of nothing".to_owned(),
                delivered: true,
            }
        })
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(std::future::pending())
    }

    fn state(&self) -> GatewayState {
        GatewayState::Ready
    }
}

/// Types, looks and lets seconds pass; every frame comes in time.
fn works_on(counter: &mut Counter) {
    let mut slowest = Duration::ZERO;
    for number in 0..FRAMES {
        let begun = Instant::now();
        match number % 3 {
            0 => counter.host.type_text("7").unwrap(),
            1 => counter.host.press(Named::Backspace).unwrap(),
            _ => counter.host.send(Message::Tick).unwrap(),
        }
        let shot = counter.host.shot();
        assert!(!shot.pixels.is_empty());
        slowest = slowest.max(begun.elapsed());
    }
    assert!(slowest < FRAME, "a frame took {slowest:?}");
}

/// A desk in that language over this gateway, and its outbox at work.
fn at_work(language: Language, bad: &Arc<Bad>) -> (Counter, JoinHandle<()>) {
    let counter = Counter::open(language, |_| vec![bad.clone()]);
    let task = counter.world.runtime().spawn(counter.desk.clone().run_outbox());
    (counter, task)
}

/// Lets the window go on until something is so.
fn until(counter: &mut Counter, what: &str, so: impl Fn(&mut Counter) -> bool) {
    let begun = Instant::now();
    while !so(counter) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        counter.tick();
    }
}

/// The window while the code is on its way: nobody says more than that.
fn is_on_its_way(counter: &mut Counter) {
    counter.tick();
    let words = counter.texts.delivery_sending();
    assert!(
        counter.shows(Side::Clerk, &words),
        "it is said to be on its way, no more"
    );
    let soon = counter.texts.arriving_sms_soon("67");
    assert!(counter.shows(Side::Applicant, &soon), "nobody says that it was sent");
}

#[test]
fn a_gateway_that_never_answers_holds_up_no_frame_and_no_visit() {
    let bad = Bad::new(Fault::Silent);
    let (mut counter, task) = at_work(Language::ARABIC, &bad);
    counter.reach_code();
    until(&mut counter, "the code was not handed over", |_| bad.submitted() > 0);
    works_on(&mut counter);
    is_on_its_way(&mut counter);
    counter.host.send(Message::EndVisit).unwrap();
    counter.rest();
    assert!(
        counter.app().views().is_none(),
        "the visit ends while the gateway is waited for"
    );
    assert_eq!(bad.submitted(), 1, "and no code was handed over twice");
    task.abort();
}

#[test]
fn a_gateway_that_takes_long_holds_up_no_frame_and_its_message_ends_as_sent_and_left_once() {
    let slow = Bad::new(Fault::Slow);
    let (mut counter, task) = at_work(Language::ENGLISH, &slow);
    counter.reach_code();
    until(&mut counter, "the code was not handed over", |_| slow.submitted() > 0);
    works_on(&mut counter);
    is_on_its_way(&mut counter);
    slow.lets_answer.notify_one();
    let sent = counter.texts.delivery_sms_sent();
    until(&mut counter, "the code was not sent", |counter| {
        counter.shows(Side::Clerk, &sent)
    });
    works_on(&mut counter);
    let ClerkStep::Code(progress) = &counter.app().views().unwrap().clerk.step else {
        panic!("the code is awaited")
    };
    assert!(matches!(progress.delivery, Some(Delivery::Sent { .. })), "{progress:?}");
    assert_eq!(slow.submitted(), 1, "no code was handed over twice");
    task.abort();
}

#[test]
fn a_gateway_that_floods_the_desk_with_receipts_holds_up_no_frame() {
    let bad = Bad::new(Fault::Floods);
    let (mut counter, task) = at_work(Language::ENGLISH, &bad);
    counter.reach_code();
    let words = counter.texts.delivery_sms_sent();
    until(&mut counter, "the code was not sent", |counter| {
        counter.shows(Side::Clerk, &words)
    });
    let before = bad.receipts.load(Ordering::Relaxed);
    works_on(&mut counter);
    assert!(
        bad.receipts.load(Ordering::Relaxed) > before + 100,
        "it flooded all the while"
    );
    task.abort();
}
