//! The program's training window while argon2id runs at a desk's cost on another thread, without a pause: shows that
//! hashing makes no frame late. `hashing_window DATA-FOLDER CONFIGURATION-FILE`

use std::path::PathBuf;

use istiada::adapter::argon2::{Argon2Hasher, Considerate};
use istiada::adapter::seal::{DataKey, Vault};
use istiada::command::places::Places;
use istiada::command::{Failure, Session, compose, counter};
use istiada::desk::Desk;
use istiada::desk::way_in::WayIn;
use istiada::domain::hash::Hasher;
use istiada::domain::language::Language;
use istiada::domain::policy::Argon2Policy;
use istiada::domain::store_kind::StoreKind;
use istiada::i18n::Texts;
use istiada::ui::theme::{PaletteName, Scale};
use istiada::ui::{self, Options};

fn main() -> Result<(), String> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let places = Places::new(arguments.next(), arguments.next());
    let session = Session {
        texts: Texts::of(Language::ARABIC),
        asked: None,
        places,
        passphrase_file: None,
        windows: None,
    };
    let desk = desk(&session).map_err(|failure| failure.0.join(" "))?;
    let key = DataKey::make(StoreKind::Training).map_err(|error| error.to_string())?;
    let hasher = Argon2Hasher::new(Vault::new(&key), &Argon2Policy::default()).map_err(|error| error.to_string())?;
    let hasher = Considerate(hasher);
    std::thread::spawn(move || {
        loop {
            let _ = std::hint::black_box(hasher.hash(&"a password".into()));
        }
    });
    let options = Options {
        language: Language::ARABIC,
        palette: PaletteName::Light,
        scale: Scale::NORMAL,
        platform: None,
        address: None,
        applicant_window: None,
        practice_password: None,
        language_is_asked: true,
    };
    ui::run(&|_| WayIn::Open(desk.clone()), options).map_err(|error| error.to_string())
}

fn desk(session: &Session) -> Result<Desk, Failure> {
    let configuration = session.configuration()?;
    let ports = counter::practice_ports(session, &configuration, StoreKind::Training)?;
    let (workplace, clerk) = counter::trainee(session, &configuration)?;
    let policy = compose::policy(&configuration.policy, StoreKind::Training);
    Desk::open(ports, policy, workplace, clerk).map_err(|error| Failure::of(error.to_string()))
}
