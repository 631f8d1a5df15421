//! A scroll area as the toolkit sees it.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::{BAR, BAR_ROOM, FocusedBounds, STEP, Scroll, State};
use crate::ui::access::{Node, Role, report};
use crate::ui::kit::control::{Paint, RingPlace, draw_box, draw_ring};
use crate::ui::theme::ring;

impl<Message: Clone> Widget<Message, Theme, Renderer> for Scroll<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(self.fresh())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        if state.page != self.shown_page() {
            *state = self.fresh();
        }
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, self.height)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.width(Length::Fill).height(self.height);
        let Some(child) = tree.children.first_mut() else {
            return layout::Node::new(Size::ZERO);
        };
        let width = limits.max().width;
        let lay = |content: &mut Element<'_, Message>, child: &mut Tree, width: f32| {
            let inner = layout::Limits::new(Size::ZERO, Size::new(width.max(0.0), f32::INFINITY));
            content.as_widget_mut().layout(child, renderer, &inner)
        };
        let mut content = lay(&mut self.content, child, width);
        let size = limits.resolve(Length::Fill, self.height, content.size());
        if content.size().height > size.height + 0.5 {
            content = lay(&mut self.content, child, width - BAR_ROOM);
        }
        let state = tree.state.downcast_mut::<State>();
        let was_at_end = self.to_end && state.offset >= state.furthest();
        state.content = content.size().height;
        state.shown = size.height;
        let to = if was_at_end { state.furthest() } else { state.offset };
        state.go(to);
        // Narrower than the whole, so that the room for the bar stays free at the end side when it is turned.
        layout::Node::with_children(size, vec![content])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let bounds = layout.bounds();
        let (Some(child), Some(inside)) = (tree.children.first_mut(), layout.children().next()) else {
            return;
        };
        let state = tree.state.downcast_mut::<State>();
        let scrolls = state.furthest() > 0.0;
        let mut node = Node {
            focused: state.focused,
            id: self.id.clone(),
            ..Node::new(Role::ScrollArea, self.name.clone(), bounds)
        };
        if scrolls {
            operation.focusable(self.id.as_ref(), bounds, state);
            report(operation, &mut node, &mut |_| {});
        }
        let content = &mut self.content;
        operation.scrollable(
            self.id.as_ref(),
            bounds,
            inside.bounds(),
            Vector::new(0.0, state.offset),
            state,
        );
        operation.traverse(&mut |operation| content.as_widget_mut().operate(child, inside, renderer, operation));
        // What Tab reaches comes into view.
        let mut found = FocusedBounds(None);
        self.content
            .as_widget_mut()
            .operate(child, inside, renderer, &mut found);
        if found.0 != state.followed {
            state.followed = found.0;
            if let Some(focused) = found.0 {
                let top = focused.y - bounds.y - ring::REACH * 2.0;
                let bottom = focused.y + focused.height - bounds.y + ring::REACH * 2.0;
                if top < state.offset {
                    state.go(top);
                } else if bottom > state.offset + state.shown {
                    state.go(bottom - state.shown);
                }
            }
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
        let bounds = layout.bounds();
        let (Some(child), Some(inside)) = (tree.children.first_mut(), layout.children().next()) else {
            return;
        };
        let state = tree.state.downcast_mut::<State>();
        let moved = Vector::new(0.0, state.offset);
        let (track, thumb) = self.bar(state, bounds);
        let over = cursor.position_over(bounds);
        let on_bar = state.furthest() > 0.0 && cursor.is_over(track);
        let within = match over {
            Some(point) if !on_bar => mouse::Cursor::Available(point + moved),
            _ => mouse::Cursor::Unavailable,
        };
        let seen = Rectangle {
            y: bounds.y + state.offset,
            ..bounds
        }
        .intersection(&(*viewport + moved))
        .unwrap_or_default();
        let content = self.content.as_widget_mut();
        content.update(child, event, inside, within, renderer, clipboard, shell, &seen);
        let was = (state.offset, state.focused, state.grabbed.is_some());
        self.react(state, event, (track, thumb), bounds, cursor, shell);
        if was != (state.offset, state.focused, state.grabbed.is_some()) {
            shell.request_redraw();
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
        let bounds = layout.bounds();
        let (Some(child), Some(inside)) = (tree.children.first(), layout.children().next()) else {
            return;
        };
        let Some(clip) = bounds.intersection(viewport) else {
            return;
        };
        if state.furthest() <= 0.0 {
            return self
                .content
                .as_widget()
                .draw(child, renderer, theme, style, inside, cursor, viewport);
        }
        let moved = Vector::new(0.0, state.offset);
        let within = match cursor.position_over(bounds) {
            Some(point) => mouse::Cursor::Available(point + moved),
            None => mouse::Cursor::Unavailable,
        };
        renderer.with_layer(clip, |renderer| {
            renderer.with_translation(-moved, |renderer| {
                self.content
                    .as_widget()
                    .draw(child, renderer, theme, style, inside, within, &(clip + moved));
            });
        });
        self.draw_bar(state, renderer, bounds, clip);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        match (
            tree.children.first(),
            layout.children().next(),
            cursor.position_over(layout.bounds()),
        ) {
            (Some(child), Some(inside), Some(point)) => {
                let moved = Vector::new(0.0, state.offset);
                let within = mouse::Cursor::Available(Point::new(point.x, point.y) + moved);
                self.content
                    .as_widget()
                    .mouse_interaction(child, inside, within, &(*viewport + moved), renderer)
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
        let offset = tree.state.downcast_ref::<State>().offset;
        let (child, inside) = (tree.children.first_mut()?, layout.children().next()?);
        let moved = translation - Vector::new(0.0, offset);
        self.content
            .as_widget_mut()
            .overlay(child, inside, renderer, viewport, moved)
    }
}

impl<Message: Clone> Scroll<'_, Message> {
    /// Wheel, bar and keys, where nothing inside has taken the event.
    fn react(
        &self,
        state: &mut State,
        event: &Event,
        (track, thumb): (Rectangle, Rectangle),
        bounds: Rectangle,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, Message>,
    ) {
        let over = cursor.position_over(bounds);
        let on_bar = state.furthest() > 0.0 && cursor.is_over(track);
        let captured = shell.is_event_captured();
        match event {
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if over.is_some() && !captured => {
                let by = match delta {
                    mouse::ScrollDelta::Lines { y, .. } => y * STEP,
                    mouse::ScrollDelta::Pixels { y, .. } => *y,
                };
                if state.go(state.offset - by) {
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                state.focused &= over.is_some() && !captured;
                if let (true, Some(point)) = (on_bar, cursor.position()) {
                    state.grabbed = Some(if thumb.contains(point) {
                        point.y - thumb.y
                    } else {
                        thumb.height / 2.0
                    });
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => state.grabbed = None,
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(key), ..
            }) if !captured => {
                let reaches = state.focused || (over.is_some() && matches!(key, Named::PageUp | Named::PageDown));
                if reaches && let Some(to) = Self::key(state, *key) {
                    state.go(to);
                    shell.capture_event();
                }
            }
            _ => {}
        }
        if let (Some(grabbed), Some(point)) = (state.grabbed, cursor.position()) {
            let room = track.height - thumb.height;
            if room > 0.0 {
                let furthest = state.furthest();
                state.go((point.y - grabbed - track.y) / room * furthest);
            }
        }
        if state.offset >= state.furthest() - 1.0 && !state.end_sent && state.shown > 0.0 {
            state.end_sent = true;
            if let Some(message) = self.on_end.clone() {
                shell.publish(message);
            }
        }
    }
}

impl<Message> Scroll<'_, Message> {
    fn draw_bar(&self, state: &State, renderer: &mut Renderer, bounds: Rectangle, clip: Rectangle) {
        let colours = self.look.palette;
        let (track, thumb) = self.bar(state, bounds);
        // No larger than what it shows: each layer that a change touches has the painter prepare a mask.
        let bar = if state.focused {
            Some(clip)
        } else {
            track.intersection(&clip)
        };
        let Some(bar) = bar else { return };
        renderer.with_layer(bar, |renderer| {
            draw_box(renderer, track, BAR / 2.0, Paint::fill(colours.off));
            draw_box(renderer, thumb, BAR / 2.0, Paint::fill(colours.line_strong));
            if state.focused {
                draw_ring(renderer, bounds, 8.0, RingPlace::Inside, colours.focus);
            }
        });
    }
}
