//! Text that no log, message, file or `Debug` may show: answers, codes and passwords.

pub use secrecy::ExposeSecret;

/// A secret text: wiped when it is dropped, redacted in `Debug`, read through [`ExposeSecret`] alone.
pub type Secret = secrecy::SecretString;
