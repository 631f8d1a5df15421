//! A counter with a real window on a screen in memory, driven by the keyboard alone, and what it tells.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "screen.rs"]
mod screen;
#[path = "steps.rs"]
mod steps;
#[path = "told.rs"]
mod told;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use istiada::domain::language::Language;
pub use screen::{Keyboard, Screen};
#[allow(unused_imports)]
pub use steps::{Newcomer, Owner};

/// In the environment of the process that opens the window: the folder of its store.
const FOLDER: &str = "ISTIADA_WINDOW_TEST_FOLDER";
/// There as well where each side is to have a window.
const TWO: &str = "ISTIADA_WINDOW_TEST_TWO";

/// How often it is looked whether the window is at work.
const LOOK: Duration = Duration::from_millis(20);
/// How many times in a row it must not have been. Whoever waits for another is woken by the other, so that one of both is
/// seen at work.
const RESTS: u32 = 8;
/// The longest that it is waited for.
const LONGEST_WORK: Duration = Duration::from_secs(20);

/// Runs `test`, called `name`. The test's own program is also the one that opens the window.
///
/// `ISTIADA_WINDOW_TEST=required` makes a machine without a screen in memory a failure; else the test is left out
/// there.
pub fn run(name: &str, test: impl FnOnce()) {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let two = std::env::var_os(TWO).is_some();
        return told::open(Path::new(&folder), Language::ARABIC, two);
    }
    run_here(name, test);
}

/// The same on the store of a real desk, whose home the test has set up, as its configuration says.
pub fn run_on_a_desk(name: &str, test: impl FnOnce()) {
    match std::env::var_os(FOLDER) {
        Some(home) => told::open_desk(Path::new(&home), Language::ARABIC),
        None => run_here(name, test),
    }
}

fn run_here(name: &str, test: impl FnOnce()) {
    let missing = Screen::missing();
    if !missing.is_empty() {
        let said = format!("no screen in memory here: {} missing", missing.join(", "));
        assert!(std::env::var_os("ISTIADA_WINDOW_TEST").is_none(), "{said}");
        println!("left out: {said}");
        return;
    }
    test();
    println!("test result: ok. 1 passed; 0 failed: {name}");
}

/// The counter: a screen, the window on it, and what the window tells.
pub struct Counter {
    pub screen: Screen,
    window: Child,
    told: Receiver<String>,
    /// What was told and not yet asked for.
    kept: Vec<String>,
    pictures: PathBuf,
    taken: usize,
    home: Home,
    two: bool,
}

/// Where the program keeps what it keeps.
enum Home {
    /// Made for this window.
    New(tempfile::TempDir),
    /// Set up before.
    There(PathBuf),
}

impl Home {
    fn path(&self) -> &Path {
        match self {
            Self::New(folder) => folder.path(),
            Self::There(path) => path,
        }
    }
}

impl Counter {
    /// Opens the window. The pictures of the steps are left in `target/window-test/` under `name`.
    pub fn open(name: &str) -> Self {
        Self::on(Screen::start(), name, false, Home::New(tempfile::tempdir().unwrap()))
    }

    /// The same over a home that is there.
    pub fn open_at(home: &Path, name: &str) -> Self {
        Self::on(Screen::start(), name, false, Home::There(home.to_owned()))
    }

    /// The same with a window for each side, next to each other.
    pub fn open_two(name: &str) -> Self {
        Self::on(Screen::wide(), name, true, Home::New(tempfile::tempdir().unwrap()))
    }

    fn on(screen: Screen, name: &str, two: bool, home: Home) -> Self {
        let pictures = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .with_file_name("window-test")
            .join(name);
        let _ = std::fs::remove_dir_all(&pictures);
        std::fs::create_dir_all(&pictures).unwrap();
        let (window, told) = opened(&screen, home.path(), two);
        screen.window_is_active();
        Self {
            screen,
            window,
            told,
            kept: Vec::new(),
            pictures,
            taken: 0,
            home,
            two,
        }
    }

    /// Kills the program (SIGKILL), and starts it again over the same folder.
    pub fn kill_and_start(&mut self) {
        self.window.kill().unwrap();
        self.window.wait().unwrap();
        (self.window, self.told) = opened(&self.screen, self.home.path(), self.two);
        self.kept.clear();
        self.screen.window_is_active();
        self.rests();
    }

    /// The process that shows the window.
    pub fn process(&self) -> u32 {
        self.window.id()
    }

