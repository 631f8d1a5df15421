//! The text of a field while it is being edited: caret, selection, words, undo.

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::line::Caret;
use crate::ui::direction::is_direction_mark;

/// How many steps can be undone.
const UNDO_STEPS: usize = 100;

/// A value and its caret, to come back to.
#[derive(Clone)]
struct Step {
    value: Zeroizing<String>,
    caret: Caret,
}

/// What kind of change the last one was: letters typed one after the other are undone together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Change {
    #[default]
    None,
    Typed,
    Other,
}

/// The text of a field. Every copy is wiped when it is dropped.
#[derive(Default)]
pub(super) struct Edit {
    value: Zeroizing<String>,
    pub caret: Caret,
    anchor: Option<usize>,
    undo: Vec<Step>,
    redo: Vec<Step>,
    last: Change,
}

fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}

/// The byte at which the grapheme `index` of `text` begins.
fn byte(text: &str, index: usize) -> usize {
    text.grapheme_indices(true).nth(index).map_or(text.len(), |(at, _)| at)
}

/// What is left of typed or pasted text: no control characters, no line ends, no marks that steer direction.
pub(super) fn clean(text: &str) -> String {
    // Room from the start: a text that grows leaves copies behind that nobody wipes.
    let mut kept = String::with_capacity(text.len());
    let letters = text.trim_matches(['\n', '\r']).chars();
    let letters = letters.map(|c| {
        if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') {
            ' '
        } else {
            c
        }
    });
    kept.extend(letters.filter(|c| !c.is_control() && !is_direction_mark(*c) && *c != '\u{FEFF}'));
    kept
}

impl Edit {
    pub fn value(&self) -> &str {
        &self.value
    }

    pub fn count(&self) -> usize {
        graphemes(&self.value)
    }

    /// Takes the value that the program holds now. If it changed what was typed, the caret keeps its place from the end.
    pub fn take(&mut self, value: &str) {
        if *self.value == value {
            return;
        }
        let from_end = self.count().saturating_sub(self.caret.index);
        self.value = Zeroizing::new(value.to_owned());
        self.caret = Caret::after(self.count().saturating_sub(from_end));
        self.anchor = None;
        if value.is_empty() {
            // The program emptied the field: nothing of what stood here stays in memory.
            self.undo.clear();
            self.redo.clear();
            self.last = Change::None;
        }
    }

