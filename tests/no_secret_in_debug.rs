//! Whatever is written into a log with `Debug` names nobody and holds no secret.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/machine.rs"]
mod machine;
#[path = "support/trying.rs"]
mod trying;

use std::fmt::Debug;

use counter::{Counter, NEW_PASSWORD, OLD_PASSWORD, answers, claim, identity, mobile, username};
use istiada::desk::Request;
use istiada::domain::code::TypedCode;
use istiada::domain::recovery::identity::{Claim, Identifier};
use istiada::domain::recovery::{DocumentSeen, Tallies};
use istiada::domain::secret::Secret;
use machine::{INPUTS, STATES, give, reached};
use trying::patient;

/// Everything of person 1, and of the clerk, that must not be seen.
fn hidden() -> Vec<String> {
    let mobile = mobile(1);
    let mut hidden = vec![
        identity(1).digits().to_owned(),
        identity(99_999_999).digits().to_owned(),
        mobile.e164(),
        mobile.national(),
        mobile.e164().trim_start_matches("+966").to_owned(),
        "نورة".to_owned(),
        "المطيري".to_owned(),
        "الدوسري".to_owned(),
        "noura.1@".to_owned(),
        username(1).as_str().to_owned(),
        username(1).folded().to_owned(),
        NEW_PASSWORD.to_owned(),
        counter::NEW_USERNAME.to_owned(),
        OLD_PASSWORD.to_owned(),
        "nonsense".to_owned(),
        "AHKMX".to_owned(),
    ];
    hidden.extend((0..3).map(|place| format!("answer {place}")));
    hidden
}

fn hides(what: &impl Debug, more: &[String]) {
    for shown in [format!("{what:?}"), format!("{what:#?}")] {
        for secret in hidden().iter().chain(more) {
            let seen = shown.to_lowercase().contains(&secret.to_lowercase());
            assert!(
                !seen,
                "one of the hidden values stands in {}",
                shown.replace(secret.as_str(), "[here]")
            );
        }
    }
}

#[test]
fn no_state_and_nothing_that_comes_out_of_one() {
    for state in STATES {
        hides(&reached(state), &[]);
        hides(&reached(state).record(), &[]);
        for given in INPUTS {
            let mut tallies = Tallies::default();
            let transition = give(reached(state), given, &mut tallies);
            hides(&transition, &[]);
            hides(&tallies, &[]);
        }
    }
}

#[test]
fn no_request() {
    let number = identity(1);
    let secret = || Secret::from(NEW_PASSWORD);
    let requests = [
        Request::DocumentSeen(DocumentSeen::parse(number.kind(), number.last_four()).unwrap()),
        Request::Captcha(Secret::from("AHKMX")),
        Request::Identity(claim(1, 1)),
        Request::Identity(Claim {
            identifier: Identifier::Name(username(1)),
            mobile: mobile(1),
        }),
        Request::Answers(answers(1)),
        Request::Code(TypedCode::parse("918273", 6).unwrap()),
        Request::CheckUsername(username(1)),
        Request::TakeUsername(username(1)),
        Request::Password {
            password: secret(),
            repeat: secret(),
        },
    ];
    let last_four = format!("\"{}\"", number.last_four());
    hides(&requests, &["918273".to_owned(), last_four]);
}

#[tokio::test]
async fn no_view_and_no_frame_of_a_forgotten_user_name() {
    let counter = Counter::under(patient(), &[1]);
    let wish = || istiada::domain::applicant::Username::parse(counter::NEW_USERNAME).unwrap();
    for request in [Request::ShowUsername, Request::TakeUsername(wish())] {
        let visit = counter.username_choice(1).await;
        let mut replies = vec![counter.ask(visit, Request::CheckUsername(wish())).await];
        replies.push(counter.ask(visit, request).await);
        counter.desk.outbox().send_due().await.unwrap();
        hides(&replies, &[]);
        hides(&counter.frames(), &[]);
        hides(&counter.sms.drain(), &[]);
    }
}

#[tokio::test]
async fn no_visit_that_a_stop_left_open() {
    let mut counter = Counter::under(patient(), &[1]);
    let visit = counter.password(1).await;
    counter.restart();
    let left = counter.desk.left_open().await.unwrap();
    assert_eq!(left.len(), 1);
    let mut hidden = counter.all_codes(visit);
    hidden.push(format!("\"{}\"", identity(1).last_four()));
    hides(&left, &hidden);
}

#[tokio::test]
async fn no_view_no_frame_and_no_record_of_a_whole_visit() {
    let counter = Counter::under(patient(), &[1]);
    let (visit, reply) = counter.questions(1, 1).await;
    let mut replies = vec![reply];
    for request in [Request::Answers(counter::wrong_answers()), Request::Answers(answers(1))] {
        replies.push(counter.ask(visit, request).await);
    }
    replies.push(counter.ask(visit, Request::Code(counter.wrong_code(visit))).await);
    replies.push(counter.ask(visit, Request::Code(counter.sent_code(visit))).await);
    replies.push(counter.choose(visit, "short").await);
    replies.push(counter.choose(visit, NEW_PASSWORD).await);
    counter.desk.outbox().send_due().await.unwrap();
    counter.sign_in(1, OLD_PASSWORD).await;
    let codes = counter.all_codes(visit);
    hides(&replies, &codes);
    hides(&counter.frames(), &codes);
    hides(&counter.sms.drain(), &codes);
    hides(&counter.desk.status().await.unwrap(), &codes);
    for error in [
        counter
            .desk
            .request(istiada::domain::id::VisitId::from_bytes([0; 16]), Request::Back)
            .await
            .unwrap_err(),
        istiada::desk::DeskError::OwnIdentity,
    ] {
        hides(&error, &codes);
        hides(&error.to_string(), &codes);
    }
}
