//! Things that belong together: arrows move the focus inside, Tab goes past.

use std::any::Any;

use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector};

use super::control;
use crate::ui::access::{Node, Role, report};

/// Which arrows move inside a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// All four: up and back go to the one before, down and on to the one after.
    Both,
    /// A grid of this many columns that is never mirrored.
    Grid(usize),
}

/// A group of controls. See [`group`].
pub struct Group<'a, Message> {
    name: String,
    axis: Axis,
    content: Element<'a, Message>,
    on_move: Option<Box<dyn Fn(usize) -> Option<Message> + 'a>>,
    right_to_left: bool,
}

/// `content` as a group called `name`.
pub fn group<'a, Message>(
    name: impl Into<String>,
    axis: Axis,
    content: impl Into<Element<'a, Message>>,
) -> Group<'a, Message> {
    Group {
        name: name.into(),
        axis,
        content: content.into(),
        on_move: None,
        right_to_left: false,
    }
}

impl<'a, Message> Group<'a, Message> {
    /// What moving to the enabled control of this number sends: radios are chosen as they are reached.
    pub fn on_move(mut self, message: impl Fn(usize) -> Option<Message> + 'a) -> Self {
        self.on_move = Some(Box::new(message));
        self
    }

    /// The left arrow goes on: a row of things in a right-to-left language.
    pub fn right_to_left(mut self, right_to_left: bool) -> Self {
        self.right_to_left = right_to_left;
        self
    }

    /// Where `key` leads from the control `at` of `count`.
    fn next(&self, key: Named, at: usize, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let columns = match self.axis {
            Axis::Both => 1,
            Axis::Grid(columns) => columns,
        };
        let (back, on) = if self.right_to_left {
            (Named::ArrowRight, Named::ArrowLeft)
        } else {
            (Named::ArrowLeft, Named::ArrowRight)
        };
        let wraps = self.axis == Axis::Both;
        let to = match key {
            Named::ArrowUp => at.checked_sub(columns),
            Named::ArrowDown => Some(at + columns).filter(|to| *to <= last),
            key if key == back => at.checked_sub(1),
            key if key == on => Some(at + 1).filter(|to| *to <= last),
            Named::Home => return Some(0),
            Named::End => return Some(last),
            _ => return None,
        };
        let forward = key == Named::ArrowDown || key == on;
        to.or_else(|| wraps.then_some(if forward { 0 } else { last }))
    }
}

/// Finds the focused control of a group, or moves the focus to another.
struct Focuser {
    seen: usize,
    focused: Option<usize>,
    target: Option<usize>,
}

impl Operation for Focuser {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        let Some(state) = state.downcast_mut::<control::State>() else {
            return;
        };
        if state.focused {
            self.focused = Some(self.seen);
        }
        if let Some(target) = self.target {
            state.focused = target == self.seen;
        }
        self.seen += 1;
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Group<'_, Message> {
    fn tag(&self) -> tree::Tag {
        self.content.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.content.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.content.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.content.as_widget().diff(tree);
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.content.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let mut node = Node::new(Role::Group, self.name.clone(), layout.bounds());
        let content = &mut self.content;
        report(operation, &mut node, &mut |operation| {
            content.as_widget_mut().operate(tree, layout, renderer, operation);
        });
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
        let content = self.content.as_widget_mut();
        content.update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        let Event::Keyboard(keyboard::Event::KeyPressed {
            key: Key::Named(key),
            modifiers,
            ..
        }) = event
        else {
            return;
        };
        if shell.is_event_captured() || !modifiers.is_empty() {
            return;
        }
        let mut found = Focuser {
            seen: 0,
            focused: None,
            target: None,
        };
        self.content.as_widget_mut().operate(tree, layout, renderer, &mut found);
        let Some(at) = found.focused else { return };
        let Some(target) = self.next(*key, at, found.seen) else {
            return;
        };
        let mut mover = Focuser {
            seen: 0,
            focused: None,
            target: Some(target),
        };
        self.content.as_widget_mut().operate(tree, layout, renderer, &mut mover);
        if let Some(message) = self.on_move.as_ref().and_then(|on_move| on_move(target)) {
            shell.publish(message);
        }
        shell.capture_event();
        shell.request_redraw();
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
        self.content
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
        self.content
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
        self.content
            .as_widget_mut()
            .overlay(tree, layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a> From<Group<'a, Message>> for Element<'a, Message> {
    fn from(group: Group<'a, Message>) -> Self {
        Element::new(group)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use iced::widget::Space;

    #[test]
    fn arrows_wrap_in_a_list_and_stop_at_the_edge_of_a_grid() {
        let list: Group<'_, ()> = group("", Axis::Both, Space::new());
        assert_eq!(list.next(Named::ArrowDown, 2, 3), Some(0));
        assert_eq!(list.next(Named::ArrowUp, 0, 3), Some(2));
        let turned = group::<()>("", Axis::Both, Space::new()).right_to_left(true);
        assert_eq!(turned.next(Named::ArrowLeft, 0, 3), Some(1));
        let grid: Group<'_, ()> = group("", Axis::Grid(3), Space::new());
        assert_eq!(grid.next(Named::ArrowDown, 1, 12), Some(4));
        assert_eq!(grid.next(Named::ArrowUp, 1, 12), None);
        assert_eq!(grid.next(Named::ArrowRight, 11, 12), None);
        assert_eq!(grid.next(Named::End, 0, 12), Some(11));
        assert_eq!(grid.next(Named::F1, 0, 0), None);
    }
}
