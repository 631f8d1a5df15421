//! Names of records: random, so that they say nothing about a person.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Takes sixteen random bytes.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The bytes.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({:02x}{:02x}…)"), self.0[0], self.0[1])
            }
        }
    };
}

id!(/// An account on the platform.
    AccountId);
id!(/// A visit at a desk.
    VisitId);
id!(/// A message in the outbox; the gateway is given it too, so that a receipt can be joined to it.
    MessageId);

/// A visit's short name for people, such as `R7K-4QD`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference([u8; 6]);

impl Reference {
    /// Letters and digits that are not taken for one another, read aloud or by eye.
    const ALPHABET: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRTVWXYZ";

    /// Reads a reference as people write it: in any case, with or without its dash.
    pub fn parse(text: &str) -> Option<Self> {
        let letters = text.chars().filter(|letter| *letter != '-' && !letter.is_whitespace());
        let letters: Vec<u8> = letters
            .map(|letter| u8::try_from(letter.to_ascii_uppercase()))
            .collect::<Result<_, _>>()
            .ok()?;
        let known = letters.iter().all(|letter| Self::ALPHABET.contains(letter));
        letters.try_into().ok().filter(|_| known).map(Self)
    }

    /// The reference of a visit, derived from its id.
    pub fn of(visit: VisitId) -> Self {
        let mut rest = u64::from_le_bytes(*visit.0.first_chunk().unwrap_or(&[0; 8]));
        Self(std::array::from_fn(|_| {
            let digit = usize::try_from(rest % 29).unwrap_or(0);
            rest /= 29;
            Self::ALPHABET[digit]
        }))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (head, tail) = self.0.split_at(3);
        write!(
            formatter,
            "{}-{}",
            String::from_utf8_lossy(head),
            String::from_utf8_lossy(tail)
        )
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_as_people_write_it() {
        let reference = Reference::of(VisitId::from_bytes([7; 16]));
        let text = reference.to_string();
        for written in [
            text.clone(),
            text.to_lowercase(),
            text.replace('-', ""),
            text.replace('-', " - "),
        ] {
            assert_eq!(Reference::parse(&written), Some(reference), "{written}");
        }
        for wrong in ["", "R7K-4Q", "R7K-4QDD", "R7K-4Q0", "R7K_4QD", "رقم"] {
            assert_eq!(Reference::parse(wrong), None, "{wrong}");
        }
    }
}
