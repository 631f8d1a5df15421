//! A commit, judged against the records and turned into sealed writes, before anything is written anywhere.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::Records;
use super::mark::Digest;
use super::tables::Table;
use crate::adapter::seal::Place;
use crate::adapter::seal::vault::record_version;
use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::domain::limit::{TallyKey, TallyKind};
use crate::domain::message::Message;
use crate::port::{Change, Commit, Lookup, StoreError, Version};

/// The name of the one record about the first start.
pub const SET_UP: &[u8] = b"set-up";

/// One write.
#[derive(Debug)]
pub struct Write {
    /// The tree.
    pub table: Table,
    /// The key.
    pub key: Vec<u8>,
    /// The sealed record; none where it is taken away.
    pub value: Option<Vec<u8>>,
}

/// All writes of a commit, in the order of trees and keys.
#[derive(Debug)]
pub struct Plan {
    /// The writes.
    pub writes: Vec<Write>,
    /// What they do to the digest.
    pub digest: Digest,
}

/// The name of a tally's record.
pub fn tally_key(key: TallyKey) -> [u8; 17] {
    let kind = match key.kind {
        TallyKind::WrongAnswers => 1,
        TallyKind::WrongCodes => 2,
        TallyKind::AccountSends => 3,
        TallyKind::MobileSends => 4,
        TallyKind::DeskUnmatched => 5,
        TallyKind::ClerkUnmatched => 6,
        TallyKind::RegistryLookUps => 7,
        TallyKind::UsernameChecks => 8,
        TallyKind::StaffPasswords => 9,
        TallyKind::Phrases => 10,
    };
    let mut bytes = [kind; 17];
    bytes
        .iter_mut()
        .skip(1)
        .zip(key.subject.0)
        .for_each(|(to, from)| *to = from);
    bytes
}

impl Records {
    /// Judges a commit and plans its writes.
    ///
    /// # Errors
    /// `Conflict` where a record was written since it was read, `Taken` where a value must be unique and is not.
    pub fn plan(&self, commit: &Commit) -> Result<Plan, StoreError> {
        let mut planner = Planner {
            records: self,
            overlay: BTreeMap::new(),
        };
        for change in &commit.changes {
            planner.change(change)?;
        }
        planner.finish()
    }
}

struct Planner<'a> {
    records: &'a Records,
    overlay: BTreeMap<(Table, Vec<u8>), Option<Vec<u8>>>,
}

