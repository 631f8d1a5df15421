#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::adapter::memory::MemoryKeyring;
use crate::adapter::seal::KeyringError;
use crate::domain::key_place::NewPassphrase;

const PASSPHRASE: &str = "salt wind café seven";

fn passphrase() -> NewPlace {
    let typed = Secret::from(PASSPHRASE);
    let chosen = NewPassphrase::choose(&typed, &typed).unwrap();
    NewPlace {
        place: NewKeyPlace::Passphrase(chosen),
        typed: Some(typed),
    }
}

struct NewPlace {
    place: NewKeyPlace,
    typed: Option<Secret>,
}

fn plain(place: NewKeyPlace) -> NewPlace {
    NewPlace { place, typed: None }
}

/// Keys of a folder, made in this place, with what is needed to find them again.
fn keys_in(folder: &Path, new: NewPlace, keyring: &Arc<MemoryKeyring>) -> FolderKeys {
    let keys = FolderKeys::new(folder.join("config/keys"))
        .with_keyring(keyring.clone())
        .with_costs(Argon2Policy::PRACTICE)
        .keeping_new_in(new.place);
    match new.typed {
        Some(typed) => keys.with_passphrase(typed),
        None => keys,
    }
}

/// Runs a test over a key in every place.
fn in_every_place(test: impl Fn(&FolderKeys, &MemoryKeyring)) {
    for new in [plain(NewKeyPlace::File), passphrase(), plain(NewKeyPlace::Keyring)] {
        let folder = tempfile::tempdir().unwrap();
        let keyring = Arc::new(MemoryKeyring::default());
        test(&keys_in(folder.path(), new, &keyring), &keyring);
    }
}

#[test]
fn a_key_is_found_again_and_is_private() {
    in_every_place(|keys, _| {
        let made = keys.create(StoreKind::Drill).unwrap();
        let found = keys.find(made.id()).unwrap();
        assert_eq!(found.expose(), made.expose());
        assert_eq!((found.id(), found.kind()), (made.id(), StoreKind::Drill));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&keys.file(made.id())), 0o600);
            assert_eq!(mode(keys.folder()), 0o700);
        }
        let files = fs::read_dir(keys.folder()).unwrap().count();
        assert_eq!(files, 1, "nothing unfinished is left behind");
    });
}

#[test]
fn its_file_says_where_it_is_and_holds_it_in_a_plain_file_alone() {
    in_every_place(|keys, _| {
        let made = keys.create(StoreKind::Desk).unwrap();
        let place = keys.place(made.id()).unwrap();
        assert_eq!(
            place,
            match &*keys.new {
                NewKeyPlace::File => KeyPlace::File,
                NewKeyPlace::Passphrase(_) => KeyPlace::Passphrase,
                NewKeyPlace::Keyring => KeyPlace::Keyring,
            }
        );
        let written = fs::read(keys.file(made.id())).unwrap();
        let holds = |what: &[u8]| written.windows(what.len()).any(|window| window == what);
        let digits = key_text::hex(made.expose());
        // Half of it would be too much as well.
        let found = holds(made.expose()) || holds(&digits.as_bytes()[..32]) || holds(&digits.as_bytes()[32..]);
        assert_eq!(found, place == KeyPlace::File, "{place:?}");
    });
}

#[test]
fn a_key_that_is_not_there_is_missing_and_named() {
    in_every_place(|keys, _| {
        let error = keys.find(KeyId::from_bytes([0xab; 8])).unwrap_err();
        let folder = keys.folder().display();
        assert_eq!(
            error.to_string(),
            format!("the key abababababababab was not found in {folder}")
        );
    });
}

#[test]
fn no_damaged_key_file_is_taken_for_a_key_or_for_a_wrong_passphrase() {
    in_every_place(|keys, _| {
        let made = keys.create(StoreKind::Desk).unwrap();
        let path = keys.file(made.id());
        let whole = fs::read(&path).unwrap();
        let is_broken = |bytes: &[u8], what: &str| {
            fs::write(&path, bytes).unwrap();
            let found = keys.find(made.id());
            assert!(matches!(found, Err(KeyError::Broken { .. })), "{what}: {found:?}");
        };
        for length in 0..whole.len() - 1 {
            is_broken(&whole[..length], &format!("cut to {length}"));
        }
        for bad in [b"\xff\xfe".to_vec(), [&whole[..], b"more\n"].concat(), vec![b'a'; 1000]] {
            is_broken(&bad, "something else");
        }
    });
}

#[test]
fn a_changed_byte_behind_a_passphrase_is_noticed_before_the_passphrase_is_tried() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path(), passphrase(), &Arc::default());
    let made = keys.create(StoreKind::Desk).unwrap();
    let path = keys.file(made.id());
    let whole = fs::read(&path).unwrap();
    for place in 0..whole.len() - 1 {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        fs::write(&path, changed).unwrap();
        let found = keys.find(made.id());
        assert!(matches!(found, Err(KeyError::Broken { .. })), "byte {place}: {found:?}");
    }
}

