//! The clerk's window put together: band, top bar, rail, stage, aside, status line.

use iced::widget::{Column, Row, Space, container};
use iced::{Element, Length};

use crate::ui::kit::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::TypeStyle;

/// The parts of the clerk's window.
pub struct Parts<'a, Message> {
    /// The top bar.
    pub top: Element<'a, Message>,
    /// The rail at the start side, or above the stage where it is folded.
    pub rail: Element<'a, Message>,
    /// Whether the rail is folded into a line above the stage.
    pub folded: bool,
    /// The stage.
    pub stage: Element<'a, Message>,
    /// The aside at the end side; folded away where the window is narrow.
    pub aside: Option<Element<'a, Message>>,
    /// The status line.
    pub status: Element<'a, Message>,
}

/// The clerk's window.
pub fn window<'a, Message: Clone + 'a>(scene: Scene, parts: Parts<'a, Message>) -> Element<'a, Message> {
    let look = scene.look;
    let stage = container(parts.stage).width(Length::Fill).height(Length::Fill);
    // Every part keeps its place, shown or not: a window that changes its width must not lose what is being typed.
    let nothing = || Element::from(Space::new());
    let (above, beside, line) = if parts.folded {
        (parts.rail, nothing(), nothing())
    } else {
        (nothing(), parts.rail, kit::edge_line(look))
    };
    let (aside_line, aside) = match parts.aside {
        Some(aside) => (kit::edge_line(look), aside),
        None => (nothing(), nothing()),
    };
    let middle = Row::with_children([beside, line, stage.into(), aside_line, aside]).height(Length::Fill);
    Column::with_children([parts.top, above, middle.into(), kit::separator(look), parts.status]).into()
}

/// A window in training: the band above it, and a frame round it.
pub fn practice<'a, Message: 'a>(scene: Scene, window: Element<'a, Message>) -> Element<'a, Message> {
    let Scene {
        look, texts, practice, ..
    } = scene;
    if !practice {
        return window;
    }
    let colours = look.palette;
    let words = Row::with_children([
        kit::icon(look, Icon::BookOpenCheck, 20.0)
            .color(colours.on_train)
            .into(),
        kit::text(look, TypeStyle::SmallMedium, texts.app_training())
            .color(colours.on_train)
            .into(),
        kit::text(look, TypeStyle::Small, texts.app_training_what())
            .color(colours.on_train)
            .into(),
    ])
    .spacing(12)
    .align_y(iced::Alignment::Center);
    let band = kit::area(colours.train, container(words).center(Length::Fill))
        .width(Length::Fill)
        .height(look.px(32.0));
    kit::frame(colours.train, 4.0, Column::with_children([band.into(), window]))
}
