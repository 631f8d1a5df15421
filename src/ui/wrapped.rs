//! A widget around one view: it does all that the view does, but for what its behaviour changes.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector};

/// What a wrapper changes of the view it holds; by default nothing.
pub(super) trait Behaviour<Message> {
    /// The layout of the view, or another one made of it.
    fn placed(&self, node: layout::Node) -> layout::Node {
        node
    }

    /// Shows the view to an operation.
    fn operate(&self, view: &mut Element<'_, Message>, place: Place<'_, '_>, operation: &mut dyn Operation) {
        place.operate(view, operation);
    }

    /// Paints behind the view.
    fn paint_behind(&self, _renderer: &mut Renderer, _layout: Layout<'_>) {}

    /// The view has seen `event`.
    fn seen(
        &mut self,
        _view: &mut Element<'_, Message>,
        _event: &Event,
        _place: Place<'_, '_>,
        _shell: &mut Shell<'_, Message>,
    ) {
    }
}

/// Where a view stands, and what it remembers.
pub(super) struct Place<'p, 'l> {
    tree: &'p mut Tree,
    pub(super) layout: Layout<'l>,
    renderer: &'p Renderer,
}

impl Place<'_, '_> {
    /// Shows `view`, which stands here, to an operation.
    pub(super) fn operate<Message>(self, view: &mut Element<'_, Message>, operation: &mut dyn Operation) {
        view.as_widget_mut()
            .operate(self.tree, self.layout, self.renderer, operation);
    }

    /// The same place once more.
    pub(super) fn again(&mut self) -> Place<'_, '_> {
        Place {
            tree: self.tree,
            layout: self.layout,
            renderer: self.renderer,
        }
    }
}

struct Wrapped<'a, Message, B> {
    view: Element<'a, Message>,
    behaviour: B,
}

/// `view`, which behaves as `behaviour` says.
pub(super) fn wrapped<'a, Message: 'a>(
    view: Element<'a, Message>,
    behaviour: impl Behaviour<Message> + 'a,
) -> Element<'a, Message> {
    Element::new(Wrapped { view, behaviour })
}

impl<Message, B: Behaviour<Message>> Widget<Message, Theme, Renderer> for Wrapped<'_, Message, B> {
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
        self.behaviour.placed(node)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let place = Place { tree, layout, renderer };
        self.behaviour.operate(&mut self.view, place, operation);
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
        let place = Place { tree, layout, renderer };
        self.behaviour.seen(&mut self.view, event, place, shell);
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
        if layout.bounds().intersects(viewport) {
            self.behaviour.paint_behind(renderer, layout);
        }
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
