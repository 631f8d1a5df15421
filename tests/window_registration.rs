//! A new resident in a real window on a screen in memory, with the keyboard alone: they register, recover the password
//! with the answers that they have just enrolled, and try the new one on the sign-in card.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/window.rs"]
mod window;

use istiada::command::people::{self, Case};
use window::{Counter, Newcomer, Owner, code_in};

const NEW_PASSWORD: &str = "Wadi-Zahra-77";

fn main() {
    window::run("a new resident in a real window", a_new_resident_registers_and_recovers);
}

fn a_new_resident_registers_and_recovers() {
    let person = people::newcomer(Case::Resident).expect("a made-up resident");
    let who = Newcomer {
        number: &person.identity,
        mobile: &person.mobile,
        username: "Sadaf2031",
        password: "Rabwa-Khadra-64",
        email: "sadaf2031@example.org",
        answers: ["مدرسة ابن خلدون", "خالتي حصة", "حصان خشبي"],
    };
    let mut counter = Counter::open("registration");
    counter.register(&who, |counter, word| code_in(&counter.heard(word)));
    counter.take_back();
    counter.fact("VisitEnded");
    recover(&mut counter, &who);
    let tried = [(who.password, false), (NEW_PASSWORD, true)];
    counter.try_passwords(who.username, &tried);
}

/// A forgotten password, with the answers that were just enrolled as somebody else would spell them.
fn recover(counter: &mut Counter, who: &Newcomer<'_>) {
    let owner = Owner {
        number: who.number,
        mobile: who.mobile,
        answers: ["مدرسه ابن خلدون", "خالتى حصه", "حصان خشبى"],
    };
    counter.press("F4");
    counter.prove(&owner, true);
    let code = counter.code();
    counter.type_code(&code);
    counter.choose_password(NEW_PASSWORD);
    counter.press("Return");
    counter.press("F4");
    counter.fact("VisitEnded");
}
