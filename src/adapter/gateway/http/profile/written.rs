//! A profile file as it is written.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::Spelling;
use crate::adapter::gateway::http::answer::Meaning;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) title: String,
    pub(super) send: Spanned<Call>,
    pub(super) probe: Option<Spanned<Call>>,
    pub(super) receipt: Option<Spanned<Call>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) url: Spanned<String>,
    pub(super) recipient: Option<Spanned<Spelling>>,
    pub(super) after: Option<Spanned<Vec<u64>>>,
    pub(super) auth: Option<Spanned<Auth>>,
    #[serde(default)]
    pub(super) headers: BTreeMap<String, Spanned<String>>,
    pub(super) body: Option<Spanned<Body>>,
    pub(super) fields: Option<Spanned<Node>>,
    #[serde(default)]
    pub(super) answer: Vec<Spanned<Rule>>,
}

#[derive(Clone, Copy, Deserialize)]
pub(super) enum Method {
    #[serde(rename = "GET")]
    Get,
    #[serde(rename = "POST")]
    Post,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Body {
    Form,
    Json,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Auth {
    pub(super) bearer: Option<Spanned<String>>,
    pub(super) user: Option<Spanned<String>>,
    pub(super) password: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    #[serde(default)]
    pub(super) status: Vec<Spanned<String>>,
    pub(super) field: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) is: Vec<String>,
    pub(super) means: Spanned<Meaning>,
    pub(super) id: Option<Spanned<String>>,
}

/// Whatever stands in the fields of a body.
pub(super) enum Node {
    Text(String),
    Number(i64),
    Yes(bool),
    List(Vec<Spanned<Node>>),
    Table(Vec<(String, Spanned<Node>)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a whole number, yes or no, a list or a table")
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Node, E> {
        Ok(Node::Yes(yes))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = table.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Table(fields))
    }
}
