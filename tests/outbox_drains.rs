//! A thousand messages that wait leave through a message centre that throttles: whoever needs theirs most first, none
//! lost, none doubled, in bounded memory.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/smsc.rs"]
mod smsc;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use counter::{Counter, DAY, mobile};
use istiada::adapter::gateway::smpp::SmppGateway;
use istiada::desk::Outbox;
use istiada::domain::fact::Fact;
use istiada::domain::id::{MessageId, Reference, VisitId};
use istiada::domain::language::Language;
use istiada::domain::message::{Contact, Delivery, Message, MessageKind};
use istiada::domain::time::Moment;
use istiada::port::{Change, Clock, Commit, Gateway, Store, Version};
use serde_json::json;
use smsc::Smsc;

/// People who wait for a code, and people to whom something is told.
const CODES: u32 = 40;
const NOTICES: u32 = 960;
/// Each so many-th is throttled.
const EVERY: u32 = 25;
/// How much more memory draining them may take, in kibibytes. A queue of a thousand is some hundred.
const MORE_MEMORY: u64 = 64 * 1024;

/// Notices in the outbox, each to a mobile of its own.
fn queue_notices(counter: &Counter) {
    let (visit, now) = (VisitId::from_bytes([9; 16]), counter.desk.now());
    let account = counter.account(1).id;
    let notice = |number: u32| {
        let mut id = [3; 16];
        id[..4].copy_from_slice(&number.to_be_bytes());
        Message {
            id: MessageId::from_bytes(id),
            visit,
            account,
            to: Contact::Mobile(mobile(number)),
            kind: MessageKind::PasswordChanged {
                reference: Reference::of(visit),
            },
            language: Language::ARABIC,
            created: now,
            expires: now.after(DAY),
            delivery: Delivery::fresh(now),
        }
    };
    let change = |message| Change::Message {
        message: Box::new(message),
        version: Version::default(),
    };
    let commit = Commit {
        moment: Moment {
            at: now,
            reading: counter.clock.read(),
        },
        entries: Vec::new(),
        changes: notices().map(notice).map(change).collect(),
    };
    counter.memory.commit(&commit).unwrap();
}

fn notices() -> impl Iterator<Item = u32> {
    CODES + 1..=CODES + NOTICES
}

/// A line of what Linux tells of this process, in kibibytes.
fn memory(key: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(key))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn waiting(counter: &Counter) -> usize {
    counter.memory.waiting().unwrap().len()
}

/// Drives the outbox until nothing waits. The desk's clock passes as the waits ask.
async fn drain(counter: &Counter, outbox: &mut Outbox) {
    for _ in 0..1_000 {
        let wait = outbox.send_due().await.unwrap();
        if waiting(counter) == 0 {
            return;
        }
        counter.clock.pass(wait);
    }
    panic!("{} messages still wait", waiting(counter));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_messages_leave_through_an_smsc_that_throttles() {
    let people: Vec<u32> = (1..=CODES).collect();
    let mut counter = Counter::with(&people);
    let smsc = Smsc::start();
    smsc.tell(&json!({ "submit": "ESME_RTHROTTLED", "every": EVERY }));
    let gateway = SmppGateway::new("operator".to_owned(), smsc.settings());
    counter.restart_with(vec![gateway.clone() as Arc<dyn Gateway>, counter.email.clone()]);
    gateway.probe().await.unwrap();
    queue_notices(&counter);
    let mut visits = BTreeMap::new();
    for number in people {
        visits.insert(mobile(number).e164(), counter.code(number).await);
    }
    assert_eq!(waiting(&counter), 1_000);

    let before = memory("VmRSS:");
    let mut outbox = counter.desk.outbox();
    drain(&counter, &mut outbox).await;
    if let (Some(before), Some(most)) = (before, memory("VmHWM:")) {
        println!("resident before {before} KiB, at most {most} KiB");
        assert!(most.saturating_sub(before) < MORE_MEMORY, "{before} → {most} KiB");
    }

    let taken = smsc.submitted();
    let throttled = smsc.attempted().len() - taken.len();
    println!("{} taken, {throttled} throttled", taken.len());
    assert!(throttled > 0, "it was held up");
    let mut numbers: Vec<String> = taken.iter().map(|message| format!("+{}", message.to)).collect();
    let first: Vec<String> = numbers.drain(..visits.len()).collect();
    for (number, message) in first.iter().zip(&taken) {
        let visit = visits.remove(number).expect("a code, before any notice, and once");
        assert!(counter.all_codes(visit).contains(&message.text));
    }
    let mut told = numbers.clone();
    told.sort();
    let mut expected: Vec<String> = (CODES + 1..=CODES + NOTICES)
        .map(|number| mobile(number).e164())
        .collect();
    expected.sort();
    assert_eq!(told, expected, "each notice once");
    all_arrive(&counter, &mut outbox, 1_000).await;
}

/// Waits for the receipt of each.
async fn all_arrive(counter: &Counter, outbox: &mut Outbox, count: usize) {
    let delivered = |counter: &Counter| {
        let facts = counter.facts().into_iter();
        let arrived = |fact: &Fact| {
            matches!(
                fact,
                Fact::MessageMoved {
                    delivery: Delivery::Delivered { .. },
                    ..
                }
            )
        };
        facts.filter(arrived).count()
    };
    let all = async {
        while delivered(counter) < count {
            outbox.join_next().await.unwrap();
        }
    };
    let _ = tokio::time::timeout(Duration::from_secs(20), all).await;
    assert_eq!(delivered(counter), count);
}
