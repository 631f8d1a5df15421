//! The keypad on the applicant's screen: three columns, never mirrored.

use iced::widget::{Column, Row};
use iced::{Element, Length};

use super::control::{Paint, Status, control};
use super::group::{Axis, group};
use super::icon::{Icon, icon};
use super::text::text;
use crate::ui::access::Role;
use crate::ui::direction;
use crate::ui::theme::{Look, TypeStyle};

/// A key of the keypad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeypadKey {
    /// A digit, 0 to 9.
    Digit(u8),
    /// Removes everything.
    Clear,
    /// Removes the last digit.
    Delete,
}

/// What the keypad and its two keys that are no digits are called.
#[derive(Debug, Clone)]
pub struct KeypadWords {
    /// The keypad as a whole.
    pub name: String,
    /// The key that removes everything.
    pub clear: String,
    /// The key that removes the last digit (it shows an icon).
    pub delete: String,
}

/// A keypad of 3×4 keys; without `on_key` it is disabled.
pub fn keypad<'a, Message: Clone + 'a>(
    look: Look,
    words: &KeypadWords,
    on_key: Option<&dyn Fn(KeypadKey) -> Message>,
) -> Element<'a, Message> {
    let digits = |from: u8| (from..from + 3).map(|digit| key(look, words, KeypadKey::Digit(digit), on_key));
    let row = |keys: Vec<Element<'a, Message>>| Row::with_children(keys).spacing(12).width(Length::Fill).into();
    let rows: Vec<Element<'a, Message>> = vec![
        row(digits(1).collect()),
        row(digits(4).collect()),
        row(digits(7).collect()),
        row([KeypadKey::Clear, KeypadKey::Digit(0), KeypadKey::Delete]
            .map(|which| key(look, words, which, on_key))
            .into()),
    ];
    let grid = Column::with_children(rows)
        .spacing(12)
        .width(Length::Fill)
        .max_width(look.px(441.0));
    direction::unmirrored(look, group(words.name.clone(), Axis::Grid(3), grid))
}

fn key<'a, Message: Clone + 'a>(
    look: Look,
    words: &KeypadWords,
    which: KeypadKey,
    on_key: Option<&dyn Fn(KeypadKey) -> Message>,
) -> Element<'a, Message> {
    let colours = look.palette;
    let ink = if on_key.is_some() {
        colours.text
    } else {
        colours.text_off
    };
    let (name, face): (String, Element<'a, Message>) = match which {
        KeypadKey::Digit(digit) => {
            let digit = digit.to_string();
            let face = text(look, TypeStyle::ApplicantKey, digit.clone())
                .color(ink)
                .left_to_right()
                .one_line();
            (digit, face.into())
        }
        KeypadKey::Clear => (
            words.clear.clone(),
            text(look, TypeStyle::ApplicantSmall, words.clear.clone())
                .color(ink)
                .into(),
        ),
        KeypadKey::Delete => (words.delete.clone(), icon(look, Icon::Erase, 32.0).color(ink).into()),
    };
    control(look, Role::Button, name, face)
        .on_press_maybe(on_key.map(|on_key| on_key(which)))
        .tab_stop(which == KeypadKey::Digit(1))
        .leaves_focus()
        .width(Length::Fill)
        .padding([4.0, 8.0])
        .least(0.0, look.px(80.0))
        .paint(move |status| match status {
            Status::Disabled => Paint::bordered(colours.off, colours.line, 2.0),
            Status::Hover if look.is_high_contrast() => Paint::bordered(colours.accent_soft, colours.text_2, 2.0),
            Status::Hover => Paint::bordered(colours.sunken, colours.text_2, 2.0),
            Status::Pressed => Paint::bordered(colours.accent_soft_2, colours.accent_press, 2.0),
            _ => Paint::bordered(colours.surface, colours.line_strong, 2.0),
        })
        .into()
}
