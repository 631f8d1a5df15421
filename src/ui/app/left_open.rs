//! Visits that were open when the program stopped: offered to their clerk before anything else begins.

use std::sync::Arc;

use iced::Task;

use crate::desk::{ClerkStep, DeskError, LeftOpen, SamePerson};
use crate::domain::id::VisitId;
use crate::ui::screen::start;

use super::{App, Message, Stage};

impl App {
    /// Asks the desk what can be resumed: at the start, and whenever another clerk is there.
    pub(super) fn look_for_left_open(&self) -> Task<Message> {
        let desk = self.desk.clone();
        Task::perform(async move { desk.left_open().await }, |result| {
            Message::LeftOpen(result.map_err(Arc::new))
        })
    }

    pub(super) fn found_left_open(&mut self, result: Result<Vec<LeftOpen>, Arc<DeskError>>) -> Task<Message> {
        match result {
            Ok(left) => self.left_open = left,
            Err(error) => self.fault = Some(error),
        }
        let asked = self.page == start::Page::LeftOpen;
        match self.stage {
            Stage::Start if asked || !self.left_open.is_empty() => self.turn_to(self.first_page()),
            _ => Task::none(),
        }
    }

    /// The page that is open when no visit is: what was left open comes first.
    pub(super) fn first_page(&self) -> start::Page {
        if self.left_open.is_empty() {
            start::Page::Doors
        } else {
            start::Page::LeftOpen
        }
    }

    /// The clerk says that the same person is there.
    pub(super) fn resume(&mut self) -> Task<Message> {
        let Some(left) = self.left_open.first().filter(|left| self.now < left.until) else {
            return Task::none();
        };
        let visit = left.view.visit;
        let desk = self.desk.clone();
        self.run(
            async move { desk.resume(visit, SamePerson).await.map(Box::new) },
            Message::Answered,
        )
    }

    /// The clerk says that they are not.
    pub(super) fn give_up(&mut self) -> Task<Message> {
        let Some(left) = self.left_open.first().filter(|_| !self.is_busy()) else {
            return Task::none();
        };
        let visit = left.view.visit;
        let completed = matches!(left.view.step, ClerkStep::Done { .. });
        self.list(left.view.reference, completed);
        self.no_longer_left(visit);
        self.show_start();
        let desk = self.desk.clone();
        Task::perform(async move { desk.next_visitor(visit).await }, |result| {
            Message::Forgotten(result.map_err(Arc::new))
        })
    }

    /// A visit is open again, or over.
    pub(super) fn no_longer_left(&mut self, visit: VisitId) {
        self.left_open.retain(|left| left.view.visit != visit);
    }
}
