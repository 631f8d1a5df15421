//! `istiada` and `istiada training`: a desk with its windows.

use std::sync::OnceLock;

use crate::adapter::machine;
use crate::desk::accounts::Accounts;
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
    let texts = session.texts;
    let windows = windows(session)?;
    let configuration = session.configuration()?;
    open(session, windows, &configuration, StoreKind::Desk, &|| {
        logging::start(&session.places.log(), configuration.log);
        let policy = compose::policy(&configuration.policy, StoreKind::Desk);
        let ports = compose::desk_ports(session, compose::store(session, StoreKind::Desk)?, &configuration)?;
        if !ports.gateways.iter().any(|gateway| gateway.channel() == Channel::Sms) {
            output::complain(&[texts.error_no_gateway()]);
        }
        // What the file says of the place is only proposed: the first start decides.
        let proposed = Workplace {
            centre: configuration.centre.clone().unwrap_or_default(),
            desk: configuration.desk.clone().unwrap_or_default(),
        };
        opened(session, Desk::open_unattended(ports, policy, proposed))
    })
}

/// Opens training: made-up people, and a phone on the screen.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn training(session: &Session) -> Result<(), Failure> {
    let windows = windows(session)?;
    let configuration = session.configuration()?;
    open(session, windows, &configuration, StoreKind::Training, &|| {
        logging::start(&session.places.log(), configuration.log);
        let ports = practice_ports(session, &configuration, StoreKind::Training)?;
        let (workplace, clerk) = trainee(session, &configuration)?;
        let policy = compose::policy(&configuration.policy, StoreKind::Training);
        let desk = opened(session, Desk::open(ports, policy, workplace, clerk))?;
        people::settle_staff(session.texts, &desk)?;
        Ok(desk)
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
    desk: &(dyn Fn() -> Result<Desk, Failure> + Sync),
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
        &|| match desk() {
            Ok(desk) => Some(desk),
            Err(error) => failure.set(error).ok().and(None),
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
