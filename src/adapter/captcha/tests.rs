#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use super::*;
use crate::domain::captcha::ALPHABET;

fn painter() -> CaptchaPainter {
    CaptchaPainter::new().unwrap()
}

fn label() -> Label {
    Label::new("KAMESR")
}

/// The grey values, row by row; an image is opaque and without colour.
fn greys(picture: &Picture) -> Vec<u8> {
    assert_eq!((picture.width, picture.height), (WIDTH, HEIGHT));
    assert_eq!(picture.rgba.len(), WIDTH as usize * HEIGHT as usize * 4);
    let grey = |pixel: &[u8]| {
        assert!(
            pixel[0] == pixel[1] && pixel[1] == pixel[2] && pixel[3] == u8::MAX,
            "{pixel:?}"
        );
        pixel[0]
    };
    picture.rgba.chunks_exact(4).map(grey).collect()
}

#[test]
fn the_same_seed_and_label_paint_the_same_picture() {
    for print in [Print::Normal, Print::Large] {
        assert_eq!(painter().paint(&label(), print, 7), painter().paint(&label(), print, 7));
    }
}

#[test]
fn another_seed_label_or_print_paints_another_picture() {
    let painter = painter();
    let pictures: BTreeSet<_> = (0..50)
        .map(|seed| painter.paint(&label(), Print::Normal, seed).rgba)
        .collect();
    assert_eq!(pictures.len(), 50);
    let one = painter.paint(&label(), Print::Normal, 1);
    assert_ne!(one, painter.paint(&Label::new("KAMEST"), Print::Normal, 1));
    assert_ne!(one, painter.paint(&label(), Print::Large, 1));
}

#[test]
fn ink_is_dark_on_white_paper_and_nothing_is_cut_off() {
    let painter = painter();
    let margin = MARGIN as usize - 1;
    let (wide, tall) = (WIDTH as usize, HEIGHT as usize);
    for (name, design) in Design::ALL {
        let painter = CaptchaPainter {
            normal: design,
            ..CaptchaPainter::new().unwrap()
        };
        let seeds = match name {
            "normal" | "large" => 60,
            _ => 8,
        };
        for seed in 0..seeds {
            // The widest letters, the narrowest, and more of them than the policy allows.
            let text = ["WMWMWM", "TTTTT", "MWMWMWMW", "KAESRD"][seed as usize % 4];
            let greys = greys(&painter.paint(&Label::new(text), Print::Normal, seed));
            for (at, grey) in greys.iter().enumerate() {
                let (x, y) = (at % wide, at / wide);
                let inside = (margin..wide - margin).contains(&x) && (margin..tall - margin).contains(&y);
                assert!(inside || *grey == PAPER, "{name}, seed {seed}: ink at {x}, {y}");
            }
            let inked = greys.iter().filter(|grey| **grey == INK).count();
            assert!(inked > wide * tall / 30, "{name}, seed {seed}: {inked} pixels of ink");
        }
    }
    assert!(
        greys(&painter.paint(&Label::new(""), Print::Normal, 1))
            .iter()
            .all(|grey| *grey == PAPER)
    );
}

#[test]
fn every_character_has_an_outline_with_ink_in_every_face() {
    let faces = Faces::embedded().unwrap();
    assert!(faces.count() >= 3);
    for face in 0..faces.count() {
        for byte in ALPHABET.iter().chain(face::SMALL_FORMS) {
            let mut outline = faces.outline(face, char::from(*byte)).unwrap().clone();
            let (low, high) = outline.bounds();
            assert!(
                (high.y - low.y - 1.0).abs() < 1e-3 && (0.3..2.0).contains(&(high.x - low.x)),
                "{byte}"
            );
            outline.map(|at| ab_glyph::point(at.x * 100.0 + 200.0, at.y * 100.0 + 80.0));
            let greys = greys(&raster::picture(&[outline], true));
            let inked = greys.iter().filter(|grey| **grey == INK).count();
            assert!(
                (2_000..9_000).contains(&inked),
                "{byte} in face {face}: {inked} pixels of ink"
            );
        }
    }
}

#[test]
fn small_forms_are_of_letters_in_the_alphabet() {
    for small in face::SMALL_FORMS {
        assert!(small.is_ascii_lowercase() && ALPHABET.contains(&small.to_ascii_uppercase()));
    }
}

#[test]
fn a_character_outside_the_alphabet_is_left_out_without_a_fault() {
    let painter = painter();
    let picture = painter.paint(&Label::new("ل9?"), Print::Normal, 3);
    assert!(greys(&picture).iter().all(|grey| *grey == PAPER));
}

#[test]
fn ink_over_ink_is_paper_only_where_the_design_says_so() {
    let square = |from: f32| shape::Shape {
        contours: vec![vec![
            ab_glyph::point(from, from),
            ab_glyph::point(from + 40.0, from),
            ab_glyph::point(from + 40.0, from + 40.0),
            ab_glyph::point(from, from + 40.0),
        ]],
    };
    let both = [square(20.0), square(40.0)];
    let at = |picture: &Picture, x: usize, y: usize| greys(picture)[y * WIDTH as usize + x];
    let cut = raster::picture(&both, true);
    assert_eq!(
        [at(&cut, 30, 30), at(&cut, 50, 50), at(&cut, 70, 70)],
        [INK, PAPER, INK]
    );
    let solid = raster::picture(&both, false);
    assert_eq!(
        [at(&solid, 30, 30), at(&solid, 50, 50), at(&solid, 70, 70)],
        [INK, INK, INK]
    );
}

/// Large print has taller letters, and arcs thinner than their strokes.
#[test]
fn large_print_is_larger_and_plainer() {
    let (normal, large) = (Design::NORMAL, Design::LARGE);
    assert!(large.height.0 > normal.height.1 && large.overlap.1 < 0.0);
    assert!(large.arc_width.1 < normal.arc_width.0 && large.warp.0 < normal.warp.0 && large.turn < normal.turn);
}
