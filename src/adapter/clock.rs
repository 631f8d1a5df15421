//! The clocks of the machine.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::domain::time::{BootId, Reading, Timestamp, Uptime};
use crate::port::Clock;

/// The wall clock, and the machine's own count since it was started.
///
/// On Linux the count is `/proc/uptime`, which goes on while the machine sleeps and which nobody can set, and the
/// start it counts from is `/proc/sys/kernel/random/boot_id`. Elsewhere, or where these cannot be read, each start of
/// the program counts as a start of the machine: time then follows the wall clock from one start to the next, and
/// sleep does not count.
#[derive(Debug)]
pub struct SystemClock {
    boot: Boot,
}

#[derive(Debug)]
enum Boot {
    Machine(BootId),
    Program(BootId, Instant),
}

impl SystemClock {
    /// Finds out what the machine can tell.
    pub fn new() -> Self {
        let machine = boot_id().filter(|_| uptime().is_some());
        let boot = machine.map_or_else(|| Boot::Program(unique(), Instant::now()), Boot::Machine);
        Self { boot }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn read(&self) -> Reading {
        let uptime = match &self.boot {
            Boot::Machine(boot) => Uptime {
                boot: *boot,
                elapsed: uptime().unwrap_or_default(),
            },
            Boot::Program(boot, start) => Uptime {
                boot: *boot,
                elapsed: start.elapsed(),
            },
        };
        Reading { wall: wall(), uptime }
    }
}

fn wall() -> Timestamp {
    let millis = |span: Duration| i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millis(match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => millis(since),
        Err(before) => -millis(before.duration()),
    })
}

#[cfg(target_os = "linux")]
fn uptime() -> Option<Duration> {
    parse_uptime(&std::fs::read_to_string("/proc/uptime").ok()?)
}

#[cfg(target_os = "linux")]
fn boot_id() -> Option<BootId> {
    parse_boot_id(&std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?)
}

#[cfg(not(target_os = "linux"))]
const fn uptime() -> Option<Duration> {
    None
}

#[cfg(not(target_os = "linux"))]
const fn boot_id() -> Option<BootId> {
    None
}

/// A name for this run of the program.
fn unique() -> BootId {
    let mut boot = [0; 16];
    if getrandom::fill(&mut boot).is_err() {
        let nanos = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_nanos();
        boot = nanos.to_le_bytes();
    }
    BootId(boot)
}

/// Reads `12345.67 8901.23`: seconds since the start, and seconds idle.
#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
fn parse_uptime(text: &str) -> Option<Duration> {
    let (seconds, fraction) = text.split_ascii_whitespace().next()?.split_once('.')?;
    let seconds = Duration::from_secs(seconds.parse().ok()?);
    let scale = 10u32.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let nanos = u64::from(fraction.parse::<u32>().ok()?) * 1_000_000_000 / u64::from(scale);
    Some(seconds + Duration::from_nanos(nanos))
}

/// Reads a UUID, dashes and all.
#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
fn parse_boot_id(text: &str) -> Option<BootId> {
    let number = text.trim().replace('-', "");
    (number.len() == 32)
        .then(|| u128::from_str_radix(&number, 16).ok())
        .flatten()
        .map(|id| BootId(id.to_be_bytes()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_clock_goes_on() {
        let clock = SystemClock::new();
        let first = clock.read();
        std::thread::sleep(Duration::from_millis(60));
        let second = clock.read();
        assert_eq!(first.uptime.boot, second.uptime.boot);
        let passed = second.uptime.elapsed - first.uptime.elapsed;
        assert!(
            passed >= Duration::from_millis(40) && passed < Duration::from_secs(20),
            "{passed:?}"
        );
        assert!(first.wall > Timestamp::from_millis(1_700_000_000_000));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn two_clocks_agree_on_the_start_of_the_machine() {
        assert_eq!(
            SystemClock::new().read().uptime.boot,
            SystemClock::new().read().uptime.boot
        );
    }

    #[test]
    fn without_the_machine_the_program_counts() {
        let clock = SystemClock {
            boot: Boot::Program(unique(), Instant::now()),
        };
        assert!(clock.read().uptime.elapsed < Duration::from_secs(20));
        assert_ne!(unique(), unique());
    }

    #[test]
    fn uptimes_and_boot_ids_are_read() {
        assert_eq!(
            parse_uptime("12345.67 8901.23\n"),
            Some(Duration::from_millis(12_345_670))
        );
        assert_eq!(parse_uptime("0.00 0.00"), Some(Duration::ZERO));
        for bad in ["", "12345", "-1.00 0", "1.x 0", "1.12345678901 0"] {
            assert_eq!(parse_uptime(bad), None, "{bad}");
        }
        let id = parse_boot_id("00010203-0405-0607-0809-0a0b0c0d0e0f\n");
        assert_eq!(id, Some(BootId([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])));
        assert_eq!(parse_boot_id("00010203"), None);
        assert_eq!(parse_boot_id("zz010203-0405-0607-0809-0a0b0c0d0e0f"), None);
    }
}
