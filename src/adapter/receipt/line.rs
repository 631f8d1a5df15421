//! A paragraph as lines of placed glyphs, each of which means exactly one character.
//!
//! A PDF names glyphs, and a table says which text each stands for. A program that reads the text back takes the glyphs
//! of a line from left to right and turns Arabic around; many of them turn around the text of a single glyph as well, so
//! that «لا», which is one glyph, is read as «ال». Therefore no glyph stands for two letters here: where the face writes
//! several as one, the others are lent a glyph without width and without ink.

use std::ops::Range;

use cosmic_text::{
    Align, Attrs, Buffer, Family, FeatureTag, FontFeatures, LayoutGlyph, Metrics, Shaping, Wrap, fontdb,
};

use super::face::{FAMILY, Faces, Heft};

/// How a paragraph is set; sizes in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) heft: Heft,
}

/// A glyph that stands for one character.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// From the left edge of the paragraph, in points.
    pub(super) x: f32,
    pub(super) advance: f32,
    /// In ems.
    pub(super) offset: (f32, f32),
    pub(super) face: fontdb::ID,
    pub(super) glyph: u16,
    /// The bytes of the character in the line's text.
    pub(super) text: Range<usize>,
    /// Whether it has ink; one that is lent to a letter has none.
    pub(super) ink: bool,
    level: u8,
}

/// A line of a paragraph.
pub(super) struct Line {
    pub(super) text: String,
    /// The baseline, from the top of the paragraph.
    pub(super) baseline: f32,
    /// Its words with the spaces behind them, in the order in which they are read; glyphs from left to right.
    pub(super) words: Vec<Vec<Placed>>,
}

/// The lines of a paragraph that is `width` wide, and its height.
pub(super) fn lines(faces: &mut Faces, text: &str, style: Style, width: f32, right_to_left: bool) -> (Vec<Line>, f32) {
    let mut buffer = Buffer::new(&mut faces.system, Metrics::new(style.size, style.leading));
    buffer.set_wrap(&mut faces.system, Wrap::WordOrGlyph);
    buffer.set_size(&mut faces.system, Some(width), None);
    let mut features = FontFeatures::new();
    features.disable(FeatureTag::STANDARD_LIGATURES);
    features.disable(FeatureTag::DISCRETIONARY_LIGATURES);
    // A letter that is drawn in over its neighbour is read back as the beginning of another word.
    features.disable(FeatureTag::KERNING);
    let attributes = Attrs::new()
        .family(Family::Name(FAMILY))
        .weight(style.heft.weight())
        .font_features(features);
    let side = if right_to_left { Align::Right } else { Align::Left };
    buffer.set_text(&mut faces.system, text, &attributes, Shaping::Advanced, Some(side));
    buffer.shape_until_scroll(&mut faces.system, false);
    let mut found = Vec::new();
    let mut height = 0.0;
    for run in buffer.layout_runs() {
        height += run.line_height;
        let words = words(run.text, placed(faces, run.text, run.glyphs));
        found.push(Line {
            text: run.text.to_owned(),
            baseline: run.line_y,
            words,
        });
    }
    (found, height)
}

/// The glyphs of a line from left to right, without the marks of islands.
fn placed(faces: &Faces, text: &str, glyphs: &[LayoutGlyph]) -> Vec<Placed> {
    let mut sorted: Vec<&LayoutGlyph> = glyphs.iter().collect();
    // A mark without width belongs before the letter on whose left edge it stands.
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.w.total_cmp(&b.w)));
    let mut all: Vec<Placed> = Vec::new();
    for cluster in sorted.chunk_by(|a, b| a.start == b.start && a.level == b.level) {
        all.extend(one_by_one(faces, text, cluster));
    }
    all.retain(|glyph| !is_mark_of_island(&text[glyph.text.clone()]));
    let ends: Vec<f32> = all.iter().skip(1).map(|next| next.x).collect();
    for (glyph, end) in all.iter_mut().zip(ends) {
        glyph.advance = end - glyph.x;
    }
    all
}

fn is_mark_of_island(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\u{2066}'..='\u{2069}'))
}

/// The glyphs of a cluster, from left to right, with a character each.
fn one_by_one(faces: &Faces, text: &str, cluster: &[&LayoutGlyph]) -> Vec<Placed> {
    let Some(first) = cluster.first() else {
        return Vec::new();
    };
    let right_to_left = first.level.is_rtl();
    let mut logical: Vec<&LayoutGlyph> = cluster.to_vec();
    if right_to_left {
        logical.reverse();
    }
    let characters = characters(text, first.start..first.end);
    let mut placed: Vec<Placed> = Vec::new();
    for (place, (range, letter)) in characters.iter().enumerate() {
        let (glyph, lent) = match logical.get(place) {
            Some(glyph) => (*glyph, None),
            None => match (logical.last(), faces.spare(first.font_id, *letter)) {
                (Some(glyph), Some(spare)) => (*glyph, Some(spare)),
                _ => continue,
            },
        };
        let edge = if right_to_left { glyph.x } else { glyph.x + glyph.w };
        placed.push(Placed {
            x: if lent.is_some() { edge } else { glyph.x },
            advance: if lent.is_some() { 0.0 } else { glyph.w },
            offset: lent.map_or((glyph.x_offset, glyph.y_offset), |_| (0.0, 0.0)),
            face: glyph.font_id,
            glyph: lent.unwrap_or(glyph.glyph_id),
            text: range.clone(),
            ink: lent.is_none(),
            level: glyph.level.number(),
        });
    }
    // More glyphs than characters: the rest is drawn, and belongs to the last one.
    if let (Some(last), Some(rest)) = (placed.last().cloned(), logical.get(characters.len()..)) {
        placed.extend(rest.iter().map(|glyph| Placed {
            x: glyph.x,
            advance: glyph.w,
            offset: (glyph.x_offset, glyph.y_offset),
            glyph: glyph.glyph_id,
            ..last.clone()
        }));
    }
    if right_to_left {
        placed.reverse();
    }
    placed
}

fn characters(text: &str, range: Range<usize>) -> Vec<(Range<usize>, char)> {
    let start = range.start;
    let of = text.get(range).unwrap_or_default().char_indices();
    of.map(|(at, c)| (start + at..start + at + c.len_utf8(), c)).collect()
}

/// Cuts a line into words in the order in which they are read, each in pieces that stand together.
fn words(text: &str, glyphs: Vec<Placed>) -> Vec<Vec<Placed>> {
    let word_of = |glyph: &Placed| {
        let before = text.get(..glyph.text.start).unwrap_or_default();
        before.matches(' ').count()
    };
    let mut pieces: Vec<(usize, Vec<Placed>)> = Vec::new();
    for glyph in glyphs {
        let word = word_of(&glyph);
        match pieces.last_mut() {
            Some((same, piece))
                if *same == word
                    && piece
                        .last()
                        .is_some_and(|last| last.level == glyph.level && last.face == glyph.face) =>
            {
                piece.push(glyph);
            }
            _ => pieces.push((word, vec![glyph])),
        }
    }
    pieces.sort_by_key(|(word, piece)| (*word, piece.iter().map(|glyph| glyph.text.start).min()));
    pieces.into_iter().map(|(_, piece)| piece).collect()
}
