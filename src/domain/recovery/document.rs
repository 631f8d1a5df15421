//! The first state: the clerk looks at the applicant's document.

use crate::domain::fact::Fact;
use crate::domain::id::AccountId;
use crate::domain::registration::Registration;

use super::approval::ApprovalWanted;
use super::captcha::CaptchaWanted;
use super::step::{Context, Effects, Step};
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

    /// The same for the supervised way. A supervisor's approval is awaited.
    pub(super) fn supervised(self, document: DocumentSeen) -> Step<ApprovalWanted> {
        let fact = Fact::DocumentSeen {
            kind: document.kind(),
            last_four: document.last_four().to_owned(),
        };
        Step {
            state: ApprovalWanted::first(self.visit, document),
            effects: Effects::of(fact),
        }
    }

    /// The same for somebody who registers. The conditions are shown.
    pub(super) fn registering(self, document: DocumentSeen, context: &Context<'_>) -> Step<Registration> {
        let fact = Fact::DocumentSeen {
            kind: document.kind(),
            last_four: document.last_four().to_owned(),
        };
        // A random name: no account has it, and the one that may be made will.
        let account = AccountId::from_bytes(*context.messages[0].as_bytes());
        Step {
            state: Registration::begin(self.visit, document, account),
            effects: Effects::of(fact),
        }
    }
}
