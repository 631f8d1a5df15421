//! Folders and files whose names survive a power cut: a new name is durable once its folder was synced.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Makes the names in `folder` durable.
///
/// # Errors
/// What the system says.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Makes the names in `folder` durable. These systems cannot open a folder; they write names through.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes `folder`, private to its owner, and what is missing above it, and syncs each folder that got a new name.
///
/// # Errors
/// What the system says.
pub fn create_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        // A program that was killed may have made it without syncing; a parent that cannot be opened was not ours.
        let _ = parent_of(folder).map(|parent| sync_folder(&parent));
        return Ok(());
    }
    if let Some(parent) = parent_of(folder) {
        create_folder(&parent)?;
    }
    match create_private(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !folder.is_dir() => return Err(error),
        _ => {}
    }
    parent_of(folder).map_or(Ok(()), |parent| sync_folder(&parent))
}

/// Makes a new file that its owner alone can read and write.
///
/// # Errors
/// What the system says; where there is a file of that name already, too.
#[cfg(unix)]
pub fn private_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create_new(true).mode(0o600).open(path)
}

/// Makes a new file. The folders of a user are already private on these systems.
///
/// # Errors
/// What the system says; where there is a file of that name already, too.
#[cfg(not(unix))]
pub fn private_file(path: &Path) -> io::Result<File> {
    File::options().write(true).create_new(true).open(path)
}

/// The folder that `path` stands in; the working folder where the path names none.
fn parent_of(path: &Path) -> Option<PathBuf> {
    path.parent().map(|parent| {
        if parent.as_os_str().is_empty() {
            PathBuf::from(".")
        } else {
            parent.to_owned()
        }
    })
}

#[cfg(unix)]
fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn missing_folders_are_made_and_files_in_the_way_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b/c");
        create_folder(&deep).unwrap();
        create_folder(&deep).unwrap();
        assert!(deep.is_dir());
        fs::write(folder.path().join("file"), b"").unwrap();
        assert!(create_folder(&folder.path().join("file")).is_err());
        assert!(create_folder(&folder.path().join("file/below")).is_err());
    }
}
