//! Flow A, the short way of flow B, and what a supervisor approves of them, as one value: whichever state a visit is in, and what each input does to it.

use crate::domain::fact::{Ending, Fact, Flow};
use crate::domain::id::{AccountId, MessageId};
use crate::domain::language::Language;
use crate::domain::limit::Subject;
use crate::domain::registration::Registration;
use crate::domain::supervised::Aim;

use super::approval::{ApprovalWanted, Leads, Onward, SecondWanted};
use super::captcha::CaptchaWanted;
use super::code::CodeWanted;
use super::document::DocumentWanted;
use super::identity::IdentityWanted;
use super::input::Input;
use super::password::PasswordWanted;
use super::proven::{Done, Proven};
use super::questions::{Answered, QuestionsAsked, unmatched};
use super::step::{Context, Effects, Ended, Missed, Step};
use super::transition::{Refusal, Transition, missable, on, refusable};
use super::username::{UsernameChoice, UsernameRefusal};
use super::visit::{DocumentSeen, Visit};

/// A visit in one of its states.
#[derive(Debug)]
pub enum Recovery {
    /// The document was not seen yet.
    Document(DocumentWanted),
    /// An image is shown.
    Captcha(CaptchaWanted),
    /// A supervisor's approval is awaited.
    Approval(ApprovalWanted),
    /// A second supervisor's approval is awaited.
    Second(SecondWanted),
    /// Identity and mobile are awaited.
    Identity(IdentityWanted),
    /// Questions are shown.
    Questions(QuestionsAsked),
    /// A code is awaited.
    Code(CodeWanted),
    /// A new password is awaited.
    Password(PasswordWanted),
    /// The applicant chooses what becomes of the user name.
    Username(UsernameChoice),
    /// Somebody registers, the full way.
    Registration(Box<Registration>),
    /// What was asked for was done.
    Done(Done),
    /// The visit ended otherwise.
    Ended(Ended),
}

impl Recovery {
    /// A new visit.
    pub const fn open(visit: Visit) -> Self {
        Self::Document(DocumentWanted::open(visit))
    }

    /// What every state carries.
    pub const fn visit(&self) -> &Visit {
        match self {
            Self::Document(state) => &state.visit,
            Self::Captcha(state) => &state.visit,
            Self::Approval(state) => &state.visit,
            Self::Second(state) => &state.0.visit,
            Self::Identity(state) => &state.visit,
            Self::Questions(state) => &state.visit,
            Self::Code(state) => &state.visit,
            Self::Password(state) => &state.0.before.visit,
            Self::Username(state) => &state.0.before.visit,
            Self::Registration(state) => state.visit(),
            Self::Done(state) => &state.visit,
            Self::Ended(state) => &state.visit,
        }
    }

    /// The document that the clerk held.
    pub const fn document(&self) -> Option<&DocumentSeen> {
        match self {
            Self::Captcha(state) => Some(&state.document),
            Self::Approval(state) => Some(&state.document),
            Self::Second(state) => Some(&state.0.document),
            Self::Identity(state) => Some(&state.document),
            Self::Questions(state) => Some(&state.document),
            Self::Code(state) => Some(&state.document),
            Self::Password(state) => Some(&state.0.before.document),
            Self::Username(state) => Some(&state.0.before.document),
            Self::Registration(state) => Some(state.document()),
            Self::Done(state) => Some(&state.document),
            Self::Document(_) | Self::Ended(_) => None,
        }
    }

    /// The identifier that was typed, masked.
    pub fn masked(&self) -> Option<&str> {
        match self {
            Self::Second(state) => Some(&state.0.target.masked),
            Self::Questions(state) => Some(&state.target.masked),
            Self::Code(state) => Some(&state.target.masked),
            Self::Password(state) => Some(&state.0.before.target.masked),
            Self::Username(state) => Some(&state.0.before.target.masked),
            Self::Registration(state) => state.masked(),
            Self::Done(state) => Some(&state.masked),
            Self::Document(_) | Self::Captcha(_) | Self::Approval(_) | Self::Identity(_) | Self::Ended(_) => None,
        }
    }

