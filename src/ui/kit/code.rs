//! The cells of a one-time code, and the keypad: always from left to right.

mod widget;

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::widget::{Id, operation};
use iced::{Element, Rectangle, Size, keyboard};
use zeroize::Zeroizing;

use super::control::{Paint, Shown, Status};
use crate::ui::direction;
use crate::ui::theme::{Look, ring};

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
        // Room from the start: a text that grows leaves copies behind that nobody wipes.
        let mut value = Zeroizing::new(String::with_capacity(self.value.len() + self.cells));
        value.push_str(&self.value);
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
