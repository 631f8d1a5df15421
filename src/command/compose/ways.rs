//! The ways out of a real desk, and the registry on the web, from what the configuration says of them.

use std::sync::Arc;

use crate::adapter::gateway::Trust;
use crate::adapter::gateway::http::{HttpGateway, HttpSettings};
use crate::adapter::gateway::smpp::{SmppGateway, SmppSettings};
use crate::adapter::gateway::smtp::{MailSignIn, Protection, SmtpGateway, SmtpSettings};
use crate::adapter::registry::http::{HttpRegistry, HttpRegistrySettings};
use crate::adapter::seal::Vault;
use crate::command::configuration::Configuration;
use crate::command::configuration::gateway::{
    Encryption, GatewayEntry, HttpEntry, RegistryEntry, SmppEntry, SmtpEntry, Way,
};
use crate::command::configuration::hidden::{Hidden, HiddenError};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::port::Gateway;

/// A secret of the configuration that could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSecret {
    /// The field, such as `gateway[1].password`.
    pub field: String,
    /// Why.
    pub error: HiddenError,
}

/// Where secrets are had from.
pub struct Secrets<'a> {
    /// What opens sealed ones.
    pub vault: &'a Vault,
    /// The variables of the environment.
    pub environment: &'a dyn Fn(&str) -> Option<String>,
}

impl Secrets<'_> {
    /// The secret of a field.
    ///
    /// # Errors
    /// See [`NoSecret`].
    pub fn of(&self, field: String, hidden: &Hidden) -> Result<Secret, NoSecret> {
        let found = hidden.found(self.vault, self.environment);
        found.map_err(|error| NoSecret { field, error })
    }
}

/// Every gateway of the configuration, in its order. None of them is reached yet.
///
/// # Errors
/// The first secret that could not be had.
pub fn gateways(configuration: &Configuration, secrets: &Secrets<'_>) -> Result<Vec<Arc<dyn Gateway>>, NoSecret> {
    configuration
        .gateways
        .iter()
        .map(|entry| gateway(entry, secrets))
        .collect()
}

/// One gateway. It is not reached yet.
///
/// # Errors
/// The first of its secrets that could not be had.
pub fn gateway(entry: &GatewayEntry, secrets: &Secrets<'_>) -> Result<Arc<dyn Gateway>, NoSecret> {
    let name = entry.name.clone();
    let gateway: Arc<dyn Gateway> = match &entry.way {
        Way::Smpp(way) => SmppGateway::new(name, smpp(way, entry, secrets)?),
        Way::Http(way) => {
            let settings = http(way, entry, secrets)?;
            // The file was held to what the profile asks for; what is left is a control character in a secret.
            HttpGateway::new(name, settings).map_err(|_| unsendable(format!("{}.secrets", entry.field)))?
        }
        Way::Smtp(way) => Arc::new(SmtpGateway::new(name, smtp(way, entry, secrets)?)),
    };
    Ok(gateway)
}

/// The registry on the web, where the configuration names one. It is not reached yet.
///
/// # Errors
/// Its token could not be had.
pub fn registry(configuration: &Configuration, secrets: &Secrets<'_>) -> Result<Option<HttpRegistry>, NoSecret> {
    let RegistryEntry::Http(entry) = &configuration.registry else {
        return Ok(None);
    };
    let field = "registry.token".to_owned();
    let settings = HttpRegistrySettings {
        address: entry.url.clone(),
        token: secrets.of(field.clone(), &entry.token)?,
        trust: entry.trust.clone(),
        patience: entry.patience,
    };
    HttpRegistry::new(settings).map(Some).map_err(|_| unsendable(field))
}

const fn unsendable(field: String) -> NoSecret {
    let error = HiddenError::Unsendable;
    NoSecret { field, error }
}

