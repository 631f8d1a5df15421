//! What was read of the ledger: one unbroken stretch of frames that ends with the newest.

use std::ops::Range;
use std::time::Duration;

use crate::domain::report::Line;
use crate::domain::time::Timestamp;

/// So many frames are read at a time: few enough that a visit at the desk waits for none of them.
pub(super) const PIECE: u64 = 250;
/// Trusted time and the wall clock may disagree, so a little more than the period is read.
const MORE: Duration = Duration::from_secs(86_400);

/// The lines of the frames that were read, the oldest first.
pub(super) struct Lines {
    all: Vec<Line>,
    /// The frames that were read; empty at first.
    frames: Range<u64>,
    /// Reading failed: no more is read until the pages are opened again.
    stopped: bool,
}

impl Lines {
    pub(super) const fn new(last_frame: u64) -> Self {
        let next = last_frame.saturating_add(1);
        Self {
            all: Vec::new(),
            frames: next..next,
            stopped: false,
        }
    }

    pub(super) fn all(&self) -> &[Line] {
        &self.all
    }

    pub(super) const fn stop(&mut self) {
        self.stopped = true;
    }

    /// What is to be read next so that everything since `begins` is there: what was written meanwhile, then what lies
    /// before.
    pub(super) fn wanted(&self, begins: Timestamp, last_frame: u64) -> Option<Range<u64>> {
        if self.stopped {
            return None;
        }
        if last_frame >= self.frames.end {
            let end = last_frame.saturating_add(1).min(self.frames.end.saturating_add(PIECE));
            return Some(self.frames.end..end);
        }
        let oldest = self.all.first().map(|line| line.at);
        let reaches = oldest.is_some_and(|oldest| oldest < begins.before(MORE));
        (self.frames.start > 1 && !reaches).then(|| self.frames.start.saturating_sub(PIECE).max(1)..self.frames.start)
    }

    /// Takes in what was read; false where it does not join on, and nothing changed.
    pub(super) fn add(&mut self, frames: &Range<u64>, lines: Vec<Line>) -> bool {
        if frames.start == self.frames.end {
            self.all.extend(lines);
            self.frames.end = frames.end;
        } else if frames.end == self.frames.start {
            self.all.splice(..0, lines);
            self.frames.start = frames.start;
        } else {
            return false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fact::{Entry, Fact};

    fn line(frame: u64, at: i64) -> Line {
        let entry = Entry {
            clerk: None,
            visit: None,
            fact: Fact::CaptchaMissed,
        };
        let at = Timestamp::from_millis(at);
        Line {
            frame,
            at,
            wall: at,
            entry,
        }
    }

    #[test]
    fn it_is_read_from_its_end_until_the_period_is_there() {
        let day = 86_400_000;
        let mut lines = Lines::new(1_000);
        let begins = Timestamp::from_millis(100 * day);
        assert_eq!(lines.wanted(begins, 1_000), Some(751..1_001));
        assert!(lines.add(&(751..1_001), vec![line(751, 100 * day), line(1_000, 101 * day)]));
        assert_eq!(
            lines.wanted(begins, 1_000),
            Some(501..751),
            "the period may begin earlier"
        );
        assert_eq!(
            lines.wanted(begins, 1_002),
            Some(1_001..1_003),
            "what is new goes first"
        );
        assert!(lines.add(&(1_001..1_003), vec![line(1_001, 101 * day)]));
        assert!(!lines.add(&(1..10), Vec::new()), "it does not join on");
        assert!(lines.add(&(501..751), vec![line(501, 98 * day)]));
        assert_eq!(lines.wanted(begins, 1_002), None);
        assert_eq!(
            lines.all().iter().map(|line| line.frame).collect::<Vec<_>>(),
            [501, 751, 1_000, 1_001]
        );
        assert_eq!(lines.wanted(Timestamp::from_millis(0), 1_002), Some(251..501));
        lines.stop();
        assert_eq!(lines.wanted(Timestamp::from_millis(0), 1_002), None);
    }
}
