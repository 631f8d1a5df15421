//! The first start of a desk, and what stands before it: signing in, the lock, passwords of one's own.

use std::time::Duration;

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use crate::command::tour::roll::FIRST_SUPERVISOR;
use crate::desk::Desk;
use crate::domain::applicant::{IdentityNumber, PersonName};
use crate::domain::language::Language;
use crate::domain::secret::Secret;
use crate::domain::staff::{Role, Staff};
use crate::i18n::Texts;
use crate::ui::access;
use crate::ui::app::Cover;
use crate::ui::app::staff::Before;
use crate::ui::screen::welcome::Step;

use super::{TourError, Visitor, Walker, World};

/// The password that they choose.
const PASSWORD: &str = "Rimal-1452-Noor";
/// Another one.
const NEXT_PASSWORD: &str = "Nakhil-1460-Bahr";
/// A clerk whom the supervisor adds.
const CLERK: &str = "1000000081";
/// The password that the supervisor gives them.
const GIVEN: &str = "Waha-Jadida-12";

/// Sets a desk up, and signs in to it.
///
/// # Errors
/// See [`TourError`].
pub(super) fn walk(world: &World, language: Language, visitor: &mut Visitor<'_>) -> Result<(), TourError> {
    let desk = world.unattended_desk()?;
    let runtime = world.runtime();
    let mut walker = Walker::start_quietly(world, desk.clone(), language, visitor)?;
    walker.set_up(language)?;
    walker.sign_in_staff()?;
    walker.lock_and_session()?;
    walker.own_password()?;
    runtime.block_on(add_clerk(&desk, language))?;
    walker.given_password()
}

fn broken(error: impl std::fmt::Display) -> TourError {
    TourError::World(error.to_string())
}

async fn add_clerk(desk: &Desk, language: Language) -> Result<(), TourError> {
    let staff = Staff {
        identity: IdentityNumber::parse(CLERK).map_err(broken)?,
        name: PersonName::parse(&Texts::of(language).tour_clerk()).map_err(broken)?,
        role: Role::Clerk,
    };
    let given = Secret::from(GIVEN);
    let added = desk.add_staff(staff, given.clone(), given).await.map_err(broken)?;
    added.map_err(|_| TourError::World("the clerk was not added".to_owned()))
}

impl Walker<'_, '_> {
    fn is_before(&self, before: Option<Before>) -> Result<(), TourError> {
        self.expect(&format!("{before:?}"), |app| app.before() == before)
    }

    /// Waits until that stands before the desk: the desk says so when it is asked next.
    fn comes_before(&mut self, before: Before) -> Result<(), TourError> {
        let reached = self.host.settle_until(|windows| windows.0.before() == Some(before));
        reached.map_err(|_| TourError::Broken(format!("{before:?}, after {}", self.last)))
    }

    fn is_at_step(&self, step: Step) -> Result<(), TourError> {
        self.is_before(Some(Before::SetUp(step)))
    }

    fn press_all(&mut self, keys: &[Named]) -> Result<(), TourError> {
        keys.iter().try_for_each(|key| self.press(*key))
    }

    fn set_up(&mut self, language: Language) -> Result<(), TourError> {
        use Named::{Backspace, Enter, Escape, Tab};
        let texts = Texts::of(language);
        self.comes_before(Before::SetUp(Step::Language))?;
        self.picture("welcome-language")?;
        self.press(Enter)?;
        self.is_at_step(Step::Workplace)?;
        self.press(Enter)?;
        self.picture("welcome-workplace-empty")?;
        self.type_text(&texts.tour_centre())?;
        self.press(Tab)?;
        self.type_text(&texts.tour_desk())?;
        self.press(Enter)?;
        self.is_at_step(Step::Supervisor)?;
        self.type_text("1000000074")?;
        self.press(Enter)?;
        self.picture("welcome-supervisor-error")?;
        self.press(Backspace)?;
        self.type_text("3")?;
        self.press(Tab)?;
        self.type_text(&texts.tour_supervisor())?;
        self.press(Enter)?;
        self.is_at_step(Step::Password)?;
        self.type_text(PASSWORD)?;
        self.press_all(&[Tab, Tab])?;
        self.type_text("Rimal")?;
        self.picture("welcome-password")?;
        // On the way back the names are kept and the password is not.
        self.press(Escape)?;
        self.is_at_step(Step::Supervisor)?;
        self.press(Enter)?;
        self.type_text(PASSWORD)?;
        self.press_all(&[Tab, Tab])?;
        self.type_text(PASSWORD)?;
        self.press(Enter)?;
        self.is_at_step(Step::Phrase)?;
        self.phrase_and_review(texts)
    }

    fn phrase_and_review(&mut self, texts: Texts) -> Result<(), TourError> {
        use Named::{Enter, Tab};
        let words = self.words_of_the_phrase(texts);
        self.picture("welcome-phrase")?;
        self.press(Enter)?;
        self.is_at_step(Step::Asked)?;
        self.answer_words(texts, &words)?;
        self.is_at_step(Step::Applicant)?;
        self.picture("welcome-applicant")?;
        self.press_all(&[Tab, Tab, Named::ArrowDown])?;
        self.picture("welcome-applicant-own")?;
        self.press_all(&[Tab, Enter])?;
        self.is_at_step(Step::Review)?;
        self.picture("welcome-review")?;
        self.press(Enter)?;
        self.is_before(Some(Before::SignIn))
    }

