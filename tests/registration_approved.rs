//! Somebody registers of whom the registry does not know all: what a supervisor approves beside the clerk, for whom, how
//! long, and what stands in the ledger.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;
#[path = "support/supervising.rs"]
mod supervising;

use counter::{CLERK, Counter, MINUTE, SECOND, identity, mobile};
use istiada::desk::{ClerkStep, DeskError, LeftOpen, Reply, Request, SamePerson, SignInRefusal, Stage};
use istiada::domain::applicant::{IdDate, PersonName};
use istiada::domain::conditions::{Condition, Standing};
use istiada::domain::fact::Fact;
use istiada::domain::id::VisitId;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::approval::ApprovalRefusal;
use istiada::domain::recovery::proven::Outcome;
use istiada::domain::registration::{Acceptance, RegistrationRefusal};
use istiada::domain::registry::Roll;
use istiada::domain::secret::Secret;
use istiada::domain::staff::Right;
use istiada::domain::supervised::{Obstacle, UnknownReason};
use newcomer::{Newcomer, at_review, newcomer, roll};
use supervising::{ANOTHER, FIRST, PASSWORD, STAFF_CLERK};

/// A counter whose registry knows these people and says of nobody that they are not there.
async fn counter_knowing(people: &[u32]) -> Counter {
    let counter = supervising::counter(&[]).await;
    counter.registry.replace(Roll {
        complete: false,
        ..roll(people.iter().copied())
    });
    counter
}

/// The newcomer with this number, with what stands on the document.
fn with_document(number: u32) -> Newcomer {
    Newcomer {
        name: Some(PersonName::parse("هند القحطاني").unwrap()),
        expiry: Some(IdDate::parse("1460-01-01 H").unwrap()),
        ..newcomer(number)
    }
}

fn approval(by: u32, password: &str) -> Request {
    Request::ApproveUnknown {
        by: identity(by),
        password: Secret::from(password),
        reason: UnknownReason::ConfirmedElsewhere,
    }
}

fn acceptance(reply: &Reply) -> Option<Acceptance> {
    match &reply.views.clerk.step {
        ClerkStep::Conditions { acceptance, .. } => Some(*acceptance),
        _ => None,
    }
}

const WANTED: Option<Acceptance> = Some(Acceptance::Wanted { again: false });

/// As far as the conditions of which the registry does not know.
async fn stopped(counter: &Counter, person: &Newcomer) -> (VisitId, Reply) {
    let at_personal = |step: &ClerkStep| matches!(step, ClerkStep::PersonalData { .. });
    let reply = person.reach(counter, at_personal).await;
    let visit = reply.views.clerk.visit;
    let reply = counter.ask(visit, person.personal()).await;
    let why = RegistrationRefusal::ConditionNotMet;
    assert_eq!(reply.refusal, Some(Refusal::Registration(why)));
    assert_eq!(acceptance(&reply), WANTED);
    (visit, reply)
}

async fn accepted(counter: &Counter, person: &Newcomer) -> (VisitId, Reply) {
    let (visit, _) = stopped(counter, person).await;
    let reply = counter.ask(visit, approval(FIRST, PASSWORD)).await;
    assert_eq!(
        (reply.refusal.clone(), acceptance(&reply)),
        (None, Some(Acceptance::Given))
    );
    (visit, reply)
}

fn standing(reply: &Reply, condition: Condition) -> Standing {
    let ClerkStep::Conditions { list, .. } = &reply.views.clerk.step else {
        panic!("{:?}", reply.views.clerk.step);
    };
    let found = list.iter().find(|judged| judged.condition == condition);
    found.unwrap().standing
}

