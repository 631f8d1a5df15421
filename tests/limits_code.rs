//! Every number that codes go by, just below it and just at it.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/trying.rs"]
mod trying;

use std::time::Duration;

use counter::{Counter, DAY, MINUTE, NEW_PASSWORD, SECOND, answers, texts};
use istiada::desk::Request;
use istiada::domain::fact::Ending;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::code::CodeRefusal;
use trying::{INSTANT, ending, is_asked, matches, patient, right_code, wrong_code};

#[tokio::test]
async fn a_code_lives_five_minutes() {
    for (passed, refusal) in [
        (5 * MINUTE - INSTANT, None),
        (5 * MINUTE, Some(Refusal::Code(CodeRefusal::Expired))),
    ] {
        let counter = Counter::with(&[1]);
        let visit = counter.code(1).await;
        counter.clock.pass(passed);
        assert_eq!(right_code(&counter, visit).await.refusal, refusal, "{passed:?}");
    }
}

#[tokio::test]
async fn five_wrong_tries_spend_a_code() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    for tries_left in (0..5).rev() {
        let reply = wrong_code(&counter, visit).await;
        assert_eq!(reply.refusal, Some(Refusal::Code(CodeRefusal::Missed { tries_left })));
    }
    let reply = right_code(&counter, visit).await;
    assert_eq!(reply.refusal, Some(Refusal::Code(CodeRefusal::Spent)));
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    for _ in 0..4 {
        wrong_code(&counter, visit).await;
    }
    assert_eq!(
        right_code(&counter, visit).await.refusal,
        None,
        "the fifth try can match"
    );
}

#[tokio::test]
async fn a_minute_lies_between_two_codes_and_three_are_all() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    for _ in 0..2 {
        counter.clock.pass(MINUTE - INSTANT);
        let reply = counter.ask(visit, Request::Resend).await;
        assert!(matches!(
            reply.refusal,
            Some(Refusal::Code(CodeRefusal::TooSoon { .. }))
        ));
        counter.clock.pass(INSTANT);
        assert_eq!(counter.ask(visit, Request::Resend).await.refusal, None);
    }
    counter.clock.pass(MINUTE);
    let reply = counter.ask(visit, Request::Resend).await;
    assert_eq!(reply.refusal, Some(Refusal::Code(CodeRefusal::NoneLeft)));
    assert_eq!(
        right_code(&counter, visit).await.refusal,
        None,
        "the last one is still good"
    );
}

#[tokio::test]
async fn a_recovery_without_a_code_that_could_be_typed_or_sent_is_closed() {
    let counter = Counter::with(&[1]);
    let visit = counter.code(1).await;
    for _ in 0..2 {
        counter.clock.pass(MINUTE);
        counter.ask(visit, Request::Resend).await;
    }
    counter.clock.pass(5 * MINUTE - INSTANT);
    assert_eq!(ending(&counter.ask(visit, Request::Tick).await), None);
    counter.clock.pass(INSTANT);
    assert_eq!(ending(&counter.ask(visit, Request::Tick).await), Some(Ending::Closed));
}

#[tokio::test]
async fn ten_codes_a_day_go_to_an_account_whatever_is_completed_in_between() {
    let counter = Counter::under(patient(), &[1]);
    for sent in 0..10 {
        let visit = counter.password(1).await;
        let chosen = counter.choose(visit, &format!("{NEW_PASSWORD}-{sent}")).await;
        assert_eq!(chosen.refusal, None, "code {sent}");
        counter.desk.next_visitor(visit).await.unwrap();
    }
    assert!(!matches(&counter).await, "a completed recovery clears no sending limit");
    counter.clock.pass(DAY - INSTANT);
    assert!(!matches(&counter).await);
    counter.clock.pass(INSTANT);
    assert!(matches(&counter).await);
}

#[tokio::test]
async fn the_tenth_code_of_the_day_may_be_the_second_of_a_visit_and_the_next_closes_it() {
    let counter = Counter::under(patient(), &[1]);
    for _ in 0..8 {
        let visit = counter.code(1).await;
        counter.desk.next_visitor(visit).await.unwrap();
    }
    let visit = counter.code(1).await;
    counter.clock.pass(MINUTE);
    assert_eq!(counter.ask(visit, Request::Resend).await.refusal, None);
    counter.clock.pass(MINUTE);
    assert_eq!(ending(&counter.ask(visit, Request::Resend).await), Some(Ending::Closed));
    assert_eq!(counter.all_codes(visit).len(), 2);
}

#[tokio::test]
async fn ten_codes_a_day_go_to_a_mobile_whoever_has_it() {
    let counter = Counter::under(patient(), &[1, 2]);
    for _ in 0..10 {
        let visit = counter.code(1).await;
        counter.desk.next_visitor(visit).await.unwrap();
    }
    // The mobile moves on to another person.
    let (mut one, mut two) = (counter.account(1), counter.account(2));
    std::mem::swap(&mut one.mobile, &mut two.mobile);
    one.mobile = counter::mobile(3);
    counter.put(one);
    counter.put(two);
    let (visit, _) = counter.questions(2, 1).await;
    let reply = counter.ask(visit, Request::Answers(answers(2))).await;
    assert!(!is_asked(&reply));
}

