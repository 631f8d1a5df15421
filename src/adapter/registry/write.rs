//! Writes the registry's file: whole beside the old one, synced, and only then in its place.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::layout::{Entry, HEAD_KEY, HEAD_TABLE, Head, Owned, Sort, TITLE, UNFINISHED, hex};
use crate::adapter::durable;
use crate::adapter::seal::{Place, Vault};
use crate::domain::registry::{Person, RegisteredMobile, Roll};

/// A whole file that is not in its place yet. Dropped, it is removed, and the registry is as it was.
#[derive(Debug)]
pub struct Unfinished {
    folder: PathBuf,
    path: PathBuf,
}

impl Unfinished {
    /// Puts it in the place of the registry that was there. When this returns, a power cut no longer undoes it.
    ///
    /// # Errors
    /// What the system says.
    pub fn put_in_place(self) -> io::Result<()> {
        fs::rename(&self.path, super::file_in(&self.folder))?;
        durable::sync_folder(&self.folder)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Once it is in its place there is nothing here to remove.
        let _ = fs::remove_file(&self.path);
    }
}

/// Writes `roll` beside the registry of a data folder and syncs it. `done` is told how many records of how many stand.
///
/// # Errors
/// What the system says; nothing is left behind then.
pub fn write(folder: &Path, vault: &Vault, roll: &Roll, done: &mut dyn FnMut(usize, usize)) -> io::Result<Unfinished> {
    let path = folder.join(UNFINISHED);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let file = durable::private_file(&path)?;
    let unfinished = Unfinished {
        folder: folder.to_owned(),
        path,
    };
    let mut out = BufWriter::new(file);
    write_to(&mut out, vault, roll, done)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(unfinished)
}

/// A record before it is sealed.
enum Record<'a> {
    Person(&'a Person),
    Mobile(Owned),
}

impl Record<'_> {
    const fn sort(&self) -> Sort {
        match self {
            Self::Person(_) => Sort::Person,
            Self::Mobile(_) => Sort::Mobile,
        }
    }

    fn text(&self) -> serde_json::Result<Zeroizing<Vec<u8>>> {
        match self {
            Self::Person(person) => serde_json::to_vec(person),
            Self::Mobile(owned) => serde_json::to_vec(owned),
        }
        .map(Zeroizing::new)
    }
}

/// All records under their names, in the order of these: a search by halves finds them, and the file's order says
/// nothing about that of the import.
fn named<'a>(vault: &Vault, roll: &'a Roll) -> Vec<([u8; 32], Record<'a>)> {
    let mut records = Vec::new();
    for one in &roll.people {
        let name = vault.registered(Sort::Person.word(), one.number.digits());
        records.push((name, Record::Person(&one.person)));
        let mobiles = one.mobiles.iter().map(|registered| {
            let RegisteredMobile {
                mobile,
                active,
                operator_approved,
            } = *registered;
            let owned = Owned {
                number: one.number,
                active,
                operator_approved,
            };
            let name = vault.registered(Sort::Mobile.word(), &Zeroizing::new(mobile.e164()));
            (name, Record::Mobile(owned))
        });
        records.extend(mobiles);
    }
    records.sort_by_key(|(name, _)| *name);
    records
}

