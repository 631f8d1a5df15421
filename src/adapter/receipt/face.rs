//! The two embedded faces that a receipt is set in, as the shaper and as the PDF want them.

use std::sync::Arc;

use ab_glyph::Font as _;
use cosmic_text::{FontSystem, Weight, fontdb};
use krilla::text::Font;

static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSansArabic-Regular.ttf");
static SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSansArabic-SemiBold.ttf");

/// The family's name in the files.
pub(super) const FAMILY: &str = "IBM Plex Sans Arabic";

/// Signs of the Quran's spelling, which no receipt has: glyphs without width, of which some are lent to letters that
/// have no glyph of their own.
const SPARE: [char; 8] = [
    '\u{610}', '\u{611}', '\u{612}', '\u{613}', '\u{614}', '\u{615}', '\u{616}', '\u{617}',
];

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heft {
    Regular,
    SemiBold,
}

impl Heft {
    pub(super) const fn weight(self) -> Weight {
        match self {
            Self::Regular => Weight::NORMAL,
            Self::SemiBold => Weight::SEMIBOLD,
        }
    }
}

/// A face under both its names.
pub(super) struct Face {
    id: fontdb::ID,
    font: Font,
    /// Glyphs without width, to lend.
    spare: Vec<u16>,
}

/// Both faces, and the shaper that knows no others.
pub(super) struct Faces {
    pub(super) system: FontSystem,
    faces: Vec<Face>,
}

impl Faces {
    /// The embedded faces; none where a file is not what it should be.
    pub(super) fn load() -> Option<Self> {
        let mut database = fontdb::Database::new();
        let mut faces = Vec::new();
        for file in [REGULAR, SEMIBOLD] {
            let ids = database.load_font_source(fontdb::Source::Binary(Arc::new(file)));
            faces.push(Face {
                id: ids.first().copied()?,
                font: Font::new(file.into(), 0)?,
                spare: spare(file),
            });
        }
        // The locale decides between faces for Han letters alone, of which there are none.
        let system = FontSystem::new_with_locale_and_db("ar".to_owned(), database);
        Some(Self { system, faces })
    }

    /// The face in which the shaper found a glyph.
    pub(super) fn font(&self, id: fontdb::ID) -> Option<Font> {
        let face = self.faces.iter().find(|face| face.id == id)?;
        Some(face.font.clone())
    }

    /// A glyph without width to lend to a letter: the same for the same letter, so that it means one thing.
    pub(super) fn spare(&self, id: fontdb::ID, letter: char) -> Option<u16> {
        let face = self.faces.iter().find(|face| face.id == id)?;
        let place = usize::try_from(u32::from(letter)).ok()?.checked_rem(face.spare.len())?;
        face.spare.get(place).copied()
    }
}

fn spare(file: &[u8]) -> Vec<u16> {
    let Ok(font) = ab_glyph::FontRef::try_from_slice(file) else {
        return Vec::new();
    };
    let glyphs = SPARE.iter().map(|sign| font.glyph_id(*sign));
    glyphs
        .filter(|glyph| glyph.0 != 0 && font.h_advance_unscaled(*glyph) == 0.0)
        .map(|glyph| glyph.0)
        .collect()
}
