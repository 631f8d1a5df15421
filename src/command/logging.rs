//! The log: a file in the state folder. It tells of the program, never of a person, and holds no secret.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::sync::Mutex;

use serde::Deserialize;
use tracing_subscriber::filter::LevelFilter;

use crate::adapter::durable;

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing.
    Off,
    /// What failed.
    Error,
    /// And what is not as it should be.
    Warn,
    /// And what the program does.
    #[default]
    Info,
    /// And how.
    Debug,
}

impl From<Level> for LevelFilter {
    fn from(level: Level) -> Self {
        match level {
            Level::Off => Self::OFF,
            Level::Error => Self::ERROR,
            Level::Warn => Self::WARN,
            Level::Info => Self::INFO,
            Level::Debug => Self::DEBUG,
        }
    }
}

/// Starts the log. A log that cannot be written stops nobody's work.
pub fn start(path: &Path, level: Level) {
    let Ok(file) = open(path) else { return };
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(LevelFilter::from(level))
        .with_writer(Mutex::new(file))
        .finish();
    // A second log of the same process, in tests, is none.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

fn open(path: &Path) -> std::io::Result<File> {
    if let Some(folder) = path.parent() {
        durable::create_folder(folder)?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}
