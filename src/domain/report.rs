//! What the ledger says of a day or a week at the desk: figures for a supervisor, what is unusual, and each visit as
//! a story. Pure: lines of the ledger go in.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`figures`] | counts and means, in all, for each hour or day, for each clerk |
//! | [`story`] | one visit, from its first fact to its last |
//! | [`alert`] | what a supervisor should look at |

pub mod alert;
pub mod figures;
pub mod story;

use super::applicant::IdDate;
use super::fact::Entry;
use super::time::Timestamp;

/// One fact of the ledger as it is read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of the frame that it stands in.
    pub frame: u64,
    /// The trusted time, by which spans are measured.
    pub at: Timestamp,
    /// What the wall clock said: the time to show, and the day that it belongs to.
    pub wall: Timestamp,
    /// Who, in which visit, and what.
    pub entry: Entry,
}

/// Whole days in Riyadh, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    first: i64,
    last: i64,
}

impl Period {
    /// The day of a moment.
    pub const fn day(of: Timestamp) -> Self {
        let day = of.day_in_riyadh();
        Self { first: day, last: day }
    }

    /// The seven days of which the day of a moment is the last.
    pub const fn week(until: Timestamp) -> Self {
        Self::days(7, until)
    }

    /// So many days, at least one, of which the day of a moment is the last.
    pub const fn days(count: i64, until: Timestamp) -> Self {
        let last = until.day_in_riyadh();
        let before = if count > 1 { count - 1 } else { 0 };
        Self {
            first: last.saturating_sub(before),
            last,
        }
    }

    /// Everything up to the day of a moment.
    pub const fn all(until: Timestamp) -> Self {
        Self {
            first: i64::MIN,
            last: until.day_in_riyadh(),
        }
    }

    /// From one day to another, both included; since ever where there is no first one, and up to the day of a moment where
    /// there is no last one. None where the last lies before the first.
    pub fn between(first: Option<IdDate>, last: Option<IdDate>, now: Timestamp) -> Option<Self> {
        let period = Self {
            first: first.map_or(i64::MIN, |day| day.day_in_riyadh()),
            last: last.map_or(now.day_in_riyadh(), |day| day.day_in_riyadh()),
        };
        (period.first <= period.last).then_some(period)
    }

    /// As many days, right before these.
    #[must_use]
    pub const fn before(self) -> Self {
        self.moved(-1)
    }

    /// As many days, right after these.
    #[must_use]
    pub const fn after(self) -> Self {
        self.moved(1)
    }

    const fn moved(self, by: i64) -> Self {
        let days = self.last.saturating_sub(self.first).saturating_add(1);
        Self {
            first: self.first.saturating_add(days.saturating_mul(by)),
            last: self.last.saturating_add(days.saturating_mul(by)),
        }
    }

    /// Whether it is one day alone.
    pub const fn is_one_day(self) -> bool {
        self.first == self.last
    }

    /// Where it begins.
    pub const fn begins(self) -> Timestamp {
        Timestamp::day_begins_in_riyadh(self.first)
    }

    /// The last day's beginning.
    pub const fn last_day(self) -> Timestamp {
        Timestamp::day_begins_in_riyadh(self.last)
    }

    /// Whether a moment of the wall clock lies in it.
    pub const fn holds(self, wall: Timestamp) -> bool {
        let day = wall.day_in_riyadh();
        self.first <= day && day <= self.last
    }

    /// Its days, as [`Timestamp::day_in_riyadh`] counts them.
    pub(crate) const fn range(self) -> std::ops::RangeInclusive<i64> {
        self.first..=self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-22 00:00 in Riyadh.
    const MIDNIGHT: i64 = 1_795_294_800_000;
    const DAY: i64 = 86_400_000;

    #[test]
    fn a_period_holds_whole_days_in_riyadh() {
        let noon = Timestamp::from_millis(MIDNIGHT + DAY / 2);
        let day = Period::day(noon);
        assert_eq!(day.begins().as_millis(), MIDNIGHT);
        for (millis, inside) in [
            (MIDNIGHT - 1, false),
            (MIDNIGHT, true),
            (MIDNIGHT + DAY - 1, true),
            (MIDNIGHT + DAY, false),
        ] {
            assert_eq!(day.holds(Timestamp::from_millis(millis)), inside, "{millis}");
        }
        let week = Period::week(noon);
        assert!(week.holds(Timestamp::from_millis(MIDNIGHT - 6 * DAY)));
        assert!(!week.holds(Timestamp::from_millis(MIDNIGHT - 6 * DAY - 1)));
        assert_eq!(week.before().after(), week);
        assert!(!week.before().holds(Timestamp::from_millis(MIDNIGHT - 6 * DAY)));
        assert!(Period::all(noon).holds(Timestamp::from_millis(0)));
        assert!(!Period::all(noon).holds(Timestamp::from_millis(MIDNIGHT + DAY)));
        assert_eq!(Period::days(0, noon), day);
        let date = |text| IdDate::parse(text).ok();
        assert_eq!(
            Period::between(date("2026-11-22"), date("1448-06-12 H"), noon),
            Some(day)
        );
        assert_eq!(Period::between(date("2026-11-16"), None, noon), Some(week));
        assert_eq!(Period::between(None, None, noon), Some(Period::all(noon)));
        assert_eq!(Period::between(date("2026-11-23"), None, noon), None);
    }
}
