//! Time left, strength, progress: bars that also say it in words.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Color, Element, Length, Rectangle};

use super::card::{at_least, quiet_box, surface_style};
use super::described::described;
use super::icon::{Icon, icon};
use super::note::Tone;
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::direction;
use crate::ui::theme::{Look, TypeStyle};

/// A bar of 8 px of which `part` (0 to 1) is filled, from the start.
pub fn bar<'a, Message: 'a>(look: Look, part: f32) -> Element<'a, Message> {
    bar_of(look, part, 8.0, look.palette.accent)
}

fn bar_of<'a, Message: 'a>(look: Look, part: f32, height: f32, ink: Color) -> Element<'a, Message> {
    let colours = look.palette;
    // In thousandths: the toolkit shares widths out in whole portions.
    let filled = (part.clamp(0.0, 1.0) * 1000.0).round() as u16;
    let mut row = Row::new().height(height);
    if filled > 0 {
        let style = move |_: &iced::Theme| surface_style(ink, ink, 0.0, height / 2.0);
        row = row.push(
            container(Space::new())
                .width(Length::FillPortion(filled))
                .height(height)
                .style(style),
        );
    }
    if filled < 1000 {
        row = row.push(Space::new().width(Length::FillPortion(1000 - filled)));
    }
    let border = if look.is_high_contrast() { 2.0 } else { 0.0 };
    container(row)
        .width(Length::Fill)
        .height(height)
        .style(move |_| surface_style(colours.off, colours.line, border, height / 2.0))
        .into()
}

/// `seconds` as m:ss, an island that is read from left to right.
pub fn minutes(seconds: u64) -> String {
    direction::left_to_right_island(&format!("{}:{:02}", seconds / 60, seconds % 60))
}

/// `seconds` as m:ss, in digits that stand in boxes of one width, so that nothing moves from 0:22 to 0:21.
pub fn clock<'a, Message: 'a>(look: Look, style: TypeStyle, seconds: u64, ink: Color) -> Element<'a, Message> {
    // Digits of the face are tabular: 600 of 1000 em each. One text in one box needs no box a digit.
    let words = format!("{}:{:02}", seconds / 60, seconds % 60);
    let (size, _, _) = style.metrics();
    let digits = words.chars().filter(char::is_ascii_digit).count() as f32;
    let width = (look.px(size) * (digits * 0.6 + 0.32)).ceil();
    container(text(look, style, words).color(ink).left_to_right().one_line())
        .width(width)
        .into()
}

/// A box with a caption and a time left (or gone): `icon` caption over m:ss.
pub fn countdown_box<'a, Message: 'a>(
    look: Look,
    which: Icon,
    caption: impl Into<String>,
    seconds: u64,
) -> Element<'a, Message> {
    let caption = caption.into();
    let value = format!("{}:{:02}", seconds / 60, seconds % 60);
    let time = clock(look, TypeStyle::Countdown, seconds, look.palette.text);
    let node = Node {
        value: Some(value),
        ..Node::new(Role::Progress, caption.clone(), Rectangle::default())
    };
    described(node, figure_box_with(look, which, caption, time))
}

/// A box with a caption and words: how many codes are left.
pub fn figure_box<'a, Message: 'a>(
    look: Look,
    which: Icon,
    caption: impl Into<String>,
    words: impl Into<String>,
) -> Element<'a, Message> {
    let figure = text(look, TypeStyle::Countdown, words.into());
    figure_box_with(look, which, caption.into(), figure.into())
}

fn figure_box_with<'a, Message: 'a>(
    look: Look,
    which: Icon,
    caption: String,
    figure: Element<'a, Message>,
) -> Element<'a, Message> {
    let ink = look.palette.text_2;
    let head = Row::with_children([
        icon(look, which, 16.0).color(ink).into(),
        text(look, TypeStyle::Caption, caption).color(ink).fill().into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center);
    quiet_box(look, Column::with_children([head.into(), figure]).spacing(2))
        .width(Length::Fill)
        .into()
}

