//! The keyring of the system holds the data key and does not give it.

use iced::Element;
use iced::widget::Column;

use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::staff;

/// Why it does not give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is locked.
    Locked,
    /// It does not answer.
    Away,
}

/// To be tried again.
#[derive(Clone, Copy, Debug)]
pub struct Again;

/// The page.
pub fn view<'a>(scene: Scene, trouble: Trouble, busy: bool) -> Element<'a, Again> {
    let Scene { look, texts, .. } = scene;
    let (what, advice) = match trouble {
        Trouble::Locked => (texts.data_key_keyring_locked(), texts.data_key_keyring_locked_do()),
        Trouble::Away => (texts.data_key_keyring_away(), texts.data_key_keyring_away_do()),
    };
    let note = kit::note(look, Tone::Error, advice).title(what);
    let again = kit::button(look, texts.data_key_again())
        .primary()
        .key(texts.key_enter())
        .fill()
        .busy_maybe(busy.then(|| texts.data_key_opening()))
        .on_press(Again);
    let content = Column::with_children([note.into(), again.into()]).spacing(16);
    let (title, sentence) = (texts.data_key_keyring_title(), texts.data_key_keyring_sentence());
    staff::page(scene, staff::NARROW, Icon::PersonalKey, title, sentence, content)
}
