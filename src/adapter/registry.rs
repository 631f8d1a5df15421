//! The embedded registry: one sealed file in the data folder, in which people and mobiles are found by blind index.

use futures::future::{BoxFuture, ready};

use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::registry::{MobileStanding, Person, RegistryAnswer};
use crate::port::Registry;

/// The registry of a store on the disk.
#[derive(Debug)]
pub struct EmbeddedRegistry;

impl EmbeddedRegistry {
    /// The registry of a store that nothing was ever imported into: it knows nothing, and says so.
    pub const fn of_nothing() -> Self {
        Self
    }
}

impl Registry for EmbeddedRegistry {
    fn person(&self, _number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<Person>> {
        Box::pin(ready(RegistryAnswer::Unknown))
    }

    fn mobile(&self, _mobile: Mobile, _number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<MobileStanding>> {
        Box::pin(ready(RegistryAnswer::Unknown))
    }
}
