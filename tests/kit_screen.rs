//! What every screen made of the kit can be held to: names, order, and that everything fits.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::widget::{Row, column, container, row};
use iced::{Element, Event, Length, Size, Task, Theme};
use istiada::ui::access::{self, Role};
use istiada::ui::direction::Direction;
use istiada::ui::headless::{Host, Program};
use istiada::ui::kit::measure::Overflow;
use istiada::ui::kit::{self, Icon, KeypadKey, Tone, focus};
use istiada::ui::theme::{Look, PaletteName, Scale, TypeStyle};

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Tab(bool),
    Pressed(&'static str),
    Chosen(usize),
    Key(KeypadKey),
    Code(String),
    End,
}

type View = Box<dyn Fn(Look, &Page) -> Element<'static, Message>>;

struct Page {
    look: Look,
    view: View,
    chosen: Option<usize>,
    code: String,
    heard: Vec<Message>,
}

impl Program for Page {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        match &message {
            Message::Tab(true) => return focus::next(),
            Message::Tab(false) => return focus::previous(),
            Message::Chosen(index) => self.chosen = Some(*index),
            Message::Code(code) => self.code.clone_from(code),
            Message::Pressed(_) | Message::Key(_) | Message::End => {}
        }
        self.heard.push(message);
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        kit::root(self.look, (self.view)(self.look, self))
    }

    fn theme(&self) -> Theme {
        self.look.theme()
    }

    fn ignored(&self, event: &Event) -> Option<Message> {
        match event {
            Event::Keyboard(event) => focus::tab(event).map(Message::Tab),
            _ => None,
        }
    }
}

fn page(
    direction: Direction,
    size: (f32, f32),
    view: impl Fn(Look, &Page) -> Element<'static, Message> + 'static,
) -> Host<Page> {
    let runtime = Arc::new(
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap(),
    );
    let look = Look::new(PaletteName::Light, direction);
    let page = Page {
        look,
        view: Box::new(view),
        chosen: None,
        code: String::new(),
        heard: Vec::new(),
    };
    Host::new(page, Task::none(), Size::new(size.0, size.1), runtime).unwrap()
}

const ARABIC: Direction = Direction::RightToLeft;

#[test]
fn a_control_without_a_name_is_found() {
    let named = |words: &'static str| {
        page(ARABIC, (400.0, 200.0), move |look, _| {
            kit::button(look, words)
                .icon(Icon::Cross)
                .on_press(Message::Pressed("x"))
                .into()
        })
    };
    assert!(access::unnamed(&named("إغلاق").nodes()).is_empty());
    assert_eq!(access::unnamed(&named("").nodes()).len(), 1);
}

#[test]
fn assistive_technology_hears_role_name_and_state() {
    let mut host = page(ARABIC, (700.0, 600.0), |look, _| {
        column![
            kit::title(look, "الهوية"),
            kit::field(look, "الرقم", "110")
                .error(Some("رقم ناقص"))
                .on_input(Message::Code),
            kit::check(look, "قرأت", true).on_toggle(Message::Pressed("check")),
            kit::button(look, "التالي").primary(),
            kit::button(look, "رجوع")
                .busy("يُحفظ")
                .on_press(Message::Pressed("back")),
            kit::note(look, Tone::Error, "لم يُحفظ"),
        ]
        .into()
    });
    let nodes = host.nodes();
    let find = |role: Role| nodes.iter().find(|node| node.role == role).unwrap();
    assert_eq!(find(Role::Heading).name, "الهوية");
    let field = find(Role::TextField);
    assert_eq!((field.value.as_deref(), field.invalid), (Some("110"), true));
    assert_eq!(field.description.as_deref(), Some("رقم ناقص"));
    assert_eq!(find(Role::CheckBox).toggled, Some(true));
    assert_eq!(find(Role::Alert).name, "لم يُحفظ");
    let buttons: Vec<_> = nodes.iter().filter(|node| node.role == Role::Button).collect();
    assert!(buttons[0].disabled && !buttons[0].busy);
    assert!(buttons[1].busy && !buttons[1].disabled);
    let words = nodes
        .iter()
        .filter(|node| node.role == Role::Text && node.name == "التالي")
        .count();
    assert_eq!(words, 0, "a button's words are its name, not words beside it");
}

