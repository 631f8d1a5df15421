//! What an answer of a gateway means, by the rules of its profile: the first that fits decides.

use serde_json::Value;

use crate::adapter::web::Answer;

/// What an answer can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Meaning {
    /// The message was taken.
    Accepted,
    /// It was not taken, and never will be.
    Refused,
    /// It was not taken: name, password or key are refused. An operator can put that right.
    SignInRefused,
    /// It was not taken: too many at a time.
    Throttled,
    /// It was certainly not taken, and may be later.
    NotNow,
    /// It could be used.
    Ready,
    /// The message arrived.
    Delivered,
    /// It will not arrive.
    Failed,
}

/// A rule of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// The statuses that it is about; all where there is none.
    pub(super) status: Vec<(u16, u16)>,
    /// The field of the answer that it is about, and the values of which it has one.
    pub(super) field: Option<(Path, Vec<String>)>,
    /// What it says.
    pub(super) means: Meaning,
    /// Where the gateway's own name for the message stands.
    pub(super) id: Option<Path>,
}

/// The way to a field of a JSON answer: names, and places in lists from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path(Vec<String>);

/// What an answer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// What it means.
    pub(super) means: Meaning,
    /// The place of the rule among the profile's, from 1.
    pub(super) place: usize,
    /// Whether the rule names a field for the gateway's own name, and what stands there.
    pub(super) id: Option<Option<String>>,
}

impl Path {
    /// Reads `data.messages.0.id`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let steps: Vec<String> = text.split('.').map(str::to_owned).collect();
        (!steps.iter().any(String::is_empty)).then_some(Self(steps))
    }

    /// What stands there, if it is a text, a number, or yes or no.
    fn find(&self, answer: &Value) -> Option<String> {
        let found = self.0.iter().try_fold(answer, |value, step| match value {
            Value::Array(list) => list.get(step.parse::<usize>().ok()?),
            value => value.get(step),
        });
        match found? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(yes) => Some(yes.to_string()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

impl Rule {
    fn fits(&self, status: u16, body: Option<&Value>) -> bool {
        let of_status = |(first, last): &(u16, u16)| (*first..=*last).contains(&status);
        let has = |(path, values): &(Path, Vec<String>)| {
            body.and_then(|body| path.find(body))
                .is_some_and(|found| values.contains(&found))
        };
        (self.status.is_empty() || self.status.iter().any(of_status)) && self.field.as_ref().is_none_or(has)
    }
}

/// What an answer says by these rules; nothing where none fits.
pub(super) fn judge(rules: &[Rule], answer: &Answer) -> Option<Said> {
    let body: Option<Value> = serde_json::from_slice(&answer.body).ok();
    let mut fitting = (1..)
        .zip(rules)
        .filter(|(_, rule)| rule.fits(answer.status, body.as_ref()));
    fitting.next().map(|(place, rule)| Said {
        means: rule.means,
        place,
        id: rule
            .id
            .as_ref()
            .map(|path| body.as_ref().and_then(|body| path.find(body))),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn answer(status: u16, body: &str) -> Answer {
        Answer {
            status,
            pause: None,
            body: body.as_bytes().to_vec(),
        }
    }

    fn rule(status: &[(u16, u16)], field: Option<(&str, &[&str])>, means: Meaning) -> Rule {
        Rule {
            status: status.to_vec(),
            field: field.map(|(path, values)| {
                let values = values.iter().map(|value| (*value).to_owned()).collect();
                (Path::parse(path).unwrap(), values)
            }),
            means,
            id: (means == Meaning::Accepted).then(|| Path::parse("data.messages.0.id").unwrap()),
        }
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        let rules = [
            rule(&[(200, 201)], Some(("data.ok", &["true", "1"])), Meaning::Accepted),
            rule(&[(200, 200)], Some(("code", &["ER-04"])), Meaning::Refused),
            rule(&[(503, 503), (500, 500)], None, Meaning::NotNow),
        ];
        let said = |status, body| judge(&rules, &answer(status, body)).map(|said| (said.means, said.place, said.id));
        let taken = |id: Option<&str>| Some((Meaning::Accepted, 1, Some(id.map(str::to_owned))));
        assert_eq!(
            said(200, r#"{"data":{"ok":true,"messages":[{"id":7}]}}"#),
            taken(Some("7"))
        );
        assert_eq!(
            said(201, r#"{"data":{"ok":"1","messages":[{"id":"x"}]}}"#),
            taken(Some("x"))
        );
        assert_eq!(said(200, r#"{"data":{"ok":1,"messages":[]}}"#), taken(None));
        assert_eq!(said(202, r#"{"data":{"ok":true}}"#), None);
        assert_eq!(said(200, r#"{"code":"ER-04"}"#), Some((Meaning::Refused, 2, None)));
        assert_eq!(said(503, "gone"), Some((Meaning::NotNow, 3, None)));
        for body in [
            "",
            "gone",
            "[]",
            "{}",
            r#"{"data":true}"#,
            r#"{"data":{"ok":null}}"#,
            r#"{"data":{"ok":"yes"}}"#,
        ] {
            assert_eq!(said(200, body), None, "{body}");
        }
    }
}
