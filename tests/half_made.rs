//! A commit that fails leaves everything as it was, and the next try works.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

use std::sync::atomic::Ordering;

use counter::{Counter, NEW_PASSWORD, NEW_USERNAME, OLD_PASSWORD, answers, claim, wrong_answers};
use istiada::desk::{ClerkStep, DeskError, Request};
use istiada::domain::applicant::Username;
use istiada::domain::fact::{Ending, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::language::Language;
use istiada::domain::recovery::DocumentSeen;
use istiada::domain::secret::Secret;
use istiada::port::{Store, StoreError};

fn fail_next(counter: &Counter) {
    counter.store.fails_after.store(0, Ordering::Relaxed);
}

/// Everything that the store holds about a visit and a person.
fn snapshot(counter: &Counter, visit: VisitId) -> impl PartialEq + std::fmt::Debug + use<> {
    let memory = &counter.memory;
    (
        memory.visit(visit).unwrap(),
        counter.account(1),
        memory.waiting().unwrap(),
        counter.frames().len(),
    )
}

/// Asks twice: the first commit fails and changes nothing, the second goes well.
async fn twice(counter: &Counter, visit: VisitId, request: impl Fn() -> Request) -> ClerkStep {
    let before = snapshot(counter, visit);
    fail_next(counter);
    let failed = counter.desk.request(visit, request()).await;
    assert!(
        matches!(failed, Err(DeskError::Store(StoreError::Full(_)))),
        "{:?}",
        request()
    );
    assert_eq!(snapshot(counter, visit), before, "{:?}", request());
    let reply = counter.ask(visit, request()).await;
    assert_eq!(reply.refusal, None, "{:?}", request());
    reply.views.clerk.step
}

#[tokio::test]
async fn every_step_of_a_forgotten_user_name_can_fail_once() {
    let counter = Counter::with(&[1]);
    let visit = counter.username_choice(1).await;
    twice(&counter, visit, || Request::ShowUsername).await;
    let visit = counter.username_choice(1).await;
    let wish = || Username::parse(NEW_USERNAME).unwrap();
    twice(&counter, visit, || Request::CheckUsername(wish())).await;
    let before = counter.account(1).username;
    assert!(matches!(
        twice(&counter, visit, || Request::TakeUsername(wish())).await,
        ClerkStep::Done { .. }
    ));
    assert_ne!(counter.account(1).username, before);
    assert_eq!(counter.account(1).username, wish());
}

#[tokio::test]
async fn every_step_of_a_recovery_can_fail_once() {
    let counter = Counter::with(&[1]);
    fail_next(&counter);
    let failed = counter.desk.open_visit(Flow::ForgottenPassword, Language::ARABIC).await;
    assert!(matches!(failed, Err(DeskError::Store(_))));
    assert_eq!(counter.memory.visits().unwrap(), []);
    let visit = counter.open().await.unwrap();
    let number = counter::identity(1);
    let seen = DocumentSeen::parse(number.kind(), number.last_four()).unwrap();
    twice(&counter, visit, || Request::DocumentSeen(seen.clone())).await;
    twice(&counter, visit, || Request::AnotherImage).await;
    let typed = || Request::Captcha(Secret::from(counter.painter.label().characters()));
    twice(&counter, visit, typed).await;
    twice(&counter, visit, || Request::Identity(claim(1, 1))).await;
    twice(&counter, visit, || Request::Back).await;
    twice(&counter, visit, || Request::Identity(claim(1, 1))).await;
    twice(&counter, visit, || Request::Answers(answers(1))).await;
    assert_eq!(counter.all_codes(visit).len(), 1, "one code was asked for, not two");
    counter.clock.pass(counter::MINUTE);
    twice(&counter, visit, || Request::Resend).await;
    twice(&counter, visit, || Request::Code(counter.sent_code(visit))).await;
    let choose = || Request::Password {
        password: Secret::from(NEW_PASSWORD),
        repeat: Secret::from(NEW_PASSWORD),
    };
    assert!(counter.opens(1, OLD_PASSWORD));
    assert!(matches!(twice(&counter, visit, choose).await, ClerkStep::Done { .. }));
    assert!(counter.opens(1, NEW_PASSWORD) && !counter.opens(1, OLD_PASSWORD));
    assert_eq!(counter.account(1).previous_passwords.len(), 1, "it was changed once");
    fail_next(&counter);
    counter.desk.next_visitor(visit).await.unwrap_err();
    assert_eq!(counter.memory.visits().unwrap().len(), 1);
    counter.desk.next_visitor(visit).await.unwrap();
    assert_eq!(counter.memory.visits().unwrap(), []);
}

#[tokio::test]
async fn a_wrong_round_that_was_not_recorded_was_not_made() {
    let counter = Counter::with(&[1]);
    let (visit, _) = counter.questions(1, 1).await;
    for _ in 0..10 {
        let before = snapshot(&counter, visit);
        fail_next(&counter);
        let failed = counter.desk.request(visit, Request::Answers(wrong_answers())).await;
        assert!(failed.is_err());
        assert_eq!(snapshot(&counter, visit), before);
    }
    let reply = counter.ask(visit, Request::Answers(answers(1))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Code(_)));
}

#[tokio::test]
async fn a_visit_that_could_not_be_ended_goes_on() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    fail_next(&counter);
    let failed = counter.desk.request(visit, Request::End(Ending::Abandoned)).await;
    assert!(failed.is_err());
    let reply = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Password));
}

#[tokio::test]
async fn a_password_tried_on_the_sign_in_card_is_answered_only_where_it_was_counted() {
    let counter = Counter::with(&[1]);
    for _ in 0..20 {
        fail_next(&counter);
        let tried = counter
            .desk
            .try_sign_in(counter::username(1), Secret::from("Wrong-Pass1"))
            .await;
        assert!(tried.is_err());
    }
    assert!(counter.sign_in(1, OLD_PASSWORD).await);
}

#[tokio::test]
async fn a_jump_of_the_clock_is_recorded_by_the_next_commit_that_goes_well() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    let wall = counter.desk.wall().after(counter::HOUR);
    counter.clock.set_wall(wall);
    fail_next(&counter);
    counter.desk.request(visit, Request::Back).await.unwrap_err();
    counter.ask(visit, Request::Back).await;
    let jumps = counter
        .facts()
        .into_iter()
        .filter(|fact| matches!(fact, istiada::domain::fact::Fact::ClockJumped { .. }));
    assert_eq!(jumps.count(), 1);
}
