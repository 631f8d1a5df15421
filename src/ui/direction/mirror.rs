//! A wrapper that turns the layout of what it holds.

use iced::Point;
use iced::advanced::layout;

use crate::ui::wrapped::Behaviour;

/// Mirrors the layout nodes of its view, at every depth; a mirror inside a mirror undoes it.
pub(super) struct Mirror {
    pub(super) turned: bool,
}

impl<Message> Behaviour<Message> for Mirror {
    fn placed(&self, node: layout::Node) -> layout::Node {
        if self.turned { turn(&node) } else { node }
    }
}

fn turn(node: &layout::Node) -> layout::Node {
    let width = node.size().width;
    let children = node
        .children()
        .iter()
        .map(|child| {
            let bounds = child.bounds();
            turn(child).move_to(Point::new(width - bounds.x - bounds.width, bounds.y))
        })
        .collect();
    layout::Node::with_children(node.size(), children)
}
