//! Puts a desk together: configuration → data key and store → ports → desk.

pub mod ways;

use std::sync::Arc;

use crate::adapter::argon2::{Argon2Hasher, Considerate};
use crate::adapter::captcha::CaptchaPainter;
use crate::adapter::clock::SystemClock;
use crate::adapter::entropy::SystemEntropy;
use crate::adapter::ledger;
use crate::adapter::memory::MemoryRegistry;
use crate::adapter::phone::TrainingPhone;
use crate::adapter::receipt::{FolderCabinet, PdfTypesetter, Spooler};
use crate::adapter::registry::EmbeddedRegistry;
use crate::adapter::seal::{FolderKeys, Vault};
use crate::adapter::store::{DurableStore, OpenError, Progress as Opening};
use crate::desk::{Paper, Ports, Registry, Store};
use crate::domain::key_place::KeyPlace;
use crate::domain::policy::{Argon2Policy, Policy};
use crate::domain::registry::Roll;
use crate::domain::store_kind::StoreKind;
use crate::i18n::wording::{OriginBound, Words};

use super::configuration::Configuration;
use super::output::Progress;
use super::{Failure, Session, at_terminal, people, wording};

/// The numbers in force for a store of that kind: those of the configuration, with cheap hashes where nobody is real.
pub fn policy(configured: &Policy, kind: StoreKind) -> Policy {
    let mut policy = configured.clone();
    if kind.practice().is_some() {
        policy.argon2 = Argon2Policy::PRACTICE;
    }
    policy
}

/// The data keys, with the passphrase where that of the store lies behind one: it is asked for once, however often the
/// keys are used.
///
/// # Errors
/// A sentence, where there is neither a file with it nor a terminal. What else is wrong with a key is told by whoever
/// opens the store.
pub fn keys(session: &Session, kind: StoreKind) -> Result<FolderKeys, Failure> {
    let keys = session.places.key_source();
    match key_place(session, kind) {
        Some(KeyPlace::Passphrase) => Ok(keys.with_passphrase(at_terminal::passphrase(session)?)),
        _ => Ok(keys),
    }
}

/// Where the key of that store is kept; none where there is no store yet, or no telling.
pub fn key_place(session: &Session, kind: StoreKind) -> Option<KeyPlace> {
    let id = ledger::key_of(&session.places.data(kind)).ok().flatten()?;
    session.places.key_source().place(id).ok()
}

/// Opens the store of that kind, and says how far it is where that takes long.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn store(session: &Session, kind: StoreKind) -> Result<DurableStore, Failure> {
    let keys = keys(session, kind)?;
    store_with(session, kind, &keys).map_err(|error| wording::not_opened(session.texts, &error, keys.folder()))
}

/// The same with these keys.
///
/// # Errors
/// See [`OpenError`].
pub fn store_with(session: &Session, kind: StoreKind, keys: &FolderKeys) -> Result<DurableStore, OpenError> {
    let texts = session.texts;
    let mut progress = Progress::start();
    let mut tell = |opening| match opening {
        Opening::Checking { .. } => {}
        Opening::Rebuilding { done, total } => {
            progress.tell(|| texts.error_rebuilding_progress(done, total));
        }
    };
    let folder = session.places.data(kind);
    DurableStore::open(&folder, kind, keys, &mut tell)
}

/// The ports of a command on the store of a desk. It asks no registry, so that a broken one can be imported anew, and
/// sends nothing.
///
/// # Errors
/// A sentence, where memory for the hashes cannot be had.
pub fn ports_of_a_command(session: &Session, store: &Arc<DurableStore>, policy: &Policy) -> Result<Ports, Failure> {
    let hasher = hasher(session, store, policy)?;
    let painter = CaptchaPainter::new().map_err(|_| Failure::of(session.texts.usage_fonts_broken()))?;
    Ok(Ports {
        keys: Arc::new(store.vault().clone()),
        hasher: Arc::new(hasher),
        clock: Arc::new(SystemClock::new()),
        entropy: Arc::new(SystemEntropy),
        painter: Arc::new(painter),
        wording: Arc::new(Words),
        paper: paper(session, store),
        registry: Arc::new(EmbeddedRegistry::of_nothing()),
        gateways: Vec::new(),
        phone: None,
        store: Arc::clone(store) as _,
    })
}

/// The system's printer, and the folder of receipts.
fn paper(session: &Session, store: &DurableStore) -> Paper {
    Paper {
        typesetter: Arc::new(PdfTypesetter),
        printer: Arc::new(Spooler::default()),
        cabinet: Arc::new(FolderCabinet::new(session.places.receipts(store.folder()))),
    }
}

