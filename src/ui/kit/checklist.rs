//! The checklist: what must hold, whether it does, and if not why and what next.

use iced::widget::{Column, Row, container};
use iced::{Alignment, Element, Length, Rectangle};

use super::card::{separator, surface_style};
use super::described::described;
use super::icon::{Icon, icon};
use super::note::{Tone, chip};
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::direction;
use crate::ui::theme::{Look, TypeStyle, radius};

/// How it stands with one thing on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    /// It holds.
    Met,
    /// It does not.
    NotMet,
    /// Nobody can say.
    Unknown,
    /// Nobody can say, and a supervisor accepted that.
    Accepted,
    /// It is not asked of this person.
    NotApplicable,
    /// It is shown at a later step.
    Later,
}

/// One thing on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckItem {
    /// How it stands.
    pub holds: Holds,
    /// What must hold.
    pub words: String,
    /// How it stands, in a word or two.
    pub badge: String,
    /// How it is known, or why it does not hold.
    pub reason: String,
    /// What to do next, and where.
    pub next: Option<String>,
}

impl Holds {
    const fn icon(self) -> Icon {
        match self {
            Self::Met => Icon::Done,
            Self::NotMet => Icon::Failed,
            Self::Unknown => Icon::Question,
            Self::Accepted => Icon::ShieldCheck,
            Self::NotApplicable => Icon::NotApplicable,
            Self::Later => Icon::Pending,
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Met => Tone::Good,
            Self::NotMet => Tone::Error,
            Self::Unknown | Self::Accepted => Tone::Warn,
            Self::NotApplicable | Self::Later => Tone::Neutral,
        }
    }

    /// Whether it is in the way.
    pub const fn stops(self) -> bool {
        matches!(self, Self::NotMet | Self::Unknown)
    }
}

/// `items` one below the other. What is in the way stands on its colour, and says what to do.
pub fn checklist<'a, Message: 'a>(look: Look, name: impl Into<String>, items: Vec<CheckItem>) -> Element<'a, Message> {
    let colours = look.palette;
    let last = items.len().saturating_sub(1);
    let mut column = Column::new().width(Length::Fill);
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            column = column.push(separator(look));
        }
        column = column.push(row(look, item, place == 0, place == last));
    }
    let list = container(column)
        .padding(look.hair())
        .style(move |_| surface_style(colours.surface, colours.line, look.hair(), radius::BOX));
    described(Node::new(Role::Group, name, Rectangle::default()), list)
}

fn row<'a, Message: 'a>(look: Look, item: CheckItem, first: bool, last: bool) -> Element<'a, Message> {
    let colours = look.palette;
    let ink = match item.holds {
        Holds::NotApplicable | Holds::Later => colours.text_2,
        holds => holds.tone().ink(look),
    };
    let fill = match item.holds {
        Holds::NotMet => colours.error_soft,
        Holds::Unknown => colours.warn_soft,
        _ => colours.surface,
    };
    let node = told(&item);
    let mark = container(icon(look, item.holds.icon(), 24.0).color(ink));
    let mark = mark.padding(direction::padding(2.0, 0.0, 0.0, 0.0));
    let row = Row::with_children([mark.into(), words(look, item)]).spacing(14);
    let corner = |here: bool| if here { radius::BOX - 1.0 } else { 0.0 };
    let row = container(row)
        .padding([10.0, 16.0])
        .width(Length::Fill)
        .style(move |_| {
            let mut style = surface_style(fill, fill, 0.0, 0.0);
            style.border.radius = iced::border::top(corner(first)).bottom(corner(last));
            style
        });
    described(node, row)
}

/// What assistive technology is told of an item.
fn told(item: &CheckItem) -> Node {
    let role = if item.holds.stops() { Role::Alert } else { Role::Status };
    let whole = item
        .next
        .iter()
        .fold(item.reason.clone(), |all, next| format!("{all} {next}"));
    Node {
        value: Some(item.badge.clone()),
        toggled: Some(item.holds == Holds::Met),
        description: Some(whole),
        ..Node::new(role, item.words.clone(), Rectangle::default())
    }
}

fn words<'a, Message: 'a>(look: Look, item: CheckItem) -> Element<'a, Message> {
    let colours = look.palette;
    let ink = match item.holds {
        Holds::NotApplicable => colours.text_2,
        _ => colours.text,
    };
    let head = Row::with_children([
        text(look, TypeStyle::Label, item.words).color(ink).fill().into(),
        chip(look, item.holds.tone(), item.badge)
            .on_color(item.holds.stops())
            .into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center);
    let mut words = Column::with_children([head.into()]).width(Length::Fill);
    if !item.reason.is_empty() {
        words = words.push(text(look, TypeStyle::Small, item.reason).color(colours.text_2).fill());
    }
    if let Some(next) = item.next {
        words = words.push(text(look, TypeStyle::SmallMedium, next).fill());
    }
    words.into()
}
