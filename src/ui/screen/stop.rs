//! A change of a mobile is stopped. The answer is the same whether there is one or not, so that nobody learns at a desk
//! who has an account.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space};
use iced::{Element, Length};

use crate::desk::ChangeOf;
use crate::domain::applicant::IdentityNumber;
use crate::domain::id::Reference;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;

/// The field.
pub const FIRST: &str = "stop-of";

/// What was typed, and whether the desk has answered.
#[derive(Debug, Default)]
pub struct State {
    typed: String,
    fault: bool,
    done: bool,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A number or a reference was typed.
    Typed(String),
    /// It is to be stopped.
    Submit,
}

impl State {
    /// What was typed.
    pub fn typed(&mut self, typed: String) {
        *self = Self {
            typed,
            ..Self::default()
        };
    }

    /// What is to be stopped, where it can be read.
    pub fn read(&mut self) -> Option<ChangeOf> {
        let number = IdentityNumber::parse(&self.typed).ok().map(ChangeOf::Identity);
        let read = number.or_else(|| Reference::parse(&self.typed).map(ChangeOf::Reference));
        self.fault = read.is_none();
        read
    }

    /// The desk has answered. What was typed names a person, and goes.
    pub fn answered(&mut self) {
        *self = Self {
            done: true,
            ..Self::default()
        };
    }

    /// The clerk's page.
    pub fn clerk<'a>(&'a self, scene: Scene) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let of = field(look, texts.stop_field(), &self.typed)
            .id(FIRST)
            .icon(Icon::IdentityCard)
            .left_to_right()
            .longest(24)
            .error(self.fault.then(|| texts.stop_error()))
            .on_input(Message::Typed)
            .on_submit(Message::Submit);
        // A reference names nobody.
        let of = match Reference::parse(&self.typed) {
            Some(_) => of,
            None => of.veiled(),
        };
        let note = if self.done {
            kit::note(look, Tone::Good, texts.stop_done())
        } else {
            kit::note(look, Tone::Info, texts.stop_recorded())
        };
        let content = Column::with_children([of.into(), note.into()])
            .spacing(12)
            .width(Length::Fill);
        let stop = kit::button(look, texts.stop_submit())
            .primary()
            .icon(Icon::Pause)
            .key(texts.key_enter())
            .on_press(Message::Submit);
        stage(
            scene,
            texts.stop_title(),
            texts.stop_sentence(),
            content,
            Space::new(),
            stop,
        )
    }
}

/// The control that begins.
pub fn first() -> Id {
    Id::new(FIRST)
}
