//! Paper that is none: a printer and a cabinet that keep what they were given.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::port::{Cabinet, Filed, Pdf, PrintError, Printer, PrinterState};

/// A printer in memory.
#[derive(Debug, Default)]
pub struct MemoryPrinter(Mutex<Printed>);

#[derive(Debug, Default)]
struct Printed {
    taken: Vec<Pdf>,
    answers: VecDeque<PrintError>,
    state: Option<PrinterState>,
}

impl MemoryPrinter {
    /// Answers one later receipt with `error`; asked more than once, the receipts in turn.
    pub fn fail_next(&self, error: PrintError) {
        self.inner().answers.push_back(error);
    }

    /// Says from now on that it is in this state. A printer that was told nothing is ready.
    pub fn set_state(&self, state: PrinterState) {
        self.inner().state = Some(state);
    }

    /// What was printed, the oldest first.
    pub fn printed(&self) -> Vec<Pdf> {
        self.inner().taken.clone()
    }

    fn inner(&self) -> MutexGuard<'_, Printed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Printer for MemoryPrinter {
    fn print(&self, pdf: &Pdf) -> Result<(), PrintError> {
        let mut inner = self.inner();
        match inner.answers.pop_front() {
            Some(error) => Err(error),
            None => {
                inner.taken.push(pdf.clone());
                Ok(())
            }
        }
    }

    fn state(&self) -> PrinterState {
        self.inner().state.unwrap_or(PrinterState::Ready)
    }
}

/// A cabinet in memory.
#[derive(Debug, Default)]
pub struct MemoryCabinet(Mutex<Drawer>);

#[derive(Debug, Default)]
struct Drawer {
    files: Vec<(PathBuf, Vec<u8>)>,
    answers: VecDeque<ErrorKind>,
}

impl MemoryCabinet {
    /// Answers one later file with this error; asked more than once, the files in turn.
    pub fn fail_next(&self, error: ErrorKind) {
        self.inner().answers.push_back(error);
    }

    /// What lies in it, the oldest first.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        self.inner().files.clone()
    }

    fn inner(&self) -> MutexGuard<'_, Drawer> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Cabinet for MemoryCabinet {
    fn put(&self, file: &Filed<'_>) -> std::io::Result<PathBuf> {
        let mut inner = self.inner();
        if let Some(error) = inner.answers.pop_front() {
            return Err(error.into());
        }
        for number in 1.. {
            let path = PathBuf::from(file.numbered(number));
            match inner.files.iter().find(|(there, _)| *there == path) {
                Some((_, bytes)) if bytes == file.bytes => return Ok(path),
                Some(_) => {}
                None => {
                    inner.files.push((path.clone(), file.bytes.to_vec()));
                    return Ok(path);
                }
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }
}
