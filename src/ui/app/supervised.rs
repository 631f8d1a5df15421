//! The ways into a supervised recovery, and the page on which a change of a mobile is stopped.

use std::sync::Arc;

use iced::Task;
use iced::advanced::widget::Id;

use crate::desk::{DeskError, SignInRefusal};
use crate::domain::fact::Flow;
use crate::ui::kit;
use crate::ui::screen::{Screen, stop};

use super::{App, Message};

impl App {
    /// From a visit that ended without a change: the next one, of the same person, is a supervised one.
    pub(super) fn begin_supervised(&mut self) -> Task<Message> {
        let ended = self.end_visit();
        Task::batch([ended, self.begin(Flow::Supervised)])
    }

    pub(super) fn on_stop(&mut self, message: stop::Message) -> Task<Message> {
        match message {
            stop::Message::Typed(typed) => {
                self.stopping.typed(typed);
                Task::none()
            }
            stop::Message::Submit => self.stop_mobile_change(),
        }
    }

    pub(super) fn stop_mobile_change(&mut self) -> Task<Message> {
        let Some(of) = self.stopping.read() else {
            return kit::focus::to(stop::first());
        };
        let desk = self.desk.clone();
        Task::perform(async move { desk.stop_mobile_change(of).await }, |result| {
            Message::Stopped(result.map_err(Arc::new))
        })
    }

    pub(super) fn stopped(&mut self, result: Result<(), Arc<DeskError>>) -> Task<Message> {
        match result {
            Ok(()) => {
                self.fault = None;
                self.stopping.answered();
            }
            Err(error) => self.fault = Some(error),
        }
        Task::batch([self.look_at_the_desk(), kit::focus::to(stop::first())])
    }
}

/// Whoever was to approve did not prove who they are. Returns the field in which that is said.
pub(super) fn not_vouched(screen: &mut Screen, why: SignInRefusal) -> Option<Id> {
    match screen {
        Screen::Approval(screen) => Some(screen.not_vouched(why)),
        Screen::Registration(screen) => screen.not_vouched(why),
        _ => None,
    }
}