fn smpp(way: &SmppEntry, entry: &GatewayEntry, secrets: &Secrets<'_>) -> Result<SmppSettings, NoSecret> {
    let field = format!("{}.password", entry.field);
    let password = secrets.of(field.clone(), &way.password)?;
    let written = password.expose_secret();
    if !written.bytes().all(|letter| letter.is_ascii_graphic()) {
        return Err(unsendable(field));
    }
    if written.len() > SmppSettings::LONGEST_PASSWORD {
        let error = HiddenError::TooLong(SmppSettings::LONGEST_PASSWORD);
        return Err(NoSecret { field, error });
    }
    Ok(SmppSettings {
        host: way.host.clone(),
        port: way.port,
        tls: way.tls.clone(),
        system_id: way.system_id.clone(),
        password,
        system_type: way.system_type.clone(),
        sender: way.sender.clone(),
        patience: way.patience,
        enquire_every: way.enquire_every,
        window: way.window,
    })
}

fn http(way: &HttpEntry, entry: &GatewayEntry, secrets: &Secrets<'_>) -> Result<HttpSettings, NoSecret> {
    let had = way.secrets.iter().map(|(name, hidden)| {
        let secret = secrets.of(format!("{}.secrets.{name}", entry.field), hidden)?;
        Ok((name.clone(), secret))
    });
    let sender = way
        .sender
        .iter()
        .map(|sender| Ok(("sender".to_owned(), Secret::from(sender.as_str()))));
    Ok(HttpSettings {
        profile: way.profile.clone(),
        values: had.chain(sender).collect::<Result<_, NoSecret>>()?,
        trust: way.trust.clone(),
        patience: way.patience,
    })
}

fn smtp(way: &SmtpEntry, entry: &GatewayEntry, secrets: &Secrets<'_>) -> Result<SmtpSettings, NoSecret> {
    let protection = |trust: &Trust| match way.encryption {
        Encryption::StartTls => Protection::StartTls(trust.clone()),
        Encryption::Tls => Protection::Tls(trust.clone()),
        Encryption::None => Protection::None,
    };
    let sign_in = way.sign_in.as_ref().map(|(user, hidden)| {
        let password = secrets.of(format!("{}.password", entry.field), hidden)?;
        let user = user.clone();
        Ok::<_, NoSecret>(MailSignIn { user, password })
    });
    Ok(SmtpSettings {
        host: way.host.clone(),
        port: way.port,
        protection: protection(&way.trust),
        sign_in: sign_in.transpose()?,
        from: way.from.clone(),
        from_name: way.from_name.clone(),
        patience: way.patience,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::*;
    use crate::adapter::seal::{DataKey, KeyId};
    use crate::command::{configuration, wording};
    use crate::domain::language::Language;
    use crate::domain::store_kind::StoreKind;
    use crate::i18n::Texts;
    use crate::i18n::bidi::plain;

    #[test]
    fn a_password_that_smpp_has_no_room_for_is_told_by_its_field_and_without_its_value() {
        let vault = Vault::new(&DataKey::new(KeyId::from_bytes([1; 8]), StoreKind::Desk, [1; 32]));
        let file = "[[gateway]]\nkind = \"smpp\"\nname = \"operator\"\nhost = \"127.0.0.1\"\n\
                    system_id = \"istiada\"\npassword = \"env:SMSC_PASSWORD\"\nsender = \"Absher\"\n";
        let configuration = configuration::parse(file, Path::new("")).unwrap();
        let with = |password: &'static str| {
            let environment = |_: &str| Some(password.to_owned());
            let environment = &environment;
            let had = gateways(
                &configuration,
                &Secrets {
                    vault: &vault,
                    environment,
                },
            );
            had.map(|row| row.len())
        };
        assert_eq!(with("pa55word"), Ok(1));
        for (password, error) in [
            ("pa55word9", HiddenError::TooLong(8)),
            ("كلمة", HiddenError::Unsendable),
            ("pa 55", HiddenError::Unsendable),
            ("pa55\n", HiddenError::Unsendable),
        ] {
            let missing = with(password).unwrap_err();
            assert_eq!(missing.error, error, "{password}");
            for language in [Language::ARABIC, Language::ENGLISH] {
                let said = wording::no_secret(Texts::of(language), &missing).0.join(" ");
                assert!(
                    said.contains("gateway[1].password") && !said.contains(password),
                    "{said}"
                );
            }
        }
        let said = wording::no_secret(Texts::of(Language::ENGLISH), &with("pa55word9").unwrap_err());
        assert!(plain(&said.0.concat()).contains("8 characters"), "{said:?}");
    }
}
