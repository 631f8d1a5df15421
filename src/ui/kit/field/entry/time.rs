//! What time and the input method do in a field.

use std::time::{Duration, Instant};

use iced::advanced::Shell;
use iced::advanced::input_method::{self, InputMethod, Purpose};
use iced::{Point, Rectangle, Size};

use super::{BLINK, Entry, Preedit, State};

/// Between two steps of the scrolling while the pointer is held beyond an edge.
const DRAG_SCROLL: Duration = Duration::from_millis(40);

impl<Message: Clone> Entry<'_, Message> {
    pub(super) fn window_focus(&self, state: &mut State, focused: bool, shell: &mut Shell<'_, Message>) {
        if let Some(focus) = &mut state.focus {
            focus.window_focused = focused;
            focus.updated = Instant::now();
            focus.now = focus.updated;
            shell.request_redraw();
        }
    }

    /// Keeps the caret blinking, the input method at its place, and the text scrolling while the pointer is held outside.
    pub(super) fn redraw(&self, state: &mut State, now: Instant, area: Rectangle, shell: &mut Shell<'_, Message>) {
        if self.veiled {
            // The keyboard came or went.
            self.rebuild(state);
        }
        if state.dragging
            && let Some(pointer) = state.pointer
            && (pointer.x < area.x || pointer.x > area.x + area.width)
        {
            let rightwards = pointer.x > area.x;
            let caret = state.line.step(state.edit.caret, rightwards);
            state.edit.go(caret, true);
            self.keep_caret_visible(state, area);
            shell.request_redraw_at(now + DRAG_SCROLL);
        }
        let caret_x = self.origin(state, area) + state.line.x(state.drawn_caret());
        let Some(focus) = &mut state.focus else { return };
        focus.now = now.max(focus.updated);
        if !focus.window_focused {
            return;
        }
        let since = focus.now.saturating_duration_since(focus.updated).as_millis() as u64;
        let beat = BLINK.as_millis() as u64;
        shell.request_redraw_at(now + Duration::from_millis(beat - since % beat));
        shell.request_input_method(&InputMethod::<String>::Enabled {
            cursor: Rectangle::new(Point::new(caret_x, area.y), Size::new(1.0, area.height)),
            purpose: if self.secret { Purpose::Secure } else { Purpose::Normal },
            preedit: None,
        });
    }

    pub(super) fn compose(
        &self,
        state: &mut State,
        event: &input_method::Event,
        area: Rectangle,
        shell: &mut Shell<'_, Message>,
    ) {
        if state.focus.is_none() {
            return;
        }
        match event {
            input_method::Event::Opened | input_method::Event::Closed => state.preedit = None,
            input_method::Event::Preedit(content, selection) => {
                state.preedit = (!content.is_empty()).then(|| Preedit {
                    content: content.clone(),
                    selection: selection.clone(),
                });
            }
            input_method::Event::Commit(text) => {
                state.preedit = None;
                if state.edit.insert(text, self.longest, true) {
                    self.publish(state, shell);
                }
                shell.capture_event();
            }
        }
        state.touch();
        self.rebuild(state);
        self.keep_caret_visible(state, area);
        shell.request_redraw();
    }
}
