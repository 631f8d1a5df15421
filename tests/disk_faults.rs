//! Disks that are full, failing or read-only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/store.rs"]
mod support;

use std::fs;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use istiada::adapter::ledger::Ledger;
use istiada::adapter::ledger::file::LedgerFile;
use istiada::adapter::seal::{DataKey, KeyId, Vault};
use istiada::adapter::store::OpenError;
use istiada::domain::store_kind::StoreKind;
use istiada::port::{Store, StoreError};
use support::{account, commit, write};

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.path().join("probe"), b"").is_ok() {
        return; // Nothing is read-only for the superuser.
    }
    assert!(matches!(
        support::open(folder.path(), StoreKind::Drill),
        Err(OpenError::Io { .. })
    ));
}

/// A file in memory that fails when it is told to.
#[derive(Clone, Default)]
struct Failing(Arc<Mutex<Faults>>);

#[derive(Default)]
struct Faults {
    bytes: Cursor<Vec<u8>>,
    /// How many more bytes can be written before the disk is full.
    room: Option<usize>,
    sync_fails: bool,
    cut_fails: bool,
}

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap().bytes.read(buffer)
    }
}

impl Write for Failing {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let mut faults = self.0.lock().unwrap();
        let length = faults.room.unwrap_or(usize::MAX).min(buffer.len());
        if length == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        faults.room = faults.room.map(|room| room - length);
        faults.bytes.write(&buffer[..length])
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.lock().unwrap().bytes.seek(to)
    }
}

impl LedgerFile for Failing {
    fn sync(&self) -> io::Result<()> {
        if self.0.lock().unwrap().sync_fails {
            Err(io::Error::other("the disk is gone"))
        } else {
            Ok(())
        }
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        let mut faults = self.0.lock().unwrap();
        if faults.cut_fails {
            return Err(io::Error::other("the disk is gone"));
        }
        faults.bytes.get_mut().truncate(usize::try_from(length).unwrap());
        Ok(())
    }
}

impl Failing {
    fn set(&self, change: impl FnOnce(&mut Faults)) {
        change(&mut self.0.lock().unwrap());
    }

    fn content(&self) -> Vec<u8> {
        self.0.lock().unwrap().bytes.get_ref().clone()
    }
}

fn failing() -> (Failing, Ledger) {
    let file = Failing::default();
    let key = DataKey::new(KeyId::from_bytes([1; 8]), StoreKind::Drill, [2; 32]);
    let ledger = Ledger::found_in(Box::new(file.clone()), PathBuf::from("failing"), Vault::new(&key)).unwrap();
    (file, ledger)
}

#[test]
fn a_full_disk_changes_nothing_and_the_ledger_goes_on_once_there_is_room() {
    let (file, mut ledger) = failing();
    ledger.append(b"one").unwrap();
    for room in [0, 1, 95, 96, 100, 140] {
        let before = file.content();
        file.set(|faults| faults.room = Some(room));
        assert!(
            matches!(ledger.append(b"two of some length"), Err(StoreError::Full(_))),
            "room for {room}"
        );
        assert_eq!(file.content(), before);
    }
    file.set(|faults| faults.room = None);
    let (number, hash) = ledger.append(b"two").unwrap();
    let (found, payload) = ledger.read(number).unwrap().unwrap();
    assert_eq!((number, found, payload.as_slice()), (2, hash, b"two".as_slice()));
}

#[test]
fn after_a_failed_sync_or_cut_nothing_more_is_taken() {
    let (file, mut ledger) = failing();
    file.set(|faults| faults.sync_fails = true);
    assert!(matches!(ledger.append(b"one"), Err(StoreError::Poisoned)));
    file.set(|faults| faults.sync_fails = false);
    assert!(
        matches!(ledger.append(b"one"), Err(StoreError::Poisoned)),
        "a later sync would lie"
    );
    assert_eq!(ledger.last_number(), 0);

    let (file, mut ledger) = failing();
    file.set(|faults| (faults.room, faults.cut_fails) = (Some(10), true));
    assert!(matches!(ledger.append(b"one"), Err(StoreError::Poisoned)));
    file.set(|faults| (faults.room, faults.cut_fails) = (None, false));
    assert!(matches!(ledger.append(b"one"), Err(StoreError::Poisoned)));
}

/// The other half of `a_real_full_disk_loses_nothing_that_was_acknowledged`, run by it in a process of its own.
#[test]
#[ignore = "run by another test, with a limit on the length of files"]
fn fill_the_disk() {
    let folder = PathBuf::from(std::env::var_os("ISTIADA_FILL").unwrap());
    let store = support::open(&folder, StoreKind::Drill).unwrap();
    let mut acknowledged = 0;
    for number in 1..5_000 {
        let many = (0..20).map(|n| write(account(number * 20 + n), 0)).collect();
        match store.commit(&commit(i64::from(number), many)) {
            Ok(head) => acknowledged = head.number,
            Err(StoreError::Full(_) | StoreError::Poisoned | StoreError::Io(_)) => break,
            Err(error) => panic!("{error}"),
        }
    }
    fs::write(folder.join("acknowledged"), acknowledged.to_string()).unwrap();
}

#[cfg(unix)]
#[test]
fn a_real_full_disk_loses_nothing_that_was_acknowledged() {
    for kibibytes in [300, 900] {
        let folder = tempfile::tempdir().unwrap();
        let limited = format!("trap '' XFSZ; ulimit -f {kibibytes}; exec \"$0\" \"$@\"");
        let mut command = std::process::Command::new("bash");
        command.args(["-c", &limited]).arg(std::env::current_exe().unwrap());
        command
            .args(["--exact", "fill_the_disk", "--ignored"])
            .env("ISTIADA_FILL", folder.path());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let acknowledged: u64 = fs::read_to_string(folder.path().join("acknowledged"))
            .unwrap()
            .parse()
            .unwrap();
        let store = support::open(folder.path(), StoreKind::Drill).unwrap();
        let number = store.head().unwrap().number;
        assert!(
            acknowledged > 0 && (acknowledged..=acknowledged + 1).contains(&number),
            "{acknowledged} of {number}"
        );
        store.check().unwrap();
    }
}
