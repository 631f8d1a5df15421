//! Supervisors beside the clerk of a counter, and what they approve.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::desk::{ClerkStep, DeskError, Reply, Request};
use istiada::domain::applicant::PersonName;
use istiada::domain::fact::Flow;
use istiada::domain::id::VisitId;
use istiada::domain::message::{Contact, MessageKind};
use istiada::domain::policy::Policy;
use istiada::domain::recovery::proven::Outcome;
use istiada::domain::secret::Secret;
use istiada::domain::staff::{Member, Role, Staff};
use istiada::domain::store_kind::StoreKind;
use istiada::domain::supervised::{Aim, ApprovalReason, MobileChange, Plea};
use istiada::domain::time::Timestamp;
use istiada::port::{Change, Clock, Commit, Store, Version};

use crate::counter::{Counter, identity, mobile};

/// A supervisor.
pub const FIRST: u32 = 60;
/// Another one.
pub const ANOTHER: u32 = 61;
/// A clerk who is no supervisor.
pub const STAFF_CLERK: u32 = 62;
/// The password of all three.
pub const PASSWORD: &str = "Nakhla-tawila-7";

/// A counter with these people, and with staff who may be called to it.
pub async fn counter(people: &[u32]) -> Counter {
    under(Policy::of(StoreKind::Drill), people).await
}

/// The same with other numbers.
pub async fn under(policy: Policy, people: &[u32]) -> Counter {
    let counter = Counter::under(policy, people);
    for (number, role) in [
        (FIRST, Role::Supervisor),
        (ANOTHER, Role::Supervisor),
        (STAFF_CLERK, Role::Clerk),
    ] {
        let staff = Staff {
            identity: identity(number),
            name: PersonName::parse("ريم العتيق").unwrap(),
            role,
        };
        let hashed = counter.hasher.hash(&Secret::from(PASSWORD)).unwrap();
        let commit = Commit {
            moment: istiada::domain::time::Moment {
                at: counter.desk.now(),
                reading: counter.clock.read(),
            },
            entries: Vec::new(),
            changes: vec![Change::Staff {
                member: Box::new(Member::new(staff, hashed, false)),
                version: Version::default(),
            }],
        };
        counter.memory.commit(&commit).unwrap();
    }
    counter
}

/// A supervised visit whose document was seen.
pub async fn visit(counter: &Counter, number: u32) -> VisitId {
    let visit = counter.open_in(Flow::Supervised).await.unwrap();
    let reply = counter.document(visit, number).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Approval { again: false }));
    visit
}

pub fn plea(number: u32, reason: ApprovalReason, aim: Aim) -> Plea {
    Plea {
        identity: identity(number),
        reason,
        aim,
    }
}

/// The first supervisor approves.
pub async fn approve(counter: &Counter, visit: VisitId, number: u32, reason: ApprovalReason, aim: Aim) -> Reply {
    let request = Request::Approve {
        by: identity(FIRST),
        password: Secret::from(PASSWORD),
        plea: plea(number, reason, aim),
    };
    counter.ask(visit, request).await
}

/// A second one does.
pub async fn second(counter: &Counter, visit: VisitId, by: u32) -> Result<Reply, DeskError> {
    let request = Request::Second {
        by: identity(by),
        password: Secret::from(PASSWORD),
    };
    counter.desk.request(visit, request).await
}

/// Begins the wait for the mobile of `new`, and says when it is over.
pub async fn begun(counter: &Counter, number: u32, new: u32) -> Timestamp {
    let visit = visit(counter, number).await;
    let aim = Aim::NewMobile(mobile(new));
    approve(counter, visit, number, ApprovalReason::AnswersForgotten, aim).await;
    let done = second(counter, visit, ANOTHER).await.unwrap();
    let ClerkStep::Done {
        outcome: Outcome::MobileWaits { until },
        ..
    } = done.views.clerk.step
    else {
        panic!("{done:?}")
    };
    until
}

/// The last change of a person's mobile.
pub fn changed_on(counter: &Counter, number: u32) -> MobileChange {
    let id = counter.account(number).id;
    counter.memory.mobile_change(id).unwrap().unwrap().record
}

/// Where messages of a kind were first put in the outbox for.
pub fn messages(counter: &Counter, kind: impl Fn(&MessageKind) -> bool) -> Vec<Contact> {
    let changes = counter.frames().into_iter().flat_map(|frame| frame.commit.changes);
    changes
        .filter_map(|change| match change {
            Change::Message {
                message,
                version: Version(0),
            } if kind(&message.kind) => Some(message.to),
            _ => None,
        })
        .collect()
}
