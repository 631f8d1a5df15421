//! What stands around the screens: top bar, rail, aside and status line of the clerk's window, head and foot of the
//! applicant's.

pub mod applicant;
pub mod aside;
pub mod clerk;
pub mod rail;
pub mod set_up;
pub mod status_line;
pub mod top_bar;

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use super::kit::control::{Paint, Status};
use super::kit::{self, Icon};
use super::scene::Scene;
use super::theme::{TypeStyle, radius};

/// The stage of a step: one card with title, one sentence, content, and the actions at its foot: `back` at the
/// start, `next` at the end.
pub fn stage<'a, Message: Clone + 'a>(
    scene: Scene,
    title: String,
    sentence: String,
    content: impl Into<Element<'a, Message>>,
    back: impl Into<Element<'a, Message>>,
    next: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let look = scene.look;
    let head = Column::with_children([
        kit::title(look, title.clone()).into(),
        kit::body(look, sentence).color(look.palette.text_2).into(),
    ])
    .spacing(4);
    let body = Column::with_children([head.into(), content.into()])
        .spacing(22)
        .width(Length::Fill);
    let card = Column::with_children([
        container(body).width(Length::Fill).into(),
        Space::new().height(24).into(),
        actions(scene, back, next),
    ]);
    let padding = if scene.is_narrow() { 20.0 } else { 32.0 };
    let card = kit::card_sized(look, Length::Fill, Length::Shrink, padding, card);
    let card = container(card).max_width(look.px(640.0));
    let centred = container(card).center_x(Length::Fill).padding([24.0, padding]);
    container(kit::scroll(look, title, centred))
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

/// Buttons at the foot: `back` at the start and `next` at the end, or one below the other where there is little room.
pub fn actions<'a, Message: Clone + 'a>(
    scene: Scene,
    back: impl Into<Element<'a, Message>>,
    next: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    if scene.is_narrow() {
        return Column::with_children([next.into(), back.into()]).spacing(12).into();
    }
    kit::actions(back, next)
}

/// Whose turn it is, and how far they are.
pub fn turn<'a, Message: 'a>(scene: Scene, words: String, progress: Option<(String, f32)>) -> Element<'a, Message> {
    let look = scene.look;
    let colours = look.palette;
    let title = kit::strong(look, words).color(colours.accent_text);
    let (caption, part) = progress.unzip();
    let caption = caption.map(|caption| kit::small(look, caption).into());
    let text = Column::with_children(std::iter::once(title.into()).chain(caption));
    let mut row = Row::with_children([kit::icon(look, Icon::TwoScreens, 32.0)
        .color(colours.accent_text)
        .into()])
    .spacing(16)
    .align_y(Alignment::Center);
    row = row.push(text.width(Length::Fill));
    if let Some(part) = part.filter(|_| !scene.is_narrow()) {
        row = row.push(container(kit::bar(look, part)).width(look.px(140.0)));
    }
    kit::say_box(look, row).into()
}

/// A choice of 88 px with a tile, words and what it does: the ways beside a task.
pub fn option_row<'a, Message: Clone + 'a>(
    scene: Scene,
    id: Option<Id>,
    which: Icon,
    (words, what): (String, String),
    message: Option<Message>,
) -> Element<'a, Message> {
    let look = scene.look;
    let colours = look.palette;
    let ink = if message.is_some() {
        colours.text
    } else {
        colours.text_off
    };
    let text = Column::with_children([
        kit::text(look, TypeStyle::ApplicantSmallStrong, words.clone())
            .color(ink)
            .into(),
        kit::caption(look, what.clone()).into(),
    ])
    .width(Length::Fill);
    let content = Row::with_children([
        kit::tile(look, which, 56.0, colours.accent_soft, colours.accent_text),
        text.into(),
        kit::icon(look, Icon::Forward, 20.0).color(colours.text_2).into(),
    ])
    .spacing(16)
    .align_y(Alignment::Center);
    let control = kit::control(look, super::access::Role::Button, words, content);
    let control = match id {
        Some(id) => control.id(id),
        None => control,
    };
    control
        .on_press_maybe(message)
        .description(Some(what))
        .paint(move |status| match status {
            Status::Hover => Paint::bordered(colours.sunken, colours.text_2, 2.0),
            Status::Pressed => Paint::bordered(colours.accent_soft_2, colours.accent_line, 2.0),
            Status::Disabled => Paint::bordered(colours.off, colours.line, 2.0),
            _ => Paint::bordered(colours.surface, colours.line_strong, 2.0),
        })
        .radius(radius::BOX)
        .padding([14.0, 16.0])
        .width(Length::Fill)
        .least(0.0, look.px(88.0))
        .into()
}
