//! Days in both calendars: vectors that were looked up, the first and the last day of every month for which published
//! tables agree, days that do not exist, and documents that expire yesterday, today and tomorrow.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::domain::applicant::{ApplicantKind, Calendar, IdDate, IdDateError, Today};
use istiada::domain::conditions::{Condition, Evidence, Reason, Standing, judge};
use istiada::domain::language::Language;
use istiada::domain::registry::{Person, RegistryAnswer};
use istiada::domain::time::Timestamp;
use istiada::i18n::Texts;

const DAY: i64 = 86_400_000;
/// 2026-11-22 = 1448-06-12, 00:00 in Riyadh.
const MIDNIGHT: i64 = 1_795_294_800_000;

/// Days that sources outside the program give in both calendars.
const VECTORS: [(&str, &str); 7] = [
    ("1420-09-24 H", "2000-01-01"),
    ("1445-12-30 H", "2024-07-06"),
    ("1446-01-01 H", "2024-07-07"),
    ("1446-09-01 H", "2025-03-01"),
    ("1447-01-01 H", "2025-06-26"),
    ("1448-01-01 H", "2026-06-16"),
    ("1448-06-12 H", "2026-11-22"),
];

fn date(text: &str) -> IdDate {
    IdDate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn day(calendar: Calendar, year: u16, month: u8, day: u8) -> Result<IdDate, IdDateError> {
    IdDate::new(calendar, year, month, day)
}

/// Noon in Riyadh on a day of either calendar.
fn noon(of: IdDate) -> Timestamp {
    let at = |days: i64| Timestamp::from_millis(MIDNIGHT + days * DAY + DAY / 2);
    let mut days = (i64::from(gregorian(of).year()) - 2026) * 365;
    // A first guess that is a year off at most, then day by day.
    for _ in 0..3 {
        let found = Today::at(at(days)).in_calendar(Calendar::Gregorian);
        let wanted = gregorian(of);
        let months = (i64::from(wanted.year()) * 12 + i64::from(wanted.month()))
            - (i64::from(found.year()) * 12 + i64::from(found.month()));
        days += months * 30 + i64::from(wanted.day()) - i64::from(found.day());
    }
    let near = (-40..=40).map(|more| at(days + more));
    let found = near
        .into_iter()
        .find(|noon| Today::at(*noon).in_calendar(of.calendar()) == of);
    found.unwrap_or_else(|| panic!("{of} was not found"))
}

fn gregorian(of: IdDate) -> IdDate {
    if of.calendar() == Calendar::Gregorian {
        of
    } else {
        of.to_other()
    }
}

/// The day after, by the clock.
fn after(of: IdDate, days: i64) -> IdDate {
    let later = Timestamp::from_millis(noon(of).as_millis() + days * DAY);
    Today::at(later).in_calendar(of.calendar())
}

fn lengths(calendar: Calendar, year: u16) -> Vec<u8> {
    let longest = |month| (28..=31).rev().find(|last| day(calendar, year, month, *last).is_ok());
    (1..=12).map(|month| longest(month).unwrap()).collect()
}

#[test]
fn the_vectors_hold_both_ways_and_by_the_clock() {
    for (hijri, western) in VECTORS {
        let (hijri, western) = (date(hijri), date(western));
        assert_eq!((hijri.to_other(), western.to_other()), (western, hijri));
        let today = Today::at(noon(western));
        assert_eq!(today.in_calendar(Calendar::Hijri), hijri);
        assert_eq!(today.in_calendar(Calendar::Gregorian), western);
    }
    assert_eq!(IdDate::parse("1446-12-30 H"), Err(IdDateError::NoSuchDay));
}

#[test]
fn every_month_has_its_first_and_its_last_day_and_none_beyond() {
    for year in 1420..=1450 {
        let lengths = lengths(Calendar::Hijri, year);
        assert!(
            lengths.iter().all(|days| [29, 30].contains(days)),
            "{year}: {lengths:?}"
        );
        let whole: u32 = lengths.iter().map(|days| u32::from(*days)).sum();
        assert!([354, 355].contains(&whole), "{year}: {whole}");
        for (month, last) in (1..=12).zip(lengths) {
            assert_eq!(
                day(Calendar::Hijri, year, month, last + 1),
                Err(IdDateError::NoSuchDay),
                "{year}-{month}"
            );
            assert_eq!(day(Calendar::Hijri, year, month, 0), Err(IdDateError::NoSuchDay));
            let (first, last) = (
                day(Calendar::Hijri, year, month, 1),
                day(Calendar::Hijri, year, month, last),
            );
            for edge in [first.unwrap(), last.unwrap()] {
                assert_eq!(edge.to_other().to_other(), edge);
                assert_eq!(date(&edge.to_string()), edge);
            }
            let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            let next = day(Calendar::Hijri, next_year, next_month, 1).unwrap();
            assert_eq!(
                after(last.unwrap(), 1),
                next,
                "the day after the last of {year}-{month}"
            );
        }
    }
    for year in [1999, 2000, 2024, 2026, 2028, 2100] {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let february = if leap { 29 } else { 28 };
        let known = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        assert_eq!(lengths(Calendar::Gregorian, year), known, "{year}");
    }
}

#[test]
fn days_that_do_not_exist_are_refused_with_a_reason() {
    use IdDateError as E;
    for (text, error) in [
        ("1446-12-30 H", E::NoSuchDay),
        ("1448-01-31 H", E::NoSuchDay),
        ("1448-13-01 H", E::NoSuchMonth),
        ("1448-00-10 H", E::NoSuchMonth),
        ("1448-05-00 H", E::NoSuchDay),
        ("2027-02-29", E::NoSuchDay),
        ("2100-02-29", E::NoSuchDay),
        ("2026-04-31", E::NoSuchDay),
        ("2026-13-01", E::NoSuchMonth),
        ("1700-01-01", E::YearOutOfRange),
        ("9999-01-01", E::YearOutOfRange),
        ("2026-11-22 H", E::YearOutOfRange),
        ("1448-06-12 G", E::YearOutOfRange),
        ("22-11-2026", E::NotADate),
        ("2026-11", E::NotADate),
        ("tomorrow", E::NotADate),
        ("", E::Empty),
    ] {
        assert_eq!(IdDate::parse(text), Err(error), "{text}");
    }
    assert!(IdDate::parse("2028-02-29").is_ok() && IdDate::parse("1445-12-30 H").is_ok());
}

fn standing(kind: ApplicantKind, expiry: IdDate, now: Timestamp) -> Standing {
    let person = Person {
        name: None,
        kind,
        expiry: Some(expiry),
        active: true,
    };
    let evidence = Evidence {
        person: Some(RegistryAnswer::Known(person)),
        ..Evidence::of(kind)
    };
    let condition = if kind == ApplicantKind::Citizen {
        Condition::NationalId
    } else {
        Condition::Stay
    };
    let judged = judge(&evidence, &Today::at(now));
    judged
        .into_iter()
        .find(|one| one.condition == condition)
        .unwrap()
        .standing
}

#[test]
fn a_document_is_valid_to_the_end_of_its_last_day_in_its_own_calendar() {
    let edges = [
        "1448-06-12 H",
        "1445-12-30 H",
        "1446-01-01 H",
        "1446-12-29 H",
        "1447-01-01 H",
        "1448-01-01 H",
        "2026-11-22",
        "2026-12-31",
        "2027-01-01",
        "2028-02-29",
        "2028-03-01",
        "2027-02-28",
    ];
    for kind in [ApplicantKind::Citizen, ApplicantKind::Resident, ApplicantKind::Visitor] {
        for last in edges.map(date) {
            let noon = noon(last).as_millis();
            let past = |standing| matches!(standing, Standing::NotMet(Reason::Expired(expiry)) if expiry.date == last);
            for (millis, expired) in [
                (noon - DAY, false),
                (noon, false),
                (noon + DAY / 2 - 1, false),
                (noon + DAY / 2, true),
                (noon + DAY, true),
            ] {
                let standing = standing(kind, last, Timestamp::from_millis(millis));
                assert_eq!(past(standing), expired, "{last} {kind:?} {}", millis - noon);
                assert!(expired || standing == Standing::Met);
            }
        }
    }
}

#[test]
fn a_day_is_said_in_both_calendars_its_own_first() {
    for (language, hijri_first, western_first) in [
        (
            Language::ARABIC,
            "12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م",
            "22 نوفمبر 2026 م · 12 جمادى الآخرة 1448 هـ",
        ),
        (
            Language::ENGLISH,
            "12 Jumada II 1448 AH · 22 Nov 2026",
            "22 Nov 2026 · 12 Jumada II 1448 AH",
        ),
    ] {
        let texts = Texts::of(language);
        assert_eq!(texts.id_date(date("1448-06-12 H")), hijri_first);
        assert_eq!(texts.id_date(date("2026-11-22")), western_first);
    }
}
