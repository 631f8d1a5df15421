//! A store that forgets everything when it is dropped.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use crate::domain::account::Account;
use crate::domain::applicant::IdentityNumber;
use crate::domain::id::{AccountId, MessageId, VisitId};
use crate::domain::limit::{Tally, TallyKey};
use crate::domain::message::Message;
use crate::domain::recovery::VisitRecord;
use crate::domain::staff::{Member, SetUp};
use crate::domain::store_kind::StoreKind;
use crate::domain::supervised::MobileChange;
use crate::port::{Change, Commit, Frame, FrameHash, Head, Lookup, Store, StoreError, UniqueField, Version, Versioned};

type Table<K, V> = BTreeMap<K, Versioned<V>>;

/// All records that follow from a row of commits.
#[derive(Clone, Default)]
pub struct State {
    accounts: Table<AccountId, Account>,
    owners: BTreeMap<(Field, String), AccountId>,
    visits: Table<VisitId, VisitRecord>,
    mobile_changes: Table<AccountId, MobileChange>,
    tallies: Table<TallyKey, Tally>,
    messages: Table<MessageId, Message>,
    /// By the ten digits.
    members: Table<String, Member>,
    set_up: Table<(), SetUp>,
}

/// [`UniqueField`], in an order.
type Field = u8;

impl State {
    /// Applies a commit. After an error the state is of no use.
    ///
    /// # Errors
    /// `Conflict` and `Taken`, as [`Store::commit`].
    pub fn apply(&mut self, commit: &Commit) -> Result<(), StoreError> {
        commit.changes.iter().try_for_each(|change| self.change(change))
    }

    /// All accounts.
    pub fn accounts(&self) -> impl Iterator<Item = (&AccountId, &Versioned<Account>)> {
        self.accounts.iter()
    }

    /// All visits that have not been forgotten.
    pub fn visits(&self) -> impl Iterator<Item = (&VisitId, &Versioned<VisitRecord>)> {
        self.visits.iter()
    }

    /// The last change of a mobile of every account that had one.
    pub fn mobile_changes(&self) -> impl Iterator<Item = (&AccountId, &Versioned<MobileChange>)> {
        self.mobile_changes.iter()
    }

    /// All tallies.
    pub fn tallies(&self) -> impl Iterator<Item = (&TallyKey, &Versioned<Tally>)> {
        self.tallies.iter()
    }

    /// All messages.
    pub fn messages(&self) -> impl Iterator<Item = (&MessageId, &Versioned<Message>)> {
        self.messages.iter()
    }

    /// All staff, with their numbers.
    pub fn members(&self) -> impl Iterator<Item = (&IdentityNumber, &Versioned<Member>)> {
        self.members
            .values()
            .map(|member| (&member.record.staff.identity, member))
    }

    /// What was decided at the first start.
    pub fn set_up(&self) -> Option<&Versioned<SetUp>> {
        self.set_up.get(&())
    }

    fn change(&mut self, change: &Change) -> Result<(), StoreError> {
        match change {
            Change::Account { account, version } => {
                write(&mut self.accounts, account.id, account.as_ref(), *version)?;
                self.claim_names(account)
            }
            Change::Visit { visit, version } => write(&mut self.visits, visit.id(), visit.as_ref(), *version),
            Change::VisitGone { visit, version } => {
                judge(&self.visits, visit, *version)?;
                self.visits.remove(visit);
                Ok(())
            }
            Change::MobileChange { change, version } => {
                write(&mut self.mobile_changes, change.account(), change.as_ref(), *version)
            }
            Change::Tally { key, tally, version } => write(&mut self.tallies, *key, tally, *version),
            Change::Staff { member, version } => {
                let number = member.staff.identity.digits().to_owned();
                write(&mut self.members, number, member.as_ref(), *version)
            }
            Change::SetUp { set_up, version } => write(&mut self.set_up, (), set_up.as_ref(), *version),
            Change::Message { message, version } => write(&mut self.messages, message.id, message.as_ref(), *version),
        }
    }

    fn claim_names(&mut self, account: &Account) -> Result<(), StoreError> {
        self.owners.retain(|_, owner| *owner != account.id);
        for (field, name) in names(account) {
            if self.owners.insert((field as Field, name), account.id).is_some() {
                return Err(StoreError::Taken(field));
            }
        }
        Ok(())
    }
}

/// The unique values of an account, as they are compared.
fn names(account: &Account) -> Vec<(UniqueField, String)> {
    let lookups = [
        Some(Lookup::Identity(&account.identity)),
        Some(Lookup::Username(&account.username)),
        Some(Lookup::Mobile(&account.mobile)),
        account.email.as_ref().map(Lookup::Email),
    ];
    lookups.into_iter().flatten().map(name).collect()
}

fn name(lookup: Lookup<'_>) -> (UniqueField, String) {
    match lookup {
        Lookup::Identity(identity) => (UniqueField::Identity, identity.digits().to_owned()),
        Lookup::Username(username) => (UniqueField::Username, username.as_str().to_lowercase()),
        Lookup::Mobile(mobile) => (UniqueField::Mobile, mobile.e164()),
        Lookup::Email(email) => (UniqueField::Email, email.folded()),
    }
}

