//! How a field's box is painted.

use iced::advanced::text::Paragraph as _;
use iced::advanced::text::Renderer as _;
use iced::advanced::{Renderer as _, renderer};
use iced::{Color, Point, Rectangle, Renderer, Size};

use super::{Entry, State};
use crate::ui::kit::control::{Paint, RingPlace, Status, draw_ring};
use crate::ui::kit::icon;
use crate::ui::kit::strips::{self, Surface};
use crate::ui::theme::ring;

impl<Message> Entry<'_, Message> {
    pub(super) fn paint(
        &self,
        state: &State,
        renderer: &mut Renderer,
        bounds: Rectangle,
        area: Rectangle,
        viewport: &Rectangle,
    ) {
        let colours = self.look.palette;
        let (status, focused) = (self.status_now(state), self.is_focused(state));
        let Paint {
            fill, border, width, ..
        } = self.frame(status, focused);
        let surface = Surface {
            fill,
            line: border,
            width,
            radius: self.look.control_radius(),
        };
        strips::line_box(renderer, bounds, surface);
        if status == Status::Error && focused {
            draw_ring(
                renderer,
                bounds.shrink(1.0),
                self.look.control_radius(),
                RingPlace::Outside,
                colours.focus,
            );
        }
        if let Some(which) = self.icon {
            let size = self.icon_size();
            let side = self.look.pick(14.0, 20.0);
            let rtl = self.look.direction.is_right_to_left();
            let x = if rtl {
                bounds.x + bounds.width - side - size
            } else {
                bounds.x + side
            };
            let place = Rectangle::new(
                Point::new(x, bounds.y + ((bounds.height - size) / 2.0).round()),
                Size::new(size, size),
            );
            let ink = if status == Status::Disabled {
                colours.text_off
            } else {
                colours.text_2
            };
            icon::draw(renderer, self.look, which, ink, place, viewport);
        }
        let clip = Rectangle {
            x: area.x - 1.0,
            width: area.width + 2.0,
            ..area
        };
        // A layer of its own: what comes and goes in the window's would have all that is painted after it painted anew.
        if clip.intersects(viewport) {
            renderer.with_layer(clip, |renderer| self.paint_text(state, renderer, area, status, focused));
        }
    }

    /// Fill and border: hover, focus, error and disabled differ in more than colour.
    fn frame(&self, status: Status, focused: bool) -> Paint {
        let colours = self.look.palette;
        let border = self.look.border();
        match (status, focused) {
            (Status::Error, _) => Paint::bordered(colours.surface, colours.error, 2.0),
            (Status::Disabled, _) if self.look.is_high_contrast() => {
                Paint::bordered(colours.off, colours.text_off, 2.0)
            }
            (Status::Disabled, _) => Paint::bordered(colours.off, colours.line, border),
            (_, true) => Paint::bordered(colours.surface, colours.focus, ring::WIDTH),
            (Status::Hover, false) if self.look.is_high_contrast() => {
                Paint::bordered(colours.accent_soft, colours.text_2, border)
            }
            (Status::Hover, false) => Paint::bordered(colours.surface, colours.text_2, border),
            _ => Paint::bordered(colours.surface, colours.line_strong, border),
        }
    }

    fn paint_text(&self, state: &State, renderer: &mut Renderer, area: Rectangle, status: Status, focused: bool) {
        let colours = self.look.palette;
        let origin = self.origin(state, area);
        let infinite = Rectangle::with_size(Size::INFINITE);
        if let Some((from, to)) = state.edit.selection().filter(|_| focused) {
            for (start, end) in state.line.stretches(from, to) {
                let bounds = Rectangle {
                    x: origin + start,
                    width: end - start,
                    ..area
                };
                renderer.fill_quad(
                    renderer::Quad {
                        bounds,
                        ..Default::default()
                    },
                    colours.accent_soft_2,
                );
            }
        }
        if state.line.count() == 0 {
            let size = state.hint.min_bounds();
            let rtl = self.look.direction.is_right_to_left();
            let x = if rtl { area.x + area.width - size.width } else { area.x };
            let y = area.y + ((area.height - size.height) / 2.0).round();
            let ink = if status == Status::Disabled {
                colours.text_off
            } else {
                colours.text_3
            };
            // A hint of no words is a mark alone, which costs the painter more than a word.
            if !state.hint_shown.is_empty() {
                renderer.fill_paragraph(&state.hint, Point::new(x.round(), y), ink, infinite);
            }
        } else {
            let ink = if status == Status::Disabled {
                colours.text_off
            } else {
                colours.text
            };
            renderer.fill_paragraph(&state.paragraph, Point::new(origin.round(), area.y), ink, infinite);
        }
        self.paint_composed(state, renderer, area, origin);
        let shows = self
            .shown
            .map_or_else(|| state.focus.is_some_and(|f| f.shows_caret()), |shown| shown.focused);
        if shows && state.edit.selection().is_none() {
            self.paint_caret(state, renderer, area, origin);
        }
    }

    /// A line under what an input method is composing.
    fn paint_composed(&self, state: &State, renderer: &mut Renderer, area: Rectangle, origin: f32) {
        let from = state.edit.caret.index;
        for (start, end) in state.line.stretches(from, from + state.preedit_graphemes()) {
            let bounds = Rectangle {
                x: origin + start,
                y: area.y + area.height - 2.0,
                width: end - start,
                height: 2.0,
            };
            renderer.fill_quad(
                renderer::Quad {
                    bounds,
                    ..Default::default()
                },
                self.look.palette.text_2,
            );
        }
    }

    /// The caret. Where directions meet it is split: above, the place of the letter before; below, of the letter after.
    fn paint_caret(&self, state: &State, renderer: &mut Renderer, area: Rectangle, origin: f32) {
        let caret = state.drawn_caret();
        let width = self.look.pick(2.0, 3.0);
        let mut stroke = |x: f32, y: f32, height: f32, ink: Color| {
            let x = (origin + x - width / 2.0)
                .round()
                .clamp(area.x - 1.0, area.x + area.width - width + 1.0);
            let bounds = Rectangle { x, y, width, height };
            renderer.fill_quad(
                renderer::Quad {
                    bounds,
                    ..Default::default()
                },
                ink,
            );
        };
        let ink = self.look.palette.text;
        match state.line.split_x(caret) {
            None => stroke(state.line.x(caret), area.y, area.height, ink),
            Some(other) => {
                let upper = (area.height * 0.6).round();
                stroke(state.line.x(caret), area.y, upper, ink);
                stroke(other, area.y + upper, area.height - upper, self.look.palette.text_2);
            }
        }
    }
}
