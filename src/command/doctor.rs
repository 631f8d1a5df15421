//! `doctor`: configuration, key, store, ledger, staff, registry, gateways, printer, fonts and display, a line each, with
//! the remedy.
//!
//! It changes nothing but the log: the ledger is read without sled, and a store that is not there is not made.

mod gateways;

use std::path::Path;

use clap::Args;
use serde_json::json;

use crate::adapter::captcha::CaptchaPainter;
use crate::adapter::ledger::{LedgerError, Verified, verify};
use crate::adapter::machine;
use crate::adapter::receipt::Spooler;
use crate::adapter::registry::EmbeddedRegistry;
use crate::adapter::seal::{FolderKeys, KeyError};
use crate::adapter::store::{DurableStore, OpenError};
use crate::desk::{Printer as _, PrinterState, Store};
use crate::domain::key_place::KeyPlace;
use crate::domain::staff::Role;
use crate::domain::store_kind::StoreKind;
use crate::i18n::Texts;

use super::at_terminal::SignIn;
use super::configuration::{Configuration, Unusable, read};
use super::output;
use super::{Failure, Session, compose, logging, wording};

/// What to look at.
#[derive(Debug, Args)]
pub struct DoctorOptions {
    /// For programs.
    #[arg(long)]
    json: bool,
    /// To whom a message is sent through each gateway.
    #[arg(long, value_name = "CONTACT")]
    send_to: Option<String>,
    /// Who sends it.
    #[command(flatten)]
    by: SignIn,
}

/// How it stands with one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Well,
    Note,
    Fault,
}

struct Finding {
    what: &'static str,
    state: State,
    said: String,
    remedy: Option<String>,
}

impl Finding {
    const fn well(what: &'static str, said: String) -> Self {
        Self {
            what,
            state: State::Well,
            said,
            remedy: None,
        }
    }

    const fn note(what: &'static str, said: String, remedy: Option<String>) -> Self {
        Self {
            what,
            state: State::Note,
            said,
            remedy,
        }
    }

    /// A failure's first sentence is what was found, its last what to do.
    fn fault(what: &'static str, failure: Failure) -> Self {
        let Failure(mut sentences) = failure;
        let remedy = if sentences.len() > 1 { sentences.pop() } else { None };
        Self {
            what,
            state: State::Fault,
            said: sentences.join(" "),
            remedy,
        }
    }
}

/// Looks at everything, and then sends a message through each gateway where that was asked for.
///
/// # Errors
/// How many faults there are and how many trials failed; or a sentence for whatever kept a message from being sent.
pub fn run(session: &Session, options: &DoctorOptions) -> Result<(), Failure> {
    let (texts, json) = (session.texts, options.json);
    let contact = options.send_to.as_deref().map(|typed| gateways::contact(texts, typed));
    let contact = contact.transpose()?;
    let findings = findings(session);
    if !json {
        findings.iter().for_each(|finding| tell(texts, finding));
    }
    let trials = contact.map(|contact| gateways::send(session, contact, &options.by));
    let trials = trials.transpose()?;
    if json {
        let found: Vec<_> = findings.iter().map(for_a_program).collect();
        let mut told = json!({ "findings": found });
        if let Some(trials) = &trials {
            told["contact"] = json!(trials.contact);
            told["trials"] = trials.for_a_program();
        }
        output::json(&told);
    } else if let Some(trials) = &trials {
        trials.tell(texts);
    }
    let faults = findings.iter().filter(|finding| finding.state == State::Fault).count();
    let failed = trials.as_ref().map_or(0, gateways::Trials::failed);
    let said = [
        (faults > 0).then(|| texts.doctor_problems(faults)),
        (failed > 0).then(|| texts.gateways_trial_failed(failed)),
    ];
    let wrong: Vec<String> = said.into_iter().flatten().collect();
    if !wrong.is_empty() {
        return Err(Failure(wrong));
    }
    if !json {
        output::line(&texts.doctor_all_well());
    }
    Ok(())
}

