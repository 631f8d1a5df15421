//! How a profile file is read: what is written is held against what can be.

use std::ops::Range;
use std::time::Duration;

use hyper::header::HeaderName;
use serde_json::Value;
use toml::Spanned;
use zeroize::Zeroizing;

use super::error::{ProfileError, ProfileReason as Reason};
use super::rules::rules;
use super::written;
use super::{Asking, Auth, Body, Call, Node, Profile};
use crate::adapter::gateway::http::answer::Meaning;
use crate::adapter::gateway::http::template::{Hole, Template};
use crate::adapter::web::{Address, Method};
use crate::domain::text::line_at;

/// What is asked of a gateway.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// To take a message.
    Send,
    /// Whether it could be used.
    Probe,
    /// Whether a message arrived.
    Receipt,
}

/// The file, and the question in it that is being read.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    text: &'a str,
    pub(super) question: Question,
}

impl Source<'_> {
    /// What is wrong with a field that stands somewhere.
    pub(super) fn wrong(self, span: Range<usize>, field: &str, reason: Reason) -> ProfileError {
        ProfileError {
            line: line_at(self.text, span.start),
            field: field.to_owned(),
            reason,
        }
    }

    fn template(self, text: &str, span: Range<usize>, field: &str) -> Result<Template, ProfileError> {
        let read = Template::parse(text).ok();
        let read = read.filter(|template| template.holes().all(|hole| self.question.knows(hole)));
        read.ok_or_else(|| self.wrong(span, field, Reason::UnknownHole))
    }

    fn spanned(self, text: &Spanned<String>, field: &str) -> Result<Template, ProfileError> {
        self.template(text.get_ref(), text.span(), field)
    }
}

impl Question {
    /// What can be filled in where it is asked.
    fn knows(self, hole: &Hole) -> bool {
        match hole {
            Hole::Sender | Hole::Secret(_) => true,
            Hole::Recipient | Hole::Text | Hole::Id => self == Self::Send,
            Hole::GatewayId => self == Self::Receipt,
        }
    }

    /// What has to be filled in somewhere, else it is asked for nothing.
    const fn needs(self) -> &'static [(Hole, Reason)] {
        match self {
            Self::Send => &[(Hole::Recipient, Reason::NoRecipient), (Hole::Text, Reason::NoText)],
            Self::Probe => &[],
            Self::Receipt => &[(Hole::GatewayId, Reason::NoGatewayId)],
        }
    }

    /// Whether an answer can mean this.
    pub(super) const fn allows(self, means: Meaning) -> bool {
        match means {
            Meaning::Accepted | Meaning::Refused => matches!(self, Self::Send),
            Meaning::SignInRefused | Meaning::Throttled | Meaning::NotNow => !matches!(self, Self::Receipt),
            Meaning::Ready => matches!(self, Self::Probe),
            Meaning::Delivered | Meaning::Failed => matches!(self, Self::Receipt),
        }
    }

    /// What it is asked for.
    pub(super) const fn good(self) -> Meaning {
        match self {
            Self::Send => Meaning::Accepted,
            Self::Probe => Meaning::Ready,
            Self::Receipt => Meaning::Delivered,
        }
    }
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Profile, ProfileError> {
    let of = |question| Source { text, question };
    let file: written::File = toml::from_str(text).map_err(|error| malformed(text, &error))?;
    let send = call(of(Question::Send), &file.send)?;
    let spelling = file.send.get_ref().recipient.as_ref();
    let spelling = spelling.ok_or_else(|| of(Question::Send).wrong(file.send.span(), "recipient", Reason::Form))?;
    let probe = file.probe.as_ref().map(|written| call(of(Question::Probe), written));
    let receipt = file
        .receipt
        .as_ref()
        .map(|written| asking(of(Question::Receipt), written));
    Ok(Profile {
        spelling: *spelling.get_ref(),
        send,
        probe: probe.transpose()?,
        receipt: receipt.transpose()?,
        elsewhere: None,
        title: file.title,
    })
}

/// The library's own sentence may quote the value, so only its place is used, and the name of a missing field.
fn malformed(text: &str, error: &toml::de::Error) -> ProfileError {
    let line = line_at(text, error.span().map_or(0, |span| span.start));
    let written = text.lines().nth(line - 1).unwrap_or_default();
    let on_line = written.split_once('=').map_or("", |(key, _)| key.trim());
    let missing = error.message().strip_prefix("missing field `");
    let field = missing.and_then(|rest| rest.split('`').next()).unwrap_or(on_line);
    ProfileError {
        line,
        field: field.to_owned(),
        reason: Reason::Form,
    }
}

fn asking(source: Source<'_>, written: &Spanned<written::Call>) -> Result<Asking, ProfileError> {
    let after = written.get_ref().after.as_ref();
    let after = after.ok_or_else(|| source.wrong(written.span(), "after", Reason::After))?;
    let waits = after.get_ref();
    if !(1..=20).contains(&waits.len()) || !waits.iter().all(|seconds| (1..=3600).contains(seconds)) {
        return Err(source.wrong(after.span(), "after", Reason::After));
    }
    Ok(Asking {
        call: call(source, written)?,
        after: waits.iter().map(|seconds| Duration::from_secs(*seconds)).collect(),
    })
}

