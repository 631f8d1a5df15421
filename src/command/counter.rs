//! `istiada` and `istiada training`: a desk with its windows.

use std::sync::OnceLock;

use crate::adapter::ledger::LedgerError;
use crate::adapter::machine;
use crate::adapter::seal::{FolderKeys, KeyError, KeyringError};
use crate::adapter::store::{DurableStore, OpenError as StoreError, is_to_be_founded};
use crate::desk::accounts::Accounts;
use crate::desk::way_in::{Closed, Said, WayIn};
use crate::desk::{Desk, OpenError, Ports};
use crate::domain::message::Channel;
use crate::domain::staff::{Staff, Workplace};
use crate::domain::store_kind::StoreKind;

use super::configuration::{Appearance, Configuration};
use super::{Failure, Session, Windows, compose, logging, output, people, wording};

/// Opens the desk.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn desk(session: &Session) -> Result<(), Failure> {
    let windows = windows(session)?;
    let configuration = session.configuration()?;
    open(session, windows, &configuration, StoreKind::Desk, &|said| {
        logging::start(&session.places.log(), configuration.log);
        way_in(session, &configuration, said)
    })
}

/// Opens the desk with what was said of its key, or says what the key waits for.
///
/// # Errors
/// A sentence for whatever else stands in the way.
pub fn way_in(session: &Session, configuration: &Configuration, said: Said) -> Result<WayIn, Failure> {
    let store = match desk_store(session, said)? {
        Ok(store) => store,
        Err(closed) => return Ok(WayIn::Closed(closed)),
    };
    let policy = compose::policy(&configuration.policy, StoreKind::Desk);
    let ports = compose::desk_ports(session, store, configuration)?;
    if !ports.gateways.iter().any(|gateway| gateway.channel() == Channel::Sms) {
        output::complain(&[session.texts.error_no_gateway()]);
    }
    // What the file says of the place is only proposed: the first start decides.
    let proposed = Workplace {
        centre: configuration.centre.clone().unwrap_or_default(),
        desk: configuration.desk.clone().unwrap_or_default(),
    };
    opened(session, Desk::open_unattended(ports, policy, proposed)).map(WayIn::Open)
}

/// The store of the desk, or what its key waits for. A store without its key is refused; one is made where there is no
/// store yet, and it was said where its key is to be kept.
///
/// # Errors
/// A sentence for whatever else stands in the way.
fn desk_store(session: &Session, said: Said) -> Result<Result<DurableStore, Closed>, Failure> {
    let kind = StoreKind::Desk;
    let keys = session.places.key_source();
    let is_new = is_to_be_founded(&session.places.data(kind));
    let new_key = |keys: &FolderKeys| Closed::NewKey {
        keyring: keys.keyring_is_ready(),
    };
    let keys = match said {
        Said::KeepIn(place) => keys.keeping_new_in(place),
        _ if is_new => return Ok(Err(new_key(&keys))),
        Said::Passphrase(typed) => keys.with_passphrase(typed),
        Said::Nothing if session.passphrase_file.is_some() => compose::keys(session, kind)?,
        Said::Nothing => keys,
    };
    let error = match compose::store_with(session, kind, &keys) {
        Ok(store) => return Ok(Ok(store)),
        Err(StoreError::Ledger(LedgerError::Key(KeyError::Keyring(_)))) if is_new => return Ok(Err(new_key(&keys))),
        Err(error) => error,
    };
    match waits_for(&error) {
        Some(closed) => Ok(Err(closed)),
        None => Err(wording::not_opened(session.texts, &error, keys.folder())),
    }
}

/// What has to be said or done of the key before the store opens, where it is that.
const fn waits_for(error: &StoreError) -> Option<Closed> {
    let StoreError::Ledger(LedgerError::Key(error)) = error else {
        return None;
    };
    match error {
        KeyError::NoPassphrase(_) => Some(Closed::Passphrase { wrong: false }),
        KeyError::WrongPassphrase(_) => Some(Closed::Passphrase { wrong: true }),
        KeyError::Keyring(KeyringError::Locked) => Some(Closed::KeyringLocked),
        KeyError::Keyring(KeyringError::Away(_)) => Some(Closed::KeyringAway),
        _ => None,
    }
}

