//! The real window: one `daemon` with its subscriptions.

use std::sync::{Mutex, PoisonError, mpsc};

use iced::keyboard::key::Named;
use iced::{Color, Event, Point, Size, Subscription, Task, Theme, event, keyboard, mouse, theme, window};

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

/// The windows: none where the desk could not be opened.
enum Windows {
    None,
    Open {
        app: Box<App>,
        clerk: window::Id,
        /// Turns whenever the whole window is to be painted anew.
        whole: bool,
    },
}

#[derive(Clone, Debug)]
enum Happened {
    App(Message),
    Opened,
    Closed(window::Id),
}

/// Opens the desk and its window, and runs the program until the window is closed; without a desk at once.
///
/// Until the window needs the desk, `open` runs beside: display, fonts and store are ready in the time of the slowest.
///
/// # Errors
/// See [`RunError`].
pub fn run(open: &(dyn Fn() -> Option<Desk> + Sync), options: Options) -> Result<(), RunError> {
    let (opened, desk) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(fonts::use_embedded);
        // Nobody takes the desk where there is no display: it is closed again.
        scope.spawn(move || opened.send(open()));
        show(Mutex::new(desk), options)
    })
}

fn show(desk: Mutex<mpsc::Receiver<Option<Desk>>>, options: Options) -> Result<(), RunError> {
    // The toolkit calls this once, when it has reached the display.
    let boot = move || {
        fonts::use_embedded();
        let desk = desk.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match desk.ok().flatten() {
            Some(desk) => Windows::open(desk, options.clone()),
            None => (Windows::None, iced::exit()),
        }
    };
    let daemon = iced::daemon(boot, Windows::update, Windows::view)
        .title(|windows: &Windows, _| windows.app().map(App::title).unwrap_or_default())
        .subscription(Windows::subscription)
        .theme(|windows: &Windows, _| windows.app().map(|app| app.look().theme()))
        .style(Windows::style)
        .default_font(super::theme::type_scale::REGULAR);
    daemon.run().map_err(|error| RunError::Display(error.to_string()))
}

impl Windows {
    fn open(desk: Desk, options: Options) -> (Self, Task<Happened>) {
        let settings = window::Settings {
            size: Size::new(1280.0, 800.0),
            min_size: Some(Size::new(1024.0, 700.0)),
            position: window::Position::Specific(Point::ORIGIN),
            exit_on_close_request: true,
            ..window::Settings::default()
        };
        let (clerk, open) = window::open(settings);
        let outbox = Task::future(desk.clone().run_outbox()).discard();
        let (app, start) = App::new(desk, options);
        let app = Box::new(app);
        let tasks = [open.map(|_| Happened::Opened), start.map(Happened::App), outbox];
        (
            Self::Open {
                app,
                clerk,
                whole: false,
            },
            Task::batch(tasks),
        )
    }

    fn app(&self) -> Option<&App> {
        match self {
            Self::None => None,
            Self::Open { app, .. } => Some(app),
        }
    }

    fn style(&self, theme: &Theme) -> theme::Style {
        let style = iced::theme::Base::base(theme);
        match self {
            Self::Open { whole: true, .. } => theme::Style {
                background_color: all_but_same(style.background_color),
                ..style
            },
            _ => style,
        }
    }

    fn update(&mut self, event: Happened) -> Task<Happened> {
        match (self, event) {
            (Self::Open { app, whole, .. }, Happened::App(message)) => {
                *whole ^= changes_much(&message);
                app.update(message).map(Happened::App)
            }
            (Self::Open { clerk, .. }, Happened::Closed(id)) if id == *clerk => iced::exit(),
            _ => Task::none(),
        }
    }

    fn view(&self, _window: window::Id) -> iced::Element<'_, Happened> {
        self.app().map_or_else(
            || iced::widget::Space::new().into(),
            |app| app.view().map(Happened::App),
        )
    }

    fn subscription(&self) -> Subscription<Happened> {
        let Some(app) = self.app() else {
            return Subscription::none();
        };
        let beat = if app.counts_time() { 1 } else { 20 };
        Subscription::batch([
            event::listen_with(heard),
            window::close_events().map(Happened::Closed),
            iced::time::every(std::time::Duration::from_secs(beat)).map(|_| Happened::App(Message::Tick)),
        ])
    }
}

/// Whether more changes than a field and what follows from it. Then the whole window is painted anew: where it paints
/// only what changed, the toolkit misses what stands out of its bounds by a part of a pixel, such as the last letter of
/// an Arabic line or the edge of a ring, and leaves it behind.
fn changes_much(message: &Message) -> bool {
    match message {
        Message::Tick | Message::Screen(_) | Message::SignIn(_) => false,
        Message::Staff(message) => !message.is_typed(),
        Message::Key(keyboard::Event::KeyPressed { key, .. }, true) => {
            !matches!(key, keyboard::Key::Named(Named::Backspace | Named::Delete))
        }
        _ => true,
    }
}

/// A colour that the screen cannot tell from `color`, but the toolkit can: it paints the whole window anew for it.
fn all_but_same(color: Color) -> Color {
    let nudge = if color.b > 0.5 { -NUDGE } else { NUDGE };
    Color {
        b: color.b + nudge,
        ..color
    }
}

/// Far less than one of the 255 steps of a colour.
const NUDGE: f32 = 1e-4;

/// What of the toolkit's events the program listens to.
fn heard(event: Event, status: event::Status, _window: window::Id) -> Option<Happened> {
    let captured = status == event::Status::Captured;
    let message = match event {
        // A letter that a field took: the field tells what it is now, and the window is not built a second time.
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: keyboard::Key::Character(_),
            modifiers,
            ..
        }) if captured && !modifiers.command() => return None,
        Event::Keyboard(event @ keyboard::Event::KeyPressed { .. }) => Message::Key(event, captured),
        Event::Mouse(mouse::Event::ButtonPressed(_) | mouse::Event::WheelScrolled { .. }) => Message::Touched,
        Event::Window(window::Event::Resized(size) | window::Event::Opened { size, .. }) => Message::Resized(size),
        _ => return None,
    };
    Some(Happened::App(message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_painted_anew_in_the_same_colour() {
        for level in 0..=u8::MAX {
            let color = Color::from_rgb8(level, level, level);
            let nudged = all_but_same(color);
            assert_ne!(nudged, color);
            assert_eq!(nudged.into_rgba8(), color.into_rgba8());
        }
    }
}
