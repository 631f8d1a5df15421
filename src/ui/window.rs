//! The real window: one `daemon` with its subscriptions.

use iced::{Event, Point, Size, Subscription, Task, event, keyboard, mouse, window};

use crate::desk::Desk;

use super::app::{App, Message, Options};
use super::theme::fonts;

/// The window could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// There is no display, or it does not answer.
    #[error("the window could not be opened: {0}")]
    Display(String),
}

struct Windows {
    app: App,
    clerk: window::Id,
}

#[derive(Clone, Debug)]
enum Happened {
    App(Message),
    Opened,
    Closed(window::Id),
}

/// Opens the program and runs it until its window is closed.
///
/// # Errors
/// See [`RunError`].
pub fn run(desk: Desk, options: Options) -> Result<(), RunError> {
    fonts::use_embedded();
    let boot = move || {
        let settings = window::Settings {
            size: Size::new(1280.0, 800.0),
            min_size: Some(Size::new(1024.0, 700.0)),
            position: window::Position::Specific(Point::ORIGIN),
            exit_on_close_request: true,
            ..window::Settings::default()
        };
        let (clerk, open) = window::open(settings);
        let (app, start) = App::new(desk.clone(), options.clone());
        let outbox = Task::future(desk.clone().run_outbox()).discard();
        (
            Windows { app, clerk },
            Task::batch([open.map(|_| Happened::Opened), start.map(Happened::App), outbox]),
        )
    };
    let daemon = iced::daemon(boot, Windows::update, Windows::view)
        .title(|windows: &Windows, _| windows.app.title())
        .subscription(Windows::subscription)
        .theme(|windows: &Windows, _| windows.app.look().theme())
        .default_font(super::theme::type_scale::REGULAR);
    daemon.run().map_err(|error| RunError::Display(error.to_string()))
}

impl Windows {
    fn update(&mut self, event: Happened) -> Task<Happened> {
        match event {
            Happened::App(message) => self.app.update(message).map(Happened::App),
            Happened::Closed(id) if id == self.clerk => iced::exit(),
            Happened::Opened | Happened::Closed(_) => Task::none(),
        }
    }

    fn view(&self, _window: window::Id) -> iced::Element<'_, Happened> {
        self.app.view().map(Happened::App)
    }

    fn subscription(&self) -> Subscription<Happened> {
        let beat = if self.app.counts_time() { 1 } else { 20 };
        Subscription::batch([
            event::listen_with(heard),
            window::close_events().map(Happened::Closed),
            iced::time::every(std::time::Duration::from_secs(beat)).map(|_| Happened::App(Message::Tick)),
        ])
    }
}

/// What of the toolkit's events the program listens to.
fn heard(event: Event, status: event::Status, _window: window::Id) -> Option<Happened> {
    let message = match event {
        Event::Keyboard(event @ keyboard::Event::KeyPressed { .. }) => {
            Message::Key(event, status == event::Status::Captured)
        }
        Event::Mouse(mouse::Event::ButtonPressed(_)) => Message::Touched,
        Event::Window(window::Event::Resized(size) | window::Event::Opened { size, .. }) => Message::Resized(size),
        _ => return None,
    };
    Some(Happened::App(message))
}
