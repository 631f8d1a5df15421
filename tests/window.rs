//! A forgotten password from the start page to the last screen, in a real Arabic window on a screen in memory, with
//! the keyboard alone: «مُحَمَّد» is typed for the enrolled «محمد», and the mobile in Arabic-Indic digits. Then a forgotten
//! user name: it is seen, and another one is taken.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/window.rs"]
mod window;

use istiada::command::people;
use istiada::desk::accounts::Draft;
use window::{Counter, Keyboard, Owner, arabic_digits, code_in};

const NEW_PASSWORD: &str = "Wadi-Zahra-77";
const NEW_USERNAME: &str = "Qandil2027";

fn main() {
    window::run(
        "a forgotten password and a forgotten user name in a real window",
        || {
            a_forgotten_password_is_recovered_by_keyboard();
            a_forgotten_user_name_is_seen_and_changed_by_keyboard();
        },
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
    counter.show_document(&digits, false);
    counter.shown("handover");
    counter.read_image();
    // Once the number is whole, the keyboard goes on to the mobile by itself.
    counter.screen.write(&digits);
    counter.rests();
    counter.screen.keyboard(Keyboard::Arabic);
    counter
        .screen
        .write(&arabic_digits(&person.mobile.national().replace(' ', "")));
    counter.shown("identity");
    counter.press("Return");
    counter.fact("IdentityGiven");
    counter.press("Return");
    counter.answer(&["مُحَمَّد", &answers[1], &answers[2]]);
    let code = code_in(&counter.heard("SMS"));
    counter.shown("code");
    counter.screen.keyboard(Keyboard::Arabic);
    counter.screen.write(&arabic_digits(&code));
    counter.screen.keyboard(Keyboard::Latin);
    counter.press("Return");
    counter.fact("CodeMatched");
    counter.choose_password(NEW_PASSWORD);
    counter.press("Return");
    counter.shown("done");

    counter.press("F4");
    counter.fact("VisitEnded");
    counter.try_passwords(&username, &[(people::PASSWORD, false), (NEW_PASSWORD, true)]);
}

fn a_forgotten_user_name_is_seen_and_changed_by_keyboard() {
    let (person, answers) = people::with_answers().into_iter().next().expect("a made-up person");
    let mut counter = Counter::open("username");
    prove(&mut counter, &person, &answers);
    counter.shown("choice");
    // The first press gives the keyboard to the first choice, the second makes it.
    counter.press("Return");
    counter.press("Return");
    counter.fact("UsernameShown");
    assert!(
        counter.heard("SMS").contains(person.username.as_str()),
        "the name comes by SMS"
    );
    counter.shown("seen");
    leave(&mut counter);

    prove(&mut counter, &person, &answers);
    counter.press("Return");
    counter.press("Tab");
    counter.press("Return");
    counter.screen.write(person.username.as_str());
    counter.press("Return");
    counter.shown("same-name");
    counter.press("ctrl+a");
    counter.screen.write(NEW_USERNAME);
    counter.press("Return");
    counter.fact("UsernameChanged");
    counter.shown("changed");
    leave(&mut counter);

    counter.press("2");
    counter.press("Return");
    for (username, agrees) in [
        (person.username.as_str(), "agreed: false"),
        (NEW_USERNAME, "agreed: true"),
    ] {
        counter.press("ctrl+a");
        counter.screen.write(username);
        counter.press("Tab");
        counter.screen.write(people::PASSWORD);
        counter.press("Return");
        assert!(counter.fact("SignInTried").contains(agrees), "{agrees}");
        counter.press("shift+Tab");
    }
    counter.shown("signed-in");
}

/// From the start page through all proofs of a forgotten user name.
fn prove(counter: &mut Counter, person: &Draft, answers: &[String]) {
    counter.press("3");
    counter.press("1");
    let [first, second, third] = answers else {
        panic!("three answers")
    };
    let owner = Owner {
        number: person.identity.digits(),
        mobile: &person.mobile.national().replace(' ', ""),
        answers: [first, second, third],
    };
    counter.prove(&owner, false);
    let code = code_in(&counter.heard("SMS"));
    counter.type_code(&code);
}

/// The applicant has noted the name, and the clerk ends the visit.
fn leave(counter: &mut Counter) {
    counter.fact("VisitEnded");
    counter.take_back();
}
