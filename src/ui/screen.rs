//! One file a screen, each in the same order: state, `Message`, `new`, `update`, views, parts.
//!
//! A screen never swaps itself for another: its `update` returns an [`Action`] that names its outward story, and the
//! parent does the rest. What was typed lives in the screen's state, not in words, so that the language can change at
//! any step.

pub mod approval;
pub mod attest;
pub mod captcha;
pub mod code;
pub mod document;
pub mod done;
pub mod ended;
pub mod had_account;
pub mod identity;
pub mod key;
pub mod left_open;
pub mod password;
pub mod questions;
pub mod registration;
pub mod services;
mod side;
pub mod sign_in;
pub mod staff;
pub mod start;
pub mod stop;
pub mod supervision;
pub mod username;
pub mod welcome;

use iced::Element;
use iced::advanced::widget::Id;

use crate::desk::{ClerkStep, ClerkView, Request, Views};
use crate::domain::fact::Flow;
use crate::domain::legal::PlatformNames;
use crate::domain::recovery::Refusal;

use super::scene::Scene;

pub use side::Side;

/// What a screen asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The desk is to do this.
    Ask(Request),
    /// The keyboard belongs into this control.
    Focus(Id),
    /// What was typed is complete: the keyboard goes on to this control by itself.
    MoveOn(Id),
    /// The screen changes hands.
    HandOver,
    /// The next visitor.
    Next,
    /// The receipt of the visit.
    Receipt,
    /// The card on which a password is tried.
    TrySignIn,
    /// A long text is turned by a page.
    PageDown(Id),
    /// The visit is over; a supervised one begins.
    Supervised,
    /// Back, step by step, to where something is to be changed.
    BackTo(registration::Target),
}

/// The screen of a visit's step.
#[derive(Debug)]
pub enum Screen {
    /// The document is to be seen.
    Document(document::State),
    /// The characters of an image.
    Captcha(captcha::State),
    /// A supervisor's approval.
    Approval(approval::State),
    /// Identity and mobile.
    Identity(identity::State),
    /// The security questions.
    Questions(questions::State),
    /// The code.
    Code(code::State),
    /// The new password.
    Password(password::State),
    /// The user name: see it, or take another.
    Username(username::State),
    /// A step of a registration.
    Registration(registration::State),
    /// Done.
    Done(done::State),
    /// Ended otherwise.
    Ended(ended::State),
}

/// What happens on a screen.
#[derive(Clone, Debug)]
pub enum Message {
    /// On the document's.
    Document(document::Message),
    /// On the image's.
    Captcha(captcha::Message),
    /// On the supervisor's.
    Approval(approval::Message),
    /// On identity and mobile.
    Identity(identity::Message),
    /// On the questions'.
    Questions(questions::Message),
    /// On the code's.
    Code(code::Message),
    /// On the password's.
    Password(password::Message),
    /// On the user name's.
    Username(username::Message),
    /// On a step of a registration.
    Registration(registration::Message),
    /// On the last one.
    Done(done::Message),
    /// On the one after it ended otherwise.
    Ended(ended::Message),
}

impl Screen {
    /// The screen of the step that a visit has reached.
    pub fn of(views: &Views) -> Self {
        match &views.clerk.step {
            ClerkStep::Document => Self::Document(document::State::new()),
            ClerkStep::Captcha(_) => Self::Captcha(captcha::State::new(&views.applicant)),
            ClerkStep::Approval { again } => Self::Approval(approval::State::new(*again)),
            ClerkStep::Second => Self::Approval(approval::State::second()),
            ClerkStep::Identity => Self::Identity(identity::State::new(views.clerk.flow)),
            ClerkStep::Questions { count, .. } => {
                let found = views.clerk.flow == Flow::NewUser;
                Self::Questions(questions::State::new(*count).found(found))
            }
            ClerkStep::Code(_) => Self::Code(code::State::new()),
            ClerkStep::Password => Self::Password(password::State::new()),
            ClerkStep::UsernameChoice => Self::Username(username::State::new()),
            ClerkStep::Done { outcome, .. } => Self::Done(done::State::new(*outcome)),
            ClerkStep::Conditions { .. } | ClerkStep::PersonalData { .. } | ClerkStep::Registering(_) => {
                registration::State::of(views).map_or(Self::Ended(ended::State), Self::Registration)
            }
            ClerkStep::Ended { .. } => Self::Ended(ended::State),
        }
    }

    /// Who is to act.
    pub const fn owner(&self) -> Side {
        match self {
            Self::Captcha(_) | Self::Questions(_) | Self::Code(_) | Self::Password(_) | Self::Username(_) => {
                Side::Applicant
            }
            Self::Registration(state) => state.owner(),
            Self::Done(state) => state.owner(),
            Self::Document(_) | Self::Approval(_) | Self::Identity(_) | Self::Ended(_) => Side::Clerk,
        }
    }

