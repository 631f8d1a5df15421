//! One frame, byte by byte: what is sealed, what is readable, and what vouches for it.
//!
//! | at | bytes | what |
//! | --- | --- | --- |
//! | 0 | 4 | `ISTL` |
//! | 4 | 2 | format version |
//! | 6 | 2 | reserved, zero |
//! | 8 | 4 | segment |
//! | 12 | 8 | key id |
//! | 20 | 8 | number |
//! | 28 | 32 | hash of the frame before, zero in the first |
//! | 60 | 4 | length of what is sealed, tag included |
//! | 64 | 24 | nonce |
//! | 88 | 8 | the first bytes of SHA-256 over bytes 0 to 87: tells a whole header from a damaged one |
//! | 96 | length | XChaCha20-Poly1305 of the payload, bytes 0 to 95 as associated data |
//! | 96 + length | 32 | SHA-256 over all bytes before it: the frame's hash |
//!
//! Numbers are little-endian.

use sha2::{Digest, Sha256};

use crate::adapter::seal::vault::{NONCE, TAG, Vault, fresh_nonce};
use crate::adapter::seal::{KeyId, SealError};
use crate::port::FrameHash;

/// How a frame begins.
pub const MAGIC: [u8; 4] = *b"ISTL";
/// The format that this program writes and reads.
pub const FORMAT: u16 = 1;
/// Length of a header in bytes.
pub const HEADER: usize = 96;
/// Length of the hash at the end in bytes.
pub const HASH: usize = 32;
/// What stands around the sealed part, in bytes.
pub const AROUND: usize = HEADER + HASH;
/// The longest sealed part in bytes: a whole import is one frame.
pub const LONGEST: u32 = 256 << 20;
/// The part of a header that is known before the frame is written: up to the length.
const FORESEEN: usize = 60;
const CHECKED: usize = 88;

/// The readable part of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The file that the frame stands in; the first is number 1.
    pub segment: u32,
    /// The data key that seals it.
    pub key: KeyId,
    /// Its number. Number 0 founds the ledger and holds its kind.
    pub number: u64,
    /// The hash of the frame before it.
    pub previous: FrameHash,
    /// Length of the sealed part in bytes, tag included.
    pub length: u32,
    /// The nonce of the sealed part.
    pub nonce: [u8; NONCE],
}

/// What stands where a header should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderRead {
    /// A header.
    Whole(Header),
    /// A whole header of a format that this program does not know.
    Newer(u16),
    /// No header, or a damaged one.
    No,
}

impl Header {
    /// The bytes of the header.
    pub fn encode(&self) -> [u8; HEADER] {
        let mut bytes = [0; HEADER];
        let mut rest = bytes.as_mut_slice();
        let mut put = |part: &[u8]| {
            let (to, after) = std::mem::take(&mut rest).split_at_mut(part.len());
            to.copy_from_slice(part);
            rest = after;
        };
        put(&MAGIC);
        put(&FORMAT.to_le_bytes());
        put(&[0; 2]);
        put(&self.segment.to_le_bytes());
        put(self.key.as_bytes());
        put(&self.number.to_le_bytes());
        put(&self.previous.0);
        put(&self.length.to_le_bytes());
        put(&self.nonce);
        let (checked, check) = bytes.split_at_mut(CHECKED);
        check.copy_from_slice(&check_of(checked));
        bytes
    }

    /// Reads a header.
    pub fn decode(bytes: &[u8; HEADER]) -> HeaderRead {
        let (checked, check) = bytes.split_at(CHECKED);
        if !checked.starts_with(&MAGIC) || check != check_of(checked) {
            return HeaderRead::No;
        }
        let format = u16::from_le_bytes(part(bytes, 4));
        if format != FORMAT {
            return HeaderRead::Newer(format);
        }
        let length = u32::from_le_bytes(part(bytes, 60));
        if bytes[6..8] != [0; 2] || length > LONGEST || (length as usize) < TAG {
            return HeaderRead::No;
        }
        HeaderRead::Whole(Self {
            segment: u32::from_le_bytes(part(bytes, 8)),
            key: KeyId::from_bytes(part(bytes, 12)),
            number: u64::from_le_bytes(part(bytes, 20)),
            previous: FrameHash(part(bytes, 28)),
            length,
            nonce: part(bytes, 64),
        })
    }

    /// Length of the whole frame in bytes.
    pub const fn frame_length(&self) -> u64 {
        self.length as u64 + AROUND as u64
    }

    /// How a frame with this place in the chain begins: the bytes that are known before it is written.
    pub fn foreseen(&self) -> [u8; FORESEEN] {
        part(&self.encode(), 0)
    }
}

/// Makes a whole frame of `payload`.
///
/// # Errors
/// The system has no random bytes, or the payload is longer than [`LONGEST`].
pub fn encode(
    vault: &Vault,
    segment: u32,
    number: u64,
    previous: FrameHash,
    payload: &[u8],
) -> std::io::Result<(Vec<u8>, FrameHash)> {
    let too_long = || std::io::Error::new(std::io::ErrorKind::FileTooLarge, "a frame is too long");
    let length = u32::try_from(payload.len() + TAG)
        .ok()
        .filter(|length| *length <= LONGEST)
        .ok_or_else(too_long)?;
    let nonce = fresh_nonce()?;
    let header = Header {
        segment,
        key: vault.id(),
        number,
        previous,
        length,
        nonce,
    }
    .encode();
    let mut frame = Vec::with_capacity(payload.len() + TAG + AROUND);
    frame.extend_from_slice(&header);
    frame.extend_from_slice(payload);
    vault
        .seal_frame(nonce, &header, &mut frame, HEADER)
        .map_err(std::io::Error::other)?;
    let hash = FrameHash(Sha256::digest(&frame).into());
    frame.extend_from_slice(&hash.0);
    Ok((frame, hash))
}

/// The hash of a frame, where the frame vouches for it. `body` is what follows the header.
pub fn hash_of(header: &[u8; HEADER], body: &[u8]) -> Option<FrameHash> {
    let (sealed, written) = body.split_last_chunk::<HASH>()?;
    let hash: [u8; HASH] = Sha256::new()
        .chain_update(header)
        .chain_update(sealed)
        .finalize()
        .into();
    (hash == *written).then_some(FrameHash(hash))
}

/// Opens a frame in place. `body` is what follows the header.
///
/// # Errors
/// It was not sealed with this key, or was changed since.
pub fn open<'a>(vault: &Vault, header: &Header, body: &'a mut [u8]) -> Result<&'a mut [u8], SealError> {
    let (sealed, _) = body.split_last_chunk_mut::<HASH>().ok_or(SealError)?;
    vault.open_frame(header.nonce, &header.encode(), sealed)
}

fn check_of(checked: &[u8]) -> [u8; HEADER - CHECKED] {
    let digest: [u8; HASH] = Sha256::digest(checked).into();
    part(&digest, 0)
}

/// `LENGTH` bytes from `from` on; zeros where there are fewer.
fn part<const LENGTH: usize>(bytes: &[u8], from: usize) -> [u8; LENGTH] {
    bytes
        .get(from..)
        .and_then(|rest| rest.first_chunk())
        .copied()
        .unwrap_or([0; LENGTH])
}
