//! Counters and the pauses that grow out of them. They live in the store, so a restart resets none.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::policy::Limit;
use super::time::Timestamp;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TallyKind {
    /// Wrong rounds of answers: of an account, or of a pair of identifier and mobile that names none.
    WrongAnswers,
    /// Wrong codes and wrong passwords on the sign-in card, of an account or of a user name that names none.
    WrongCodes,
    /// Codes sent for an account.
    AccountSends,
    /// Codes sent to a mobile.
    MobileSends,
    /// Recoveries at a desk that ended without matched answers.
    DeskUnmatched,
    /// The same of one clerk, at whichever desk.
    ClerkUnmatched,
    /// Look-ups of a desk in the registry.
    RegistryLookUps,
    /// A desk's checks whether a user name is free.
    UsernameChecks,
    /// Wrong passwords of a member of staff, or of a number that names none.
    StaffPasswords,
    /// Wrong recovery phrases at a desk.
    Phrases,
}

/// Whom a tally belongs to: a keyed digest, made by the `Keys` port, that says nothing about the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Subject(pub [u8; 16]);

/// The name of one tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TallyKey {
    /// What is counted.
    pub kind: TallyKind,
    /// Of whom.
    pub subject: Subject,
}

/// Moments at which something happened, and the pause that they led to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    moments: Vec<Timestamp>,
    total: u32,
    paused_until: Option<Timestamp>,
    pauses: u32,
}

impl Tally {
    /// How often it happened in the `window` that ends now.
    pub fn within(&self, window: Duration, now: Timestamp) -> u32 {
        let count = self
            .moments
            .iter()
            .filter(|moment| now.since(**moment) < window)
            .count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// From when on it can happen again, where it has happened as often as `limit` lets it.
    pub fn full_until(&self, limit: Limit, now: Timestamp) -> Option<Timestamp> {
        let recent = || self.moments.iter().filter(|moment| now.since(**moment) < limit.window);
        let beyond = recent()
            .count()
            .checked_sub(usize::try_from(limit.count).unwrap_or(usize::MAX))?;
        recent().nth(beyond).map(|moment| moment.after(limit.window))
    }

    /// How often it happened since the tally was last cleared.
    pub const fn total(&self) -> u32 {
        self.total
    }

    /// Counts once more, and forgets moments older than the longest `window` that anybody asks for.
    pub fn record(&mut self, window: Duration, now: Timestamp) {
        self.moments.retain(|moment| now.since(*moment) < window);
        self.moments.push(now);
        self.total = self.total.saturating_add(1);
    }

    /// Starts a pause of `first`, doubled for each pause since the tally was cleared, at most `longest`. It never
    /// shortens one.
    pub fn pause(&mut self, first: Duration, longest: Duration, now: Timestamp) {
        let doubled = first.saturating_mul(1u32.checked_shl(self.pauses).unwrap_or(u32::MAX));
        self.pauses = self.pauses.saturating_add(1);
        self.paused_until = self.paused_until.max(Some(now.after(doubled.min(longest))));
    }

    /// Whether it was ever paused since it was last cleared.
    pub const fn has_paused(&self) -> bool {
        self.pauses > 0
    }

    /// Until when it is paused, where that lies ahead.
    pub fn paused(&self, now: Timestamp) -> Option<Timestamp> {
        self.paused_until.filter(|until| *until > now)
    }

    /// Forgets failures and pauses, as a completed recovery does.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);
    const DAY: Duration = Duration::from_secs(86_400);

    #[test]
    fn a_window_slides() {
        let start = Timestamp::from_millis(0);
        let mut tally = Tally::default();
        tally.record(DAY, start);
        tally.record(DAY, start.after(MINUTE));
        assert_eq!(tally.within(DAY, start.after(MINUTE)), 2);
        assert_eq!(tally.within(DAY, start.after(DAY)), 1);
        assert_eq!(tally.total(), 2);
    }

    #[test]
    fn what_is_full_says_when_it_goes_on() {
        let start = Timestamp::from_millis(0);
        let limit = Limit::new(2, 10 * MINUTE);
        let mut tally = Tally::default();
        tally.record(limit.window, start);
        assert_eq!(tally.full_until(limit, start), None);
        tally.record(limit.window, start.after(MINUTE));
        let again = start.after(10 * MINUTE);
        assert_eq!(tally.full_until(limit, start.after(MINUTE)), Some(again));
        assert_eq!(
            tally.full_until(limit, start.after(10 * MINUTE - Duration::from_millis(1))),
            Some(again)
        );
        assert_eq!(tally.full_until(limit, again), None);
        tally.record(limit.window, start.after(2 * MINUTE));
        assert_eq!(
            tally.full_until(limit, start.after(2 * MINUTE)),
            Some(start.after(11 * MINUTE)),
            "one too many"
        );
    }

    #[test]
    fn pauses_double_up_to_the_longest() {
        let start = Timestamp::from_millis(0);
        let mut tally = Tally::default();
        let mut waits = Vec::new();
        for _ in 0..10 {
            tally.pause(15 * MINUTE, DAY, start);
            waits.push(
                tally
                    .paused(start)
                    .map(|until| until.since(start).as_secs() / 60)
                    .unwrap_or(0),
            );
        }
        assert_eq!(waits, [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
        tally.clear();
        assert_eq!(tally.paused(start), None);
    }
}
