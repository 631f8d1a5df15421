//! Paper that is none: a printer and a cabinet that keep what they were given.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::port::{Cabinet, Pdf, PrintError, Printer, PrinterState};

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
pub struct MemoryCabinet(Mutex<Vec<(PathBuf, Pdf)>>);

impl MemoryCabinet {
    /// What lies in it, the oldest first.
    pub fn files(&self) -> Vec<(PathBuf, Pdf)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Cabinet for MemoryCabinet {
    fn put(&self, pdf: &Pdf) -> std::io::Result<PathBuf> {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_this: Vec<_> = files
            .iter()
            .filter(|(_, there)| there.reference == pdf.reference)
            .collect();
        if let Some((path, _)) = of_this.iter().find(|(_, there)| there == pdf) {
            return Ok(path.clone());
        }
        let name = match of_this.len() {
            0 => format!("{}.pdf", pdf.reference),
            others => format!("{}-{}.pdf", pdf.reference, others + 1),
        };
        files.push((PathBuf::from(&name), pdf.clone()));
        Ok(PathBuf::from(name))
    }
}
