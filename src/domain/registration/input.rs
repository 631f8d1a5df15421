//! What people do to a registration, and what each input does to each state.

use crate::domain::answer::ChosenAnswer;
use crate::domain::applicant::Email;
use crate::domain::hash::Hasher;
use crate::domain::language::Language;
use crate::domain::legal::LegalVersion;
use crate::domain::message::Channel;
use crate::domain::presence::Attestation;
use crate::domain::recovery::username::Wish;
use crate::domain::recovery::{Context, Effects, Ended, Missed, Recovery, Refusal, Step, Transition};
use crate::domain::secret::Secret;
use crate::domain::staff::Staff;
use crate::domain::supervised::UnknownReason;

use super::Registration;
use super::checks::{CaptchaWhy, TypedTwice};
use super::clash::After;
use super::codes::ContactCode;
use super::personal::{Given, PersonalData, PersonalLookup};
use super::refusal::RegistrationRefusal;
use super::review::Lost;

/// What people do to a registration, with what the desk looked up for it.
#[derive(Clone, Copy)]
pub enum Input<'a> {
    /// The conditions were read.
    ConditionsRead,
    /// A supervisor, who has just proven to be that, accepts what the registry does not know.
    Approved(&'a Staff, UnknownReason),
    /// The clerk typed who the applicant is.
    Personal(&'a PersonalData, &'a PersonalLookup),
    /// The applicant asks whether a name is free.
    CheckUsername(Wish<'a>),
    /// The applicant chose a name.
    Username(Wish<'a>),
    /// The applicant chose a password.
    Password {
        /// The password.
        password: &'a Secret,
        /// The password again.
        repeat: &'a Secret,
        /// Hashes it.
        hasher: &'a dyn Hasher,
    },
    /// The applicant gave an email.
    Email {
        /// The email.
        email: &'a Email,
        /// The email again.
        repeat: &'a Email,
        /// Tells whether the password is the email.
        hasher: &'a dyn Hasher,
    },
    /// The applicant chose the language of messages.
    Language(Language),
    /// The applicant typed the characters of the image, twice.
    Captcha(TypedTwice<'a>),
    /// Another image, because the applicant asks for it or because the one that is shown is too old.
    AnotherImage,
    /// The clerk attests that a person is in front of them, in the place of the image.
    Attested(Attestation),
    /// The applicant accepted terms and privacy policy.
    Terms(&'a [LegalVersion]),
    /// The applicant typed a code.
    Code(ContactCode<'a>),
    /// The applicant asks for another code.
    Resend(Channel),
    /// The applicant chose questions and answered them.
    Enrol {
        /// Questions and answers.
        chosen: &'a [ChosenAnswer],
        /// Hashes the answers.
        hasher: &'a dyn Hasher,
    },
    /// The applicant looked at everything: the account is to be made, unless another one took a value first.
    Register(Option<Lost>),
    /// One step back.
    Back,
}

impl Registration {
    /// The state after `input`. What time alone does comes first, and is the caller's.
    pub(in crate::domain) fn apply(self, input: Input<'_>, context: &mut Context<'_>) -> Transition {
        use Input as I;
        match (self, input) {
            (Self::Conditions(state), I::ConditionsRead) => on(state.read(context), |next| next),
            (Self::Conditions(state), I::Approved(by, reason)) => match state.approve(by, reason, context) {
                Ok(step) => on(step, Self::Conditions),
                Err(refused) => told(Missed::Still(refused), Self::Conditions, Refusal::Approval),
            },
            (Self::Personal(state), I::Personal(data, lookup)) => match state.given(data, lookup, context) {
                Ok(step) => given(step),
                Err(refused) => told(Missed::Still(refused), Self::Personal, Refusal::Registration),
            },
            (Self::Username(state), I::CheckUsername(wish)) => either(
                state.check(wish, context),
                Self::Username,
                Self::Username,
                Refusal::Username,
            ),
            (Self::Username(state), I::Username(wish)) => either(
                state.choose(wish, context),
                Self::Password,
                Self::Username,
                Refusal::Username,
            ),
            (
                Self::Password(state),
                I::Password {
                    password,
                    repeat,
                    hasher,
                },
            ) => either(
                state.choose(password, repeat, hasher, context),
                Self::Email,
                Self::Password,
                Refusal::Password,
            ),
            (Self::Email(state), I::Email { email, repeat, hasher }) => either(
                state.given(email, repeat, hasher),
                Self::Language,
                Self::Email,
                Refusal::Registration,
            ),
            (Self::Language(state), I::Language(language)) => {
                let chosen = state.choose(language, context);
                either(chosen, |next| next, Self::Language, Refusal::Registration)
            }
            (state, input) => state.proven(input, context),
        }
    }

    /// The same from the image on.
    fn proven(self, input: Input<'_>, context: &mut Context<'_>) -> Transition {
        use Input as I;
        match (self, input) {
            (Self::Captcha(state), I::Captcha(typed)) => {
                either(state.read(typed, context), |next| next, Self::Captcha, captcha)
            }
            (Self::Captcha(state), I::AnotherImage) => {
                either(state.another(context), Self::Captcha, Self::Captcha, captcha)
            }
            (Self::Captcha(state), I::Attested(attestation)) => either(
                state.attested(attestation, context),
                |next| next,
                Self::Captcha,
                captcha,
            ),
            (Self::Terms(state), I::Terms(accepted)) => either(
                state.accept(accepted, context),
                |next| next,
                Self::Terms,
                Refusal::Registration,
            ),
            (Self::Codes(state), I::Code(given)) => match state.enter(given, context) {
                Ok(step) => after(step),
                Err(missed) => told(missed, Self::Codes, Refusal::Registration),
            },
            (Self::Codes(state), I::Resend(channel)) => either(
                state.resend(channel, context),
                Self::Codes,
                Self::Codes,
                Refusal::Registration,
            ),
            (Self::Questions(state), I::Enrol { chosen, hasher }) => either(
                state.enrol(chosen, hasher, context),
                Self::Review,
                Self::Questions,
                Refusal::Registration,
            ),
            (Self::Review(state), I::Register(None)) => match state.register(context) {
                Ok(step) => on(step, Self::Done),
                Err(ended) => over(*ended),
            },
            (Self::Review(state), I::Register(Some(lost))) => told(state.lost(lost), Self::Username, Refusal::Username),
            (state, I::Back) => state.back(),
            (state, _) => not_now(state),
        }
    }

    fn back(self) -> Transition {
        let next = match self {
            Self::Personal(state) => Self::Conditions(state.back()),
            Self::Username(state) => Self::Personal(state.back()),
            Self::Password(state) => Self::Username(state.back()),
            Self::Email(state) => Self::Password(state.back()),
            Self::Language(state) => Self::Email(state.back()),
            Self::Captcha(state) => Self::Language(state.back()),
            Self::Terms(state) => Self::Language(state.back()),
            Self::Codes(state) => Self::Language(state.back()),
            Self::Questions(state) => Self::Language(state.back()),
            Self::Review(state) => Self::Questions(state.back()),
            state @ (Self::Conditions(_) | Self::Done(_)) => return not_now(state),
        };
        quiet(next, None)
    }
}

fn captcha(why: CaptchaWhy) -> Refusal {
    match why {
        CaptchaWhy::Differs => Refusal::Registration(RegistrationRefusal::CaptchaDiffers),
        CaptchaWhy::Image(why) => Refusal::Captcha(why),
    }
}

fn quiet(next: Registration, refusal: Option<Refusal>) -> Transition {
    Transition {
        next: Recovery::Registration(Box::new(next)),
        effects: Effects::default(),
        refusal,
    }
}

fn not_now(state: Registration) -> Transition {
    quiet(state, Some(Refusal::NotNow))
}

fn on<S>(step: Step<S>, wrap: impl FnOnce(S) -> Registration) -> Transition {
    Transition {
        next: Recovery::Registration(Box::new(wrap(step.state))),
        effects: step.effects,
        refusal: None,
    }
}

fn given(step: Step<Given>) -> Transition {
    let (next, refusal) = match step.state {
        Given::Taken(state) => (Registration::Username(state), None),
        Given::Stopped(state) => {
            let why = RegistrationRefusal::ConditionNotMet;
            (Registration::Conditions(state), Some(Refusal::Registration(why)))
        }
    };
    Transition {
        next: Recovery::Registration(Box::new(next)),
        effects: step.effects,
        refusal,
    }
}

fn after(step: Step<After>) -> Transition {
    let next = match step.state {
        After::On(next) => Recovery::Registration(next),
        After::Known(next) => Recovery::Questions(*next),
        After::Closed(ended) => Recovery::Ended(*ended),
    };
    Transition {
        next,
        effects: step.effects,
        refusal: None,
    }
}

fn told<S, W>(
    missed: Missed<S, W>,
    same: impl FnOnce(S) -> Registration,
    why: impl FnOnce(W) -> Refusal,
) -> Transition {
    match missed {
        Missed::Still(refused) => {
            let refused = *refused;
            Transition {
                next: Recovery::Registration(Box::new(same(refused.state))),
                effects: refused.effects,
                refusal: Some(why(refused.why)),
            }
        }
        Missed::Over(step) => over(*step),
    }
}

fn over(step: Step<Ended>) -> Transition {
    Transition {
        next: Recovery::Ended(step.state),
        effects: step.effects,
        refusal: None,
    }
}

fn either<N, S, W>(
    result: Result<Step<N>, Missed<S, W>>,
    next: impl FnOnce(N) -> Registration,
    same: impl FnOnce(S) -> Registration,
    why: impl FnOnce(W) -> Refusal,
) -> Transition {
    match result {
        Ok(step) => on(step, next),
        Err(missed) => told(missed, same, why),
    }
}
