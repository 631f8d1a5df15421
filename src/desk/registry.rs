//! Asks the registry about a person and a mobile. Each look-up is counted and is a fact before it is made, so that a
//! desk cannot leaf through people; the registry itself is asked while nobody else has to wait.

use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::fact::Fact;
use crate::domain::id::VisitId;
use crate::domain::limit::{TallyKey, TallyKind};
use crate::domain::registry::{MobileStanding, Person, RegistryAnswer};
use crate::port::{Change, Commit, SubjectOf, Versioned};

use super::{Desk, DeskError, Inner};

/// What the registry said of a person, and of the mobile that they say is theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedUp {
    /// Of the person.
    pub person: RegistryAnswer<Person>,
    /// Of the mobile.
    pub mobile: RegistryAnswer<MobileStanding>,
}

impl Desk {
    /// Asks the registry, for a visit.
    ///
    /// # Errors
    /// [`DeskError::OwnIdentity`] for the clerk's own number, [`DeskError::LookUpsSpent`] where the desk asked too often,
    /// and the store's; the registry is not asked then.
    pub async fn look_up(&self, visit: VisitId, number: IdentityNumber, mobile: Mobile) -> Result<LookedUp, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.count_look_up(visit, number, mobile)))
            .await?;
        let registry = &self.inner.ports.registry;
        Ok(LookedUp {
            person: registry.person(number).await,
            mobile: registry.mobile(mobile, number).await,
        })
    }
}

impl Inner {
    fn count_look_up(&self, visit: VisitId, number: IdentityNumber, mobile: Mobile) -> Result<(), DeskError> {
        if self.is_own(&number) {
            return Err(DeskError::OwnIdentity);
        }
        let keys = &self.ports.keys;
        let workplace = self.workplace();
        let key = TallyKey {
            kind: TallyKind::RegistryLookUps,
            subject: keys.subject(SubjectOf::Desk(&workplace.centre, &workplace.desk)),
        };
        let Versioned { mut record, version } = self.ports.store.tally(key)?;
        let (moment, limit) = (self.moment(), self.policy.desk.registry_lookups);
        if let Some(until) = record.full_until(limit, moment.at) {
            return Err(DeskError::LookUpsSpent { until });
        }
        record.record(limit.window, moment.at);
        let subject = keys.subject(SubjectOf::Pair(number.digits(), &mobile));
        self.write(Commit {
            moment,
            entries: vec![self.entry(Some(visit), Fact::RegistryAsked { subject })],
            changes: vec![Change::Tally {
                key,
                tally: record,
                version,
            }],
        })?;
        Ok(())
    }
}
