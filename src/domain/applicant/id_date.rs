//! A date as it is printed on a document, in the calendar it was printed in.

use std::fmt;

use icu_calendar::Date;
use icu_calendar::cal::{Gregorian, Hijri};
use icu_calendar::types::RataDie;
use serde::{Deserialize, Serialize};

use super::today::Today;
use crate::domain::text::cleaned;

/// A calendar that documents are printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// The Hijri calendar of Umm al-Qura.
    Hijri,
    /// The Gregorian calendar.
    Gregorian,
}

impl Calendar {
    /// The first and the last year that a document can name. No year lies in both calendars' spans.
    const fn years(self) -> (u16, u16) {
        match self {
            Self::Hijri => (1300, 1600),
            Self::Gregorian => (1883, 2173),
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Hijri => Self::Gregorian,
            Self::Gregorian => Self::Hijri,
        }
    }
}

/// A real day in one calendar. It is kept as printed, never re-derived from the other one.
///
/// Published tables of Umm al-Qura agree only for the years 1420 to 1450. Outside them the 30th of a month is taken as
/// printed even where the table at hand gives the month 29 days.
///
/// Its text, in files too, is `1448-05-01 H` or `2026-10-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdDate {
    calendar: Calendar,
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdDateError {
    /// Nothing was typed.
    #[error("the date is empty")]
    Empty,
    /// It is not year, month and day in numbers, with `-` or `/` between them and perhaps `H` or `G` after them.
    #[error("a date is year-month-day, with H after it where it is Hijri")]
    NotADate,
    /// The year lies far from any document's.
    #[error("the year is not one that a document can bear")]
    YearOutOfRange,
    /// The year has twelve months.
    #[error("there is no such month")]
    NoSuchMonth,
    /// That month has fewer days.
    #[error("that month has no such day")]
    NoSuchDay,
}

/// The years of the Hijri calendar for which all published tables agree.
const AGREED_YEARS: std::ops::RangeInclusive<u16> = 1420..=1450;

impl IdDate {
    /// A day of a calendar.
    ///
    /// # Errors
    /// [`IdDateError`], where there is no such day.
    pub fn new(calendar: Calendar, year: u16, month: u8, day: u8) -> Result<Self, IdDateError> {
        let (first, last) = calendar.years();
        if !(first..=last).contains(&year) {
            return Err(IdDateError::YearOutOfRange);
        }
        if !(1..=12).contains(&month) {
            return Err(IdDateError::NoSuchMonth);
        }
        let date = Self {
            calendar,
            year,
            month,
            day,
        };
        if day == 0 || day > date.longest_month() {
            return Err(IdDateError::NoSuchDay);
        }
        Ok(date)
    }

    /// Reads `1448-05-01 H`, `1448/5/1`, `2026-10-22`, `٢٠٢٦/١٠/٢٢`. The mark after it (`H`, `هـ`, `G`, `م`) may be left
    /// out, because the year tells the calendar; where it stands, the year must agree with it.
    ///
    /// # Errors
    /// See [`IdDateError`].
    pub fn parse(text: &str) -> Result<Self, IdDateError> {
        let typed = cleaned(text).replace('\u{640}', "");
        if typed.is_empty() {
            return Err(IdDateError::Empty);
        }
        let numbers = typed.trim_end_matches(|c: char| !c.is_ascii_digit());
        let marked = match typed.get(numbers.len()..).unwrap_or_default().trim() {
            "" => None,
            "H" | "h" | "AH" | "ه" => Some(Calendar::Hijri),
            "G" | "g" | "AD" | "CE" | "م" => Some(Calendar::Gregorian),
            _ => return Err(IdDateError::NotADate),
        };
        let (year, month, day) = three_numbers(numbers).ok_or(IdDateError::NotADate)?;
        let (_, last_hijri) = Calendar::Hijri.years();
        let by_year = if year <= last_hijri {
            Calendar::Hijri
        } else {
            Calendar::Gregorian
        };
        Self::new(marked.unwrap_or(by_year), year, month, day)
    }

    /// The calendar it was printed in.
    pub const fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// The year, in its calendar.
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The month, from 1, in its calendar.
    pub const fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(&self) -> u8 {
        self.day
    }

