//! A real Arabic window is killed (SIGKILL) while the applicant answers, while the code is awaited, and while a password
//! is chosen. Each time the next one offers the visit, the clerk says with one key that the same person is there, and it
//! goes on from its step; the code that came before works.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/window.rs"]
mod window;

use istiada::command::people;
use window::Counter;

const NEW_PASSWORD: &str = "Wadi-Zahra-77";

fn main() {
    window::run("a visit goes on after its window was killed", || {
        let mut counter = Counter::open("resume");
        at_the_questions(&mut counter);
        killed_and_resumed(&mut counter, "questions");
        answered(&mut counter);
        let code = counter.code();
        killed_and_resumed(&mut counter, "code");
        counter.type_code(&code);
        killed_and_resumed(&mut counter, "password");
        counter.choose_password(NEW_PASSWORD);
        counter.press("Return");
        counter.shown("done");
    });
}

fn at_the_questions(counter: &mut Counter) {
    let (person, _) = people::with_answers().into_iter().next().expect("a made-up person");
    let digits = person.identity.digits();
    counter.press("F4");
    counter.show_document(digits, false);
    counter.read_image();
    counter.screen.write(digits);
    counter.rests();
    counter.screen.write(&person.mobile.national().replace(' ', ""));
    counter.press("Return");
    counter.fact("IdentityGiven");
}

/// Kills the window at a step, and goes on there in the next one, on the applicant's side.
fn killed_and_resumed(counter: &mut Counter, step: &str) {
    counter.kill_and_start();
    counter.shown(&format!("offered-{step}"));
    // Enter answers nothing: the word is given by its own key alone.
    counter.press("Return");
    counter.press("1");
    counter.fact("VisitResumed");
    counter.press("Return");
    counter.shown(step);
}

fn answered(counter: &mut Counter) {
    let (_, answers) = people::with_answers().into_iter().next().expect("a made-up person");
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    counter.answer(&answers);
}
