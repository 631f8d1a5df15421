//! The applicant types the characters of an image.
//!
//! The label is known to the desk's memory alone: no state and no record holds it, so an image that was shown before
//! a restart cannot be typed after it.

use crate::domain::captcha::Label;
use crate::domain::fact::Fact;
use crate::domain::policy::Policy;
use crate::domain::time::Timestamp;

use super::identity::IdentityWanted;
use super::proof::CaptchaPassed;
use super::step::{Context, Effects, Refused, Step};
use super::visit::{DocumentSeen, Visit};

/// An image is shown and its characters are awaited.
#[derive(Debug)]
pub struct CaptchaWanted {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    /// How many images were shown since the visit began or was paused, this one included.
    pub(super) image: u32,
    pub(super) shown: Timestamp,
    /// Wrong tries at this image.
    pub(super) missed: u32,
}

/// Why the characters were not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptchaRefusal {
    /// Nothing was typed; the image stays.
    Empty,
    /// They were not those of the image; as a rule another one is shown.
    Missed,
    /// The image was too old; another one is shown.
    Expired,
    /// Too many images were shown; the next one appears later.
    Paused,
}

impl CaptchaWanted {
    pub(super) fn first(visit: Visit, document: DocumentSeen, context: &Context<'_>) -> Step<Self> {
        let state = Self {
            visit,
            document,
            image: 1,
            shown: context.now,
            missed: 0,
        };
        Step {
            state,
            effects: Effects::of(Fact::CaptchaShown { image: 1 }),
        }
    }

    /// What tells this image from every other of the visit.
    pub const fn name(&self) -> (u32, Timestamp) {
        (self.image, self.shown)
    }

    /// Which image of the row is shown; the first is number 1.
    pub const fn image(&self) -> u32 {
        self.image
    }

    /// Until when the image can be typed.
    pub fn expires(&self, policy: &Policy) -> Timestamp {
        self.shown.after(policy.captcha.lifetime)
    }

    /// From when on the image is shown, where the visit is paused.
    pub fn paused(&self, now: Timestamp) -> Option<Timestamp> {
        Some(self.shown).filter(|shown| *shown > now)
    }

    /// The applicant typed. `label` is what the image shows, where the desk still knows it.
    ///
    /// # Errors
    /// See [`CaptchaRefusal`]. Except for an empty entry the image is used up.
    pub fn read(
        self,
        typed: &str,
        label: Option<&Label>,
        context: &Context<'_>,
    ) -> Result<Step<IdentityWanted>, Box<Refused<Self, CaptchaRefusal>>> {
        if self.paused(context.now).is_some() {
            return Err(Box::new(Refused::slip(self, CaptchaRefusal::Paused)));
        }
        if !typed.chars().any(char::is_alphanumeric) {
            return Err(Box::new(Refused::slip(self, CaptchaRefusal::Empty)));
        }
        match label.filter(|_| context.now < self.expires(context.policy)) {
            None => Err(Box::new(self.replaced(
                CaptchaRefusal::Expired,
                Effects::default(),
                context,
            ))),
            Some(label) if label.is_read_as(typed) => Ok(self.passed(context)),
            Some(_) => Err(Box::new(self.missed(context))),
        }
    }

    /// The applicant asks for another image, or the one that is shown is too old.
    ///
    /// # Errors
    /// [`CaptchaRefusal::Paused`] where too many were shown.
    pub fn another(self, context: &Context<'_>) -> Result<Step<Self>, Box<Refused<Self, CaptchaRefusal>>> {
        if self.paused(context.now).is_some() {
            return Err(Box::new(Refused::slip(self, CaptchaRefusal::Paused)));
        }
        let next = self.replaced(CaptchaRefusal::Paused, Effects::default(), context);
        if next.state.paused(context.now).is_some() {
            return Err(Box::new(next));
        }
        Ok(Step {
            state: next.state,
            effects: next.effects,
        })
    }

    fn passed(self, context: &Context<'_>) -> Step<IdentityWanted> {
        let human = CaptchaPassed {
            visit: self.visit.id,
            at: context.now,
        };
        let state = IdentityWanted {
            visit: self.visit,
            document: self.document,
            human,
            missed: 0,
        };
        Step {
            state,
            effects: Effects::of(Fact::CaptchaPassed),
        }
    }

    fn missed(mut self, context: &Context<'_>) -> Refused<Self, CaptchaRefusal> {
        let effects = Effects::of(Fact::CaptchaMissed);
        self.missed = self.missed.saturating_add(1);
        if self.missed < context.policy.captcha.wrong_tries {
            return Refused {
                state: self,
                why: CaptchaRefusal::Missed,
                effects,
            };
        }
        self.replaced(CaptchaRefusal::Missed, effects, context)
    }

    fn replaced(
        mut self,
        why: CaptchaRefusal,
        mut effects: Effects,
        context: &Context<'_>,
    ) -> Refused<Self, CaptchaRefusal> {
        self.shown = context.now;
        self.missed = 0;
        self.image = self.image.saturating_add(1);
        if self.image > context.policy.captcha.images {
            self.image = 1;
            self.shown = context.now.after(context.policy.captcha.pause);
            effects = effects.and(Fact::CaptchaPaused { until: self.shown });
        }
        let effects = effects.and(Fact::CaptchaShown { image: self.image });
        Refused {
            state: self,
            why,
            effects,
        }
    }
}
