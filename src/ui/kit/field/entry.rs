//! The box of a field: what is typed, its caret and selection.

mod draw;
mod keys;
mod time;
mod widget;

use std::ops::Range;
use std::time::{Duration, Instant};

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::text::Wrapping;
use iced::advanced::widget::{Id, operation};
use iced::advanced::{Layout, Shell, mouse};
use iced::{Element, Point, Rectangle, keyboard};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::{Zeroize, Zeroizing};

use super::edit::Edit;
use super::line::{Caret, Line};
use crate::ui::access::Node;
use crate::ui::direction::Direction;
use crate::ui::kit::control::{Shown, Status};
use crate::ui::kit::icon::Icon;
use crate::ui::kit::text::{marked, shape};
use crate::ui::theme::{Look, TypeStyle};

/// Between two states of the blinking caret.
const BLINK: Duration = Duration::from_millis(530);
/// Of fewer characters nothing is shown where they are veiled.
const LEAST_VEILED: usize = 8;
/// Room for the caret at both ends of the text.
const CARET_ROOM: f32 = 2.0;

/// The box in which one line is typed. Made by [`super::Field`].
pub(super) struct Entry<'a, Message> {
    pub look: Look,
    pub id: Option<Id>,
    pub value: Zeroizing<String>,
    pub placeholder: String,
    pub style: TypeStyle,
    pub secret: bool,
    pub veiled: bool,
    pub revealed: bool,
    /// Base direction of what is typed.
    pub direction: Direction,
    pub longest: Option<usize>,
    pub icon: Option<Icon>,
    pub status: Status,
    pub node: Node,
    pub on_input: Option<Box<dyn Fn(String) -> Message + 'a>>,
    pub on_submit: Option<Message>,
    pub trailing: Element<'a, Message>,
    pub shown: Option<Shown>,
}

/// What tells one field from another: its id, else its label.
#[derive(Debug, Clone, PartialEq)]
enum Owner {
    Id(Id),
    Label(String),
}

/// What a focused field knows about time.
#[derive(Debug, Clone, Copy)]
struct Focus {
    /// The last key or click: the caret is shown from then on.
    updated: Instant,
    now: Instant,
    window_focused: bool,
}

impl Focus {
    fn new() -> Self {
        let now = Instant::now();
        Self {
            updated: now,
            now,
            window_focused: true,
        }
    }

    fn shows_caret(&self) -> bool {
        let beats = self.now.saturating_duration_since(self.updated).as_millis() / BLINK.as_millis();
        self.window_focused && beats.is_multiple_of(2)
    }
}

#[derive(Default)]
pub(super) struct State {
    /// Whose state this is. The toolkit hands the state of one screen's field to the next screen's at the same place.
    owner: Option<Owner>,
    edit: Edit,
    line: Line,
    paragraph: Paragraph,
    hint: Paragraph,
    /// What the paragraph shows, to shape only what changed.
    shown: Zeroizing<String>,
    hint_shown: String,
    /// Style, scale and whether it is a hint: what else the shape depends on.
    key: Option<(TypeStyle, f32, Direction)>,
    focus: Option<Focus>,
    hovered: bool,
    dragging: bool,
    pointer: Option<Point>,
    scroll: f32,
    modifiers: keyboard::Modifiers,
    last_click: Option<mouse::Click>,
    preedit: Option<Preedit>,
}

/// What an input method is composing, shown in its place.
struct Preedit {
    content: String,
    selection: Option<Range<usize>>,
}

impl Drop for Preedit {
    fn drop(&mut self) {
        self.content.zeroize();
    }
}

impl State {
    fn preedit_graphemes(&self) -> usize {
        self.preedit
            .as_ref()
            .map_or(0, |preedit| preedit.content.graphemes(true).count())
    }

