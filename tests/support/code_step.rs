//! A desk over gateways that the test drives, with a window for each side, and an applicant who stands at the code.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;
use std::time::Duration;

use iced::keyboard::key::Named;
use istiada::adapter::seal::FolderKeys;
use istiada::command::tour::world::person;
use istiada::command::tour::{self, SIZE, Windows, World};
use istiada::desk::{ClerkStep, Desk, Gateway};
use istiada::domain::language::Language;
use istiada::i18n::Texts;
use istiada::ui::headless::Host;
use istiada::ui::screen::Side;
use istiada::ui::theme::{PaletteName, Scale};
use istiada::ui::{App, Message, Options};

/// Both windows over a world of their own.
pub struct Counter {
    pub world: World,
    pub host: Host<Windows>,
    pub desk: Desk,
    pub texts: Texts,
    _folder: tempfile::TempDir,
}

impl Counter {
    /// At the start page; the gateways are those that `row` makes.
    pub fn open(language: Language, row: impl FnOnce(&World) -> Vec<Arc<dyn Gateway>>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = FolderKeys::new(folder.path().join("keys"));
        let world = World::open(&folder.path().join("store"), &keys).unwrap();
        world.enrol().unwrap();
        let desk = world.desk_over(language, row(&world)).unwrap();
        let options = Options {
            language,
            palette: PaletteName::Light,
            scale: Scale::NORMAL,
            platform: None,
            address: None,
            applicant_window: None,
            practice_password: None,
            language_is_asked: true,
        };
        let (mut app, task) = App::new(desk.clone(), options);
        app.use_two(iced::window::Id::unique(), iced::window::Id::unique());
        let host = Host::new(Windows(app), task, SIZE, world.runtime()).unwrap();
        let mut counter = Self {
            world,
            host,
            desk,
            texts: Texts::of(language),
            _folder: folder,
        };
        counter.rest();
        counter
    }

    pub fn app(&self) -> &App {
        &self.host.program().0
    }

    pub fn rest(&mut self) {
        self.host.settle_until(|windows| !windows.0.is_asking()).unwrap();
    }

    pub fn press(&mut self, key: Named) {
        self.host.press(key).unwrap();
        self.rest();
    }

    pub fn tick(&mut self) {
        self.host.send(Message::Tick).unwrap();
        self.rest();
    }

    /// Lets time pass while somebody is there.
    pub fn wait(&mut self, span: Duration) {
        self.world.pass(span);
        self.host.send(Message::Touched).unwrap();
        self.tick();
    }

    /// From the start page to the code.
    pub fn reach_code(&mut self) {
        self.press(Named::F4);
        self.host.type_text("8278").unwrap();
        self.press(Named::Enter);
        let label = self.world.label().unwrap();
        self.host.type_text(label.characters()).unwrap();
        self.press(Named::Enter);
        self.host.type_text(person::IDENTITY).unwrap();
        self.host.type_text(person::MOBILE).unwrap();
        self.press(Named::Enter);
        for (place, answer) in person::TYPED.into_iter().enumerate() {
            if place > 0 {
                self.press(Named::Tab);
                self.press(Named::Tab);
            }
            self.host.type_text(answer).unwrap();
        }
        self.press(Named::Enter);
        let step = &self.app().views().unwrap().clerk.step;
        assert!(matches!(step, ClerkStep::Code(_)), "{step:?}");
        assert_eq!(tour::side_in(self.host.front()), Side::Applicant);
    }

    /// Asks for another code, as the applicant does.
    pub fn resend(&mut self) {
        use istiada::ui::screen::{self, code};
        self.host
            .send(Message::Screen(screen::Message::Code(code::Message::Resend)))
            .unwrap();
        self.rest();
    }

    /// Whether these words come to stand there, once the desk has said how it stands.
    pub fn comes_to_show(&mut self, side: Side, words: &str) -> bool {
        (0..200).any(|_| {
            self.host.settle_for(Duration::from_millis(20)).unwrap();
            self.shows(side, words)
        })
    }

    /// Whether these words stand in the window of this side.
    pub fn shows(&mut self, side: Side, words: &str) -> bool {
        let front = self.host.front();
        self.host.look_at(side.place());
        let shown = self.host.shows(words);
        self.host.look_at(front);
        shown
    }
}