fn call(source: Source<'_>, written: &Spanned<written::Call>) -> Result<Call, ProfileError> {
    let (span, written) = (written.span(), written.get_ref());
    if let (Some(recipient), Question::Probe | Question::Receipt) = (&written.recipient, source.question) {
        return Err(source.wrong(recipient.span(), "recipient", Reason::Elsewhere));
    }
    if let (Some(after), Question::Send | Question::Probe) = (&written.after, source.question) {
        return Err(source.wrong(after.span(), "after", Reason::Elsewhere));
    }
    let call = Call {
        method: match written.method {
            written::Method::Get => Method::Get,
            written::Method::Post => Method::Post,
        },
        url: url(source, &written.url)?,
        auth: written
            .auth
            .as_ref()
            .map_or(Ok(Auth::None), |written| auth(source, written))?,
        headers: headers(source, written)?,
        body: body(source, written, &span)?,
        rules: rules(source, &written.answer, &span)?,
    };
    let lacks = |(hole, _): &&(Hole, Reason)| !call.holes().any(|there| there == hole);
    match source.question.needs().iter().find(lacks) {
        Some((_, reason)) => Err(source.wrong(span, "fields", *reason)),
        None => Ok(call),
    }
}

fn url(source: Source<'_>, written: &Spanned<String>) -> Result<Template, ProfileError> {
    let wrong = |reason| source.wrong(written.span(), "url", reason);
    let url = Template::parse(written.get_ref()).map_err(|_| wrong(Reason::UnknownHole))?;
    if url.holes().any(Hole::is_of_the_person) {
        return Err(wrong(Reason::PersonInAddress));
    }
    let host = url.beginning().split_once("//").map(|(_, rest)| rest);
    if url.holes().next().is_some() && !host.is_some_and(|host| host.contains(['/', '?'])) {
        return Err(wrong(Reason::HoleInHost));
    }
    let example = url.filled(|_| Zeroizing::new("x".to_owned()));
    Address::parse(&example).map_err(|error| wrong(Reason::Address(error)))?;
    source.spanned(written, "url")
}

fn headers(source: Source<'_>, written: &written::Call) -> Result<Vec<(HeaderName, Template)>, ProfileError> {
    let header = |(name, value): (&String, &Spanned<String>)| {
        let known = HeaderName::from_bytes(name.as_bytes());
        let known = known.map_err(|_| source.wrong(value.span(), name, Reason::HeaderName))?;
        Ok((known, source.spanned(value, name)?))
    };
    written.headers.iter().map(header).collect()
}

fn auth(source: Source<'_>, written: &Spanned<written::Auth>) -> Result<Auth, ProfileError> {
    let auth = written.get_ref();
    match (&auth.bearer, &auth.user, &auth.password) {
        (Some(token), None, None) => Ok(Auth::Bearer(source.spanned(token, "bearer")?)),
        (None, Some(user), Some(password)) => Ok(Auth::Basic {
            user: source.spanned(user, "user")?,
            password: source.spanned(password, "password")?,
        }),
        _ => Err(source.wrong(written.span(), "auth", Reason::Form)),
    }
}

fn body(source: Source<'_>, written: &written::Call, span: &Range<usize>) -> Result<Body, ProfileError> {
    let (kind, fields) = match (written.method, &written.body, &written.fields) {
        (_, None, None) => return Ok(Body::None),
        (written::Method::Post, Some(kind), Some(fields)) => (*kind.get_ref(), fields),
        (_, kind, _) => {
            let span = kind.as_ref().map_or_else(|| span.clone(), Spanned::span);
            return Err(source.wrong(span, "body", Reason::Body));
        }
    };
    let written::Node::Table(table) = fields.get_ref() else {
        return Err(source.wrong(fields.span(), "fields", Reason::Form));
    };
    match kind {
        written::Body::Json => Ok(Body::Json(node(source, "fields", fields)?)),
        written::Body::Form => {
            let field = |(name, value): &(String, Spanned<written::Node>)| match node(source, name, value)? {
                Node::Text(text) => Ok((name.clone(), text)),
                _ => Err(source.wrong(value.span(), name, Reason::NotAText)),
            };
            table.iter().map(field).collect::<Result<_, _>>().map(Body::Form)
        }
    }
}

fn node(source: Source<'_>, name: &str, written: &Spanned<written::Node>) -> Result<Node, ProfileError> {
    match written.get_ref() {
        written::Node::Text(text) => source.template(text, written.span(), name).map(Node::Text),
        written::Node::Number(number) => Ok(Node::Fixed(Value::from(*number))),
        written::Node::Yes(yes) => Ok(Node::Fixed(Value::from(*yes))),
        written::Node::List(list) => {
            let nodes = list.iter().map(|value| node(source, name, value));
            nodes.collect::<Result<_, _>>().map(Node::List)
        }
        written::Node::Table(table) => {
            let nodes = table
                .iter()
                .map(|(name, value)| Ok((name.clone(), node(source, name, value)?)));
            nodes.collect::<Result<_, _>>().map(Node::Object)
        }
    }
}
