//! The reader, the picker, the checklist, tabs and boxes to agree with: by keyboard, and told to assistive technology.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::keyboard::key::Named;
use iced::widget::column;
use iced::{Element, Event, Point, Size, Task, Theme, mouse, window};
use istiada::ui::access::{self, Role};
use istiada::ui::direction::Direction;
use istiada::ui::headless::{Host, Program};
use istiada::ui::kit::{self, CheckItem, Consent, Holds, Icon, Part, focus, reader};
use istiada::ui::theme::{Look, PaletteName, Scale};

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Tab(bool),
    Read(u8),
    Turn,
    Chosen(usize),
    Agreed,
    After,
}

type View = Box<dyn Fn(Look, &Page) -> Element<'static, Message>>;

struct Page {
    look: Look,
    view: View,
    chosen: Option<usize>,
    text: &'static str,
    heard: Vec<Message>,
}

impl Program for Page {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        match &message {
            Message::Tab(true) => return focus::next(),
            Message::Tab(false) => return focus::previous(),
            Message::Turn => return reader::page_down("text"),
            Message::Chosen(place) => self.chosen = Some(*place),
            Message::Read(_) | Message::Agreed | Message::After => {}
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
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let page = Page {
        look: Look::new(PaletteName::Light, direction),
        view: Box::new(view),
        chosen: None,
        text: "terms 1 ar",
        heard: Vec::new(),
    };
    Host::new(page, Task::none(), Size::new(size.0, size.1), Arc::new(runtime)).unwrap()
}

const ARABIC: Direction = Direction::RightToLeft;
const PARAGRAPH: &str = "نجمع رقم هويتك، ورقم جوالك، وبريدك الإلكتروني، واسم المستخدم الذي تختاره. أما كلمة مرورك \
                         وإجابات أسئلة الأمان فلا تُحفظ كما كتبتها.";

fn text_of(look: Look, page: &Page, paragraphs: usize) -> Element<'static, Message> {
    let parts = (0..paragraphs).flat_map(|_| [Part::Heading("ما نجمعه".into()), Part::Paragraph(PARAGRAPH.into())]);
    let text = kit::reader(look, "text", "الشروط", page.text, look.direction, parts, 300.0).on_read(Message::Read);
    column![text, kit::button(look, "بعده").on_press(Message::After)].into()
}

fn furthest(host: &Host<Page>) -> Option<u8> {
    let heard = host.program().heard.iter().rev();
    heard.into_iter().find_map(|message| match message {
        Message::Read(percent) => Some(*percent),
        _ => None,
    })
}

#[test]
fn a_long_text_is_read_by_keys_to_its_end() {
    let mut host = page(ARABIC, (700.0, 500.0), |look, page| text_of(look, page, 20));
    assert!(host.overflow().is_empty(), "{:?}", host.overflow());
    host.press(Named::Tab).unwrap();
    let focused = host.focused().unwrap();
    assert_eq!((focused.role, focused.name.as_str()), (Role::ScrollArea, "الشروط"));
    let begun = furthest(&host).expect("what stands at the beginning");
    assert!(begun < 40, "{begun}");
    for key in [Named::Space, Named::PageDown, Named::ArrowDown] {
        let before = furthest(&host);
        host.press(key).unwrap();
        assert!(furthest(&host) > before, "{key:?}");
    }
    assert!(furthest(&host) < Some(100));
    host.press(Named::End).unwrap();
    assert_eq!(furthest(&host), Some(100));
    host.press(Named::Home).unwrap();
    assert_eq!(furthest(&host), Some(100), "what was read stays read");
    host.press(Named::Tab).unwrap();
    assert_eq!(host.focused().unwrap().name, "بعده");
}

#[test]
fn a_button_and_the_wheel_turn_pages_too() {
    let mut host = page(ARABIC, (700.0, 500.0), |look, page| text_of(look, page, 20));
    host.point(Point::new(350.0, 100.0)).unwrap();
    let before = furthest(&host);
    let delta = mouse::ScrollDelta::Lines { x: 0.0, y: -1.0 };
    host.event(Event::Mouse(mouse::Event::WheelScrolled { delta })).unwrap();
    assert!(furthest(&host) > before);
    for _ in 0..40 {
        host.send(Message::Turn).unwrap();
    }
    host.point_away().unwrap();
    assert_eq!(furthest(&host), Some(100));
}