/// So many wrong codes of person 1, at most four for each code, a day apart where `days` says so.
async fn wrong_codes(counter: &Counter, mut count: u32, apart: Duration) {
    while count > 0 {
        let visit = counter.code(1).await;
        for _ in 0..count.min(4) {
            wrong_code(counter, visit).await;
            count -= 1;
        }
        counter.desk.next_visitor(visit).await.unwrap();
        counter.clock.pass(apart);
    }
}

#[tokio::test]
async fn ten_wrong_codes_in_a_day_pause_the_account() {
    for (count, matched) in [(9, true), (10, false)] {
        let counter = Counter::under(patient(), &[1]);
        wrong_codes(&counter, count, SECOND).await;
        assert_eq!(matches(&counter).await, matched, "{count} wrong codes");
        counter.clock.pass(DAY);
        assert!(matches(&counter).await);
    }
}

#[tokio::test]
async fn the_tenth_wrong_code_closes_the_visit_and_is_told_to_the_owner() {
    let counter = Counter::under(patient(), &[1]);
    wrong_codes(&counter, 8, SECOND).await;
    let visit = counter.code(1).await;
    assert_eq!(ending(&wrong_code(&counter, visit).await), None);
    assert_eq!(ending(&wrong_code(&counter, visit).await), Some(Ending::Closed));
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), ["paused"]);
}

#[tokio::test]
async fn a_hundred_wrong_codes_leave_only_a_supervised_recovery() {
    for (count, matched) in [(99, true), (100, false)] {
        let counter = Counter::under(patient(), &[1]);
        wrong_codes(&counter, count, DAY).await;
        counter.clock.pass(30 * DAY);
        assert_eq!(matches(&counter).await, matched, "{count} wrong codes");
    }
}

#[tokio::test]
async fn a_completed_recovery_clears_the_wrong_codes_and_no_single_step_does() {
    let counter = Counter::under(patient(), &[1]);
    wrong_codes(&counter, 9, SECOND).await;
    let visit = counter.password(1).await;
    assert!(
        !counter.sign_in(1, "Wrong-Pass1").await,
        "the tenth, though a code has matched"
    );
    assert!(!matches(&counter).await);
    counter.choose(visit, NEW_PASSWORD).await;
    assert!(matches(&counter).await);
    assert!(counter.sign_in(1, NEW_PASSWORD).await);
}

#[tokio::test]
async fn wrong_passwords_on_the_sign_in_card_count_as_wrong_codes() {
    for (count, agreed) in [(9, true), (10, false)] {
        let counter = Counter::under(patient(), &[1]);
        for _ in 0..count {
            assert!(!counter.sign_in(1, "Wrong-Pass1").await);
        }
        assert_eq!(
            counter.sign_in(1, counter::OLD_PASSWORD).await,
            agreed,
            "{count} wrong ones"
        );
        assert_eq!(matches(&counter).await, agreed);
    }
}

#[tokio::test]
async fn a_matched_code_stays_good_for_five_minutes() {
    let counter = Counter::with(&[1]);
    let visit = counter.password(1).await;
    counter.clock.pass(5 * MINUTE - INSTANT);
    assert_eq!(counter.choose(visit, NEW_PASSWORD).await.refusal, None);

    let counter = Counter::with(&[1]);
    let visit = counter.password(1).await;
    let code = counter.sent_code(visit);
    counter.clock.pass(5 * MINUTE);
    let reply = counter.choose(visit, NEW_PASSWORD).await;
    assert!(is_asked(&reply));
    assert_eq!(reply.refusal, Some(Refusal::Code(CodeRefusal::Expired)));
    assert!(counter.opens(1, counter::OLD_PASSWORD));
    let reply = counter.ask(visit, Request::Code(code)).await;
    assert_eq!(reply.refusal, Some(Refusal::Code(CodeRefusal::Expired)));
    assert_eq!(counter.ask(visit, Request::Resend).await.refusal, None);
    assert_eq!(right_code(&counter, visit).await.refusal, None);
    assert_eq!(counter.choose(visit, NEW_PASSWORD).await.refusal, None);
}

#[tokio::test]
async fn a_code_that_was_typed_is_used_up_even_where_it_lives_longer_than_its_match() {
    let mut policy = patient();
    policy.code.lifetime = 10 * MINUTE;
    policy.code.matched_lifetime = MINUTE;
    let counter = Counter::under(policy, &[1]);
    let visit = counter.password(1).await;
    let code = counter.sent_code(visit);
    counter.clock.pass(MINUTE);
    assert!(is_asked(&counter.ask(visit, Request::Tick).await));
    let reply = counter.ask(visit, Request::Code(code)).await;
    assert_eq!(reply.refusal, Some(Refusal::Code(CodeRefusal::Expired)));
}
