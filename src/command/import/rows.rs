//! Reads a file into rows of named values: CSV with a header, or JSON Lines.
//!
//! A byte order mark, CRLF and empty lines are read over; a file is JSON Lines where its first character is `{`.

use std::collections::BTreeMap;
use std::path::Path;

use zeroize::Zeroizing;

use super::{Column, Fault, Reason};

/// One row. What is empty stands in it as an empty text.
pub struct Row<C> {
    /// The line it begins on, from 1.
    pub line: u64,
    values: BTreeMap<C, Zeroizing<String>>,
}

impl<C: Column> Row<C> {
    /// The value of a column, without white space at its ends; empty where the row has none.
    pub fn value(&self, column: C) -> &str {
        self.values.get(&column).map_or("", |value| value.trim())
    }
}

/// Reads all rows.
///
/// # Errors
/// What is wrong with the form of the file.
pub fn read<C: Column>(file: &Path, bytes: &[u8]) -> Result<Vec<Row<C>>, Vec<Fault<C>>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        vec![whole(lines(before) + 1, Reason::Encoding)]
    })?;
    let is_json = text.trim_start().starts_with('{') || file.extension().is_some_and(|name| name == "jsonl");
    if is_json { json_lines(text) } else { csv(text) }
}

fn lines(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u64::MAX)
}

const fn whole<C>(line: u64, reason: Reason) -> Fault<C> {
    Fault {
        line,
        column: None,
        reason,
    }
}

fn csv<C: Column>(text: &str) -> Result<Vec<Row<C>>, Vec<Fault<C>>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|_| vec![whole(1, Reason::Syntax)])?.clone();
    let mut columns = Vec::new();
    for word in &header {
        match C::of(word.trim()) {
            Some(column) if !columns.contains(&column) => columns.push(column),
            _ => return Err(vec![whole(1, Reason::ColumnUnknown)]),
        }
    }
    let missing = C::NEEDED.iter().copied().filter(|needed| !columns.contains(needed));
    let missing: Vec<Fault<C>> = missing
        .map(|column| Fault {
            line: 1,
            column: Some(column),
            reason: Reason::ColumnMissing,
        })
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut counted = Lines::of(text);
    for record in reader.records() {
        let Ok(record) = record else {
            faults.push(whole(1, Reason::Syntax));
            break;
        };
        let line = counted.at(record.position());
        if record.len() != columns.len() {
            faults.push(whole(line, Reason::Columns));
            continue;
        }
        let values = columns.iter().copied().zip(record.iter());
        let values = values.map(|(column, value)| (column, Zeroizing::new(value.to_owned())));
        rows.push(Row {
            line,
            values: values.collect(),
        });
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// The lines that records begin on. The reader's own count is one short after CRLF and empty lines.
struct Lines<'a> {
    text: &'a [u8],
    /// So many bytes were counted, with so many ends of lines among them.
    bytes: usize,
    ends: u64,
}

impl<'a> Lines<'a> {
    const fn of(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            bytes: 0,
            ends: 0,
        }
    }

    /// The line of a record that stands behind those that were asked about before.
    fn at(&mut self, position: Option<&csv::Position>) -> u64 {
        let start = position.and_then(|position| usize::try_from(position.byte()).ok());
        let start = start.unwrap_or(0).max(self.bytes);
        let gap = self.text.get(start..).unwrap_or_default();
        let gap = gap.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let end = start + gap;
        self.ends += lines(self.text.get(self.bytes..end).unwrap_or_default());
        self.bytes = end;
        self.ends + 1
    }
}

fn json_lines<C: Column>(text: &str) -> Result<Vec<Row<C>>, Vec<Fault<C>>> {
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for (line, text) in (1..).zip(text.lines()) {
        if text.trim().is_empty() {
            continue;
        }
        match json_row(line, text) {
            Ok(row) => rows.push(row),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn json_row<C: Column>(line: u64, text: &str) -> Result<Row<C>, Fault<C>> {
    let syntax = || whole(line, Reason::Syntax);
    let members: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).map_err(|_| syntax())?;
    let mut values = BTreeMap::new();
    for (word, value) in members {
        let column = C::of(&word).ok_or_else(|| whole(line, Reason::ColumnUnknown))?;
        let value = match value {
            serde_json::Value::String(text) => text,
            serde_json::Value::Null => String::new(),
            // An identity number is often written as one.
            serde_json::Value::Number(number) if number.is_u64() => number.to_string(),
            _ => {
                return Err(Fault {
                    column: Some(column),
                    ..syntax()
                });
            }
        };
        values.insert(column, Zeroizing::new(value));
    }
    Ok(Row { line, values })
}