#[test]
fn another_text_begins_at_its_beginning() {
    let mut host = page(ARABIC, (700.0, 500.0), |look, page| text_of(look, page, 20));
    host.press(Named::Tab).unwrap();
    host.press(Named::End).unwrap();
    let read = host.shot();
    host.program_mut().text = "privacy 1 ar";
    host.program_mut().heard.clear();
    host.point_away().unwrap();
    assert_ne!(host.shot(), read);
    assert!(furthest(&host).unwrap() < 40);
}

#[test]
fn a_text_that_stands_wholly_in_sight_is_read_after_five_seconds() {
    let mut host = page(ARABIC, (700.0, 500.0), |look, page| text_of(look, page, 1));
    host.point_away().unwrap();
    assert_ne!(furthest(&host), Some(100));
    let later = |seconds| {
        Event::Window(window::Event::RedrawRequested(
            Instant::now() + Duration::from_secs(seconds),
        ))
    };
    host.event(later(3)).unwrap();
    assert!((50..80).contains(&furthest(&host).unwrap()), "{:?}", furthest(&host));
    host.event(later(6)).unwrap();
    assert_eq!(furthest(&host), Some(100));
}

fn questions(look: Look, page: &Page) -> Element<'static, Message> {
    let entries = [
        "ما اسم أول مدرسة درست فيها؟",
        "ما لعبتك المفضلة؟",
        "ما أول مدينة سافرت إليها؟",
    ];
    let picker = kit::picker(look, "السؤال الأول", entries.map(String::from).into(), page.chosen)
        .placeholder("اختر سؤالًا")
        .on_choose(Message::Chosen);
    column![picker, kit::button(look, "بعده").on_press(Message::After)].into()
}

#[test]
fn a_picker_opens_chooses_and_closes_by_keys() {
    let mut host = page(ARABIC, (600.0, 500.0), questions);
    host.press(Named::Tab).unwrap();
    let closed = host.focused().unwrap();
    assert_eq!((closed.role, closed.toggled), (Role::ComboBox, Some(false)));
    assert!(host.find(Role::Option, "ما لعبتك المفضلة؟").is_none());
    host.press(Named::ArrowDown).unwrap();
    assert_eq!(host.focused().unwrap().toggled, Some(true));
    assert!(host.find(Role::Option, "ما لعبتك المفضلة؟").is_some());
    assert!(access::unnamed(&host.nodes()).is_empty() && host.overflow().is_empty());
    host.press(Named::ArrowDown).unwrap();
    host.press(Named::Enter).unwrap();
    assert_eq!(host.program().chosen, Some(1));
    let chosen = host.focused().unwrap();
    assert_eq!(chosen.value.as_deref(), Some("ما لعبتك المفضلة؟"));
    assert_eq!(chosen.toggled, Some(false));
    host.press(Named::Enter).unwrap();
    host.press(Named::End).unwrap();
    host.press(Named::Escape).unwrap();
    assert_eq!(host.program().chosen, Some(1), "Esc chooses nothing");
    host.type_text("مدين").unwrap();
    host.press(Named::Enter).unwrap();
    assert_eq!(host.program().chosen, Some(2), "letters find a word anywhere");
    host.press(Named::Enter).unwrap();
    host.press(Named::Tab).unwrap();
    assert_eq!(host.focused().unwrap().name, "بعده", "Tab closes the list and goes on");
    assert!(host.find(Role::Option, "ما لعبتك المفضلة؟").is_none());
}

#[test]
fn a_picker_answers_to_the_pointer_and_closes_beside_it() {
    for direction in [ARABIC, Direction::LeftToRight] {
        let mut host = page(direction, (600.0, 500.0), questions);
        assert!(host.click_on(Role::ComboBox, "السؤال الأول").unwrap());
        assert!(host.click_on(Role::Option, "ما أول مدينة سافرت إليها؟").unwrap());
        assert_eq!(host.program().chosen, Some(2));
        assert!(host.find(Role::Option, "ما لعبتك المفضلة؟").is_none());
        assert!(host.click_on(Role::ComboBox, "السؤال الأول").unwrap());
        host.click(Point::new(590.0, 490.0)).unwrap();
        assert!(host.find(Role::Option, "ما لعبتك المفضلة؟").is_none());
        assert!(!host.program().heard.contains(&Message::After));
    }
}