fn hasher(session: &Session, store: &DurableStore, policy: &Policy) -> Result<Argon2Hasher, Failure> {
    let hasher = Argon2Hasher::new(store.vault().clone(), &policy.argon2);
    hasher.map_err(|_| Failure::of(session.texts.usage_no_memory()))
}

/// Puts the ports of a desk together as its configuration says: with its gateways and its registry, of which none is reached
/// yet. The embedded registry is not opened where the one on the web is asked.
///
/// # Errors
/// A sentence, where a secret cannot be had, the embedded registry is not what was written, or memory for the hashes.
pub fn desk_ports(session: &Session, store: DurableStore, configuration: &Configuration) -> Result<Ports, Failure> {
    let policy = policy(&configuration.policy, store.kind());
    // Made-up people have the phone on the screen, whatever the configuration says.
    if store.kind().practice().is_some() {
        return ports(session, store, &policy);
    }
    let vault = store.vault().clone();
    let secrets = secrets(&vault);
    let no_secret = |missing| wording::no_secret(session.texts, &missing);
    let gateways = ways::gateways(configuration, &secrets).map_err(no_secret)?;
    let registry: Arc<dyn Registry> = match ways::registry(configuration, &secrets).map_err(no_secret)? {
        Some(on_the_web) => Arc::new(on_the_web),
        None => Arc::new(registry(session, &store)?),
    };
    let mut ports = over(session, store, &policy, registry)?;
    if let Some(origin) = &configuration.platform.origin {
        ports.wording = Arc::new(OriginBound(origin.clone()));
    }
    ports.gateways = gateways;
    Ok(ports)
}

