//! The cap of a key.

use iced::widget::{Container, container};
use iced::{Alignment, Border, Color};

use super::text::text;
use crate::ui::theme::{Look, TypeStyle, radius};

/// The cap of `key`, such as "F4": always read from left to right.
pub fn key_cap<'a, Message: 'a>(look: Look, key: impl Into<String>) -> Container<'a, Message> {
    key_cap_in(look, key, look.palette.text_2)
}

/// The same in the colour of the words beside it.
pub fn key_cap_in<'a, Message: 'a>(look: Look, key: impl Into<String>, ink: Color) -> Container<'a, Message> {
    container(
        text(look, TypeStyle::KeyCap, key.into())
            .color(ink)
            .left_to_right()
            .one_line(),
    )
    .padding([1.0, 6.0])
    .align_y(Alignment::Center)
    .height(look.px(22.0))
    .style(move |_| container::Style {
        border: Border {
            color: ink,
            width: 1.0,
            radius: radius::SMALL.into(),
        },
        ..Default::default()
    })
}
