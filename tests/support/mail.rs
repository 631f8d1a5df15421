//! A mail server on loopback that is not ours: the Debian package `python3-aiosmtpd`, which `script/setup test` installs.

#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use serde_json::Value;

/// How long anything that must come may take.
const LONGEST: Duration = Duration::from_secs(20);

/// Who may sign in, where it asks.
pub const USER: &str = "istiada";

/// The entry of a configuration for a server on that port, with `password` as it is hidden there.
pub fn entry(port: u16, password: &str) -> String {
    format!(
        "[[gateway]]\nkind = \"smtp\"\nname = \"mail\"\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n\
         user = \"{USER}\"\npassword = \"{password}\"\nfrom = \"no-reply@centre.example\"\npatience = 4\n"
    )
}

/// The server. It ends with the value.
pub struct MailServer {
    child: Child,
    stdin: RefCell<ChildStdin>,
    told: Receiver<Value>,
    /// Messages that were told while something else was waited for.
    kept: RefCell<VecDeque<Value>>,
    pub port: u16,
}

impl MailServer {
    /// One on a free port, with the arguments of `mail_server.py`.
    pub fn start(arguments: &[&str]) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/mail_server.py");
        // The package is the system's: another interpreter that comes first on the PATH does not have it.
        let mut child = Command::new("/usr/bin/python3")
            .arg(script)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3: script/setup test installs it");
        let out = child.stdout.take().unwrap();
        let stdin = RefCell::new(child.stdin.take().unwrap());
        let (tell, told) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if tell.send(serde_json::from_str(&line).unwrap()).is_err() {
                    return;
                }
            }
        });
        let listening: Value = told
            .recv_timeout(LONGEST)
            .expect("python3-aiosmtpd: script/setup test installs it");
        let port = u16::try_from(listening["port"].as_u64().unwrap()).unwrap();
        let kept = RefCell::default();
        Self {
            child,
            stdin,
            told,
            kept,
            port,
        }
    }

    /// One that asks for the sign-in of [`USER`] with that password.
    pub fn start_for(password: &str) -> Self {
        Self::start(&["--user", USER, "--password", password])
    }

    /// Changes what it answers to the next message.
    pub fn tell(&self, what: &Value) {
        writeln!(self.stdin.borrow_mut(), "{what}").unwrap();
        loop {
            let told = self.told.recv_timeout(LONGEST).expect("it listens");
            if told["told"] == true {
                return;
            }
            self.kept.borrow_mut().push_back(told);
        }
    }

    /// The next message that it was given.
    pub fn next(&self) -> Value {
        let kept = self.kept.borrow_mut().pop_front();
        kept.unwrap_or_else(|| self.told.recv_timeout(LONGEST).expect("a message"))
    }

    /// The next one, if it comes soon.
    pub fn next_if_any(&self) -> Option<Value> {
        let kept = self.kept.borrow_mut().pop_front();
        kept.or_else(|| self.told.recv_timeout(Duration::from_millis(300)).ok())
    }

    /// Whether it took none since.
    pub fn has_no_more(&self) -> bool {
        self.next_if_any().is_none()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A certificate for `localhost` from an authority of the test's own, as files.
pub struct Papers {
    folder: tempfile::TempDir,
    /// The authority, in PEM.
    pub authority: String,
}

impl Papers {
    /// Good until 2099, or until `year`.
    pub fn until(year: i32) -> Self {
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let signed = authority.self_signed(&key).unwrap();
        let issuer = Issuer::new(authority, key);
        let mut leaf = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        leaf.not_before = rcgen::date_time_ymd(2020, 1, 1);
        leaf.not_after = rcgen::date_time_ymd(year, 1, 1);
        let leaf_key = KeyPair::generate().unwrap();
        let leaf = leaf.signed_by(&leaf_key, &issuer).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("cert.pem"), leaf.pem()).unwrap();
        std::fs::write(folder.path().join("key.pem"), leaf_key.serialize_pem()).unwrap();
        Self {
            folder,
            authority: signed.pem(),
        }
    }

    pub fn cert(&self) -> String {
        self.path("cert.pem")
    }

    pub fn key(&self) -> String {
        self.path("key.pem")
    }

    fn path(&self, name: &str) -> String {
        let path: PathBuf = self.folder.path().join(name);
        path.to_str().unwrap().to_owned()
    }
}
