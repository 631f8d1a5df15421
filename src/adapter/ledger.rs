//! The truth: sealed frames, one after the other, each bound to the one before it by its hash.
//!
//! Nothing is changed that is not in here, and a frame counts once it was synced. Frame 0 founds the ledger and
//! holds the kind of the store; every later frame is one commit.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`frame`] | one frame, byte by byte |
//! | [`scan`] | the walk from the first frame to the last |
//! | [`tail`] | what may stand after the last whole frame |
//! | [`walk`] | the file and its key found, and all of it walked |
//! | [`file`] | what a ledger needs of its file |

pub mod file;
pub mod frame;
pub mod scan;
pub mod tail;
pub mod walk;

use std::fs::OpenOptions;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use self::walk::{Verified, Walked, key_of, verify};

use self::file::LedgerFile;
use self::frame::{HEADER, Header, HeaderRead};
use self::scan::{NOTHING, Scan};
use crate::adapter::durable;
use crate::adapter::seal::{KeyError, KeySource, Vault};
use crate::domain::store_kind::StoreKind;
use crate::domain::time::Moment;
use crate::port::{Commit, FrameHash, Head, StoreError};

/// The only segment so far.
const SEGMENT: u32 = 1;
const FILE_NAME: &str = "00000001.ledger";
const EXTENSION: &str = "ledger";

/// What is wrong with a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Its bytes are not those that were written.
    #[error("is damaged")]
    Broken,
    /// Its bytes agree with each other, but were not sealed with this store's key.
    #[error("is not authentic")]
    NotAuthentic,
    /// Another frame stands in its place: frames were removed, swapped or repeated.
    #[error("is not in its place, where frame {found} stands")]
    OutOfPlace {
        /// The number of the frame that stands there.
        found: u64,
    },
    /// It was written by a newer program.
    #[error("has format {0}, which this program does not know")]
    Newer(u16),
    /// It is authentic and still cannot be understood.
    #[error("cannot be read")]
    Unreadable,
    /// What it says cannot follow from the frames before it.
    #[error("contradicts the frames before it")]
    Contradiction,
}

/// Why a ledger cannot be used. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is no data key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The store is of another kind.
    #[error("this is a {found:?} store, not a {wanted:?} store")]
    OtherKind {
        /// The kind that was asked for.
        wanted: StoreKind,
        /// The kind that it is.
        found: StoreKind,
    },
    /// A frame is not what was written.
    #[error("frame {number} of {path} {damage}; restore the folder from a backup")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The frame's number.
        number: u64,
        /// What is wrong.
        damage: Damage,
    },
    /// A file that this program would not write.
    #[error("{0} is not a file of this program")]
    UnknownFile(PathBuf),
}

/// The payload of frame 0.
#[derive(Debug, Serialize, Deserialize)]
struct Founding {
    kind: StoreKind,
}

/// A frame as it was read back: its hash and its payload.
pub type Opened = (FrameHash, Zeroizing<Vec<u8>>);

/// An open ledger, to be appended to by one program alone.
pub struct Ledger {
    file: Box<dyn LedgerFile>,
    path: PathBuf,
    vault: Vault,
    scan: Scan,
    poisoned: bool,
}

impl Ledger {
    /// Opens the ledger in `folder` and checks all of it. None where no ledger was founded there. An unfinished last
    /// frame stays until [`Ledger::cut_unfinished`].
    ///
    /// # Errors
    /// See [`LedgerError`].
    pub fn open(
        folder: &Path,
        kind: StoreKind,
        keys: &dyn KeySource,
        walked: Walked<'_>,
    ) -> Result<Option<Self>, LedgerError> {
        let Some(path) = walk::ledger_file(folder)? else {
            return Ok(None);
        };
        let io = |source| LedgerError::Io {
            path: path.clone(),
            source,
        };
        let file = OpenOptions::new().read(true).write(true).open(&path).map_err(io)?;
        let Some((vault, scan)) = walk::walk(&file, &path, keys, Some(kind), walked, &mut |_| Ok(()))? else {
            return Ok(None);
        };
        // A program that was killed may have made the file without syncing its name.
        durable::sync_folder(folder).map_err(io)?;
        Ok(Some(Self {
            file: Box::new(file),
            path,
            vault,
            scan,
            poisoned: false,
        }))
    }

    /// Founds a ledger in `folder`, which is made. When this returns, a power cut no longer undoes it.
    ///
    /// # Errors
    /// See [`LedgerError`].
    pub fn found(folder: &Path, vault: Vault) -> Result<Self, LedgerError> {
        let path = folder.join(FILE_NAME);
        let io = |source| LedgerError::Io {
            path: path.clone(),
            source,
        };
        durable::create_folder(folder).map_err(io)?;
        let options = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .clone();
        let file = options.open(&path).map_err(io)?;
        durable::sync_folder(folder).map_err(io)?;
        Self::found_in(Box::new(file), path.clone(), vault).map_err(io)
    }

    /// Founds a ledger in an empty file.
    ///
    /// # Errors
    /// The file could not be written.
    pub fn found_in(file: Box<dyn LedgerFile>, path: PathBuf, vault: Vault) -> io::Result<Self> {
        let payload = serde_json::to_vec(&Founding { kind: vault.kind() })?;
        let scan = Scan {
            offsets: Vec::new(),
            end: 0,
            last: NOTHING,
            unfinished: 0,
        };
        let mut ledger = Self {
            file,
            path,
            vault,
            scan,
            poisoned: false,
        };
        ledger.append(&payload).map_err(io::Error::other)?;
        Ok(ledger)
    }

