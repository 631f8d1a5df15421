//! What comes out of an input, whatever the state.

use crate::domain::registration::RegistrationRefusal;

use super::approval::ApprovalRefusal;
use super::captcha::CaptchaRefusal;
use super::code::CodeRefusal;
use super::forgotten_password::Recovery;
use super::identity::IdentityRefusal;
use super::password::PasswordRefusal;
use super::questions::AnswersRefusal;
use super::step::{Effects, Missed, Refused, Step};
use super::username::UsernameRefusal;

/// Why an input changed nothing of what it was meant to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The visit is in another state.
    NotNow,
    /// About the image.
    Captcha(CaptchaRefusal),
    /// About a supervisor's approval.
    Approval(ApprovalRefusal),
    /// About identity and mobile.
    Identity(IdentityRefusal),
    /// About the answers.
    Answers(AnswersRefusal),
    /// About the code.
    Code(CodeRefusal),
    /// About the password.
    Password(PasswordRefusal),
    /// About the user name.
    Username(UsernameRefusal),
    /// About a step of a registration.
    Registration(RegistrationRefusal),
}

/// A visit after an input.
#[derive(Debug)]
pub struct Transition {
    /// Its state.
    pub next: Recovery,
    /// What is committed with it.
    pub effects: Effects,
    /// Why the input was refused, where it was.
    pub refusal: Option<Refusal>,
}

pub(super) fn on<S>(step: Step<S>, wrap: impl FnOnce(S) -> Recovery) -> Transition {
    Transition {
        next: wrap(step.state),
        effects: step.effects,
        refusal: None,
    }
}

pub(super) fn refusable<N, S, W>(
    result: Result<Step<N>, Box<Refused<S, W>>>,
    next: impl FnOnce(N) -> Recovery,
    same: impl FnOnce(S) -> Recovery,
    why: impl FnOnce(W) -> Refusal,
) -> Transition {
    match result {
        Ok(step) => on(step, next),
        Err(refused) => {
            let refused = *refused;
            Transition {
                next: same(refused.state),
                effects: refused.effects,
                refusal: Some(why(refused.why)),
            }
        }
    }
}

pub(super) fn missable<N, S, W>(
    result: Result<Step<N>, Missed<S, W>>,
    next: impl FnOnce(N) -> Recovery,
    same: impl FnOnce(S) -> Recovery,
    why: impl FnOnce(W) -> Refusal,
) -> Transition {
    match result {
        Ok(step) => on(step, next),
        Err(Missed::Still(refused)) => refusable::<N, S, W>(Err(refused), next, same, why),
        Err(Missed::Over(step)) => on(*step, Recovery::Ended),
    }
}
