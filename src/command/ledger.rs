//! `ledger verify`: checks the whole chain, without sled and while a desk may be writing.

use std::collections::BTreeMap;

use serde_json::json;

use crate::adapter::ledger::{LedgerError, verify as verify_ledger};
use crate::domain::store_kind::StoreKind;

use super::output::{self, Progress};
use super::{Failure, Session, wording};

/// Checks every frame of the ledger.
///
/// # Errors
/// A sentence that names the frame which is not what was written, or whatever else stands in the way.
pub fn verify(session: &Session, json: bool) -> Result<(), Failure> {
    let texts = session.texts;
    let data = session.places.data(StoreKind::Desk);
    let mut progress = Progress::start();
    let mut walked = |done: u64, total: u64| progress.tell(|| texts.usage_verified(share(done, total)));
    let found = verify_ledger(&data, &session.places.key_source(), &mut walked, &mut |_, _, _| {});
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
