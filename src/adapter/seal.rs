//! Everything at rest is sealed: one data key, many derived keys, no plain value in any file.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`data_key`] | the data key, and what every place where it lies promises |
//! | [`key_folder`] | where each key is kept, and how it is found again |
//! | `key_text`, `wrapped` | what stands in the file of a key, plain or behind a passphrase |
//! | [`keyring`] | the keyring of the system |
//! | [`vault`] | the keys derived from it, and what each is for: sealing and blind indexes |
//! | [`keys`] | the `Keys` port over them |
//! | `hidden` | secrets of the configuration |
//!
//! `docs/storage.md` has the layout byte by byte.

pub mod data_key;
mod hidden;
pub mod key_folder;
mod key_text;
pub mod keyring;
pub mod keys;
pub mod vault;
mod wrapped;

pub use data_key::{DataKey, KeyError, KeyId, KeySource};
pub use key_folder::FolderKeys;
pub use keyring::{Keyring, KeyringError, SystemKeyring};
pub use vault::{Place, Vault};

/// A sealed text is not what was sealed, or was sealed with another key or for another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not what was sealed")]
pub struct SealError;
