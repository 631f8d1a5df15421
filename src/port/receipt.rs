//! Receipts on paper, and files that are put away.

use std::path::PathBuf;

use crate::domain::id::Reference;
use crate::domain::receipt::Sheet;

/// A receipt as a file of the Portable Document Format.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    /// Which receipt it is: names the file and nothing else.
    pub reference: Reference,
    /// The file.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Pdf {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Pdf({}, {} bytes)", self.reference, self.bytes.len())
    }
}

impl Pdf {
    /// The receipt as it is put away.
    pub fn filed(&self) -> Filed<'_> {
        Filed {
            name: self.reference.to_string(),
            ending: "pdf",
            bytes: &self.bytes,
        }
    }
}

/// A file to be put away: a receipt, or what was exported.
pub struct Filed<'a> {
    /// Its name without the ending. It names no person.
    pub name: String,
    /// The ending, which says what is in it.
    pub ending: &'static str,
    /// What is in it.
    pub bytes: &'a [u8],
}

impl Filed<'_> {
    /// The name of the `number`th file that would bear this one: `R7K-4QD.pdf`, `R7K-4QD-2.pdf`.
    pub fn numbered(&self, number: usize) -> String {
        match number {
            0 | 1 => format!("{}.{}", self.name, self.ending),
            number => format!("{}-{number}.{}", self.name, self.ending),
        }
    }
}

/// A sheet could not be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// The embedded faces cannot be used.
    #[error("the embedded faces cannot be used")]
    Faces,
    /// It does not fit one page.
    #[error("it does not fit one page")]
    TooLong,
    /// The file could not be put together.
    #[error("the file could not be put together: {0}")]
    File(String),
}

/// Sets a sheet in type. It blocks for as long as that takes, some tens of milliseconds.
pub trait Typesetter: Send + Sync {
    /// The sheet as one page.
    ///
    /// # Errors
    /// See [`TypesetError`].
    fn set(&self, sheet: &Sheet) -> Result<Pdf, TypesetError>;
}

/// Whether something can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrinterState {
    /// There is a printer.
    Ready,
    /// The system has a spooler, and no printer is set up in it.
    NoPrinter,
    /// The system has no spooler.
    NoSpooler,
}

/// The printer did not take a receipt, or did not say.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The system has no spooler.
    #[error("the system has no spooler")]
    NoSpooler,
    /// The spooler refused it: no printer, or one that takes nothing now.
    #[error("the spooler refused it: {0}")]
    Refused(String),
    /// The spooler did not answer in time, and was stopped. Whether it printed is not known.
    #[error("the spooler did not answer in time")]
    TimedOut,
    /// The spooler could not be started, or not be written to.
    #[error("the spooler could not be used")]
    Io(#[source] std::io::Error),
}

/// The way to paper. It blocks until the spooler has answered, for a bounded time.
pub trait Printer: Send + Sync {
    /// Hands a file over to be printed.
    ///
    /// # Errors
    /// See [`PrintError`].
    fn print(&self, pdf: &Pdf) -> Result<(), PrintError>;

    /// Whether something can be printed now.
    fn state(&self) -> PrinterState;
}

/// Where receipts and exports are kept as files, each for its owner alone. It blocks.
pub trait Cabinet: Send + Sync {
    /// Puts a file away under its name, and says where. Nothing that lies there already is overwritten: the same file is
    /// left as it is, and another one gets a number behind its name.
    ///
    /// # Errors
    /// Those of the folder: no room, no right, too many of one name.
    fn put(&self, file: &Filed<'_>) -> std::io::Result<PathBuf>;
}
