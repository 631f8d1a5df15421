//! User names that are free, and that the owner of an account may want.

use crate::domain::account::Account;
use crate::domain::applicant::Username;
use crate::domain::id::VisitId;
use crate::port::Lookup;

use super::Inner;

/// How many names are suggested.
const SUGGESTED: usize = 3;

impl Inner {
    /// Names for the owner of `account`; the same ones for as long as the visit lasts and nobody takes them. They are
    /// the program's own, so that asking for them tells nothing of other people and is not counted.
    pub(super) fn suggestions(&self, account: &Account, visit: VisitId) -> Vec<Username> {
        let free = |name: &Username| matches!(self.ports.store.find(Lookup::Username(name)), Ok(None));
        let letters = account.username.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = visit.as_bytes().iter().map(|byte| u32::from(*byte) + 100);
        digits
            .filter_map(|digits| Username::choose(&format!("{letters}{digits}"), &self.policy.username).ok())
            .filter(free)
            .take(SUGGESTED)
            .collect()
    }
}
