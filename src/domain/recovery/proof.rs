//! What a recovery has established. Only the check that establishes it makes a proof: constructors are private to
//! this room, and no proof is `Clone`, `Default` or `Deserialize`.
//!
//! Each proof names what it proves and when. The method that consumes it compares all of it.

use crate::domain::applicant::Mobile;
use crate::domain::id::{AccountId, VisitId};
use crate::domain::time::Timestamp;

/// A person, not a robot, is at this visit.
#[derive(Debug)]
pub struct CaptchaPassed {
    pub(super) visit: VisitId,
    pub(super) at: Timestamp,
}

/// All security answers of this account were given in this visit.
#[derive(Debug)]
pub struct AnswersMatched {
    pub(super) visit: VisitId,
    pub(super) account: AccountId,
    pub(super) at: Timestamp,
}

/// The code that was sent to this mobile for this account was typed in this visit.
#[derive(Debug)]
pub struct CodeMatched {
    pub(super) visit: VisitId,
    pub(super) account: AccountId,
    pub(super) mobile: Mobile,
    pub(super) at: Timestamp,
}

impl CaptchaPassed {
    /// Whether it was established in `visit`.
    pub fn holds_for(&self, visit: VisitId) -> bool {
        self.visit == visit
    }
}

impl AnswersMatched {
    /// Whether it was established in `visit` for `account`.
    pub fn holds_for(&self, visit: VisitId, account: AccountId) -> bool {
        self.visit == visit && self.account == account
    }
}

impl CodeMatched {
    /// Whether it was established in `visit` for `account` while its mobile was `mobile`.
    pub fn holds_for(&self, visit: VisitId, account: AccountId, mobile: &Mobile) -> bool {
        self.visit == visit && self.account == account && self.mobile == *mobile
    }

    /// When the code was typed.
    pub const fn at(&self) -> Timestamp {
        self.at
    }
}
