//! Moments and the clock that counters trust.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How far clocks in Riyadh are ahead of UTC, all year round, in milliseconds.
const RIYADH_MILLIS: i64 = 3 * 3_600_000;
const DAY_MILLIS: i64 = 86_400_000;

/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment so many milliseconds after 1970-01-01 00:00 UTC.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// This moment, `wait` later.
    #[must_use]
    pub fn after(self, wait: Duration) -> Self {
        Self(self.0.saturating_add(millis(wait)))
    }

    /// This moment, `wait` earlier.
    #[must_use]
    pub fn before(self, wait: Duration) -> Self {
        Self(self.0.saturating_sub(millis(wait)))
    }

    /// How long ago `earlier` was; nothing where it lies ahead.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// How long until `later`; nothing where it has passed.
    pub fn until(self, later: Self) -> Duration {
        later.since(self)
    }

    /// The day that it is in Riyadh: days since 1970-01-01.
    pub const fn day_in_riyadh(self) -> i64 {
        self.0.saturating_add(RIYADH_MILLIS).div_euclid(DAY_MILLIS)
    }

    /// How much of that day has passed, in seconds: 0 to 86,399.
    pub const fn second_of_day_in_riyadh(self) -> i64 {
        self.0.saturating_add(RIYADH_MILLIS).rem_euclid(DAY_MILLIS) / 1000
    }

    /// The moment at which a day begins in Riyadh; `day` as [`Timestamp::day_in_riyadh`] counts.
    pub const fn day_begins_in_riyadh(day: i64) -> Self {
        Self(day.saturating_mul(DAY_MILLIS).saturating_sub(RIYADH_MILLIS))
    }
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// Which run of the machine an [`Uptime`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BootId(pub [u8; 16]);

/// How long the machine has run since it was started, sleep included. Setting the wall clock does not change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uptime {
    /// The run of the machine that is counted.
    pub boot: BootId,
    /// Time since its start.
    pub elapsed: Duration,
}

/// One look at both clocks of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What the wall clock says; people and programs can set it.
    pub wall: Timestamp,
    /// What the machine has counted since it was started.
    pub uptime: Uptime,
}

/// The wall clock moved against the machine's own count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockJump {
    /// Milliseconds that the wall clock gained; negative where it was set back.
    pub millis: i64,
}

/// The time by which counters and pauses go.
///
/// It is never earlier than the last moment that was recorded, and within one run of the machine it follows the
/// machine's own count. So a wall clock that is set back or forward shortens no pause, whether the program was
/// restarted in between or not. Across a restart of the machine only what the wall clock gained since the last
/// recorded moment is left to go by: a clock that had been set before that moment has shortened nothing either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedTime {
    at: Timestamp,
    uptime: Uptime,
    /// What jumps of the wall clock are measured against.
    reference: Reading,
}

/// A moment of trusted time with the readings it was taken from: what each frame of the ledger carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The trusted time.
    pub at: Timestamp,
    /// The clocks at that moment.
    pub reading: Reading,
}

impl Moment {
    /// Whether it can be told how much time passed until `now`. Where the machine was started in between, only the wall
    /// clock is left to go by, and one that stands earlier than it did then tells nothing.
    pub fn is_counted_to(&self, now: Reading) -> bool {
        let (then, uptime) = (self.reading.uptime, now.uptime);
        if then.boot == uptime.boot {
            uptime.elapsed >= then.elapsed
        } else {
            now.wall >= self.reading.wall
        }
    }
}

impl TrustedTime {
    /// Goes on from the last recorded moment, if there is one. The jump is how far the wall clock was moved since.
    pub fn resume(last: Option<Moment>, now: Reading) -> (Self, ClockJump) {
        let begin = |at| Self {
            at,
            uptime: now.uptime,
            reference: now,
        };
        let Some(last) = last else {
            return (begin(now.wall), ClockJump { millis: 0 });
        };
        if last.reading.uptime.boot == now.uptime.boot {
            let mut time = Self {
                at: last.at,
                uptime: last.reading.uptime,
                reference: last.reading,
            };
            let (_, jump) = time.read(now);
            return (time, jump);
        }
        let gained = now.wall.as_millis().saturating_sub(last.reading.wall.as_millis());
        let time = begin(last.at.after(now.wall.since(last.reading.wall)));
        (time, ClockJump { millis: gained.min(0) })
    }

    /// The trusted time now, and how far the wall clock was moved since the last [`accepted`](Self::accept) reading.
    pub fn read(&mut self, now: Reading) -> (Moment, ClockJump) {
        let passed_since = passed(self.uptime, now.uptime);
        self.at = self.at.after(passed_since);
        if now.uptime.boot != self.uptime.boot || now.uptime.elapsed > self.uptime.elapsed {
            // What is less than a millisecond counts at the next look: many looks lose nothing.
            let rest = Duration::from_nanos(u64::from(passed_since.subsec_nanos() % 1_000_000));
            self.uptime = Uptime {
                elapsed: now.uptime.elapsed.saturating_sub(rest),
                ..now.uptime
            };
        }
        let expected = self.reference.wall.after(passed(self.reference.uptime, now.uptime));
        let jump = ClockJump {
            millis: now.wall.as_millis().saturating_sub(expected.as_millis()),
        };
        (
            Moment {
                at: self.at,
                reading: now,
            },
            jump,
        )
    }

    /// The jump up to `now` was noted: the next one is measured from here. Until then jumps add up, so that many
    /// small ones are noticed as one large one is.
    pub const fn accept(&mut self, now: Reading) {
        self.reference = now;
    }
}

/// What the machine counted from one look to a later one.
fn passed(from: Uptime, to: Uptime) -> Duration {
    if from.boot == to.boot {
        to.elapsed.saturating_sub(from.elapsed)
    } else {
        Duration::ZERO
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ms", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(boot: u8, micros: u64, wall: i64) -> Reading {
        Reading {
            wall: Timestamp(wall),
            uptime: Uptime {
                boot: BootId([boot; 16]),
                elapsed: Duration::from_micros(micros),
            },
        }
    }

    #[test]
    fn many_looks_within_a_millisecond_lose_nothing() {
        let (mut time, _) = TrustedTime::resume(None, reading(1, 0, 0));
        let last = (1..=10_000)
            .map(|look| time.read(reading(1, look * 250, 0)).0.at)
            .last();
        assert_eq!(last, Some(Timestamp(2_500)));
    }

    #[test]
    fn what_passed_is_known_by_the_machine_or_by_a_wall_clock_that_went_on() {
        let then = Moment {
            at: Timestamp(500),
            reading: reading(1, 1_000, 500),
        };
        for (now, known) in [
            (reading(1, 1_000, -90_000), true),
            (reading(1, 999, 500), false),
            (reading(2, 0, 500), true),
            (reading(2, 9_000, 499), false),
        ] {
            assert_eq!(then.is_counted_to(now), known, "{now:?}");
        }
    }
}
