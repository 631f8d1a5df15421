//! The applicant gives an email, and the language of messages to them.

use crate::domain::applicant::{Email, Username};
use crate::domain::fact::Fact;
use crate::domain::hash::{Hashed, Hasher};
use crate::domain::language::Language;
use crate::domain::password;
use crate::domain::recovery::{Context, Effects, Missed, Step};

use super::Registration;
use super::entered::{Base, Draft, Person};
use super::password::PasswordWanted;
use super::refusal::RegistrationRefusal;

/// An email is awaited.
#[derive(Debug)]
pub struct EmailWanted {
    pub(super) base: Base,
    pub(super) person: Person,
    pub(super) username: Username,
    pub(super) password: Hashed,
}

/// The language of the account is awaited.
#[derive(Debug)]
pub struct LanguageWanted {
    pub(super) base: Base,
    pub(super) person: Person,
    pub(super) username: Username,
    pub(super) password: Hashed,
    pub(super) email: Email,
}

impl EmailWanted {
    /// The email that was given before the applicant went back.
    pub const fn typed(&self) -> Option<&Email> {
        self.base.kept.email.as_ref()
    }

    /// Takes an email that was typed twice. A new one voids what was proven about the one before.
    pub(super) fn given(
        mut self,
        email: &Email,
        repeat: &Email,
        hasher: &dyn Hasher,
    ) -> Result<Step<LanguageWanted>, Missed<Self, RegistrationRefusal>> {
        if email.folded() != repeat.folded() {
            return Err(Missed::slip(self, RegistrationRefusal::EmailDiffers));
        }
        if password::prepared(email.as_str()).is_some_and(|text| hasher.verify(&text, &self.password)) {
            return Err(Missed::slip(self, RegistrationRefusal::EmailIsPassword));
        }
        let visit = self.base.visit.id;
        self.base
            .contacts
            .email
            .keep_proof_of(visit, &self.person.identity, email);
        self.base.kept.email = Some(email.clone());
        Ok(Step {
            state: LanguageWanted {
                base: self.base,
                person: self.person,
                username: self.username,
                password: self.password,
                email: email.clone(),
            },
            effects: Effects::of(Fact::EmailGiven),
        })
    }

    pub(super) fn back(self) -> PasswordWanted {
        PasswordWanted {
            base: self.base,
            person: self.person,
            username: self.username,
        }
    }
}

impl LanguageWanted {
    /// The language that was chosen before the applicant went back, or the one that they read.
    pub fn chosen(&self) -> Language {
        self.base.kept.language.unwrap_or(self.base.visit.language)
    }

    /// Takes the language, and goes on to the first step that is still open.
    pub(super) fn choose(
        mut self,
        language: Language,
        context: &mut Context<'_>,
    ) -> Result<Step<Registration>, Missed<Self, RegistrationRefusal>> {
        self.base.kept.language = Some(language);
        let draft = Draft {
            person: self.person,
            username: self.username,
            password: self.password,
            email: self.email,
            language,
        };
        let chosen = Effects::of(Fact::AccountLanguageChosen { language });
        super::checks::open(self.base, draft, chosen, context)
    }

    pub(super) fn of(base: Base, draft: Draft) -> Self {
        Self {
            base,
            person: draft.person,
            username: draft.username,
            password: draft.password,
            email: draft.email,
        }
    }

    pub(super) fn back(self) -> EmailWanted {
        EmailWanted {
            base: self.base,
            person: self.person,
            username: self.username,
            password: self.password,
        }
    }
}
