//! Where carets stand on one shaped line, whatever directions meet on it.

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::text::Paragraph as _;
use unicode_segmentation::UnicodeSegmentation;

/// A place between two graphemes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Caret {
    /// How many graphemes of the text stand before it.
    pub index: usize,
    /// It belongs to the grapheme before it, not to the one after: where directions meet the two are apart.
    pub after_previous: bool,
}

impl Caret {
    /// Before the grapheme `index`.
    pub fn before(index: usize) -> Self {
        Self {
            index,
            after_previous: false,
        }
    }

    /// After the grapheme `index - 1`.
    pub fn after(index: usize) -> Self {
        Self {
            index,
            after_previous: index > 0,
        }
    }
}

/// One grapheme as it stands on the line.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cell {
    grapheme: usize,
    x: f32,
    width: f32,
    right_to_left: bool,
}

impl Cell {
    /// Where a caret before it stands.
    fn start(&self) -> f32 {
        if self.right_to_left {
            self.x + self.width
        } else {
            self.x
        }
    }

    /// Where a caret after it stands.
    fn end(&self) -> f32 {
        if self.right_to_left {
            self.x
        } else {
            self.x + self.width
        }
    }
}

/// The graphemes of a shaped line.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    cells: Vec<Cell>,
    count: usize,
    width: f32,
    right_to_left: bool,
}

impl Line {
    /// Reads `paragraph`, which shows `mark` and then `text`, with base direction `right_to_left`.
    pub fn new(paragraph: &Paragraph, mark: &str, text: &str, right_to_left: bool) -> Self {
        let bounds: Vec<(usize, usize)> = text
            .grapheme_indices(true)
            .map(|(at, grapheme)| (at + mark.len(), at + mark.len() + grapheme.len()))
            .collect();
        let mut line = Self {
            cells: Vec::new(),
            count: bounds.len(),
            width: paragraph.min_bounds().width,
            right_to_left,
        };
        let runs = paragraph.buffer().layout_runs().take(1);
        for glyph in runs.flat_map(|run| run.glyphs.iter()) {
            line.place(&bounds, glyph.start, glyph.end, glyph.x, glyph.w, glyph.level.is_rtl());
        }
        line
    }

    /// Takes one glyph: it may show several graphemes (a ligature) or a part of one (a mark over a letter).
    fn place(&mut self, bounds: &[(usize, usize)], start: usize, end: usize, x: f32, width: f32, right_to_left: bool) {
        let begun: Vec<usize> = bounds
            .iter()
            .enumerate()
            .filter(|(_, b)| b.0 >= start && b.0 < end)
            .map(|(index, _)| index)
            .collect();
        if begun.is_empty() {
            let part_of = bounds.iter().position(|b| start >= b.0 && start < b.1);
            if let (Some(grapheme), true) = (part_of, width > 0.0) {
                self.widen(Cell {
                    grapheme,
                    x,
                    width,
                    right_to_left,
                });
            }
            return;
        }
        let share = width / begun.len() as f32;
        for (order, grapheme) in begun.into_iter().enumerate() {
            let order = order as f32;
            let x = if right_to_left {
                x + width - share * (order + 1.0)
            } else {
                x + share * order
            };
            self.widen(Cell {
                grapheme,
                x,
                width: share,
                right_to_left,
            });
        }
    }

    fn widen(&mut self, new: Cell) {
        match self.cells.iter_mut().find(|cell| cell.grapheme == new.grapheme) {
            Some(cell) => {
                let end = (cell.x + cell.width).max(new.x + new.width);
                cell.x = cell.x.min(new.x);
                cell.width = end - cell.x;
            }
            None => self.cells.push(new),
        }
    }

    /// How many graphemes there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How wide the line is.
    pub fn width(&self) -> f32 {
        self.width
    }

