//! The clerk types who registers: identity number and mobile, and what the registry does not know of the person.

use iced::advanced::widget::Id;
use iced::widget::Column;
use iced::{Element, Length};

use crate::desk::{ClerkStep, ClerkView, Request};
use crate::domain::applicant::{
    IdDate, IdDateError, IdentityNumber, IdentityNumberError, Mobile, MobileError, PersonName, PersonNameError,
};
use crate::domain::recovery::Refusal;
use crate::domain::registration::{FromDocument, PersonalData, RegistrationRefusal};
use crate::i18n::Texts;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;
use crate::ui::screen::identity::read_aloud;
use crate::ui::shell::stage;

const IDENTITY: &str = "personal-identity";
const MOBILE: &str = "personal-mobile";
const NAME: &str = "personal-name";
const EXPIRY: &str = "personal-expiry";

/// What was typed, and what is wrong with it.
#[derive(Default)]
pub struct State {
    identity: String,
    mobile: String,
    name: String,
    expiry: String,
    faults: Faults,
}

impl std::fmt::Debug for State {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("State")
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Default)]
struct Faults {
    identity: Option<IdentityFault>,
    mobile: Option<MobileError>,
    name: Option<PersonNameError>,
    expiry: Option<IdDateError>,
    /// The desk serves nobody, or asks no registry, for now.
    wait: Option<RegistrationRefusal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IdentityFault {
    Number(IdentityNumberError),
    DocumentDisagrees,
    OwnIdentity,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// An identity number was typed.
    Identity(String),
    /// A mobile was typed.
    Mobile(String),
    /// A name was typed.
    Name(String),
    /// An expiry date was typed.
    Expiry(String),
    /// All are typed.
    Submit,
    /// Back to the conditions.
    Back,
}

impl State {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(IDENTITY)
    }

    /// What happened; `wanted` is what is to be typed besides number and mobile.
    pub fn update(&mut self, message: Message, wanted: FromDocument) -> Action {
        self.faults.wait = None;
        match message {
            Message::Identity(typed) => {
                let complete = |text: &str| IdentityNumber::parse(text).is_ok();
                let completed = !complete(&self.identity) && complete(&typed);
                self.identity = typed;
                self.faults.identity = None;
                if completed && self.mobile.is_empty() {
                    return Action::MoveOn(Id::new(MOBILE));
                }
            }
            Message::Mobile(typed) => {
                self.mobile = typed;
                self.faults.mobile = None;
            }
            Message::Name(typed) => {
                self.name = typed;
                self.faults.name = None;
            }
            Message::Expiry(typed) => {
                self.expiry = typed;
                self.faults.expiry = None;
            }
            Message::Submit => return self.submit(wanted),
            Message::Back => return Action::Ask(Request::Back),
        }
        Action::None
    }

    fn submit(&mut self, wanted: FromDocument) -> Action {
        let identity = IdentityNumber::parse(&self.identity);
        let mobile = Mobile::parse(&self.mobile);
        let name = wanted.name.then(|| PersonName::parse(&self.name)).transpose();
        let expiry = wanted.expiry.then(|| IdDate::parse(&self.expiry)).transpose();
        match (identity, mobile, name, expiry) {
            (Ok(identity), Ok(mobile), Ok(name), Ok(expiry)) => Action::Ask(Request::PersonalData(PersonalData {
                identity,
                mobile,
                name,
                expiry,
            })),
            (identity, mobile, name, expiry) => {
                self.faults = Faults {
                    identity: identity.err().map(IdentityFault::Number),
                    mobile: mobile.err(),
                    name: name.err(),
                    expiry: expiry.err(),
                    wait: None,
                };
                Action::Focus(Id::new(self.faults.first()))
            }
        }
    }

