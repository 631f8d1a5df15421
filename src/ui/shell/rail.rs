//! The rail of a visit: its card, and the steps of the flow.

use iced::widget::{Column, Row, container};
use iced::{Alignment, Element, Length, Size};

use crate::desk::{ClerkStep, ClerkView, Stage};
use crate::domain::conditions::{self, Standing};
use crate::domain::fact::Flow;
use crate::domain::id::Reference;
use crate::domain::recovery::proven::Outcome;
use crate::domain::time::Timestamp;
use crate::i18n::date;
use crate::ui::kit::{self, Icon, Steps, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::{Look, TypeStyle};

/// The width of the rail at text scale 100 %.
pub const WIDTH: f32 = 264.0;

/// The room that the rail takes.
pub fn size(look: Look) -> Size<Length> {
    Size::new(Length::Fixed(look.px(WIDTH)), Length::Fill)
}

/// The rail folded into one line above the stage: which visit it is, and which step.
pub fn folded<'a, Message: 'a>(scene: Scene, view: &ClerkView, place: usize) -> Element<'a, Message> {
    let look = scene.look;
    let step = match view.step {
        ClerkStep::Document => 0,
        _ => place + 1,
    };
    let name = step_names(scene, view).into_iter().nth(step).unwrap_or_default();
    let line = Row::with_children([
        kit::text(look, TypeStyle::Strong, view.reference.to_string())
            .left_to_right()
            .into(),
        kit::body(look, name).color(look.palette.accent_text).fill().into(),
    ])
    .spacing(16)
    .align_y(Alignment::Center);
    kit::area(look.palette.surface, container(line).padding([8.0, 24.0]))
        .width(Length::Fill)
        .into()
}

/// The rail of a visit that stands at step `place`.
pub fn rail<'a, Message: Clone + 'a>(scene: Scene, view: &ClerkView, place: usize) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let names = step_names(scene, view);
    let current = match view.step {
        ClerkStep::Document => 0,
        ClerkStep::Done { .. } => names.len(),
        _ => place + 1,
    };
    let steps = Steps {
        names,
        current,
        caption: Some(caption(scene, &view.step)),
        // The steps of a registration have the numbers that its conditions speak of.
        before: is_registration(view).then_some(Icon::IdentityCard),
    };
    // Ten steps and the document fit a window of the usual height only without much room round them.
    let padding = if is_registration(view) { 10.0 } else { 20.0 };
    let mut content = Column::with_children([card(scene, view)])
        .spacing(padding)
        .width(Length::Fill);
    // Where a visit ended without a change is nobody's business: no step is ticked.
    if !matches!(view.step, ClerkStep::Ended { .. }) {
        content = content.push(kit::stepper(look, texts.rail_steps(), &steps));
    }
    let scrolled = kit::scroll(look, texts.rail_steps(), container(content).padding([padding, 16.0]));
    kit::area(look.palette.surface, scrolled)
        .width(look.px(WIDTH))
        .height(Length::Fill)
        .into()
}

/// Whether the visit is on the full way. Where an account turned out to be there already, it goes on as the short way.
const fn is_registration(view: &ClerkView) -> bool {
    matches!(view.flow, Flow::NewUser)
        && matches!(
            view.step,
            ClerkStep::Document
                | ClerkStep::Conditions { .. }
                | ClerkStep::PersonalData { .. }
                | ClerkStep::Registering(_)
                | ClerkStep::Done {
                    outcome: Outcome::Registered,
                    ..
                }
        )
}

/// The names of the steps: what the clerk does first, and the steps of the flow.
fn step_names(scene: Scene, view: &ClerkView) -> Vec<String> {
    let texts = scene.texts;
    if is_registration(view) {
        return vec![
            texts.rail_document(),
            texts.registration_conditions(),
            texts.registration_personal(),
            texts.registration_password(),
            texts.registration_email(),
            texts.registration_language(),
            texts.registration_captcha(),
            texts.registration_terms(),
            texts.registration_codes(),
            texts.registration_questions(),
            texts.registration_review(),
        ];
    }
    if view.flow == Flow::Supervised {
        return supervised_steps(scene, view);
    }
    let last = match view.flow {
        Flow::ForgottenPassword => texts.rail_password(),
        Flow::ForgottenUsername | Flow::NewUser => texts.rail_username(),
        Flow::Supervised => texts.supervised_purpose(),
    };
    vec![
        texts.rail_document(),
        texts.rail_captcha(),
        texts.rail_identity(),
        texts.rail_questions(),
        texts.rail_code(),
        last,
        texts.rail_done(),
    ]
}

/// The same of a supervised visit, which ends before the code where a new mobile begins to wait.
fn supervised_steps(scene: Scene, view: &ClerkView) -> Vec<String> {
    let texts = scene.texts;
    let waits = matches!(
        view.step,
        ClerkStep::Done {
            outcome: Outcome::MobileWaits { .. },
            ..
        }
    );
    let mut names = vec![texts.rail_document(), texts.supervised_steps(), texts.rail_questions()];
    if waits {
        names.push(texts.done_mobile_title());
    } else {
        names.extend([texts.rail_code(), texts.supervised_purpose(), texts.rail_done()]);
    }
    names
}

