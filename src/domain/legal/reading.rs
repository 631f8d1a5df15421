//! How a file of `assets/legal/` is read: fields between two lines of `---`, then headings (`# …`) and paragraphs with
//! empty lines between them.

use std::borrow::Cow;
use std::fmt;

use super::{Block, File, LegalId, LegalText, Since};
use crate::domain::applicant::{Calendar, IdDate};
use crate::domain::language::Language;

/// Where a text names the platform.
pub(super) const PLATFORM: &str = "{platform}";
/// Where a text names the platform's address.
pub(super) const ADDRESS: &str = "{address}";

const FENCE: &str = "---";
const FIELDS: [&str; 5] = ["title", "version", "order", "since-hijri", "since-gregorian"];
/// What begins a list, a quotation, a table, code or a link in Markdown: none of them is shown here.
const UNREADABLE: [&str; 8] = ["- ", "* ", "+ ", ">", "|", "`", "[", "---"];

/// A wrong file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalFault {
    /// The file, such as `ar/terms.md`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: LegalReason,
}

/// Why a file is wrong. Fields are named, values are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LegalReason {
    /// The folder's name is no language's tag.
    #[error("the folder is not named by a language")]
    Language,
    /// The file's name is not lower-case Latin letters and dashes with `.md` after them.
    #[error("the file is not named as a text is")]
    Name,
    /// The file does not begin with fields between two lines of `---`.
    #[error("the fields at the top are not between two lines of ---")]
    NoFields,
    /// A line among the fields is none, or one that is not known.
    #[error("there is no such field")]
    UnknownField,
    /// A field stands there twice.
    #[error("field {0} stands there twice")]
    Twice(&'static str),
    /// A field is missing or empty.
    #[error("field {0} is missing")]
    Missing(&'static str),
    /// A field has a value that it cannot have.
    #[error("field {0} has a value that it cannot have")]
    Value(&'static str),
    /// The two dates are not one day.
    #[error("the two dates are not the same day")]
    TwoDays,
    /// Something other than a heading or a paragraph.
    #[error("only headings and paragraphs are shown")]
    Unreadable,
    /// Something in braces other than `{platform}` and `{address}`.
    #[error("nothing is known to stand in these braces")]
    Placeholder,
    /// A heading without a paragraph after it, or no paragraph at all.
    #[error("a heading has no paragraph after it")]
    NothingSaid,
    /// The text has no Arabic file.
    #[error("the text is not there in Arabic")]
    NoArabic,
    /// Version, day or place differ from those of the Arabic file.
    #[error("version, dates or order differ from those of the Arabic file")]
    Differs,
}

impl fmt::Display for LegalFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

impl std::error::Error for LegalFault {}

/// A reason and its line.
type Wrong = (usize, LegalReason);

/// Reads all files, sorted by order, name and language.
pub(super) fn read(files: &[File<'_>]) -> Result<Vec<LegalText>, LegalFault> {
    let fault = |file: &File<'_>, (line, reason): Wrong| LegalFault {
        file: format!("{}/{}", file.language, file.name),
        line,
        reason,
    };
    let mut texts: Vec<LegalText> = Vec::new();
    for file in files {
        texts.push(text(file).map_err(|wrong| fault(file, wrong))?);
    }
    for (file, text) in files.iter().zip(&texts) {
        let arabic = texts
            .iter()
            .find(|other| other.id == text.id && other.language == Language::ARABIC)
            .ok_or_else(|| fault(file, (1, LegalReason::NoArabic)))?;
        if (&arabic.version, arabic.since, arabic.order) != (&text.version, text.since, text.order) {
            return Err(fault(file, (1, LegalReason::Differs)));
        }
    }
    texts.sort_by(|one, other| (one.order, &one.id, one.language).cmp(&(other.order, &other.id, other.language)));
    Ok(texts)
}

fn text(file: &File<'_>) -> Result<LegalText, Wrong> {
    let language = Language::parse(file.language).ok_or((1, LegalReason::Language))?;
    let name = file.name.strip_suffix(".md").filter(|name| is_name(name));
    let id = LegalId(Cow::Owned(name.ok_or((1, LegalReason::Name))?.to_owned()));
    let lines: Vec<(usize, &str)> = (1..).zip(file.text.lines().map(str::trim)).collect();
    let mut parts = lines.splitn(3, |(_, line)| *line == FENCE);
    let (Some([]), Some(fields), Some(body)) = (parts.next(), parts.next(), parts.next()) else {
        return Err((1, LegalReason::NoFields));
    };
    let end = fields.len() + 2;
    let [title, version, order, hijri, gregorian] = values(fields, end)?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !version.1.split('.').all(is_number) {
        return Err((version.0, LegalReason::Value("version")));
    }
    let order = order.1.parse().map_err(|_| (order.0, LegalReason::Value("order")))?;
    let since = Since {
        hijri: day(hijri, Calendar::Hijri).ok_or((hijri.0, LegalReason::Value("since-hijri")))?,
        gregorian: day(gregorian, Calendar::Gregorian).ok_or((gregorian.0, LegalReason::Value("since-gregorian")))?,
    };
    if since.hijri.to_other() != since.gregorian {
        return Err((gregorian.0, LegalReason::TwoDays));
    }
    placeholders(title.0, title.1)?;
    Ok(LegalText {
        id,
        language,
        title: title.1.to_owned(),
        version: version.1.to_owned(),
        since,
        blocks: blocks(body, end)?,
        order,
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn day(value: (usize, &str), calendar: Calendar) -> Option<IdDate> {
    let suffix = match calendar {
        Calendar::Hijri => " H",
        Calendar::Gregorian => " G",
    };
    IdDate::parse(&format!("{}{suffix}", value.1)).ok()
}

/// The values in the order of [`FIELDS`], each with its line; `end` is the line below the fields.
fn values<'a>(fields: &[(usize, &'a str)], end: usize) -> Result<[(usize, &'a str); 5], Wrong> {
    let mut values = [(0, ""); 5];
    for (line, field) in fields.iter().filter(|(_, field)| !field.is_empty()) {
        let (name, value) = field.split_once(':').ok_or((*line, LegalReason::UnknownField))?;
        let known = FIELDS.iter().zip(&mut values).find(|(known, _)| **known == name);
        let (known, place) = known.ok_or((*line, LegalReason::UnknownField))?;
        if place.0 != 0 {
            return Err((*line, LegalReason::Twice(known)));
        }
        *place = (*line, value.trim());
    }
    let missing = FIELDS.iter().zip(&values).find(|(_, (_, value))| value.is_empty());
    match missing {
        Some((name, (0, _))) => Err((end, LegalReason::Missing(name))),
        Some((name, (line, _))) => Err((*line, LegalReason::Missing(name))),
        None => Ok(values),
    }
}

/// Headings and paragraphs; `end` is the line above them.
fn blocks(body: &[(usize, &str)], end: usize) -> Result<Vec<Block>, Wrong> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut open, mut last) = (false, end);
    for (line, text) in body {
        placeholders(*line, text)?;
        if text.is_empty() {
            open = false;
            continue;
        }
        if UNREADABLE.iter().any(|mark| text.starts_with(mark)) {
            return Err((*line, LegalReason::Unreadable));
        }
        if let Some(heading) = text.strip_prefix("# ") {
            if matches!(blocks.last(), Some(Block::Heading(_))) {
                return Err((last, LegalReason::NothingSaid));
            }
            blocks.push(Block::Heading(heading.trim().to_owned()));
            open = false;
        } else if text.starts_with('#') {
            return Err((*line, LegalReason::Unreadable));
        } else if let (true, Some(Block::Paragraph(paragraph))) = (open, blocks.last_mut()) {
            paragraph.push(' ');
            paragraph.push_str(text);
        } else {
            blocks.push(Block::Paragraph((*text).to_owned()));
            open = true;
        }
        last = *line;
    }
    match blocks.last() {
        Some(Block::Paragraph(_)) => Ok(blocks),
        Some(Block::Heading(_)) | None => Err((last, LegalReason::NothingSaid)),
    }
}

fn placeholders(line: usize, text: &str) -> Result<(), Wrong> {
    let rest = text.replace(PLATFORM, "").replace(ADDRESS, "");
    if rest.contains(['{', '}']) {
        return Err((line, LegalReason::Placeholder));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::Shelf;
    use super::*;

    const GOOD: &str = "---\ntitle: T\nversion: 1.0\norder: 1\nsince-hijri: 1448-06-12\n\
                        since-gregorian: 2026-11-22\n---\n\n# H\n\nP.\n";

    fn fault(language: &str, name: &str, text: &str) -> (String, usize, LegalReason) {
        let fault = Shelf::read(&[File { language, name, text }]).unwrap_err();
        (fault.file, fault.line, fault.reason)
    }

    #[test]
    fn a_wrong_file_is_named_with_its_line_and_the_reason() {
        use LegalReason as R;
        let good = Shelf::read(&[File {
            language: "ar",
            name: "terms.md",
            text: GOOD,
        }]);
        assert!(good.is_ok());
        for (from, to, line, reason) in [
            ("---\ntitle", "title", 1, R::NoFields),
            ("---\n\n", "\n\n", 1, R::NoFields),
            ("title: T\n", "", 6, R::Missing("title")),
            ("title: T", "title:", 2, R::Missing("title")),
            ("order: 1", "order: one", 4, R::Value("order")),
            ("order: 1", "order: 300", 4, R::Value("order")),
            ("order: 1", "colour: 1", 4, R::UnknownField),
            ("order: 1", "order", 4, R::UnknownField),
            ("order: 1", "title: Z", 4, R::Twice("title")),
            ("1.0", "1.", 3, R::Value("version")),
            ("1.0", "one", 3, R::Value("version")),
            ("1448-06-12", "1448-13-12", 5, R::Value("since-hijri")),
            ("1448-06-12", "2026-11-22", 5, R::Value("since-hijri")),
            ("2026-11-22", "1448-06-12", 6, R::Value("since-gregorian")),
            ("2026-11-22", "2026-11-23", 6, R::TwoDays),
            ("P.", "P {name}.", 11, R::Placeholder),
            ("P.", "P }.", 11, R::Placeholder),
            ("P.", "- P.", 11, R::Unreadable),
            ("# H", "## H", 9, R::Unreadable),
            ("\nP.\n", "", 9, R::NothingSaid),
            ("\nP.\n", "\n# I\n\nP.\n", 9, R::NothingSaid),
            ("# H\n\nP.\n", "", 7, R::NothingSaid),
        ] {
            let text = GOOD.replacen(from, to, 1);
            assert_ne!(text, GOOD, "{from}");
            assert_eq!(
                fault("ar", "terms.md", &text),
                ("ar/terms.md".to_owned(), line, reason),
                "{text}"
            );
        }
        assert_eq!(fault("arabic", "terms.md", GOOD).2, R::Language);
        for name in ["terms.txt", "Terms.md", ".md", "my terms.md"] {
            assert_eq!(fault("ar", name, GOOD).2, R::Name, "{name}");
        }
        assert_eq!(
            fault("en", "terms.md", GOOD),
            ("en/terms.md".to_owned(), 1, R::NoArabic)
        );
        let shown = Shelf::read(&[File {
            language: "ar",
            name: "terms.md",
            text: &GOOD.replace("1.0", "secret"),
        }]);
        assert_eq!(
            shown.unwrap_err().to_string(),
            "ar/terms.md:3: field version has a value that it cannot have"
        );
    }

    #[test]
    fn all_languages_have_one_version() {
        let newer = GOOD.replace("1.0", "1.1");
        let files = [("ar", GOOD), ("en", newer.as_str())].map(|(language, text)| File {
            language,
            name: "terms.md",
            text,
        });
        let fault = Shelf::read(&files).unwrap_err();
        assert_eq!(
            (fault.file.as_str(), fault.reason),
            ("en/terms.md", LegalReason::Differs)
        );
    }
}
