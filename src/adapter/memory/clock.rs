//! A clock that stands still until it is moved.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::domain::time::{BootId, Reading, Timestamp, Uptime};
use crate::port::Clock;

/// A clock for tests and for the tour.
#[derive(Debug)]
pub struct ManualClock(Mutex<Reading>);

impl ManualClock {
    /// A machine that was just started at `wall`.
    pub const fn at(wall: Timestamp) -> Self {
        let uptime = Uptime {
            boot: BootId([1; 16]),
            elapsed: Duration::ZERO,
        };
        Self(Mutex::new(Reading { wall, uptime }))
    }

    /// Lets time pass.
    pub fn pass(&self, span: Duration) {
        self.change(|reading| {
            reading.wall = reading.wall.after(span);
            reading.uptime.elapsed += span;
        });
    }

    /// Sets the wall clock, as somebody at the machine could.
    pub fn set_wall(&self, wall: Timestamp) {
        self.change(|reading| reading.wall = wall);
    }

    /// Starts the machine again; the wall clock goes on.
    pub fn reboot(&self) {
        self.change(|reading| {
            let BootId(mut boot) = reading.uptime.boot;
            boot.iter_mut().for_each(|byte| *byte = byte.wrapping_add(1));
            reading.uptime = Uptime {
                boot: BootId(boot),
                elapsed: Duration::ZERO,
            };
        });
    }

    fn change(&self, by: impl FnOnce(&mut Reading)) {
        by(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Clock for ManualClock {
    fn read(&self) -> Reading {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
