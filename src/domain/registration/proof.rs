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
use crate::domain::id::VisitId;
use crate::domain::legal::LegalVersion;
use crate::domain::policy::Policy;
use crate::domain::presence::Presence;
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
