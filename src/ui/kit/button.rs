//! The button.

use iced::widget::{Row, Space};
use iced::{Alignment, Color, Element, Length};

use super::control::{Paint, Shown, Status, control};
use super::icon::{Icon, icon};
use super::key_cap::key_cap_in;
use super::spinner::spinner;
use super::text::text;
use crate::ui::access::Role;
use crate::ui::theme::{Look, TypeStyle};

/// The rank of a button. One primary a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rank {
    /// The one thing to do next: filled.
    Primary,
    /// Another thing: a border.
    #[default]
    Plain,
    /// A lesser thing: words alone.
    Quiet,
    /// It ends or removes something: red words and border, never filled, never default.
    Destructive,
    /// On the top bar.
    Bar,
}

/// How tall a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Height {
    #[default]
    Control,
    Toolbar,
}

/// A button. See [`button`].
pub struct Button<'a, Message> {
    look: Look,
    words: String,
    rank: Rank,
    icon: Option<Icon>,
    icon_after: Option<Icon>,
    key: Option<String>,
    busy: Option<String>,
    error: bool,
    message: Option<Message>,
    id: Option<iced::advanced::widget::Id>,
    width: Length,
    height: Height,
    name: Option<String>,
    description: Option<String>,
    shown: Option<Shown>,
    marker: std::marker::PhantomData<&'a ()>,
}

/// A plain button with `words`. Without [`Button::on_press`] it is disabled and keeps its words.
pub fn button<'a, Message>(look: Look, words: impl Into<String>) -> Button<'a, Message> {
    Button {
        look,
        words: words.into(),
        rank: Rank::Plain,
        icon: None,
        icon_after: None,
        key: None,
        busy: None,
        error: false,
        message: None,
        id: None,
        width: Length::Shrink,
        height: Height::Control,
        name: None,
        description: None,
        shown: None,
        marker: std::marker::PhantomData,
    }
}

impl<'a, Message: Clone + 'a> Button<'a, Message> {
    /// The one thing to do next.
    pub fn primary(self) -> Self {
        self.rank(Rank::Primary)
    }

    /// Words alone.
    pub fn quiet(self) -> Self {
        self.rank(Rank::Quiet)
    }

    /// Ends or removes something.
    pub fn destructive(self) -> Self {
        self.rank(Rank::Destructive)
    }

    /// On the top bar.
    pub fn on_bar(self) -> Self {
        self.rank(Rank::Bar).toolbar()
    }

    /// Of this rank.
    pub fn rank(mut self, rank: Rank) -> Self {
        self.rank = rank;
        self
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the words.
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon_after = Some(icon);
        self
    }

    /// The key that does the same, shown as a cap after the words.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// What pressing it sends.
    pub fn on_press(mut self, message: Message) -> Self {
        self.message = Some(message);
        self
    }

    /// What pressing it sends, if it can be pressed now.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.message = message;
        self
    }

    /// At work: `verb` in progress ("is being saved") replaces the words, and pressing it does nothing.
    pub fn busy(mut self, verb: impl Into<String>) -> Self {
        self.busy = Some(verb.into());
        self
    }

    /// At work if there is a verb. See [`Button::busy`].
    pub fn busy_maybe(mut self, verb: Option<String>) -> Self {
        self.busy = verb;
        self
    }

    /// It failed and can be pressed again.
    pub fn error(mut self) -> Self {
        self.error = true;
        self
    }

    /// The name by which it can be given the keyboard.
    pub fn id(mut self, id: impl Into<iced::advanced::widget::Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// 40 px tall, with less padding: for toolbars and filters.
    pub fn toolbar(mut self) -> Self {
        self.height = Height::Toolbar;
        self
    }

    /// Takes all the width there is.
    pub fn fill(mut self) -> Self {
        self.width = Length::Fill;
        self
    }

    /// What assistive technology calls it, where the words alone do not say enough.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Why it is disabled, or what it will do, for assistive technology.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Shows this state whatever pointer and keyboard do: for the sheet of all controls.
    pub fn shown(mut self, shown: Shown) -> Self {
        self.shown = Some(shown);
        self
    }

    fn status(&self) -> Status {
        match (&self.busy, self.error) {
            (Some(_), _) => Status::Busy,
            (None, true) => Status::Error,
            (None, false) => Status::Rest,
        }
    }

    fn is_disabled(&self) -> bool {
        match self.shown {
            Some(shown) => shown.status == Status::Disabled,
            None => self.message.is_none() && self.busy.is_none(),
        }
    }

    fn ink(&self) -> Color {
        let colours = self.look.palette;
        if self.is_disabled() {
            return if self.rank == Rank::Bar {
                colours.on_bar_2
            } else {
                colours.text_off
            };
        }
        match (self.rank, self.error) {
            (_, true) | (Rank::Destructive, _) => colours.error,
            (Rank::Primary, _) => colours.on_accent,
            (Rank::Plain, _) => colours.text,
            (Rank::Quiet, _) => colours.accent_text,
            (Rank::Bar, _) => colours.on_bar,
        }
    }

    fn style(&self) -> TypeStyle {
        match (self.height, self.rank) {
            (Height::Control, Rank::Quiet) => self.look.pick(TypeStyle::Strong, TypeStyle::ApplicantSmallStrong),
            (Height::Control, _) => self.look.pick(TypeStyle::Strong, TypeStyle::ApplicantStrong),
            (Height::Toolbar, Rank::Bar) => TypeStyle::BodyMedium,
            (Height::Toolbar, _) => self.look.pick(TypeStyle::Strong, TypeStyle::ApplicantSmall),
        }
    }

    fn content(&self) -> Element<'a, Message> {
        let (look, ink) = (self.look, self.ink());
        let size = match self.height {
            Height::Control => look.pick(20.0, 28.0),
            Height::Toolbar => look.pick(20.0, 22.0),
        };
        let mut parts: Vec<Element<'a, Message>> = Vec::new();
        if self.busy.is_some() {
            parts.push(spinner(look, size).color(ink).into());
        } else if let Some(which) = self.icon {
            parts.push(icon(look, which, size).color(ink).into());
        }
        let words = self.busy.as_ref().unwrap_or(&self.words);
        if !words.is_empty() {
            parts.push(text(look, self.style(), words.clone()).color(ink).into());
        }
        if let Some(which) = self.icon_after {
            parts.push(icon(look, which, size).color(ink).into());
        }
        if let (Some(key), None) = (&self.key, &self.busy) {
            parts.push(key_cap_in(look, key.clone(), ink).into());
        }
        Row::with_children(parts)
            .spacing(look.pick(10.0, 12.0))
            .align_y(Alignment::Center)
            .into()
    }
}