    /// The selected graphemes: from the first up to the last, not included.
    pub fn selection(&self) -> Option<(usize, usize)> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.caret.index)?;
        Some((anchor.min(self.caret.index), anchor.max(self.caret.index)))
    }

    pub fn selected(&self) -> Option<&str> {
        let (from, to) = self.selection()?;
        self.value.get(byte(&self.value, from)..byte(&self.value, to))
    }

    /// Puts the caret there; `extend` keeps or begins a selection.
    pub fn go(&mut self, caret: Caret, extend: bool) {
        if extend {
            self.anchor.get_or_insert(self.caret.index);
        } else {
            self.anchor = None;
        }
        self.caret = caret;
        self.last = Change::None;
    }

    pub fn select(&mut self, from: usize, to: usize) {
        self.anchor = Some(from);
        self.caret = Caret::after(to);
        self.last = Change::None;
    }

    pub fn select_all(&mut self) {
        self.select(0, self.count());
    }

    pub fn unselect(&mut self) {
        self.anchor = None;
    }

    fn remember(&mut self, change: Change) {
        let joins = change == Change::Typed && self.last == Change::Typed && self.selection().is_none();
        if !joins {
            self.undo.push(Step {
                value: self.value.clone(),
                caret: self.caret,
            });
            if self.undo.len() > UNDO_STEPS {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        self.last = change;
    }

    fn splice(&mut self, with: &str) {
        let (from, to) = self.selection().unwrap_or((self.caret.index, self.caret.index));
        let (start, end) = (byte(&self.value, from), byte(&self.value, to));
        let mut value = Zeroizing::new(String::with_capacity(self.value.len() + with.len()));
        value.push_str(self.value.get(..start).unwrap_or_default());
        value.push_str(with);
        let index = graphemes(&value);
        value.push_str(self.value.get(end..).unwrap_or_default());
        self.value = value;
        self.caret = Caret::after(index.min(self.count()));
        self.anchor = None;
    }

    /// Puts cleaned `text` in the place of the selection, as far as `longest` graphemes allow. Whether anything changed.
    pub fn insert(&mut self, text: &str, longest: Option<usize>, typed: bool) -> bool {
        let text = Zeroizing::new(clean(text));
        let selected = self.selection().map_or(0, |(from, to)| to - from);
        let room = longest.map_or(usize::MAX, |longest| longest.saturating_sub(self.count() - selected));
        let mut kept = Zeroizing::new(String::with_capacity(text.len()));
        kept.extend(text.graphemes(true).take(room));
        // A mark that joins the letter before it needs no room of its own.
        let combines = room == 0 && !text.is_empty() && {
            let (before, after) = self.value.split_at(byte(&self.value, self.caret.index));
            let mut joined = Zeroizing::new(String::with_capacity(self.value.len() + text.len()));
            joined.extend([before, &text, after]);
            graphemes(&joined) == self.count()
        };
        let insert = if combines { &text } else { &kept };
        if insert.is_empty() {
            return false;
        }
        self.remember(if typed { Change::Typed } else { Change::Other });
        self.splice(insert);
        true
    }

    /// Removes the selection, or else what stands from the caret to `other`. Whether anything changed.
    pub fn remove_to(&mut self, other: usize) -> bool {
        if self.selection().is_none() {
            self.anchor = Some(other);
        }
        if self.selection().is_none() {
            self.anchor = None;
            return false;
        }
        self.remember(Change::Other);
        self.splice("");
        true
    }

    pub fn undo(&mut self) -> bool {
        let Some(step) = self.undo.pop() else { return false };
        self.redo.push(Step {
            value: self.value.clone(),
            caret: self.caret,
        });
        self.restore(step);
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(step) = self.redo.pop() else { return false };
        self.undo.push(Step {
            value: self.value.clone(),
            caret: self.caret,
        });
        self.restore(step);
        true
    }

    fn restore(&mut self, step: Step) {
        self.value = step.value;
        self.caret = step.caret;
        self.anchor = None;
        self.last = Change::None;
    }

    /// The end of the word at or after `from`, or the start of the word before it.
    pub fn word_edge(&self, from: usize, forward: bool) -> usize {
        let blank: Vec<bool> = self
            .value
            .graphemes(true)
            .map(|grapheme| grapheme.trim().is_empty())
            .collect();
        let is_blank = |index: usize| blank.get(index).copied().unwrap_or(false);
        let mut at = from.min(blank.len());
        if forward {
            while at < blank.len() && is_blank(at) {
                at += 1;
            }
            while at < blank.len() && !is_blank(at) {
                at += 1;
            }
        } else {
            while at > 0 && is_blank(at - 1) {
                at -= 1;
            }
            while at > 0 && !is_blank(at - 1) {
                at -= 1;
            }
        }
        at
    }

    /// The word round the grapheme `at`: for a double click.
    pub fn word_round(&self, at: usize) -> (usize, usize) {
        let end = self.word_edge(at, true);
        (self.word_edge(end, false), end)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str) -> Edit {
        let mut edit = Edit::default();
        for letter in text.graphemes(true) {
            edit.insert(letter, None, true);
        }
        edit
    }

    #[test]
    fn letters_typed_together_are_undone_together() {
        let mut edit = typed("محمد");
        edit.insert(" علي", None, false);
        assert!(edit.undo());
        assert_eq!(edit.value(), "محمد");
        assert!(edit.undo());
        assert_eq!(edit.value(), "");
        assert!(!edit.undo());
        assert!(edit.redo());
        assert!(edit.redo());
        assert_eq!(edit.value(), "محمد علي");
        assert!(!edit.redo());
    }

    #[test]
    fn pasted_text_is_cleaned_and_cut() {
        let mut edit = Edit::default();
        edit.insert("\u{200F}05\u{202A}0\u{7}1\r\n", Some(3), false);
        assert_eq!(edit.value(), "050");
        assert!(!edit.insert("9", Some(3), true));
        edit.select_all();
        edit.insert("12345", Some(3), false);
        assert_eq!(edit.value(), "123");
        assert_eq!(clean("a\u{2066}b\u{2069}\u{FEFF}c\u{61C}\td"), "abc d");
    }

    #[test]
    fn a_vowel_mark_needs_no_room_of_its_own() {
        let mut edit = typed("م");
        assert!(edit.insert("\u{64F}", Some(1), true));
        assert_eq!((edit.value(), edit.count()), ("مُ", 1));
    }

    #[test]
    fn a_value_that_the_program_filters_keeps_the_caret_from_the_end() {
        let mut edit = typed("1234");
        edit.go(Caret::before(2), false);
        edit.insert("x", None, true);
        edit.take("1234");
        assert_eq!(edit.caret.index, 2);
    }

    #[test]
    fn emptying_by_the_program_forgets_every_step() {
        let mut edit = typed("secret");
        edit.take("");
        assert!(!edit.undo() && !edit.redo());
    }

    #[test]
    fn words_are_found_round_a_click_and_beside_the_caret() {
        let edit = typed("أهلا وسهلا بك");
        assert_eq!(edit.word_round(6), (5, 10));
        assert_eq!(edit.word_edge(10, false), 5);
        assert_eq!(edit.word_edge(10, true), 13);
    }

    proptest! {
        #[test]
        fn no_sequence_of_edits_breaks_the_caret(steps in proptest::collection::vec((0u8..8, "[a-zء-ي0-9 \u{64B}-\u{64E}]{0,3}"), 0..40)) {
            let mut edit = Edit::default();
            for (what, text) in steps {
                match what {
                    0 | 1 => { edit.insert(&text, Some(12), what == 0); }
                    2 => { let to = edit.caret.index.saturating_sub(1); edit.remove_to(to); }
                    3 => { let to = edit.word_edge(edit.caret.index, true); edit.remove_to(to); }
                    4 => { edit.undo(); }
                    5 => { edit.redo(); }
                    6 => { let to = edit.word_edge(edit.caret.index, false); edit.go(Caret::before(to), true); }
                    _ => edit.take(&text),
                }
                prop_assert!(edit.caret.index <= edit.count());
                if let Some((from, to)) = edit.selection() { prop_assert!(from < to && to <= edit.count()); }
            }
        }
    }
}
