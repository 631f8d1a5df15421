//! What the machine tells about itself, where systems differ.

use std::path::Path;

/// Whether there is a display that a window can open on.
pub fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    // Systems other than these have their display built in.
    !cfg!(all(unix, not(target_os = "macos"))) || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Whether others than its owner can read a file. Where files have no such rights, they cannot.
#[cfg(unix)]
pub fn others_can_read(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

/// Whether others than its owner can read a file. Where files have no such rights, they cannot.
#[cfg(not(unix))]
pub fn others_can_read(_path: &Path) -> bool {
    false
}
