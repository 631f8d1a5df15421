//! The ring that turns while something is at work; a still hourglass where motion is reduced.

use std::time::{Duration, Instant};

use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, graphics::geometry, layout, mouse, renderer};
use iced::widget::canvas::{self, Stroke, path};
use iced::{Color, Element, Event, Length, Point, Radians, Rectangle, Renderer, Size, Theme, Vector, window};

use super::icon::{self, Icon};
use crate::ui::theme::Look;

/// One turn.
const TURN: Duration = Duration::from_millis(800);
/// Between two pictures: smooth enough for a ring of 20 px, and cheap.
const TICK: Duration = Duration::from_millis(66);

/// A turning ring. See [`spinner`].
pub struct Spinner {
    look: Look,
    size: f32,
    color: Color,
}

/// A ring of `size` px that turns once in 800 ms.
pub fn spinner(look: Look, size: f32) -> Spinner {
    Spinner {
        look,
        size: look.px(size),
        color: look.palette.accent,
    }
}

impl Spinner {
    /// In this colour of the palette.
    pub fn color(mut self, color: Color) -> Self {
        self.color = color;
        self
    }
}

#[derive(Default)]
struct State {
    started: Option<Instant>,
    angle: f32,
}

impl<Message> Widget<Message, Theme, Renderer> for Spinner {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.size), Length::Fixed(self.size))
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.size, self.size)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        _layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        if let Event::Window(window::Event::RedrawRequested(now)) = event
            && !self.look.reduced_motion
        {
            let state = tree.state.downcast_mut::<State>();
            let started = *state.started.get_or_insert(*now);
            let turned = now.duration_since(started).as_secs_f32() / TURN.as_secs_f32();
            state.angle = turned.fract() * std::f32::consts::TAU;
            shell.request_redraw_at(*now + TICK);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        use geometry::Renderer as _;

        let bounds = layout.bounds();
        if self.look.reduced_motion {
            return icon::draw(renderer, self.look, Icon::Hourglass, self.color, bounds, viewport);
        }
        let angle = tree.state.downcast_ref::<State>().angle;
        let mut frame = canvas::Frame::new(renderer, bounds.size());
        let middle = Point::new(bounds.width / 2.0, bounds.height / 2.0);
        let ring = canvas::Path::new(|builder| {
            builder.arc(path::Arc {
                center: middle,
                radius: self.size / 2.0 - 2.0,
                start_angle: Radians(angle),
                end_angle: Radians(angle + std::f32::consts::TAU * 0.75),
            });
        });
        frame.stroke(&ring, Stroke::default().with_color(self.color).with_width(2.0));
        renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
            renderer.draw_geometry(frame.into_geometry());
        });
    }
}

impl<'a, Message> From<Spinner> for Element<'a, Message> {
    fn from(spinner: Spinner) -> Self {
        Element::new(spinner)
    }
}
