//! How a question of a profile becomes a request: each hole is filled where it stands, and what fills it is never read
//! as anything else there.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use hyper::header::{AUTHORIZATION, HeaderValue};
use serde_json::Value;
use zeroize::Zeroizing;

use super::profile::{Auth, Body, Call, Node};
use super::template::{Hole, SENDER, Template};
use crate::adapter::web::{Address, Request};
use crate::domain::message::GatewayFault;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::port::GatewayError;

/// What fills the holes of one question.
#[derive(Clone, Copy)]
pub(super) struct Filling<'a> {
    /// What the configuration gives.
    pub(super) values: &'a BTreeMap<String, Secret>,
    /// Where the host stands in the place of the profile's.
    pub(super) elsewhere: Option<&'a Address>,
    /// The mobile, as the gateway wants it.
    pub(super) recipient: &'a str,
    /// The text.
    pub(super) text: &'a str,
    /// Our name for the message.
    pub(super) id: &'a str,
    /// The gateway's name for it.
    pub(super) gateway_id: &'a str,
}

impl Filling<'_> {
    /// The request that asks it.
    ///
    /// # Errors
    /// A value cannot stand where the profile wants it.
    pub(super) fn request(&self, call: &Call) -> Result<Request, GatewayError> {
        let mut headers = Vec::new();
        for (name, text) in &call.headers {
            headers.push((name.clone(), header(&self.fill(text))?));
        }
        match &call.auth {
            Auth::None => {}
            Auth::Bearer(token) => {
                let bearer = Zeroizing::new(format!("Bearer {}", *self.fill(token)));
                headers.push((AUTHORIZATION, header(&bearer)?));
            }
            Auth::Basic { user, password } => {
                let pair = Zeroizing::new(format!("{}:{}", *self.fill(user), *self.fill(password)));
                let basic = Zeroizing::new(format!("Basic {}", BASE64.encode(pair.as_bytes())));
                headers.push((AUTHORIZATION, header(&basic)?));
            }
        }
        let body = match &call.body {
            Body::None => None,
            Body::Form(fields) => Some(("application/x-www-form-urlencoded", self.form(fields))),
            Body::Json(node) => Some(("application/json", self.json(node)?)),
        };
        Ok(Request {
            method: call.method,
            address: self.address(call)?,
            headers,
            body,
        })
    }

    /// Where it is asked.
    ///
    /// # Errors
    /// A value cannot stand in an address.
    pub(super) fn address(&self, call: &Call) -> Result<Address, GatewayError> {
        let url = call.url.filled(|hole| in_address(&self.value(hole)));
        let address = Address::parse(&url).map_err(|error| GatewayError::new(GatewayFault::NotReached, error))?;
        Ok(match self.elsewhere {
            Some(elsewhere) => address.moved_to(elsewhere),
            None => address,
        })
    }

    fn form(&self, fields: &[(String, Template)]) -> Zeroizing<Vec<u8>> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, text) in fields {
            form.append_pair(name, &self.fill(text));
        }
        Zeroizing::new(form.finish().into_bytes())
    }

    fn json(&self, node: &Node) -> Result<Zeroizing<Vec<u8>>, GatewayError> {
        let json = serde_json::to_vec(&self.of_json(node));
        let json = json.map_err(|error| GatewayError::new(GatewayFault::Malformed, error))?;
        Ok(Zeroizing::new(json))
    }

    fn of_json(&self, node: &Node) -> Value {
        match node {
            Node::Object(fields) => {
                let field = |(name, node): &(String, Node)| (name.clone(), self.of_json(node));
                Value::Object(fields.iter().map(field).collect())
            }
            Node::List(nodes) => Value::Array(nodes.iter().map(|node| self.of_json(node)).collect()),
            Node::Text(text) => Value::String(self.fill(text).to_string()),
            Node::Fixed(value) => value.clone(),
        }
    }

    fn fill(&self, text: &Template) -> Zeroizing<String> {
        text.filled(|hole| self.value(hole))
    }

    fn value(&self, hole: &Hole) -> Zeroizing<String> {
        let given = |name: &str| self.values.get(name).map_or("", |value| value.expose_secret());
        Zeroizing::new(match hole {
            Hole::Recipient => self.recipient.to_owned(),
            Hole::Sender => given(SENDER).to_owned(),
            Hole::Text => self.text.to_owned(),
            Hole::Id => self.id.to_owned(),
            Hole::GatewayId => self.gateway_id.to_owned(),
            Hole::Secret(name) => given(name).to_owned(),
        })
    }
}

fn header(value: &str) -> Result<HeaderValue, GatewayError> {
    let mut value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| GatewayError::new(GatewayFault::SignInRefused, "a value cannot stand in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// A value as it stands in a path or a query: all but letters, digits and `-._~` is escaped (RFC 3986).
fn in_address(value: &str) -> Zeroizing<String> {
    let mut escaped = Zeroizing::new(String::new());
    for byte in value.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' => escaped.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => escaped.push(char::from(byte)),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::in_address;

    #[test]
    fn nothing_gets_out_of_its_place_in_an_address() {
        assert_eq!(*in_address("AC0f-1._~"), "AC0f-1._~");
        assert_eq!(*in_address("../a?b=c&d #\r\n"), "..%2Fa%3Fb%3Dc%26d%20%23%0D%0A");
        assert_eq!(*in_address("أ"), "%D8%A3");
    }
}
