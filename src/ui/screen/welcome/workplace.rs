//! Centre and desk.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::Column;

use crate::domain::applicant::{PersonName, PersonNameError};
use crate::domain::staff::Workplace;
use crate::ui::kit::{Icon, field};
use crate::ui::scene::Scene;

const CENTRE: &str = "welcome-centre";
const DESK: &str = "welcome-desk";

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    centre: String,
    desk: String,
    centre_fault: Option<PersonNameError>,
    desk_fault: Option<PersonNameError>,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The centre's name was typed.
    Centre(String),
    /// The desk's name was typed.
    Desk(String),
}

impl State {
    /// These names, where they are known already.
    pub fn new(proposed: Workplace) -> Self {
        Self {
            centre: proposed.centre,
            desk: proposed.desk,
            ..Self::default()
        }
    }

    /// The control that begins.
    pub const fn first() -> Id {
        Id::new(CENTRE)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Centre(typed) => {
                self.centre = typed;
                self.centre_fault = None;
            }
            Message::Desk(typed) => {
                self.desk = typed;
                self.desk_fault = None;
            }
        }
    }

    /// Both names. They are read as names on the screen are: one line, not empty, of a bounded length.
    ///
    /// # Errors
    /// The field to which the keyboard belongs.
    pub fn checked(&mut self) -> Result<Workplace, Id> {
        let (centre, desk) = (PersonName::parse(&self.centre), PersonName::parse(&self.desk));
        self.centre_fault = centre.as_ref().err().copied();
        self.desk_fault = desk.as_ref().err().copied();
        Ok(Workplace {
            centre: centre.map_err(|_| Id::new(CENTRE))?.as_str().to_owned(),
            desk: desk.map_err(|_| Id::new(DESK))?.as_str().to_owned(),
        })
    }

    /// Both as they were typed.
    pub fn typed(&self) -> (&str, &str) {
        (self.centre.trim(), self.desk.trim())
    }

    /// Both fields.
    pub fn view(&self, scene: Scene) -> Element<'_, super::Message> {
        let Scene { look, texts, .. } = scene;
        let fault = |fault: Option<PersonNameError>, missing: fn(&crate::i18n::Texts) -> String| {
            fault.map(|fault| match fault {
                PersonNameError::Empty => missing(&texts),
                PersonNameError::TooLong => texts.welcome_name_long(),
                PersonNameError::ControlCharacter => texts.welcome_name_character(),
            })
        };
        let centre = field(look, texts.welcome_centre(), &self.centre)
            .id(CENTRE)
            .icon(Icon::Building2)
            .longest(100)
            .help(texts.welcome_centre_help())
            .error(fault(self.centre_fault, |texts| texts.welcome_centre_missing()))
            .on_input(|typed| super::Message::Workplace(Message::Centre(typed)))
            .on_submit(super::Message::Next);
        let desk = field(look, texts.welcome_desk(), &self.desk)
            .id(DESK)
            .icon(Icon::Monitor)
            .longest(100)
            .help(texts.welcome_desk_help())
            .error(fault(self.desk_fault, |texts| texts.welcome_desk_missing()))
            .on_input(|typed| super::Message::Workplace(Message::Desk(typed)))
            .on_submit(super::Message::Next);
        Column::with_children([centre.into(), desk.into()]).spacing(8).into()
    }
}