#[tokio::test]
async fn a_supervisor_lifts_what_the_registry_does_not_know_and_the_ledger_says_which() {
    let counter = counter_knowing(&[]).await;
    let person = with_document(5);
    let (visit, reply) = stopped(&counter, &person).await;
    for condition in [Condition::NationalId, Condition::Mobile] {
        assert_eq!(standing(&reply, condition), Standing::Unknown);
        assert!(counter.facts().contains(&Fact::ConditionUnknown { condition }));
    }
    let reply = counter.ask(visit, approval(FIRST, PASSWORD)).await;
    for condition in [Condition::NationalId, Condition::Mobile] {
        assert_eq!(standing(&reply, condition), Standing::Accepted);
    }
    let done = person.until(&counter, &counter.desk, reply, |_| false).await;
    let outcome = Outcome::Registered;
    assert!(matches!(done.views.clerk.step, ClerkStep::Done { outcome: found, .. } if found == outcome));
    let account = counter.account(5);
    assert_eq!((account.mobile, account.name), (mobile(5), person.name.unwrap()));
    let entries = counter.entries();
    let approved: Vec<_> = entries
        .iter()
        .filter(|entry| matches!(entry.fact, Fact::RegistrationApproved { .. }))
        .collect();
    let [entry] = approved.as_slice() else {
        panic!("{approved:?}")
    };
    assert_eq!((entry.visit, entry.clerk), (Some(visit), Some(identity(CLERK))));
    let Fact::RegistrationApproved {
        conditions, reason, by, ..
    } = &entry.fact
    else {
        panic!()
    };
    assert_eq!(*conditions, [Condition::NationalId, Condition::Mobile]);
    assert_eq!((*reason, *by), (UnknownReason::ConfirmedElsewhere, identity(FIRST)));
    let vouched = Fact::StaffVouched {
        staff: identity(FIRST),
        right: Right::Approve,
    };
    assert!(counter.facts().contains(&vouched));
    let told = serde_json::to_string(&counter.facts()).unwrap();
    assert!(!told.contains(person.identity.digits()) && !told.contains(PASSWORD));
}

#[tokio::test]
async fn of_a_mobile_alone_only_that_is_lifted() {
    let counter = counter_knowing(&[5]).await;
    let mut person = newcomer(5);
    person.mobile = mobile(6);
    let (visit, reply) = stopped(&counter, &person).await;
    assert!(matches!(standing(&reply, Condition::NationalId), Standing::Met));
    let reply = counter.ask(visit, approval(FIRST, PASSWORD)).await;
    person.until(&counter, &counter.desk, reply, |_| false).await;
    assert_eq!(counter.account(5).mobile, mobile(6));
    let only_mobile = |fact: &Fact| matches!(fact, Fact::RegistrationApproved { conditions, .. } if *conditions == [Condition::Mobile]);
    assert!(counter.facts().iter().any(only_mobile));
}

#[tokio::test]
async fn what_the_registry_knows_no_more_is_approved_anew() {
    let counter = counter_knowing(&[5]).await;
    let mut person = with_document(5);
    person.mobile = mobile(6);
    let (visit, reply) = accepted(&counter, &person).await;
    let at_name = |step: &ClerkStep| matches!(step, ClerkStep::Registering(Stage::Username));
    person.until(&counter, &counter.desk, reply, at_name).await;
    counter.ask(visit, Request::Back).await;
    counter.registry.replace(Roll {
        complete: false,
        ..roll([])
    });
    // The mobile alone was accepted before, not who has it.
    let reply = counter.ask(visit, person.personal()).await;
    assert_eq!(acceptance(&reply), WANTED);
    assert_eq!(standing(&reply, Condition::NationalId), Standing::Unknown);
    let reply = counter.ask(visit, approval(ANOTHER, PASSWORD)).await;
    assert_eq!(acceptance(&reply), Some(Acceptance::Given));
    person.until(&counter, &counter.desk, reply, |_| false).await;
    assert_eq!(counter.account(5).mobile, mobile(6));
}

