//! Receipts and exports as files in a folder.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::adapter::durable;
use crate::port::{Cabinet, Filed};

/// How many files of one name there may be. There is one, but for a receipt in another language.
const MOST: usize = 99;

/// A folder, which is made when the first file is put into it.
#[derive(Clone, Debug)]
pub struct FolderCabinet {
    folder: PathBuf,
}

impl FolderCabinet {
    /// Files in `folder`.
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

impl Cabinet for FolderCabinet {
    fn put(&self, file: &Filed<'_>) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.folder)?;
        for number in 1..=MOST {
            let path = self.folder.join(file.numbered(number));
            match durable::private_file(&path) {
                Ok(new) => return written(new, &path, file.bytes).map(|()| path),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if fs::read(&path).is_ok_and(|there| there == file.bytes) {
                        return Ok(path);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// Writes all of it, or leaves nothing behind.
fn written(mut file: File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let result = file.write_all(bytes).and_then(|()| file.sync_all());
    if result.is_err() {
        let _ = fs::remove_file(path);
    }
    result
}
