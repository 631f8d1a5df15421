//! What time alone does to a visit: it ends, its code must be typed anew, or its approval given anew.

use crate::domain::fact::Ending;
use crate::domain::policy::Policy;
use crate::domain::time::Timestamp;

use super::approval::{ApprovalRefusal, ApprovalWanted, SecondWanted};
use super::code::{CodeRefusal, CodeWanted};
use super::forgotten_password::Recovery;
use super::password::PasswordWanted;
use super::proven::Proven;
use super::step::Effects;
use super::transition::{Refusal, Transition};
use super::username::UsernameChoice;

impl Recovery {
    /// Whether time alone moves the visit on now: then [`Input::Nothing`] does.
    pub fn is_due(&self, policy: &Policy, now: Timestamp) -> bool {
        self.ends_now(policy, now).is_some() || self.is_stale(policy, now) || self.is_lapsed(policy, now)
    }

    /// Whether a supervisor approved too long ago.
    pub(super) fn is_lapsed(&self, policy: &Policy, now: Timestamp) -> bool {
        let lapses = match self {
            Self::Registration(state) => return state.is_lapsed(policy, now),
            Self::Second(state) => Some(state.0.approval.lapses(policy)),
            Self::Questions(state) => state.admission.lapses(policy),
            Self::Code(state) => state.grounds.lapses(policy),
            state => state.proven().and_then(|proven| proven.before.grounds.lapses(policy)),
        };
        lapses.is_some_and(|lapses| now >= lapses)
    }

    /// How the visit ends by time alone, if it does.
    pub(super) fn ends_now(&self, policy: &Policy, now: Timestamp) -> Option<Ending> {
        match self {
            _ if self.is_over() => None,
            _ if self.visit().is_too_old(policy, now) => Some(Ending::TooLong),
            _ if self.visit().is_idle(policy, now) => Some(Ending::Idle),
            Self::Code(state) if state.is_spent(policy, now) => Some(Ending::Closed),
            Self::Registration(state) => state.is_spent(policy, now).then_some(Ending::Closed),
            _ if self.is_stale(policy, now)
                && self.proven().is_none_or(|proven| proven.before.is_spent(policy, now)) =>
            {
                Some(Ending::Closed)
            }
            _ => None,
        }
    }

    pub(super) fn is_stale(&self, policy: &Policy, now: Timestamp) -> bool {
        match self {
            Self::Registration(state) => state.is_stale(policy, now),
            state => state.proven().is_some_and(|proven| proven.is_stale(policy, now)),
        }
    }

    pub(super) const fn proven(&self) -> Option<&Proven> {
        match self {
            Self::Password(PasswordWanted(proven)) | Self::Username(UsernameChoice(proven)) => Some(proven),
            _ => None,
        }
    }

    /// A code was typed too long ago: back to where a new one is typed.
    pub(super) fn stale(self) -> Transition {
        let next = match self {
            Self::Password(PasswordWanted(proven)) | Self::Username(UsernameChoice(proven)) => {
                Self::Code(proven.before)
            }
            Self::Registration(state) => Self::Registration(Box::new(state.stale())),
            state => state,
        };
        Transition {
            next,
            effects: Effects::default(),
            refusal: Some(Refusal::Code(CodeRefusal::Expired)),
        }
    }

    /// A supervisor approved too long ago: back to where it is approved anew. What was spent stays spent.
    pub(super) fn lapsed(self) -> Transition {
        let again = |visit, document, sends, missed| {
            Self::Approval(ApprovalWanted {
                visit,
                document,
                sends,
                missed,
                again: true,
            })
        };
        let code = |code: CodeWanted| again(code.visit, code.document, code.sends, 0);
        let next = match self {
            Self::Second(SecondWanted(it)) => again(it.visit, it.document, it.sends, it.missed),
            Self::Questions(state) => {
                let sends = state.admission.sends();
                again(state.visit, state.document, sends, state.missed)
            }
            Self::Code(state) => code(state),
            Self::Password(PasswordWanted(proven)) | Self::Username(UsernameChoice(proven)) => code(proven.before),
            Self::Registration(state) => Self::Registration(Box::new(state.lapsed())),
            state => state,
        };
        Transition {
            next,
            effects: Effects::default(),
            refusal: Some(Refusal::Approval(ApprovalRefusal::Lapsed)),
        }
    }
}
