//! The supervisor's pages: how the day or the week went, and the ledger.
//!
//! The ledger is read in pieces from its end, so that the latest is there at once and a long period can be left while it
//! is still read. What was read stays until the pages are left.

mod export;
mod figures;
mod ledger;
mod lines;
mod nav;

use std::collections::HashMap;
use std::ops::Range;

use iced::Element;
use iced::advanced::widget::Id;

use crate::desk::export::{ExportFormat, Exported};
use crate::desk::reading::Known;
use crate::domain::applicant::IdentityNumber;
use crate::domain::report::figures::Figures;
use crate::domain::report::{Line, Period};
use crate::domain::staff::Member;
use crate::domain::time::Timestamp;
use crate::ui::scene::Scene;

pub use ledger::{Message as LedgerMessage, Topic};
pub use nav::rail;

use lines::Lines;

/// Which page is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// One day in figures.
    Day,
    /// Seven days in figures.
    Week,
    /// The ledger.
    Ledger,
}

impl Page {
    /// All of them, in the order of the rail.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Ledger];
}

/// How it stands with the check of the whole ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Check {
    /// Nobody asked for it.
    #[default]
    None,
    /// It goes on: the next frame, and the last one.
    Running(u64, u64),
    /// Every frame is what was written: up to which, and when that was found, by the wall clock.
    Sound(u64, Timestamp),
    /// One is not, or could not be read.
    Broken,
}

/// How it stands with the file of what is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Export {
    /// Nobody asked for one, or why there is none is told elsewhere.
    #[default]
    None,
    /// It is being written.
    Running,
    /// It lies here.
    Saved(Exported),
    /// It could not be written.
    Failed,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// Another page.
    Page(Page),
    /// The days before, or after.
    Move(Direction),
    /// In the ledger.
    Ledger(ledger::Message),
    /// The whole ledger is to be checked, or that is to end.
    Check,
    /// What the list shows is to become a file.
    Export(ExportFormat),
    /// Back to the start page.
    Leave,
}

/// To which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Those before.
    Earlier,
    /// Those after.
    Later,
}

/// What follows outside the pages.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The desk is asked how the ledger knows a person.
    Find(IdentityNumber),
    /// More of the ledger is to be read: see [`State::wanted`].
    Read,
    /// These lines are to become a file.
    Export(Vec<Line>, ExportFormat),
    /// Back to the start page.
    Leave,
}

/// The pages.
pub struct State {
    page: Page,
    /// What was read so far.
    lines: Lines,
    now: Timestamp,
    period: Period,
    figures: Figures,
    ledger: ledger::State,
    check: Check,
    export: Export,
    /// The names of staff.
    names: HashMap<IdentityNumber, String>,
}

impl State {
    /// The pages at the day of `wall`, over a ledger with this last frame; nothing is read yet.
    pub fn new(wall: Timestamp, last_frame: u64) -> Self {
        let period = Period::day(wall);
        Self {
            page: Page::Day,
            lines: Lines::new(last_frame),
            now: wall,
            period,
            figures: Figures::of(period, &[]),
            ledger: ledger::State::new(wall),
            check: Check::None,
            export: Export::None,
            names: HashMap::new(),
        }
    }

    /// Staff are called by their names from now on.
    pub fn name(&mut self, members: Vec<Member>) {
        let names = members
            .into_iter()
            .map(|one| (one.staff.identity, one.staff.name.as_str().to_owned()));
        self.names = names.collect();
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        match self.page {
            Page::Day | Page::Week => Id::new(nav::NAVIGATION),
            Page::Ledger => self.ledger.first(),
        }
    }

    /// Which page is open.
    pub const fn page(&self) -> Page {
        self.page
    }

    /// The frames that are to be read next, newest first; none once all is there that the page shows.
    pub fn wanted(&self, last_frame: u64) -> Option<Range<u64>> {
        if let Check::Running(next, last) = self.check {
            return Some(next..last.saturating_add(1).min(next.saturating_add(lines::PIECE)));
        }
        let begins = match self.page {
            Page::Day | Page::Week => self.period.begins(),
            Page::Ledger => self.ledger.period().begins(),
        };
        self.lines.wanted(begins, last_frame)
    }

