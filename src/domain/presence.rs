//! How it is known that a person, and not a robot, is at a visit.

use serde::{Deserialize, Serialize};

use super::applicant::IdentityNumber;
use super::time::Timestamp;

/// Why a member of staff attests that a person is in front of them, in the place of the image. The words of it stand in
/// the ledger for good, so reasons are added and never renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttestationReason {
    /// They cannot see the image, or not well enough.
    CannotSee,
    /// They do not read Latin letters.
    CannotReadLatin,
    /// They cannot use their hands to type.
    CannotType,
    /// They tried several images and could read none.
    Unreadable,
    /// The screen or the keyboard on their side does not work.
    EquipmentFails,
}

impl AttestationReason {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::CannotSee,
        Self::CannotReadLatin,
        Self::CannotType,
        Self::Unreadable,
        Self::EquipmentFails,
    ];
}

/// A member of staff's word that a person is in front of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// Whose word it is.
    pub by: IdentityNumber,
    /// Why no image was read.
    pub reason: AttestationReason,
}

/// How and when it was established that a person is there. Records hold it as it is: the time alone where an image was
/// read, as they did before anything else was possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Presence {
    /// They typed the characters of an image.
    Read(Timestamp),
    /// A member of staff attested it.
    Attested {
        /// When.
        at: Timestamp,
        /// Who.
        by: IdentityNumber,
        /// Why no image was read.
        reason: AttestationReason,
    },
}

impl Presence {
    /// Somebody's word for it, given at this time.
    pub const fn attested(attestation: Attestation, at: Timestamp) -> Self {
        let Attestation { by, reason } = attestation;
        Self::Attested { at, by, reason }
    }
}
