//! Look-ups: every read goes to sled and opens the seal of what it finds.

use std::sync::PoisonError;

use ::sled::IVec;
use serde::de::DeserializeOwned;

use super::plan::{SET_UP, damaged, tally_key};
use super::tables::Table;
use super::{Records, RecordsError, guarded};
use crate::domain::account::Account;
use crate::domain::applicant::IdentityNumber;
use crate::domain::id::{AccountId, MessageId, VisitId};
use crate::domain::limit::{Tally, TallyKey};
use crate::domain::message::Message;
use crate::domain::recovery::VisitRecord;
use crate::domain::staff::{Member, SetUp};
use crate::domain::supervised::MobileChange;
use crate::port::{Lookup, StoreError, Version, Versioned};

impl Records {
    /// See [`crate::port::Store::find`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn find(&self, lookup: Lookup<'_>) -> Result<Option<AccountId>, StoreError> {
        let (field, name) = self.vault.blind(lookup);
        Ok(self.get(Table::of(field), &name)?.map(|found| found.record))
    }

    /// See [`crate::port::Store::account`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn account(&self, id: AccountId) -> Result<Option<Versioned<Account>>, StoreError> {
        self.get(Table::Accounts, id.as_bytes())
    }

    /// See [`crate::port::Store::visit`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn visit(&self, id: VisitId) -> Result<Option<Versioned<VisitRecord>>, StoreError> {
        self.get(Table::Visits, id.as_bytes())
    }

    /// See [`crate::port::Store::visits`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn visits(&self) -> Result<Vec<Versioned<VisitRecord>>, StoreError> {
        self.all(Table::Visits)
    }

    fn all<T: DeserializeOwned>(&self, table: Table) -> Result<Vec<Versioned<T>>, StoreError> {
        let entries = self.entries(table)?;
        entries
            .iter()
            .map(|(key, record)| self.unseal(table, key, record))
            .collect()
    }

    /// See [`crate::port::Store::mobile_change`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn mobile_change(&self, account: AccountId) -> Result<Option<Versioned<MobileChange>>, StoreError> {
        self.get(Table::MobileChanges, account.as_bytes())
    }

    /// See [`crate::port::Store::mobile_changes`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn mobile_changes(&self) -> Result<Vec<Versioned<MobileChange>>, StoreError> {
        let table = Table::MobileChanges;
        let entries = self.entries(table)?;
        entries
            .iter()
            .map(|(key, record)| self.unseal(table, key, record))
            .collect()
    }

    /// See [`crate::port::Store::tally`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn tally(&self, key: TallyKey) -> Result<Versioned<Tally>, StoreError> {
        let none = Versioned {
            record: Tally::default(),
            version: Version(0),
        };
        Ok(self.get(Table::Tallies, &tally_key(key))?.unwrap_or(none))
    }

    /// See [`crate::port::Store::member`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn member(&self, number: &IdentityNumber) -> Result<Option<Versioned<Member>>, StoreError> {
        self.get(Table::Staff, &self.vault.staff(number))
    }

    /// See [`crate::port::Store::members`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn members(&self) -> Result<Vec<Versioned<Member>>, StoreError> {
        self.all(Table::Staff)
    }

    /// See [`crate::port::Store::set_up`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_up(&self) -> Result<Option<Versioned<SetUp>>, StoreError> {
        self.get(Table::SetUp, SET_UP)
    }

    /// See [`crate::port::Store::message`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn message(&self, id: MessageId) -> Result<Option<Versioned<Message>>, StoreError> {
        self.get(Table::Messages, id.as_bytes())
    }

    /// See [`crate::port::Store::waiting`].
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn waiting(&self) -> Result<Vec<Versioned<Message>>, StoreError> {
        let mut waiting = Vec::new();
        for (key, _) in self.entries(Table::Waiting)? {
            // A message that was sent in between waits no longer.
            waiting.extend(self.get::<Message>(Table::Messages, &key)?);
        }
        waiting.retain(|message| message.record.delivery.is_waiting());
        waiting.sort_by_key(|message| (message.record.created, message.record.id));
        Ok(waiting)
    }

    /// All keys and sealed records of a table.
    pub(in crate::adapter) fn entries(&self, table: Table) -> Result<Vec<(IVec, IVec)>, StoreError> {
        let _whole = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        guarded(|| self.trees.tree(table).iter().collect()).map_err(failed)
    }

    /// A sealed record.
    pub(super) fn raw(&self, table: Table, key: &[u8]) -> Result<Option<IVec>, StoreError> {
        let _whole = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        guarded(|| self.trees.tree(table).get(key)).map_err(failed)
    }

    /// Opens the seal of a record.
    pub(in crate::adapter) fn unseal<T: DeserializeOwned>(
        &self,
        table: Table,
        key: &[u8],
        record: &[u8],
    ) -> Result<Versioned<T>, StoreError> {
        let (text, version) = self
            .vault
            .open_record(table.name(), key, record)
            .map_err(|_| damaged(table))?;
        let record = serde_json::from_slice(&text).map_err(|_| damaged(table))?;
        Ok(Versioned {
            record,
            version: Version(version),
        })
    }

    fn get<T: DeserializeOwned>(&self, table: Table, key: &[u8]) -> Result<Option<Versioned<T>>, StoreError> {
        self.raw(table, key)?
            .map(|record| self.unseal(table, key, &record))
            .transpose()
    }
}

fn failed(error: RecordsError) -> StoreError {
    match error {
        RecordsError::Machine(error) | RecordsError::Sled(::sled::Error::Io(error)) => StoreError::Io(error),
        other => StoreError::Damaged(other.to_string()),
    }
}
