//! The first start of a desk: until it is done, nobody can sign in. And the way back in with the recovery phrase, where
//! the last supervisor forgot their password.

use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::{Entry, Fact};
use crate::domain::language::Language;
use crate::domain::limit::{TallyKey, TallyKind};
use crate::domain::secret::Secret;
use crate::domain::staff::phrase::Phrase;
use crate::domain::staff::{Member, Role, SetUp, Staff, Workplace};
use crate::domain::time::Timestamp;
use crate::port::{Change, Commit, StoreError, SubjectOf, Version, Versioned};

use super::roster::PasswordRefusal;
use crate::desk::{Desk, DeskError, Inner, locked};

/// What is decided at the first start.
#[derive(Debug)]
pub struct Founding {
    /// The centre and the desk.
    pub workplace: Workplace,
    /// The first supervisor.
    pub supervisor: Staff,
    /// Their password.
    pub password: Secret,
    /// The password again.
    pub repeat: Secret,
    /// The recovery phrase, which was shown and of which words were asked back.
    pub phrase: Phrase,
    /// Where the applicant's window begins, in pixels from the first screen's upper corner; none with one screen.
    pub applicant_window: Option<(i32, i32)>,
    /// The language of the clerk's window.
    pub language: Language,
}

/// Why a desk was not founded, or the phrase did not help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundingRefusal {
    /// It was founded before.
    Founded,
    /// The first member of staff must be a supervisor.
    NoSupervisor,
    /// The password is not one.
    Password(PasswordRefusal),
    /// The phrase is not that of the desk, or nobody with this number is a supervisor here.
    Phrase,
    /// Too many wrong phrases.
    Paused {
        /// When it can be tried again.
        until: Timestamp,
    },
}

impl Desk {
    /// What was decided at the first start; none before it.
    ///
    /// # Errors
    /// The store's.
    pub async fn set_up(&self) -> Result<Option<SetUp>, DeskError> {
        self.off_thread(|inner| Ok(inner.ports.store.set_up()?.map(|set_up| set_up.record)))
            .await
    }

    /// Where the applicant's window begins, as it was said at the first start: pixels from the first screen's upper corner.
    /// None with one screen, before the first start, and where the store does not say.
    pub fn applicant_window(&self) -> Option<(i32, i32)> {
        let set_up = self.inner.ports.store.set_up().ok().flatten();
        set_up.and_then(|set_up| set_up.record.applicant_window)
    }

    /// Founds the desk. The supervisor signs in afterwards like everybody.
    ///
    /// # Errors
    /// The store's; what was merely wrong is the inner error.
    pub async fn found(&self, founding: Founding) -> Result<Result<(), FoundingRefusal>, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.found(&founding)))
            .await
    }

    /// Gives a supervisor another password with the recovery phrase alone.
    ///
    /// # Errors
    /// The store's; what was merely wrong is the inner error.
    pub async fn reset_with_phrase(
        &self,
        phrase: Phrase,
        number: IdentityNumber,
        password: Secret,
        repeat: Secret,
    ) -> Result<Result<(), FoundingRefusal>, DeskError> {
        self.off_thread(move |inner| {
            inner.again_on_conflict(|| inner.reset_with_phrase(&phrase, &number, (&password, &repeat)))
        })
        .await
    }

    /// A new recovery phrase, made of the desk's own randomness.
    pub fn new_phrase(&self) -> Phrase {
        Phrase::make(self.inner.random())
    }

    /// Made-up staff of a store of made-up people: they are there from its first start on.
    ///
    /// # Errors
    /// The store's.
    pub async fn settle_made_up_staff(
        &self,
        staff: Vec<(Staff, Secret)>,
        _practice: crate::domain::store_kind::Practice,
    ) -> Result<(), DeskError> {
        self.off_thread(move |inner| inner.settle_made_up_staff(&staff)).await
    }
}

