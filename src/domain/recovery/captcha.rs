//! The applicant types the characters of an image.
//!
//! The label is known to the desk's memory alone: no state and no record holds it, so an image that was shown before
//! a restart cannot be typed after it.

use serde::{Deserialize, Serialize};

use crate::domain::captcha::Label;
use crate::domain::fact::Fact;
use crate::domain::policy::Policy;
use crate::domain::presence::{Attestation, Presence};
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
    pub(super) images: Images,
}

/// The row of images of a visit, and the one of them that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Images {
    /// How many images were shown since the visit began or was paused, this one included.
    image: u32,
    shown: Timestamp,
    /// Wrong tries at this image.
    missed: u32,
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
            images: Images::first(context.now),
        };
        Step {
            state,
            effects: Effects::of(Fact::CaptchaShown { image: 1 }),
        }
    }

    /// The image that is shown.
    pub const fn images(&self) -> &Images {
        &self.images
    }

    /// The applicant typed. `label` is what the image shows, where the desk still knows it.
    ///
    /// # Errors
    /// See [`CaptchaRefusal`]. Except for an empty entry the image is used up.
    pub fn read(
        mut self,
        typed: &str,
        label: Option<&Label>,
        context: &Context<'_>,
    ) -> Result<Step<IdentityWanted>, Box<Refused<Self, CaptchaRefusal>>> {
        match self.images.read(typed, label, context) {
            (Ok(()), effects) => Ok(self.passed(Presence::Read(context.now), effects)),
            (Err(why), effects) => Err(Box::new(Refused {
                state: self,
                why,
                effects,
            })),
        }
    }

    /// The applicant asks for another image, or the one that is shown is too old.
    ///
    /// # Errors
    /// [`CaptchaRefusal::Paused`] where too many were shown.
    pub fn another(mut self, context: &Context<'_>) -> Result<Step<Self>, Box<Refused<Self, CaptchaRefusal>>> {
        match self.images.another(context) {
            (Ok(()), effects) => Ok(Step { state: self, effects }),
            (Err(why), effects) => Err(Box::new(Refused {
                state: self,
                why,
                effects,
            })),
        }
    }

    /// The clerk attests that a person is in front of them. Also while the images pause, which is there against robots.
    pub fn attested(self, attestation: Attestation, context: &Context<'_>) -> Step<IdentityWanted> {
        let reason = attestation.reason;
        let presence = Presence::attested(attestation, context.now);
        self.passed(presence, Effects::of(Fact::CaptchaAttested { reason }))
    }

    fn passed(self, presence: Presence, effects: Effects) -> Step<IdentityWanted> {
        let human = CaptchaPassed {
            visit: self.visit.id,
            presence,
        };
        let state = IdentityWanted {
            visit: self.visit,
            document: self.document,
            human,
            missed: 0,
        };
        Step { state, effects }
    }
}

impl Images {
    /// The first image, which is shown now.
    pub(in crate::domain) const fn first(now: Timestamp) -> Self {
        Self {
            image: 1,
            shown: now,
            missed: 0,
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

    /// Judges what was typed; `label` is what the image shows, where the desk still knows it.
    pub(in crate::domain) fn read(
        &mut self,
        typed: &str,
        label: Option<&Label>,
        context: &Context<'_>,
    ) -> (Result<(), CaptchaRefusal>, Effects) {
        if self.paused(context.now).is_some() {
            return (Err(CaptchaRefusal::Paused), Effects::default());
        }
        if !typed.chars().any(char::is_alphanumeric) {
            return (Err(CaptchaRefusal::Empty), Effects::default());
        }
        match label.filter(|_| context.now < self.expires(context.policy)) {
            None => (Err(CaptchaRefusal::Expired), self.replace(Effects::default(), context)),
            Some(label) if label.is_read_as(typed) => (Ok(()), Effects::of(Fact::CaptchaPassed)),
            Some(_) => (Err(CaptchaRefusal::Missed), self.miss(context)),
        }
    }

    /// Shows another image, unless too many were shown.
    pub(in crate::domain) fn another(&mut self, context: &Context<'_>) -> (Result<(), CaptchaRefusal>, Effects) {
        if self.paused(context.now).is_some() {
            return (Err(CaptchaRefusal::Paused), Effects::default());
        }
        let effects = self.replace(Effects::default(), context);
        match self.paused(context.now) {
            Some(_) => (Err(CaptchaRefusal::Paused), effects),
            None => (Ok(()), effects),
        }
    }

    /// The image went with the program that showed it: another one is shown in its place, and none is counted.
    pub(in crate::domain) fn lost(&mut self, context: &Context<'_>) -> Effects {
        if self.paused(context.now).is_some() {
            return Effects::default();
        }
        self.shown = context.now;
        Effects::of(Fact::CaptchaShown { image: self.image })
    }

    fn miss(&mut self, context: &Context<'_>) -> Effects {
        let effects = Effects::of(Fact::CaptchaMissed);
        self.missed = self.missed.saturating_add(1);
        if self.missed < context.policy.captcha.wrong_tries {
            return effects;
        }
        self.replace(effects, context)
    }

    fn replace(&mut self, mut effects: Effects, context: &Context<'_>) -> Effects {
        self.shown = context.now;
        self.missed = 0;
        self.image = self.image.saturating_add(1);
        if self.image > context.policy.captcha.images {
            self.image = 1;
            self.shown = context.now.after(context.policy.captcha.pause);
            effects = effects.and(Fact::CaptchaPaused { until: self.shown });
        }
        effects.and(Fact::CaptchaShown { image: self.image })
    }
}
