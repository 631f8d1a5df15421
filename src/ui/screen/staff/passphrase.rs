//! The passphrase of a data key that is wrapped in one: asked before anything is opened.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::domain::secret::{ExposeSecret, Secret};
use crate::i18n::sentences::Trouble;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;

const PASSPHRASE: &str = "staff-passphrase";

/// What was typed, and what came of it.
#[derive(Debug, Default)]
pub struct State {
    passphrase: Secret,
    shown: bool,
    fault: Option<Fault>,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Empty,
    Wrong,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The passphrase was typed.
    Typed(Secret),
    /// It is to be shown or hidden.
    Shown,
    /// It is typed.
    Submit,
    /// The program is to be closed.
    Quit,
}

/// What the page asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard belongs into this control.
    Focus(Id),
    /// Unwrap the key.
    Open(Secret),
    /// Close the program.
    Quit,
}

impl State {
    /// An empty field.
    pub fn new() -> Self {
        Self::default()
    }

    /// The control that begins.
    pub const fn first() -> Id {
        Id::new(PASSPHRASE)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(typed) => {
                self.passphrase = typed;
                self.fault = None;
                Action::None
            }
            Message::Shown => {
                self.shown = !self.shown;
                Action::None
            }
            Message::Submit if self.passphrase.expose_secret().is_empty() => {
                self.fault = Some(Fault::Empty);
                Action::Focus(Self::first())
            }
            Message::Submit => {
                self.shown = false;
                Action::Open(std::mem::take(&mut self.passphrase))
            }
            Message::Quit => Action::Quit,
        }
    }

    /// It did not unwrap the key. Returns the control to which the keyboard belongs.
    pub fn refused(&mut self) -> Id {
        self.fault = Some(Fault::Wrong);
        Self::first()
    }

    /// The page. `trouble` is why the desk could not be opened though the passphrase was right.
    pub fn view(&self, scene: Scene, busy: bool, trouble: Option<&Trouble>) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let reveal = if self.shown {
            texts.action_hide()
        } else {
            texts.action_show()
        };
        let fault = self.fault.map(|fault| match fault {
            Fault::Empty => texts.passphrase_error_empty(),
            Fault::Wrong => texts.passphrase_error_wrong(),
        });
        let passphrase = field(look, texts.passphrase(), self.passphrase.expose_secret())
            .id(PASSPHRASE)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.shown, reveal, Message::Shown)
            .error(fault)
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit(Message::Submit);
        let quit = kit::button(look, texts.passphrase_quit())
            .key(texts.key_escape())
            .on_press(Message::Quit);
        let open = kit::button(look, texts.passphrase_open())
            .primary()
            .busy_maybe(busy.then(|| texts.passphrase_opening()))
            .on_press(Message::Submit);
        let trouble = trouble.map(|Trouble { what, advice }| {
            let note = kit::note(look, Tone::Error, advice.clone()).title(what.clone());
            note.into()
        });
        let content = Column::with_children(trouble).extend([
            passphrase.into(),
            Space::new().height(8).into(),
            crate::ui::shell::actions(scene, quit, open),
        ]);
        super::page(
            scene,
            super::NARROW,
            Icon::PersonalKey,
            texts.passphrase_title(),
            texts.passphrase_sentence(),
            content,
        )
    }
}
