//! A control as the toolkit sees it.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Alignment, Event, Length, Rectangle, Renderer, Size, Theme, Vector};

use super::{Control, Paint, State, Status, draw_box, draw_ring};
use crate::ui::access::{Node, Role, report};

impl<Message: Clone> Widget<Message, Theme, Renderer> for Control<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
        if !self.can_press() {
            // A control that cannot be used gives the keyboard back; a busy one keeps it.
            let state = tree.state.downcast_mut::<State>();
            state.pressed = false;
            state.focused &= self.status == Status::Busy;
        }
    }

    fn size(&self) -> Size<Length> {
        self.size
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.min_width(self.least.width).min_height(self.least.height);
        let align = self.align;
        let Some(child) = tree.children.first_mut() else {
            return layout::Node::new(Size::ZERO);
        };
        layout::positioned(
            &limits,
            self.size.width,
            self.size.height,
            self.padding,
            |limits| self.content.as_widget_mut().layout(child, renderer, &limits.loose()),
            |content, size| content.align(align, Alignment::Center, size),
        )
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let state = tree.state.downcast_mut::<State>();
        let status = self.status_now(state);
        let mut node = Node {
            bounds: layout.bounds(),
            focused: state.focused,
            disabled: status == Status::Disabled,
            busy: status == Status::Busy,
            invalid: status == Status::Error,
            ..self.node.clone()
        };
        if self.can_press() || self.status == Status::Busy {
            operation.custom(node.id.as_ref(), layout.bounds(), state);
            if self.tab_stop || state.focused {
                operation.focusable(node.id.as_ref(), layout.bounds(), state);
            }
        }
        let content = &mut self.content;
        let (Some(child), Some(inside)) = (tree.children.first_mut(), layout.children().next()) else {
            return;
        };
        report(operation, &mut node, &mut |operation| {
            content.as_widget_mut().operate(child, inside, renderer, operation);
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let can_press = self.can_press();
        let state = tree.state.downcast_mut::<State>();
        let before = (state.focused, state.hovered, state.pressed);
        state.hovered = cursor.is_over(layout.bounds());
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let here = state.hovered && can_press && !shell.is_event_captured();
                state.focused = here && (self.takes_focus || state.focused);
                state.pressed = here;
                if here {
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                let pressed = std::mem::take(&mut state.pressed);
                if pressed
                    && state.hovered
                    && let Some(message) = self.on_press.clone()
                {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(key @ (Named::Enter | Named::Space)),
                repeat,
                ..
            }) if state.focused && self.is_pressed_by(*key) && !shell.is_event_captured() => {
                shell.capture_event();
                if can_press
                    && !repeat
                    && let Some(message) = self.on_press.clone()
                {
                    shell.publish(message);
                }
            }
            _ => {}
        }
        if before != (state.focused, state.hovered, state.pressed) {
            shell.request_redraw();
        }
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
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let mut paint = (self.paint)(self.status_now(state));
        let has_own_box = self.node.role == Role::CheckBox;
        if self.look.is_high_contrast() && self.status_now(state) == Status::Disabled && !has_own_box {
            paint = Paint {
                border: self.look.palette.text_off,
                width: 2.0,
                ..paint
            };
        }
        draw_box(renderer, bounds, self.radius, paint);
        if let (Some(child), Some(inside)) = (tree.children.first(), layout.children().next()) {
            self.content
                .as_widget()
                .draw(child, renderer, theme, style, inside, cursor, viewport);
        }
        if self.shown.map_or(state.focused, |shown| shown.focused) {
            draw_ring(renderer, bounds, self.radius, self.ring.0, self.ring.1);
        }
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if !cursor.is_over(layout.bounds()) {
            mouse::Interaction::None
        } else if self.can_press() {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::Idle
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let (child, inside) = (tree.children.first_mut()?, layout.children().next()?);
        self.content
            .as_widget_mut()
            .overlay(child, inside, renderer, viewport, translation)
    }
}
