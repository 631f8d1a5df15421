//! The ledger: its lines in pages, what to show of them, and the story of one visit.

mod filter;
mod story;
mod table;

use std::collections::HashMap;

use iced::advanced::widget::Id;
use iced::widget::{Column, Row};
use iced::{Alignment, Element, Length};

use crate::desk::reading::Known;
use crate::domain::applicant::IdentityNumber;
use crate::domain::id::{Reference, VisitId};
use crate::domain::report::{Line, Period};
use crate::domain::time::Timestamp;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;

use super::{Action, Check, Direction, Export, export};

pub use filter::{Reach, Topic};

const SEARCH: &str = "ledger-search";
/// So many lines are shown on a page.
const PAGE: usize = 10;

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// Another period.
    Reach(Reach),
    /// Another topic; none for all.
    Topic(Option<Topic>),
    /// Another member of staff, by place in the list; none for all.
    Clerk(Option<IdentityNumber>),
    /// Something was typed to look for.
    Typed(String),
    /// It is to be looked for.
    Search,
    /// A line of the page was chosen.
    Choose(usize),
    /// A page on, or back.
    Leaf(Direction),
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Search {
    /// Nothing: everything is shown.
    #[default]
    None,
    /// The visit with this reference.
    Visit(Reference),
    /// The visits and deeds of a person.
    Person(Known),
    /// What was typed is neither.
    Unreadable,
}

/// The page's state.
pub struct State {
    wall: Timestamp,
    reach: Reach,
    topic: Option<Topic>,
    clerk: Option<IdentityNumber>,
    typed: String,
    search: Search,
    /// The places of the lines to show, the newest first.
    shown: Vec<usize>,
    /// Everybody who acted in the period, in the order of their first deed.
    staff: Vec<IdentityNumber>,
    page: usize,
    /// The chosen one of `shown`.
    chosen: Option<usize>,
}

impl State {
    pub(super) const fn new(wall: Timestamp) -> Self {
        Self {
            wall,
            reach: Reach::Day,
            topic: None,
            clerk: None,
            typed: String::new(),
            search: Search::None,
            shown: Vec::new(),
            staff: Vec::new(),
            page: 0,
            chosen: None,
        }
    }

    pub(super) fn first(&self) -> Id {
        Id::new(SEARCH)
    }

    pub(super) const fn period(&self) -> Period {
        self.reach.period(self.wall)
    }

    pub(super) fn update(&mut self, message: Message, lines: &[Line]) -> Action {
        match message {
            Message::Reach(reach) => {
                self.reach = reach;
                self.list(lines);
                return Action::Read;
            }
            Message::Topic(topic) => {
                self.topic = topic;
                self.begin_anew(lines);
            }
            Message::Clerk(clerk) => {
                self.clerk = clerk;
                self.begin_anew(lines);
            }
            Message::Typed(typed) => {
                self.typed = typed;
                // What is being put right is not told wrong meanwhile.
                let goes = self.typed.trim().is_empty() || self.search == Search::Unreadable;
                if goes && self.search != Search::None {
                    self.search = Search::None;
                    self.begin_anew(lines);
                }
            }
            Message::Search => return self.look(lines),
            Message::Choose(place) => self.chosen = Some(self.page * PAGE + place),
            Message::Leaf(direction) => self.leaf(direction),
        }
        Action::None
    }

    fn look(&mut self, lines: &[Line]) -> Action {
        let typed = self.typed.trim();
        if let Some(reference) = Reference::parse(typed) {
            self.search = Search::Visit(reference);
        } else if let Ok(number) = IdentityNumber::parse(typed) {
            return Action::Find(number);
        } else {
            self.search = if typed.is_empty() {
                Search::None
            } else {
                Search::Unreadable
            };
        }
        self.begin_anew(lines);
        Action::None
    }

    pub(super) fn found(&mut self, known: Known, lines: &[Line]) {
        self.search = Search::Person(known);
        // The number has done its work: it does not stay on the screen.
        self.typed.clear();
        self.begin_anew(lines);
    }

    pub(super) fn leaf(&mut self, direction: Direction) {
        let last = self.shown.len().saturating_sub(1) / PAGE;
        self.page = match direction {
            Direction::Earlier => (self.page + 1).min(last),
            Direction::Later => self.page.saturating_sub(1),
        };
        self.chosen = (!self.shown.is_empty()).then_some(self.page * PAGE);
    }

    fn begin_anew(&mut self, lines: &[Line]) {
        self.page = 0;
        self.chosen = None;
        self.list(lines);
    }

    /// Lists what is to be shown of `lines`; the chosen line stays chosen.
    pub(super) fn list(&mut self, lines: &[Line]) {
        let chosen = self.chosen.and_then(|chosen| self.shown.get(chosen)).copied();
        let chosen = chosen.and_then(|place| lines.get(place)).cloned();
        let period = self.period();
        let within = || lines.iter().enumerate().filter(|(_, line)| period.holds(line.wall));
        self.staff.clear();
        for clerk in within().filter_map(|(_, line)| line.entry.clerk) {
            if !self.staff.contains(&clerk) {
                self.staff.push(clerk);
            }
        }
        let visits = self.visits_looked_for(lines);
        let shows = |line: &Line| {
            self.topic.is_none_or(|topic| topic.holds(&line.entry.fact))
                && self.clerk.is_none_or(|clerk| line.entry.clerk == Some(clerk))
                && self.is_looked_for(line, &visits)
        };
        self.shown = within()
            .filter(|(_, line)| shows(line))
            .map(|(place, _)| place)
            .rev()
            .collect();
        self.chosen = chosen.and_then(|line| self.shown.iter().position(|place| lines.get(*place) == Some(&line)));
        self.page = self.page.min(self.shown.len().saturating_sub(1) / PAGE);
    }

