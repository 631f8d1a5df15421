//! The steps of a flow: the rail's, from top to bottom, and the applicant's bars.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Color, Element, Length, Rectangle};

use super::card::{area, surface_style};
use super::described::described;
use super::icon::{Icon, icon};
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::theme::{Look, TypeStyle, radius};

/// Where the flow is. The words of the current step have a caption of what happens now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// What each step is called, in order.
    pub names: Vec<String>,
    /// Which one is current, from 0; `names.len()` when all are done.
    pub current: usize,
    /// What happens now, under the current step.
    pub caption: Option<String>,
}

/// The rail's steps: done with a tick, current in green with its number, later ones quiet.
pub fn stepper<'a, Message: 'a>(look: Look, name: impl Into<String>, steps: &Steps) -> Element<'a, Message> {
    let last = steps.names.len().saturating_sub(1);
    let rows = steps
        .names
        .iter()
        .enumerate()
        .map(|(index, words)| step(look, steps, index, last, words));
    let column = Column::with_children(rows.collect::<Vec<_>>()).width(Length::Fill);
    let value = steps.names.get(steps.current).cloned();
    described(
        Node {
            value,
            ..Node::new(Role::Progress, name, Rectangle::default())
        },
        column,
    )
}

fn step<'a, Message: 'a>(look: Look, steps: &Steps, index: usize, last: usize, words: &str) -> Element<'a, Message> {
    let colours = look.palette;
    let (done, current) = (index < steps.current, index == steps.current);
    let base = if steps.names.len() > 7 { 48.0 } else { 52.0 };
    let height = look.px(if current && steps.caption.is_some() { 60.0 } else { base });
    let line = |shown: bool, done: bool| {
        let ink = match (shown, done) {
            (false, _) => Color::TRANSPARENT,
            (true, true) => colours.accent,
            (true, false) => colours.line,
        };
        area(ink, Space::new()).width(2.0).height(Length::Fill)
    };
    let mark = Column::with_children([
        line(index > 0, done || current).into(),
        circle(look, index, done, current),
        line(index < last, done).into(),
    ])
    .align_x(Alignment::Center)
    .height(Length::Fill);
    let label: Element<'a, Message> = if current {
        let name = text(look, TypeStyle::Strong, words.to_owned()).color(colours.accent_text);
        match &steps.caption {
            Some(caption) => {
                let caption = text(look, TypeStyle::Caption, caption.clone()).color(colours.text_2);
                Column::with_children([name.into(), caption.into()]).into()
            }
            None => name.into(),
        }
    } else {
        let ink = if done { colours.text } else { colours.text_2 };
        text(look, TypeStyle::Body, words.to_owned()).color(ink).into()
    };
    let label = container(label).width(Length::Fill).padding([4.0, 0.0]);
    let words = Row::with_children([
        Space::new().width(circle_size(look)).height(height).into(),
        label.into(),
    ])
    .spacing(if circle_size(look) > 40.0 { 6 } else { 12 })
    .align_y(Alignment::Center);
    // The words say how tall the row is, at least `height`; the mark with its lines is laid over them at that height.
    let row = iced::widget::stack![
        container(words).padding([0.0, 8.0]).width(Length::Fill),
        container(mark).padding([0.0, 8.0]).height(Length::Fill),
    ]
    .width(Length::Fill);
    let fill = if current {
        colours.accent_soft
    } else {
        Color::TRANSPARENT
    };
    let border = if current && look.is_high_contrast() { 2.0 } else { 0.0 };
    container(row)
        .style(move |_| surface_style(fill, colours.accent_line, border, radius::CONTROL))
        .into()
}

fn circle<'a, Message: 'a>(look: Look, index: usize, done: bool, current: bool) -> Element<'a, Message> {
    let colours = look.palette;
    let size = circle_size(look);
    let (fill, border, ink) = match (done, current) {
        (true, _) => (colours.accent_soft, colours.accent, colours.accent_text),
        (_, true) => (colours.accent, colours.accent, colours.on_accent),
        _ => (colours.surface, colours.line_strong, colours.text_2),
    };
    let inside: Element<'a, Message> = if done {
        icon(look, Icon::Check, 18.0).color(ink).into()
    } else {
        text(look, TypeStyle::SmallMedium, (index + 1).to_string())
            .color(ink)
            .left_to_right()
            .one_line()
            .into()
    };
    container(inside)
        .center(size)
        .style(move |_| surface_style(fill, border, 2.0, size / 2.0))
        .into()
}

/// The applicant's bars: `words` ("step 4 of 6") and one bar of 40×8 a step.
pub fn step_bars<'a, Message: 'a>(
    look: Look,
    words: impl Into<String>,
    current: usize,
    count: usize,
) -> Element<'a, Message> {
    let colours = look.palette;
    let words = words.into();
    let mut row = Row::new().spacing(6).align_y(Alignment::Center);
    for index in 0..count {
        let fill = match index.cmp(&current) {
            std::cmp::Ordering::Less => colours.accent_line,
            std::cmp::Ordering::Equal => colours.accent,
            std::cmp::Ordering::Greater => colours.off,
        };
        let border = if look.is_high_contrast() { 2.0 } else { 0.0 };
        let style = move |_: &iced::Theme| surface_style(fill, colours.line, border, 4.0);
        row = row.push(container(Space::new()).width(40.0).height(8.0).style(style));
    }
    let node = Node {
        value: Some(format!("{}/{count}", (current + 1).min(count))),
        ..Node::new(Role::Progress, words.clone(), Rectangle::default())
    };
    let label = text(look, TypeStyle::ApplicantSmall, words);
    described(
        node,
        Row::with_children([label.into(), row.into()])
            .spacing(16)
            .align_y(Alignment::Center),
    )
}

/// The circle of a step: 28, and with large type no more than 48, so that the words keep their room.
fn circle_size(look: Look) -> f32 {
    look.px(28.0).min(48.0)
}
