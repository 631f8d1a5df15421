//! Surfaces: card, quiet box, separators, bars, the edge of a panel.

use iced::widget::{Column, Container, Row, Space, container};
use iced::{Background, Border, Color, Element, Length, Padding, Rectangle};

use super::painted::painted;
use super::strips::{self, Surface};
use crate::ui::direction;
use crate::ui::theme::{Look, radius};

/// A surface's fill and border.
pub fn surface_style(fill: Color, border: Color, width: f32, radius: f32) -> container::Style {
    container::Style {
        background: Some(Background::Color(fill)),
        border: Border {
            color: border,
            width,
            radius: radius.into(),
        },
        ..Default::default()
    }
}

/// How far a card's edge shows under it, in px.
const EDGE: f32 = 2.0;

/// The card of a stage: radius 16, 2 px of `edge` under it, no blur.
pub fn card<'a, Message: 'a>(look: Look, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    card_sized(look, Length::Fill, Length::Shrink, look.px(32.0), content)
}

/// A card of this width, height and padding.
pub fn card_sized<'a, Message: 'a>(
    look: Look,
    width: impl Into<Length>,
    height: impl Into<Length>,
    padding: impl Into<Padding>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let colours = look.palette;
    let (width, height) = (width.into(), height.into());
    let inner = container(content)
        .width(Length::Fill)
        .height(fill_unless_shrink(height))
        .padding(padding);
    let whole = container(inner)
        .width(width)
        .height(height)
        .padding(direction::padding(0.0, 0.0, EDGE, 0.0));
    let surface = Surface {
        fill: colours.surface,
        line: colours.line,
        width: look.hair(),
        radius: radius::CARD,
    };
    painted(whole, move |renderer, layout| {
        let bounds = layout.bounds();
        strips::foot(renderer, bounds, radius::CARD, EDGE, colours.edge);
        let height = (bounds.height - EDGE).max(0.0);
        strips::surface(renderer, Rectangle { height, ..bounds }, surface);
    })
}

fn fill_unless_shrink(length: Length) -> Length {
    if length == Length::Shrink {
        Length::Shrink
    } else {
        Length::Fill
    }
}

/// A quiet box inside a card or a rail: `sunken`, radius 12.
pub fn quiet_box<'a, Message: 'a>(look: Look, content: impl Into<Element<'a, Message>>) -> Container<'a, Message> {
    let colours = look.palette;
    container(content)
        .padding([12.0, 14.0])
        .style(move |_| surface_style(colours.sunken, colours.line, look.hair(), radius::BOX))
}

/// The soft green box of what the clerk says, radius 12.
pub fn say_box<'a, Message: 'a>(look: Look, content: impl Into<Element<'a, Message>>) -> Container<'a, Message> {
    let colours = look.palette;
    container(content)
        .padding([12.0, 16.0])
        .width(Length::Fill)
        .style(move |_| surface_style(colours.accent_soft, colours.accent_line, look.hair(), radius::BOX))
}

/// A plain area of this colour.
pub fn area<'a, Message: 'a>(fill: Color, content: impl Into<Element<'a, Message>>) -> Container<'a, Message> {
    container(content).style(move |_| container::Style::default().background(fill))
}

/// The whole of a page in this opaque colour.
pub fn ground<'a, Message: 'a>(fill: Color, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let content = container(content).width(Length::Fill).height(Length::Fill);
    painted(content, move |renderer, layout| {
        strips::area(renderer, layout.bounds(), fill)
    })
}

fn stroke<'a, Message: 'a>(color: Color, width: Length, height: Length) -> Element<'a, Message> {
    area(color, Space::new()).width(width).height(height).into()
}

/// A separator across the whole width.
pub fn separator<'a, Message: 'a>(look: Look) -> Element<'a, Message> {
    stroke(look.palette.line, Length::Fill, Length::Fixed(look.hair()))
}

/// A separator from top to bottom: the edge of rail and aside.
pub fn edge_line<'a, Message: 'a>(look: Look) -> Element<'a, Message> {
    stroke(look.palette.line, Length::Fixed(look.hair()), Length::Fill)
}

/// A short upright separator of this height.
pub fn bar_line<'a, Message: 'a>(look: Look, height: f32) -> Element<'a, Message> {
    stroke(look.palette.line, Length::Fixed(look.hair()), Length::Fixed(height))
}

/// A short upright separator on the top bar: 1×24.
pub fn top_bar_line<'a, Message: 'a>(look: Look) -> Element<'a, Message> {
    stroke(look.palette.bar_line, Length::Fixed(1.0), Length::Fixed(24.0))
}

/// `content` with a frame of `width` px round it: the training frame.
pub fn frame<'a, Message: 'a>(
    color: Color,
    width: f32,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let inside = container(content)
        .padding(width)
        .width(Length::Fill)
        .height(Length::Fill);
    painted(inside, move |renderer, layout| {
        strips::frame(renderer, layout.bounds(), width, color);
    })
}

/// `content` that takes at least `height`, and more if it needs more.
pub fn at_least<'a, Message: 'a>(height: f32, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    // Not of width 0: the toolkit drops what has no width.
    Row::with_children([Space::new().height(height).into(), content.into()])
        .width(Length::Fill)
        .into()
}

/// `label` at the start and `value` at the end of a line.
pub fn pair<'a, Message: 'a>(
    label: impl Into<Element<'a, Message>>,
    value: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Row::with_children([container(label).width(Length::Fill).into(), value.into()])
        .spacing(12)
        .align_y(iced::Alignment::Center)
        .into()
}

/// `parts` with separators between them, in a box with a border: a list of rows.
pub fn rows<'a, Message: 'a>(look: Look, parts: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let colours = look.palette;
    let mut column = Column::new();
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            column = column.push(separator(look));
        }
        column = column.push(container(part).padding([16.0, 18.0]).width(Length::Fill));
    }
    container(column)
        .style(move |_| surface_style(colours.surface, colours.line, look.hair(), radius::BOX))
        .into()
}
