//! The steps of a registration, one file a step. The clerk has the keyboard for conditions and personal data; all else
//! is typed by the applicant, and of it the clerk sees which step it is and nothing more.

mod clerk;
pub mod codes;
pub mod conditions;
pub mod email;
pub mod enrol;
pub mod language;
pub mod naming;
pub mod personal;
pub mod review;
pub mod terms;
pub mod twice;

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::{ClerkStep, ClerkView, Request, SignInRefusal, Stage, Views};
use crate::domain::legal::PlatformNames;
use crate::domain::recovery::Refusal;
use crate::ui::kit;
use crate::ui::scene::Scene;
use crate::ui::shell::actions;

use super::{Action, Side, attest, password};

/// A step that a change of what was entered leads back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Identity and mobile.
    Personal,
    /// The user name.
    Username,
    /// The password.
    Password,
    /// The email.
    Email,
    /// The language of the account.
    Language,
    /// The security questions.
    Questions,
}

impl Target {
    /// Whether the way back has reached it, or cannot go on.
    pub const fn is_reached(self, step: &ClerkStep) -> bool {
        match step {
            ClerkStep::Registering(stage) => matches!(
                (self, stage),
                (Self::Username, Stage::Username)
                    | (Self::Password, Stage::Password)
                    | (Self::Email, Stage::Email)
                    | (Self::Language, Stage::Language)
                    | (Self::Questions, Stage::Questions)
            ),
            _ => true,
        }
    }
}

/// What was typed at a step.
#[derive(Debug)]
pub enum State {
    /// The conditions.
    Conditions(conditions::State),
    /// Identity and mobile.
    Personal(personal::State),
    /// The user name.
    Username(naming::State),
    /// The password.
    Password(password::State),
    /// The email.
    Email(email::State),
    /// The language of the account.
    Language(language::State),
    /// The characters of an image, twice.
    Captcha(twice::State),
    /// Terms and privacy policy.
    Terms(terms::State),
    /// The codes.
    Codes(codes::State),
    /// The security questions.
    Questions(enrol::State),
    /// All that was entered.
    Review,
}

/// What happens at a step.
#[derive(Clone, Debug)]
pub enum Message {
    /// At the conditions.
    Conditions(conditions::Message),
    /// At identity and mobile.
    Personal(personal::Message),
    /// At the user name.
    Username(naming::Message),
    /// At the password.
    Password(password::Message),
    /// At the email.
    Email(email::Message),
    /// At the language.
    Language(language::Message),
    /// At the image.
    Captcha(twice::Message),
    /// At terms and privacy policy.
    Terms(terms::Message),
    /// At the codes.
    Codes(codes::Message),
    /// At the security questions.
    Questions(enrol::Message),
    /// At the review.
    Review(review::Message),
    /// One step back.
    Back,
    /// The screen changes hands.
    HandOver,
}

impl State {
    /// The step that a registration has reached; none where the visit is at another one.
    pub fn of(views: &Views) -> Option<Self> {
        let view = &views.applicant;
        Some(match &views.clerk.step {
            ClerkStep::Conditions { .. } => Self::Conditions(conditions::State::default()),
            ClerkStep::PersonalData { .. } => Self::Personal(personal::State::new()),
            ClerkStep::Registering(stage) => match stage {
                Stage::Username => Self::Username(naming::State::new(view)),
                Stage::Password => Self::Password(password::State::for_new_account()),
                Stage::Email => Self::Email(email::State::new(view)),
                Stage::Language => Self::Language(language::State::new(view)),
                Stage::Captcha(_) => Self::Captcha(twice::State::new(view)),
                Stage::Terms => Self::Terms(terms::State::new()),
                Stage::Codes { .. } => Self::Codes(codes::State::new(view)),
                Stage::Questions => Self::Questions(enrol::State::new(view)),
                Stage::Review => Self::Review,
            },
            _ => return None,
        })
    }

