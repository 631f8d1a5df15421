//! Where everything lies, after the XDG base directories (on other systems, after their own customs).
//!
//! | what | default | with an option |
//! | --- | --- | --- |
//! | configuration | `$XDG_CONFIG_HOME/istiada/istiada.toml` | `--config FILE` |
//! | data keys | `keys/` beside the configuration | follows `--config` |
//! | data | `$XDG_DATA_HOME/istiada/<kind>/` | `--data DIR` |
//! | receipts | `Istiada/` in the user's documents | `receipts/` in the data |
//! | log | `$XDG_STATE_HOME/istiada/istiada.log` | |

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::adapter::seal::FolderKeys;
use crate::domain::store_kind::StoreKind;

/// The folders and files of one run.
#[derive(Clone, Debug)]
pub struct Places {
    /// The configuration file; it need not exist.
    pub configuration: PathBuf,
    data: Option<PathBuf>,
    data_home: PathBuf,
    state: PathBuf,
}

impl Places {
    /// The defaults, or what the command line names.
    pub fn new(data: Option<PathBuf>, configuration: Option<PathBuf>) -> Self {
        let project = ProjectDirs::from("", "", "istiada");
        // A user without a home folder: beside where the program was started.
        let here = |name: &str| PathBuf::from("istiada").join(name);
        let home = |pick: fn(&ProjectDirs) -> &Path, name: &str| {
            project
                .as_ref()
                .map_or_else(|| here(name), |project| pick(project).to_owned())
        };
        let state = project.as_ref().map(|project| {
            project
                .state_dir()
                .unwrap_or_else(|| project.data_local_dir())
                .to_owned()
        });
        Self {
            configuration: configuration
                .unwrap_or_else(|| home(ProjectDirs::config_dir, "configuration").join("istiada.toml")),
            data,
            data_home: home(ProjectDirs::data_dir, "data"),
            state: state.unwrap_or_else(|| here("state")),
        }
    }

    /// The data folder of a store of that kind.
    pub fn data(&self, kind: StoreKind) -> PathBuf {
        self.data.clone().unwrap_or_else(|| self.data_home.join(kind.word()))
    }

    /// Whether the command line names the data folder.
    pub const fn data_is_named(&self) -> bool {
        self.data.is_some()
    }

    /// The folder of the data keys.
    pub fn keys(&self) -> PathBuf {
        let folder = self.configuration.parent().unwrap_or_else(|| Path::new(""));
        folder.join("keys")
    }

    /// The data keys.
    pub fn key_source(&self) -> FolderKeys {
        FolderKeys::new(self.keys())
    }

    /// The folder of receipts: in the user's documents, or in the folder of the store where that is named on the command
    /// line or the system has no documents.
    pub fn receipts(&self, store: &Path) -> PathBuf {
        let users = UserDirs::new();
        let documents = users.as_ref().and_then(UserDirs::document_dir);
        match documents.filter(|_| !self.data_is_named()) {
            Some(documents) => documents.join("Istiada"),
            None => store.join("receipts"),
        }
    }

    /// The log file.
    pub fn log(&self) -> PathBuf {
        self.state.join("istiada.log")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_folder_and_keys_lie_beside_the_configuration() {
        let places = Places::new(None, Some(PathBuf::from("/etc/istiada/desk.toml")));
        assert_eq!(places.keys(), Path::new("/etc/istiada/keys"));
        assert_ne!(places.data(StoreKind::Desk), places.data(StoreKind::Training));
        assert!(
            !places.data(StoreKind::Desk).starts_with("/etc"),
            "never beside the data"
        );
        let named = Places::new(Some(PathBuf::from("/data")), None);
        assert_eq!(named.data(StoreKind::Drill), Path::new("/data"));
        assert!(named.configuration.ends_with("istiada.toml"));
    }
}
