//! The keys that are derived from the data key, and what each is for.

use std::io;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, AeadInOut, Payload};
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{DataKey, KeyId, SealError};
use crate::domain::applicant::IdentityNumber;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::store_kind::StoreKind;
use crate::port::{Lookup, UniqueField};

/// The format of sealed records. It is their first byte.
const RECORD_FORMAT: u8 = 1;
/// Format, key id, version and nonce stand before the ciphertext of a record.
const RECORD_HEADER: usize = 1 + 8 + 8 + NONCE;
/// Length of a nonce in bytes.
pub const NONCE: usize = 24;
/// Length of the tag that ends each ciphertext, in bytes.
pub const TAG: usize = 16;

/// Where a record stands. A record that was copied to another place does not open there.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The key in it.
    pub key: &'a [u8],
    /// How often the record was written.
    pub version: u64,
}

/// All keys of one store. Cheap to clone; the keys are wiped with the last clone.
#[derive(Clone)]
pub struct Vault {
    pub(super) keys: Arc<Derived>,
}

pub(super) struct Derived {
    id: KeyId,
    kind: StoreKind,
    frames: XChaCha20Poly1305,
    records: XChaCha20Poly1305,
    identity: MacKey,
    username: MacKey,
    mobile: MacKey,
    email: MacKey,
    registry: MacKey,
    staff: MacKey,
    pub(super) subject: MacKey,
    pub(super) decoy: MacKey,
    pub(super) code: MacKey,
    pepper: MacKey,
}

/// A whole block of SHA-256, the length at which HMAC takes a key as it is.
pub(super) type MacKey = Zeroizing<[u8; 64]>;

impl Vault {
    /// Derives all keys.
    pub fn new(key: &DataKey) -> Self {
        let derive = |purpose| derive(key, purpose);
        let keys = Derived {
            id: key.id(),
            kind: key.kind(),
            frames: cipher(key, "frames"),
            records: cipher(key, "records"),
            identity: derive("index identity"),
            username: derive("index username"),
            mobile: derive("index mobile"),
            email: derive("index email"),
            registry: derive("index registry"),
            staff: derive("index staff"),
            subject: derive("subjects"),
            decoy: derive("decoys"),
            code: derive("codes"),
            pepper: derive("pepper"),
        };
        Self { keys: Arc::new(keys) }
    }

    /// The name of the data key.
    pub fn id(&self) -> KeyId {
        self.keys.id
    }

    /// The kind of the store.
    pub fn kind(&self) -> StoreKind {
        self.keys.kind
    }

