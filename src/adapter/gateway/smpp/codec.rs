//! Octets to PDUs and back. `rusmpp` reads and writes them; here each is cut out first, so that one that it cannot read
//! takes nothing of the next one along.

use std::io;

use rusmpp::tokio_codec::{CommandCodec, EncodeError};
use rusmpp::{Command, CommandId, CommandStatus};
use tokio_util::bytes::BytesMut;
use tokio_util::codec::{Decoder, Encoder};

/// Octets of a PDU's head: length, command, status, sequence number.
const HEAD: usize = 16;
/// Octets of the longest PDU that is read. What an SMSC sends us, receipts and answers, is far shorter.
const LONGEST: usize = 8192;

/// What came over a line.
pub enum Incoming {
    /// A PDU.
    Pdu(Box<Command>),
    /// A PDU whose body is not what its head says.
    Unreadable {
        /// Which it says it is.
        id: CommandId,
        /// Its status.
        status: CommandStatus,
        /// Its number.
        sequence: u32,
    },
}

/// Cuts a stream of octets into PDUs.
pub struct Codec;

impl Decoder for Codec {
    type Item = Incoming;
    type Error = io::Error;

    fn decode(&mut self, octets: &mut BytesMut) -> io::Result<Option<Incoming>> {
        let Some(head) = octets.first_chunk::<HEAD>() else {
            return Ok(None);
        };
        let [length, id, status, sequence] = words(head);
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if !(HEAD..=LONGEST).contains(&length) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "what came is no PDU"));
        }
        if octets.len() < length {
            octets.reserve(length - octets.len());
            return Ok(None);
        }
        let mut pdu = octets.split_to(length);
        let unreadable = Incoming::Unreadable {
            id: CommandId::from(id),
            status: CommandStatus::from(status),
            sequence,
        };
        Ok(Some(match CommandCodec::new().decode(&mut pdu) {
            Ok(Some(command)) => Incoming::Pdu(Box::new(command)),
            _ => unreadable,
        }))
    }
}

impl Encoder<Command> for Codec {
    type Error = io::Error;

    fn encode(&mut self, command: Command, octets: &mut BytesMut) -> io::Result<()> {
        CommandCodec::new()
            .encode(&command, octets)
            .map_err(|error| match error {
                EncodeError::Io(error) => error,
                _ => io::Error::other("a PDU could not be written"),
            })
    }
}

fn words(head: &[u8; HEAD]) -> [u32; 4] {
    let mut words = [0; 4];
    for (word, octets) in words.iter_mut().zip(head.chunks_exact(4)) {
        *word = octets.iter().fold(0, |word, octet| word << 8 | u32::from(*octet));
    }
    words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use rusmpp::Pdu;

    use super::*;

    fn enquire(sequence: u32) -> BytesMut {
        let mut octets = BytesMut::new();
        let command = Command::new(CommandStatus::EsmeRok, sequence, Pdu::EnquireLink);
        Codec.encode(command, &mut octets).unwrap();
        octets
    }

    /// A submit_sm_resp that names no message to its end.
    fn endless(sequence: u32) -> Vec<u8> {
        let mut octets = [20, 0x8000_0004, 0, sequence].map(u32::to_be_bytes).concat();
        octets.extend(b"AAAA");
        octets
    }

    #[test]
    fn a_pdu_that_cannot_be_read_takes_nothing_of_the_next_one_along() {
        let mut octets = BytesMut::from(&endless(7)[..]);
        octets.extend_from_slice(&enquire(8));
        let Some(Incoming::Unreadable { id, sequence, .. }) = Codec.decode(&mut octets).unwrap() else {
            panic!("it was read")
        };
        assert_eq!((id, sequence), (CommandId::SubmitSmResp, 7));
        let Some(Incoming::Pdu(next)) = Codec.decode(&mut octets).unwrap() else {
            panic!("it was not read")
        };
        assert_eq!((next.id(), next.sequence_number()), (CommandId::EnquireLink, 8));
        assert!(Codec.decode(&mut octets).unwrap().is_none() && octets.is_empty());
    }

    #[test]
    fn a_pdu_is_waited_for_until_it_is_whole() {
        let whole = enquire(3);
        for cut in 0..whole.len() {
            let mut octets = BytesMut::from(&whole[..cut]);
            assert!(Codec.decode(&mut octets).unwrap().is_none(), "{cut}");
        }
    }

    #[test]
    fn what_no_pdu_begins_with_is_refused() {
        for begin in [&b"HTTP/1.1 400 Bad Request"[..], &[0; 16], &[0xff; 16]] {
            assert!(Codec.decode(&mut BytesMut::from(begin)).is_err());
        }
    }
}
