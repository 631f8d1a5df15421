//! The sign-in card: tries a user name and a password, so that a new password can be tried at the desk. It opens
//! nothing, and counts like wrong codes do.

use crate::domain::applicant::Username;
use crate::domain::fact::Fact;
use crate::domain::password;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::staff::Right;
use crate::port::{Commit, Lookup, SubjectOf};

use super::{Desk, DeskError, Inner};

impl Desk {
    /// Whether `username` and `password` are those of an account that may be tried now.
    ///
    /// # Errors
    /// The store's.
    pub async fn try_sign_in(&self, username: Username, password: Secret) -> Result<bool, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.try_sign_in(&username, &password)))
            .await
    }
}

impl Inner {
    fn try_sign_in(&self, username: &Username, password: &Secret) -> Result<bool, DeskError> {
        self.permitted(Right::Serve)?;
        let (store, keys, hasher) = (&self.ports.store, &self.ports.keys, &self.ports.hasher);
        let moment = self.moment();
        let account = store
            .find(Lookup::Username(username))?
            .map(|id| store.account(id))
            .transpose()?
            .flatten();
        let account = account.map(|account| account.record);
        let subject = match &account {
            Some(account) => keys.subject(SubjectOf::Account(account.id)),
            None => keys.subject(SubjectOf::Username(username)),
        };
        let mut counters = self.counters(subject, keys.subject(SubjectOf::Desk("", "")))?;
        let spent = counters.tallies.limits(&self.policy, moment.at).codes_are_spent();
        let real = account.as_ref().and_then(|account| account.password.as_ref());
        // The form that passwords are hashed in; what has no such form is checked as it is, in the same time, in vain.
        let prepared = password::prepared(password.expose_secret());
        let verified = hasher.verify(
            prepared.as_ref().unwrap_or(password),
            real.unwrap_or_else(|| hasher.dummy()),
        );
        let agreed = verified && prepared.is_some() && real.is_some() && !spent;
        // Once the tries are spent the answer says nothing about the password, so it counts no longer.
        if !agreed && !spent {
            counters
                .tallies
                .wrong_codes
                .record(self.policy.code.wrong_per_account.window, moment.at);
        }
        self.write(Commit {
            moment,
            entries: vec![self.entry(None, Fact::SignInTried { subject, agreed })],
            changes: counters.changes(),
        })?;
        Ok(agreed)
    }
}
