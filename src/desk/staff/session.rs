//! The session at the desk. It lives in memory: whoever starts the program again signs in again.

use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::{Ending, Entry, Fact};
use crate::domain::policy::StaffPolicy;
use crate::domain::secret::Secret;
use crate::domain::staff::{Member, Right, Staff};
use crate::domain::time::{Moment, Timestamp};
use crate::port::{Change, Commit, StoreError};

use super::proving::SignInRefusal;
use crate::desk::{Desk, DeskError, Inner, locked};

/// How it stands with the place at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Nobody is signed in.
    Empty,
    /// Somebody is.
    Taken {
        /// Who.
        staff: Staff,
        /// Whether they must choose a password of their own before anything else.
        must_change: bool,
    },
    /// Somebody is, and the desk is locked.
    Locked {
        /// Who.
        staff: Staff,
    },
}

/// Somebody's session.
#[derive(Clone)]
pub(in crate::desk) struct Session {
    staff: Staff,
    began: Timestamp,
    touched: Timestamp,
    locked: bool,
    must_change: bool,
    /// Whether it ends by itself; that of whoever opened a desk of made-up people does not.
    ends: bool,
}

impl Session {
    /// The session of whoever opens a desk of made-up people, or a test.
    pub(in crate::desk) const fn open(staff: Staff, now: Timestamp) -> Self {
        Self {
            staff,
            began: now,
            touched: now,
            locked: false,
            must_change: false,
            ends: false,
        }
    }

    fn of(member: Staff, must_change: bool, now: Timestamp) -> Self {
        Self {
            must_change,
            ends: true,
            ..Self::open(member, now)
        }
    }

    fn is_over(&self, policy: &StaffPolicy, now: Timestamp) -> bool {
        self.ends && now.since(self.began) >= policy.lifetime
    }

    fn is_locked(&self, policy: &StaffPolicy, now: Timestamp) -> bool {
        self.locked || (self.ends && now.since(self.touched) >= policy.idle_lock)
    }
}

impl Desk {
    /// Who is signed in, behind the lock too. By time alone: what follows from it is recorded by [`Desk::seat`].
    pub fn staff(&self) -> Option<Staff> {
        let now = self.now();
        let session = locked(&self.inner.session);
        let session = session
            .as_ref()
            .filter(|one| !one.is_over(&self.inner.policy.staff, now));
        session.map(|session| session.staff.clone())
    }

    /// How it stands with the place at the desk now. A session that time has ended or locked is recorded as that.
    ///
    /// # Errors
    /// The store's.
    pub async fn seat(&self) -> Result<Seat, DeskError> {
        self.off_thread(Inner::seat).await
    }

    /// Somebody touched the desk: it locks so much later. It opens no lock.
    pub fn touch(&self) {
        let now = self.now();
        if let Some(session) = locked(&self.inner.session).as_mut() {
            let policy = &self.inner.policy.staff;
            if !session.is_locked(policy, now) && !session.is_over(policy, now) {
                session.touched = now;
            }
        }
    }

    /// Signs somebody in, or unlocks the desk. Where another person's session was open, it ends, and so do the visits
    /// that they left open.
    ///
    /// # Errors
    /// The store's; what was merely wrong is the inner error.
    pub async fn sign_in(
        &self,
        number: IdentityNumber,
        password: Secret,
    ) -> Result<Result<Seat, SignInRefusal>, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.sign_in(&number, &password)))
            .await
    }

    /// Ends the session; nothing where there is none.
    ///
    /// # Errors
    /// The store's.
    pub async fn sign_out(&self) -> Result<(), DeskError> {
        self.off_thread(Inner::sign_out).await
    }

    /// Locks the desk; nothing where nobody is signed in or it is locked already.
    ///
    /// # Errors
    /// The store's.
    pub async fn lock(&self) -> Result<(), DeskError> {
        self.off_thread(Inner::lock).await
    }

    /// A second person proves beside the one who is signed in who they are, and that they may do `right`.
    ///
    /// # Errors
    /// [`DeskError::NotSignedIn`] and its like, or the store's; what was merely wrong is the inner error.
    pub async fn vouch(
        &self,
        number: IdentityNumber,
        password: Secret,
        right: Right,
    ) -> Result<Result<Staff, SignInRefusal>, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.vouch(&number, &password, right)))
            .await
    }
}

impl Inner {
    /// Who sits here and may act now.
    pub(in crate::desk) fn acting(&self) -> Result<Staff, DeskError> {
        let now = self.moment().at;
        let session = locked(&self.session);
        let session = session.as_ref().ok_or(DeskError::NotSignedIn)?;
        let policy = &self.policy.staff;
        if session.is_over(policy, now) {
            Err(DeskError::NotSignedIn)
        } else if session.is_locked(policy, now) {
            Err(DeskError::Locked)
        } else if session.must_change {
            Err(DeskError::PasswordToChange)
        } else {
            Ok(session.staff.clone())
        }
    }

