//! The steps of a flow: the rail's, from top to bottom, and the applicant's bars.

use iced::advanced::Layout;
use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Color, Element, Length, Rectangle, Renderer};

use super::card::surface_style;
use super::described::described;
use super::icon::{Icon, icon};
use super::painted::painted;
use super::strips;
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::theme::{Look, TypeStyle, radius};

/// The width of the lines between steps, in px.
const LINE: f32 = 2.0;

/// Where the flow is. The words of the current step have a caption of what happens now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// What each step is called, in order.
    pub names: Vec<String>,
    /// Which one is current, from 0; `names.len()` when all are done.
    pub current: usize,
    /// What happens now, under the current step.
    pub caption: Option<String>,
    /// The first row is what comes before the numbered steps: it bears this icon instead of a number.
    pub before: Option<Icon>,
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
    let base = match steps.names.len() {
        0..=7 => 52.0,
        8..=9 => 48.0,
        _ => 40.0,
    };
    let height = look.px(if current && steps.caption.is_some() { 60.0 } else { base });
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
    // As tall as the row is at least, so that words of one line stand in the middle of it.
    let mark = container(circle(look, steps, index)).center_y(height);
    let row = Row::with_children([mark.into(), label.into()])
        .spacing(if circle_size(look) > 40.0 { 6 } else { 12 })
        .padding([0.0, 8.0])
        .align_y(Alignment::Center);
    let lines = Lines {
        above: (index > 0).then_some(if done || current { colours.accent } else { colours.line }),
        below: (index < last).then_some(if done { colours.accent } else { colours.line }),
    };
    let row = painted(row.width(Length::Fill), move |renderer, layout| {
        lines.draw(renderer, layout);
    });
    let row = container(row);
    if !current {
        return row.into();
    }
    let border = if look.is_high_contrast() { 2.0 } else { 0.0 };
    row.style(move |_| surface_style(colours.accent_soft, colours.accent_line, border, radius::CONTROL))
        .into()
}

/// The lines from a step's circle to the steps above and below, where there are any.
#[derive(Clone, Copy)]
struct Lines {
    above: Option<Color>,
    below: Option<Color>,
}

impl Lines {
    /// Draws them into a row whose first part holds the circle. They are drawn, not laid out: an area that fills a
    /// row's height needs a stack, and each stack is one more layer for the painter to prepare at every letter.
    fn draw(self, renderer: &mut Renderer, row: Layout<'_>) {
        let circle = row.children().next().and_then(|mark| mark.children().next());
        let Some(circle) = circle.map(|circle| circle.bounds()) else {
            return;
        };
        let row = row.bounds();
        let end = circle.y + circle.height;
        let line = |y: f32, height: f32| Rectangle {
            x: circle.center_x() - LINE / 2.0,
            y,
            width: LINE,
            height,
        };
        if let Some(ink) = self.above {
            strips::area(renderer, line(row.y, circle.y - row.y), ink);
        }
        if let Some(ink) = self.below {
            strips::area(renderer, line(end, row.y + row.height - end), ink);
        }
    }
}

fn circle<'a, Message: 'a>(look: Look, steps: &Steps, index: usize) -> Element<'a, Message> {
    let colours = look.palette;
    let (done, current) = (index < steps.current, index == steps.current);
    let size = circle_size(look);
    let (fill, border, ink) = match (done, current) {
        (true, _) => (colours.accent_soft, colours.accent, colours.accent_text),
        (_, true) => (colours.accent, colours.accent, colours.on_accent),
        _ => (colours.surface, colours.line_strong, colours.text_2),
    };
    let inside: Element<'a, Message> = if done {
        icon(look, Icon::Check, 18.0).color(ink).into()
    } else if let Some(which) = steps.before.filter(|_| index == 0) {
        icon(look, which, 16.0).color(ink).into()
    } else {
        let number = index + usize::from(steps.before.is_none());
        text(look, TypeStyle::SmallMedium, number.to_string())
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
