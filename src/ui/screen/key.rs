//! The pages that stand before a desk whose data key is not at hand: where a new one is to be kept, its passphrase, and a
//! keyring that does not give it.

pub mod keyring;
pub mod passphrase;
pub mod place;
