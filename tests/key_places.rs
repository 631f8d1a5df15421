//! What every place promises in which the data key of a store can be kept, run over all of them: a plain file, a file
//! behind a passphrase, a keyring in memory, and one that is not ours.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/keyring.rs"]
mod keyring;

use std::path::Path;
use std::sync::Arc;

use istiada::adapter::ledger::{self, LedgerError};
use istiada::adapter::memory::MemoryKeyring;
use istiada::adapter::seal::{FolderKeys, KeyError, KeyId, KeySource, Keyring, KeyringError, SystemKeyring, Vault};
use istiada::adapter::store::{DurableStore, OpenError};
use istiada::domain::key_place::{KeyPlace, NewKeyPlace, NewPassphrase};
use istiada::domain::policy::Argon2Policy;
use istiada::domain::secret::{ExposeSecret, Secret};
use istiada::domain::store_kind::StoreKind;
use keyring::Desktop;

const PASSPHRASE: &str = "salt wind ladder seven";

/// A home with a store whose key is kept in one place.
struct Home {
    folder: tempfile::TempDir,
    place: KeyPlace,
    keyring: Arc<dyn Keyring>,
}

impl Home {
    fn new(place: KeyPlace, keyring: Arc<dyn Keyring>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, place, keyring }
    }

    fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// The keys as a program that was just started has them.
    fn bare_keys(&self) -> FolderKeys {
        FolderKeys::new(self.folder.path().join("config/keys")).with_keyring(self.keyring.clone())
    }

    /// The same once everything that it takes was said.
    fn keys(&self) -> FolderKeys {
        let typed = Secret::from(PASSPHRASE);
        let new = match self.place {
            KeyPlace::File => NewKeyPlace::File,
            KeyPlace::Passphrase => NewKeyPlace::Passphrase(NewPassphrase::choose(&typed, &typed).unwrap()),
            KeyPlace::Keyring => NewKeyPlace::Keyring,
        };
        let keys = self.bare_keys().with_costs(Argon2Policy::PRACTICE).keeping_new_in(new);
        match self.place {
            KeyPlace::Passphrase => keys.with_passphrase(typed),
            _ => keys,
        }
    }

    fn open(&self, keys: &FolderKeys) -> Result<DurableStore, OpenError> {
        DurableStore::open(&self.data(), StoreKind::Desk, keys, &mut |_| {})
    }

    /// Why the store does not open with these keys. Neither it nor the folder of keys is changed by that.
    fn refused(&self, keys: &FolderKeys) -> KeyError {
        let before = (tree(&self.data()), tree(keys.folder()));
        let refused = match self.open(keys) {
            Err(OpenError::Ledger(LedgerError::Key(error))) => error,
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("it was opened"),
        };
        assert_eq!(before, (tree(&self.data()), tree(keys.folder())), "{refused}");
        refused
    }

    fn key(&self) -> KeyId {
        ledger::key_of(&self.data()).unwrap().expect("a ledger")
    }
}

/// Names and contents of all files below a folder, the lock apart.
fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return files;
    };
    for entry in entries.map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            let below = tree(&entry.path());
            files.extend(below.into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
        } else if entry.path().is_file() && name != "lock" {
            files.push((name, std::fs::read(entry.path()).unwrap()));
        }
    }
    files.sort();
    files
}

/// What every place promises.
fn contract(home: &Home) {
    assert_eq!(ledger::key_of(&home.data()).unwrap(), None);
    let store = home.open(&home.keys()).unwrap();
    let sealed = store.vault().seal_secret(&Secret::from("rain")).unwrap();
    drop(store);

    // Another start finds it, and knows where it is before it has it.
    assert_eq!(home.bare_keys().place(home.key()).unwrap(), home.place);
    let store = home.open(&home.keys()).unwrap();
    assert_eq!(store.vault().open_secret(&sealed).unwrap().expose_secret(), "rain");
    drop(store);

    // A second key lies beside the first.
    let other = home.keys().create(StoreKind::Training).unwrap();
    assert_ne!(other.id(), home.key());
    let found = home.keys().find(home.key()).unwrap();
    assert!(Vault::new(&found).open_secret(&sealed).is_ok());
    assert!(Vault::new(&other).open_secret(&sealed).is_err());

    // Without its file the store is refused, in whichever place the key is, and none is made in its place.
    let file = home.keys().file(home.key());
    let aside = file.with_extension("aside");
    std::fs::rename(&file, &aside).unwrap();
    assert!(matches!(home.refused(&home.keys()), KeyError::Missing { id, .. } if id == home.key()));
    std::fs::rename(&aside, &file).unwrap();
    assert!(home.open(&home.keys()).is_ok());
}

