//! Receipts as files in a folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::port::{Cabinet, Pdf};

/// How many files of one reference there may be. There is one, but for a receipt in another language.
const MOST: u32 = 99;

/// A folder, which is made when the first receipt is put into it.
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
    fn put(&self, pdf: &Pdf) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.folder)?;
        for number in 1..=MOST {
            let path = self.folder.join(name(pdf, number));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return written(file, &path, &pdf.bytes).map(|()| path),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if fs::read(&path).is_ok_and(|there| there == pdf.bytes) {
                        return Ok(path);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// `R7K-4QD.pdf`, `R7K-4QD-2.pdf`.
fn name(pdf: &Pdf, number: u32) -> String {
    match number {
        1 => format!("{}.pdf", pdf.reference),
        number => format!("{}-{number}.pdf", pdf.reference),
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
