//! What keys do on the pages of staff.

use iced::Task;

use crate::ui::keymap::Command;
use crate::ui::kit;
use crate::ui::screen::Side;
use crate::ui::screen::staff::{change, sign_in};
use crate::ui::screen::welcome;

use super::{App, AppMessage, Page};

impl App {
    /// What a key does on a page of staff.
    pub(in crate::ui::app) fn command_before(&mut self, command: Command) -> Task<AppMessage> {
        let primary = matches!(command, Command::Primary);
        match (command, &self.keeper.page) {
            (Command::NextField, _) => kit::focus::next(),
            (Command::PreviousField, _) => kit::focus::previous(),
            (Command::Language, Some(Page::SetUp(_))) => self.speak_next(),
            (Command::Language, _) => self.change_language(Side::Clerk),
            (Command::Primary | Command::Back, Some(Page::SetUp(_))) => self.on_set_up(if primary {
                welcome::Message::Next
            } else {
                welcome::Message::Back
            }),
            (Command::Primary, Some(Page::SignIn(_))) => self.on_sign_in(sign_in::Message::Submit),
            (Command::Back, Some(Page::SignIn(state))) if !state.is_lock() => self.back_to_the_lock(),
            (Command::Primary | Command::Back, Some(Page::Password(_))) => self.on_password(if primary {
                change::Message::Submit
            } else {
                change::Message::Close
            }),
            _ => Task::none(),
        }
    }

    /// Nobody else signed in after all.
    fn back_to_the_lock(&mut self) -> Task<AppMessage> {
        match self.keeper.seated.clone() {
            Some(staff) if !self.keeper.busy => self.open_sign_in(sign_in::State::locked(staff.name)),
            _ => Task::none(),
        }
    }
}
