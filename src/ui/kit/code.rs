//! The cells of a one-time code, and the keypad: always from left to right.

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::text::{Paragraph as _, Renderer as _, Wrapping};
use iced::advanced::widget::{Id, Operation, Tree, operation, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, clipboard, layout, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme};
use zeroize::Zeroizing;

use super::control::{Paint, RingPlace, Shown, Status, draw_box, draw_ring};
use super::text::shape;
use crate::ui::access::{Node, Role};
use crate::ui::direction;
use crate::ui::theme::{Look, TypeStyle, radius, ring};

/// Room of the dash in the middle, with its gaps.
const DASH: f32 = 20.0;
const GAP: f32 = 10.0;

/// The cells of a code. See [`code`].
pub struct Code<'a, Message> {
    look: Look,
    name: String,
    value: Zeroizing<String>,
    cells: usize,
    id: Option<Id>,
    error: Option<String>,
    busy: bool,
    on_input: Option<Box<dyn Fn(String) -> Message + 'a>>,
    on_submit: Option<Message>,
    shown: Option<Shown>,
}

/// A code of `cells` digits, of which `value` has been typed. Without [`Code::on_input`] it is disabled.
///
/// Digits of any script are read; everything else, and what is too much, is dropped. Nothing is sent by the last digit.
pub fn code<'a, Message>(look: Look, name: impl Into<String>, value: &str, cells: usize) -> Code<'a, Message> {
    Code {
        look,
        name: name.into(),
        value: Zeroizing::new(value.to_owned()),
        cells,
        id: None,
        error: None,
        busy: false,
        on_input: None,
        on_submit: None,
        shown: None,
    }
}

impl<'a, Message> Code<'a, Message> {
    /// The name by which it can be given the keyboard.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What is wrong: the cells turn red. Show the sentence below with [`super::message_line`].
    pub fn error(mut self, words: Option<impl Into<String>>) -> Self {
        self.error = words.map(Into::into);
        self
    }

    /// It is being checked.
    pub fn busy(mut self, busy: bool) -> Self {
        self.busy = busy;
        self
    }

    /// What typing sends: all digits typed so far.
    pub fn on_input(mut self, message: impl Fn(String) -> Message + 'a) -> Self {
        self.on_input = Some(Box::new(message));
        self
    }

    /// What Enter sends, if anything can be sent now.
    pub fn on_submit_maybe(mut self, message: Option<Message>) -> Self {
        self.on_submit = message;
        self
    }

    /// Shows this state whatever pointer and keyboard do: for the sheet of all controls.
    pub fn shown(mut self, shown: Shown) -> Self {
        self.shown = Some(shown);
        self
    }

    fn has_dash(&self) -> bool {
        self.cells == 6
    }

    fn cell_width(&self, width: f32) -> f32 {
        let dash = if self.has_dash() { DASH + GAP } else { 0.0 };
        let gaps = self.cells.saturating_sub(1) as f32 * GAP;
        ((width - dash - gaps) / self.cells.max(1) as f32).clamp(24.0, self.look.px(87.0))
    }

    fn cell(&self, bounds: Rectangle, index: usize) -> Rectangle {
        let width = self.cell_width(bounds.width);
        let dash = if self.has_dash() && index >= self.cells / 2 {
            DASH + GAP
        } else {
            0.0
        };
        Rectangle {
            x: (bounds.x + index as f32 * (width + GAP) + dash).round(),
            width: width.round(),
            ..bounds
        }
    }

    fn whole_width(&self, width: f32) -> f32 {
        let last = self.cell(
            Rectangle::with_size(Size::new(width, 0.0)),
            self.cells.saturating_sub(1),
        );
        last.x + last.width
    }

    fn typed(&self, text: &str) -> Zeroizing<String> {
        let mut value = self.value.clone();
        let room = self.cells.saturating_sub(value.chars().count());
        value.extend(text.chars().filter_map(digit).take(room));
        value
    }
}

/// The ASCII digit that `character` is in any of the scripts people type here.
fn digit(character: char) -> Option<char> {
    let base = match character {
        '0'..='9' => return Some(character),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{966}'..='\u{96F}' => 0x966,
        '\u{9E6}'..='\u{9EF}' => 0x9E6,
        _ => return None,
    };
    char::from_digit(u32::from(character).checked_sub(base)?, 10)
}

#[derive(Default)]
struct State {
    focused: bool,
    hovered: bool,
    modifiers: keyboard::Modifiers,
    digits: Vec<Paragraph>,
    shown: Zeroizing<String>,
    scale: f32,
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

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
        crate::ui::access::report(operation, &mut node, &mut |_| {});
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
                let value = match key {
                    Key::Named(Named::Enter) => {
                        if let Some(message) = self.on_submit.clone() {
                            shell.publish(message);
                            shell.capture_event();
                        }
                        return;
                    }
                    Key::Named(Named::Backspace) => {
                        let mut value = self.value.clone();
                        value.pop();
                        value
                    }
                    _ if modifiers.command() => match key.to_latin(*physical_key) {
                        Some('v') => {
                            let pasted = clipboard.read(clipboard::Kind::Standard).unwrap_or_default();
                            self.typed(&Zeroizing::new(pasted))
                        }
                        _ => return,
                    },
                    _ => match text.as_deref().filter(|text| text.chars().any(|c| !c.is_control())) {
                        Some(text) => self.typed(text),
                        None => return,
                    },
                };
                shell.capture_event();
                if *value != *self.value {
                    shell.publish(on_input(value.to_string()));
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
    fn status(&self) -> Status {
        match self.shown {
            Some(shown) => shown.status,
            None if self.on_input.is_none() && !self.busy => Status::Disabled,
            None => Status::Rest,
        }
    }

    fn cell_paint(&self, state: &State, filled: bool, here: bool) -> Paint {
        let colours = self.look.palette;
        match (self.status(), self.error.is_some()) {
            (Status::Disabled, _) => Paint::bordered(colours.off, colours.line, 2.0),
            (_, true) => Paint::bordered(colours.surface, colours.error, ring::WIDTH),
            _ if here => Paint::bordered(colours.surface, colours.focus, ring::WIDTH),
            _ if filled => Paint::bordered(colours.surface, colours.text, 2.0),
            _ if state.hovered => Paint::bordered(colours.surface, colours.text_2, 2.0),
            _ => Paint::bordered(colours.surface, colours.line_strong, 2.0),
        }
    }
}

impl<'a, Message: Clone + 'a> From<Code<'a, Message>> for Element<'a, Message> {
    fn from(code: Code<'a, Message>) -> Self {
        // Its cells are placed by itself, from left to right; a mirror moves only the whole.
        let look = code.look;
        direction::unmirrored(look, Element::new(code))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::ui::direction::Direction;
    use crate::ui::theme::PaletteName;

    #[test]
    fn digits_of_every_script_are_read_and_the_rest_is_dropped() {
        let look = Look::new(PaletteName::Light, Direction::RightToLeft);
        let cells: Code<'_, ()> = code(look, "", "1", 6);
        assert_eq!(*cells.typed("٢-۳ x\u{200F}4५67"), "123456");
        assert_eq!(*cells.typed("abc"), "1");
        assert_eq!(digit('٩'), Some('9'));
        assert_eq!(digit('é'), None);
    }
}
