//! What was asked for is done: what happened, and what the account opens. A user name stands on the applicant's page
//! until they have noted it, and nowhere else.

use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element, Length};

use crate::desk::{ApplicantStep, ApplicantView, ClerkStep, ClerkView};
use crate::domain::applicant::{ApplicantKind, Username};
use crate::domain::recovery::proven::Outcome;
use crate::domain::service;
use crate::domain::time::Timestamp;
use crate::i18n::date;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::{actions, stage};
use crate::ui::theme::TypeStyle;

use super::{Action, Side};

/// Nothing is typed here.
#[derive(Debug)]
pub struct State {
    /// Whether there is a user name that the applicant has not noted yet.
    to_be_noted: bool,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The next visitor.
    Next,
    /// The receipt is to be shown.
    Receipt,
    /// The applicant tries the new password.
    TrySignIn,
    /// The applicant has noted the user name.
    Noted,
}

impl State {
    /// The last screen of a visit in which this was done.
    pub fn new(outcome: Outcome) -> Self {
        Self {
            to_be_noted: !matches!(outcome, Outcome::PasswordChanged | Outcome::MobileWaits { .. }),
        }
    }

    /// Who is to act: the applicant first, where a user name is shown to them.
    pub const fn owner(&self) -> Side {
        if self.to_be_noted { Side::Applicant } else { Side::Clerk }
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Next => Action::Next,
            Message::Receipt => Action::Receipt,
            Message::TrySignIn => Action::TrySignIn,
            Message::Noted => {
                self.to_be_noted = false;
                Action::HandOver
            }
        }
    }
}

/// The clerk's stage.
pub fn clerk<'a>(scene: Scene, view: &ClerkView) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let ClerkStep::Done { at, outcome } = &view.step else {
        return Space::new().into();
    };
    let kind = view.kind.map(|kind| texts.kind(kind));
    let head = Row::with_children([
        kit::strong(look, texts.done_services()).fill().into(),
        kit::small(
            look,
            kind.map(|kind| texts.done_services_kind(kind)).unwrap_or_default(),
        )
        .into(),
    ])
    .align_y(Alignment::Center);
    // A mobile that waits opens nothing yet.
    let waits = matches!(outcome, Outcome::MobileWaits { .. });
    let opened = (!waits)
        .then(|| [head.into(), services(scene, view)])
        .into_iter()
        .flatten();
    let content = Column::with_children([happened(scene, *at, *outcome)])
        .extend(expired(scene, view))
        .extend(opened)
        .spacing(16);
    let (title, sentence, try_it) = match outcome {
        Outcome::PasswordChanged => (
            texts.done_title(),
            texts.done_sentence_clerk(),
            texts.done_try_sign_in(),
        ),
        Outcome::UsernameShown => (
            texts.done_username_shown_title(),
            texts.done_username_shown_sentence_clerk(),
            texts.start_sign_in(),
        ),
        Outcome::Registered => (
            texts.done_registered_title(),
            texts.done_registered_sentence_clerk(),
            texts.start_sign_in(),
        ),
        Outcome::MobileWaits { until } => (
            texts.done_mobile_title(),
            texts.done_mobile_until(scene.on_the_wall(*until), scene.on_the_wall(*until)),
            texts.start_sign_in(),
        ),
        Outcome::UsernameChanged => (
            texts.done_username_changed_title(),
            texts.done_username_changed_sentence_clerk(),
            texts.start_sign_in(),
        ),
    };
    let try_it = kit::button(look, try_it).icon(Icon::Key).on_press(Message::TrySignIn);
    let receipt = kit::button(look, texts.receipt_open())
        .key("F6")
        .on_press(Message::Receipt);
    // Three in one line are too many for the words of every language.
    let content = Column::with_children([content.into(), try_it.into()]).spacing(16);
    let next = kit::button(look, texts.done_next_applicant())
        .primary()
        .icon(Icon::PersonAdd)
        .key("F4")
        .on_press(Message::Next);
    stage(scene, title, sentence, content, receipt, next)
}

/// What was done, and when.
fn happened<'a>(scene: Scene, at: Timestamp, outcome: Outcome) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let time = date::clock_with_seconds(texts.locale(), scene.on_the_wall(at));
    let (what, message) = match outcome {
        Outcome::PasswordChanged | Outcome::UsernameChanged | Outcome::Registered => {
            (texts.done_saved(), texts.done_notice_mobile())
        }
        Outcome::UsernameShown => (texts.done_username_recorded(), texts.done_username_message()),
        Outcome::MobileWaits { .. } => (texts.done_mobile_recorded(), texts.done_mobile_message()),
    };
    let events = Column::with_children([
        kit::event(look, Tone::Good, Icon::Done, what, time),
        kit::separator(look),
        kit::event(look, Tone::Good, Icon::Done, message, ""),
        kit::separator(look),
        kit::event(look, Tone::Good, Icon::Done, texts.done_no_sign_in(), ""),
    ])
    .spacing(8);
    kit::quiet_box(look, events).width(Length::Fill).into()
}

