//! The real window: one `daemon` with its subscriptions.

use std::sync::{Mutex, PoisonError, mpsc};

use iced::keyboard::key::Named;
use iced::{Color, Event, Point, Size, Subscription, Task, Theme, event, keyboard, mouse, theme, window};

use crate::desk::Desk;

use super::app::{App, Message, Options, Place};
use super::screen::Side;
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
        /// For each side, turns whenever its whole window is to be painted anew.
        whole: [bool; 2],
    },
}

#[derive(Clone, Debug)]
enum Happened {
    App(Message),
    /// The same in this window.
    In(window::Id, InWindow),
    Opened,
    CloseRequested(window::Id),
    Closed(window::Id),
}

/// What happens in one window.
#[derive(Clone, Debug)]
enum InWindow {
    Key(keyboard::Event, bool),
    Focused,
    Resized(Size),
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
        .title(Windows::title)
        .subscription(Windows::subscription)
        .theme(Windows::theme)
        .default_font(super::theme::type_scale::REGULAR);
    daemon.run().map_err(|error| RunError::Display(error.to_string()))
}

impl Windows {
    fn open(desk: Desk, options: Options) -> (Self, Task<Happened>) {
        let settings = window::Settings {
            size: Size::new(1280.0, 800.0),
            min_size: Some(Size::new(1024.0, 700.0)),
            position: window::Position::Specific(Point::ORIGIN),
            exit_on_close_request: false,
            ..window::Settings::default()
        };
        let (clerk, open) = window::open(settings);
        let open = open.map(|_| Happened::Opened);
        // The configuration goes before what was said at the first start.
        let said = desk.applicant_window().map(|(x, y)| Place::new(x, y, None));
        let beside = options.applicant_window.or(said);
        let outbox = Task::future(desk.clone().run_outbox()).discard();
        let (mut app, start) = App::new(desk, options);
        app.stands_in(clerk);
        // Whichever window comes last has the keyboard: it belongs to the clerk, who begins.
        let open = match beside {
            None => open,
            Some(place) => app.open_beside(place).map(Happened::App).chain(open),
        };
        let windows = Self::Open {
            app: Box::new(app),
            whole: [false; 2],
        };
        (windows, Task::batch([open, start.map(Happened::App), outbox]))
    }

    fn title(&self, window: window::Id) -> String {
        let side_of = |app: &App| app.side_of(window).unwrap_or(Side::Clerk);
        self.app().map(|app| app.title(side_of(app))).unwrap_or_default()
    }

    fn theme(&self, window: window::Id) -> Option<Theme> {
        let Self::Open { app, whole } = self else { return None };
        match app.side_of(window) {
            Some(side) if whole[side.place()] => Some(painted_anew(&app.look(side).theme())),
            Some(side) => Some(app.look(side).theme()),
            None => Some(app.mark_look().theme()),
        }
    }

    fn app(&self) -> Option<&App> {
        match self {
            Self::None => None,
            Self::Open { app, .. } => Some(app),
        }
    }

    fn update(&mut self, event: Happened) -> Task<Happened> {
        let Self::Open { app, whole } = self else {
            return Task::none();
        };
        let message = match event {
            Happened::App(message) => message,
            Happened::Opened => return Task::none(),
            Happened::In(window, event) => match (app.side_of(window), event) {
                (Some(side), InWindow::Key(event, taken)) => Message::Key(side, event, taken),
                (Some(side), InWindow::Focused) => Message::Focused(side),
                (Some(side), InWindow::Resized(size)) => Message::Resized(side, size),
                (None, _) => return Task::none(),
            },
            Happened::CloseRequested(window) => match app.side_of(window) {
                Some(Side::Clerk) => Message::Close,
                Some(Side::Applicant) | None => return window::close(window),
            },
            Happened::Closed(window) => match app.side_of(window) {
                Some(Side::Clerk) => return iced::exit(),
                Some(Side::Applicant) => Message::Alone,
                None => return Task::none(),
            },
        };
        for side in [Side::Clerk, Side::Applicant] {
            whole[side.place()] ^= changes_much(&message, side);
        }
        app.update(message).map(Happened::App)
    }

    fn view(&self, window: window::Id) -> iced::Element<'_, Happened> {
        let Some(app) = self.app() else {
            return iced::widget::Space::new().into();
        };
        let shown = match app.side_of(window) {
            Some(side) => app.view(side),
            None if app.is_mark(window) => app.mark(),
            None => iced::widget::Space::new().into(),
        };
        shown.map(Happened::App)
    }

    fn subscription(&self) -> Subscription<Happened> {
        let Some(app) = self.app() else {
            return Subscription::none();
        };
        let beat = if app.counts_time() { 1 } else { 20 };
        Subscription::batch([
            event::listen_with(heard),
            window::close_requests().map(Happened::CloseRequested),
            window::close_events().map(Happened::Closed),
            iced::time::every(std::time::Duration::from_secs(beat)).map(|_| Happened::App(Message::Tick)),
        ])
    }
}

/// Whether more changes than a field and what follows from it. Then the whole window is painted anew: where it paints
/// only what changed, the toolkit misses what stands out of its bounds by a part of a pixel, such as the last letter of
/// an Arabic line or the edge of a ring, and leaves it behind.
fn changes_much(message: &Message, side: Side) -> bool {
    match message {
        Message::Tick | Message::Screen(_) | Message::SignIn(_) => false,
        Message::Staff(message) => !message.is_typed(),
        Message::Focused(_) => false,
        Message::Resized(window, _) => *window == side,
        Message::Key(window, keyboard::Event::KeyPressed { key, .. }, true) if *window == side => {
            !matches!(key, keyboard::Key::Named(Named::Backspace | Named::Delete))
        }
        Message::Key(_, _, true) => false,
        _ => true,
    }
}

/// The same theme, for a window that is to be painted anew.
fn painted_anew(theme: &Theme) -> Theme {
    let palette = theme.palette();
    let background = all_but_same(palette.background);
    Theme::custom(theme.to_string(), theme::Palette { background, ..palette })
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
fn heard(event: Event, status: event::Status, window: window::Id) -> Option<Happened> {
    let captured = status == event::Status::Captured;
    let happened = match event {
        // A letter that a field took or gave: the field tells what it is now, and the window is not built a second time.
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: keyboard::Key::Character(_) | keyboard::Key::Named(Named::Backspace | Named::Delete),
            modifiers,
            ..
        }) if captured && !modifiers.command() => return None,
        Event::Keyboard(event @ keyboard::Event::KeyPressed { .. }) => InWindow::Key(event, captured),
        Event::Mouse(mouse::Event::ButtonPressed(_) | mouse::Event::WheelScrolled { .. }) => {
            return Some(Happened::App(Message::Touched));
        }
        Event::Window(window::Event::Resized(size) | window::Event::Opened { size, .. }) => InWindow::Resized(size),
        Event::Window(window::Event::Focused) => InWindow::Focused,
        _ => return None,
    };
    Some(Happened::In(window, happened))
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
