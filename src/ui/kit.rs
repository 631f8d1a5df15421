//! Our widgets. Each is reached by keyboard, shows its focus, mirrors itself, and tells assistive technology its role, name
//! and state. They have no words of their own: words come in as arguments, already in the language of the window.

pub mod button;
pub mod card;
pub mod check;
pub mod checklist;
pub mod code;
pub mod consent;
pub mod control;
mod described;
pub mod field;
pub mod focus;
pub mod gauge;
pub mod group;
pub mod icon;
mod kept;
mod key_cap;
pub mod keypad;
pub mod measure;
pub mod modal;
pub mod note;
mod painted;
pub mod phone;
pub mod picker;
pub mod picture;
pub mod plot;
pub mod reader;
pub mod scroll;
mod spinner;
pub mod stepper;
mod strips;
pub mod text;

use std::borrow::Cow;

use iced::widget::container;
use iced::{Element, Length};

pub use button::{Button, Rank, actions, button};
pub use card::{
    area, at_least, bar_line, card, card_sized, edge_line, frame, ground, pair, quiet_box, rows, say_box, separator,
    surface_style, top_bar_line,
};
pub use check::{Possibility, check, choice, possibility, tile};
pub use checklist::{CheckItem, Holds, checklist};
pub use code::{Code, code};
pub use consent::{Consent, consent, tabs};
pub use control::{Control, Paint, Shown, Status, control};
pub use described::described;
pub use field::{Field, field, message_line};
pub use gauge::{bar, clock, countdown, countdown_box, event, figure_box, rule, strength};
pub use group::{Axis, group};
pub use icon::{Icon, icon, mark};
pub use kept::kept;
pub use key_cap::{key_cap, key_cap_in};
pub use keypad::{KeypadKey, KeypadWords, keypad};
pub use modal::{curtain, dialog, modal};
pub use note::{Tone, chip, dot, note};
pub use phone::{PhoneMessage, PhoneWords, phone};
pub use picker::{Picker, picker};
pub use picture::{Picture, picture};
pub use reader::{Part, read_bar, reader};
pub use scroll::{Scroll, scroll};
pub use spinner::spinner;
pub use stepper::{Steps, step_bars, stepper};
pub use text::{Text, text};

use crate::ui::direction;
use crate::ui::theme::{Look, TypeStyle};

/// The root of a window: the view in its reading direction. The canvas behind it is the theme's background
/// ([`Look::theme`]): one more quad of the window's size would be painted for every letter typed.
pub fn root<'a, Message: 'a>(look: Look, view: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let view = container(view)
        .id(focus::root(look.audience))
        .width(Length::Fill)
        .height(Length::Fill);
    direction::mirrored(look, view)
}

/// A screen's title: 28, for the applicant 40.
pub fn title<'a>(look: Look, words: impl Into<Cow<'a, str>>) -> Text<'a> {
    text(look, look.pick(TypeStyle::Title, TypeStyle::ApplicantTitle), words).heading()
}

/// A heading inside a screen: 18, for the applicant 24.
pub fn heading<'a>(look: Look, words: impl Into<Cow<'a, str>>) -> Text<'a> {
    text(look, look.pick(TypeStyle::H3, TypeStyle::ApplicantStrong), words).heading()
}

/// Body: 16, for the applicant 24.
pub fn body<'a>(look: Look, words: impl Into<Cow<'a, str>>) -> Text<'a> {
    text(look, look.pick(TypeStyle::Body, TypeStyle::ApplicantBody), words)
}

/// Strong body: 16, for the applicant 24.
pub fn strong<'a>(look: Look, words: impl Into<Cow<'a, str>>) -> Text<'a> {
    text(look, look.pick(TypeStyle::Strong, TypeStyle::ApplicantStrong), words)
}

/// Small text in the secondary colour: 14, for the applicant 20.
pub fn small<'a>(look: Look, words: impl Into<Cow<'a, str>>) -> Text<'a> {
    text(look, look.pick(TypeStyle::Small, TypeStyle::ApplicantSmall), words).color(look.palette.text_2)
}

/// A caption in the secondary colour: 13, for the applicant 18.
pub fn caption<'a>(look: Look, words: impl Into<Cow<'a, str>>) -> Text<'a> {
    text(look, look.pick(TypeStyle::Caption, TypeStyle::ApplicantCaption), words).color(look.palette.text_2)
}
