//! A terminal with a home of its own: nothing of the machine's user is read or written.

#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use istiada::i18n::bidi::plain;

pub struct Terminal {
    home: tempfile::TempDir,
}

/// What a command left behind.
pub struct Said {
    pub status: i32,
    pub out: String,
    pub error: String,
}

impl Terminal {
    pub fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
        }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// A folder for a store, not made yet.
    pub fn data(&self) -> PathBuf {
        self.home().join("store")
    }

    pub fn data_text(&self) -> String {
        self.data().to_str().unwrap().to_owned()
    }

    /// Writes the configuration.
    pub fn configure(&self, text: &str) {
        let folder = self.home().join("config/istiada");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("istiada.toml"), text).unwrap();
    }

    /// Writes a file and says where.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.home().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_istiada"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.home())
            .env("XDG_CONFIG_HOME", self.home().join("config"))
            .env("XDG_DATA_HOME", self.home().join("data"))
            .env("XDG_STATE_HOME", self.home().join("state"))
            .stdin(Stdio::null());
        command
    }

    /// Runs a command in Arabic, the language of a machine that names none.
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments))
    }

    /// Runs a command on a machine that speaks English.
    pub fn english(&self, arguments: &[&str]) -> Said {
        let mut command = self.command(arguments);
        command.env("LANG", "en_GB.UTF-8");
        said(command)
    }

    /// Every file of the stores and the log.
    pub fn all_files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        for folder in [self.data(), self.home().join("data"), self.home().join("state")] {
            walk(&folder, &mut files);
        }
        files
    }
}

fn said(mut command: Command) -> Said {
    let output = command.output().unwrap();
    Said {
        status: output.status.code().unwrap_or(-1),
        out: plain(&String::from_utf8(output.stdout).unwrap()),
        error: plain(&String::from_utf8(output.stderr).unwrap()),
    }
}

fn walk(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
}