    /// Whether it is the screen of this step.
    pub const fn fits(&self, step: &ClerkStep) -> bool {
        if let Self::Registration(state) = self {
            return state.fits(step);
        }
        if let Self::Approval(state) = self {
            return match step {
                ClerkStep::Approval { .. } => !state.is_second(),
                ClerkStep::Second => state.is_second(),
                _ => false,
            };
        }
        matches!(
            (self, step),
            (Self::Document(_), ClerkStep::Document)
                | (Self::Captcha(_), ClerkStep::Captcha(_))
                | (Self::Identity(_), ClerkStep::Identity)
                | (Self::Questions(_), ClerkStep::Questions { .. })
                | (Self::Code(_), ClerkStep::Code(_))
                | (Self::Password(_), ClerkStep::Password)
                | (Self::Username(_), ClerkStep::UsernameChoice)
                | (Self::Done(_), ClerkStep::Done { .. })
                | (Self::Ended(_), ClerkStep::Ended { .. })
        )
    }

    /// The clerk's attestation, where it is open.
    fn attest(&self) -> Option<&attest::State> {
        let attest = match self {
            Self::Captcha(state) => Some(state.attest()),
            Self::Registration(state) => state.attest(),
            _ => None,
        };
        attest.filter(|attest| attest.is_open())
    }

    /// What happens on the clerk's open attestation, as a message of this screen.
    fn attesting(&self, message: attest::Message) -> Option<Message> {
        self.attest()?;
        Some(match self {
            Self::Registration(_) => {
                let message = registration::twice::Message::Attest(message);
                Message::Registration(registration::Message::Captcha(message))
            }
            _ => Message::Captcha(captcha::Message::Attest(message)),
        })
    }

    /// The control that has the keyboard when the screen opens on `side`.
    pub fn first(&self, side: Side) -> Option<Id> {
        match (self, side) {
            (Self::Captcha(_) | Self::Registration(_), Side::Clerk) if self.attest().is_some() => {
                self.attest().and_then(attest::State::first)
            }
            (Self::Document(state), Side::Clerk) => Some(state.first()),
            (Self::Captcha(state), Side::Applicant) => Some(state.first()),
            (Self::Approval(state), Side::Clerk) => Some(state.first()),
            (Self::Identity(state), Side::Clerk) => Some(state.first()),
            (Self::Questions(state), Side::Applicant) => Some(state.first()),
            (Self::Code(state), Side::Applicant) => Some(state.first()),
            (Self::Password(state), Side::Applicant) => Some(state.first()),
            (Self::Username(state), Side::Applicant) => state.first(),
            (Self::Registration(state), side) if state.owner() == side => state.first(),
            _ => None,
        }
    }

    /// What happened on the screen.
    pub fn update(&mut self, message: Message, views: &Views) -> Action {
        match (self, message) {
            (Self::Document(state), Message::Document(message)) => state.update(message),
            (Self::Captcha(state), Message::Captcha(message)) => state.update(message),
            (Self::Approval(state), Message::Approval(message)) => state.update(message),
            (Self::Identity(state), Message::Identity(message)) => state.update(message),
            (Self::Questions(state), Message::Questions(message)) => state.update(message),
            (Self::Code(state), Message::Code(message)) => state.update(message, &views.applicant),
            (Self::Password(state), Message::Password(message)) => state.update(message, &views.applicant),
            (Self::Username(state), Message::Username(message)) => state.update(message, &views.applicant),
            (Self::Registration(state), Message::Registration(message)) => state.update(message, views),
            (Self::Done(state), Message::Done(message)) => state.update(message),
            (Self::Ended(state), Message::Ended(message)) => state.update(message),
            _ => Action::None,
        }
    }

    /// The desk has new views of the same step, and refused what was asked where `refusal` says so.
    /// Returns the control into which the keyboard belongs, where it moves.
    pub fn refreshed(&mut self, views: &Views, refusal: Option<Refusal>) -> Option<Id> {
        match self {
            Self::Captcha(state) => state.refreshed(&views.applicant, refusal),
            Self::Approval(state) => state.refused(refusal),
            Self::Identity(state) => state.refused(refusal),
            Self::Questions(state) => state.refused(refusal),
            Self::Code(state) => state.refreshed(&views.applicant, refusal),
            Self::Password(state) => state.refused(refusal),
            Self::Username(state) => state.refused(refusal),
            Self::Registration(state) => state.refreshed(views, refusal),
            Self::Document(_) | Self::Done(_) | Self::Ended(_) => None,
        }
    }

    /// The number that was given is the clerk's own. Returns the field in which it stands.
    pub fn own_identity(&mut self) -> Option<Id> {
        match self {
            Self::Identity(state) => Some(state.own_identity()),
            Self::Registration(state) => state.own_identity(),
            _ => None,
        }
    }

