//! A fact as the ledger keeps it.

use serde::{Deserialize, Serialize};

use super::Fact;
use crate::domain::applicant::IdentityNumber;
use crate::domain::id::VisitId;

/// A fact with who, where and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The clerk who acted; none where the program did.
    pub clerk: Option<IdentityNumber>,
    /// The visit that it belongs to.
    pub visit: Option<VisitId>,
    /// What happened.
    pub fact: Fact,
}