fn findings(session: &Session) -> Vec<Finding> {
    let configuration = read(&session.places.configuration);
    if let Ok(configuration) = &configuration {
        // A line says what is wrong; why it is stands in the log.
        logging::start(&session.places.log(), configuration.log);
    }
    let data = session.places.data(StoreKind::Desk);
    // Without the passphrase, what can be seen without it is told all the same.
    let keys = compose::keys(session, StoreKind::Desk).unwrap_or_else(|_| session.places.key_source());
    let ledger = verify(&data, &keys, &mut |_, _| {}, &mut |_, _, _| {});
    let opened = opened(&keys, &data, &ledger);
    let mut findings = vec![
        configured(session, &configuration),
        key(session, &ledger),
        store(session, &data, &ledger, opened.as_ref()),
        chain(session, &data, &ledger),
        staff(session.texts, opened.as_ref()),
        gateways::registry(session.texts, configuration.as_ref().ok(), opened.as_ref())
            .unwrap_or_else(|| registry(session.texts, opened.as_ref())),
    ];
    findings.extend(gateways::findings(
        session.texts,
        configuration.ok().as_ref(),
        opened.as_ref(),
    ));
    findings.extend([printer(session.texts), fonts(session.texts), display(session.texts)]);
    findings
}

fn configured(session: &Session, configuration: &Result<Configuration, Unusable>) -> Finding {
    let texts = session.texts;
    match configuration {
        Ok(Configuration { file: Some(file), .. }) => {
            Finding::well("configuration", texts.doctor_config_ok(file.display().to_string()))
        }
        Ok(_) => {
            let remedy = texts.usage_write_configuration(session.places.configuration.display().to_string());
            Finding::note("configuration", texts.doctor_config_default(), Some(remedy))
        }
        Err(error) => {
            let Failure(mut sentences) = error.failure(texts);
            sentences.push(texts.error_policy_do());
            Finding::fault("configuration", Failure(sentences))
        }
    }
}

type Chain = Result<Option<Verified>, LedgerError>;

fn key(session: &Session, ledger: &Chain) -> Finding {
    let (texts, keys) = (session.texts, session.places.keys());
    match ledger {
        // Where it is can be told without the passphrase.
        Err(error @ LedgerError::Key(found)) if !matches!(found, KeyError::NoPassphrase(_)) => {
            Finding::fault("key", wording::ledger(texts, error, &keys))
        }
        Ok(None) => Finding::note("key", texts.doctor_key_none(), None),
        _ => match open_to_others(&keys) {
            Some(file) => {
                let remedy = texts.doctor_key_open_do(file);
                Finding::fault("key", Failure::with_advice(texts.doctor_key_open(), remedy))
            }
            None => Finding::well("key", kept(session)),
        },
    }
}

/// Where the key is.
fn kept(session: &Session) -> String {
    match compose::key_place(session, StoreKind::Desk) {
        Some(KeyPlace::Passphrase) => session.texts.doctor_key_passphrase(),
        Some(KeyPlace::Keyring) => session.texts.doctor_key_keyring(),
        Some(KeyPlace::File) | None => session.texts.doctor_key_ok(),
    }
}

/// A key file that others than its owner can read.
fn open_to_others(keys: &Path) -> Option<String> {
    let entries = std::fs::read_dir(keys).ok()?.filter_map(Result::ok);
    let mut files = entries.map(|entry| entry.path());
    files
        .find(|file| machine::others_can_read(file))
        .map(|file| file.display().to_string())
}

type Opened = Result<DurableStore, OpenError>;

/// The store, where there is one that can be opened.
fn opened(keys: &FolderKeys, data: &Path, ledger: &Chain) -> Option<Opened> {
    let found = ledger.as_ref().ok()?.as_ref()?;
    Some(DurableStore::open(data, found.kind, keys, &mut |_| {}))
}

fn store(session: &Session, data: &Path, ledger: &Chain, opened: Option<&Opened>) -> Finding {
    let texts = session.texts;
    match (ledger, opened) {
        (Err(_), _) => {
            let failure = Failure::with_advice(texts.error_not_opened(), texts.usage_see_ledger());
            Finding::fault("store", failure)
        }
        (_, None) => Finding::note("store", texts.doctor_store_none(data.display().to_string()), None),
        (_, Some(Ok(store))) => Finding::well("store", texts.doctor_store_ok(wording::kind(texts, store.kind()))),
        (_, Some(Err(OpenError::Busy(_)))) => Finding::note("store", texts.error_in_use(), None),
        (_, Some(Err(error))) => Finding::fault("store", wording::not_opened(texts, error, &session.places.keys())),
    }
}

