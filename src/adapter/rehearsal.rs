//! What drill and tour put around real adapters: a clock that can be set ahead, a painter that tells what it painted,
//! a store that acknowledges. None of them can be had beside real people.

use std::fmt;
use std::io::Write;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::store::DurableStore;
use crate::domain::account::Account;
use crate::domain::applicant::IdentityNumber;
use crate::domain::captcha::{Label, Picture, Print};
use crate::domain::id::{AccountId, MessageId, VisitId};
use crate::domain::limit::{Tally, TallyKey};
use crate::domain::message::Message;
use crate::domain::recovery::VisitRecord;
use crate::domain::staff::{Member, SetUp};
use crate::domain::store_kind::{Practice, StoreKind};
use crate::domain::supervised::MobileChange;
use crate::domain::time::{BootId, Moment, Reading, Timestamp, Uptime};
use crate::port::{Clock, Commit, Entropy, Frame, FrameHash, Head, Lookup, Painter, Store, StoreError, Versioned};

/// The wall clock, with what was added to it; each start counts as a start of the machine, so that a later run can go
/// on from where the last one was ahead.
pub struct RunningAhead {
    boot: BootId,
    start: std::time::Instant,
    wall: Timestamp,
    ahead: Mutex<Duration>,
}

impl RunningAhead {
    /// Starts at what `clock` says, or at the last recorded moment where that is later.
    pub fn new(_made_up_people: Practice, clock: &dyn Clock, entropy: &dyn Entropy, last: Option<Moment>) -> Self {
        let mut boot = [0; 16];
        entropy.fill(&mut boot);
        let wall = clock.read().wall;
        Self {
            boot: BootId(boot),
            start: std::time::Instant::now(),
            wall: last.map_or(wall, |last| wall.max(last.at).max(last.reading.wall)),
            ahead: Mutex::default(),
        }
    }

    /// Goes ahead.
    pub fn pass(&self, span: Duration) {
        let mut ahead = locked(&self.ahead);
        *ahead = ahead.saturating_add(span);
    }
}

impl Clock for RunningAhead {
    fn read(&self) -> Reading {
        let elapsed = self.start.elapsed().saturating_add(*locked(&self.ahead));
        Reading {
            wall: self.wall.after(elapsed),
            uptime: Uptime {
                boot: self.boot,
                elapsed,
            },
        }
    }
}

/// A painter that tells what the last image shows.
pub struct TellingPainter<P> {
    painter: P,
    last: Mutex<Option<Label>>,
}

impl<P: Painter> TellingPainter<P> {
    /// Tells on a real painter.
    pub const fn new(_made_up_people: Practice, painter: P) -> Self {
        Self {
            painter,
            last: Mutex::new(None),
        }
    }

    /// What the image shows that was painted last.
    pub fn told(&self) -> Option<Label> {
        locked(&self.last).clone()
    }
}

impl<P: Painter> Painter for TellingPainter<P> {
    fn paint(&self, label: &Label, print: Print, seed: u64) -> Picture {
        *locked(&self.last) = Some(label.clone());
        self.painter.paint(label, print, seed)
    }
}

/// Paints nothing: where the load on the store is measured, not the painter.
#[derive(Clone, Copy, Debug)]
pub struct BlankPainter;

impl BlankPainter {
    /// Beside made-up people only: an image without characters proves nothing.
    pub const fn new(_made_up_people: Practice) -> Self {
        Self
    }
}

impl Painter for BlankPainter {
    fn paint(&self, _label: &Label, _print: Print, _seed: u64) -> Picture {
        Picture {
            width: 1,
            height: 1,
            rgba: vec![255; 4],
        }
    }
}

/// One frame, acknowledged: `ACK <frame number> <frame hash>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The frame's number.
    pub number: u64,
    hash: FrameHash,
}

/// The first word of every acknowledgement.
pub const ACKNOWLEDGED: &str = "ACK";

impl Acknowledgement {
    /// Reads a line; `None` where it is no whole acknowledgement.
    pub fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        if words.next()? != ACKNOWLEDGED {
            return None;
        }
        let number = words.next()?.parse().ok()?;
        let digits = words.next()?;
        if words.next().is_some() || digits.len() != 64 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut hash = [0; 32];
        for (place, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(digits.get(place * 2..place * 2 + 2)?, 16).ok()?;
        }
        let hash = FrameHash(hash);
        Some(Self { number, hash })
    }

    /// Whether that frame is in the store's ledger, with that hash.
    ///
    /// # Errors
    /// The ledger could not be read.
    pub fn is_kept_by(&self, store: &DurableStore) -> Result<bool, StoreError> {
        store.contains(self.number, self.hash)
    }
}

