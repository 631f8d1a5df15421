//! Argon2id at a desk's cost without a pause and without a window, as considerate as the program: what a window of
//! another program feels of it.

use istiada::adapter::argon2::{Argon2Hasher, Considerate};
use istiada::adapter::seal::{DataKey, Vault};
use istiada::domain::hash::Hasher;
use istiada::domain::policy::Argon2Policy;
use istiada::domain::store_kind::StoreKind;

fn main() -> Result<(), String> {
    let key = DataKey::make(StoreKind::Training).map_err(|error| error.to_string())?;
    let hasher = Argon2Hasher::new(Vault::new(&key), &Argon2Policy::default()).map_err(|error| error.to_string())?;
    let hasher = Considerate(hasher);
    loop {
        let _ = std::hint::black_box(hasher.hash(&"a password".into()));
    }
}