#[test]
fn a_plain_file_keeps_a_key() {
    contract(&Home::new(KeyPlace::File, Arc::new(MemoryKeyring::default())));
}

#[test]
fn a_file_behind_a_passphrase_keeps_a_key() {
    let home = Home::new(KeyPlace::Passphrase, Arc::new(MemoryKeyring::default()));
    contract(&home);
    assert!(matches!(home.refused(&home.bare_keys()), KeyError::NoPassphrase(_)));
    for wrong in ["", "salt wind ladder eight", "salt wind ladder seve"] {
        let keys = home.bare_keys().with_passphrase(wrong.into());
        assert!(matches!(home.refused(&keys), KeyError::WrongPassphrase(_)), "{wrong:?}");
    }
    assert!(home.open(&home.bare_keys().with_passphrase(PASSPHRASE.into())).is_ok());
}

#[test]
fn the_keyring_in_memory_keeps_a_key() {
    let keyring = Arc::new(MemoryKeyring::default());
    let home = Home::new(KeyPlace::Keyring, keyring.clone());
    contract(&home);
    keyring.answers_with(Some(KeyringError::Locked));
    is_locked(&home);
    keyring.answers_with(Some(KeyringError::Away("there is no bus".to_owned())));
    is_away(&home);
    keyring.answers_with(None);
    assert!(home.open(&home.bare_keys()).is_ok());
    keyring.put(home.key(), None);
    assert!(matches!(home.refused(&home.bare_keys()), KeyError::NotInKeyring(_)));
}

fn is_locked(home: &Home) {
    let refused = home.refused(&home.bare_keys());
    assert!(matches!(refused, KeyError::Keyring(KeyringError::Locked)), "{refused}");
    assert!(home.keys().create(StoreKind::Desk).is_err());
    assert!(!home.bare_keys().keyring_is_ready());
}

fn is_away(home: &Home) {
    let refused = home.refused(&home.bare_keys());
    assert!(matches!(refused, KeyError::Keyring(KeyringError::Away(_))), "{refused}");
    assert!(home.keys().create(StoreKind::Desk).is_err());
    assert!(!home.bare_keys().keyring_is_ready());
}

#[test]
fn a_keyring_that_is_not_ours_keeps_a_key() {
    let mut desktop = Desktop::start();
    let keyring = Arc::new(SystemKeyring::on_bus(desktop.address()));
    let home = Home::new(KeyPlace::Keyring, keyring.clone());
    assert!(!home.bare_keys().keyring_is_ready(), "a bus alone is no keyring");
    desktop.start_keyring();
    assert!(home.bare_keys().keyring_is_ready());
    contract(&home);

    // What is kept there stands in no file in clear, ours or the keyring's.
    let id = home.key();
    let kept = keyring.read(id).unwrap().expect("the key");
    let digits = str::from_utf8(&kept).unwrap().lines().nth(2).unwrap().to_owned();
    assert_eq!(digits.len(), 64);
    for (name, bytes) in tree(home.folder.path()).into_iter().chain(tree(desktop.home())) {
        let found = bytes.windows(64).any(|window| window == digits.as_bytes());
        assert!(!found, "the key stands in {name}");
    }

    desktop.lock();
    is_locked(&home);
    desktop.unlock();
    assert!(home.open(&home.bare_keys()).is_ok());

    desktop.stop_keyring();
    is_away(&home);
    desktop.start_keyring();
    assert!(home.open(&home.bare_keys()).is_ok(), "it was kept beyond a session");

    // Nobody else's name finds it.
    assert_eq!(keyring.read(KeyId::from_bytes([9; 8])).unwrap(), None);
    drop(desktop);
    is_away(&home);
}
