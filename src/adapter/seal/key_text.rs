//! What stands in the file of a data key: lines of text, of which the first says in which of three ways it is kept.
//!
//! | first line | what follows |
//! | --- | --- |
//! | `istiada key 1` | kind, and the key in hexadecimal |
//! | `istiada wrapped key 1` | kind, and the key behind a passphrase: see [`Wrapped`] |
//! | `istiada key in the keyring 1` | kind; the keyring of the system holds the text of a plain file |
//!
//! A plain key stands in the first alone.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::data_key::{DataKey, KeyId};
use super::wrapped::{Costs, NONCE, SALT, SEALED, Wrapped};
use crate::domain::store_kind::StoreKind;

const PLAIN: &str = "istiada key 1";
const WRAPPED: &str = "istiada wrapped key 1";
const IN_KEYRING: &str = "istiada key in the keyring 1";

/// What the file of a key says.
pub(super) enum Written {
    /// The key itself.
    Plain(DataKey),
    /// The key behind a passphrase.
    Wrapped(Wrapped),
    /// That the keyring of the system holds it.
    InKeyring(StoreKind),
}

/// The text of a plain key.
pub(super) fn plain(key: &DataKey) -> Zeroizing<String> {
    let digits = secret_hex(key.expose());
    Zeroizing::new(format!("{PLAIN}\n{}\n{}\n", key.kind().word(), &*digits))
}

/// The text of a key that the keyring holds.
pub(super) fn in_keyring(kind: StoreKind) -> String {
    format!("{IN_KEYRING}\n{}\n", kind.word())
}

/// The text of a key behind a passphrase. Its last line is the SHA-256 of the lines before, so that a damaged file is not
/// taken for a wrong passphrase.
pub(super) fn wrapped(wrapped: &Wrapped) -> String {
    let Costs { memory, passes, lanes } = wrapped.costs;
    let text = format!(
        "{WRAPPED}\n{}\nargon2id {memory} {passes} {lanes}\n{}\n{}\n{}\n",
        wrapped.kind.word(),
        hex(&wrapped.salt),
        hex(&wrapped.nonce),
        hex(&wrapped.sealed),
    );
    let digest = hex(&Sha256::digest(text.as_bytes()));
    format!("{text}{digest}\n")
}

/// Reads the text of a file; the error says what is wrong, never what stands there.
pub(super) fn read(id: KeyId, text: &str) -> Result<Written, &'static str> {
    let lines: Vec<&str> = text.lines().collect();
    match lines[..] {
        [PLAIN, kind, key] => {
            let key = unhex(key).ok_or("its third line is not 64 hexadecimal digits")?;
            Ok(Written::Plain(DataKey::of(id, kind_of(kind)?, key)))
        }
        [IN_KEYRING, kind] => Ok(Written::InKeyring(kind_of(kind)?)),
        [WRAPPED, kind, ..] => read_wrapped(id, kind_of(kind)?, text).map(Written::Wrapped),
        [PLAIN | IN_KEYRING | WRAPPED, ..] => Err("it has too many lines or too few"),
        _ => Err("its first line is not that of a key"),
    }
}

fn read_wrapped(id: KeyId, kind: StoreKind, text: &str) -> Result<Wrapped, &'static str> {
    const CUT: &str = "it is not whole";
    let [_, _, costs, salt, nonce, sealed, digest] = text.lines().collect::<Vec<_>>()[..] else {
        return Err(CUT);
    };
    let length = text.trim_end().len().checked_sub(digest.len()).ok_or(CUT)?;
    let before = text.get(..length).ok_or(CUT)?;
    if unhex(digest).is_none_or(|digest| digest.as_slice() != Sha256::digest(before.as_bytes()).as_slice()) {
        return Err("its last line is not the digest of those before");
    }
    let costs: Vec<u32> = costs
        .strip_prefix("argon2id ")
        .map(|costs| costs.split(' ').filter_map(|cost| cost.parse().ok()).collect())
        .unwrap_or_default();
    let [memory, passes, lanes] = costs[..] else {
        return Err("its costs cannot be read");
    };
    Ok(Wrapped {
        id,
        kind,
        costs: Costs { memory, passes, lanes },
        salt: bytes::<SALT>(salt).ok_or("its salt cannot be read")?,
        nonce: bytes::<NONCE>(nonce).ok_or("its nonce cannot be read")?,
        sealed: bytes::<SEALED>(sealed).ok_or("what was sealed cannot be read")?,
    })
}

fn kind_of(word: &str) -> Result<StoreKind, &'static str> {
    let kinds = [StoreKind::Desk, StoreKind::Training, StoreKind::Drill, StoreKind::Tour];
    let kind = kinds.into_iter().find(|kind| kind.word() == word);
    kind.ok_or("its kind is not known")
}

/// Bytes that anybody may see.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same without a copy that is not wiped.
fn secret_hex(bytes: &[u8; 32]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(64));
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    text
}

fn unhex(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    bytes(text).map(Zeroizing::new)
}

fn bytes<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    if text.len() != 2 * LENGTH {
        return None;
    }
    let mut bytes = [0; LENGTH];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let digit = |index: usize| pair.get(index).and_then(|digit| char::from(*digit).to_digit(16));
        *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
    }
    Some(bytes)
}