/// The secrets of the configuration: sealed with the data key, or in the environment of this process.
pub fn secrets(vault: &Vault) -> ways::Secrets<'_> {
    ways::Secrets {
        vault,
        environment: &variable,
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Puts the ports of a store together, without gateways and over the registry of its folder. A store of made-up people gets
/// the phone on the screen.
///
/// # Errors
/// A sentence, where the registry is not what was written, or memory for the hashes cannot be had.
pub fn ports(session: &Session, store: DurableStore, policy: &Policy) -> Result<Ports, Failure> {
    let registry: Arc<dyn Registry> = match store.kind().practice() {
        Some(practice) => Arc::new(MemoryRegistry::when_asked(made_up_registry(store.kind()), practice)),
        None => Arc::new(registry(session, &store)?),
    };
    let mut ports = over(session, store, policy, registry)?;
    with_phone(&mut ports);
    Ok(ports)
}

/// The ports of a store over that registry, without a way out.
fn over(
    session: &Session,
    store: DurableStore,
    policy: &Policy,
    registry: Arc<dyn Registry>,
) -> Result<Ports, Failure> {
    let hasher = hasher(session, &store, policy)?;
    let painter = CaptchaPainter::new().map_err(|_| Failure::of(session.texts.usage_fonts_broken()))?;
    Ok(Ports {
        keys: Arc::new(store.vault().clone()),
        hasher: Arc::new(Considerate(hasher)),
        clock: Arc::new(SystemClock::new()),
        entropy: Arc::new(SystemEntropy),
        painter: Arc::new(painter),
        wording: Arc::new(Words),
        paper: paper(session, &store),
        registry,
        gateways: Vec::new(),
        phone: None,
        store: Arc::new(store),
    })
}

/// What makes the registry of made-up people. A drill registers more of them than a training does.
const fn made_up_registry(kind: StoreKind) -> fn() -> Roll {
    match kind {
        StoreKind::Drill => || people::crowd(people::CROWD),
        _ => people::roll,
    }
}

/// The embedded registry in the folder of a store.
///
/// # Errors
/// A sentence, where its file is not what was written.
pub fn registry(session: &Session, store: &DurableStore) -> Result<EmbeddedRegistry, Failure> {
    EmbeddedRegistry::open(store.folder(), store.vault()).map_err(|error| wording::registry(session.texts, &error))
}

/// Puts the phone on the screen into the place of gateways, where the store's kind permits it.
pub fn with_phone(ports: &mut Ports) {
    if let Some(practice) = ports.store.kind().practice() {
        let phone = TrainingPhone::new(practice, Arc::clone(&ports.clock));
        ports.gateways = phone.gateways();
        ports.phone = Some(phone);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use std::path::Path;

    use super::*;
    use crate::command::configuration::hidden::Hidden;
    use crate::command::places::Places;
    use crate::desk::{Desk, OpenError};
    use crate::domain::applicant::{IdentityNumber, PersonName};
    use crate::domain::language::Language;
    use crate::domain::policy::Policy;
    use crate::domain::secret::Secret;
    use crate::domain::staff::{Role, Staff, Workplace};
    use crate::i18n::Texts;

    fn session_in(home: &Path) -> Session {
        Session {
            texts: Texts::of(Language::ENGLISH),
            asked: None,
            places: Places::new(Some(home.join("data")), Some(home.join("config/istiada.toml"))),
            passphrase_file: None,
            windows: None,
        }
    }

    fn ports_of(kind: StoreKind) -> Ports {
        let home = tempfile::tempdir().unwrap();
        let session = session_in(home.path());
        let store = store(&session, kind).unwrap();
        ports(&session, store, &policy(&Policy::default(), kind)).unwrap()
    }

    #[test]
    fn a_desk_has_no_phone_on_the_screen_and_practice_has() {
        let desk = ports_of(StoreKind::Desk);
        assert!(desk.phone.is_none() && desk.gateways.is_empty());
        for kind in [StoreKind::Training, StoreKind::Drill, StoreKind::Tour] {
            let practice = ports_of(kind);
            assert!(practice.phone.is_some() && practice.gateways.len() == 2, "{kind:?}");
        }
    }

    #[test]
    fn gateways_are_those_of_the_configuration_at_a_desk_and_never_in_practice() {
        let text =
            "[[gateway]]\nkind = \"smtp\"\nname = \"mail\"\nhost = \"nowhere.invalid\"\nfrom = \"a@b.example\"\n";
        let configuration = crate::command::configuration::parse(text, Path::new("")).unwrap();
        for kind in [StoreKind::Desk, StoreKind::Training, StoreKind::Drill, StoreKind::Tour] {
            let home = tempfile::tempdir().unwrap();
            let session = session_in(home.path());
            let store = store(&session, kind).unwrap();
            let ports = desk_ports(&session, store, &configuration).unwrap();
            let names: Vec<_> = ports.gateways.iter().map(|gateway| gateway.name().to_owned()).collect();
            assert_eq!(
                names.contains(&"mail".to_owned()),
                kind == StoreKind::Desk,
                "{kind:?}: {names:?}"
            );
            assert_eq!(ports.phone.is_none(), kind == StoreKind::Desk);
        }
    }

    #[test]
    fn a_real_desk_opens_for_nobody_who_did_not_sign_in() {
        let clerk = || Staff {
            identity: IdentityNumber::parse("1000000008").unwrap(),
            name: PersonName::parse("ريم العتيق").unwrap(),
            role: Role::Supervisor,
        };
        let workplace = || Workplace {
            centre: "Olaya".to_owned(),
            desk: "3".to_owned(),
        };
        let policy = |kind| policy(&Policy::default(), kind);
        let refused = Desk::open(ports_of(StoreKind::Desk), policy(StoreKind::Desk), workplace(), clerk());
        assert!(matches!(refused.err(), Some(OpenError::Unproven)));
        let unattended = Desk::open_unattended(ports_of(StoreKind::Desk), policy(StoreKind::Desk), workplace());
        assert_eq!(unattended.unwrap().staff(), None);
        let training = Desk::open(
            ports_of(StoreKind::Training),
            policy(StoreKind::Training),
            workplace(),
            clerk(),
        );
        assert_eq!(training.unwrap().staff(), Some(clerk()));
    }

    #[test]
    fn a_desk_does_not_open_beside_a_damaged_registry_unless_it_asks_the_one_on_the_web() {
        let home = tempfile::tempdir().unwrap();
        let session = session_in(home.path());
        let store = || store(&session, StoreKind::Desk).unwrap();
        let sealed = {
            let store = store();
            std::fs::write(crate::adapter::registry::file_in(store.folder()), b"holiday").unwrap();
            Hidden::seal(&Secret::from("T0KEN"), store.vault()).unwrap()
        };
        let Err(Failure(sentences)) = desk_ports(&session, store(), &Configuration::default()) else {
            panic!("it was opened");
        };
        let [what, advice] = sentences.as_slice() else {
            panic!("{sentences:?}")
        };
        assert!(what.contains("is damaged") && advice.contains("import the registry again"));
        let text = format!("[registry]\nkind = \"http\"\nurl = \"https://nowhere.invalid\"\ntoken = \"{sealed}\"\n");
        let configuration = crate::command::configuration::parse(&text, Path::new("")).unwrap();
        assert!(desk_ports(&session, store(), &configuration).is_ok());
    }

    #[test]
    fn hashes_are_cheap_in_practice_alone() {
        assert_eq!(policy(&Policy::default(), StoreKind::Desk), Policy::default());
        assert_eq!(
            policy(&Policy::default(), StoreKind::Tour).argon2,
            Argon2Policy::PRACTICE
        );
    }
}
