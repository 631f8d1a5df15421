//! What a registry says of people and mobiles. A registry is where identity, validity dates and the ownership of
//! mobiles are looked up; it wins over what stands on a document and over an account's copy.

use serde::{Deserialize, Serialize};

use super::applicant::{ApplicantKind, IdDate, IdentityNumber, Mobile, PersonName};

/// What a registry answered. "Unknown" is no half a yes: nothing is ever met by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegistryAnswer<T> {
    /// It knows.
    Known(T),
    /// It says no.
    No(RegistryNo),
    /// It has nothing to say, or could not be asked.
    Unknown,
}

/// Why a registry said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegistryNo {
    /// It holds everybody, and has no such person or mobile.
    NotThere,
}

impl<T> RegistryAnswer<T> {
    /// The same answer about something that follows from what it knows.
    pub fn map<U>(self, follow: impl FnOnce(T) -> U) -> RegistryAnswer<U> {
        match self {
            Self::Known(known) => RegistryAnswer::Known(follow(known)),
            Self::No(reason) => RegistryAnswer::No(reason),
            Self::Unknown => RegistryAnswer::Unknown,
        }
    }

    /// What it knows.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(known) => Some(known),
            Self::No(_) | Self::Unknown => None,
        }
    }
}

/// A person as a registry knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name, where the registry has it.
    pub name: Option<PersonName>,
    /// Who they are.
    pub kind: ApplicantKind,
    /// When the national ID, the iqama or the stay ends, in the calendar it was printed in; where the registry has it.
    pub expiry: Option<IdDate>,
    /// Whether the identity is in force: not cancelled, and nobody left for good.
    pub active: bool,
}

/// Everything that a registry holds at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    /// Whether it holds everybody: of who is not in it, it says "no", else "unknown".
    pub complete: bool,
    /// The people. No identity number and no mobile stands in it twice.
    pub people: Vec<Registered>,
}

/// A person with their mobiles, as a registry holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The identity number.
    pub number: IdentityNumber,
    /// What is known of the person.
    pub person: Person,
    /// The mobiles that are theirs.
    pub mobiles: Vec<RegisteredMobile>,
}

/// A mobile as a registry holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisteredMobile {
    /// The number.
    pub mobile: Mobile,
    /// Whether it is active.
    pub active: bool,
    /// Whether its operator is an approved one.
    pub operator_approved: bool,
}

/// How it stands with a mobile that one person says is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MobileStanding {
    /// Whether it is this person's.
    pub theirs: bool,
    /// Whether it is active: neither suspended nor cancelled.
    pub active: bool,
    /// Whether its operator is an approved one, whatever its prefix was first given to.
    pub operator_approved: bool,
}

impl RegisteredMobile {
    /// How it stands with it, for somebody who is its owner or is not.
    pub const fn standing(&self, theirs: bool) -> MobileStanding {
        MobileStanding {
            theirs,
            active: self.active,
            operator_approved: self.operator_approved,
        }
    }
}
