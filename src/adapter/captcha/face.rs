//! The embedded faces. Each is a subset of a free one; their licences lie beside them in `assets/fonts/captcha`.

use ab_glyph::{Font, FontRef, OutlineCurve, Point, point};

use super::shape::Shape;
use crate::domain::captcha::ALPHABET;

/// Bold faces of four families: sans serif, serif, slab and round.
const FILES: [(&str, &[u8]); 4] = [
    (
        "Fira Sans Bold",
        include_bytes!("../../../assets/fonts/captcha/FiraSans-Bold.ttf"),
    ),
    (
        "Vollkorn Bold",
        include_bytes!("../../../assets/fonts/captcha/Vollkorn-Bold.ttf"),
    ),
    (
        "Roboto Slab Bold",
        include_bytes!("../../../assets/fonts/captcha/RobotoSlab-Bold.ttf"),
    ),
    (
        "Baloo 2 Bold",
        include_bytes!("../../../assets/fonts/captcha/Baloo2-Bold.ttf"),
    ),
];

/// The letters whose small form is as plain as the capital, so that an image may show either.
pub const SMALL_FORMS: &[u8] = b"ae";

/// The longest straight piece of an outline, in heights of the letter: short enough to be bent.
const PIECE: f32 = 0.04;

/// An embedded face that cannot be used: the program was built wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrokenFace {
    /// The file is no font.
    #[error("the embedded face {0} is no font")]
    NotAFont(&'static str),
    /// It lacks a character of the alphabet.
    #[error("the embedded face {0} has no outline for {1}")]
    Lacks(&'static str, char),
}

/// The outlines of every character in every face, one high and around the origin.
#[derive(Debug)]
pub struct Faces {
    faces: Vec<Vec<(char, Shape)>>,
}

impl Faces {
    /// Reads the embedded files.
    ///
    /// # Errors
    /// [`BrokenFace`] if one is no font or lacks a character.
    pub fn embedded() -> Result<Self, BrokenFace> {
        let faces = FILES
            .iter()
            .map(|(name, bytes)| read(name, bytes))
            .collect::<Result<_, _>>()?;
        Ok(Self { faces })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.faces.len()
    }

    /// The outline of `character` in the face of that number, if it has one.
    pub fn outline(&self, face: usize, character: char) -> Option<&Shape> {
        self.faces
            .get(face)?
            .iter()
            .find(|(known, _)| *known == character)
            .map(|(_, shape)| shape)
    }
}

fn read(name: &'static str, bytes: &'static [u8]) -> Result<Vec<(char, Shape)>, BrokenFace> {
    let font = FontRef::try_from_slice(bytes).map_err(|_| BrokenFace::NotAFont(name))?;
    ALPHABET
        .iter()
        .chain(SMALL_FORMS)
        .map(|byte| {
            let character = char::from(*byte);
            let outline = font
                .outline(font.glyph_id(character))
                .ok_or(BrokenFace::Lacks(name, character))?;
            Ok((character, normalised(&outline.curves)))
        })
        .collect()
}

/// The outline one high, its middle at the origin, y down, in short straight pieces.
fn normalised(curves: &[OutlineCurve]) -> Shape {
    let mut shape = Shape {
        contours: contours(curves),
    };
    let (low, high) = shape.bounds();
    let middle = point((low.x + high.x) / 2.0, (low.y + high.y) / 2.0);
    let height = (high.y - low.y).max(f32::EPSILON);
    shape.map(|at| point((at.x - middle.x) / height, (middle.y - at.y) / height));
    for contour in &mut shape.contours {
        *contour = super::shape::pieces(contour)
            .flat_map(|(from, to)| straight(from, to))
            .collect();
    }
    shape
}

/// Joins the curves of a font's outline to closed contours; curves become eight straight pieces each.
fn contours(curves: &[OutlineCurve]) -> Vec<Vec<Point>> {
    let mut contours: Vec<Vec<Point>> = Vec::new();
    let mut end = None;
    for curve in curves {
        let (first, last) = match *curve {
            OutlineCurve::Line(a, b) => (a, b),
            OutlineCurve::Quad(a, _, b) | OutlineCurve::Cubic(a, _, _, b) => (a, b),
        };
        if end != Some(first) {
            contours.push(Vec::new());
        }
        end = Some(last);
        if let Some(contour) = contours.last_mut() {
            let steps = if matches!(curve, OutlineCurve::Line(..)) { 1 } else { 8 };
            contour.extend((0..steps).map(|step| on(curve, step as f32 / steps as f32)));
        }
    }
    contours
}

/// The point of a curve at `t` from 0 to 1.
pub(super) fn on(curve: &OutlineCurve, t: f32) -> Point {
    let between = |a: Point, b: Point| point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
    match *curve {
        OutlineCurve::Line(a, b) => between(a, b),
        OutlineCurve::Quad(a, b, c) => between(between(a, b), between(b, c)),
        OutlineCurve::Cubic(a, b, c, d) => {
            let middle = between(b, c);
            between(between(between(a, b), middle), between(middle, between(c, d)))
        }
    }
}

/// Points from `from` up to, without, `to`, none further than [`PIECE`] from the next.
fn straight(from: Point, to: Point) -> impl Iterator<Item = Point> {
    let length = (to.x - from.x).hypot(to.y - from.y);
    let steps = (length / PIECE).ceil().max(1.0);
    (0..steps as u32).map(move |step| {
        let t = step as f32 / steps;
        point(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t)
    })
}
