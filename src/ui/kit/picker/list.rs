//! The open list of a picker: laid over everything, below its box or above it.

use std::time::Instant;

use iced::advanced::overlay::Overlay;
use iced::advanced::widget::operation::Scrollable;
use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, RelativeOffset};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, layout, mouse, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Border, Color, Element, Event, Point, Rectangle, Renderer, Shadow, Size, Theme, Vector};

use super::{Open, State, found, next};
use crate::ui::access::{Node, Role, report};
use crate::ui::kit::control::{Paint, draw_box};
use crate::ui::kit::icon::{self, Icon};
use crate::ui::theme::{Look, radius};

/// Between the box and its list, and between the list's edge and its rows.
const GAP: f32 = 4.0;
/// So many rows are shown at once.
const ROWS: f32 = 7.0;
/// With room for so many rows below its box a list stands there.
const LEAST: f32 = 4.0;
/// Width of the bar that says where in a long list one is.
const BAR: f32 = 6.0;

pub(super) struct List<'b, 'a, Message> {
    pub look: Look,
    pub name: &'b str,
    pub entries: &'b [String],
    pub chosen: Option<usize>,
    pub rows: &'b mut [Element<'a, Message>],
    pub trees: &'b mut [Tree],
    pub state: &'b mut State,
    pub on_choose: Option<&'b (dyn Fn(usize) -> Message + 'a)>,
    pub anchor: Rectangle,
}

impl<Message> List<'_, '_, Message> {
    fn row(&self) -> f32 {
        self.look.px(self.look.pick(40.0, 56.0))
    }

    fn content(layout: Layout<'_>) -> f32 {
        let last = layout.children().last().map(|row| row.bounds());
        last.map_or(0.0, |row| row.y + row.height + GAP - layout.bounds().y)
    }

    fn at(&self) -> usize {
        self.state.open.map_or(0, |open| open.at)
    }

    fn offset(&self) -> f32 {
        self.state.open.map_or(0.0, |open| open.offset)
    }

    /// The row under the pointer.
    fn under(&self, layout: Layout<'_>, cursor: mouse::Cursor) -> Option<usize> {
        let point = cursor.position_over(layout.bounds())? + Vector::new(0.0, self.offset());
        layout.children().position(|row| row.bounds().contains(point))
    }

    fn scroll_to(&mut self, layout: Layout<'_>, offset: f32) {
        let furthest = (Self::content(layout) - layout.bounds().height).max(0.0);
        if let Some(open) = &mut self.state.open {
            open.offset = offset.clamp(0.0, furthest);
            open.follow = false;
        }
    }

    /// Brings what the keyboard is at into view.
    fn follow(&mut self, layout: Layout<'_>) {
        let Some(Open {
            at,
            offset,
            follow: true,
        }) = self.state.open
        else {
            return;
        };
        let bounds = layout.bounds();
        if let Some(row) = layout.children().nth(at).map(|row| row.bounds()) {
            let top = row.y - bounds.y - GAP;
            let bottom = row.y + row.height - bounds.y + GAP;
            if top < offset {
                self.scroll_to(layout, top);
            } else if bottom > offset + bounds.height {
                self.scroll_to(layout, bottom - bounds.height);
            }
        }
    }

    fn choose(&mut self, place: usize, shell: &mut Shell<'_, Message>) {
        self.state.open = None;
        if let Some(message) = self.on_choose.filter(|_| place < self.entries.len()) {
            shell.publish(message(place));
        }
    }

    /// Whether the key was taken.
    fn key(&mut self, key: &Key, text: Option<&str>, shell: &mut Shell<'_, Message>) -> bool {
        let at = self.at();
        match key {
            Key::Named(Named::Enter) => self.choose(at, shell),
            Key::Named(Named::Space) if self.state.typed.0.is_empty() => self.choose(at, shell),
            Key::Named(Named::Escape) => self.state.open = None,
            // Tab goes on to the next control, and nothing is chosen.
            Key::Named(Named::Tab) => {
                self.state.open = None;
                return false;
            }
            Key::Named(named) => match next(*named, at, self.entries.len()) {
                Some(to) => self.state.go(to),
                None => return false,
            },
            Key::Character(_) => {
                let letters = text.filter(|text| text.chars().all(char::is_alphanumeric));
                let Some(letters) = letters else { return false };
                let letters = self.state.typed(letters, Instant::now()).to_owned();
                if let Some(to) = found(self.entries, at, &letters) {
                    self.state.go(to);
                }
            }
            Key::Unidentified => return false,
        }
        true
    }