    /// The account that the next input needs, for the desk to read it.
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::Second(state) => Some(state.account()),
            Self::Questions(state) => state.account(),
            Self::Code(state) => Some(state.account()),
            Self::Password(state) => Some(state.0.account()),
            Self::Username(state) => Some(state.0.account()),
            _ => None,
        }
    }

    /// Whom the counters of answers and codes, and those of the mobile, belong to, once that is known.
    pub fn subjects(&self) -> Option<(Subject, Subject)> {
        let target = match self {
            Self::Second(state) => &state.0.target,
            Self::Questions(state) => &state.target,
            Self::Code(state) => &state.target,
            Self::Password(state) => &state.0.before.target,
            Self::Username(state) => &state.0.before.target,
            Self::Registration(state) => return state.subjects(),
            _ => return None,
        };
        Some((target.subject, target.mobile))
    }

    /// Whether the visit is over, in whichever way.
    pub const fn is_over(&self) -> bool {
        match self {
            Self::Registration(state) => state.is_over(),
            state => matches!(state, Self::Done(_) | Self::Ended(_)),
        }
    }

    /// Whether the visit waits for the code that this message carries. Any other code is dead.
    pub fn awaits(&self, message: MessageId) -> bool {
        match self {
            Self::Code(state) => state.sent().is_some_and(|sent| sent.message == message),
            Self::Registration(state) => state.awaits(message),
            _ => false,
        }
    }

    /// The state after `input`. What time alone does comes first, whatever the input: a visit that is idle, too old or
    /// without a code that could still be typed ends; a code that was typed too long ago must be typed anew.
    pub fn apply(mut self, input: Input<'_>, context: &mut Context<'_>) -> Transition {
        if let Some(ending) = self.ends_now(context.policy, context.now) {
            return self.end(what_ended(ending, &input), context);
        }
        if !matches!(input, Input::Nothing) {
            self.visit_mut().touched = context.now;
        }
        if matches!(input, Input::Resumed) {
            return self.resumed(context);
        }
        if self.is_lapsed(context.policy, context.now) && !matches!(input, Input::End(_)) {
            return self.lapsed();
        }
        if self.is_stale(context.policy, context.now) {
            return self.stale();
        }
        match (self, input) {
            (Self::Document(state), Input::DocumentSeen(document)) if state.visit.flow == Flow::NewUser => {
                on(state.registering(document, context), |state| {
                    Self::Registration(Box::new(state))
                })
            }
            (Self::Registration(state), Input::Registration(input)) => state.apply(input, context),
            (Self::Document(state), Input::DocumentSeen(document)) if state.visit.flow == Flow::Supervised => {
                on(state.supervised(document), Self::Approval)
            }
            (Self::Approval(state), Input::Approved(by, plea, sought)) => missable(
                state.approve(by, plea, sought, context),
                Self::led,
                Self::Approval,
                Refusal::Approval,
            ),
            (Self::Second(state), Input::Seconded(by, account)) => missable(
                state.second(by, account, context),
                Self::led,
                Self::Second,
                Refusal::Approval,
            ),
            (Self::Document(state), Input::DocumentSeen(document)) => on(state.seen(document, context), Self::Captcha),
            (Self::Captcha(state), Input::Captcha { typed, label }) => refusable(
                state.read(typed, label, context),
                Self::Identity,
                Self::Captcha,
                Refusal::Captcha,
            ),
            (Self::Captcha(state), Input::AnotherImage) => {
                refusable(state.another(context), Self::Captcha, Self::Captcha, Refusal::Captcha)
            }
            (Self::Captcha(state), Input::Attested(attestation)) => {
                on(state.attested(attestation, context), Self::Identity)
            }
            (Self::Identity(state), Input::Identity(claim, candidate)) => refusable(
                state.given(claim, candidate, context),
                Self::Questions,
                Self::Identity,
                Refusal::Identity,
            ),
            (
                Self::Questions(state),
                Input::Answers {
                    answers,
                    account,
                    hasher,
                },
            ) => missable(
                state.answer(answers, account, hasher, context),
                Self::answered,
                Self::Questions,
                Refusal::Answers,
            ),
            (Self::Questions(state), Input::Back) if state.visit.flow != Flow::NewUser => match state.back(context) {
                Ok(step) => on(step, Self::Identity),
                Err(state) => Self::Questions(*state).not_now(),
            },
            (Self::Code(state), Input::Resend(account)) => {
                missable(state.resend(account, context), Self::Code, Self::Code, Refusal::Code)
            }
            (Self::Code(state), Input::Code { typed, account, codes }) => missable(
                state.enter(typed, account, codes, context),
                Self::for_what_it_is,
                Self::Code,
                Refusal::Code,
            ),
            (
                Self::Password(state),
                Input::Password {
                    password,
                    repeat,
                    account,
                    hasher,
                },
            ) => missable(
                state.choose(password, repeat, account, hasher, context),
                Self::Done,
                Self::Password,
                Refusal::Password,
            ),
            (Self::Username(state), Input::CheckUsername(wish, account)) => {
                named(state.check(wish, account, context), Self::Username)
            }
            (Self::Username(state), Input::ShowUsername(account)) => named(state.show(account, context), Self::Done),
            (Self::Username(state), Input::TakeUsername(wish, account)) => {
                named(state.take(wish, account, context), Self::Done)
            }
            (state, Input::Language(language)) => state.speaking(language),
            (state, Input::End(ending)) if !state.is_over() && may_be_asked_for(ending) => state.end(ending, context),
            (state, _) => state.not_now(),
        }
    }

    fn not_now(self) -> Transition {
        Transition {
            next: self,
            effects: Effects::default(),
            refusal: Some(Refusal::NotNow),
        }
    }

    fn led(leads: Leads) -> Self {
        match leads {
            Leads::Second(state) => Self::Second(state),
            Leads::Questions(state) => Self::Questions(state),
            Leads::Onward(onward) => Self::onward(onward),
        }
    }

    fn onward(onward: Onward) -> Self {
        match onward {
            Onward::Code(state) => Self::Code(*state),
            Onward::Waits(done) => Self::Done(done),
        }
    }

    fn answered(answered: Answered) -> Self {
        match answered {
            Answered::Onward(onward) => Self::onward(onward),
            Answered::Proven(proven) => Self::for_what_it_is(*proven),
        }
    }

    /// The step that the proofs were gathered for.
    const fn for_what_it_is(proven: Proven) -> Self {
        match (proven.before.grounds.aim(), proven.before.visit.flow) {
            (Some(Aim::Username), _) | (None, Flow::ForgottenUsername | Flow::NewUser) => {
                Self::Username(UsernameChoice(proven))
            }
            (Some(Aim::Password | Aim::NewMobile(_)), _) | (None, Flow::ForgottenPassword | Flow::Supervised) => {
                Self::Password(PasswordWanted(proven))
            }
        }
    }

    fn speaking(mut self, language: Language) -> Transition {
        self.visit_mut().language = language;
        Transition {
            next: self,
            effects: Effects::default(),
            refusal: None,
        }
    }

    fn end(self, ending: Ending, context: &mut Context<'_>) -> Transition {
        let effects = match self {
            Self::Questions(_) => unmatched(Effects::default(), context),
            _ => Effects::default(),
        };
        let state = Ended {
            visit: self.into_visit(),
            ending,
        };
        on(
            Step {
                state,
                effects: effects.and(Fact::VisitEnded { ending }),
            },
            Self::Ended,
        )
    }

    const fn visit_mut(&mut self) -> &mut Visit {
        match self {
            Self::Document(state) => &mut state.visit,
            Self::Captcha(state) => &mut state.visit,
            Self::Approval(state) => &mut state.visit,
            Self::Second(state) => &mut state.0.visit,
            Self::Identity(state) => &mut state.visit,
            Self::Questions(state) => &mut state.visit,
            Self::Code(state) => &mut state.visit,
            Self::Password(state) => &mut state.0.before.visit,
            Self::Username(state) => &mut state.0.before.visit,
            Self::Registration(state) => state.visit_mut(),
            Self::Done(state) => &mut state.visit,
            Self::Ended(state) => &mut state.visit,
        }
    }

    fn into_visit(mut self) -> Visit {
        self.visit_mut().clone()
    }
}

/// Where the program stopped in the middle of a visit, that is what ended it, however long ago it was.
const fn what_ended(by_time: Ending, input: &Input<'_>) -> Ending {
    match input {
        Input::End(Ending::Interrupted) => Ending::Interrupted,
        _ => by_time,
    }
}

/// The machine alone decides that a recovery is completed or closed.
const fn may_be_asked_for(ending: Ending) -> bool {
    !matches!(ending, Ending::Completed | Ending::Closed)
}

fn named<N>(result: Result<Step<N>, Missed<UsernameChoice, UsernameRefusal>>, next: fn(N) -> Recovery) -> Transition {
    missable(result, next, Recovery::Username, Refusal::Username)
}
