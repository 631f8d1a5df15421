//! Everything at rest is sealed: one data key, many derived keys, no plain value in any file.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`data_key`] | the data key, where it lies, and how it is found again |
//! | [`vault`] | the keys derived from it, and what each is for: sealing and blind indexes |
//! | [`keys`] | the `Keys` port over them |
//! | `hidden` | secrets of the configuration |
//!
//! `docs/storage.md` has the layout byte by byte.

pub mod data_key;
mod hidden;
pub mod keys;
pub mod vault;

pub use data_key::{DataKey, FolderKeys, KeyError, KeyId, KeySource};
pub use vault::{Place, Vault};

/// A sealed text is not what was sealed, or was sealed with another key or for another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not what was sealed")]
pub struct SealError;
