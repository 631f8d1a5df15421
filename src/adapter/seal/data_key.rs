//! The data key, and what every place where it can lie promises. It never lies beside the data.

use std::fmt;
use std::io;
use std::path::PathBuf;

use zeroize::Zeroizing;

use super::key_text::hex;
use super::keyring::KeyringError;
use crate::domain::store_kind::StoreKind;

/// The name of a data key: random, readable in every frame and record, so that the key is found again.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyId([u8; 8]);

impl KeyId {
    /// Takes the eight bytes that stand in a frame.
    pub const fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// The eight bytes.
    pub const fn as_bytes(&self) -> &[u8; 8] {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// The one secret from which all keys of a store are derived. Wiped when dropped, redacted in `Debug`.
#[derive(Clone)]
pub struct DataKey {
    id: KeyId,
    kind: StoreKind,
    bytes: Zeroizing<[u8; 32]>,
}

impl DataKey {
    /// Puts a key together; 32 bytes that nobody can foresee.
    pub fn new(id: KeyId, kind: StoreKind, bytes: [u8; 32]) -> Self {
        Self {
            id,
            kind,
            bytes: Zeroizing::new(bytes),
        }
    }

    /// A key whose bytes are in wiped memory already.
    pub(super) const fn of(id: KeyId, kind: StoreKind, bytes: Zeroizing<[u8; 32]>) -> Self {
        Self { id, kind, bytes }
    }

    /// Makes a new key for a new store.
    ///
    /// # Errors
    /// The system has no random bytes.
    pub fn make(kind: StoreKind) -> io::Result<Self> {
        let mut id = [0; 8];
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(&mut id)?;
        getrandom::fill(bytes.as_mut_slice())?;
        Ok(Self {
            id: KeyId(id),
            kind,
            bytes,
        })
    }

    /// Its name.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// The kind of store it was made for.
    pub const fn kind(&self) -> StoreKind {
        self.kind
    }

    /// The bytes that keys are derived from.
    pub(super) fn expose(&self) -> &[u8; 32] {
        &self.bytes
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "DataKey({}, {})", self.id, self.kind.word())
    }
}

/// Why there is no data key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The store has frames and their key is not where keys lie. No new key is made in its place.
    #[error("the key {id} was not found in {folder}")]
    Missing {
        /// The key that the frames name.
        id: KeyId,
        /// The folder in which it was looked for.
        folder: PathBuf,
    },
    /// The key's file says that it lies in the keyring, and there it is not.
    #[error("the keyring does not hold the key {0}")]
    NotInKeyring(KeyId),
    /// The key's file is there and is not a key, or what the keyring holds in its place is not one.
    #[error("{path} is not a key file: {reason}")]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The key lies behind a passphrase, and none was said.
    #[error("the key {0} lies behind a passphrase")]
    NoPassphrase(KeyId),
    /// The key lies behind another passphrase. Also said where somebody changed the file: nobody can tell one from the
    /// other without the passphrase.
    #[error("the key {0} lies behind another passphrase")]
    WrongPassphrase(KeyId),
    /// The key lies in the keyring of the system, or is to lie there, and that does not give or take it.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// The file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Where data keys lie.
pub trait KeySource: Send + Sync {
    /// The key of that name.
    ///
    /// # Errors
    /// See [`KeyError`]; each says which thing stands in the way.
    fn find(&self, id: KeyId) -> Result<DataKey, KeyError>;

    /// Makes a key for a new store and keeps it. When this returns, a power cut no longer loses it.
    ///
    /// # Errors
    /// See [`KeyError`].
    fn create(&self, kind: StoreKind) -> Result<DataKey, KeyError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_key() {
        let key = DataKey::new(KeyId([1; 8]), StoreKind::Desk, [0x5a; 32]);
        assert_eq!(format!("{key:?}"), "DataKey(0101010101010101, desk)");
    }
}