#[tokio::test]
async fn nobody_but_a_supervisor_who_is_another_person_approves() {
    let counter = counter_knowing(&[]).await;
    let person = with_document(5);
    let (visit, _) = stopped(&counter, &person).await;
    for (by, password, why) in [
        (FIRST, "Not-this-one-7", SignInRefusal::NotMatched),
        (CLERK, PASSWORD, SignInRefusal::SamePerson),
        (STAFF_CLERK, PASSWORD, SignInRefusal::NotPermitted(Right::Approve)),
    ] {
        let answer = counter.desk.request(visit, approval(by, password)).await;
        assert!(
            matches!(answer, Err(DeskError::NotVouched(found)) if found == why),
            "{by}: {answer:?}"
        );
    }
    let reply = counter.ask(visit, Request::Tick).await;
    assert_eq!(acceptance(&reply), WANTED, "nothing was lifted");
    counter.desk.next_visitor(visit).await.unwrap();

    // A supervisor who registers cannot approve that themselves.
    let own = with_document(FIRST);
    let (visit, _) = stopped(&counter, &own).await;
    let reply = counter.ask(visit, approval(FIRST, PASSWORD)).await;
    let obstacle = |why| Some(Refusal::Approval(ApprovalRefusal::Obstacle(why)));
    assert_eq!(reply.refusal, obstacle(Obstacle::OwnIdentity));
    assert_eq!(acceptance(&reply), WANTED);
    let reply = counter.ask(visit, approval(ANOTHER, PASSWORD)).await;
    assert_eq!(reply.refusal, None);
}

#[tokio::test]
async fn an_approval_is_of_its_visit_its_identity_and_its_mobile() {
    let counter = counter_knowing(&[]).await;
    let person = with_document(5);
    accepted(&counter, &person).await;
    // Another visit of the same person needs its own.
    let (visit, reply) = stopped(&counter, &person).await;
    let reply = person
        .until(&counter, &counter.desk, reply, |step| {
            !matches!(step, ClerkStep::Conditions { .. })
        })
        .await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::PersonalData { .. }));
    counter.ask(visit, person.personal()).await;
    let reply = counter.ask(visit, approval(FIRST, PASSWORD)).await;
    let at_name = |step: &ClerkStep| matches!(step, ClerkStep::Registering(Stage::Username));
    person.until(&counter, &counter.desk, reply, at_name).await;
    // Another mobile in the same visit too, and the first one again.
    for number in [6, 5] {
        counter.ask(visit, Request::Back).await;
        let at = counter.ask(visit, Request::Tick).await;
        if !matches!(at.views.clerk.step, ClerkStep::PersonalData { .. }) {
            counter.ask(visit, Request::ConditionsRead).await;
        }
        let mut other = person.clone();
        other.mobile = mobile(number);
        let reply = counter.ask(visit, other.personal()).await;
        assert_eq!(acceptance(&reply), WANTED, "{number}");
    }
}

#[tokio::test]
async fn the_registrys_no_stands_whatever_was_approved() {
    let counter = counter_knowing(&[]).await;
    let person = with_document(5);
    let (visit, reply) = accepted(&counter, &person).await;
    let at_name = |step: &ClerkStep| matches!(step, ClerkStep::Registering(Stage::Username));
    person.until(&counter, &counter.desk, reply, at_name).await;
    counter.ask(visit, Request::Back).await;
    counter.registry.replace(roll([6]));
    let reply = counter.ask(visit, person.personal()).await;
    assert!(matches!(standing(&reply, Condition::NationalId), Standing::NotMet(_)));
    assert_eq!(acceptance(&reply), Some(Acceptance::NotNeeded));
    let reply = counter.ask(visit, approval(FIRST, PASSWORD)).await;
    let nothing = Refusal::Approval(ApprovalRefusal::Obstacle(Obstacle::NothingUnknown));
    assert_eq!(reply.refusal, Some(nothing));
}

