//! Tries that fail, so that they can be counted.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use istiada::desk::{ClerkStep, Reply, Request};
use istiada::domain::fact::Ending;
use istiada::domain::id::VisitId;
use istiada::domain::policy::Policy;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::questions::AnswersRefusal;
use istiada::domain::store_kind::StoreKind;

use crate::counter::{Counter, answers, wrong_answers};

pub const INSTANT: Duration = Duration::from_millis(1);

pub fn ending(reply: &Reply) -> Option<Ending> {
    match reply.views.clerk.step {
        ClerkStep::Ended { ending } => Some(ending),
        _ => None,
    }
}

pub async fn wrong(counter: &Counter, visit: VisitId) -> Reply {
    counter.ask(visit, Request::Answers(wrong_answers())).await
}

pub async fn right(counter: &Counter, visit: VisitId) -> Reply {
    counter.ask(visit, Request::Answers(answers(1))).await
}

pub async fn wrong_code(counter: &Counter, visit: VisitId) -> Reply {
    counter.ask(visit, Request::Code(counter.wrong_code(visit))).await
}

pub async fn right_code(counter: &Counter, visit: VisitId) -> Reply {
    counter.ask(visit, Request::Code(counter.sent_code(visit))).await
}

/// A desk that is not paused by many recoveries without a match, so that other numbers can be reached.
pub fn patient() -> Policy {
    let mut policy = Policy::of(StoreKind::Drill);
    policy.desk.unmatched_per_desk.count = 50;
    policy.desk.unmatched_per_clerk.count = 50;
    policy
}

pub fn is_asked(reply: &Reply) -> bool {
    matches!(reply.views.clerk.step, ClerkStep::Code(_))
}

/// So many wrong rounds about person 1, in as many visits as that takes, one after the other.
pub async fn rounds(counter: &Counter, count: usize) {
    for round in 0..count {
        let (visit, _) = counter.questions(1, 1).await;
        let reply = wrong(counter, visit).await;
        assert_eq!(
            reply.refusal,
            Some(Refusal::Answers(AnswersRefusal::NotMatched)),
            "round {round}"
        );
        counter.desk.next_visitor(visit).await.unwrap();
    }
}

/// Whether the right answers match in a new visit.
pub async fn matches(counter: &Counter) -> bool {
    let (visit, _) = counter.questions(1, 1).await;
    let matched = is_asked(&right(counter, visit).await);
    counter.desk.next_visitor(visit).await.unwrap();
    matched
}
