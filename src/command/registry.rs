//! `registry import`.

pub mod column;
pub mod draft;

use std::io;
use std::path::Path;

use serde_json::json;

use crate::adapter::registry;
use crate::desk::StoreError;
use crate::domain::registry::Roll;
use crate::domain::staff::Right;
use crate::i18n::Texts;

use super::at_terminal::{AtTerminal, Run, SignIn};
use super::import::{self, digest, refused, rows};
use super::output::{self, Progress};
use super::{Failure, Session, logging, wording};

/// What `registry import` is asked for.
#[derive(Clone, Copy, Debug)]
pub struct ImportOptions {
    /// Only checks the file.
    pub dry_run: bool,
    /// The file holds everybody: of who is not in it, the registry says "no".
    pub complete: bool,
    /// For programs.
    pub json: bool,
}

/// Imports a file of people into the registry, in the place of what it held: all of them or none.
///
/// # Errors
/// A line for each refused row, and how many there are; or a sentence for whatever else stands in the way.
pub fn import(session: &Session, file: &Path, by: &SignIn, options: ImportOptions) -> Result<(), Failure> {
    let texts = session.texts;
    let configuration = session.configuration()?;
    logging::start(&session.places.log(), configuration.log);
    let ImportOptions {
        dry_run,
        complete,
        json,
    } = options;
    let bytes = import::read(texts, file)?;
    let rows = rows::read(file, &bytes).map_err(|faults| refused(texts, file, &faults, json))?;
    let people = draft::judge(&rows).map_err(|faults| refused(texts, file, &faults, json))?;
    drop(rows);
    let count = people.len();
    if count == 0 {
        return Err(Failure::of(texts.registry_nobody(file.display().to_string())));
    }
    if !dry_run {
        let run = Run {
            right: Right::ImportRegistry,
            command: "registry import",
            file_hash: Some(digest(&bytes)),
        };
        let opened = AtTerminal::begin(session, &configuration, by, run)?;
        write(texts, &opened, &Roll { complete, people }, digest(&bytes))?;
        tracing::info!(count, "the registry was imported");
    }
    if json {
        output::json(&json!({ "imported": if dry_run { 0 } else { count }, "checked": count, "refused": [] }));
    } else if dry_run {
        output::line(&texts.registry_dry_run(count));
    } else {
        output::line(&texts.registry_done(count));
    }
    Ok(())
}

/// Writes the file, records the import, and only then lets it take the place of the old one: no registry is in force
/// that the ledger does not know of.
fn write(texts: Texts, opened: &AtTerminal, roll: &Roll, file_hash: String) -> Result<(), Failure> {
    let (store, no_room) = (&opened.store, |error| wording::store(texts, &no_room(error)));
    let mut progress = Progress::start();
    let mut tell = |done: usize, total: usize| progress.tell(|| texts.registry_writing(done, total));
    let unfinished = registry::write(store.folder(), store.vault(), roll, &mut tell).map_err(no_room)?;
    opened.wait(opened.desk.record_registry_import(roll.people.len(), file_hash))?;
    unfinished.put_in_place().map_err(no_room)
}

fn no_room(error: io::Error) -> StoreError {
    if error.kind() == io::ErrorKind::StorageFull {
        StoreError::Full(error)
    } else {
        StoreError::Io(error)
    }
}
