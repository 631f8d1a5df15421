//! Receipts on paper and as files.

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

/// Where receipts are kept as files. It blocks.
pub trait Cabinet: Send + Sync {
    /// Puts a file away under its reference, and says where. Nothing that lies there already is overwritten: the same
    /// file is left as it is, and another one gets a number behind its name.
    ///
    /// # Errors
    /// Those of the folder: no room, no right, too many of one name.
    fn put(&self, pdf: &Pdf) -> std::io::Result<PathBuf>;
}
