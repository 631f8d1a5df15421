//! The visit ended without a change: the closing sentence, or time ran out.

use iced::Element;
use iced::widget::{Column, Space};

use crate::desk::{ApplicantStep, ApplicantView, ClerkStep, ClerkView};
use crate::domain::fact::{Ending, Flow};
use crate::i18n::Farewell;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;

use super::Action;

/// Nothing is typed here.
#[derive(Debug)]
pub struct State;

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The next visitor.
    Next,
    /// The same person, beside a supervisor.
    Supervised,
}

impl State {
    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Next => Action::Next,
            Message::Supervised => Action::Supervised,
        }
    }
}

/// The clerk's stage.
pub fn clerk<'a>(scene: Scene, view: &ClerkView) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let ClerkStep::Ended { ending } = view.step else {
        return Space::new().into();
    };
    let farewell = match (ending, view.flow) {
        (Ending::Closed, Flow::NewUser) => Farewell {
            title: texts.registration_clash_title(),
            advice: texts.registration_clash_do(),
            ..texts.ending_for_clerk(ending)
        },
        _ => texts.ending_for_clerk(ending),
    };
    let content = Column::with_children([
        kit::note(look, Tone::Warn, farewell.advice).into(),
        kit::message_line(look, Some(Icon::ShieldCheck), texts.ending_wiped(), false),
    ])
    .spacing(16);
    let again = kit::button(look, texts.done_next_applicant())
        .primary()
        .icon(Icon::PersonAdd)
        .key("F4")
        .on_press(Message::Next);
    // After every visit that ended, whatever ended it: the way to a supervisor tells nobody apart.
    let supervised = kit::button(look, texts.start_supervised())
        .icon(Icon::ShieldCheck)
        .on_press(Message::Supervised);
    stage(scene, farewell.title, farewell.what, content, supervised, again)
}

/// The applicant's page.
pub fn applicant<'a>(scene: Scene, view: &ApplicantView, flow: Flow) -> [Element<'a, Message>; 3] {
    let Scene { look, texts, .. } = scene;
    let ApplicantStep::Ended { ending } = view.step else {
        return [Space::new().into(), Space::new().into(), Space::new().into()];
    };
    let farewell = match (ending, flow) {
        (Ending::Closed, Flow::NewUser) => Farewell {
            title: texts.registration_clash_title(),
            advice: texts.registration_clash_do(),
            ..texts.ending_for_applicant(ending)
        },
        _ => texts.ending_for_applicant(ending),
    };
    let task = Column::with_children([
        kit::title(look, farewell.title).into(),
        kit::body(look, farewell.what).into(),
        kit::body(look, farewell.advice).color(look.palette.text_2).into(),
    ])
    .spacing(12);
    [task.into(), Space::new().into(), Space::new().into()]
}
