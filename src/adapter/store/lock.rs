//! One program at a time.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::OpenError;

const NAME: &str = "lock";

/// Whether a file of this name in the folder of a store is its lock.
pub(super) fn owns(name: &str) -> bool {
    name == NAME
}

/// The lock of a store's folder, held until it is dropped.
pub(super) struct StoreLock(File);

impl StoreLock {
    /// Takes the lock, or says that another program has it.
    pub(super) fn take(folder: &Path) -> Result<Self, OpenError> {
        let path = folder.join(NAME);
        let io = |source| OpenError::Io {
            path: path.clone(),
            source,
        };
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(io)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(OpenError::Busy(folder.to_owned())),
            Err(TryLockError::Error(source)) => Err(io(source)),
        }
    }
}

impl Drop for StoreLock {
    /// Closing the file would not do: a program that is being started from here has a copy of it until it runs, and
    /// the lock would stay as long as that.
    fn drop(&mut self) {
        if let Err(error) = self.0.unlock() {
            tracing::warn!(%error, "the lock of the store could not be let go");
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn it_is_held_by_one_and_let_go_even_where_a_copy_of_its_file_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let held = StoreLock::take(folder.path()).unwrap();
        let copy = held.0.try_clone().unwrap();
        assert!(matches!(StoreLock::take(folder.path()), Err(OpenError::Busy(_))));
        drop(held);
        assert!(StoreLock::take(folder.path()).is_ok());
        drop(copy);
    }
}