    /// The caret as it is drawn: inside what is being composed, if anything is.
    fn drawn_caret(&self) -> Caret {
        match &self.preedit {
            Some(preedit) => {
                let end = preedit
                    .selection
                    .as_ref()
                    .map_or(preedit.content.len(), |selection| selection.end);
                let inside = preedit
                    .content
                    .get(..end)
                    .unwrap_or(&preedit.content)
                    .graphemes(true)
                    .count();
                Caret::after(self.edit.caret.index + inside)
            }
            None => self.edit.caret,
        }
    }

    fn touch(&mut self) {
        let now = Instant::now();
        if let Some(focus) = &mut self.focus {
            focus.updated = now;
            focus.now = now;
        }
    }
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.focus.is_some()
    }

    fn focus(&mut self) {
        if self.focus.is_none() {
            self.focus = Some(Focus::new());
            self.edit.go(Caret::after(self.edit.count()), false);
        }
    }

    fn unfocus(&mut self) {
        self.focus = None;
        self.dragging = false;
        self.preedit = None;
        self.edit.unselect();
    }
}

impl<Message> Entry<'_, Message> {
    /// Makes `state` this field's own: of another field's text and its undo steps nothing may come up here.
    fn own(&self, state: &mut State) {
        let owner = match &self.id {
            Some(id) => Owner::Id(id.clone()),
            None => Owner::Label(self.node.name.clone()),
        };
        if state.owner.as_ref() != Some(&owner) {
            *state = State {
                owner: Some(owner),
                modifiers: state.modifiers,
                ..State::default()
            };
        }
        state.edit.take(&self.value);
    }

    /// Shapes what has to be shown, if it changed.
    fn rebuild(&self, state: &mut State) {
        let composed = state.preedit.as_ref().map_or(0, |preedit| preedit.content.len());
        // Room from the start: a text that grows leaves copies behind that nobody wipes.
        let room = (state.edit.value().len() + composed) * '•'.len_utf8();
        let mut body = Zeroizing::new(String::with_capacity(room));
        if self.secret && !self.revealed {
            body.extend(std::iter::repeat_n('•', state.edit.count() + state.preedit_graphemes()));
        } else if self.is_veiled(state) {
            veil(state.edit.value(), &mut body);
        } else if let Some(preedit) = &state.preedit {
            let value = state.edit.value();
            let at = value
                .grapheme_indices(true)
                .nth(state.edit.caret.index)
                .map_or(value.len(), |(at, _)| at);
            body.push_str(value.get(..at).unwrap_or_default());
            body.push_str(&preedit.content);
            body.push_str(value.get(at..).unwrap_or_default());
        } else {
            body.push_str(state.edit.value());
        }
        let key = (self.style, self.look.scale.factor(), self.direction);
        let same = state.key == Some(key);
        if !same || state.hint_shown != self.placeholder {
            let hint = marked(self.look.direction, &self.placeholder);
            state.hint = shape(self.look, self.hint_style(), &hint, f32::INFINITY, Wrapping::None);
            state.hint_shown.clone_from(&self.placeholder);
        }
        if !same || *state.shown != *body || state.line.count() == 0 {
            let mark = self.direction.mark_before(&body);
            let mut text = Zeroizing::new(String::with_capacity(mark.len() + body.len()));
            text.push_str(mark);
            text.push_str(&body);
            state.paragraph = shape(self.look, self.style, &text, f32::INFINITY, Wrapping::None);
            state.line = Line::new(&state.paragraph, mark, &body, self.direction.is_right_to_left());
            state.shown = body;
        }
        state.key = Some(key);
    }

    /// What assistive technology is told of what was typed.
    fn told(&self, state: &State) -> Option<String> {
        let mut told = String::new();
        match (self.secret, self.is_veiled(state)) {
            (true, _) => return None,
            (false, true) => veil(&self.value, &mut told),
            (false, false) => told.push_str(&self.value),
        }
        Some(told)
    }

    /// Whether most of what was typed is hidden now.
    fn is_veiled(&self, state: &State) -> bool {
        self.veiled && !self.is_focused(state)
    }

    fn hint_style(&self) -> TypeStyle {
        self.look.pick(TypeStyle::Body, TypeStyle::ApplicantSmall)
    }

    /// The sides of the box: padding, and room for the icon.
    fn before(&self) -> f32 {
        let side = self.look.pick(14.0, 20.0);
        side + self.icon.map_or(0.0, |_| self.icon_size() + 10.0)
    }

    fn icon_size(&self) -> f32 {
        self.look.px(self.look.pick(20.0, 28.0))
    }

    /// Where the text stands inside the box at `bounds`, given the part at its end.
    fn text_area(&self, bounds: Rectangle, trailing: Rectangle) -> Rectangle {
        let side = self.look.pick(14.0, 20.0);
        let after = if trailing.width > 0.0 {
            trailing.width + 8.0
        } else {
            side
        };
        let width = (bounds.width - self.before() - after).max(0.0);
        let x = if self.look.direction.is_right_to_left() {
            bounds.x + after
        } else {
            bounds.x + self.before()
        };
        let line = self.look.px(self.style.metrics().1);
        Rectangle {
            x,
            y: bounds.y + ((bounds.height - line) / 2.0).round(),
            width,
            height: line,
        }
    }

    /// Where the line begins, scrolled.
    fn origin(&self, state: &State, area: Rectangle) -> f32 {
        let slack = area.width - state.line.width() - CARET_ROOM;
        if slack >= 0.0 {
            return if self.look.direction.is_right_to_left() {
                area.x + slack
            } else {
                area.x + CARET_ROOM
            };
        }
        area.x + state.scroll
    }

    fn keep_caret_visible(&self, state: &mut State, area: Rectangle) {
        let slack = area.width - state.line.width() - CARET_ROOM;
        if slack >= 0.0 {
            state.scroll = 0.0;
            return;
        }
        let x = state.line.x(state.drawn_caret());
        if x + state.scroll < CARET_ROOM {
            state.scroll = CARET_ROOM - x;
        }
        if x + state.scroll > area.width - CARET_ROOM {
            state.scroll = area.width - CARET_ROOM - x;
        }
        state.scroll = state.scroll.clamp(slack, CARET_ROOM);
    }

    fn status_now(&self, state: &State) -> Status {
        match (self.shown, self.status) {
            (Some(shown), _) => shown.status,
            (None, Status::Rest) if self.on_input.is_none() => Status::Disabled,
            (None, Status::Rest) if state.hovered => Status::Hover,
            (None, status) => status,
        }
    }

    fn is_focused(&self, state: &State) -> bool {
        self.shown.map_or(state.focus.is_some(), |shown| shown.focused)
    }

    /// Publishes the value as it is now.
    fn publish(&self, state: &State, shell: &mut Shell<'_, Message>) {
        if let Some(on_input) = &self.on_input {
            shell.publish(on_input(state.edit.value().to_owned()));
        }
    }
}

/// Writes dots for all but the last four characters, and for all where there are few.
fn veil(value: &str, to: &mut String) {
    let count = value.graphemes(true).count();
    let hidden = if count < LEAST_VEILED { count } else { count - 4 };
    to.extend(std::iter::repeat_n('•', hidden));
    to.extend(value.graphemes(true).skip(hidden));
}

/// The text area of the laid-out box.
fn area<Message>(entry: &Entry<'_, Message>, layout: Layout<'_>) -> Rectangle {
    let trailing = layout
        .children()
        .next()
        .map_or(Rectangle::default(), |child| child.bounds());
    entry.text_area(layout.bounds(), trailing)
}

impl<'a, Message: Clone + 'a> From<Entry<'a, Message>> for Element<'a, Message> {
    fn from(entry: Entry<'a, Message>) -> Self {
        Element::new(entry)
    }
}