#[tokio::test]
async fn an_expired_document_stops_before_a_supervisor_is_called() {
    let counter = counter_knowing(&[]).await;
    let mut person = with_document(5);
    person.expiry = Some(IdDate::parse("1440-01-01 H").unwrap());
    let at_personal = |step: &ClerkStep| matches!(step, ClerkStep::PersonalData { .. });
    let reply = person.reach(&counter, at_personal).await;
    let reply = counter.ask(reply.views.clerk.visit, person.personal()).await;
    assert_eq!(acceptance(&reply), Some(Acceptance::NotNeeded));
}

#[tokio::test]
async fn after_a_restart_it_is_good_for_what_is_left_of_ten_minutes() {
    let mut counter = counter_knowing(&[]).await;
    let person = with_document(5);
    for (away, there) in [
        (9 * MINUTE, Some(Acceptance::Given)),
        (10 * MINUTE - SECOND, Some(Acceptance::Given)),
    ] {
        let (visit, _) = accepted(&counter, &person).await;
        counter.restart();
        counter.clock.pass(away);
        let [LeftOpen { view, .. }] = &counter.desk.left_open().await.unwrap()[..] else {
            panic!()
        };
        assert_eq!(view.visit, visit);
        let reply = counter.desk.resume(visit, SamePerson).await.unwrap();
        assert_eq!(acceptance(&reply), there, "{away:?}");
        counter.desk.next_visitor(visit).await.unwrap();
    }
    // Too old by the time that it is resumed. Somebody did something in between: else the visit itself were too old.
    let (visit, _) = accepted(&counter, &person).await;
    counter.clock.pass(9 * MINUTE);
    counter
        .ask(visit, Request::Language(istiada::domain::language::Language::ENGLISH))
        .await;
    counter.restart();
    counter.clock.pass(MINUTE);
    let reply = counter.desk.resume(visit, SamePerson).await.unwrap();
    assert_eq!(reply.refusal, Some(Refusal::Approval(ApprovalRefusal::Lapsed)));
    assert_eq!(acceptance(&reply), Some(Acceptance::Wanted { again: true }));
    // And it can be given anew.
    let reply = counter.ask(visit, approval(ANOTHER, PASSWORD)).await;
    assert_eq!(acceptance(&reply), Some(Acceptance::Given));
    let reply = person.until(&counter, &counter.desk, reply, at_review).await;
    counter.restart();
    let again = counter.desk.resume(visit, SamePerson).await.unwrap();
    assert!(at_review(&again.views.clerk.step), "{:?}", reply.views.clerk.step);
    person.until(&counter, &counter.desk, again, |_| false).await;
    assert_eq!(counter.account(5).identity, person.identity);
}

#[tokio::test]
async fn a_review_that_waited_too_long_asks_the_supervisor_once_more_by_itself() {
    let counter = counter_knowing(&[]).await;
    let person = with_document(5);
    let (visit, reply) = accepted(&counter, &person).await;
    let at_codes = |step: &ClerkStep| matches!(step, ClerkStep::Registering(Stage::Codes { .. }));
    counter.clock.pass(5 * MINUTE);
    let reply = person.until(&counter, &counter.desk, reply, at_codes).await;
    counter.clock.pass(3 * MINUTE);
    let reply = person.until(&counter, &counter.desk, reply, at_review).await;
    assert!(at_review(&reply.views.clerk.step));
    counter.clock.pass(2 * MINUTE);
    let reply = counter.ask(visit, Request::Tick).await;
    assert_eq!(acceptance(&reply), Some(Acceptance::Wanted { again: true }));
    assert_eq!(
        standing(&reply, Condition::Email),
        Standing::Met,
        "nothing else is open"
    );
    let reply = counter.ask(visit, approval(FIRST, PASSWORD)).await;
    assert_eq!(acceptance(&reply), Some(Acceptance::Given));
    let done = person.until(&counter, &counter.desk, reply, |_| false).await;
    assert!(
        matches!(done.views.clerk.step, ClerkStep::Done { .. }),
        "{:?}",
        done.views.clerk.step
    );
}
