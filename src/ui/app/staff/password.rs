//! Whoever is here chooses a password of their own.

use std::sync::Arc;

use iced::Task;

use crate::desk::staff::{PasswordRefusal, SignInRefusal};
use crate::ui::kit;
use crate::ui::screen::staff::change::{self, Fault};
use crate::ui::screen::staff::pair;

use super::{App, AppMessage, Message, Page};

impl App {
    pub(super) fn open_password(&mut self, must: bool) -> Task<AppMessage> {
        let Some(staff) = self.desk.staff() else {
            return self.look_at_the_seat();
        };
        self.cover = None;
        let state = change::State::new(&staff, self.desk.policy().password.clone(), must);
        let first = state.first();
        self.keeper.page = Some(Page::Password(Box::new(state)));
        kit::focus::to(first)
    }

    pub(super) fn on_password(&mut self, message: change::Message) -> Task<AppMessage> {
        let Some(Page::Password(state)) = &mut self.keeper.page else {
            return Task::none();
        };
        if self.keeper.busy {
            return Task::none();
        }
        self.desk.touch();
        match state.update(message) {
            change::Action::None => Task::none(),
            change::Action::Focus(field) => kit::focus::to(field),
            change::Action::Close => self.open_desk(),
            change::Action::SignOut => self.sign_out(),
            change::Action::Change {
                current,
                password,
                repeat,
            } => {
                self.change_begins();
                self.fault = None;
                let desk = self.desk.clone();
                let change = async move { desk.change_own_password(current, password, repeat).await };
                Task::perform(change, |result| {
                    AppMessage::Staff(Message::Changed(result.map_err(Arc::new)))
                })
            }
        }
    }

    pub(super) fn changed(&mut self, result: Result<(), PasswordRefusal>) -> Task<AppMessage> {
        self.keeper.busy = false;
        self.now = self.desk.now();
        let rules = self.desk.policy().password.clone();
        let (Some(Page::Password(state)), Some(staff)) = (&mut self.keeper.page, &self.keeper.seated) else {
            return Task::none();
        };
        let field = match result {
            Ok(()) => {
                state.saved(staff, rules);
                return kit::focus::none();
            }
            Err(PasswordRefusal::Old(SignInRefusal::Paused { until })) => state.refused(Fault::Paused { until }),
            Err(PasswordRefusal::Old(_)) => state.refused(Fault::Wrong),
            Err(PasswordRefusal::UsedBefore) => state.not_taken(pair::Fault::UsedBefore),
            Err(PasswordRefusal::Faults(faults)) => state.not_taken(faults.into()),
        };
        kit::focus::to(field)
    }
}