impl Inner {
    fn found(&self, founding: &Founding) -> Result<Result<(), FoundingRefusal>, DeskError> {
        if self.ports.store.set_up()?.is_some() {
            return Ok(Err(FoundingRefusal::Founded));
        }
        let supervisor = &founding.supervisor;
        if supervisor.role != Role::Supervisor {
            return Ok(Err(FoundingRefusal::NoSupervisor));
        }
        let passwords = (&founding.password, &founding.repeat);
        let hashed = match self.new_staff_password(supervisor, None, passwords)? {
            Ok(hashed) => hashed,
            Err(refusal) => return Ok(Err(FoundingRefusal::Password(refusal))),
        };
        let phrase = self
            .ports
            .hasher
            .hash(founding.phrase.text())
            .map_err(|error| StoreError::Io(std::io::Error::other(error)))?;
        let set_up = SetUp {
            workplace: founding.workplace.clone(),
            phrase,
            applicant_window: founding.applicant_window,
            language: Some(founding.language),
        };
        let added = Fact::StaffAdded {
            staff: supervisor.identity,
            role: supervisor.role,
        };
        let entry = |fact| Entry {
            clerk: Some(supervisor.identity),
            visit: None,
            fact,
        };
        self.write(Commit {
            moment: self.moment(),
            entries: [Fact::SetUpCompleted, added].map(entry).into(),
            changes: vec![
                Change::SetUp {
                    set_up: Box::new(set_up),
                    version: Version::default(),
                },
                Change::Staff {
                    member: Box::new(Member::new(supervisor.clone(), hashed, false)),
                    version: Version::default(),
                },
            ],
        })?;
        *locked(&self.workplace) = founding.workplace.clone();
        Ok(Ok(()))
    }

    fn reset_with_phrase(
        &self,
        phrase: &Phrase,
        number: &IdentityNumber,
        (password, repeat): (&Secret, &Secret),
    ) -> Result<Result<(), FoundingRefusal>, DeskError> {
        let store = &self.ports.store;
        let moment = self.moment();
        let workplace = self.workplace();
        let key = TallyKey {
            kind: TallyKind::Phrases,
            subject: self
                .ports
                .keys
                .subject(SubjectOf::Desk(&workplace.centre, &workplace.desk)),
        };
        let Versioned {
            record: mut tally,
            version: counted,
        } = store.tally(key)?;
        if let Some(until) = tally.paused(moment.at) {
            return Ok(Err(FoundingRefusal::Paused { until }));
        }
        let set_up = store.set_up()?;
        let hasher = &self.ports.hasher;
        let real = set_up.as_ref().map(|set_up| &set_up.record.phrase);
        let verified = hasher.verify(phrase.text(), real.unwrap_or_else(|| hasher.dummy())) && real.is_some();
        let member = store
            .member(number)?
            .filter(|member| member.record.staff.role == Role::Supervisor);
        let Some(Versioned { record, version }) = member.filter(|_| verified) else {
            self.count_wrong(&mut tally, moment);
            let counted = Change::Tally {
                key,
                tally,
                version: counted,
            };
            self.write_staff(moment, None, Fact::PhraseMissed, vec![counted])?;
            return Ok(Err(FoundingRefusal::Phrase));
        };
        let mut member = match self.given_password(record, password, repeat)? {
            Ok(member) => Box::new(member),
            Err(refusal) => return Ok(Err(FoundingRefusal::Password(refusal))),
        };
        // Its owner chose it themselves just now.
        member.must_change = false;
        let fact = Fact::PhraseUsed { staff: *number };
        self.write_staff(moment, Some(*number), fact, vec![Change::Staff { member, version }])?;
        Ok(Ok(()))
    }

    fn settle_made_up_staff(&self, staff: &[(Staff, Secret)]) -> Result<(), DeskError> {
        let mut changes = Vec::new();
        let mut entries = Vec::new();
        for (staff, password) in staff {
            if self.ports.store.member(&staff.identity)?.is_some() {
                continue;
            }
            let hashed = self
                .ports
                .hasher
                .hash(password)
                .map_err(|error| StoreError::Io(std::io::Error::other(error)))?;
            entries.push(self.entry(
                None,
                Fact::StaffAdded {
                    staff: staff.identity,
                    role: staff.role,
                },
            ));
            changes.push(Change::Staff {
                member: Box::new(Member::new(staff.clone(), hashed, false)),
                version: Version::default(),
            });
        }
        if changes.is_empty() {
            return Ok(());
        }
        self.write(Commit {
            moment: self.moment(),
            entries,
            changes,
        })?;
        Ok(())
    }
}