    /// Whether the day lies before today, judged in the calendar it was printed in. A document that expires today is valid.
    pub fn is_past(&self, today: &Today) -> bool {
        let now = today.in_calendar(self.calendar);
        (self.year, self.month, self.day) < (now.year, now.month, now.day)
    }

    /// The same day in the other calendar, to be shown beside it. Never store it instead.
    #[must_use]
    pub fn to_other(&self) -> Self {
        Self::on(self.day_number(), self.calendar.other())
    }

    /// Days since the first of January of the year 1.
    /// The day as [`Timestamp::day_in_riyadh`](crate::domain::time::Timestamp::day_in_riyadh) counts it.
    pub fn day_in_riyadh(&self) -> i64 {
        self.day_number() - UNIX_EPOCH
    }

    pub(super) fn day_number(&self) -> RataDie {
        let year = i32::from(self.year);
        let first = match self.calendar {
            Calendar::Hijri => Date::try_new_hijri_with_calendar(year, self.month, 1, Hijri::new_umm_al_qura())
                .map(|date| date.to_rata_die()),
            Calendar::Gregorian => Date::try_new_gregorian(year, self.month, 1).map(|date| date.to_rata_die()),
        };
        // Every first of a month within `Calendar::years` is a day of the tables.
        first.unwrap_or(UNIX_EPOCH) + i64::from(self.day) - 1
    }

