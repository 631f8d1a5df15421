//! The start page: the desk is ready for the next visitor, or says why it is not.

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element, Length};

use crate::desk::{LeftOpen, Status};
use crate::domain::applicant::ApplicantKind;
use crate::domain::fact::Flow;
use crate::domain::time::Timestamp;
use crate::ui::kit::control::{Paint, Status as Pressing};
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::{TypeStyle, radius};

use super::{had_account, left_open, services, stop};

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A visit begins.
    Begin(Flow),
    /// The sign-in card.
    TrySignIn,
    /// Another page.
    Page(Page),
    /// The same person is there: the visit that was left open goes on.
    Resume,
    /// They are not: it ends.
    GiveUp,
    /// The supervisor's pages.
    Supervise,
    /// On the page on which a change of a mobile is stopped.
    Stop(stop::Message),
}

/// What is open while no visit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The doors: the ways to begin.
    Doors,
    /// Whether the applicant had an account.
    HadAccount,
    /// What an account opens to applicants of this kind.
    Services(ApplicantKind),
    /// A visit that was open when the program stopped.
    LeftOpen,
    /// A change of a mobile is stopped.
    StopMobile,
}

impl Page {
    /// The services, at the commonest kind of applicant.
    pub const SERVICES: Self = Self::Services(ApplicantKind::Citizen);
}

/// The control that begins on a page.
pub fn first(page: Page) -> Option<Id> {
    match page {
        Page::Doors | Page::LeftOpen => None,
        Page::HadAccount => Some(Id::new(had_account::YES)),
        Page::Services(_) => Some(Id::new(services::FIRST)),
        Page::StopMobile => Some(stop::first()),
    }
}

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// How the desk stands.
    pub status: Option<&'a Status>,
    /// Whether the supervisor's pages are open to whoever sits here.
    pub supervises: bool,
    /// When the last visit was wiped, as the wall clock showed it.
    pub wiped: Option<Timestamp>,
    /// The page on which a change of a mobile is stopped.
    pub stopping: &'a stop::State,
    /// The visit that was open when the program stopped.
    pub left_open: Option<&'a LeftOpen>,
}

/// Whether a visit can begin.
fn is_open(scene: Scene, shown: Shown<'_>) -> bool {
    let paused = |status: &Status| status.paused_until.is_some_and(|until| until > scene.now);
    shown
        .status
        .is_none_or(|status| status.gateway.is_some() && !paused(status))
}

/// Whether email can be sent: a registration proves it.
fn sends_email(shown: Shown<'_>) -> bool {
    shown.status.is_none_or(|status| status.email.is_some())
}

/// The clerk's page.
pub fn clerk<'a>(scene: Scene, shown: Shown<'a>, page: Page) -> Element<'a, Message> {
    match page {
        Page::Doors => doors(scene, shown),
        Page::HadAccount => had_account::clerk(scene, is_open(scene, shown), sends_email(shown)),
        Page::Services(kind) => services::clerk(scene, kind),
        Page::StopMobile => shown.stopping.clerk(scene).map(Message::Stop),
        Page::LeftOpen => match shown.left_open {
            Some(left) => left_open::clerk(scene, left),
            None => doors(scene, shown),
        },
    }
}

fn doors<'a>(scene: Scene, shown: Shown<'_>) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let open = is_open(scene, shown);
    let electronic = vec![
        door(
            scene,
            Icon::Key,
            texts.start_forgotten_password(),
            texts.start_forgotten_password_what(),
            "1",
            open.then_some(Message::Begin(Flow::ForgottenPassword)),
        ),
        door(
            scene,
            Icon::SignIn,
            texts.start_sign_in(),
            texts.start_sign_in_what(),
            "2",
            Some(Message::TrySignIn),
        ),
    ];
    let group = |words: String| kit::heading(look, words).color(look.palette.text_2).into();
    let supervision = shown.supervises.then(|| {
        door(
            scene,
            Icon::Chart,
            texts.start_supervision(),
            texts.start_supervision_what(),
            "5",
            Some(Message::Supervise),
        )
    });
    let content = Column::with_children([hero(scene, shown, open), warnings(scene, shown)])
        .extend(supervision)
        .extend([
            group(texts.start_electronic_services()),
            scene.beside(16.0, electronic),
            group(texts.start_individual_services()),
            scene.beside(16.0, individual(scene, open)),
            scene.beside(16.0, supervised(scene, shown)),
        ])
        .spacing(12)
        .max_width(look.px(648.0));
    iced::widget::container(kit::scroll(look, texts.start_title(), content))
        .center_x(Length::Fill)
        .height(Length::Fill)
        .padding([24.0, 32.0])
        .into()
}

/// New user, and what an account opens.
fn individual<'a>(scene: Scene, open: bool) -> Vec<Element<'a, Message>> {
    let texts = scene.texts;
    vec![
        door(
            scene,
            Icon::PersonAdd,
            texts.start_new_user(),
            texts.start_new_user_what(),
            "3",
            open.then_some(Message::Page(Page::HadAccount)),
        ),
        door(
            scene,
            Icon::Grid,
            texts.start_services(),
            texts.start_services_what(),
            "4",
            Some(Message::Page(Page::SERVICES)),
        ),
    ]
}