impl Planner<'_> {
    fn change(&mut self, change: &Change) -> Result<(), StoreError> {
        match change {
            Change::Account { account, version } => self.account(account, *version),
            Change::Visit { visit, version } => {
                self.put(Table::Visits, visit.id().as_bytes(), visit.as_ref(), *version)
            }
            Change::VisitGone { visit, version } => {
                self.judge(Table::Visits, visit.as_bytes(), *version)?;
                self.remove(Table::Visits, visit.as_bytes());
                Ok(())
            }
            Change::MobileChange { change, version } => self.put(
                Table::MobileChanges,
                change.account().as_bytes(),
                change.as_ref(),
                *version,
            ),
            Change::Tally { key, tally, version } => self.put(Table::Tallies, &tally_key(*key), tally, *version),
            Change::Staff { member, version } => {
                let name = self.records.vault.staff(&member.staff.identity);
                self.put(Table::Staff, &name, member.as_ref(), *version)
            }
            Change::SetUp { set_up, version } => self.put(Table::SetUp, SET_UP, set_up.as_ref(), *version),
            Change::Message { message, version } => self.message(message, *version),
        }
    }

    fn account(&mut self, account: &Account, version: Version) -> Result<(), StoreError> {
        let old: Option<Account> = self.current_record(Table::Accounts, account.id.as_bytes())?;
        self.put(Table::Accounts, account.id.as_bytes(), account, version)?;
        let vault = &self.records.vault;
        let names = |account: &Account| lookups(account).map(|lookup| vault.blind(lookup)).collect::<Vec<_>>();
        let (before, after) = (old.as_ref().map(names).unwrap_or_default(), names(account));
        for (field, name) in before.iter().filter(|name| !after.contains(name)) {
            self.remove(Table::of(*field), name);
        }
        for (field, name) in after.iter().filter(|name| !before.contains(name)) {
            let owner: Option<AccountId> = self.current_record(Table::of(*field), name)?;
            if owner.is_some() {
                return Err(StoreError::Taken(*field));
            }
            self.set(Table::of(*field), name, &account.id, 1)?;
        }
        Ok(())
    }

    fn message(&mut self, message: &Message, version: Version) -> Result<(), StoreError> {
        let key = message.id.as_bytes();
        self.put(Table::Messages, key, message, version)?;
        let waits = self.current(Table::Waiting, key)?.is_some();
        match (waits, message.delivery.is_waiting()) {
            (false, true) => self.set(Table::Waiting, key, &message.id, 1),
            (true, false) => {
                self.remove(Table::Waiting, key);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Writes a record whose version was read before.
    fn put(&mut self, table: Table, key: &[u8], record: &impl Serialize, version: Version) -> Result<(), StoreError> {
        self.judge(table, key, version)?;
        self.set(table, key, record, version.0 + 1)
    }

    fn judge(&self, table: Table, key: &[u8], version: Version) -> Result<(), StoreError> {
        let current = self.current(table, key)?;
        let current = current
            .map_or(Ok(0), |record| record_version(&record))
            .map_err(|_| damaged(table))?;
        if current == version.0 {
            Ok(())
        } else {
            Err(StoreError::Conflict)
        }
    }

    fn set(&mut self, table: Table, key: &[u8], record: &impl Serialize, version: u64) -> Result<(), StoreError> {
        let text = Zeroizing::new(serde_json::to_vec(record).map_err(std::io::Error::from)?);
        let place = Place {
            table: table.name(),
            key,
            version,
        };
        let sealed = self.records.vault.seal_record(place, &text)?;
        self.overlay.insert((table, key.to_vec()), Some(sealed));
        Ok(())
    }

    fn remove(&mut self, table: Table, key: &[u8]) {
        self.overlay.insert((table, key.to_vec()), None);
    }

    /// The record as this commit has left it so far.
    fn current(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match self.overlay.get(&(table, key.to_vec())) {
            Some(planned) => Ok(planned.clone()),
            None => Ok(self.records.raw(table, key)?.map(|record| record.to_vec())),
        }
    }

    fn current_record<T: DeserializeOwned>(&self, table: Table, key: &[u8]) -> Result<Option<T>, StoreError> {
        let Some(record) = self.current(table, key)? else {
            return Ok(None);
        };
        Ok(Some(self.records.unseal(table, key, &record)?.record))
    }

    fn finish(self) -> Result<Plan, StoreError> {
        let mut digest = Digest::default();
        let mut writes = Vec::with_capacity(self.overlay.len());
        for ((table, key), value) in self.overlay {
            if let Some(old) = self.records.raw(table, &key)? {
                digest.remove(table, &key, &old);
            }
            if let Some(new) = &value {
                digest.add(table, &key, new);
            }
            writes.push(Write { table, key, value });
        }
        Ok(Plan { writes, digest })
    }
}

/// The values by which an account is found.
pub fn lookups(account: &Account) -> impl Iterator<Item = Lookup<'_>> {
    [
        Some(Lookup::Identity(&account.identity)),
        Some(Lookup::Username(&account.username)),
        Some(Lookup::Mobile(&account.mobile)),
        account.email.as_ref().map(Lookup::Email),
    ]
    .into_iter()
    .flatten()
}

/// The error for a record that is not what was sealed; names the table, never what stands in it.
pub fn damaged(table: Table) -> StoreError {
    StoreError::Damaged(format!("in {}", table.name()))
}
