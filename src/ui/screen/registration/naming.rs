//! The applicant chooses a user name for the new account.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::Column;

use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::applicant::Username;
use crate::domain::recovery::Refusal;
use crate::ui::kit::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;
use crate::ui::screen::username::naming::{self, Naming};

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    naming: Naming,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A name was typed, or one of those suggested was pressed.
    Typed(String),
    /// Whether the name is free.
    Check,
    /// The name is to be taken.
    Submit,
}

impl State {
    /// With the name that was chosen before the applicant went back.
    pub fn new(view: &ApplicantView) -> Self {
        let mut state = Self::default();
        if let ApplicantStep::Username { typed: Some(typed), .. } = &view.step {
            state.naming.typed(typed.as_str().to_owned());
        }
        state
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        self.naming.first()
    }

    /// What happened.
    pub fn update(&mut self, message: Message, view: &ApplicantView) -> Action {
        match message {
            Message::Typed(typed) => {
                self.naming.typed(typed);
                Action::None
            }
            Message::Check => self.ask(view, Request::CheckUsername),
            Message::Submit => self.ask(view, Request::Username),
        }
    }

    fn ask(&mut self, view: &ApplicantView, request: fn(Username) -> Request) -> Action {
        let ApplicantStep::Username { rules, .. } = &view.step else {
            return Action::None;
        };
        match self.naming.chosen(rules) {
            Some(name) => Action::Ask(request(name)),
            None => Action::Focus(self.first()),
        }
    }

    /// The desk refused the name, or has nothing against it.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let why = match refusal {
            Some(Refusal::Username(why)) => Some(why),
            _ => None,
        };
        self.naming.answered(why).then(|| self.first())
    }

    /// The desk gave no answer.
    pub fn unanswered(&mut self) {
        self.naming.unanswered();
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let ApplicantStep::Username { suggestions, rules, .. } = &view.step else {
            return super::nothing();
        };
        let check = kit::button(look, texts.username_check())
            .icon(Icon::Search)
            .on_press_maybe((!busy).then_some(Message::Check));
        let task = Column::with_children([
            super::heading(
                scene,
                texts.registration_username_title(),
                texts.registration_username_sentence(),
            ),
            self.naming.field(scene, rules, Message::Typed, Message::Submit),
            check.into(),
        ])
        .spacing(8);
        let help = Column::with_children([
            self.naming.rules(scene, rules),
            naming::suggested(scene, suggestions, Message::Typed),
        ])
        .spacing(20);
        let next = kit::button(look, texts.action_next())
            .primary()
            .icon_after(Icon::ArrowForward)
            .busy_maybe(busy.then(|| texts.username_checking()))
            .on_press(Message::Submit);
        [task.into(), help.into(), next.into()]
    }
}
