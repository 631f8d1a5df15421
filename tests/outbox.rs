//! Messages leave the desk once, in time, and nobody is told more than is known about their fate.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

use std::sync::Arc;
use std::time::Duration;

use counter::{Counter, HOUR, MINUTE, SECOND, practice, texts};
use istiada::adapter::memory::MemoryGateway;
use istiada::desk::view::CodeProgress;
use istiada::desk::{ClerkStep, Request};
use istiada::domain::fact::{Ending, Fact};
use istiada::domain::id::VisitId;
use istiada::domain::message::{Channel, Delivery, Failure, GatewayFault};
use istiada::port::{GatewayError, Receipt, Store, SubmitError};

async fn progress(counter: &Counter, visit: VisitId) -> CodeProgress {
    match counter.ask(visit, Request::Tick).await.views.clerk.step {
        ClerkStep::Code(progress) => progress,
        other => panic!("a code is awaited, not {other:?}"),
    }
}

async fn delivery(counter: &Counter, visit: VisitId) -> Delivery {
    progress(counter, visit).await.delivery.unwrap()
}

/// Every fate that messages had, in the order of the ledger.
fn fates(counter: &Counter) -> Vec<Delivery> {
    let moved = |fact| match fact {
        Fact::MessageMoved { delivery, .. } => Some(delivery),
        _ => None,
    };
    counter.facts().into_iter().filter_map(moved).collect()
}

#[tokio::test]
async fn a_code_is_sent_once_and_marked_with_the_gateways_name_for_it() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    let mut outbox = counter.desk.outbox();
    outbox.send_due().await.unwrap();
    outbox.send_due().await.unwrap();
    let taken = counter.sms.drain();
    assert_eq!(texts(&taken), counter.all_codes(visit));
    assert!(matches!(delivery(&counter, visit).await, Delivery::Sent { .. }));
    assert!(matches!(
        fates(&counter)[..],
        [Delivery::Sending, Delivery::Sent { .. }]
    ));
    let movers = counter.entries();
    let movers = movers
        .iter()
        .filter(|entry| matches!(entry.fact, Fact::MessageMoved { .. }));
    assert!(
        movers.into_iter().all(|entry| entry.clerk.is_none()),
        "no clerk sent it"
    );
}

#[tokio::test]
async fn what_is_not_accepted_waits_longer_each_time() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    let mut outbox = counter.desk.outbox();
    let mut waits = Vec::new();
    for _ in 0..6 {
        counter.sms.fail_next(SubmitError::NotAccepted(GatewayError::new(
            GatewayFault::Failing,
            "busy",
        )));
        let wait = outbox.send_due().await.unwrap();
        assert!(matches!(
            delivery(&counter, visit).await,
            Delivery::Queued {
                fault: Some(GatewayFault::Failing),
                ..
            }
        ));
        counter.clock.pass(wait - Duration::from_millis(1));
        outbox.send_due().await.unwrap();
        assert_eq!(counter.sms.drain().len(), 0, "not before its time");
        counter.clock.pass(Duration::from_millis(1));
        waits.push(wait);
    }
    for (wait, most) in waits.iter().zip([2, 4, 8, 16, 32, 60]) {
        let most = most * SECOND;
        assert!(most / 2 <= *wait && *wait <= most, "{waits:?}");
    }
    let round = waits.iter().filter(|wait| wait.subsec_millis() == 0).count();
    assert!(round < 3, "desks that failed together come again apart: {waits:?}");
    outbox.send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), counter.all_codes(visit));
}

#[tokio::test]
async fn what_is_refused_for_good_is_not_tried_again() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    let mut outbox = counter.desk.outbox();
    counter.sms.fail_next(SubmitError::Refused(GatewayError::new(
        GatewayFault::MessageRefused,
        "no such number",
    )));
    outbox.send_due().await.unwrap();
    counter.clock.pass(MINUTE);
    outbox.send_due().await.unwrap();
    assert_eq!(
        delivery(&counter, visit).await,
        Delivery::Failed(Failure::Refused(GatewayFault::MessageRefused))
    );
    assert_eq!(counter.sms.drain().len(), 0);
}

