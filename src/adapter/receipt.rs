//! Receipts: set in type as a PDF of real text, kept in a folder, and handed to the system's spooler.

mod face;
mod folder;
mod line;
mod sheet;
mod spooler;

pub use folder::FolderCabinet;
pub use sheet::PdfTypesetter;
pub use spooler::Spooler;
