//! The embedded registry: one sealed file in the data folder, in which people and mobiles are found by blind index.
//! It is replaced as a whole. Where there is no file, everything is unknown; a file that is not what was written, or is
//! another store's, is refused.

pub mod http;
mod layout;
mod write;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use futures::future::BoxFuture;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use self::layout::{
    ENTRY, Entry, FILE, HEAD_KEY, HEAD_TABLE, Head, LONGEST_HEAD, Owned, Sort, TITLE, TITLE_BEGINS, UNFINISHED,
};
use crate::adapter::seal::Vault;
use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::registry::{MobileStanding, Person, RegisteredMobile, RegistryAnswer, RegistryNo};
use crate::port::Registry;

pub use self::write::{Unfinished, write};

/// Why the registry's file was refused. Nothing of it was used.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// It is not what was written.
    #[error("{0} is damaged")]
    Damaged(PathBuf),
    /// It was sealed for another store.
    #[error("{0} was made for another store")]
    Foreign(PathBuf),
    /// A newer program wrote it.
    #[error("{0} was written by a newer program")]
    Newer(PathBuf),
    /// It could not be read.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The registry of a store on the disk. Cheap to clone.
#[derive(Clone)]
pub struct EmbeddedRegistry(Option<Arc<Opened>>);

struct Opened {
    vault: Vault,
    head: Head,
    file: Mutex<File>,
}

/// The file of a registry in a data folder.
pub fn file_in(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// Whether a file of that name in a data folder is the registry's, whole or unfinished.
pub fn owns(name: &str) -> bool {
    name == FILE || name == UNFINISHED
}

impl EmbeddedRegistry {
    /// Opens the registry in a data folder with the keys of its store, and checks all of it.
    ///
    /// # Errors
    /// See [`RegistryError`].
    pub fn open(folder: &Path, vault: &Vault) -> Result<Self, RegistryError> {
        let path = file_in(folder);
        let error = |source| RegistryError::Io {
            path: path.clone(),
            source,
        };
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self(None)),
            Err(source) => return Err(error(source)),
        };
        let head = match checked(&mut file, vault).map_err(error)? {
            Ok(head) => head,
            Err(Refused::Damaged) => return Err(RegistryError::Damaged(path)),
            Err(Refused::Foreign) => return Err(RegistryError::Foreign(path)),
            Err(Refused::Newer) => return Err(RegistryError::Newer(path)),
        };
        Ok(Self(Some(Arc::new(Opened {
            vault: vault.clone(),
            head,
            file: Mutex::new(file),
        }))))
    }

    /// A registry that is not asked: everything is unknown.
    pub const fn of_nothing() -> Self {
        Self(None)
    }

    /// How many people it holds; none where nothing was ever imported.
    pub fn people(&self) -> Option<u64> {
        self.0.as_ref().map(|opened| opened.head.people)
    }

    /// Looks up where blocking disturbs nobody. What cannot be read is unknown.
    async fn find<T: DeserializeOwned + Send + 'static>(&self, sort: Sort, value: String) -> RegistryAnswer<T> {
        let Some(opened) = self.0.clone() else {
            return RegistryAnswer::Unknown;
        };
        let value = Zeroizing::new(value);
        let complete = opened.head.complete;
        let found = tokio::task::spawn_blocking(move || opened.find(sort, &value)).await;
        match found.unwrap_or_else(|_| Err(io::ErrorKind::Interrupted.into())) {
            Ok(Some(found)) => RegistryAnswer::Known(found),
            Ok(None) if complete => RegistryAnswer::No(RegistryNo::NotThere),
            Ok(None) => RegistryAnswer::Unknown,
            Err(error) => {
                tracing::error!("the registry could not be read: {error}");
                RegistryAnswer::Unknown
            }
        }
    }
}

impl std::fmt::Debug for EmbeddedRegistry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "EmbeddedRegistry({:?})", self.people())
    }
}

