//! What happens to a store whose files were damaged, taken away, exchanged or left unfinished.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/store.rs"]
mod support;

use std::fs;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use istiada::adapter::ledger::file::LedgerFile;
use istiada::adapter::ledger::{self, Damage, Ledger, LedgerError, Verified};
use istiada::adapter::seal::{DataKey, FolderKeys, KeyError, KeyId, KeySource, Vault};
use istiada::adapter::sled::Records;
use istiada::adapter::sled::mark::Digest;
use istiada::adapter::sled::plan::Plan;
use istiada::adapter::sled::tables::Table;
use istiada::adapter::store::{CheckError, DurableStore, OpenError};
use istiada::domain::store_kind::StoreKind;
use istiada::port::{Lookup, Store, StoreError};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};
use support::{account, commit, hashed, queued, write};
use tempfile::TempDir;

/// A closed store with some commits, whose files are changed in all ways.
struct Patient {
    folder: TempDir,
}

impl Patient {
    /// A store with an account in each of so many commits.
    fn new(commits: u32) -> Self {
        let patient = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let store = patient.open().unwrap();
        (1..=commits).for_each(|number| add(&store, number));
        patient
    }

    fn open(&self) -> Result<DurableStore, OpenError> {
        support::open(self.folder.path(), StoreKind::Drill)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn keys(&self) -> FolderKeys {
        FolderKeys::new(self.folder.path().join("keys"))
    }

    fn ledger(&self) -> PathBuf {
        self.data().join("ledger/00000001.ledger")
    }

    fn sled(&self) -> PathBuf {
        self.data().join("sled")
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.ledger()).unwrap()
    }

    fn put(&self, bytes: &[u8]) {
        fs::write(self.ledger(), bytes).unwrap();
    }

    fn verify(&self) -> Result<Option<Verified>, LedgerError> {
        ledger::verify(&self.data(), &self.keys(), &mut |_, _| {}, &mut |_, _, _| {})
    }

    fn vault(&self) -> Vault {
        let id = KeyId::from_bytes(self.bytes()[12..20].try_into().unwrap());
        Vault::new(&self.keys().find(id).unwrap())
    }

    fn remove_sled(&self) {
        fs::remove_dir_all(self.sled()).unwrap();
    }

    fn set_aside(&self) -> Vec<String> {
        let names = fs::read_dir(self.data())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with("sled.broken")).collect()
    }
}

fn add(store: &DurableStore, number: u32) {
    store
        .commit(&commit(i64::from(number), vec![write(account(number), 0)]))
        .unwrap();
}

/// Where each frame stands.
fn frames(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = u32::from_le_bytes(bytes[at + 60..at + 64].try_into().unwrap()) as usize;
        found.push(at..at + 96 + length + 32);
        at += 96 + length + 32;
    }
    found
}

