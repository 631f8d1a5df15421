//! Walks a ledger from its first frame to its last and checks every link on the way.

use std::io::{self, Read, Seek, SeekFrom};

use super::frame::{self, HEADER, Header, HeaderRead, LONGEST};
use super::tail::is_unfinished;
use super::{Damage, SEGMENT};
use crate::adapter::seal::{KeyId, Vault};
use crate::port::FrameHash;

/// What comes before the first frame.
pub const NOTHING: FrameHash = FrameHash([0; 32]);

/// No founding is longer, in bytes.
const LONGEST_FOUNDING: u64 = 512;

/// What a walk found.
#[derive(Debug)]
pub struct Scan {
    /// Where each whole frame begins; the frame's number is the index.
    pub offsets: Vec<u64>,
    /// Where the last whole frame ends.
    pub end: u64,
    /// The hash of the last whole frame.
    pub last: FrameHash,
    /// How many bytes of an unfinished frame follow.
    pub unfinished: u64,
}

/// A frame on the way.
#[derive(Clone, Copy)]
pub struct Passed<'a> {
    /// Its number.
    pub number: u64,
    /// Its hash.
    pub hash: FrameHash,
    /// What was sealed in it.
    pub payload: &'a [u8],
    /// Where it ends in the file.
    pub end: u64,
}

/// What is done with each frame on the way; it may find damage that the walk cannot see.
pub type Each<'a> = &'a mut dyn FnMut(Passed<'_>) -> Result<(), Damage>;

/// Why a walk stopped.
#[derive(Debug)]
pub enum ScanError {
    /// The file could not be read.
    Io(io::Error),
    /// The frame of this number is not what was written.
    Damaged(u64, Damage),
}

impl From<io::Error> for ScanError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The key that the first frame names; none where there is no whole header.
///
/// # Errors
/// The file could not be read, or is of a newer format.
pub fn first_key(file: &mut dyn Read) -> Result<Option<KeyId>, ScanError> {
    let mut bytes = [0; HEADER];
    if fill(file, &mut bytes)? < HEADER {
        return Ok(None);
    }
    match Header::decode(&bytes) {
        HeaderRead::Whole(header) => Ok(Some(header.key)),
        HeaderRead::Newer(format) => Err(ScanError::Damaged(0, Damage::Newer(format))),
        HeaderRead::No => Ok(None),
    }
}

/// Checks that a file without one whole header holds an unfinished founding, or nothing: a founding is shorter than
/// a disk sector, so it is there up to a point, or not at all.
///
/// # Errors
/// It holds something else, or could not be read.
pub fn founding_is_unfinished<R: Read + Seek>(file: &mut R, length: u64) -> Result<(), ScanError> {
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.take(LONGEST_FOUNDING + 1).read_to_end(&mut bytes)?;
    let begun = bytes.len() < HEADER && bytes.iter().zip(frame::MAGIC).all(|(byte, expected)| *byte == expected);
    if length <= LONGEST_FOUNDING && (begun || bytes.iter().all(|byte| *byte == 0)) {
        return Ok(());
    }
    Err(ScanError::Damaged(0, Damage::Broken))
}

/// Walks a file of `length` bytes and hands each frame to `each`.
///
/// # Errors
/// See [`ScanError`]; `each` may name damage too.
pub fn scan(file: &mut dyn Read, length: u64, vault: &Vault, each: Each<'_>) -> Result<Scan, ScanError> {
    let mut found = Scan {
        offsets: Vec::new(),
        end: 0,
        last: NOTHING,
        unfinished: 0,
    };
    let mut bytes = [0; HEADER];
    let mut body = Vec::new();
    loop {
        let number = found.offsets.len() as u64;
        let next = Header {
            segment: SEGMENT,
            key: vault.id(),
            number,
            previous: found.last,
            length: 0,
            nonce: [0; 24],
        };
        let read = fill(file, &mut bytes)?;
        let header = if read < HEADER {
            HeaderRead::No
        } else {
            Header::decode(&bytes)
        };
        body.clear();
        let hash = match header {
            HeaderRead::Newer(format) => return Err(ScanError::Damaged(number, Damage::Newer(format))),
            HeaderRead::Whole(header) if header.foreseen() != next.foreseen() => {
                return Err(ScanError::Damaged(number, Damage::OutOfPlace { found: header.number }));
            }
            HeaderRead::Whole(header) if header.frame_length() <= length.saturating_sub(found.end) => {
                file.take(header.frame_length() - HEADER as u64)
                    .read_to_end(&mut body)?;
                frame::hash_of(&bytes, &body).map(|hash| (header, hash))
            }
            HeaderRead::Whole(_) | HeaderRead::No => None,
        };
        let Some((header, hash)) = hash else {
            let mut tail = bytes.get(..read).unwrap_or_default().to_vec();
            tail.append(&mut body);
            file.take(u64::from(LONGEST) * 2).read_to_end(&mut tail)?;
            return finish(found, &tail, &next);
        };
        let payload =
            frame::open(vault, &header, &mut body).map_err(|_| ScanError::Damaged(number, Damage::NotAuthentic))?;
        found.offsets.push(found.end);
        found.end += header.frame_length();
        found.last = hash;
        each(Passed {
            number,
            hash,
            payload,
            end: found.end,
        })
        .map_err(|damage| ScanError::Damaged(number, damage))?;
    }
}

fn finish(mut found: Scan, tail: &[u8], next: &Header) -> Result<Scan, ScanError> {
    if tail.is_empty() || is_unfinished(tail, found.end, next) {
        found.unfinished = tail.len() as u64;
        return Ok(found);
    }
    Err(ScanError::Damaged(next.number, Damage::Broken))
}

/// Reads until `bytes` is full or the file ends.
fn fill(file: &mut dyn Read, bytes: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
