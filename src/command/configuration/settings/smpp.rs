//! A gateway of the kind `smpp`.

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::Spanned;

use super::super::Reason;
use super::super::gateway::SmppEntry;
use super::{Entry, GatewayFile, Text};
use crate::adapter::gateway::Trust;
use crate::adapter::gateway::smpp::SmppSettings;

pub(super) const FIELDS: &[&str] = &[
    "host",
    "port",
    "tls",
    "certificate",
    "patience",
    "sender",
    "system_id",
    "password",
    "system_type",
    "enquire_every",
    "window",
];

/// The port that the protocol is registered for.
const PORT: u16 = 2775;
const ENQUIRE_EVERY: u64 = 30;
const WINDOW: u16 = 10;

impl Entry<'_, '_> {
    pub(super) fn smpp(&mut self, file: &GatewayFile, patience: Duration) -> Option<SmppEntry> {
        let host = self.needed("host", &file.host).and_then(|host| self.host(host));
        let tls = self.line(&file.tls, &file.certificate);
        let id = self.needed("system_id", &file.system_id);
        let system_id = id.and_then(|id| self.ascii("system_id", id, 1..=SmppSettings::LONGEST_SYSTEM_ID));
        let password = self
            .needed("password", &file.password)
            .and_then(|text| self.hidden("password", text));
        let system_type = match &file.system_type {
            None => Some(String::new()),
            Some(text) => self.ascii("system_type", text, 0..=SmppSettings::LONGEST_SYSTEM_TYPE),
        };
        let sender = self
            .needed("sender", &file.sender)
            .and_then(|sender| self.sender(sender));
        let enquire_every = self.seconds("enquire_every", file.enquire_every.as_ref(), 5..=300, ENQUIRE_EVERY);
        let window = self.window(file.window.as_ref());
        let port = self.port(file.port.as_ref(), PORT);
        Some(SmppEntry {
            host: host?,
            port,
            tls: tls?,
            system_id: system_id?,
            password: password?,
            system_type: system_type?,
            sender: sender?,
            patience,
            enquire_every,
            window,
        })
    }

    fn line(&mut self, tls: &Text, certificate: &Text) -> Option<Option<Trust>> {
        let trust = self.trust(certificate);
        match tls.as_ref().map(|tls| (tls.get_ref().as_str(), tls.span())) {
            None | Some(("tls", _)) => trust.map(Some),
            Some(("none", _)) => Some(None),
            Some((_, span)) => {
                self.fault("tls", span, Reason::Value);
                None
            }
        }
    }

    /// What the protocol has so many octets for.
    fn ascii(&mut self, field: &str, text: &Spanned<String>, length: RangeInclusive<usize>) -> Option<String> {
        let written = text.get_ref();
        if !length.contains(&written.len()) || !written.bytes().all(|letter| letter.is_ascii_graphic()) {
            self.fault(field, text.span(), Reason::Ascii { most: *length.end() });
            return None;
        }
        Some(written.clone())
    }

    fn window(&mut self, window: Option<&Spanned<u16>>) -> u16 {
        let Some(window) = window else { return WINDOW };
        if !(1..=100).contains(window.get_ref()) {
            self.fault("window", window.span(), Reason::Range { least: 1, most: 100 });
        }
        *window.get_ref()
    }
}
