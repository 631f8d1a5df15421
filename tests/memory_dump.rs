//! After "next visitor" the memory of the program holds nothing of what the one before typed or was sent: a whole
//! forgotten password in a real window, then a dump of the process, searched in every form in which text lies in
//! memory. The same search finds all of it in a dump that is taken while the visitor is there.
//!
//! See `support/window.rs` for where it runs. `gcore` of gdb takes the dumps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/window.rs"]
mod window;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use istiada::command::people;
use istiada::domain::answer;
use istiada::domain::secret::ExposeSecret;
use memchr::memmem;
use window::{Counter, Keyboard, arabic_digits, code_in};

/// What is typed and must not be left. It is made up anew each time: in the program's own constants it would be found.
struct Typed {
    /// Answers that are wrong, one of them in Latin letters.
    wrong_answers: [String; 3],
    /// Passwords that the rules refuse.
    wrong_passwords: [String; 2],
    password: String,
    /// A password that is tried on the sign-in card.
    tried: String,
    /// An answer that stands in its field as the visitor is sent away.
    abandoned: String,
}

impl Typed {
    fn make_up() -> Self {
        Self {
            wrong_answers: [
                made_up("بتثجحخدذرزسشصضطظعغفقكلمنهي", LENGTH),
                made_up("بتثجحخدذرزسشصضطظعغفقكلمنهي", LENGTH),
                made_up("abcdefghijkmnopqrstuvwxyz", LENGTH),
            ],
            wrong_passwords: [
                made_up("abcdefghijkmnopqrstuvwxyz", LENGTH),
                made_up("abcdefghijkmnopqrstuvwxyz", LENGTH),
            ],
            password: format!("A{}7b", made_up("abcdefghijkmnopqrstuvwxyz", LENGTH)),
            tried: made_up("abcdefghijkmnopqrstuvwxyz", LENGTH),
            abandoned: made_up("abcdefghijkmnopqrstuvwxyz", LENGTH),
        }
    }
}

/// So many letters of an alphabet, none twice in a row.
fn made_up(alphabet: &str, length: usize) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let mut made = String::new();
    while made.chars().count() < length {
        let letter = letters[rand::random_range(0..letters.len())];
        if !made.ends_with(letter) {
            made.push(letter);
        }
    }
    made
}

/// Shorter texts may stand in memory by chance, or as parts of others.
const SHORTEST: usize = 12;
/// How long the texts are that are made up. Memory that was given back bears addresses over the beginning of what stood
/// there; what is longer leaves its end.
const LENGTH: usize = 40;
/// Every piece of [`SHORTEST`] characters has such a piece in it, where one is taken every [`STEP`] characters.
const PIECE: usize = 8;
const STEP: usize = 4;

/// What must not be left in memory: what it is, and the texts that are searched for.
type Secrets = Vec<(&'static str, Vec<String>)>;

fn main() {
    window::run("no secret stays in memory after the next visitor", || {
        if !has_gcore() {
            let said = "no dump of memory here: gcore of gdb is missing";
            assert!(std::env::var_os("ISTIADA_WINDOW_TEST").is_none(), "{said}");
            println!("left out: {said}");
            return;
        }
        nothing_is_left();
    });
}

fn has_gcore() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join("gcore").is_file())
}

