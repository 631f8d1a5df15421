//! A supervisor signs in beside the clerk and approves: first the clerk says whom and why, then the supervisor types.
//! The same form, without the first part, for a second supervisor; and with another first part for somebody who registers
//! and of whom the registry does not know all.

mod accept;
mod plea;
mod sign;

use iced::Element;
use iced::advanced::widget::Id;

use crate::desk::{ClerkView, Request, SignInRefusal};
use crate::domain::recovery::Refusal;
use crate::domain::recovery::approval::ApprovalRefusal;
use crate::domain::supervised::{Obstacle, Plea, UnknownReason};
use crate::ui::scene::Scene;

use super::Action;

/// Where the form stands.
#[derive(Debug)]
pub struct State {
    about: About,
    sign: sign::State,
    part: Part,
}

/// What is to be approved.
#[derive(Debug)]
enum About {
    /// A recovery.
    Recovery(plea::State),
    /// What the registry does not know of somebody who registers.
    Unknown(accept::State),
}

/// What the supervisor is asked.
enum Asked {
    Recovery(Plea),
    Unknown(UnknownReason),
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
    /// The same where the registry does not know.
    Reason(usize),
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
            about: About::Recovery(plea::State::new(again)),
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

    /// The form where the registry does not know.
    pub fn unknown() -> Self {
        Self {
            about: About::Unknown(accept::State::default()),
            ..Self::new(false)
        }
    }

    /// Whether its first part is open.
    pub const fn is_at_the_start(&self) -> bool {
        matches!(self.part, Part::Plea)
    }

    /// Whether it is the form of a second supervisor.
    pub const fn is_second(&self) -> bool {
        matches!(self.part, Part::Second)
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        match (self.part, &self.about) {
            (Part::Plea, About::Recovery(_)) => plea::first(),
            (Part::Plea, About::Unknown(_)) => accept::first(),
            (Part::Sign | Part::Second, _) => sign::first(),
        }
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Plea(message) => match &mut self.about {
                About::Recovery(plea) => plea.update(message),
                About::Unknown(_) => Action::None,
            },
            Message::Reason(place) => {
                if let About::Unknown(accept) = &mut self.about {
                    accept.choose(place);
                }
                Action::None
            }
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
            return match self.read() {
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
        match self.read() {
            Ok(Asked::Recovery(plea)) => Action::Ask(Request::Approve { by, password, plea }),
            Ok(Asked::Unknown(reason)) => Action::Ask(Request::ApproveUnknown { by, password, reason }),
            Err(_) => self.open(Part::Plea),
        }
    }

    /// What the supervisor is asked, or the control at which something is missing.
    fn read(&mut self) -> Result<Asked, Id> {
        match &mut self.about {
            About::Recovery(plea) => plea.read().map(Asked::Recovery),
            About::Unknown(accept) => accept.read().map(Asked::Unknown),
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
                return Some(match &mut self.about {
                    About::Recovery(plea) => plea.refused(why),
                    About::Unknown(accept) => accept.refused(why),
                });
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
    pub fn clerk<'a>(&'a self, scene: Scene, view: &ClerkView, busy: bool) -> Element<'a, Message> {
        match (self.part, &self.about) {
            (Part::Plea, About::Recovery(plea)) => plea.clerk(scene),
            (Part::Plea, About::Unknown(accept)) => accept.clerk(scene, view),
            (Part::Sign, _) => self.sign.clerk(scene, busy, false),
            (Part::Second, _) => self.sign.clerk(scene, busy, true),
        }
    }
}
