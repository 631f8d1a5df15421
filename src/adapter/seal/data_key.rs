//! The data key, and the places where it can lie. It never lies beside the data.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::adapter::durable;
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
    #[error("the key {id} was not found in {place}")]
    Missing {
        /// The key that the frames name.
        id: KeyId,
        /// Where it was looked for.
        place: String,
    },
    /// The key's file is there and is not a key.
    #[error("{path} is not a key file: {reason}")]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Where data keys lie: files now; the system's keyring or a passphrase can follow.
pub trait KeySource: Send + Sync {
    /// The key of that name.
    ///
    /// # Errors
    /// [`KeyError::Missing`] where it is not there.
    fn find(&self, id: KeyId) -> Result<DataKey, KeyError>;

    /// Makes a key for a new store and keeps it. When this returns, a power cut no longer loses it.
    ///
    /// # Errors
    /// See [`KeyError`].
    fn create(&self, kind: StoreKind) -> Result<DataKey, KeyError>;
}

/// Keys as files in a folder, readable for their owner alone: `<key id>.key`, three lines of text.
#[derive(Clone, Debug)]
pub struct FolderKeys {
    folder: PathBuf,
}

/// The first line of a key file, format version included.
const TITLE: &str = "istiada key 1";
/// No key file is longer; what is longer is not read.
const LONGEST: u64 = 256;

impl FolderKeys {
    /// Keys in `folder`, which is made with the first key.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn path(&self, id: KeyId) -> PathBuf {
        self.folder.join(format!("{id}.key"))
    }

    fn write(&self, key: &DataKey) -> io::Result<()> {
        durable::create_folder(&self.folder)?;
        let text = Zeroizing::new(format!(
            "{TITLE}\n{}\n{}\n",
            key.kind.word(),
            &*secret_hex(key.expose())
        ));
        let unfinished = self.folder.join(format!("{}.unfinished", key.id));
        let mut file = durable::private_file(&unfinished)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&unfinished, self.path(key.id))?;
        durable::sync_folder(&self.folder)
    }
}

impl KeySource for FolderKeys {
    fn find(&self, id: KeyId) -> Result<DataKey, KeyError> {
        let path = self.path(id);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(KeyError::Missing {
                    id,
                    place: self.folder.display().to_string(),
                });
            }
            Err(source) => return Err(KeyError::Io { path, source }),
        };
        let mut text = Zeroizing::new(String::new());
        match file.take(LONGEST).read_to_string(&mut text) {
            Ok(_) => parse(id, &text).map_err(|reason| KeyError::Broken { path, reason }),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(KeyError::Broken {
                path,
                reason: "it is not text",
            }),
            Err(source) => Err(KeyError::Io { path, source }),
        }
    }

    fn create(&self, kind: StoreKind) -> Result<DataKey, KeyError> {
        let error = |source| KeyError::Io {
            path: self.folder.clone(),
            source,
        };
        let key = DataKey::make(kind).map_err(error)?;
        self.write(&key).map_err(error)?;
        Ok(key)
    }
}

/// Reads the three lines of a key file; the error says what is wrong, never what stands there.
fn parse(id: KeyId, text: &str) -> Result<DataKey, &'static str> {
    let mut lines = text.lines();
    if lines.next() != Some(TITLE) {
        return Err("its first line is not that of a key");
    }
    let kinds = [StoreKind::Desk, StoreKind::Training, StoreKind::Drill, StoreKind::Tour];
    let word = lines.next().unwrap_or_default();
    let kind = kinds
        .into_iter()
        .find(|kind| kind.word() == word)
        .ok_or("its kind is not known")?;
    let bytes = lines
        .next()
        .and_then(unhex)
        .ok_or("its third line is not 64 hexadecimal digits")?;
    if lines.next().is_some() {
        return Err("it has more than three lines");
    }
    Ok(DataKey { id, kind, bytes })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

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
    if text.len() != 64 {
        return None;
    }
    let mut bytes = Zeroizing::new([0; 32]);
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let digit = |index: usize| pair.get(index).and_then(|digit| char::from(*digit).to_digit(16));
        *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn a_key_is_found_again_and_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let keys = FolderKeys::new(folder.path().join("config/keys"));
        let made = keys.create(StoreKind::Drill).unwrap();
        let found = keys.find(made.id()).unwrap();
        assert_eq!(found.expose(), made.expose());
        assert_eq!(found.kind(), StoreKind::Drill);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&keys.path(made.id())), 0o600);
            assert_eq!(mode(keys.folder()), 0o700);
        }
        assert_eq!(
            fs::read_dir(keys.folder()).unwrap().count(),
            1,
            "nothing unfinished is left behind"
        );
    }

    #[test]
    fn a_missing_key_is_named_with_the_folder() {
        let keys = FolderKeys::new("/nonexistent/keys");
        let error = keys.find(KeyId([0xab; 8])).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the key abababababababab was not found in /nonexistent/keys"
        );
    }

    #[test]
    fn no_damaged_key_file_is_taken_for_a_key() {
        let folder = tempfile::tempdir().unwrap();
        let keys = FolderKeys::new(folder.path());
        let made = keys.create(StoreKind::Desk).unwrap();
        let path = keys.path(made.id());
        let whole = fs::read(&path).unwrap();
        for length in 0..whole.len() - 1 {
            fs::write(&path, &whole[..length]).unwrap();
            assert!(
                matches!(keys.find(made.id()), Err(KeyError::Broken { .. })),
                "cut to {length}"
            );
        }
        for bad in [
            b"\xff\xfe".to_vec(),
            [whole.as_slice(), b"more\n"].concat(),
            vec![b'a'; 1000],
        ] {
            fs::write(&path, bad).unwrap();
            assert!(matches!(keys.find(made.id()), Err(KeyError::Broken { .. })));
        }
    }

    #[test]
    fn debug_shows_no_key() {
        let key = DataKey::new(KeyId([1; 8]), StoreKind::Desk, [0x5a; 32]);
        assert_eq!(format!("{key:?}"), "DataKey(0101010101010101, desk)");
    }
}
