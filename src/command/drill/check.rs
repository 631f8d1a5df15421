//! `drill --check`: is everything there that was acknowledged, and do ledger and sled agree in everything?

use std::path::Path;

use serde_json::json;

use crate::adapter::rehearsal::{ACKNOWLEDGED, Acknowledgement};
use crate::adapter::store::CheckError;
use crate::domain::store_kind::StoreKind;
use crate::i18n::Texts;

use crate::command::{Failure, Session, compose, output, wording};

/// Checks the acknowledgements in `file` against the store. Lines that do not begin with `ACK` are none; a last line
/// without its end was never written whole.
///
/// # Errors
/// A sentence for the first acknowledgement that is not kept, or where ledger and sled disagree.
pub(super) fn run(session: &Session, file: &Path, json: bool) -> Result<(), Failure> {
    let texts = session.texts;
    let text = std::fs::read_to_string(file);
    let text = text.map_err(|_| Failure::of(texts.command_file_not_read(file.display().to_string())))?;
    let acknowledged = read(texts, &text)?;
    let store = compose::store(session, StoreKind::Drill)?;
    for acknowledgement in &acknowledged {
        let kept = acknowledgement.is_kept_by(&store);
        if !kept.map_err(|error| wording::store(texts, &error))? {
            return Err(Failure::of(texts.drill_check_missing(acknowledgement.number)));
        }
    }
    store.check().map_err(|error| match error {
        CheckError::Store(error) => wording::store(texts, &error),
        CheckError::Disagreement(disagreement) => Failure::of(texts.usage_disagreement(disagreement.table)),
    })?;
    if json {
        output::json(&json!({ "acknowledged": acknowledged.len(), "agrees": true }));
    } else {
        output::line(&texts.drill_check_ok(acknowledged.len()));
    }
    Ok(())
}

fn read(texts: Texts, text: &str) -> Result<Vec<Acknowledgement>, Failure> {
    let whole = text.rfind('\n').map_or("", |end| text.get(..end).unwrap_or_default());
    let lines = (1_u64..)
        .zip(whole.lines())
        .filter(|(_, line)| line.starts_with(ACKNOWLEDGED));
    lines
        .map(|(number, line)| Acknowledgement::parse(line).ok_or_else(|| Failure::of(texts.drill_check_line(number))))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::language::Language;

    #[test]
    fn only_whole_lines_that_acknowledge_are_read() {
        let texts = Texts::of(Language::ENGLISH);
        let line = format!("ACK 3 {}", "0f".repeat(32));
        assert_eq!(read(texts, "").unwrap().len(), 0);
        assert_eq!(read(texts, &format!("{line}\n10 visits\n{line}\n")).unwrap().len(), 2);
        assert_eq!(
            read(texts, &format!("{line}\nACK 4 0f0f")).unwrap().len(),
            1,
            "cut off in the last line"
        );
        let wrong = read(texts, &format!("{line}\nACK 4 0f0f\n{line}\n")).unwrap_err();
        assert!(wrong.0[0].contains('2'), "{wrong:?}");
    }
}