    fn cell(&self, grapheme: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.grapheme == grapheme)
    }

    /// Where `caret` stands.
    pub fn x(&self, caret: Caret) -> f32 {
        if self.count == 0 {
            return if self.right_to_left { self.width } else { 0.0 };
        }
        let previous = caret
            .index
            .checked_sub(1)
            .and_then(|index| self.cell(index))
            .map(Cell::end);
        let next = self.cell(caret.index).map(Cell::start);
        let found = if caret.after_previous {
            previous.or(next)
        } else {
            next.or(previous)
        };
        found.unwrap_or(0.0)
    }

    /// The other place where the next letter could come out, if directions meet at `caret`.
    pub fn split_x(&self, caret: Caret) -> Option<f32> {
        let other = Caret {
            after_previous: !caret.after_previous,
            ..caret
        };
        let (here, there) = (self.x(caret), self.x(other));
        ((here - there).abs() > 0.5).then_some(there)
    }

    /// The next caret to the right (or left) on the screen.
    pub fn step(&self, caret: Caret, rightwards: bool) -> Caret {
        let x = self.x(caret);
        let stops = (0..self.count).flat_map(|index| [Caret::before(index), Caret::after(index + 1)]);
        let distance = |stop: &Caret| {
            if rightwards {
                self.x(*stop) - x
            } else {
                x - self.x(*stop)
            }
        };
        stops
            .filter(|stop| distance(stop) > 0.01)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            .unwrap_or(caret)
    }

    /// The caret nearest to `x`.
    pub fn hit(&self, x: f32) -> Caret {
        match self.cells.iter().find(|cell| x >= cell.x && x < cell.x + cell.width) {
            Some(cell) => {
                let first_half = (x < cell.x + cell.width / 2.0) != cell.right_to_left;
                if first_half {
                    Caret::before(cell.grapheme)
                } else {
                    Caret::after(cell.grapheme + 1)
                }
            }
            None if (x < self.width / 2.0) == self.right_to_left => Caret::after(self.count),
            None => Caret::before(0),
        }
    }

    /// The stretches of the line that the graphemes from `from` up to `to` cover, from left to right.
    pub fn stretches(&self, from: usize, to: usize) -> Vec<(f32, f32)> {
        let mut parts: Vec<(f32, f32)> = self
            .cells
            .iter()
            .filter(|cell| (from..to).contains(&cell.grapheme))
            .map(|cell| (cell.x, cell.x + cell.width))
            .collect();
        parts.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut joined: Vec<(f32, f32)> = Vec::new();
        for (start, end) in parts {
            match joined.last_mut() {
                Some(last) if start <= last.1 + 0.6 => last.1 = last.1.max(end),
                _ => joined.push((start, end)),
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use iced::advanced::text::Wrapping;
    use proptest::prelude::*;

    use super::*;
    use crate::ui::direction::Direction;
    use crate::ui::kit::text::shape;
    use crate::ui::theme::{Look, PaletteName, TypeStyle, fonts};

    fn line(text: &str, direction: Direction) -> Line {
        fonts::use_embedded();
        let look = Look::new(PaletteName::Light, direction);
        let mark = direction.mark_before(text);
        let marked = format!("{mark}{text}");
        let paragraph = shape(look, TypeStyle::Body, &marked, f32::INFINITY, Wrapping::None);
        Line::new(&paragraph, mark, text, direction.is_right_to_left())
    }

    #[test]
    fn arabic_begins_on_the_right_and_latin_on_the_left() {
        let arabic = line("سلام", Direction::RightToLeft);
        assert!(arabic.x(Caret::before(0)) > arabic.x(Caret::after(4)));
        let latin = line("abcd", Direction::LeftToRight);
        assert!(latin.x(Caret::before(0)) < latin.x(Caret::after(4)));
    }

    #[test]
    fn what_shows_nothing_is_shaped_only_where_it_steers() {
        fonts::use_embedded();
        let glyphs = |text: &str, direction: Direction| {
            let marked = format!("{}{text}", direction.mark_before(text));
            let look = Look::new(PaletteName::Light, direction);
            let paragraph = shape(look, TypeStyle::Body, &marked, f32::INFINITY, Wrapping::None);
            paragraph
                .buffer()
                .layout_runs()
                .map(|run| run.glyphs.len())
                .sum::<usize>()
        };
        // Each glyph more has the painter prepare the face for every letter typed.
        assert_eq!(glyphs("1101798278", Direction::LeftToRight), 10);
        assert_eq!(glyphs("••••", Direction::LeftToRight), 4);
        assert_eq!(glyphs("سد", Direction::RightToLeft), 2);
        assert_eq!(glyphs("12", Direction::RightToLeft), 3);
        assert_eq!(glyphs("؟ab", Direction::LeftToRight), 4);
    }

    #[test]
    fn a_line_without_a_mark_begins_where_one_with_it_does() {
        fonts::use_embedded();
        for (text, direction) in [
            ("12 + (34)", Direction::LeftToRight),
            ("a.b@c.sa", Direction::LeftToRight),
            ("•••", Direction::LeftToRight),
            ("سلام abc 12", Direction::RightToLeft),
            ("آ!", Direction::RightToLeft),
        ] {
            assert_eq!(direction.mark_before(text), "", "{text}");
            let marked = format!("{}{text}", direction.mark());
            let look = Look::new(PaletteName::Light, direction);
            let paragraph = shape(look, TypeStyle::Body, &marked, f32::INFINITY, Wrapping::None);
            let rtl = direction.is_right_to_left();
            let marked = Line::new(&paragraph, direction.mark(), text, rtl);
            assert_eq!(line(text, direction).cells, marked.cells, "{text}");
        }
    }

    #[test]
    fn groups_of_arabic_digits_stand_as_they_were_typed() {
        let mobile = line("٠٥٠ ١٢٣ ٤٥٦٧", Direction::LeftToRight);
        assert!(mobile.x(Caret::before(0)) < mobile.x(Caret::before(4)));
        assert!(mobile.x(Caret::before(4)) < mobile.x(Caret::after(12)));
    }

    #[test]
    fn the_caret_is_split_only_where_directions_meet() {
        let mixed = line("سلامabc", Direction::RightToLeft);
        assert!(mixed.split_x(Caret::after(4)).is_some());
        assert_eq!(mixed.split_x(Caret::after(2)), None);
        assert_eq!(mixed.split_x(Caret::after(6)), None);
        assert_eq!(line("سلام", Direction::RightToLeft).split_x(Caret::after(4)), None);
    }

    #[test]
    fn letters_of_a_ligature_have_places_of_their_own() {
        let line = line("لا", Direction::RightToLeft);
        let (start, middle, end) = (
            line.x(Caret::before(0)),
            line.x(Caret::before(1)),
            line.x(Caret::after(2)),
        );
        assert!(start > middle && middle > end);
    }

    #[test]
    fn a_selection_across_directions_is_two_stretches() {
        let mixed = line("اب cd", Direction::RightToLeft);
        assert_eq!(mixed.stretches(1, 4).len(), 2);
        assert_eq!(mixed.stretches(0, 5).len(), 1);
        assert!(mixed.stretches(2, 2).is_empty());
    }

    proptest! {
        #[test]
        fn a_walk_to_the_right_always_goes_right_and_ends(text in "[ء-يa-z0-9 .٠-٩\u{64B}-\u{650}]{0,16}") {
            let line = line(&text, Direction::RightToLeft);
            let mut caret = line.hit(-1.0);
            for _ in 0..=2 * line.count() + 2 {
                let next = line.step(caret, true);
                if next == caret { break; }
                prop_assert!(line.x(next) > line.x(caret));
                caret = next;
            }
            prop_assert_eq!(line.step(caret, true), caret);
        }

        #[test]
        fn every_click_leads_to_a_caret_beside_it(text in "[ء-يa-z0-9 ]{1,16}", part in 0.0f32..1.0) {
            let line = line(&text, Direction::RightToLeft);
            let x = line.width() * part;
            let caret = line.hit(x);
            prop_assert!(caret.index <= line.count());
            let widest = line.cells.iter().map(|cell| cell.width).fold(0.0, f32::max);
            prop_assert!((line.x(caret) - x).abs() <= widest + 1.0);
        }
    }
}
