//! A gateway that fails is left alone for a while, so that those who need it most find it when it is back.

use std::time::Duration;

use crate::domain::policy::OutboxPolicy;
use crate::domain::time::Timestamp;
use crate::port::GatewayError;

/// A gateway that asks to be left alone is, for at least so long and at most so long.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(3_600);

/// How long to wait after so many attempts in vain: twice as long each time, to the longest wait, less a random part of
/// up to a half, so that desks that failed together do not come again together. `share` says how large that part is.
fn growing(policy: &OutboxPolicy, in_vain: u32, share: u16) -> Duration {
    let whole = policy
        .first_wait
        .saturating_mul(1_u32.checked_shl(in_vain).unwrap_or(u32::MAX))
        .min(policy.longest_wait);
    let half = whole / 2;
    half + half.mul_f64(f64::from(share) / f64::from(u16::MAX))
}

/// How long a message or a gateway waits after an error, which came after so many attempts in vain.
pub(super) fn wait(policy: &OutboxPolicy, error: &GatewayError, in_vain: u32, share: u16) -> Duration {
    match error.pause {
        Some(pause) => pause.clamp(SHORTEST_PAUSE, LONGEST_PAUSE),
        None => growing(policy, in_vain, share),
    }
}

/// How a gateway fared last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rest {
    until: Option<Timestamp>,
    in_vain: u32,
}

impl Rest {
    /// Until when it is left alone; none where it can be used.
    pub fn until(self, now: Timestamp) -> Option<Timestamp> {
        self.until.filter(|until| *until > now)
    }

    /// It did what it is for.
    pub fn is_well(&mut self) {
        *self = Self::default();
    }

    /// It did not, and is left alone.
    pub fn failed(&mut self, policy: &OutboxPolicy, error: &GatewayError, now: Timestamp, share: u16) {
        self.until = Some(now.after(wait(policy, error, self.in_vain, share)));
        self.in_vain = self.in_vain.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::message::GatewayFault;
    use crate::domain::policy::Policy;

    #[test]
    fn waits_double_to_the_longest_and_lose_up_to_a_half() {
        let policy = Policy::default().outbox;
        for (in_vain, whole) in [(0, 2), (1, 4), (4, 32), (5, 60), (31, 60), (u32::MAX, 60)] {
            let whole = Duration::from_secs(whole);
            assert_eq!(growing(&policy, in_vain, 0), whole / 2, "{in_vain}");
            assert_eq!(growing(&policy, in_vain, u16::MAX), whole, "{in_vain}");
        }
    }

    #[test]
    fn a_gateway_is_left_alone_as_long_as_it_says_within_bounds() {
        let policy = Policy::default().outbox;
        let error = |pause| GatewayError::new(GatewayFault::Throttled, "busy").pausing(Duration::from_secs(pause));
        for (said, waits) in [(0, 1), (7, 7), (3_600, 3_600), (u64::MAX, 3_600)] {
            assert_eq!(wait(&policy, &error(said), 3, 9), Duration::from_secs(waits));
        }
    }

    #[test]
    fn a_gateway_that_does_its_work_again_begins_anew() {
        let (policy, now) = (Policy::default().outbox, Timestamp::from_millis(0));
        let error = GatewayError::new(GatewayFault::Failing, "500");
        let mut rest = Rest::default();
        for seconds in [2, 4, 8] {
            rest.failed(&policy, &error, now, u16::MAX);
            assert_eq!(rest.until(now), Some(now.after(Duration::from_secs(seconds))));
            assert_eq!(rest.until(now.after(Duration::from_secs(seconds))), None);
        }
        rest.is_well();
        assert_eq!(rest.until(now), None);
        rest.failed(&policy, &error, now, u16::MAX);
        assert_eq!(rest.until(now), Some(now.after(Duration::from_secs(2))));
    }
}
