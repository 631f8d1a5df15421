//! The reader: a long text that must be read, with a report of how far it was.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use iced::advanced::widget::operation::Scrollable;
use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::{Id, Operation, Tree, operate, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::{Column, Row, container};
use iced::{Alignment, Element, Event, Length, Rectangle, Renderer, Size, Task, Theme, Vector, window};

use super::card::surface_style;
use super::described::described;
use super::gauge::bar;
use super::scroll::scroll;
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::direction::Direction;
use crate::ui::theme::{Look, TypeStyle, radius};

/// So long a text that fits wholly must stand before it counts as read.
pub const STANDS: Duration = Duration::from_secs(5);
/// What of a page stays in sight when the next one is turned to.
const KEPT: f32 = 60.0;
/// This close to the end is the end: rounding of scaled type.
const NEAR: f32 = 1.5;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words that name what follows.
    Heading(Cow<'a, str>),
    /// A paragraph.
    Paragraph(Cow<'a, str>),
}

/// A reader. See [`reader`].
pub struct Reader<'a, Message> {
    text: String,
    content: Element<'a, Message>,
    on_read: Option<Box<dyn Fn(u8) -> Message + 'a>>,
}

/// A text called `name` of `height` px, scrolled by Space, Page Down, arrows, wheel and bar.
///
/// `text` tells this text from another (its kind, version and language): another one begins at its beginning.
pub fn reader<'a, Message: Clone + 'a>(
    look: Look,
    id: impl Into<Id>,
    name: impl Into<String>,
    text: impl Into<String>,
    direction: Direction,
    parts: impl IntoIterator<Item = Part<'a>>,
    height: f32,
) -> Reader<'a, Message> {
    let colours = look.palette;
    let (heading, paragraph) = (
        look.pick(TypeStyle::Strong, TypeStyle::ApplicantSmallStrong),
        look.pick(TypeStyle::Body, TypeStyle::ApplicantSmall),
    );
    let words = parts.into_iter().map(|part| match part {
        Part::Heading(words) => {
            let words = super::text::text(look, heading, words)
                .direction(direction)
                .heading()
                .fill();
            container(words)
                .padding(crate::ui::direction::padding(12.0, 0.0, 0.0, 0.0))
                .into()
        }
        Part::Paragraph(words) => super::text::text(look, paragraph, words)
            .direction(direction)
            .fill()
            .into(),
    });
    let words = Column::with_children(words).spacing(4).width(Length::Fill);
    let words = container(words).padding([12.0, look.pick(16.0, 24.0)]);
    let inside = container(scroll(look, name, words).id(id).height(Length::Fill)).padding(3);
    let content = inside
        .width(Length::Fill)
        .height(height)
        .style(move |_| surface_style(colours.surface, colours.line_strong, look.border(), radius::BOX));
    Reader {
        text: text.into(),
        content: content.into(),
        on_read: None,
    }
}

impl<'a, Message> Reader<'a, Message> {
    /// Sent with the part in hundredths that has been in sight, as it grows. 100 means that the end was reached, or
    /// that the whole of it stood in sight for [`STANDS`].
    pub fn on_read(mut self, message: impl Fn(u8) -> Message + 'a) -> Self {
        self.on_read = Some(Box::new(message));
        self
    }
}

/// How far a text was read: a bar, and `words` that say it.
pub fn read_bar<'a, Message: 'a>(look: Look, words: impl Into<String>, percent: u8) -> Element<'a, Message> {
    let words = words.into();
    let node = Node {
        value: Some(format!("{percent} %")),
        ..Node::new(Role::Progress, words.clone(), Rectangle::default())
    };
    let style = look.pick(TypeStyle::SmallMedium, TypeStyle::ApplicantCaptionMedium);
    let row = Row::with_children([bar(look, f32::from(percent) / 100.0), text(look, style, words).into()])
        .spacing(16)
        .align_y(Alignment::Center);
    described(node, row)
}

/// Turns the text called `id` by a page.
pub fn page_down<Message: Send + 'static>(id: impl Into<Id>) -> Task<Message> {
    operate(Turn(id.into()))
}

struct Turn(Id);

impl<T> Operation<T> for Turn {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if id == Some(&self.0) {
            let page = (bounds.height - KEPT).max(KEPT);
            state.scroll_by(AbsoluteOffset { x: 0.0, y: page }, bounds, content);
        }
    }
}

/// What stands of the text: how far it is scrolled, its place's height, and its own.
struct Standing {
    found: Option<(f32, f32, f32)>,
}

impl Operation for Standing {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.found = self.found.or(Some((translation.y, bounds.height, content.height)));
    }
}

#[derive(Debug, Default)]
struct State {
    text: String,
    reported: u8,
    /// Since when the whole of it stands in sight.
    whole_since: Option<Instant>,
}

