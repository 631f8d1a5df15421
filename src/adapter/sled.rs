//! The records of the store in sled: whole, sealed, and found by blind indexes. All of it follows from the ledger and
//! is made anew from it where it does not agree.
//!
//! Each commit is one transaction over all trees, which also writes the [`Mark`]: the number and hash of the frame it
//! came from, and a digest of everything in the trees. A sled that lost or mixed up anything in a power cut does not
//! agree with its digest.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`tables`] | the trees and their names |
//! | [`mark`] | what the records claim to be |
//! | [`plan`] | a commit, judged and turned into writes |
//! | [`read`] | look-ups |

pub mod mark;
pub mod plan;
pub mod read;
pub mod tables;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant};

use ::sled::transaction::{ConflictableTransactionResult, TransactionResult, Transactional};

use self::mark::{Digest, Mark};
use self::plan::Plan;
use self::tables::{Table, Trees};
use crate::adapter::seal::Vault;
use crate::port::{FrameHash, StoreError};

/// How much sled keeps in memory, in bytes. Old desks have little.
const CACHE: u64 = 16 << 20;
/// Plans with more writes are written in key order, which sled takes four times faster and in a tenth of the memory
/// than in the random order of its transactions.
const LARGE: usize = 4_000;
/// How long a handle that was just dropped may take to let go of the folder.
const LETTING_GO: Duration = Duration::from_secs(5);

/// The records of a store.
pub struct Records {
    trees: Trees,
    vault: Vault,
    mark: Mutex<Option<Mark>>,
    /// Held for writing while a large plan is written, so that nobody reads half of it.
    gate: RwLock<()>,
}

/// Why the records could not be opened. They are made anew from the ledger then.
#[derive(Debug, thiserror::Error)]
pub enum RecordsError {
    /// The machine does not let them be read or written, whatever is in them: making them anew would not help.
    #[error("the records cannot be used: {0}")]
    Machine(#[source] std::io::Error),
    /// sled said so.
    #[error(transparent)]
    Sled(::sled::Error),
    /// sled panicked.
    #[error("sled panicked")]
    Panicked,
    /// A record is not what was sealed.
    #[error("a record is damaged")]
    Damaged,
}

impl From<::sled::Error> for RecordsError {
    fn from(error: ::sled::Error) -> Self {
        use std::io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match error {
            ::sled::Error::Io(error)
                if matches!(
                    error.kind(),
                    PermissionDenied | ReadOnlyFilesystem | StorageFull | QuotaExceeded
                ) =>
            {
                Self::Machine(error)
            }
            other => Self::Sled(other),
        }
    }
}

impl Records {
    /// Opens or makes the records in `folder`.
    ///
    /// # Errors
    /// See [`RecordsError`].
    pub fn open(folder: &Path, vault: Vault) -> Result<Self, RecordsError> {
        let begun = Instant::now();
        let db = loop {
            let config = ::sled::Config::new().path(folder).cache_capacity(CACHE);
            match guarded(|| config.open()) {
                Err(RecordsError::Sled(::sled::Error::Io(error)))
                    if error.to_string().contains("acquire lock") && begun.elapsed() < LETTING_GO =>
                {
                    std::thread::sleep(Duration::from_millis(20));
                }
                other => break other?,
            }
        };
        let trees = guarded(|| Trees::open(db))?;
        let mark = Mutex::new(None);
        let records = Self {
            trees,
            vault,
            mark,
            gate: RwLock::new(()),
        };
        let mark = guarded(|| records.trees.tree(Table::Meta).get(mark::KEY))?;
        let mark = mark.map(|record| Mark::open(&records.vault, &record)).transpose();
        *records.mark() = mark.map_err(|_| RecordsError::Damaged)?;
        Ok(records)
    }

    /// What the records claim to be; none where they were never finished.
    pub fn claim(&self) -> Option<Mark> {
        *self.mark()
    }

    /// Whether what is in the trees is what the mark says: reads all of it.
    ///
    /// # Errors
    /// See [`RecordsError`].
    pub fn agrees_with_claim(&self) -> Result<bool, RecordsError> {
        let Some(claim) = self.claim() else { return Ok(false) };
        let digest = guarded(|| {
            let mut digest = Digest::default();
            for table in Table::RECORDS {
                for entry in self.trees.tree(table).iter() {
                    let (key, value) = entry?;
                    digest.add(table, &key, &value);
                }
            }
            Ok(digest)
        })?;
        Ok(digest == claim.digest)
    }

