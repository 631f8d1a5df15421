//! The text field, driven by keys and pointer through the real renderer without a display.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;
use std::time::Duration;

use iced::advanced::input_method;
use iced::keyboard::{Modifiers, key::Named};
use iced::widget::column;
use iced::{Element, Event, Point, Size, Task, Theme};
use istiada::ui::access::Role;
use istiada::ui::direction::Direction;
use istiada::ui::headless::{Host, Program};
use istiada::ui::kit::{self, focus};
use istiada::ui::theme::{Look, PaletteName};

#[derive(Debug, Clone)]
enum Message {
    Answer(String),
    Secret(String),
    Reveal,
    Submit,
    Tab(bool),
}

struct Form {
    look: Look,
    answer: String,
    secret: String,
    revealed: bool,
    digits_only: bool,
    submitted: usize,
}

impl Program for Form {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Answer(text) if self.digits_only => {
                self.answer = text.chars().filter(char::is_ascii_digit).collect();
            }
            Message::Answer(text) => self.answer = text,
            Message::Secret(text) => self.secret = text,
            Message::Reveal => self.revealed = !self.revealed,
            Message::Submit => self.submitted += 1,
            Message::Tab(true) => return focus::next(),
            Message::Tab(false) => return focus::previous(),
        }
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let answer = kit::field(self.look, "answer", &self.answer).id("answer").longest(40);
        let answer = answer.on_input(Message::Answer).on_submit(Message::Submit);
        let secret = kit::field(self.look, "secret", &self.secret)
            .id("secret")
            .left_to_right()
            .secret();
        let secret = secret
            .reveal(self.revealed, "show", Message::Reveal)
            .on_input(Message::Secret);
        kit::root(self.look, column![answer, secret].padding(20))
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

fn form(direction: Direction) -> Host<Form> {
    let runtime = Arc::new(
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap(),
    );
    let look = Look::new(PaletteName::Light, direction);
    let form = Form {
        look,
        answer: String::new(),
        secret: String::new(),
        revealed: false,
        digits_only: false,
        submitted: 0,
    };
    Host::new(form, focus::to("answer"), Size::new(600.0, 320.0), runtime).unwrap()
}

fn arabic() -> Host<Form> {
    form(Direction::RightToLeft)
}

const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn arabic_is_typed_edited_undone_and_submitted() {
    let mut host = arabic();
    host.type_text("محمد علي").unwrap();
    assert_eq!(host.program().answer, "محمد علي");
    host.press_with(CTRL, Named::Backspace).unwrap();
    assert_eq!(host.program().answer, "محمد ");
    host.press_letter(CTRL, 'z').unwrap();
    assert_eq!(host.program().answer, "محمد علي");
    host.press(Named::Home).unwrap();
    host.press(Named::Delete).unwrap();
    assert_eq!(host.program().answer, "حمد علي");
    host.press(Named::Enter).unwrap();
    assert_eq!(host.program().submitted, 1);
}

#[test]
fn the_left_arrow_goes_left_on_the_screen_whatever_the_script() {
    let mut host = arabic();
    host.type_text("اب").unwrap();
    host.press(Named::Home).unwrap();
    host.press(Named::ArrowLeft).unwrap();
    host.type_text("ج").unwrap();
    assert_eq!(host.program().answer, "اجب");

    let mut host = form(Direction::LeftToRight);
    host.type_text("ab").unwrap();
    host.press(Named::ArrowLeft).unwrap();
    host.type_text("c").unwrap();
    assert_eq!(host.program().answer, "acb");
}

#[test]
fn arrows_walk_through_mixed_text_from_one_edge_to_the_other_and_back() {
    let mut host = arabic();
    host.type_text("شارع King فهد 12").unwrap();
    for _ in 0..40 {
        host.press(Named::ArrowRight).unwrap();
    }
    host.type_text("[").unwrap();
    assert!(host.program().answer.starts_with('['), "{}", host.program().answer);
    for _ in 0..40 {
        host.press(Named::ArrowLeft).unwrap();
    }
    host.type_text("]").unwrap();
    let answer = host.program().answer.clone();
    assert!(answer.contains(']') && !answer.starts_with(']'), "{answer}");
}

#[test]
fn a_selection_is_copied_and_pasted_text_is_cleaned() {
    let mut host = arabic();
    host.type_text("محمد").unwrap();
    host.press_letter(CTRL, 'a').unwrap();
    host.press_letter(CTRL, 'c').unwrap();
    assert_eq!(host.clipboard(), Some("محمد"));
    host.press_letter(CTRL, 'x').unwrap();
    assert_eq!(host.program().answer, "");
    host.copy("\u{202B}05\u{200E}0\u{7}123\r\n4567\u{2069}\n");
    host.press_letter(CTRL, 'v').unwrap();
    assert_eq!(host.program().answer, "050123  4567");
}

#[test]
fn shift_and_arrows_select_what_typing_then_replaces() {
    let mut host = arabic();
    host.type_text("ابج").unwrap();
    host.press_with(Modifiers::SHIFT, Named::ArrowRight).unwrap();
    host.press_with(Modifiers::SHIFT, Named::ArrowRight).unwrap();
    host.type_text("د").unwrap();
    assert_eq!(host.program().answer, "اد");
}

#[test]
fn a_secret_is_never_copied_nor_told() {
    let mut host = arabic();
    host.press(Named::Tab).unwrap();
    host.type_text("Wadi-2027").unwrap();
    assert_eq!(host.program().secret, "Wadi-2027");
    host.press_letter(CTRL, 'a').unwrap();
    host.press_letter(CTRL, 'c').unwrap();
    host.press_letter(CTRL, 'x').unwrap();
    assert_eq!(host.clipboard(), None);
    assert_eq!(host.program().secret, "Wadi-2027");
    assert!(host.click_on(Role::Button, "show").unwrap());
    assert!(host.program().revealed);
    let node = host.find(Role::SecretField, "secret").unwrap();
    assert_eq!(node.value, None);
    assert!(!format!("{:?}", host.nodes()).contains("Wadi"));
}