#[test]
fn rows_go_from_the_start_of_the_reading_direction() {
    let view = |look: Look, _: &Page| -> Element<'static, Message> {
        row![
            kit::button(look, "first").on_press(Message::Pressed("first")),
            kit::button(look, "second").on_press(Message::Pressed("second")),
        ]
        .into()
    };
    for (direction, first_is_right) in [(ARABIC, true), (Direction::LeftToRight, false)] {
        let mut host = page(direction, (600.0, 100.0), view);
        let first = host.find(Role::Button, "first").unwrap().bounds;
        let second = host.find(Role::Button, "second").unwrap().bounds;
        assert_eq!(first.x > second.x, first_is_right);
        host.press(Named::Tab).unwrap();
        assert_eq!(host.focused().unwrap().name, "first");
        assert!(host.click_on(Role::Button, "second").unwrap());
        assert_eq!(host.program().heard.last(), Some(&Message::Pressed("second")));
    }
}

#[test]
fn buttons_answer_to_keys_and_a_disabled_or_busy_one_to_nothing() {
    let mut host = page(ARABIC, (600.0, 200.0), |look, _| {
        column![
            kit::button(look, "off"),
            kit::button(look, "busy").busy("…").on_press(Message::Pressed("busy")),
            kit::button(look, "on").on_press(Message::Pressed("on")),
        ]
        .into()
    });
    host.press(Named::Tab).unwrap();
    assert_eq!(host.focused().unwrap().name, "busy");
    host.press(Named::Enter).unwrap();
    assert!(host.program().heard.is_empty());
    host.press(Named::Tab).unwrap();
    host.press(Named::Enter).unwrap();
    host.press(Named::Space).unwrap();
    assert_eq!(host.program().heard, [Message::Pressed("on"), Message::Pressed("on")]);
    assert!(!host.click_on(Role::Button, "off").unwrap());
}

#[test]
fn arrows_choose_inside_a_group_and_tab_goes_past_it() {
    let mut host = page(ARABIC, (600.0, 400.0), |look, page| {
        let kinds = ["هوية", "إقامة", "حدود"];
        let list = kinds
            .iter()
            .enumerate()
            .map(|(i, words)| kit::possibility(*words).disabled(i == 1))
            .collect();
        column![
            kit::choice(look, "نوع الوثيقة", list, page.chosen, Message::Chosen),
            kit::button(look, "التالي").on_press(Message::Pressed("next")),
        ]
        .into()
    });
    host.press(Named::Tab).unwrap();
    assert_eq!(host.focused().unwrap().name, "هوية");
    host.press(Named::ArrowDown).unwrap();
    assert_eq!(host.program().chosen, Some(2), "the disabled one is passed over");
    assert_eq!(host.focused().unwrap().name, "حدود");
    host.press(Named::Tab).unwrap();
    assert_eq!(host.focused().unwrap().name, "التالي");
}

#[test]
fn the_keypad_stands_from_left_to_right_and_is_one_stop() {
    let mut host = page(ARABIC, (500.0, 600.0), |look, _| {
        let words = kit::KeypadWords {
            name: "أرقام".into(),
            clear: "مسح".into(),
            delete: "حذف".into(),
        };
        column![
            kit::keypad(look, &words, Some(&|key| Message::Key(key))),
            kit::button(look, "بعدها").on_press(Message::Pressed("after")),
        ]
        .into()
    });
    let (one, two) = (
        host.find(Role::Button, "1").unwrap(),
        host.find(Role::Button, "2").unwrap(),
    );
    assert!(one.bounds.x < two.bounds.x);
    host.press(Named::Tab).unwrap();
    host.press(Named::ArrowRight).unwrap();
    host.press(Named::ArrowDown).unwrap();
    host.press(Named::Enter).unwrap();
    assert_eq!(host.program().heard, [Message::Key(KeypadKey::Digit(5))]);
    host.press(Named::Tab).unwrap();
    assert_eq!(host.focused().unwrap().name, "بعدها");
}

