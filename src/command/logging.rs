//! The log: a file in the state folder. It tells of the program, never of a person, and holds no secret. What libraries
//! would write is left out at every level: some write the octets that they send.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::sync::Mutex;

use serde::Deserialize;
use tracing_subscriber::filter::{LevelFilter, filter_fn};
use tracing_subscriber::layer::{Layer, SubscriberExt};

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
    let subscriber = tracing_subscriber::registry().with(written(file, level));
    // A second log of the same process, in tests, is none.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

/// What of all that happens is written: what this program itself says, down to `level`.
fn written<S>(file: File, level: Level) -> impl Layer<S>
where
    S: tracing::Subscriber + for<'a> tracing_subscriber::registry::LookupSpan<'a>,
{
    let most = LevelFilter::from(level);
    let own = filter_fn(move |said| *said.level() <= most && is_own(said.target()));
    tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .with_filter(own)
}

/// Whether this program says it, not a library, be its name as ours begins.
fn is_own(target: &str) -> bool {
    let inside = target.strip_prefix(env!("CARGO_PKG_NAME"));
    inside.is_some_and(|inside| inside.is_empty() || inside.starts_with("::"))
}

fn open(path: &Path) -> std::io::Result<File> {
    if let Some(folder) = path.parent() {
        durable::create_folder(folder)?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_libraries_say_is_not_written_at_any_level() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        for level in [Level::Off, Level::Error, Level::Warn, Level::Info, Level::Debug] {
            let subscriber = tracing_subscriber::registry().with(written(open(&path).unwrap(), level));
            tracing::subscriber::with_default(subscriber, || {
                tracing::error!(target: "rusmpp::codec::encode", "Encoding 482913");
                tracing::trace!(target: "hyper::proto", "482913");
                tracing::error!(target: "istiadas", "482913");
                tracing::error!(?level, "what failed");
                tracing::debug!(?level, "how");
            });
        }
        let log = std::fs::read_to_string(path).unwrap();
        assert!(!log.contains("482913"), "{log}");
        assert_eq!(
            (log.matches("what failed").count(), log.matches("how").count()),
            (4, 1),
            "{log}"
        );
    }
}