#[test]
fn a_long_list_scrolls_inside_the_window() {
    for scale in [Scale::NORMAL, Scale::LARGEST] {
        let mut host = page(ARABIC, (600.0, 400.0), |look, page| {
            let entries = (1..=15)
                .map(|number| format!("السؤال رقم {number} في القائمة"))
                .collect();
            kit::picker(look, "سؤال", entries, page.chosen)
                .on_choose(Message::Chosen)
                .into()
        });
        host.program_mut().look = host.program().look.scaled(scale).for_applicant();
        host.press(Named::Tab).unwrap();
        host.press(Named::Enter).unwrap();
        let top = host.shot();
        host.press(Named::End).unwrap();
        assert_ne!(host.shot(), top);
        assert!(host.overflow().is_empty(), "{:?}", host.overflow());
        host.press(Named::Enter).unwrap();
        assert_eq!(host.program().chosen, Some(14));
    }
}

#[test]
fn the_checklist_tells_each_condition_and_what_to_do() {
    let mut host = page(ARABIC, (640.0, 500.0), |look, _| {
        let item = |holds, words: &str, badge: &str, next: Option<&str>| CheckItem {
            holds,
            words: words.to_owned(),
            badge: badge.to_owned(),
            reason: "حتى 29 شوال 1450 هـ".to_owned(),
            next: next.map(str::to_owned),
        };
        kit::checklist(
            look,
            "شروط التسجيل",
            vec![
                item(Holds::Met, "الهوية سارية", "تحقق", None),
                item(Holds::NotApplicable, "الإقامة سارية", "لا ينطبق", None),
                item(Holds::NotMet, "الجوال نشط", "لم يتحقق", Some("يراجع مشغّله.")),
                item(Holds::Unknown, "البريد يعمل", "غير معلوم", None),
                item(Holds::Later, "قُرئت الشروط", "في الخطوة 7", None),
            ],
        )
    });
    assert!(host.overflow().is_empty());
    let nodes = host.nodes();
    let told = |name: &str| {
        nodes
            .iter()
            .find(|node| node.name == name && node.value.is_some())
            .unwrap()
    };
    assert_eq!(
        (told("الهوية سارية").role, told("الهوية سارية").toggled),
        (Role::Status, Some(true))
    );
    let broken = told("الجوال نشط");
    assert_eq!((broken.role, broken.value.as_deref()), (Role::Alert, Some("لم يتحقق")));
    assert!(broken.description.as_ref().unwrap().ends_with("يراجع مشغّله."));
    assert_eq!(
        told("البريد يعمل").role,
        Role::Alert,
        "what nobody knows is in the way too"
    );
}

#[test]
fn a_locked_box_cannot_be_ticked_and_says_when_it_opens() {
    let view = |locked: bool| {
        move |look: Look, _: &Page| {
            let consent = Consent {
                words: "أوافق على الشروط".to_owned(),
                detail: "يُفتح حين تبلغ آخر النص".to_owned(),
                on: false,
                locked,
                error: false,
            };
            kit::consent(look, "agree", consent, Message::Agreed)
        }
    };
    let mut locked = page(ARABIC, (500.0, 200.0), view(true));
    let node = locked.find(Role::CheckBox, "أوافق على الشروط").unwrap();
    assert!(node.disabled);
    assert_eq!(node.description.as_deref(), Some("يُفتح حين تبلغ آخر النص"));
    assert!(!locked.click_on(Role::CheckBox, "أوافق على الشروط").unwrap());
    let mut open = page(ARABIC, (500.0, 200.0), view(false));
    open.press(Named::Tab).unwrap();
    open.press(Named::Space).unwrap();
    assert_eq!(open.program().heard, [Message::Agreed]);
}

#[test]
fn arrows_choose_a_tab_in_reading_direction() {
    for (direction, forward) in [(ARABIC, Named::ArrowLeft), (Direction::LeftToRight, Named::ArrowRight)] {
        let mut host = page(direction, (600.0, 200.0), |look, page| {
            let entries = vec![
                (Icon::FileText, "الشروط".to_owned()),
                (Icon::Shield, "الخصوصية".to_owned()),
            ];
            let tabs = kit::tabs(look, "النصوص", entries, page.chosen.unwrap_or(0), Message::Chosen);
            column![tabs, kit::button(look, "بعده").on_press(Message::After)].into()
        });
        host.press(Named::Tab).unwrap();
        host.press(forward).unwrap();
        assert_eq!(host.program().chosen, Some(1));
        assert_eq!(host.focused().unwrap().name, "الخصوصية");
        host.press(Named::Tab).unwrap();
        assert_eq!(host.focused().unwrap().name, "بعده");
    }
}
