//! The applicant chooses a password. Only its hash is kept.

use crate::domain::applicant::Username;
use crate::domain::fact::Fact;
use crate::domain::hash::Hasher;
use crate::domain::password::{NewPassword, PersonalWords};
use crate::domain::recovery::password::PasswordRefusal;
use crate::domain::recovery::{Context, Effects, Missed, Step};
use crate::domain::secret::Secret;

use super::email::EmailWanted;
use super::entered::{Base, Person};
use super::username::UsernameWanted;

/// A password is awaited.
#[derive(Debug)]
pub struct PasswordWanted {
    pub(super) base: Base,
    pub(super) person: Person,
    pub(super) username: Username,
}

impl PasswordWanted {
    /// What the password must not be made of.
    pub fn words(&self) -> PersonalWords {
        self.person.words(&self.username, self.base.kept.email.as_ref())
    }

    /// Takes a password that was typed twice.
    pub(super) fn choose(
        self,
        password: &Secret,
        repeat: &Secret,
        hasher: &dyn Hasher,
        context: &Context<'_>,
    ) -> Result<Step<EmailWanted>, Missed<Self, PasswordRefusal>> {
        let chosen = match NewPassword::choose(password, repeat, &self.words(), &context.policy.password) {
            Ok(chosen) => chosen,
            Err(faults) => return Err(Missed::slip(self, PasswordRefusal::Faults(faults))),
        };
        let Ok(password) = hasher.hash(chosen.text()) else {
            return Err(Missed::slip(self, PasswordRefusal::NotHashed));
        };
        Ok(Step {
            state: EmailWanted {
                base: self.base,
                person: self.person,
                username: self.username,
                password,
            },
            effects: Effects::of(Fact::PasswordChosen),
        })
    }

    pub(super) fn back(self) -> UsernameWanted {
        UsernameWanted::of(self.base, self.person)
    }
}