    /// Writes a plan and the mark that it leads to; all or nothing. After an error the records must be opened again.
    ///
    /// # Errors
    /// [`StoreError::Poisoned`]
    pub fn apply(&self, plan: Plan, number: u64, hash: FrameHash) -> Result<(), StoreError> {
        let mut claim = self.mark();
        let digest = claim.ok_or(StoreError::Poisoned)?.digest.changed(plan.digest);
        let mark = Mark { number, hash, digest };
        let sealed = mark.seal(&self.vault)?;
        let written = if plan.writes.len() > LARGE {
            let _alone = self.gate.write().unwrap_or_else(PoisonError::into_inner);
            guarded(|| self.write_large(&plan, &sealed))
        } else {
            guarded(|| self.write_at_once(&plan, &sealed))
        };
        if written.is_err() {
            *claim = None;
            return Err(StoreError::Poisoned);
        }
        *claim = Some(mark);
        Ok(())
    }

    /// Writes a plan without a mark, as one of many. The records claim nothing until [`Records::finish`].
    ///
    /// # Errors
    /// See [`RecordsError`].
    pub fn apply_unmarked(&self, plan: &Plan) -> Result<(), RecordsError> {
        guarded(|| self.write_in_order(plan))
    }

    /// Says that the records are those of the frame with this number and hash; `digest` of all of them.
    ///
    /// # Errors
    /// See [`RecordsError`].
    pub fn finish(&self, mark: Mark) -> Result<(), RecordsError> {
        let sealed = mark.seal(&self.vault).map_err(RecordsError::Machine)?;
        guarded(|| {
            self.trees.tree(Table::Meta).insert(mark::KEY, sealed)?;
            self.trees.flush()
        })?;
        *self.mark() = Some(mark);
        Ok(())
    }

    fn write_at_once(&self, plan: &Plan, mark: &[u8]) -> ::sled::Result<()> {
        // Writes come in the order of their tables, the mark's last; sled is quicker over fewer trees.
        let mut tables: Vec<Table> = plan
            .writes
            .iter()
            .map(|write| write.table)
            .chain([Table::Meta])
            .collect();
        tables.dedup();
        let trees: Vec<&::sled::Tree> = tables.iter().map(|table| self.trees.tree(*table)).collect();
        // The closure may run again: it only hands over what was made before.
        let result: TransactionResult<()> = trees.as_slice().transaction(|views| {
            for (table, view) in tables.iter().zip(views) {
                for write in plan.writes.iter().filter(|write| write.table == *table) {
                    match &write.value {
                        Some(value) => view.insert(write.key.as_slice(), value.as_slice())?,
                        None => view.remove(write.key.as_slice())?,
                    };
                }
                if *table == Table::Meta {
                    view.insert(mark::KEY, mark)?;
                }
            }
            ConflictableTransactionResult::Ok(())
        });
        result.map_err(|error| match error {
            ::sled::transaction::TransactionError::Storage(error) => error,
            ::sled::transaction::TransactionError::Abort(()) => ::sled::Error::ReportableBug(String::new()),
        })
    }

    /// Without a transaction: the mark goes first and comes back last, so that half of it is never taken for whole.
    fn write_large(&self, plan: &Plan, mark: &[u8]) -> ::sled::Result<()> {
        self.trees.tree(Table::Meta).remove(mark::KEY)?;
        self.trees.flush()?;
        self.write_in_order(plan)?;
        self.trees.flush()?;
        self.trees.tree(Table::Meta).insert(mark::KEY, mark)?;
        Ok(())
    }

    fn write_in_order(&self, plan: &Plan) -> ::sled::Result<()> {
        for write in &plan.writes {
            let tree = self.trees.tree(write.table);
            match &write.value {
                Some(value) => tree.insert(&write.key, value.as_slice())?,
                None => tree.remove(&write.key)?,
            };
        }
        Ok(())
    }

    fn mark(&self) -> MutexGuard<'_, Option<Mark>> {
        self.mark.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The folder of the records in a store's folder.
pub fn folder_in(data: &Path) -> PathBuf {
    data.join("sled")
}

/// sled panics where it meets what it does not expect; that is an error like any other.
fn guarded<T>(work: impl FnOnce() -> ::sled::Result<T>) -> Result<T, RecordsError> {
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| RecordsError::Panicked)?
        .map_err(RecordsError::from)
}
