//! The applicant sees the user name again, or takes a new one.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::{ApplicantView, Request};
use crate::domain::recovery::Refusal;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::{option_row, stage, turn};

use super::Action;

/// What was chosen so far.
#[derive(Debug, Default)]
pub struct State {}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The name is to be shown.
    See,
    /// The screen changes hands.
    HandOver,
}

impl State {
    /// Nothing is chosen yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::See => Action::Ask(Request::ShowUsername),
            Message::HandOver => Action::HandOver,
        }
    }

    /// The desk refused the name.
    pub fn refused(&mut self, _refusal: Option<Refusal>) -> Option<Id> {
        None
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, _view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let task = Column::with_children([
            kit::title(look, texts.username_title()).into(),
            kit::body(look, texts.username_sentence())
                .color(look.palette.text_2)
                .into(),
            Space::new().height(16).into(),
            option_row(
                scene,
                Icon::Eye,
                texts.username_see(),
                texts.username_see_what(),
                (!busy).then_some(Message::See),
            ),
        ])
        .spacing(12);
        [task.into(), Space::new().into(), Space::new().into()]
    }
}

/// The clerk's stage: whose turn it is, and nothing of the user name.
pub fn clerk<'a>(scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let content = Column::with_children([
        turn(scene, texts.questions_clerk_turn(), None),
        kit::note(look, Tone::Info, texts.username_clerk_then())
            .icon(Icon::EyeOff)
            .into(),
    ])
    .spacing(16);
    let hand_over = kit::button(look, texts.action_hand_over())
        .primary()
        .icon(Icon::TwoScreens)
        .key("F8")
        .on_press(Message::HandOver);
    stage(
        scene,
        texts.username_clerk_title(),
        texts.username_clerk_sentence(),
        content,
        Space::new(),
        hand_over,
    )
}
