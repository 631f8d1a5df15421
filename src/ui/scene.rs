//! What every view is drawn with: the look, the words, and the moment.

use std::time::Duration;

use iced::widget::{Column, Row};
use iced::{Element, Length};

use crate::domain::time::Timestamp;
use crate::i18n::Texts;

use super::theme::Look;

/// What a view is drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene {
    /// Colours, sizes and reading direction.
    pub look: Look,
    /// The words.
    pub texts: Texts,
    /// The trusted time, by which waits are counted.
    pub now: Timestamp,
    /// The time to show.
    pub wall: Timestamp,
    /// Whether people are made up.
    pub practice: bool,
    /// Whether the phone of training stands in the same window as the clerk's side.
    pub phone_here: bool,
    /// The window's width at text scale 100 %, in px: with less of it, less is shown side by side.
    pub room: f32,
}

/// With less room than this, things that stand side by side stand one below the other.
const NARROW: f32 = 900.0;

impl Scene {
    /// Whether there is room for little more than one column.
    pub fn is_narrow(&self) -> bool {
        self.room < NARROW
    }

    /// `parts` side by side, or one below the other where there is little room.
    pub fn beside<'a, Message: 'a>(&self, spacing: f32, parts: Vec<Element<'a, Message>>) -> Element<'a, Message> {
        if self.is_narrow() {
            Column::with_children(parts).spacing(spacing).width(Length::Fill).into()
        } else {
            Row::with_children(parts).spacing(spacing).into()
        }
    }

    /// Whole seconds until `moment`, rounded up, so that 0 is shown when it has come.
    pub fn left(&self, moment: Timestamp) -> Duration {
        let left = self.now.until(moment);
        Duration::from_secs(left.as_secs() + u64::from(left.subsec_nanos() > 0))
    }

    /// Whole seconds since `moment`.
    pub fn gone(&self, moment: Timestamp) -> Duration {
        Duration::from_secs(self.now.since(moment).as_secs())
    }

    /// A moment of trusted time as the wall clock shows it.
    pub fn on_the_wall(&self, moment: Timestamp) -> Timestamp {
        Timestamp::from_millis(moment.as_millis() + (self.wall.as_millis() - self.now.as_millis()))
    }
}
