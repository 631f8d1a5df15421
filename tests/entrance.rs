//! What stands before a desk whose data key is not at hand, in a window without a display, over a real store: a first
//! start, and starts after it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::sync::Arc;

use futures::FutureExt as _;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use istiada::adapter::ledger;
use istiada::adapter::seal::FolderKeys;
use istiada::command::places::Places;
use istiada::command::tour::{self, entrance::EntranceWindow};
use istiada::command::{Failure, Session, counter};
use istiada::desk::way_in::{Closed, Said, WayIn};
use istiada::domain::key_place::KeyPlace;
use istiada::domain::language::Language;
use istiada::domain::store_kind::StoreKind;
use istiada::i18n::Texts;
use istiada::ui::Options;
use istiada::ui::access::{self, Role};
use istiada::ui::entrance::{Entrance, Message, Outcome};
use istiada::ui::headless::Host;
use istiada::ui::theme::{PaletteName, Scale};

const PASSPHRASE: &str = "salt wind ladder seven";
/// The cheapest hashes that a desk permits.
const CHEAP: &str = "[policy.argon2]\nmemory = 19456\npasses = 2\n";

/// A home in which the program is started.
struct Home {
    folder: tempfile::TempDir,
    runtime: Arc<tokio::runtime::Runtime>,
}

