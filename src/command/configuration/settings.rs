//! `[[gateway]]` and `[registry]` as they are written, and what is judged about them.

mod http;
mod smpp;
mod smtp;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::time::Duration;

use serde::Deserialize;
use toml::Spanned;

use crate::adapter::gateway::{SenderName, Trust};
use crate::adapter::web::Address;

use super::document::entry_name;
use super::gateway::{GatewayEntry, HttpRegistryEntry, RegistryEntry, Way};
use super::hidden::Hidden;
use super::{Check, Reason};

type Text = Option<Spanned<String>>;

/// A gateway. Which fields it may have depends on its kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GatewayFile {
    kind: Text,
    name: Text,
    host: Text,
    port: Option<Spanned<u16>>,
    tls: Text,
    certificate: Text,
    patience: Option<Spanned<u64>>,
    sender: Text,
    system_id: Text,
    password: Text,
    system_type: Text,
    enquire_every: Option<Spanned<u64>>,
    window: Option<Spanned<u16>>,
    profile: Text,
    profile_file: Text,
    secrets: Option<Spanned<BTreeMap<String, Spanned<String>>>>,
    user: Text,
    from: Text,
    from_name: Text,
}

impl GatewayFile {
    /// The fields that stand there, kind and name apart, and where.
    fn present(&self) -> Vec<(&'static str, Range<usize>)> {
        let text = |text: &Text| text.as_ref().map(Spanned::span);
        let all = [
            ("host", text(&self.host)),
            ("port", self.port.as_ref().map(Spanned::span)),
            ("tls", text(&self.tls)),
            ("certificate", text(&self.certificate)),
            ("patience", self.patience.as_ref().map(Spanned::span)),
            ("sender", text(&self.sender)),
            ("system_id", text(&self.system_id)),
            ("password", text(&self.password)),
            ("system_type", text(&self.system_type)),
            ("enquire_every", self.enquire_every.as_ref().map(Spanned::span)),
            ("window", self.window.as_ref().map(Spanned::span)),
            ("profile", text(&self.profile)),
            ("profile_file", text(&self.profile_file)),
            ("secrets", self.secrets.as_ref().map(Spanned::span)),
            ("user", text(&self.user)),
            ("from", text(&self.from)),
            ("from_name", text(&self.from_name)),
        ];
        let there = all.into_iter().filter_map(|(name, span)| Some((name, span?)));
        there.collect()
    }
}

/// The registry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegistryFile {
    kind: Text,
    url: Text,
    token: Text,
    patience: Option<Spanned<u64>>,
    certificate: Text,
}

/// How long a gateway or a registry may take, where the file does not say.
const PATIENCE: u64 = 10;

/// One entry that is being judged.
struct Entry<'c, 'd> {
    check: &'c mut Check<'d>,
    /// As faults name it.
    name: String,
    /// Where it begins: where what is missing is told.
    start: Range<usize>,
}

impl Check<'_> {
    pub(super) fn gateways(&mut self, written: Vec<Spanned<GatewayFile>>, outbox: Duration) -> Vec<GatewayEntry> {
        let mut names = BTreeSet::new();
        let mut entries = Vec::new();
        for (place, file) in written.into_iter().enumerate() {
            let span = file.span();
            let file = file.into_inner();
            let field = entry_name("gateway", place);
            let name_span = file.name.as_ref().map(Spanned::span);
            let mut entry = Entry {
                check: &mut *self,
                name: field.clone(),
                start: span.start..span.start,
            };
            let name = file.name.clone().and_then(|name| entry.label("name", &name));
            let Some(way) = entry.way(file, outbox) else {
                continue;
            };
            match (name, name_span) {
                (Some(name), Some(span)) if !names.insert(name.clone()) => entry.fault("name", span, Reason::Twice),
                (Some(name), _) => entries.push(GatewayEntry { name, field, way }),
                (None, Some(_)) => {}
                (None, None) => entry.missing("name"),
            }
        }
        entries
    }

    pub(super) fn registry(&mut self, written: Option<Spanned<RegistryFile>>) -> RegistryEntry {
        let Some(written) = written else {
            return RegistryEntry::Embedded;
        };
        let start = written.span().start;
        let file = written.into_inner();
        let mut entry = Entry {
            check: self,
            name: "registry".to_owned(),
            start: start..start,
        };
        let is_http = match file.kind.as_ref().map(|kind| (kind.get_ref().as_str(), kind.span())) {
            None | Some(("embedded", _)) => false,
            Some(("http", _)) => true,
            Some((_, span)) => {
                entry.fault("kind", span, Reason::Value);
                return RegistryEntry::Embedded;
            }
        };
        if is_http {
            return entry
                .http_registry(&file)
                .map_or(RegistryEntry::Embedded, RegistryEntry::Http);
        }
        let texts = [
            ("url", &file.url),
            ("token", &file.token),
            ("certificate", &file.certificate),
        ];
        let there = texts.map(|(name, text)| (name, text.as_ref().map(Spanned::span)));
        let patience = ("patience", file.patience.as_ref().map(Spanned::span));
        for (name, span) in there.into_iter().chain([patience]) {
            if let Some(span) = span {
                entry.fault(name, span, Reason::Unknown);
            }
        }
        RegistryEntry::Embedded
    }
}

