//! `istiada.toml`: what is set for a centre and a desk. `docs/configuration.md` explains every field.
//!
//! A wrong file gives file, line, field and reason, never the value; nothing of it is applied.

mod document;
mod fault;
pub mod gateway;
pub mod hidden;
mod settings;

use std::fs;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::domain::applicant::PersonName;
use crate::domain::language::Language;
use crate::domain::message::Origin;
use crate::domain::policy::Policy;
use crate::domain::store_kind::StoreKind;
use crate::i18n::Locale;

use self::document::Document;
use self::gateway::{GatewayEntry, RegistryEntry};
use self::settings::{GatewayFile, RegistryFile};
use super::logging::Level;

pub use self::fault::{Fault, Reason, Unusable};

/// What a desk runs with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configuration {
    /// The file that it came from; none where there is none.
    pub file: Option<PathBuf>,
    /// The centre's name.
    pub centre: Option<String>,
    /// The desk's name.
    pub desk: Option<String>,
    /// The language of the windows.
    pub language: Option<Language>,
    /// How the windows look.
    pub look: Look,
    /// The platform that accounts are on.
    pub platform: Platform,
    /// Where the applicant's own screen begins, in pixels; there is no list of screens to choose from.
    pub applicant_window: Option<WindowPosition>,
    /// The ways out, in the order in which they are tried.
    pub gateways: Vec<GatewayEntry>,
    /// Where people and mobiles are looked up.
    pub registry: RegistryEntry,
    /// How much is logged.
    pub log: Level,
    /// The numbers in force.
    pub policy: Policy,
}

/// Colours of the windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Palette {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// How the windows look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Their colours.
    pub palette: Palette,
    /// The size of texts, in percent: 100 to 200.
    pub text_scale: u16,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            palette: Palette::Light,
            text_scale: 100,
        }
    }
}

/// What the windows are opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// Their language.
    pub language: Language,
    /// Whether the command line or the file asks for that language.
    pub language_is_asked: bool,
    /// Colours and size of texts.
    pub look: Look,
    /// The platform's name and address, where the configuration names them.
    pub platform: Platform,
    /// Where the applicant's own screen begins.
    pub applicant_window: Option<WindowPosition>,
    /// Whether a band says that nobody here is real.
    pub training: bool,
    /// The password of made-up staff, where there are any.
    pub practice_password: Option<String>,
}

/// The platform that accounts are on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Platform {
    /// Its name; that of the language file where none is set.
    pub name: Option<String>,
    /// Its web address.
    pub address: Option<String>,
    /// The host that codes by SMS are bound to, where they are.
    pub origin: Option<Origin>,
}

/// A place on the screens of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowPosition {
    /// Pixels from the left end of the first screen.
    pub x: i32,
    /// Pixels from its top.
    pub y: i32,
    /// Width and height in pixels; without them the window fills the screen on which it begins.
    pub size: Option<[u16; 2]>,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    centre: Option<Spanned<String>>,
    desk: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    palette: Option<Palette>,
    text_scale: Option<Spanned<u16>>,
    platform: Option<PlatformFile>,
    applicant_window: Option<WindowPosition>,
    #[serde(default)]
    gateway: Vec<Spanned<GatewayFile>>,
    registry: Option<Spanned<RegistryFile>>,
    log: Option<LogFile>,
    #[serde(default)]
    policy: Policy,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlatformFile {
    name: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    origin: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LogFile {
    #[serde(default)]
    level: Level,
}

/// Reads a file; where there is none, everything is as it is without one.
///
/// # Errors
/// See [`Unusable`].
pub fn read(path: &Path) -> Result<Configuration, Unusable> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Configuration::default()),
        Err(_) => return Err(Unusable::NotRead(path.to_owned())),
    };
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let mut configuration = parse(&text, folder).map_err(|faults| Unusable::Faults(path.to_owned(), faults))?;
    configuration.file = Some(path.to_owned());
    Ok(configuration)
}

