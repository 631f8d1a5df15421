//! Fills outlines with ink.

use ab_glyph::{Point, point};
use ab_glyph_rasterizer::Rasterizer;

use super::shape::{Shape, pieces};
use super::{HEIGHT, INK, PAPER, WIDTH};
use crate::domain::captcha::Picture;

/// The shapes in ink on paper; where `knock_out`, ink over ink is paper.
pub fn picture(shapes: &[Shape], knock_out: bool) -> Picture {
    let mut cover = vec![0.0_f32; WIDTH as usize * HEIGHT as usize];
    let mut rasterizer = Rasterizer::new(0, 0);
    for shape in shapes {
        fill(shape, &mut rasterizer, |at, new| {
            let Some(known) = cover.get_mut(at) else { return };
            *known = if knock_out {
                *known + new - 2.0 * *known * new
            } else {
                known.max(new)
            };
        });
    }
    let mut rgba = vec![u8::MAX; cover.len() * 4];
    for (pixel, cover) in rgba.chunks_exact_mut(4).zip(cover) {
        let grey = grey(cover);
        pixel.copy_from_slice(&[grey, grey, grey, u8::MAX]);
    }
    Picture {
        width: WIDTH,
        height: HEIGHT,
        rgba,
    }
}

/// Tells for every pixel in the box around a shape where it lies in the picture and how much of it is covered.
fn fill(shape: &Shape, rasterizer: &mut Rasterizer, mut covered: impl FnMut(usize, f32)) {
    let (low, high) = shape.bounds();
    let corner = point(low.x.floor().max(0.0), low.y.floor().max(0.0));
    let (wide, tall) = (
        (high.x - corner.x).ceil().max(0.0) as usize,
        (high.y - corner.y).ceil().max(0.0) as usize,
    );
    rasterizer.reset(wide + 1, tall + 1);
    let moved = |at: Point| point(at.x - corner.x, at.y - corner.y);
    for (from, to) in shape.contours.iter().flat_map(|contour| pieces(contour)) {
        rasterizer.draw_line(moved(from), moved(to));
    }
    let (left, top) = (corner.x as usize, corner.y as usize);
    // Pixels come row by row; counting along spares a division for each.
    let (mut x, mut row) = (left, top * WIDTH as usize);
    rasterizer.for_each_pixel(|_, cover| {
        if cover > 0.0 && x < WIDTH as usize {
            covered(row + x, cover.min(1.0));
        }
        x += 1;
        if x > left + wide {
            (x, row) = (left, row + WIDTH as usize);
        }
    });
}

/// The grey of a pixel of which that part, from 0 to 1, is covered with ink.
fn grey(cover: f32) -> u8 {
    (f32::from(PAPER) - cover * f32::from(PAPER - INK) + 0.5) as u8
}