impl fmt::Display for Acknowledgement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{ACKNOWLEDGED} {} {}", self.number, self.hash)
    }
}

/// A store that writes a line after each commit that a power cut no longer undoes.
pub struct AcknowledgingStore {
    store: Arc<dyn Store>,
    out: Mutex<Box<dyn Write + Send>>,
}

impl AcknowledgingStore {
    /// Acknowledges what `store` commits. Each line reaches `out` whole, in one write.
    pub fn new(_made_up_people: Practice, store: Arc<dyn Store>, out: Box<dyn Write + Send>) -> Self {
        Self {
            store,
            out: Mutex::new(out),
        }
    }
}

impl Store for AcknowledgingStore {
    fn kind(&self) -> StoreKind {
        self.store.kind()
    }

    fn commit(&self, commit: &Commit) -> Result<Head, StoreError> {
        let head = self.store.commit(commit)?;
        let acknowledgement = Acknowledgement {
            number: head.number,
            hash: head.hash,
        };
        let mut out = locked(&self.out);
        out.write_all(format!("{acknowledgement}\n").as_bytes())?;
        out.flush()?;
        Ok(head)
    }

    fn head(&self) -> Option<Head> {
        self.store.head()
    }

    fn find(&self, lookup: Lookup<'_>) -> Result<Option<AccountId>, StoreError> {
        self.store.find(lookup)
    }

    fn account(&self, id: AccountId) -> Result<Option<Versioned<Account>>, StoreError> {
        self.store.account(id)
    }

    fn visit(&self, id: VisitId) -> Result<Option<Versioned<VisitRecord>>, StoreError> {
        self.store.visit(id)
    }

    fn visits(&self) -> Result<Vec<Versioned<VisitRecord>>, StoreError> {
        self.store.visits()
    }

    fn mobile_change(&self, account: AccountId) -> Result<Option<Versioned<MobileChange>>, StoreError> {
        self.store.mobile_change(account)
    }

    fn mobile_changes(&self) -> Result<Vec<Versioned<MobileChange>>, StoreError> {
        self.store.mobile_changes()
    }

    fn tally(&self, key: TallyKey) -> Result<Versioned<Tally>, StoreError> {
        self.store.tally(key)
    }

    fn member(&self, number: &IdentityNumber) -> Result<Option<Versioned<Member>>, StoreError> {
        self.store.member(number)
    }

    fn members(&self) -> Result<Vec<Versioned<Member>>, StoreError> {
        self.store.members()
    }

    fn set_up(&self) -> Result<Option<Versioned<SetUp>>, StoreError> {
        self.store.set_up()
    }

    fn message(&self, id: MessageId) -> Result<Option<Versioned<Message>>, StoreError> {
        self.store.message(id)
    }

    fn waiting(&self) -> Result<Vec<Versioned<Message>>, StoreError> {
        self.store.waiting()
    }

    fn frames(&self, numbers: Range<u64>) -> Result<Vec<Frame>, StoreError> {
        self.store.frames(numbers)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::adapter::clock::SystemClock;
    use crate::adapter::entropy::SystemEntropy;

    #[test]
    fn an_acknowledgement_is_read_as_it_was_written() {
        let one = Acknowledgement {
            number: 17,
            hash: FrameHash([0xab; 32]),
        };
        let line = one.to_string();
        assert_eq!(line, format!("ACK 17 {}", "ab".repeat(32)));
        assert_eq!(Acknowledgement::parse(&line), Some(one));
        for length in 0..line.len() {
            assert_eq!(Acknowledgement::parse(&line[..length]), None);
        }
        for bad in [
            format!("{line} x"),
            line.replace("ACK", "NAK"),
            line.replace("ab", "zz"),
            line.replace("17", "-1"),
        ] {
            assert_eq!(Acknowledgement::parse(&bad), None, "{bad}");
        }
    }

    #[test]
    fn a_clock_that_was_ahead_goes_on_from_there() {
        let practice = StoreKind::Drill.practice().unwrap();
        let clock = RunningAhead::new(practice, &SystemClock::new(), &SystemEntropy, None);
        let before = clock.read();
        clock.pass(Duration::from_secs(86_400));
        let after = clock.read();
        assert!(after.wall.since(before.wall) >= Duration::from_secs(86_400));
        assert!(after.uptime.elapsed - before.uptime.elapsed >= Duration::from_secs(86_400));
        let last = Moment {
            at: after.wall,
            reading: after,
        };
        let later = RunningAhead::new(practice, &SystemClock::new(), &SystemEntropy, Some(last));
        assert!(later.read().wall >= after.wall);
        assert_ne!(later.read().uptime.boot, after.uptime.boot);
    }
}
