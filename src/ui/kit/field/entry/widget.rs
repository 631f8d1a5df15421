//! A field's box as the toolkit sees it.

use iced::advanced::text::Paragraph as _;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector, keyboard, window};

use super::{Entry, State, area, keys};
use crate::ui::access::{Node, Role, report};
use crate::ui::kit::control::Status;
use crate::ui::kit::measure::Extent;

impl<Message: Clone> Widget<Message, Theme, Renderer> for Entry<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.trailing)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.trailing));
        let state = tree.state.downcast_mut::<State>();
        self.own(state);
        if self.on_input.is_none() {
            state.focus = None;
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.resolve(Length::Fill, self.look.control(), Size::new(0.0, self.look.control()));
        let inner = layout::Limits::new(Size::ZERO, size);
        let Some(child) = tree.children.first_mut() else {
            return layout::Node::new(size);
        };
        let trailing = self.trailing.as_widget_mut().layout(child, renderer, &inner);
        let place = Point::new(
            size.width - trailing.size().width,
            (size.height - trailing.size().height) / 2.0,
        );
        let node = layout::Node::with_children(size, vec![trailing.move_to(place)]);
        let state = tree.state.downcast_mut::<State>();
        self.own(state);
        self.rebuild(state);
        let trailing_width = node.children().first().map_or(0.0, |child| child.size().width);
        let area = self.text_area(
            Rectangle::with_size(size),
            Rectangle::with_size(Size::new(trailing_width, size.height)),
        );
        self.keep_caret_visible(state, area);
        node
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let area = area(self, layout);
        let state = tree.state.downcast_mut::<State>();
        let status = self.status_now(state);
        let mut node = Node {
            bounds: layout.bounds(),
            value: self.told(state),
            focused: state.focus.is_some(),
            disabled: status == Status::Disabled,
            busy: status == Status::Busy,
            id: self.id.clone(),
            role: if self.secret {
                Role::SecretField
            } else {
                Role::TextField
            },
            ..self.node.clone()
        };
        if self.on_input.is_some() {
            operation.focusable(self.id.as_ref(), layout.bounds(), state);
        }
        if state.edit.count() == 0 {
            // What is typed may be longer than its place, the hint may not.
            let needed = state.hint.min_bounds();
            let mut extent = Extent {
                words: self.placeholder.clone(),
                needed,
                torn: false,
            };
            operation.custom(
                None,
                Rectangle {
                    height: needed.height,
                    ..area
                },
                &mut extent,
            );
        }
        let trailing = &mut self.trailing;
        let (Some(child), Some(inside)) = (tree.children.first_mut(), layout.children().next()) else {
            return;
        };
        report(operation, &mut node, &mut |_| {});
        operation.traverse(&mut |operation| trailing.as_widget_mut().operate(child, inside, renderer, operation));
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
        if let (Some(child), Some(inside)) = (tree.children.first_mut(), layout.children().next()) {
            let trailing = self.trailing.as_widget_mut();
            trailing.update(child, event, inside, cursor, renderer, clipboard, shell, viewport);
        }
        let area = area(self, layout);
        let state = tree.state.downcast_mut::<State>();
        let hovered = cursor.is_over(layout.bounds());
        if hovered != state.hovered {
            state.hovered = hovered;
            shell.request_redraw();
        }
        if self.on_input.is_none() {
            return;
        }
        match event {
            Event::Mouse(event) => self.mouse(state, event, layout.bounds(), area, cursor, shell),
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Keyboard(keyboard::Event::KeyPressed {
                key,
                text,
                physical_key,
                modifiers,
                ..
            }) if state.focus.is_some() && !shell.is_event_captured() => {
                state.modifiers = *modifiers;
                let pressed = keys::Pressed {
                    key,
                    physical: *physical_key,
                    text: text.as_deref(),
                };
                self.key(state, &pressed, area, clipboard, shell);
            }
            Event::InputMethod(event) => self.compose(state, event, area, shell),
            Event::Window(window::Event::Focused) => self.window_focus(state, true, shell),
            Event::Window(window::Event::Unfocused) => self.window_focus(state, false, shell),
            Event::Window(window::Event::RedrawRequested(now)) => self.redraw(state, *now, area, shell),
            _ => {}
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
        self.paint(state, renderer, layout.bounds(), area(self, layout), viewport);
        if let (Some(child), Some(inside)) = (tree.children.first(), layout.children().next()) {
            self.trailing
                .as_widget()
                .draw(child, renderer, theme, style, inside, cursor, viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let (Some(child), Some(inside)) = (tree.children.first(), layout.children().next()) else {
            return mouse::Interaction::None;
        };
        let trailing = self
            .trailing
            .as_widget()
            .mouse_interaction(child, inside, cursor, viewport, renderer);
        match trailing {
            mouse::Interaction::None if cursor.is_over(layout.bounds()) && self.on_input.is_some() => {
                mouse::Interaction::Text
            }
            other => other,
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
        self.trailing
            .as_widget_mut()
            .overlay(child, inside, renderer, viewport, translation)
    }
}