/// Reads the text of a file. The files that it names lie in `folder`, unless it says where.
///
/// # Errors
/// All faults; where its form is wrong, the first.
pub fn parse(text: &str, folder: &Path) -> Result<Configuration, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Document::read(text).map_err(|fault| vec![fault])?;
    let file: File = toml::from_str(text).map_err(|error| vec![document.fault(&error)])?;
    let mut faults = Vec::new();
    let mut check = Check {
        document: &document,
        folder,
        faults: &mut faults,
    };
    let configuration = check.configuration(file);
    if faults.is_empty() {
        Ok(configuration)
    } else {
        Err(faults)
    }
}

/// Judges the values of a file that has the right form.
struct Check<'a> {
    document: &'a Document<'a>,
    folder: &'a Path,
    faults: &'a mut Vec<Fault>,
}

impl Check<'_> {
    fn configuration(&mut self, file: File) -> Configuration {
        let File {
            centre,
            desk,
            language,
            palette,
            text_scale,
            platform,
            applicant_window,
            gateway,
            registry,
            log,
            policy,
        } = file;
        let text_scale = text_scale.map(|scale| self.scale(&scale)).unwrap_or(100);
        let platform = platform.map(|platform| Platform {
            name: platform.name.and_then(|name| self.label("platform.name", &name)),
            address: platform
                .address
                .and_then(|address| self.label("platform.address", &address)),
            origin: platform.origin.and_then(|origin| self.origin(&origin)),
        });
        self.policy(&policy);
        Configuration {
            file: None,
            centre: centre.and_then(|centre| self.label("centre", &centre)),
            desk: desk.and_then(|desk| self.label("desk", &desk)),
            language: language.and_then(|language| self.language(&language)),
            look: Look {
                palette: palette.unwrap_or_default(),
                text_scale,
            },
            platform: platform.unwrap_or_default(),
            applicant_window,
            gateways: self.gateways(gateway, policy.outbox.patience),
            registry: self.registry(registry),
            log: log.map(|log| log.level).unwrap_or_default(),
            policy,
        }
    }

    fn fault(&mut self, span: Range<usize>, field: &str, reason: Reason) {
        let line = self.document.line(span.start);
        self.faults.push(Fault {
            line,
            field: field.to_owned(),
            reason,
        });
    }

    /// A name that stands on the screen: one line, not empty, at most 100 characters.
    fn label(&mut self, field: &str, text: &Spanned<String>) -> Option<String> {
        match PersonName::parse(text.get_ref()) {
            Ok(name) => Some(name.as_str().to_owned()),
            Err(error) => {
                self.fault(text.span(), field, Reason::Name(error));
                None
            }
        }
    }

    fn origin(&mut self, host: &Spanned<String>) -> Option<Origin> {
        let origin = Origin::parse(host.get_ref());
        if origin.is_none() {
            self.fault(host.span(), "platform.origin", Reason::Host);
        }
        origin
    }

    fn language(&mut self, tag: &Spanned<String>) -> Option<Language> {
        let language = Language::parse(tag.get_ref())
            .filter(|language| Locale::all().iter().any(|locale| locale.language() == *language));
        if language.is_none() {
            self.fault(tag.span(), "language", Reason::Language);
        }
        language
    }

    fn scale(&mut self, scale: &Spanned<u16>) -> u16 {
        if !(100..=200).contains(scale.get_ref()) {
            self.fault(scale.span(), "text_scale", Reason::Range { least: 100, most: 200 });
        }
        *scale.get_ref()
    }

    /// The policy as a desk's: a file cannot be laxer because a training may read it too.
    fn policy(&mut self, policy: &Policy) {
        for fault in policy.check(StoreKind::Desk).err().unwrap_or_default() {
            let field = format!("policy.{}", fault.field);
            let span = self.document.find(&field);
            let reason = Reason::Range {
                least: *fault.permitted.start(),
                most: *fault.permitted.end(),
            };
            self.fault(span, &field, reason);
        }
    }
}

#[cfg(test)]
mod tests;
