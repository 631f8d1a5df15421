//! The pages that are open while no visit is, and the ways from them into one.

use iced::Task;

use crate::domain::fact::Flow;
use crate::ui::screen::start::{self, Page};

use super::{App, Message, Stage};

impl App {
    pub(super) fn on_start(&mut self, message: start::Message) -> Task<Message> {
        match message {
            start::Message::Begin(flow) => self.begin(flow),
            start::Message::TrySignIn => self.open_card(),
            start::Message::Page(page) => self.turn_to(page),
            start::Message::Resume => self.resume(),
            start::Message::GiveUp => self.give_up(),
            start::Message::Stop(message) => self.on_stop(message),
            start::Message::Supervise => self.open_supervision(),
        }
    }

    /// Opens a page, and gives its first control the keyboard.
    pub(super) fn turn_to(&mut self, page: Page) -> Task<Message> {
        let turned = std::mem::replace(&mut self.page, page) != page;
        match page {
            // The kind is chosen by arrows, which keep the keyboard where it is.
            Page::Services(_) if !turned => Task::none(),
            _ => self.focus_first(),
        }
    }

    /// What the digit of a door leads to.
    pub(super) fn door(&mut self, number: u8) -> Task<Message> {
        if !matches!(self.stage, Stage::Start) {
            return Task::none();
        }
        if self.supervision.is_some() {
            return Task::none();
        }
        match (self.page, number) {
            (Page::Doors, 1) => self.begin(Flow::ForgottenPassword),
            (Page::Doors, 2) => self.open_card(),
            (Page::Doors, 3) => self.turn_to(Page::HadAccount),
            (Page::Doors, 4) => self.turn_to(Page::SERVICES),
            (Page::Doors, 5) => self.open_supervision(),
            (Page::Doors, 6) => self.begin(Flow::Supervised),
            (Page::Doors, 7) => self.turn_to(Page::StopMobile),
            (Page::HadAccount, 1) => self.begin(Flow::ForgottenUsername),
            (Page::HadAccount, 2) => self.begin(Flow::NewUser),
            (Page::LeftOpen, 1) => self.resume(),
            (Page::LeftOpen, 2) => self.give_up(),
            _ => Task::none(),
        }
    }

    pub(super) fn start_primary(&mut self) -> Task<Message> {
        if self.supervision.is_some() {
            return Task::none();
        }
        match self.page {
            Page::Doors => self.begin(Flow::ForgottenPassword),
            Page::StopMobile => self.stop_mobile_change(),
            // A question is answered by one of its answers.
            Page::HadAccount | Page::Services(_) | Page::LeftOpen => Task::none(),
        }
    }
}
