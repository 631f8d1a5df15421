//! Where people and mobiles are looked up.

use futures::future::BoxFuture;

use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::registry::{MobileStanding, Person, RegistryAnswer};

/// Where identity, validity dates and the ownership of mobiles are looked up. One that cannot be asked, or does not
/// answer, says "unknown".
pub trait Registry: Send + Sync {
    /// What is known of the person with an identity number.
    fn person(&self, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<Person>>;

    /// How it stands with a mobile that the person with this identity number says is theirs.
    fn mobile(&self, mobile: Mobile, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<MobileStanding>>;
}