    /// Whether more is being read for what the page shows.
    fn is_reading(&self, last_frame: u64) -> bool {
        !matches!(self.check, Check::Running(..)) && self.wanted(last_frame).is_some()
    }

    /// Frames of these numbers were read.
    pub fn read(&mut self, frames: &Range<u64>, lines: Vec<Line>, wall: Timestamp) {
        if let Check::Running(next, last) = self.check
            && frames.start == next
        {
            self.check = if frames.end > last {
                Check::Sound(last, wall)
            } else {
                Check::Running(frames.end, last)
            };
            return;
        }
        self.now = wall;
        if self.lines.add(frames, lines) {
            self.count();
        }
    }

    /// The ledger could not be read.
    pub fn not_read(&mut self) {
        if matches!(self.check, Check::Running(..)) {
            self.check = Check::Broken;
        }
        self.lines.stop();
    }

    /// The desk said how the ledger knows the person who was looked for.
    pub fn found(&mut self, known: Known) {
        self.ledger.found(known, self.lines.all());
    }

    /// What happened.
    pub fn update(&mut self, message: Message, last_frame: u64) -> Action {
        match message {
            Message::Page(page) => self.turn_to(page),
            Message::Move(direction) => {
                let moved = match direction {
                    Direction::Earlier => self.period.before(),
                    Direction::Later => self.period.after(),
                };
                // There is nothing to see of tomorrow.
                if moved.begins() <= self.now {
                    self.period = moved;
                    self.count();
                }
                Action::Read
            }
            Message::Ledger(message) => self.ledger.update(message, self.lines.all()),
            Message::Check => {
                self.check = match self.check {
                    Check::Running(..) => Check::None,
                    _ if last_frame == 0 => Check::Sound(0, self.now),
                    _ => Check::Running(1, last_frame),
                };
                Action::Read
            }
            // A second press while it is written does nothing.
            Message::Export(_) if self.export == Export::Running => Action::None,
            Message::Export(format) => {
                self.export = Export::Running;
                Action::Export(self.ledger.listed(self.lines.all()), format)
            }
            Message::Leave => Action::Leave,
        }
    }

    /// Whether a file is being written.
    pub fn is_exporting(&self) -> bool {
        self.export == Export::Running
    }

    /// What became of the file.
    pub fn exported(&mut self, export: Export) {
        self.export = export;
    }

    fn turn_to(&mut self, page: Page) -> Action {
        if self.page != page {
            self.page = page;
            self.period = match page {
                Page::Day | Page::Ledger => Period::day(self.now),
                Page::Week => Period::week(self.now),
            };
            self.count();
        }
        Action::Read
    }

    /// The figures and the list follow from the lines.
    fn count(&mut self) {
        match self.page {
            Page::Day | Page::Week => self.figures = Figures::of(self.period, self.lines.all()),
            Page::Ledger => self.ledger.list(self.lines.all()),
        }
    }

    /// A page of the list on, or back.
    pub fn leaf(&mut self, direction: Direction) {
        if self.page == Page::Ledger {
            self.ledger.leaf(direction);
        }
    }

    /// The page.
    pub fn view(&self, scene: Scene, last_frame: u64) -> Element<'_, Message> {
        let reading = self.is_reading(last_frame);
        match self.page {
            Page::Day | Page::Week => figures::view(self, scene, reading),
            Page::Ledger => self.ledger.view(
                scene,
                self.lines.all(),
                &self.names,
                (&self.check, &self.export, reading),
            ),
        }
    }

    /// The name of a member of staff, or the number masked where nobody of that number works here any more.
    fn name_of(&self, clerk: IdentityNumber) -> String {
        name_of(&self.names, clerk)
    }
}

fn name_of(names: &HashMap<IdentityNumber, String>, clerk: IdentityNumber) -> String {
    names.get(&clerk).cloned().unwrap_or_else(|| clerk.masked())
}
