//! The windows beside the clerk's: the applicant's own, and for some seconds a mark where it would stand.

use std::time::Duration;

use iced::{Element, Point, Size, Task, window};

use crate::ui::kit;
use crate::ui::screen::Side;
use crate::ui::theme::Look;

use super::{App, Message, Place, Windows};

/// How long the mark stands.
const MARK_STANDS: Duration = Duration::from_secs(5);
/// How large it is at text scale 100 %.
const MARK: Size = Size::new(480.0, 300.0);

impl App {
    /// The clerk's window has this id.
    pub const fn stands_in(&mut self, clerk: window::Id) {
        self.windows = Windows::One(Some(clerk));
    }

    /// Opens the applicant's own window, without a frame, and as large as its screen where no size is set. There must be
    /// a clerk's, which keeps the keyboard.
    pub fn open_beside(&mut self, place: Place) -> Task<Message> {
        let Windows::One(Some(clerk)) = self.windows else {
            return Task::none();
        };
        let settings = window::Settings {
            size: place.size.unwrap_or(Size::new(1280.0, 800.0)),
            position: window::Position::Specific(place.corner),
            decorations: false,
            exit_on_close_request: false,
            ..window::Settings::default()
        };
        let (applicant, opened) = window::open(settings);
        self.use_two(clerk, applicant);
        let fills = place.size.is_none();
        opened.then(move |window| match fills {
            true => window::maximize(window, true),
            false => Task::none(),
        })
    }

    /// The set-up is done: the applicant's screen is used from now on, where the configuration named none.
    pub(super) fn open_where_it_was_said(&mut self) -> Task<Message> {
        let said = self.desk.applicant_window().map(|(x, y)| Place::new(x, y, None));
        let Some(place) = said.filter(|_| self.options.applicant_window.is_none()) else {
            return Task::none();
        };
        let opened = self.open_beside(place);
        opened.chain(self.keyboard_to(Side::Clerk))
    }

    /// Shows at `corner` where the applicant's window would stand. The clerk's keeps the keyboard.
    pub(super) fn show_mark(&mut self, corner: Point) -> Task<Message> {
        let settings = window::Settings {
            size: self.mark_size(),
            position: window::Position::Specific(corner),
            decorations: false,
            resizable: false,
            level: window::Level::AlwaysOnTop,
            exit_on_close_request: false,
            ..window::Settings::default()
        };
        let (mark, opened) = window::open(settings);
        let former = self.mark.replace(mark).map_or_else(Task::none, window::close);
        let keyboard = self.keyboard_to(Side::Clerk);
        let over = Task::perform(tokio::time::sleep(MARK_STANDS), move |()| Message::MarkOver(mark));
        Task::batch([former, opened.then(move |_| Task::none()).chain(keyboard), over])
    }

    /// The mark in this window has stood long enough.
    pub(super) fn mark_over(&mut self, window: window::Id) -> Task<Message> {
        if self.mark != Some(window) {
            return Task::none();
        }
        self.mark = None;
        window::close(window)
    }

    /// Whether this window is the mark.
    pub fn is_mark(&self, window: window::Id) -> bool {
        self.mark == Some(window)
    }

    /// The mark.
    pub fn mark(&self) -> Element<'_, Message> {
        let (look, texts) = (self.mark_look(), self.scene(Side::Clerk).texts);
        let sentence = kit::body(look, texts.welcome_applicant_mark_sentence()).color(look.palette.on_bar_2);
        kit::root(look, kit::curtain(look, texts.welcome_applicant_mark(), sentence))
    }

    /// How large the mark is, in px.
    pub fn mark_size(&self) -> Size {
        MARK * self.mark_look().scale.factor()
    }

    /// In the clerk's language, and large: it is read from where the clerk stands.
    pub fn mark_look(&self) -> Look {
        self.look_of(Side::Clerk).for_applicant()
    }
}
