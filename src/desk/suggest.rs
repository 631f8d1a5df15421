//! User names that are free, and that the owner of an account may want.

use crate::domain::account::Account;
use crate::domain::applicant::Username;
use crate::domain::applicant::username::{self, Undisclosed};
use crate::domain::id::VisitId;
use crate::port::Lookup;

use super::Inner;

impl Inner {
    /// Names for the owner of `account`: the same ones for as long as the visit lasts and nobody takes them. They are
    /// the program's own, so that asking for them tells nothing of other people's and is not counted.
    pub(super) fn suggestions(&self, account: &Account, visit: VisitId) -> Vec<Username> {
        let dates: Vec<_> = account.expiry.into_iter().collect();
        let undisclosed = Undisclosed {
            identity: &account.identity,
            mobile: Some(&account.mobile),
            dates: &dates,
        };
        let mut seed = [0; 32];
        seed.iter_mut()
            .zip(visit.as_bytes().iter().cycle())
            .for_each(|(to, from)| *to = *from);
        let is_free = |name: &Username| {
            *name != account.username && matches!(self.ports.store.find(Lookup::Username(name)), Ok(None))
        };
        username::suggest(&account.name, undisclosed, &self.policy.username, seed, is_free)
    }
}
