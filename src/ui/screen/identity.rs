//! The clerk types identity and mobile.

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element, Length};

use crate::desk::Request;
use crate::domain::applicant::identity_number::{self, IdentityNumberError};
use crate::domain::applicant::{IdentityNumber, Mobile, MobileError, Username, UsernameError};
use crate::domain::fact::Flow;
use crate::domain::recovery::Refusal;
use crate::domain::recovery::identity::{Claim, Identifier, IdentityRefusal};
use crate::ui::kit::{self, Icon, field};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;
use crate::ui::theme::TypeStyle;

use super::Action;

const IDENTIFIER: &str = "identity-identifier";
const MOBILE: &str = "identity-mobile";

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    /// Whether the user name is what was forgotten: then only a number is taken.
    number_only: bool,
    by_username: bool,
    identifier: String,
    mobile: String,
    identifier_fault: Option<Fault>,
    mobile_fault: Option<MobileError>,
}

/// What is wrong with the identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    Number(IdentityNumberError),
    Username(UsernameError),
    NumberWanted,
    DocumentDisagrees,
    OwnIdentity,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// An identity number or user name was typed.
    Identifier(String),
    /// A mobile was typed.
    Mobile(String),
    /// The other kind of identifier.
    Switch,
    /// Both are typed.
    Submit,
}

impl State {
    /// An empty form.
    pub fn new(flow: Flow) -> Self {
        Self {
            number_only: flow != Flow::ForgottenPassword,
            ..Self::default()
        }
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(IDENTIFIER)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Identifier(typed) => {
                let complete = |text: &str| IdentityNumber::parse(text).is_ok();
                let completed = !complete(&self.identifier) && complete(&typed);
                self.identifier = typed;
                self.identifier_fault = None;
                if completed && !self.by_username && self.mobile.is_empty() {
                    return Action::MoveOn(Id::new(MOBILE));
                }
                Action::None
            }
            Message::Mobile(typed) => {
                self.mobile = typed;
                self.mobile_fault = None;
                Action::None
            }
            Message::Switch => {
                self.by_username = !self.by_username;
                self.identifier.clear();
                self.identifier_fault = None;
                Action::Focus(Id::new(IDENTIFIER))
            }
            Message::Submit => self.submit(),
        }
    }

    fn submit(&mut self) -> Action {
        let identifier = if self.by_username {
            Username::parse(&self.identifier)
                .map(Identifier::Name)
                .map_err(Fault::Username)
        } else {
            IdentityNumber::parse(&self.identifier)
                .map(Identifier::Number)
                .map_err(Fault::Number)
        };
        let mobile = Mobile::parse(&self.mobile);
        match (identifier, mobile) {
            (Ok(identifier), Ok(mobile)) => Action::Ask(Request::Identity(Claim { identifier, mobile })),
            (identifier, mobile) => {
                let field = if identifier.is_err() { IDENTIFIER } else { MOBILE };
                self.identifier_fault = identifier.err();
                self.mobile_fault = mobile.err();
                Action::Focus(Id::new(field))
            }
        }
    }

    /// The desk refused the claim.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let fault = match refusal {
            Some(Refusal::Identity(IdentityRefusal::DocumentDisagrees)) => Fault::DocumentDisagrees,
            Some(Refusal::Identity(IdentityRefusal::NumberWanted)) => Fault::NumberWanted,
            _ => return None,
        };
        self.identifier_fault = Some(fault);
        Some(self.first())
    }

    /// The number is the clerk's own.
    pub fn own_identity(&mut self) -> Id {
        self.identifier_fault = Some(Fault::OwnIdentity);
        self.first()
    }

    /// The clerk's stage.
    pub fn clerk(&self, scene: Scene, busy: bool) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let mobile = field(look, texts.identity_mobile(), &self.mobile)
            .id(MOBILE)
            .icon(Icon::Smartphone)
            .left_to_right()
            .number()
            .longest(24)
            .error(self.mobile_fault.as_ref().map(|fault| texts.mobile_error(*fault)))
            .on_input(Message::Mobile)
            .on_submit(Message::Submit);
        let mobile = match Mobile::parse(&self.mobile) {
            Ok(read) => {
                let international = format!("+966 {}", read.national().trim_start_matches('0'));
                mobile.help_with(Icon::Done, texts.identity_mobile_reads_as(international))
            }
            Err(_) => mobile.help(texts.identity_mobile_help()),
        };
        let switch = if self.by_username {
            texts.identity_by_number()
        } else {
            texts.identity_by_username()
        };
        let switch = kit::button(look, switch).quiet().toolbar().on_press(Message::Switch);
        let content = Column::with_children([self.identifier(scene), self.aloud(scene)])
            .extend((!self.number_only).then(|| switch.into()))
            .push(mobile)
            .spacing(8)
            .width(Length::Fill);
        let next = kit::button(look, texts.action_next())
            .primary()
            .key(texts.key_enter())
            .busy_maybe(busy.then(|| texts.identity_checking()))
            .on_press(Message::Submit);
        stage(
            scene,
            texts.identity_title(),
            texts.identity_sentence(),
            content,
            Space::new(),
            next,
        )
    }

    fn aloud(&self, scene: Scene) -> Element<'_, Message> {
        let mistyped = self.identifier_fault == Some(Fault::Number(IdentityNumberError::CheckDigit));
        if mistyped {
            read_aloud(scene, &self.identifier)
        } else {
            Space::new().into()
        }
    }

    fn identifier(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let made = if self.by_username {
            field(look, texts.identity_username(), &self.identifier)
                .icon(Icon::Person)
                .longest(40)
                .help(texts.identity_username_help())
        } else {
            field(look, texts.identity_number(), &self.identifier)
                .icon(Icon::IdentityCard)
                .longest(24)
                .counter(texts.identity_number_count())
                .help(if self.number_only {
                    texts.identity_number_forgotten()
                } else {
                    texts.identity_number_help()
                })
        };
        made.id(IDENTIFIER)
            .veiled()
            .left_to_right()
            .number()
            .error(self.identifier_fault.as_ref().map(|fault| sentence(scene, fault)))
            .on_input(Message::Identifier)
            .on_submit(Message::Submit)
            .into()
    }
}

/// A number that fails its check digit, in groups to be read aloud.
pub(super) fn read_aloud<'a, Message: 'a>(scene: Scene, typed: &str) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let Some(groups) = identity_number::groups(typed) else {
        return Space::new().into();
    };
    let boxes = groups.map(|group| {
        let digits = kit::text(look, TypeStyle::H3, group).left_to_right();
        kit::quiet_box(look, digits).padding([2.0, 12.0]).into()
    });
    let groups = Row::with_children(boxes).spacing(8);
    Row::with_children([
        kit::small(look, texts.identity_read_aloud()).into(),
        crate::ui::direction::unmirrored(look, groups),
    ])
    .spacing(12)
    .align_y(Alignment::Center)
    .into()
}

fn sentence(scene: Scene, fault: &Fault) -> String {
    let texts = scene.texts;
    match fault {
        Fault::Number(error) => texts.identity_error(*error),
        Fault::Username(error) => texts.username_error(*error),
        Fault::NumberWanted => texts.identity_error_number_wanted(),
        Fault::DocumentDisagrees => texts.identity_error_document(),
        Fault::OwnIdentity => texts.identity_error_own(),
    }
}
