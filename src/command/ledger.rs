//! `ledger verify` checks the whole chain, without sled and while a desk may be writing; `ledger export` writes it to a
//! file.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::json;

use std::io::Write;
use std::path::PathBuf;

use crate::adapter::durable;
use crate::adapter::ledger::{LedgerError, verify as verify_ledger};
use crate::desk::export::{ExportFormat, written};
use crate::domain::applicant::IdDate;
use crate::domain::report::{Line, Period};
use crate::domain::staff::Right;
use crate::domain::store_kind::StoreKind;
use crate::i18n::Texts;

use super::at_terminal::{AtTerminal, Run, SignIn};
use super::output::{self, Progress};
use super::{Failure, Session, compose, wording};

/// What of the ledger is written, and where.
#[derive(Debug, Args)]
pub struct ExportOptions {
    /// The file.
    #[arg(value_name = "FILE")]
    pub export: PathBuf,
    /// The first day.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Who does it.
    #[command(flatten)]
    pub by: SignIn,
}

/// Checks every frame of the ledger.
///
/// # Errors
/// A sentence that names the frame which is not what was written, or whatever else stands in the way.
pub fn verify(session: &Session, json: bool) -> Result<(), Failure> {
    let texts = session.texts;
    let data = session.places.data(StoreKind::Desk);
    let mut progress = Progress::start();
    let mut walked = |done: u64, total: u64| progress.tell(|| texts.usage_verified(share(done, total)));
    let keys = compose::keys(session, StoreKind::Desk)?;
    let found = verify_ledger(&data, &keys, &mut walked, &mut |_, _, _| {});
    let found = found.map_err(|error| {
        if json {
            output::json(&broken(&error));
        }
        failure(session, &error)
    })?;
    drop(progress);
    let Some(found) = found else {
        return Err(Failure::of(texts.verify_empty_folder(data.display().to_string())));
    };
    let hash = found.last_hash.to_string();
    if json {
        output::json(&json!({
            "kind": found.kind.word(),
            "frames": found.last_number,
            "last_hash": hash,
            "unfinished_bytes": found.unfinished,
            "agrees": true,
        }));
        return Ok(());
    }
    output::line(&texts.verify_ok(found.last_number, hash.get(..16).unwrap_or(&hash)));
    if found.unfinished > 0 {
        output::line(&texts.usage_unfinished(found.unfinished));
    }
    Ok(())
}

/// Percent.
fn share(done: u64, total: u64) -> u64 {
    done.saturating_mul(100).checked_div(total).unwrap_or(100)
}

fn failure(session: &Session, error: &LedgerError) -> Failure {
    let texts = session.texts;
    match error {
        LedgerError::Damaged { number, damage, .. } if !is_newer(*damage) => {
            Failure::with_advice(texts.verify_broken(*number), texts.error_ledger_damaged_do())
        }
        other => wording::ledger(texts, other, &session.places.keys()),
    }
}

const fn is_newer(damage: crate::adapter::ledger::Damage) -> bool {
    matches!(damage, crate::adapter::ledger::Damage::Newer(_))
}

fn broken(error: &LedgerError) -> serde_json::Value {
    let mut value: BTreeMap<&str, serde_json::Value> = BTreeMap::from([("agrees", json!(false))]);
    if let LedgerError::Damaged { number, damage, .. } = error {
        value.insert("frame", json!(number));
        value.insert("damage", json!(damage.to_string()));
    }
    json!(value)
}

/// So many frames are read at a time.
const PIECE: u64 = 500;

/// Writes the lines of the ledger, or those of some days, to a file that is not there yet.
///
/// # Errors
/// A sentence for whatever stands in the way; then there is no file.
pub fn export(session: &Session, options: &ExportOptions) -> Result<(), Failure> {
    let texts = session.texts;
    let shown = || options.export.display().to_string();
    let extension = options.export.extension().and_then(|extension| extension.to_str());
    let format = match extension {
        Some("csv") => ExportFormat::Csv,
        Some("jsonl") => ExportFormat::JsonLines,
        _ => return Err(Failure::of(texts.export_unknown_format(shown()))),
    };
    let (since, until) = (
        date(texts, options.since.as_ref())?,
        date(texts, options.until.as_ref())?,
    );
    let configuration = session.configuration()?;
    let run = Run {
        right: Right::ReadLedger,
        command: "ledger export",
        file_hash: None,
    };
    let opened = AtTerminal::begin(session, &configuration, &options.by, run)?;
    let period = Period::between(since, until, opened.desk.wall());
    let period = period.ok_or_else(|| Failure::of(texts.export_no_days()))?;
    let lines = read(texts, &opened, period)?;
    let failed = |_| Failure::of(texts.export_not_written(shown()));
    let file = written(&lines, format).map_err(failed)?;
    let put =
        durable::private_file(&options.export).and_then(|mut to| to.write_all(&file).and_then(|()| to.sync_all()));
    put.map_err(failed)?;
    output::line(&texts.export_done(lines.len(), shown()));
    Ok(())
}

fn date(texts: Texts, typed: Option<&String>) -> Result<Option<IdDate>, Failure> {
    let read = typed.map(|typed| IdDate::parse(typed));
    read.transpose().map_err(|_| Failure::of(texts.export_no_date()))
}

fn read(texts: Texts, opened: &AtTerminal, period: Period) -> Result<Vec<Line>, Failure> {
    let last = opened.desk.last_frame();
    let mut progress = Progress::start();
    let mut lines = Vec::new();
    let mut next = 1;
    while next <= last {
        let end = last.saturating_add(1).min(next.saturating_add(PIECE));
        let piece = opened.wait(opened.desk.read_ledger(next..end))?;
        lines.extend(piece.into_iter().filter(|line| period.holds(line.wall)));
        next = end;
        progress.tell(|| texts.usage_verified(share(next, last)));
    }
    Ok(lines)
}
