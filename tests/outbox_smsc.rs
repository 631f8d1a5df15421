//! The outbox over a short-message centre that is not ours: a code arrives and its receipt comes back, and a program that is
//! killed between the submit and its answer never sends again.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/killing.rs"]
mod killing;
#[path = "support/newcomer.rs"]
mod newcomer;
#[path = "support/smsc.rs"]
mod smsc;
#[path = "support/walking.rs"]
mod walking;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use counter::{Counter, MINUTE};
use istiada::adapter::gateway::smpp::{SmppGateway, SmppSettings};
use istiada::desk::{ClerkStep, Request, SamePerson};
use istiada::domain::fact::Fact;
use istiada::domain::id::VisitId;
use istiada::domain::message::Delivery;
use killing::Place;
use serde_json::json;
use smsc::Smsc;
use walking::OWNER;

/// The mobile of person 1, as the centre writes it.
const DIGITS: &str = "966550000001";

fn over(counter: &mut Counter, settings: SmppSettings) {
    let email = counter.email.clone();
    counter.restart_with(vec![SmppGateway::new("sms".to_owned(), settings), email]);
}

fn fates(counter: &Counter) -> Vec<Delivery> {
    let moved = |fact| match fact {
        Fact::MessageMoved { delivery, .. } => Some(delivery),
        _ => None,
    };
    counter.facts().into_iter().filter_map(moved).collect()
}

async fn delivery(counter: &Counter, visit: VisitId) -> Option<Delivery> {
    match counter.ask(visit, Request::Tick).await.views.clerk.step {
        ClerkStep::Code(progress) => progress.delivery,
        other => panic!("a code is awaited, not {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_arrives_once_and_its_receipt_says_that_it_was_delivered() {
    let smsc = Smsc::start();
    let mut counter = Counter::with(&[1]);
    over(&mut counter, smsc.settings());
    let task = tokio::spawn(counter.desk.clone().run_outbox());
    let visit = counter.code(1).await;
    assert_eq!(smsc.wait_for_text_to(DIGITS, 1), counter.all_codes(visit)[0]);
    let delivered = async {
        while !matches!(delivery(&counter, visit).await, Some(Delivery::Delivered { .. })) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), delivered).await.unwrap();
    task.abort();
    let attempted = smsc.attempted();
    assert_eq!(attempted.len(), 1);
    // The clock stands still: the code is good for all of its five minutes.
    let good_for = attempted[0].good_for.unwrap();
    let least = 300.0 - smsc::LONGEST.as_secs_f64();
    assert!(
        good_for > least && good_for <= 300.0,
        "no dead code is delivered: {good_for}"
    );
    let [
        Delivery::Sending,
        Delivery::Sent { gateway, .. },
        Delivery::Delivered { .. },
    ] = &fates(&counter)[..]
    else {
        panic!("{:?}", fates(&counter))
    };
    assert_eq!(gateway, "sms");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_before_the_answer_is_joined() {
    let smsc = Smsc::start();
    smsc.tell(&json!({"receipts": "early"}));
    let mut counter = Counter::with(&[1]);
    over(&mut counter, smsc.settings());
    let task = tokio::spawn(counter.desk.clone().run_outbox());
    let visit = counter.code(1).await;
    let delivered = async {
        while !matches!(delivery(&counter, visit).await, Some(Delivery::Delivered { .. })) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), delivered).await.unwrap();
    task.abort();
}

const CHILD: &str = "hands_over_until_it_is_killed";
const TOLD: &str = "ISTIADA_TEST_SMSC";

/// The child: brings a visit to its code, and hands that over.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "does nothing by itself"]
async fn hands_over_until_it_is_killed() {
    let Ok(told) = std::env::var(TOLD) else { return };
    let (port, folder) = told.split_once(' ').unwrap();
    let mut counter = Place::open(Path::new(folder), 1, false).counter(&[OWNER]);
    over(&mut counter, patient(port.parse().unwrap()));
    tokio::spawn(counter.desk.clone().run_outbox());
    counter.code(OWNER).await;
    std::thread::sleep(Duration::from_secs(60));
}

/// Nobody but the killer ends the wait for an answer.
fn patient(port: u16) -> SmppSettings {
    SmppSettings {
        patience: Duration::from_secs(60),
        ..smsc::settings(port)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_is_killed_between_submit_and_answer_says_unknown_and_never_sends_again() {
    let smsc = Smsc::start();
    smsc.tell(&json!({"submit": "silent"}));
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let told = format!("{} {}", smsc.port(), PathBuf::from(folder.path()).display());
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", CHILD, "--ignored", "--nocapture"])
        .env(TOLD, told)
        .spawn()
        .unwrap();
    smsc.wait("submit", 1);
    child.kill().unwrap();
    child.wait().unwrap();
    smsc.tell(&json!({"submit": "ok"}));

    let mut counter = Place::open(folder.path(), 2, false).counter(&[]);
    over(&mut counter, smsc.settings());
    assert_eq!(fates(&counter), [Delivery::Sending, Delivery::Unknown]);
    let mut outbox = counter.desk.outbox();
    outbox.send_due().await.unwrap();
    let [left] = &counter.desk.left_open().await.unwrap()[..] else {
        panic!("the visit is there again")
    };
    let visit = left.view.visit;
    counter.desk.resume(visit, SamePerson).await.unwrap();
    outbox.send_due().await.unwrap();
    assert_eq!(delivery(&counter, visit).await, Some(Delivery::Unknown));
    assert_eq!(smsc.attempted().len(), 1, "the restart sent nothing");
    counter.clock.pass(MINUTE);
    assert_eq!(counter.ask(visit, Request::Resend).await.refusal, None);
    outbox.send_due().await.unwrap();
    let both = smsc.attempted();
    assert_eq!(both.len(), 2, "only the applicant asks for another");
    assert_ne!(both[0].text, both[1].text, "and it is another code");
}
