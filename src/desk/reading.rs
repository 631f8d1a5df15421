//! The ledger is read: for a supervisor's figures, and for whoever must find out what happened.

use std::ops::Range;

use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::Fact;
use crate::domain::id::AccountId;
use crate::domain::limit::Subject;
use crate::domain::report::Line;
use crate::domain::staff::Right;
use crate::port::{Frame, Lookup, SubjectOf};

use super::{Desk, DeskError};

/// The names under which the ledger knows a person. It holds no identity number of an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The number that was asked for: staff stand under it.
    number: IdentityNumber,
    /// The person's account, and the digest of it.
    account: Option<(AccountId, Subject)>,
}

impl Known {
    /// Whether a line names this person: as the applicant, or as the member of staff who acted.
    pub fn is_named_by(&self, line: &Line) -> bool {
        line.entry.clerk == Some(self.number) || self.is_applicant_of(&line.entry.fact)
    }

    fn is_applicant_of(&self, fact: &Fact) -> bool {
        let Some((account, subject)) = self.account else {
            return false;
        };
        fact.account() == Some(account) || fact.subject() == Some(subject)
    }
}

impl Desk {
    /// The number of the ledger's last frame; 0 in one that nobody wrote to.
    pub fn last_frame(&self) -> u64 {
        self.inner.ports.store.head().map_or(0, |head| head.number)
    }

    /// What the frames of these numbers hold, the oldest first. Each is opened with the key and its hash is computed anew,
    /// so a frame that is not what was written is noticed.
    ///
    /// # Errors
    /// The store's; [`StoreError::Damaged`](crate::port::StoreError) names the frame.
    pub async fn read_ledger(&self, frames: Range<u64>) -> Result<Vec<Line>, DeskError> {
        self.off_thread(move |inner| {
            inner.permitted(Right::ReadLedger)?;
            let frames = inner.ports.store.frames(frames)?;
            Ok(frames.into_iter().flat_map(lines).collect())
        })
        .await
    }

    /// How the ledger knows the person with this number, found by its blind index.
    ///
    /// # Errors
    /// The store's.
    pub async fn known(&self, number: IdentityNumber) -> Result<Known, DeskError> {
        self.off_thread(move |inner| {
            inner.permitted(Right::ReadLedger)?;
            let account = inner.ports.store.find(Lookup::Identity(&number))?;
            let account = account.map(|id| (id, inner.ports.keys.subject(SubjectOf::Account(id))));
            Ok(Known { number, account })
        })
        .await
    }
}

fn lines(frame: Frame) -> impl Iterator<Item = Line> {
    let moment = frame.commit.moment;
    frame.commit.entries.into_iter().map(move |entry| Line {
        frame: frame.number,
        at: moment.at,
        wall: moment.reading.wall,
        entry,
    })
}
