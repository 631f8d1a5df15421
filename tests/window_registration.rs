//! A new resident in a real window on a screen in memory, with the keyboard alone: they register, recover the password
//! with the answers that they have just enrolled, and try the new one on the sign-in card.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/window.rs"]
mod window;

use istiada::command::people::{self, Case, Newcomer};
use window::{Counter, Keyboard, code_in};

const USERNAME: &str = "Sadaf2031";
const FIRST_PASSWORD: &str = "Rabwa-Khadra-64";
const NEW_PASSWORD: &str = "Wadi-Zahra-77";
const EMAIL: &str = "sadaf2031@example.org";
const ANSWERS: [&str; 3] = ["مدرسة ابن خلدون", "خالتي حصة", "حصان خشبي"];
/// The same answers as somebody else would spell them.
const TYPED: [&str; 3] = ["مدرسه ابن خلدون", "خالتى حصه", "حصان خشبى"];

fn main() {
    window::run("a new resident in a real window", a_new_resident_registers_and_recovers);
}

fn a_new_resident_registers_and_recovers() {
    let person = people::newcomer(Case::Resident).expect("a made-up resident");
    let mut counter = Counter::open("registration");
    who_registers(&mut counter, &person);
    what_they_choose(&mut counter);
    what_they_prove(&mut counter);
    counter.shown("review");
    counter.press("Return");
    counter.fact("AccountRegistered");
    counter.shown("registered");
    leave(&mut counter);
    recover(&mut counter, &person);
    sign_in(&mut counter);
}

/// The document of a resident, by its last four digits.
fn show_the_document(counter: &mut Counter, person: &Newcomer) {
    counter.fact("VisitOpened");
    // Back to the kinds of document, to the second of them, and on to the digits.
    counter.press("shift+Tab");
    counter.press("Down");
    counter.press("Tab");
    counter.screen.write(&person.identity[6..]);
    counter.shown("document");
    counter.press("Return");
    counter.fact("DocumentSeen");
}

/// The clerk's part: conditions and personal data.
fn who_registers(counter: &mut Counter, person: &Newcomer) {
    counter.press("3");
    counter.shown("had-account");
    counter.press("2");
    show_the_document(counter, person);
    counter.shown("conditions");
    counter.press("Return");
    counter.fact("ConditionsRead");
    counter.screen.write(&person.identity);
    counter.press("Tab");
    counter.screen.write(&person.mobile);
    counter.shown("personal");
    counter.press("Return");
    counter.fact("RegistryAsked");
    counter.fact("IdentityGiven");
    counter.press("Return");
}

/// User name, password, email and language.
fn what_they_choose(counter: &mut Counter) {
    counter.screen.write(USERNAME);
    counter.shown("username");
    counter.press("Return");
    counter.fact("UsernameChosen");
    for password in [FIRST_PASSWORD, FIRST_PASSWORD] {
        counter.screen.write(password);
        // Past the button that shows and hides what was typed.
        counter.press("Tab");
        counter.press("Tab");
    }
    // From the button at the foot, back into the repeat.
    counter.shown("password");
    counter.press("shift+Tab");
    counter.press("shift+Tab");
    counter.press("Return");
    counter.fact("PasswordChosen");
    counter.screen.write(EMAIL);
    counter.press("Tab");
    counter.screen.write(EMAIL);
    counter.shown("email");
    counter.press("Return");
    counter.fact("EmailGiven");
    counter.shown("language");
    counter.press("Return");
    counter.fact("AccountLanguageChosen");
}

/// Image, terms, codes and questions.
fn what_they_prove(counter: &mut Counter) {
    let label = counter.heard("CAPTCHA");
    counter.screen.write(&label.to_lowercase());
    counter.press("Tab");
    counter.screen.write(&label);
    counter.shown("captcha");
    counter.press("Return");
    counter.fact("CaptchaPassed");
    counter.press("space");
    counter.shown("terms");
    counter.press("End");
    counter.press("Tab");
    counter.press("space");
    counter.press("End");
    counter.press("Tab");
    counter.press("Tab");
    counter.press("space");
    counter.shown("accepted");
    // A box is ticked with Space; Enter goes on.
    counter.press("Return");
    counter.fact("TermsAccepted");
    for word in ["SMS", "MAIL"] {
        let code = code_in(&counter.heard(word));
        counter.screen.write(&code);
        counter.shown(word);
        counter.press("Return");
        counter.fact("ContactProven");
    }
    counter.screen.keyboard(Keyboard::Arabic);
    for answer in ANSWERS {
        counter.press("Return");
        counter.press("Home");
        counter.press("Return");
        counter.screen.write(answer);
        counter.shown("question");
        counter.press("Return");
    }
    counter.fact("QuestionsChosen");
}

/// The applicant has noted the name; the clerk takes the screen back, and leaves the visit.
fn leave(counter: &mut Counter) {
    counter.press("Return");
    counter.press("Return");
    counter.shown("done");
    counter.press("F4");
    counter.fact("VisitEnded");
}

/// A forgotten password, with the answers that were just enrolled.
fn recover(counter: &mut Counter, person: &Newcomer) {
    counter.screen.keyboard(Keyboard::Latin);
    counter.press("F4");
    show_the_document(counter, person);
    counter.press("Return");
    let label = counter.heard("CAPTCHA");
    counter.screen.write(&label.to_lowercase());
    counter.press("Return");
    counter.fact("CaptchaPassed");
    counter.press("Return");
    counter.screen.write(&person.identity);
    // The keyboard has gone on by itself: a Tab out of habit changes nothing.
    counter.press("Tab");
    counter.screen.write(&person.mobile);
    counter.press("Return");
    counter.fact("IdentityGiven");
    counter.press("Return");
    counter.screen.keyboard(Keyboard::Arabic);
    for (place, answer) in TYPED.into_iter().enumerate() {
        if place > 0 {
            counter.press("Tab");
            counter.press("Tab");
        }
        counter.screen.write(answer);
    }
    counter.shown("answers");
    counter.press("Return");
    counter.fact("AnswersMatched");
    let code = counter.code();
    counter.screen.keyboard(Keyboard::Latin);
    counter.screen.write(&code);
    counter.press("Return");
    counter.fact("CodeMatched");
    counter.screen.write(NEW_PASSWORD);
    counter.press("Tab");
    counter.press("Tab");
    counter.screen.write(NEW_PASSWORD);
    counter.press("Return");
    counter.fact("PasswordChanged");
    counter.press("Return");
    counter.press("F4");
    counter.fact("VisitEnded");
}

fn sign_in(counter: &mut Counter) {
    counter.press("2");
    counter.press("Return");
    counter.screen.write(USERNAME);
    counter.press("Tab");
    for (password, agrees) in [(FIRST_PASSWORD, "agreed: false"), (NEW_PASSWORD, "agreed: true")] {
        counter.screen.write(password);
        counter.press("Return");
        assert!(counter.fact("SignInTried").contains(agrees), "{password}: {agrees}");
    }
    counter.shown("signed-in");
}
