//! The program stopped in the middle of a visit, and the clerk who served says that the same person is there again.
//!
//! Whatever was proven stays proven for what is left of its time, and what was spent stays spent. Nothing is sent.

use crate::domain::fact::Fact;

use super::captcha::Images;
use super::forgotten_password::Recovery;
use super::step::{Context, Effects};
use super::transition::{Refusal, Transition};

impl Recovery {
    pub(super) fn resumed(mut self, context: &Context<'_>) -> Transition {
        if matches!(self, Self::Ended(_)) {
            return Transition {
                next: self,
                effects: Effects::default(),
                refusal: Some(Refusal::NotNow),
            };
        }
        let mut effects = Effects::of(Fact::VisitResumed);
        if let Some(images) = self.images_mut() {
            effects.facts.extend(images.lost(context).facts);
        }
        let (next, refusal) = if self.is_lapsed(context.policy, context.now) {
            let back = self.lapsed();
            (back.next, back.refusal)
        } else if self.is_stale(context.policy, context.now) {
            let back = self.stale();
            (back.next, back.refusal)
        } else {
            (self, None)
        };
        Transition { next, effects, refusal }
    }

    /// The images, where one is shown.
    const fn images_mut(&mut self) -> Option<&mut Images> {
        match self {
            Self::Captcha(state) => Some(&mut state.images),
            Self::Registration(state) => state.images_mut(),
            _ => None,
        }
    }
}
