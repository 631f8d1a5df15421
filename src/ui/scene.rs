//! What every view is drawn with: the look, the words, and the moment.

use std::time::Duration;

use crate::domain::time::Timestamp;
use crate::i18n::Texts;

use super::theme::Look;

/// What a view is drawn with.
#[derive(Clone, Copy, Debug)]
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
}

impl Scene {
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
