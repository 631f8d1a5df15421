//! Every standing of every condition says in both languages how it stands, why, and what to do next, where.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashSet;

use istiada::domain::applicant::{ApplicantKind, IdDate};
use istiada::domain::conditions::{Condition, Expiry, Judged, Reason, Source, Standing};
use istiada::domain::language::Language;
use istiada::i18n::bidi::plain;
use istiada::i18n::{ConditionWords, Texts};

use ApplicantKind::{Citizen, Resident, Visitor};

fn both() -> [Texts; 2] {
    [Texts::of(Language::ARABIC), Texts::of(Language::ENGLISH)]
}

fn words(texts: Texts, condition: Condition, standing: Standing, kind: ApplicantKind) -> ConditionWords {
    texts.condition(&Judged { condition, standing }, kind)
}

fn expired(text: &str, source: Source) -> Reason {
    let date = IdDate::parse(text).unwrap();
    Reason::Expired(Expiry { date, source })
}

const fn identity_of(kind: ApplicantKind) -> Condition {
    match kind {
        Citizen => Condition::NationalId,
        Resident | Visitor => Condition::Stay,
    }
}

/// Whatever `judge` can say of a condition of somebody of that kind.
fn standings(condition: Condition, kind: ApplicantKind) -> Vec<Standing> {
    let not_met = |reasons: Vec<Reason>| reasons.into_iter().map(Standing::NotMet).collect::<Vec<_>>();
    let mut all = vec![Standing::Met];
    match condition {
        _ if condition == identity_of(kind) => {
            all.extend([Standing::Later(2), Standing::Unknown, Standing::Accepted]);
            all.extend(not_met(vec![
                Reason::NoSuchPerson,
                Reason::OtherKind(if kind == Resident { Visitor } else { Resident }),
                Reason::NotInForce,
                expired("1447-01-01 H", Source::Registry),
                expired("2025-06-26", Source::Document),
            ]));
        }
        Condition::NationalId | Condition::Stay => all = vec![Standing::NotApplicable],
        Condition::Mobile => {
            all.extend([
                Standing::Later(2),
                Standing::Later(8),
                Standing::Unknown,
                Standing::Accepted,
            ]);
            all.extend(not_met(vec![
                Reason::NoSuchMobile,
                Reason::SomebodyElses,
                Reason::MobileSuspended,
                Reason::OperatorNotApproved,
            ]));
        }
        Condition::Email => all.push(Standing::Later(8)),
        Condition::Terms => all.push(Standing::Later(7)),
    }
    all
}

#[test]
fn every_standing_has_its_own_sentence() {
    for texts in both() {
        for kind in [Citizen, Resident, Visitor] {
            let mut reasons = HashSet::new();
            let mut titles = HashSet::new();
            for condition in Condition::ALL {
                for standing in standings(condition, kind) {
                    let said = words(texts, condition, standing, kind);
                    titles.insert(said.title.clone());
                    for text in [
                        Some(&said.title),
                        Some(&said.badge),
                        Some(&said.reason),
                        said.next.as_ref(),
                    ] {
                        assert!(
                            text.is_none_or(|text| !text.is_empty() && !text.contains('-')),
                            "{text:?}"
                        );
                    }
                    assert!(said.reason.ends_with('.'), "{}", said.reason);
                    let stops = Judged { condition, standing }.stops();
                    assert_eq!(said.next.is_some(), stops, "{standing:?}");
                    if let Standing::Later(step) = standing {
                        assert!(said.badge.contains(&step.to_string()) && said.reason.contains(&step.to_string()));
                    }
                    assert!(
                        reasons.insert(said.reason.clone()),
                        "{kind:?} {standing:?}: {} twice",
                        said.reason
                    );
                }
            }
            assert_eq!(titles.len(), Condition::ALL.len());
        }
    }
}

#[test]
fn what_has_expired_says_the_date_in_both_calendars_and_where_to_renew() {
    for (kind, text, source, arabic, english) in [
        (
            Citizen,
            "1448-06-11 H",
            Source::Registry,
            [
                "الهوية الوطنية",
                "11 جمادى الآخرة 1448 هـ · 21 نوفمبر 2026 م",
                "أقرب مكتب للأحوال المدنية",
            ],
            ["national ID", "11 Jumada II 1448 AH · 21 Nov 2026", "Civil Affairs"],
        ),
        (
            Resident,
            "2026-11-21",
            Source::Document,
            [
                "كما كُتب من الوثيقة",
                "21 نوفمبر 2026 م · 11 جمادى الآخرة 1448 هـ",
                "أقرب مكتب للجوازات",
            ],
            [
                "as typed from the document",
                "21 Nov 2026 · 11 Jumada II 1448 AH",
                "Passports",
            ],
        ),
        (
            Visitor,
            "2025-06-26",
            Source::Registry,
            ["مدة الزيارة", "26 يونيو 2025 م · 1 محرم 1447 هـ", "أقرب مكتب للجوازات"],
            ["visit ran out", "26 Jun 2025 · 1 Muharram 1447 AH", "Passports"],
        ),
    ] {
        for (texts, [what, dates, place]) in both().into_iter().zip([arabic, english]) {
            let standing = Standing::NotMet(expired(text, source));
            let said = words(texts, identity_of(kind), standing, kind);
            let (reason, next) = (plain(&said.reason), plain(&said.next.unwrap()));
            assert!(reason.contains(what) && reason.contains(dates), "{reason}");
            assert!(next.contains(place), "{next}");
        }
    }
}

#[test]
fn who_helps_with_what_does_not_hold_is_named() {
    for (condition, standing, kind, arabic, english) in [
        (
            Condition::NationalId,
            Standing::Unknown,
            Citizen,
            "أقرب مكتب للأحوال المدنية",
            "Civil Affairs",
        ),
        (
            Condition::Stay,
            Standing::Unknown,
            Resident,
            "أقرب مكتب للجوازات",
            "Passports",
        ),
        (
            Condition::Stay,
            Standing::NotMet(Reason::NotInForce),
            Visitor,
            "أقرب مكتب للجوازات",
            "Passports",
        ),
        (
            Condition::Mobile,
            Standing::Unknown,
            Citizen,
            "أقرب فرع لشركة الاتصالات",
            "mobile operator",
        ),
        (
            Condition::Mobile,
            Standing::NotMet(Reason::SomebodyElses),
            Citizen,
            "أقرب فرع لشركة الاتصالات",
            "mobile operator",
        ),
        (
            Condition::Mobile,
            Standing::NotMet(Reason::MobileSuspended),
            Citizen,
            "أقرب فرع لشركة الاتصالات",
            "mobile operator",
        ),
        (
            Condition::Mobile,
            Standing::NotMet(Reason::OperatorNotApproved),
            Visitor,
            "أقرب فرع لشركة الاتصالات",
            "mobile operator",
        ),
    ] {
        for (texts, place) in both().into_iter().zip([arabic, english]) {
            let next = words(texts, condition, standing, kind).next.unwrap();
            assert!(next.contains(place), "{standing:?}: {next}");
        }
    }
}
