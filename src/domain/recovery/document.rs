//! The first state: the clerk looks at the applicant's document.

use crate::domain::fact::Fact;

use super::captcha::CaptchaWanted;
use super::step::{Context, Step};
use super::visit::{DocumentSeen, Visit};

/// The visit is open, and no document was seen yet.
#[derive(Debug)]
pub struct DocumentWanted {
    pub(super) visit: Visit,
}

impl DocumentWanted {
    /// A new visit.
    pub const fn open(visit: Visit) -> Self {
        Self { visit }
    }

    /// The clerk holds the document. The first captcha image is shown.
    pub fn seen(self, document: DocumentSeen, context: &mut Context<'_>) -> Step<CaptchaWanted> {
        let fact = Fact::DocumentSeen {
            kind: document.kind(),
            last_four: document.last_four().to_owned(),
        };
        let mut step = CaptchaWanted::first(self.visit, document, context);
        step.effects.facts.insert(0, fact);
        step
    }
}
