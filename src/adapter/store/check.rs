//! Compares everything with everything: what follows from the ledger, worked out in memory by the twin of the store,
//! with every record in sled.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde::de::DeserializeOwned;

use super::DurableStore;
use crate::adapter::memory::store::State;
use crate::adapter::sled::plan::{SET_UP, lookups, tally_key};
use crate::adapter::sled::tables::Table;
use crate::domain::id::{AccountId, MessageId};
use crate::port::{StoreError, Versioned};

/// A table whose records are not what the ledger says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the records in {table} are not what the ledger says")]
pub struct Disagreement {
    /// The table's name.
    pub table: &'static str,
}

/// Why a check did not end well.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Ledger and records disagree.
    #[error(transparent)]
    Disagreement(#[from] Disagreement),
    /// Something could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DurableStore {
    /// Works out from the ledger what every record must be, and compares. Reads everything; needs memory for all of it.
    ///
    /// # Errors
    /// See [`CheckError`].
    pub fn check(&self) -> Result<(), CheckError> {
        let mut ledger = self.ledger();
        let mut state = State::default();
        for number in 1..=ledger.last_number() {
            if let Some((_, commit)) = ledger.commit(number)? {
                state.apply(&commit)?;
            }
        }
        let accounts = state
            .accounts()
            .map(|(id, account)| (id.as_bytes().to_vec(), account.clone()));
        self.compare(Table::Accounts, accounts)?;
        self.compare(
            Table::Visits,
            state
                .visits()
                .map(|(id, visit)| (id.as_bytes().to_vec(), visit.clone())),
        )?;
        self.compare(
            Table::MobileChanges,
            state
                .mobile_changes()
                .map(|(account, change)| (account.as_bytes().to_vec(), change.clone())),
        )?;
        self.compare(
            Table::Tallies,
            state
                .tallies()
                .map(|(key, tally)| (tally_key(*key).to_vec(), tally.clone())),
        )?;
        self.compare(
            Table::Messages,
            state
                .messages()
                .map(|(id, message)| (id.as_bytes().to_vec(), message.clone())),
        )?;
        let members = state
            .members()
            .map(|(number, member)| (self.vault.staff(number).to_vec(), member.clone()));
        self.compare(Table::Staff, members)?;
        let set_up = state.set_up().map(|set_up| (SET_UP.to_vec(), set_up.clone()));
        self.compare(Table::SetUp, set_up.into_iter())?;
        self.compare_names(&state)?;
        self.compare_waiting(&state)
    }

    fn compare<T: DeserializeOwned + PartialEq + Debug>(
        &self,
        table: Table,
        expected: impl Iterator<Item = (Vec<u8>, Versioned<T>)>,
    ) -> Result<(), CheckError> {
        let found = self.records.entries(table)?;
        let mut expected: Vec<_> = expected.collect();
        expected.sort_by(|one, other| one.0.cmp(&other.0));
        if found.len() != expected.len() {
            return Err(Disagreement { table: table.name() }.into());
        }
        for ((key, record), (expected_key, expected)) in found.iter().zip(expected) {
            if *key != expected_key || self.records.unseal::<T>(table, key, record)? != expected {
                return Err(Disagreement { table: table.name() }.into());
            }
        }
        Ok(())
    }

    fn compare_names(&self, state: &State) -> Result<(), CheckError> {
        let names = state.accounts().flat_map(|(id, account)| {
            lookups(&account.record)
                .map(|lookup| (self.vault.blind(lookup), *id))
                .collect::<Vec<_>>()
        });
        let expected: BTreeSet<(Table, Vec<u8>, AccountId)> = names
            .map(|((field, name), id)| (Table::of(field), name.to_vec(), id))
            .collect();
        let mut count = 0;
        for table in [Table::Identity, Table::Username, Table::Mobile, Table::Email] {
            for (key, record) in self.records.entries(table)? {
                let id = self.records.unseal(table, &key, &record)?.record;
                if !expected.contains(&(table, key.to_vec(), id)) {
                    return Err(Disagreement { table: table.name() }.into());
                }
                count += 1;
            }
        }
        if count == expected.len() {
            Ok(())
        } else {
            Err(Disagreement {
                table: Table::Identity.name(),
            }
            .into())
        }
    }

    fn compare_waiting(&self, state: &State) -> Result<(), CheckError> {
        let waiting = state
            .messages()
            .filter(|(_, message)| message.record.delivery.is_waiting());
        let expected: BTreeSet<MessageId> = waiting.map(|(id, _)| *id).collect();
        let mut found = BTreeSet::new();
        for (key, record) in self.records.entries(Table::Waiting)? {
            found.insert(self.records.unseal(Table::Waiting, &key, &record)?.record);
        }
        if found == expected {
            Ok(())
        } else {
            Err(Disagreement {
                table: Table::Waiting.name(),
            }
            .into())
        }
    }
}
