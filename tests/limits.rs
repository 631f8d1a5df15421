//! Every number that a forgotten password goes by, just below it and just at it: images, answers, desk, visit.
//! `limits_code.rs` has the codes.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/trying.rs"]
mod trying;

use counter::{Counter, DAY, HOUR, MINUTE, claim, identity, texts};
use istiada::desk::{ApplicantStep, ClerkStep, DeskError, Request};
use istiada::domain::applicant::IdDate;
use istiada::domain::fact::{Ending, Fact};
use istiada::domain::id::VisitId;
use istiada::domain::language::Language;
use istiada::domain::policy::Policy;
use istiada::domain::presence::AttestationReason;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::captcha::CaptchaRefusal;
use istiada::domain::recovery::questions::AnswersRefusal;
use istiada::domain::secret::Secret;
use istiada::domain::store_kind::StoreKind;
use std::time::Duration;
use trying::{INSTANT, ending, is_asked, matches, patient, right, rounds, wrong};

// The image.

async fn at_the_image(counter: &Counter) -> VisitId {
    let visit = counter.open().await.unwrap();
    counter.document(visit, 1).await;
    visit
}

#[tokio::test]
async fn an_image_lives_three_minutes() {
    for (passed, refusal) in [
        (3 * MINUTE - INSTANT, None),
        (3 * MINUTE, Some(Refusal::Captcha(CaptchaRefusal::Expired))),
    ] {
        let counter = Counter::with(&[1]);
        let visit = at_the_image(&counter).await;
        counter.clock.pass(passed);
        assert_eq!(counter.captcha(visit).await.refusal, refusal, "{passed:?}");
    }
}

#[tokio::test]
async fn one_wrong_try_uses_an_image_up() {
    let counter = Counter::with(&[1]);
    let visit = at_the_image(&counter).await;
    let first = counter.painter.label();
    let reply = counter.ask(visit, Request::Captcha(Secret::from("wrong"))).await;
    assert_eq!(reply.refusal, Some(Refusal::Captcha(CaptchaRefusal::Missed)));
    let again = counter
        .ask(visit, Request::Captcha(Secret::from(first.characters())))
        .await;
    assert_eq!(
        again.refusal,
        Some(Refusal::Captcha(CaptchaRefusal::Missed)),
        "the first image is dead"
    );
    assert_eq!(counter.captcha(visit).await.refusal, None);
}

#[tokio::test]
async fn nothing_typed_uses_nothing_up() {
    let counter = Counter::with(&[1]);
    let visit = at_the_image(&counter).await;
    let reply = counter.ask(visit, Request::Captcha(Secret::from(" \u{200F}"))).await;
    assert_eq!(reply.refusal, Some(Refusal::Captcha(CaptchaRefusal::Empty)));
    assert_eq!(counter.captcha(visit).await.refusal, None);
}

#[tokio::test]
async fn five_images_pause_the_visit_for_a_minute() {
    let counter = Counter::with(&[1]);
    let visit = at_the_image(&counter).await;
    for image in 2..=5 {
        let reply = counter.ask(visit, Request::AnotherImage).await;
        assert_eq!(reply.refusal, None, "image {image}");
    }
    let reply = counter.ask(visit, Request::AnotherImage).await;
    assert_eq!(reply.refusal, Some(Refusal::Captcha(CaptchaRefusal::Paused)));
    assert!(matches!(
        reply.views.applicant.step,
        ApplicantStep::Captcha { picture: None, .. }
    ));
    counter.clock.pass(MINUTE - INSTANT);
    assert_eq!(
        counter.captcha(visit).await.refusal,
        Some(Refusal::Captcha(CaptchaRefusal::Paused)),
        "not even the right characters"
    );
    counter.clock.pass(INSTANT);
    let reply = counter.ask(visit, Request::Tick).await;
    assert!(matches!(
        reply.views.applicant.step,
        ApplicantStep::Captcha { picture: Some(_), .. }
    ));
    assert_eq!(counter.captcha(visit).await.refusal, None);
}