fn judge<K: Ord, V>(table: &Table<K, V>, key: &K, version: Version) -> Result<(), StoreError> {
    let current = table.get(key).map_or(Version(0), |record| record.version);
    if current == version {
        Ok(())
    } else {
        Err(StoreError::Conflict)
    }
}

fn write<K: Ord, V: Clone>(table: &mut Table<K, V>, key: K, record: &V, version: Version) -> Result<(), StoreError> {
    judge(table, &key, version)?;
    table.insert(
        key,
        Versioned {
            record: record.clone(),
            version: Version(version.0 + 1),
        },
    );
    Ok(())
}

/// A store in memory.
pub struct MemoryStore {
    kind: StoreKind,
    inner: Mutex<Inner>,
}

impl std::fmt::Debug for MemoryStore {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "MemoryStore({:?})", self.kind)
    }
}

#[derive(Default)]
struct Inner {
    state: State,
    frames: Vec<Frame>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new(kind: StoreKind) -> Self {
        Self {
            kind,
            inner: Mutex::default(),
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn kind(&self) -> StoreKind {
        self.kind
    }

    fn commit(&self, commit: &Commit) -> Result<Head, StoreError> {
        let mut inner = self.inner();
        let mut state = inner.state.clone();
        state.apply(commit)?;
        inner.state = state;
        let previous = inner.frames.last().map_or([0; 32], |frame| frame.hash.0);
        let payload = serde_json::to_vec(commit).map_err(std::io::Error::from)?;
        let hash = FrameHash(
            Sha256::new()
                .chain_update(previous)
                .chain_update(payload)
                .finalize()
                .into(),
        );
        let number = inner.frames.len() as u64 + 1;
        inner.frames.push(Frame {
            number,
            hash,
            commit: commit.clone(),
        });
        Ok(Head {
            number,
            hash,
            moment: commit.moment,
        })
    }

    fn head(&self) -> Option<Head> {
        let inner = self.inner();
        inner.frames.last().map(|frame| Head {
            number: frame.number,
            hash: frame.hash,
            moment: frame.commit.moment,
        })
    }

    fn find(&self, lookup: Lookup<'_>) -> Result<Option<AccountId>, StoreError> {
        let (field, name) = name(lookup);
        Ok(self.inner().state.owners.get(&(field as Field, name)).copied())
    }

    fn account(&self, id: AccountId) -> Result<Option<Versioned<Account>>, StoreError> {
        Ok(self.inner().state.accounts.get(&id).cloned())
    }

    fn visit(&self, id: VisitId) -> Result<Option<Versioned<VisitRecord>>, StoreError> {
        Ok(self.inner().state.visits.get(&id).cloned())
    }

    fn visits(&self) -> Result<Vec<Versioned<VisitRecord>>, StoreError> {
        Ok(self.inner().state.visits.values().cloned().collect())
    }

    fn mobile_change(&self, account: AccountId) -> Result<Option<Versioned<MobileChange>>, StoreError> {
        Ok(self.inner().state.mobile_changes.get(&account).cloned())
    }

    fn mobile_changes(&self) -> Result<Vec<Versioned<MobileChange>>, StoreError> {
        Ok(self.inner().state.mobile_changes.values().cloned().collect())
    }

    fn tally(&self, key: TallyKey) -> Result<Versioned<Tally>, StoreError> {
        let none = || Versioned {
            record: Tally::default(),
            version: Version(0),
        };
        Ok(self.inner().state.tallies.get(&key).cloned().unwrap_or_else(none))
    }

    fn member(&self, number: &IdentityNumber) -> Result<Option<Versioned<Member>>, StoreError> {
        Ok(self.inner().state.members.get(number.digits()).cloned())
    }

    fn members(&self) -> Result<Vec<Versioned<Member>>, StoreError> {
        Ok(self.inner().state.members.values().cloned().collect())
    }

    fn set_up(&self) -> Result<Option<Versioned<SetUp>>, StoreError> {
        Ok(self.inner().state.set_up.get(&()).cloned())
    }

    fn message(&self, id: MessageId) -> Result<Option<Versioned<Message>>, StoreError> {
        Ok(self.inner().state.messages.get(&id).cloned())
    }

    fn waiting(&self) -> Result<Vec<Versioned<Message>>, StoreError> {
        let inner = self.inner();
        let waits = |message: &&Versioned<Message>| message.record.delivery.is_waiting();
        let mut waiting: Vec<_> = inner.state.messages.values().filter(waits).cloned().collect();
        waiting.sort_by_key(|message| (message.record.created, message.record.id));
        Ok(waiting)
    }

    fn frames(&self, numbers: Range<u64>) -> Result<Vec<Frame>, StoreError> {
        Ok(self
            .inner()
            .frames
            .iter()
            .filter(|frame| numbers.contains(&frame.number))
            .cloned()
            .collect())
    }
}
