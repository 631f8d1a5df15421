//! A data key behind a passphrase: argon2id makes a key of the passphrase and a salt, and XChaCha20-Poly1305 seals the
//! data key with it. Name and kind of the key, costs and salt are bound to what is sealed.

use std::io;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::data_key::{DataKey, KeyId};
use super::vault::{TAG, fresh_nonce};
use crate::domain::key_place::NewPassphrase;
use crate::domain::password;
use crate::domain::policy::Argon2Policy;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::store_kind::StoreKind;

pub(super) use super::vault::NONCE;
/// Length of a salt in bytes.
pub(super) const SALT: usize = 16;
/// Length of a sealed key in bytes.
pub(super) const SEALED: usize = 32 + TAG;

/// Costs above these are not ours; a file that names them would stop the machine.
const MOST: Costs = Costs {
    memory: 1 << 20,
    passes: 64,
    lanes: 16,
};

/// What one try of a passphrase costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Costs {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// A data key behind a passphrase.
pub(super) struct Wrapped {
    pub id: KeyId,
    pub kind: StoreKind,
    pub costs: Costs,
    pub salt: [u8; SALT],
    pub nonce: [u8; NONCE],
    pub sealed: [u8; SEALED],
}

/// Why a wrapped key did not open.
#[derive(Debug)]
pub(super) enum NotOpened {
    /// The passphrase is another one.
    Wrong,
    /// Its costs are none that argon2 or this machine bears.
    Costs,
}

impl Wrapped {
    /// Seals a key behind a passphrase.
    ///
    /// # Errors
    /// The system has no random bytes, or no memory for the hash.
    pub fn seal(key: &DataKey, passphrase: &NewPassphrase, costs: &Argon2Policy) -> io::Result<Self> {
        let mut wrapped = Self {
            id: key.id(),
            kind: key.kind(),
            costs: Costs {
                memory: costs.memory,
                passes: costs.passes,
                lanes: costs.lanes,
            },
            salt: [0; SALT],
            nonce: fresh_nonce()?,
            sealed: [0; SEALED],
        };
        getrandom::fill(&mut wrapped.salt)?;
        let bound = wrapped.bound();
        let payload = Payload {
            msg: key.expose(),
            aad: &bound,
        };
        let cipher = wrapped
            .cipher(passphrase.text())
            .ok_or_else(|| io::Error::from(io::ErrorKind::OutOfMemory))?;
        let sealed = cipher.encrypt(&XNonce::from(wrapped.nonce), payload);
        let sealed: Result<[u8; SEALED], _> = sealed.map_err(io::Error::other)?.try_into();
        wrapped.sealed = sealed.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
        Ok(wrapped)
    }

    /// Opens it with what somebody typed.
    ///
    /// # Errors
    /// See [`NotOpened`].
    pub fn open(&self, typed: &Secret) -> Result<DataKey, NotOpened> {
        let passphrase = password::prepared(typed.expose_secret()).ok_or(NotOpened::Wrong)?;
        let cipher = self.cipher(&passphrase).ok_or(NotOpened::Costs)?;
        let bound = self.bound();
        let payload = Payload {
            msg: &self.sealed,
            aad: &bound,
        };
        let opened = cipher.decrypt(&XNonce::from(self.nonce), payload);
        let opened = Zeroizing::new(opened.map_err(|_| NotOpened::Wrong)?);
        let bytes: [u8; 32] = opened.as_slice().try_into().map_err(|_| NotOpened::Wrong)?;
        Ok(DataKey::of(self.id, self.kind, Zeroizing::new(bytes)))
    }

    fn cipher(&self, passphrase: &Secret) -> Option<XChaCha20Poly1305> {
        let Costs { memory, passes, lanes } = self.costs;
        if memory > MOST.memory || passes > MOST.passes || lanes > MOST.lanes {
            return None;
        }
        let costs = Params::new(memory, passes, lanes, Some(32)).ok()?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, costs)
            .hash_password_into(passphrase.expose_secret().as_bytes(), &self.salt, key.as_mut_slice())
            .ok()?;
        let key: &[u8; 32] = &key;
        Some(XChaCha20Poly1305::new(key.into()))
    }

    /// What is bound to the sealed key: a file whose other lines were exchanged does not open.
    fn bound(&self) -> Vec<u8> {
        let Costs { memory, passes, lanes } = self.costs;
        let kind = self.kind.word();
        let mut bound = format!("istiada wrapped key 1 {} {kind} {memory} {passes} {lanes} ", self.id).into_bytes();
        bound.extend_from_slice(&self.salt);
        bound
    }
}
