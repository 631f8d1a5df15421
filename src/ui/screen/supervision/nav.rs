//! The rail of the supervisor's pages: which there are, and which is open.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use super::{Message, Page};
use crate::ui::access::Role;
use crate::ui::kit::control::{Paint, Status};
use crate::ui::kit::{self, Axis, Icon};
use crate::ui::scene::Scene;
use crate::ui::shell::rail::WIDTH;
use crate::ui::theme::TypeStyle;

/// The open page's entry, which has the keyboard when the pages are opened.
pub(super) const NAVIGATION: &str = "supervision-page";

/// The rail.
pub fn rail<'a>(scene: Scene, open: Page) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let entries = Page::ALL.map(|page| entry(scene, page, page == open));
    let entries: Element<'a, Message> = if scene.is_narrow() {
        Row::with_children(entries).spacing(4).into()
    } else {
        Column::with_children(entries).spacing(4).into()
    };
    let entries = kit::group(texts.centre_pages(), Axis::Both, entries)
        .right_to_left(scene.is_narrow() && look.direction.is_right_to_left())
        .on_move(|place| Page::ALL.get(place).copied().map(Message::Page));
    let back = kit::button(look, texts.action_back())
        .key(texts.key_escape())
        .on_press(Message::Leave);
    if scene.is_narrow() {
        let line = container(entries).padding([8.0, 16.0]);
        return kit::area(look.palette.surface, line).width(Length::Fill).into();
    }
    let content = Column::with_children([entries.into(), Space::new().height(16).into(), back.into()])
        .padding([20.0, 16.0])
        .width(Length::Fill);
    let scrolled = kit::scroll(look, texts.centre_pages(), content);
    kit::area(look.palette.surface, scrolled)
        .width(look.px(WIDTH))
        .height(Length::Fill)
        .into()
}

fn entry<'a>(scene: Scene, page: Page, open: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let colours = look.palette;
    let (which, words) = match page {
        Page::Day => (Icon::Chart, texts.centre_day()),
        Page::Week => (Icon::Calendar, texts.centre_week()),
        Page::Ledger => (Icon::BookOpenCheck, texts.centre_ledger()),
    };
    let ink = if open { colours.accent_text } else { colours.text };
    let style = if open { TypeStyle::Strong } else { TypeStyle::Body };
    let content = Row::with_children([
        kit::icon(look, which, 20.0).color(ink).into(),
        kit::text(look, style, words.clone()).color(ink).fill().into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center);
    let made = kit::control(look, Role::Radio, words, container(content).width(Length::Fill))
        .on_press_maybe(Some(Message::Page(page)))
        .toggled(open)
        .tab_stop(open)
        .padding([8.0, 12.0])
        .width(Length::Fill)
        .least(0.0, look.px(44.0))
        .paint(move |status| match (status, open) {
            (_, true) => Paint::fill(colours.accent_soft),
            (Status::Hover, false) => Paint::fill(colours.sunken),
            _ => Paint::NONE,
        });
    if open { made.id(NAVIGATION).into() } else { made.into() }
}
