//! Where in a file each field stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, Reason};

/// A file that is TOML.
pub(super) struct Document<'a> {
    text: &'a str,
    table: Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    /// Reads a text.
    ///
    /// # Errors
    /// Where it is not TOML.
    pub(super) fn read(text: &'a str) -> Result<Self, Fault> {
        let table = DeTable::parse(text).map_err(|error| {
            let line = line_at(text, error.span().map_or(0, |span| span.start));
            Fault {
                line,
                field: key_on(text, line),
                reason: Reason::Syntax,
            }
        })?;
        Ok(Self { text, table })
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        line_at(self.text, offset)
    }

    /// Where a field stands; where it does not, the nearest table around it.
    pub(super) fn find(&self, field: &str) -> Range<usize> {
        let mut span = self.table.span().start..self.table.span().start;
        let mut table = self.table.get_ref();
        for part in field.split('.') {
            let Some((key, value)) = table.iter().find(|(key, _)| key.get_ref().as_ref() == part) else {
                break;
            };
            span = key.span();
            match value.get_ref() {
                DeValue::Table(inner) => table = inner,
                _ => break,
            }
        }
        span
    }

    /// What a file of the wrong form is told. The library's own sentence may quote the value, so it is not used.
    pub(super) fn fault(&self, error: &toml::de::Error) -> Fault {
        let offset = error.span().map_or(0, |span| span.start);
        let message = error.message();
        let mut field = field_at(self.table.get_ref(), offset).join(".");
        let reason = if message.starts_with("unknown field") {
            Reason::Unknown
        } else if let Some(rest) = message.strip_prefix("missing field `") {
            let missing = rest.split('`').next().unwrap_or_default();
            field = if field.is_empty() {
                missing.to_owned()
            } else {
                format!("{field}.{missing}")
            };
            Reason::Missing
        } else {
            Reason::Value
        };
        Fault {
            line: self.line(offset),
            field,
            reason,
        }
    }
}

/// The names that lead to what stands at an offset.
fn field_at(table: &DeTable<'_>, offset: usize) -> Vec<String> {
    for (key, value) in table.iter() {
        let name = key.get_ref().as_ref().to_owned();
        if key.span().contains(&offset) {
            return vec![name];
        }
        if let DeValue::Table(inner) = value.get_ref() {
            let below = field_at(inner, offset);
            if !below.is_empty() {
                return std::iter::once(name).chain(below).collect();
            }
        }
        if let DeValue::Array(entries) = value.get_ref() {
            for (place, entry) in entries.iter().enumerate() {
                let below = match entry.get_ref() {
                    DeValue::Table(inner) => field_at(inner, offset),
                    _ => Vec::new(),
                };
                if !below.is_empty() || entry.span().contains(&offset) {
                    return std::iter::once(entry_name(&name, place)).chain(below).collect();
                }
            }
        }
        if value.span().contains(&offset) {
            return vec![name];
        }
    }
    Vec::new()
}

/// How an entry of a list is called: the first has number 1.
pub(super) fn entry_name(list: &str, place: usize) -> String {
    format!("{list}[{}]", place.saturating_add(1))
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// What stands before the `=` of a line that is not TOML, if that is a name.
fn key_on(text: &str, line: usize) -> String {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let key = line.split('=').next().unwrap_or_default().trim();
    let is_name = key
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.' | b'[' | b']'));
    if is_name { key.to_owned() } else { String::new() }
}
