//! The program before there is a desk: its data key is not at hand. Of the clerk's window it shows one page, and of the
//! applicant's nothing, for there is none yet.

use std::sync::Arc;

use futures::future::BoxFuture;
use iced::keyboard;
use iced::widget::Space;
use iced::{Element, Size, Task};

use crate::desk::Desk;
use crate::desk::way_in::{Closed, Said, WayIn};
use crate::domain::time::Timestamp;
use crate::i18n::Texts;

use super::app::Options;
use super::keymap::{self, Command, View};
use super::kit;
use super::scene::Scene;
use super::screen::key::{keyring, passphrase, place};
use super::shell::{clerk, top_bar};
use super::theme::{Look, PaletteName, Scale};

/// Tries to open the desk with what is said of its key; off the interface thread.
pub type Tries = Arc<dyn Fn(Said) -> BoxFuture<'static, WayIn> + Send + Sync>;

/// The program before there is a desk.
pub struct Entrance {
    options: Options,
    tries: Tries,
    page: Page,
    size: Size,
    busy: bool,
    outcome: Option<Outcome>,
}

/// What it ended with.
#[derive(Clone)]
pub enum Outcome {
    /// A desk.
    Desk(Desk),
    /// None; whoever tried to open it tells why.
    Failed,
}

enum Page {
    /// Where the key of a new store is to be kept.
    Place(place::State),
    /// The passphrase of the key.
    Passphrase(passphrase::State),
    /// The keyring does not give the key.
    Keyring(keyring::Trouble),
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Message {
    /// On the page of a new key.
    Place(place::Message),
    /// On the page of the passphrase.
    Passphrase(passphrase::Message),
    /// The keyring is to be tried again.
    Again,
    /// A try came to this.
    Tried(WayIn),
    /// A key was pressed; whether a control took it.
    Key(keyboard::Event, bool),
    /// The other language.
    Language,
    /// The window has another size.
    Resized(Size),
    /// A second has passed.
    Tick,
}

impl Message {
    /// Whether it is a letter typed into a field, or another small change of one.
    pub(super) const fn is_typed(&self) -> bool {
        matches!(
            self,
            Self::Place(place::Message::Typed(_) | place::Message::Repeat(_))
                | Self::Passphrase(passphrase::Message::Typed(_))
                | Self::Tick
        )
    }
}

impl Page {
    fn of(closed: Closed) -> Self {
        match closed {
            Closed::NewKey { keyring } => Self::Place(place::State::new(keyring)),
            Closed::Passphrase { wrong } => {
                let mut state = passphrase::State::default();
                if wrong {
                    state.refused();
                }
                Self::Passphrase(state)
            }
            Closed::KeyringLocked => Self::Keyring(keyring::Trouble::Locked),
            Closed::KeyringAway => Self::Keyring(keyring::Trouble::Away),
        }
    }

    /// The desk still waits, or waits for something else now.
    fn still(&mut self, closed: Closed) {
        match (self, closed) {
            (Self::Place(state), Closed::NewKey { keyring }) => state.refused(keyring),
            (Self::Passphrase(state), Closed::Passphrase { .. }) => state.refused(),
            (page, closed) => *page = Self::of(closed),
        }
    }

    fn focus(&self) -> Task<Message> {
        match self {
            Self::Passphrase(_) => kit::focus::to(passphrase::State::first()),
            Self::Place(_) | Self::Keyring(_) => kit::focus::none(),
        }
    }
}

impl Entrance {
    /// The page for what the desk waits for.
    pub fn new(closed: Closed, tries: Tries, options: Options) -> (Self, Task<Message>) {
        let page = Page::of(closed);
        let focus = page.focus();
        let entrance = Self {
            options,
            tries,
            page,
            size: Size::new(1280.0, 800.0),
            busy: false,
            outcome: None,
        };
        (entrance, focus)
    }

    /// What it ended with, once it has.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome.clone()
    }

    /// How the program goes on: as it was started, in the language that was chosen here.
    pub const fn options(&self) -> &Options {
        &self.options
    }

    /// How large the window is.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// Whether a try is on its way.
    pub const fn is_busy(&self) -> bool {
        self.busy
    }

    /// Whether seconds are counted.
    pub const fn counts_time(&self) -> bool {
        matches!(&self.page, Page::Passphrase(state) if state.wait() > 0)
    }

