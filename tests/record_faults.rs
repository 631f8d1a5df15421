//! Records that are missing, old, of another store, damaged or wrong; and what their files give away.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/patient.rs"]
mod patient;
#[path = "support/store.rs"]
mod support;

use std::fs;

use istiada::adapter::sled::Records;
use istiada::adapter::sled::mark::Digest;
use istiada::adapter::sled::plan::{Plan, Write};
use istiada::adapter::sled::tables::Table;
use istiada::adapter::store::{CheckError, DurableStore};
use istiada::domain::store_kind::StoreKind;
use istiada::port::{Change, Lookup, Store, Version};
use patient::{Patient, add, collect, copy};
use proptest::prelude::*;
use support::{account, commit, hashed, queued, write};

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
        let gone = Write {
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
        Change::Message {
            message: Box::new(support::message(1, 1, queued())),
            version: Version(0),
        },
        Change::Tally {
            key: support::tally_key(1),
            tally: support::tally(1),
            version: Version(0),
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
    let version = Version(0);
    let changes = vec![Change::Message { message, version }, Change::Visit { visit, version }];
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
