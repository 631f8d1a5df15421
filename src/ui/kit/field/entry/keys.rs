//! What keys and the pointer do in a field.

use iced::advanced::{Clipboard, Shell, clipboard, mouse};
use iced::keyboard::{Key, key::Named, key::Physical};
use iced::{Point, Rectangle};
use zeroize::Zeroizing;

use super::super::line::Caret;
use super::{Entry, Focus, State};

/// A key that was pressed.
pub(super) struct Pressed<'a> {
    pub key: &'a Key,
    pub physical: Physical,
    pub text: Option<&'a str>,
}

/// What a key did.
enum Done {
    /// Nothing: somebody else may take it.
    Nothing,
    /// The caret or the selection moved.
    Moved,
    /// The text changed.
    Changed,
}

impl<Message: Clone> Entry<'_, Message> {
    pub(super) fn key(
        &self,
        state: &mut State,
        pressed: &Pressed<'_>,
        area: Rectangle,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        if let Key::Named(Named::Enter) = pressed.key {
            if let Some(message) = self.on_submit.clone() {
                shell.publish(message);
                shell.capture_event();
            }
            return;
        }
        let done = if state.modifiers.command() && !state.modifiers.alt() {
            self.command(state, pressed, clipboard)
        } else {
            self.plain(state, pressed)
        };
        match done {
            Done::Nothing => return,
            Done::Moved => {}
            Done::Changed => self.publish(state, shell),
        }
        state.touch();
        self.rebuild(state);
        self.keep_caret_visible(state, area);
        shell.capture_event();
        shell.request_redraw();
    }

    /// A key held together with Ctrl (Command on a Mac).
    fn command(&self, state: &mut State, pressed: &Pressed<'_>, clipboard: &mut dyn Clipboard) -> Done {
        let shift = state.modifiers.shift();
        let changed = |changed: bool| if changed { Done::Changed } else { Done::Moved };
        // The letter on the key, whatever the layout: copying works on an Arabic keyboard too.
        match pressed.key.to_latin(pressed.physical) {
            Some('a') => {
                state.edit.select_all();
                return Done::Moved;
            }
            Some('c') => {
                self.copy(state, clipboard);
                return Done::Moved;
            }
            Some('x') => {
                let caret = state.edit.caret.index;
                return changed(self.copy(state, clipboard) && state.edit.remove_to(caret));
            }
            Some('v') => {
                let text = Zeroizing::new(clipboard.read(clipboard::Kind::Standard).unwrap_or_default());
                return changed(state.edit.insert(&text, self.longest, false));
            }
            Some('z') if shift => return changed(state.edit.redo()),
            Some('z') => return changed(state.edit.undo()),
            Some('y') => return changed(state.edit.redo()),
            _ => {}
        }
        let here = state.edit.caret.index;
        let word = |forward: bool| match (self.hides(), forward) {
            (true, true) => state.edit.count(),
            (true, false) => 0,
            (false, forward) => state.edit.word_edge(here, forward),
        };
        match pressed.key {
            Key::Named(named @ (Named::ArrowLeft | Named::ArrowRight)) => {
                let forward = (*named == Named::ArrowRight) != self.direction.is_right_to_left();
                let to = word(forward);
                state
                    .edit
                    .go(if forward { Caret::after(to) } else { Caret::before(to) }, shift);
                Done::Moved
            }
            Key::Named(Named::Backspace) => {
                let to = word(false);
                changed(state.edit.remove_to(to))
            }
            Key::Named(Named::Delete) => {
                let to = word(true);
                changed(state.edit.remove_to(to))
            }
            Key::Named(Named::Home | Named::End) => self.plain(state, pressed),
            _ => Done::Nothing,
        }
    }

    fn plain(&self, state: &mut State, pressed: &Pressed<'_>) -> Done {
        let shift = state.modifiers.shift();
        let here = state.edit.caret.index;
        let changed = |changed: bool| if changed { Done::Changed } else { Done::Moved };
        match pressed.key {
            Key::Named(named @ (Named::ArrowLeft | Named::ArrowRight)) => {
                let caret = self.arrow(state, *named == Named::ArrowRight, shift);
                state.edit.go(caret, shift);
                Done::Moved
            }
            Key::Named(Named::Home) => {
                state.edit.go(Caret::before(0), shift);
                Done::Moved
            }
            Key::Named(Named::End) => {
                state.edit.go(Caret::after(state.edit.count()), shift);
                Done::Moved
            }
            Key::Named(Named::Backspace) => changed(state.edit.remove_to(here.saturating_sub(1))),
            Key::Named(Named::Delete) => changed(state.edit.remove_to((here + 1).min(state.edit.count()))),
            Key::Named(Named::Tab | Named::Escape) => Done::Nothing,
            _ => match pressed.text.filter(|text| text.chars().any(|c| !c.is_control())) {
                Some(text) => changed(state.edit.insert(text, self.longest, true)),
                None => Done::Nothing,
            },
        }
    }

    /// Where an arrow key leads: to the neighbour on the screen, or to the edge of the selection that it leaves.
    fn arrow(&self, state: &State, rightwards: bool, extend: bool) -> Caret {
        match state.edit.selection() {
            Some((from, to)) if !extend => {
                let (from, to) = (Caret::before(from), Caret::after(to));
                if (state.line.x(from) > state.line.x(to)) == rightwards {
                    from
                } else {
                    to
                }
            }
            _ => state.line.step(state.edit.caret, rightwards),
        }
    }

    /// Whether what is typed is shown as dots: then it is never copied, and has no words.
    fn hides(&self) -> bool {
        self.secret
    }

    fn copy(&self, state: &State, clipboard: &mut dyn Clipboard) -> bool {
        match state.edit.selected() {
            Some(text) if !self.hides() => {
                clipboard.write(clipboard::Kind::Standard, text.to_owned());
                true
            }
            _ => false,
        }
    }

    pub(super) fn mouse(
        &self,
        state: &mut State,
        event: &mouse::Event,
        bounds: Rectangle,
        area: Rectangle,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, Message>,
    ) {
        match event {
            mouse::Event::ButtonPressed(mouse::Button::Left) => match cursor.position_over(bounds) {
                Some(point) if !shell.is_event_captured() => self.click(state, point, area, shell),
                _ if state.focus.is_some() => {
                    iced::advanced::widget::operation::Focusable::unfocus(state);
                    self.rebuild(state);
                    shell.request_redraw();
                }
                _ => {}
            },
            mouse::Event::ButtonReleased(mouse::Button::Left) => state.dragging = false,
            mouse::Event::CursorMoved { position } if state.dragging => {
                state.pointer = Some(*position);
                if position.x >= area.x && position.x <= area.x + area.width {
                    let caret = state.line.hit(position.x - self.origin(state, area));
                    state.edit.go(caret, true);
                    self.keep_caret_visible(state, area);
                }
                state.touch();
                shell.request_redraw();
            }
            _ => {}
        }
    }

    fn click(&self, state: &mut State, point: Point, area: Rectangle, shell: &mut Shell<'_, Message>) {
        let click = mouse::Click::new(point, mouse::Button::Left, state.last_click);
        let caret = state.line.hit(point.x - self.origin(state, area));
        state.focus = Some(Focus::new());
        state.pointer = Some(point);
        match click.kind() {
            mouse::click::Kind::Single => {
                state.edit.go(caret, state.modifiers.shift());
                state.dragging = true;
            }
            mouse::click::Kind::Double if !self.hides() => {
                let (from, to) = state.edit.word_round(caret.index);
                state.edit.select(from, to);
            }
            mouse::click::Kind::Double | mouse::click::Kind::Triple => state.edit.select_all(),
        }
        state.last_click = Some(click);
        shell.capture_event();
        shell.request_redraw();
    }
}
