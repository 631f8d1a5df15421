//! What a ledger needs of its file; tests put a failing one in its place.

use std::fs::File;
use std::io::{self, Read, Seek, Write};

/// A file that can be synced and cut.
pub trait LedgerFile: Read + Write + Seek + Send {
    /// Returns once everything that was written is on the disk.
    ///
    /// # Errors
    /// What the system says. Nobody knows then what is on the disk.
    fn sync(&self) -> io::Result<()>;

    /// Cuts the file to `length` bytes.
    ///
    /// # Errors
    /// What the system says.
    fn set_len(&self, length: u64) -> io::Result<()>;
}

impl LedgerFile for File {
    fn sync(&self) -> io::Result<()> {
        self.sync_data()
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        Self::set_len(self, length)
    }
}
