//! The registry of training: everybody with an account is in it, and there is somebody without one for each thing that a
//! registration can meet, as `docs/registry.md` tells trainers.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use istiada::adapter::memory::MemoryRegistry;
use istiada::command::people::{self, Case, Newcomer};
use istiada::domain::applicant::{ApplicantKind, IdDate, IdentityNumber, Mobile, Today};
use istiada::domain::conditions::{Condition, Evidence, Expiry, Reason, Source, Standing, judge, obstacle};
use istiada::domain::registry::RegistryAnswer;
use istiada::domain::store_kind::StoreKind;
use istiada::domain::time::Timestamp;
use istiada::port::Registry;

/// 2026-11-22, noon in Riyadh.
const NOON: Timestamp = Timestamp::from_millis(1_795_294_800_000 + 12 * 3_600_000);

fn registry() -> MemoryRegistry {
    MemoryRegistry::of(people::roll(), StoreKind::Training.practice().unwrap())
}

async fn evidence(registry: &MemoryRegistry, number: IdentityNumber, mobile: Mobile) -> Evidence {
    Evidence {
        person: Some(registry.person(number).await),
        mobile: Some(registry.mobile(mobile, number).await),
        ..Evidence::of(number.kind())
    }
}

fn expired(text: &str) -> Standing {
    let date = IdDate::parse(text).unwrap();
    Standing::NotMet(Reason::Expired(Expiry {
        date,
        source: Source::Registry,
    }))
}

#[tokio::test]
async fn everybody_with_an_account_is_known_with_their_mobile() {
    let registry = registry();
    let today = Today::at(NOON);
    for draft in people::drafts() {
        let evidence = evidence(&registry, draft.identity, draft.mobile).await;
        let person = evidence.person.as_ref().unwrap().known().unwrap();
        assert_eq!((person.name.as_ref(), person.expiry), (Some(&draft.name), draft.expiry));
        let judged = judge(&evidence, &today);
        let is_past = draft.expiry.unwrap().is_past(&today);
        assert_eq!(obstacle(&judged).is_some(), is_past, "{judged:?}");
    }
}

#[tokio::test]
async fn each_case_meets_what_it_is_there_to_show() {
    use Condition::{Mobile as OfMobile, NationalId, Stay};
    let registry = registry();
    for (case, kind, stopped) in [
        (Case::Citizen, ApplicantKind::Citizen, None),
        (Case::Resident, ApplicantKind::Resident, None),
        (Case::Visitor, ApplicantKind::Visitor, None),
        (Case::NoDate, ApplicantKind::Citizen, None),
        (
            Case::ExpiredId,
            ApplicantKind::Citizen,
            Some((NationalId, expired("1447-03-10 H"))),
        ),
        (
            Case::ExpiredIqama,
            ApplicantKind::Resident,
            Some((Stay, expired("2025-09-02"))),
        ),
        (
            Case::ExpiredStay,
            ApplicantKind::Visitor,
            Some((Stay, expired("2025-09-02"))),
        ),
        (
            Case::NotInForce,
            ApplicantKind::Citizen,
            Some((NationalId, Standing::NotMet(Reason::NotInForce))),
        ),
        (
            Case::SuspendedMobile,
            ApplicantKind::Citizen,
            Some((OfMobile, Standing::NotMet(Reason::MobileSuspended))),
        ),
        (
            Case::SomebodyElses,
            ApplicantKind::Citizen,
            Some((OfMobile, Standing::NotMet(Reason::SomebodyElses))),
        ),
        (
            Case::OtherOperator,
            ApplicantKind::Resident,
            Some((OfMobile, Standing::NotMet(Reason::OperatorNotApproved))),
        ),
        (
            Case::UnknownMobile,
            ApplicantKind::Citizen,
            Some((OfMobile, Standing::Unknown)),
        ),
        (
            Case::Unknown,
            ApplicantKind::Citizen,
            Some((NationalId, Standing::Unknown)),
        ),
    ] {
        let person = people::newcomer(case).unwrap();
        let number = IdentityNumber::parse(&person.identity).unwrap();
        assert_eq!(number.kind(), kind, "{case:?}");
        let evidence = evidence(&registry, number, Mobile::parse(&person.mobile).unwrap()).await;
        let judged = judge(&evidence, &Today::at(NOON));
        let found = obstacle(&judged).map(|one| (one.condition, one.standing));
        assert_eq!(found, stopped, "{case:?}");
        if let Some(known) = evidence.person.as_ref().unwrap().known() {
            let has_all = known.name.is_some() && known.expiry.is_some();
            assert_eq!(has_all, case != Case::NoDate, "{case:?}");
        }
    }
}

#[test]
fn newcomers_have_no_account_and_are_nobody_else() {
    let drafts = people::drafts();
    let mut taken: HashSet<String> = drafts.iter().map(|draft| draft.identity.digits().to_owned()).collect();
    let mobiles: HashSet<Mobile> = drafts.iter().map(|draft| draft.mobile).collect();
    taken.extend([people::CLERK.to_owned(), people::NOBODY.to_owned()]);
    for person in people::newcomers().take(500) {
        assert!(!mobiles.contains(&Mobile::parse(&person.mobile).unwrap()));
        assert!(taken.insert(person.identity), "one number twice");
    }
    let crowd = people::crowd(300);
    assert_eq!(crowd.people.len(), people::roll().people.len() + 300);
}

#[tokio::test]
async fn nobody_else_is_known() {
    let registry = registry();
    for number in [people::CLERK, people::NOBODY] {
        let number = IdentityNumber::parse(number).unwrap();
        assert_eq!(registry.person(number).await, RegistryAnswer::Unknown);
    }
}

#[test]
fn the_manual_names_them_as_they_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/registry.md");
    let manual = fs::read_to_string(path).unwrap();
    let told = |(case, person): (Case, Newcomer)| (case, format!("| {} | {} |", person.identity, person.mobile));
    let cases = Case::ALL.into_iter().zip(people::newcomers()).map(told);
    let missing: Vec<_> = cases.filter(|(_, told)| !manual.contains(told)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[tokio::test]
async fn a_registry_that_is_made_when_it_is_asked_holds_the_same() {
    let practice = StoreKind::Training.practice().unwrap();
    let lazy = MemoryRegistry::when_asked(people::roll, practice);
    let one = people::newcomer(Case::Citizen).unwrap();
    let (number, mobile) = (
        IdentityNumber::parse(&one.identity).unwrap(),
        Mobile::parse(&one.mobile).unwrap(),
    );
    assert_eq!(
        lazy.mobile(mobile, number).await,
        registry().mobile(mobile, number).await
    );
    assert!(lazy.person(number).await.known().is_some());
}
