//! A forgotten password from the start page to the last screen, in a real Arabic window on a screen in memory, with
//! the keyboard alone: «مُحَمَّد» is typed for the enrolled «محمد», and the mobile in Arabic-Indic digits.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/window.rs"]
mod window;

use istiada::command::people;
use window::{Counter, Keyboard, arabic_digits, code_in};

const NEW_PASSWORD: &str = "Wadi-Zahra-77";

fn main() {
    window::run(
        "a forgotten password in a real window",
        a_forgotten_password_is_recovered_by_keyboard,
    );
}

fn a_forgotten_password_is_recovered_by_keyboard() {
    let (person, answers) = people::with_answers().into_iter().next().expect("a made-up person");
    assert_eq!(
        answers[0], "محمد",
        "the first person of the sample is enrolled with this answer"
    );
    let digits = person.identity.digits().to_owned();
    let username = person.username.as_str().to_owned();
    let mut counter = Counter::open("password");

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
    // Past the control that offers the user name instead of the identity number.
    counter.press("Tab");
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
