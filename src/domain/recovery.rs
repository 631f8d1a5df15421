//! Recovery.

use serde::{Deserialize, Serialize};

use super::id::VisitId;

/// A visit as the store keeps it: without secrets, opaque to everyone but this room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitRecord {
    id: VisitId,
}

impl VisitRecord {
    /// The visit's name.
    pub const fn id(&self) -> VisitId {
        self.id
    }
}