#[tokio::test]
async fn a_clerk_may_attest_while_the_images_pause_and_the_ledger_says_who_and_why() {
    let counter = Counter::with(&[1]);
    let visit = at_the_image(&counter).await;
    for _ in 0..5 {
        counter.ask(visit, Request::AnotherImage).await;
    }
    let reason = AttestationReason::Unreadable;
    let reply = counter.ask(visit, Request::Attested(reason)).await;
    assert_eq!(reply.refusal, None, "the pause is there against robots");
    assert!(matches!(reply.views.clerk.step, ClerkStep::Identity));
    let entries = counter.entries();
    let attested = entries
        .iter()
        .find(|entry| entry.fact == Fact::CaptchaAttested { reason });
    assert_eq!(attested.and_then(|entry| entry.clerk), Some(identity(99_999_999)));
    let again = counter.ask(visit, Request::Attested(reason)).await;
    assert_eq!(again.refusal, Some(Refusal::NotNow));
}

#[tokio::test]
async fn wrong_tries_use_up_the_five_images_too() {
    let counter = Counter::with(&[1]);
    let visit = at_the_image(&counter).await;
    for _ in 0..5 {
        counter.ask(visit, Request::Captcha(Secret::from("wrong"))).await;
    }
    let paused = counter
        .facts()
        .iter()
        .filter(|fact| matches!(fact, Fact::CaptchaPaused { .. }))
        .count();
    assert_eq!(paused, 1);
    let reply = counter.captcha(visit).await;
    assert_eq!(reply.refusal, Some(Refusal::Captcha(CaptchaRefusal::Paused)));
}

// The answers.

#[tokio::test]
async fn three_wrong_rounds_end_a_recovery() {
    let counter = Counter::with(&[1]);
    let (visit, _) = counter.questions(1, 1).await;
    for _ in 0..2 {
        let reply = wrong(&counter, visit).await;
        assert_eq!(reply.refusal, Some(Refusal::Answers(AnswersRefusal::NotMatched)));
    }
    assert_eq!(ending(&wrong(&counter, visit).await), Some(Ending::Closed));
    let counter = Counter::with(&[1]);
    let (visit, _) = counter.questions(1, 1).await;
    wrong(&counter, visit).await;
    wrong(&counter, visit).await;
    assert!(is_asked(&right(&counter, visit).await), "the third round can match");
}

#[tokio::test]
async fn going_back_gives_no_new_rounds() {
    let counter = Counter::with(&[1]);
    let (visit, _) = counter.questions(1, 1).await;
    wrong(&counter, visit).await;
    wrong(&counter, visit).await;
    counter.ask(visit, Request::Back).await;
    counter.identity(visit, 1, 2).await;
    assert_eq!(ending(&wrong(&counter, visit).await), Some(Ending::Closed));
}

#[tokio::test]
async fn the_fifth_wrong_round_of_an_account_pauses_it() {
    for (count, matched) in [(4, true), (5, false)] {
        let counter = Counter::under(patient(), &[1]);
        rounds(&counter, count).await;
        assert_eq!(matches(&counter).await, matched, "{count} rounds");
    }
}

#[tokio::test]
async fn rounds_of_more_than_a_day_ago_do_not_count() {
    for (passed, matched) in [(DAY - INSTANT, false), (DAY, true)] {
        let counter = Counter::under(patient(), &[1]);
        rounds(&counter, 4).await;
        counter.clock.pass(passed);
        rounds(&counter, 1).await;
        assert_eq!(matches(&counter).await, matched, "{passed:?}");
    }
}

