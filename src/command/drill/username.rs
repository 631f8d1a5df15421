//! People who have forgotten their user name: some see it, some take another one.

use rand::RngExt;

use crate::desk::{ApplicantStep, Request};
use crate::domain::applicant::{IdentityNumber, Username};

use super::visitor::Visitors;

impl Visitors {
    /// What becomes of the user name: it is seen, or one of those suggested is taken. Who `slips` wants somebody else's.
    pub(super) fn username(&mut self, suggestions: &[Username], slips: bool) -> Request {
        let other = self.random.random_range(0..self.people.len().max(1));
        if let Some((draft, _)) = self.people.get(other).filter(|_| slips) {
            return Request::TakeUsername(draft.username.clone());
        }
        let wanted = self.random.random_range(0..=suggestions.len());
        match suggestions.get(wanted) {
            Some(name) => Request::TakeUsername(name.clone()),
            None => Request::ShowUsername,
        }
    }

    /// Whose user name was changed signs in with the new one.
    pub(super) fn remember(&mut self, step: &ApplicantStep, identity: &IdentityNumber) {
        let ApplicantStep::Done {
            username: Some(name), ..
        } = step
        else {
            return;
        };
        let owner = self.people.iter_mut().find(|(draft, _)| draft.identity == *identity);
        if let Some((draft, _)) = owner {
            draft.username = name.clone();
        }
    }
}
