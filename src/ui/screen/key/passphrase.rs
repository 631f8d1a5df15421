//! The passphrase of the data key, before anybody can sign in.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::screen::staff;

const PASSPHRASE: &str = "key-passphrase";

/// The longest wait after a wrong passphrase, in seconds.
const LONGEST_WAIT: u64 = 60;

/// What was typed, and what came of it.
#[derive(Debug, Default)]
pub struct State {
    typed: Secret,
    shown: bool,
    is_missing: bool,
    is_wrong: bool,
    /// How many were wrong since the program was started.
    wrong: u32,
    /// How many seconds it is until the next one is taken.
    wait: u64,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// It was typed.
    Typed(Secret),
    /// It is to be shown or hidden.
    Shown,
    /// It is typed.
    Submit,
}

/// What the page asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard belongs into this control.
    Focus(Id),
    /// Open the desk with it.
    Open(Secret),
}

impl State {
    /// The control that begins.
    pub const fn first() -> Id {
        Id::new(PASSPHRASE)
    }

    /// Seconds until the next one is taken.
    pub const fn wait(&self) -> u64 {
        self.wait
    }

    /// A second has passed.
    pub const fn tick(&mut self) {
        self.wait = self.wait.saturating_sub(1);
    }

    /// It was another one. Each makes the wait twice as long. Who has the file of the key tries elsewhere, without waiting;
    /// this is for whoever has the keyboard alone.
    pub fn refused(&mut self) {
        self.typed = Secret::default();
        self.is_wrong = true;
        self.wait = 1_u64.checked_shl(self.wrong).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
        self.wrong = self.wrong.saturating_add(1);
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(typed) => {
                self.typed = typed;
                self.is_missing = false;
                self.is_wrong = false;
            }
            Message::Shown => self.shown = !self.shown,
            Message::Submit if self.wait > 0 => {}
            Message::Submit if self.typed.expose_secret().is_empty() => {
                self.is_missing = true;
                return Action::Focus(Self::first());
            }
            Message::Submit => {
                self.shown = false;
                return Action::Open(std::mem::take(&mut self.typed));
            }
        }
        Action::None
    }

    /// The page.
    pub fn view(&self, scene: Scene, busy: bool) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let reveal = if self.shown {
            texts.action_hide()
        } else {
            texts.action_show()
        };
        let typed = field(look, texts.data_key_passphrase(), self.typed.expose_secret())
            .id(PASSPHRASE)
            .secret()
            .longest(256)
            .reveal(self.shown, reveal, Message::Shown)
            .error(self.is_missing.then(|| texts.data_key_passphrase_empty()))
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit(Message::Submit);
        let mut content = Column::with_children([typed.into()]).spacing(4);
        if self.is_wrong {
            let note = kit::note(look, Tone::Error, texts.data_key_wrong_do()).title(texts.data_key_passphrase_wrong());
            content = content.push(note).push(Space::new().height(12));
        }
        if self.wait > 0 {
            let wait = kit::countdown_box(look, Icon::Hourglass, texts.data_key_wait(), self.wait);
            content = content.push(wait).push(Space::new().height(12));
        }
        let open = kit::button(look, texts.data_key_open())
            .primary()
            .key(texts.key_enter())
            .fill()
            .busy_maybe(busy.then(|| texts.data_key_opening()))
            .on_press_maybe((self.wait == 0).then_some(Message::Submit));
        let (title, sentence) = (texts.data_key_title(), texts.data_key_sentence());
        staff::page(
            scene,
            staff::NARROW,
            Icon::PersonalKey,
            title,
            sentence,
            content.push(open),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_one_makes_the_wait_longer_up_to_a_minute() {
        let mut state = State::default();
        let mut waits = Vec::new();
        for _ in 0..70 {
            state.update(Message::Typed("wrong".into()));
            assert!(matches!(state.update(Message::Submit), Action::Open(_)));
            state.refused();
            waits.push(state.wait());
            state.update(Message::Typed("the next".into()));
            assert!(matches!(state.update(Message::Submit), Action::None), "while it waits");
            (0..state.wait()).for_each(|_| state.tick());
        }
        assert_eq!(waits[..8], [1, 2, 4, 8, 16, 32, 60, 60]);
        assert!(waits[8..].iter().all(|wait| *wait == 60));
    }
}
