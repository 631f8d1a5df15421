//! The applicant chooses a user name. That one is taken is told at once, and such questions are counted.

use crate::domain::applicant::Username;
use crate::domain::fact::Fact;
use crate::domain::recovery::username::{UsernameRefusal, Wish};
use crate::domain::recovery::{Context, Missed, Step};

use super::entered::{Base, Person};
use super::password::PasswordWanted;
use super::personal::PersonalWanted;

/// A user name is awaited.
#[derive(Debug)]
pub struct UsernameWanted {
    pub(super) base: Base,
    pub(super) person: Person,
}

impl UsernameWanted {
    pub(super) const fn of(base: Base, person: Person) -> Self {
        Self { base, person }
    }

    /// Comes here with `person`. What was proven for another identity or another mobile counts no more.
    pub(super) fn reached(mut base: Base, person: Person) -> Self {
        let visit = base.visit.id;
        let contacts = &mut base.contacts;
        contacts.mobile.keep_proof_of(visit, &person.identity, &person.mobile);
        // An email was proven for the identity that was given then.
        contacts
            .email
            .proven
            .take_if(|proof| !proof.holds_for(visit, &person.identity, &proof.value));
        Self { base, person }
    }

    /// Who registers.
    pub const fn person(&self) -> &Person {
        &self.person
    }

    /// The name that was chosen before the applicant went back, or that was asked about last.
    pub const fn typed(&self) -> Option<&Username> {
        self.base.kept.username.as_ref()
    }

    /// Says whether a name is free. Nothing is kept for the applicant.
    pub(super) fn check(
        mut self,
        wish: Wish<'_>,
        context: &mut Context<'_>,
    ) -> Result<Step<Self>, Missed<Self, UsernameRefusal>> {
        self.base.kept.username = Some(wish.name.clone());
        match wish.granted(None, context) {
            (Ok(()), effects) => Ok(Step { state: self, effects }),
            (Err(why), effects) => Err(Missed::still(self, why, effects)),
        }
    }

    /// Takes a name. Another visit may still be quicker: the last word is the commit's.
    pub(super) fn choose(
        mut self,
        wish: Wish<'_>,
        context: &mut Context<'_>,
    ) -> Result<Step<PasswordWanted>, Missed<Self, UsernameRefusal>> {
        self.base.kept.username = Some(wish.name.clone());
        match wish.granted(None, context) {
            (Ok(()), effects) => Ok(Step {
                state: PasswordWanted {
                    base: self.base,
                    person: self.person,
                    username: wish.name.clone(),
                },
                effects: effects.and(Fact::UsernameChosen),
            }),
            (Err(why), effects) => Err(Missed::still(self, why, effects)),
        }
    }

    /// Back to who they are. Answers belong to the person who gave them: they are asked again.
    pub(super) fn back(mut self) -> PersonalWanted {
        self.base.kept.questions = None;
        PersonalWanted {
            base: self.base,
            wanted: super::personal::FromDocument::default(),
        }
    }
}