/// Writes the bytes of the file: title, key, records, index, head, length of the head.
fn write_to(out: &mut dyn Write, vault: &Vault, roll: &Roll, done: &mut dyn FnMut(usize, usize)) -> io::Result<()> {
    let records = named(vault, roll);
    let mut out = Counted {
        out,
        hash: Sha256::new(),
        length: 0,
    };
    out.put(TITLE)?;
    out.put(vault.id().as_bytes())?;
    let mut index = Vec::with_capacity(records.len());
    for (place, (name, record)) in records.iter().enumerate() {
        let at = Place {
            table: record.sort().table(),
            key: name,
            version: 1,
        };
        let sealed = vault.seal_record(at, &record.text()?)?;
        index.push(Entry {
            name: *name,
            offset: out.length,
            length: u32::try_from(sealed.len()).map_err(io::Error::other)?,
        });
        out.put(&sealed)?;
        done(place + 1, records.len());
    }
    let index_at = out.length;
    for entry in &index {
        out.put(&entry.bytes())?;
    }
    let head = Head {
        entries: index.len() as u64,
        people: roll.people.len() as u64,
        complete: roll.complete,
        index_at,
        digest: hex(out.hash),
    };
    let at = Place {
        table: HEAD_TABLE,
        key: HEAD_KEY,
        version: 1,
    };
    let sealed = vault.seal_record(at, &serde_json::to_vec(&head)?)?;
    out.out.write_all(&sealed)?;
    let length = u32::try_from(sealed.len()).map_err(io::Error::other)?;
    out.out.write_all(&length.to_le_bytes())
}

/// Counts and hashes what is written.
struct Counted<'a> {
    out: &'a mut dyn Write,
    hash: Sha256,
    length: u64,
}

impl Counted<'_> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.hash.update(bytes);
        self.length += bytes.len() as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::adapter::registry::EmbeddedRegistry;
    use crate::adapter::seal::{DataKey, KeyId};
    use crate::domain::applicant::{ApplicantKind, IdentityNumber, Mobile};
    use crate::domain::registry::Registered;
    use crate::domain::store_kind::StoreKind;

    fn vault() -> Vault {
        Vault::new(&DataKey::new(KeyId::from_bytes([7; 8]), StoreKind::Desk, [1; 32]))
    }

    fn roll(people: u32) -> Roll {
        let one = |number: u32| Registered {
            number: IdentityNumber::parse(&format!("3{number:09}")).unwrap(),
            person: Person {
                name: None,
                kind: ApplicantKind::Visitor,
                expiry: None,
                active: true,
            },
            mobiles: vec![RegisteredMobile {
                mobile: Mobile::parse(&format!("05{number:08}")).unwrap(),
                active: true,
                operator_approved: true,
            }],
        };
        Roll {
            complete: false,
            people: (0..people).map(one).collect(),
        }
    }

    /// Takes so many bytes and is full then.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            if taken == 0 {
                Err(io::ErrorKind::StorageFull.into())
            } else {
                Ok(taken)
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_disk_that_is_full_at_any_byte_is_told() {
        let mut whole = Vec::new();
        write_to(&mut whole, &vault(), &roll(2), &mut |_, _| {}).unwrap();
        for room in 0..whole.len() {
            let error = write_to(&mut Full(room), &vault(), &roll(2), &mut |_, _| {}).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{room}");
        }
        write_to(&mut Full(whole.len()), &vault(), &roll(2), &mut |_, _| {}).unwrap();
    }

    #[test]
    fn what_is_not_put_in_place_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let people = || EmbeddedRegistry::open(folder.path(), &vault()).unwrap().people();
        drop(write(folder.path(), &vault(), &roll(1), &mut |_, _| {}).unwrap());
        assert_eq!(people(), None);
        let unfinished = write(folder.path(), &vault(), &roll(2), &mut |_, _| {}).unwrap();
        unfinished.put_in_place().unwrap();
        drop(write(folder.path(), &vault(), &roll(3), &mut |_, _| {}).unwrap());
        assert_eq!(people(), Some(2));
        // A program that was killed left half a file.
        fs::write(folder.path().join(UNFINISHED), b"half").unwrap();
        assert_eq!(people(), Some(2));
        let mut told = Vec::new();
        let unfinished = write(folder.path(), &vault(), &roll(3), &mut |done, of| told.push((done, of))).unwrap();
        unfinished.put_in_place().unwrap();
        assert_eq!(people(), Some(3));
        assert_eq!(told.last(), Some(&(6, 6)));
        let left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left, ["registry"]);
    }
}