/// That the document has expired, where it has, and where it is renewed.
fn expired<'a>(scene: Scene, view: &ClerkView) -> Option<Element<'a, Message>> {
    let Scene { look, texts, .. } = scene;
    let place = match view.kind {
        Some(ApplicantKind::Citizen) | None => texts.renewal_citizen(),
        Some(ApplicantKind::Resident | ApplicantKind::Visitor) => texts.renewal_resident(),
    };
    let sentence = texts.done_document_expired(texts.id_date(view.expired?), place);
    Some(kit::note(look, Tone::Warn, sentence).into())
}

/// The services that the applicant may use now, two in a row.
fn services<'a>(scene: Scene, view: &ClerkView) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let open: Vec<_> = view.kind.map(service::open_to).unwrap_or_default();
    if open.is_empty() {
        return kit::note(look, Tone::Info, texts.done_services_none()).into();
    }
    let tile = |name: &str| -> Element<'a, Message> {
        let words = Column::with_children([
            kit::text(look, TypeStyle::Label, texts.service(name)).into(),
            kit::caption(look, texts.service_need(name)).into(),
        ]);
        kit::quiet_box(look, words).width(Length::Fill).into()
    };
    let rows = open.chunks(2).map(|pair| {
        let mut parts: Vec<_> = pair.iter().map(|name| tile(name)).collect();
        if parts.len() == 1 && !scene.is_narrow() {
            parts.push(Space::new().width(Length::Fill).into());
        }
        scene.beside(12.0, parts)
    });
    Column::with_children(rows).spacing(12).into()
}

impl State {
    /// The applicant's page: the user name until it is noted, or until when a new mobile waits; then that all is done.
    pub fn applicant<'a>(&self, scene: Scene, view: &ApplicantView) -> [Element<'a, Message>; 3] {
        match &view.step {
            ApplicantStep::Done {
                outcome: Outcome::MobileWaits { until },
                ..
            } => waits(scene, scene.on_the_wall(*until)),
            ApplicantStep::Done {
                outcome,
                username: Some(username),
            } if self.to_be_noted => named(scene, *outcome, username),
            _ => finished(scene),
        }
    }
}

fn waits<'a>(scene: Scene, until: Timestamp) -> [Element<'a, Message>; 3] {
    let Scene { look, texts, .. } = scene;
    let task = Column::with_children([
        kit::title(look, texts.done_mobile_title()).into(),
        kit::body(look, texts.done_mobile_sentence())
            .color(look.palette.text_2)
            .into(),
        Space::new().height(16).into(),
        kit::note(look, Tone::Info, texts.done_mobile_until(until, until)).into(),
    ])
    .spacing(12);
    [task.into(), Space::new().into(), Space::new().into()]
}

fn finished<'a>(scene: Scene) -> [Element<'a, Message>; 3] {
    let Scene { look, texts, .. } = scene;
    let task = Column::with_children([
        kit::icon(look, Icon::Done, 64.0).color(look.palette.accent).into(),
        kit::title(look, texts.done_title()).into(),
        kit::body(look, texts.done_sentence()).color(look.palette.text_2).into(),
        Space::new().height(16).into(),
        kit::note(look, Tone::Good, texts.done_notice_you()).into(),
    ])
    .spacing(12);
    [task.into(), Space::new().into(), Space::new().into()]
}

/// The user name, large, for its owner to note.
fn named<'a>(scene: Scene, outcome: Outcome, username: &Username) -> [Element<'a, Message>; 3] {
    let Scene { look, texts, .. } = scene;
    let (title, sentence) = match outcome {
        Outcome::UsernameChanged => (texts.username_changed_title(), texts.username_changed_sentence()),
        Outcome::Registered => (texts.done_registered_title_you(), texts.done_registered_sentence()),
        Outcome::UsernameShown | Outcome::PasswordChanged | Outcome::MobileWaits { .. } => {
            (texts.username_shown_title(), texts.username_shown_sentence())
        }
    };
    let name = kit::text(look, TypeStyle::Figure, username.as_str().to_owned()).left_to_right();
    let task = Column::with_children([
        kit::title(look, title).into(),
        kit::body(look, sentence).color(look.palette.text_2).into(),
        Space::new().height(16).into(),
        kit::quiet_box(look, name).padding(28).width(Length::Fill).into(),
    ])
    .extend(
        (outcome != Outcome::Registered).then(|| kit::note(look, Tone::Info, texts.username_password_same()).into()),
    )
    .spacing(12);
    let noted = kit::button(look, texts.username_noted())
        .primary()
        .key(texts.key_enter())
        .on_press(Message::Noted);
    [task.into(), Space::new().into(), actions(scene, Space::new(), noted)]
}
