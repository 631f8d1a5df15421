//! The real program in a real Arabic window on a screen in memory, by keyboard alone: at its first start the data key is put
//! behind a passphrase; killed and started again, it asks for that, and opens the desk in the same window. Then nothing of
//! the passphrase is left in its memory.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/screen.rs"]
mod screen;
#[path = "support/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use istiada::adapter::ledger;
use istiada::adapter::seal::FolderKeys;
use istiada::domain::key_place::KeyPlace;
use istiada::domain::language::Language;
use istiada::i18n::Texts;
use screen::Screen;
use terminal::{CHEAP, Terminal};

/// It stands nowhere in the program itself, and a piece of it in no list of words.
const PASSPHRASE: &str = "brim otter cove lantern";
const PIECE: &str = "tter cove lan";

fn main() {
    let mut missing = Screen::missing();
    let path = std::env::var_os("PATH").unwrap_or_default();
    if !std::env::split_paths(&path).any(|folder| folder.join("gcore").is_file()) {
        missing.push("gcore");
    }
    if !missing.is_empty() {
        let said = format!(
            "no screen in memory here, or no dump of it: {} missing",
            missing.join(", ")
        );
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

    /// Once the desk is open, nothing of the passphrase is left in the memory of the program.
    fn is_forgotten(&self) {
        // Tasks end.
        std::thread::sleep(Duration::from_secs(2));
        assert!(!self.is_in_memory(), "the passphrase is left in memory");
    }

    /// Whether a piece of the passphrase stands in the memory of the program, in any form in which text lies there.
    fn is_in_memory(&self) -> bool {
        let folder = tempfile::tempdir().unwrap();
        let process = self.window.as_ref().unwrap().id().to_string();
        let file = folder.path().join("dump");
        let taken = Command::new("gcore")
            .arg("-o")
            .arg(&file)
            .arg(&process)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&taken.stderr).into_owned();
        let dump = std::fs::read(file.with_extension(&process)).unwrap_or_else(|_| panic!("gcore: {said}"));
        let forms: [Vec<u8>; 3] = [
            PIECE.as_bytes().to_vec(),
            PIECE.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            PIECE.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
        ];
        forms.iter().any(|form| memchr::memmem::find(&dump, form).is_some())
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
        self.screen.write("brim otter cove");
        self.press(&["Return"]);
        self.shown("02-differs");
        self.screen.write(" lantern");
        assert!(self.is_in_memory(), "the search does not see it while it is there");
        self.press(&["Return"]);
        self.wait_for("no store was made", |desk| desk.written() > 0);
        self.is_the_desk();
        self.shown("03-set-up");
        self.is_forgotten();
        let id = ledger::key_of(&self.data()).unwrap().unwrap();
        let keys = FolderKeys::new(self.terminal.home().join("config/istiada/keys"));
        assert_eq!(keys.place(id).unwrap(), KeyPlace::Passphrase);
    }

    fn start_after_it(&self) {
        let before = self.written();
        self.shown("04-passphrase");
        self.screen.write("brim otter cove lanes");
        self.press(&["Return"]);
        self.shown("05-wrong");
        assert_eq!(self.written(), before, "a wrong passphrase opened it");
        std::thread::sleep(Duration::from_millis(2500));
        self.screen.write(PASSPHRASE);
        self.press(&["Return"]);
        self.wait_for("the desk did not open", |desk| desk.written() > before);
        self.is_the_desk();
        self.shown("06-set-up");
        self.is_forgotten();
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
