//! The gateways: each is tried without sending, or with a message where one was asked for.

use futures::future::join_all;
use serde_json::json;

use crate::command::at_terminal::{AtTerminal, Run, SignIn};
use crate::command::compose::{self, ways};
use crate::command::configuration::Configuration;
use crate::command::configuration::gateway::RegistryEntry;
use crate::command::{Failure, Session, output, wording};
use crate::desk::trial::{TrialMessage, Tried};
use crate::domain::applicant::{Email, Mobile};
use crate::domain::message::Contact;
use crate::domain::staff::Right;
use crate::i18n::Texts;
use crate::i18n::bidi::plain;

use super::{Finding, Opened};

const WHAT: &str = "gateway";

/// A line for each gateway, and one for each that is not encrypted.
pub(super) fn findings(texts: Texts, configuration: Option<&Configuration>, opened: Option<&Opened>) -> Vec<Finding> {
    let entries = configuration
        .map(|configuration| configuration.gateways.as_slice())
        .unwrap_or_default();
    if entries.is_empty() {
        return vec![Finding::note(
            WHAT,
            texts.doctor_gateway_none(),
            Some(texts.doctor_gateway_do()),
        )];
    }
    let Some(Ok(store)) = opened else {
        return vec![Finding::note(
            WHAT,
            texts.gateways_not_seen(),
            Some(texts.gateways_not_seen_do()),
        )];
    };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
        return vec![Finding::fault(WHAT, Failure::of(texts.usage_no_memory()))];
    };
    let secrets = compose::secrets(store.vault());
    let secrets = &secrets;
    let found = runtime.block_on(join_all(entries.iter().map(|entry| async move {
        let name = entry.name.as_str();
        let gateway = match ways::gateway(entry, secrets) {
            Ok(gateway) => gateway,
            Err(missing) => return Finding::fault(WHAT, wording::no_secret(texts, &missing)),
        };
        match gateway.probe().await {
            Ok(()) => Finding::well(WHAT, texts.gateways_ready(name)),
            Err(error) => {
                tracing::warn!(gateway = name, %error, "a gateway cannot be used");
                let (fault, remedy) = wording::gateway_fault(texts, error.fault);
                Finding::fault(WHAT, Failure::with_advice(texts.gateways_down(name, fault), remedy))
            }
        }
    })));
    let in_clear = entries.iter().filter(|entry| entry.way.is_in_clear()).map(|entry| {
        let remedy = texts.gateways_in_clear_do("tls = \"none\"");
        Finding::note(WHAT, texts.gateways_in_clear(entry.name.as_str()), Some(remedy))
    });
    found.into_iter().chain(in_clear).collect()
}

