//! What a store is for. A command opens only its own kind.

use serde::{Deserialize, Serialize};

/// The kind of a store: in its first frame, in every record's associated data and in every derived key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StoreKind {
    /// Real people at a real counter.
    Desk,
    /// Made-up people and a phone on the screen.
    Training,
    /// Random visits, for load and durability.
    Drill,
    /// The walk through all screens.
    Tour,
}

impl StoreKind {
    /// The word that stands in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Training => "training",
            Self::Drill => "drill",
            Self::Tour => "tour",
        }
    }

    /// Leave to show codes on a screen phone and to hash cheaply: every kind but a desk has it.
    pub const fn practice(self) -> Option<Practice> {
        match self {
            Self::Desk => None,
            Self::Training | Self::Drill | Self::Tour => Some(Practice(())),
        }
    }
}

/// Proof that a store holds made-up people only. What must never exist beside real people demands it.
#[derive(Clone, Copy, Debug)]
pub struct Practice(());