    /// The lines that are listed, the oldest first.
    pub(super) fn listed(&self, lines: &[Line]) -> Vec<Line> {
        let places = self.shown.iter().rev();
        places.filter_map(|place| lines.get(*place)).cloned().collect()
    }

    /// The visits of the person who is looked for.
    fn visits_looked_for(&self, lines: &[Line]) -> Vec<VisitId> {
        let Search::Person(known) = self.search else {
            return Vec::new();
        };
        let named = lines.iter().filter(|line| known.is_named_by(line));
        let mut visits: Vec<VisitId> = named.filter_map(|line| line.entry.visit).collect();
        visits.sort_unstable();
        visits.dedup();
        visits
    }

    fn is_looked_for(&self, line: &Line, visits: &[VisitId]) -> bool {
        let visit = line.entry.visit;
        match self.search {
            Search::None => true,
            Search::Visit(reference) => visit.is_some_and(|visit| Reference::of(visit) == reference),
            Search::Person(known) => {
                known.is_named_by(line) || visit.is_some_and(|visit| visits.binary_search(&visit).is_ok())
            }
            Search::Unreadable => false,
        }
    }

    pub(super) fn view<'a>(
        &'a self,
        scene: Scene,
        lines: &'a [Line],
        names: &'a HashMap<IdentityNumber, String>,
        (check, export, reading): (&Check, &Export, bool),
    ) -> Element<'a, super::Message> {
        let look = scene.look;
        let chosen = self.chosen.and_then(|chosen| self.shown.get(chosen));
        let chosen = chosen.and_then(|place| lines.get(*place));
        let story = story::view(scene, lines, chosen, names).map(super::Message::Ledger);
        let table = self.table(scene, lines, chosen, reading).map(super::Message::Ledger);
        let body = if scene.room < WIDE {
            Column::with_children([table, story]).spacing(16).into()
        } else {
            let story = iced::widget::container(story).width(Length::FillPortion(9));
            let table = iced::widget::container(table).width(Length::FillPortion(16));
            Element::from(Row::with_children([table.into(), story.into()]).spacing(12))
        };
        let saves = export::view(scene, export, !self.shown.is_empty());
        let content = Column::with_children([head(scene, check), self.filters(scene, names), saves, body])
            .spacing(16)
            .width(Length::Fill);
        let padded = iced::widget::container(content).padding([20.0, 24.0]);
        kit::scroll(look, scene.texts.centre_ledger(), padded).into()
    }

    fn filters<'a>(&'a self, scene: Scene, names: &HashMap<IdentityNumber, String>) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        let error = match self.search {
            Search::Unreadable => Some(texts.centre_search_unreadable()),
            _ => None,
        };
        let search = field(look, texts.centre_search(), &self.typed)
            .id(SEARCH)
            .icon(Icon::Search)
            .left_to_right()
            .longest(24)
            .counter(scene.texts.key_search())
            .help(match self.search {
                Search::Person(_) => texts.centre_search_person(),
                _ => texts.centre_search_help(),
            })
            .error(error)
            .on_input(Message::Typed)
            .on_submit(Message::Search);
        // A reference names nobody.
        let search = match Reference::parse(&self.typed) {
            Some(_) => search,
            None => search.veiled(),
        };
        let pickers = filter::pickers(self, scene, names);
        let all = pickers.into_iter().chain([search.into()]).collect();
        let row: Element<'_, Message> = scene.beside(12.0, all);
        row.map(super::Message::Ledger)
    }
}

/// Below this width the story stands under the table.
const WIDE: f32 = 1160.0;

/// The title, and the check of the whole ledger.
fn head<'a>(scene: Scene, check: &Check) -> Element<'a, super::Message> {
    let Scene { look, texts, .. } = scene;
    let words = Column::with_children([
        kit::title(look, texts.centre_ledger()).into(),
        kit::small(look, texts.centre_ledger_sentence()).into(),
    ])
    .width(Length::Fill);
    let (button, note) = match check {
        Check::None => (texts.centre_check(), None),
        Check::Running(next, last) => {
            let percent = (next.saturating_sub(1) * 100).checked_div(*last).unwrap_or(100);
            (
                texts.centre_check_stop(),
                Some((Tone::Info, texts.centre_checking(percent))),
            )
        }
        Check::Sound(last, at) => (
            texts.centre_check(),
            Some((Tone::Good, texts.centre_check_sound(*last, *at))),
        ),
        Check::Broken => (texts.centre_check(), Some((Tone::Error, texts.centre_check_broken()))),
    };
    let button = kit::button(look, button)
        .primary()
        .toolbar()
        .icon(Icon::ShieldCheck)
        .on_press(super::Message::Check);
    let row = Row::with_children([words.into(), button.into()])
        .spacing(12)
        .align_y(Alignment::Center);
    let note = note.map(|(tone, words)| kit::note(look, tone, words).into());
    Column::with_children(std::iter::once(row.into()).chain(note))
        .spacing(12)
        .into()
}
