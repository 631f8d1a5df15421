//! Sets a sheet as one page of A4, tagged, with the embedded faces cut down to the glyphs in use.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagKind, TagTree};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::face::{Faces, Heft};
use super::line::{Line, Placed, Style, lines};
use crate::domain::receipt::{Part, Sheet};
use crate::port::{Pdf, TypesetError, Typesetter};

/// A4, in points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 64.0;

const TITLE: Style = style(22.0, 32.0, Heft::SemiBold);
const HEADING: Style = style(12.5, 20.0, Heft::SemiBold);
const LABEL: Style = style(9.5, 15.0, Heft::Regular);
const VALUE: Style = style(13.0, 20.0, Heft::Regular);
const NOTICE: Style = style(11.5, 18.0, Heft::SemiBold);
const TEXT: Style = style(11.0, 18.0, Heft::Regular);

/// A colour of the page: red, green, blue.
type Colour = [u8; 3];
const INK: Colour = [0x14, 0x1c, 0x19];
const PALE: Colour = [0x4a, 0x55, 0x50];
const RULE: Colour = [0x0b, 0x6b, 0x4a];

const fn style(size: f32, leading: f32, heft: Heft) -> Style {
    Style { size, leading, heft }
}

/// Sets receipts as PDF. The faces are read anew each time: a desk has few receipts, and its memory is better spent.
#[derive(Clone, Copy, Debug, Default)]
pub struct PdfTypesetter;

impl Typesetter for PdfTypesetter {
    fn set(&self, sheet: &Sheet) -> Result<Pdf, TypesetError> {
        let faces = Faces::load().ok_or(TypesetError::Faces)?;
        let settings = SerializeSettings {
            xmp_metadata: true,
            enable_tagging: true,
            ..SerializeSettings::default()
        };
        let mut document = Document::new_with(settings);
        let paper = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(TypesetError::TooLong)?;
        let mut page = document.start_page_with(paper);
        let tree = set(sheet, faces, page.surface());
        page.finish();
        document.set_tag_tree(tree.ok_or(TypesetError::TooLong)?);
        document.set_metadata(about(sheet));
        let bytes = document
            .finish()
            .map_err(|error| TypesetError::File(format!("{error:?}")))?;
        Ok(Pdf {
            reference: sheet.reference,
            bytes,
        })
    }
}

/// Sets the page, and says what stands on it; nothing where it does not fit.
fn set(sheet: &Sheet, faces: Faces, surface: Surface<'_>) -> Option<TagTree> {
    let mut setter = Setter {
        faces,
        surface,
        tree: TagTree::new().with_lang(Some(sheet.language.tag().to_owned())),
        right_to_left: sheet.right_to_left,
        down: MARGIN,
    };
    let fits = setter.sheet(sheet);
    let Setter { surface, tree, .. } = setter;
    surface.finish();
    fits.then_some(tree)
}

/// What the file says of itself: what it is, and nothing of whom. It has no date, so that the same receipt is the same
/// file.
fn about(sheet: &Sheet) -> Metadata {
    let direction = if sheet.right_to_left {
        TextDirection::RightToLeft
    } else {
        TextDirection::LeftToRight
    };
    Metadata::new()
        .title(format!("{} {}", sheet.title, sheet.reference))
        .language(sheet.language.tag().to_owned())
        .creator("Istiada".to_owned())
        .text_direction(direction)
}

/// The page while it is set, from top to bottom.
struct Setter<'a> {
    faces: Faces,
    surface: Surface<'a>,
    tree: TagTree,
    right_to_left: bool,
    down: f32,
}

impl Setter<'_> {
    /// Sets everything. Whether it fits the page.
    fn sheet(&mut self, sheet: &Sheet) -> bool {
        self.paragraph(&sheet.title, TITLE, INK, heading(1));
        self.down += 6.0;
        self.rule();
        self.down += 14.0;
        for part in &sheet.parts {
            self.part(part);
        }
        self.down <= HEIGHT - MARGIN
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Notice(text) => {
                self.paragraph(text, NOTICE, INK, Tag::P);
                self.down += 10.0;
            }
            Part::Row { label, value } => {
                self.paragraph(label, LABEL, PALE, Tag::P);
                self.paragraph(value, VALUE, INK, Tag::P);
                self.down += 5.0;
            }
            Part::Heading(text) => {
                self.down += 8.0;
                self.paragraph(text, HEADING, INK, heading(2));
                self.down += 2.0;
            }
            Part::Item(text) | Part::Paragraph(text) => {
                self.paragraph(text, TEXT, INK, Tag::P);
                self.down += 2.0;
            }
        }
    }

    fn paragraph(&mut self, text: &str, style: Style, colour: Colour, tag: impl Into<TagKind>) {
        let (lines, height) = lines(&mut self.faces, text, style, WIDTH - 2.0 * MARGIN, self.right_to_left);
        let mut group = TagGroup::new(tag);
        for line in &lines {
            for word in &line.words {
                if let Some(drawn) = self.word(line, word, style, colour) {
                    group.push(Node::Leaf(drawn));
                }
            }
        }
        self.tree.push(group);
        self.down += height;
    }

    /// Draws the glyphs of a word, which are all of one face.
    fn word(&mut self, line: &Line, word: &[Placed], style: Style, colour: Colour) -> Option<Identifier> {
        let font = self.faces.font(word.first()?.face)?;
        let drawn = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        for piece in word.chunk_by(|a, b| a.ink == b.ink) {
            let Some(first) = piece.first() else { continue };
            let glyphs: Vec<_> = piece.iter().map(|glyph| of_the_pdf(glyph, style.size)).collect();
            let start = Point::from_xy(MARGIN + first.x, self.down + line.baseline);
            self.surface.set_fill(Some(fill(colour, first.ink)));
            self.surface
                .draw_glyphs(start, &glyphs, font.clone(), &line.text, style.size, false);
        }
        self.surface.end_tagged();
        Some(drawn)
    }

    /// A line across the page, which means nothing.
    fn rule(&mut self) {
        let Some(line) = Rect::from_xywh(MARGIN, self.down, WIDTH - 2.0 * MARGIN, 1.5) else {
            return;
        };
        let mut path = PathBuilder::new();
        path.push_rect(line);
        if let Some(path) = path.finish() {
            let _ = self.surface.start_tagged(ContentTag::Artifact(ArtifactType::Other));
            self.surface.set_fill(Some(fill(RULE, true)));
            self.surface.draw_path(&path);
            self.surface.end_tagged();
        }
    }
}

fn heading(level: u16) -> TagKind {
    match NonZeroU16::new(level) {
        Some(level) => Tag::Hn(level, None).into(),
        None => Tag::P.into(),
    }
}

fn fill([red, green, blue]: Colour, ink: bool) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: if ink { NormalizedF32::ONE } else { NormalizedF32::ZERO },
        ..Fill::default()
    }
}

/// A glyph as the PDF wants it: lengths in ems.
fn of_the_pdf(glyph: &Placed, size: f32) -> KrillaGlyph {
    let (x, y) = glyph.offset;
    KrillaGlyph::new(
        GlyphId::new(u32::from(glyph.glyph)),
        glyph.advance / size,
        x,
        y,
        0.0,
        glyph.text.clone(),
        None,
    )
}
