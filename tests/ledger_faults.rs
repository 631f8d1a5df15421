//! A ledger that was damaged, cut, exchanged or left unfinished, and a store without its key.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/patient.rs"]
mod patient;
#[path = "support/store.rs"]
mod support;

use std::fs;

use istiada::adapter::ledger::{Damage, LedgerError};
use istiada::adapter::seal::KeyError;
use istiada::adapter::store::OpenError;
use istiada::domain::store_kind::StoreKind;
use istiada::port::Store;
use patient::{Patient, add, copy, damage_of, frames};
use sha2::{Digest, Sha256};
use support::{account, commit, write};

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
