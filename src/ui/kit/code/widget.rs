//! The cells of a code as the toolkit sees them.

use iced::advanced::text::{Paragraph as _, Renderer as _, Wrapping};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, clipboard, layout, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Length, Point, Rectangle, Renderer, Size, Theme};
use zeroize::Zeroizing;

use super::{Code, DASH, GAP, State};
use crate::ui::access::{Node, Role, report};
use crate::ui::kit::control::{Paint, RingPlace, Status, draw_box, draw_ring};
use crate::ui::kit::text::shape;
use crate::ui::theme::{TypeStyle, radius};

impl<Message: Clone> Widget<Message, Theme, Renderer> for Code<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn diff(&self, tree: &mut Tree) {
        tree.state.downcast_mut::<State>().focused &= self.on_input.is_some();
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let scale = self.look.scale.factor();
        if *state.shown != *self.value || state.scale != scale {
            let style = TypeStyle::ApplicantCode;
            let digits = self.value.chars();
            state.digits = digits
                .map(|digit| shape(self.look, style, &digit.to_string(), f32::INFINITY, Wrapping::None))
                .collect();
            state.shown = self.value.clone();
            state.scale = scale;
        }
        let width = self.whole_width(limits.max().width);
        layout::Node::new(limits.resolve(width, self.look.px(96.0), Size::new(width, self.look.px(96.0))))
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, _renderer: &Renderer, operation: &mut dyn Operation) {
        let state = tree.state.downcast_mut::<State>();
        let mut node = Node {
            description: self.error.clone(),
            focused: state.focused,
            disabled: self.on_input.is_none(),
            busy: self.busy,
            invalid: self.error.is_some(),
            id: self.id.clone(),
            ..Node::new(Role::SecretField, self.name.clone(), layout.bounds())
        };
        if self.on_input.is_some() {
            operation.focusable(self.id.as_ref(), layout.bounds(), state);
        }
        report(operation, &mut node, &mut |_| {});
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let Some(on_input) = &self.on_input else { return };
        let before = (state.focused, state.hovered);
        state.hovered = cursor.is_over(layout.bounds());
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                // The keypad beside it does not take the keyboard away.
                state.focused |= state.hovered;
                if state.hovered {
                    shell.capture_event();
                }
            }
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Keyboard(keyboard::Event::KeyPressed {
                key,
                text,
                physical_key,
                modifiers,
                ..
            }) if state.focused && !shell.is_event_captured() => {
                if let Key::Named(Named::Enter) = key {
                    if let Some(message) = self.on_submit.clone() {
                        shell.publish(message);
                        shell.capture_event();
                    }
                    return;
                }
                let letter = key.to_latin(*physical_key).filter(|_| modifiers.command());
                let Some(value) = self.after(key, letter, text.as_deref(), clipboard) else {
                    return;
                };
                shell.capture_event();
                if *value != *self.value {
                    shell.publish(on_input(value.to_string()));
                    // The next digit may come before the program has drawn this one.
                    self.value = value;
                }
            }
            _ => {}
        }
        if before != (state.focused, state.hovered) {
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let colours = self.look.palette;
        let focused = self.shown.map_or(state.focused, |shown| shown.focused);
        let typed = state.digits.len();
        for index in 0..self.cells {
            let cell = self.cell(layout.bounds(), index);
            let here = focused && (index == typed || (index + 1 == self.cells && typed == self.cells));
            draw_box(renderer, cell, radius::BOX, self.cell_paint(state, index < typed, here));
            if here && self.error.is_some() {
                draw_ring(renderer, cell, radius::BOX, RingPlace::Outside, colours.focus);
            }
            self.draw_inside(state, index, here, cell, renderer, viewport);
        }
        if self.has_dash() {
            let before = self.cell(layout.bounds(), self.cells / 2 - 1);
            let dash = Rectangle {
                x: before.x + before.width + GAP,
                y: before.center_y().round() - 2.0,
                width: DASH,
                height: 4.0,
            };
            draw_box(renderer, dash, 2.0, Paint::fill(colours.line_strong));
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
        if cursor.is_over(layout.bounds()) {
            mouse::Interaction::Text
        } else {
            mouse::Interaction::None
        }
    }
}

impl<Message> Code<'_, Message> {
    /// The digits after a key; `letter` is the one on the key if it was held together with Ctrl.
    fn after(
        &self,
        key: &Key,
        letter: Option<char>,
        text: Option<&str>,
        clipboard: &dyn Clipboard,
    ) -> Option<Zeroizing<String>> {
        match (key, letter) {
            (Key::Named(Named::Backspace), _) => {
                let mut value = self.value.clone();
                value.pop();
                Some(value)
            }
            (_, Some('v')) => {
                let pasted = Zeroizing::new(clipboard.read(clipboard::Kind::Standard).unwrap_or_default());
                Some(self.typed(&pasted))
            }
            (_, Some(_)) => None,
            (_, None) => text
                .filter(|text| text.chars().any(|c| !c.is_control()))
                .map(|text| self.typed(text)),
        }
    }

    /// The digit in a cell, or the caret in the one to be filled next.
    fn draw_inside(
        &self,
        state: &State,
        index: usize,
        here: bool,
        cell: Rectangle,
        renderer: &mut Renderer,
        viewport: &Rectangle,
    ) {
        let colours = self.look.palette;
        if let Some(digit) = state.digits.get(index) {
            let size = digit.min_bounds();
            let place = Point::new(cell.center_x() - size.width / 2.0, cell.center_y() - size.height / 2.0);
            let ink = match (self.status(), self.error.is_some()) {
                (Status::Disabled, _) => colours.text_off,
                (_, true) => colours.error,
                _ => colours.text,
            };
            renderer.fill_paragraph(digit, Point::new(place.x.round(), place.y.round()), ink, *viewport);
        } else if here {
            let height = (cell.height / 2.0).round();
            let caret = Rectangle {
                x: cell.center_x().round() - 1.0,
                y: (cell.center_y() - height / 2.0).round(),
                width: 3.0,
                height,
            };
            renderer.fill_quad(
                renderer::Quad {
                    bounds: caret,
                    ..Default::default()
                },
                colours.text,
            );
        }
    }
}
