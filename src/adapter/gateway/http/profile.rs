//! What a profile file says about a gateway: what is asked of it, in which words, and what its answers mean.

mod error;
mod reading;
mod rules;
mod written;

use std::collections::BTreeSet;
use std::fmt;
use std::time::Duration;

use hyper::header::HeaderName;
use serde_json::Value;

use super::answer::Rule;
use super::template::{Hole, Template};
use crate::adapter::web::{Address, Method};
use crate::domain::applicant::Mobile;

pub use self::error::{ProfileError, ProfileReason};

/// The profiles that the program brings along, by the names of their files.
const BUILT_IN: [(&str, &str); 4] = [
    ("msegat", include_str!("../../../../assets/gateways/msegat.toml")),
    ("taqnyat", include_str!("../../../../assets/gateways/taqnyat.toml")),
    ("twilio", include_str!("../../../../assets/gateways/twilio.toml")),
    ("unifonic", include_str!("../../../../assets/gateways/unifonic.toml")),
];

/// How one gateway over HTTP is spoken to.
#[derive(Clone, PartialEq, Eq)]
pub struct Profile {
    title: String,
    pub(super) spelling: Spelling,
    pub(super) send: Call,
    pub(super) probe: Option<Call>,
    pub(super) receipt: Option<Asking>,
    pub(super) elsewhere: Option<Address>,
}

/// One thing that is asked of a gateway.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) url: Template,
    pub(super) auth: Auth,
    pub(super) headers: Vec<(HeaderName, Template)>,
    pub(super) body: Body,
    pub(super) rules: Vec<Rule>,
}

/// How and how often it is asked whether a message arrived.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Asking {
    pub(super) call: Call,
    /// How long is waited before each time it is asked.
    pub(super) after: Vec<Duration>,
}

/// How the desk signs in.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Auth {
    None,
    Basic { user: Template, password: Template },
    Bearer(Template),
}

/// What is sent along.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Body {
    None,
    Form(Vec<(String, Template)>),
    Json(Node),
}

/// A value of a JSON body. What fills a hole is a text in it, whatever stands in that.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Node {
    Object(Vec<(String, Node)>),
    List(Vec<Node>),
    Text(Template),
    Fixed(Value),
}

/// How a mobile is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub(super) enum Spelling {
    /// `+966501234567`.
    #[serde(rename = "+966…")]
    Plus,
    /// `966501234567`.
    #[serde(rename = "966…")]
    Digits,
    /// `0501234567`.
    #[serde(rename = "05…")]
    National,
}

impl Profile {
    /// The names of the profiles that the program brings along.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.into_iter().map(|(name, _)| name)
    }

    /// A profile that the program brings along.
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = BUILT_IN.into_iter().find(|(built_in, _)| *built_in == name)?;
        Self::parse(text).ok()
    }

    /// Reads a profile file.
    ///
    /// # Errors
    /// What is wrong with it, with line, field and reason, and without any value of it.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        reading::read(text)
    }

    /// What it calls the gateway.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names of the values that the configuration has to give: `sender`, keys, names.
    pub fn asks(&self) -> BTreeSet<&str> {
        self.calls().flat_map(Call::holes).filter_map(Hole::value).collect()
    }

    /// The same gateway at another host, such as that of another region.
    #[must_use]
    pub fn at(self, host: Address) -> Self {
        Self {
            elsewhere: Some(host),
            ..self
        }
    }

    fn calls(&self) -> impl Iterator<Item = &Call> {
        let asking = self.receipt.iter().map(|asking| &asking.call);
        std::iter::once(&self.send).chain(&self.probe).chain(asking)
    }
}

/// A profile holds no secret; its title is enough to tell it.
impl fmt::Debug for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Profile({})", self.title)
    }
}

impl Call {
    /// Every hole in it.
    pub(super) fn holes(&self) -> impl Iterator<Item = &Hole> {
        let auth: Vec<&Template> = match &self.auth {
            Auth::None => Vec::new(),
            Auth::Basic { user, password } => vec![user, password],
            Auth::Bearer(token) => vec![token],
        };
        let body: Vec<&Template> = match &self.body {
            Body::None => Vec::new(),
            Body::Form(fields) => fields.iter().map(|(_, text)| text).collect(),
            Body::Json(node) => node.texts(),
        };
        let headers = self.headers.iter().map(|(_, text)| text);
        std::iter::once(&self.url)
            .chain(auth)
            .chain(headers)
            .chain(body)
            .flat_map(Template::holes)
    }
}

impl Node {
    fn texts(&self) -> Vec<&Template> {
        match self {
            Self::Object(fields) => fields.iter().flat_map(|(_, node)| node.texts()).collect(),
            Self::List(nodes) => nodes.iter().flat_map(Self::texts).collect(),
            Self::Text(text) => vec![text],
            Self::Fixed(_) => Vec::new(),
        }
    }
}

impl Spelling {
    /// A mobile, written so.
    pub(super) fn spell(self, mobile: &Mobile) -> String {
        let e164 = mobile.e164();
        match self {
            Self::Plus => e164,
            Self::Digits => e164.trim_start_matches('+').to_owned(),
            Self::National => e164.replacen("+966", "0", 1),
        }
    }
}

#[cfg(test)]
mod tests;