    /// The day of a calendar with that number; the nearest one that a document can name where it lies outside.
    pub(super) fn on(number: RataDie, calendar: Calendar) -> Self {
        let (first, last) = calendar.years();
        let (year, month, day) = match calendar {
            Calendar::Hijri => {
                let date = Date::from_rata_die(number, Hijri::new_umm_al_qura());
                (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
            }
            Calendar::Gregorian => {
                let date = Date::from_rata_die(number, Gregorian);
                (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
            }
        };
        match u16::try_from(year) {
            Ok(year) if (first..=last).contains(&year) => Self {
                calendar,
                year,
                month,
                day,
            },
            Ok(year) if year > last => Self {
                calendar,
                year: last,
                month: 12,
                day: 29,
            },
            _ => Self {
                calendar,
                year: first,
                month: 1,
                day: 1,
            },
        }
    }

    fn longest_month(&self) -> u8 {
        let year = i32::from(self.year);
        match self.calendar {
            Calendar::Hijri if !AGREED_YEARS.contains(&self.year) => 30,
            Calendar::Hijri => Date::try_new_hijri_with_calendar(year, self.month, 1, Hijri::new_umm_al_qura())
                .map_or(0, |date| date.days_in_month()),
            Calendar::Gregorian => Date::try_new_gregorian(year, self.month, 1).map_or(0, |date| date.days_in_month()),
        }
    }
}

/// Year, month and day, with the same separator between them; spaces around it are forgiven.
fn three_numbers(text: &str) -> Option<(u16, u8, u8)> {
    let separator = if text.contains('/') { '/' } else { '-' };
    let mut parts = text.split(separator).map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = |part: &str, longest: usize| part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || year.len() != 4 || !plain(year, 4) || !plain(month, 2) || !plain(day, 2) {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// 1970-01-01.
pub(super) const UNIX_EPOCH: RataDie = RataDie::new(719_163);

impl fmt::Display for IdDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.calendar == Calendar::Hijri { " H" } else { "" };
        write!(formatter, "{:04}-{:02}-{:02}{mark}", self.year, self.month, self.day)
    }
}

impl From<IdDate> for String {
    fn from(date: IdDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for IdDate {
    type Error = IdDateError;

    fn try_from(text: String) -> Result<Self, IdDateError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> IdDate {
        IdDate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn known_days_agree_in_both_calendars() {
        for (hijri, gregorian) in [
            ("1420-09-24 H", "2000-01-01"),
            ("1445-12-30 H", "2024-07-06"),
            ("1446-01-01 H", "2024-07-07"),
            ("1446-09-01 H", "2025-03-01"),
            ("1447-01-01 H", "2025-06-26"),
            ("1448-01-01 H", "2026-06-16"),
            ("1448-06-12 H", "2026-11-22"),
        ] {
            assert_eq!(date(hijri).to_other().to_string(), gregorian);
            assert_eq!(date(gregorian).to_other().to_string(), hijri);
        }
    }

    #[test]
    fn every_spelling_is_the_same_day() {
        for text in [
            "1448-05-01 H",
            "1448/5/1",
            "1448-05-01h",
            "١٤٤٨/٠٥/٠١ هـ",
            "۱۴۴۸-۰۵-۰۱ ه",
            " \u{200F}1448 / 05 / 01 AH ",
        ] {
            assert_eq!(date(text), IdDate::new(Calendar::Hijri, 1448, 5, 1).unwrap(), "{text}");
        }
        for text in [
            "2026-10-22",
            "2026/10/22",
            "2026-10-22 G",
            "٢٠٢٦/١٠/٢٢ م",
            "2026-10-22 AD",
        ] {
            assert_eq!(
                date(text),
                IdDate::new(Calendar::Gregorian, 2026, 10, 22).unwrap(),
                "{text}"
            );
        }
    }

    #[test]
    fn each_fault_has_its_own_error() {
        use IdDateError as E;
        for (text, expected) in [
            ("", E::Empty),
            (" \u{200F}", E::Empty),
            ("tomorrow", E::NotADate),
            ("22-10-2026", E::NotADate),
            ("2026-10", E::NotADate),
            ("2026-10-22-01", E::NotADate),
            ("2026-10-22 X", E::NotADate),
            ("2026-10/22", E::NotADate),
            ("20261022", E::NotADate),
            ("2026--22", E::NotADate),
            ("2026-+1-22", E::NotADate),
            ("-2026-10-22", E::NotADate),
            ("1299-01-01 H", E::YearOutOfRange),
            ("1601-01-01", E::YearOutOfRange),
            ("1700-01-01 G", E::YearOutOfRange),
            ("2174-01-01", E::YearOutOfRange),
            ("2026-10-22 H", E::YearOutOfRange),
            ("1448-05-01 G", E::YearOutOfRange),
            ("2026-13-01", E::NoSuchMonth),
            ("1448-00-01", E::NoSuchMonth),
            ("2026-02-29", E::NoSuchDay),
            ("2026-04-31", E::NoSuchDay),
            ("2026-10-00", E::NoSuchDay),
            ("1446-12-30 H", E::NoSuchDay),
            ("1448-05-31 H", E::NoSuchDay),
        ] {
            assert_eq!(IdDate::parse(text), Err(expected), "{text}");
        }
        assert!(IdDate::parse("2028-02-29").is_ok());
        assert!(IdDate::parse("1445-12-30").is_ok());
    }

    #[test]
    fn outside_the_agreed_years_a_printed_30th_is_a_day() {
        for month in 1..=12 {
            let printed = IdDate::new(Calendar::Hijri, 1458, month, 30).unwrap();
            let before = IdDate::new(Calendar::Hijri, 1458, month, 29).unwrap();
            assert_eq!(printed.to_other().day_number() - before.to_other().day_number(), 1);
            assert_eq!(
                IdDate::new(Calendar::Hijri, 1458, month, 31),
                Err(IdDateError::NoSuchDay)
            );
        }
    }

    proptest! {
        #[test]
        fn days_survive_the_way_there_and_back(days in -25_000..70_000_i64) {
            let gregorian = IdDate::on(UNIX_EPOCH + days, Calendar::Gregorian);
            prop_assert_eq!(gregorian.to_other().to_other(), gregorian);
            prop_assert_eq!(IdDate::parse(&gregorian.to_string()), Ok(gregorian));
            let hijri = gregorian.to_other();
            prop_assert_eq!(IdDate::parse(&hijri.to_string()), Ok(hijri));
            prop_assert_eq!(hijri.day_number(), gregorian.day_number());
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*|[0-9]{1,5}[-/][0-9]{1,3}[-/][0-9]{1,3} ?[HGهم]?") {
            if let Ok(date) = IdDate::parse(&text) {
                let file = serde_json::to_string(&date).unwrap();
                prop_assert_eq!(serde_json::from_str::<IdDate>(&file).unwrap(), date);
            }
        }
    }
}
