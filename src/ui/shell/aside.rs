//! The aside: what the clerk says at each step, when to stop, and how long things still last. In training it shows
//! the applicant's phone instead.

mod registering;

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length, Size};

use crate::desk::{ClerkStep, ClerkView, ShownMessage, Stage};
use crate::domain::fact::Flow;
use crate::domain::message::Contact;
use crate::domain::recovery::proven::Outcome;
use crate::domain::secret::ExposeSecret;
use crate::i18n::date;
use crate::ui::kit::{self, Icon, PhoneWords, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::start;
use crate::ui::theme::Look;

/// The width of the aside at text scale 100 %.
pub const WIDTH: f32 = 304.0;

/// The room that the aside takes.
pub fn size(look: Look) -> Size<Length> {
    Size::new(Length::Fixed(look.px(WIDTH)), Length::Fill)
}

/// What the clerk says, and the signs at which to stop.
struct Script {
    say: String,
    flags: Vec<String>,
}

/// Whether the phone of training is shown at this step.
pub const fn has_phone(view: &ClerkView) -> bool {
    matches!(
        view.step,
        ClerkStep::Code(_) | ClerkStep::Registering(Stage::Codes { .. }) | ClerkStep::Done { .. }
    )
}

/// The aside of a visit.
pub fn aside<'a, Message: Clone + 'a>(
    scene: Scene,
    view: &ClerkView,
    phone: Option<&[ShownMessage]>,
) -> Element<'a, Message> {
    let script = script(scene, view);
    let content = match phone.filter(|_| has_phone(view)) {
        Some(messages) => Column::with_children([drawn_phone(scene, messages)]),
        None => Column::with_children([said(scene, scene.texts.aside_say(), script), waits(scene, view)]),
    };
    framed(scene, content.spacing(20))
}

/// The phone alone, beside the applicant's page.
pub fn phone<'a, Message: Clone + 'a>(scene: Scene, messages: &[ShownMessage]) -> Element<'a, Message> {
    let scene = Scene {
        look: scene.look.for_clerk(),
        ..scene
    };
    framed(scene, Column::with_children([drawn_phone(scene, messages)]))
}

/// The aside of the start page.
pub fn idle<'a, Message: Clone + 'a>(scene: Scene, page: start::Page) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let before = [
        texts.aside_start_before_1(),
        texts.aside_start_before_2(),
        texts.aside_start_before_3(),
    ];
    let before = before.map(|words| sign(scene, Icon::Check, look.palette.accent_text, words));
    let say = Script {
        say: match page {
            start::Page::Doors => texts.aside_start_say(),
            start::Page::HadAccount => texts.registration_had_account_say(),
            start::Page::Services(_) => texts.aside_services_say(),
            start::Page::LeftOpen => texts.left_open_say(),
            start::Page::StopMobile => texts.stop_say(),
        },
        flags: Vec::new(),
    };
    let content = Column::with_children([
        said(scene, texts.aside_say_first(), say),
        heading(scene, Icon::BookOpenCheck, texts.aside_before()),
        Column::with_children(before).spacing(6).into(),
    ]);
    framed(scene, content.spacing(16))
}

fn framed<'a, Message: Clone + 'a>(scene: Scene, content: Column<'a, Message>) -> Element<'a, Message> {
    let look = scene.look;
    let content = container(content.width(Length::Fill)).padding(20);
    let scrolled = kit::scroll(look, scene.texts.aside_title(), content);
    kit::area(look.palette.surface, scrolled)
        .width(look.px(WIDTH))
        .height(Length::Fill)
        .into()
}

fn heading<'a, Message: 'a>(scene: Scene, icon: Icon, words: String) -> Element<'a, Message> {
    let look = scene.look;
    Row::with_children([
        kit::icon(look, icon, 20.0).into(),
        kit::strong(look, words).fill().into(),
    ])
    .spacing(10)
    .align_y(Alignment::Center)
    .into()
}

fn sign<'a, Message: 'a>(scene: Scene, icon: Icon, ink: iced::Color, words: String) -> Element<'a, Message> {
    let look = scene.look;
    let mark = container(kit::icon(look, icon, 16.0).color(ink)).padding([4.0, 0.0]);
    Row::with_children([mark.into(), kit::small(look, words).fill().into()])
        .spacing(10)
        .into()
}

fn said<'a, Message: 'a>(scene: Scene, title: String, script: Script) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let mut column = Column::with_children([
        heading(scene, Icon::Quote, title),
        kit::say_box(look, kit::body(look, script.say)).into(),
    ])
    .spacing(8);
    if !script.flags.is_empty() {
        column = column
            .push(Space::new().height(8))
            .push(heading(scene, Icon::Warning, texts.aside_stop()));
        for flag in script.flags {
            column = column.push(sign(scene, Icon::Flag, look.palette.error, flag));
        }
    }
    column.into()
}

