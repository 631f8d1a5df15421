//! Closed outlines, and what is done to them before they are filled.

use ab_glyph::{Point, point};

/// Closed contours of straight pieces; what they wind around is ink. The y axis points down.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Each ends where it began, without its first point repeated.
    pub contours: Vec<Vec<Point>>,
}

impl Shape {
    /// Moves every point.
    pub fn map(&mut self, mut moved: impl FnMut(Point) -> Point) {
        for at in self.contours.iter_mut().flatten() {
            *at = moved(*at);
        }
    }

    /// All points.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.contours.iter().flatten().copied()
    }

    /// The corners of the box around all points, left top and right bottom; both zero without points.
    pub fn bounds(&self) -> (Point, Point) {
        self.points().map(|at| (at, at)).reduce(join).unwrap_or_default()
    }
}

/// The box around two boxes.
pub fn join(one: (Point, Point), other: (Point, Point)) -> (Point, Point) {
    (
        point(one.0.x.min(other.0.x), one.0.y.min(other.0.y)),
        point(one.1.x.max(other.1.x), one.1.y.max(other.1.y)),
    )
}

/// The straight pieces of a closed contour.
pub fn pieces(contour: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    contour.iter().copied().zip(contour.iter().copied().cycle().skip(1))
}
