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
///
/// Where a core is to spare, the thread runs only while a core has nothing else to do: what wakes up, such as a window
/// at a key, then takes the core from it at once, instead of after its slice of 1 to 3 ms. Where other programs keep all
/// cores busy, such a thread would hardly ever run: there it keeps a tenth of the usual share.
#[cfg(target_os = "linux")]
pub fn step_back() {
    use rustix::process::{getpriority_process, setpriority_process};
    use thread_priority::{
        NormalThreadSchedulePolicy::Idle, ThreadPriority, ThreadSchedulePolicy::Normal, set_thread_priority_and_policy,
        thread_native_id,
    };
    /// How nice, of -20 to 19: a tenth of the usual share where there is not enough for all.
    const NICE: i32 = 10;
    let idle = has_core_to_spare()
        && set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, Normal(Idle)).is_ok();
    // Without a process it means the calling thread alone.
    if !idle && getpriority_process(None).is_ok_and(|nice| nice < NICE) {
        let _ = setpriority_process(None, NICE);
    }
}

/// Whether fewer threads than there are cores wanted to run, on average over the last minute.
#[cfg(target_os = "linux")]
fn has_core_to_spare() -> bool {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let [load, ..] = rustix::system::sysinfo().loads;
    // The system counts load in parts of 2^16.
    usize::try_from(load >> 16).is_ok_and(|wanting| wanting < cores)
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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use rustix::process::{Resource, getrlimit};

    use super::*;

    /// Niceness and scheduling policy of this thread, as the system tells them.
    #[cfg(target_os = "linux")]
    fn standing() -> (i32, i32) {
        let told = std::fs::read_to_string("/proc/thread-self/stat").unwrap();
        let fields: Vec<_> = told.rsplit_once(')').unwrap().1.split_whitespace().collect();
        (fields[16].parse().unwrap(), fields[38].parse().unwrap())
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn only_the_thread_that_steps_back_stands_behind() {
        const IDLE: i32 = 5;
        let usual = standing();
        std::thread::spawn(|| {
            step_back();
            step_back();
            let (nice, policy) = standing();
            assert!(nice >= 10 || policy == IDLE, "{nice} {policy}");
        })
        .join()
        .unwrap();
        assert_eq!(standing(), usual);
    }

    #[test]
    fn no_dump_is_written_and_none_can_be_allowed_again() {
        leave_no_dump();
        let limit = getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
    }
}