/// The file as somebody leaves it who changes a line and makes its digest anew.
fn forged(path: &Path, line: usize, with: &str) {
    use sha2::{Digest, Sha256};
    let text = fs::read_to_string(path).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    assert_ne!(lines[line], with);
    lines[line] = with;
    let before: String = lines[..6].iter().map(|line| format!("{line}\n")).collect();
    let digest = key_text::hex(&Sha256::digest(before.as_bytes()));
    fs::write(path, format!("{before}{digest}\n")).unwrap();
}

#[test]
fn a_forged_file_does_not_open() {
    for (line, with) in [
        (1, "training"),
        (2, "argon2id 64 1 1"),
        (3, &"ab".repeat(16)),
        (4, &"ab".repeat(24)),
        (5, &"ab".repeat(48)),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let keys = keys_in(folder.path(), passphrase(), &Arc::default());
        let id = keys.create(StoreKind::Desk).unwrap().id();
        forged(&keys.file(id), line, with);
        let found = keys.find(id);
        assert!(
            matches!(found, Err(KeyError::WrongPassphrase(_))),
            "line {line}: {found:?}"
        );
    }
    // Nor does one under the name of another key.
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path(), passphrase(), &Arc::default());
    let id = keys.create(StoreKind::Desk).unwrap().id();
    let other = KeyId::from_bytes([7; 8]);
    fs::rename(keys.file(id), keys.file(other)).unwrap();
    assert!(matches!(keys.find(other), Err(KeyError::WrongPassphrase(_))));
}

#[test]
fn costs_that_would_stop_the_machine_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path(), passphrase(), &Arc::default());
    let id = keys.create(StoreKind::Desk).unwrap().id();
    for costs in [
        "argon2id 4294967295 1 1",
        "argon2id 64 4294967295 1",
        "argon2id 0 0 0",
        "argon2id 64",
    ] {
        forged(&keys.file(id), 2, costs);
        assert!(matches!(keys.find(id), Err(KeyError::Broken { .. })), "{costs}");
    }
}

#[test]
fn a_passphrase_opens_in_every_spelling_and_no_other_does() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path(), passphrase(), &Arc::default());
    let made = keys.create(StoreKind::Desk).unwrap();
    let tried = |typed: &str| keys.clone().with_passphrase(typed.into()).find(made.id());
    for right in [
        PASSPHRASE,
        "salt\u{00A0}wind cafe\u{301} seven",
        "\u{feff}salt wind café seven\n",
    ] {
        assert_eq!(tried(right).unwrap().expose(), made.expose(), "{right:?}");
    }
    for wrong in [
        "",
        "salt wind café sevem",
        "salt wind café seven ",
        "\u{0}",
        "Salt wind café seven",
    ] {
        let found = tried(wrong);
        assert!(
            matches!(found, Err(KeyError::WrongPassphrase(id)) if id == made.id()),
            "{wrong:?}"
        );
    }
    let nobody = FolderKeys::new(keys.folder());
    assert!(matches!(nobody.find(made.id()), Err(KeyError::NoPassphrase(id)) if id == made.id()));
    assert_eq!(nobody.place(made.id()).unwrap(), KeyPlace::Passphrase);
}

#[test]
fn a_keyring_says_whether_it_is_away_locked_or_empty() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Arc::new(MemoryKeyring::default());
    let keys = keys_in(folder.path(), plain(NewKeyPlace::Keyring), &keyring);
    let id = keys.create(StoreKind::Desk).unwrap().id();
    for trouble in [KeyringError::Locked, KeyringError::Away("no bus".to_owned())] {
        keyring.answers_with(Some(trouble.clone()));
        let found = keys.find(id);
        assert!(
            matches!(found, Err(KeyError::Keyring(told)) if told == trouble),
            "{trouble:?}"
        );
        // No key is made that would lie nowhere.
        assert!(matches!(keys.create(StoreKind::Desk), Err(KeyError::Keyring(_))));
        assert!(!keys.keyring_is_ready());
        assert_eq!(keys.place(id).unwrap(), KeyPlace::Keyring);
    }
    keyring.answers_with(None);
    assert!(keys.keyring_is_ready() && keys.find(id).is_ok());
    let wrong_kind = format!("istiada key 1\ntraining\n{}\n", "ab".repeat(32));
    for text in ["", "istiada key in the keyring 1\ndesk\n", &wrong_kind] {
        keyring.put(id, Some(text.as_bytes()));
        assert!(matches!(keys.find(id), Err(KeyError::Broken { .. })), "{text:?}");
    }
    keyring.put(id, None);
    assert!(matches!(keys.find(id), Err(KeyError::NotInKeyring(told)) if told == id));
    assert_eq!(fs::read_dir(keys.folder()).unwrap().count(), 1);
}

#[test]
fn debug_shows_no_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys_in(folder.path(), passphrase(), &Arc::default());
    let shown = format!("{keys:?}");
    assert!(!shown.contains("salt") && !shown.contains("seven"), "{shown}");
}