/// How a button of this rank is painted in each status.
pub(crate) fn paint(look: Look, rank: Rank, status: Status) -> Paint {
    let colours = look.palette;
    let width = look.border();
    let bordered = |fill, border| Paint::bordered(fill, border, width);
    if status == Status::Disabled {
        return match rank {
            Rank::Quiet | Rank::Bar => Paint::NONE,
            Rank::Primary | Rank::Plain | Rank::Destructive => Paint::fill(colours.off),
        };
    }
    if status == Status::Error {
        return bordered(colours.surface, colours.error);
    }
    match (rank, status) {
        (Rank::Primary, Status::Hover) => Paint::fill(colours.accent_hover),
        (Rank::Primary, Status::Pressed) => Paint::fill(colours.accent_press),
        (Rank::Primary, _) => Paint::fill(colours.accent),
        // High contrast has one surface and one border: there the fill alone tells.
        (Rank::Plain, Status::Hover) if look.is_high_contrast() => bordered(colours.accent_soft, colours.text),
        (Rank::Plain, Status::Pressed) if look.is_high_contrast() => bordered(colours.accent_soft_2, colours.text),
        (Rank::Plain, Status::Hover) => bordered(colours.sunken, colours.text_2),
        (Rank::Plain, Status::Pressed) => bordered(colours.off, colours.text),
        (Rank::Plain, _) => bordered(colours.surface, colours.line_strong),
        (Rank::Quiet, Status::Hover) => Paint::fill(colours.accent_soft),
        (Rank::Quiet, Status::Pressed) => Paint::fill(colours.accent_soft_2),
        (Rank::Destructive, Status::Hover) => bordered(colours.error_soft, colours.error),
        (Rank::Destructive, Status::Pressed) => bordered(colours.error_soft, colours.error_press),
        (Rank::Destructive, _) => bordered(colours.surface, colours.error),
        (Rank::Bar, Status::Hover | Status::Pressed) => Paint::fill(colours.bar_hover),
        (Rank::Quiet | Rank::Bar, _) => Paint::NONE,
    }
}

impl<'a, Message: Clone + 'a> From<Button<'a, Message>> for Element<'a, Message> {
    fn from(button: Button<'a, Message>) -> Self {
        let (look, rank) = (button.look, button.rank);
        let content = button.content();
        let (height, side) = match button.height {
            Height::Control => (look.control(), look.pick(20.0, 32.0)),
            Height::Toolbar => (look.px(look.pick(40.0, 48.0)), 14.0),
        };
        let width = match (rank, button.words.is_empty()) {
            (Rank::Primary, false) => look.px(look.pick(136.0, 200.0)),
            _ => height,
        };
        let name = button.name.clone().unwrap_or_else(|| button.words.clone());
        let side = if button.words.is_empty() { 8.0 } else { side };
        let mut made = control(look, Role::Button, name, content)
            .status(button.status())
            .on_press_maybe(button.message.clone())
            .description(button.description.clone())
            .paint(move |status| paint(look, rank, status))
            .padding([4.0, side])
            .width(button.width)
            .least(width, height)
            .shown(button.shown);
        if rank == Rank::Bar {
            made = made.ring_inside(look.palette.bar_focus);
        }
        if let Some(id) = button.id.clone() {
            made = made.id(id);
        }
        made.into()
    }
}

/// Buttons at the foot of a card: `first` at the start, `last` at the end, in that order for Tab.
pub fn actions<'a, Message: 'a>(
    first: impl Into<Element<'a, Message>>,
    last: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Row::with_children([first.into(), Space::new().width(Length::Fill).into(), last.into()])
        .spacing(12)
        .align_y(Alignment::Center)
        .into()
}
