//! The store of a desk: the ledger is the truth, sled holds the records that follow from it.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`open`] | the rules of opening: what is cut off, applied, made anew, or refused |
//! | [`check`] | the comparison of everything with everything |
//! | `lock` | one program at a time |

pub mod check;
mod lock;
pub mod open;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

pub use self::check::{CheckError, Disagreement};
pub use self::open::{OpenError, Progress, is_to_be_founded};
use crate::adapter::ledger::Ledger;
use crate::adapter::seal::Vault;
use crate::adapter::sled::Records;
use crate::domain::account::Account;
use crate::domain::applicant::IdentityNumber;
use crate::domain::id::{AccountId, MessageId, VisitId};
use crate::domain::limit::{Tally, TallyKey};
use crate::domain::message::Message;
use crate::domain::recovery::VisitRecord;
use crate::domain::staff::{Member, SetUp};
use crate::domain::store_kind::StoreKind;
use crate::domain::supervised::MobileChange;
use crate::port::{Commit, Frame, FrameHash, Head, Lookup, Store, StoreError, Versioned};

/// A store on the disk, for one program at a time. Open it with [`DurableStore::open`].
pub struct DurableStore {
    folder: PathBuf,
    vault: Vault,
    head: Mutex<Option<Head>>,
    records: Records,
    /// Also the one writer's turn: a commit is judged, appended and applied under it.
    ledger: Mutex<Ledger>,
    /// Locked for as long as the store is open. Let go last.
    _lock: lock::StoreLock,
}

impl DurableStore {
    /// The keys of the store: the `Keys` port, and what a hasher needs.
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The folder of the store.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the frame of this number is in the ledger with this hash.
    ///
    /// # Errors
    /// The ledger could not be read.
    pub fn contains(&self, number: u64, hash: FrameHash) -> Result<bool, StoreError> {
        Ok(self.ledger().read(number)?.is_some_and(|(found, _)| found == hash))
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn last_head(&self) -> MutexGuard<'_, Option<Head>> {
        self.head.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for DurableStore {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "DurableStore({:?}, {:?})", self.folder, self.vault)
    }
}

impl Store for DurableStore {
    fn kind(&self) -> StoreKind {
        self.vault.kind()
    }

    fn commit(&self, commit: &Commit) -> Result<Head, StoreError> {
        let mut ledger = self.ledger();
        if ledger.is_poisoned() {
            return Err(StoreError::Poisoned);
        }
        let plan = match self.records.plan(commit) {
            Err(error @ (StoreError::Conflict | StoreError::Taken(_))) => return Err(error),
            // sled does not recover from an error while it is open.
            Err(error) => {
                ledger.poison();
                return Err(error);
            }
            Ok(plan) => plan,
        };
        let payload = Zeroizing::new(serde_json::to_vec(commit).map_err(std::io::Error::from)?);
        let (number, hash) = ledger.append(&payload)?;
        if let Err(error) = self.records.apply(plan, number, hash) {
            ledger.poison();
            return Err(error);
        }
        let head = Head {
            number,
            hash,
            moment: commit.moment,
        };
        *self.last_head() = Some(head);
        Ok(head)
    }

    fn head(&self) -> Option<Head> {
        *self.last_head()
    }

    fn find(&self, lookup: Lookup<'_>) -> Result<Option<AccountId>, StoreError> {
        self.records.find(lookup)
    }

    fn account(&self, id: AccountId) -> Result<Option<Versioned<Account>>, StoreError> {
        self.records.account(id)
    }

    fn visit(&self, id: VisitId) -> Result<Option<Versioned<VisitRecord>>, StoreError> {
        self.records.visit(id)
    }

    fn visits(&self) -> Result<Vec<Versioned<VisitRecord>>, StoreError> {
        self.records.visits()
    }

    fn mobile_change(&self, account: AccountId) -> Result<Option<Versioned<MobileChange>>, StoreError> {
        self.records.mobile_change(account)
    }

    fn mobile_changes(&self) -> Result<Vec<Versioned<MobileChange>>, StoreError> {
        self.records.mobile_changes()
    }

    fn tally(&self, key: TallyKey) -> Result<Versioned<Tally>, StoreError> {
        self.records.tally(key)
    }

    fn member(&self, number: &IdentityNumber) -> Result<Option<Versioned<Member>>, StoreError> {
        self.records.member(number)
    }

    fn members(&self) -> Result<Vec<Versioned<Member>>, StoreError> {
        self.records.members()
    }

    fn set_up(&self) -> Result<Option<Versioned<SetUp>>, StoreError> {
        self.records.set_up()
    }

    fn message(&self, id: MessageId) -> Result<Option<Versioned<Message>>, StoreError> {
        self.records.message(id)
    }

    fn waiting(&self) -> Result<Vec<Versioned<Message>>, StoreError> {
        self.records.waiting()
    }

    fn frames(&self, numbers: Range<u64>) -> Result<Vec<Frame>, StoreError> {
        let mut frames = Vec::new();
        // Frame 0 founds the ledger and is no commit.
        for number in numbers.start.max(1)..numbers.end {
            let Some((hash, commit)) = self.ledger().commit(number)? else {
                break;
            };
            frames.push(Frame { number, hash, commit });
        }
        Ok(frames)
    }
}
