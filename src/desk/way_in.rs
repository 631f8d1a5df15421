//! What stands between a start of the program and its desk: the data key of the store.

use std::fmt;

use super::Desk;
use crate::domain::key_place::NewKeyPlace;
use crate::domain::secret::Secret;

/// What whoever starts the program says of the data key.
#[derive(Debug)]
pub enum Said {
    /// Nothing: the first try, and every one that waits for something outside the program.
    Nothing,
    /// The passphrase, as it was typed.
    Passphrase(Secret),
    /// Where the key of a new store is to be kept.
    KeepIn(NewKeyPlace),
}

/// What came of a try to open the desk.
#[derive(Clone)]
pub enum WayIn {
    /// The desk.
    Open(Desk),
    /// It opens once something of its key was said or done.
    Closed(Closed),
    /// It does not open; whoever tried it tells why.
    Failed,
}

/// What the desk waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// There is no store yet, and so no key.
    NewKey {
        /// Whether the keyring of the system would take it.
        keyring: bool,
    },
    /// The passphrase.
    Passphrase {
        /// Whether the one that was said is another.
        wrong: bool,
    },
    /// The keyring of the system is locked.
    KeyringLocked,
    /// The keyring of the system does not answer.
    KeyringAway,
}

impl fmt::Debug for WayIn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(_) => formatter.write_str("Open(…)"),
            Self::Closed(closed) => write!(formatter, "Closed({closed:?})"),
            Self::Failed => formatter.write_str("Failed"),
        }
    }
}
