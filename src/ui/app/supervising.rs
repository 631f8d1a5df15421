//! The supervisor's pages: opened from the start page, fed from the ledger piece by piece.

use std::ops::Range;
use std::sync::Arc;

use iced::widget::Space;
use iced::{Element, Task};

use crate::desk::DeskError;
use crate::desk::export::{ExportError, Exported};
use crate::desk::reading::Known;
use crate::domain::report::Line;
use crate::domain::staff::{Member, Right};
use crate::ui::scene::Scene;
use crate::ui::screen::supervision::{self, Action, Direction, Export};

use super::{App, Message, Stage};

/// The open pages.
pub(super) struct Supervision {
    pub(super) pages: supervision::State,
    /// Whether a piece of the ledger is on its way.
    reading: bool,
}

impl App {
    /// Whether whoever sits here may open the supervisor's pages.
    pub(super) fn may_supervise(&self) -> bool {
        let staff = self.desk.staff();
        staff.is_some_and(|staff| staff.role.may(Right::ReadLedger))
    }

    /// Which of the supervisor's pages is open, if one is.
    pub fn supervision_page(&self) -> Option<supervision::Page> {
        self.supervision.as_ref().map(|open| open.pages.page())
    }

    pub(super) fn reads_ledger(&self) -> bool {
        let works = |open: &Supervision| open.reading || open.pages.is_exporting();
        self.supervision.as_ref().is_some_and(works)
    }

    /// Opens the supervisor's pages, where no visit is open.
    pub(super) fn open_supervision(&mut self) -> Task<Message> {
        if !matches!(self.stage, Stage::Start) || !self.may_supervise() {
            return Task::none();
        }
        let pages = supervision::State::new(self.desk.wall(), self.desk.last_frame());
        self.supervision = Some(Supervision { pages, reading: false });
        let desk = self.desk.clone();
        let staff = Task::perform(async move { desk.members().await }, |members| {
            Message::StaffListed(members.map_err(Arc::new))
        });
        Task::batch([self.focus_first(), staff, self.read_ledger()])
    }

    pub(super) fn close_supervision(&mut self) -> Task<Message> {
        self.supervision = None;
        self.focus_first()
    }

    pub(super) fn on_supervision(&mut self, message: supervision::Message) -> Task<Message> {
        self.touch();
        let last_frame = self.desk.last_frame();
        let Some(open) = &mut self.supervision else {
            return Task::none();
        };
        match open.pages.update(message, last_frame) {
            Action::None => Task::none(),
            Action::Read => self.read_ledger(),
            Action::Leave => self.close_supervision(),
            Action::Export(lines, format) => {
                let desk = self.desk.clone();
                Task::perform(async move { desk.export_ledger(lines, format).await }, |result| {
                    Message::LedgerExported(result.map_err(Arc::new))
                })
            }
            Action::Find(number) => {
                let desk = self.desk.clone();
                Task::perform(async move { desk.known(number).await }, |known| {
                    Message::LedgerKnown(known.map_err(Arc::new))
                })
            }
        }
    }

    /// Reads the next piece that the pages want, where none is on its way.
    pub(super) fn read_ledger(&mut self) -> Task<Message> {
        // Behind the lock nobody reads; the pages go on where they were once it is open.
        if self.keeper.is_shut() {
            return Task::none();
        }
        let last_frame = self.desk.last_frame();
        let Some(open) = self.supervision.as_mut().filter(|open| !open.reading) else {
            return Task::none();
        };
        let Some(frames) = open.pages.wanted(last_frame) else {
            return Task::none();
        };
        open.reading = true;
        let desk = self.desk.clone();
        let asked = frames.clone();
        Task::perform(async move { desk.read_ledger(asked).await }, move |lines| {
            Message::LedgerRead(frames.clone(), lines.map_err(Arc::new))
        })
    }

    pub(super) fn ledger_read(
        &mut self,
        frames: &Range<u64>,
        lines: Result<Vec<Line>, Arc<DeskError>>,
    ) -> Task<Message> {
        let wall = self.desk.wall();
        let Some(open) = &mut self.supervision else {
            return Task::none();
        };
        open.reading = false;
        match lines {
            Ok(lines) => {
                open.pages.read(frames, lines, wall);
                self.read_ledger()
            }
            Err(error) => {
                open.pages.not_read();
                tracing::warn!(%error, "the ledger could not be read");
                self.fault = Some(error);
                Task::none()
            }
        }
    }

    /// What came of the file. Of a fault of the desk the window tells, whichever page is open.
    pub(super) fn ledger_exported(&mut self, result: Result<Exported, Arc<ExportError>>) -> Task<Message> {
        let export = match result {
            Ok(saved) => Export::Saved(saved),
            Err(error) => {
                tracing::warn!(%error, "the ledger was not exported");
                match Arc::into_inner(error) {
                    Some(ExportError::Desk(error)) => {
                        self.fault = Some(Arc::new(error));
                        Export::None
                    }
                    Some(ExportError::Write(_)) | None => Export::Failed,
                }
            }
        };
        if let Some(open) = &mut self.supervision {
            open.pages.exported(export);
        }
        self.look_at_the_desk()
    }

    pub(super) fn staff_listed(&mut self, members: Result<Vec<Member>, Arc<DeskError>>) -> Task<Message> {
        match (members, &mut self.supervision) {
            (Ok(members), Some(open)) => open.pages.name(members),
            (Err(error), _) => self.fault = Some(error),
            (Ok(_), None) => {}
        }
        Task::none()
    }

    pub(super) fn ledger_known(&mut self, known: Result<Known, Arc<DeskError>>) -> Task<Message> {
        match (known, &mut self.supervision) {
            (Ok(known), Some(open)) => open.pages.found(known),
            (Err(error), _) => self.fault = Some(error),
            (Ok(_), None) => {}
        }
        Task::none()
    }

    /// The rail, the page and nothing beside it.
    pub(super) fn supervision_view<'a>(&'a self, scene: Scene) -> [Element<'a, Message>; 3] {
        let Some(open) = &self.supervision else {
            return [Space::new().into(), Space::new().into(), Space::new().into()];
        };
        let rail = supervision::rail(scene, open.pages.page()).map(Message::Supervision);
        let page = open.pages.view(scene, self.desk.last_frame()).map(Message::Supervision);
        [rail, page, Space::new().into()]
    }

    /// The field of the ledger's page takes the keyboard, whichever page is open.
    pub(super) fn search(&mut self) -> Task<Message> {
        if self.supervision.is_none() {
            return Task::none();
        }
        let turned = self.on_supervision(supervision::Message::Page(supervision::Page::Ledger));
        Task::batch([turned, self.focus_first()])
    }

    /// A page of the ledger's list on, or back.
    pub(super) fn leaf(&mut self, direction: Direction) -> Task<Message> {
        match &mut self.supervision {
            Some(open) => {
                open.pages.leaf(direction);
                Task::none()
            }
            None => Task::none(),
        }
    }
}