impl Entry<'_, '_> {
    fn way(&mut self, file: GatewayFile, outbox: Duration) -> Option<Way> {
        let Some(kind) = file.kind.clone() else {
            self.missing("kind");
            return None;
        };
        let fields = match kind.get_ref().as_str() {
            "smpp" => smpp::FIELDS,
            "http" => http::FIELDS,
            "smtp" => smtp::FIELDS,
            _ => {
                self.fault("kind", kind.span(), Reason::Value);
                return None;
            }
        };
        for (name, span) in file.present() {
            if !fields.contains(&name) {
                self.fault(name, span, Reason::Unknown);
            }
        }
        // A gateway gives up before the outbox does, so that what became of a message is known to both.
        let most = outbox.as_secs().saturating_sub(1).max(1);
        let patience = self.seconds("patience", file.patience.as_ref(), 1..=most, PATIENCE.min(most));
        match kind.get_ref().as_str() {
            "smpp" => self.smpp(&file, patience).map(Way::Smpp),
            "http" => self.http(file, patience).map(Box::new).map(Way::Http),
            _ => self.smtp(&file, patience).map(Way::Smtp),
        }
    }

    fn http_registry(&mut self, file: &RegistryFile) -> Option<HttpRegistryEntry> {
        let url = self.needed("url", &file.url).and_then(|url| self.address("url", url));
        let token = self
            .needed("token", &file.token)
            .and_then(|token| self.hidden("token", token));
        let trust = self.trust(&file.certificate);
        let patience = self.seconds("patience", file.patience.as_ref(), 1..=60, PATIENCE);
        Some(HttpRegistryEntry {
            url: url?,
            token: token?,
            trust: trust?,
            patience,
        })
    }

    fn fault(&mut self, field: &str, span: Range<usize>, reason: Reason) {
        let field = format!("{}.{field}", self.name);
        self.check.fault(span, &field, reason);
    }

    fn missing(&mut self, field: &str) {
        self.fault(field, self.start.clone(), Reason::Missing);
    }

    /// A field that must stand there.
    fn needed<'t>(&mut self, field: &str, text: &'t Text) -> Option<&'t Spanned<String>> {
        if text.is_none() {
            self.missing(field);
        }
        text.as_ref()
    }

    fn label(&mut self, field: &str, text: &Spanned<String>) -> Option<String> {
        let field = format!("{}.{field}", self.name);
        self.check.label(&field, text)
    }

    /// A host: a name or a number, without anything around it.
    fn host(&mut self, text: &Spanned<String>) -> Option<String> {
        let host = text.get_ref();
        let is_host = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | ':' | '_');
        if host.is_empty() || host.len() > 253 || !host.chars().all(is_host) {
            self.fault("host", text.span(), Reason::Host);
            return None;
        }
        Some(host.clone())
    }

    fn port(&mut self, port: Option<&Spanned<u16>>, default: u16) -> u16 {
        let Some(port) = port else { return default };
        if *port.get_ref() == 0 {
            let (least, most) = (1, u64::from(u16::MAX));
            self.fault("port", port.span(), Reason::Range { least, most });
        }
        *port.get_ref()
    }

    fn seconds(
        &mut self,
        field: &str,
        number: Option<&Spanned<u64>>,
        range: std::ops::RangeInclusive<u64>,
        default: u64,
    ) -> Duration {
        let Some(number) = number else {
            return Duration::from_secs(default);
        };
        if !range.contains(number.get_ref()) {
            let (least, most) = (*range.start(), *range.end());
            self.fault(field, number.span(), Reason::Range { least, most });
        }
        Duration::from_secs(*number.get_ref())
    }

    fn sender(&mut self, text: &Spanned<String>) -> Option<SenderName> {
        let name = SenderName::parse(text.get_ref()).ok();
        if name.is_none() {
            self.fault("sender", text.span(), Reason::Sender);
        }
        name
    }

    fn hidden(&mut self, field: &str, text: &Spanned<String>) -> Option<Hidden> {
        let hidden = Hidden::parse(text.get_ref());
        if hidden.is_none() {
            self.fault(field, text.span(), Reason::Plain);
        }
        hidden
    }

    fn address(&mut self, field: &str, text: &Spanned<String>) -> Option<Address> {
        let address = Address::parse(text.get_ref()).ok();
        if address.is_none() {
            self.fault(field, text.span(), Reason::Address);
        }
        address
    }

    /// A file that the configuration names.
    fn file(&mut self, field: &str, path: &Spanned<String>) -> Option<String> {
        let read = fs::read_to_string(self.check.folder.join(path.get_ref())).ok();
        if read.is_none() {
            self.fault(field, path.span(), Reason::NotRead);
        }
        read
    }

    /// The authorities of the system, and those of a file where one is named.
    fn trust(&mut self, certificate: &Text) -> Option<Trust> {
        let Some(path) = certificate else {
            return Some(Trust::of_system());
        };
        let pem = self.file("certificate", path)?;
        let trust = Trust::with_authority(&pem).ok();
        if trust.is_none() {
            self.fault("certificate", path.span(), Reason::Certificate);
        }
        trust
    }
}