/// What is left of a time: `words`, the m:ss, words at the end (until when), and a bar that shrinks towards the end side.
///
/// `left` and `whole` are seconds.
pub fn countdown<'a, Message: 'a>(
    look: Look,
    words: impl Into<String>,
    left: u64,
    whole: u64,
    until: impl Into<String>,
) -> Element<'a, Message> {
    let (words, until) = (words.into(), until.into());
    let strong = look.pick(TypeStyle::Label, TypeStyle::ApplicantSmallStrong);
    let quiet = look.pick(TypeStyle::Caption, TypeStyle::ApplicantSmall);
    let part = if whole == 0 { 0.0 } else { left as f32 / whole as f32 };
    let head = Row::with_children([
        text(look, strong, words.clone()).into(),
        clock(look, strong, left, look.palette.text),
        Space::new().width(Length::Fill).into(),
        text(look, quiet, until).color(look.palette.text_2).into(),
    ])
    .spacing(6)
    .align_y(Alignment::Center);
    let node = Node {
        value: Some(format!("{}:{:02}", left / 60, left % 60)),
        ..Node::new(Role::Progress, words, Rectangle::default())
    };
    let bar = bar_of(look, part, look.pick(8.0, 12.0), look.palette.accent);
    described(node, Column::with_children([head.into(), bar]).spacing(8))
}

/// How good a password is: `label`, `word`, and four bars of which `level` (0 to 4) are filled.
pub fn strength<'a, Message: 'a>(
    look: Look,
    label: impl Into<String>,
    word: impl Into<String>,
    level: u8,
) -> Element<'a, Message> {
    let colours = look.palette;
    let (label, word) = (label.into(), word.into());
    let (fill, ink) = match level {
        0 | 1 => (colours.error, colours.error),
        2 => (colours.plot_2, colours.warn),
        _ => (colours.accent, colours.accent_text),
    };
    let (quiet, strong) = (
        look.pick(TypeStyle::Label, TypeStyle::ApplicantSmall),
        look.pick(TypeStyle::Strong, TypeStyle::ApplicantSmallStrong),
    );
    let mut bars = Row::new().spacing(8).width(Length::Fill).align_y(Alignment::Center);
    for index in 0..4 {
        let fill = if index < level { fill } else { colours.off };
        let border = if look.is_high_contrast() { 2.0 } else { 0.0 };
        let height = look.pick(8.0, 12.0);
        let style = move |_: &iced::Theme| surface_style(fill, colours.line, border, height / 2.0);
        bars = bars.push(container(Space::new()).width(Length::Fill).height(height).style(style));
    }
    let node = Node {
        value: Some(word.clone()),
        ..Node::new(Role::Progress, label.clone(), Rectangle::default())
    };
    let row = Row::with_children([
        text(look, quiet, label).into(),
        text(look, strong, word).color(ink).into(),
        bars.into(),
    ])
    .spacing(10)
    .align_y(Alignment::Center);
    described(node, at_least(look.px(look.pick(28.0, 40.0)), row))
}

/// A rule or condition: met, or not yet, with a word at the end.
pub fn rule<'a, Message: 'a>(
    look: Look,
    met: bool,
    words: impl Into<String>,
    state: impl Into<String>,
) -> Element<'a, Message> {
    let colours = look.palette;
    let (words, state) = (words.into(), state.into());
    let (which, ink) = if met {
        (Icon::Done, colours.accent_text)
    } else {
        (Icon::Circle, colours.text_3)
    };
    let size = look.pick(20.0, 28.0);
    let body = look.pick(TypeStyle::Body, TypeStyle::ApplicantSmall);
    let small = look.pick(TypeStyle::Chip, TypeStyle::ApplicantCaptionMedium);
    let node = Node {
        toggled: Some(met),
        value: Some(state.clone()),
        ..Node::new(Role::Status, words.clone(), Rectangle::default())
    };
    let row = Row::with_children([
        icon(look, which, size).color(ink).into(),
        text(look, body, words)
            .color(if met { colours.text } else { colours.text_2 })
            .fill()
            .into(),
        text(look, small, state)
            .color(if met { colours.accent_text } else { colours.text_2 })
            .into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center);
    described(node, row)
}

/// A line of what has happened: icon, words, time at the end.
pub fn event<'a, Message: 'a>(
    look: Look,
    tone: Tone,
    which: Icon,
    words: impl Into<String>,
    time: impl Into<String>,
) -> Element<'a, Message> {
    let colours = look.palette;
    let row = Row::with_children([
        icon(look, which, 24.0).color(tone.ink(look)).into(),
        text(look, TypeStyle::Body, words.into()).fill().into(),
        text(look, TypeStyle::Small, time.into())
            .color(colours.text_2)
            .left_to_right()
            .into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center);
    container(row).padding(direction::padding(4.0, 0.0, 4.0, 0.0)).into()
}