    /// Waits until neither the window nor its screen is at work: what was typed was taken, and what follows is shown.
    pub fn rests(&self) {
        let (begun, mut rests) = (Instant::now(), 0);
        while rests < RESTS && begun.elapsed() < LONGEST_WORK {
            std::thread::sleep(LOOK);
            let at_work = [self.window.id(), self.screen.process()].into_iter().any(is_at_work);
            rests = if at_work { 0 } else { rests + 1 };
        }
    }

    /// One key, and what follows from it.
    pub fn press(&self, key: &str) {
        self.screen.press(&[key]);
        self.rests();
    }

    /// A picture of the screen as it is now.
    pub fn shown(&mut self, name: &str) {
        self.rests();
        self.taken += 1;
        self.screen
            .picture(&self.pictures.join(format!("{:02}-{name}.png", self.taken)));
    }

    /// Waits for a fact and for what the window shows of it, and gives the fact.
    pub fn fact(&mut self, name: &str) -> String {
        let fact = self.wait_for(
            |line| line.strip_prefix("FACT ").is_some_and(|fact| fact.starts_with(name)),
            name,
        );
        self.rests();
        fact
    }

    /// Waits for what is told under a word.
    pub fn heard(&mut self, word: &str) -> String {
        let line = self.wait_for(|line| line.starts_with(word), word);
        line[word.len() + 1..].to_owned()
    }

    /// Waits for the code in a message to the mobile, past notices that have none.
    pub fn code(&mut self) -> String {
        loop {
            let message = self.heard("SMS");
            if message
                .split(|c: char| !c.is_numeric())
                .any(|run| run.chars().count() == 6)
            {
                return code_in(&message);
            }
        }
    }

    fn wait_for(&mut self, wanted: impl Fn(&str) -> bool, name: &str) -> String {
        let begun = Instant::now();
        loop {
            if let Some(place) = self.kept.iter().position(|line| wanted(line)) {
                return self.kept.remove(place);
            }
            match self.told.recv_timeout(Duration::from_millis(100)) {
                Ok(line) => self.kept.push(line),
                Err(RecvTimeoutError::Timeout) if begun.elapsed() < Duration::from_secs(40) => {}
                Err(_) => {
                    self.screen.picture(&self.pictures.join("99-stuck.png"));
                    let told = self.kept.join("\n");
                    panic!("no {name}; see {}. Told:\n{told}", self.pictures.display());
                }
            }
        }
    }
}

/// Whether a thread of a process computes, or waits for the disk.
fn is_at_work(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("the process is there");
    threads.filter_map(Result::ok).any(|thread| {
        // A thread that has just ended does nothing.
        let stat = std::fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        // The name before the state may hold anything but its closing bracket.
        let state = stat.rsplit(") ").next().and_then(|rest| rest.chars().next());
        matches!(state, Some('R' | 'D'))
    })
}

/// The window over this folder, and what it tells.
fn opened(screen: &Screen, folder: &Path, two: bool) -> (Child, Receiver<String>) {
    let mut window = screen.program(std::env::current_exe().unwrap());
    window.env(FOLDER, folder).stdout(Stdio::piped());
    if two {
        window.env(TWO, "1");
    }
    let mut window = window.spawn().unwrap();
    let lines = BufReader::new(window.stdout.take().unwrap()).lines();
    let (say, told) = channel();
    std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| say.send(line)));
    (window, told)
}

impl Drop for Counter {
    fn drop(&mut self) {
        let _ = self.window.kill();
        let _ = self.window.wait();
    }
}

/// `text` with its digits as Arabic writes them.
pub fn arabic_digits(text: &str) -> String {
    let arabic = |digit: char| {
        digit
            .to_digit(10)
            .and_then(|value| char::from_u32(0x660 + value))
            .unwrap_or(digit)
    };
    text.chars().map(arabic).collect()
}

/// The six digits in a row in a message, of whatever script.
pub fn code_in(message: &str) -> String {
    let value = |digit: char| match digit {
        '0'..='9' => char::to_digit(digit, 10),
        '\u{660}'..='\u{669}' => Some(u32::from(digit) - 0x660),
        _ => None,
    };
    let digits: Vec<Option<u32>> = message.chars().map(value).collect();
    let run = digits
        .windows(6)
        .find_map(|run| run.iter().copied().collect::<Option<Vec<u32>>>());
    run.expect("six digits in the message")
        .iter()
        .map(u32::to_string)
        .collect()
}