fn nothing_is_left() {
    let typed = Typed::make_up();
    let mut counter = Counter::open("memory");
    let mut secrets = Vec::new();
    up_to_the_password(&mut counter, &typed, &mut secrets);
    counter.screen.write(&typed.password);
    secrets.push(("the new password", pieces(&typed.password)));
    let folder = tempfile::tempdir().unwrap();
    // The password stands in its field, and the message on the phone. It is searched for in the end: meanwhile the
    // desk would find itself idle, and draw its curtain over what is typed next.
    let there = Dump::take(&counter, &folder.path().join("there"), &secrets);
    counter.press("Tab");
    counter.press("Tab");
    counter.screen.write(&typed.password);
    counter.press("Return");
    counter.fact("PasswordChanged");
    counter.press("Return");
    counter.shown("done");
    counter.press("F4");
    let done = at_the_start(&mut counter, &secrets, &folder.path().join("done"));
    try_to_sign_in(&mut counter, &typed, &mut secrets);
    leave_in_the_middle(&mut counter, &typed, &mut secrets);
    let abandoned = at_the_start(&mut counter, &secrets, &folder.path().join("abandoned"));
    let there = there.found(&secrets);
    for what in ["the new password", "the message with the code"] {
        let seen = there.iter().any(|found| found.starts_with(what));
        assert!(seen, "the search does not see {what} while it is there: {there:#?}");
    }
    for dump in [done, abandoned] {
        let left = dump.found(&secrets);
        assert!(left.is_empty(), "left in memory: {left:#?}");
    }
}

/// A dump on the start page, on which nothing must be left.
fn at_the_start(counter: &mut Counter, secrets: &Secrets, file: &Path) -> Dump {
    counter.shown("start");
    // Messages leave, and tasks end.
    std::thread::sleep(Duration::from_secs(2));
    Dump::take(counter, file, secrets)
}

/// A password is tried on the sign-in card, which is then closed.
fn try_to_sign_in(counter: &mut Counter, typed: &Typed, secrets: &mut Secrets) {
    counter.press("2");
    counter.press("Return");
    counter.screen.write("qandil2027");
    counter.press("Tab");
    counter.screen.write(&typed.tried);
    secrets.push(("a password that was tried", pieces(&typed.tried)));
    counter.press("Return");
    counter.fact("SignInTried");
    counter.press("Escape");
    counter.press("Return");
}

/// The next visitor is called while an answer stands in its field.
fn leave_in_the_middle(counter: &mut Counter, typed: &Typed, secrets: &mut Secrets) {
    up_to_the_questions(counter);
    counter.screen.write(&typed.abandoned);
    secrets.push(("an answer that was never given", pieces(&typed.abandoned)));
    counter.shown("abandoned");
    counter.press("F8");
    counter.press("Return");
    counter.press("F4");
    counter.press("F4");
    counter.fact("VisitEnded");
}

/// From the start page to the questions of the first of the made-up people.
fn up_to_the_questions(counter: &mut Counter) {
    let (person, _) = people::with_answers().into_iter().next().expect("a made-up person");
    counter.press("F4");
    counter.fact("VisitOpened");
    counter.screen.write(&person.identity.digits()[6..]);
    counter.press("Return");
    counter.fact("DocumentSeen");
    counter.press("Return");
    let label = counter.heard("CAPTCHA");
    counter.screen.write(&label.to_lowercase());
    counter.press("Return");
    counter.fact("CaptchaPassed");
    counter.press("Return");
    counter.screen.write(person.identity.digits());
    counter.rests();
    counter.screen.write(&person.mobile.national().replace(' ', ""));
    counter.press("Return");
    counter.fact("IdentityGiven");
    counter.press("Return");
}

