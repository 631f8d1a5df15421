//! A check box in a card of its own, for something that is agreed to, and tabs between texts.

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, container};
use iced::{Alignment, Element, Length};

use super::check::tick_box;
use super::control::{Paint, Status, control};
use super::group::{Axis, group};
use super::icon::{Icon, icon};
use super::text::text;
use crate::ui::access::Role;
use crate::ui::theme::{Look, TypeStyle, radius};

/// Something to agree to. See [`consent`].
#[derive(Debug, Clone)]
pub struct Consent {
    /// What is agreed to.
    pub words: String,
    /// Since when it may be, or when it opens.
    pub detail: String,
    /// Whether it is ticked.
    pub on: bool,
    /// Whether it opens later: a lock in its box.
    pub locked: bool,
    /// Whether it should have been ticked.
    pub error: bool,
}

/// A box to tick, with words and a sentence that says when it opens or that it was read.
pub fn consent<'a, Message: Clone + 'a>(
    look: Look,
    id: impl Into<Id>,
    consent: Consent,
    message: Message,
) -> Element<'a, Message> {
    let colours = look.palette;
    let content = content(look, &consent);
    let Consent {
        words,
        detail,
        on,
        locked,
        error,
    } = consent;
    control(look, Role::CheckBox, words, content)
        .on_press_maybe((!locked).then_some(message))
        .status(if error && !locked { Status::Error } else { Status::Rest })
        .toggled(on)
        .description(Some(detail))
        .id(id)
        .padding([14.0, 20.0])
        .width(Length::Fill)
        .align(Alignment::Start)
        .radius(radius::BOX)
        .least(0.0, look.px(look.pick(64.0, 96.0)))
        .paint(move |status| match (status, on) {
            (Status::Disabled, _) if look.is_high_contrast() => Paint::bordered(colours.off, colours.text_off, 2.0),
            (Status::Disabled, _) => Paint::bordered(colours.sunken, colours.line, 2.0),
            (Status::Error, _) => Paint::bordered(colours.surface, colours.error, 2.0),
            (Status::Pressed, _) => Paint::bordered(colours.accent_soft_2, colours.accent_press, 2.0),
            (_, true) => Paint::bordered(colours.accent_soft, colours.accent, 2.0),
            (Status::Hover, false) => Paint::bordered(colours.sunken, colours.text_2, 2.0),
            (_, false) => Paint::bordered(colours.surface, colours.line_strong, 2.0),
        })
        .into()
}

fn content<'a, Message: 'a>(look: Look, consent: &Consent) -> Element<'a, Message> {
    let colours = look.palette;
    let status = match (consent.locked, consent.error) {
        (true, _) => Status::Disabled,
        (false, true) => Status::Error,
        (false, false) => Status::Rest,
    };
    let ink = if consent.locked { colours.text_2 } else { colours.text };
    let strong = look.pick(TypeStyle::Strong, TypeStyle::ApplicantSmallStrong);
    let quiet = look.pick(TypeStyle::Small, TypeStyle::ApplicantCaption);
    let lines = Column::with_children([
        text(look, strong, consent.words.clone()).color(ink).into(),
        text(look, quiet, consent.detail.clone()).color(colours.text_2).into(),
    ])
    .width(Length::Fill);
    Row::with_children([tick_box(look, consent.on, consent.locked, status), lines.into()])
        .spacing(16)
        .align_y(Alignment::Center)
        .into()
}

/// One of several texts or views, called `name` as a whole, side by side. Arrows move and choose, Tab goes past.
pub fn tabs<'a, Message: Clone + 'a>(
    look: Look,
    name: impl Into<String>,
    entries: Vec<(Icon, String)>,
    chosen: usize,
    on_choose: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    tabs_of(look, None, name.into(), entries, (chosen, on_choose))
}

/// Tabs of which the chosen one can be given the keyboard by the name `id`.
pub fn tabs_called<'a, Message: Clone + 'a>(
    look: Look,
    id: impl Into<Id>,
    name: impl Into<String>,
    entries: Vec<(Icon, String)>,
    chosen: usize,
    on_choose: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    tabs_of(look, Some(id.into()), name.into(), entries, (chosen, on_choose))
}

fn tabs_of<'a, Message: Clone + 'a>(
    look: Look,
    id: Option<Id>,
    name: String,
    entries: Vec<(Icon, String)>,
    (chosen, on_choose): (usize, impl Fn(usize) -> Message + 'a),
) -> Element<'a, Message> {
    let colours = look.palette;
    let count = entries.len();
    let parts = entries.into_iter().enumerate().map(|(place, (which, words))| {
        let on = place == chosen;
        let ink = if on { colours.on_accent } else { colours.accent_text };
        let style = look.pick(TypeStyle::BodyMedium, TypeStyle::ApplicantCaptionMedium);
        let content = Row::with_children([
            icon(look, which, look.pick(18.0, 20.0)).color(ink).into(),
            text(look, style, words.clone()).color(ink).into(),
        ])
        .spacing(10)
        .align_y(Alignment::Center);
        let made = control(look, Role::Radio, words, content)
            .on_press_maybe(Some(on_choose(place)))
            .toggled(on)
            .tab_stop(on)
            .padding([6.0, 16.0])
            .least(0.0, look.px(look.pick(36.0, 48.0)))
            .radius(radius::CONTROL)
            .paint(move |status| match (status, on) {
                (_, true) => Paint::fill(colours.accent),
                (Status::Hover, false) => Paint::fill(colours.accent_soft),
                (Status::Pressed, false) => Paint::fill(colours.accent_soft_2),
                (_, false) => Paint::NONE,
            });
        match id.clone().filter(|_| on) {
            Some(id) => made.id(id).into(),
            None => made.into(),
        }
    });
    let row = Row::with_children(parts.collect::<Vec<_>>()).spacing(8);
    let right_to_left = look.direction.is_right_to_left();
    let choices: Vec<Message> = (0..count).map(&on_choose).collect();
    let row = group(name, Axis::Both, row)
        .right_to_left(right_to_left)
        .on_move(move |place| choices.get(place).cloned());
    container(row)
        .padding(6)
        .style(move |_| super::card::surface_style(colours.surface, colours.line_strong, look.border(), radius::BOX))
        .into()
}