fn script(scene: Scene, view: &ClerkView) -> Script {
    let t = scene.texts;
    let (say, flags) = match &view.step {
        ClerkStep::Document => (
            t.aside_document_say(),
            vec![
                t.aside_document_flag_1(),
                t.aside_document_flag_2(),
                t.aside_document_flag_3(),
            ],
        ),
        ClerkStep::Captcha(_) => (
            t.aside_captcha_say(),
            vec![t.aside_captcha_flag_1(), t.aside_captcha_flag_2()],
        ),
        ClerkStep::Approval { .. } | ClerkStep::Second => (
            t.supervised_say(),
            vec![t.supervised_flag_1(), t.supervised_flag_2(), t.supervised_flag_3()],
        ),
        ClerkStep::Identity => (
            t.aside_identity_say(),
            vec![
                t.aside_identity_flag_1(),
                t.aside_identity_flag_2(),
                t.aside_identity_flag_3(),
            ],
        ),
        ClerkStep::Questions { count, .. } => (
            t.aside_questions_say(*count),
            vec![
                t.aside_questions_flag_1(),
                t.aside_questions_flag_2(),
                t.aside_questions_flag_3(),
            ],
        ),
        ClerkStep::Code(progress) => (
            t.aside_code_say(progress.digits),
            vec![t.aside_code_flag_1(), t.aside_code_flag_2()],
        ),
        ClerkStep::Password => (
            t.aside_password_say(),
            vec![
                t.aside_password_flag_1(),
                t.aside_password_flag_2(),
                t.aside_password_flag_3(),
            ],
        ),
        ClerkStep::UsernameChoice => (
            t.aside_username_say(),
            vec![
                t.aside_username_flag_1(),
                t.aside_username_flag_2(),
                t.aside_username_flag_3(),
            ],
        ),
        ClerkStep::Done { outcome, .. } => (
            match outcome {
                Outcome::PasswordChanged | Outcome::Registered => t.aside_done_say(),
                Outcome::UsernameShown | Outcome::UsernameChanged => t.aside_done_username_say(),
                Outcome::MobileWaits { .. } => t.done_mobile_say(),
            },
            Vec::new(),
        ),
        ClerkStep::Ended { .. } if view.flow == Flow::NewUser => (t.registration_clash_say(), Vec::new()),
        ClerkStep::Ended { .. } => (t.aside_ending_say(), Vec::new()),
        ClerkStep::Conditions { list, .. } => registering::conditions(t, list),
        ClerkStep::PersonalData { .. } => (
            t.registration_personal_say(),
            vec![
                t.registration_personal_flag_1(),
                t.registration_personal_flag_2(),
                t.registration_personal_flag_3(),
            ],
        ),
        ClerkStep::Registering(stage) => registering::stage(t, stage),
    };
    Script { say, flags }
}

/// How long things still last.
fn waits<'a, Message: 'a>(scene: Scene, view: &ClerkView) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    if matches!(view.step, ClerkStep::Done { .. } | ClerkStep::Ended { .. }) {
        return Space::new().into();
    }
    let line = |words: String, value: String| {
        kit::pair(
            kit::small(look, words),
            kit::text(look, crate::ui::theme::TypeStyle::SmallMedium, value).left_to_right(),
        )
    };
    let clock = |moment| {
        let left = scene.left(moment).as_secs();
        format!("{}:{:02}", left / 60, left % 60)
    };
    let mut column = Column::with_children([
        kit::separator(look),
        Space::new().height(8).into(),
        heading(scene, Icon::Hourglass, texts.waits_title()),
    ])
    .spacing(8);
    if let ClerkStep::Questions { missed, rounds, .. } = view.step {
        let of = texts.waits_of(missed.saturating_add(1).min(rounds), rounds);
        column = column.push(kit::pair(kit::small(look, texts.waits_round()), kit::small(look, of)));
    }
    column
        .push(line(texts.idle_end(), clock(view.idle_end)))
        .push(line(texts.idle_life(), clock(view.life_end)))
        .into()
}

fn drawn_phone<'a, Message: Clone + 'a>(scene: Scene, messages: &[ShownMessage]) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let clock = date::clock(texts.locale(), scene.wall);
    let owner = messages.last().map(|message| masked(&message.to)).unwrap_or_default();
    let words = PhoneWords {
        clock,
        sender: texts.phone_sender(),
        owner: texts.phone_number(owner),
        empty: texts.phone_empty(),
        name: texts.phone_title(),
    };
    let shown: Vec<_> = messages.iter().map(|message| shown(scene, message)).collect();
    let title = Row::with_children([
        container(heading(scene, Icon::Smartphone, texts.phone_title()))
            .width(Length::Fill)
            .into(),
        kit::chip(look, Tone::Warn, texts.phone_chip()).small().into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center);
    Column::with_children([title.into(), kit::phone(look, &words, &shown)])
        .spacing(12)
        .into()
}

/// A message as the phone shows it.
fn shown(scene: Scene, message: &ShownMessage) -> kit::PhoneMessage {
    let text = message.text.expose_secret();
    kit::PhoneMessage {
        time: scene.texts.phone_today(message.at),
        lines: text.lines().map(str::to_owned).collect(),
        large: None,
    }
}

fn masked(contact: &Contact) -> String {
    match contact {
        Contact::Mobile(mobile) => mobile.masked(),
        Contact::Email(email) => email.masked(),
    }
}
