//! Finds a ledger's file and key, and walks all of it: to open it, or only to check it.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::scan::{self, Each, Scan, ScanError};
use super::{Damage, EXTENSION, FILE_NAME, Founding, LedgerError, folder_in};
use crate::adapter::seal::{KeyId, KeySource, Vault};
use crate::domain::store_kind::StoreKind;
use crate::port::{Commit, FrameHash};

/// How far the walk over the ledger has come, in bytes: done, and of how many.
pub type Walked<'a> = &'a mut dyn FnMut(u64, u64);

/// What a whole check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The kind of the store.
    pub kind: StoreKind,
    /// The number of the last frame; 0 where nothing was committed.
    pub last_number: u64,
    /// The hash of the last frame.
    pub last_hash: FrameHash,
    /// How many bytes of an unfinished frame follow it: a desk may be writing it now, or a power cut left it.
    pub unfinished: u64,
}

/// Checks the whole ledger in a store's folder without changing anything, and reads every commit. None where no
/// ledger was founded there.
///
/// # Errors
/// See [`LedgerError`].
pub fn verify(
    data: &Path,
    keys: &dyn KeySource,
    walked: Walked<'_>,
    each: &mut dyn FnMut(u64, FrameHash, Commit),
) -> Result<Option<Verified>, LedgerError> {
    let Some(path) = ledger_file(&folder_in(data))? else {
        return Ok(None);
    };
    let file = File::open(&path).map_err(|source| LedgerError::Io {
        path: path.clone(),
        source,
    })?;
    let found = walk(&file, &path, keys, None, walked, &mut |frame| {
        if frame.number > 0 {
            let commit = serde_json::from_slice(frame.payload).map_err(|_| Damage::Unreadable)?;
            each(frame.number, frame.hash, commit);
        }
        Ok(())
    })?;
    Ok(found.map(|(vault, scan)| Verified {
        kind: vault.kind(),
        last_number: (scan.offsets.len() as u64).saturating_sub(1),
        last_hash: scan.last,
        unfinished: scan.unfinished,
    }))
}

/// The name of the key with which the ledger in a store's folder is sealed. None where no ledger was founded there.
///
/// # Errors
/// The file could not be read, or is of a newer format.
pub fn key_of(data: &Path) -> Result<Option<KeyId>, LedgerError> {
    let Some(path) = ledger_file(&folder_in(data))? else {
        return Ok(None);
    };
    let io = |source| LedgerError::Io {
        path: path.clone(),
        source,
    };
    let mut file = File::open(&path).map_err(io)?;
    scan::first_key(&mut file).map_err(|error| match error {
        ScanError::Io(source) => io(source),
        ScanError::Damaged(number, damage) => LedgerError::Damaged {
            path: path.clone(),
            number,
            damage,
        },
    })
}

/// The file of the ledger, if there is one.
pub(super) fn ledger_file(folder: &Path) -> Result<Option<PathBuf>, LedgerError> {
    let io = |source| LedgerError::Io {
        path: folder.to_owned(),
        source,
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(error)),
    };
    let mut found = None;
    for entry in entries {
        let path = entry.map_err(io)?.path();
        if path.file_name().is_some_and(|name| name == FILE_NAME) {
            found = Some(path);
        } else if path.extension().is_some_and(|extension| extension == EXTENSION) {
            return Err(LedgerError::UnknownFile(path));
        }
    }
    Ok(found)
}

/// Finds the key and walks the file. None where there is not one whole frame.
pub(super) fn walk(
    file: &File,
    path: &Path,
    keys: &dyn KeySource,
    wanted: Option<StoreKind>,
    walked: Walked<'_>,
    each: Each<'_>,
) -> Result<Option<(Vault, Scan)>, LedgerError> {
    let failed = |error| match error {
        ScanError::Io(source) => LedgerError::Io {
            path: path.to_owned(),
            source,
        },
        ScanError::Damaged(number, damage) => LedgerError::Damaged {
            path: path.to_owned(),
            number,
            damage,
        },
    };
    let length = file.metadata().map_err(|source| failed(source.into()))?.len();
    let mut reader = BufReader::with_capacity(1 << 18, file);
    let Some(id) = scan::first_key(&mut reader).map_err(failed)? else {
        return scan::founding_is_unfinished(&mut reader, length)
            .map_err(failed)
            .map(|()| None);
    };
    let key = keys.find(id)?;
    if let Some(wanted) = wanted.filter(|wanted| *wanted != key.kind()) {
        return Err(LedgerError::OtherKind {
            wanted,
            found: key.kind(),
        });
    }
    let vault = Vault::new(&key);
    reader
        .seek(SeekFrom::Start(0))
        .map_err(|source| failed(source.into()))?;
    // A desk may be appending meanwhile: what came after the length was taken is left alone.
    let scan = scan::scan(&mut reader.take(length), length, &vault, &mut |frame| {
        walked(frame.end, length);
        if frame.number == 0 {
            let founding: Founding = serde_json::from_slice(frame.payload).map_err(|_| Damage::Unreadable)?;
            if founding.kind != key.kind() {
                return Err(Damage::Contradiction);
            }
        }
        each(frame)
    });
    let scan = scan.map_err(failed)?;
    Ok((!scan.offsets.is_empty()).then_some((vault, scan)))
}
