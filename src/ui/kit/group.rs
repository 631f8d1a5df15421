//! Things that belong together: arrows move the focus inside, Tab goes past.

use std::any::Any;

use iced::advanced::Shell;
use iced::advanced::widget::{Id, Operation};
use iced::keyboard::{self, Key, key::Named};
use iced::{Element, Event, Rectangle};

use super::control;
use crate::ui::access::{Node, Role, report};
use crate::ui::wrapped::{Behaviour, Place, wrapped};

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
    content: Element<'a, Message>,
    grouped: Grouped<'a, Message>,
}

/// How its controls belong together.
struct Grouped<'a, Message> {
    name: String,
    axis: Axis,
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
        content: content.into(),
        grouped: Grouped {
            name: name.into(),
            axis,
            on_move: None,
            right_to_left: false,
        },
    }
}

impl<'a, Message> Group<'a, Message> {
    /// What moving to the enabled control of this number sends: radios are chosen as they are reached.
    pub fn on_move(mut self, message: impl Fn(usize) -> Option<Message> + 'a) -> Self {
        self.grouped.on_move = Some(Box::new(message));
        self
    }

    /// The left arrow goes on: a row of things in a right-to-left language.
    pub fn right_to_left(mut self, right_to_left: bool) -> Self {
        self.grouped.right_to_left = right_to_left;
        self
    }
}

impl<Message> Grouped<'_, Message> {
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

impl<Message> Behaviour<Message> for Grouped<'_, Message> {
    fn operate(&self, view: &mut Element<'_, Message>, mut place: Place<'_, '_>, operation: &mut dyn Operation) {
        let mut node = Node::new(Role::Group, self.name.clone(), place.layout.bounds());
        report(operation, &mut node, &mut |operation| {
            place.again().operate(view, operation)
        });
    }

    fn seen(
        &mut self,
        view: &mut Element<'_, Message>,
        event: &Event,
        mut place: Place<'_, '_>,
        shell: &mut Shell<'_, Message>,
    ) {
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
        place.again().operate(view, &mut found);
        let Some(at) = found.focused else { return };
        let Some(target) = self.next(*key, at, found.seen) else {
            return;
        };
        let mut mover = Focuser {
            seen: 0,
            focused: None,
            target: Some(target),
        };
        place.operate(view, &mut mover);
        if let Some(message) = self.on_move.as_ref().and_then(|on_move| on_move(target)) {
            shell.publish(message);
        }
        shell.capture_event();
        shell.request_redraw();
    }
}

impl<'a, Message: 'a> From<Group<'a, Message>> for Element<'a, Message> {
    fn from(group: Group<'a, Message>) -> Self {
        wrapped(group.content, group.grouped)
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
        assert_eq!(list.grouped.next(Named::ArrowDown, 2, 3), Some(0));
        assert_eq!(list.grouped.next(Named::ArrowUp, 0, 3), Some(2));
        let turned = group::<()>("", Axis::Both, Space::new()).right_to_left(true);
        assert_eq!(turned.grouped.next(Named::ArrowLeft, 0, 3), Some(1));
        let grid: Group<'_, ()> = group("", Axis::Grid(3), Space::new());
        assert_eq!(grid.grouped.next(Named::ArrowDown, 1, 12), Some(4));
        assert_eq!(grid.grouped.next(Named::ArrowUp, 1, 12), None);
        assert_eq!(grid.grouped.next(Named::ArrowRight, 11, 12), None);
        assert_eq!(grid.grouped.next(Named::End, 0, 12), Some(11));
        assert_eq!(grid.grouped.next(Named::F1, 0, 0), None);
    }
}
