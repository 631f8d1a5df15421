//! A real desk in a real Arabic window on a screen in memory, by keyboard alone: put together by its configuration, with a
//! short-message centre and a mail server on loopback that are not ours. Somebody sees a forgotten user name, somebody
//! recovers a forgotten password, and somebody who has no account registers. Every code is read from what centre and server
//! received.
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/mail.rs"]
mod mail;
#[path = "support/smsc.rs"]
mod smsc;
#[path = "support/terminal.rs"]
mod terminal;
#[path = "support/window.rs"]
mod window;

use istiada::command::people::{self, Case};
use mail::MailServer;
use smsc::Smsc;
use terminal::{CHEAP, PASSWORD, SUPERVISOR, Terminal};
use window::{Counter, Newcomer, Owner, code_in};

const OWNER: Owner<'_> = Owner {
    number: "1101798278",
    mobile: "0501234567",
    answers: ["الفيصلية", "أبو خالد", "أبها"],
};
/// The mobile as the centre writes it.
const DIGITS: &str = "966501234567";
const EMAIL: &str = "noura@example.com";
const USERNAME: &str = "noura1234";
const ACCOUNTS: &str = "identity_number,kind,name,mobile,email,user_name,id_expiry,question_1,answer_1,question_2,\
                        answer_2,question_3,answer_3,password_hash\n\
                        1101798278,citizen,نورة العتيبي,0501234567,noura@example.com,noura1234,1460-05-01 H,\
                        first-school,الفيصلية,first-teacher,أبو خالد,first-trip-city,أبها,\n";
const NEW_PASSWORD: &str = "Wadi-Zahra-77";

fn main() {
    window::run_on_a_desk("a real desk over a real SMSC and a real mail server", || {
        let out = Out {
            smsc: Smsc::start(),
            mail: MailServer::start_for(smsc::PASSWORD),
        };
        let terminal = a_desk(&out);
        let mut counter = Counter::open_at(terminal.home(), "gateway");
        sign_in(&mut counter);
        a_forgotten_user_name_is_seen(&mut counter, &out);
        a_forgotten_password_is_recovered(&mut counter, &out);
        somebody_registers(&mut counter, &out);
    });
}

/// Where messages arrive.
struct Out {
    smsc: Smsc,
    mail: MailServer,
}

/// First start, accounts, registry and gateways, as an operator sets a desk up.
fn a_desk(out: &Out) -> Terminal {
    let terminal = Terminal::new();
    let run = |arguments: &[&str]| {
        let said = terminal.signed(arguments);
        assert_eq!(said.status, 0, "{}", said.error);
        said.out
    };
    run(&["accounts", "import", &terminal.file("accounts.csv", ACCOUNTS)]);
    let registry = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/training/registry.csv");
    run(&["registry", "import", registry]);
    let secret = terminal.secret_file("secret", smsc::PASSWORD);
    let sealed = run(&["gateway", "seal", "--secret-file", &secret]);
    let gateways = [out.smsc.entry(sealed.trim()), mail::entry(out.mail.port, sealed.trim())];
    terminal.configure(&format!("{CHEAP}{}", gateways.concat()));
    terminal
}

fn sign_in(counter: &mut Counter) {
    counter.shown("sign-in");
    counter.screen.write(SUPERVISOR);
    counter.press("Tab");
    counter.screen.write(PASSWORD);
    counter.press("Return");
    counter.fact("StaffSignedIn");
    counter.shown("start");
}

/// From the document to the code, which is read from message `number` to the mobile once the centre said that it arrived.
fn prove(counter: &mut Counter, out: &Out, number: usize) {
    counter.prove(&OWNER, false);
    let code = code_in(&out.smsc.wait_for_text_to(DIGITS, number));
    arrived(counter);
    counter.shown("delivered");
    counter.type_code(&code);
}

/// Waits until a receipt was joined.
fn arrived(counter: &mut Counter) {
    while !counter.fact("MessageMoved").contains("Delivered") {}
}

fn a_forgotten_user_name_is_seen(counter: &mut Counter, out: &Out) {
    counter.press("3");
    counter.press("1");
    prove(counter, out, 1);
    // The first press gives the keyboard to the first choice, the second makes it.
    counter.press("Return");
    counter.press("Return");
    counter.fact("UsernameShown");
    let told = out.smsc.wait_for_text_to(DIGITS, 2);
    assert!(told.contains(USERNAME), "the name comes by SMS");
    arrived(counter);
    counter.shown("seen");
    counter.fact("VisitEnded");
    counter.take_back();
}

fn a_forgotten_password_is_recovered(counter: &mut Counter, out: &Out) {
    counter.press("F4");
    prove(counter, out, 3);
    counter.choose_password(NEW_PASSWORD);
    for notice in [out.smsc.wait_for_text_to(DIGITS, 4), mail_to(out, EMAIL)] {
        assert!(!notice.contains(NEW_PASSWORD), "{notice}");
    }
    counter.shown("changed");
    counter.fact("VisitEnded");
    counter.press("Return");
    counter.press("F4");
    counter.try_passwords(USERNAME, &[(NEW_PASSWORD, true)]);
    counter.press("Escape");
    counter.press("Return");
}

fn somebody_registers(counter: &mut Counter, out: &Out) {
    let person = people::newcomer(Case::Resident).expect("a made-up resident");
    let digits = format!("966{}", &person.mobile[1..]);
    let who = Newcomer {
        number: &person.identity,
        mobile: &person.mobile,
        username: "Sadaf2031",
        password: "Rabwa-Khadra-64",
        email: "sadaf2031@example.org",
        answers: ["مدرسة ابن خلدون", "خالتي حصة", "حصان خشبي"],
    };
    counter.register(&who, |_, word| match word {
        "SMS" => code_in(&out.smsc.wait_for_text_to(&digits, 1)),
        _ => code_in(&mail_to(out, who.email)),
    });
    for notice in [out.smsc.wait_for_text_to(&digits, 2), mail_to(out, who.email)] {
        assert!(
            !notice.contains(who.password) && !notice.contains(who.username),
            "{notice}"
        );
    }
    counter.fact("VisitEnded");
    counter.take_back();
    counter.try_passwords(who.username, &[(NEW_PASSWORD, false), (who.password, true)]);
    assert!(out.mail.has_no_more(), "and that is all");
}

/// The text of the next email, which must be to this address.
fn mail_to(out: &Out, address: &str) -> String {
    let message = out.mail.next();
    assert_eq!(message["recipients"], serde_json::json!([address]));
    assert_eq!(message["signed_in"], true);
    message["text"].as_str().unwrap().to_owned()
}