    /// Whether it is the screen of this step.
    pub const fn fits(&self, step: &ClerkStep) -> bool {
        match (self, step) {
            (Self::Conditions(_), ClerkStep::Conditions { .. })
            | (Self::Personal(_), ClerkStep::PersonalData { .. }) => true,
            (state, ClerkStep::Registering(stage)) => matches!(
                (state, stage),
                (Self::Username(_), Stage::Username)
                    | (Self::Password(_), Stage::Password)
                    | (Self::Email(_), Stage::Email)
                    | (Self::Language(_), Stage::Language)
                    | (Self::Captcha(_), Stage::Captcha(_))
                    | (Self::Terms(_), Stage::Terms)
                    | (Self::Codes(_), Stage::Codes { .. })
                    | (Self::Questions(_), Stage::Questions)
                    | (Self::Review, Stage::Review)
            ),
            _ => false,
        }
    }

    /// Who is to act.
    pub const fn owner(&self) -> Side {
        match self {
            Self::Conditions(_) | Self::Personal(_) => Side::Clerk,
            _ => Side::Applicant,
        }
    }

    /// The clerk's attestation, at the step where it can be given.
    pub const fn attest(&self) -> Option<&attest::State> {
        match self {
            Self::Captcha(state) => Some(state.attest()),
            _ => None,
        }
    }

    /// The control that has the keyboard when the step opens.
    pub fn first(&self) -> Option<Id> {
        match self {
            Self::Conditions(state) => state.first(),
            Self::Review => None,
            Self::Personal(state) => Some(state.first()),
            Self::Username(state) => Some(state.first()),
            Self::Password(state) => Some(state.first()),
            Self::Email(state) => Some(state.first()),
            Self::Language(state) => state.first(),
            Self::Captcha(state) => Some(state.first()),
            Self::Terms(state) => Some(state.first()),
            Self::Codes(state) => Some(state.first()),
            Self::Questions(state) => Some(state.first()),
        }
    }

    /// What happened.
    pub fn update(&mut self, message: Message, views: &Views) -> Action {
        let view = &views.applicant;
        match (self, message) {
            (Self::Questions(state), Message::Back) if state.is_inside() => state.update(enrol::Message::Before, view),
            (Self::Conditions(state), Message::Back) => state.back(views),
            (_, Message::Back) => Action::Ask(Request::Back),
            (_, Message::HandOver) => Action::HandOver,
            (Self::Conditions(state), Message::Conditions(message)) => state.update(message, views),
            (Self::Personal(state), Message::Personal(message)) => {
                state.update(message, personal::wanted(&views.clerk))
            }
            (Self::Username(state), Message::Username(message)) => state.update(message, view),
            (Self::Password(state), Message::Password(message)) => state.update(message, view),
            (Self::Email(state), Message::Email(message)) => state.update(message),
            (Self::Language(state), Message::Language(message)) => state.update(message),
            (Self::Captcha(state), Message::Captcha(message)) => state.update(message),
            (Self::Terms(state), Message::Terms(message)) => state.update(message, view),
            (Self::Codes(state), Message::Codes(message)) => state.update(message, view),
            (Self::Questions(state), Message::Questions(message)) => state.update(message, view),
            (Self::Review, Message::Review(message)) => review::update(message),
            _ => Action::None,
        }
    }

    /// The desk has new views of the same step, and refused what was asked where `refusal` says so.
    pub fn refreshed(&mut self, views: &Views, refusal: Option<Refusal>) -> Option<Id> {
        match self {
            Self::Language(_) | Self::Review => None,
            Self::Conditions(state) => state.refreshed(views, refusal),
            Self::Personal(state) => state.refused(refusal),
            Self::Username(state) => state.refused(refusal),
            Self::Password(state) => state.refused(refusal),
            Self::Email(state) => state.refused(refusal),
            Self::Captcha(state) => state.refreshed(&views.applicant, refusal),
            Self::Terms(state) => state.refused(refusal),
            Self::Codes(state) => state.refreshed(&views.applicant, refusal),
            Self::Questions(state) => state.refused(refusal),
        }
    }

    /// The desk gave no answer to what it was asked.
    pub fn unanswered(&mut self) {
        if let Self::Username(state) = self {
            state.unanswered();
        }
    }

