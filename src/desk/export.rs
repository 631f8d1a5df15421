//! Lines of the ledger as a file that another program can read: CSV or JSON Lines.
//!
//! It holds what the ledger holds: staff by their identity numbers, applicants by no number at all, and no secret.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::domain::applicant::{Calendar, Today};
use crate::domain::fact::Fact;
use crate::domain::id::Reference;
use crate::domain::report::Line;
use crate::domain::staff::Right;
use crate::domain::time::Timestamp;
use crate::port::Filed;

use super::{Desk, DeskError};

/// How the file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated values with a header.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

impl ExportFormat {
    /// How the name of such a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
        }
    }
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Whoever is here may not, or it could not be recorded.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The file could not be written: no room, no folder, no right.
    #[error("the export was not written")]
    Write(#[from] std::io::Error),
}

/// Where an export lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// How many lines it holds.
    pub count: u64,
    /// The file.
    pub path: PathBuf,
}

impl Desk {
    /// Saves lines that were read from the ledger as a file beside the receipts. It is recorded once the file is there.
    ///
    /// # Errors
    /// See [`ExportError`].
    pub async fn export_ledger(&self, lines: Vec<Line>, format: ExportFormat) -> Result<Exported, ExportError> {
        let inner = Arc::clone(&self.inner);
        // Files may be slow: the desk goes on meanwhile.
        let saved = tokio::task::spawn_blocking(move || {
            inner.permitted(Right::ReadLedger)?;
            let bytes = written(&lines, format)?;
            let file = Filed {
                name: format!("ledger-{}", day_and_time(inner.ports.clock.read().wall)),
                ending: format.ending(),
                bytes: &bytes,
            };
            let path = inner.ports.paper.cabinet.put(&file)?;
            let count = u64::try_from(lines.len()).unwrap_or(u64::MAX);
            Ok::<_, ExportError>(Exported { count, path })
        });
        let saved = saved.await.map_err(|_| DeskError::Stopping)??;
        let count = saved.count;
        self.off_thread(move |inner| {
            let staff = inner.permitted(Right::ReadLedger)?;
            let exported = Fact::LedgerExported { count };
            Ok(inner.write_staff(inner.moment(), Some(staff.identity), exported, Vec::new())?)
        })
        .await?;
        Ok(saved)
    }
}

/// The columns of a CSV file, which are the names of a JSON object too.
const COLUMNS: [&str; 6] = ["entry", "time", "staff", "visit", "fact", "details"];

/// The file that holds `lines`.
///
/// # Errors
/// A fact could not be put into words of JSON; none of today's cannot.
pub fn written<'a>(lines: impl IntoIterator<Item = &'a Line>, format: ExportFormat) -> std::io::Result<Vec<u8>> {
    let rows = lines.into_iter().map(row);
    match format {
        ExportFormat::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(COLUMNS)?;
            for row in rows {
                let row = row?;
                writer.write_record(COLUMNS.map(|column| text(&row[column])))?;
            }
            writer
                .into_inner()
                .map_err(|error| std::io::Error::other(error.to_string()))
        }
        ExportFormat::JsonLines => {
            let mut file = Vec::new();
            for row in rows {
                serde_json::to_writer(&mut file, &row?)?;
                file.push(b'\n');
            }
            Ok(file)
        }
    }
}

/// A line as an object with all of [`COLUMNS`].
fn row(line: &Line) -> std::io::Result<Value> {
    let (fact, details) = match serde_json::to_value(&line.entry.fact)? {
        Value::Object(fact) => fact.into_iter().next().unwrap_or_default(),
        Value::String(fact) => (fact, Value::Object(Map::new())),
        other => (String::new(), other),
    };
    Ok(json!({
        "entry": line.frame,
        "time": riyadh(line.wall),
        "staff": line.entry.clerk.map(|staff| staff.digits().to_owned()),
        "visit": line.entry.visit.map(|visit| Reference::of(visit).to_string()),
        "fact": fact,
        "details": details,
    }))
}

/// A cell of a CSV file: words as they are, anything else as JSON.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Object(object) if object.is_empty() => String::new(),
        other => other.to_string(),
    }
}

/// `2026-11-22-104207` in Riyadh, for the name of a file.
fn day_and_time(wall: Timestamp) -> String {
    let marks = |sign: &char| *sign != ':';
    riyadh(wall).replace('T', "-").chars().take(19).filter(marks).collect()
}

/// `2026-11-22T10:42:07+03:00`.
fn riyadh(wall: Timestamp) -> String {
    let day = Today::at(wall).in_calendar(Calendar::Gregorian);
    let second = wall.second_of_day_in_riyadh();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+03:00",
        day.year(),
        day.month(),
        day.day(),
        second / 3_600,
        second / 60 % 60,
        second % 60
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::applicant::{ApplicantKind, IdentityNumber};
    use crate::domain::fact::{Entry, Fact};
    use crate::domain::id::VisitId;

    fn lines() -> [Line; 2] {
        let at = Timestamp::from_millis(1_795_333_327_000);
        let line = |frame, clerk, visit, fact| Line {
            frame,
            at,
            wall: at,
            entry: Entry { clerk, visit, fact },
        };
        let seen = Fact::DocumentSeen {
            kind: ApplicantKind::Citizen,
            last_four: "8278".to_owned(),
        };
        let clerk = IdentityNumber::parse("1000000008").ok();
        [
            line(7, clerk, Some(VisitId::from_bytes([0; 16])), seen),
            line(8, None, None, Fact::CaptchaMissed),
        ]
    }

    #[test]
    fn csv_has_a_header_and_a_row_for_each_line() {
        let file = String::from_utf8(written(&lines(), ExportFormat::Csv).unwrap()).unwrap();
        let expected = "entry,time,staff,visit,fact,details\n\
             7,2026-11-22T10:42:07+03:00,1000000008,222-222,document-seen,\"{\"\"kind\"\":\"\"citizen\"\",\"\"last_four\"\":\"\"8278\"\"}\"\n\
             8,2026-11-22T10:42:07+03:00,,,captcha-missed,\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn json_lines_are_objects() {
        let file = String::from_utf8(written(&lines(), ExportFormat::JsonLines).unwrap()).unwrap();
        let objects: Vec<Value> = file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(objects.len(), 2);
        assert_eq!(objects[0]["details"]["last_four"], "8278");
        assert_eq!(objects[1]["staff"], Value::Null);
    }
}