#[tokio::test]
async fn pauses_double_from_a_quarter_of_an_hour_to_a_day_and_each_further_wrong_round_starts_one() {
    let counter = Counter::under(patient(), &[1]);
    rounds(&counter, 5).await;
    let mut minutes = Vec::new();
    for pause in [15, 30, 60, 120, 240, 480, 960, 1440, 1440] {
        let pause: Duration = pause * MINUTE;
        counter.clock.pass(pause - INSTANT);
        assert!(!matches(&counter).await, "within {pause:?}");
        counter.clock.pass(INSTANT);
        minutes.push(pause.as_secs() / 60);
        rounds(&counter, 1).await;
    }
    let paused = counter
        .facts()
        .into_iter()
        .filter(|fact| matches!(fact, Fact::RecoveryPaused { .. }));
    assert_eq!(paused.count(), 10);
    counter.clock.pass(DAY);
    assert!(matches(&counter).await, "at the end of a pause the right answers match");
}

#[tokio::test]
async fn each_pause_is_told_to_the_mobile_on_the_account_once() {
    let counter = Counter::under(patient(), &[1]);
    rounds(&counter, 7).await;
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), ["paused"]);
}

#[tokio::test]
async fn a_wrong_mobile_counts_for_the_pair_and_not_for_the_account() {
    let counter = Counter::under(patient(), &[1]);
    for _ in 0..6 {
        let (visit, _) = counter.questions(1, 2).await;
        wrong(&counter, visit).await;
        counter.desk.next_visitor(visit).await.unwrap();
    }
    assert!(matches(&counter).await);
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(
        counter.sms.drain().len(),
        0,
        "neither the owner nor the mobile that was typed hears of it"
    );
}

// The desk, the clerk, the visit.

async fn unmatched(counter: &Counter, count: u32) {
    for number in 0..count {
        let (visit, _) = counter.questions(1, 100 + number).await;
        counter.desk.next_visitor(visit).await.unwrap();
    }
}

#[tokio::test]
async fn ten_recoveries_without_a_match_in_ten_minutes_pause_the_desk_for_five() {
    let counter = Counter::with(&[1]);
    unmatched(&counter, 9).await;
    let waiting = counter.open().await.unwrap();
    counter.document(waiting, 1).await;
    counter.captcha(waiting).await;
    unmatched(&counter, 1).await;
    let until = counter.desk.now().after(5 * MINUTE);
    assert!(matches!(counter.open().await, Err(DeskError::Paused { until: told }) if told == until));
    assert_eq!(counter.desk.status().await.unwrap().paused_until, Some(until));
    let given = counter.desk.request(waiting, Request::Identity(claim(1, 1))).await;
    assert!(
        matches!(given, Err(DeskError::Paused { until: told }) if told == until),
        "an open visit waits"
    );
    counter.clock.pass(5 * MINUTE - INSTANT);
    assert!(matches!(counter.open().await, Err(DeskError::Paused { .. })));
    counter.clock.pass(INSTANT);
    assert!(counter.open().await.is_ok());
    let reply = counter.identity(waiting, 1, 1).await;
    assert!(
        matches!(reply.views.clerk.step, ClerkStep::Questions { .. }),
        "and goes on"
    );
}

#[tokio::test]
async fn recoveries_of_more_than_ten_minutes_ago_do_not_count() {
    for (passed, paused) in [(10 * MINUTE - INSTANT, true), (10 * MINUTE, false)] {
        let counter = Counter::with(&[1]);
        unmatched(&counter, 9).await;
        counter.clock.pass(passed);
        unmatched(&counter, 1).await;
        assert_eq!(counter.open().await.is_err(), paused, "{passed:?}");
    }
}

