//! How a store is opened. What cannot be explained by a power cut is refused, never repaired silently.
//!
//! 1. The whole ledger is walked. A frame that is damaged, not authentic or out of its place: refused.
//! 2. Records ahead of the ledger mean that frames were taken away: refused.
//! 3. An unfinished last frame was never acknowledged: it is cut off.
//! 4. Frames that the records lack are applied. Records that do not open, whose frame is not the ledger's, or that
//!    are not what they claim to be are set aside and made anew.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::DurableStore;
use super::lock::{self, StoreLock};
use crate::adapter::durable;
use crate::adapter::ledger::{self, Damage, Ledger, LedgerError};
use crate::adapter::registry;
use crate::adapter::seal::{KeySource, Vault};
use crate::adapter::sled::mark::{Digest, Mark};
use crate::adapter::sled::{self, Records, RecordsError};
use crate::domain::store_kind::StoreKind;
use crate::port::{Commit, StoreError};

const BROKEN: &str = "sled.broken-";

/// How far the opening has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The ledger is checked; in bytes.
    Checking {
        /// Done.
        done: u64,
        /// Of how many.
        total: u64,
    },
    /// The records are made anew from the ledger; in frames.
    Rebuilding {
        /// Done.
        done: u64,
        /// Of how many.
        total: u64,
    },
}

