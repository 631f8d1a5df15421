//! Notes and chips: short messages that colour alone never carries.

use iced::widget::{Column, Row, container};
use iced::{Alignment, Color, Element, Length, Rectangle};

use super::card::surface_style;
use super::icon::{Icon, icon};
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::direction;
use crate::ui::theme::{Look, Palette, TypeStyle, radius};

/// What a note or chip says about the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing in particular.
    Neutral,
    /// Good to know.
    Info,
    /// It worked.
    Good,
    /// Take care.
    Warn,
    /// It failed.
    Error,
}

impl Tone {
    fn colors(self, colours: &Palette) -> (Color, Color, Color) {
        match self {
            Self::Neutral => (colours.off, colours.line, colours.text_2),
            Self::Info => (colours.info_soft, colours.info_line, colours.info),
            Self::Good => (colours.accent_soft, colours.accent_line, colours.accent_text),
            Self::Warn => (colours.warn_soft, colours.warn_line, colours.warn),
            Self::Error => (colours.error_soft, colours.error_line, colours.error),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Neutral | Self::Info => Icon::Info,
            Self::Good => Icon::Done,
            Self::Warn => Icon::Warning,
            Self::Error => Icon::Failed,
        }
    }

    /// The colour of this tone's words and icons.
    pub fn ink(self, look: Look) -> Color {
        self.colors(look.palette).2
    }
}

/// A note. See [`note`].
pub struct Note {
    look: Look,
    tone: Tone,
    title: Option<String>,
    words: String,
    icon: Icon,
}

/// A note that says `words`.
pub fn note(look: Look, tone: Tone, words: impl Into<String>) -> Note {
    Note {
        look,
        tone,
        title: None,
        words: words.into(),
        icon: tone.icon(),
    }
}

impl Note {
    /// Another icon than the tone's own.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = icon;
        self
    }

    /// A strong sentence before the words.
    pub fn title(mut self, words: impl Into<String>) -> Self {
        self.title = Some(words.into());
        self
    }
}

impl<'a, Message: 'a> From<Note> for Element<'a, Message> {
    fn from(note: Note) -> Self {
        let look = note.look;
        let (fill, border, ink) = note.tone.colors(look.palette);
        let style = look.pick(TypeStyle::Small, TypeStyle::ApplicantSmall);
        let strong = look.pick(TypeStyle::SmallMedium, TypeStyle::ApplicantSmallStrong);
        let size = look.pick(20.0, 24.0);
        let drop = ((look.px(style.metrics().1) - look.px(size)) / 2.0).max(0.0).round();
        let mut words = Column::new().width(Length::Fill);
        let name = match &note.title {
            Some(title) => format!("{title} {}", note.words),
            None => note.words.clone(),
        };
        if let Some(title) = note.title {
            words = words.push(text(look, strong, title));
        }
        if !note.words.is_empty() {
            words = words.push(text(look, style, note.words));
        }
        let mark = container(icon(look, note.icon, size).color(ink)).padding(direction::padding(drop, 0.0, 0.0, 0.0));
        let content = container(Row::with_children([mark.into(), words.into()]).spacing(10))
            .padding([12.0, 14.0])
            .width(Length::Fill)
            .style(move |_| surface_style(fill, border, look.hair(), radius::CONTROL));
        let role = if note.tone == Tone::Error {
            Role::Alert
        } else {
            Role::Status
        };
        super::described::described(Node::new(role, name, Rectangle::default()), content)
    }
}

/// A chip. See [`chip`].
pub struct Chip {
    look: Look,
    tone: Tone,
    words: String,
    icon: Option<Icon>,
    small: bool,
    left_to_right: bool,
    on_color: bool,
}

/// A chip that says `words`.
pub fn chip(look: Look, tone: Tone, words: impl Into<String>) -> Chip {
    Chip {
        look,
        tone,
        words: words.into(),
        icon: None,
        small: false,
        left_to_right: false,
        on_color: false,
    }
}

impl Chip {
    /// It stands on a ground of its own tone: the plain surface is its fill.
    pub fn on_color(mut self, on_color: bool) -> Self {
        self.on_color = on_color;
        self
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// 24 px tall: in heads.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Its words are digits or a code.
    pub fn left_to_right(mut self) -> Self {
        self.left_to_right = true;
        self
    }
}

impl<'a, Message: 'a> From<Chip> for Element<'a, Message> {
    fn from(chip: Chip) -> Self {
        let look = chip.look;
        let (fill, _, ink) = chip.tone.colors(look.palette);
        let fill = if chip.on_color { look.palette.surface } else { fill };
        let height = look.px(if chip.small { 24.0 } else { look.pick(28.0, 36.0) });
        let style = look.pick(TypeStyle::Chip, TypeStyle::ApplicantCaptionMedium);
        let mut parts: Vec<Element<'a, Message>> = Vec::new();
        if let Some(which) = chip.icon {
            parts.push(icon(look, which, 16.0).color(ink).into());
        }
        let words = text(look, style, chip.words).color(ink);
        parts.push(if chip.left_to_right {
            words.left_to_right().into()
        } else {
            words.into()
        });
        let border = if look.is_high_contrast() { 2.0 } else { 0.0 };
        container(Row::with_children(parts).spacing(6).align_y(Alignment::Center))
            .padding([0.0, 10.0])
            .height(height)
            .align_y(Alignment::Center)
            .style(move |_| surface_style(fill, ink, border, height / 2.0))
            .into()
    }
}

/// A dot and a word: the status line. Not well is another colour *and* other words.
pub fn dot<'a, Message: 'a>(look: Look, tone: Tone, words: impl Into<String>) -> Element<'a, Message> {
    let ink = if tone == Tone::Good {
        look.palette.accent
    } else {
        tone.ink(look)
    };
    let spot = container(iced::widget::Space::new())
        .width(8.0)
        .height(8.0)
        .style(move |_| surface_style(ink, ink, 0.0, 4.0));
    let words = text(look, TypeStyle::Caption, words.into()).color(look.palette.text_2);
    Row::with_children([spot.into(), words.into()])
        .spacing(8)
        .align_y(Alignment::Center)
        .into()
}

/// A box in the colours of a warning, for a question that is answered where it stands.
pub fn warning_box<'a, Message: 'a>(
    look: Look,
    content: impl Into<Element<'a, Message>>,
) -> iced::widget::Container<'a, Message> {
    let (fill, line, _) = Tone::Warn.colors(look.palette);
    container(content)
        .padding([12.0, 16.0])
        .width(Length::Fill)
        .style(move |_| surface_style(fill, line, look.hair(), radius::BOX))
}
