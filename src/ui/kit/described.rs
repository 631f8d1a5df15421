//! Tells assistive technology about a thing that cannot be pressed: a note, progress, a picture.

use iced::Element;
use iced::advanced::widget::Operation;

use crate::ui::access::{Node, report};
use crate::ui::wrapped::{Behaviour, Place, wrapped};

/// `content`, told to assistive technology as `node` (whose bounds are filled in).
pub fn described<'a, Message: 'a>(node: Node, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    wrapped(content.into(), node)
}

impl<Message> Behaviour<Message> for Node {
    fn operate(&self, view: &mut Element<'_, Message>, mut place: Place<'_, '_>, operation: &mut dyn Operation) {
        let mut node = Self {
            bounds: place.layout.bounds(),
            ..self.clone()
        };
        report(operation, &mut node, &mut |operation| {
            place.again().operate(view, operation)
        });
    }
}
