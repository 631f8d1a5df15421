//! Two steps at which nothing is entered that could be changed later: the image, and terms and privacy policy. Going
//! back passes over them, and what was established there stays.

use crate::domain::captcha::Label;
use crate::domain::fact::Fact;
use crate::domain::legal::{self, LegalVersion};
use crate::domain::presence::{Attestation, Presence};
use crate::domain::recovery::captcha::{CaptchaRefusal, Images};
use crate::domain::recovery::{Context, Effects, Missed, Step};

use super::Registration;
use super::codes::CodesWanted;
use super::email::LanguageWanted;
use super::entered::{Base, Draft};
use super::proof::{Human, TermsAccepted};
use super::refusal::RegistrationRefusal;

/// The characters of an image are awaited, typed twice.
#[derive(Debug)]
pub struct CaptchaWanted {
    pub(super) base: Base,
    pub(super) draft: Draft,
    pub(super) images: Images,
}

/// Terms and privacy policy are to be accepted.
#[derive(Debug)]
pub struct TermsWanted {
    pub(super) base: Base,
    pub(super) draft: Draft,
    pub(super) human: Human,
}

/// What was typed under an image, twice, and what it shows, where the desk still knows it.
#[derive(Clone, Copy, Debug)]
pub struct TypedTwice<'a> {
    /// What was typed.
    pub typed: &'a str,
    /// What was typed again.
    pub again: &'a str,
    /// What the image shows.
    pub label: Option<&'a Label>,
}

/// The first of the steps after the language that is still open.
pub(super) fn open(
    mut base: Base,
    draft: Draft,
    mut effects: Effects,
    context: &mut Context<'_>,
) -> Result<Step<Registration>, Missed<LanguageWanted, RegistrationRefusal>> {
    let state = match (base.kept.human.take(), base.kept.terms.take()) {
        (None, terms) => {
            base.kept.terms = terms;
            effects = effects.and(Fact::CaptchaShown { image: 1 });
            Registration::Captcha(CaptchaWanted {
                base,
                draft,
                images: Images::first(context.now),
            })
        }
        (Some(human), None) => Registration::Terms(TermsWanted { base, draft, human }),
        (Some(human), Some(terms)) => {
            let codes = CodesWanted {
                base,
                draft,
                human,
                terms,
            };
            return codes.entered(effects, context).map_err(Missed::Over);
        }
    };
    Ok(Step { state, effects })
}

impl CaptchaWanted {
    /// The image that is shown.
    pub const fn images(&self) -> &Images {
        &self.images
    }

    /// The applicant typed. Two different entries are a slip, no try: the image stays.
    pub(super) fn read(
        mut self,
        typed: TypedTwice<'_>,
        context: &mut Context<'_>,
    ) -> Result<Step<Registration>, Missed<Self, CaptchaWhy>> {
        let paused = self.images.paused(context.now).is_some();
        if !paused && !Label::new(typed.typed).is_read_as(typed.again) {
            return Err(Missed::slip(self, CaptchaWhy::Differs));
        }
        match self.images.read(typed.typed, typed.label, context) {
            (Err(why), effects) => Err(Missed::still(self, CaptchaWhy::Image(why), effects)),
            (Ok(()), effects) => self.passed(Presence::Read(context.now), effects, context),
        }
    }

    /// The clerk attests that a person is in front of them.
    pub(super) fn attested(
        self,
        attestation: Attestation,
        context: &mut Context<'_>,
    ) -> Result<Step<Registration>, Missed<Self, CaptchaWhy>> {
        let reason = attestation.reason;
        let presence = Presence::attested(attestation, context.now);
        self.passed(presence, Effects::of(Fact::CaptchaAttested { reason }), context)
    }

    fn passed(
        self,
        presence: Presence,
        effects: Effects,
        context: &mut Context<'_>,
    ) -> Result<Step<Registration>, Missed<Self, CaptchaWhy>> {
        let visit = self.base.visit.id;
        let human = Human { visit, presence };
        let Self { mut base, draft, .. } = self;
        match base.kept.terms.take() {
            None => Ok(Step {
                state: Registration::Terms(TermsWanted { base, draft, human }),
                effects,
            }),
            Some(terms) => {
                let codes = CodesWanted {
                    base,
                    draft,
                    human,
                    terms,
                };
                codes.entered(effects, context).map_err(Missed::Over)
            }
        }
    }

    /// Another image.
    pub(super) fn another(mut self, context: &Context<'_>) -> Result<Step<Self>, Missed<Self, CaptchaWhy>> {
        match self.images.another(context) {
            (Ok(()), effects) => Ok(Step { state: self, effects }),
            (Err(why), effects) => Err(Missed::still(self, CaptchaWhy::Image(why), effects)),
        }
    }

    pub(super) fn back(self) -> LanguageWanted {
        LanguageWanted::of(self.base, self.draft)
    }
}

/// Why the characters were not taken.
pub(super) enum CaptchaWhy {
    /// They were typed in two ways.
    Differs,
    /// About the image.
    Image(CaptchaRefusal),
}

impl TermsWanted {
    /// Takes the applicant's word for all texts that are in force, each in its present version.
    pub(super) fn accept(
        self,
        accepted: &[LegalVersion],
        context: &mut Context<'_>,
    ) -> Result<Step<Registration>, Missed<Self, RegistrationRefusal>> {
        let shelf = legal::shelf();
        if !shelf.covers(accepted) || accepted.len() != shelf.ids().len() {
            return Err(Missed::slip(self, RegistrationRefusal::TermsNotAccepted));
        }
        let versions = accepted.to_vec();
        let effects = Effects::of(Fact::TermsAccepted {
            versions: versions.clone(),
            at: context.now,
        });
        let terms = TermsAccepted {
            visit: self.base.visit.id,
            versions,
            at: context.now,
        };
        let codes = CodesWanted {
            base: self.base,
            draft: self.draft,
            human: self.human,
            terms,
        };
        codes.entered(effects, context).map_err(Missed::Over)
    }

    pub(super) fn back(mut self) -> LanguageWanted {
        self.base.kept.human = Some(self.human);
        LanguageWanted::of(self.base, self.draft)
    }
}
