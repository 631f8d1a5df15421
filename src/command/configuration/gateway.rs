//! The ways out and the registry, as a file that was judged describes them. What is secret is not in here: see [`Hidden`].

use std::collections::BTreeMap;
use std::time::Duration;

use crate::adapter::gateway::http::Profile;
use crate::adapter::gateway::{SenderName, Trust};
use crate::adapter::web::Address;
use crate::domain::applicant::Email;

use super::hidden::Hidden;

/// One gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayEntry {
    /// What it is called: in `doctor`, the log and the ledger.
    pub name: String,
    /// The entry as faults name it, such as `gateway[1]`.
    pub field: String,
    /// How it is spoken to.
    pub way: Way,
}

/// How a gateway is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// SMS over SMPP 3.4.
    Smpp(SmppEntry),
    /// SMS over HTTP.
    Http(Box<HttpEntry>),
    /// Email over SMTP.
    Smtp(SmtpEntry),
}

impl Way {
    /// Whether what is sent can be read on the way.
    pub const fn is_in_clear(&self) -> bool {
        match self {
            Self::Smpp(entry) => entry.tls.is_none(),
            Self::Smtp(entry) => matches!(entry.encryption, Encryption::None),
            Self::Http(_) => false,
        }
    }
}

/// A short-message centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmppEntry {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whom its certificate may come from; none where nothing is encrypted.
    pub tls: Option<Trust>,
    /// The name to bind with.
    pub system_id: String,
    /// The password beside it.
    pub password: Hidden,
    /// The type of system, where the operator asks for one.
    pub system_type: String,
    /// Whom messages come from.
    pub sender: SenderName,
    /// How long it may take to answer.
    pub patience: Duration,
    /// How long a line may be quiet.
    pub enquire_every: Duration,
    /// How many messages may wait for an answer at once.
    pub window: u16,
}

/// An SMS service on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpEntry {
    /// How it is spoken to.
    pub profile: Profile,
    /// Whom messages come from, where the profile asks for it.
    pub sender: Option<SenderName>,
    /// What else the profile asks for.
    pub secrets: BTreeMap<String, Hidden>,
    /// Whom its certificate may come from.
    pub trust: Trust,
    /// How long it may take to answer.
    pub patience: Duration,
}

/// A mail server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpEntry {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// When the connection is encrypted.
    pub encryption: Encryption,
    /// Whom its certificate may come from.
    pub trust: Trust,
    /// The name to sign in with, and the password; none where nobody signs in.
    pub sign_in: Option<(String, Hidden)>,
    /// The address that messages come from.
    pub from: Email,
    /// The name beside it.
    pub from_name: Option<String>,
    /// How long a message may take.
    pub patience: Duration,
}

/// When a connection to a mail server is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encryption {
    /// Once it has been asked for; a server that does not offer it is not used.
    #[default]
    StartTls,
    /// From the first byte.
    Tls,
    /// Never.
    None,
}

/// Where people and mobiles are looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RegistryEntry {
    /// In what `istiada registry import` brought.
    #[default]
    Embedded,
    /// At a service on the web.
    Http(HttpRegistryEntry),
}

/// A registry on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpRegistryEntry {
    /// Its address.
    pub url: Address,
    /// What the desk signs in with.
    pub token: Hidden,
    /// Whom its certificate may come from.
    pub trust: Trust,
    /// How long it may take to answer.
    pub patience: Duration,
}
