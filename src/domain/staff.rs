//! Who works at the desk.

use serde::{Deserialize, Serialize};

use super::applicant::{IdentityNumber, PersonName};

/// What a member of staff may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Serves applicants.
    Clerk,
    /// Also approves supervised recovery and reads reports.
    Supervisor,
    /// Reads the ledger, serves nobody.
    Auditor,
}

/// The person at the desk, by name and identity number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Identity number: staff never serve their own.
    pub identity: IdentityNumber,
    /// The name on the screen and in the ledger.
    pub name: PersonName,
    /// What this person may do.
    pub role: Role,
}

/// The workstation, and the centre that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workplace {
    /// The centre's name.
    pub centre: String,
    /// The desk's name.
    pub desk: String,
}