fn copy(from: &Path, to: &Path) {
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

fn damage_of<T: std::fmt::Debug>(result: Result<T, LedgerError>) -> (u64, Damage) {
    match result {
        Err(LedgerError::Damaged { number, damage, .. }) => (number, damage),
        other => panic!("not damaged: {other:?}"),
    }
}

#[test]
fn an_unfinished_last_frame_is_cut_off_wherever_it_ends() {
    let patient = Patient::new(3);
    let bytes = patient.bytes();
    let last = frames(&bytes).pop().unwrap();
    for end in last.clone() {
        patient.put(&bytes[..end]);
        let found = patient.verify().unwrap().unwrap();
        assert_eq!(
            (found.last_number, found.unfinished),
            (2, (end - last.start) as u64),
            "cut to {end}"
        );
    }
    for end in last.clone().step_by(211).chain([last.start, last.end - 1]) {
        patient.put(&bytes[..end]);
        patient.remove_sled();
        let store = patient.open().unwrap();
        assert_eq!(store.head().unwrap().number, 2);
        assert_eq!(store.account(account(3).id).unwrap(), None);
        add(&store, 3);
        store.check().unwrap();
        drop(store);
        assert_eq!(patient.verify().unwrap().unwrap().unfinished, 0);
    }
}

#[test]
fn sectors_that_were_never_written_make_a_frame_unfinished() {
    let patient = Patient::new(2);
    let store = patient.open().unwrap();
    store
        .commit(&commit(3, (10..40).map(|number| write(account(number), 0)).collect()))
        .unwrap();
    drop(store);
    let bytes = patient.bytes();
    let last = frames(&bytes).pop().unwrap();
    let sectors: Vec<usize> = (last.start / 512..=(last.end - 1) / 512).collect();
    assert!(sectors.len() > 20);
    let blank = |bytes: &mut [u8], sector: usize| {
        bytes[(sector * 512).max(last.start)..((sector + 1) * 512).min(last.end)].fill(0);
    };
    for sector in &sectors {
        let mut torn = bytes.clone();
        blank(&mut torn, *sector);
        patient.put(&torn);
        assert_eq!(patient.verify().unwrap().unwrap().last_number, 2, "sector {sector}");
    }
    for pattern in 1..64_usize {
        let mut torn = bytes.clone();
        let lost = sectors.iter().filter(|sector| pattern >> (*sector % 6) & 1 == 1);
        lost.for_each(|sector| blank(&mut torn, *sector));
        torn.truncate(last.end - pattern % 7);
        patient.put(&torn);
        assert_eq!(patient.verify().unwrap().unwrap().last_number, 2, "pattern {pattern}");
    }
    // Bytes that are neither what was written nor blank are damage, though the frame is the last.
    let mut damaged = bytes.clone();
    blank(&mut damaged, sectors[0]);
    damaged[last.start] = 7;
    patient.put(&damaged);
    assert_eq!(damage_of(patient.verify()), (3, Damage::Broken));
}

#[test]
fn no_changed_byte_goes_unnoticed_in_any_frame() {
    let patient = Patient::new(3);
    let bytes = patient.bytes();
    for (number, frame) in frames(&bytes).into_iter().enumerate() {
        for at in frame {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << (at % 8);
            patient.put(&changed);
            let (found, _) = damage_of(patient.verify());
            assert_eq!(found, number as u64, "byte {at}");
        }
    }
}

#[test]
fn a_damaged_frame_is_refused_and_nothing_is_changed() {
    let patient = Patient::new(3);
    let bytes = patient.bytes();
    for at in frames(&bytes).iter().map(|frame| frame.start + 100) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        patient.put(&changed);
        let error = patient.open().unwrap_err();
        assert!(
            matches!(error, OpenError::Ledger(LedgerError::Damaged { .. })),
            "{error}"
        );
        assert!(
            error.to_string().contains("restore the folder from a backup"),
            "{error}"
        );
        assert_eq!(patient.bytes(), changed);
    }
    patient.put(&bytes);
    patient.open().unwrap().check().unwrap();
}

#[test]
fn a_frame_whose_hashes_agree_but_whose_seal_does_not_is_refused() {
    let patient = Patient::new(3);
    let bytes = patient.bytes();
    let frame = frames(&bytes)[3].clone();
    let mut forged = bytes.clone();
    forged[frame.start + 100] ^= 1;
    let hash = Sha256::digest(&forged[frame.start..frame.end - 32]);
    forged[frame.end - 32..frame.end].copy_from_slice(&hash);
    patient.put(&forged);
    assert_eq!(damage_of(patient.verify()), (3, Damage::NotAuthentic));
    assert!(patient.open().is_err());
}

#[test]
fn frames_that_were_removed_swapped_or_repeated_are_refused() {
    let patient = Patient::new(4);
    let bytes = patient.bytes();
    let all: Vec<&[u8]> = frames(&bytes).into_iter().map(|frame| &bytes[frame]).collect();
    let row = |order: &[usize]| {
        order
            .iter()
            .flat_map(|number| all[*number].to_vec())
            .collect::<Vec<u8>>()
    };
    let cases: [(&[usize], u64, u64); 6] = [
        (&[0, 1, 3, 4], 2, 3),
        (&[0, 2, 1, 3, 4], 1, 2),
        (&[0, 1, 2, 2, 3, 4], 3, 2),
        (&[0, 1, 2, 3, 4, 4], 5, 4),
        (&[1, 2, 3, 4], 0, 1),
        (&[0, 0, 1, 2, 3, 4], 1, 0),
    ];
    for (order, number, found) in cases {
        patient.put(&row(order));
        assert_eq!(
            damage_of(patient.verify()),
            (number, Damage::OutOfPlace { found }),
            "{order:?}"
        );
        assert!(patient.open().is_err());
    }
    patient.put(&[&bytes[..], b"more"].concat());
    assert_eq!(
        damage_of(patient.verify()),
        (5, Damage::Broken),
        "nothing of ours begins like that"
    );
}