#[test]
fn the_code_reads_any_digits_is_cut_when_pasted_and_sends_nothing_by_itself() {
    let mut host = page(ARABIC, (700.0, 200.0), |look, page| {
        kit::code(look, "رمز", &page.code, 6)
            .id("code")
            .on_input(Message::Code)
            .into()
    });
    host.press(Named::Tab).unwrap();
    host.type_text("٤8x").unwrap();
    assert_eq!(host.program().code, "48");
    host.press(Named::Backspace).unwrap();
    host.copy("915 915 915");
    host.press_letter(iced::keyboard::Modifiers::COMMAND, 'v').unwrap();
    assert_eq!(host.program().code, "491591");
    assert!(
        host.program()
            .heard
            .iter()
            .all(|message| matches!(message, Message::Code(_)))
    );
    assert_eq!(host.find(Role::SecretField, "رمز").unwrap().value, None);
}

#[test]
fn behind_a_dialog_nothing_is_reached() {
    let mut host = page(ARABIC, (800.0, 600.0), |look, _| {
        let base = kit::button(look, "behind").on_press(Message::Pressed("behind"));
        let answers = kit::actions(
            kit::button(look, "stay").on_press(Message::Pressed("stay")),
            kit::button(look, "end").destructive().on_press(Message::Pressed("end")),
        );
        kit::dialog(look, base, "?", "…", answers)
    });
    for expected in ["stay", "end", "stay"] {
        host.press(Named::Tab).unwrap();
        assert_eq!(host.focused().unwrap().name, expected);
    }
    assert!(host.find(Role::Button, "behind").is_none());
    host.click(iced::Point::new(790.0, 10.0)).unwrap();
    assert!(host.program().heard.is_empty());
}

#[test]
fn tab_brings_what_is_below_the_edge_into_view_and_the_end_is_reported() {
    let mut host = page(ARABIC, (400.0, 200.0), |look, _| {
        let names = ["a", "b", "c", "d", "e", "f"];
        let buttons = names.map(|name| kit::button(look, name).on_press(Message::Pressed(name)).into());
        kit::scroll(look, "list", iced::widget::Column::with_children(buttons).spacing(20))
            .on_end(Message::End)
            .into()
    });
    assert!(
        host.overflow().is_empty(),
        "what is below the edge of a scroll area is no overflow"
    );
    let before = host.shot();
    for _ in 0..7 {
        host.press(Named::Tab).unwrap();
    }
    assert_eq!(host.focused().unwrap().name, "f");
    assert_ne!(host.shot(), before);
    assert!(host.program().heard.contains(&Message::End));
}

#[test]
fn what_does_not_fit_is_found() {
    let found = |view: fn(Look) -> Element<'static, Message>, size: (f32, f32)| {
        page(ARABIC, size, move |look, _| view(look)).overflow()
    };
    let body = |look: Look| kit::body(look, "اكتب الرقم كما يظهر على البطاقة التي بين يديك");
    assert!(found(|look| kit::body(look, "اكتب الرقم كما يظهر").into(), (600.0, 100.0)).is_empty());
    let cut = found(
        |look| {
            container(kit::body(look, "اكتب الرقم كما يظهر على البطاقة"))
                .height(10)
                .into()
        },
        (600.0, 100.0),
    );
    assert!(matches!(cut.as_slice(), [Overflow::Words { .. }, ..]), "{cut:?}");
    let torn = found(
        |look| {
            container(kit::body(look, "abcdefghijklmnopqrstuvwxyz"))
                .width(60)
                .into()
        },
        (600.0, 400.0),
    );
    assert!(
        torn.iter().any(|overflow| matches!(overflow, Overflow::Torn { .. })),
        "{torn:?}"
    );
    let wide = found(
        |look| Row::with_children([kit::card_sized(look, 900.0, 40.0, 0.0, kit::caption(look, "x"))]).into(),
        (300.0, 400.0),
    );
    let outside = found(
        |look| {
            let one = |look| container(kit::text(look, TypeStyle::Body, "كلمات كثيرة لا تتسع في سطر").one_line());
            row![
                one(look).width(Length::Fixed(200.0)),
                one(look).width(Length::Fixed(200.0))
            ]
            .into()
        },
        (300.0, 100.0),
    );
    assert!(!outside.is_empty(), "{outside:?} {wide:?}");
    let _ = body;
}

