//! Moving the keyboard between controls, in reading order.

use iced::Task;
use iced::advanced::widget::{Id, operate, operation};
use iced::keyboard::{self, Key, key::Named};

/// To the next control: Tab.
pub fn next<Message: Send + 'static>() -> Task<Message> {
    operate(operation::focusable::focus_next())
}

/// To the control before: Shift+Tab.
pub fn previous<Message: Send + 'static>() -> Task<Message> {
    operate(operation::focusable::focus_previous())
}

/// To the control called `id`: when a screen opens, and after an error.
pub fn to<Message: Send + 'static>(id: impl Into<Id>) -> Task<Message> {
    operate(operation::focusable::focus(id.into()))
}

/// To none: when the applicant's screen is blanked.
pub fn none<Message: Send + 'static>() -> Task<Message> {
    operate(operation::focusable::unfocus())
}

/// What Tab does, if `event` is a Tab that no control took: `Some(true)` on, `Some(false)` back.
pub fn tab(event: &keyboard::Event) -> Option<bool> {
    match event {
        keyboard::Event::KeyPressed {
            key: Key::Named(Named::Tab),
            modifiers,
            ..
        } if !modifiers.command() && !modifiers.alt() => Some(!modifiers.shift()),
        _ => None,
    }
}
