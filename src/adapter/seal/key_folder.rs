//! The folder of data keys. Each has a file there, `<key id>.key`, readable for its owner alone: it holds the key, or the
//! key behind a passphrase, or says that the keyring of the system holds it. So where a key is kept stands in one place.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::Zeroizing;

use super::data_key::{DataKey, KeyError, KeyId, KeySource};
use super::key_text::{self, Written};
use super::keyring::{Keyring, SystemKeyring};
use super::wrapped::{NotOpened, Wrapped};
use crate::adapter::durable;
use crate::domain::key_place::{KeyPlace, NewKeyPlace};
use crate::domain::policy::Argon2Policy;
use crate::domain::secret::Secret;
use crate::domain::store_kind::StoreKind;

/// No key file is longer; what is longer is not read.
const LONGEST: u64 = 512;

/// The keys of a folder.
#[derive(Clone, Debug)]
pub struct FolderKeys {
    folder: PathBuf,
    keyring: Arc<dyn Keyring>,
    passphrase: Option<Secret>,
    new: Arc<NewKeyPlace>,
    costs: Argon2Policy,
}

impl FolderKeys {
    /// Keys in `folder`, which is made with the first key. A new one is kept in a plain file.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            keyring: Arc::new(SystemKeyring::default()),
            passphrase: None,
            new: Arc::default(),
            costs: Argon2Policy::default(),
        }
    }

    /// The same over another keyring than that of the system.
    #[must_use]
    pub fn with_keyring(self, keyring: Arc<dyn Keyring>) -> Self {
        Self { keyring, ..self }
    }

    /// The same with what somebody typed for the passphrase of a key.
    #[must_use]
    pub fn with_passphrase(self, typed: Secret) -> Self {
        Self {
            passphrase: Some(typed),
            ..self
        }
    }

    /// The same, where a new key is kept in this place.
    #[must_use]
    pub fn keeping_new_in(self, place: NewKeyPlace) -> Self {
        Self {
            new: Arc::new(place),
            ..self
        }
    }

    /// The same with other costs for trying the passphrase of a new key.
    #[must_use]
    pub fn with_costs(self, costs: Argon2Policy) -> Self {
        Self { costs, ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of a key, wherever the key itself is kept.
    pub fn file(&self, id: KeyId) -> PathBuf {
        self.folder.join(format!("{id}.key"))
    }

    /// Where a key is kept. It is not read.
    ///
    /// # Errors
    /// [`KeyError::Missing`], [`KeyError::Broken`] and [`KeyError::Io`] of its file.
    pub fn place(&self, id: KeyId) -> Result<KeyPlace, KeyError> {
        self.written(id).map(|written| match written {
            Written::Plain(_) => KeyPlace::File,
            Written::Wrapped(_) => KeyPlace::Passphrase,
            Written::InKeyring(_) => KeyPlace::Keyring,
        })
    }

    /// Whether the keyring would take a key now.
    pub fn keyring_is_ready(&self) -> bool {
        self.keyring.ready().is_ok()
    }

    fn written(&self, id: KeyId) -> Result<Written, KeyError> {
        let path = self.file(id);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let folder = self.folder.clone();
                return Err(KeyError::Missing { id, folder });
            }
            Err(source) => return Err(KeyError::Io { path, source }),
        };
        let mut text = Zeroizing::new(String::with_capacity(512));
        match file.take(LONGEST).read_to_string(&mut text) {
            Ok(_) => key_text::read(id, &text).map_err(|reason| KeyError::Broken { path, reason }),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(KeyError::Broken {
                path,
                reason: "it is not text",
            }),
            Err(source) => Err(KeyError::Io { path, source }),
        }
    }

    fn unwrapped(&self, id: KeyId, wrapped: &Wrapped) -> Result<DataKey, KeyError> {
        let typed = self.passphrase.as_ref().ok_or(KeyError::NoPassphrase(id))?;
        wrapped.open(typed).map_err(|error| match error {
            NotOpened::Wrong => KeyError::WrongPassphrase(id),
            NotOpened::Costs => self.broken(id, "its costs are not to be borne here"),
        })
    }

    fn held(&self, id: KeyId, kind: StoreKind) -> Result<DataKey, KeyError> {
        let text = self.keyring.read(id)?.ok_or(KeyError::NotInKeyring(id))?;
        let read = str::from_utf8(&text)
            .ok()
            .and_then(|text| key_text::read(id, text).ok());
        match read {
            Some(Written::Plain(key)) if key.kind() == kind => Ok(key),
            _ => Err(self.broken(id, "the keyring holds something else in its place")),
        }
    }

    fn broken(&self, id: KeyId, reason: &'static str) -> KeyError {
        let path = self.file(id);
        KeyError::Broken { path, reason }
    }

    /// What is to stand in the file of a new key. The keyring has it then, where it is to be there.
    fn placed(&self, key: &DataKey) -> Result<Zeroizing<String>, KeyError> {
        match &*self.new {
            NewKeyPlace::File => Ok(key_text::plain(key)),
            NewKeyPlace::Passphrase(passphrase) => {
                let wrapped = Wrapped::seal(key, passphrase, &self.costs).map_err(|source| self.io(source))?;
                Ok(Zeroizing::new(key_text::wrapped(&wrapped)))
            }
            NewKeyPlace::Keyring => {
                self.keyring.keep(key.id(), key_text::plain(key).as_bytes())?;
                // What a keyring took is only believed once it gives it back.
                let kept = self.held(key.id(), key.kind())?;
                if kept.expose() != key.expose() {
                    return Err(KeyError::NotInKeyring(key.id()));
                }
                Ok(Zeroizing::new(key_text::in_keyring(key.kind())))
            }
        }
    }

    fn io(&self, source: io::Error) -> KeyError {
        let path = self.folder.clone();
        KeyError::Io { path, source }
    }

    fn write(&self, id: KeyId, text: &str) -> io::Result<()> {
        durable::create_folder(&self.folder)?;
        let unfinished = self.folder.join(format!("{id}.unfinished"));
        let mut file = durable::private_file(&unfinished)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&unfinished, self.file(id))?;
        durable::sync_folder(&self.folder)
    }
}

impl KeySource for FolderKeys {
    fn find(&self, id: KeyId) -> Result<DataKey, KeyError> {
        match self.written(id)? {
            Written::Plain(key) => Ok(key),
            Written::Wrapped(wrapped) => self.unwrapped(id, &wrapped),
            Written::InKeyring(kind) => self.held(id, kind),
        }
    }

    fn create(&self, kind: StoreKind) -> Result<DataKey, KeyError> {
        let key = DataKey::make(kind).map_err(|source| self.io(source))?;
        let text = self.placed(&key)?;
        self.write(key.id(), &text).map_err(|source| self.io(source))?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests;