    fn mouse(
        &mut self,
        event: &mouse::Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, Message>,
    ) {
        let under = self.under(layout, cursor);
        match event {
            mouse::Event::CursorMoved { .. } => {
                if let (Some(at), Some(open)) = (under, &mut self.state.open) {
                    open.at = at;
                    open.follow = false;
                }
            }
            mouse::Event::WheelScrolled { delta } if cursor.is_over(layout.bounds()) => {
                let by = match delta {
                    mouse::ScrollDelta::Lines { y, .. } => y * self.row(),
                    mouse::ScrollDelta::Pixels { y, .. } => *y,
                };
                self.scroll_to(layout, self.offset() - by);
                shell.capture_event();
            }
            mouse::Event::ButtonPressed(mouse::Button::Left) if cursor.is_over(layout.bounds()) => {
                if let Some(place) = under {
                    self.choose(place, shell);
                }
                shell.capture_event();
            }
            // Beside it: the list closes. The box itself closes it, so that it does not open again at once.
            mouse::Event::ButtonPressed(_) if !cursor.is_over(self.anchor) => self.state.open = None,
            _ => {}
        }
    }

    fn paint_rows(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        clip: Rectangle,
    ) {
        let (look, colours) = (self.look, self.look.palette);
        for (place, ((row, tree), box_)) in self
            .rows
            .iter()
            .zip(self.trees.iter())
            .zip(layout.children())
            .enumerate()
        {
            let bounds = box_.bounds();
            let (at, chosen) = (self.at() == place, self.chosen == Some(place));
            let fill = match (at, chosen) {
                (true, true) => colours.accent_soft_2,
                (true, false) if look.is_high_contrast() => colours.accent_soft,
                (true, false) => colours.sunken,
                (false, true) => colours.accent_soft,
                (false, false) => Color::TRANSPARENT,
            };
            let paint = match at {
                true => Paint::bordered(fill, colours.text_2, look.border()),
                false => Paint::fill(fill),
            };
            draw_box(renderer, bounds, radius::CONTROL, paint);
            if let Some(inside) = box_.children().next() {
                let cursor = mouse::Cursor::Unavailable;
                row.as_widget()
                    .draw(tree, renderer, theme, style, inside, cursor, &clip);
            }
            if chosen {
                let size = look.pick(18.0, 24.0);
                let x = if look.direction.is_right_to_left() {
                    bounds.x + 12.0
                } else {
                    bounds.x + bounds.width - 12.0 - size
                };
                let y = bounds.y + ((bounds.height - size) / 2.0).round();
                let tick = Rectangle::new(Point::new(x, y), Size::new(size, size));
                icon::draw(renderer, look, Icon::Check, colours.accent_text, tick, &clip);
            }
        }
    }

    fn paint_bar(&self, renderer: &mut Renderer, layout: Layout<'_>) {
        let (bounds, content) = (layout.bounds(), Self::content(layout));
        if content <= bounds.height + 0.5 {
            return;
        }
        let track = bounds.height - GAP * 2.0;
        let height = (track * bounds.height / content).max(24.0);
        let part = self.offset() / (content - bounds.height);
        let x = if self.look.direction.is_right_to_left() {
            bounds.x + 2.0
        } else {
            bounds.x + bounds.width - BAR - 2.0
        };
        let thumb = Rectangle {
            x,
            y: (bounds.y + GAP + (track - height) * part).round(),
            width: BAR,
            height,
        };
        draw_box(renderer, thumb, BAR / 2.0, Paint::fill(self.look.palette.line_strong));
    }
}

