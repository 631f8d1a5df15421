//! What a command writes: answers on standard output, complaints and progress on standard error.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::i18n::bidi::plain;

/// Writes a line to standard output. Somebody who closed it early has read enough.
pub fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{}", plain(text)).and_then(|()| out.flush());
}

/// Writes JSON as one line to standard output.
pub fn json(value: &serde_json::Value) {
    line(&value.to_string());
}

/// Writes sentences to standard error, each on its line.
pub fn complain(sentences: &[String]) {
    let mut error = std::io::stderr().lock();
    for sentence in sentences {
        let _ = writeln!(error, "{}", plain(sentence));
    }
}

/// Asks for something in the terminal; the answer stands in the same line.
pub fn prompt(question: &str) {
    let mut error = std::io::stderr().lock();
    let _ = write!(error, "{} ", plain(question)).and_then(|()| error.flush());
}

/// Progress of long work, on standard error: nothing in the first second, then once a second; over the same line where
/// a person watches.
pub struct Progress {
    shown: Instant,
    watched: bool,
    unfinished: bool,
}

impl Progress {
    /// Starts now.
    pub fn start() -> Self {
        Self {
            shown: Instant::now(),
            watched: std::io::stderr().is_terminal(),
            unfinished: false,
        }
    }

    /// Says how far it is, if it is time to.
    pub fn tell(&mut self, sentence: impl FnOnce() -> String) {
        if self.shown.elapsed() < Duration::from_secs(1) {
            return;
        }
        self.shown = Instant::now();
        let mut error = std::io::stderr().lock();
        let sentence = plain(&sentence());
        let _ = if self.watched {
            self.unfinished = true;
            write!(error, "\r\u{1b}[K{sentence}").and_then(|()| error.flush())
        } else {
            writeln!(error, "{sentence}")
        };
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.unfinished {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}