impl Registry for EmbeddedRegistry {
    fn person(&self, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<Person>> {
        Box::pin(self.find(Sort::Person, number.digits().to_owned()))
    }

    fn mobile(&self, mobile: Mobile, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<MobileStanding>> {
        Box::pin(async move {
            let found: RegistryAnswer<Owned> = self.find(Sort::Mobile, mobile.e164()).await;
            found.map(|owned| {
                let registered = RegisteredMobile {
                    mobile,
                    active: owned.active,
                    operator_approved: owned.operator_approved,
                };
                registered.standing(owned.number == number)
            })
        })
    }
}

impl Opened {
    /// What the file holds under a value: a search by halves over the index, whose names are in order.
    fn find<T: DeserializeOwned>(&self, sort: Sort, value: &str) -> io::Result<Option<T>> {
        let name = self.vault.registered(sort.word(), value);
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut low, mut high) = (0, self.head.entries);
        while low < high {
            let middle = low + (high - low) / 2;
            file.seek(SeekFrom::Start(self.head.index_at + middle * ENTRY as u64))?;
            let mut bytes = [0; ENTRY];
            file.read_exact(&mut bytes)?;
            let entry = Entry::read(&bytes);
            match entry.name.cmp(&name) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let record = part(&mut file, entry.offset, u64::from(entry.length))?;
                    let (text, _) = self
                        .vault
                        .open_record(sort.table(), &name, &record)
                        .map_err(io::Error::other)?;
                    return Ok(Some(serde_json::from_slice(&text).map_err(io::Error::other)?));
                }
            }
        }
        Ok(None)
    }
}

enum Refused {
    Damaged,
    Foreign,
    Newer,
}

/// Reads the head at the end of the file and holds everything before it against the digest in the head.
fn checked(file: &mut File, vault: &Vault) -> io::Result<Result<Head, Refused>> {
    let length = file.metadata()?.len();
    let title = part(file, 0, TITLE.len() as u64)?;
    if title != TITLE {
        let newer = title.len() == TITLE.len() && title.starts_with(TITLE_BEGINS) && title.ends_with(b"\n");
        return Ok(Err(if newer { Refused::Newer } else { Refused::Damaged }));
    }
    let id = part(file, TITLE.len() as u64, 8)?;
    if id.len() == 8 && id != vault.id().as_bytes() {
        return Ok(Err(Refused::Foreign));
    }
    let (head_at, sealed) = match sealed_head(file, length)? {
        Some(found) => found,
        None => return Ok(Err(Refused::Damaged)),
    };
    let opened = vault.open_record(HEAD_TABLE, HEAD_KEY, &sealed).ok();
    let Some(head) = opened.and_then(|(text, _)| serde_json::from_slice::<Head>(&text).ok()) else {
        return Ok(Err(Refused::Damaged));
    };
    let whole = head.index_at.checked_add(head.entries.saturating_mul(ENTRY as u64)) == Some(head_at);
    if !whole || digest(file, head_at)? != head.digest {
        return Ok(Err(Refused::Damaged));
    }
    Ok(Ok(head))
}

/// Where the head begins, and the head; `None` where its length cannot be one.
fn sealed_head(file: &mut File, length: u64) -> io::Result<Option<(u64, Vec<u8>)>> {
    let Some(end) = length.checked_sub(4) else {
        return Ok(None);
    };
    let Ok(size) = <[u8; 4]>::try_from(part(file, end, 4)?) else {
        return Ok(None);
    };
    let size = u64::from(u32::from_le_bytes(size));
    match end.checked_sub(size) {
        Some(head_at) if size <= LONGEST_HEAD => Ok(Some((head_at, part(file, head_at, size)?))),
        _ => Ok(None),
    }
}

/// The bytes from `start` on, as many as there are up to `length`.
fn part(file: &mut File, start: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.by_ref().take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// SHA-256 of the first `length` bytes, in hexadecimal.
fn digest(file: &mut File, length: u64) -> io::Result<String> {
    file.seek(SeekFrom::Start(0))?;
    let mut hash = Sha256::new();
    io::copy(&mut file.by_ref().take(length), &mut layout::Hashing(&mut hash))?;
    Ok(layout::hex(hash))
}