    /// The desk refused what was typed.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let Some(Refusal::Registration(why)) = refusal else {
            return None;
        };
        match why {
            RegistrationRefusal::DocumentDisagrees => {
                self.faults.identity = Some(IdentityFault::DocumentDisagrees);
                Some(self.first())
            }
            // The fields for name and expiry have appeared.
            RegistrationRefusal::DocumentWanted => Some(Id::new(NAME)),
            why => {
                self.faults.wait = Some(why);
                None
            }
        }
    }

    /// The number is the clerk's own.
    pub fn own_identity(&mut self) -> Id {
        self.faults.identity = Some(IdentityFault::OwnIdentity);
        self.first()
    }

    /// The clerk's stage.
    pub fn clerk<'a>(&'a self, scene: Scene, view: &ClerkView, busy: bool) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let wanted = wanted(view);
        let mut content = Column::with_children([self.identity(scene)])
            .spacing(8)
            .width(Length::Fill);
        if self.faults.identity == Some(IdentityFault::Number(IdentityNumberError::CheckDigit)) {
            content = content.push(read_aloud(scene, &self.identity));
        }
        content = content.push(self.mobile(scene));
        if wanted.name || wanted.expiry {
            content = content.push(kit::note(look, Tone::Info, texts.personal_document()));
        }
        if wanted.name {
            content = content.push(self.name(scene));
        }
        if wanted.expiry {
            content = content.push(self.expiry(scene));
        }
        if let Some(RegistrationRefusal::TooManyLookUps { until }) = &self.faults.wait {
            let at = texts.look_ups_spent(scene.on_the_wall(*until));
            content = content.push(kit::note(look, Tone::Warn, texts.look_ups_spent_do()).title(at));
        }
        let next = kit::button(look, texts.personal_next())
            .primary()
            .key(texts.key_enter())
            .busy_maybe(busy.then(|| texts.personal_asking()))
            .on_press(Message::Submit);
        let back = kit::button(look, texts.action_back())
            .key(texts.key_escape())
            .on_press(Message::Back);
        stage(
            scene,
            texts.registration_personal(),
            texts.personal_sentence(),
            content,
            back,
            next,
        )
    }

    fn identity(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let fault = self.faults.identity.map(|fault| match fault {
            IdentityFault::Number(error) => texts.identity_error(error),
            IdentityFault::DocumentDisagrees => texts.identity_error_document(),
            IdentityFault::OwnIdentity => texts.identity_error_own(),
        });
        field(look, texts.identity_number(), &self.identity)
            .id(IDENTITY)
            .icon(Icon::IdentityCard)
            .left_to_right()
            .number()
            .longest(24)
            .veiled()
            .counter(texts.identity_number_count())
            .help(texts.identity_number_help())
            .error(fault)
            .on_input(Message::Identity)
            .on_submit(Message::Submit)
            .into()
    }

    fn mobile(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let made = field(look, texts.personal_mobile(), &self.mobile)
            .id(MOBILE)
            .icon(Icon::Smartphone)
            .left_to_right()
            .number()
            .longest(24)
            .error(self.faults.mobile.map(|fault| texts.mobile_error(fault)))
            .on_input(Message::Mobile)
            .on_submit(Message::Submit);
        match Mobile::parse(&self.mobile) {
            Ok(read) => {
                let read = format!("+966 {}", read.national().trim_start_matches('0'));
                made.help_with(Icon::Done, texts.personal_mobile_reads_as(read)).into()
            }
            Err(_) => made.help(texts.personal_mobile_help()).into(),
        }
    }

    fn name(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        field(look, texts.personal_name(), &self.name)
            .id(NAME)
            .icon(Icon::Person)
            .longest(120)
            .help(texts.personal_name_help())
            .error(self.faults.name.map(|fault| texts.person_name_error(fault)))
            .on_input(Message::Name)
            .on_submit(Message::Submit)
            .into()
    }

    fn expiry(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let made = field(look, texts.personal_expiry(), &self.expiry)
            .id(EXPIRY)
            .icon(Icon::Calendar)
            .left_to_right()
            .number()
            .longest(24)
            .error(self.faults.expiry.map(|fault| texts.expiry_error(fault)))
            .on_input(Message::Expiry)
            .on_submit(Message::Submit);
        match IdDate::parse(&self.expiry) {
            Ok(read) => made.help_with(Icon::Done, reads_as(texts, read)).into(),
            Err(_) => made.help(texts.personal_expiry_help()).into(),
        }
    }
}

fn reads_as(texts: Texts, read: IdDate) -> String {
    texts.personal_expiry_reads_as(texts.id_date(read))
}

/// What is to be typed besides number and mobile.
pub(super) fn wanted(view: &ClerkView) -> FromDocument {
    match &view.step {
        ClerkStep::PersonalData { wanted } => *wanted,
        _ => FromDocument::default(),
    }
}

impl Faults {
    /// The first field that is wrong.
    const fn first(&self) -> &'static str {
        match self {
            Self { identity: Some(_), .. } => IDENTITY,
            Self { mobile: Some(_), .. } => MOBILE,
            Self { name: Some(_), .. } => NAME,
            _ => EXPIRY,
        }
    }
}
