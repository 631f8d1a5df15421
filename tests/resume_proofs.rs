//! What was proven before a stop of the program is good for what is left of its time after it; codes that were sent work
//! still, and none is sent until somebody is there to type it.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;
#[path = "support/walking.rs"]
mod walking;

use std::time::Duration;

use counter::{Counter, MINUTE, SECOND, texts};
use istiada::desk::{ClerkStep, Reply, Request, SamePerson};
use istiada::domain::fact::{Ending, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::message::{Channel, Delivery, GatewayFault};
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::code::CodeRefusal;
use istiada::port::{GatewayState, Store};
use newcomer::{code, roll};
use walking::{OWNER, Walk, name};

fn a_counter() -> Counter {
    let counter = Counter::with(&[OWNER]);
    counter.registry.replace(roll(1..=40));
    counter
}

const fn walk(flow: Flow) -> Walk {
    Walk { flow, serial: 5 }
}

async fn resumed(counter: &Counter, visit: VisitId) -> Reply {
    counter.desk.resume(visit, SamePerson).await.unwrap()
}

async fn send(counter: &Counter) -> Vec<String> {
    counter.desk.outbox().send_due().await.unwrap();
    let mut sent = texts(&counter.sms.drain());
    sent.extend(texts(&counter.email.drain()));
    sent
}

/// The steps that codes lead to, and the one that they are typed at.
const BEHIND_CODES: [(Flow, usize, &str); 4] = [
    (Flow::ForgottenPassword, 5, "Code"),
    (Flow::ForgottenUsername, 5, "Code"),
    (Flow::NewUser, 11, "Codes"),
    (Flow::NewUser, 12, "Codes"),
];

/// Stops after `before`, is there again after `wait`.
async fn after(flow: Flow, steps: usize, [before, wait]: [Duration; 2]) -> (Counter, Reply, String) {
    let mut counter = a_counter();
    let reply = walk(flow).reach(&counter, steps).await;
    send(&counter).await;
    counter.clock.pass(before);
    counter.restart();
    counter.clock.pass(wait - before);
    let again = resumed(&counter, reply.views.clerk.visit).await;
    (counter, again, name(&reply.views.clerk.step))
}

#[tokio::test]
async fn a_matched_code_is_good_for_what_is_left_of_five_minutes() {
    for (flow, steps, codes) in BEHIND_CODES {
        for before in [Duration::ZERO, 2 * MINUTE, 5 * MINUTE - SECOND] {
            let (counter, reply, step) = after(flow, steps, [before, 5 * MINUTE - SECOND]).await;
            assert_eq!((name(&reply.views.clerk.step), reply.refusal), (step, None));
            assert!(send(&counter).await.is_empty());
            let (counter, reply, _) = after(flow, steps, [before, 5 * MINUTE]).await;
            assert_eq!(name(&reply.views.clerk.step), codes, "{flow:?} {steps}");
            assert_eq!(reply.refusal, Some(Refusal::Code(CodeRefusal::Expired)));
            assert!(send(&counter).await.is_empty(), "nothing is sent by itself");
        }
    }
}

#[tokio::test]
async fn from_the_code_again_a_new_one_leads_to_the_end() {
    for (flow, steps, _) in BEHIND_CODES {
        let (counter, reply, _) = after(flow, steps, [MINUTE, 6 * MINUTE]).await;
        let visit = reply.views.clerk.visit;
        let done = if flow == Flow::NewUser {
            for channel in [Channel::Sms, Channel::Email] {
                counter.ask(visit, Request::ResendTo(channel)).await;
                let reply = counter.ask(visit, code(&counter, visit, channel)).await;
                assert_eq!(reply.refusal, None);
            }
            let reply = counter.ask(visit, Request::Tick).await;
            assert_eq!(
                name(&reply.views.clerk.step),
                ["Questions", "Review"][steps - 11],
                "answers are kept"
            );
            walk(flow).finish(&counter, reply).await
        } else {
            let reply = counter.ask(visit, Request::Resend).await;
            walk(flow).finish(&counter, reply).await
        };
        assert!(matches!(done.views.clerk.step, ClerkStep::Done { .. }), "{done:?}");
    }
}

#[tokio::test]
async fn where_all_codes_were_spent_there_is_nothing_to_go_on_with() {
    let mut counter = a_counter();
    let visit = counter.code(OWNER).await;
    for _ in 0..2 {
        counter.clock.pass(MINUTE);
        counter.ask(visit, Request::Resend).await;
    }
    let right = Request::Code(counter.sent_code(visit));
    counter.ask(visit, right).await;
    counter.restart();
    counter.clock.pass(5 * MINUTE);
    let reply = resumed(&counter, visit).await;
    assert!(matches!(
        reply.views.clerk.step,
        ClerkStep::Ended { ending: Ending::Closed }
    ));
}

#[tokio::test]
async fn a_code_that_is_in_the_phone_already_works() {
    for (flow, steps) in [(Flow::ForgottenPassword, 4), (Flow::NewUser, 9), (Flow::NewUser, 10)] {
        let mut counter = a_counter();
        let reply = walk(flow).reach(&counter, steps).await;
        let sent = send(&counter).await;
        counter.clock.pass(4 * MINUTE);
        counter.restart();
        let again = resumed(&counter, reply.views.clerk.visit).await;
        let typed = walk(flow).next(&counter, &again).unwrap();
        assert!(!sent.is_empty() && send(&counter).await.is_empty(), "{flow:?} {steps}");
        let reply = counter.ask(reply.views.clerk.visit, typed).await;
        assert_eq!(reply.refusal, None, "{flow:?} {steps}");
    }
}

#[tokio::test]
async fn a_code_that_had_not_left_waits_until_somebody_is_there() {
    for (flow, steps, count) in [(Flow::ForgottenPassword, 4, 1), (Flow::NewUser, 9, 2)] {
        let mut counter = a_counter();
        let reply = walk(flow).reach(&counter, steps).await;
        counter.restart();
        for _ in 0..3 {
            counter.clock.pass(MINUTE);
            assert!(send(&counter).await.is_empty(), "the restart sends nothing");
        }
        let again = resumed(&counter, reply.views.clerk.visit).await;
        assert_eq!(
            send(&counter).await.len(),
            count,
            "once, after somebody is there: {again:?}"
        );
        assert!(send(&counter).await.is_empty());
    }
}

#[tokio::test]
async fn a_code_that_nobody_waits_for_any_more_never_leaves() {
    for resumed_too_late in [false, true] {
        let mut counter = a_counter();
        let visit = walk(Flow::ForgottenPassword).reach(&counter, 4).await.views.clerk.visit;
        counter.restart();
        if resumed_too_late {
            counter.clock.pass(5 * MINUTE);
            assert!(send(&counter).await.is_empty());
            resumed(&counter, visit).await;
        } else {
            counter.desk.next_visitor(visit).await.unwrap();
        }
        assert!(send(&counter).await.is_empty());
        assert!(counter.memory.waiting().unwrap().is_empty(), "it is dead");
    }
}

#[tokio::test]
async fn what_was_on_its_way_stays_unknown() {
    let mut counter = a_counter();
    let reply = walk(Flow::ForgottenPassword).reach(&counter, 4).await;
    counter.store.fails_after.store(1, std::sync::atomic::Ordering::Relaxed);
    counter.desk.outbox().send_due().await.unwrap_err();
    assert_eq!(counter.sms.drain().len(), 1, "handed over, and not recorded");
    counter.restart();
    let again = resumed(&counter, reply.views.clerk.visit).await;
    let ClerkStep::Code(progress) = again.views.clerk.step else {
        panic!("{again:?}")
    };
    assert_eq!(progress.delivery, Some(Delivery::Unknown));
    assert!(send(&counter).await.is_empty());
}

#[tokio::test]
async fn a_notice_of_what_was_done_leaves_after_the_restart_whoever_is_there() {
    let mut counter = a_counter();
    counter.sms.set_state(GatewayState::Down(GatewayFault::NotReached));
    counter.email.set_state(GatewayState::Down(GatewayFault::NotReached));
    let reply = walk(Flow::ForgottenPassword).reach(&counter, 6).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Done { .. }));
    assert!(send(&counter).await.is_empty());
    counter.sms.set_state(GatewayState::Ready);
    counter.email.set_state(GatewayState::Ready);
    counter.restart();
    counter.clock.pass(10 * MINUTE);
    assert_eq!(send(&counter).await.len(), 2, "the owner is told of the change");
}
