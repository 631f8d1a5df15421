//! A forgotten password with a window for each side, in real Arabic windows on one wide screen in memory, with the
//! keyboard alone. At each step the system itself says which window has the keyboard: it goes to the applicant's and
//! comes back by itself.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/window.rs"]
mod window;

use istiada::command::people;
use istiada::domain::language::Language;
use istiada::i18n::Texts;
use window::{Counter, Keyboard, arabic_digits, code_in};

const NEW_PASSWORD: &str = "Wadi-Zahra-78";

fn main() {
    window::run("a whole visit with a window for each side", || {
        a_forgotten_password_is_recovered_in_two_windows();
    });
}

fn clerk(counter: &Counter) {
    counter
        .screen
        .keyboard_is_in(&Texts::of(Language::ARABIC).app_window_training());
}

fn applicant(counter: &Counter) {
    counter
        .screen
        .keyboard_is_in(&Texts::of(Language::ARABIC).app_window_applicant());
}

fn a_forgotten_password_is_recovered_in_two_windows() {
    let (person, answers) = people::with_answers().into_iter().next().expect("a made-up person");
    let digits = person.identity.digits().to_owned();
    let username = person.username.as_str().to_owned();
    let mut counter = Counter::open_two("two");

    clerk(&counter);
    counter.shown("start");
    counter.press("F4");
    counter.fact("VisitOpened");
    clerk(&counter);
    counter.screen.write(&digits[6..]);
    counter.shown("document");
    counter.press("Return");
    counter.fact("DocumentSeen");
    applicant(&counter);
    // None of these is the applicant's to press.
    for key in ["F8", "F9", "F4", "F4"] {
        counter.press(key);
        applicant(&counter);
    }
    let label = counter.heard("CAPTCHA");
    counter.screen.write(&label.to_lowercase());
    counter.shown("captcha");
    counter.press("Return");
    counter.fact("CaptchaPassed");
    clerk(&counter);
    counter.screen.write(&digits);
    counter.screen.keyboard(Keyboard::Arabic);
    counter
        .screen
        .write(&arabic_digits(&person.mobile.national().replace(' ', "")));
    counter.shown("identity");
    counter.press("Return");
    counter.fact("IdentityGiven");
    applicant(&counter);
    for (place, answer) in answers.iter().enumerate() {
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
    applicant(&counter);
    let code = code_in(&counter.heard("SMS"));
    counter.screen.write(&arabic_digits(&code));
    counter.shown("code");
    counter.press("Return");
    counter.fact("CodeMatched");
    applicant(&counter);
    counter.screen.keyboard(Keyboard::Latin);
    counter.screen.write(NEW_PASSWORD);
    counter.press("Tab");
    counter.press("Tab");
    counter.screen.write(NEW_PASSWORD);
    counter.shown("password");
    counter.press("Return");
    counter.fact("PasswordChanged");
    clerk(&counter);
    counter.shown("done");

    counter.press("F4");
    counter.fact("VisitEnded");
    clerk(&counter);
    counter.shown("next");
    counter.press("2");
    applicant(&counter);
    counter.screen.write(&username);
    counter.press("Tab");
    counter.screen.write(NEW_PASSWORD);
    counter.press("Return");
    assert!(
        counter.fact("SignInTried").contains("agreed: true"),
        "the new password does not work"
    );
    counter.shown("signed-in");
    counter.press("Escape");
    clerk(&counter);

    counter.press("F9");
    counter.fact("StaffLocked");
    clerk(&counter);
    counter.shown("locked");
}
