//! A gateway of the kind `smtp`.

use std::time::Duration;

use toml::Spanned;

use super::super::Reason;
use super::super::gateway::{Encryption, SmtpEntry};
use super::super::hidden::Hidden;
use super::{Entry, GatewayFile, Text};
use crate::domain::applicant::Email;

pub(super) const FIELDS: &[&str] = &[
    "host",
    "port",
    "tls",
    "certificate",
    "patience",
    "user",
    "password",
    "from",
    "from_name",
];

impl Entry<'_, '_> {
    pub(super) fn smtp(&mut self, file: &GatewayFile, patience: Duration) -> Option<SmtpEntry> {
        let host = self.needed("host", &file.host).and_then(|host| self.host(host));
        let encryption = self.encryption(&file.tls);
        let trust = self.trust(&file.certificate);
        let sign_in = self.mail_sign_in(&file.user, &file.password);
        let from = self.needed("from", &file.from).and_then(|from| self.email(from));
        let from_name = match &file.from_name {
            None => Some(None),
            Some(name) => self.label("from_name", name).map(Some),
        };
        let port = self.port(
            file.port.as_ref(),
            match encryption {
                Some(Encryption::Tls) => 465,
                Some(Encryption::None) => 25,
                Some(Encryption::StartTls) | None => 587,
            },
        );
        Some(SmtpEntry {
            host: host?,
            port,
            encryption: encryption?,
            trust: trust?,
            sign_in: sign_in?,
            from: from?,
            from_name: from_name?,
            patience,
        })
    }

    fn encryption(&mut self, tls: &Text) -> Option<Encryption> {
        match tls.as_ref().map(|tls| (tls.get_ref().as_str(), tls.span())) {
            None | Some(("starttls", _)) => Some(Encryption::StartTls),
            Some(("tls", _)) => Some(Encryption::Tls),
            Some(("none", _)) => Some(Encryption::None),
            Some((_, span)) => {
                self.fault("tls", span, Reason::Value);
                None
            }
        }
    }

    /// Both or neither.
    fn mail_sign_in(&mut self, user: &Text, password: &Text) -> Option<Option<(String, Hidden)>> {
        match (user, password) {
            (None, None) => Some(None),
            (Some(user), Some(password)) => {
                let user = self.label("user", user);
                let password = self.hidden("password", password);
                Some(Some((user?, password?)))
            }
            (Some(_), None) => {
                self.missing("password");
                None
            }
            (None, Some(_)) => {
                self.missing("user");
                None
            }
        }
    }

    fn email(&mut self, text: &Spanned<String>) -> Option<Email> {
        match Email::parse(text.get_ref()) {
            Ok(email) => Some(email),
            Err(error) => {
                self.fault("from", text.span(), Reason::Email(error));
                None
            }
        }
    }
}
