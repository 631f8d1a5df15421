//! A gateway of the kind `http`.

use std::collections::BTreeMap;
use std::time::Duration;

use toml::Spanned;

use super::super::Reason;
use super::super::gateway::HttpEntry;
use super::super::hidden::Hidden;
use super::{Entry, GatewayFile, Text};
use crate::adapter::gateway::http::Profile;

pub(super) const FIELDS: &[&str] = &[
    "host",
    "certificate",
    "patience",
    "sender",
    "profile",
    "profile_file",
    "secrets",
];

/// What a profile calls the sender's name. All else that it asks for is secret.
const SENDER: &str = "sender";

impl Entry<'_, '_> {
    pub(super) fn http(&mut self, file: GatewayFile, patience: Duration) -> Option<HttpEntry> {
        let trust = self.trust(&file.certificate);
        let profile = self.profile(&file.profile, &file.profile_file)?;
        let asks: Vec<String> = profile.asks().into_iter().map(str::to_owned).collect();
        let elsewhere = file.host.as_ref().map(|host| self.address("host", host));
        let sender = match &file.sender {
            Some(text) if asks.iter().any(|asked| asked == SENDER) => self.sender(text).map(Some),
            Some(text) => {
                self.fault("sender", text.span(), Reason::Unknown);
                None
            }
            None if asks.iter().any(|asked| asked == SENDER) => {
                self.missing("sender");
                None
            }
            None => Some(None),
        };
        let secrets = self.secrets(file.secrets.map(Spanned::into_inner).unwrap_or_default(), &asks);
        let profile = match elsewhere {
            Some(host) => profile.at(host?),
            None => profile,
        };
        Some(HttpEntry {
            profile,
            sender: sender?,
            secrets: secrets?,
            trust: trust?,
            patience,
        })
    }

    fn profile(&mut self, name: &Text, file: &Text) -> Option<Profile> {
        match (name, file) {
            (Some(name), None) => {
                let profile = Profile::built_in(name.get_ref());
                if profile.is_none() {
                    self.fault("profile", name.span(), Reason::Profile);
                }
                profile
            }
            (None, Some(path)) => {
                let text = self.file("profile_file", path)?;
                match Profile::parse(&text) {
                    Ok(profile) => Some(profile),
                    Err(error) => {
                        let (line, field) = (error.line, error.field);
                        self.fault("profile_file", path.span(), Reason::ProfileFile { line, field });
                        None
                    }
                }
            }
            (Some(_), Some(path)) => {
                self.fault("profile_file", path.span(), Reason::Value);
                None
            }
            (None, None) => {
                self.missing("profile");
                None
            }
        }
    }

    /// Exactly what the profile asks for, besides the sender's name.
    fn secrets(
        &mut self,
        written: BTreeMap<String, Spanned<String>>,
        asks: &[String],
    ) -> Option<BTreeMap<String, Hidden>> {
        let wanted = || asks.iter().filter(|asked| *asked != SENDER);
        let mut whole = true;
        for name in wanted().filter(|name| !written.contains_key(*name)) {
            self.missing(&format!("secrets.{name}"));
            whole = false;
        }
        let mut secrets = BTreeMap::new();
        for (name, text) in written {
            let field = format!("secrets.{name}");
            if !wanted().any(|asked| *asked == name) {
                self.fault(&field, text.span(), Reason::Unknown);
                whole = false;
            } else if let Some(hidden) = self.hidden(&field, &text) {
                secrets.insert(name, hidden);
            } else {
                whole = false;
            }
        }
        whole.then_some(secrets)
    }
}
