#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::domain::applicant::Calendar;
use crate::domain::registry::RegistryNo;
use crate::domain::time::Timestamp;

use ApplicantKind::{Citizen, Resident, Visitor};
use Condition as C;
use Standing::{Later, Met, NotApplicable, NotMet, Unknown};

const KINDS: [ApplicantKind; 3] = [Citizen, Resident, Visitor];
/// Noon in Riyadh of 1448-06-12, 2026-11-22.
const NOON: Timestamp = Timestamp::from_millis(1_795_294_800_000 + 12 * 3_600_000);

fn today() -> Today {
    let today = Today::at(NOON);
    assert_eq!(today.in_calendar(Calendar::Hijri), date("1448-06-12 H"));
    assert_eq!(today.in_calendar(Calendar::Gregorian), date("2026-11-22"));
    today
}

fn date(text: &str) -> IdDate {
    IdDate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn person(kind: ApplicantKind, expiry: Option<&str>) -> Person {
    Person {
        name: None,
        kind,
        expiry: expiry.map(date),
        active: true,
    }
}

const GOOD: MobileStanding = MobileStanding {
    theirs: true,
    active: true,
    operator_approved: true,
};

/// Somebody of a kind whom nothing stops.
fn registered(kind: ApplicantKind) -> Evidence {
    Evidence {
        person: Some(RegistryAnswer::Known(person(kind, Some("1450-01-01 H")))),
        mobile: Some(RegistryAnswer::Known(GOOD)),
        mobile_at_hand: true,
        email_works: true,
        terms_read: true,
        ..Evidence::of(kind)
    }
}

fn standing(evidence: &Evidence, condition: Condition) -> Standing {
    let judged = judge(evidence, &today());
    assert_eq!(
        judged.iter().map(|one| one.condition).collect::<Vec<_>>(),
        Condition::ALL
    );
    judged
        .into_iter()
        .find(|one| one.condition == condition)
        .unwrap()
        .standing
}

const fn identity_of(kind: ApplicantKind) -> Condition {
    match kind {
        Citizen => C::NationalId,
        Resident | Visitor => C::Stay,
    }
}

fn of_identity(evidence: &Evidence) -> Standing {
    standing(evidence, identity_of(evidence.kind))
}

#[test]
fn at_first_each_condition_says_when_it_will_be_shown() {
    for kind in KINDS {
        let judged: Vec<Standing> = judge(&Evidence::of(kind), &today())
            .iter()
            .map(|one| one.standing)
            .collect();
        let (id, stay) = if kind == Citizen {
            (Later(2), NotApplicable)
        } else {
            (NotApplicable, Later(2))
        };
        assert_eq!(judged, [id, stay, Later(2), Later(8), Later(7)], "{kind:?}");
        assert_eq!(obstacle(&judge(&Evidence::of(kind), &today())), None);
        assert!(!all_met(&judge(&Evidence::of(kind), &today())));
    }
}

#[test]
fn who_has_everything_is_let_through() {
    for kind in KINDS {
        let judged = judge(&registered(kind), &today());
        assert!(all_met(&judged), "{kind:?} {judged:?}");
        assert_eq!(obstacle(&judged), None);
    }
}

#[test]
fn each_condition_fails_alone_for_every_kind_and_answer() {
    for kind in KINDS {
        let other = if kind == Citizen { Resident } else { Citizen };
        let known = |person| Some(RegistryAnswer::Known(person));
        let closed = Person {
            active: false,
            ..person(kind, Some("1450-01-01 H"))
        };
        let expired = |text| {
            Reason::Expired(Expiry {
                date: date(text),
                source: Source::Registry,
            })
        };
        for (answer, expected) in [
            (None, Later(2)),
            (Some(RegistryAnswer::Unknown), Unknown),
            (
                Some(RegistryAnswer::No(RegistryNo::NotThere)),
                NotMet(Reason::NoSuchPerson),
            ),
            (
                known(person(other, Some("1450-01-01 H"))),
                NotMet(Reason::OtherKind(other)),
            ),
            (known(closed), NotMet(Reason::NotInForce)),
            (
                known(person(kind, Some("1448-06-11 H"))),
                NotMet(expired("1448-06-11 H")),
            ),
            (known(person(kind, None)), Later(2)),
        ] {
            let evidence = Evidence {
                person: answer,
                ..registered(kind)
            };
            assert_eq!(of_identity(&evidence), expected, "{kind:?}");
            only(&evidence, identity_of(kind));
        }
        let mobile = |change: fn(&mut MobileStanding)| {
            let mut standing = GOOD;
            change(&mut standing);
            Some(RegistryAnswer::Known(standing))
        };
        for (answer, expected) in [
            (None, Later(2)),
            (Some(RegistryAnswer::Unknown), Unknown),
            (
                Some(RegistryAnswer::No(RegistryNo::NotThere)),
                NotMet(Reason::NoSuchMobile),
            ),
            (mobile(|one| one.theirs = false), NotMet(Reason::SomebodyElses)),
            (mobile(|one| one.active = false), NotMet(Reason::MobileSuspended)),
            (
                mobile(|one| one.operator_approved = false),
                NotMet(Reason::OperatorNotApproved),
            ),
        ] {
            let evidence = Evidence {
                mobile: answer,
                ..registered(kind)
            };
            assert_eq!(standing(&evidence, C::Mobile), expected, "{kind:?}");
            only(&evidence, C::Mobile);
        }
        let evidence = Evidence {
            mobile_at_hand: false,
            ..registered(kind)
        };
        assert_eq!(standing(&evidence, C::Mobile), Later(8));
        only(&evidence, C::Mobile);
        let evidence = Evidence {
            email_works: false,
            ..registered(kind)
        };
        assert_eq!(standing(&evidence, C::Email), Later(8));
        only(&evidence, C::Email);
        let evidence = Evidence {
            terms_read: false,
            ..registered(kind)
        };
        assert_eq!(standing(&evidence, C::Terms), Later(7));
        only(&evidence, C::Terms);
    }
}

/// What concerns one condition moves no other, and it alone can stop.
fn only(evidence: &Evidence, condition: Condition) {
    let judged = judge(evidence, &today());
    assert!(!all_met(&judged));
    for one in &judged {
        let met = matches!(one.standing, Met | NotApplicable);
        assert_eq!(met, one.condition != condition, "{one:?}");
        assert_eq!(one.stops(), matches!(one.standing, NotMet(_) | Unknown));
    }
    assert!(obstacle(&judged).is_none_or(|one| one.condition == condition));
}

#[test]
fn of_somebody_elses_mobile_nothing_else_is_said() {
    for (active, operator_approved) in [(false, false), (false, true), (true, false), (true, true)] {
        let answer = MobileStanding {
            theirs: false,
            active,
            operator_approved,
        };
        let evidence = Evidence {
            mobile: Some(RegistryAnswer::Known(answer)),
            ..registered(Citizen)
        };
        assert_eq!(standing(&evidence, C::Mobile), NotMet(Reason::SomebodyElses));
    }
}

#[test]
fn an_expiry_is_judged_on_its_day_in_the_calendar_it_was_printed_in() {
    for kind in KINDS {
        for (text, past) in [
            ("1448-06-11 H", true),
            ("1448-06-12 H", false),
            ("1448-06-13 H", false),
            ("2026-11-21", true),
            ("2026-11-22", false),
            ("2026-11-23", false),
            ("1447-12-29 H", true),
            ("1449-01-01 H", false),
            ("2025-12-31", true),
            ("2027-01-01", false),
        ] {
            let by_registry = Evidence {
                person: Some(RegistryAnswer::Known(person(kind, Some(text)))),
                ..registered(kind)
            };
            let by_document = Evidence {
                person: Some(RegistryAnswer::Known(person(kind, None))),
                typed_expiry: Some(date(text)),
                ..registered(kind)
            };
            for (evidence, source) in [(by_registry, Source::Registry), (by_document, Source::Document)] {
                let expiry = Expiry {
                    date: date(text),
                    source,
                };
                let expected = if past { NotMet(Reason::Expired(expiry)) } else { Met };
                assert_eq!(of_identity(&evidence), expected, "{text}");
                assert_eq!(evidence.expiry(), Some(expiry));
            }
        }
    }
}

#[test]
fn the_registry_wins_over_the_document() {
    let evidence = |registered: &str, typed: &str| Evidence {
        person: Some(RegistryAnswer::Known(person(Resident, Some(registered)))),
        typed_expiry: Some(date(typed)),
        ..Evidence::of(Resident)
    };
    assert_eq!(of_identity(&evidence("2030-01-01", "2020-01-01")), Met);
    let expired = Expiry {
        date: date("2020-01-01"),
        source: Source::Registry,
    };
    assert_eq!(
        of_identity(&evidence("2020-01-01", "2030-01-01")),
        NotMet(Reason::Expired(expired))
    );
}

#[test]
fn what_the_registry_does_not_know_no_document_can_prove() {
    let unknown = |typed: &str| Evidence {
        person: Some(RegistryAnswer::Unknown),
        typed_expiry: Some(date(typed)),
        ..Evidence::of(Citizen)
    };
    assert_eq!(of_identity(&unknown("1455-01-01 H")), Unknown);
    let expired = Expiry {
        date: date("1440-01-01 H"),
        source: Source::Document,
    };
    assert_eq!(of_identity(&unknown("1440-01-01 H")), NotMet(Reason::Expired(expired)));
    let evidence = Evidence {
        mobile: Some(RegistryAnswer::Unknown),
        mobile_at_hand: true,
        ..Evidence::of(Citizen)
    };
    assert_eq!(standing(&evidence, C::Mobile), Unknown, "a code does not make it known");
}
