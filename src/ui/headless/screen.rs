//! What a user, or assistive technology, finds on the screen.

#[cfg(not(feature = "gpu"))]
use iced::Rectangle;
use iced::advanced::renderer::Headless as _;
use iced::advanced::widget::operation::{Operation, Outcome, black_box};
use iced::{Point, Size};

use super::{Host, Program, Stalled};
use crate::ui::access::{self, Node, Role};
use crate::ui::kit::measure::{self, Overflow};

/// What a change at some place has the software painter do.
#[cfg(not(feature = "gpu"))]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repaint {
    /// How many layers it goes through; for each it prepares a mask of the window's size.
    pub layers: usize,
    /// How many px of quads it goes over: all of each quad that the change touches, be it as large as the window.
    pub pixels: f32,
}

/// A picture of the window at scale 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shot {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row by row.
    pub pixels: Vec<u8>,
}

impl<P: Program> Host<P> {
    fn gather<T: Send + 'static>(&mut self, mut operation: impl Operation<T>) -> Option<T> {
        self.operate(&mut black_box(&mut operation));
        match operation.finish() {
            Outcome::Some(found) => Some(found),
            Outcome::None | Outcome::Chain(_) => None,
        }
    }

    /// Everything on the screen as assistive technology is told of it, in reading order.
    pub fn nodes(&mut self) -> Vec<Node> {
        self.gather(access::collect()).unwrap_or_default()
    }

    /// Everything that does not fit.
    pub fn overflow(&mut self) -> Vec<Overflow> {
        let size = self.size();
        self.gather(measure::overflow(size)).unwrap_or_default()
    }

    /// The thing with this role and name.
    pub fn find(&mut self, role: Role, name: &str) -> Option<Node> {
        self.nodes()
            .into_iter()
            .find(|node| node.role == role && node.name == name)
    }

    /// What has the keyboard.
    pub fn focused(&mut self) -> Option<Node> {
        self.nodes().into_iter().find(|node| node.focused)
    }

    /// Whether some words stand on the screen, alone or inside others.
    pub fn shows(&mut self, words: &str) -> bool {
        let words = words.trim();
        self.nodes().iter().any(|node| {
            node.name.contains(words)
                || node.value.as_ref().is_some_and(|value| value.contains(words))
                || node
                    .description
                    .as_ref()
                    .is_some_and(|description| description.contains(words))
        })
    }

    /// Clicks the thing with this role and name, if it is there and can be used.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn click_on(&mut self, role: Role, name: &str) -> Result<bool, Stalled> {
        match self.find(role, name).filter(|node| !node.disabled) {
            Some(node) => {
                self.click(Point::new(node.bounds.center_x(), node.bounds.center_y()))?;
                self.point_away()?;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// The words that the window paints, text by text.
    #[cfg(not(feature = "gpu"))]
    pub fn painted_words(&mut self) -> Vec<String> {
        use iced::advanced::graphics::Text;
        self.draw();
        let texts = self.renderer.layers().iter().flat_map(|layer| &layer.text);
        let words = texts.flat_map(|item| item.as_slice()).filter_map(|text| match text {
            Text::Paragraph { paragraph, .. } => {
                let paragraph = paragraph.upgrade()?;
                let lines = paragraph.buffer().lines.iter().map(|line| line.text());
                Some(lines.collect::<Vec<_>>().join("\n"))
            }
            Text::Editor { editor, .. } => {
                let editor = editor.upgrade()?;
                let lines = editor.buffer().lines.iter().map(|line| line.text());
                Some(lines.collect::<Vec<_>>().join("\n"))
            }
            Text::Cached { content, .. } => Some(content.clone()),
            Text::Raw { raw, .. } => {
                let buffer = raw.buffer.upgrade()?;
                let lines = buffer.lines.iter().map(|line| line.text());
                Some(lines.collect::<Vec<_>>().join("\n"))
            }
        });
        words.collect()
    }

    /// What a change at `place` would have the software painter do.
    #[cfg(not(feature = "gpu"))]
    pub fn repaint(&mut self, place: Rectangle) -> Repaint {
        self.draw();
        let layers = self.renderer.layers().iter();
        let touched = layers.filter(|layer| layer.bounds.intersects(&place));
        touched.fold(Repaint { layers: 0, pixels: 0.0 }, |sum, layer| {
            let bounds = layer.quads.iter().map(|(quad, _)| quad.bounds);
            Repaint {
                layers: sum.layers + 1,
                pixels: bounds
                    .filter(|quad| quad.intersects(&place))
                    .fold(sum.pixels, |pixels, quad| pixels + quad.area()),
            }
        })
    }

    /// A picture of the window at scale 1.
    pub fn shot(&mut self) -> Shot {
        self.draw();
        let Size { width, height } = self.size();
        // Whole pixels: a window has no others.
        let size = Size::new(width.round().max(1.0) as u32, height.round().max(1.0) as u32);
        let background = self.program().theme_in(self.front()).palette().background;
        let pixels = self.renderer.screenshot(size, 1.0, background);
        Shot {
            width: size.width,
            height: size.height,
            pixels,
        }
    }
}
