//! After a stop of the program whoever served signs in again before their visit is there; nobody else gets it.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;
#[path = "support/walking.rs"]
mod walking;

use counter::{Counter, MINUTE, identity};
use istiada::desk::staff::Founding;
use istiada::desk::{DeskError, Request, SamePerson};
use istiada::domain::applicant::PersonName;
use istiada::domain::fact::{Ending, Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::secret::Secret;
use istiada::domain::staff::phrase::Phrase;
use istiada::domain::staff::{Role, Staff, Workplace};
use istiada::port::Store;
use walking::{OWNER, Walk, name};

const SUPERVISOR: u32 = 50;
const CLERK: u32 = 60;
const OTHER_CLERK: u32 = 61;
const AUDITOR: u32 = 62;

fn password(number: u32) -> Secret {
    Secret::from(format!("Nakhla-tawila-{number}"))
}

fn staff(number: u32, role: Role) -> Staff {
    Staff {
        identity: identity(number),
        name: PersonName::parse("سلمان الحارث").unwrap(),
        role,
    }
}

async fn sign_in(counter: &Counter, number: u32) {
    let seat = counter.desk.sign_in(identity(number), password(number)).await;
    seat.unwrap().unwrap();
}

/// A desk with its staff, and a visit of the clerk at the password; then the program stops, and nobody is signed in.
async fn stopped() -> (Counter, VisitId) {
    let mut counter = Counter::with(&[OWNER]);
    counter.restart_unattended();
    let founding = Founding {
        workplace: Workplace {
            centre: "Olaya".to_owned(),
            desk: "3".to_owned(),
        },
        supervisor: staff(SUPERVISOR, Role::Supervisor),
        password: password(SUPERVISOR),
        repeat: password(SUPERVISOR),
        phrase: Phrase::make([3; 12]),
        applicant_window: None,
        language: istiada::domain::language::Language::ARABIC,
    };
    let desk = counter.desk.clone();
    desk.found(founding).await.unwrap().unwrap();
    for (number, role) in [
        (OTHER_CLERK, Role::Clerk),
        (AUDITOR, Role::Auditor),
        (CLERK, Role::Clerk),
    ] {
        sign_in(&counter, SUPERVISOR).await;
        let first = || Secret::from(format!("Bahr-azraq-{number}"));
        let added = desk.add_staff(staff(number, role), first(), first()).await;
        added.unwrap().unwrap();
        desk.sign_in(identity(number), first()).await.unwrap().unwrap();
        let own = || password(number);
        desk.change_own_password(first(), own(), own()).await.unwrap().unwrap();
    }
    let walk = Walk {
        flow: Flow::ForgottenPassword,
        serial: 5,
    };
    let visit = walk.reach(&counter, 5).await.views.clerk.visit;
    counter.clock.pass(MINUTE);
    counter.restart_unattended();
    (counter, visit)
}

fn is_interrupted(counter: &Counter) -> bool {
    let ending = Ending::Interrupted;
    counter.facts().contains(&Fact::VisitEnded { ending }) && counter.memory.visits().unwrap().is_empty()
}

#[tokio::test]
async fn the_clerk_signs_in_again_and_goes_on() {
    let (counter, visit) = stopped().await;
    let desk = &counter.desk;
    assert!(desk.left_open().await.unwrap().is_empty(), "nobody is signed in");
    assert!(matches!(
        desk.resume(visit, SamePerson).await,
        Err(DeskError::NotSignedIn)
    ));
    let wrong = desk.sign_in(identity(CLERK), password(OTHER_CLERK)).await.unwrap();
    assert!(wrong.is_err());
    desk.status().await.unwrap();
    assert!(desk.resume(visit, SamePerson).await.is_err() && !is_interrupted(&counter));

    sign_in(&counter, CLERK).await;
    desk.lock().await.unwrap();
    assert!(desk.left_open().await.unwrap().is_empty(), "nor behind the lock");
    assert!(matches!(desk.resume(visit, SamePerson).await, Err(DeskError::Locked)));
    sign_in(&counter, CLERK).await;
    assert!(
        desk.request(visit, Request::Tick).await.is_err(),
        "it waits for the clerk's word"
    );
    assert_eq!(desk.left_open().await.unwrap().len(), 1);
    let reply = desk.resume(visit, SamePerson).await.unwrap();
    assert_eq!(name(&reply.views.clerk.step), "Password");
    let entries = counter.entries();
    let resumed = entries.iter().find(|entry| entry.fact == Fact::VisitResumed).unwrap();
    assert_eq!((resumed.clerk, resumed.visit), (Some(identity(CLERK)), Some(visit)));
}

#[tokio::test]
async fn whoever_else_signs_in_ends_it() {
    for other in [OTHER_CLERK, AUDITOR, SUPERVISOR] {
        let (counter, visit) = stopped().await;
        sign_in(&counter, other).await;
        assert!(counter.desk.resume(visit, SamePerson).await.is_err(), "{other}");
        assert!(counter.desk.left_open().await.unwrap().is_empty());
        counter.desk.status().await.unwrap();
        assert!(is_interrupted(&counter), "{other}");
        sign_in(&counter, CLERK).await;
        assert!(counter.desk.left_open().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn it_ends_in_time_with_nobody_there() {
    let (counter, visit) = stopped().await;
    counter.clock.pass(9 * MINUTE);
    counter.desk.status().await.unwrap();
    assert!(is_interrupted(&counter));
    sign_in(&counter, CLERK).await;
    assert!(counter.desk.resume(visit, SamePerson).await.is_err());
}
