//! The list of staff, and their passwords.

use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::Fact;
use crate::domain::password::{NewPassword, PasswordFaults, PersonalWords};
use crate::domain::secret::Secret;
use crate::domain::staff::{Member, Right, Role, Staff};
use crate::port::{Change, StoreError, Version, Versioned};

use super::proving::SignInRefusal;
use crate::desk::{Desk, DeskError, Inner};

/// Why a password was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordRefusal {
    /// It breaks rules, or was not typed twice alike.
    Faults(PasswordFaults),
    /// It is in force, or was not long ago.
    UsedBefore,
    /// The one in force was not typed right.
    Old(SignInRefusal),
}

/// Why the list of staff is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterRefusal {
    /// Somebody with this number is in it already.
    There,
    /// Nobody with this number is.
    NotThere,
    /// Nobody could add and approve any more.
    LastSupervisor,
    /// The password is not one.
    Password(PasswordRefusal),
}

impl Desk {
    /// All staff, by name; those who do not work here any more too.
    ///
    /// # Errors
    /// [`DeskError::NotPermitted`] and its like, or the store's.
    pub async fn members(&self) -> Result<Vec<Member>, DeskError> {
        self.off_thread(|inner| {
            inner.permitted(Right::ReadLedger)?;
            let mut members: Vec<Member> = inner.ports.store.members()?.into_iter().map(|one| one.record).collect();
            members.sort_by(|one, other| one.staff.name.as_str().cmp(other.staff.name.as_str()));
            Ok(members)
        })
        .await
    }

    /// Whoever is signed in chooses another password.
    ///
    /// # Errors
    /// [`DeskError::NotSignedIn`], [`DeskError::Locked`], or the store's; what was merely wrong is the inner error.
    pub async fn change_own_password(
        &self,
        old: Secret,
        new: Secret,
        repeat: Secret,
    ) -> Result<Result<(), PasswordRefusal>, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.change_own_password(&old, &new, &repeat)))
            .await
    }

    /// Adds somebody, with a password that they must change when they sign in.
    ///
    /// # Errors
    /// [`DeskError::NotPermitted`] and its like, or the store's; what was merely wrong is the inner error.
    pub async fn add_staff(
        &self,
        staff: Staff,
        password: Secret,
        repeat: Secret,
    ) -> Result<Result<(), RosterRefusal>, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.add_staff(&staff, &password, &repeat)))
            .await
    }

    /// Lets somebody sign in no more.
    ///
    /// # Errors
    /// As [`Desk::add_staff`].
    pub async fn disable_staff(&self, number: IdentityNumber) -> Result<Result<(), RosterRefusal>, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.disable_staff(&number)))
            .await
    }

    /// Gives somebody another password, which they must change, and lets them sign in again where they were disabled.
    ///
    /// # Errors
    /// As [`Desk::add_staff`].
    pub async fn reset_staff(
        &self,
        number: IdentityNumber,
        password: Secret,
        repeat: Secret,
    ) -> Result<Result<(), RosterRefusal>, DeskError> {
        self.off_thread(move |inner| inner.again_on_conflict(|| inner.reset_staff(&number, &password, &repeat)))
            .await
    }
}

impl Inner {
    /// A password that the rules take and that is none of the last ones, hashed.
    pub(super) fn new_staff_password(
        &self,
        staff: &Staff,
        former: Option<&Member>,
        (new, repeat): (&Secret, &Secret),
    ) -> Result<Result<crate::domain::hash::Hashed, PasswordRefusal>, DeskError> {
        let about = PersonalWords {
            identity: Some(staff.identity),
            name: Some(staff.name.clone()),
            ..PersonalWords::default()
        };
        let chosen = match NewPassword::choose(new, repeat, &about, &self.policy.password) {
            Ok(chosen) => chosen,
            Err(faults) => return Ok(Err(PasswordRefusal::Faults(faults))),
        };
        let hasher = &self.ports.hasher;
        let before = former.into_iter().flat_map(|member| {
            let kept = self.kept_passwords();
            std::iter::once(&member.password).chain(member.previous_passwords.iter().take(kept))
        });
        if before.into_iter().any(|hashed| hasher.verify(chosen.text(), hashed)) {
            return Ok(Err(PasswordRefusal::UsedBefore));
        }
        let hashed = hasher
            .hash(chosen.text())
            .map_err(|error| StoreError::Io(std::io::Error::other(error)))?;
        Ok(Ok(hashed))
    }

