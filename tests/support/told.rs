//! A training desk in a real window that tells what an applicant would see: what the captcha shows, what the phone
//! receives, and which facts were committed. Nothing of it is in the program: a store of made-up people lets others
//! stand before its ports, and the phone on its screen and its ledger can be read.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use istiada::command::places::Places;
use istiada::command::{Session, compose, counter};
use istiada::desk::way_in::WayIn;
use istiada::desk::{Desk, PhoneScreen};
use istiada::domain::captcha::{Label, Picture, Print};
use istiada::domain::language::Language;
use istiada::domain::message::Contact;
use istiada::domain::secret::ExposeSecret;
use istiada::domain::staff::Workplace;
use istiada::domain::store_kind::StoreKind;
use istiada::i18n::Texts;
use istiada::port::{Painter, Store};
use istiada::ui::theme::{PaletteName, Scale};
use istiada::ui::{self, Options};

/// Opens the window on a training store below `folder`, and returns once it is closed. Each line that it prints is a
/// word and what it is about: `CAPTCHA`, `SMS`, `MAIL` or `FACT`. With `two`, the applicant has a window beside it.
pub fn open(folder: &Path, language: Language, two: bool) {
    let texts = Texts::of(language);
    let places = Places::new(Some(folder.join("data")), Some(folder.join("config/istiada.toml")));
    let session = Session {
        texts,
        asked: Some(language),
        places,
        passphrase_file: None,
        windows: None,
    };
    let configuration = session.configuration().expect("no configuration is a good one");
    let mut ports = counter::practice_ports(&session, &configuration, StoreKind::Training)
        .unwrap_or_else(|failure| panic!("{failure:?}"));
    assert_eq!(ports.store.kind(), StoreKind::Training);
    ports.painter = Arc::new(Telling(Arc::clone(&ports.painter)));
    let store = Arc::clone(&ports.store);
    let phone = ports.phone.clone().expect("the phone of training");
    let (workplace, clerk) = counter::trainee(&session, &configuration).unwrap_or_else(|failure| panic!("{failure:?}"));
    let policy = compose::policy(&configuration.policy, StoreKind::Training);
    let desk = Desk::open(ports, policy, workplace, clerk).expect("a desk");
    std::thread::spawn(move || tell(&*store, Some(&*phone)));
    show(&desk, language, two);
}

/// Opens the window on the desk store of a home that was set up as `Terminal` does, as the program does: over its
/// configuration and the gateways in it. What the captcha shows and the facts are told; messages are not.
pub fn open_desk(home: &Path, language: Language) {
    let session = Session {
        texts: Texts::of(language),
        asked: Some(language),
        places: Places::new(
            Some(home.join("data/istiada/desk")),
            Some(home.join("config/istiada/istiada.toml")),
        ),
        passphrase_file: None,
        windows: None,
    };
    let configuration = session.configuration().expect("a good configuration");
    let policy = compose::policy(&configuration.policy, StoreKind::Desk);
    let store = compose::store(&session, StoreKind::Desk).unwrap_or_else(|failure| panic!("{failure:?}"));
    let mut ports =
        compose::desk_ports(&session, store, &configuration).unwrap_or_else(|failure| panic!("{failure:?}"));
    assert!(ports.phone.is_none(), "a desk has no phone on its screen");
    ports.painter = Arc::new(Telling(Arc::clone(&ports.painter)));
    let store = Arc::clone(&ports.store);
    let nothing = Workplace {
        centre: String::new(),
        desk: String::new(),
    };
    let desk = Desk::open_unattended(ports, policy, nothing).expect("a desk");
    std::thread::spawn(move || tell(&*store, None));
    show(&desk, language, false);
}

fn show(desk: &Desk, language: Language, two: bool) {
    let options = Options {
        language,
        palette: PaletteName::Light,
        scale: Scale::from_percent(100),
        platform: None,
        address: None,
        practice_password: None,
        language_is_asked: true,
        applicant_window: two.then_some(ui::Place {
            corner: iced::Point::new(1300.0, 20.0),
            size: Some(iced::Size::new(1280.0, 800.0)),
        }),
    };
    ui::run(&|_| WayIn::Open(desk.clone()), options).expect("a window");
}

/// The real painter, and what it was asked to paint.
struct Telling(Arc<dyn Painter>);

impl Painter for Telling {
    fn paint(&self, label: &Label, print: Print, seed: u64) -> Picture {
        say("CAPTCHA", label.characters());
        self.0.paint(label, print, seed)
    }
}

/// Tells of every new fact and message, until the program ends.
fn tell(store: &dyn Store, phone: Option<&dyn PhoneScreen>) {
    let mut next = store.head().map_or(1, |head| head.number + 1);
    let mut seen = 0;
    loop {
        std::thread::sleep(Duration::from_millis(20));
        let end = store.head().map_or(next, |head| head.number + 1);
        for frame in store.frames(next..end).expect("frames") {
            for entry in frame.commit.entries {
                say("FACT", &format!("{:?}", entry.fact));
            }
        }
        next = end;
        let messages = phone.map(PhoneScreen::messages).unwrap_or_default();
        if messages.len() < seen {
            // The visitor before took theirs along.
            seen = 0;
        }
        for message in messages.iter().skip(seen) {
            let word = match message.to {
                Contact::Mobile(_) => "SMS",
                Contact::Email(_) => "MAIL",
            };
            say(word, &message.text.expose_secret().replace('\n', " "));
        }
        seen = messages.len();
    }
}

fn say(word: &str, about: &str) {
    // Not through `stdout`, whose buffer would keep what was said for good. Whoever listened may be gone; then the
    // window is closed as well.
    let line = format!("{word} {about}\n");
    if let Ok(mut out) = File::options().append(true).open("/dev/stdout") {
        let _ = out.write_all(line.as_bytes());
    }
}
