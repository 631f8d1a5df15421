//! The box of a picker as the toolkit sees it.

use std::time::Instant;

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::list::List;
use super::{Chooser, State, found};
use crate::ui::access::{Node, report};
use crate::ui::kit::control::{Paint, RingPlace, draw_box, draw_ring};
use crate::ui::kit::icon::{self, Icon};
use crate::ui::theme::ring;

impl<Message> Chooser<'_, Message> {
    fn side(&self) -> f32 {
        self.look.pick(14.0, 20.0)
    }

    fn chevron(&self) -> f32 {
        self.look.px(self.look.pick(20.0, 28.0))
    }

    fn paint(&self, state: &State) -> Paint {
        let (look, colours) = (self.look, self.look.palette);
        match state {
            _ if self.on_choose.is_none() => Paint::bordered(
                colours.off,
                if look.is_high_contrast() {
                    colours.text_off
                } else {
                    colours.line
                },
                look.border(),
            ),
            _ if self.error => Paint::bordered(colours.surface, colours.error, 2.0),
            state if state.focused => Paint::bordered(colours.surface, colours.focus, ring::WIDTH),
            state if state.hovered && look.is_high_contrast() => {
                Paint::bordered(colours.accent_soft, colours.text, look.border())
            }
            state if state.hovered => Paint::bordered(colours.sunken, colours.text_2, look.border()),
            _ => Paint::bordered(colours.surface, colours.line_strong, look.border()),
        }
    }

    /// Keys while the list is closed.
    fn key(&self, state: &mut State, key: &Key, text: Option<&str>) -> bool {
        let at = self.chosen.unwrap_or(0);
        match key {
            Key::Named(Named::Enter | Named::Space | Named::ArrowDown | Named::ArrowUp | Named::Home | Named::End) => {
                let at = match key {
                    Key::Named(Named::Home) => 0,
                    Key::Named(Named::End) => self.entries.len().saturating_sub(1),
                    _ => at,
                };
                state.open_at(at);
                true
            }
            Key::Character(_) => {
                let Some(letters) = text.filter(|text| text.chars().all(char::is_alphanumeric)) else {
                    return false;
                };
                let letters = state.typed(letters, Instant::now()).to_owned();
                state.open_at(found(&self.entries, at, &letters).unwrap_or(at));
                true
            }
            _ => false,
        }
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Chooser<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.cells.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.cells);
        let state = tree.state.downcast_mut::<State>();
        if self.on_choose.is_none() || self.entries.is_empty() {
            *state = State::default();
        }
        let last = self.entries.len().saturating_sub(1);
        if let Some(open) = &mut state.open {
            open.at = open.at.min(last);
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let width = limits.max().width;
        let (side, chevron) = (self.side(), self.chevron());
        let inner = (width - side * 2.0 - chevron - 8.0).max(0.0);
        let (Some(child), Some(shown)) = (tree.children.first_mut(), self.cells.first_mut()) else {
            return layout::Node::new(Size::ZERO);
        };
        let inner = layout::Limits::new(Size::ZERO, Size::new(inner, f32::INFINITY));
        let words = shown.as_widget_mut().layout(child, renderer, &inner);
        let height = (words.size().height + 12.0).max(self.look.control());
        let place = Point::new(side, ((height - words.size().height) / 2.0).round());
        layout::Node::with_children(Size::new(width, height), vec![words.move_to(place)])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let state = tree.state.downcast_mut::<State>();
        let mut node = Node {
            bounds: layout.bounds(),
            focused: state.focused,
            disabled: self.on_choose.is_none(),
            toggled: Some(state.open.is_some()),
            ..self.node.clone()
        };
        if self.on_choose.is_some() {
            operation.focusable(node.id.as_ref(), layout.bounds(), state);
        }
        let parts = (
            tree.children.first_mut(),
            self.cells.first_mut(),
            layout.children().next(),
        );
        let (Some(child), Some(shown), Some(inside)) = parts else {
            return;
        };
        report(operation, &mut node, &mut |operation| {
            shown.as_widget_mut().operate(child, inside, renderer, operation);
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let before = (state.focused, state.hovered, state.open);
        state.hovered = cursor.is_over(layout.bounds());
        let usable = self.on_choose.is_some() && !self.entries.is_empty();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let here = state.hovered && usable && !shell.is_event_captured();
                state.focused = here;
                if here {
                    match state.open {
                        Some(_) => state.open = None,
                        None => state.open_at(self.chosen.unwrap_or(0)),
                    }
                    shell.capture_event();
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key, modifiers, text, ..
            }) if state.focused && usable && state.open.is_none() && !shell.is_event_captured() => {
                let plain = !modifiers.command() && !modifiers.alt() && !modifiers.logo();
                if plain && self.key(state, key, text.as_deref()) {
                    shell.capture_event();
                }
            }
            _ => {}
        }
        if before != (state.focused, state.hovered, state.open) {
            shell.request_redraw();
            shell.invalidate_layout();
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
        let (look, colours) = (self.look, self.look.palette);
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        draw_box(renderer, bounds, look.control_radius(), self.paint(state));
        if self.error && state.focused {
            let inner = bounds.shrink(1.0);
            draw_ring(
                renderer,
                inner,
                look.control_radius(),
                RingPlace::Outside,
                colours.focus,
            );
        }
        let parts = (tree.children.first(), self.cells.first(), layout.children().next());
        if let (Some(child), Some(shown), Some(inside)) = parts {
            let shown = shown.as_widget();
            shown.draw(child, renderer, theme, style, inside, cursor, viewport);
        }
        let size = self.chevron();
        let x = if look.direction.is_right_to_left() {
            bounds.x + self.side()
        } else {
            bounds.x + bounds.width - self.side() - size
        };
        let y = bounds.y + ((bounds.height - size) / 2.0).round();
        let place = Rectangle::new(Point::new(x, y), Size::new(size, size));
        let ink = if self.on_choose.is_some() {
            colours.text_2
        } else {
            colours.text_off
        };
        icon::draw(renderer, look, Icon::ChevronDown, ink, place, viewport);
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        match (cursor.is_over(layout.bounds()), self.on_choose.is_some()) {
            (false, _) => mouse::Interaction::None,
            (true, true) => mouse::Interaction::Pointer,
            (true, false) => mouse::Interaction::Idle,
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_mut::<State>();
        state.open?;
        let anchor = layout.bounds() + translation;
        Some(overlay::Element::new(Box::new(List {
            look: self.look,
            name: &self.node.name,
            entries: &self.entries,
            chosen: self.chosen,
            rows: self.cells.get_mut(1..).unwrap_or_default(),
            trees: tree.children.get_mut(1..).unwrap_or_default(),
            state,
            on_choose: self.on_choose.as_deref(),
            anchor,
        })))
    }
}
