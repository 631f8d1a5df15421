//! Arcs across the letters.

use std::f32::consts::{PI, TAU};

use ab_glyph::{OutlineCurve, Point, point};
use rand::{Rng, RngExt};

use super::design::Design;
use super::face::on;
use super::layout::between;
use super::shape::{Shape, join};

/// Straight pieces along an arc, and around each of its ends.
const PIECES: u32 = 40;
const END_PIECES: u32 = 8;

/// The design's arcs, inside the box around the letters. They share its width among them and swing from top to
/// bottom and back in turns, so that they cross the letters steeply and every letter is crossed.
pub fn across(letters: &[Shape], design: &Design, random: &mut impl Rng) -> Vec<Shape> {
    let Some(space) = letters.iter().map(Shape::bounds).reduce(join) else {
        return Vec::new();
    };
    let mut down = random.random_bool(0.5);
    let share = 1.0 / design.arcs.max(1) as f32;
    (0..design.arcs)
        .map(|number| {
            down = !down;
            let from = share * (number as f32 - between(design.arc_reach, random));
            let to = share * (number as f32 + 1.0 + between(design.arc_reach, random));
            arc(
                space,
                (from.max(0.0), to.min(1.0)),
                down,
                between(design.arc_width, random),
                random,
            )
        })
        .collect()
}

/// An arc between two shares of the width.
fn arc(space: (Point, Point), (from, to): (f32, f32), down: bool, width: f32, random: &mut impl Rng) -> Shape {
    let half = width / 2.0;
    let (low, high) = space;
    let (wide, tall) = ((high.x - low.x - width).max(0.0), (high.y - low.y - width).max(0.0));
    // The four points that govern a cubic curve: it never leaves the box around them.
    let mut govern = |along: f32, heights: (f32, f32)| {
        let height = between(heights, random);
        let height = if down { height } else { 1.0 - height };
        point(
            low.x + half + wide * (from + (to - from) * along),
            low.y + half + tall * height,
        )
    };
    let curve = OutlineCurve::Cubic(
        govern(0.0, (0.0, 0.3)),
        govern(0.33, (0.5, 1.0)),
        govern(0.67, (0.0, 0.5)),
        govern(1.0, (0.7, 1.0)),
    );
    stroke(|t| on(&curve, t), half)
}

/// The outline of a stroke of that half width along a line, with round ends.
fn stroke(line: impl Fn(f32) -> Point, half: f32) -> Shape {
    let heading = |t: f32| {
        let (before, after) = (line((t - 0.01).max(0.0)), line((t + 0.01).min(1.0)));
        (after.y - before.y).atan2(after.x - before.x)
    };
    let beside = |t: f32, angle: f32| {
        let (sine, cosine) = angle.sin_cos();
        let at = line(t);
        point(at.x + half * cosine, at.y + half * sine)
    };
    let along = (0..=PIECES).map(|piece| piece as f32 / PIECES as f32);
    let around = (1..END_PIECES).map(|piece| PI * piece as f32 / END_PIECES as f32);
    let quarter = TAU / 4.0;
    let mut contour: Vec<Point> = along.clone().map(|t| beside(t, heading(t) - quarter)).collect();
    contour.extend(around.clone().map(|turn| beside(1.0, heading(1.0) - quarter + turn)));
    contour.extend(along.rev().map(|t| beside(t, heading(t) + quarter)));
    contour.extend(around.map(|turn| beside(0.0, heading(0.0) + quarter + turn)));
    Shape {
        contours: vec![contour],
    }
}