/// Why a store was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another program has it open.
    #[error("the store in {0} is open elsewhere")]
    Busy(PathBuf),
    /// The folder holds something that is no store.
    #[error("{0} is neither empty nor a store")]
    Foreign(PathBuf),
    /// The ledger is not what was written, or of another kind, or its key is missing.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// There are records and no ledger.
    #[error("there are records in {0} and no ledger; restore the folder from a backup")]
    LedgerGone(PathBuf),
    /// The records go on where the ledger ends: frames were taken away.
    #[error("the ledger ends with frame {ledger}, the records know frame {records}; restore the folder from a backup")]
    FramesGone {
        /// The number of the ledger's last frame.
        ledger: u64,
        /// The number of the frame that the records follow.
        records: u64,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The records could not be made anew.
    #[error("the records could not be made anew: {0}")]
    Rebuild(#[source] RecordsError),
}

impl DurableStore {
    /// Opens the store in `folder`, or founds one where there is none yet, with a new key then.
    ///
    /// # Errors
    /// See [`OpenError`]. Nothing that was committed is changed.
    pub fn open(
        folder: &Path,
        kind: StoreKind,
        keys: &dyn KeySource,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, OpenError> {
        let io = |source| OpenError::Io {
            path: folder.to_owned(),
            source,
        };
        refuse_foreign(folder)?;
        durable::create_folder(folder).map_err(io)?;
        let lock = StoreLock::take(folder)?;
        let checked = &mut |done, total| progress(Progress::Checking { done, total });
        let ledger = Ledger::open(&ledger::folder_in(folder), kind, keys, checked)?;
        let mut ledger = match ledger {
            Some(ledger) => ledger,
            None => found(folder, kind, keys)?,
        };
        let records = records(folder, &mut ledger, progress)?;
        let number = ledger.last_number();
        let head = ledger.head().map_err(|error| unreadable(folder, number, &error))?;
        Ok(Self {
            folder: folder.to_owned(),
            vault: ledger.vault().clone(),
            head: Mutex::new(head),
            records,
            ledger: Mutex::new(ledger),
            _lock: lock,
        })
    }
}

/// A folder in which somebody else keeps something is left alone.
fn refuse_foreign(folder: &Path) -> Result<(), OpenError> {
    let io = |source| OpenError::Io {
        path: folder.to_owned(),
        source,
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(io(error)),
    };
    let mut foreign = false;
    for entry in entries {
        let name = entry.map_err(io)?.file_name();
        let name = name.to_string_lossy();
        match name.as_ref() {
            "ledger" => return Ok(()),
            "sled" => {}
            other if lock::owns(other) => {}
            other => foreign |= !other.starts_with(BROKEN) && !registry::owns(other),
        }
    }
    if foreign {
        Err(OpenError::Foreign(folder.to_owned()))
    } else {
        Ok(())
    }
}

/// Whether a store would be founded in this folder: nothing is there, or a founding that a power cut left unfinished.
pub fn is_to_be_founded(folder: &Path) -> bool {
    let founded = !matches!(ledger::key_of(folder), Ok(None));
    !founded && refuse_foreign(folder).is_ok() && !has_entries(&sled::folder_in(folder))
}

/// Founds a ledger. Records are made after their ledger: where there are some, a ledger was taken away.
fn found(folder: &Path, kind: StoreKind, keys: &dyn KeySource) -> Result<Ledger, OpenError> {
    let records = sled::folder_in(folder);
    if has_entries(&records) {
        return Err(OpenError::LedgerGone(folder.to_owned()));
    }
    let key = keys.create(kind).map_err(LedgerError::from)?;
    Ok(Ledger::found(&ledger::folder_in(folder), Vault::new(&key))?)
}

/// The records, brought to where the ledger is.
fn records(folder: &Path, ledger: &mut Ledger, progress: &mut dyn FnMut(Progress)) -> Result<Records, OpenError> {
    let path = sled::folder_in(folder);
    let vault = ledger.vault().clone();
    let is_new = !has_entries(&path);
    match Records::open(&path, vault.clone()) {
        Ok(records) => {
            refuse_frames_gone(&records, ledger)?;
            ledger.cut_unfinished()?;
            match bring_up(&records, ledger) {
                Ok(()) => return Ok(records),
                Err(Unusable::NoClaim) if is_new => {
                    rebuild(folder, &records, ledger, progress)?;
                    return Ok(records);
                }
                Err(Unusable::Records(RecordsError::Machine(source))) => return Err(OpenError::Io { path, source }),
                Err(reason) => tracing::warn!("the records are set aside and made anew: {reason}"),
            }
        }
        Err(RecordsError::Machine(source)) => return Err(OpenError::Io { path, source }),
        Err(error) => {
            tracing::warn!("the records are set aside and made anew: {error}");
            ledger.cut_unfinished()?;
        }
    }
    set_aside(folder).map_err(|source| OpenError::Io {
        path: path.clone(),
        source,
    })?;
    let records = Records::open(&path, vault).map_err(OpenError::Rebuild)?;
    rebuild(folder, &records, ledger, progress)?;
    Ok(records)
}

fn has_entries(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

fn refuse_frames_gone(records: &Records, ledger: &Ledger) -> Result<(), OpenError> {
    match records.claim() {
        Some(mark) if mark.number > ledger.last_number() => Err(OpenError::FramesGone {
            ledger: ledger.last_number(),
            records: mark.number,
        }),
        _ => Ok(()),
    }
}

/// Why the records cannot be used as they are.
#[derive(Debug, thiserror::Error)]
enum Unusable {
    #[error("they claim nothing")]
    NoClaim,
    #[error("they follow a frame that is not the ledger's")]
    OtherFrame,
    #[error("they are not what they claim to be")]
    Differs,
    #[error(transparent)]
    Records(#[from] RecordsError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Applies the frames that the records lack.
fn bring_up(records: &Records, ledger: &mut Ledger) -> Result<(), Unusable> {
    let mark = records.claim().ok_or(Unusable::NoClaim)?;
    if ledger.read(mark.number)?.is_none_or(|(hash, _)| hash != mark.hash) {
        return Err(Unusable::OtherFrame);
    }
    if !records.agrees_with_claim()? {
        return Err(Unusable::Differs);
    }
    for number in mark.number + 1..=ledger.last_number() {
        let Some((hash, commit)) = ledger.commit(number)? else {
            break;
        };
        records.apply(records.plan(&commit)?, number, hash)?;
    }
    Ok(())
}

/// Renames the records, which are of no use, and drops those that were renamed before: one set is kept to look into.
fn set_aside(folder: &Path) -> io::Result<()> {
    let path = sled::folder_in(folder);
    if !path.exists() {
        return Ok(());
    }
    let mut latest = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(number) = name.to_str().and_then(|name| name.strip_prefix(BROKEN)) else {
            continue;
        };
        latest = latest.max(number.parse::<u64>().unwrap_or(0));
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    fs::rename(&path, folder.join(format!("{BROKEN}{}", latest.saturating_add(1))))?;
    durable::sync_folder(folder)
}

/// Makes all records from the ledger. They claim nothing until they are whole, so a power cut only means once more.
fn rebuild(
    folder: &Path,
    records: &Records,
    ledger: &mut Ledger,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), OpenError> {
    let total = ledger.last_number();
    let mut digest = Digest::default();
    for number in 1..=total {
        let commit = ledger
            .commit(number)
            .map_err(|error| unreadable(folder, number, &error))?;
        let Some((_, commit)) = commit else { break };
        let plan = follow(folder, records, number, &commit)?;
        digest = digest.changed(plan.digest);
        records.apply_unmarked(&plan).map_err(OpenError::Rebuild)?;
        progress(Progress::Rebuilding { done: number, total });
    }
    let mark = Mark {
        number: total,
        hash: ledger.last_hash(),
        digest,
    };
    records.finish(mark).map_err(OpenError::Rebuild)
}

/// What a frame of the ledger does to the records before it.
fn follow(folder: &Path, records: &Records, number: u64, commit: &Commit) -> Result<sled::plan::Plan, OpenError> {
    records.plan(commit).map_err(|error| match error {
        StoreError::Conflict | StoreError::Taken(_) => damaged(folder, number, Damage::Contradiction),
        StoreError::Io(source) => OpenError::Io {
            path: sled::folder_in(folder),
            source,
        },
        _ => OpenError::Rebuild(RecordsError::Damaged),
    })
}

fn unreadable(folder: &Path, number: u64, error: &StoreError) -> OpenError {
    tracing::error!("frame {number}: {error}");
    damaged(folder, number, Damage::Unreadable)
}

fn damaged(folder: &Path, number: u64, damage: Damage) -> OpenError {
    LedgerError::Damaged {
        path: ledger::folder_in(folder),
        number,
        damage,
    }
    .into()
}