#[tokio::test]
async fn known_people_who_go_back_are_abandoned_or_idle_count_too() {
    let counter = Counter::with(&[1]);
    unmatched(&counter, 7).await;
    let (back, _) = counter.questions(1, 1).await;
    counter.ask(back, Request::Back).await;
    let (_gone, _) = counter.questions(1, 1).await;
    counter.desk.next_visitor(_gone).await.unwrap();
    assert!(counter.open().await.is_ok());
    counter.desk.next_visitor(back).await.unwrap();
    assert!(
        counter.open().await.is_ok(),
        "without an identity there is nothing to count"
    );
    let (closed, _) = counter.questions(1, 1).await;
    for _ in 0..3 {
        wrong(&counter, closed).await;
    }
    assert!(counter.open().await.is_err());
}

#[tokio::test]
async fn a_clerk_and_a_desk_are_paused_apart() {
    let mut policy = Policy::of(StoreKind::Drill);
    policy.desk.unmatched_per_desk.count = 50;
    let counter = Counter::under(policy.clone(), &[1]);
    unmatched(&counter, 10).await;
    assert!(counter.open().await.is_err(), "the clerk");
    policy.desk.unmatched_per_clerk.count = 50;
    policy.desk.unmatched_per_desk.count = 10;
    let counter = Counter::under(policy, &[1]);
    unmatched(&counter, 10).await;
    assert!(counter.open().await.is_err(), "the desk");
}

#[tokio::test]
async fn an_idle_visit_ends_after_ten_minutes() {
    for (passed, ended) in [(10 * MINUTE - INSTANT, None), (10 * MINUTE, Some(Ending::Idle))] {
        let counter = Counter::with(&[1]);
        let (visit, _) = counter.questions(1, 1).await;
        counter.clock.pass(passed);
        assert_eq!(ending(&counter.ask(visit, Request::Tick).await), ended, "{passed:?}");
        let reply = right(&counter, visit).await;
        assert_eq!(is_asked(&reply), ended.is_none());
    }
}

#[tokio::test]
async fn ticks_keep_no_visit_alive() {
    let counter = Counter::with(&[1]);
    let (visit, _) = counter.questions(1, 1).await;
    for _ in 0..10 {
        counter.clock.pass(MINUTE);
        counter.ask(visit, Request::Tick).await;
    }
    assert_eq!(ending(&counter.ask(visit, Request::Tick).await), Some(Ending::Idle));
}

#[tokio::test]
async fn a_visit_lives_an_hour_at_most() {
    for (last, ended) in [(5 * MINUTE - INSTANT, None), (5 * MINUTE, Some(Ending::TooLong))] {
        let counter = Counter::with(&[1]);
        let (visit, _) = counter.questions(1, 1).await;
        for _ in 0..11 {
            counter.clock.pass(5 * MINUTE);
            counter.ask(visit, Request::Language(Language::ENGLISH)).await;
        }
        counter.clock.pass(last);
        assert_eq!(ending(&counter.ask(visit, Request::Tick).await), ended);
    }
    assert_eq!(12 * 5 * MINUTE, HOUR);
}

#[tokio::test]
async fn an_expired_document_stops_nothing_and_is_mentioned_after_the_proofs() {
    // The tests begin on 2026-11-18; a document is valid to the end of its last day.
    for (printed, expired) in [("2026-11-17", true), ("2026-11-18", false), ("1448-05-01 H", true)] {
        let counter = Counter::with(&[1]);
        let mut account = counter.account(1);
        account.expiry = Some(IdDate::parse(printed).unwrap());
        counter.put(account);
        let visit = counter.code(1).await;
        let before = counter.ask(visit, Request::Tick).await.views;
        assert_eq!((before.clerk.expired, before.applicant.expired), (None, None));
        let proven = trying::right_code(&counter, visit).await.views;
        assert_eq!(proven.applicant.expired.is_some(), expired, "{printed}");
        let done = counter.choose(visit, counter::NEW_PASSWORD).await;
        assert!(matches!(done.views.clerk.step, ClerkStep::Done { .. }));
        assert!(done.views.clerk.kind.is_some(), "what the account opens depends on it");
        assert_eq!(done.views.clerk.expired.is_some(), expired, "{printed}");
    }
}