    /// Other colours, another text scale.
    pub fn set_look(&mut self, palette: PaletteName, scale: Scale) {
        self.options.palette = palette;
        self.options.scale = scale;
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Tried(way) => self.tried(way),
            Message::Key(event, taken) => self.key(&event, taken),
            Message::Language => {
                self.options.language = self.scene().texts.next_language();
                self.options.language_is_asked = true;
                Task::none()
            }
            Message::Resized(size) => {
                self.size = size;
                Task::none()
            }
            Message::Tick => {
                if let Page::Passphrase(state) = &mut self.page {
                    state.tick();
                }
                Task::none()
            }
            _ if self.busy => Task::none(),
            Message::Place(message) => self.on_place(message),
            Message::Passphrase(message) => self.on_passphrase(message),
            Message::Again => self.attempt(Said::Nothing),
        }
    }

    fn on_place(&mut self, message: place::Message) -> Task<Message> {
        let Page::Place(state) = &mut self.page else {
            return Task::none();
        };
        match state.update(message) {
            place::Action::None => Task::none(),
            place::Action::Focus(field) => kit::focus::to(field),
            place::Action::Keep(place) => self.attempt(Said::KeepIn(place)),
        }
    }

    fn on_passphrase(&mut self, message: passphrase::Message) -> Task<Message> {
        let Page::Passphrase(state) = &mut self.page else {
            return Task::none();
        };
        match state.update(message) {
            passphrase::Action::None => Task::none(),
            passphrase::Action::Focus(field) => kit::focus::to(field),
            passphrase::Action::Open(typed) => self.attempt(Said::Passphrase(typed)),
        }
    }

    fn attempt(&mut self, said: Said) -> Task<Message> {
        self.busy = true;
        Task::perform((self.tries)(said), Message::Tried)
    }

    fn tried(&mut self, way: WayIn) -> Task<Message> {
        self.busy = false;
        match way {
            WayIn::Open(desk) => self.outcome = Some(Outcome::Desk(desk)),
            WayIn::Failed => self.outcome = Some(Outcome::Failed),
            WayIn::Closed(closed) => {
                self.page.still(closed);
                return self.page.focus();
            }
        }
        Task::none()
    }

    fn key(&mut self, event: &keyboard::Event, taken: bool) -> Task<Message> {
        let keyboard::Event::KeyPressed {
            key, modifiers, repeat, ..
        } = event
        else {
            return Task::none();
        };
        match keymap::command(key, *modifiers, View::Clerk, taken) {
            Some(Command::NextField) => kit::focus::next(),
            Some(Command::PreviousField) => kit::focus::previous(),
            Some(Command::Language) if !repeat => self.update(Message::Language),
            Some(Command::Primary) if !repeat => self.update(match self.page {
                Page::Place(_) => Message::Place(place::Message::Submit),
                Page::Passphrase(_) => Message::Passphrase(passphrase::Message::Submit),
                Page::Keyring(_) => Message::Again,
            }),
            _ => Task::none(),
        }
    }

    /// What its window is drawn with.
    pub fn look(&self) -> Look {
        let texts = Texts::of(self.options.language);
        Look::new(self.options.palette, texts.direction().into()).scaled(self.options.scale)
    }

    /// The name of its window.
    pub fn title(&self) -> String {
        Texts::of(self.options.language).app_window_clerk()
    }

    fn scene(&self) -> Scene {
        let look = self.look();
        Scene {
            look,
            texts: Texts::of(self.options.language),
            // No time stands on these pages: whose it is, the desk knows.
            now: Timestamp::from_millis(0),
            wall: Timestamp::from_millis(0),
            practice: false,
            phone_here: false,
            room: self.size.width / look.scale.factor(),
        }
    }

    /// The page.
    pub fn view(&self) -> Element<'_, Message> {
        let scene = self.scene();
        let stage = match &self.page {
            Page::Place(state) => state.view(scene, self.busy).map(Message::Place),
            Page::Passphrase(state) => state.view(scene, self.busy).map(Message::Passphrase),
            Page::Keyring(trouble) => keyring::view(scene, *trouble, self.busy).map(|_| Message::Again),
        };
        let parts = clerk::Parts {
            top: top_bar::plain(scene, Message::Language),
            rail: Space::new().into(),
            folded: true,
            stage,
            aside: None,
            status: Space::new().into(),
        };
        kit::root(scene.look, clerk::window(scene, parts))
    }
}
