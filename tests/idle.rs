//! What happens to a desk that nobody touches, with a window for each side and a clock that the test moves: the curtain
//! over both, the end of the visit, the sign-in card that closes by itself; and what "next visitor" leaves: nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use iced::keyboard::key::Named;
use istiada::adapter::seal::FolderKeys;
use istiada::command::tour::world::person;
use istiada::command::tour::{self, SIZE, Windows, World};
use istiada::desk::ClerkStep;
use istiada::domain::language::Language;
use istiada::ui::app::Cover;
use istiada::ui::headless::Host;
use istiada::ui::screen::Side;
use istiada::ui::theme::{PaletteName, Scale};
use istiada::ui::{App, Message, Options};

/// Two windows over a world of their own.
struct Counter {
    world: World,
    host: Host<Windows>,
    _folder: tempfile::TempDir,
}

const CURTAIN: Duration = Duration::from_secs(90);
const END: Duration = Duration::from_secs(600);
const SECOND: Duration = Duration::from_secs(1);

impl Counter {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = FolderKeys::new(folder.path().join("keys"));
        let world = World::open(&folder.path().join("store"), &keys).unwrap();
        let options = Options {
            language: Language::ARABIC,
            palette: PaletteName::Light,
            scale: Scale::NORMAL,
            platform: None,
            address: None,
            applicant_window: None,
            practice_password: None,
            language_is_asked: true,
        };
        let (mut app, task) = App::new(world.desk(Language::ARABIC).unwrap(), options);
        app.use_two(iced::window::Id::unique(), iced::window::Id::unique());
        let host = Host::new(Windows(app), task, SIZE, world.runtime()).unwrap();
        let mut counter = Self {
            world,
            host,
            _folder: folder,
        };
        counter.rest();
        counter
    }

    fn app(&self) -> &App {
        &self.host.program().0
    }

    fn rest(&mut self) {
        self.host.settle_until(|windows| !windows.0.is_asking()).unwrap();
    }

    fn press(&mut self, key: Named) {
        self.host.press(key).unwrap();
        self.rest();
    }

    /// Lets time pass that nobody touches anything in.
    fn leave_alone(&mut self, span: Duration) {
        self.world.pass(span);
        self.host.send(Message::Tick).unwrap();
        self.rest();
    }

    fn keyboard_is_at(&self, side: Side) {
        assert_eq!(tour::side_in(self.host.front()), side);
        assert_eq!(self.app().shown_side(), side);
    }

    /// Whether these words stand in the window of this side.
    fn shows(&mut self, side: Side, words: &str) -> bool {
        let front = self.host.front();
        self.host.look_at(side.place());
        let shown = self.host.shows(words);
        self.host.look_at(front);
        shown
    }

    /// A visit in which the applicant looks at the image, and has typed something.
    fn with_something_typed() -> Self {
        let mut counter = Self::open();
        counter.keyboard_is_at(Side::Clerk);
        counter.press(Named::F4);
        counter.host.type_text("8278").unwrap();
        counter.press(Named::Enter);
        counter.keyboard_is_at(Side::Applicant);
        counter.host.type_text("QQWW").unwrap();
        assert!(counter.shows(Side::Applicant, "QQWW"));
        counter
    }
}

#[test]
fn after_90_s_the_curtain_falls_over_both_windows_and_the_keyboard_comes_back_where_it_was() {
    let mut counter = Counter::with_something_typed();
    counter.leave_alone(CURTAIN - SECOND);
    assert_eq!(counter.app().cover(), None);
    assert!(counter.shows(Side::Applicant, "QQWW"));
    counter.leave_alone(SECOND);
    assert_eq!(counter.app().cover(), Some(Cover::Curtain));
    for side in [Side::Clerk, Side::Applicant] {
        let sentence = counter.app().scene(side).texts.curtain_sentence();
        assert!(counter.shows(side, &sentence), "{side:?} is not covered");
        assert!(!counter.shows(side, "QQWW"), "{side:?} still shows what was typed");
    }
    counter.press(Named::Enter);
    assert_eq!(counter.app().cover(), None);
    counter.keyboard_is_at(Side::Applicant);
}

#[test]
fn the_curtain_falls_over_an_open_list_of_keys_and_an_open_question_as_well() {
    for asked_by in [Side::Clerk, Side::Applicant] {
        let mut counter = Counter::with_something_typed();
        counter.host.look_at(asked_by.place());
        counter.press(Named::F1);
        assert_eq!(counter.app().cover(), Some(Cover::Keys(asked_by)));
        counter.leave_alone(CURTAIN);
        assert_eq!(counter.app().cover(), Some(Cover::Curtain));
        assert!(!counter.shows(Side::Applicant, "QQWW"));
    }
    let mut counter = Counter::with_something_typed();
    counter.host.look_at(Side::Clerk.place());
    counter.press(Named::F4);
    assert_eq!(counter.app().cover(), Some(Cover::EndVisit));
    counter.leave_alone(CURTAIN);
    assert_eq!(counter.app().cover(), Some(Cover::Curtain));
}

