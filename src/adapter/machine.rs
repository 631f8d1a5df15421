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

/// Lets every thread of usual priority go before this one, from now on. Does nothing where the system has no priority
/// of a thread, or does not permit it.
#[cfg(target_os = "linux")]
pub fn step_back() {
    use rustix::process::{getpriority_process, setpriority_process};
    /// How nice, of -20 to 19: a tenth of the usual share where there is not enough for all.
    const NICE: i32 = 10;
    // Without a process it means the calling thread alone.
    if getpriority_process(None).is_ok_and(|nice| nice < NICE) {
        let _ = setpriority_process(None, NICE);
    }
}

/// Does nothing: this system has no priority of a thread that a program may lower so simply.
#[cfg(not(target_os = "linux"))]
pub const fn step_back() {}

/// Lets the system write no dump of this process where it crashes: what a visitor typed would be in it. Does nothing
/// where dumps are not the process's own affair.
#[cfg(unix)]
pub fn leave_no_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // A process may always lower its own limits; where it may not, it runs as before.
    let _ = setrlimit(Resource::Core, none);
}

/// Does nothing: what becomes of a crash is for the system to say.
#[cfg(not(unix))]
pub const fn leave_no_dump() {}

#[cfg(all(test, unix))]
mod tests {
    use rustix::process::{Resource, getrlimit};

    #[test]
    fn no_dump_is_written_and_none_can_be_allowed_again() {
        super::leave_no_dump();
        let limit = getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
    }
}
