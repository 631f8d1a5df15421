//! The picker: a box that opens a list, for one of many. The chosen one stands in the box.

mod list;
mod widget;

use std::time::{Duration, Instant};

use iced::advanced::widget::{Id, operation};
use iced::keyboard::key::Named;
use iced::widget::Column;
use iced::{Element, Length, Rectangle};

use super::field::message_line;
use super::icon::Icon;
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::theme::{Look, TypeStyle};

/// Letters typed after each other within this time are looked for together.
const TOGETHER: Duration = Duration::from_millis(1_000);

/// A picker. See [`picker`].
pub struct Picker<'a, Message> {
    look: Look,
    label: String,
    entries: Vec<String>,
    chosen: Option<usize>,
    placeholder: String,
    help: Option<String>,
    error: Option<String>,
    id: Option<Id>,
    on_choose: Option<Box<dyn Fn(usize) -> Message + 'a>>,
}

/// A picker called `label` that offers `entries`. Without [`Picker::on_choose`] it is disabled.
pub fn picker<'a, Message>(
    look: Look,
    label: impl Into<String>,
    entries: Vec<String>,
    chosen: Option<usize>,
) -> Picker<'a, Message> {
    Picker {
        look,
        label: label.into(),
        entries,
        chosen,
        placeholder: String::new(),
        help: None,
        error: None,
        id: None,
        on_choose: None,
    }
}

impl<'a, Message> Picker<'a, Message> {
    /// Shown while nothing is chosen.
    pub fn placeholder(mut self, words: impl Into<String>) -> Self {
        self.placeholder = words.into();
        self
    }

    /// Help below the box, while there is no error.
    pub fn help(mut self, words: impl Into<String>) -> Self {
        self.help = Some(words.into());
        self
    }

    /// What is wrong and what to do, in the place of the help.
    pub fn error(mut self, words: Option<impl Into<String>>) -> Self {
        self.error = words.map(Into::into);
        self
    }

    /// The name by which it can be given the keyboard.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What choosing the entry of this number sends.
    pub fn on_choose(mut self, message: impl Fn(usize) -> Message + 'a) -> Self {
        self.on_choose = Some(Box::new(message));
        self
    }
}

/// The box and its list, without label and message.
struct Chooser<'a, Message> {
    look: Look,
    node: Node,
    entries: Vec<String>,
    chosen: Option<usize>,
    error: bool,
    /// What stands in the box, and then the rows of the list.
    cells: Vec<Element<'a, Message>>,
    on_choose: Option<Box<dyn Fn(usize) -> Message + 'a>>,
}

/// What the box knows between two pictures.
#[derive(Debug, Default)]
struct State {
    focused: bool,
    hovered: bool,
    open: Option<Open>,
    /// What was typed lately, and when the last letter was.
    typed: (String, Option<Instant>),
}

/// The open list.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Open {
    /// Where the keyboard is in it.
    at: usize,
    /// How far it is scrolled, in px.
    offset: f32,
    /// The keyboard has moved: what it is at comes into view.
    follow: bool,
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        *self = Self::default();
    }
}

impl State {
    /// Opens the list at `at`.
    fn open_at(&mut self, at: usize) {
        self.open = Some(Open {
            at,
            offset: 0.0,
            follow: true,
        });
    }

    fn go(&mut self, at: usize) {
        if let Some(open) = &mut self.open {
            open.at = at;
            open.follow = true;
        }
    }

    /// The letters that are looked for now that `letters` were typed.
    fn typed(&mut self, letters: &str, now: Instant) -> &str {
        let late = self.typed.1.is_none_or(|last| now.duration_since(last) > TOGETHER);
        if late {
            self.typed.0.clear();
        }
        self.typed.0.push_str(&letters.to_lowercase());
        self.typed.1 = Some(now);
        &self.typed.0
    }
}

/// Where `key` leads in a list of `count` entries from `at`.
fn next(key: Named, at: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match key {
        Named::ArrowUp => at.saturating_sub(1),
        Named::ArrowDown => (at + 1).min(last),
        Named::PageUp => at.saturating_sub(5),
        Named::PageDown => (at + 5).min(last),
        Named::Home => 0,
        Named::End => last,
        _ => return None,
    })
}

