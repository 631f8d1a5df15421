//! A keyring that is not ours: GNOME Keyring on a bus of its own, in a home of its own. Nothing of the machine's user is
//! read or written.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What opens the keyring.
pub const PASSWORD: &str = "keyring-of-a-test";

/// The bus and, while it runs, the keyring on it.
pub struct Desktop {
    home: tempfile::TempDir,
    bus: Child,
    address: String,
    keyring: Option<Child>,
}

impl Desktop {
    /// A bus without a keyring.
    pub fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        // The bus would start a keyring by itself where one is installed: this configuration names no services.
        let configuration = home.path().join("bus.conf");
        let socket = home.path().join("bus");
        let text = format!(
            "<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>",
            socket.display()
        );
        std::fs::write(&configuration, text).unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address=1"])
            .arg(format!("--config-file={}", configuration.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon: script/setup test installs it");
        let mut address = String::new();
        let mut said = BufReader::new(bus.stdout.take().unwrap());
        said.read_line(&mut address).unwrap();
        Self {
            home,
            bus,
            address: address.trim().to_owned(),
            keyring: None,
        }
    }

    /// Where the bus is.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The home of whoever sits here.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Gives a program this home and this bus.
    pub fn receives(&self, program: &mut Command) {
        program
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("keyring-data"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
    }

    /// Starts the keyring, open.
    pub fn start_keyring(&mut self) {
        let mut daemon = Command::new("gnome-keyring-daemon");
        self.receives(&mut daemon);
        let spawned = daemon
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let mut daemon = spawned.expect("gnome-keyring-daemon: script/setup test installs it");
        daemon.stdin.take().unwrap().write_all(PASSWORD.as_bytes()).unwrap();
        self.keyring = Some(daemon);
        self.wait_for("it is there", |desktop| desktop.is_locked() == Some(false));
    }

    /// Stops the keyring; the bus goes on without it.
    pub fn stop_keyring(&mut self) {
        if let Some(mut daemon) = self.keyring.take() {
            daemon.kill().unwrap();
            daemon.wait().unwrap();
        }
        self.wait_for("it is gone", |desktop| desktop.is_locked().is_none());
    }

    /// Opens it as signing in to the system anew does.
    pub fn unlock(&mut self) {
        self.stop_keyring();
        self.start_keyring();
    }

    /// Locks it.
    pub fn lock(&self) {
        self.call(&[
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        ]);
        self.wait_for("it is locked", |desktop| desktop.is_locked() == Some(true));
    }

    /// Whether it is locked; none where there is none.
    fn is_locked(&self) -> Option<bool> {
        let mut ask = Command::new("dbus-send");
        self.receives(&mut ask);
        let said = ask
            .args(["--print-reply=literal", "--dest=org.freedesktop.secrets"])
            .arg("/org/freedesktop/secrets/collection/login")
            .arg("org.freedesktop.DBus.Properties.Get")
            .args(["string:org.freedesktop.Secret.Collection", "string:Locked"])
            .output()
            .expect("dbus-send: script/setup test installs it");
        let said = String::from_utf8(said.stdout).unwrap();
        match said.split_whitespace().last() {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => None,
        }
    }

    fn call(&self, arguments: &[&str]) {
        let mut ask = Command::new("dbus-send");
        self.receives(&mut ask);
        ask.args(["--print-reply=literal", "--dest=org.freedesktop.secrets"])
            .arg("/org/freedesktop/secrets")
            .args(arguments);
        let said = ask.output().unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    }

    fn wait_for(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !is_so(self) {
            assert!(
                begun.elapsed() < Duration::from_secs(60),
                "the keyring: never was {what}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.keyring.iter_mut().chain([&mut self.bus]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
