//! Moving the keyboard between controls, in reading order.

use iced::advanced::widget::operation::{Focusable, Outcome};
use iced::advanced::widget::{Id, Operation, operate, operation};
use iced::keyboard::{self, Key, key::Named};
use iced::{Rectangle, Task};

use crate::ui::theme::Audience;

/// To the next control, and from the last to the first: Tab.
pub fn next<Message: Send + 'static>() -> Task<Message> {
    operate(Seek::through(Window::Any, true))
}

/// The same among the controls of this window: the toolkit goes through all windows of a program.
pub fn next_of<Message: Send + 'static>(window: Audience) -> Task<Message> {
    operate(Seek::through(Window::of(window), true))
}

/// To the control before in this window.
pub fn previous_of<Message: Send + 'static>(window: Audience) -> Task<Message> {
    operate(Seek::through(Window::of(window), false))
}

/// To the control before, and from the first to the last: Shift+Tab.
pub fn previous<Message: Send + 'static>() -> Task<Message> {
    operate(Seek::through(Window::Any, false))
}

/// The id of the root of this window.
pub(super) fn root(window: Audience) -> Id {
    match window {
        Audience::Clerk => Id::new("clerks-window"),
        Audience::Applicant => Id::new("applicants-window"),
    }
}

/// Through which window the keyboard moves.
#[derive(Clone, Debug)]
enum Window {
    /// Whichever there is.
    Any,
    /// This one; whether what follows is inside it.
    Only { root: Id, inside: bool },
}

impl Window {
    fn of(window: Audience) -> Self {
        Self::Only {
            root: root(window),
            inside: false,
        }
    }

    /// Notices where a window begins.
    fn pass(&mut self, id: Option<&Id>) {
        if let Self::Only { root: wanted, inside } = self {
            let roots = [root(Audience::Clerk), root(Audience::Applicant)];
            if let Some(id) = id.filter(|id| roots.contains(id)) {
                *inside = id == wanted;
            }
        }
    }

    fn is_here(&self) -> bool {
        matches!(self, Self::Any | Self::Only { inside: true, .. })
    }
}

/// Counts the controls; what it leads to moves the keyboard. (The toolkit's own leaves it nowhere after the last.)
struct Seek {
    window: Window,
    forward: bool,
    total: usize,
    focused: Option<usize>,
}

impl Seek {
    fn through(window: Window, forward: bool) -> Self {
        Self {
            window,
            forward,
            total: 0,
            focused: None,
        }
    }
}

impl<T: 'static> Operation<T> for Seek {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn container(&mut self, id: Option<&Id>, _bounds: Rectangle) {
        self.window.pass(id);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if !self.window.is_here() {
            return;
        }
        if state.is_focused() {
            self.focused = Some(self.total);
        }
        self.total += 1;
    }

    fn finish(&self) -> Outcome<T> {
        let Some(last) = self.total.checked_sub(1) else {
            return Outcome::None;
        };
        let target = match (self.focused, self.forward) {
            (None, true) => 0,
            (Some(at), true) => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            (None, false) => last,
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        };
        Outcome::Chain(Box::new(Land {
            window: self.window.clone(),
            target,
            seen: 0,
        }))
    }
}

/// Gives the keyboard to one control and takes it from the others.
struct Land {
    window: Window,
    target: usize,
    seen: usize,
}

impl<T> Operation<T> for Land {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn container(&mut self, id: Option<&Id>, _bounds: Rectangle) {
        self.window.pass(id);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if !self.window.is_here() {
            return;
        }
        if self.seen == self.target {
            state.focus();
        } else {
            state.unfocus();
        }
        self.seen += 1;
    }
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
