//! What is kept from one letter to the next is what would have been built, and is built only where it changes.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use iced::widget::{Column, Row};
use iced::{Element, Length, Size, Task, Theme};
use istiada::ui::access::Role;
use istiada::ui::direction::Direction;
use istiada::ui::headless::{Host, Program};
use istiada::ui::kit;
use istiada::ui::theme::{Look, PaletteName};

static BUILT: AtomicUsize = AtomicUsize::new(0);

#[derive(Debug, Clone)]
enum Message {
    Typed(String),
    Said(&'static str),
}

struct Page {
    look: Look,
    keeps: bool,
    typed: String,
    said: &'static str,
}

fn side(look: Look, said: &'static str) -> Element<'static, Message> {
    let words = kit::body(look, format!("قيل {said}"));
    let button = kit::button(look, "go").on_press(Message::Said("twice"));
    Row::with_children([words.into(), button.into()]).spacing(8).into()
}

impl Program for Page {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Typed(typed) => self.typed = typed,
            Message::Said(said) => self.said = said,
        }
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let field = kit::field(self.look, "name", &self.typed).on_input(Message::Typed);
        let size = Size::new(Length::Fixed(300.0), Length::Fill);
        let side: Element<'_, Message> = if self.keeps {
            kit::kept(self.look, size, (self.look, self.said), |(look, said)| {
                BUILT.fetch_add(1, Ordering::Relaxed);
                side(*look, said)
            })
        } else {
            iced::widget::container(side(self.look, self.said))
                .width(size.width)
                .height(size.height)
                .into()
        };
        let page = Row::with_children([Column::with_children([field.into()]).width(Length::Fill).into(), side]);
        kit::root(self.look, page)
    }

    fn theme(&self) -> Theme {
        self.look.theme()
    }
}

fn page(direction: Direction, keeps: bool) -> Host<Page> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let page = Page {
        look: Look::new(PaletteName::Light, direction),
        keeps,
        typed: String::new(),
        said: "once",
    };
    Host::new(page, Task::none(), Size::new(800.0, 400.0), Arc::new(runtime)).unwrap()
}

#[test]
fn a_kept_part_is_what_it_would_be_and_is_built_where_it_changes() {
    for direction in [Direction::RightToLeft, Direction::LeftToRight] {
        let (mut kept, mut plain) = (page(direction, true), page(direction, false));
        let mut same = |kept: &mut Host<Page>| {
            assert_eq!(kept.nodes(), plain.nodes(), "{direction:?}");
            assert!(kept.shot() == plain.shot(), "{direction:?}: the pictures differ");
        };
        same(&mut kept);
        let before = BUILT.load(Ordering::Relaxed);
        for typed in ["a", "ab", "abc", ""] {
            kept.send(Message::Typed(typed.to_owned())).unwrap();
            kept.shot();
        }
        same(&mut kept);
        assert_eq!(BUILT.load(Ordering::Relaxed), before, "built for a letter");

        assert!(kept.click_on(Role::Button, "go").unwrap());
        assert_eq!(kept.program().said, "twice");
        assert!(kept.shows("قيل twice"));
        assert!(plain.click_on(Role::Button, "go").unwrap());
        assert_eq!(kept.nodes(), plain.nodes(), "{direction:?}");

        for host in [&mut kept, &mut plain] {
            host.resize(Size::new(1000.0, 300.0));
            host.settle().unwrap();
        }
        assert_eq!(kept.nodes(), plain.nodes(), "{direction:?}: after another size");
        assert!(kept.shot() == plain.shot(), "{direction:?}: after another size");
    }
}
