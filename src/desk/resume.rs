//! Visits that were open when the program stopped, by a crash, a power cut or in the ordinary way: each waits at its
//! step for the clerk who served it and for the same person, as long as it would have lived with nobody there.
//!
//! How long that is goes by trusted time. Where the machine was started in between and its wall clock stands earlier
//! than in the last frame, nobody knows how much time has passed, and nothing can be resumed.

use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::Ending;
use crate::domain::id::VisitId;
use crate::domain::recovery::{self, DocumentSeen, Input, Recovery};
use crate::domain::staff::Right;
use crate::domain::time::Timestamp;
use crate::port::Versioned;

use super::lookups::Lookups;
use super::view::ClerkView;
use super::{Desk, DeskError, Inner, Reply, locked};

/// A visit that can be resumed.
#[derive(Clone, Debug)]
pub struct LeftOpen {
    /// What its clerk saw of it, at the step that it had reached.
    pub view: ClerkView,
    /// The document that was seen, if one was.
    pub document: Option<DocumentSeen>,
    /// When it is too late.
    pub until: Timestamp,
}

/// The clerk's word that the person at the counter is the one whose document was seen in the visit.
#[derive(Clone, Copy, Debug)]
pub struct SamePerson;

/// A visit that waits to be resumed.
#[derive(Clone, Copy)]
pub(super) struct Left {
    visit: VisitId,
    clerk: IdentityNumber,
    until: Timestamp,
}

impl Desk {
    /// The visits of this clerk that can be resumed now. Those of other clerks, and those for which it is too late, end
    /// as interrupted.
    ///
    /// # Errors
    /// The store's.
    pub async fn left_open(&self) -> Result<Vec<LeftOpen>, DeskError> {
        self.off_thread(Inner::left_open).await
    }

    /// Goes on with a visit at the step that it had reached, or at the code where that was typed too long ago.
    ///
    /// # Errors
    /// [`DeskError::NoVisit`] where it is not one of [`left_open`](Self::left_open), or the store's.
    pub async fn resume(&self, visit: VisitId, _same: SamePerson) -> Result<Reply, DeskError> {
        let reply = self.off_thread(move |inner| inner.resume(visit)).await;
        self.inner.outbox.notify_one();
        reply
    }
}

impl Inner {
    /// Finds what the last stop left open. `is_counted`: whether it can be told how long ago that was.
    pub(super) fn find_left_open(&self, is_counted: bool) -> Result<(), DeskError> {
        let now = self.moment().at;
        for Versioned { record, .. } in self.ports.store.visits()? {
            let state = recovery::restore(record);
            let visit = state.visit();
            let left = Left {
                visit: visit.id,
                clerk: visit.clerk,
                until: visit.resumable_until(&self.policy),
            };
            if is_counted && now < left.until && !matches!(state, Recovery::Ended(_)) {
                locked(&self.left).push(left);
            } else {
                self.forget(left.visit, Ending::Interrupted)?;
            }
        }
        Ok(())
    }

    /// Whether a visit waits to be resumed. Until then nothing else can be done with it.
    pub(super) fn is_left_open(&self, visit: VisitId) -> bool {
        locked(&self.left).iter().any(|left| left.visit == visit)
    }

    /// Ends those that nobody can resume any more.
    pub(super) fn end_left_open(&self) -> Result<(), DeskError> {
        if locked(&self.left).is_empty() {
            return Ok(());
        }
        let now = self.moment().at;
        let left = locked(&self.left).clone();
        left.into_iter()
            .filter(|left| now >= left.until || self.seated().is_some_and(|staff| left.clerk != staff.identity))
            .try_for_each(|left| self.interrupt(left.visit))
    }

    /// Ends one of them.
    pub(super) fn interrupt(&self, visit: VisitId) -> Result<(), DeskError> {
        self.forget(visit, Ending::Interrupted)?;
        self.no_longer_left(visit);
        Ok(())
    }

    fn no_longer_left(&self, visit: VisitId) {
        locked(&self.left).retain(|left| left.visit != visit);
    }

    fn left_open(&self) -> Result<Vec<LeftOpen>, DeskError> {
        if self.permitted(Right::Serve).is_err() {
            return Ok(Vec::new());
        }
        self.end_left_open()?;
        let now = self.moment().at;
        let left = locked(&self.left).clone();
        let mut found = Vec::new();
        for Left { visit, until, .. } in left {
            let Some(read) = self.ports.store.visit(visit)? else {
                self.no_longer_left(visit);
                continue;
            };
            let state = recovery::restore(read.record);
            found.push(LeftOpen {
                document: state.document().cloned(),
                view: self.views(&state, now)?.clerk,
                until,
            });
        }
        Ok(found)
    }

    fn resume(&self, visit: VisitId) -> Result<Reply, DeskError> {
        self.permitted(Right::Serve)?;
        self.end_left_open()?;
        if !self.is_left_open(visit) {
            return Err(DeskError::NoVisit);
        }
        self.again_on_conflict(|| {
            let Versioned { record, version } = self.ports.store.visit(visit)?.ok_or(DeskError::NoVisit)?;
            let state = recovery::restore(record);
            let moment = self.moment();
            let mut counters = self.counters_of(&state, &Lookups::default())?;
            let resumed = state.apply(Input::Resumed, &mut self.context(moment, &mut counters));
            let mut commit = self.commit_of(moment, &resumed.next, version, resumed.effects);
            commit.changes.extend(counters.changes());
            self.write(commit)?;
            self.no_longer_left(visit);
            Ok(Reply {
                views: self.views(&resumed.next, moment.at)?,
                refusal: resumed.refusal,
            })
        })
    }
}
