//! Which messages are still asked about, and when. How often is bounded by the profile; a restart forgets them, and
//! then nothing is said of whether they arrived.

use std::time::Duration;

use tokio::time::Instant;

/// How many messages are asked about at a time; of more, the oldest is given up.
const MOST: usize = 1000;

/// The messages that are asked about.
#[derive(Default)]
pub(super) struct Polls(Vec<Poll>);

struct Poll {
    gateway_id: String,
    asked: usize,
    due: Instant,
}

impl Polls {
    /// Asks about a message from now on, with these waits.
    pub(super) fn begin(&mut self, gateway_id: &str, waits: &[Duration], now: Instant) {
        let Some(first) = waits.first() else { return };
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(Poll {
            gateway_id: gateway_id.to_owned(),
            asked: 0,
            due: now + *first,
        });
    }

    /// When the next one is due.
    pub(super) fn due(&self) -> Option<Instant> {
        self.0.iter().map(|poll| poll.due).min()
    }

    /// Takes one that is due. It counts as asked at once, so that it is not asked more often if nobody waits for the
    /// answer; after its last time it is forgotten.
    pub(super) fn take(&mut self, waits: &[Duration], now: Instant) -> Option<String> {
        let at = self.0.iter().position(|poll| poll.due <= now)?;
        let poll = self.0.get_mut(at)?;
        let gateway_id = poll.gateway_id.clone();
        poll.asked += 1;
        match waits.get(poll.asked) {
            Some(wait) => poll.due = now + *wait,
            None => drop(self.0.remove(at)),
        }
        Some(gateway_id)
    }

    /// Asks no more about a message.
    pub(super) fn end(&mut self, gateway_id: &str) {
        self.0.retain(|poll| poll.gateway_id != gateway_id);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const WAITS: [Duration; 2] = [Duration::from_secs(5), Duration::from_secs(20)];

    #[tokio::test]
    async fn each_is_asked_about_as_often_as_the_profile_says_and_no_oftener() {
        let (mut polls, now) = (Polls::default(), Instant::now());
        let after = |seconds| now + Duration::from_secs(seconds);
        polls.begin("a", &WAITS, now);
        polls.begin("b", &WAITS, after(1));
        assert_eq!(polls.take(&WAITS, after(4)), None);
        assert_eq!(polls.due(), Some(after(5)));
        assert_eq!(polls.take(&WAITS, after(5)).as_deref(), Some("a"));
        assert_eq!(polls.take(&WAITS, after(5)), None);
        assert_eq!(polls.take(&WAITS, after(9)).as_deref(), Some("b"));
        polls.end("b");
        assert_eq!(polls.due(), Some(after(25)));
        assert_eq!(polls.take(&WAITS, after(99)).as_deref(), Some("a"));
        assert_eq!((polls.take(&WAITS, after(9999)), polls.due()), (None, None));
    }

    #[tokio::test]
    async fn of_too_many_the_oldest_is_given_up() {
        let (mut polls, now) = (Polls::default(), Instant::now());
        for place in 0..=MOST {
            polls.begin(&place.to_string(), &WAITS, now);
        }
        assert_eq!(polls.0.len(), MOST);
        assert_eq!(polls.0[0].gateway_id, "1");
        polls.begin("none", &[], now);
        assert_eq!(polls.0.len(), MOST);
    }
}
