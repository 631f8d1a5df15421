//! Slow hashes of answers and passwords.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::secret::Secret;

/// How a hash was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// Argon2id over an HMAC of the text under the store's pepper.
    Peppered,
    /// Argon2 of the text alone, as an import brought it; made anew at the next change.
    Imported,
}

/// A slow hash as a PHC string. Redacted in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashed {
    /// How it was made.
    pub scheme: Scheme,
    /// The PHC string, salt and costs included.
    pub phc: String,
}

impl fmt::Debug for Hashed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Hashed({:?})", self.scheme)
    }
}

/// A text could not be hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the hash could not be made")]
pub struct HashError;

/// Makes and checks slow hashes. Each call takes tens of milliseconds and megabytes: keep it off the interface thread.
pub trait Hasher: Send + Sync {
    /// Hashes `text` with the costs in force.
    ///
    /// # Errors
    /// [`HashError`] where memory for it cannot be had.
    fn hash(&self, text: &Secret) -> Result<Hashed, HashError>;

    /// Whether `text` is what `hashed` was made of.
    fn verify(&self, text: &Secret, hashed: &Hashed) -> bool;

    /// A hash of the costs in force that no text matches: what unknown people are checked against.
    fn dummy(&self) -> &Hashed;

    /// Whether `hashed` was made with costs below those in force, or without the pepper.
    fn is_outdated(&self, hashed: &Hashed) -> bool;
}