impl State {
    /// The hundredths that have been in sight at `now`, and when to look again.
    fn read(&mut self, (offset, shown, content): (f32, f32, f32), now: Instant) -> (u8, Option<Instant>) {
        if shown <= 0.0 || content <= 0.0 {
            return (self.reported, None);
        }
        if content <= shown + NEAR {
            let since = *self.whole_since.get_or_insert(now);
            let stood = now.saturating_duration_since(since);
            let part = (stood.as_secs_f32() / STANDS.as_secs_f32()).min(1.0);
            let again = (part < 1.0).then(|| now + Duration::from_millis(500).min(STANDS - stood));
            return ((part * 100.0).floor() as u8, again);
        }
        self.whole_since = None;
        let seen = offset + shown;
        let part = if seen >= content - NEAR {
            100
        } else {
            ((seen / content * 100.0).floor() as u8).min(99)
        };
        (part, None)
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Reader<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            text: self.text.clone(),
            ..State::default()
        })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        if state.text == self.text {
            tree.diff_children(std::slice::from_ref(&self.content));
        } else {
            *state = State {
                text: self.text.clone(),
                ..State::default()
            };
            tree.children = vec![Tree::new(&self.content)];
        }
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let Some(child) = tree.children.first_mut() else {
            return layout::Node::new(Size::ZERO);
        };
        let content = self.content.as_widget_mut().layout(child, renderer, limits);
        layout::Node::with_children(content.size(), vec![content])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if let (Some(child), Some(inside)) = (tree.children.first_mut(), layout.children().next()) {
            let content = self.content.as_widget_mut();
            content.operate(child, inside, renderer, operation);
        }
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
        let (Some(child), Some(inside)) = (tree.children.first_mut(), layout.children().next()) else {
            return;
        };
        let content = self.content.as_widget_mut();
        content.update(child, event, inside, cursor, renderer, clipboard, shell, viewport);
        let Event::Window(window::Event::RedrawRequested(now)) = event else {
            return;
        };
        let mut standing = Standing { found: None };
        content.operate(child, inside, renderer, &mut standing);
        let Some(found) = standing.found else { return };
        let state = tree.state.downcast_mut::<State>();
        let (percent, again) = state.read(found, *now);
        if let Some(again) = again {
            shell.request_redraw_at(again);
        }
        if percent > state.reported {
            state.reported = percent;
            if let Some(on_read) = &self.on_read {
                shell.publish(on_read(percent));
            }
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
        if let (Some(child), Some(inside)) = (tree.children.first(), layout.children().next()) {
            let content = self.content.as_widget();
            content.draw(child, renderer, theme, style, inside, cursor, viewport);
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
        match (tree.children.first(), layout.children().next()) {
            (Some(child), Some(inside)) => {
                let content = self.content.as_widget();
                content.mouse_interaction(child, inside, cursor, viewport, renderer)
            }
            _ => mouse::Interaction::None,
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
        let content = self.content.as_widget_mut();
        content.overlay(child, inside, renderer, viewport, translation)
    }
}

impl<'a, Message: Clone + 'a> From<Reader<'a, Message>> for Element<'a, Message> {
    fn from(reader: Reader<'a, Message>) -> Self {
        Element::new(reader)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn only_the_end_counts_as_read() {
        let (mut state, now) = (State::default(), Instant::now());
        assert_eq!(state.read((0.0, 400.0, 1_000.0), now), (40, None));
        assert_eq!(state.read((590.0, 400.0, 1_000.0), now), (99, None));
        assert_eq!(state.read((599.0, 400.0, 1_000.0), now), (100, None));
        assert_eq!(state.read((0.0, 0.0, 1_000.0), now), (0, None), "nothing is in sight");
    }

    #[test]
    fn what_stands_wholly_in_sight_counts_after_five_seconds() {
        let (mut state, begun) = (State::default(), Instant::now());
        let whole = (0.0, 400.0, 300.0);
        assert_eq!(state.read(whole, begun).0, 0);
        let (percent, again) = state.read(whole, begun + Duration::from_millis(4_990));
        assert_eq!(percent, 99);
        assert_eq!(again, Some(begun + STANDS));
        assert_eq!(state.read(whole, begun + STANDS), (100, None));
    }

    #[test]
    fn growing_type_starts_the_five_seconds_again() {
        let (mut state, begun) = (State::default(), Instant::now());
        state.read((0.0, 400.0, 300.0), begun);
        state.read((0.0, 400.0, 900.0), begun + Duration::from_secs(3));
        assert_eq!(state.read((0.0, 400.0, 300.0), begun + Duration::from_secs(6)).0, 0);
    }
}
