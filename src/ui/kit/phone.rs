//! The phone on screen that shows the messages of a training, drill or tour store.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Border, Element, Length};

use super::card::surface_style;
use super::icon::{Icon, icon};
use super::scroll::scroll;
use super::text::text;
use crate::ui::direction::{self, Direction};
use crate::ui::theme::{Look, Scale, TypeStyle};

/// One message on the phone.
#[derive(Debug, Clone)]
pub struct PhoneMessage {
    /// When it came, in words.
    pub time: String,
    /// What it says, one paragraph a line.
    pub lines: Vec<String>,
    /// The line that is shown large: the code.
    pub large: Option<String>,
}

/// What stands on the phone besides messages.
#[derive(Debug, Clone)]
pub struct PhoneWords {
    /// The time of day at its top.
    pub clock: String,
    /// Who sends.
    pub sender: String,
    /// Whose phone it is.
    pub owner: String,
    /// Said when there is no message.
    pub empty: String,
    /// What the list of messages is called.
    pub name: String,
}

/// A phone of 256×488 with `messages`, the newest last and in a green border.
pub fn phone<'a, Message: Clone + 'a>(
    look: Look,
    words: &PhoneWords,
    messages: &[PhoneMessage],
) -> Element<'a, Message> {
    // A picture of a device: its size stays, so its words grow no further than they fit.
    let look = look.scaled(Scale::from_percent(look.scale.percent().min(115)));
    let colours = look.palette;
    let body = container(scroll(look, words.name.clone(), list(look, words, messages)).to_end());
    let handle = container(Space::new())
        .width(96.0)
        .height(4.0)
        .style(move |_| surface_style(colours.line_strong, colours.line_strong, 0.0, 2.0));
    let screen = Column::with_children([
        top(look, words),
        super::card::area(colours.surface, head(look, words))
            .width(Length::Fill)
            .into(),
        super::card::separator(look),
        body.height(Length::Fill).width(Length::Fill).into(),
        container(handle).center_x(Length::Fill).padding([8.0, 0.0]).into(),
    ]);
    let screen = container(screen)
        .width(Length::Fill)
        .height(Length::Fill)
        .style(move |_| surface_style(colours.sunken, colours.sunken, 0.0, 28.0));
    container(screen)
        .padding(8)
        .width(256.0)
        .height(488.0)
        .style(move |_| container::Style {
            background: Some(colours.ink.into()),
            border: Border {
                color: colours.line_strong,
                width: look.hair(),
                radius: 36.0.into(),
            },
            ..Default::default()
        })
        .into()
}

/// Time and signs at the top of the screen.
fn top<'a, Message: 'a>(look: Look, words: &PhoneWords) -> Element<'a, Message> {
    let small = |which| icon(look, which, 16.0).into();
    Row::with_children([
        small(Icon::BatteryFull),
        small(Icon::Wifi),
        small(Icon::Signal),
        Space::new().width(Length::Fill).into(),
        text(look, TypeStyle::Chip, words.clock.clone())
            .left_to_right()
            .one_line()
            .into(),
    ])
    .spacing(6)
    .padding([6.0, 18.0])
    .align_y(Alignment::Center)
    .into()
}

/// Who sends, and whose phone it is.
fn head<'a, Message: 'a>(look: Look, words: &PhoneWords) -> Element<'a, Message> {
    let colours = look.palette;
    let initial = words.sender.chars().next().map(String::from).unwrap_or_default();
    let avatar = container(
        text(look, TypeStyle::H3, initial)
            .color(colours.accent_text)
            .left_to_right(),
    )
    .center(look.px(40.0))
    .style(move |_| surface_style(colours.accent_soft, colours.accent_soft, 0.0, look.px(20.0)));
    Column::with_children([
        avatar.into(),
        text(look, TypeStyle::SmallMedium, words.sender.clone()).into(),
        text(look, TypeStyle::Receipt, words.owner.clone())
            .color(colours.text_2)
            .into(),
    ])
    .align_x(Alignment::Center)
    .width(Length::Fill)
    .padding(direction::padding(4.0, 8.0, 10.0, 8.0))
    .into()
}

fn list<'a, Message: 'a>(look: Look, words: &PhoneWords, messages: &[PhoneMessage]) -> Element<'a, Message> {
    let quiet = look.palette.text_2;
    let newest = messages.len().saturating_sub(1);
    let mut list = Column::new()
        .spacing(6)
        .padding(12)
        .align_x(Alignment::Center)
        .width(Length::Fill);
    if messages.is_empty() {
        list = list.push(text(look, TypeStyle::Caption, words.empty.clone()).color(quiet));
    }
    for (index, message) in messages.iter().enumerate() {
        list = list.push(text(look, TypeStyle::Receipt, message.time.clone()).color(quiet));
        list = list.push(bubble(look, message, index == newest));
    }
    list.into()
}

fn bubble<'a, Message: 'a>(look: Look, message: &PhoneMessage, newest: bool) -> Element<'a, Message> {
    let colours = look.palette;
    let mut lines = Column::new().width(Length::Fill).spacing(2);
    for line in &message.lines {
        // A message is in its owner's language, not in the window's.
        let direction = Direction::of(line).unwrap_or(look.direction);
        lines = lines.push(text(look, TypeStyle::Caption, line.clone()).direction(direction));
    }
    if let Some(large) = &message.large {
        let code = text(look, TypeStyle::Countdown, large.clone())
            .color(colours.accent_text)
            .left_to_right();
        lines = lines.push(code);
    }
    let (border, width) = if newest {
        (colours.accent, 2.0)
    } else {
        (colours.line, look.hair())
    };
    container(lines)
        .padding([10.0, 12.0])
        .width(Length::Fill)
        .style(move |_| surface_style(colours.surface, border, width, 16.0))
        .into()
}
