//! The day it is where documents expire.

use super::id_date::{Calendar, IdDate, UNIX_EPOCH};
use crate::domain::time::Timestamp;

/// The day it is, in both calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    hijri: IdDate,
    gregorian: IdDate,
}

impl Today {
    /// The day in Riyadh at a moment.
    pub fn at(moment: Timestamp) -> Self {
        let days = moment.day_in_riyadh();
        // A thousand years to either side: far outside what a document can name, far inside what can be counted.
        let number = UNIX_EPOCH + days.clamp(-365_250, 365_250);
        Self {
            hijri: IdDate::on(number, Calendar::Hijri),
            gregorian: IdDate::on(number, Calendar::Gregorian),
        }
    }

    /// Today in a calendar.
    pub const fn in_calendar(&self, calendar: Calendar) -> IdDate {
        match calendar {
            Calendar::Hijri => self.hijri,
            Calendar::Gregorian => self.gregorian,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    fn date(text: &str) -> IdDate {
        IdDate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn noon_in_riyadh(gregorian: &str) -> Timestamp {
        let days = date(gregorian).day_number() - UNIX_EPOCH;
        Timestamp::from_millis(days * 86_400_000 + 9 * 3_600_000)
    }

    #[test]
    fn the_last_day_is_still_valid() {
        let today = Today::at(noon_in_riyadh("2026-11-22"));
        for (text, past) in [
            ("1448-06-11 H", true),
            ("1448-06-12 H", false),
            ("1448-06-13 H", false),
            ("1447-12-29 H", true),
            ("2026-11-21", true),
            ("2026-11-22", false),
            ("2026-11-23", false),
            ("2027-01-01", false),
        ] {
            assert_eq!(date(text).is_past(&today), past, "{text}");
        }
    }

    #[test]
    fn the_day_changes_at_midnight_in_riyadh() {
        let midnight = noon_in_riyadh("2026-11-22").as_millis() - 12 * 3_600_000;
        let at = |millis| Today::at(Timestamp::from_millis(millis));
        assert_eq!(at(midnight).in_calendar(Calendar::Gregorian).to_string(), "2026-11-22");
        assert_eq!(at(midnight).in_calendar(Calendar::Hijri).to_string(), "1448-06-12 H");
        assert_eq!(
            at(midnight - 1).in_calendar(Calendar::Gregorian).to_string(),
            "2026-11-21"
        );
        assert_eq!(
            at(-3 * 3_600_000 - 1).in_calendar(Calendar::Gregorian).to_string(),
            "1969-12-31"
        );
        for far in [i64::MIN, i64::MAX] {
            let today = at(far);
            assert_eq!(
                IdDate::parse(&today.in_calendar(Calendar::Hijri).to_string()),
                Ok(today.hijri)
            );
        }
    }
}
