//! A closed store whose files a test changes.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use istiada::adapter::ledger::{self, Damage, LedgerError, Verified};
use istiada::adapter::seal::{FolderKeys, KeyId, KeySource, Vault};
use istiada::adapter::store::{DurableStore, OpenError};
use istiada::domain::store_kind::StoreKind;
use istiada::port::Store;
use tempfile::TempDir;

use crate::support::{self, account, commit, write};

/// A closed store with some commits, whose files are changed in all ways.
pub struct Patient {
    pub folder: TempDir,
}

impl Patient {
    /// A store with an account in each of so many commits.
    pub fn new(commits: u32) -> Self {
        let patient = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let store = patient.open().unwrap();
        (1..=commits).for_each(|number| add(&store, number));
        patient
    }

    pub fn open(&self) -> Result<DurableStore, OpenError> {
        support::open(self.folder.path(), StoreKind::Drill)
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn keys(&self) -> FolderKeys {
        FolderKeys::new(self.folder.path().join("keys"))
    }

    pub fn ledger(&self) -> PathBuf {
        self.data().join("ledger/00000001.ledger")
    }

    pub fn sled(&self) -> PathBuf {
        self.data().join("sled")
    }

    pub fn bytes(&self) -> Vec<u8> {
        fs::read(self.ledger()).unwrap()
    }

    pub fn put(&self, bytes: &[u8]) {
        fs::write(self.ledger(), bytes).unwrap();
    }

    pub fn verify(&self) -> Result<Option<Verified>, LedgerError> {
        ledger::verify(&self.data(), &self.keys(), &mut |_, _| {}, &mut |_, _, _| {})
    }

    pub fn vault(&self) -> Vault {
        let id = KeyId::from_bytes(self.bytes()[12..20].try_into().unwrap());
        Vault::new(&self.keys().find(id).unwrap())
    }

    pub fn remove_sled(&self) {
        fs::remove_dir_all(self.sled()).unwrap();
    }

    pub fn set_aside(&self) -> Vec<String> {
        let names = fs::read_dir(self.data())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with("sled.broken")).collect()
    }
}

pub fn add(store: &DurableStore, number: u32) {
    store
        .commit(&commit(i64::from(number), vec![write(account(number), 0)]))
        .unwrap();
}

/// Where each frame stands.
pub fn frames(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = u32::from_le_bytes(bytes[at + 60..at + 64].try_into().unwrap()) as usize;
        found.push(at..at + 96 + length + 32);
        at += 96 + length + 32;
    }
    found
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

pub fn damage_of<T: std::fmt::Debug>(result: Result<T, LedgerError>) -> (u64, Damage) {
    match result {
        Err(LedgerError::Damaged { number, damage, .. }) => (number, damage),
        other => panic!("not damaged: {other:?}"),
    }
}

pub fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
