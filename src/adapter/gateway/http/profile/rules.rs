//! How the rules of a profile for answers are read.

use std::ops::Range;

use toml::Spanned;

use super::error::{ProfileError, ProfileReason as Reason};
use super::reading::{Question, Source};
use super::written;
use crate::adapter::gateway::http::answer::{Path, Rule};

/// Reads all rules of a question.
pub(super) fn rules(
    source: Source<'_>,
    written: &[Spanned<written::Rule>],
    span: &Range<usize>,
) -> Result<Vec<Rule>, ProfileError> {
    let rules = written.iter().map(|written| rule(source, written));
    let rules: Vec<Rule> = rules.collect::<Result<_, _>>()?;
    if rules.iter().any(|rule| rule.means == source.question.good()) {
        Ok(rules)
    } else {
        Err(source.wrong(span.clone(), "answer", Reason::NoGoodAnswer))
    }
}

fn rule(source: Source<'_>, written: &Spanned<written::Rule>) -> Result<Rule, ProfileError> {
    let (span, written) = (written.span(), written.get_ref());
    let means = *written.means.get_ref();
    if !source.question.allows(means) {
        return Err(source.wrong(written.means.span(), "means", Reason::Meaning));
    }
    let path = |path: &Spanned<String>, field| {
        Path::parse(path.get_ref()).ok_or_else(|| source.wrong(path.span(), field, Reason::Form))
    };
    let field = match (&written.field, written.is.is_empty()) {
        (Some(field), false) => Some((path(field, "field")?, written.is.clone())),
        (None, true) if !written.status.is_empty() => None,
        _ => return Err(source.wrong(span, "answer", Reason::Rule)),
    };
    let names_it = source.question == Question::Send && means == source.question.good();
    if let (Some(id), false) = (&written.id, names_it) {
        return Err(source.wrong(id.span(), "id", Reason::Elsewhere));
    }
    let status = written.status.iter().map(|status| {
        let range = range(status.get_ref());
        range.ok_or_else(|| source.wrong(status.span(), "status", Reason::Status))
    });
    Ok(Rule {
        status: status.collect::<Result<_, _>>()?,
        field,
        means,
        id: written.id.as_ref().map(|id| path(id, "id")).transpose()?,
    })
}

/// Reads `201` or `500-599`.
fn range(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let status = |text: &str| text.parse().ok().filter(|status| (100..=999).contains(status));
    let range = (status(first)?, status(last)?);
    (range.0 <= range.1).then_some(range)
}
