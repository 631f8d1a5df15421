//! Where the letters stand.

use ab_glyph::point;
use rand::{Rng, RngExt};

use super::design::Design;
use super::face::{Faces, SMALL_FORMS};
use super::shape::{Shape, join};
use super::{HEIGHT, MARGIN, WIDTH};
use crate::domain::captcha::Label;

/// Height of the bands in which two letters are brought together, in pixels.
const BAND: f32 = 4.0;
/// Bands above and below the origin together: more than a letter is tall.
const BANDS: usize = 128;

/// The label's letters, turned, slanted, staggered, pushed together, bent and fitted into the frame.
pub fn letters(faces: &Faces, label: &Label, design: &Design, random: &mut impl Rng) -> Vec<Shape> {
    let mut letters: Vec<Shape> = Vec::new();
    let mut up = random.random_bool(0.5);
    let mut face = random.random_range(0..faces.count().max(1));
    for character in label.characters().chars() {
        face = if design.several_faces {
            another(face, faces.count(), random)
        } else {
            0
        };
        let form = if design.several_faces {
            form(character, random)
        } else {
            character
        };
        let Some(outline) = faces.outline(face, form).or_else(|| faces.outline(face, character)) else {
            continue;
        };
        let mut letter = posed(outline, design, random);
        let stagger = between(design.stagger, random) * if up { -1.0 } else { 1.0 };
        up = !up;
        letter.map(|at| point(at.x, at.y + stagger));
        if let Some(last) = letters.last() {
            let shift = beside(last, &letter) - between(design.overlap, random);
            letter.map(|at| point(at.x + shift, at.y));
        }
        letters.push(letter);
    }
    bend(&mut letters, design, random);
    fit(&mut letters);
    letters
}

/// A number in the range, its ends included.
pub fn between((least, most): (f32, f32), random: &mut impl Rng) -> f32 {
    least + (most - least) * random.random::<f32>()
}

/// The number of a face other than the last one.
fn another(last: usize, count: usize, random: &mut impl Rng) -> usize {
    match count {
        0 | 1 => 0,
        _ => (last + random.random_range(1..count)) % count,
    }
}

/// The capital or, where it is as plain, the small form.
fn form(character: char, random: &mut impl Rng) -> char {
    let small = character.to_ascii_lowercase();
    let has_small_form = u8::try_from(small).is_ok_and(|byte| SMALL_FORMS.contains(&byte));
    if has_small_form && random.random_bool(0.4) {
        small
    } else {
        character
    }
}

/// The letter at its size, turned and slanted.
fn posed(outline: &Shape, design: &Design, random: &mut impl Rng) -> Shape {
    let height = between(design.height, random);
    let slant = between((-design.slant, design.slant), random);
    let (sine, cosine) = between((-design.turn, design.turn), random).to_radians().sin_cos();
    let mut letter = outline.clone();
    letter.map(|at| {
        let (x, y) = ((at.x - slant * at.y) * height, at.y * height);
        point(x * cosine - y * sine, x * sine + y * cosine)
    });
    letter
}

/// How far right `letter` must go for its ink to touch the ink of `last` in one band and no other.
fn beside(last: &Shape, letter: &Shape) -> f32 {
    let right = edge(last, f32::NEG_INFINITY, f32::max);
    let left = edge(letter, f32::INFINITY, f32::min);
    let touching = right
        .iter()
        .zip(left)
        .map(|(right, left)| right - left)
        .fold(f32::NEG_INFINITY, f32::max);
    // Letters that share few bands would slide over each other: a third of their width stays apart.
    let ((last_low, last_high), (low, high)) = (last.bounds(), letter.bounds());
    let least = last_low.x + (last_high.x - last_low.x) * 0.66 - low.x - (high.x - low.x) * 0.1;
    touching.max(least)
}

/// The outermost x of a letter in each band.
fn edge(letter: &Shape, none: f32, outer: fn(f32, f32) -> f32) -> [f32; BANDS] {
    let mut edge = [none; BANDS];
    for at in letter.points() {
        let band = (at.y / BAND + BANDS as f32 / 2.0) as usize;
        if let Some(known) = edge.get_mut(band) {
            *known = outer(*known, at.x);
        }
    }
    edge
}

/// Bends all letters by slow waves.
fn bend(letters: &mut [Shape], design: &Design, random: &mut impl Rng) {
    let mut wave = |reach: f32, length: (f32, f32)| {
        let (length, phase) = (between(length, random), between((0.0, std::f32::consts::TAU), random));
        move |along: f32| reach * (along * std::f32::consts::TAU / length + phase).sin()
    };
    let sideways = wave(design.warp.0, (110.0, 190.0));
    let upward = wave(design.warp.1, (190.0, 330.0));
    let upward_too = wave(design.warp.1 * 0.25, (80.0, 130.0));
    for letter in letters {
        letter.map(|at| point(at.x + sideways(at.y), at.y + upward(at.x) + upward_too(at.x)));
    }
}

/// Moves the letters to the middle of the picture and stretches them to what its margins leave, within limits.
fn fit(letters: &mut [Shape]) {
    let Some((low, high)) = letters.iter().map(Shape::bounds).reduce(join) else {
        return;
    };
    let (width, height) = (WIDTH as f32, HEIGHT as f32);
    let across = (width - 2.0 * MARGIN) / (high.x - low.x).max(1.0);
    let down = (height - 2.0 * MARGIN) / (high.y - low.y).max(1.0);
    let (across, down) = (across.min(1.2).min(down * 1.15), down.min(1.12).min(across * 1.25));
    let middle = point((low.x + high.x) / 2.0, (low.y + high.y) / 2.0);
    for letter in letters {
        letter.map(|at| {
            point(
                width / 2.0 + (at.x - middle.x) * across,
                height / 2.0 + (at.y - middle.y) * down,
            )
        });
    }
}
