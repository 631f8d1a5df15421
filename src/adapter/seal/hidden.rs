//! Secrets that stand in the configuration, sealed with the data key of one store.

use std::fmt::Write as _;
use std::io;

use zeroize::Zeroizing;

use super::SealError;
use super::vault::{Place, Vault};
use crate::domain::secret::{ExposeSecret, Secret};

/// Where they stand: in no table of the store, so that no record of it opens as one, nor one of them as a record.
const TABLE: &str = "configuration";
const KEY: &[u8] = b"secret";

impl Vault {
    /// A secret, sealed, in hexadecimal.
    ///
    /// # Errors
    /// The system has no random bytes.
    pub fn seal_secret(&self, secret: &Secret) -> io::Result<String> {
        let place = Place {
            table: TABLE,
            key: KEY,
            version: 0,
        };
        let sealed = self.seal_record(place, secret.expose_secret().as_bytes())?;
        let mut text = String::with_capacity(sealed.len().saturating_mul(2));
        for byte in sealed {
            write!(text, "{byte:02x}").map_err(io::Error::other)?;
        }
        Ok(text)
    }

    /// Opens what [`Vault::seal_secret`] sealed.
    ///
    /// # Errors
    /// It was sealed with another key, or is not what was sealed.
    pub fn open_secret(&self, sealed: &str) -> Result<Secret, SealError> {
        let bytes: Option<Vec<u8>> = sealed
            .as_bytes()
            .chunks(2)
            .map(|pair| match pair {
                [high, low] => Some((digit(*high)? << 4) | digit(*low)?),
                _ => None,
            })
            .collect();
        let (text, _) = self.open_record(TABLE, KEY, &bytes.ok_or(SealError)?)?;
        let text = Zeroizing::new(String::from_utf8(text.to_vec()).map_err(|_| SealError)?);
        Ok(Secret::from(text.as_str()))
    }
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