#[test]
fn paragraphs_of_mixed_direction_fit_every_width() {
    let words = "هذه الخطوة الأولى من ثلاث خطوات لاستعادة الحساب عبر بوابة Absher وتستغرق نحو 5 دقائق (AB-12) تقريبا، \
                 ثم اضغط F8 لتسليم الشاشة إلى Mohammed بن علي.";
    for width in (180..700).step_by(7) {
        let mut host = page(ARABIC, (width as f32, 900.0), move |look, _| {
            kit::body(look, words).into()
        });
        assert_eq!(host.overflow(), [], "at width {width}");
    }
}

#[test]
fn a_language_change_keeps_what_a_field_holds_and_its_focus() {
    let mut host = page(ARABIC, (600.0, 200.0), |look, page| {
        kit::field(look, "name", &page.code).on_input(Message::Code).into()
    });
    host.press(Named::Tab).unwrap();
    host.type_text("abc").unwrap();
    host.press(Named::Home).unwrap();
    host.program_mut().look = Look::new(PaletteName::Dark, Direction::LeftToRight).scaled(Scale::LARGEST);
    host.type_text("x").unwrap();
    assert_eq!(host.program().code, "xabc");
}

#[test]
fn nothing_moves_when_an_error_appears() {
    let place = |look_at: fn(Look) -> Look, error: Option<&'static str>, help: &'static str| {
        let mut host = page(ARABIC, (700.0, 500.0), move |look, _| {
            let look = look_at(look);
            let mut field = kit::field(look, "الرقم", "").error(error).on_input(Message::Code);
            if !help.is_empty() {
                field = field.help(help);
            }
            column![field, kit::button(look, "التالي").on_press(Message::Pressed("next"))].into()
        });
        host.find(Role::Button, "التالي").unwrap().bounds.y
    };
    for look_at in [
        |look: Look| look,
        |look: Look| look.for_applicant(),
        |look: Look| look.scaled(Scale::LARGEST),
    ] {
        let bare = place(look_at, None, "");
        assert_eq!(place(look_at, None, "كما في البطاقة"), bare);
        assert_eq!(place(look_at, Some("رقم ناقص"), "كما في البطاقة"), bare);
    }
}

#[test]
fn clicking_the_keypad_leaves_the_keyboard_with_the_code() {
    let mut host = page(ARABIC, (500.0, 700.0), |look, page| {
        let words = kit::KeypadWords {
            name: "أرقام".into(),
            clear: "مسح".into(),
            delete: "حذف".into(),
        };
        column![
            kit::code(look, "رمز", &page.code, 6).on_input(Message::Code),
            kit::keypad(look, &words, Some(&|key| Message::Key(key))),
        ]
        .into()
    });
    host.press(Named::Tab).unwrap();
    assert!(host.click_on(Role::Button, "7").unwrap());
    assert_eq!(host.focused().unwrap().name, "رمز");
    host.type_text("4").unwrap();
    assert_eq!(
        host.program().heard,
        [Message::Key(KeypadKey::Digit(7)), Message::Code("4".into())]
    );
}

#[test]
fn another_page_begins_at_its_top() {
    let mut host = page(ARABIC, (400.0, 200.0), |look, page| {
        let lines = (0..30).map(|_| kit::body(look, "سطر").into());
        kit::scroll(look, "list", iced::widget::Column::with_children(lines))
            .page(format!("{:?}", page.chosen))
            .into()
    });
    let top = host.shot();
    host.press(Named::Tab).unwrap();
    host.press(Named::End).unwrap();
    assert_ne!(host.shot(), top);
    host.send(Message::Key(KeypadKey::Clear)).unwrap();
    assert_ne!(host.shot(), top, "the same page stays where it was");
    host.send(Message::Chosen(1)).unwrap();
    assert_eq!(host.shot(), top);
}

#[test]
fn a_dialog_taller_than_the_window_scrolls() {
    let mut host = page(ARABIC, (600.0, 300.0), |look, _| {
        let look = look.scaled(Scale::LARGEST);
        let lines = ["أ", "ب", "ج", "د", "هـ", "و"].map(|line| kit::body(look, line).into());
        let close = kit::button(look, "إغلاق").on_press(Message::Pressed("close"));
        let answers = iced::widget::Column::with_children(lines).push(close);
        kit::dialog(look, kit::caption(look, "behind"), "المفاتيح", "", answers)
    });
    assert_eq!(host.overflow(), []);
    for _ in 0..2 {
        host.press(Named::Tab).unwrap();
    }
    assert_eq!(host.focused().unwrap().name, "إغلاق");
}
