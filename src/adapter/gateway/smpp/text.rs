//! The alphabets of SMS: GSM 7-bit (3GPP TS 23.038) and UCS-2.
//!
//! With data coding 0 the octets are in the *SMSC's* default alphabet. That is GSM 7-bit, one character an octet, nearly
//! everywhere; some read Latin-1. Letters, digits and most marks are the same in both, `@ $ _ [ ]` and others are not.
//! So a text that has such a one goes out as UCS-2, which is read the same everywhere, where it fits a segment so.

use rusmpp::values::DataCoding;

/// Characters of a segment in GSM 7-bit; those of the extension count twice.
const SEPTETS: usize = 160;
/// UTF-16 units of a segment in UCS-2.
const UNITS: usize = 70;
/// Calls a character of the extension.
const ESCAPE: u8 = 0x1b;

/// The default alphabet, in the order of its codes. At the place of the escape stands the escape, which is no text.
const DEFAULT: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1b}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                       ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its extension.
const EXTENSION: &[(char, u8)] = &[
    ('\u{c}', 0x0a),
    ('^', 0x14),
    ('{', 0x28),
    ('}', 0x29),
    ('\\', 0x2f),
    ('[', 0x3c),
    ('~', 0x3d),
    (']', 0x3e),
    ('|', 0x40),
    ('€', 0x65),
];

/// A text in one segment.
pub struct Segment {
    /// Which alphabet it is in.
    pub coding: DataCoding,
    /// Its octets.
    pub octets: Vec<u8>,
}

/// Puts a text into one segment; none where it is longer.
pub fn segment(text: &str) -> Option<Segment> {
    let gsm = gsm(text).filter(|octets| octets.len() <= SEPTETS);
    match gsm {
        Some(octets) if octets == text.as_bytes() => Some(Segment {
            coding: DataCoding::McSpecific,
            octets,
        }),
        gsm => ucs2(text).or(gsm.map(|octets| Segment {
            coding: DataCoding::McSpecific,
            octets,
        })),
    }
}

fn ucs2(text: &str) -> Option<Segment> {
    let units: Vec<u16> = text.encode_utf16().collect();
    (units.len() <= UNITS).then(|| Segment {
        coding: DataCoding::Ucs2,
        octets: units.into_iter().flat_map(u16::to_be_bytes).collect(),
    })
}

/// The text in GSM 7-bit; none where it has a character that is not in there.
fn gsm(text: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::with_capacity(text.len());
    for character in text.chars() {
        match DEFAULT.chars().position(|known| known == character) {
            Some(code) if code != usize::from(ESCAPE) => octets.push(u8::try_from(code).ok()?),
            _ => {
                let (_, code) = EXTENSION.iter().find(|(known, _)| *known == character)?;
                octets.extend([ESCAPE, *code]);
            }
        }
    }
    Some(octets)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn coding(text: &str) -> Option<DataCoding> {
        segment(text).map(|segment| segment.coding)
    }

    #[test]
    fn the_alphabet_has_its_128_codes() {
        assert_eq!(DEFAULT.chars().count(), 128);
        let codes = [
            ('@', 0x00),
            ('\n', 0x0a),
            ('_', 0x11),
            ('ß', 0x1e),
            (' ', 0x20),
            ('0', 0x30),
            ('¡', 0x40),
        ];
        let more = [
            ('A', 0x41),
            ('Z', 0x5a),
            ('§', 0x5f),
            ('¿', 0x60),
            ('a', 0x61),
            ('z', 0x7a),
            ('à', 0x7f),
        ];
        for (character, code) in codes.into_iter().chain(more) {
            assert_eq!(gsm(&character.to_string()).unwrap(), [code], "{character:?}");
        }
        assert_eq!(gsm("a€[").unwrap(), [0x61, 0x1b, 0x65, 0x1b, 0x3c]);
        assert_eq!(gsm("\u{1b}"), None);
    }

    #[test]
    fn english_is_read_the_same_whatever_the_smsc_takes_for_its_default() {
        let english = segment("Your code is 123456. (It's good for 5 minutes!)").unwrap();
        assert_eq!(english.coding, DataCoding::McSpecific);
        assert_eq!(english.octets, b"Your code is 123456. (It's good for 5 minutes!)");
        assert_eq!(coding("@example.com #123456"), Some(DataCoding::Ucs2));
        let long = format!("{}\n@example.com #123456", "a".repeat(80));
        let long = segment(&long).unwrap();
        assert_eq!((long.coding, long.octets[81]), (DataCoding::McSpecific, 0));
    }

    #[test]
    fn arabic_is_ucs_2() {
        let arabic = segment("رمزك ١٢").unwrap();
        assert_eq!(arabic.coding, DataCoding::Ucs2);
        assert_eq!(arabic.octets[..4], [0x06, 0x31, 0x06, 0x45]);
    }

    #[test]
    fn a_text_is_one_segment_or_none() {
        assert_eq!(coding(&"a".repeat(160)), Some(DataCoding::McSpecific));
        assert_eq!(coding(&"a".repeat(161)), None);
        assert_eq!(coding(&"[".repeat(80)), Some(DataCoding::McSpecific));
        assert_eq!(coding(&format!("{}a", "[".repeat(80))), None);
        assert_eq!(coding(&"ا".repeat(70)), Some(DataCoding::Ucs2));
        assert_eq!(coding(&"ا".repeat(71)), None);
        assert_eq!(coding(&"😀".repeat(36)), None, "two units each");
    }
}
