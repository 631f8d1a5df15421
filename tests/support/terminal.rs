//! A terminal with a home of its own: nothing of the machine's user is read or written.

#![allow(dead_code, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use istiada::command::{Session, compose, places::Places};
use istiada::desk::Desk;
use istiada::desk::staff::Founding;
use istiada::domain::applicant::{IdentityNumber, PersonName};
use istiada::domain::language::Language;
use istiada::domain::secret::Secret;
use istiada::domain::staff::phrase::Phrase;
use istiada::domain::staff::{Role, Staff, Workplace};
use istiada::domain::store_kind::StoreKind;
use istiada::i18n::Texts;
use istiada::i18n::bidi::plain;

/// The cheapest hashes that a desk permits, so that tests stay quick.
pub const CHEAP: &str = "[policy.argon2]\nmemory = 19456\npasses = 2\n";

/// The first supervisor of the desk, and their password.
pub const SUPERVISOR: &str = "1000000016";
pub const PASSWORD: &str = "Nakhla-tawila-7";

pub struct Terminal {
    home: tempfile::TempDir,
}

/// The recovery phrase of the desk.
pub fn phrase() -> Phrase {
    Phrase::make([3; 12])
}

/// The arguments with those of a sign-in.
pub fn signed_by<'a>(arguments: &[&'a str], number: &'a str, password: &'a str) -> Vec<&'a str> {
    [arguments, &["--as", number, "--password-file", password]].concat()
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

    /// The first start of the desk, as its window makes it; nothing where it was made before.
    pub fn set_up(&self) {
        if !self.home().join("config/istiada/istiada.toml").exists() {
            self.configure(CHEAP);
        }
        let password = self.home().join("password");
        if !password.exists() {
            self.secret_file("password", PASSWORD);
            self.found();
        }
    }

    fn found(&self) {
        let configuration = self.home().join("config/istiada/istiada.toml");
        let data = self.home().join("data/istiada/desk");
        let session = Session {
            texts: Texts::of(Language::ENGLISH),
            asked: None,
            places: Places::new(Some(data), Some(configuration)),
            passphrase_file: Some(self.home().join("passphrase")).filter(|file| file.exists()),
            windows: None,
        };
        let policy = compose::policy(&session.configuration().unwrap().policy, StoreKind::Desk);
        let store = compose::store(&session, StoreKind::Desk).unwrap();
        let ports = compose::ports(&session, store, &policy).unwrap();
        let workplace = Workplace {
            centre: "Olaya".to_owned(),
            desk: "3".to_owned(),
        };
        let founding = Founding {
            workplace: workplace.clone(),
            supervisor: Staff {
                identity: IdentityNumber::parse(SUPERVISOR).unwrap(),
                name: PersonName::parse("سلمان الحارث").unwrap(),
                role: Role::Supervisor,
            },
            password: Secret::from(PASSWORD),
            repeat: Secret::from(PASSWORD),
            phrase: phrase(),
            applicant_window: None,
            language: istiada::domain::language::Language::ARABIC,
        };
        let desk = Desk::open_unattended(ports, policy, workplace).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(desk.found(founding)).unwrap().unwrap();
    }

    /// Writes a file that its owner alone can read, and says where.
    pub fn secret_file(&self, name: &str, text: &str) -> String {
        let path = self.file(name, text);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        path
    }

    /// Runs a command as the first supervisor of a desk that is set up.
    pub fn signed(&self, arguments: &[&str]) -> Said {
        self.set_up();
        self.run(&signed_by(arguments, SUPERVISOR, &self.password_text()))
    }

    /// The same in English.
    pub fn signed_english(&self, arguments: &[&str]) -> Said {
        self.set_up();
        self.english(&signed_by(arguments, SUPERVISOR, &self.password_text()))
    }

    /// Where the supervisor's password stands.
    pub fn password_text(&self) -> String {
        self.home().join("password").to_str().unwrap().to_owned()
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
