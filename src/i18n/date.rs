//! Days in both calendars and times of day, as clocks in Riyadh show them: three hours ahead of UTC all year round.

use super::bidi::plain;
use super::{Locale, Texts};
use crate::domain::applicant::{Calendar, IdDate, Today};
use crate::domain::time::Timestamp;

/// The day in both calendars with its weekday: «الأحد 12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م».
#[must_use]
pub fn both(locale: &'static Locale, moment: Timestamp) -> String {
    let texts = Texts::in_locale(locale);
    let today = Today::at(moment);
    let weekday = texts.date_weekday(weekday(moment));
    let hijri = words(locale, today.in_calendar(Calendar::Hijri));
    plain(&texts.date_both(weekday, hijri, words(locale, today.in_calendar(Calendar::Gregorian))))
}

/// A day in its own calendar: «12 جمادى الآخرة 1448 هـ», «22 نوفمبر 2026 م».
#[must_use]
pub fn words(locale: &'static Locale, date: IdDate) -> String {
    let texts = Texts::in_locale(locale);
    let number = |number: String| locale.digits().show(&number);
    let (day, year) = (number(date.day().to_string()), number(date.year().to_string()));
    plain(&match date.calendar() {
        Calendar::Hijri => texts.date_hijri(day, texts.date_hijri_month(date.month()), year),
        Calendar::Gregorian => texts.date_gregorian(day, texts.date_gregorian_month(date.month()), year),
    })
}

/// The time of day in Riyadh, `10:42`.
#[must_use]
pub fn clock(locale: &Locale, moment: Timestamp) -> String {
    let seconds = moment.second_of_day_in_riyadh();
    locale
        .digits()
        .show(&format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60))
}

/// The time of day in Riyadh, `10:42:07`.
#[must_use]
pub fn clock_with_seconds(locale: &Locale, moment: Timestamp) -> String {
    let seconds = moment.second_of_day_in_riyadh();
    locale.digits().show(&format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    ))
}

/// 1 for Sunday, with which the week begins, to 7 for Saturday. The first day of 1970 was a Thursday.
fn weekday(moment: Timestamp) -> u8 {
    u8::try_from((moment.day_in_riyadh() + 4).rem_euclid(7) + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    /// 2026-11-22 00:00 in Riyadh.
    const MIDNIGHT: i64 = 1_795_294_800_000;
    const DAY_MILLIS: i64 = 86_400_000;

    #[test]
    fn a_day_begins_at_nine_in_the_evening_of_utc() {
        let arabic = Locale::of(Language::ARABIC);
        let start = Timestamp::from_millis(MIDNIGHT);
        assert_eq!(clock_with_seconds(arabic, start), "00:00:00");
        assert_eq!(both(arabic, start), "الأحد 12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م");
        let before = Timestamp::from_millis(MIDNIGHT - 1);
        assert_eq!(clock_with_seconds(arabic, before), "23:59:59");
        assert_eq!(both(arabic, before), "السبت 11 جمادى الآخرة 1448 هـ · 21 نوفمبر 2026 م");
    }

    #[test]
    fn a_day_is_said_in_both_calendars() {
        let english = Locale::of(Language::ENGLISH);
        let moment = Timestamp::from_millis(MIDNIGHT + 38_527_000);
        assert_eq!(both(english, moment), "Sunday 12 Jumada II 1448 AH · 22 Nov 2026");
        assert_eq!(clock(english, moment), "10:42");
        assert_eq!(clock_with_seconds(english, moment), "10:42:07");
    }

    #[test]
    fn a_week_has_seven_days() {
        let day = |days: i64| weekday(Timestamp::from_millis(MIDNIGHT + days * DAY_MILLIS));
        assert_eq!([0, 1, 2, 3, 4, 5, 6, 7, -1].map(day), [1, 2, 3, 4, 5, 6, 7, 1, 7]);
        let before_1970 = Timestamp::from_millis(-1_000_000_000_000);
        assert_eq!(weekday(before_1970), 2, "25 April 1938 was a Monday");
    }
}