    fn kept_passwords(&self) -> usize {
        usize::try_from(self.policy.password.previous).unwrap_or(0)
    }

    fn change_own_password(
        &self,
        old: &Secret,
        new: &Secret,
        repeat: &Secret,
    ) -> Result<Result<(), PasswordRefusal>, DeskError> {
        let staff = match self.acting() {
            // That is what they are here for.
            Err(DeskError::PasswordToChange) => self.seated().ok_or(DeskError::NotSignedIn)?,
            acting => acting?,
        };
        let mut proven = match self.prove(&staff.identity, old)? {
            Ok(proven) => proven,
            Err(refusal) => return Ok(Err(PasswordRefusal::Old(refusal))),
        };
        let Versioned { record, version } = proven.member;
        let hashed = match self.new_staff_password(&staff, Some(&record), (new, repeat))? {
            Ok(hashed) => hashed,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let member = Box::new(record.with_password(hashed, false, self.kept_passwords()));
        proven.changes.push(Change::Staff { member, version });
        self.write_staff(
            proven.moment,
            Some(staff.identity),
            Fact::StaffPasswordChanged,
            proven.changes,
        )?;
        self.choose_password_no_more();
        Ok(Ok(()))
    }

    fn add_staff(
        &self,
        staff: &Staff,
        password: &Secret,
        repeat: &Secret,
    ) -> Result<Result<(), RosterRefusal>, DeskError> {
        let by = self.permitted(Right::ManageStaff)?;
        if self.ports.store.member(&staff.identity)?.is_some() {
            return Ok(Err(RosterRefusal::There));
        }
        let hashed = match self.new_staff_password(staff, None, (password, repeat))? {
            Ok(hashed) => hashed,
            Err(refusal) => return Ok(Err(RosterRefusal::Password(refusal))),
        };
        let member = Box::new(Member::new(staff.clone(), hashed, true));
        let version = Version::default();
        let fact = Fact::StaffAdded {
            staff: staff.identity,
            role: staff.role,
        };
        self.write_staff(
            self.moment(),
            Some(by.identity),
            fact,
            vec![Change::Staff { member, version }],
        )?;
        Ok(Ok(()))
    }

    fn disable_staff(&self, number: &IdentityNumber) -> Result<Result<(), RosterRefusal>, DeskError> {
        let by = self.permitted(Right::ManageStaff)?;
        let Some(Versioned { mut record, version }) = self.ports.store.member(number)? else {
            return Ok(Err(RosterRefusal::NotThere));
        };
        if record.is_active(Role::Supervisor) {
            let members = self.ports.store.members()?;
            let supervisors = members.iter().filter(|one| one.record.is_active(Role::Supervisor));
            if supervisors.count() < 2 {
                return Ok(Err(RosterRefusal::LastSupervisor));
            }
        }
        record.disabled = true;
        let member = Box::new(record);
        let fact = Fact::StaffDisabled { staff: *number };
        self.write_staff(
            self.moment(),
            Some(by.identity),
            fact,
            vec![Change::Staff { member, version }],
        )?;
        Ok(Ok(()))
    }

    fn reset_staff(
        &self,
        number: &IdentityNumber,
        password: &Secret,
        repeat: &Secret,
    ) -> Result<Result<(), RosterRefusal>, DeskError> {
        let by = self.permitted(Right::ManageStaff)?;
        let Some(Versioned { record, version }) = self.ports.store.member(number)? else {
            return Ok(Err(RosterRefusal::NotThere));
        };
        let fact = Fact::StaffReset { staff: *number };
        let member = match self.given_password(record, password, repeat)? {
            Ok(member) => Box::new(member),
            Err(refusal) => return Ok(Err(RosterRefusal::Password(refusal))),
        };
        self.write_staff(
            self.moment(),
            Some(by.identity),
            fact,
            vec![Change::Staff { member, version }],
        )?;
        Ok(Ok(()))
    }

    /// The member with a password that somebody else chose, and active again.
    pub(super) fn given_password(
        &self,
        member: Member,
        password: &Secret,
        repeat: &Secret,
    ) -> Result<Result<Member, PasswordRefusal>, DeskError> {
        let staff = member.staff.clone();
        let hashed = self.new_staff_password(&staff, Some(&member), (password, repeat))?;
        Ok(hashed.map(|hashed| {
            let mut member = member.with_password(hashed, true, self.kept_passwords());
            member.disabled = false;
            member
        }))
    }
}
