//! The first supervisor: name and identity number.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::Column;

use crate::domain::applicant::identity_number::IdentityNumberError;
use crate::domain::applicant::{IdentityNumber, PersonName, PersonNameError};
use crate::domain::password::PersonalWords;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{Icon, field};
use crate::ui::scene::Scene;

const IDENTITY: &str = "welcome-identity";
const NAME: &str = "welcome-name";

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    identity: Secret,
    name: Secret,
    identity_fault: Option<IdentityNumberError>,
    name_fault: Option<PersonNameError>,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The identity number was typed.
    Identity(Secret),
    /// The name was typed.
    Name(Secret),
}

impl State {
    /// The control that begins.
    pub const fn first() -> Id {
        Id::new(IDENTITY)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Identity(typed) => {
                self.identity = typed;
                self.identity_fault = None;
            }
            Message::Name(typed) => {
                self.name = typed;
                self.name_fault = None;
            }
        }
    }

    /// Number and name.
    ///
    /// # Errors
    /// The field to which the keyboard belongs.
    pub fn checked(&mut self) -> Result<(IdentityNumber, PersonName), Id> {
        let identity = IdentityNumber::parse(self.identity.expose_secret());
        let name = PersonName::parse(self.name.expose_secret());
        self.identity_fault = identity.as_ref().err().copied();
        self.name_fault = name.as_ref().err().copied();
        Ok((
            identity.map_err(|_| Id::new(IDENTITY))?,
            name.map_err(|_| Id::new(NAME))?,
        ))
    }

    /// The name as it was typed.
    pub const fn name(&self) -> &Secret {
        &self.name
    }

    /// What their password must not be.
    pub fn words(&self) -> PersonalWords {
        PersonalWords {
            identity: IdentityNumber::parse(self.identity.expose_secret()).ok(),
            name: PersonName::parse(self.name.expose_secret()).ok(),
            ..PersonalWords::default()
        }
    }

    /// Both fields.
    pub fn view(&self, scene: Scene) -> Element<'_, super::Message> {
        let Scene { look, texts, .. } = scene;
        let identity = field(look, texts.staff_identity(), self.identity.expose_secret())
            .id(IDENTITY)
            .icon(Icon::IdentityCard)
            .left_to_right()
            .number()
            .longest(24)
            .veiled()
            .help(texts.welcome_supervisor_identity_help())
            .error(self.identity_fault.map(|error| texts.identity_error(error)))
            .on_input(|typed| super::Message::Supervisor(Message::Identity(typed.into())))
            .on_submit(super::Message::Next);
        let fault = self.name_fault.map(|fault| match fault {
            PersonNameError::Empty => texts.welcome_supervisor_name_missing(),
            PersonNameError::TooLong => texts.welcome_name_long(),
            PersonNameError::ControlCharacter => texts.welcome_name_character(),
        });
        let name = field(look, texts.welcome_supervisor_name(), self.name.expose_secret())
            .id(NAME)
            .icon(Icon::Person)
            .longest(100)
            .error(fault)
            .on_input(|typed| super::Message::Supervisor(Message::Name(typed.into())))
            .on_submit(super::Message::Next);
        Column::with_children([identity.into(), name.into()]).spacing(8).into()
    }
}
