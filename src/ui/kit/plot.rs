//! Plots that are read at a glance, in the reading direction. Each says its values in words too.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length, Rectangle};

use super::card::surface_style;
use super::described::described;
use super::gauge::bar;
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::theme::{Look, TypeStyle};

/// A column of two parts, one on the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stacked {
    /// Below the column.
    pub label: String,
    /// The lower part, filled.
    pub filled: u64,
    /// The upper part, with a border alone.
    pub open: u64,
}

/// How tall the tallest column is, in px at text scale 100 %.
const TALLEST: f32 = 120.0;
/// A column's width is at most this.
const WIDEST: f32 = 36.0;

/// Columns side by side, from the start on, with their sums over them; `name` says what they show.
pub fn columns<'a, Message: 'a>(look: Look, name: impl Into<String>, columns: &[Stacked]) -> Element<'a, Message> {
    let most = columns
        .iter()
        .map(|one| one.filled + one.open)
        .max()
        .unwrap_or(0)
        .max(1);
    let told = columns
        .iter()
        .map(|one| format!("{}: {}", one.label, one.filled + one.open));
    let node = Node {
        value: Some(told.collect::<Vec<_>>().join(" · ")),
        ..Node::new(Role::Image, name, Rectangle::default())
    };
    let parts = columns.iter().map(|one| column(look, one, most));
    let row = Row::with_children(parts)
        .spacing(8)
        .width(Length::Fill)
        .align_y(Alignment::End);
    described(node, row)
}

fn column<'a, Message: 'a>(look: Look, one: &Stacked, most: u64) -> Element<'a, Message> {
    let colours = look.palette;
    let height = |count: u64| (look.px(TALLEST) * count as f32 / most as f32).round();
    let line = if look.is_high_contrast() { 2.0 } else { 1.5 };
    let part = |count: u64, fill, border| {
        let style = move |_: &iced::Theme| surface_style(fill, border, line, 2.0);
        let tall = if count == 0 { 0.0 } else { height(count).max(4.0) };
        container(Space::new())
            .width(Length::Fill)
            .max_width(look.px(WIDEST))
            .height(tall)
            .style(style)
    };
    let words = |style, words: String| container(text(look, style, words).one_line()).center_x(Length::Fill);
    let mut parts = Column::new().width(Length::Fill).align_x(Alignment::Center);
    parts = parts.push(words(TypeStyle::Chip, (one.filled + one.open).to_string()));
    if one.open > 0 {
        parts = parts.push(part(one.open, colours.warn_soft, colours.plot_2));
    }
    if one.filled > 0 {
        parts = parts.push(part(one.filled, colours.accent, colours.accent));
    }
    let floor = container(Space::new())
        .width(Length::Fill)
        .height(look.hair())
        .style(move |_| container::Style::default().background(colours.line_strong));
    parts
        .push(floor)
        .push(words(TypeStyle::Caption, one.label.clone()))
        .into()
}

/// What a part of [`columns`] stands for: a square of its colour, and words.
pub fn legend<'a, Message: 'a>(look: Look, filled: bool, words: impl Into<String>) -> Element<'a, Message> {
    let colours = look.palette;
    let (fill, border) = if filled {
        (colours.accent, colours.accent)
    } else {
        (colours.warn_soft, colours.plot_2)
    };
    let square = container(Space::new())
        .width(look.px(12.0))
        .height(look.px(12.0))
        .style(move |_| surface_style(fill, border, 1.5, 2.0));
    Row::with_children([
        square.into(),
        text(look, TypeStyle::Caption, words.into())
            .color(colours.text_2)
            .into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center)
    .into()
}

/// A line of a list of bars: words, a bar of which `part` (0 to 1) is filled, and the value at the end.
pub fn bar_row<'a, Message: 'a>(
    look: Look,
    words: impl Into<String>,
    part: f32,
    value: impl Into<String>,
) -> Element<'a, Message> {
    let (words, value) = (words.into(), value.into());
    let node = Node {
        value: Some(value.clone()),
        ..Node::new(Role::Status, words.clone(), Rectangle::default())
    };
    let row = Row::with_children([
        container(text(look, TypeStyle::Small, words))
            .width(Length::FillPortion(5))
            .into(),
        container(bar(look, part)).width(Length::FillPortion(6)).into(),
        container(text(look, TypeStyle::SmallMedium, value).one_line())
            .width(look.px(56.0))
            .into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center);
    described(node, row)
}