/// The entry after `at`, round the end, in which a word begins with `letters`. One letter goes on from one to the next;
/// more of them stay where they still fit.
fn found(entries: &[String], at: usize, letters: &str) -> Option<usize> {
    let begins = |entry: &String| {
        let entry = entry.to_lowercase();
        let mut words = entry.split(|character: char| !character.is_alphanumeric());
        words.any(|word| word.starts_with(letters))
    };
    let count = entries.len();
    let from = at + usize::from(letters.chars().count() == 1);
    let places = (0..count).map(|step| (from + step) % count);
    places.into_iter().find(|place| entries.get(*place).is_some_and(begins))
}

impl<'a, Message: Clone + 'a> Picker<'a, Message> {
    /// What stands in the box, and then the rows of the list.
    fn cells(&self, chosen: Option<&String>) -> Vec<Element<'a, Message>> {
        let (look, colours) = (self.look, self.look.palette);
        let style = look.pick(TypeStyle::Body, TypeStyle::ApplicantSmall);
        let words = chosen.unwrap_or(&self.placeholder).clone();
        let ink = match (self.on_choose.is_some(), chosen) {
            (false, _) => colours.text_off,
            (true, Some(_)) => colours.text,
            (true, None) => colours.text_3,
        };
        let shown = text(look, style, words).color(ink).fill().into();
        let rows = self.entries.iter().enumerate().map(|(place, entry)| {
            let ink = if self.chosen == Some(place) {
                colours.accent_text
            } else {
                colours.text
            };
            text(look, style, entry.clone()).color(ink).fill().into()
        });
        std::iter::once(shown).chain(rows).collect()
    }
}

impl<'a, Message: Clone + 'a> From<Picker<'a, Message>> for Element<'a, Message> {
    fn from(picker: Picker<'a, Message>) -> Self {
        let look = picker.look;
        let chosen = picker.chosen.and_then(|chosen| picker.entries.get(chosen)).cloned();
        let cells = picker.cells(chosen.as_ref());
        let node = Node {
            id: picker.id,
            value: chosen,
            description: picker.error.clone().or_else(|| picker.help.clone()),
            invalid: picker.error.is_some(),
            ..Node::new(Role::ComboBox, picker.label.clone(), Rectangle::default())
        };
        let chooser = Chooser {
            look,
            node,
            cells,
            entries: picker.entries,
            chosen: picker.chosen,
            error: picker.error.is_some(),
            on_choose: picker.on_choose,
        };
        let label = text(
            look,
            look.pick(TypeStyle::Label, TypeStyle::ApplicantLabel),
            picker.label,
        );
        let mut parts = Column::with_children([label.fill().into(), Element::new(chooser)])
            .spacing(4)
            .width(Length::Fill);
        // Nothing is kept below it: what is chosen from cannot be mistyped, only left out.
        match (picker.error, picker.help) {
            (Some(error), _) => parts = parts.push(message_line(look, Some(Icon::Alert), error, true)),
            (None, Some(help)) => parts = parts.push(message_line(look, None, help, false)),
            (None, None) => {}
        }
        parts.into()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn entries() -> Vec<String> {
        ["ما اسم أول مدرسة؟", "ما لعبتك المفضلة؟", "ما أول مدينة؟", "First trip"]
            .map(String::from)
            .into()
    }

    #[test]
    fn letters_are_looked_for_in_every_word_and_go_round() {
        let entries = entries();
        assert_eq!(found(&entries, 0, "م"), Some(1), "one letter goes on");
        assert_eq!(found(&entries, 0, "مدر"), Some(0), "more of them stay where they fit");
        assert_eq!(found(&entries, 0, "مدي"), Some(2));
        assert_eq!(found(&entries, 3, "لعب"), Some(1), "round the end");
        assert_eq!(found(&entries, 0, "tri"), Some(3));
        assert_eq!(found(&entries, 0, "zzz"), None);
        assert_eq!(found(&[], 0, "a"), None);
    }

    #[test]
    fn arrows_stop_at_the_ends() {
        assert_eq!(next(Named::ArrowUp, 0, 4), Some(0));
        assert_eq!(next(Named::ArrowDown, 3, 4), Some(3));
        assert_eq!(next(Named::End, 0, 4), Some(3));
        assert_eq!(next(Named::PageDown, 1, 4), Some(3));
        assert_eq!(next(Named::ArrowDown, 0, 0), None);
        assert_eq!(next(Named::F1, 0, 4), None);
    }

    #[test]
    fn letters_far_apart_are_looked_for_alone() {
        let mut state = State::default();
        let begun = Instant::now();
        assert_eq!(state.typed("م", begun), "م");
        assert_eq!(state.typed("د", begun + Duration::from_millis(400)), "مد");
        assert_eq!(state.typed("ل", begun + Duration::from_secs(3)), "ل");
    }
}
