//! The supervisor's pages over a ledger of ten thousand entries: what is listed, found and shown, and that a page builds no
//! more than it shows.

#![cfg(feature = "gui")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

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
use istiada::ui::access::Role;
use istiada::ui::headless::{Host, Program};
use istiada::ui::scene::Scene;
use istiada::ui::screen::supervision::{Action, Direction, LedgerMessage, Message, Page, State};
use istiada::ui::theme::{Look, PaletteName, Scale};

/// 2026-11-22 10:42 in Riyadh.
const NOW: Timestamp = Timestamp::from_millis(1_795_333_320_000);

/// A ledger of visits of four facts each, a frame a fact, a second apart, the last of them now.
fn ledger(facts: u64) -> Vec<Line> {
    let clerk = IdentityNumber::parse("1000000008").unwrap();
    let line = |number: u64| {
        let mut id = [0; 16];
        id[..8].copy_from_slice(&(number / 4).to_le_bytes());
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

struct Pages {
    state: State,
    ledger: Arc<Vec<Line>>,
    read: Vec<Range<u64>>,
}

impl Pages {
    fn over(facts: u64) -> Self {
        let mut pages = Self {
            state: State::new(NOW, facts),
            ledger: Arc::new(ledger(facts)),
            read: Vec::new(),
        };
        pages.catch_up();
        pages
    }

    fn last(&self) -> u64 {
        self.ledger.len() as u64
    }

    /// Reads whatever the pages want, as the desk would.
    fn catch_up(&mut self) {
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
        if let Action::Read = self.state.update(message, self.last()) {
            self.catch_up();
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

fn host(facts: u64) -> Host<Pages> {
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

fn rows(host: &mut Host<Pages>) -> Vec<String> {
    let nodes = host.nodes();
    nodes
        .into_iter()
        .filter(|node| node.role == Role::Option)
        .map(|node| node.name)
        .collect()
}

fn in_ledger(host: &mut Host<Pages>, message: LedgerMessage) {
    host.send(Message::Ledger(message)).unwrap();
}

#[test]
fn a_page_builds_as_much_of_ten_thousand_entries_as_of_a_hundred() {
    let (mut few, mut many) = (host(100), host(10_000));
    assert_eq!(rows(&mut few).len(), 10);
    assert_eq!(rows(&mut many).len(), 10);
    assert_eq!(few.nodes().len(), many.nodes().len());
    for host in [&mut few, &mut many] {
        in_ledger(host, LedgerMessage::Choose(3));
    }
    assert_eq!(few.nodes().len(), many.nodes().len(), "the story is of one visit");
}

#[test]
fn the_newest_is_first_and_every_entry_is_reached() {
    let mut host = host(10_000);
    assert!(rows(&mut host)[0].contains("10,000"), "{:?}", rows(&mut host));
    let mut seen = rows(&mut host).len();
    for _ in 1..1_000 {
        in_ledger(&mut host, LedgerMessage::Leaf(Direction::Earlier));
        host.program_mut().state.leaf(Direction::Later);
        host.program_mut().state.leaf(Direction::Earlier);
        seen += 10;
    }
    assert_eq!(seen, 10_000);
    in_ledger(&mut host, LedgerMessage::Leaf(Direction::Earlier));
    let last = rows(&mut host);
    assert_eq!(last.len(), 10);
    assert!(last[9].contains("القيد \u{2068}1\u{2069}،"), "{last:?}");
}

#[test]
fn a_visit_is_found_by_its_reference_among_all() {
    let mut host = host(10_000);
    let reference = host.program().ledger[4_001].entry.visit.map(Reference::of).unwrap();
    in_ledger(&mut host, LedgerMessage::Typed(reference.to_string().to_lowercase()));
    in_ledger(&mut host, LedgerMessage::Search);
    assert_eq!(rows(&mut host).len(), 4);
    in_ledger(&mut host, LedgerMessage::Typed(String::new()));
    assert_eq!(rows(&mut host).len(), 10, "an empty search shows everything again");
    in_ledger(&mut host, LedgerMessage::Typed("hello".to_owned()));
    in_ledger(&mut host, LedgerMessage::Search);
    assert_eq!(rows(&mut host).len(), 0);
}

#[test]
fn it_is_read_in_pieces_from_its_end_and_each_once() {
    let pages = host(10_000);
    let mut read = pages.program().read.clone();
    assert!(read.iter().all(|frames| frames.end - frames.start <= 250));
    assert_eq!(read.first().unwrap().end, 10_001);
    read.sort_by_key(|frames| frames.start);
    let joined = read.windows(2).all(|pair| pair[0].end == pair[1].start);
    assert!(joined && read[0].start == 1, "{read:?}");
}

#[test]
fn the_whole_ledger_is_checked_in_pieces_and_that_can_end_early() {
    let mut pages = Pages::over(600);
    assert!(matches!(pages.state.update(Message::Check, 600), Action::Read));
    assert_eq!(pages.state.wanted(600), Some(1..251));
    pages.state.update(Message::Check, 600);
    assert_eq!(pages.state.wanted(600), None, "ended early");
    pages.state.update(Message::Check, 600);
    pages.read.clear();
    pages.catch_up();
    assert_eq!(pages.read, [1..251, 251..501, 501..601]);
    pages.state.update(Message::Check, 600);
    pages.state.not_read();
    assert_eq!(pages.state.wanted(600), None, "a damaged frame ends it");
}