#[test]
fn a_frame_of_another_store_with_the_same_key_does_not_fit() {
    let patient = Patient::new(2);
    let fork = tempfile::tempdir().unwrap();
    copy(patient.folder.path(), fork.path());
    add(&patient.open().unwrap(), 3);
    add(&support::open(fork.path(), StoreKind::Drill).unwrap(), 4);
    add(&support::open(fork.path(), StoreKind::Drill).unwrap(), 5);
    let ours = patient.bytes();
    let theirs = fs::read(fork.path().join("data/ledger/00000001.ledger")).unwrap();
    let last = frames(&theirs).pop().unwrap();
    patient.put(&[&ours[..], &theirs[last]].concat());
    assert_eq!(
        damage_of(patient.verify()),
        (4, Damage::OutOfPlace { found: 4 }),
        "it follows another frame"
    );
}

#[test]
fn whole_frames_taken_from_the_end_are_noticed_by_the_records() {
    let patient = Patient::new(3);
    let bytes = patient.bytes();
    let last = frames(&bytes).pop().unwrap();
    for end in [last.start, last.start + 50, last.end - 1] {
        patient.put(&bytes[..end]);
        let error = patient.open().unwrap_err();
        assert!(
            matches!(error, OpenError::FramesGone { ledger: 2, records: 3 }),
            "{error}"
        );
        assert_eq!(patient.bytes(), &bytes[..end], "nothing was cut");
    }
}

#[test]
fn records_without_a_ledger_are_refused() {
    let patient = Patient::new(1);
    let bytes = patient.bytes();
    let gone: [&dyn Fn(); 4] = [
        &|| fs::remove_dir_all(patient.data().join("ledger")).unwrap(),
        &|| fs::create_dir_all(patient.data().join("ledger")).unwrap(),
        &|| patient.put(b""),
        &|| patient.put(&bytes[..50]),
    ];
    let keys = fs::read_dir(patient.keys().folder()).unwrap().count();
    for remove in gone {
        remove();
        assert!(matches!(patient.open(), Err(OpenError::LedgerGone(_))));
        assert_eq!(
            fs::read_dir(patient.keys().folder()).unwrap().count(),
            keys,
            "no new key"
        );
    }
}

#[test]
fn a_founding_that_was_never_finished_is_done_again() {
    let patient = Patient::new(0);
    let bytes = patient.bytes();
    for end in (0..bytes.len()).step_by(7).chain([95, 96, 97, bytes.len() - 1]) {
        for begun in [bytes[..end].to_vec(), vec![0; end]] {
            patient.put(&begun);
            patient.remove_sled();
            let store = patient.open().unwrap_or_else(|error| panic!("cut to {end}: {error}"));
            add(&store, 1);
            store.check().unwrap();
        }
    }
    patient.put(b"something else");
    patient.remove_sled();
    assert!(matches!(
        patient.open(),
        Err(OpenError::Ledger(LedgerError::Damaged { number: 0, .. }))
    ));
}

#[test]
fn without_its_key_a_store_is_refused_and_no_key_is_made() {
    let patient = Patient::new(1);
    let keys = patient.keys().folder().to_owned();
    let aside = patient.folder.path().join("elsewhere");
    fs::rename(&keys, &aside).unwrap();
    let name = fs::read_dir(&aside)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .file_name()
        .into_string()
        .unwrap();
    let error = patient.open().unwrap_err();
    assert!(matches!(
        error,
        OpenError::Ledger(LedgerError::Key(KeyError::Missing { .. }))
    ));
    let text = error.to_string();
    assert!(text.contains(name.trim_end_matches(".key")), "{text}");
    assert!(text.contains(&keys.display().to_string()), "{text}");
    assert!(!keys.exists());
    // Another key under the same name opens nothing.
    fs::rename(&aside, &keys).unwrap();
    let path = keys.join(name);
    let text = fs::read_to_string(&path).unwrap();
    let digit = text.lines().nth(2).unwrap().chars().next().unwrap();
    let other = if digit == '0' { '1' } else { '0' };
    let changed = text.replacen(&format!("\n{digit}"), &format!("\n{other}"), 1);
    fs::write(&path, changed).unwrap();
    assert_eq!(damage_of(patient.verify()), (0, Damage::NotAuthentic));
}

