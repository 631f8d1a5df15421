//! The clerk's word that somebody is there, in the place of the image.

use rand::RngExt;

use crate::desk::Request;
use crate::domain::presence::AttestationReason;

use super::visitor::Visitors;

impl Visitors {
    /// Now and then the clerk attests that somebody is there, for one reason or another.
    pub(super) fn attested(&mut self) -> Option<Request> {
        let reasons = AttestationReason::ALL;
        let place = self.random.random_range(0..reasons.len() * 20);
        reasons.get(place).map(|reason| Request::Attested(*reason))
    }
}
