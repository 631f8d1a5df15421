//! A keyring in memory.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use crate::adapter::seal::{KeyId, Keyring, KeyringError};

/// A keyring in memory, which can be locked and taken away.
#[derive(Default)]
pub struct MemoryKeyring {
    held: Mutex<HashMap<KeyId, Zeroizing<Vec<u8>>>>,
    trouble: Mutex<Option<KeyringError>>,
}

impl MemoryKeyring {
    /// From now on it answers with this error; without one it is there and open.
    pub fn answers_with(&self, trouble: Option<KeyringError>) {
        *locked(&self.trouble) = trouble;
    }

    /// Somebody else puts this in the place of what it holds under that name, or takes it out.
    pub fn put(&self, id: KeyId, text: Option<&[u8]>) {
        let mut held = locked(&self.held);
        match text {
            Some(text) => held.insert(id, Zeroizing::new(text.to_vec())),
            None => held.remove(&id),
        };
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for MemoryKeyring {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MemoryKeyring(…)")
    }
}

impl Keyring for MemoryKeyring {
    fn ready(&self) -> Result<(), KeyringError> {
        locked(&self.trouble).clone().map_or(Ok(()), Err)
    }

    fn read(&self, id: KeyId) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError> {
        self.ready()?;
        Ok(locked(&self.held).get(&id).cloned())
    }

    fn keep(&self, id: KeyId, text: &[u8]) -> Result<(), KeyringError> {
        self.ready()?;
        self.put(id, Some(text));
        Ok(())
    }
}