impl<Message: Clone> Overlay<Message, Theme, Renderer> for List<'_, '_, Message> {
    fn layout(&mut self, renderer: &Renderer, window: Size) -> layout::Node {
        let look = self.look;
        let (side, tick) = (look.pick(12.0, 16.0), look.px(look.pick(28.0, 36.0)));
        let width = self.anchor.width;
        let words = (width - GAP * 2.0 - side * 2.0 - tick).max(0.0);
        let mut top = GAP;
        let mut nodes = Vec::with_capacity(self.rows.len());
        for (row, tree) in self.rows.iter_mut().zip(self.trees.iter_mut()) {
            let limits = layout::Limits::new(Size::ZERO, Size::new(words, f32::INFINITY));
            let text = row.as_widget_mut().layout(tree, renderer, &limits);
            let height = (text.size().height + 8.0).max(look.px(look.pick(40.0, 56.0)));
            // This list is not turned with the window: its tick stands at the end side by itself.
            let x = if look.direction.is_right_to_left() {
                side + tick
            } else {
                side
            };
            let y = ((height - text.size().height) / 2.0).round();
            let node = layout::Node::with_children(
                Size::new(width - GAP * 2.0, height),
                vec![text.move_to(Point::new(x, y))],
            );
            nodes.push(node.move_to(Point::new(GAP, top)));
            top += height;
        }
        let content = top + GAP;
        let below = window.height - (self.anchor.y + self.anchor.height) - GAP * 2.0;
        let above = self.anchor.y - GAP * 2.0;
        let wanted = content.min(self.row() * ROWS + GAP * 2.0);
        // Above only where there is little room below: it covers what was read before.
        let enough = below >= self.row() * LEAST;
        let (height, y) = if wanted <= below || enough || below >= above {
            let height = wanted.min(below).max(0.0);
            (height, self.anchor.y + self.anchor.height + GAP)
        } else {
            let height = wanted.min(above).max(0.0);
            (height, self.anchor.y - GAP - height)
        };
        layout::Node::with_children(Size::new(width, height), nodes).move_to(Point::new(self.anchor.x, y))
    }

    fn operate(&mut self, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let bounds = layout.bounds();
        let content = Rectangle {
            height: Self::content(layout),
            ..bounds
        };
        operation.scrollable(None, bounds, content, Vector::new(0.0, self.offset()), &mut Still);
        let (at, chosen) = (self.at(), self.chosen);
        let (rows, trees, entries) = (&mut *self.rows, &mut *self.trees, self.entries);
        let mut group = Node::new(Role::Group, self.name, bounds);
        operation.custom(None, bounds, &mut group);
        operation.traverse(&mut |operation| {
            let parts = rows
                .iter_mut()
                .zip(trees.iter_mut())
                .zip(layout.children())
                .zip(entries);
            for (place, (((row, tree), box_), entry)) in parts.enumerate() {
                let mut node = Node {
                    toggled: Some(chosen == Some(place)),
                    focused: false,
                    value: (at == place).then(|| entry.clone()),
                    ..Node::new(Role::Option, entry.clone(), box_.bounds())
                };
                report(operation, &mut node, &mut |operation| {
                    if let Some(inside) = box_.children().next() {
                        row.as_widget_mut().operate(tree, inside, renderer, operation);
                    }
                });
            }
        });
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let before = self.state.open;
        match event {
            Event::Mouse(event) => self.mouse(event, layout, cursor, shell),
            Event::Keyboard(keyboard::Event::KeyPressed {
                key, modifiers, text, ..
            }) => {
                let plain = !modifiers.command() && !modifiers.alt() && !modifiers.logo();
                if plain && self.key(key, text.as_deref(), shell) {
                    shell.capture_event();
                }
            }
            _ => {}
        }
        self.follow(layout);
        if before != self.state.open {
            shell.request_redraw();
            if self.state.open.is_none() {
                shell.invalidate_layout();
            }
        }
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) {
        let (look, colours) = (self.look, self.look.palette);
        let bounds = layout.bounds();
        let card = renderer::Quad {
            bounds,
            border: Border {
                color: colours.line_strong,
                width: look.hair(),
                radius: radius::BOX.into(),
            },
            shadow: Shadow {
                color: colours.shadow,
                offset: Vector::new(0.0, 8.0),
                blur_radius: 24.0,
            },
            ..renderer::Quad::default()
        };
        renderer.fill_quad(card, colours.raised);
        let inside = bounds.shrink(2.0);
        renderer.with_layer(inside, |renderer| {
            let moved = Vector::new(0.0, self.offset());
            renderer.with_translation(-moved, |renderer| {
                self.paint_rows(renderer, theme, style, layout, inside + moved);
            });
        });
        renderer.with_layer(inside, |renderer| self.paint_bar(renderer, layout));
    }

    fn mouse_interaction(&self, layout: Layout<'_>, cursor: mouse::Cursor, _renderer: &Renderer) -> mouse::Interaction {
        if cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
    }
}

/// The list moves by itself; nobody else moves it.
struct Still;

impl Scrollable for Still {
    fn snap_to(&mut self, _offset: RelativeOffset<Option<f32>>) {}
    fn scroll_to(&mut self, _offset: AbsoluteOffset<Option<f32>>) {}
    fn scroll_by(&mut self, _offset: AbsoluteOffset, _bounds: Rectangle, _content: Rectangle) {}
}