#[test]
fn a_store_of_another_kind_is_refused_by_name() {
    let patient = Patient::new(1);
    for kind in [StoreKind::Desk, StoreKind::Training, StoreKind::Tour] {
        let error = support::open(patient.folder.path(), kind).unwrap_err();
        let OpenError::Ledger(LedgerError::OtherKind { wanted, found }) = error else {
            panic!("{error}")
        };
        assert_eq!((wanted, found), (kind, StoreKind::Drill));
    }
    patient.open().unwrap();
}

#[test]
fn one_program_at_a_time() {
    let patient = Patient::new(1);
    let store = patient.open().unwrap();
    assert!(matches!(patient.open(), Err(OpenError::Busy(_))));
    assert_eq!(
        patient.verify().unwrap().unwrap().last_number,
        1,
        "checking needs no turn"
    );
    drop(store);
    patient.open().unwrap();
}

#[test]
fn somebody_elses_folder_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/letter.txt"), b"dear").unwrap();
    assert!(matches!(
        support::open(folder.path(), StoreKind::Drill),
        Err(OpenError::Foreign(_))
    ));
    assert_eq!(fs::read_dir(folder.path().join("data")).unwrap().count(), 1);
    fs::remove_dir_all(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data"), b"a file").unwrap();
    assert!(matches!(
        support::open(folder.path(), StoreKind::Drill),
        Err(OpenError::Io { .. })
    ));
}

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

#[test]
fn records_that_are_missing_are_made_anew() {
    let patient = Patient::new(5);
    patient.remove_sled();
    let mut progress = Vec::new();
    let store = DurableStore::open(&patient.data(), StoreKind::Drill, &patient.keys(), &mut |step| {
        progress.push(step)
    });
    store.unwrap().check().unwrap();
    assert!(
        progress.len() >= 11,
        "six frames were checked and five applied: {progress:?}"
    );
    assert!(patient.set_aside().is_empty());
}

#[test]
fn records_that_are_behind_catch_up() {
    let patient = Patient::new(2);
    let old = patient.folder.path().join("old");
    copy(&patient.sled(), &old);
    let store = patient.open().unwrap();
    (3..8).for_each(|number| add(&store, number));
    drop(store);
    patient.remove_sled();
    fs::rename(&old, patient.sled()).unwrap();
    let store = patient.open().unwrap();
    assert!(store.account(account(7).id).unwrap().is_some());
    store.check().unwrap();
    assert!(patient.set_aside().is_empty(), "nothing was wrong with them");
}

#[test]
fn records_of_other_frames_are_set_aside() {
    let patient = Patient::new(2);
    let fork = tempfile::tempdir().unwrap();
    copy(patient.folder.path(), fork.path());
    add(&patient.open().unwrap(), 3);
    add(&support::open(fork.path(), StoreKind::Drill).unwrap(), 4);
    patient.remove_sled();
    copy(&fork.path().join("data/sled"), &patient.sled());
    let store = patient.open().unwrap();
    assert_eq!(store.account(account(4).id).unwrap(), None);
    store.check().unwrap();
    assert_eq!(patient.set_aside(), ["sled.broken-1"]);
}

#[test]
fn garbage_in_place_of_records_is_set_aside_and_one_set_is_kept() {
    let patient = Patient::new(3);
    for round in 1..=3_u64 {
        fs::write(patient.sled().join("db"), vec![0xa5; 600_000]).unwrap();
        fs::write(patient.sled().join("conf"), b"garbage").unwrap();
        let store = patient.open().unwrap();
        store.check().unwrap();
        drop(store);
        assert_eq!(patient.set_aside(), [format!("sled.broken-{round}")]);
    }
    patient.remove_sled();
    fs::write(patient.sled(), b"a file in place of the folder").unwrap();
    let store = patient.open().unwrap();
    store.check().unwrap();
}