#[test]
fn what_the_program_refuses_leaves_the_caret_where_it_was() {
    let mut host = arabic();
    host.program_mut().digits_only = true;
    host.type_text("12").unwrap();
    host.press(Named::Home).unwrap();
    host.type_text("x3").unwrap();
    assert_eq!(host.program().answer, "312");
}

#[test]
fn an_input_method_shows_what_it_composes_and_commits_it() {
    let mut host = arabic();
    let composed = |event| Event::InputMethod(event);
    host.event(composed(input_method::Event::Opened)).unwrap();
    let empty = host.shot();
    host.event(composed(input_method::Event::Preedit("سلا".into(), Some(6..6))))
        .unwrap();
    assert_eq!(host.program().answer, "");
    assert_ne!(host.shot(), empty, "what is composed is on the screen");
    host.event(composed(input_method::Event::Commit("سلام".into()))).unwrap();
    assert_eq!(host.program().answer, "سلام");
}

#[test]
fn a_click_puts_the_caret_there_and_more_clicks_select() {
    let mut host = arabic();
    host.type_text("أهلا وسهلا بكم").unwrap();
    let bounds = host.find(Role::TextField, "answer").unwrap().bounds;
    let start = Point::new(bounds.x + bounds.width - 16.0, bounds.center_y());
    host.click(start).unwrap();
    host.type_text("[").unwrap();
    assert_eq!(host.program().answer, "[أهلا وسهلا بكم");
    host.press(Named::Backspace).unwrap();
    host.click(start).unwrap();
    host.press(Named::Backspace).unwrap();
    assert_eq!(host.program().answer, " وسهلا بكم", "two clicks take the word");
    host.click(start).unwrap();
    host.press(Named::Backspace).unwrap();
    assert_eq!(host.program().answer, "", "three clicks take everything");
}

#[test]
fn a_drag_selects() {
    let mut host = arabic();
    host.type_text("ابج").unwrap();
    let bounds = host.find(Role::TextField, "answer").unwrap().bounds;
    host.point(Point::new(bounds.x + bounds.width - 15.0, bounds.center_y()))
        .unwrap();
    host.button_down().unwrap();
    host.point(Point::new(bounds.x + 40.0, bounds.center_y())).unwrap();
    host.button_up().unwrap();
    host.type_text("x").unwrap();
    assert_eq!(host.program().answer, "x");
}

#[test]
fn what_is_typed_stops_at_the_longest() {
    let mut host = arabic();
    host.type_text(&"ب".repeat(50)).unwrap();
    assert_eq!(host.program().answer.chars().count(), 40);
}

#[test]
fn tab_goes_through_the_fields_in_reading_order_and_back() {
    let mut host = arabic();
    let mut names = Vec::new();
    for _ in 0..4 {
        names.push(host.focused().unwrap().name);
        host.press(Named::Tab).unwrap();
    }
    assert_eq!(names, ["answer", "secret", "show", "answer"]);
    assert_eq!(host.focused().unwrap().name, "secret");
    host.press_with(Modifiers::SHIFT, Named::Tab).unwrap();
    host.press_with(Modifiers::SHIFT, Named::Tab).unwrap();
    assert_eq!(host.focused().unwrap().name, "show");
}

#[test]
fn only_a_focused_field_asks_for_pictures_and_at_most_two_a_second() {
    let mut host = arabic();
    host.settle().unwrap();
    host.point(Point::new(590.0, 310.0)).unwrap();
    let next = host.next_picture().expect("the caret blinks");
    assert!(
        next <= Duration::from_millis(530) && next > Duration::from_millis(200),
        "{next:?}"
    );
    host.click(Point::new(590.0, 310.0)).unwrap();
    host.point_away().unwrap();
    assert_eq!(host.next_picture(), None, "nothing is focused, nothing moves");
}

#[test]
fn the_next_screens_field_knows_nothing_of_this_one() {
    struct Screens {
        look: Look,
        second: bool,
        values: [String; 2],
    }
    impl Program for Screens {
        type Message = String;
        fn update(&mut self, message: String) -> Task<String> {
            self.values[usize::from(self.second)] = message;
            Task::none()
        }
        fn view(&self) -> Element<'_, String> {
            let id = if self.second { "mother" } else { "school" };
            let field = kit::field(self.look, "answer", &self.values[usize::from(self.second)]).id(id);
            kit::root(self.look, field.on_input(|text| text))
        }
        fn theme(&self) -> Theme {
            self.look.theme()
        }
    }
    let runtime = Arc::new(
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap(),
    );
    let look = Look::new(PaletteName::Light, Direction::RightToLeft);
    let screens = Screens {
        look,
        second: false,
        values: [String::new(), "فاطمة".to_owned()],
    };
    let mut host = Host::new(screens, focus::to("school"), Size::new(400.0, 200.0), runtime).unwrap();
    host.type_text("الأمل").unwrap();
    host.program_mut().second = true;
    host.event(Event::Window(iced::window::Event::Focused)).unwrap();
    assert!(
        host.focused().is_none(),
        "the keyboard does not wander into another field"
    );
    let bounds = host.find(Role::TextField, "answer").unwrap().bounds;
    host.click(Point::new(bounds.center_x(), bounds.center_y())).unwrap();
    host.press_letter(CTRL, 'z').unwrap();
    assert_eq!(host.program().values, ["الأمل".to_owned(), "فاطمة".to_owned()]);
}