    /// Who sits here and may do that now.
    pub(in crate::desk) fn permitted(&self, right: Right) -> Result<Staff, DeskError> {
        let staff = self.acting()?;
        if staff.role.may(right) {
            Ok(staff)
        } else {
            Err(DeskError::NotPermitted(right))
        }
    }

    /// Whose session it is, locked or not: under that name stands what the program does by itself meanwhile.
    pub(in crate::desk) fn seated(&self) -> Option<Staff> {
        locked(&self.session).as_ref().map(|session| session.staff.clone())
    }

    /// Whether this is the number of whoever sits here: staff do not serve themselves.
    pub(in crate::desk) fn is_own(&self, number: &IdentityNumber) -> bool {
        self.seated().is_some_and(|staff| staff.identity == *number)
    }

    pub(super) fn choose_password_no_more(&self) {
        if let Some(session) = locked(&self.session).as_mut() {
            session.must_change = false;
        }
    }

    fn seat(&self) -> Result<Seat, DeskError> {
        let moment = self.moment();
        let policy = &self.policy.staff;
        let session = locked(&self.session).clone();
        let Some(session) = session else {
            return Ok(Seat::Empty);
        };
        if session.is_over(policy, moment.at) {
            self.sign_out()?;
            return Ok(Seat::Empty);
        }
        if session.is_locked(policy, moment.at) {
            self.lock()?;
            return Ok(Seat::Locked { staff: session.staff });
        }
        Ok(Seat::Taken {
            staff: session.staff,
            must_change: session.must_change,
        })
    }

    fn sign_in(&self, number: &IdentityNumber, password: &Secret) -> Result<Result<Seat, SignInRefusal>, DeskError> {
        let proven = match self.prove(number, password)? {
            Ok(proven) => proven,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Member { staff, must_change, .. } = proven.member.record;
        let former = self.seated();
        let returns = former.as_ref().is_some_and(|former| former.identity == staff.identity);
        if former.is_some() && !returns {
            self.sign_out()?;
        }
        let fact = if returns {
            Fact::StaffUnlocked
        } else {
            Fact::StaffSignedIn
        };
        self.write_staff(proven.moment, Some(staff.identity), fact, proven.changes)?;
        let now = proven.moment.at;
        let mut session = locked(&self.session);
        match session
            .as_mut()
            .filter(|session| returns && !session.is_over(&self.policy.staff, now))
        {
            Some(session) => {
                session.locked = false;
                session.touched = now;
            }
            None => *session = Some(Session::of(staff.clone(), must_change, now)),
        }
        Ok(Ok(Seat::Taken { staff, must_change }))
    }

    pub(super) fn sign_out(&self) -> Result<(), DeskError> {
        let Some(staff) = self.seated() else {
            return Ok(());
        };
        for visit in self.ports.store.visits()? {
            let visit = crate::domain::recovery::restore(visit.record).visit().clone();
            if visit.clerk == staff.identity && !self.is_left_open(visit.id) {
                self.forget(visit.id, Ending::Abandoned)?;
            }
        }
        self.write_staff(self.moment(), Some(staff.identity), Fact::StaffSignedOut, Vec::new())?;
        *locked(&self.session) = None;
        Ok(())
    }

    fn lock(&self) -> Result<(), DeskError> {
        let session = locked(&self.session).clone();
        let Some(session) = session.filter(|session| !session.locked) else {
            return Ok(());
        };
        self.write_staff(
            self.moment(),
            Some(session.staff.identity),
            Fact::StaffLocked,
            Vec::new(),
        )?;
        if let Some(session) = locked(&self.session).as_mut() {
            session.locked = true;
        }
        Ok(())
    }

    fn vouch(
        &self,
        number: &IdentityNumber,
        password: &Secret,
        right: Right,
    ) -> Result<Result<Staff, SignInRefusal>, DeskError> {
        let beside = self.acting()?;
        if beside.identity == *number {
            return Ok(Err(SignInRefusal::SamePerson));
        }
        let proven = match self.prove(number, password)? {
            Ok(proven) => proven,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Member { staff, must_change, .. } = proven.member.record;
        if must_change {
            return Ok(Err(SignInRefusal::PasswordToChange));
        }
        if !staff.role.may(right) {
            return Ok(Err(SignInRefusal::NotPermitted(right)));
        }
        let fact = Fact::StaffVouched {
            staff: staff.identity,
            right,
        };
        self.write_staff(proven.moment, Some(beside.identity), fact, proven.changes)?;
        Ok(Ok(staff))
    }

    /// One fact about staff, under the name of whoever acted.
    pub(in crate::desk) fn write_staff(
        &self,
        moment: Moment,
        clerk: Option<IdentityNumber>,
        fact: Fact,
        changes: Vec<Change>,
    ) -> Result<(), StoreError> {
        let entries = vec![Entry {
            clerk,
            visit: None,
            fact,
        }];
        self.write(Commit {
            moment,
            entries,
            changes,
        })
    }
}
