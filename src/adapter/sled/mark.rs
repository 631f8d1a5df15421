//! What the records claim to be: those of one frame of the ledger, with a digest of all of them.

use std::io;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::tables::Table;
use crate::adapter::seal::{Place, SealError, Vault};
use crate::port::FrameHash;

/// Where the mark stands in its tree.
pub const KEY: &[u8] = b"mark";

/// The sum of the hashes of all records, in four lanes. Any record that is missing, old or new changes it, and adding
/// or taking one away needs no look at the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest([u64; 4]);

impl Digest {
    /// Adds a record.
    pub fn add(&mut self, table: Table, key: &[u8], value: &[u8]) {
        self.merge(&lanes(table, key, value), u64::wrapping_add);
    }

    /// Takes a record away.
    pub fn remove(&mut self, table: Table, key: &[u8], value: &[u8]) {
        self.merge(&lanes(table, key, value), u64::wrapping_sub);
    }

    /// This digest after a change.
    #[must_use]
    pub fn changed(mut self, change: Self) -> Self {
        self.merge(&change.0, u64::wrapping_add);
        self
    }

    fn merge(&mut self, other: &[u64; 4], by: fn(u64, u64) -> u64) {
        self.0
            .iter_mut()
            .zip(other)
            .for_each(|(lane, other)| *lane = by(*lane, *other));
    }
}

fn lanes(table: Table, key: &[u8], value: &[u8]) -> [u64; 4] {
    let mut hasher = Sha256::new();
    for part in [table.name().as_bytes(), key, value] {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let hash: [u8; 32] = hasher.finalize().into();
    let mut lanes = [0; 4];
    for (lane, bytes) in lanes.iter_mut().zip(hash.chunks_exact(8)) {
        *lane = u64::from_le_bytes(bytes.try_into().unwrap_or_default());
    }
    lanes
}

/// The frame that the records follow, and their digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The frame's number.
    pub number: u64,
    /// The frame's hash.
    pub hash: FrameHash,
    /// The digest of all records.
    pub digest: Digest,
}

#[derive(Serialize, Deserialize)]
struct Written {
    number: u64,
    hash: [u8; 32],
    digest: Digest,
}

impl Mark {
    /// Seals it for its place.
    ///
    /// # Errors
    /// The system has no random bytes.
    pub fn seal(&self, vault: &Vault) -> io::Result<Vec<u8>> {
        let written = Written {
            number: self.number,
            hash: self.hash.0,
            digest: self.digest,
        };
        let place = Place {
            table: Table::Meta.name(),
            key: KEY,
            version: self.number,
        };
        vault.seal_record(place, &serde_json::to_vec(&written)?)
    }

    /// Opens it.
    ///
    /// # Errors
    /// It is not what was sealed.
    pub fn open(vault: &Vault, record: &[u8]) -> Result<Self, SealError> {
        let (text, _) = vault.open_record(Table::Meta.name(), KEY, record)?;
        let written: Written = serde_json::from_slice(&text).map_err(|_| SealError)?;
        Ok(Self {
            number: written.number,
            hash: FrameHash(written.hash),
            digest: written.digest,
        })
    }
}
