//! The clerk attests that a person is in front of them, in the place of the image: why, and once more "yes". It stands
//! on the clerk's side of the image's step, in a recovery and in a registration.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::Request;
use crate::domain::presence::AttestationReason;
use crate::ui::kit::{self, Icon, Tone, possibility};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;
use crate::ui::theme::TypeStyle;

use super::Action;

const FIRST: &str = "attest-reason";
const WAY: &str = "attest-open";

/// Whether it is open, and which reason was chosen. None is until somebody chooses: a reason that is there already is
/// the one that everybody gives.
#[derive(Debug, Default)]
pub struct State {
    open: bool,
    chosen: Option<usize>,
    missing: bool,
}

/// What happens here.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// The clerk wants to attest.
    Open,
    /// A reason was chosen.
    Reason(usize),
    /// The clerk attests.
    Submit,
    /// Back to the image.
    Close,
}

impl State {
    /// Whether it stands on the clerk's stage.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// The control that begins, where it is open.
    pub fn first(&self) -> Option<Id> {
        self.open.then(|| Id::new(FIRST))
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Open => {
                self.open = true;
                Action::Focus(Id::new(FIRST))
            }
            Message::Reason(place) => {
                self.chosen = Some(place);
                self.missing = false;
                Action::None
            }
            Message::Submit => match self.chosen.and_then(|place| AttestationReason::ALL.get(place)) {
                Some(reason) => Action::Ask(Request::Attested(*reason)),
                None => {
                    self.missing = true;
                    Action::Focus(Id::new(FIRST))
                }
            },
            Message::Close => {
                *self = Self::default();
                Action::Focus(Id::new(WAY))
            }
        }
    }

    /// The clerk's stage while it is open.
    pub fn clerk<'a>(&self, scene: Scene, busy: bool) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let reasons = AttestationReason::ALL.iter().enumerate().map(|(place, reason)| {
            let words = possibility(texts.attestation_reason(*reason));
            if place == 0 { words.id(FIRST) } else { words }
        });
        let choice = kit::choice(
            look,
            texts.attest_reason(),
            reasons.collect(),
            self.chosen,
            Message::Reason,
        );
        // One place for what is recorded and for what is missing, so that nothing jumps.
        let note = if self.missing {
            kit::note(look, Tone::Error, texts.attest_error_empty())
        } else {
            kit::note(look, Tone::Info, texts.attest_recorded())
        };
        let content = Column::with_children([
            kit::text(look, TypeStyle::Label, texts.attest_reason()).into(),
            choice,
            Space::new().height(4).into(),
            note.into(),
        ])
        .spacing(8);
        let back = kit::button(look, texts.action_back())
            .key(texts.key_escape())
            .on_press_maybe((!busy).then_some(Message::Close));
        let attest = kit::button(look, texts.attest_submit())
            .primary()
            .key(texts.key_enter())
            .busy_maybe(busy.then(|| texts.action_saving()))
            .on_press(Message::Submit);
        stage(
            scene,
            texts.attest_title(),
            texts.attest_sentence(),
            content,
            back,
            attest,
        )
    }
}

/// The way here from the clerk's side of the image's step.
pub fn way<'a, Other: Clone + 'a>(scene: Scene, on_press: Other) -> Element<'a, Other> {
    kit::button(scene.look, scene.texts.attest_open())
        .icon(Icon::Hand)
        .id(WAY)
        .on_press(on_press)
        .into()
}
