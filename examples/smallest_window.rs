//! The smallest window of the same toolkit, features and font: what the program is measured against.
//!
//! It shows one line and what was typed last, so that the way from a key to its picture can be timed.
//! `smallest_window [ABOVE]` leaves ABOVE px free above its lines: a display takes a window's picture from top to bottom,
//! so that what stands lower is seen later, in every window.

use iced::widget::{column, container, text};
use iced::{Element, Event, Length, Padding, Size, Subscription, Task, event, keyboard, window};
use istiada::ui::theme::{fonts, type_scale};

#[derive(Default)]
struct Smallest {
    above: f32,
    typed: String,
}

#[derive(Clone, Debug)]
enum Message {
    Opened,
    Closed,
    Typed(String),
}

fn boot() -> (Smallest, Task<Message>) {
    let settings = window::Settings {
        size: Size::new(1280.0, 800.0),
        ..window::Settings::default()
    };
    let above = std::env::args().nth(1).and_then(|above| above.parse().ok());
    let state = Smallest {
        above: above.unwrap_or_default(),
        ..Smallest::default()
    };
    (state, window::open(settings).1.map(|_| Message::Opened))
}

fn update(state: &mut Smallest, message: Message) -> Task<Message> {
    match message {
        Message::Opened => Task::none(),
        Message::Closed => iced::exit(),
        Message::Typed(letter) => {
            state.typed.push_str(&letter);
            Task::none()
        }
    }
}

fn view(state: &Smallest, _window: window::Id) -> Element<'_, Message> {
    let lines = column![text("Istiada"), text(&state.typed)].padding(Padding::ZERO.top(state.above));
    container(lines).width(Length::Fill).height(Length::Fill).into()
}

fn heard(event: Event, _: event::Status, _: window::Id) -> Option<Message> {
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed { text: Some(letter), .. }) => {
            Some(Message::Typed(letter.to_string()))
        }
        _ => None,
    }
}

fn main() -> iced::Result {
    fonts::use_embedded();
    iced::daemon(boot, update, view)
        .subscription(|_| {
            let closed = window::close_events().map(|_| Message::Closed);
            Subscription::batch([event::listen_with(heard), closed])
        })
        .default_font(type_scale::REGULAR)
        .run()
}
