//! Nothing that a gateway does holds up the windows: it never answers, or it floods the desk with receipts, and people go
//! on typing, looking and leaving.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/code_step.rs"]
mod code_step;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use code_step::Counter;
use futures::future::BoxFuture;
use iced::keyboard::key::Named;
use istiada::desk::Gateway;
use istiada::domain::language::Language;
use istiada::domain::message::Channel;
use istiada::port::{Accepted, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};
use istiada::ui::Message;
use istiada::ui::screen::Side;

/// As long as a frame may take here at most: a hundred times what it takes, since other programs share the machine. A
/// gateway that is waited for takes 30 s.
const FRAME: Duration = Duration::from_secs(5);
const FRAMES: u32 = 40;

/// A gateway that never answers, or floods the desk with receipts for nothing.
struct Bad {
    answers: bool,
    floods: bool,
    submitted: AtomicU64,
    receipts: AtomicU64,
}

impl Bad {
    fn new(answers: bool, floods: bool) -> Arc<Self> {
        Arc::new(Self {
            answers,
            floods,
            submitted: AtomicU64::new(0),
            receipts: AtomicU64::new(0),
        })
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
            if !self.answers {
                std::future::pending::<()>().await;
            }
            Ok(Accepted {
                gateway_id: "bad-1".to_owned(),
            })
        })
    }

    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async {
            if !self.floods {
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

#[test]
fn a_gateway_that_never_answers_holds_up_no_frame_and_no_visit() {
    let bad = Bad::new(false, false);
    let mut counter = Counter::open(Language::ARABIC, |_| vec![bad.clone()]);
    let runtime = counter.world.runtime();
    let task = runtime.spawn(counter.desk.clone().run_outbox());
    counter.reach_code();
    let begun = Instant::now();
    while bad.submitted.load(Ordering::Relaxed) == 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "the code was not handed over"
        );
        counter.tick();
    }
    works_on(&mut counter);
    counter.tick();
    let words = counter.texts.delivery_sending();
    assert!(
        counter.shows(Side::Clerk, &words),
        "it is said to be on its way, no more"
    );
    let soon = counter.texts.arriving_sms_soon("67");
    assert!(counter.shows(Side::Applicant, &soon), "nobody says that it was sent");
    counter.host.send(Message::EndVisit).unwrap();
    counter.rest();
    assert!(
        counter.app().views().is_none(),
        "the visit ends while the gateway is waited for"
    );
    assert_eq!(
        bad.submitted.load(Ordering::Relaxed),
        1,
        "and no code was handed over twice"
    );
    task.abort();
}

#[test]
fn a_gateway_that_floods_the_desk_with_receipts_holds_up_no_frame() {
    let bad = Bad::new(true, true);
    let mut counter = Counter::open(Language::ENGLISH, |_| vec![bad.clone()]);
    let runtime = counter.world.runtime();
    let task = runtime.spawn(counter.desk.clone().run_outbox());
    counter.reach_code();
    let begun = Instant::now();
    let words = counter.texts.delivery_sms_sent();
    while !counter.shows(Side::Clerk, &words) {
        assert!(begun.elapsed() < Duration::from_secs(20), "the code was not sent");
        counter.tick();
    }
    let before = bad.receipts.load(Ordering::Relaxed);
    works_on(&mut counter);
    assert!(
        bad.receipts.load(Ordering::Relaxed) > before + 100,
        "it flooded all the while"
    );
    task.abort();
}
