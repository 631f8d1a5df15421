//! What a recovery has established. Only the check that establishes it makes a proof: constructors are private to
//! this room, and no proof is `Clone`, `Default` or `Deserialize`.
//!
//! Each proof names what it proves and when. The method that consumes it compares all of it.
//!
//! From outside a proof can be asked, and nothing else:
//!
//! ```
//! use istiada::domain::applicant::Mobile;
//! use istiada::domain::id::{AccountId, VisitId};
//! use istiada::domain::recovery::proof::{AnswersMatched, CaptchaPassed, CodeMatched};
//! fn asked(human: &CaptchaPassed, answers: &AnswersMatched, code: &CodeMatched, mobile: &Mobile) -> bool {
//!     let (visit, account) = (VisitId::from_bytes([1; 16]), AccountId::from_bytes([1; 16]));
//!     human.holds_for(visit) && answers.holds_for(visit, account) && code.holds_for(visit, account, mobile)
//! }
//! ```
//!
//! It cannot be made,
//!
//! ```compile_fail,E0451
//! use istiada::domain::{id::VisitId, presence::Presence, recovery::proof::CaptchaPassed, time::Timestamp};
//! let presence = Presence::Read(Timestamp::from_millis(0));
//! let human = CaptchaPassed { visit: VisitId::from_bytes([1; 16]), presence };
//! ```
//!
//! ```compile_fail,E0451
//! use istiada::domain::id::{AccountId, VisitId};
//! use istiada::domain::{recovery::proof::AnswersMatched, time::Timestamp};
//! let visit = VisitId::from_bytes([1; 16]);
//! let account = AccountId::from_bytes([1; 16]);
//! let answers = AnswersMatched { visit, account, at: Timestamp::from_millis(0) };
//! ```
//!
//! ```compile_fail,E0451
//! use istiada::domain::applicant::Mobile;
//! use istiada::domain::id::{AccountId, VisitId};
//! use istiada::domain::{recovery::proof::CodeMatched, time::Timestamp};
//! fn forged(mobile: Mobile) -> CodeMatched {
//!     let visit = VisitId::from_bytes([1; 16]);
//!     CodeMatched { visit, account: AccountId::from_bytes([1; 16]), mobile, at: Timestamp::from_millis(0) }
//! }
//! ```
//!
//! ```compile_fail,E0451
//! use istiada::domain::{applicant::IdentityNumber, supervised::Aim, time::Timestamp};
//! use istiada::domain::id::{AccountId, VisitId};
//! use istiada::domain::recovery::proof::SupervisorApproved;
//! fn forged(by: IdentityNumber) -> SupervisorApproved {
//!     SupervisorApproved {
//!         visit: VisitId::from_bytes([1; 16]), account: AccountId::from_bytes([1; 16]), aim: Aim::Password,
//!         instead: None, by, second: None, asks: false, at: Timestamp::from_millis(0),
//!     }
//! }
//! ```
//!
//! changed,
//!
//! ```compile_fail,E0616
//! use istiada::domain::{id::VisitId, recovery::proof::CaptchaPassed};
//! fn moved(human: &mut CaptchaPassed) {
//!     human.visit = VisitId::from_bytes([2; 16]);
//! }
//! ```
//!
//! used twice,
//!
//! ```compile_fail,E0599
//! use istiada::domain::recovery::proof::CodeMatched;
//! fn twice(code: &CodeMatched) -> (CodeMatched, CodeMatched) {
//!     (code.clone(), code.clone())
//! }
//! ```
//!
//! ```compile_fail,E0599
//! use istiada::domain::recovery::proof::SupervisorApproved;
//! fn twice(approval: &SupervisorApproved) -> (SupervisorApproved, SupervisorApproved) {
//!     (approval.clone(), approval.clone())
//! }
//! ```
//!
//! had for nothing, or read from a file:
//!
//! ```compile_fail,E0277
//! fn from_nothing<T: Default>() {}
//! from_nothing::<istiada::domain::recovery::proof::SupervisorApproved>();
//! ```
//!
//! ```compile_fail,E0277
//! fn from_a_file<T: serde::de::DeserializeOwned>() {}
//! from_a_file::<istiada::domain::recovery::proof::SupervisorApproved>();
//! ```
//!
//! ```compile_fail,E0277
//! fn from_nothing<T: Default>() {}
//! from_nothing::<istiada::domain::recovery::proof::AnswersMatched>();
//! ```
//!
//! ```compile_fail,E0277
//! fn from_a_file<T: serde::de::DeserializeOwned>() {}
//! from_a_file::<istiada::domain::recovery::proof::CodeMatched>();
//! ```
//!
//! ```compile_fail,E0277
//! fn from_a_file<T: serde::de::DeserializeOwned>() {}
//! from_a_file::<istiada::domain::recovery::Recovery>();
//! ```

use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::id::{AccountId, VisitId};
use crate::domain::policy::Policy;
use crate::domain::presence::Presence;
use crate::domain::supervised::{Aim, Purpose};
use crate::domain::time::Timestamp;

/// A person, not a robot, is at this visit.
#[derive(Debug)]
pub struct CaptchaPassed {
    pub(super) visit: VisitId,
    pub(super) presence: Presence,
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

/// A supervisor, another person than the clerk, approved this for this account in this visit. Whatever consumes it takes
/// it by value, so that it is used once.
#[derive(Debug)]
pub struct SupervisorApproved {
    pub(super) visit: VisitId,
    pub(super) account: AccountId,
    pub(super) aim: Aim,
    /// The mobile that stands in the place of the account's by a change that has been waited for.
    pub(super) instead: Option<Mobile>,
    pub(super) by: IdentityNumber,
    /// The second supervisor, where one was needed.
    pub(super) second: Option<IdentityNumber>,
    /// Whether the questions of the account are asked all the same.
    pub(super) asks: bool,
    pub(super) at: Timestamp,
}

impl SupervisorApproved {
    /// Whether it was given in `visit` for `account`, and can still be used.
    pub fn holds_for(&self, visit: VisitId, account: AccountId, policy: &Policy, now: Timestamp) -> bool {
        self.visit == visit && self.account == account && now < self.lapses(policy)
    }

    /// From when on it cannot be used any more.
    pub fn lapses(&self, policy: &Policy) -> Timestamp {
        self.at.after(policy.supervised.approval_lifetime)
    }

    /// What it is for.
    pub const fn purpose(&self) -> Purpose {
        self.aim.purpose()
    }
}

impl CaptchaPassed {
    /// Whether it was established in `visit`.
    pub fn holds_for(&self, visit: VisitId) -> bool {
        self.visit == visit
    }

    /// How it was established, and when.
    pub const fn presence(&self) -> Presence {
        self.presence
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