fn card<'a, Message: 'a>(scene: Scene, view: &ClerkView) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let elapsed = scene.gone(view.started);
    let elapsed = format!("{:02}:{:02}", elapsed.as_secs() / 60, elapsed.as_secs() % 60);
    let person = match (view.kind, &view.masked) {
        (Some(kind), Some(masked)) => texts.rail_person(texts.kind(kind), masked.as_str()),
        _ => texts.rail_identity_unknown(),
    };
    let head = Row::with_children([
        kit::caption(look, texts.rail_visit()).fill().into(),
        kit::chip(look, Tone::Good, elapsed)
            .icon(Icon::Clock)
            .small()
            .left_to_right()
            .into(),
    ])
    .align_y(Alignment::Center);
    let words = Column::with_children([
        head.into(),
        kit::text(look, TypeStyle::Reference, view.reference.to_string())
            .left_to_right()
            .into(),
        kit::text(look, TypeStyle::Small, person).into(),
        kit::small(look, texts.flow(view.flow)).into(),
    ])
    .spacing(2);
    kit::quiet_box(look, words).width(Length::Fill).into()
}

/// What goes on at a step.
pub fn caption(scene: Scene, step: &ClerkStep) -> String {
    let texts = scene.texts;
    match step {
        ClerkStep::Document => texts.rail_now_document(),
        ClerkStep::Captcha(progress) if progress.paused_until.is_some() => texts.rail_now_captcha_paused(),
        ClerkStep::Captcha(_) => texts.rail_now_captcha(),
        ClerkStep::Approval { .. } => texts.supervised_title(),
        ClerkStep::Second => texts.supervised_second_title(),
        ClerkStep::Identity => texts.rail_now_identity(),
        ClerkStep::Questions { missed: 0, .. } => texts.rail_now_questions(),
        ClerkStep::Questions { .. } => texts.rail_now_questions_again(),
        ClerkStep::Code(progress) if scene.now >= progress.expires => texts.rail_now_code_expired(),
        ClerkStep::Code(_) => texts.rail_now_code(),
        ClerkStep::Password => texts.rail_now_password(),
        ClerkStep::UsernameChoice => texts.rail_now_username(),
        ClerkStep::Done {
            outcome: Outcome::UsernameShown,
            ..
        } => texts.rail_now_shown(),
        ClerkStep::Done { .. } => texts.rail_now_done(),
        ClerkStep::Ended { .. } => texts.rail_now_ended(),
        ClerkStep::Conditions { list, .. } => match conditions::obstacle(list).map(|judged| judged.standing) {
            None if conditions::is_accepted(list) => texts.accept_now(),
            None => texts.registration_now_conditions(),
            Some(Standing::Unknown) => texts.registration_now_conditions_unknown(),
            Some(_) => texts.registration_now_conditions_stopped(),
        },
        ClerkStep::PersonalData { .. } => texts.registration_now_personal(),
        ClerkStep::Registering(stage) => registering(scene, stage),
    }
}

fn registering(scene: Scene, stage: &Stage) -> String {
    let texts = scene.texts;
    match stage {
        Stage::Username => texts.registration_now_username(),
        Stage::Password => texts.registration_now_password(),
        Stage::Email => texts.registration_now_email(),
        Stage::Language => texts.registration_now_language(),
        Stage::Captcha(progress) if progress.paused_until.is_some() => texts.rail_now_captcha_paused(),
        Stage::Captcha(_) => texts.registration_now_captcha(),
        Stage::Terms => texts.registration_now_terms(),
        Stage::Codes { mobile, email } => match (mobile.proven, email.proven) {
            (None, Some(_)) => texts.registration_now_codes_mobile(),
            (Some(_), None) => texts.registration_now_codes_email(),
            _ => texts.registration_now_codes(),
        },
        Stage::Questions => texts.registration_now_questions(),
        Stage::Review => texts.registration_now_review(),
    }
}

/// A visit that is over, as the start page lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its name for people.
    pub reference: Reference,
    /// When it was left, by the wall clock.
    pub left: Timestamp,
    /// Whether it did what was asked for.
    pub completed: bool,
}

/// The rail of the start page: the latest visits since the program was opened.
pub fn idle<'a, Message: Clone + 'a>(scene: Scene, past: &[Past]) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let heading = Row::with_children([
        kit::icon(look, Icon::History, 20.0).into(),
        kit::strong(look, texts.start_latest()).into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center);
    let mut content = Column::with_children([heading.into()])
        .spacing(12)
        .padding([20.0, 16.0])
        .width(Length::Fill);
    if past.is_empty() {
        content = content.push(kit::small(look, texts.start_latest_none()));
    }
    for visit in past.iter().rev() {
        content = content.push(past_visit(scene, visit));
    }
    let scrolled = kit::scroll(look, texts.start_latest(), content);
    kit::area(look.palette.surface, scrolled)
        .width(look.px(WIDTH))
        .height(Length::Fill)
        .into()
}

fn past_visit<'a, Message: 'a>(scene: Scene, visit: &Past) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let colours = look.palette;
    let (icon, ink, words) = if visit.completed {
        (Icon::Done, colours.accent_text, texts.start_latest_completed())
    } else {
        (Icon::Pending, colours.warn, texts.start_latest_unfinished())
    };
    let name = Column::with_children([
        kit::text(look, TypeStyle::Label, visit.reference.to_string())
            .left_to_right()
            .into(),
        kit::text(look, TypeStyle::Caption, words).color(ink).into(),
    ])
    .width(Length::Fill);
    let time = kit::caption(look, date::clock(texts.locale(), visit.left)).left_to_right();
    Row::with_children([kit::icon(look, icon, 20.0).color(ink).into(), name.into(), time.into()])
        .spacing(12)
        .align_y(Alignment::Center)
        .into()
}