    /// What somebody writes down from the window.
    fn words_of_the_phrase(&mut self, texts: Texts) -> Vec<String> {
        let nodes = self.host.nodes();
        let grid = nodes.iter().find(|node| node.name == texts.welcome_phrase_words());
        let Some(grid) = grid.map(|grid| grid.bounds) else {
            return Vec::new();
        };
        let inside = nodes.into_iter().filter(|node| {
            let middle = node.bounds.center();
            node.role == access::Role::Text && grid.contains(middle)
        });
        let words = inside.map(|node| crate::i18n::bidi::plain(&node.name).trim().to_owned());
        words.filter(|word| word.parse::<u8>().is_err()).collect()
    }

    /// Types the two words that are asked back: first one of them wrong.
    fn answer_words(&mut self, texts: Texts, words: &[String]) -> Result<(), TourError> {
        let nodes = self.host.nodes();
        let places = (0..words.len()).filter(|place| {
            let label = texts.welcome_phrase_word(place + 1);
            nodes
                .iter()
                .any(|node| node.role == access::Role::TextField && node.name == label)
        });
        let asked: Vec<&String> = places.filter_map(|place| words.get(place)).collect();
        let [first, second] = asked.as_slice() else {
            return Err(TourError::Broken("the words that are asked back".to_owned()));
        };
        let another = words.iter().find(|word| word != second).unwrap_or(first);
        self.type_text(first)?;
        self.press(Named::Tab)?;
        self.type_text(another)?;
        self.press(Named::Enter)?;
        self.is_at_step(Step::Asked)?;
        self.picture("welcome-phrase-asked")?;
        self.retype(second)?;
        self.press(Named::Enter)
    }

    fn sign_in_staff(&mut self) -> Result<(), TourError> {
        self.picture("staff-sign-in")?;
        self.press(Named::Enter)?;
        self.type_text(FIRST_SUPERVISOR)?;
        self.press(Named::Tab)?;
        for _ in 0..5 {
            self.type_text("not-the-password")?;
            self.press(Named::Enter)?;
            self.is_before(Some(Before::SignIn))?;
            if self.last == "staff-sign-in" {
                self.picture("staff-sign-in-wrong")?;
            }
        }
        self.wait(Duration::from_secs(38))?;
        self.picture("staff-sign-in-paused")?;
        self.in_every_look("staff-sign-in-paused")?;
        self.wait(Duration::from_secs(263))?;
        self.type_text(PASSWORD)?;
        self.press(Named::Enter)?;
        self.is_before(None)?;
        self.picture("staff-signed-in")
    }

    fn lock_and_session(&mut self) -> Result<(), TourError> {
        self.press(Named::F9)?;
        self.is_before(Some(Before::Lock))?;
        self.picture("staff-lock")?;
        self.type_text("not-it")?;
        self.press(Named::Enter)?;
        self.picture("staff-lock-wrong")?;
        self.type_text(PASSWORD)?;
        self.press(Named::Enter)?;
        self.is_before(None)?;
        // Nobody is there for five minutes.
        self.world.pass(Duration::from_secs(300));
        self.host.send(super::Message::Tick)?;
        self.comes_before(Before::Lock)?;
        self.type_text(PASSWORD)?;
        self.press(Named::Enter)?;
        self.is_before(None)?;
        self.press(Named::F10)?;
        self.expect("session", |app| app.cover() == Some(Cover::Session))?;
        self.picture("staff-session")?;
        self.press(Named::Escape)
    }

    fn own_password(&mut self) -> Result<(), TourError> {
        use Named::{Enter, F10, Tab};
        // Past the way out and the lock.
        self.press_all(&[F10, Tab, Tab, Enter])?;
        self.is_before(Some(Before::Password))?;
        self.type_text("not-it")?;
        self.press_all(&[Tab, Tab])?;
        self.type_text(NEXT_PASSWORD)?;
        self.press_all(&[Tab, Tab])?;
        self.type_text(NEXT_PASSWORD)?;
        self.press(Enter)?;
        self.picture("staff-password-wrong")?;
        self.type_text(PASSWORD)?;
        self.press(Enter)?;
        self.picture("staff-password-changed")?;
        self.press(Enter)?;
        self.is_before(None)
    }

    /// Somebody whose password another one chose.
    fn given_password(&mut self) -> Result<(), TourError> {
        use Named::{Enter, Escape, F10, Tab};
        self.press_all(&[F10, Tab, Tab, Tab, Enter])?;
        self.is_before(Some(Before::SignIn))?;
        self.type_text(CLERK)?;
        self.press(Tab)?;
        self.type_text(GIVEN)?;
        self.press(Enter)?;
        self.is_before(Some(Before::Password))?;
        self.picture("staff-must-change")?;
        self.host.press_letter(Modifiers::CTRL, 'a')?;
        self.press(Escape)?;
        self.is_before(Some(Before::SignIn))
    }
}