/// What is done beside a supervisor, and the way to stop it.
fn supervised<'a>(scene: Scene, shown: Shown<'_>) -> Vec<Element<'a, Message>> {
    let texts = scene.texts;
    // No pause of the desk stops it; only codes must be able to leave.
    let open = shown.status.is_none_or(|status| status.gateway.is_some());
    vec![
        door(
            scene,
            Icon::ShieldCheck,
            texts.start_supervised(),
            texts.start_supervised_what(),
            "6",
            open.then_some(Message::Begin(Flow::Supervised)),
        ),
        door(
            scene,
            Icon::Pause,
            texts.start_stop_mobile(),
            texts.start_stop_mobile_what(),
            "7",
            Some(Message::Page(Page::StopMobile)),
        ),
    ]
}

fn hero<'a>(scene: Scene, shown: Shown<'_>, open: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let colours = look.palette;
    let wiped = match shown.wiped {
        Some(at) => texts.start_wiped(at),
        None => texts.start_fresh(),
    };
    let next = kit::button(look, texts.start_next_applicant())
        .primary()
        .icon(Icon::PersonAdd)
        .key("F4")
        .on_press_maybe(open.then_some(Message::Begin(Flow::ForgottenPassword)));
    let words = Column::with_children([
        kit::title(look, texts.start_title()).into(),
        kit::small(look, wiped).into(),
        Space::new().height(12).into(),
        next.into(),
    ])
    .width(Length::Fill);
    let tile = kit::tile(look, Icon::DoorOpen, 64.0, colours.accent_soft, colours.accent_text);
    let row = Row::with_children([tile, words.into()])
        .spacing(20)
        .align_y(Alignment::Center);
    kit::card(look, row)
}

fn warnings<'a>(scene: Scene, shown: Shown<'_>) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let Some(status) = shown.status else {
        return Space::new().into();
    };
    if let Some(until) = status.paused_until.filter(|until| *until > scene.now) {
        let sentence = texts.pause_until(scene.on_the_wall(until));
        return kit::note(look, Tone::Warn, texts.pause_sentence())
            .title(sentence)
            .icon(Icon::Pause)
            .into();
    }
    Column::with_children(gateway_notes(scene, status)).spacing(12).into()
}

/// What cannot be sent, why, and what to do.
fn gateway_notes<'a>(scene: Scene, status: &Status) -> Vec<Element<'a, Message>> {
    use crate::desk::GatewayState::{Down, Ready};
    let Scene { look, texts, .. } = scene;
    let note = |tone, title, words: [String; 2]| kit::note(look, tone, words.join(" ")).title(title).into();
    let sms = match status.gateway {
        None => {
            let words = [texts.start_no_gateway_why(), texts.start_no_gateway_do()];
            return vec![note(Tone::Error, texts.start_no_gateway_title(), words)];
        }
        Some(Down(fault)) => {
            let words = [texts.gateway_why(fault), texts.start_gateway_down_do()];
            Some(note(Tone::Warn, texts.start_gateway_down_title(), words))
        }
        Some(Ready) => None,
    };
    let email = match status.email {
        None => {
            let words = [texts.start_no_email_why(), texts.start_no_gateway_do()];
            Some(note(Tone::Warn, texts.start_no_email_title(), words))
        }
        Some(Down(fault)) => {
            let words = [texts.gateway_why(fault), texts.start_email_down_do()];
            Some(note(Tone::Warn, texts.start_email_down_title(), words))
        }
        Some(Ready) => None,
    };
    sms.into_iter().chain(email).collect()
}

/// A way to begin: a card that is pressed as a whole, or by its digit.
pub(super) fn door<'a>(
    scene: Scene,
    which: Icon,
    words: String,
    what: String,
    key: &str,
    message: Option<Message>,
) -> Element<'a, Message> {
    door_called(scene, None, (which, words, what), key, message)
}

/// A door with a name by which it can be given the keyboard.
pub(super) fn door_called<'a>(
    scene: Scene,
    id: Option<Id>,
    (which, words, what): (Icon, String, String),
    key: &str,
    message: Option<Message>,
) -> Element<'a, Message> {
    let look = scene.look;
    let colours = look.palette;
    let enabled = message.is_some();
    let ink = if enabled { colours.text } else { colours.text_off };
    let head = Row::with_children([
        kit::text(look, TypeStyle::H3, words.clone()).color(ink).fill().into(),
        kit::key_cap(look, key.to_owned()).into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center);
    let text = Column::with_children([head.into(), kit::small(look, what.clone()).into()]).width(Length::Fill);
    let tile = kit::tile(look, which, 48.0, colours.accent_soft, colours.accent_text);
    let content = Row::with_children([tile, text.into()]).spacing(16);
    let made = kit::control(look, crate::ui::access::Role::Button, words, content)
        .on_press_maybe(message)
        .description(Some(what))
        .paint(move |status| {
            let fill = match status {
                Pressing::Hover => colours.sunken,
                Pressing::Pressed => colours.accent_soft,
                Pressing::Disabled => colours.off,
                _ => colours.surface,
            };
            Paint::bordered(fill, colours.line, look.hair())
        })
        .radius(radius::CARD)
        .padding(16)
        .width(Length::Fill)
        .least(0.0, look.px(108.0));
    match id {
        Some(id) => made.id(id).into(),
        None => made.into(),
    }
}
