//! The supervisor's pages over a ledger in memory, without a desk.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::ops::Range;
use std::sync::Arc;

use iced::{Element, Event, Size, Task, Theme};
use istiada::domain::applicant::{ApplicantKind, IdentityNumber};
use istiada::domain::fact::{Ending, Entry, Fact, Flow};
use istiada::domain::id::{Reference, VisitId};
use istiada::domain::language::Language;
use istiada::domain::report::Line;
use istiada::domain::time::Timestamp;
use istiada::i18n::Texts;
use istiada::ui::headless::{Host, Program};
use istiada::ui::scene::Scene;
use istiada::ui::screen::supervision::{Action, Message, Page, State};
use istiada::ui::theme::{Look, PaletteName, Scale};

/// 2026-11-22 10:42 in Riyadh.
pub const NOW: Timestamp = Timestamp::from_millis(1_795_333_320_000);

/// A ledger of visits of four facts each, a frame a fact, a second apart, the last of them now.
pub fn ledger(facts: u64) -> Vec<Line> {
    let clerk = IdentityNumber::parse("1000000008").unwrap();
    let line = |number: u64| {
        let mut id = [0; 16];
        // Apart from each other, as random ones are: references follow from them.
        let spread = (number / 4).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        id[..8].copy_from_slice(&spread.to_le_bytes());
        let visit = VisitId::from_bytes(id);
        let fact = match number % 4 {
            0 => Fact::VisitOpened {
                reference: Reference::of(visit),
                flow: Flow::ForgottenPassword,
            },
            1 => Fact::DocumentSeen {
                kind: ApplicantKind::Citizen,
                last_four: "8278".to_owned(),
            },
            2 => Fact::CaptchaMissed,
            _ => Fact::VisitEnded {
                ending: Ending::Abandoned,
            },
        };
        let millis = NOW.as_millis() - i64::try_from(facts - number).unwrap() * 1_000;
        let at = Timestamp::from_millis(millis);
        Line {
            frame: number + 1,
            at,
            wall: at,
            entry: Entry {
                clerk: Some(clerk),
                visit: Some(visit),
                fact,
            },
        }
    };
    (0..facts).map(line).collect()
}

/// The pages, what they are over, and which frames they asked for.
pub struct Pages {
    pub state: State,
    pub ledger: Arc<Vec<Line>>,
    pub read: Vec<Range<u64>>,
    /// What is to become a file.
    pub exported: Vec<Vec<Line>>,
}

impl Pages {
    pub fn over(facts: u64) -> Self {
        let mut pages = Self {
            state: State::new(NOW, facts),
            ledger: Arc::new(ledger(facts)),
            read: Vec::new(),
            exported: Vec::new(),
        };
        pages.catch_up();
        pages
    }

    pub fn last(&self) -> u64 {
        self.ledger.len() as u64
    }

    /// Reads whatever the pages want, as the desk would.
    pub fn catch_up(&mut self) {
        while let Some(frames) = self.state.wanted(self.last()) {
            let place = |frame: u64| usize::try_from(frame - 1).unwrap();
            let lines = self.ledger[place(frames.start)..place(frames.end)].to_vec();
            self.read.push(frames.clone());
            self.state.read(&frames, lines, NOW);
        }
    }

    fn scene(&self) -> Scene {
        let direction = istiada::ui::direction::Direction::RightToLeft;
        Scene {
            look: Look::new(PaletteName::Light, direction).scaled(Scale::NORMAL),
            texts: Texts::of(Language::ARABIC),
            now: NOW,
            wall: NOW,
            practice: false,
            phone_here: false,
            room: 1280.0,
        }
    }
}

impl Program for Pages {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        match self.state.update(message, self.last()) {
            Action::Read => self.catch_up(),
            Action::Export(lines, _) => self.exported.push(lines),
            Action::None | Action::Find(_) | Action::Leave => {}
        }
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let scene = self.scene();
        istiada::ui::kit::root(scene.look, self.state.view(scene, self.last()))
    }

    fn theme(&self) -> Theme {
        self.scene().look.theme()
    }

    fn ignored(&self, _event: &Event) -> Option<Message> {
        None
    }
}

/// The ledger's page over so many facts, in a window as wide as the stage of a clerk's.
pub fn host(facts: u64) -> Host<Pages> {
    istiada::ui::theme::fonts::use_embedded();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let size = Size::new(1016.0, 700.0);
    let mut host = Host::new(Pages::over(facts), Task::none(), size, Arc::new(runtime)).unwrap();
    host.send(Message::Page(Page::Ledger)).unwrap();
    host
}