    /// The clerk's stage.
    pub fn clerk<'a>(&'a self, scene: Scene, view: &'a ClerkView, busy: bool) -> Element<'a, Message> {
        match self {
            Self::Conditions(state) => state.clerk(scene, view, busy).map(Message::Conditions),
            Self::Personal(state) => state.clerk(scene, view, busy).map(Message::Personal),
            Self::Captcha(state) if state.attest().is_open() => {
                let attest = state.attest().clerk(scene, busy);
                attest.map(|message| Message::Captcha(twice::Message::Attest(message)))
            }
            _ => clerk::waiting(scene, view),
        }
    }

    /// The applicant's page; none where it is the clerk's turn.
    pub fn applicant<'a>(
        &'a self,
        scene: Scene,
        views: &'a Views,
        platform: PlatformNames<'_>,
        busy: bool,
    ) -> Option<[Element<'a, Message>; 3]> {
        let view = &views.applicant;
        let [task, help, foot] = match self {
            Self::Conditions(_) | Self::Personal(_) => return None,
            Self::Username(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Username)),
            Self::Password(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Password)),
            Self::Email(state) => state.applicant(scene, busy).map(|part| part.map(Message::Email)),
            Self::Language(state) => state.applicant(scene, busy).map(|part| part.map(Message::Language)),
            Self::Captcha(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Captcha)),
            Self::Terms(state) => {
                let parts = state.applicant(scene, view, platform, busy);
                parts.map(|part| part.map(Message::Terms))
            }
            Self::Codes(state) => state.applicant(scene, view, busy).map(|part| part.map(Message::Codes)),
            Self::Questions(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Questions)),
            Self::Review => review::applicant(scene, view, busy).map(|part| part.map(Message::Review)),
        };
        let back = kit::button(scene.look, scene.texts.action_back()).on_press_maybe((!busy).then_some(Message::Back));
        Some([task, help, actions(scene, back, foot)])
    }

    /// What Enter does where no control takes it.
    pub fn primary(&self) -> Message {
        match self {
            Self::Conditions(state) => Message::Conditions(state.primary()),
            Self::Personal(_) => Message::Personal(personal::Message::Submit),
            Self::Username(_) => Message::Username(naming::Message::Submit),
            Self::Password(_) => Message::Password(password::Message::Submit),
            Self::Email(_) => Message::Email(email::Message::Submit),
            Self::Language(_) => Message::Language(language::Message::Submit),
            Self::Captcha(_) => Message::Captcha(twice::Message::Submit),
            Self::Terms(_) => Message::Terms(terms::Message::Submit),
            Self::Codes(_) => Message::Codes(codes::Message::Submit),
            Self::Questions(_) => Message::Questions(enrol::Message::Submit),
            Self::Review => Message::Review(review::Message::Submit),
        }
    }

    /// Whoever was to approve did not prove who they are.
    pub fn not_vouched(&mut self, why: SignInRefusal) -> Option<Id> {
        match self {
            Self::Conditions(state) => state.not_vouched(why),
            _ => None,
        }
    }

    /// The number is the clerk's own.
    pub fn own_identity(&mut self) -> Option<Id> {
        match self {
            Self::Personal(state) => Some(state.own_identity()),
            _ => None,
        }
    }

    /// Which of the steps is current, from 0.
    pub const fn place(&self) -> usize {
        match self {
            Self::Conditions(_) => 0,
            Self::Personal(_) | Self::Username(_) => 1,
            Self::Password(_) => 2,
            Self::Email(_) => 3,
            Self::Language(_) => 4,
            Self::Captcha(_) => 5,
            Self::Terms(_) => 6,
            Self::Codes(_) => 7,
            Self::Questions(_) => 8,
            Self::Review => 9,
        }
    }
}

/// How many steps the full way has: the review makes the account.
pub const STEPS: usize = 10;

/// The title of a page and its sentence.
fn heading<'a, Message: 'a>(scene: Scene, title: String, sentence: String) -> Element<'a, Message> {
    let look = scene.look;
    Column::with_children([
        kit::title(look, title).into(),
        kit::body(look, sentence).color(look.palette.text_2).into(),
        Space::new().height(12).into(),
    ])
    .into()
}

/// A page of another step than the view's: for the moment between two answers.
fn nothing<'a, Message: 'a>() -> [Element<'a, Message>; 3] {
    [Space::new().into(), Space::new().into(), Space::new().into()]
}
