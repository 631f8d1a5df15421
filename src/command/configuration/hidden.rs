//! Secrets of gateways: the file holds none. It says where one is, or holds it sealed with the data key of the desk.

use crate::adapter::seal::Vault;
use crate::domain::secret::{ExposeSecret, Secret};

/// Where a secret is.
#[derive(Clone, PartialEq, Eq)]
pub enum Hidden {
    /// In this variable of the environment.
    Environment(String),
    /// Here, sealed by `istiada gateway seal`.
    Sealed(String),
}

/// Why a secret could not be had. Tells nothing of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HiddenError {
    /// The variable is not set, or is empty.
    #[error("{0} is not set")]
    NotSet(String),
    /// It was sealed with the data key of another desk, or is not what was sealed.
    #[error("it was not sealed with the data key of this desk")]
    Foreign,
    /// It is there, and holds a character that cannot be sent.
    #[error("it holds a character that cannot be sent")]
    Unsendable,
    /// It is there, and longer than the protocol has room for: so many characters.
    #[error("it is longer than {0} characters")]
    TooLong(usize),
}

impl Hidden {
    /// Reads `env:NAME` or `sealed:…`; nothing else says where a secret is.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(name) = text.strip_prefix("env:") {
            let is_name = |name: &str| {
                let mut letters = name.bytes();
                letters
                    .next()
                    .is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
                    && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
            };
            return is_name(name).then(|| Self::Environment(name.to_owned()));
        }
        let sealed = text.strip_prefix("sealed:")?;
        let is_sealed = !sealed.is_empty() && sealed.bytes().all(|letter| letter.is_ascii_hexdigit());
        is_sealed.then(|| Self::Sealed(sealed.to_owned()))
    }

    /// The text that stands for a secret in the configuration of a desk with this data key.
    ///
    /// # Errors
    /// The system has no random bytes.
    pub fn seal(secret: &Secret, vault: &Vault) -> std::io::Result<String> {
        let sealed = vault.seal_secret(secret)?;
        Ok(format!("sealed:{sealed}"))
    }

    /// The secret.
    ///
    /// # Errors
    /// See [`HiddenError`].
    pub fn found(&self, vault: &Vault, environment: &dyn Fn(&str) -> Option<String>) -> Result<Secret, HiddenError> {
        let secret = match self {
            Self::Environment(name) => environment(name).map(Secret::from),
            Self::Sealed(sealed) => return vault.open_secret(sealed).map_err(|_| HiddenError::Foreign),
        };
        let is_there = |secret: &Secret| !secret.expose_secret().is_empty();
        secret.filter(is_there).ok_or_else(|| {
            HiddenError::NotSet(match self {
                Self::Environment(name) | Self::Sealed(name) => name.clone(),
            })
        })
    }
}

/// A sealed text is long and says nothing.
impl std::fmt::Debug for Hidden {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Environment(name) => write!(formatter, "Hidden(env:{name})"),
            Self::Sealed(_) => formatter.write_str("Hidden(sealed)"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::adapter::seal::{DataKey, KeyId};
    use crate::domain::store_kind::StoreKind;

    fn vault(byte: u8) -> Vault {
        Vault::new(&DataKey::new(KeyId::from_bytes([byte; 8]), StoreKind::Desk, [byte; 32]))
    }

    #[test]
    fn only_what_hides_a_secret_is_read() {
        assert_eq!(
            Hidden::parse("env:SMSC_PASSWORD"),
            Some(Hidden::Environment("SMSC_PASSWORD".into()))
        );
        assert_eq!(Hidden::parse("sealed:0aF1"), Some(Hidden::Sealed("0aF1".into())));
        for plain in [
            "",
            "pa55word",
            "env:",
            "env:1A",
            "env:A B",
            "sealed:",
            "sealed:holiday",
            "ENV:A",
            " env:A",
        ] {
            assert_eq!(Hidden::parse(plain), None, "{plain}");
        }
    }

    #[test]
    fn what_one_desk_sealed_no_other_opens() {
        let nowhere = |_: &str| None;
        let secret = Secret::from("Bawwaba-3jiba-91");
        let sealed = Hidden::seal(&secret, &vault(1)).unwrap();
        assert_ne!(sealed, Hidden::seal(&secret, &vault(1)).unwrap());
        let hidden = Hidden::parse(&sealed).unwrap();
        assert_eq!(
            hidden.found(&vault(1), &nowhere).unwrap().expose_secret(),
            "Bawwaba-3jiba-91"
        );
        assert_eq!(hidden.found(&vault(2), &nowhere).unwrap_err(), HiddenError::Foreign);
        assert_eq!(format!("{hidden:?}"), "Hidden(sealed)");
        let torn = Hidden::parse(&sealed[..sealed.len() - 2]).unwrap();
        assert_eq!(torn.found(&vault(1), &nowhere).unwrap_err(), HiddenError::Foreign);
        let odd = Hidden::parse(&sealed[..sealed.len() - 1]).unwrap();
        assert_eq!(odd.found(&vault(1), &nowhere).unwrap_err(), HiddenError::Foreign);
    }

    #[test]
    fn a_variable_that_is_not_set_is_named() {
        let hidden = Hidden::parse("env:SMSC_PASSWORD").unwrap();
        let set = |value: &'static str| move |name: &str| (name == "SMSC_PASSWORD").then(|| value.to_owned());
        assert_eq!(hidden.found(&vault(1), &set("x")).unwrap().expose_secret(), "x");
        let missing = Err(HiddenError::NotSet("SMSC_PASSWORD".into()));
        assert_eq!(hidden.found(&vault(1), &set("")).map(|_| ()), missing);
        assert_eq!(hidden.found(&vault(1), &|_| None).map(|_| ()), missing);
    }
}