    /// The keys of the store.
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The number of the last frame; 0 is the founding.
    pub fn last_number(&self) -> u64 {
        (self.scan.offsets.len() as u64).saturating_sub(1)
    }

    /// The hash of the last frame.
    pub const fn last_hash(&self) -> FrameHash {
        self.scan.last
    }

    /// Cuts off an unfinished last frame, which was never acknowledged; says how many bytes it had.
    ///
    /// # Errors
    /// The file could not be written.
    pub fn cut_unfinished(&mut self) -> Result<u64, LedgerError> {
        let unfinished = std::mem::take(&mut self.scan.unfinished);
        if unfinished > 0 {
            let cut = self.file.set_len(self.scan.end).and_then(|()| self.file.sync());
            cut.map_err(|source| LedgerError::Io {
                path: self.path.clone(),
                source,
            })?;
        }
        Ok(unfinished)
    }

    /// Appends one frame and syncs it.
    ///
    /// # Errors
    /// `Full` and `Io` leave the ledger as it was; after `Poisoned` it must be opened again.
    pub fn append(&mut self, payload: &[u8]) -> Result<(u64, FrameHash), StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        let number = self.scan.offsets.len() as u64;
        let (frame, hash) = frame::encode(&self.vault, SEGMENT, number, self.scan.last, payload)?;
        self.poisoned = true;
        let end = self.scan.end;
        if let Err(error) = self
            .file
            .seek(SeekFrom::Start(end))
            .and_then(|_| self.file.write_all(&frame))
        {
            // The frame was not synced, so nobody heard of it: what was written of it goes.
            if self.file.set_len(end).and_then(|()| self.file.sync()).is_ok() {
                self.poisoned = false;
                return Err(write_error(error));
            }
            return Err(StoreError::Poisoned);
        }
        // After a failed sync nobody knows what is on the disk, and syncing again would lie.
        self.file.sync().map_err(|_| StoreError::Poisoned)?;
        self.scan.offsets.push(end);
        self.scan.end = end + frame.len() as u64;
        self.scan.last = hash;
        self.poisoned = false;
        Ok((number, hash))
    }

    /// Whether it must be opened again before it takes another frame.
    pub const fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    /// Takes no more frames until it is opened again.
    pub const fn poison(&mut self) {
        self.poisoned = true;
    }

    /// Reads one frame back: its hash and its payload. None where there is no such frame.
    ///
    /// # Errors
    /// The file could not be read, or the frame is damaged.
    pub fn read(&mut self, number: u64) -> Result<Option<Opened>, StoreError> {
        let Some(offset) = usize::try_from(number)
            .ok()
            .and_then(|index| self.scan.offsets.get(index))
        else {
            return Ok(None);
        };
        let damaged = || StoreError::Damaged(format!("frame {number} of the ledger"));
        let mut bytes = [0; HEADER];
        self.file.seek(SeekFrom::Start(*offset))?;
        self.file.read_exact(&mut bytes)?;
        let HeaderRead::Whole(header) = Header::decode(&bytes) else {
            return Err(damaged());
        };
        let length = usize::try_from(header.frame_length()).map_err(|_| damaged())? - HEADER;
        let mut body = Zeroizing::new(vec![0; length]);
        self.file.read_exact(&mut body)?;
        let hash = frame::hash_of(&bytes, &body).ok_or_else(damaged)?;
        let text = frame::open(&self.vault, &header, &mut body)
            .map_err(|_| damaged())?
            .len();
        if header.number != number {
            return Err(damaged());
        }
        body.truncate(text);
        Ok(Some((hash, body)))
    }

    /// The last commit's frame and moment, without the rest of it, which may be a whole import. None where nothing was
    /// committed.
    ///
    /// # Errors
    /// As [`Ledger::read`].
    pub fn head(&mut self) -> Result<Option<Head>, StoreError> {
        let number = self.last_number();
        let Some((hash, payload)) = self.read(number)?.filter(|_| number > 0) else {
            return Ok(None);
        };
        let damaged = |_| StoreError::Damaged(format!("frame {number} of the ledger"));
        let Dated { moment } = serde_json::from_slice(&payload).map_err(damaged)?;
        Ok(Some(Head { number, hash, moment }))
    }

    /// Reads one commit back. None where there is no such frame; frame 0 holds no commit.
    ///
    /// # Errors
    /// As [`Ledger::read`].
    pub fn commit(&mut self, number: u64) -> Result<Option<(FrameHash, Commit)>, StoreError> {
        if number == 0 {
            return Ok(None);
        }
        let Some((hash, payload)) = self.read(number)? else {
            return Ok(None);
        };
        let damaged = |_| StoreError::Damaged(format!("frame {number} of the ledger"));
        Ok(Some((hash, serde_json::from_slice(&payload).map_err(damaged)?)))
    }
}

/// The part of a commit that says when it was.
#[derive(Deserialize)]
struct Dated {
    moment: Moment,
}

/// No room, or some other failure of a write that was taken back.
fn write_error(error: io::Error) -> StoreError {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    match error.kind() {
        StorageFull | QuotaExceeded | FileTooLarge => StoreError::Full(error),
        _ => StoreError::Io(error),
    }
}

/// The folder of the ledger in a store's folder.
pub fn folder_in(data: &Path) -> PathBuf {
    data.join("ledger")
}
