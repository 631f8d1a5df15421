//! The real program in a real Arabic window on a screen in memory, by keyboard alone: at its first start the data key is put
//! behind a passphrase; killed and started again, it asks for that, and opens the desk in the same window.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/screen.rs"]
mod screen;
#[path = "support/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use istiada::adapter::ledger;
use istiada::adapter::seal::FolderKeys;
use istiada::domain::key_place::KeyPlace;
use istiada::domain::language::Language;
use istiada::i18n::Texts;
use screen::Screen;
use terminal::{CHEAP, Terminal};

const PASSPHRASE: &str = "salt wind ladder seven";

fn main() {
    let missing = Screen::missing();
    if !missing.is_empty() {
        let said = format!("no screen in memory here: {} missing", missing.join(", "));
        assert!(std::env::var_os("ISTIADA_WINDOW_TEST").is_none(), "{said}");
        println!("left out: {said}");
        return;
    }
    let mut desk = Desk::new();
    desk.start();
    desk.first_start();
    desk.kill();
    desk.start();
    desk.start_after_it();
    println!("test result: ok. 1 passed; 0 failed: a key behind a passphrase in a real window");
}

struct Desk {
    screen: Screen,
    terminal: Terminal,
    window: Option<Child>,
    pictures: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let terminal = Terminal::new();
        terminal.configure(CHEAP);
        let pictures = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .with_file_name("window-test")
            .join("key");
        let _ = std::fs::remove_dir_all(&pictures);
        std::fs::create_dir_all(&pictures).unwrap();
        Self {
            screen: Screen::start(),
            terminal,
            window: None,
            pictures,
        }
    }

    fn start(&mut self) {
        let home = self.terminal.home();
        let mut program = self.screen.program(env!("CARGO_BIN_EXE_istiada"));
        program
            .args(["--locale", "ar"])
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            // Whoever runs the test may have a keyring.
            .env(
                "DBUS_SESSION_BUS_ADDRESS",
                format!("unix:path={}", home.join("no-bus").display()),
            );
        self.window = Some(program.spawn().unwrap());
        self.screen.window_is_active();
        std::thread::sleep(Duration::from_millis(1500));
    }

    fn kill(&mut self) {
        if let Some(mut window) = self.window.take() {
            window.kill().unwrap();
            window.wait().unwrap();
        }
    }

    fn press(&self, keys: &[&str]) {
        for key in keys {
            self.screen.press(&[key]);
            std::thread::sleep(Duration::from_millis(500));
        }
    }

    fn shown(&self, name: &str) {
        std::thread::sleep(Duration::from_millis(850));
        self.screen.picture(&self.pictures.join(format!("{name}.png")));
    }

    fn data(&self) -> PathBuf {
        self.terminal.home().join("data/istiada/desk")
    }

    /// How many bytes of ledger there are.
    fn written(&self) -> u64 {
        let file = std::fs::metadata(self.data().join("ledger/00000001.ledger"));
        file.map_or(0, |file| file.len())
    }

    fn wait_for(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !is_so(self) {
            if begun.elapsed() > Duration::from_secs(60) {
                self.shown("99-stuck");
                panic!("{what}; see {}", self.pictures.display());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// The same window is that of the desk now, which is to be set up.
    fn is_the_desk(&self) {
        self.screen
            .keyboard_is_in(&Texts::of(Language::ARABIC).welcome_window());
    }

    fn first_start(&self) {
        self.shown("01-place");
        assert_eq!(self.written(), 0, "made before it was said");
        // Past the language to the choice, of which the last is a passphrase.
        self.press(&["Tab", "Tab", "Down", "Tab"]);
        self.screen.write(PASSPHRASE);
        self.press(&["Tab", "Tab"]);
        self.screen.write("salt wind ladder");
        self.press(&["Return"]);
        self.shown("02-differs");
        self.screen.write(" seven");
        self.press(&["Return"]);
        self.wait_for("no store was made", |desk| desk.written() > 0);
        self.is_the_desk();
        self.shown("03-set-up");
        let id = ledger::key_of(&self.data()).unwrap().unwrap();
        let keys = FolderKeys::new(self.terminal.home().join("config/istiada/keys"));
        assert_eq!(keys.place(id).unwrap(), KeyPlace::Passphrase);
    }

    fn start_after_it(&self) {
        let before = self.written();
        self.shown("04-passphrase");
        self.screen.write("salt wind ladder eight");
        self.press(&["Return"]);
        self.shown("05-wrong");
        assert_eq!(self.written(), before, "a wrong passphrase opened it");
        std::thread::sleep(Duration::from_millis(2500));
        self.screen.write(PASSPHRASE);
        self.press(&["Return"]);
        self.wait_for("the desk did not open", |desk| desk.written() > before);
        self.is_the_desk();
        self.shown("06-set-up");
        // The keyboard works in the window that is now that of the desk.
        self.press(&["Return"]);
        self.shown("07-workplace");
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.kill();
    }
}
