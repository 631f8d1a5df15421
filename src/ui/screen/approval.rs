//! A supervisor signs in beside the clerk and approves: first the clerk says whom and why, then the supervisor types.
//! The same form, without the first part, for a second supervisor.

mod plea;
mod sign;

use iced::Element;
use iced::advanced::widget::Id;

use crate::desk::{Request, SignInRefusal};
use crate::domain::recovery::Refusal;
use crate::domain::recovery::approval::ApprovalRefusal;
use crate::domain::supervised::Obstacle;
use crate::ui::scene::Scene;

use super::Action;

/// Where the form stands.
#[derive(Debug)]
pub struct State {
    plea: plea::State,
    sign: sign::State,
    part: Part,
}

/// Which part of the form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Whom and why.
    Plea,
    /// The supervisor's number and password.
    Sign,
    /// Those of a second supervisor.
    Second,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// On the clerk's part.
    Plea(plea::Message),
    /// On the supervisor's part.
    Sign(sign::Message),
    /// Enter.
    Submit,
    /// Back to the clerk's part.
    Back,
}

impl State {
    /// An empty form. `again`: it was approved before, too long ago.
    pub fn new(again: bool) -> Self {
        Self {
            plea: plea::State::new(again),
            sign: sign::State::default(),
            part: Part::Plea,
        }
    }

    /// The form of a second supervisor.
    pub fn second() -> Self {
        Self {
            part: Part::Second,
            ..Self::new(false)
        }
    }

    /// Whether it is the form of a second supervisor.
    pub const fn is_second(&self) -> bool {
        matches!(self.part, Part::Second)
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        match self.part {
            Part::Plea => plea::first(),
            Part::Sign | Part::Second => sign::first(),
        }
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Plea(message) => self.plea.update(message),
            Message::Sign(message) => {
                self.sign.update(message);
                Action::None
            }
            Message::Back if self.part == Part::Sign => self.open(Part::Plea),
            Message::Back => Action::None,
            Message::Submit => self.submit(),
        }
    }

    fn open(&mut self, part: Part) -> Action {
        self.part = part;
        Action::Focus(self.first())
    }

    fn submit(&mut self) -> Action {
        if self.part == Part::Plea {
            return match self.plea.read() {
                Ok(_) => self.open(Part::Sign),
                Err(field) => Action::Focus(field),
            };
        }
        let (by, password) = match self.sign.read() {
            Ok(signed) => signed,
            Err(field) => return Action::Focus(field),
        };
        if self.part == Part::Second {
            return Action::Ask(Request::Second { by, password });
        }
        match self.plea.read() {
            Ok(plea) => Action::Ask(Request::Approve { by, password, plea }),
            Err(_) => self.open(Part::Plea),
        }
    }

    /// The desk refused the approval.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let Some(Refusal::Approval(why)) = refusal else {
            return None;
        };
        self.sign.forget();
        match why {
            ApprovalRefusal::Obstacle(why @ (Obstacle::NotSupervisor | Obstacle::OwnVisit | Obstacle::SamePerson)) => {
                self.sign.obstacle(why)
            }
            _ if self.part == Part::Second => self.sign.refused(why),
            _ => {
                self.part = Part::Plea;
                self.plea.refused(why);
            }
        }
        Some(self.first())
    }

    /// Whoever was to approve did not prove who they are.
    pub fn not_vouched(&mut self, why: SignInRefusal) -> Id {
        self.sign.not_vouched(why);
        sign::first()
    }

    /// The clerk's stage.
    pub fn clerk<'a>(&'a self, scene: Scene, busy: bool) -> Element<'a, Message> {
        match self.part {
            Part::Plea => self.plea.clerk(scene),
            Part::Sign => self.sign.clerk(scene, busy, false),
            Part::Second => self.sign.clerk(scene, busy, true),
        }
    }
}
