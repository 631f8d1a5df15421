//! Randomness from the operating system.

use crate::port::Entropy;

/// The operating system's own random source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// Fills `bytes`. A system that gives no random bytes cannot be worked on safely: the program ends there, before
    /// it makes a code or a key that could be foreseen.
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            tracing::error!("the system gives no random bytes: {error}");
            std::process::abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_filled_and_no_two_fillings_are_alike() {
        let fillings: Vec<[u8; 32]> = (0..64)
            .map(|_| {
                let mut bytes = [0; 32];
                SystemEntropy.fill(&mut bytes);
                bytes
            })
            .collect();
        assert!((0..32).all(|at| fillings.iter().any(|filling| filling[at] != 0)));
        assert!((1..64).all(|later| !fillings[..later].contains(&fillings[later])));
    }
}
