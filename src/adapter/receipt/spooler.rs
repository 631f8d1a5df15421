//! The system's spooler, by the commands that CUPS and its forebears have: `lp` prints, `lpstat` tells of the printers.
//! A system that has no such command has no spooler for us.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::port::{Pdf, PrintError, Printer, PrinterState};

/// How long the spooler may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is looked whether it has.
const GLANCE: Duration = Duration::from_millis(20);
/// How much of what it says is read, in bytes.
const HEARD: u64 = 2_000;

/// The spooler.
#[derive(Clone, Debug)]
pub struct Spooler {
    lp: String,
    lpstat: String,
    patience: Duration,
}

impl Default for Spooler {
    /// The commands of the system, wherever `PATH` finds them.
    fn default() -> Self {
        Self::of("lp", "lpstat", PATIENCE)
    }
}

/// What a command said in the end.
struct Said {
    well: bool,
    out: String,
    err: String,
}

impl Spooler {
    /// Other commands, and another patience.
    pub fn of(lp: impl Into<String>, lpstat: impl Into<String>, patience: Duration) -> Self {
        Self {
            lp: lp.into(),
            lpstat: lpstat.into(),
            patience,
        }
    }

    /// Runs a command with these arguments and nothing else: no shell reads them, and none of them comes from a person.
    fn run(&self, command: &str, arguments: &[&str], input: &[u8]) -> Result<Said, PrintError> {
        let child = Command::new(command)
            .args(arguments)
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = child.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => PrintError::NoSpooler,
            _ => PrintError::Io(error),
        })?;
        let (stdin, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let input = input.to_vec();
        // What is not read stays in a thread of its own, which ends with the command.
        std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
        let (out, err) = (std::thread::spawn(|| heard(out)), std::thread::spawn(|| heard(err)));
        let well = self.wait(&mut child)?;
        Ok(Said {
            well,
            out: out.join().unwrap_or_default(),
            err: err.join().unwrap_or_default(),
        })
    }

    /// Waits until it has ended, and whether well; one that takes too long is stopped.
    fn wait(&self, child: &mut Child) -> Result<bool, PrintError> {
        let begun = Instant::now();
        loop {
            if let Some(status) = child.try_wait().map_err(PrintError::Io)? {
                return Ok(status.success());
            }
            if begun.elapsed() >= self.patience {
                let _ = child.kill();
                let _ = child.wait();
                return Err(PrintError::TimedOut);
            }
            std::thread::sleep(GLANCE);
        }
    }
}

impl Printer for Spooler {
    fn print(&self, pdf: &Pdf) -> Result<(), PrintError> {
        // `-` is the file on standard input; the job's name stands in queues that others see, and names nobody.
        let said = self.run(&self.lp, &["-t", "Istiada", "-"], &pdf.bytes)?;
        if said.well {
            return Ok(());
        }
        Err(PrintError::Refused(said.err.trim().to_owned()))
    }

    fn state(&self) -> PrinterState {
        match self.run(&self.lpstat, &["-d"], &[]) {
            Ok(said) if said.well && said.out.starts_with("system default destination:") => PrinterState::Ready,
            Err(PrintError::NoSpooler) => PrinterState::NoSpooler,
            _ => PrinterState::NoPrinter,
        }
    }
}

/// The beginning of what a command says; the rest is read and let go, so that it never waits for us.
fn heard(from: Option<impl Read>) -> String {
    let Some(mut from) = from else {
        return String::new();
    };
    let mut bytes = Vec::new();
    let _ = from.by_ref().take(HEARD).read_to_end(&mut bytes);
    let _ = io::copy(&mut from, &mut io::sink());
    String::from_utf8_lossy(&bytes).into_owned()
}