/// Opens training: made-up people, and a phone on the screen.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn training(session: &Session) -> Result<(), Failure> {
    let windows = windows(session)?;
    let configuration = session.configuration()?;
    open(session, windows, &configuration, StoreKind::Training, &|_| {
        logging::start(&session.places.log(), configuration.log);
        let ports = practice_ports(session, &configuration, StoreKind::Training)?;
        let (workplace, clerk) = trainee(session, &configuration)?;
        let policy = compose::policy(&configuration.policy, StoreKind::Training);
        let desk = opened(session, Desk::open(ports, policy, workplace, clerk))?;
        people::settle_staff(session.texts, &desk)?;
        Ok(WayIn::Open(desk))
    })
}

/// The ports of a store of made-up people, who are in it from its first start on.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn practice_ports(session: &Session, configuration: &Configuration, kind: StoreKind) -> Result<Ports, Failure> {
    let policy = compose::policy(&configuration.policy, kind);
    let ports = compose::ports(session, compose::store(session, kind)?, &policy)?;
    people::settle(session.texts, &Accounts::of(&ports), usize::MAX)?;
    Ok(ports)
}

fn windows(session: &Session) -> Result<Windows, Failure> {
    let texts = session.texts;
    let windows = session.windows.ok_or_else(|| Failure::of(texts.usage_no_windows()))?;
    if machine::has_display() {
        return Ok(windows);
    }
    Err(Failure::with_advice(
        texts.error_no_display(),
        texts.error_no_display_do(),
    ))
}

/// Centre, desk and clerk of training: made up where the configuration does not name them.
///
/// # Errors
/// None that a right program has; the made-up clerk is a person of the right form.
pub fn trainee(session: &Session, configuration: &Configuration) -> Result<(Workplace, Staff), Failure> {
    let texts = session.texts;
    let workplace = Workplace {
        centre: configuration
            .centre
            .clone()
            .unwrap_or_else(|| texts.usage_training_centre()),
        desk: configuration
            .desk
            .clone()
            .unwrap_or_else(|| texts.usage_training_desk()),
    };
    let clerk = people::clerk(texts).ok_or_else(|| Failure::of(texts.error_not_opened()))?;
    Ok((workplace, clerk))
}

fn opened(session: &Session, desk: Result<Desk, OpenError>) -> Result<Desk, Failure> {
    desk.map_err(|error| wording::desk_not_opened(session.texts, &error))
}

/// Opens the windows, and beside them the desk: what `desk` stumbles over is told before anything about windows.
fn open(
    session: &Session,
    windows: Windows,
    configuration: &Configuration,
    kind: StoreKind,
    desk: &(dyn Fn(Said) -> Result<WayIn, Failure> + Sync),
) -> Result<(), Failure> {
    let texts = session.texts;
    let appearance = Appearance {
        language: session
            .asked
            .or(configuration.language)
            .unwrap_or_else(|| texts.language()),
        language_is_asked: session.asked.or(configuration.language).is_some(),
        look: configuration.look,
        platform: configuration.platform.clone(),
        applicant_window: configuration.applicant_window,
        training: kind == StoreKind::Training,
        practice_password: kind.practice().map(|_| people::PASSWORD.to_owned()),
    };
    let failure = OnceLock::new();
    let shown = windows(
        &|said| {
            desk(said).unwrap_or_else(|error| {
                let _ = failure.set(error);
                WayIn::Failed
            })
        },
        appearance,
    );
    if let Some(failure) = failure.into_inner() {
        return Err(failure);
    }
    shown.map_err(|error| {
        tracing::error!(error, "the windows could not be opened");
        Failure::with_advice(texts.error_no_display(), texts.error_no_display_do())
    })
}
