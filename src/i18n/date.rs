//! Days in both calendars and times of day, as clocks in Riyadh show them: three hours ahead of UTC all year round.

use icu_calendar::cal::Hijri;
use icu_calendar::types::{RataDie, Weekday};
use icu_calendar::{AsCalendar, Date, Gregorian};

use super::bidi::plain;
use super::{Locale, Texts};
use crate::domain::time::Timestamp;

const RIYADH_MILLIS: i64 = 3 * 3_600_000;
const DAY_MILLIS: i64 = 86_400_000;
/// 1970-01-01, counted from 0001-01-01 as day 1.
const UNIX_EPOCH: i64 = 719_163;

/// A day of a calendar by its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
}

/// The day in Riyadh, by the Umm al-Qura calendar.
#[must_use]
pub fn hijri(moment: Timestamp) -> Day {
    day(&Date::from_rata_die(rata_die(moment), Hijri::new_umm_al_qura()))
}

/// The day in Riyadh, by the Gregorian calendar.
#[must_use]
pub fn gregorian(moment: Timestamp) -> Day {
    day(&Date::from_rata_die(rata_die(moment), Gregorian))
}

/// The day in both calendars with its weekday: «الأحد 12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م».
#[must_use]
pub fn both(locale: &'static Locale, moment: Timestamp) -> String {
    let texts = Texts::in_locale(locale);
    let weekday = texts.date_weekday(weekday(moment));
    plain(&texts.date_both(
        weekday,
        hijri_words(locale, hijri(moment)),
        gregorian_words(locale, gregorian(moment)),
    ))
}

/// The day by the Umm al-Qura calendar alone: «12 جمادى الآخرة 1448 هـ».
#[must_use]
pub fn hijri_words(locale: &'static Locale, day: Day) -> String {
    let texts = Texts::in_locale(locale);
    let number = |number: String| locale.digits().show(&number);
    let month = texts.date_hijri_month(day.month);
    plain(&texts.date_hijri(number(day.day.to_string()), month, number(day.year.to_string())))
}

/// The day by the Gregorian calendar alone: «22 نوفمبر 2026 م».
#[must_use]
pub fn gregorian_words(locale: &'static Locale, day: Day) -> String {
    let texts = Texts::in_locale(locale);
    let number = |number: String| locale.digits().show(&number);
    let month = texts.date_gregorian_month(day.month);
    plain(&texts.date_gregorian(number(day.day.to_string()), month, number(day.year.to_string())))
}

/// The time of day in Riyadh, `10:42`.
#[must_use]
pub fn clock(locale: &Locale, moment: Timestamp) -> String {
    let seconds = second_of_day(moment);
    locale
        .digits()
        .show(&format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60))
}

/// The time of day in Riyadh, `10:42:07`.
#[must_use]
pub fn clock_with_seconds(locale: &Locale, moment: Timestamp) -> String {
    let seconds = second_of_day(moment);
    locale.digits().show(&format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    ))
}

fn in_riyadh(moment: Timestamp) -> i64 {
    moment.as_millis().saturating_add(RIYADH_MILLIS)
}

fn second_of_day(moment: Timestamp) -> i64 {
    in_riyadh(moment).rem_euclid(DAY_MILLIS) / 1000
}

fn rata_die(moment: Timestamp) -> RataDie {
    RataDie::new(UNIX_EPOCH + in_riyadh(moment).div_euclid(DAY_MILLIS))
}

fn day<C: AsCalendar>(date: &Date<C>) -> Day {
    Day {
        year: date.year().era_year_or_related_iso(),
        month: date.month().number(),
        day: date.day_of_month().0,
    }
}

/// 1 for Sunday, with which the week begins, to 7 for Saturday.
fn weekday(moment: Timestamp) -> u8 {
    match Date::from_rata_die(rata_die(moment), Gregorian).weekday() {
        Weekday::Sunday => 1,
        Weekday::Monday => 2,
        Weekday::Tuesday => 3,
        Weekday::Wednesday => 4,
        Weekday::Thursday => 5,
        Weekday::Friday => 6,
        Weekday::Saturday => 7,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::language::Language;

    /// Noon in Riyadh.
    fn noon(year: i32, month: u8, day: u8) -> Timestamp {
        let days = Date::try_new_gregorian(year, month, day)
            .unwrap()
            .to_rata_die()
            .to_i64_date()
            - UNIX_EPOCH;
        Timestamp::from_millis(days * DAY_MILLIS + DAY_MILLIS / 2 - RIYADH_MILLIS)
    }

    #[test]
    fn days_are_those_of_umm_al_qura() {
        let vectors = [
            ((2000, 1, 1), (1420, 9, 24)),
            ((2024, 7, 6), (1445, 12, 30)),
            ((2024, 7, 7), (1446, 1, 1)),
            ((2025, 3, 1), (1446, 9, 1)),
            ((2025, 6, 26), (1447, 1, 1)),
            ((2026, 6, 16), (1448, 1, 1)),
            ((2026, 11, 22), (1448, 6, 12)),
        ];
        for ((year, month, day), (hijri_year, hijri_month, hijri_day)) in vectors {
            let moment = noon(year, month, day);
            assert_eq!(gregorian(moment), Day { year, month, day });
            assert_eq!(
                hijri(moment),
                Day {
                    year: hijri_year,
                    month: hijri_month,
                    day: hijri_day
                }
            );
        }
    }

    #[test]
    fn a_day_begins_at_nine_in_the_evening_of_utc() {
        let start = Timestamp::from_millis(1_795_294_800_000);
        let arabic = Locale::of(Language::ARABIC);
        assert_eq!(clock_with_seconds(arabic, start), "00:00:00");
        assert_eq!(
            gregorian(start),
            Day {
                year: 2026,
                month: 11,
                day: 22
            }
        );
        let before = Timestamp::from_millis(1_795_294_799_999);
        assert_eq!(clock_with_seconds(arabic, before), "23:59:59");
        assert_eq!(
            gregorian(before),
            Day {
                year: 2026,
                month: 11,
                day: 21
            }
        );
    }

    #[test]
    fn a_day_is_said_in_both_calendars() {
        let moment = noon(2026, 11, 22);
        let said = |language| both(Locale::of(language), moment);
        assert_eq!(said(Language::ARABIC), "الأحد 12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م");
        assert_eq!(said(Language::ENGLISH), "Sunday 12 Jumada II 1448 AH · 22 Nov 2026");
        assert_eq!(clock(Locale::of(Language::ENGLISH), moment), "12:00");
    }
}
