//! The captcha's painter: bold letters of several embedded faces, staggered, overlapping and warped, crossed by arcs
//! as thick as their strokes. Ink over ink is paper, so that whatever overlaps keeps its edges for people, while a
//! program finds strokes cut up. `docs/captcha.md` gives what each of that was measured to be worth.

mod arc;
pub mod design;
pub mod face;
mod layout;
pub mod png;
mod raster;
mod shape;
#[cfg(test)]
mod tests;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::domain::captcha::{Label, Picture, Print};
use crate::port::Painter;
use design::Design;
use face::{BrokenFace, Faces};

/// Width of a picture, in pixels.
pub const WIDTH: u32 = 600;
/// Height of a picture, in pixels.
pub const HEIGHT: u32 = 176;
/// Paper that is always left at each edge, in pixels.
pub const MARGIN: f32 = 6.0;
/// Grey value of the ink, `#161616`.
pub const INK: u8 = 0x16;
/// Grey value of the paper, `#FFFFFF`.
pub const PAPER: u8 = 0xFF;

/// Paints captcha images.
#[derive(Debug)]
pub struct CaptchaPainter {
    faces: Faces,
    normal: Design,
    large: Design,
}

impl CaptchaPainter {
    /// Reads the embedded faces.
    ///
    /// # Errors
    /// [`BrokenFace`] if one of them is no font or lacks a character of the alphabet.
    pub fn new() -> Result<Self, BrokenFace> {
        Self::of(Design::NORMAL)
    }

    /// The same with another design for [`Print::Normal`]; for measuring designs against each other.
    ///
    /// # Errors
    /// As [`CaptchaPainter::new`].
    pub fn of(normal: Design) -> Result<Self, BrokenFace> {
        Ok(Self {
            faces: Faces::embedded()?,
            normal,
            large: Design::LARGE,
        })
    }

    /// Paints `label`. The same label, print and seed always give the same picture.
    pub fn paint(&self, label: &Label, print: Print, seed: u64) -> Picture {
        let design = match print {
            Print::Normal => &self.normal,
            Print::Large => &self.large,
        };
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut shapes = layout::letters(&self.faces, label, design, &mut random);
        shapes.extend(arc::across(&shapes, design, &mut random));
        raster::picture(&shapes, design.knock_out)
    }
}

impl Painter for CaptchaPainter {
    fn paint(&self, label: &Label, print: Print, seed: u64) -> Picture {
        Self::paint(self, label, print, seed)
    }
}