#[test]
fn a_record_that_is_missing_is_noticed_at_the_next_opening() {
    let patient = Patient::new(3);
    let records = Records::open(&patient.sled(), patient.vault()).unwrap();
    for table in Table::RECORDS {
        let key = match table {
            Table::Accounts => account(2).id.as_bytes().to_vec(),
            Table::Identity => patient.vault().blind(Lookup::Identity(&account(2).identity)).1.to_vec(),
            _ => continue,
        };
        let gone = istiada::adapter::sled::plan::Write {
            table,
            key,
            value: None,
        };
        records
            .apply_unmarked(&Plan {
                writes: vec![gone],
                digest: Digest::default(),
            })
            .unwrap();
    }
    drop(records);
    let store = patient.open().unwrap();
    assert_eq!(
        store.find(Lookup::Identity(&account(2).identity)).unwrap(),
        Some(account(2).id)
    );
    store.check().unwrap();
    assert_eq!(patient.set_aside(), ["sled.broken-1"]);
}

#[test]
fn the_check_notices_records_that_do_not_follow_from_the_ledger() {
    let changes = [
        write(account(9), 0),
        write(account(1).with_password(hashed(1), 5), 1),
        istiada::port::Change::Message {
            message: Box::new(support::message(1, 1, queued())),
            version: istiada::port::Version(0),
        },
        istiada::port::Change::Tally {
            key: support::tally_key(1),
            tally: support::tally(1),
            version: istiada::port::Version(0),
        },
    ];
    for change in changes {
        let patient = Patient::new(2);
        let records = Records::open(&patient.sled(), patient.vault()).unwrap();
        let claim = records.claim().unwrap();
        let plan = records.plan(&commit(3, vec![change.clone()])).unwrap();
        records.apply(plan, claim.number, claim.hash).unwrap();
        drop(records);
        let store = patient.open().unwrap();
        assert!(matches!(store.check(), Err(CheckError::Disagreement(_))), "{change:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// However sled's files are changed, the store opens with what the ledger says, or refuses.
    #[test]
    fn damaged_records_never_change_what_is_true(
        spots in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 1..4000_usize), 1..5),
        shorter in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let patient = Patient::new(4);
        let db = patient.sled().join("db");
        let mut bytes = fs::read(&db).unwrap();
        for (spot, value, length) in spots {
            let from = spot.index(bytes.len());
            let to = (from + length).min(bytes.len());
            bytes[from..to].fill(value);
        }
        if let Some(shorter) = shorter {
            bytes.truncate(shorter.index(bytes.len()));
        }
        fs::write(&db, bytes).unwrap();
        let store = patient.open().unwrap();
        prop_assert_eq!(store.head().unwrap().number, 4);
        store.check().unwrap();
        add(&store, 5);
        store.check().unwrap();
    }

    /// No bytes in place of a ledger are taken for one, and none stop the program.
    #[test]
    fn arbitrary_bytes_are_no_ledger(bytes in prop::collection::vec(any::<u8>(), 1..2000), keep in 0..300_usize) {
        let patient = Patient::new(1);
        let whole = patient.bytes();
        let mut changed = whole[..keep.min(whole.len())].to_vec();
        changed.extend(bytes);
        patient.put(&changed);
        let _ = patient.verify();
        let opened = patient.open();
        prop_assert!(opened.is_err());
    }
}

#[test]
fn nothing_that_names_a_person_stands_in_any_file() {
    let patient = Patient::new(20);
    let store = patient.open().unwrap();
    let message = Box::new(support::message(1, 1, queued()));
    let visit = Box::new(support::visit(1, 1));
    let version = istiada::port::Version(0);
    let changes = vec![
        istiada::port::Change::Message { message, version },
        istiada::port::Change::Visit { visit, version },
    ];
    store.commit(&commit(21, changes)).unwrap();
    drop(store);
    let mut plain = vec!["argon2id".to_owned(), "citizen".to_owned()];
    for number in 1..=20 {
        let one = account(number);
        plain.push(one.identity.digits().to_owned());
        plain.push(one.name.as_str().to_owned());
        plain.push("نورة".to_owned());
        plain.push(one.mobile.e164().trim_start_matches("+966").to_owned());
        plain.push(one.email.unwrap().as_str().to_owned());
        plain.push(one.username.as_str().to_owned());
        plain.push(one.username.folded().to_owned());
    }
    plain.push(support::identity(99).digits().to_owned());
    let mut files = Vec::new();
    collect(patient.folder.path(), &mut files);
    assert!(files.len() >= 4);
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for text in &plain {
            let utf16: Vec<u16> = text.encode_utf16().collect();
            let little: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            for form in [text.as_bytes(), &little, &big] {
                assert!(
                    !bytes.windows(form.len()).any(|window| window == form),
                    "{file:?} holds {text}"
                );
            }
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
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
