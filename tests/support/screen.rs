//! A screen in memory with a window manager, and somebody at its keyboard: Xvfb, openbox, xdotool.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What the programs above are called; all must be there.
pub const NEEDED: [&str; 6] = ["Xvfb", "openbox", "xdotool", "setxkbmap", "xprop", "import"];

/// A screen of 1300 × 860 that nobody sees.
pub struct Screen {
    display: String,
    server: Child,
    manager: Option<Child>,
}

/// Which keyboard lies before the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// Latin letters and digits.
    Latin,
    /// Arabic letters and vowel marks, Arabic-Indic digits.
    Arabic,
}

impl Screen {
    /// Which of [`NEEDED`] is missing on this machine.
    pub fn missing() -> Vec<&'static str> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let is_there = |name: &&str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
        NEEDED.into_iter().filter(|name| !is_there(name)).collect()
    }

    /// Starts it, on a display number that is free.
    pub fn start() -> Self {
        Self::of("1300x860x24")
    }

    /// The same with room for two windows.
    pub fn wide() -> Self {
        Self::of("2600x860x24")
    }

    fn of(size: &str) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb");
        let mut number = String::new();
        let said = server.stdout.take().expect("its output");
        BufReader::new(said).read_line(&mut number).expect("its display number");
        let display = format!(":{}", number.trim());
        let mut screen = Self {
            display,
            server,
            manager: None,
        };
        let manager = screen
            .program("openbox")
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox");
        screen.manager = Some(manager);
        screen.until(|screen| {
            let root = screen
                .program("xprop")
                .args(["-root", "_NET_SUPPORTING_WM_CHECK"])
                .output();
            root.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("0x"))
        });
        screen.keyboard(Keyboard::Latin);
        screen
    }

    /// The process that holds the screen.
    pub fn process(&self) -> u32 {
        self.server.id()
    }

    /// A program that is to show itself here.
    pub fn program(&self, name: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(name);
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null());
        command
    }

    /// Lays another keyboard before the screen.
    pub fn keyboard(&self, keyboard: Keyboard) {
        let layout: &[&str] = match keyboard {
            Keyboard::Latin => &["us"],
            Keyboard::Arabic => &["ara", "-variant", "digits"],
        };
        self.must("setxkbmap", layout);
        sleep(Duration::from_millis(300));
    }

    /// Presses keys one after the other, by their X11 names.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.must("xdotool", &["key", "--clearmodifiers", key]);
            sleep(Duration::from_millis(150));
        }
    }

    /// Types text.
    pub fn write(&self, text: &str) {
        self.must("xdotool", &["type", "--delay", "45", text]);
        sleep(Duration::from_millis(200));
    }

    /// Waits until a window has the keyboard.
    pub fn window_is_active(&self) {
        self.until(|screen| {
            let active = screen.program("xprop").args(["-root", "_NET_ACTIVE_WINDOW"]).output();
            active.is_ok_and(|output| {
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                said.contains("0x") && !said.trim_end().ends_with("0x0")
            })
        });
    }

    /// Waits until the window of this name has the keyboard, as the system sees it.
    pub fn keyboard_is_in(&self, window: &str) {
        let named = |screen: &Self| {
            let output = screen
                .program("xdotool")
                .args(["getwindowfocus", "getwindowname"])
                .output();
            output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        let begun = Instant::now();
        loop {
            let found = named(self).unwrap_or_default();
            if found == window {
                return;
            }
            assert!(
                begun.elapsed() < Duration::from_secs(10),
                "the keyboard is in «{found}», not in «{window}»"
            );
            sleep(Duration::from_millis(50));
        }
    }

    /// A picture of the whole screen, as PNG.
    pub fn picture(&self, file: &Path) {
        self.must("import", &["-window", "root", file.to_str().expect("a plain path")]);
    }

    fn must(&self, program: &str, arguments: &[&str]) {
        let output = self.program(program).args(arguments).output().expect(program);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{program} {arguments:?}: {said}");
    }

    fn until(&self, holds: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "the screen does not get ready"
            );
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in self.manager.iter_mut().chain([&mut self.server]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