/// From the start page to the new password, with a slip wherever one is possible.
fn up_to_the_password(counter: &mut Counter, typed: &Typed, secrets: &mut Secrets) {
    let (_, answers) = people::with_answers().into_iter().next().expect("a made-up person");
    up_to_the_questions(counter);
    counter.screen.keyboard(Keyboard::Arabic);
    answer(counter, &typed.wrong_answers);
    counter.fact("AnswersMissed");
    // Spelled with more than the sample has, which lies in the program itself.
    let right: Vec<String> = answers.iter().map(|answer| stretched(answer)).collect();
    answer(counter, &right);
    counter.fact("AnswersMatched");
    for text in &typed.wrong_answers {
        let normalised = answer::normalise(text, 2).expect("an answer");
        secrets.push(("an answer", pieces(text)));
        secrets.push(("an answer as it is compared", pieces(normalised.text().expose_secret())));
    }
    for text in right.iter().filter(|text| text.chars().count() >= SHORTEST) {
        let normalised = answer::normalise(text, 2).expect("an answer");
        let compared = normalised.text().expose_secret().to_owned();
        secrets.push(("a right answer", vec![text.clone(), compared]));
    }
    let message = counter.heard("SMS");
    let code = code_in(&message);
    secrets.push(("the message with the code", vec![around_the_code(&message)]));
    secrets.push(("the code", vec![arabic_digits(&code), format!("#{code}")]));
    counter.screen.write(&arabic_digits(&code));
    counter.press("Return");
    counter.fact("CodeMatched");
    counter.screen.keyboard(Keyboard::Latin);
    for password in &typed.wrong_passwords {
        counter.press("ctrl+a");
        counter.screen.write(password);
        secrets.push(("a password that was refused", pieces(password)));
        // Shown, and drawn as it is; or hidden again.
        counter.press("Tab");
        counter.press("space");
        counter.shown("password");
        counter.press("shift+Tab");
        counter.press("Return");
    }
    counter.shown("refused");
    counter.press("ctrl+a");
}

fn answer(counter: &Counter, answers: &[String]) {
    for (place, answer) in answers.iter().enumerate() {
        if place > 0 {
            counter.press("Tab");
            counter.press("Tab");
        }
        counter.press("ctrl+a");
        counter.screen.write(answer);
    }
    counter.press("Return");
}

/// The same answer to whoever compares, with a stretching mark after its first letter.
fn stretched(answer: &str) -> String {
    let mut characters = answer.chars();
    characters.next().into_iter().chain(['ـ']).chain(characters).collect()
}

/// The code with the words around it, as the message has them.
fn around_the_code(message: &str) -> String {
    let characters: Vec<char> = message.chars().collect();
    let place = characters.windows(6).position(|run| run.iter().all(|c| c.is_numeric()));
    let place = place.expect("a code");
    // No longer than what is searched for as a whole: the words before it stand in the program itself.
    let from = place.saturating_sub(SHORTEST - 6);
    characters[from..place + 6].iter().collect()
}

/// A dump of the window's process.
struct Dump {
    file: PathBuf,
    /// How many of the secrets had been typed by then.
    typed: usize,
}

impl Dump {
    fn take(counter: &Counter, file: &Path, secrets: &Secrets) -> Self {
        let process = counter.process().to_string();
        let taken = Command::new("gcore")
            .arg("-o")
            .arg(file)
            .arg(&process)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&taken.stderr).into_owned();
        let dump = file.with_extension(&process);
        assert!(dump.is_file(), "gcore: {said}");
        if std::env::var_os("ISTIADA_KEEP_DUMP").is_some() {
            std::fs::copy(&dump, std::env::temp_dir().join(file.file_name().unwrap())).unwrap();
        }
        let typed = secrets.len();
        Self { file: dump, typed }
    }

    /// What of them stands in it.
    fn found(self, secrets: &Secrets) -> Vec<String> {
        let bytes = std::fs::read(&self.file).unwrap();
        std::fs::remove_file(self.file).unwrap();
        found(&bytes, &secrets[..self.typed])
    }
}

/// Which texts stand in a dump, in which form, and where.
fn found(dump: &[u8], secrets: &[(&str, Vec<String>)]) -> Vec<String> {
    let mut found = Vec::new();
    for (what, texts) in secrets {
        for text in texts {
            let forms: [(&str, Vec<u8>); 3] = [
                ("UTF-8", text.as_bytes().to_vec()),
                ("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
                (
                    "UTF-32",
                    text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
                ),
            ];
            for (form, bytes) in forms {
                let places: Vec<usize> = memmem::find_iter(dump, &bytes).collect();
                if !places.is_empty() {
                    found.push(format!("{what}, «{text}» in {form} at {places:x?}"));
                }
            }
        }
    }
    found
}

/// The pieces of a text, of which each longer piece has one in it.
fn pieces(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let all = characters.windows(PIECE).step_by(STEP);
    all.map(|piece| piece.iter().collect()).collect()
}