    /// What slow hashes are made of in place of the text: without the data key, no guess can be tried.
    pub(in crate::adapter) fn peppered(&self, text: &Secret) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(mac(&self.keys.pepper, &[text.expose_secret().as_bytes()]))
    }

    /// Seals the text that starts at `from` in `buffer`, in place, and appends the tag. `header` is bound to it.
    ///
    /// # Errors
    /// The text is longer than the cipher takes (256 GiB).
    pub fn seal_frame(
        &self,
        nonce: [u8; NONCE],
        header: &[u8],
        buffer: &mut Vec<u8>,
        from: usize,
    ) -> Result<(), SealError> {
        let text = buffer.get_mut(from..).ok_or(SealError)?;
        let nonce = XNonce::from(nonce);
        let tag = self
            .keys
            .frames
            .encrypt_inout_detached(&nonce, header, text.into())
            .map_err(|_| SealError)?;
        buffer.extend_from_slice(&tag);
        Ok(())
    }

    /// Opens what [`Vault::seal_frame`] sealed, in place; the text is the part of `sealed` that is handed back.
    ///
    /// # Errors
    /// It is not what was sealed with this header and this key.
    pub fn open_frame<'a>(
        &self,
        nonce: [u8; NONCE],
        header: &[u8],
        sealed: &'a mut [u8],
    ) -> Result<&'a mut [u8], SealError> {
        let length = sealed.len().checked_sub(TAG).ok_or(SealError)?;
        let (text, tag) = sealed.split_at_mut(length);
        let tag = Tag::try_from(&*tag).map_err(|_| SealError)?;
        let nonce = XNonce::from(nonce);
        let opened = self
            .keys
            .frames
            .decrypt_inout_detached(&nonce, header, (&mut *text).into(), &tag);
        opened.map_err(|_| SealError)?;
        Ok(text)
    }

    /// Seals a record for its place.
    ///
    /// # Errors
    /// The system has no random bytes.
    pub fn seal_record(&self, place: Place<'_>, text: &[u8]) -> io::Result<Vec<u8>> {
        let nonce = fresh_nonce()?;
        let bound = self.bound(place);
        let payload = Payload { msg: text, aad: &bound };
        let sealed = self
            .keys
            .records
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(io::Error::other)?;
        let mut record = Vec::with_capacity(RECORD_HEADER + sealed.len());
        record.push(RECORD_FORMAT);
        record.extend_from_slice(self.keys.id.as_bytes());
        record.extend_from_slice(&place.version.to_le_bytes());
        record.extend_from_slice(&nonce);
        record.extend_from_slice(&sealed);
        Ok(record)
    }

    /// Opens a record that stands under `key` in `table`, and says how often it was written.
    ///
    /// # Errors
    /// It is not what was sealed for that place with this key.
    pub fn open_record(&self, table: &str, key: &[u8], record: &[u8]) -> Result<(Zeroizing<Vec<u8>>, u64), SealError> {
        let version = record_version(record)?;
        let (header, sealed) = record.split_at_checked(RECORD_HEADER).ok_or(SealError)?;
        let (front, nonce) = header.split_at_checked(RECORD_HEADER - NONCE).ok_or(SealError)?;
        if front.get(1..9) != Some(self.keys.id.as_bytes()) {
            return Err(SealError);
        }
        let nonce = XNonce::try_from(nonce).map_err(|_| SealError)?;
        let bound = self.bound(Place { table, key, version });
        let payload = Payload {
            msg: sealed,
            aad: &bound,
        };
        let text = self.keys.records.decrypt(&nonce, payload).map_err(|_| SealError)?;
        Ok((Zeroizing::new(text), version))
    }

    /// What a record is bound to besides its key: format, kind, key id, version, table and key.
    fn bound(&self, place: Place<'_>) -> Vec<u8> {
        let mut bound = vec![RECORD_FORMAT];
        bound.extend_from_slice(self.keys.id.as_bytes());
        bound.extend_from_slice(&place.version.to_le_bytes());
        for part in [self.keys.kind.word().as_bytes(), place.table.as_bytes(), place.key] {
            push_part(&mut bound, part);
        }
        bound
    }

    /// The name under which a member of staff is found; another than that of an account with the same number.
    pub fn staff(&self, number: &IdentityNumber) -> [u8; 32] {
        mac(&self.keys.staff, &[number.digits().as_bytes()])
    }

    /// The name under which the registry holds a value of a sort; another than the one that accounts are found by.
    pub(in crate::adapter) fn registered(&self, sort: &str, value: &str) -> [u8; 32] {
        mac(&self.keys.registry, &[sort.as_bytes(), value.as_bytes()])
    }

    /// The name under which an account with this value is found: says nothing about the value without the key.
    pub fn blind(&self, lookup: Lookup<'_>) -> (UniqueField, [u8; 32]) {
        let keys = &self.keys;
        match lookup {
            Lookup::Identity(identity) => (
                UniqueField::Identity,
                mac(&keys.identity, &[identity.digits().as_bytes()]),
            ),
            Lookup::Username(username) => (
                UniqueField::Username,
                mac(&keys.username, &[username.folded().as_bytes()]),
            ),
            Lookup::Mobile(mobile) => (UniqueField::Mobile, mac(&keys.mobile, &[mobile.e164().as_bytes()])),
            Lookup::Email(email) => (UniqueField::Email, mac(&keys.email, &[email.folded().as_bytes()])),
        }
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Vault({}, {})", self.keys.id, self.keys.kind.word())
    }
}