    /// The clerk's stage.
    pub fn clerk<'a>(&'a self, scene: Scene, view: &'a ClerkView, busy: bool) -> Element<'a, Message> {
        match self {
            Self::Document(state) => state.clerk(scene, busy).map(Message::Document),
            Self::Captcha(state) => state.clerk(scene, view, busy).map(Message::Captcha),
            Self::Approval(state) => state.clerk(scene, view, busy).map(Message::Approval),
            Self::Identity(state) => state.clerk(scene, busy).map(Message::Identity),
            Self::Questions(state) => state.clerk(scene, view, busy).map(Message::Questions),
            Self::Code(_) => code::clerk(scene, view).map(Message::Code),
            Self::Password(_) => password::clerk(scene).map(Message::Password),
            Self::Username(_) => username::clerk(scene).map(Message::Username),
            Self::Registration(state) => state.clerk(scene, view, busy).map(Message::Registration),
            Self::Done(_) => done::clerk(scene, view).map(Message::Done),
            Self::Ended(_) => ended::clerk(scene, view).map(Message::Ended),
        }
    }

    /// The applicant's page; none where it is the clerk's turn. `platform` is what legal texts call the platform.
    pub fn applicant<'a>(
        &'a self,
        scene: Scene,
        views: &'a Views,
        platform: PlatformNames<'_>,
        busy: bool,
    ) -> Option<[Element<'a, Message>; 3]> {
        let view = &views.applicant;
        Some(match self {
            Self::Captcha(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Captcha)),
            Self::Questions(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Questions)),
            Self::Code(state) => state.applicant(scene, view, busy).map(|part| part.map(Message::Code)),
            Self::Password(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Password)),
            Self::Username(state) => state
                .applicant(scene, view, busy)
                .map(|part| part.map(Message::Username)),
            Self::Registration(state) => {
                let parts = state.applicant(scene, views, platform, busy)?;
                parts.map(|part| part.map(Message::Registration))
            }
            Self::Done(state) => state.applicant(scene, view).map(|part| part.map(Message::Done)),
            Self::Ended(_) => ended::applicant(scene, view, views.clerk.flow).map(|part| part.map(Message::Ended)),
            Self::Document(_) | Self::Approval(_) | Self::Identity(_) => return None,
        })
    }

    /// What Enter does where no control takes it.
    pub fn primary(&self, side: Side) -> Option<Message> {
        if let Some(message) = self.attesting(attest::Message::Submit).filter(|_| side == Side::Clerk) {
            return Some(message);
        }
        Some(match (self, side) {
            (Self::Document(_), Side::Clerk) => Message::Document(document::Message::Submit),
            (Self::Captcha(_), Side::Applicant) => Message::Captcha(captcha::Message::Submit),
            (Self::Approval(_), Side::Clerk) => Message::Approval(approval::Message::Submit),
            (Self::Identity(_), Side::Clerk) => Message::Identity(identity::Message::Submit),
            (Self::Questions(_), Side::Applicant) => Message::Questions(questions::Message::Submit),
            (Self::Code(_), Side::Applicant) => Message::Code(code::Message::Submit),
            (Self::Password(_), Side::Applicant) => Message::Password(password::Message::Submit),
            (Self::Username(_), Side::Applicant) => Message::Username(username::Message::Submit),
            (Self::Done(state), Side::Applicant) if state.owner() == Side::Applicant => {
                Message::Done(done::Message::Noted)
            }
            (Self::Registration(state), side) if state.owner() == side => Message::Registration(state.primary()),
            (Self::Done(_), Side::Clerk) => Message::Done(done::Message::Next),
            (Self::Ended(_), Side::Clerk) => Message::Ended(ended::Message::Next),
            _ => return None,
        })
    }

    /// What Escape does; nothing where there is no way back.
    pub fn back(&self, side: Side) -> Option<Message> {
        if let Some(message) = self.attesting(attest::Message::Close).filter(|_| side == Side::Clerk) {
            return Some(message);
        }
        match (self, side) {
            (Self::Approval(_), Side::Clerk) => Some(Message::Approval(approval::Message::Back)),
            (Self::Username(state), Side::Applicant) if state.is_naming() => {
                Some(Message::Username(username::Message::Back))
            }
            (Self::Registration(state), side)
                if matches!(state.owner(), Side::Clerk) == matches!(side, Side::Clerk) =>
            {
                Some(Message::Registration(registration::Message::Back))
            }
            _ => None,
        }
    }

    /// The desk gave no answer to what it was asked.
    pub fn unanswered(&mut self) {
        match self {
            Self::Username(state) => state.unanswered(),
            Self::Registration(state) => state.unanswered(),
            _ => {}
        }
    }

    /// Whether the visit is over.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Done(_) | Self::Ended(_))
    }

    /// How many steps the flow of this screen has, for the bars.
    pub const fn steps(&self) -> usize {
        match self {
            Self::Registration(_) => registration::STEPS,
            _ => 6,
        }
    }

    /// Which of the steps is current, from 0, for rail and bars; the steps after the document.
    pub const fn place(&self) -> usize {
        match self {
            Self::Document(_) | Self::Captcha(_) | Self::Approval(_) => 0,
            Self::Identity(_) => 1,
            Self::Questions(_) => 2,
            Self::Code(_) => 3,
            Self::Password(_) | Self::Username(_) => 4,
            Self::Registration(state) => state.place(),
            Self::Done(_) | Self::Ended(_) => 5,
        }
    }
}
