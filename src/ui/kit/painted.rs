//! Paints behind what it holds, once its place is known: the lines between steps, a card in strips.

use iced::advanced::Layout;
use iced::{Element, Renderer};

use crate::ui::wrapped::{Behaviour, wrapped};

struct Painted<Paint>(Paint);

impl<Message, Paint: Fn(&mut Renderer, Layout<'_>)> Behaviour<Message> for Painted<Paint> {
    fn paint_behind(&self, renderer: &mut Renderer, layout: Layout<'_>) {
        (self.0)(renderer, layout);
    }
}

/// `content`, with what `paint` draws behind it. `paint` is given the layout of `content`, turned where it is read
/// from right to left.
pub fn painted<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    paint: impl Fn(&mut Renderer, Layout<'_>) + 'a,
) -> Element<'a, Message> {
    wrapped(content.into(), Painted(paint))
}
