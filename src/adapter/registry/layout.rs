//! The layout of the registry's file. `docs/storage.md` has it byte by byte.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::applicant::IdentityNumber;

/// The name of the file.
pub(super) const FILE: &str = "registry";
/// Its name while it is written.
pub(super) const UNFINISHED: &str = "registry.unfinished";
/// How every version of the file begins.
pub(super) const TITLE_BEGINS: &[u8] = b"istiada registry ";
/// How this version begins.
pub(super) const TITLE: &[u8] = b"istiada registry 1\n";
/// The head is sealed for this place.
pub(super) const HEAD_TABLE: &str = "registry";
/// The head is sealed for this place.
pub(super) const HEAD_KEY: &[u8] = b"head";
/// No head is longer, in bytes.
pub(super) const LONGEST_HEAD: u64 = 4096;
/// The length of an entry of the index, in bytes.
pub(super) const ENTRY: usize = 32 + 8 + 4;

/// What a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Mobile,
}

impl Sort {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Mobile => "mobile",
        }
    }

    pub(super) const fn table(self) -> &'static str {
        match self {
            Self::Person => "registry person",
            Self::Mobile => "registry mobile",
        }
    }
}

/// What the end of the file says of all before it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Head {
    /// How many records there are.
    pub entries: u64,
    /// How many of them are people.
    pub people: u64,
    /// Whether the registry holds everybody.
    pub complete: bool,
    /// Where the index begins.
    pub index_at: u64,
    /// SHA-256 of everything before the head, in hexadecimal.
    pub digest: String,
}

/// The digest of what was hashed, in hexadecimal.
pub(super) fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A mobile as its record holds it.
#[derive(Serialize, Deserialize)]
pub(super) struct Owned {
    pub number: IdentityNumber,
    pub active: bool,
    pub operator_approved: bool,
}

/// An entry of the index: which record stands where.
pub(super) struct Entry {
    pub name: [u8; 32],
    pub offset: u64,
    pub length: u32,
}

impl Entry {
    pub(super) fn read(bytes: &[u8; ENTRY]) -> Self {
        let (mut name, mut offset, mut length) = ([0; 32], [0; 8], [0; 4]);
        let parts = name.iter_mut().chain(&mut offset).chain(&mut length);
        parts.zip(bytes).for_each(|(to, from)| *to = *from);
        Self {
            name,
            offset: u64::from_le_bytes(offset),
            length: u32::from_le_bytes(length),
        }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let (offset, length) = (self.offset.to_le_bytes(), self.length.to_le_bytes());
        [self.name.as_slice(), &offset, &length].concat()
    }
}

/// What is written to it goes into a hash.
pub(super) struct Hashing<'a>(pub &'a mut Sha256);

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
