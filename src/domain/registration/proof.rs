//! What a registration has established. As in a recovery, only the check that establishes it makes a proof:
//! constructors are private to this room, and no proof is `Clone`, `Default` or `Deserialize`.
//!
//! From outside a proof can be asked,
//!
//! ```
//! use istiada::domain::applicant::{IdentityNumber, Mobile};
//! use istiada::domain::id::VisitId;
//! use istiada::domain::registration::proof::{Human, MobileProven};
//! fn asked(human: &Human, proven: &MobileProven, identity: &IdentityNumber, mobile: &Mobile) -> bool {
//!     let visit = VisitId::from_bytes([1; 16]);
//!     human.holds_for(visit) && proven.holds_for(visit, identity, mobile)
//! }
//! ```
//!
//! and not made, used twice, or read from a file:
//!
//! ```compile_fail,E0451
//! use istiada::domain::{id::VisitId, presence::Presence, registration::proof::Human, time::Timestamp};
//! let presence = Presence::Read(Timestamp::from_millis(0));
//! let human = Human { visit: VisitId::from_bytes([1; 16]), presence };
//! ```
//!
//! ```compile_fail,E0451
//! use istiada::domain::applicant::{IdentityNumber, Mobile};
//! use istiada::domain::{id::VisitId, registration::proof::MobileProven, time::Timestamp};
//! fn forged(identity: IdentityNumber, value: Mobile) -> MobileProven {
//!     MobileProven { visit: VisitId::from_bytes([1; 16]), identity, value, at: Timestamp::from_millis(0) }
//! }
//! ```
//!
//! ```compile_fail,E0599
//! use istiada::domain::registration::proof::EmailProven;
//! fn twice(email: &EmailProven) -> (EmailProven, EmailProven) {
//!     (email.clone(), email.clone())
//! }
//! ```
//!
//! ```compile_fail,E0451
//! use istiada::domain::applicant::{IdentityNumber, Mobile};
//! use istiada::domain::registration::proof::SupervisorApproved;
//! use istiada::domain::{id::VisitId, supervised::UnknownReason, time::Timestamp};
//! fn forged(identity: IdentityNumber, mobile: Mobile, by: IdentityNumber) -> SupervisorApproved {
//!     SupervisorApproved {
//!         visit: VisitId::from_bytes([1; 16]), identity, mobile, conditions: Vec::new(),
//!         reason: UnknownReason::TooNew, by, at: Timestamp::from_millis(0),
//!     }
//! }
//! ```
//!
//! ```compile_fail,E0599
//! use istiada::domain::registration::proof::SupervisorApproved;
//! fn twice(approval: &SupervisorApproved) -> (SupervisorApproved, SupervisorApproved) {
//!     (approval.clone(), approval.clone())
//! }
//! ```
//!
//! ```compile_fail,E0277
//! fn from_a_file<T: serde::de::DeserializeOwned>() {}
//! from_a_file::<istiada::domain::registration::proof::SupervisorApproved>();
//! ```
//!
//! ```compile_fail,E0277
//! fn from_a_file<T: serde::de::DeserializeOwned>() {}
//! from_a_file::<istiada::domain::registration::proof::TermsAccepted>();
//! ```
//!
//! ```compile_fail,E0277
//! fn from_a_file<T: serde::de::DeserializeOwned>() {}
//! from_a_file::<istiada::domain::registration::Registration>();
//! ```

use crate::domain::applicant::{Email, IdentityNumber, Mobile};
use crate::domain::conditions::Condition;
use crate::domain::id::VisitId;
use crate::domain::legal::LegalVersion;
use crate::domain::policy::Policy;
use crate::domain::presence::Presence;
use crate::domain::supervised::{Purpose, UnknownReason};
use crate::domain::time::Timestamp;

/// A person, not a robot, is at this visit.
#[derive(Debug)]
pub struct Human {
    pub(super) visit: VisitId,
    pub(super) presence: Presence,
}

/// Terms and privacy policy were accepted in this visit, in these versions.
#[derive(Debug)]
pub struct TermsAccepted {
    pub(super) visit: VisitId,
    pub(super) versions: Vec<LegalVersion>,
    pub(super) at: Timestamp,
}

/// The code that was sent to this value was typed in this visit, for the registration of this identity.
#[derive(Debug)]
pub struct ContactProven<V> {
    pub(super) visit: VisitId,
    pub(super) identity: IdentityNumber,
    pub(super) value: V,
    pub(super) at: Timestamp,
}

/// The mobile is at hand.
pub type MobileProven = ContactProven<Mobile>;

/// The email works.
pub type EmailProven = ContactProven<Email>;

/// A supervisor, another person than the clerk, accepted in this visit what the registry does not know of this identity
/// and this mobile. There is no account yet that it could name. Whatever makes the account takes it by value, so that it
/// is used once.
#[derive(Debug)]
pub struct SupervisorApproved {
    pub(super) visit: VisitId,
    pub(super) identity: IdentityNumber,
    pub(super) mobile: Mobile,
    /// What was accepted: these conditions and no others.
    pub(super) conditions: Vec<Condition>,
    pub(super) reason: UnknownReason,
    pub(super) by: IdentityNumber,
    pub(super) at: Timestamp,
}

impl SupervisorApproved {
    /// Whether it was given in `visit` for this identity and this mobile, and can still be used.
    pub fn holds_for(
        &self,
        visit: VisitId,
        identity: &IdentityNumber,
        mobile: &Mobile,
        policy: &Policy,
        now: Timestamp,
    ) -> bool {
        self.visit == visit && self.identity == *identity && self.mobile == *mobile && now < self.lapses(policy)
    }

    /// Whether everything that is `unknown` was accepted.
    pub fn covers(&self, unknown: &[Condition]) -> bool {
        unknown.iter().all(|one| self.conditions.contains(one))
    }

    /// From when on it cannot be used any more.
    pub fn lapses(&self, policy: &Policy) -> Timestamp {
        self.at.after(policy.supervised.approval_lifetime)
    }

    /// What it is for.
    pub const fn purpose(&self) -> Purpose {
        Purpose::Registration
    }
}

impl Human {
    /// Whether it was established in `visit`.
    pub fn holds_for(&self, visit: VisitId) -> bool {
        self.visit == visit
    }

    /// In which visit it was established.
    pub const fn visit(&self) -> VisitId {
        self.visit
    }

    /// How it was established, and when.
    pub const fn presence(&self) -> Presence {
        self.presence
    }
}

impl TermsAccepted {
    /// Whether they were accepted in `visit`.
    pub fn holds_for(&self, visit: VisitId) -> bool {
        self.visit == visit && !self.versions.is_empty()
    }

    /// What was accepted.
    pub fn versions(&self) -> &[LegalVersion] {
        &self.versions
    }
}

impl<V: PartialEq> ContactProven<V> {
    /// Whether it was established in `visit` for this identity and this value.
    pub fn holds_for(&self, visit: VisitId, identity: &IdentityNumber, value: &V) -> bool {
        self.visit == visit && self.identity == *identity && self.value == *value
    }

    /// Whether it was established in `visit` for this value, whoever registers.
    pub fn is_of(&self, visit: VisitId, value: &V) -> bool {
        self.visit == visit && self.value == *value
    }

    /// When the code was typed.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Whether the code was typed too long ago.
    pub fn is_stale(&self, policy: &Policy, now: Timestamp) -> bool {
        now.since(self.at) >= policy.code.matched_lifetime
    }
}
