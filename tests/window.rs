//! A forgotten password from the start page to the last screen, in a real Arabic window on a screen in memory, with
//! the keyboard alone: «مُحَمَّد» is typed for the enrolled «محمد», and the mobile in Arabic-Indic digits.
//!
//! `ISTIADA_WINDOW_TEST=required` makes a machine without a screen in memory a failure; else the test is left out
//! there. The pictures of the steps are left in `target/window-test/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/screen.rs"]
mod screen;
#[path = "support/told.rs"]
mod told;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use istiada::command::people;
use istiada::domain::language::Language;
use screen::{Keyboard, Screen};

/// In the environment of the process that opens the window: the folder of its store.
const FOLDER: &str = "ISTIADA_WINDOW_TEST_FOLDER";
const NEW_PASSWORD: &str = "Wadi-Zahra-77";

fn main() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return told::open(Path::new(&folder), Language::ARABIC);
    }
    let missing = Screen::missing();
    if !missing.is_empty() {
        let said = format!("no screen in memory here: {} missing", missing.join(", "));
        assert!(std::env::var_os("ISTIADA_WINDOW_TEST").is_none(), "{said}");
        println!("left out: {said}");
        return;
    }
    a_forgotten_password_is_recovered_by_keyboard();
    println!("test result: ok. 1 passed; 0 failed: a forgotten password in a real window");
}

fn a_forgotten_password_is_recovered_by_keyboard() {
    let (person, answers) = people::with_answers().into_iter().next().expect("a made-up person");
    assert_eq!(
        answers[0], "محمد",
        "the first person of the sample is enrolled with this answer"
    );
    let digits = person.identity.digits().to_owned();
    let username = person.username.as_str().to_owned();
    let mut counter = Counter::open();

    counter.shown("start");
    counter.press("F4");
    counter.fact("VisitOpened");
    counter.shown("document");
    counter.screen.write(&digits[6..]);
    counter.press("Return");
    counter.fact("DocumentSeen");
    counter.shown("handover");
    counter.press("Return");
    counter.shown("captcha");
    let label = counter.heard("CAPTCHA");
    counter.screen.write(&label.to_lowercase());
    counter.press("Return");
    counter.fact("CaptchaPassed");
    counter.press("Return");
    counter.screen.write(&digits);
    counter.press("Tab");
    counter.reach_the_mobile();
    counter.screen.keyboard(Keyboard::Arabic);
    counter
        .screen
        .write(&arabic_digits(&person.mobile.national().replace(' ', "")));
    counter.shown("identity");
    counter.press("Return");
    counter.fact("IdentityGiven");
    counter.press("Return");
    for (place, answer) in ["مُحَمَّد", &answers[1], &answers[2]].into_iter().enumerate() {
        if place > 0 {
            counter.press("Tab");
            // Past the button that shows and hides what was typed.
            counter.press("Tab");
        }
        counter.screen.write(answer);
    }
    counter.shown("answers");
    counter.press("Return");
    counter.fact("AnswersMatched");
    let code = code_in(&counter.heard("SMS"));
    counter.shown("code");
    counter.screen.write(&arabic_digits(&code));
    counter.press("Return");
    counter.fact("CodeMatched");
    counter.screen.keyboard(Keyboard::Latin);
    counter.screen.write(NEW_PASSWORD);
    counter.press("Tab");
    counter.press("Tab");
    counter.screen.write(NEW_PASSWORD);
    counter.shown("password");
    counter.press("Return");
    counter.fact("PasswordChanged");
    counter.press("Return");
    counter.shown("done");

    counter.press("F4");
    counter.fact("VisitEnded");
    counter.press("2");
    counter.press("Return");
    counter.screen.write(&username);
    counter.press("Tab");
    counter.screen.write(people::PASSWORD);
    counter.press("Return");
    assert!(
        counter.fact("SignInTried").contains("agreed: false"),
        "the old password still works"
    );
    counter.shown("old-password-refused");
    counter.screen.write(NEW_PASSWORD);
    counter.press("Return");
    assert!(
        counter.fact("SignInTried").contains("agreed: true"),
        "the new password does not work"
    );
    counter.shown("new-password-accepted");
}

/// The counter: a screen, the window on it, and what the window tells.
struct Counter {
    screen: Screen,
    window: Child,
    told: Receiver<String>,
    /// What was told and not yet asked for.
    kept: Vec<String>,
    pictures: PathBuf,
    taken: usize,
    _folder: tempfile::TempDir,
}

impl Counter {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("window-test");
        let _ = std::fs::remove_dir_all(&pictures);
        std::fs::create_dir_all(&pictures).unwrap();
        let screen = Screen::start();
        let mut window = screen
            .program(std::env::current_exe().unwrap())
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(window.stdout.take().unwrap()).lines();
        let (say, told) = channel();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| say.send(line)));
        screen.window_is_active();
        Self {
            screen,
            window,
            told,
            kept: Vec::new(),
            pictures,
            taken: 0,
            _folder: folder,
        }
    }

    /// One key, and time for the window to follow.
    fn press(&self, key: &str) {
        self.screen.press(&[key]);
        std::thread::sleep(Duration::from_millis(850));
    }

    /// The control after the identity number offers the user name instead; the mobile comes next.
    fn reach_the_mobile(&self) {
        self.press("Tab");
    }

    /// A picture of the screen as it is now.
    fn shown(&mut self, name: &str) {
        std::thread::sleep(Duration::from_millis(850));
        self.taken += 1;
        self.screen
            .picture(&self.pictures.join(format!("{:02}-{name}.png", self.taken)));
    }

    /// Waits for a fact, gives the window time to show what follows, and gives the fact.
    fn fact(&mut self, name: &str) -> String {
        let fact = self.wait_for(
            |line| line.strip_prefix("FACT ").is_some_and(|fact| fact.starts_with(name)),
            name,
        );
        std::thread::sleep(Duration::from_millis(850));
        fact
    }

    /// Waits for what is told under a word.
    fn heard(&mut self, word: &str) -> String {
        let line = self.wait_for(|line| line.starts_with(word), word);
        line[word.len() + 1..].to_owned()
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

impl Drop for Counter {
    fn drop(&mut self) {
        let _ = self.window.kill();
        let _ = self.window.wait();
    }
}

fn arabic_digits(text: &str) -> String {
    let arabic = |digit: char| {
        digit
            .to_digit(10)
            .and_then(|value| char::from_u32(0x660 + value))
            .unwrap_or(digit)
    };
    text.chars().map(arabic).collect()
}

/// The six digits in a row in a message, of whatever script.
fn code_in(message: &str) -> String {
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