/// Who can sign in. Nobody has to for this: it counts, and names nobody.
fn staff(texts: Texts, opened: Option<&Opened>) -> Finding {
    let none = || Finding::note("staff", texts.doctor_staff_none(), Some(texts.doctor_staff_none_do()));
    let store = match opened {
        None => return none(),
        Some(Err(_)) => return Finding::note("staff", texts.doctor_staff_not_seen(), None),
        Some(Ok(store)) => store,
    };
    match store.set_up().and_then(|set_up| Ok((set_up, store.members()?))) {
        Err(error) => Finding::fault("staff", wording::store(texts, &error)),
        Ok((None, _)) => none(),
        Ok((Some(_), members)) => {
            let active = |role| members.iter().filter(|one| one.record.is_active(role)).count();
            let supervisors = active(Role::Supervisor);
            if supervisors < 2 {
                return Finding::note("staff", texts.doctor_staff_one(), Some(texts.doctor_staff_one_do()));
            }
            Finding::well(
                "staff",
                texts.doctor_staff_ok(Role::ALL.into_iter().map(active).sum::<usize>()),
            )
        }
    }
}

/// The embedded registry: a store of made-up people has none.
fn registry(texts: Texts, opened: Option<&Opened>) -> Finding {
    let Some(Ok(store)) = opened else {
        return Finding::note("registry", texts.doctor_registry_not_seen(), None);
    };
    match EmbeddedRegistry::open(store.folder(), store.vault()).map(|registry| registry.people()) {
        Ok(Some(people)) => Finding::well("registry", texts.doctor_registry_ok(people)),
        Ok(None) => Finding::note(
            "registry",
            texts.doctor_registry_none(),
            Some(texts.doctor_registry_none_do()),
        ),
        Err(error) => Finding::fault("registry", wording::registry(texts, &error)),
    }
}

fn chain(session: &Session, data: &Path, ledger: &Chain) -> Finding {
    let texts = session.texts;
    match ledger {
        Ok(Some(found)) => Finding::well("ledger", texts.doctor_ledger_ok(found.last_number)),
        Ok(None) => Finding::note("ledger", texts.verify_empty_folder(data.display().to_string()), None),
        Err(error) => Finding::fault("ledger", wording::ledger(texts, error, &session.places.keys())),
    }
}

/// A desk without a printer saves receipts as files.
fn printer(texts: Texts) -> Finding {
    match Spooler::default().state() {
        PrinterState::Ready => Finding::well("printer", texts.doctor_printer_ok()),
        PrinterState::NoPrinter => {
            let remedy = texts.doctor_printer_none_do();
            Finding::note("printer", texts.doctor_printer_none(), Some(remedy))
        }
        PrinterState::NoSpooler => {
            let remedy = texts.doctor_printer_no_spooler_do();
            Finding::note("printer", texts.doctor_printer_no_spooler(), Some(remedy))
        }
    }
}

fn fonts(texts: Texts) -> Finding {
    match CaptchaPainter::new() {
        Ok(_) => Finding::well("fonts", texts.doctor_fonts_ok()),
        Err(_) => Finding::fault("fonts", Failure::of(texts.usage_fonts_broken())),
    }
}

fn display(texts: Texts) -> Finding {
    if machine::has_display() {
        return Finding::well("display", texts.doctor_display_ok());
    }
    Finding::note("display", texts.doctor_display_none(), Some(texts.doctor_display_do()))
}

fn tell(texts: Texts, finding: &Finding) {
    let state = match finding.state {
        State::Well => texts.doctor_ok(),
        State::Note => texts.doctor_warn(),
        State::Fault => texts.doctor_bad(),
    };
    let what = match finding.what {
        "configuration" => texts.doctor_config(),
        "key" => texts.doctor_key(),
        "store" => texts.doctor_store(),
        "ledger" => texts.doctor_ledger(),
        "staff" => texts.doctor_staff(),
        "registry" => texts.doctor_registry(),
        "gateway" => texts.doctor_gateway(),
        "printer" => texts.doctor_printer(),
        "fonts" => texts.doctor_fonts(),
        _ => texts.doctor_display(),
    };
    output::line(&texts.doctor_line(state, what, finding.said.as_str()));
    if let Some(remedy) = &finding.remedy {
        output::line(&texts.doctor_remedy(remedy.as_str()));
    }
}

fn for_a_program(finding: &Finding) -> serde_json::Value {
    json!({
        "what": finding.what,
        "state": match finding.state {
            State::Well => "well",
            State::Note => "note",
            State::Fault => "fault",
        },
        "said": finding.said,
        "remedy": finding.remedy,
    })
}
