//! Lines of the ledger as a file that another program can read: CSV or JSON Lines.
//!
//! It holds what the ledger holds: staff by their identity numbers, applicants by no number at all, and no secret.

use serde_json::{Map, Value, json};

use crate::domain::applicant::{Calendar, Today};
use crate::domain::id::Reference;
use crate::domain::report::Line;
use crate::domain::time::Timestamp;

/// How the file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated values with a header.
    Csv,
    /// One JSON object a line.
    JsonLines,
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