/// The registry on the web, tried without looking anybody up; nothing where the configuration names none.
pub(super) fn registry(
    texts: Texts,
    configuration: Option<&Configuration>,
    opened: Option<&Opened>,
) -> Option<Finding> {
    let configuration = configuration.filter(|one| matches!(one.registry, RegistryEntry::Http(_)))?;
    let not_seen = || {
        Finding::note(
            "registry",
            texts.gateways_not_seen(),
            Some(texts.gateways_not_seen_do()),
        )
    };
    let Some(Ok(store)) = opened else {
        return Some(not_seen());
    };
    let registry = match ways::registry(configuration, &compose::secrets(store.vault())) {
        Ok(registry) => registry?,
        Err(missing) => return Some(Finding::fault("registry", wording::no_secret(texts, &missing))),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .ok()?;
    Some(match runtime.block_on(registry.probe()) {
        Ok(()) => Finding::well("registry", texts.gateways_registry_ready()),
        Err(error) => {
            tracing::warn!(%error, "the registry on the web cannot be used");
            let (fault, remedy) = wording::gateway_fault(texts, error.fault);
            Finding::fault(
                "registry",
                Failure::with_advice(texts.gateways_registry_down(fault), remedy),
            )
        }
    })
}

/// What became of a message through each gateway that reaches a contact.
pub(super) struct Trials {
    /// Whom it went to, masked.
    pub contact: String,
    tried: Vec<(String, Tried)>,
}

/// Whom a message is to go to.
pub(super) fn contact(texts: Texts, typed: &str) -> Result<Contact, Failure> {
    let mobile = Mobile::parse(typed).ok().map(Contact::Mobile);
    let contact = mobile.or_else(|| Email::parse(typed).ok().map(Contact::Email));
    contact.ok_or_else(|| Failure::of(texts.gateways_send_to_wrong()))
}

/// Sends one message through each gateway that reaches a contact. It is a fact, which does not name the contact.
pub(super) fn send(session: &Session, to: Contact, by: &SignIn) -> Result<Trials, Failure> {
    let texts = session.texts;
    let contact = match &to {
        Contact::Mobile(mobile) => mobile.masked(),
        Contact::Email(email) => email.masked(),
    };
    let configuration = session.configuration()?;
    let run = Run {
        right: Right::ManageGateways,
        command: "doctor --send-to",
        file_hash: None,
    };
    let open = AtTerminal::begin(session, &configuration, by, run)?;
    let vault = open.store.vault().clone();
    let gateways = ways::gateways(&configuration, &compose::secrets(&vault));
    let gateways = gateways.map_err(|missing| wording::no_secret(texts, &missing))?;
    let message = TrialMessage {
        to,
        subject: Some(texts.gateways_test_subject()),
        text: plain(&texts.gateways_test_text()),
    };
    let tried = open.wait(open.desk.try_gateways(&gateways, &message))?;
    if tried.is_empty() {
        return Err(Failure::with_advice(
            texts.gateways_send_to_none(contact.as_str()),
            texts.gateways_send_to_none_do(),
        ));
    }
    Ok(Trials { contact, tried })
}

impl Trials {
    /// With how many gateways the trial failed.
    pub(super) fn failed(&self) -> usize {
        let went_wrong = |tried: &Tried| !matches!(tried, Tried::Delivered | Tried::Accepted);
        self.tried.iter().filter(|(_, tried)| went_wrong(tried)).count()
    }

    /// A line for each gateway.
    pub(super) fn tell(&self, texts: Texts) {
        for (name, tried) in &self.tried {
            tell(texts, name, &self.contact, *tried);
        }
    }

    /// An object for each gateway.
    pub(super) fn for_a_program(&self) -> serde_json::Value {
        self.tried
            .iter()
            .map(|(name, tried)| for_a_program(name, *tried))
            .collect()
    }
}

fn tell(texts: Texts, name: &str, contact: &str, tried: Tried) {
    let remedy = |fault| output::line(&texts.doctor_remedy(wording::gateway_fault(texts, fault).1));
    match tried {
        Tried::Delivered => output::line(&texts.gateways_trial_delivered(name, contact)),
        Tried::Accepted => output::line(&texts.gateways_trial_accepted(name, contact)),
        Tried::NotDelivered => output::line(&texts.gateways_trial_not_delivered(name, contact)),
        Tried::NotTaken(fault) => {
            let said = wording::gateway_fault(texts, fault).0;
            output::line(&texts.gateways_trial_not_taken(name, contact, said));
            remedy(fault);
        }
        Tried::Unknown(fault) => {
            let said = wording::gateway_fault(texts, fault).0;
            output::line(&texts.gateways_trial_unknown(name, contact, said));
            remedy(fault);
        }
    }
}

fn for_a_program(name: &str, tried: Tried) -> serde_json::Value {
    let (state, fault) = match tried {
        Tried::Delivered => ("delivered", None),
        Tried::Accepted => ("accepted", None),
        Tried::NotDelivered => ("not-delivered", None),
        Tried::NotTaken(fault) => ("not-taken", Some(fault)),
        Tried::Unknown(fault) => ("unknown", Some(fault)),
    };
    json!({ "gateway": name, "became": state, "fault": fault })
}