#[tokio::test]
async fn an_unknown_fate_is_final() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    let mut outbox = counter.desk.outbox();
    counter.sms.fail_next(SubmitError::Unknown(GatewayError::new(
        GatewayFault::Silent,
        "the line broke",
    )));
    outbox.send_due().await.unwrap();
    counter.clock.pass(2 * MINUTE);
    outbox.send_due().await.unwrap();
    assert_eq!(delivery(&counter, visit).await, Delivery::Unknown);
    assert_eq!(counter.sms.drain().len(), 0, "only the applicant asks for another");
    assert_eq!(counter.ask(visit, Request::Resend).await.refusal, None);
    outbox.send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), counter.all_codes(visit)[1..]);
}

#[tokio::test]
async fn a_code_that_was_replaced_is_never_sent() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    let mut outbox = counter.desk.outbox();
    counter.sms.fail_next(SubmitError::NotAccepted(GatewayError::new(
        GatewayFault::Throttled,
        "busy",
    )));
    outbox.send_due().await.unwrap();
    counter.clock.pass(MINUTE);
    counter.ask(visit, Request::Resend).await;
    outbox.send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), counter.all_codes(visit)[1..]);
    assert!(fates(&counter).contains(&Delivery::Expired));
}

#[tokio::test]
async fn a_code_that_is_too_old_is_never_sent() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    counter.clock.pass(5 * MINUTE);
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(counter.sms.drain().len(), 0);
    assert_eq!(delivery(&counter, visit).await, Delivery::Expired);
}

#[tokio::test]
async fn a_code_is_sent_to_the_last_moment_of_its_life() {
    let counter = Counter::with(&[1]);
    counter.code(1).await;
    counter.clock.pass(5 * MINUTE - Duration::from_millis(1));
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(counter.sms.drain().len(), 1);
}

#[tokio::test]
async fn the_code_of_a_visit_that_ended_is_never_sent() {
    let counter = Counter::with(&[1]);
    let ended = counter.code(1).await;
    counter.ask(ended, Request::End(Ending::Abandoned)).await;
    let forgotten = counter.code(1).await;
    counter.desk.next_visitor(forgotten).await.unwrap();
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(counter.sms.drain().len(), 0);
    assert_eq!(fates(&counter), [Delivery::Expired, Delivery::Expired]);
}

#[tokio::test]
async fn a_program_that_stops_before_the_answer_never_sends_again() {
    let mut counter = Counter::with(&[1]);
    counter.code(1).await;
    // The message is marked as on its way and handed over; then the program stops before the answer is recorded.
    counter.store.fails_after.store(1, std::sync::atomic::Ordering::Relaxed);
    counter.desk.outbox().send_due().await.unwrap_err();
    assert_eq!(counter.sms.drain().len(), 1, "it had been handed over");
    assert_eq!(fates(&counter), [Delivery::Sending]);
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(counter.sms.drain().len(), 0, "what is on its way is left alone");
    counter.restart();
    assert_eq!(fates(&counter), [Delivery::Sending, Delivery::Unknown]);
    counter.desk.outbox().send_due().await.unwrap();
    counter.clock.pass(2 * MINUTE);
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(counter.sms.drain().len(), 0);
    assert_eq!(counter.memory.waiting().unwrap(), []);
}

#[tokio::test]
async fn what_was_not_marked_was_not_handed_over() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    counter.store.fails_after.store(0, std::sync::atomic::Ordering::Relaxed);
    counter.desk.outbox().send_due().await.unwrap_err();
    assert_eq!(counter.sms.drain().len(), 0);
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), counter.all_codes(visit));
}

