//! Number and password of a member of staff. A number that names nobody is checked in the same time, counted and paused
//! alike.

use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::{Entry, Fact};
use crate::domain::limit::{Tally, TallyKey, TallyKind};
use crate::domain::password;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::staff::{Member, Right};
use crate::domain::time::{Moment, Timestamp};
use crate::port::{Change, Commit, SubjectOf, Version, Versioned};

use crate::desk::{DeskError, Inner};

/// Why somebody is not signed in, or their word does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInRefusal {
    /// Number and password are not those of anybody who works here.
    NotMatched,
    /// Too many tries with this number.
    Paused {
        /// When it can be tried again.
        until: Timestamp,
    },
    /// A second person is wanted, and this is the first.
    SamePerson,
    /// Their role does not let them do that.
    NotPermitted(Right),
    /// They must sign in by themselves first and choose a password of their own.
    PasswordToChange,
}

/// Somebody proved who they are.
pub(super) struct Proven {
    pub(super) member: Versioned<Member>,
    pub(super) moment: Moment,
    /// What is to be written with what they do.
    pub(super) changes: Vec<Change>,
}

impl Inner {
    /// Checks number and password. A wrong try is committed here; a right one clears the count with what follows it.
    pub(super) fn prove(
        &self,
        number: &IdentityNumber,
        password: &Secret,
    ) -> Result<Result<Proven, SignInRefusal>, DeskError> {
        let (store, hasher) = (&self.ports.store, &self.ports.hasher);
        let moment = self.moment();
        let subject = self.ports.keys.subject(SubjectOf::Clerk(number));
        let key = TallyKey {
            kind: TallyKind::StaffPasswords,
            subject,
        };
        let Versioned {
            record: mut tally,
            version,
        } = store.tally(key)?;
        if let Some(until) = tally.paused(moment.at) {
            return Ok(Err(SignInRefusal::Paused { until }));
        }
        let member = store.member(number)?.filter(|member| !member.record.disabled);
        let prepared = password::prepared(password.expose_secret());
        let verified = hasher.verify(
            prepared.as_ref().unwrap_or(password),
            member
                .as_ref()
                .map_or_else(|| hasher.dummy(), |member| &member.record.password),
        );
        if let Some(member) = member.filter(|_| verified && prepared.is_some()) {
            let cleared = tally.total() > 0;
            tally.clear();
            let changes = cleared.then_some(Change::Tally { key, tally, version });
            return Ok(Ok(Proven {
                member,
                moment,
                changes: Vec::from_iter(changes),
            }));
        }
        self.missed(number, moment, (key, tally, version)).map(Err)
    }

    /// Counts a wrong try, and pauses the number where it was one too many.
    fn missed(
        &self,
        number: &IdentityNumber,
        moment: Moment,
        (key, mut tally, version): (TallyKey, Tally, Version),
    ) -> Result<SignInRefusal, DeskError> {
        let subject = self.ports.keys.subject(SubjectOf::Clerk(number));
        let until = self.count_wrong(&mut tally, moment);
        let paused = until.map(|until| Fact::StaffPaused { subject, until });
        let facts = std::iter::once(Fact::StaffSignInMissed { subject }).chain(paused);
        let clerk = self.seated().map(|staff| staff.identity);
        let entry = |fact| Entry {
            clerk,
            visit: None,
            fact,
        };
        self.write(Commit {
            moment,
            entries: facts.map(entry).collect(),
            changes: vec![Change::Tally { key, tally, version }],
        })?;
        Ok(until.map_or(SignInRefusal::NotMatched, |until| SignInRefusal::Paused { until }))
    }

    /// One wrong try more; until when there is a pause, where it brings one.
    pub(super) fn count_wrong(&self, tally: &mut Tally, moment: Moment) -> Option<Timestamp> {
        let policy = &self.policy.staff;
        tally.record(policy.pause, moment.at);
        if tally.total().is_multiple_of(policy.wrong_passwords.max(1)) {
            tally.pause(policy.pause, policy.pause, moment.at);
        }
        tally.paused(moment.at)
    }
}