impl Home {
    fn new() -> Self {
        let home = Self {
            folder: tempfile::tempdir().unwrap(),
            runtime: Arc::new(tokio::runtime::Runtime::new().unwrap()),
        };
        std::fs::create_dir_all(home.config()).unwrap();
        std::fs::write(home.config().join("istiada.toml"), CHEAP).unwrap();
        home
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("config")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn session(&self) -> Arc<Session> {
        Arc::new(Session {
            texts: Texts::of(Language::ENGLISH),
            asked: None,
            places: Places::new(Some(self.data()), Some(self.config().join("istiada.toml"))),
            passphrase_file: None,
            windows: None,
        })
    }

    /// What the program does when it is started, and with each thing that is said.
    fn try_with(session: &Session, said: Said) -> Result<WayIn, Failure> {
        counter::way_in(session, &session.configuration().unwrap(), said)
    }

    fn start(&self) -> Result<WayIn, Failure> {
        Self::try_with(&self.session(), Said::Nothing)
    }

    fn waits_for(&self) -> Closed {
        match self.start() {
            Ok(WayIn::Closed(closed)) => closed,
            other => panic!("{other:?}"),
        }
    }

    /// The window of a start that waits for something.
    fn window(&self, closed: Closed) -> Host<EntranceWindow> {
        let session = self.session();
        let tries = Arc::new(move |said| {
            let session = session.clone();
            async move { Self::try_with(&session, said).unwrap_or(WayIn::Failed) }.boxed()
        });
        let options = Options {
            language: Language::ENGLISH,
            language_is_asked: false,
            palette: PaletteName::Light,
            scale: Scale::NORMAL,
            platform: None,
            address: None,
            applicant_window: None,
            practice_password: None,
        };
        let (entrance, task) = Entrance::new(closed, tries, options);
        Host::new(EntranceWindow(entrance), task, tour::SIZE, self.runtime.clone()).unwrap()
    }

    fn place(&self) -> KeyPlace {
        let id = ledger::key_of(&self.data()).unwrap().expect("a store");
        FolderKeys::new(self.config().join("keys")).place(id).unwrap()
    }
}

fn press(host: &mut Host<EntranceWindow>, keys: &[Named]) {
    for key in keys {
        host.press(*key).unwrap();
        host.settle_until(|window| !window.0.is_busy()).unwrap();
    }
}

fn retype(host: &mut Host<EntranceWindow>, text: &str) {
    host.press_letter(Modifiers::CTRL, 'a').unwrap();
    host.type_text(text).unwrap();
}

fn is_open(host: &Host<EntranceWindow>) -> bool {
    matches!(host.program().0.outcome(), Some(Outcome::Desk(_)))
}

/// Presses Tab until the control of this name has the keyboard; each is met once at most.
fn tab_to(host: &mut Host<EntranceWindow>, name: &str) {
    for _ in 0..12 {
        if host.focused().is_some_and(|node| node.name == name) {
            return;
        }
        press(host, &[Named::Tab]);
    }
    panic!("no Tab leads to {name}; {:?} has the keyboard", host.focused());
}

fn choose(host: &mut Host<EntranceWindow>, name: &str) {
    while host.focused().is_none_or(|node| node.role != Role::Radio) {
        press(host, &[Named::Tab]);
    }
    for _ in 0..3 {
        if host.focused().is_some_and(|node| node.name == name) {
            press(host, &[Named::Space]);
            return;
        }
        press(host, &[Named::ArrowDown]);
    }
    panic!("no arrow leads to {name}");
}

/// Nothing that was typed stands anywhere for whoever reads the screen.
fn shows_no_secret(host: &mut Host<EntranceWindow>) {
    let nodes = host.nodes();
    assert!(access::unnamed(&nodes).is_empty());
    for node in nodes {
        let texts = [Some(&node.name), node.value.as_ref(), node.description.as_ref()];
        assert!(
            texts.into_iter().flatten().all(|text| !text.contains("ladder")),
            "{node:?}"
        );
    }
}

#[test]
fn a_first_start_keeps_the_key_in_a_plain_file_if_nobody_wants_more() {
    let home = Home::new();
    assert!(matches!(home.waits_for(), Closed::NewKey { .. }));
    assert!(
        !home.data().exists() && !home.config().join("keys").exists(),
        "made before it was said"
    );
    let mut host = home.window(Closed::NewKey { keyring: false });
    press(&mut host, &[Named::Enter]);
    assert!(is_open(&host));
    assert_eq!(home.place(), KeyPlace::File);
    drop(host);
    assert!(
        matches!(home.start(), Ok(WayIn::Open(_))),
        "the next start asks nothing"
    );
}

#[test]
fn a_first_start_behind_a_passphrase_by_keyboard_alone_and_the_starts_after_it() {
    let home = Home::new();
    let texts = Texts::of(Language::ENGLISH);
    let mut host = home.window(Closed::NewKey { keyring: false });
    choose(&mut host, &texts.data_key_behind());
    for (typed, repeat, sentence) in [
        ("", "", texts.data_key_passphrase_empty()),
        ("salt", "salt", texts.data_key_fault_short(12_u64)),
        ("passwordpassword", "passwordpassword", texts.data_key_fault_weak()),
        (PASSPHRASE, "", texts.data_key_fault_repeat_empty()),
        (PASSPHRASE, "salt wind ladder", texts.data_key_fault_repeat()),
    ] {
        tab_to(&mut host, &texts.data_key_passphrase());
        retype(&mut host, "x");
        press(&mut host, &[Named::Backspace]);
        host.type_text(typed).unwrap();
        tab_to(&mut host, &texts.password_repeat());
        retype(&mut host, "x");
        press(&mut host, &[Named::Backspace]);
        host.type_text(repeat).unwrap();
        press(&mut host, &[Named::Enter]);
        assert!(host.shows(&sentence), "{typed:?} {repeat:?}");
        assert!(!is_open(&host) && !home.data().exists());
        shows_no_secret(&mut host);
        // Out of the field and back: every control is still reached.
        press(&mut host, &[Named::Escape]);
        tab_to(&mut host, &texts.action_next());
    }
    tab_to(&mut host, &texts.password_repeat());
    retype(&mut host, PASSPHRASE);
    shows_no_secret(&mut host);
    tab_to(&mut host, &texts.action_next());
    press(&mut host, &[Named::Enter]);
    assert!(is_open(&host));
    assert_eq!(home.place(), KeyPlace::Passphrase);
    assert!(matches!(home.start(), Err(Failure(_))), "it is open elsewhere");
    drop(host);

    assert_eq!(home.waits_for(), Closed::Passphrase { wrong: false });
    let mut host = home.window(Closed::Passphrase { wrong: false });
    press(&mut host, &[Named::Enter]);
    assert!(host.shows(&texts.data_key_passphrase_empty()));
    for wait in [1, 2, 4] {
        host.type_text("salt wind ladder eight").unwrap();
        press(&mut host, &[Named::Enter]);
        assert!(host.shows(&texts.data_key_passphrase_wrong()) && !is_open(&host));
        shows_no_secret(&mut host);
        // Whoever is quick has to wait all the same.
        host.type_text(PASSPHRASE).unwrap();
        for _ in 0..wait {
            assert!(host.program().0.counts_time());
            press(&mut host, &[Named::Enter]);
            assert!(!is_open(&host), "before the wait of {wait} s was over");
            host.send(Message::Tick).unwrap();
        }
        assert!(!host.program().0.counts_time());
        retype(&mut host, "x");
        press(&mut host, &[Named::Backspace]);
    }
    host.type_text(PASSPHRASE).unwrap();
    press(&mut host, &[Named::Enter]);
    assert!(is_open(&host));
    drop(host);
    assert_eq!(
        home.waits_for(),
        Closed::Passphrase { wrong: false },
        "and the next start asks again"
    );
}

#[test]
fn the_other_language_is_one_key_away_and_goes_along() {
    let home = Home::new();
    let mut host = home.window(Closed::NewKey { keyring: true });
    assert!(host.shows(&Texts::of(Language::ENGLISH).data_key_in_keyring()));
    press(&mut host, &[Named::F2]);
    assert!(host.shows(&Texts::of(Language::ARABIC).data_key_in_keyring()));
    let options = host.program().0.options();
    assert!(options.language == Language::ARABIC && options.language_is_asked);
}

#[test]
fn a_store_without_its_key_is_refused_and_nothing_is_asked() {
    let home = Home::new();
    let said = Said::KeepIn(istiada::domain::key_place::NewKeyPlace::File);
    assert!(matches!(Home::try_with(&home.session(), said), Ok(WayIn::Open(_))));
    std::fs::remove_dir_all(home.config().join("keys")).unwrap();
    for said in [
        Said::Nothing,
        Said::Passphrase(PASSPHRASE.into()),
        Said::KeepIn(istiada::domain::key_place::NewKeyPlace::File),
    ] {
        let Err(Failure(sentences)) = Home::try_with(&home.session(), said) else {
            panic!("it was opened");
        };
        assert!(sentences.concat().contains("The data key is missing"), "{sentences:?}");
    }
    assert!(!home.config().join("keys").exists());
    // Nor where the ledger is gone and its records are there.
    std::fs::remove_dir_all(home.data().join("ledger")).unwrap();
    let Err(Failure(sentences)) = home.start() else {
        panic!("it was taken for a first start");
    };
    assert!(sentences.concat().contains("ahead of the ledger"), "{sentences:?}");
    let kind = StoreKind::Desk;
    assert_eq!(ledger::key_of(&home.session().places.data(kind)).unwrap(), None);
}

#[test]
fn a_keyring_that_is_locked_or_away_is_tried_again() {
    let home = Home::new();
    let texts = Texts::of(Language::ENGLISH);
    for (closed, sentence) in [
        (Closed::KeyringLocked, texts.data_key_keyring_locked()),
        (Closed::KeyringAway, texts.data_key_keyring_away()),
    ] {
        let mut host = home.window(closed);
        assert!(host.shows(&sentence));
        shows_no_secret(&mut host);
        press(&mut host, &[Named::Enter]);
        // There is no store in this home, so the next page is that of a new key.
        assert!(host.shows(&texts.data_key_place_title()));
    }
}
