//! The check box and the choice of one among several.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Color, Element, Length};

use super::card::surface_style;
use super::control::{Control, Paint, Shown, Status, control};
use super::group::{Axis, group};
use super::icon::{Icon, icon};
use super::spinner::spinner;
use super::text::text;
use crate::ui::access::Role;
use crate::ui::theme::{Look, TypeStyle, radius};

/// A check box. See [`check`].
pub struct Check<Message> {
    look: Look,
    words: String,
    on: bool,
    locked: bool,
    busy: bool,
    error: bool,
    message: Option<Message>,
    id: Option<iced::advanced::widget::Id>,
    description: Option<String>,
    shown: Option<Shown>,
}

/// A check box with `words`, which are part of what can be pressed. Without [`Check::on_toggle`] it is disabled.
pub fn check<Message>(look: Look, words: impl Into<String>, on: bool) -> Check<Message> {
    Check {
        look,
        words: words.into(),
        on,
        locked: false,
        busy: false,
        error: false,
        message: None,
        id: None,
        description: None,
        shown: None,
    }
}

impl<Message> Check<Message> {
    /// What pressing it sends.
    pub fn on_toggle(mut self, message: Message) -> Self {
        self.message = Some(message);
        self
    }

    /// What pressing it sends, if it can be pressed now.
    pub fn on_toggle_maybe(mut self, message: Option<Message>) -> Self {
        self.message = message;
        self
    }

    /// It opens later: a lock in its box. Say nearby when.
    pub fn locked(mut self, locked: bool) -> Self {
        self.locked = locked;
        self
    }

    /// It is being saved.
    pub fn busy(mut self, busy: bool) -> Self {
        self.busy = busy;
        self
    }

    /// It should have been ticked, or must not be.
    pub fn error(mut self, error: bool) -> Self {
        self.error = error;
        self
    }

    /// The name by which it can be given the keyboard.
    pub fn id(mut self, id: impl Into<iced::advanced::widget::Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Help or error, for assistive technology.
    pub fn description(mut self, words: impl Into<String>) -> Self {
        self.description = Some(words.into());
        self
    }

    /// Shows this state whatever pointer and keyboard do: for the sheet of all controls.
    pub fn shown(mut self, shown: Shown) -> Self {
        self.shown = Some(shown);
        self
    }

    fn status(&self) -> Status {
        match self.shown {
            Some(shown) => shown.status,
            None if self.busy => Status::Busy,
            None if self.locked || self.message.is_none() => Status::Disabled,
            None if self.error => Status::Error,
            None => Status::Rest,
        }
    }
}

/// The box itself, 24 px: tick, lock or nothing.
pub(super) fn tick_box<'a, Message: 'a>(look: Look, on: bool, locked: bool, status: Status) -> Element<'a, Message> {
    let colours = look.palette;
    let size = look.px(look.pick(24.0, 32.0));
    if status == Status::Busy {
        return spinner(look, look.pick(24.0, 32.0)).into();
    }
    let (fill, border, ink) = match (status, on) {
        (Status::Disabled, _) => (
            colours.off,
            if look.is_high_contrast() {
                colours.text_off
            } else {
                colours.line
            },
            colours.text_off,
        ),
        (Status::Error, _) => (colours.surface, colours.error, colours.error),
        (Status::Pressed, _) => (colours.accent_soft_2, colours.accent_press, colours.accent_text),
        (Status::Hover, true) => (colours.accent_hover, colours.accent_hover, colours.on_accent),
        (Status::Hover, false) => (colours.sunken, colours.text, colours.text),
        (_, true) => (colours.accent, colours.accent, colours.on_accent),
        (_, false) => (colours.surface, colours.line_strong, colours.text),
    };
    let inside: Element<'a, Message> = match (locked, on) {
        (true, _) => icon(look, Icon::Lock, look.pick(14.0, 18.0)).color(ink).into(),
        (false, true) => icon(look, Icon::Check, look.pick(18.0, 24.0)).color(ink).into(),
        (false, false) => Space::new().into(),
    };
    container(inside)
        .center(size)
        .style(move |_| surface_style(fill, border, 2.0, radius::SMALL))
        .into()
}

