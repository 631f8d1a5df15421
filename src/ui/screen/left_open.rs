//! A visit that was open when the program stopped: the clerk says whether the same person is there.
//!
//! Neither answer has the keyboard at first: a word that is recorded is not given by a key that was meant for something
//! else.

use iced::widget::{Column, Space, container};
use iced::{Element, Length};

use crate::desk::LeftOpen;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::{rail, stage};

use super::start::{Message, door};

/// The clerk's page about `left`.
pub fn clerk<'a>(scene: Scene, left: &LeftOpen) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let seconds = scene.left(left.until).as_secs();
    let mut close: Element<'a, Message> = Space::new().into();
    let content = if seconds > 0 {
        let time = kit::countdown_box(look, Icon::Hourglass, texts.left_open_time(), seconds);
        let time = match scene.is_narrow() {
            true => time,
            false => container(time).width(look.px(176.0)).into(),
        };
        let what = match left.document {
            Some(_) => texts.left_open_same_what(),
            None => texts.left_open_same_none(),
        };
        let same = (Icon::IdentityCard, texts.left_open_same(), what);
        let end = (Icon::DoorOpen, texts.left_open_end(), texts.left_open_end_what());
        Column::with_children([
            scene.beside(12.0, vec![details(scene, left), time]),
            answer(scene, same, "1", Message::Resume),
            answer(scene, end, "2", Message::GiveUp),
        ])
    } else {
        let late = kit::note(look, Tone::Warn, texts.left_open_late()).title(texts.left_open_late_title());
        let button = kit::button(look, texts.left_open_close()).primary().key("2");
        close = button.on_press(Message::GiveUp).into();
        Column::with_children([details(scene, left), late.into()])
    };
    stage(
        scene,
        texts.left_open_title(),
        texts.left_open_sentence(),
        content.spacing(12),
        Space::new(),
        close,
    )
}

fn answer<'a>(
    scene: Scene,
    (icon, words, what): (Icon, String, String),
    key: &str,
    message: Message,
) -> Element<'a, Message> {
    door(scene, icon, words, what, key, Some(message))
}

fn details<'a>(scene: Scene, left: &LeftOpen) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let view = &left.view;
    let document = match &left.document {
        Some(seen) => texts.left_open_document_ends(texts.document(seen.kind()), seen.last_four()),
        None => texts.left_open_document_none(),
    };
    let line = |label: String, value: kit::Text<'a>| {
        let label = kit::small(look, label);
        if scene.is_narrow() {
            return Column::with_children([label.into(), value.into()]).spacing(2).into();
        }
        kit::pair(label, value)
    };
    let reference = kit::strong(look, view.reference.to_string()).left_to_right();
    let lines = [
        line(texts.left_open_visit(), reference),
        line(texts.left_open_service(), kit::body(look, texts.flow(view.flow))),
        line(
            texts.left_open_step(),
            kit::body(look, rail::caption(scene, &view.step)),
        ),
        line(texts.left_open_document(), kit::strong(look, document)),
    ];
    kit::quiet_box(look, Column::with_children(lines).spacing(4))
        .width(Length::Fill)
        .into()
}
