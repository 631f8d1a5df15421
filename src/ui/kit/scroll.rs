//! A region that scrolls from top to bottom; its bar stands at the end side.

mod widget;

use iced::advanced::widget::{Id, Operation, operation};
use iced::keyboard::key::Named;
use iced::{Element, Length, Rectangle};

use crate::ui::theme::Look;

/// Width of the bar, and the room kept for it.
const BAR: f32 = 8.0;
const BAR_ROOM: f32 = 12.0;
/// One step of an arrow key or a notch of the wheel.
const STEP: f32 = 60.0;

/// A scroll area. See [`scroll`].
pub struct Scroll<'a, Message> {
    look: Look,
    name: String,
    page: Option<String>,
    content: Element<'a, Message>,
    height: Length,
    id: Option<Id>,
    to_end: bool,
    on_end: Option<Message>,
}

/// `content` called `name`, in a region that scrolls where it is too small. Then Tab stops at it, and arrows scroll it.
pub fn scroll<'a, Message>(
    look: Look,
    name: impl Into<String>,
    content: impl Into<Element<'a, Message>>,
) -> Scroll<'a, Message> {
    Scroll {
        look,
        name: name.into(),
        page: None,
        content: content.into(),
        height: Length::Fill,
        id: None,
        to_end: false,
        on_end: None,
    }
}

impl<Message> Scroll<'_, Message> {
    /// Its height; all there is if not told.
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }

    /// Which page of several it shows, where its name is the same for all of them. Another one begins at its top.
    pub fn page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }

    /// The name by which it can be given the keyboard.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// It begins at its end, and stays there when more is added: messages.
    pub fn to_end(mut self) -> Self {
        self.to_end = true;
        self
    }

    /// Sent when the end has come into view: texts that must be read.
    pub fn on_end(mut self, message: Message) -> Self {
        self.on_end = Some(message);
        self
    }
}

#[derive(Default)]
struct State {
    /// Which page was shown last.
    page: String,
    offset: f32,
    focused: bool,
    /// Where in the thumb it was seized.
    grabbed: Option<f32>,
    content: f32,
    shown: f32,
    end_sent: bool,
    /// The focused thing inside that was last brought into view.
    followed: Option<Rectangle>,
}

impl State {
    fn furthest(&self) -> f32 {
        (self.content - self.shown).max(0.0)
    }

    fn go(&mut self, offset: f32) -> bool {
        let offset = offset.clamp(0.0, self.furthest()).round();
        let moved = offset != self.offset;
        self.offset = offset;
        moved
    }
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

impl operation::Scrollable for State {
    fn snap_to(&mut self, offset: operation::scrollable::RelativeOffset<Option<f32>>) {
        if let Some(y) = offset.y {
            let furthest = self.furthest();
            self.go(y * furthest);
        }
    }

    fn scroll_to(&mut self, offset: operation::scrollable::AbsoluteOffset<Option<f32>>) {
        if let Some(y) = offset.y {
            self.go(y);
        }
    }

    fn scroll_by(
        &mut self,
        offset: operation::scrollable::AbsoluteOffset,
        _bounds: Rectangle,
        _content_bounds: Rectangle,
    ) {
        self.go(self.offset + offset.y);
    }
}

/// Finds what has the focus.
struct FocusedBounds(Option<Rectangle>);

impl Operation for FocusedBounds {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn operation::Focusable) {
        if state.is_focused() {
            self.0 = Some(bounds);
        }
    }
}

impl<Message> Scroll<'_, Message> {
    fn shown_page(&self) -> &str {
        self.page.as_deref().unwrap_or(&self.name)
    }

    /// As it begins.
    fn fresh(&self) -> State {
        State {
            page: self.shown_page().to_owned(),
            offset: if self.to_end { f32::INFINITY } else { 0.0 },
            ..State::default()
        }
    }

    /// The bar's track and thumb in the window.
    fn bar(&self, state: &State, bounds: Rectangle) -> (Rectangle, Rectangle) {
        let rtl = self.look.direction.is_right_to_left();
        let x = if rtl {
            bounds.x + 2.0
        } else {
            bounds.x + bounds.width - BAR - 2.0
        };
        let track = Rectangle {
            x,
            y: bounds.y + 2.0,
            width: BAR,
            height: (bounds.height - 4.0).max(0.0),
        };
        let height =
            (track.height * state.shown / state.content.max(1.0)).clamp(32.0_f32.min(track.height), track.height);
        let part = if state.furthest() > 0.0 {
            state.offset / state.furthest()
        } else {
            0.0
        };
        let thumb = Rectangle {
            y: (track.y + (track.height - height) * part).round(),
            height,
            ..track
        };
        (track, thumb)
    }

    fn key(state: &State, key: Named) -> Option<f32> {
        let page = (state.shown - STEP).max(STEP);
        Some(match key {
            Named::ArrowUp => state.offset - STEP,
            Named::ArrowDown => state.offset + STEP,
            Named::PageUp => state.offset - page,
            Named::PageDown | Named::Space => state.offset + page,
            Named::Home => 0.0,
            Named::End => state.content,
            _ => return None,
        })
    }
}

impl<'a, Message: Clone + 'a> From<Scroll<'a, Message>> for Element<'a, Message> {
    fn from(scroll: Scroll<'a, Message>) -> Self {
        Element::new(scroll)
    }
}