fn words_color(look: Look, status: Status) -> Color {
    match status {
        Status::Disabled => look.palette.text_off,
        _ => look.palette.text,
    }
}

impl<'a, Message: Clone + 'a> From<Check<Message>> for Element<'a, Message> {
    fn from(check: Check<Message>) -> Self {
        let (look, status) = (check.look, check.status());
        let mut parts: Vec<Element<'a, Message>> = vec![tick_box(look, check.on, check.locked, status)];
        if !check.words.is_empty() {
            let style = look.pick(TypeStyle::Body, TypeStyle::ApplicantBody);
            parts.push(
                text(look, style, check.words.clone())
                    .color(words_color(look, status))
                    .into(),
            );
        }
        if status == Status::Error {
            parts.push(icon(look, Icon::Alert, 16.0).color(look.palette.error).into());
        }
        let content = Row::with_children(parts)
            .spacing(look.pick(10.0, 14.0))
            .align_y(Alignment::Center);
        let message = check.message.filter(|_| !check.locked);
        let mut made = control(look, Role::CheckBox, check.words, content)
            .on_press_maybe(message)
            .status(if check.busy {
                Status::Busy
            } else if check.error {
                Status::Error
            } else {
                Status::Rest
            })
            .toggled(check.on)
            .description(check.description)
            .radius(radius::SMALL)
            .align(Alignment::Start)
            .padding([4.0, 0.0])
            .least(0.0, look.px(32.0))
            .shown(check.shown.map(|shown| Shown {
                status: Status::Rest,
                ..shown
            }));
        if let Some(id) = check.id {
            made = made.id(id);
        }
        made.into()
    }
}

/// One possibility of a [`choice`].
#[derive(Debug, Clone)]
pub struct Possibility {
    icon: Option<Icon>,
    words: String,
    detail: Option<String>,
    disabled: bool,
    id: Option<iced::advanced::widget::Id>,
    shown: Option<Shown>,
}

/// A possibility called `words`.
pub fn possibility(words: impl Into<String>) -> Possibility {
    Possibility {
        icon: None,
        words: words.into(),
        detail: None,
        disabled: false,
        id: None,
        shown: None,
    }
}

impl Possibility {
    /// In a tile at the start.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A sentence below the words.
    pub fn detail(mut self, words: impl Into<String>) -> Self {
        self.detail = Some(words.into());
        self
    }

    /// It cannot be chosen now.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// Can be found under this name.
    pub fn id(mut self, id: impl Into<iced::advanced::widget::Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Shows this state whatever pointer and keyboard do: for the sheet of all controls.
    pub fn shown(mut self, shown: Shown) -> Self {
        self.shown = Some(shown);
        self
    }
}

/// One of several, called `name` as a whole: rows one below the other; arrows move and choose, Tab goes past.
pub fn choice<'a, Message: Clone + 'a>(
    look: Look,
    name: impl Into<String>,
    possibilities: Vec<Possibility>,
    chosen: Option<usize>,
    on_choose: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    let first_enabled = possibilities.iter().position(|possibility| !possibility.disabled);
    let open: Vec<usize> = possibilities
        .iter()
        .enumerate()
        .filter(|(_, p)| !p.disabled)
        .map(|(index, _)| index)
        .collect();
    let rows = possibilities.into_iter().enumerate().map(|(index, possibility)| {
        let stops = chosen.or(first_enabled) == Some(index);
        let message = (!possibility.disabled).then(|| on_choose(index));
        radio_row(look, possibility, chosen == Some(index), stops, message).into()
    });
    let column = Column::with_children(rows.collect::<Vec<_>>())
        .spacing(12)
        .width(Length::Fill);
    group(name, Axis::Both, column)
        .on_move(move |index| open.get(index).map(|which| on_choose(*which)))
        .into()
}

/// The round mark of a radio, 24 px.
fn radio_mark<'a, Message: 'a>(look: Look, on: bool, status: Status) -> Element<'a, Message> {
    let colours = look.palette;
    let size = look.px(look.pick(24.0, 32.0));
    let (fill, border, dot) = match (status, on) {
        (Status::Disabled, _) => (
            colours.off,
            if look.is_high_contrast() {
                colours.text_off
            } else {
                colours.line
            },
            colours.text_off,
        ),
        (Status::Error, _) => (colours.surface, colours.error, colours.error),
        (Status::Pressed, _) => (colours.accent_soft_2, colours.accent_press, colours.accent_press),
        (Status::Hover, _) => (colours.sunken, colours.text, colours.accent),
        (_, true) => (colours.surface, colours.accent, colours.accent),
        (_, false) => (colours.surface, colours.line_strong, colours.accent),
    };
    let inside: Element<'a, Message> = if on {
        let inner = (size / 2.0).round();
        container(Space::new())
            .width(inner)
            .height(inner)
            .style(move |_| surface_style(dot, dot, 0.0, inner / 2.0))
            .into()
    } else {
        Space::new().into()
    };
    container(inside)
        .center(size)
        .style(move |_| surface_style(fill, border, 2.0, size / 2.0))
        .into()
}

