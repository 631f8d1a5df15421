//! What stands before there is a desk: where its data key is to be kept, its passphrase, a keyring that does not give it.

use std::sync::Arc;

use futures::FutureExt as _;
use iced::keyboard::key::Named;

use crate::desk::way_in::{Closed, Said, WayIn};
use crate::domain::key_place::NewKeyPlace;
use crate::domain::language::Language;
use crate::domain::secret::ExposeSecret;
use crate::i18n::Texts;
use crate::ui::Entrance;
use crate::ui::entrance::{Message, Outcome, Tries};
use crate::ui::headless::{Host, Program};

use super::script::options;
use super::{SIZE, TourError, World};

/// The program before there is a desk.
pub struct EntranceWindow(pub Entrance);

/// What is done on each of its pages.
pub type EntranceVisitor<'a> = dyn FnMut(&str, &mut Host<EntranceWindow>) -> Result<(), TourError> + 'a;

impl Program for EntranceWindow {
    type Message = Message;

    fn update(&mut self, message: Message) -> iced::Task<Message> {
        self.0.update(message)
    }

    fn view(&self) -> iced::Element<'_, Message> {
        self.0.view()
    }

    fn theme(&self) -> iced::Theme {
        self.0.look().theme()
    }

    fn ignored(&self, event: &iced::Event) -> Option<Message> {
        match event {
            iced::Event::Keyboard(event @ iced::keyboard::Event::KeyPressed { .. }) => {
                Some(Message::Key(event.clone(), false))
            }
            _ => None,
        }
    }
}

const PASSPHRASE: &str = "salt wind ladder seven";

struct Walker<'a, 'v> {
    host: Host<EntranceWindow>,
    texts: Texts,
    visitor: &'a mut EntranceVisitor<'v>,
    last: String,
}

/// Walks through the pages before a desk; `visitor` sees each of them.
///
/// # Errors
/// See [`TourError`].
pub fn walk(world: &World, language: Language, visitor: &mut EntranceVisitor<'_>) -> Result<(), TourError> {
    let mut walker = Walker::start(world, language, Closed::NewKey { keyring: true }, visitor)?;
    walker.new_key()?;
    let mut walker = Walker::start(world, language, Closed::NewKey { keyring: false }, visitor)?;
    walker.new_key_without_keyring()?;
    let mut walker = Walker::start(world, language, Closed::Passphrase { wrong: false }, visitor)?;
    walker.passphrase()?;
    for (closed, name) in [
        (Closed::KeyringLocked, "key-keyring-locked"),
        (Closed::KeyringAway, "key-keyring-away"),
    ] {
        let mut walker = Walker::start(world, language, closed, visitor)?;
        walker.picture(name)?;
        walker.press(Named::Enter)?;
        walker.is_open()?;
    }
    Ok(())
}

/// A key that lies where it was said, once the keyring has refused it one time.
fn tries(world: &World) -> Result<Tries, TourError> {
    let desk = world.unattended_desk()?;
    Ok(Arc::new(move |said| {
        let way = match said {
            Said::KeepIn(NewKeyPlace::Keyring) => WayIn::Closed(Closed::NewKey { keyring: false }),
            Said::Passphrase(typed) if typed.expose_secret() != PASSPHRASE => {
                WayIn::Closed(Closed::Passphrase { wrong: true })
            }
            Said::KeepIn(_) | Said::Passphrase(_) | Said::Nothing => WayIn::Open(desk.clone()),
        };
        async move { way }.boxed()
    }))
}

impl<'a, 'v> Walker<'a, 'v> {
    fn start(
        world: &World,
        language: Language,
        closed: Closed,
        visitor: &'a mut EntranceVisitor<'v>,
    ) -> Result<Self, TourError> {
        let (entrance, task) = Entrance::new(closed, tries(world)?, options(language));
        let host = Host::new(EntranceWindow(entrance), task, SIZE, world.runtime())?;
        Ok(Self {
            host,
            texts: Texts::of(language),
            visitor,
            last: format!("{closed:?}"),
        })
    }

    fn picture(&mut self, name: &str) -> Result<(), TourError> {
        name.clone_into(&mut self.last);
        (self.visitor)(name, &mut self.host)
    }

    fn press(&mut self, key: Named) -> Result<(), TourError> {
        self.host.press(key)?;
        Ok(self.host.settle_until(|window| !window.0.is_busy())?)
    }

    fn press_all(&mut self, keys: &[Named]) -> Result<(), TourError> {
        keys.iter().try_for_each(|key| self.press(*key))
    }

    fn type_text(&mut self, text: &str) -> Result<(), TourError> {
        Ok(self.host.type_text(text)?)
    }

    fn expect(&self, is_so: bool) -> Result<(), TourError> {
        is_so.then_some(()).ok_or_else(|| TourError::Broken(self.last.clone()))
    }

    fn shows(&mut self, words: &str) -> Result<(), TourError> {
        let shown = self.host.shows(words);
        self.expect(shown)
    }

    fn is_open(&self) -> Result<(), TourError> {
        self.expect(matches!(self.host.program().0.outcome(), Some(Outcome::Desk(_))))
    }

    fn new_key(&mut self) -> Result<(), TourError> {
        self.picture("key-place")?;
        self.press(Named::Enter)?;
        self.shows(&self.texts.data_key_not_kept())?;
        self.picture("key-place-not-kept")
    }

    fn new_key_without_keyring(&mut self) -> Result<(), TourError> {
        use Named::{ArrowDown, Enter, Tab};
        self.picture("key-place-without-keyring")?;
        // Past the language, to the choice.
        self.press_all(&[Tab, Tab, ArrowDown])?;
        self.press(Tab)?;
        self.type_text("password")?;
        self.picture("key-place-weak")?;
        self.retype(PASSPHRASE)?;
        self.press_all(&[Tab, Tab])?;
        self.type_text("salt wind")?;
        self.press(Enter)?;
        self.shows(&self.texts.data_key_fault_repeat())?;
        self.picture("key-place-differs")?;
        self.retype(PASSPHRASE)?;
        self.picture("key-place-passphrase")?;
        self.press(Enter)?;
        self.is_open()
    }

    fn passphrase(&mut self) -> Result<(), TourError> {
        self.picture("key-passphrase")?;
        self.press(Named::Enter)?;
        self.shows(&self.texts.data_key_passphrase_empty())?;
        for wrong in ["salt", "wind", "ladder"] {
            self.type_text(wrong)?;
            self.press(Named::Enter)?;
            self.shows(&self.texts.data_key_passphrase_wrong())?;
            if wrong == "ladder" {
                self.picture("key-passphrase-wrong")?;
            }
            while self.host.program().0.counts_time() {
                self.host.send(Message::Tick)?;
            }
        }
        self.type_text(PASSPHRASE)?;
        self.press(Named::Enter)?;
        self.is_open()
    }

    fn retype(&mut self, text: &str) -> Result<(), TourError> {
        self.host.press_letter(iced::keyboard::Modifiers::CTRL, 'a')?;
        self.type_text(text)
    }
}