/// How often a sealed record was written, without opening it.
///
/// # Errors
/// It is too short, or of a format that this program does not know.
pub fn record_version(record: &[u8]) -> Result<u64, SealError> {
    let format = record.first().ok_or(SealError)?;
    let version = record
        .get(9..17)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(SealError)?;
    if *format == RECORD_FORMAT {
        Ok(u64::from_le_bytes(version))
    } else {
        Err(SealError)
    }
}

/// A nonce nobody used before: 24 random bytes never meet twice.
///
/// # Errors
/// The system has no random bytes.
pub fn fresh_nonce() -> io::Result<[u8; NONCE]> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce)?;
    Ok(nonce)
}

/// HKDF-SHA-256 without salt: the data key is random already. The info names format, kind and purpose.
fn derive<const LENGTH: usize>(key: &DataKey, purpose: &str) -> Zeroizing<[u8; LENGTH]> {
    const { assert!(LENGTH <= 255 * 32, "more than HKDF-SHA-256 expands to") };
    let mut derived = Zeroizing::new([0; LENGTH]);
    let info = format!("istiada 1 {} {purpose}", key.kind().word());
    // The length was checked above; there is no other error.
    let _ = Hkdf::<Sha256>::new(None, key.expose()).expand(info.as_bytes(), derived.as_mut_slice());
    derived
}

fn cipher(key: &DataKey, purpose: &str) -> XChaCha20Poly1305 {
    let key: Zeroizing<[u8; 32]> = derive(key, purpose);
    let key: &[u8; 32] = &key;
    XChaCha20Poly1305::new(key.into())
}

/// HMAC-SHA-256 over parts whose borders count.
pub(super) fn mac(key: &MacKey, parts: &[&[u8]]) -> [u8; 32] {
    let mut text = Zeroizing::new(Vec::with_capacity(128));
    parts.iter().for_each(|part| push_part(&mut text, part));
    let key: &[u8; 64] = key;
    let mut mac = Hmac::<Sha256>::new(key.into());
    mac.update(&text);
    mac.finalize().into_bytes().into()
}

fn push_part(text: &mut Vec<u8>, part: &[u8]) {
    text.extend_from_slice(&(part.len() as u64).to_le_bytes());
    text.extend_from_slice(part);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn vault(kind: StoreKind, byte: u8) -> Vault {
        Vault::new(&DataKey::new(KeyId::from_bytes([7; 8]), kind, [byte; 32]))
    }

    #[test]
    fn a_record_opens_in_its_place_alone() {
        let vault = vault(StoreKind::Desk, 1);
        let place = Place {
            table: "accounts",
            key: b"key",
            version: 3,
        };
        let record = vault.seal_record(place, b"text").unwrap();
        assert_eq!(record_version(&record), Ok(3));
        let (text, version) = vault.open_record("accounts", b"key", &record).unwrap();
        assert_eq!((text.as_slice(), version), (b"text".as_slice(), 3));
        assert_eq!(vault.open_record("visits", b"key", &record), Err(SealError));
        assert_eq!(vault.open_record("accounts", b"yek", &record), Err(SealError));
        for other in [self::vault(StoreKind::Drill, 1), self::vault(StoreKind::Desk, 2)] {
            assert_eq!(other.open_record("accounts", b"key", &record), Err(SealError));
        }
    }

    #[test]
    fn no_byte_of_a_record_can_change() {
        let vault = vault(StoreKind::Desk, 1);
        let place = Place {
            table: "accounts",
            key: b"key",
            version: 3,
        };
        let record = vault.seal_record(place, b"text").unwrap();
        for index in 0..record.len() {
            let mut changed = record.clone();
            changed[index] ^= 1;
            assert_eq!(
                vault.open_record("accounts", b"key", &changed),
                Err(SealError),
                "byte {index}"
            );
            assert_eq!(
                vault.open_record("accounts", b"key", &record[..index]),
                Err(SealError),
                "cut to {index}"
            );
        }
    }

    #[test]
    fn the_same_text_is_never_sealed_alike() {
        let vault = vault(StoreKind::Desk, 1);
        let place = Place {
            table: "accounts",
            key: b"key",
            version: 3,
        };
        assert_ne!(
            vault.seal_record(place, b"text").unwrap(),
            vault.seal_record(place, b"text").unwrap()
        );
    }
}
