//! What may stand after the last whole frame, and what must not.
//!
//! A frame is written in one piece and synced before anybody hears of it. So a power cut leaves at most one frame
//! unfinished, the last: its end may be missing, and any of its disk sectors may still be zero, because the file
//! never had anything else there. Everything else is damage, and damage is never cut off.

use super::frame::{AROUND, HEADER, Header, HeaderRead, LONGEST, MAGIC};

/// The smallest piece that a disk writes whole, in bytes.
const SECTOR: u64 = 512;

/// Whether `tail`, which stands at `offset` in its file, can be one frame that a power cut kept from being finished.
/// `next` is the header that such a frame would have, as far as it can be foreseen.
pub fn is_unfinished(tail: &[u8], offset: u64, next: &Header) -> bool {
    if tail.len() > LONGEST as usize + AROUND || holds_header(tail.get(1..).unwrap_or_default()) {
        return false;
    }
    let blank = |at: usize| sectors(tail, offset).any(|(from, sector)| covers(from, sector, at) && is_blank(sector));
    match tail.first_chunk::<HEADER>().map(Header::decode) {
        Some(HeaderRead::Whole(header)) => {
            let length = usize::try_from(header.frame_length()).unwrap_or(usize::MAX);
            let some_blank = || sectors(tail, offset).any(|(_, sector)| is_blank(sector));
            is_next(&header, next) && (tail.len() < length || tail.len() == length && some_blank())
        }
        Some(HeaderRead::Newer(_)) => false,
        // A whole header would have been read: some of it was never written.
        Some(HeaderRead::No) => (0..HEADER).any(blank) && begins_as(tail, next, blank),
        None => begins_as(tail, next, blank),
    }
}

/// Whether the bytes that can be foreseen are what they should be, or were never written.
fn begins_as(tail: &[u8], next: &Header, blank: impl Fn(usize) -> bool) -> bool {
    let expected = next.foreseen();
    tail.iter()
        .zip(expected)
        .enumerate()
        .all(|(at, (byte, expected))| *byte == expected || blank(at))
}

fn is_next(header: &Header, next: &Header) -> bool {
    header.foreseen() == next.foreseen()
}

/// Whether a header, and so a later frame, begins anywhere in `bytes`.
fn holds_header(bytes: &[u8]) -> bool {
    bytes.windows(HEADER).any(|window| {
        window.starts_with(&MAGIC)
            && window
                .first_chunk::<HEADER>()
                .is_some_and(|bytes| Header::decode(bytes) != HeaderRead::No)
    })
}

/// The parts of `tail` that lie in one sector each, with where they begin in it.
fn sectors(tail: &[u8], offset: u64) -> impl Iterator<Item = (usize, &[u8])> {
    let first = usize::try_from(SECTOR - offset % SECTOR).unwrap_or(0).min(tail.len());
    let (head, rest) = tail.split_at(first);
    let later = rest
        .chunks(SECTOR as usize)
        .enumerate()
        .map(move |(n, part)| (first + n * SECTOR as usize, part));
    std::iter::once((0, head)).chain(later)
}

fn covers(from: usize, sector: &[u8], at: usize) -> bool {
    (from..from + sector.len()).contains(&at)
}

fn is_blank(sector: &[u8]) -> bool {
    !sector.is_empty() && sector.iter().all(|byte| *byte == 0)
}
