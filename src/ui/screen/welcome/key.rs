//! Where the data key is kept, and whether it is wrapped in a passphrase.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::Column;

use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Field, Icon, field, possibility};
use crate::ui::scene::Scene;

/// Where the data key is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// The keyring of the system.
    Keyring,
    /// A file in the configuration folder.
    File,
}

/// The place of the data key, and what it is wrapped in, where it is.
pub type Kept = (KeyPlace, Option<Secret>);

const PASSPHRASE: &str = "welcome-passphrase";
const REPEAT: &str = "welcome-passphrase-repeat";

/// The fewest characters of a passphrase.
const SHORTEST: usize = 12;

/// What was chosen and typed.
#[derive(Debug)]
pub struct State {
    keyring: bool,
    place: KeyPlace,
    wrapped: bool,
    passphrase: Secret,
    repeat: Secret,
    shown: bool,
    fault: Option<Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Empty,
    Short,
    Differs,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A place was chosen, by its row.
    Place(usize),
    /// It is to be wrapped, or not.
    Wrapped,
    /// The passphrase was typed.
    Passphrase(Secret),
    /// It was typed again.
    Repeat(Secret),
    /// Both are to be shown or hidden.
    Shown,
}

impl State {
    /// In the keyring where the system has one.
    pub fn new(keyring: bool) -> Self {
        Self {
            keyring,
            place: if keyring { KeyPlace::Keyring } else { KeyPlace::File },
            wrapped: false,
            passphrase: Secret::default(),
            repeat: Secret::default(),
            shown: false,
            fault: None,
        }
    }

    /// Forgets the passphrase, and keeps what was chosen.
    pub fn forget(&mut self) {
        self.passphrase = Secret::default();
        self.repeat = Secret::default();
        self.shown = false;
        self.fault = None;
    }

    /// What happened.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Place(row) => {
                self.place = match row {
                    0 if self.keyring => KeyPlace::Keyring,
                    _ => KeyPlace::File,
                };
            }
            Message::Wrapped => {
                self.wrapped = !self.wrapped;
                self.forget();
            }
            Message::Passphrase(typed) => {
                self.passphrase = typed;
                self.fault = None;
            }
            Message::Repeat(typed) => {
                self.repeat = typed;
                self.fault = None;
            }
            Message::Shown => self.shown = !self.shown,
        }
    }

    /// The place, whether it is wrapped, and in words what stands in the review.
    pub const fn chosen(&self) -> (KeyPlace, bool) {
        (self.place, self.wrapped)
    }

    /// The place and the passphrase.
    ///
    /// # Errors
    /// The field to which the keyboard belongs.
    pub fn checked(&mut self) -> Result<Kept, Id> {
        if !self.wrapped {
            return Ok((self.place, None));
        }
        let typed = self.passphrase.expose_secret();
        self.fault = match typed.chars().count() {
            0 => Some(Fault::Empty),
            1..SHORTEST => Some(Fault::Short),
            _ if typed != self.repeat.expose_secret() => Some(Fault::Differs),
            _ => None,
        };
        match self.fault {
            None => Ok((self.place, Some(self.passphrase.clone()))),
            Some(Fault::Differs) => Err(Id::new(REPEAT)),
            Some(Fault::Empty | Fault::Short) => Err(Id::new(PASSPHRASE)),
        }
    }

    /// The places, and the passphrase where there is to be one.
    pub fn view(&self, scene: Scene) -> Element<'_, super::Message> {
        let Scene { look, texts, .. } = scene;
        let detail = if self.keyring {
            texts.welcome_key_keyring_detail()
        } else {
            texts.welcome_key_keyring_missing()
        };
        let rows = vec![
            possibility(texts.welcome_key_keyring())
                .icon(Icon::Lock)
                .detail(detail)
                .disabled(!self.keyring),
            possibility(texts.welcome_key_file())
                .icon(Icon::FileText)
                .detail(texts.welcome_key_file_detail()),
        ];
        let chosen = match self.place {
            KeyPlace::Keyring => 0,
            KeyPlace::File => 1,
        };
        let places = kit::choice(look, texts.welcome_key_places(), rows, Some(chosen), |row| {
            super::Message::Key(Message::Place(row))
        });
        let wrapped = kit::check(look, texts.welcome_key_wrapped(), self.wrapped)
            .on_toggle(super::Message::Key(Message::Wrapped));
        let mut content = Column::with_children([places, wrapped.into()]).spacing(16);
        if self.wrapped {
            let of_repeat = self.fault == Some(Fault::Differs);
            let words = self.fault.map(|fault| match fault {
                Fault::Empty => texts.welcome_passphrase_empty(),
                Fault::Short => texts.welcome_passphrase_short(),
                Fault::Differs => texts.welcome_passphrase_differs(),
            });
            let passphrase = self
                .secret(scene, PASSPHRASE, texts.welcome_passphrase(), &self.passphrase)
                .help(texts.welcome_passphrase_help())
                .error(words.clone().filter(|_| !of_repeat))
                .on_input(|typed| super::Message::Key(Message::Passphrase(typed.into())));
            let repeat = self
                .secret(scene, REPEAT, texts.welcome_passphrase_repeat(), &self.repeat)
                .error(words.filter(|_| of_repeat))
                .on_input(|typed| super::Message::Key(Message::Repeat(typed.into())));
            content = content.push(Column::with_children([passphrase.into(), repeat.into()]).spacing(4));
        }
        content.into()
    }

    fn secret<'a>(&self, scene: Scene, id: &'static str, label: String, typed: &Secret) -> Field<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        let reveal = if self.shown {
            texts.action_hide()
        } else {
            texts.action_show()
        };
        field(look, label, typed.expose_secret())
            .id(id)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.shown, reveal, super::Message::Key(Message::Shown))
            .on_submit(super::Message::Next)
    }
}
