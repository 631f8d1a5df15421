//! A part of a window that is built and laid out anew only where what it shows has changed.
//!
//! The toolkit builds a whole window for every letter that is typed. What does not change meanwhile (rail, aside, bars)
//! is kept with its layout, so that a letter costs what its own page costs.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::widget::container;
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector};

use crate::ui::direction;
use crate::ui::theme::Look;

/// The view of `shown`, which takes `size`; it is built again where `shown` is another than before. So `shown` holds all
/// that the view depends on. Nothing of it may lie over the rest of the window, as an open picker does.
pub fn kept<'a, Shown, Message>(
    look: Look,
    size: Size<Length>,
    shown: Shown,
    view: fn(&Shown) -> Element<'static, Message>,
) -> Element<'a, Message>
where
    Shown: Clone + PartialEq + 'static,
    Message: 'static,
{
    Element::new(Kept {
        look,
        size,
        shown,
        view,
    })
}

struct Kept<Shown, Message> {
    look: Look,
    size: Size<Length>,
    shown: Shown,
    view: fn(&Shown) -> Element<'static, Message>,
}

/// What is kept from one building of the window to the next.
struct State<Shown, Message> {
    shown: Shown,
    view: Element<'static, Message>,
    limits: layout::Limits,
    node: layout::Node,
    /// The layout is not that of the view any more.
    stale: bool,
}

impl<Shown: Clone, Message: 'static> Kept<Shown, Message> {
    /// The window's mirror does not see into what is kept: it turns itself.
    fn build(&self) -> Element<'static, Message> {
        let view = container((self.view)(&self.shown));
        direction::mirrored(self.look, view.width(self.size.width).height(self.size.height))
    }
}

/// The layout of what is kept, in a window in which its place is `outer`.
fn inside<'a>(node: &'a layout::Node, outer: Layout<'_>) -> Layout<'a> {
    let (place, inner) = (outer.position(), node.bounds());
    Layout::with_offset(Vector::new(place.x - inner.x, place.y - inner.y), node)
}

impl<Shown, Message> Widget<Message, Theme, Renderer> for Kept<Shown, Message>
where
    Shown: Clone + PartialEq + 'static,
    Message: 'static,
{
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State<Shown, Message>>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            shown: self.shown.clone(),
            view: self.build(),
            limits: layout::Limits::NONE,
            node: layout::Node::new(Size::ZERO),
            stale: true,
        })
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State<Shown, Message>>();
        if state.shown != self.shown {
            state.shown = self.shown.clone();
            state.view = self.build();
            state.stale = true;
        }
    }

    fn size(&self) -> Size<Length> {
        self.size
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State<Shown, Message>>();
        if state.stale || state.limits != *limits {
            match tree.children.first_mut() {
                Some(child) => child.diff(&state.view),
                None => tree.children.push(Tree::new(&state.view)),
            }
            if let Some(child) = tree.children.first_mut() {
                state.node = state.view.as_widget_mut().layout(child, renderer, limits);
            }
            state.limits = *limits;
            state.stale = false;
        }
        layout::Node::new(state.node.size())
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let state = tree.state.downcast_mut::<State<Shown, Message>>();
        let Some(child) = tree.children.first_mut() else { return };
        let inner = inside(&state.node, layout);
        state.view.as_widget_mut().operate(child, inner, renderer, operation);
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
        let state = tree.state.downcast_mut::<State<Shown, Message>>();
        let Some(child) = tree.children.first_mut() else { return };
        let inner = inside(&state.node, layout);
        let view = state.view.as_widget_mut();
        view.update(child, event, inner, cursor, renderer, clipboard, shell, viewport);
        state.stale |= shell.is_layout_invalid();
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
        let state = tree.state.downcast_ref::<State<Shown, Message>>();
        let Some(child) = tree.children.first() else { return };
        let inner = inside(&state.node, layout);
        let view = state.view.as_widget();
        view.draw(child, renderer, theme, style, inner, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State<Shown, Message>>();
        let Some(child) = tree.children.first() else {
            return mouse::Interaction::None;
        };
        let inner = inside(&state.node, layout);
        let view = state.view.as_widget();
        view.mouse_interaction(child, inner, cursor, viewport, renderer)
    }
}
