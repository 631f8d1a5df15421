//! A short-message centre (SMSC) on loopback that is not ours: the server of the package `smpp`, run by `node`. It takes
//! what the SMPP gateway submits and tells it; `script/setup test` installs it.
//!
//! [`Smsc::start`] starts one on a free port, which binds [`SYSTEM_ID`] with [`PASSWORD`], takes every message and sends a
//! receipt that says it arrived. [`Smsc::submitted`] is what it has taken, text included, in the order of arrival;
//! [`Smsc::wait_for_text_to`] waits for the text of a number. [`Smsc::tell`] changes how it answers: `smsc.js` lists what
//! can be told. [`Smsc::settings`] are those of a gateway to it. It ends with the value.
//!
//! All calls block their thread: a test on tokio needs `flavor = "multi_thread"`.

#![allow(dead_code)]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use istiada::adapter::gateway::SenderName;
use istiada::adapter::gateway::smpp::SmppSettings;
use serde_json::{Value, json};

/// Who may bind.
pub const SYSTEM_ID: &str = "istiada";
/// With which password.
pub const PASSWORD: &str = "pa55word";
/// Whom messages come from.
pub const SENDER: &str = "Absher";

/// How long anything that must come may take.
pub const LONGEST: Duration = Duration::from_secs(20);

/// A message that arrived.
#[derive(Clone, Debug)]
pub struct Submitted {
    /// The digits it was sent to, such as `966501234567`.
    pub to: String,
    /// Its text, as the SMSC reads it.
    pub text: String,
    /// What the SMSC did: `ok`, or a status.
    pub answer: String,
    /// The SMSC's name for it.
    pub id: String,
    /// For how many seconds it is to be delivered; none: as long as the SMSC likes.
    pub good_for: Option<f64>,
    /// All that the SMSC tells of it.
    pub all: Value,
}

/// The SMSC.
pub struct Smsc {
    child: Child,
    stdin: Mutex<ChildStdin>,
    told: Arc<(Mutex<Vec<Value>>, Condvar)>,
    port: u16,
}

impl Smsc {
    /// One on a free port.
    pub fn start() -> Self {
        Self::start_with(&json!({}))
    }

    /// One with other settings: `port`, `system_id`, `password`, `cert`, `key`.
    pub fn start_with(settings: &Value) -> Self {
        let mut child = Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/smsc.js"))
            .arg(settings.to_string())
            .env("NODE_PATH", installed())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node: script/setup test installs it");
        let stdin = Mutex::new(child.stdin.take().expect("piped"));
        let out = child.stdout.take().expect("piped");
        let told = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
        let heard = Arc::clone(&told);
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                let event: Value = serde_json::from_str(&line).expect("JSON");
                heard.0.lock().expect("the events").push(event);
                heard.1.notify_all();
            }
        });
        let mut smsc = Self {
            child,
            stdin,
            told,
            port: 0,
        };
        let listening = smsc.wait("listening", 1);
        smsc.port = listening[0]["port"]
            .as_u64()
            .and_then(|port| u16::try_from(port).ok())
            .expect("a port");
        smsc
    }

    /// Where it listens on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Settings of a gateway to it, with a patience of two seconds.
    pub fn settings(&self) -> SmppSettings {
        settings(self.port)
    }

    /// The entry of a configuration for it, with `password` as it is hidden there.
    pub fn entry(&self, password: &str) -> String {
        format!(
            "[[gateway]]\nkind = \"smpp\"\nname = \"operator\"\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\n\
             system_id = \"{SYSTEM_ID}\"\npassword = \"{password}\"\nsender = \"{SENDER}\"\n",
            self.port
        )
    }

    /// Changes how it answers, and returns once it does.
    pub fn tell(&self, mode: &Value) {
        let mut stdin = self.stdin.lock().expect("the SMSC's input");
        let before = self.heard("told").len();
        writeln!(stdin, "{mode}").expect("the SMSC listens");
        self.wait("told", before + 1);
    }

    /// Everything of that kind that happened so far: `connect`, `bind`, `submit`, `enquire`, `delivered`, `unbind`, `close`.
    pub fn events(&self, kind: &str) -> Vec<Value> {
        // What happened before it answers this has been told.
        self.tell(&json!({}));
        self.heard(kind)
    }

    fn heard(&self, kind: &str) -> Vec<Value> {
        of_kind(&self.told.0.lock().expect("the events"), kind)
    }

    /// Waits until it told that many of a kind.
    pub fn wait(&self, kind: &str, count: usize) -> Vec<Value> {
        self.until(&format!("{count} × {kind}"), |all| {
            let found = of_kind(all, kind);
            (found.len() >= count).then_some(found)
        })
    }

    /// The messages that it took, in the order of arrival.
    pub fn submitted(&self) -> Vec<Submitted> {
        let all = self.attempted().into_iter();
        all.filter(|message| message.answer == "ok").collect()
    }

    /// The messages that arrived, those that it did not take too.
    pub fn attempted(&self) -> Vec<Submitted> {
        self.events("submit").into_iter().map(submitted).collect()
    }

    /// Waits for the message with this number, the first to these digits being 1, that it took.
    pub fn wait_for_text_to(&self, digits: &str, number: usize) -> String {
        self.until(&format!("message {number} to a number"), |all| {
            let taken = of_kind(all, "submit").into_iter().map(submitted);
            let mut texts = taken.filter(|message| message.to == digits && message.answer == "ok");
            texts.nth(number - 1).map(|message| message.text)
        })
    }

    fn until<T>(&self, what: &str, found: impl Fn(&[Value]) -> Option<T>) -> T {
        let ends = Instant::now() + LONGEST;
        let mut all = self.told.0.lock().expect("the events");
        loop {
            if let Some(found) = found(&all) {
                return found;
            }
            let left = ends.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "the SMSC did not tell {what}");
            all = self.told.1.wait_timeout(all, left).expect("the events").0;
        }
    }
}

impl Drop for Smsc {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Settings of a gateway to an SMSC on that port, with a patience of two seconds.
pub fn settings(port: u16) -> SmppSettings {
    SmppSettings {
        host: "127.0.0.1".to_owned(),
        port,
        tls: None,
        system_id: SYSTEM_ID.to_owned(),
        password: PASSWORD.into(),
        system_type: String::new(),
        sender: SenderName::parse(SENDER).expect("a name"),
        patience: Duration::from_secs(2),
        enquire_every: Duration::from_secs(30),
        window: 10,
    }
}

fn of_kind(all: &[Value], kind: &str) -> Vec<Value> {
    all.iter().filter(|event| event["event"] == kind).cloned().collect()
}

fn submitted(event: Value) -> Submitted {
    let text = |field: &str| event[field].as_str().unwrap_or_default().to_owned();
    Submitted {
        to: text("to"),
        text: text("text"),
        answer: text("answer"),
        id: text("id"),
        good_for: event["good_for"].as_f64(),
        all: event,
    }
}

/// Where `script/setup test` puts the package: beside what cargo builds.
fn installed() -> PathBuf {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("the target folder");
    let modules = built.join("smsc/node_modules");
    assert!(
        modules.join("smpp").is_dir(),
        "the SMSC is not installed: run  script/setup test"
    );
    modules
}
