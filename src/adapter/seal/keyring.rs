//! The keyring of the system: the Secret Service, which GNOME Keyring, KWallet and KeePassXC offer over D-Bus.
//!
//! It is never asked to open itself, which would put a window of its own in front of ours: one that is locked is told as
//! locked. What it is given and gives travels encrypted on the bus.

use std::collections::HashMap;
use std::fmt;
use std::thread;
use std::time::Duration;

use secret_service::{EncryptionType, Error, SecretService};
use tokio::runtime;
use zbus::connection;
use zeroize::Zeroizing;

use super::data_key::KeyId;

/// How long the keyring may take for its answer. It stands on the same machine and asks nobody anything.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why the keyring does not give or take a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// There is none, it has no place that outlives a session, or it does not answer.
    #[error("there is no keyring here: {0}")]
    Away(String),
    /// It is locked.
    #[error("the keyring is locked")]
    Locked,
}

/// A keyring: texts under the names of keys.
pub trait Keyring: Send + Sync + fmt::Debug {
    /// Whether it would take a key now.
    ///
    /// # Errors
    /// See [`KeyringError`].
    fn ready(&self) -> Result<(), KeyringError>;

    /// What it holds under this name; none where it is open and holds nothing.
    ///
    /// # Errors
    /// See [`KeyringError`].
    fn read(&self, id: KeyId) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError>;

    /// Keeps a text under this name, under which there is none yet.
    ///
    /// # Errors
    /// See [`KeyringError`].
    fn keep(&self, id: KeyId, text: &[u8]) -> Result<(), KeyringError>;
}

/// The keyring of this system, for the user of this process.
#[derive(Clone, Debug, Default)]
pub struct SystemKeyring {
    bus: Option<String>,
}

impl SystemKeyring {
    /// The keyring on the bus at this address instead of that of the session.
    pub fn on_bus(address: impl Into<String>) -> Self {
        Self {
            bus: Some(address.into()),
        }
    }
}

impl Keyring for SystemKeyring {
    fn ready(&self) -> Result<(), KeyringError> {
        let bus = self.bus.clone();
        asked(async move { open_collection(&connected(bus).await?).await })
    }

    fn read(&self, id: KeyId) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError> {
        let bus = self.bus.clone();
        asked(async move { read(&connected(bus).await?, id).await })
    }

    fn keep(&self, id: KeyId, text: &[u8]) -> Result<(), KeyringError> {
        let (bus, text) = (self.bus.clone(), Zeroizing::new(text.to_vec()));
        asked(async move {
            let service = connected(bus).await?;
            open_collection(&service).await?;
            let collection = service.get_default_collection().await.map_err(failed)?;
            let (id, label) = (id.to_string(), format!("istiada {id}"));
            let names = HashMap::from(named(&id));
            let made = collection.create_item(&label, names, &text, false, "text/plain").await;
            made.map(drop).map_err(failed)
        })
    }
}

/// Under what a key is found again.
const fn named(id: &str) -> [(&'static str, &str); 2] {
    [("application", "istiada"), ("key", id)]
}

async fn connected(bus: Option<String>) -> Result<SecretService<'static>, KeyringError> {
    let bus = match bus {
        Some(address) => connection::Builder::address(address.as_str()),
        None => connection::Builder::session(),
    };
    let bus = bus.map_err(Error::from).map_err(failed)?.build().await;
    let bus = bus.map_err(Error::from).map_err(failed)?;
    SecretService::connect_with_existing(EncryptionType::Dh, bus)
        .await
        .map_err(failed)
}

async fn read(service: &SecretService<'_>, id: KeyId) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError> {
    let id = id.to_string();
    let found = service.search_items(HashMap::from(named(&id))).await.map_err(failed)?;
    if let Some(item) = found.unlocked.first() {
        let text = item.get_secret().await.map_err(failed)?;
        return Ok(Some(Zeroizing::new(text)));
    }
    if !found.locked.is_empty() {
        return Err(KeyringError::Locked);
    }
    // Some keyrings say nothing of what they hold while they are locked.
    open_collection(service).await.map(|()| None)
}

/// Whether the collection in which keys are kept is open. That of a session forgets everything at its end and is none.
async fn open_collection(service: &SecretService<'_>) -> Result<(), KeyringError> {
    let collection = service.get_default_collection().await.map_err(failed)?;
    if collection.collection_path.ends_with("/session") {
        return Err(KeyringError::Away("it keeps nothing beyond a session".to_owned()));
    }
    match collection.is_locked().await.map_err(failed)? {
        true => Err(KeyringError::Locked),
        false => Ok(()),
    }
}

fn failed(error: Error) -> KeyringError {
    match error {
        Error::Locked => KeyringError::Locked,
        other => KeyringError::Away(other.to_string()),
    }
}

/// Waits for the keyring on a thread of its own: whoever asks may be inside a runtime, which must not be blocked.
fn asked<T: Send + 'static>(
    work: impl Future<Output = Result<T, KeyringError>> + Send + 'static,
) -> Result<T, KeyringError> {
    let away = |reason: &str| KeyringError::Away(reason.to_owned());
    let answered = thread::spawn(move || {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| KeyringError::Away(error.to_string()))?;
        let answer = runtime.block_on(async { tokio::time::timeout(PATIENCE, work).await });
        answer.unwrap_or_else(|_| Err(KeyringError::Away("it does not answer".to_owned())))
    });
    answered.join().unwrap_or_else(|_| Err(away("it failed")))
}
