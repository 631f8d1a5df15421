//! A real desk in a real Arabic window on a screen in memory, by keyboard alone: somebody sees a forgotten user name, and
//! recovers a forgotten password, with the codes that a short-message centre received. The centre is not ours and stands
//! on loopback; codes are read from what it took. Its receipt turns the screen to "delivered".
//!
//! See `support/window.rs` for where it runs and where its pictures are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/smsc.rs"]
mod smsc;
#[path = "support/terminal.rs"]
mod terminal;
#[path = "support/window.rs"]
mod window;

use istiada::adapter::gateway::smpp::SmppGateway;
use istiada::port::Gateway;
use smsc::Smsc;
use std::sync::Arc;
use terminal::{CHEAP, PASSWORD, SUPERVISOR, Terminal};
use window::{Counter, Keyboard, code_in};

const OWNER: &str = "1101798278";
const MOBILE: &str = "0501234567";
/// The same as the centre writes it.
const DIGITS: &str = "966501234567";
const USERNAME: &str = "noura1234";
const ACCOUNTS: &str = "identity_number,kind,name,mobile,email,user_name,id_expiry,question_1,answer_1,question_2,\
                        answer_2,question_3,answer_3,password_hash\n\
                        1101798278,citizen,نورة العتيبي,0501234567,noura@example.com,noura1234,1460-05-01 H,\
                        first-school,الفيصلية,first-teacher,أبو خالد,first-trip-city,أبها,\n";
const ANSWERS: [&str; 3] = ["الفيصلية", "أبو خالد", "أبها"];
const NEW_PASSWORD: &str = "Wadi-Zahra-77";

/// The port of the centre, for the process that opens the window.
const PORT: &str = "istiada-smsc-port";

fn main() {
    let home = |file: &str| std::env::var("ISTIADA_WINDOW_TEST_FOLDER").map(|home| format!("{home}/{file}"));
    let gateways = || -> Vec<Arc<dyn Gateway>> {
        let port = std::fs::read_to_string(home(PORT).unwrap()).unwrap();
        vec![SmppGateway::new(
            "centre".to_owned(),
            smsc::settings(port.parse().unwrap()),
        )]
    };
    window::run_on_a_desk("a real desk over a real SMSC", gateways, || {
        let smsc = Smsc::start();
        let terminal = a_desk();
        terminal.file(PORT, &smsc.port().to_string());
        let mut counter = Counter::open_at(terminal.home(), "gateway");
        sign_in(&mut counter);
        a_forgotten_user_name_is_seen(&mut counter, &smsc);
        a_forgotten_password_is_recovered(&mut counter, &smsc);
    });
}

/// First start and accounts by command.
fn a_desk() -> Terminal {
    let terminal = Terminal::new();
    terminal.configure(CHEAP);
    let file = terminal.file("accounts.csv", ACCOUNTS);
    let said = terminal.signed(&["accounts", "import", &file]);
    assert_eq!(said.status, 0, "{}", said.error);
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
fn prove(counter: &mut Counter, smsc: &Smsc, number: usize) {
    counter.fact("VisitOpened");
    counter.screen.write(&OWNER[6..]);
    counter.press("Return");
    counter.fact("DocumentSeen");
    counter.press("Return");
    let label = counter.heard("CAPTCHA");
    counter.screen.write(&label.to_lowercase());
    counter.press("Return");
    counter.fact("CaptchaPassed");
    counter.press("Return");
    counter.screen.write(OWNER);
    counter.press("Tab");
    counter.screen.write(MOBILE);
    counter.press("Return");
    counter.fact("IdentityGiven");
    counter.press("Return");
    counter.screen.keyboard(Keyboard::Arabic);
    for (place, answer) in ANSWERS.into_iter().enumerate() {
        if place > 0 {
            // Past the button that shows and hides what was typed.
            counter.press("Tab");
            counter.press("Tab");
        }
        counter.screen.write(answer);
    }
    counter.press("Return");
    counter.fact("AnswersMatched");
    counter.screen.keyboard(Keyboard::Latin);
    let code = code_in(&smsc.wait_for_text_to(DIGITS, number));
    arrived(counter);
    // The screen looks at its message every second.
    std::thread::sleep(std::time::Duration::from_secs(2));
    counter.shown("delivered");
    for name in ["delivered-clerk", "back"] {
        counter.press("F8");
        counter.press("Return");
        counter.shown(name);
    }
    counter.screen.write(&code);
    counter.press("Return");
    counter.fact("CodeMatched");
}

/// Waits until a receipt was joined.
fn arrived(counter: &mut Counter) {
    while !counter.fact("MessageMoved").contains("Delivered") {}
}

/// The applicant has noted what they came for, and the clerk ends the visit.
fn leave(counter: &mut Counter) {
    counter.fact("VisitEnded");
    counter.press("Return");
    counter.press("Return");
    counter.press("F4");
}

fn a_forgotten_user_name_is_seen(counter: &mut Counter, smsc: &Smsc) {
    counter.press("3");
    counter.press("1");
    prove(counter, smsc, 1);
    // The first press gives the keyboard to the first choice, the second makes it.
    counter.press("Return");
    counter.press("Return");
    counter.fact("UsernameShown");
    assert!(
        smsc.wait_for_text_to(DIGITS, 2).contains(USERNAME),
        "the name comes by SMS"
    );
    arrived(counter);
    counter.shown("seen");
    leave(counter);
}

fn a_forgotten_password_is_recovered(counter: &mut Counter, smsc: &Smsc) {
    counter.press("F4");
    prove(counter, smsc, 3);
    counter.screen.write(NEW_PASSWORD);
    counter.press("Tab");
    counter.press("Tab");
    counter.screen.write(NEW_PASSWORD);
    counter.press("Return");
    counter.fact("PasswordChanged");
    let notice = smsc.wait_for_text_to(DIGITS, 4);
    assert!(!notice.contains(NEW_PASSWORD), "{notice}");
    counter.shown("changed");
}
