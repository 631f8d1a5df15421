//! The pages that belong to staff: who is at the desk, and their own password.

pub mod change;
pub mod pair;
pub mod sign_in;

use iced::widget::{Column, container};
use iced::{Alignment, Element, Length};

use crate::ui::kit;
use crate::ui::scene::Scene;

/// The width of a page with one short task, at text scale 100 %.
pub(in crate::ui::screen) const NARROW: f32 = 480.0;
/// The width of a page with rules beside its fields.
pub(in crate::ui::screen) const WIDE: f32 = 800.0;

/// A page with nothing but one card in its middle: title, one sentence, and what is done.
pub(in crate::ui::screen) fn page<'a, Message: Clone + 'a>(
    scene: Scene,
    width: f32,
    which: kit::Icon,
    title: String,
    sentence: String,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let look = scene.look;
    let colours = look.palette;
    let words = Column::with_children([
        kit::title(look, title.clone()).into(),
        kit::body(look, sentence).color(colours.text_2).into(),
    ])
    .spacing(2)
    .width(Length::Fill);
    let tile = kit::tile(look, which, 56.0, colours.accent_soft, colours.accent_text);
    let head = scene.beside(16.0, vec![tile, words.into()]);
    let body = Column::with_children([head, content.into()])
        .spacing(20)
        .width(Length::Fill);
    let padding = if scene.is_narrow() { 20.0 } else { 32.0 };
    let card = kit::card_sized(look, Length::Fill, Length::Shrink, padding, body);
    let card = container(card).max_width(look.px(width));
    let centred = Column::with_children([card.into()])
        .align_x(Alignment::Center)
        .width(Length::Fill)
        .padding([24.0, padding]);
    container(kit::scroll(look, title, centred))
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}