/// An icon on a square of its own.
pub fn tile<'a, Message: 'a>(look: Look, which: Icon, size: f32, fill: Color, ink: Color) -> Element<'a, Message> {
    container(icon(look, which, size / 2.0).color(ink))
        .center(look.px(size))
        .style(move |_| surface_style(fill, fill, 0.0, radius::BOX))
        .into()
}

fn radio_row<'a, Message: Clone + 'a>(
    look: Look,
    possibility: Possibility,
    on: bool,
    stops: bool,
    message: Option<Message>,
) -> Control<'a, Message> {
    let colours = look.palette;
    let status = possibility.shown.map_or(
        if possibility.disabled {
            Status::Disabled
        } else {
            Status::Rest
        },
        |shown| shown.status,
    );
    let mut words: Vec<Element<'a, Message>> = vec![
        text(
            look,
            look.pick(TypeStyle::Strong, TypeStyle::ApplicantStrong),
            possibility.words.clone(),
        )
        .color(words_color(look, status))
        .into(),
    ];
    if let Some(detail) = &possibility.detail {
        let style = look.pick(TypeStyle::Small, TypeStyle::ApplicantCaption);
        words.push(text(look, style, detail.clone()).color(colours.text_2).into());
    }
    let mut parts: Vec<Element<'a, Message>> = Vec::new();
    if let Some(which) = possibility.icon {
        let (fill, ink) = if on {
            (colours.accent_soft_2, colours.accent_text)
        } else {
            (colours.off, colours.text_2)
        };
        parts.push(tile(look, which, look.pick(40.0, 56.0), fill, ink));
    }
    parts.push(Column::with_children(words).width(Length::Fill).into());
    parts.push(radio_mark(look, on, status));
    let content = Row::with_children(parts)
        .spacing(look.pick(14.0, 20.0))
        .align_y(Alignment::Center);
    let made = control(look, Role::Radio, possibility.words, content);
    let made = match possibility.id {
        Some(id) => made.id(id),
        None => made,
    };
    made.on_press_maybe(message)
        .toggled(on)
        .description(possibility.detail)
        .tab_stop(stops)
        .width(Length::Fill)
        .padding([10.0, look.pick(16.0, 20.0)])
        .least(0.0, look.px(look.pick(56.0, 88.0)))
        .align(Alignment::Start)
        .shown(possibility.shown)
        .paint(move |status| match (status, on) {
            (Status::Disabled, _) => Paint::bordered(colours.off, colours.line, look.border()),
            (Status::Pressed, _) => Paint::bordered(colours.accent_soft_2, colours.accent_press, look.border()),
            (_, true) => Paint::bordered(colours.accent_soft, colours.accent, 2.0),
            (Status::Hover, false) if look.is_high_contrast() => {
                Paint::bordered(colours.accent_soft, colours.text_2, look.border())
            }
            (Status::Hover, false) => Paint::bordered(colours.sunken, colours.text_2, look.border()),
            (_, false) => Paint::bordered(colours.surface, colours.line_strong, look.border()),
        })
}
