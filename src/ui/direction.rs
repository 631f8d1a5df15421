//! The reading direction: mirrored layout, start and end, isolated islands.
//!
//! Every view is built as if it were read from left to right: rows go from start to end. [`mirrored`] at the root of
//! a window turns the whole layout round for right-to-left languages, so that nothing else knows a side. What must not
//! be turned (keypad, code cells) stands in [`unmirrored`].

mod mirror;

use iced::{Element, Padding};

use super::wrapped::wrapped;
use crate::ui::theme::Look;
use mirror::Mirror;

/// The reading direction of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// English and other left-to-right languages.
    LeftToRight,
    /// Arabic, Urdu and other right-to-left languages.
    RightToLeft,
}

impl From<crate::i18n::Direction> for Direction {
    fn from(direction: crate::i18n::Direction) -> Self {
        match direction {
            crate::i18n::Direction::RightToLeft => Self::RightToLeft,
            crate::i18n::Direction::LeftToRight => Self::LeftToRight,
        }
    }
}

impl Direction {
    /// Whether it is read from the right.
    pub fn is_right_to_left(self) -> bool {
        self == Self::RightToLeft
    }

    /// The direction of a text by its first letter; none where it has no letter.
    pub fn of(text: &str) -> Option<Self> {
        text.chars()
            .find(|character| character.is_alphabetic())
            .map(|first| match first {
                '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => Self::RightToLeft,
                _ => Self::LeftToRight,
            })
    }

    /// The invisible character before what stands in a field. Arabic-Indic digits keep the order in which they were
    /// typed in a field that is read from the left: without an override, groups of them change places around a space.
    /// None where the text takes this direction by itself: the painter keeps no picture of what shows nothing, and
    /// prepares the face anew to find that out, each time the line is painted.
    pub fn mark_before(self, text: &str) -> &'static str {
        let digits = text.chars().any(|c| matches!(c, '\u{660}'..='\u{669}'));
        let bare = Self::of(text).is_none();
        if self == Self::LeftToRight && digits && bare {
            "\u{202D}"
        } else if self.is_taken_by(text) {
            ""
        } else {
            self.mark()
        }
    }

    /// Whether a line of `text` surely has this direction without a mark.
    fn is_taken_by(self, text: &str) -> bool {
        match self {
            // The dots of a secret have no direction, and a line without any is read from the left.
            Self::LeftToRight => text.chars().all(|c| c.is_ascii() || c == '•'),
            Self::RightToLeft => {
                text.starts_with(|first| matches!(first, '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}'))
            }
        }
    }

    /// The invisible mark that gives a line of text this base direction, whatever its first letter is.
    pub fn mark(self) -> &'static str {
        match self {
            Self::LeftToRight => "\u{200E}",
            Self::RightToLeft => "\u{200F}",
        }
    }
}

/// The view in the reading direction: for the root of a window. [`crate::ui::kit::root`] calls it.
pub fn mirrored<'a, Message: 'a>(look: Look, view: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    // The wrapper is there in both directions, so that changing the language keeps every widget's state.
    wrapped(
        view.into(),
        Mirror {
            turned: look.direction.is_right_to_left(),
        },
    )
}

/// An island in a mirrored view that is always laid out from left to right: keypad, code cells, digits.
pub fn unmirrored<'a, Message: 'a>(look: Look, view: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    // Turned once more, it is as it was.
    mirrored(look, view)
}

/// Padding named by reading direction, for views that [`mirrored`] turns.
pub fn padding(top: f32, end: f32, bottom: f32, start: f32) -> Padding {
    Padding {
        top,
        right: end,
        bottom,
        left: start,
    }
}

/// Padding at the start only.
pub fn start(px: f32) -> Padding {
    padding(0.0, 0.0, 0.0, px)
}

/// Padding at the end only.
pub fn end(px: f32) -> Padding {
    padding(0.0, px, 0.0, 0.0)
}

/// `text` as an island that is read from left to right inside any sentence: user names, codes, numbers, addresses.
pub fn left_to_right_island(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// `text` as an island of its own direction inside any sentence: names of people.
pub fn island(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Whether `character` steers direction and shows nothing: it is removed from what people paste.
pub fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