#[test]
fn whoever_is_there_keeps_the_curtain_up() {
    let mut counter = Counter::with_something_typed();
    for _ in 0..3 {
        counter.leave_alone(CURTAIN - SECOND);
        counter.host.send(Message::Touched).unwrap();
    }
    counter.leave_alone(SECOND);
    assert_eq!(counter.app().cover(), None);
}

#[test]
fn after_10_minutes_the_visit_ends_and_the_keyboard_is_the_clerks() {
    let mut counter = Counter::with_something_typed();
    counter.leave_alone(END + SECOND);
    let ended = |app: &App| {
        let step = app.views().map(|views| &views.clerk.step);
        matches!(step, Some(ClerkStep::Ended { .. }))
    };
    assert!(ended(counter.app()));
    counter.keyboard_is_at(Side::Clerk);
    assert!(!counter.shows(Side::Applicant, "QQWW"));
}

#[test]
fn the_sign_in_card_is_covered_and_then_closes_by_itself() {
    let mut counter = Counter::open();
    counter.host.type_text("2").unwrap();
    counter.rest();
    counter.keyboard_is_at(Side::Applicant);
    counter.host.type_text(person::USERNAME).unwrap();
    assert!(counter.shows(Side::Applicant, person::USERNAME));
    assert!(!counter.shows(Side::Clerk, person::USERNAME));
    counter.leave_alone(CURTAIN);
    assert!(!counter.shows(Side::Applicant, person::USERNAME));
    counter.leave_alone(END - CURTAIN);
    counter.keyboard_is_at(Side::Clerk);
    counter.host.type_text("2").unwrap();
    counter.rest();
    counter.keyboard_is_at(Side::Applicant);
    assert!(
        !counter.shows(Side::Applicant, person::USERNAME),
        "the next one finds a name"
    );
}

#[test]
fn next_visitor_leaves_nothing_of_the_last_in_either_window() {
    let mut counter = Counter::with_something_typed();
    counter.host.copy("from the visitor before");
    counter.press(Named::F2);
    counter.host.send(Message::TextSize).unwrap();
    counter.host.look_at(Side::Clerk.place());
    counter.press(Named::F4);
    counter.press(Named::F4);
    counter.keyboard_is_at(Side::Clerk);
    assert!(counter.app().views().is_none());
    assert_eq!(counter.host.clipboard().unwrap_or_default(), "");
    for side in [Side::Clerk, Side::Applicant] {
        assert!(!counter.shows(side, "QQWW"));
        assert_eq!(counter.app().scene(side).texts.language(), Language::ARABIC);
    }
    let sentence = counter.app().scene(Side::Applicant).texts.app_applicant_wait_title();
    assert!(counter.shows(Side::Applicant, &sentence));
    assert_eq!(counter.app().look(Side::Applicant).scale, Scale::NORMAL);
}

#[test]
fn without_their_own_window_the_clerks_is_covered_before_it_shows_what_is_theirs() {
    let mut counter = Counter::with_something_typed();
    counter.host.look_at(Side::Clerk.place());
    counter.host.send(Message::Alone).unwrap();
    assert_eq!(counter.app().cover(), Some(Cover::Handover(Side::Applicant)));
    assert!(!counter.shows(Side::Clerk, "QQWW"));
    counter.press(Named::Enter);
    assert!(counter.shows(Side::Clerk, "QQWW"), "what they had typed is gone");
}

#[test]
fn closing_the_clerks_window_ends_an_open_visit_only_when_the_clerk_says_so() {
    use istiada::ui::headless::Asked;
    let mut counter = Counter::with_something_typed();
    counter.host.send(Message::Close).unwrap();
    assert_eq!(counter.app().cover(), Some(Cover::EndVisit));
    counter.host.send(Message::Uncover).unwrap();
    assert!(counter.app().views().is_some());
    assert!(!counter.host.asked().contains(&Asked::Exit));
    counter.host.send(Message::Close).unwrap();
    counter.host.send(Message::EndVisit).unwrap();
    for _ in 0..100 {
        counter.host.settle_for(Duration::from_millis(20)).unwrap();
        if counter.host.asked().contains(&Asked::Exit) {
            return;
        }
    }
    panic!("the program goes on");
}
