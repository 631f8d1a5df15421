//! Where a request goes.

use std::fmt;
use std::net::IpAddr;

use hyper::Uri;

/// An address on the web. Its path may hold a secret, so `Debug` shows the host alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    over_tls: bool,
    host: String,
    port: u16,
    authority: String,
    path: String,
}

/// Why a text is no address that a message may go to. Tells nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is no address as the web has them.
    #[error("it is not a web address")]
    Malformed,
    /// It begins with something other than `https://`.
    #[error("the address does not begin with https://")]
    NotHttps,
    /// It is `http://` and leads off this machine: what is sent could be read on the way.
    #[error("http:// leads to this machine only; elsewhere it is https://")]
    InClear,
    /// A name or a password stands in it.
    #[error("a name or password stands in the address; it belongs into a value of its own")]
    SignIn,
}

impl Address {
    /// Reads `https://host[:port][/path][?query]`, or `http://` of this machine.
    ///
    /// # Errors
    /// See [`AddressError`].
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let uri: Uri = text.parse().map_err(|_| AddressError::Malformed)?;
        let over_tls = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(AddressError::NotHttps),
        };
        let authority = uri.authority().ok_or(AddressError::Malformed)?;
        if authority.as_str().contains('@') {
            return Err(AddressError::SignIn);
        }
        let host = authority
            .host()
            .trim_start_matches('[')
            .trim_end_matches(']')
            .to_owned();
        if host.is_empty() {
            return Err(AddressError::Malformed);
        }
        if !over_tls && !is_this_machine(&host) {
            return Err(AddressError::InClear);
        }
        Ok(Self {
            over_tls,
            port: authority.port_u16().unwrap_or(if over_tls { 443 } else { 80 }),
            authority: authority.as_str().to_owned(),
            path: uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            host,
        })
    }

    /// The same path at another host.
    #[must_use]
    pub fn moved_to(self, other: &Self) -> Self {
        Self {
            path: self.path,
            ..other.clone()
        }
    }

    /// The same host with `path` after whatever path there is.
    #[must_use]
    pub fn below(&self, path: &str) -> Self {
        Self {
            path: format!("{}{path}", self.path.trim_end_matches('/')),
            ..self.clone()
        }
    }

    /// Whether it is reached over TLS.
    pub const fn is_over_tls(&self) -> bool {
        self.over_tls
    }

    /// The host's name or number.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Host and port, as they were written.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Path and query.
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Address({}:{})", self.host, self.port)
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|number| number.is_loopback())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_address_is_read_once_and_shows_no_path() {
        let address = Address::parse("https://api.example.com:8443/v1/AC-SECRET/send?x=1").unwrap();
        assert_eq!((address.host(), address.port()), ("api.example.com", 8443));
        assert_eq!(address.authority(), "api.example.com:8443");
        assert_eq!(address.path(), "/v1/AC-SECRET/send?x=1");
        assert!(address.is_over_tls());
        assert!(!format!("{address:?}").contains("SECRET"));
        let here = Address::parse("http://[::1]:9000").unwrap();
        assert_eq!((here.host(), here.port(), here.path()), ("::1", 9000, "/"));
        let moved = address.moved_to(&here);
        assert_eq!((moved.host(), moved.path()), ("::1", "/v1/AC-SECRET/send?x=1"));
        let registry = Address::parse("https://registry.example/api/").unwrap();
        assert_eq!(registry.below("/person").path(), "/api/person");
    }

    #[test]
    fn what_could_be_read_on_the_way_is_refused() {
        for (text, error) in [
            ("", AddressError::Malformed),
            ("https://", AddressError::Malformed),
            ("https://a b/", AddressError::Malformed),
            ("api.example.com/send", AddressError::Malformed),
            ("/send", AddressError::NotHttps),
            ("ftp://api.example.com/", AddressError::NotHttps),
            ("http://api.example.com/", AddressError::InClear),
            ("http://127.0.0.1.example.com/", AddressError::InClear),
            ("http://192.168.0.7/", AddressError::InClear),
            ("https://user:pass@api.example.com/", AddressError::SignIn),
        ] {
            assert_eq!(Address::parse(text), Err(error), "{text:?}");
        }
        for text in ["http://localhost/", "http://127.0.0.1:80/x", "http://127.9.9.9/"] {
            assert!(Address::parse(text).is_ok(), "{text:?}");
        }
    }
}
