//! Look-ups in the registry are counted, and each is a fact.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

use counter::{Counter, MINUTE, SECOND, identity, mobile};
use istiada::desk::DeskError;
use istiada::desk::registry::LookedUp;
use istiada::domain::applicant::{ApplicantKind, IdentityNumber};
use istiada::domain::fact::Fact;
use istiada::domain::id::VisitId;
use istiada::domain::registry::{MobileStanding, Person, Registered, RegisteredMobile, RegistryAnswer, Roll};

fn registered(number: u32) -> Registered {
    Registered {
        number: identity(number),
        person: Person {
            name: None,
            kind: ApplicantKind::Citizen,
            expiry: None,
            active: true,
        },
        mobiles: vec![RegisteredMobile {
            mobile: mobile(number),
            active: true,
            operator_approved: true,
        }],
    }
}

fn roll(people: &[u32]) -> Roll {
    Roll {
        complete: false,
        people: people.iter().copied().map(registered).collect(),
    }
}

async fn look_up(counter: &Counter, visit: VisitId, number: u32) -> Result<LookedUp, DeskError> {
    counter.desk.look_up(visit, identity(number), mobile(number)).await
}

fn asked(counter: &Counter) -> usize {
    let facts = counter.facts();
    facts
        .iter()
        .filter(|fact| matches!(fact, Fact::RegistryAsked { .. }))
        .count()
}

#[tokio::test]
async fn the_registry_answers_about_both() {
    let counter = Counter::with(&[]);
    let visit = counter.open().await.unwrap();
    let nothing = look_up(&counter, visit, 1).await.unwrap();
    assert_eq!(
        (nothing.person, nothing.mobile),
        (RegistryAnswer::Unknown, RegistryAnswer::Unknown)
    );
    counter.registry.replace(roll(&[1, 2]));
    let found = look_up(&counter, visit, 1).await.unwrap();
    assert_eq!(found.person, RegistryAnswer::Known(registered(1).person));
    let standing = |theirs| {
        RegistryAnswer::Known(MobileStanding {
            theirs,
            active: true,
            operator_approved: true,
        })
    };
    assert_eq!(found.mobile, standing(true));
    let others = counter.desk.look_up(visit, identity(1), mobile(2)).await.unwrap();
    assert_eq!(others.mobile, standing(false));
    assert_eq!(asked(&counter), 3);
}

#[tokio::test]
async fn a_desk_looks_up_thirty_times_in_ten_minutes() {
    let mut counter = Counter::with(&[]);
    counter.registry.replace(roll(&[1]));
    let visit = counter.open().await.unwrap();
    let first = counter.desk.now();
    for number in 0..30 {
        assert!(look_up(&counter, visit, number).await.is_ok(), "{number}");
        counter.clock.pass(SECOND);
    }
    let until = first.after(10 * MINUTE);
    let refused = look_up(&counter, visit, 1).await;
    assert!(matches!(refused, Err(DeskError::LookUpsSpent { until: told }) if told == until));
    counter.restart();
    let refused = look_up(&counter, visit, 1).await;
    assert!(
        matches!(refused, Err(DeskError::LookUpsSpent { .. })),
        "a restart resets nothing"
    );
    assert_eq!(asked(&counter), 30, "what was refused was not asked");
    counter.clock.pass(10 * MINUTE - 31 * SECOND);
    assert!(look_up(&counter, visit, 1).await.is_err());
    counter.clock.pass(SECOND);
    assert!(look_up(&counter, visit, 1).await.is_ok());
    assert!(
        look_up(&counter, visit, 1).await.is_err(),
        "one left the window, one came in"
    );
}

#[tokio::test]
async fn staff_do_not_look_themselves_up_and_a_failed_count_asks_nothing() {
    let counter = Counter::with(&[]);
    let visit = counter.open().await.unwrap();
    let own: IdentityNumber = counter.desk.staff().unwrap().identity;
    let refused = counter.desk.look_up(visit, own, mobile(1)).await;
    assert!(matches!(refused, Err(DeskError::OwnIdentity)));
    counter.store.fails_after.store(0, std::sync::atomic::Ordering::Relaxed);
    assert!(matches!(look_up(&counter, visit, 1).await, Err(DeskError::Store(_))));
    assert_eq!(asked(&counter), 0);
    assert!(look_up(&counter, visit, 1).await.is_ok());
}

#[tokio::test]
async fn who_is_not_in_a_complete_registry_gets_a_no() {
    let counter = Counter::with(&[]);
    let visit = counter.open().await.unwrap();
    counter.registry.replace(Roll {
        complete: true,
        ..roll(&[1])
    });
    let found = look_up(&counter, visit, 2).await.unwrap();
    assert!(matches!(found.person, RegistryAnswer::No(_)) && matches!(found.mobile, RegistryAnswer::No(_)));
}
