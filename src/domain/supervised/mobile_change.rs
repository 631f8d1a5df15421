//! A new mobile in the place of a lost one. It counts after a wait in which the owner of the old one hears of it and any
//! desk can stop it. The record is kept afterwards, so that none can be mistaken for another.

use serde::{Deserialize, Serialize};

use crate::domain::applicant::Mobile;
use crate::domain::id::{AccountId, Reference, VisitId};
use crate::domain::time::Timestamp;

/// What has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It waits, or has been waited for.
    Waiting,
    /// A desk stopped it.
    Stopped,
    /// The mobile was changed.
    Done,
}

/// The last change of an account's mobile that supervisors approved: one record for each account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MobileChange {
    account: AccountId,
    visit: VisitId,
    mobile: Mobile,
    begun: Timestamp,
    until: Timestamp,
    standing: Standing,
}

impl MobileChange {
    /// A change that begins to wait. Only a recovery with its approvals makes one.
    pub(in crate::domain) const fn begin(
        account: AccountId,
        visit: VisitId,
        mobile: Mobile,
        begun: Timestamp,
        until: Timestamp,
    ) -> Self {
        Self {
            account,
            visit,
            mobile,
            begun,
            until,
            standing: Standing::Waiting,
        }
    }

    /// Whose.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The visit that it began in.
    pub const fn visit(&self) -> VisitId {
        self.visit
    }

    /// That visit's name for people: the owner of the old mobile was told it.
    pub fn reference(&self) -> Reference {
        Reference::of(self.visit)
    }

    /// The new mobile.
    pub const fn mobile(&self) -> &Mobile {
        &self.mobile
    }

    /// When it began.
    pub const fn begun(&self) -> Timestamp {
        self.begun
    }

    /// From when on it counts.
    pub const fn until(&self) -> Timestamp {
        self.until
    }

    /// What has become of it.
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether it was neither stopped nor done.
    pub fn is_open(&self) -> bool {
        self.standing == Standing::Waiting
    }

    /// Whether it was waited for and may be done.
    pub fn is_ripe(&self, now: Timestamp) -> bool {
        self.is_open() && now >= self.until
    }

    /// The same, stopped. Nothing becomes of one that is done.
    #[must_use]
    pub fn stopped(mut self) -> Self {
        if self.is_open() {
            self.standing = Standing::Stopped;
        }
        self
    }

    /// The same, done.
    #[must_use]
    pub(in crate::domain) const fn done(mut self) -> Self {
        self.standing = Standing::Done;
        self
    }
}
