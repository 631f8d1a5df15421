//! Who may sit at the desk: the first start, signing in, locking, the list of staff, and a second person's word.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

use std::time::Duration;

use counter::{Counter, identity};
use istiada::desk::staff::{Founding, FoundingRefusal, PasswordRefusal, RosterRefusal, Seat, SignInRefusal};
use istiada::desk::{DeskError, Request};
use istiada::domain::applicant::PersonName;
use istiada::domain::fact::{Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::language::Language;
use istiada::domain::presence::AttestationReason;
use istiada::domain::secret::Secret;
use istiada::domain::staff::phrase::Phrase;
use istiada::domain::staff::{Right, Role, Staff, Workplace};
use istiada::port::Store;

const FIRST: &str = "Nakhla-tawila-7";
const SECOND: &str = "Bahr-azraq-2026";
const THIRD: &str = "Ghayma-bayda-31";
const MINUTE: Duration = Duration::from_secs(60);

fn secret(text: &str) -> Secret {
    Secret::from(text)
}

fn staff(number: u32, role: Role) -> Staff {
    Staff {
        identity: identity(number),
        name: PersonName::parse("سلمان الحارث").unwrap(),
        role,
    }
}

fn phrase() -> Phrase {
    Phrase::make([3; 12])
}

fn founding() -> Founding {
    Founding {
        workplace: Workplace {
            centre: "Olaya".to_owned(),
            desk: "3".to_owned(),
        },
        supervisor: staff(50, Role::Supervisor),
        password: secret(FIRST),
        repeat: secret(FIRST),
        phrase: phrase(),
        applicant_window: None,
        language: istiada::domain::language::Language::ARABIC,
    }
}

/// A desk that was founded, with nobody at it.
async fn founded(people: &[u32]) -> Counter {
    let mut counter = Counter::with(people);
    counter.restart_unattended();
    counter.desk.found(founding()).await.unwrap().unwrap();
    counter
}

async fn sign_in(counter: &Counter, number: u32, password: &str) -> Result<Seat, SignInRefusal> {
    counter.desk.sign_in(identity(number), secret(password)).await.unwrap()
}

/// Adds somebody and lets them choose a password of their own.
async fn add(counter: &Counter, number: u32, role: Role, password: &str) {
    sign_in(counter, 50, FIRST).await.unwrap();
    let desk = &counter.desk;
    desk.add_staff(staff(number, role), secret(SECOND), secret(SECOND))
        .await
        .unwrap()
        .unwrap();
    sign_in(counter, number, SECOND).await.unwrap();
    let changed = desk
        .change_own_password(secret(SECOND), secret(password), secret(password))
        .await;
    changed.unwrap().unwrap();
}

fn taken(number: u32, role: Role) -> Seat {
    Seat::Taken {
        staff: staff(number, role),
        must_change: false,
    }
}

#[tokio::test]
async fn nothing_is_done_before_the_first_start_and_it_comes_once() {
    let mut counter = Counter::with(&[]);
    counter.restart_unattended();
    assert_eq!(counter.desk.seat().await.unwrap(), Seat::Empty);
    assert!(counter.desk.set_up().await.unwrap().is_none());
    let opened = counter.desk.open_visit(Flow::ForgottenPassword, Language::ARABIC).await;
    assert!(matches!(opened, Err(DeskError::NotSignedIn)));
    assert_eq!(sign_in(&counter, 50, FIRST).await, Err(SignInRefusal::NotMatched));
    let clerk = Founding {
        supervisor: staff(50, Role::Clerk),
        ..founding()
    };
    assert_eq!(
        counter.desk.found(clerk).await.unwrap(),
        Err(FoundingRefusal::NoSupervisor)
    );
    let differs = Founding {
        repeat: secret(SECOND),
        ..founding()
    };
    assert!(matches!(
        counter.desk.found(differs).await.unwrap(),
        Err(FoundingRefusal::Password(_))
    ));
    counter.desk.found(founding()).await.unwrap().unwrap();
    assert_eq!(
        counter.desk.found(founding()).await.unwrap(),
        Err(FoundingRefusal::Founded)
    );
    assert_eq!(counter.desk.workplace().centre, "Olaya");
    counter.restart_unattended();
    assert_eq!(counter.desk.workplace().desk, "3", "it is remembered");
    assert_eq!(sign_in(&counter, 50, FIRST).await, Ok(taken(50, Role::Supervisor)));
}

#[tokio::test]
async fn five_wrong_passwords_pause_for_five_minutes_whoever_it_is_and_restarts_change_nothing() {
    // A supervisor, and a number that is nobody's.
    for number in [50, 77] {
        let mut counter = founded(&[]).await;
        for _ in 0..2 {
            assert_eq!(sign_in(&counter, number, SECOND).await, Err(SignInRefusal::NotMatched));
            counter.restart_unattended();
        }
        for _ in 0..2 {
            assert_eq!(sign_in(&counter, number, SECOND).await, Err(SignInRefusal::NotMatched));
        }
        let until = counter.desk.now().after(5 * MINUTE);
        assert_eq!(
            sign_in(&counter, number, SECOND).await,
            Err(SignInRefusal::Paused { until })
        );
        counter.restart_unattended();
        assert_eq!(
            sign_in(&counter, number, FIRST).await,
            Err(SignInRefusal::Paused { until })
        );
        counter.clock.set_wall(counter.desk.wall().after(60 * MINUTE));
        assert_eq!(
            sign_in(&counter, number, FIRST).await,
            Err(SignInRefusal::Paused { until }),
            "a clock that was set"
        );
        counter.clock.pass(5 * MINUTE);
        let after = sign_in(&counter, number, FIRST).await;
        assert_eq!(after.is_ok(), number == 50);
        let missed = counter
            .facts()
            .into_iter()
            .filter(|fact| matches!(fact, Fact::StaffSignInMissed { .. }));
        assert_eq!(missed.count(), if number == 50 { 5 } else { 6 });
    }
}

#[tokio::test]
async fn a_right_password_clears_the_count() {
    let counter = founded(&[]).await;
    for _ in 0..3 {
        for _ in 0..4 {
            assert_eq!(sign_in(&counter, 50, SECOND).await, Err(SignInRefusal::NotMatched));
        }
        assert!(sign_in(&counter, 50, FIRST).await.is_ok());
    }
}

#[tokio::test]
async fn an_idle_desk_locks_and_a_session_ends() {
    let counter = founded(&[]).await;
    sign_in(&counter, 50, FIRST).await.unwrap();
    counter.clock.pass(5 * MINUTE - Duration::from_millis(1));
    counter.desk.touch();
    counter.clock.pass(5 * MINUTE - Duration::from_millis(1));
    assert_eq!(
        counter.desk.seat().await.unwrap(),
        taken(50, Role::Supervisor),
        "it was touched"
    );
    counter.clock.pass(Duration::from_millis(1));
    let opened = counter.desk.open_visit(Flow::ForgottenPassword, Language::ARABIC).await;
    assert!(
        matches!(opened, Err(DeskError::Locked)),
        "before anybody looks at the seat"
    );
    counter.desk.touch();
    let locked = Seat::Locked {
        staff: staff(50, Role::Supervisor),
    };
    assert_eq!(counter.desk.seat().await.unwrap(), locked, "touching opens no lock");
    assert_eq!(sign_in(&counter, 50, SECOND).await, Err(SignInRefusal::NotMatched));
    assert_eq!(counter.desk.seat().await.unwrap(), locked);
    assert_eq!(sign_in(&counter, 50, FIRST).await, Ok(taken(50, Role::Supervisor)));
    for _ in 0..200 {
        counter.clock.pass(3 * MINUTE);
        counter.desk.touch();
    }
    assert_eq!(counter.desk.seat().await.unwrap(), Seat::Empty, "ten hours are over");
    assert!(matches!(
        counter.desk.open_visit(Flow::ForgottenPassword, Language::ARABIC).await,
        Err(DeskError::NotSignedIn)
    ));
    let facts = counter.facts();
    let count = |fact: &Fact| facts.iter().filter(|one| *one == fact).count();
    assert_eq!(count(&Fact::StaffLocked), 1);
    assert_eq!(count(&Fact::StaffUnlocked), 1);
    assert_eq!(count(&Fact::StaffSignedOut), 1);
}

#[tokio::test]
async fn another_person_takes_the_place_and_the_visit_of_the_first_ends() {
    let counter = founded(&[1]).await;
    add(&counter, 60, Role::Clerk, THIRD).await;
    let visit = counter.open().await.unwrap();
    counter.desk.lock().await.unwrap();
    let refused = counter.desk.request(visit, Request::Back).await;
    assert!(matches!(refused, Err(DeskError::Locked)));
    assert!(
        counter.desk.request(visit, Request::Tick).await.is_ok(),
        "time passes behind a lock too"
    );
    assert_eq!(sign_in(&counter, 60, THIRD).await, Ok(taken(60, Role::Clerk)));
    assert!(
        counter.desk.request(visit, Request::Tick).await.is_ok(),
        "the same person goes on"
    );
    counter.desk.lock().await.unwrap();
    assert!(sign_in(&counter, 50, FIRST).await.is_ok());
    let gone = counter.desk.request(visit, Request::Tick).await;
    assert!(matches!(gone, Err(DeskError::NoVisit)));
    assert_eq!(counter.memory.visits().unwrap().len(), 0);
}

#[tokio::test]
async fn whoever_did_not_choose_their_password_chooses_one_first() {
    let counter = founded(&[]).await;
    sign_in(&counter, 50, FIRST).await.unwrap();
    let added = counter
        .desk
        .add_staff(staff(60, Role::Clerk), secret(SECOND), secret(SECOND))
        .await;
    added.unwrap().unwrap();
    let seat = sign_in(&counter, 60, SECOND).await.unwrap();
    assert!(matches!(seat, Seat::Taken { must_change: true, .. }));
    let opened = counter.desk.open_visit(Flow::ForgottenPassword, Language::ARABIC).await;
    assert!(matches!(opened, Err(DeskError::PasswordToChange)));
    let change = async |old: &str, new: &str, repeat: &str| {
        counter
            .desk
            .change_own_password(secret(old), secret(new), secret(repeat))
            .await
            .unwrap()
    };
    assert_eq!(change(SECOND, SECOND, SECOND).await, Err(PasswordRefusal::UsedBefore));
    assert_eq!(
        change(THIRD, THIRD, THIRD).await,
        Err(PasswordRefusal::Old(SignInRefusal::NotMatched))
    );
    assert!(matches!(
        change(SECOND, "short", "short").await,
        Err(PasswordRefusal::Faults(_))
    ));
    assert!(matches!(
        change(SECOND, THIRD, FIRST).await,
        Err(PasswordRefusal::Faults(_))
    ));
    assert_eq!(change(SECOND, THIRD, THIRD).await, Ok(()));
    assert!(
        counter
            .desk
            .open_visit(Flow::ForgottenPassword, Language::ARABIC)
            .await
            .is_ok()
    );
    assert_eq!(
        change(THIRD, SECOND, SECOND).await,
        Err(PasswordRefusal::UsedBefore),
        "the last five are remembered"
    );
}

#[tokio::test]
async fn every_right_is_checked_at_the_desk() {
    for role in Role::ALL {
        let counter = founded(&[1]).await;
        add(&counter, 60, role, THIRD).await;
        let desk = &counter.desk;
        let permitted = |right: Right, result: Result<(), DeskError>| {
            let refused = matches!(result, Err(DeskError::NotPermitted(what)) if what == right);
            assert_eq!(refused, !role.may(right), "{role:?} {right:?}");
        };
        let opened = desk.open_visit(Flow::ForgottenPassword, Language::ARABIC).await;
        permitted(Right::Serve, opened.map(|_| ()));
        let word = Request::Attested(AttestationReason::CannotSee);
        let attested = desk.request(VisitId::from_bytes([9; 16]), word).await;
        permitted(Right::Attest, attested.map(|_| ()));
        permitted(Right::ReadLedger, desk.read_ledger(1..5).await.map(|_| ()));
        permitted(Right::ReadLedger, desk.known(identity(1)).await.map(|_| ()));
        permitted(Right::ReadLedger, desk.members().await.map(|_| ()));
        let added = desk
            .add_staff(staff(61, Role::Clerk), secret(FIRST), secret(FIRST))
            .await;
        permitted(Right::ManageStaff, added.map(|_| ()));
        permitted(Right::ManageStaff, desk.disable_staff(identity(61)).await.map(|_| ()));
        let reset = desk.reset_staff(identity(61), secret(SECOND), secret(SECOND)).await;
        permitted(Right::ManageStaff, reset.map(|_| ()));
    }
}

#[tokio::test]
async fn a_second_person_is_another_person_with_that_right() {
    let counter = founded(&[]).await;
    add(&counter, 60, Role::Supervisor, THIRD).await;
    let vouch = async |number: u32, password: &str, right| {
        counter
            .desk
            .vouch(identity(number), secret(password), right)
            .await
            .unwrap()
    };
    assert_eq!(
        vouch(60, THIRD, Right::Approve).await,
        Err(SignInRefusal::SamePerson),
        "nobody approves their own visit"
    );
    assert_eq!(vouch(50, SECOND, Right::Approve).await, Err(SignInRefusal::NotMatched));
    assert_eq!(vouch(50, FIRST, Right::Approve).await, Ok(staff(50, Role::Supervisor)));
    assert_eq!(
        counter.desk.staff(),
        Some(staff(60, Role::Supervisor)),
        "the first one stays signed in"
    );
    add(&counter, 70, Role::Clerk, "Qamar-munir-12").await;
    sign_in(&counter, 50, FIRST).await.unwrap();
    let refused = vouch(70, "Qamar-munir-12", Right::Approve).await;
    assert_eq!(refused, Err(SignInRefusal::NotPermitted(Right::Approve)));
    counter.desk.sign_out().await.unwrap();
    let alone = counter.desk.vouch(identity(50), secret(FIRST), Right::Approve).await;
    assert!(
        matches!(alone, Err(DeskError::NotSignedIn)),
        "there is nobody to stand beside"
    );
}

#[tokio::test]
async fn the_last_supervisor_stays_and_who_is_disabled_does_not_come_in() {
    let counter = founded(&[]).await;
    add(&counter, 60, Role::Supervisor, THIRD).await;
    let desk = &counter.desk;
    assert_eq!(
        desk.disable_staff(identity(99)).await.unwrap(),
        Err(RosterRefusal::NotThere)
    );
    let again = desk
        .add_staff(staff(50, Role::Clerk), secret(FIRST), secret(FIRST))
        .await
        .unwrap();
    assert_eq!(again, Err(RosterRefusal::There));
    assert_eq!(desk.disable_staff(identity(50)).await.unwrap(), Ok(()));
    assert_eq!(
        desk.disable_staff(identity(60)).await.unwrap(),
        Err(RosterRefusal::LastSupervisor)
    );
    assert_eq!(sign_in(&counter, 50, FIRST).await, Err(SignInRefusal::NotMatched));
    let reset = desk
        .reset_staff(identity(50), secret(SECOND), secret(SECOND))
        .await
        .unwrap();
    assert_eq!(reset, Ok(()));
    assert!(matches!(
        sign_in(&counter, 50, SECOND).await,
        Ok(Seat::Taken { must_change: true, .. })
    ));
}

#[tokio::test]
async fn the_phrase_brings_a_supervisor_back_and_nobody_else() {
    let counter = founded(&[]).await;
    add(&counter, 60, Role::Clerk, THIRD).await;
    counter.desk.sign_out().await.unwrap();
    let reset = async |phrase: Phrase, number: u32| {
        let desk = &counter.desk;
        desk.reset_with_phrase(phrase, identity(number), secret(SECOND), secret(SECOND))
            .await
            .unwrap()
    };
    assert_eq!(reset(phrase(), 60).await, Err(FoundingRefusal::Phrase), "a clerk");
    assert_eq!(reset(phrase(), 77).await, Err(FoundingRefusal::Phrase), "nobody");
    assert_eq!(
        reset(Phrase::make([4; 12]), 50).await,
        Err(FoundingRefusal::Phrase),
        "another phrase"
    );
    assert_eq!(reset(phrase(), 50).await, Ok(()));
    assert_eq!(sign_in(&counter, 50, SECOND).await, Ok(taken(50, Role::Supervisor)));
    for _ in 0..2 {
        assert_eq!(reset(Phrase::make([4; 12]), 50).await, Err(FoundingRefusal::Phrase));
    }
    assert!(
        matches!(reset(phrase(), 50).await, Err(FoundingRefusal::Paused { .. })),
        "five were wrong"
    );
}

#[tokio::test]
async fn staff_do_not_serve_themselves_in_either_role() {
    for (role, password) in [(Role::Clerk, THIRD), (Role::Supervisor, THIRD)] {
        let counter = founded(&[60]).await;
        add(&counter, 60, role, password).await;
        let visit = counter.open().await.unwrap();
        counter.document(visit, 60).await;
        counter.captcha(visit).await;
        let claim = Request::Identity(counter::claim(60, 60));
        let refused = counter.desk.request(visit, claim).await;
        assert!(matches!(refused, Err(DeskError::OwnIdentity)), "{role:?}");
    }
}

#[tokio::test]
async fn every_fact_names_who_acted() {
    let counter = founded(&[]).await;
    add(&counter, 60, Role::Clerk, THIRD).await;
    counter.open().await.unwrap();
    for entry in counter.entries() {
        let named = entry.clerk.is_some();
        let alone = matches!(entry.fact, Fact::DeskOpened { .. } | Fact::StaffSignInMissed { .. });
        assert!(named || alone, "{:?}", entry.fact);
        let text = format!("{:?}", entry.fact);
        assert!(!text.contains(FIRST) && !text.contains(THIRD));
    }
}

#[tokio::test]
async fn each_command_asks_its_right_and_is_a_fact_with_its_file() {
    let counter = founded(&[]).await;
    let desk = &counter.desk;
    let run = |right| desk.run_command(right, "some command", Some("ab".repeat(32)));
    assert!(matches!(run(Right::ImportAccounts).await, Err(DeskError::NotSignedIn)));
    assert!(matches!(
        desk.accounts(Right::FindAccounts),
        Err(DeskError::NotSignedIn)
    ));
    for (number, role) in [(50, Role::Supervisor), (60, Role::Clerk), (61, Role::Auditor)] {
        if role != Role::Supervisor {
            add(&counter, number, role, THIRD).await;
        }
        let password = if role == Role::Supervisor { FIRST } else { THIRD };
        sign_in(&counter, number, password).await.unwrap();
        for right in Right::ALL {
            let before = counter.frames().len();
            let ran = run(right).await;
            let refused = matches!(&ran, Err(DeskError::NotPermitted(found)) if *found == right);
            assert_eq!(
                (ran.is_ok(), refused),
                (role.may(right), !role.may(right)),
                "{role:?} {right:?}"
            );
            assert_eq!(counter.frames().len() - before, usize::from(role.may(right)));
            assert_eq!(desk.accounts(right).is_ok(), role.may(right), "{role:?} {right:?}");
        }
        let imported = desk.record_registry_import(3, "cd".repeat(32)).await;
        assert_eq!(imported.is_ok(), role.may(Right::ImportRegistry));
        let ran = Fact::CommandRan {
            command: "some command".to_owned(),
            file_hash: Some("ab".repeat(32)),
        };
        let by = counter
            .entries()
            .into_iter()
            .rfind(|entry| entry.fact == ran)
            .unwrap()
            .clerk;
        assert_eq!(by, Some(identity(number)));
    }
    desk.lock().await.unwrap();
    assert!(matches!(run(Right::FindAccounts).await, Err(DeskError::Locked)));
}
