//! A wrapper that turns the layout of what it holds.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

/// Mirrors the layout nodes of its view, at every depth; a mirror inside a mirror undoes it.
pub(super) struct Mirror<'a, Message> {
    view: Element<'a, Message>,
    turned: bool,
}

impl<'a, Message> Mirror<'a, Message> {
    pub(super) fn new(view: Element<'a, Message>, turned: bool) -> Self {
        Self { view, turned }
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

impl<Message> Widget<Message, Theme, Renderer> for Mirror<'_, Message> {
    fn tag(&self) -> tree::Tag {
        self.view.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.view.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.view.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.view.as_widget().diff(tree);
    }

    fn size(&self) -> Size<Length> {
        self.view.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.view.as_widget().size_hint()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let node = self.view.as_widget_mut().layout(tree, renderer, limits);
        if self.turned { turn(&node) } else { node }
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.view.as_widget_mut().operate(tree, layout, renderer, operation);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        self.view
            .as_widget_mut()
            .update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.view
            .as_widget()
            .draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.view
            .as_widget()
            .mouse_interaction(tree, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        self.view
            .as_widget_mut()
            .overlay(tree, layout, renderer, viewport, translation)
    }
}