#[tokio::test]
async fn receipts_are_joined_to_their_messages() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    let mut outbox = counter.desk.outbox();
    outbox.send_due().await.unwrap();
    let Delivery::Sent { gateway_id, .. } = delivery(&counter, visit).await else {
        panic!("it was sent")
    };
    let receipt = |gateway_id: &str| Receipt {
        gateway_id: gateway_id.to_owned(),
        delivered: true,
    };
    counter.sms.push_receipt(receipt("of somebody else"));
    outbox.join_next().await.unwrap();
    // The same name, but from the gateway that did not take it.
    counter.email.push_receipt(receipt(&gateway_id));
    outbox.join_next().await.unwrap();
    assert!(matches!(delivery(&counter, visit).await, Delivery::Sent { .. }));
    counter.sms.push_receipt(receipt(&gateway_id));
    outbox.join_next().await.unwrap();
    assert!(matches!(delivery(&counter, visit).await, Delivery::Delivered { .. }));
    counter.sms.push_receipt(Receipt {
        delivered: false,
        ..receipt(&gateway_id)
    });
    outbox.join_next().await.unwrap();
    assert!(
        matches!(delivery(&counter, visit).await, Delivery::Delivered { .. }),
        "a receipt counts once"
    );
}

#[tokio::test]
async fn each_channel_has_its_gateway_and_a_second_one_takes_what_the_first_did_not() {
    let mut counter = Counter::with(&[1]);
    let second = Arc::new(MemoryGateway::new(Channel::Sms, practice()));
    counter.restart_with(vec![counter.sms.clone(), second.clone(), counter.email.clone()]);
    let visit = counter.code(1).await;
    let mut outbox = counter.desk.outbox();
    counter.sms.fail_next(SubmitError::NotAccepted(GatewayError::new(
        GatewayFault::Throttled,
        "busy",
    )));
    outbox.send_due().await.unwrap();
    assert_eq!(
        texts(&second.drain()),
        counter.all_codes(visit),
        "at once by the second"
    );
    counter.clock.pass(MINUTE);
    counter.ask(visit, Request::Resend).await;
    counter.sms.fail_next(SubmitError::Unknown(GatewayError::new(
        GatewayFault::Silent,
        "the line broke",
    )));
    outbox.send_due().await.unwrap();
    assert_eq!(
        second.drain().len(),
        0,
        "not by the second where the first may have taken it"
    );
    counter.clock.pass(MINUTE);
    counter.ask(visit, Request::Resend).await;
    outbox.send_due().await.unwrap();
    counter.sms.drain();
    let code = counter.sent_code(visit);
    counter.ask(visit, Request::Code(code)).await;
    counter.choose(visit, counter::NEW_PASSWORD).await;
    outbox.send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), ["changed"]);
    assert_eq!(texts(&counter.email.drain()), ["changed"]);
    assert_eq!(second.drain().len(), 0);
}

#[tokio::test]
async fn a_notice_lives_a_day() {
    for (passed, sent) in [(24 * HOUR - SECOND, 1), (24 * HOUR, 0)] {
        let counter = Counter::with(&[1]);
        let visit = counter.password(1).await;
        counter.choose(visit, counter::NEW_PASSWORD).await;
        counter.clock.pass(passed);
        counter.desk.outbox().send_due().await.unwrap();
        assert_eq!(counter.email.drain().len(), sent);
    }
}

#[tokio::test]
async fn without_a_gateway_no_recovery_starts() {
    let mut counter = Counter::with(&[1]);
    counter.restart_with(vec![counter.email.clone()]);
    assert!(matches!(counter.open().await, Err(istiada::desk::DeskError::NoGateway)));
    assert_eq!(counter.desk.status().await.unwrap().gateway, None);
}

#[tokio::test]
async fn the_task_itself_sends_when_it_is_woken() {
    let counter = Counter::with(&[1]);
    let task = tokio::spawn(counter.desk.clone().run_outbox());
    let visit = counter.code(1).await;
    let sent = async {
        while !matches!(delivery(&counter, visit).await, Delivery::Sent { .. }) {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), sent).await.unwrap();
    task.abort();
    assert_eq!(texts(&counter.sms.drain()), counter.all_codes(visit));
}
