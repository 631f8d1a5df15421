//! The box of a field: what is typed, its caret and selection.

mod draw;
mod keys;

use std::ops::Range;
use std::time::{Duration, Instant};

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::input_method::{self, InputMethod, Purpose};
use iced::advanced::text::{Paragraph as _, Wrapping};
use iced::advanced::widget::{Id, Operation, Tree, operation, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector, keyboard, window};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::{Zeroize, Zeroizing};

use super::edit::Edit;
use super::line::{Caret, Line};
use crate::ui::access::{Node, Role, report};
use crate::ui::direction::Direction;
use crate::ui::kit::control::{Shown, Status};
use crate::ui::kit::icon::Icon;
use crate::ui::kit::measure::Extent;
use crate::ui::kit::text::{marked, shape};
use crate::ui::theme::{Look, TypeStyle};

/// Between two states of the blinking caret.
const BLINK: Duration = Duration::from_millis(530);
/// Between two steps of the scrolling while the pointer is held beyond an edge.
const DRAG_SCROLL: Duration = Duration::from_millis(40);
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
    /// Shapes what has to be shown, if it changed.
    fn rebuild(&self, state: &mut State) {
        let mut body = Zeroizing::new(String::new());
        if self.secret && !self.revealed {
            body.extend(std::iter::repeat_n('•', state.edit.count() + state.preedit_graphemes()));
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
            let mark = self.direction.mark();
            let text = Zeroizing::new(format!("{mark}{}", body.as_str()));
            state.paragraph = shape(self.look, self.style, &text, f32::INFINITY, Wrapping::None);
            state.line = Line::new(&state.paragraph, mark, &body, self.direction.is_right_to_left());
            state.shown = body;
        }
        state.key = Some(key);
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

/// The text area of the laid-out box.
fn area<Message>(entry: &Entry<'_, Message>, layout: Layout<'_>) -> Rectangle {
    let trailing = layout
        .children()
        .next()
        .map_or(Rectangle::default(), |child| child.bounds());
    entry.text_area(layout.bounds(), trailing)
}

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
        state.edit.take(&self.value);
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
        state.edit.take(&self.value);
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
            value: (!self.secret).then(|| self.value.to_string()),
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

impl<Message: Clone> Entry<'_, Message> {
    fn window_focus(&self, state: &mut State, focused: bool, shell: &mut Shell<'_, Message>) {
        if let Some(focus) = &mut state.focus {
            focus.window_focused = focused;
            focus.updated = Instant::now();
            focus.now = focus.updated;
            shell.request_redraw();
        }
    }

    /// Keeps the caret blinking, the input method at its place, and the text scrolling while the pointer is held outside.
    fn redraw(&self, state: &mut State, now: Instant, area: Rectangle, shell: &mut Shell<'_, Message>) {
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

    fn compose(&self, state: &mut State, event: &input_method::Event, area: Rectangle, shell: &mut Shell<'_, Message>) {
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

impl<'a, Message: Clone + 'a> From<Entry<'a, Message>> for Element<'a, Message> {
    fn from(entry: Entry<'a, Message>) -> Self {
        Element::new(entry)
    }
}
