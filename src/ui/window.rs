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
        clerk: window::Id,
        /// The applicant's own, while it is there.
        applicant: Option<window::Id>,
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
        let beside = options.applicant_window.or(said).map(beside);
        let outbox = Task::future(desk.clone().run_outbox()).discard();
        let (mut app, start) = App::new(desk, options);
        let (applicant, open) = match beside {
            None => (None, open),
            // Whichever window comes last has the keyboard: it belongs to the clerk, who begins.
            Some((applicant, opened)) => {
                app.use_two(clerk, applicant);
                (Some(applicant), opened.chain(open))
            }
        };
        let windows = Self::Open {
            app: Box::new(app),
            clerk,
            applicant,
            whole: [false; 2],
        };
        (windows, Task::batch([open, start.map(Happened::App), outbox]))
    }

    /// Whose window it is.
    fn side_of(&self, window: window::Id) -> Side {
        match self {
            Self::Open {
                applicant: Some(applicant),
                ..
            } if *applicant == window => Side::Applicant,
            _ => Side::Clerk,
        }
    }

    fn title(&self, window: window::Id) -> String {
        let side = self.side_of(window);
        self.app().map(|app| app.title(side)).unwrap_or_default()
    }

    fn theme(&self, window: window::Id) -> Option<Theme> {
        let side = self.side_of(window);
        match self {
            Self::Open { app, whole, .. } if whole[side.place()] => Some(painted_anew(&app.look(side).theme())),
            Self::Open { app, .. } => Some(app.look(side).theme()),
            Self::None => None,
        }
    }

    fn app(&self) -> Option<&App> {
        match self {
            Self::None => None,
            Self::Open { app, .. } => Some(app),
        }
    }

    fn update(&mut self, event: Happened) -> Task<Happened> {
        let Self::Open {
            app,
            clerk,
            applicant,
            whole,
        } = self
        else {
            return Task::none();
        };
        let side_of = |window| {
            if *applicant == Some(window) {
                Side::Applicant
            } else {
                Side::Clerk
            }
        };
        let message = match event {
            Happened::App(message) => message,
            Happened::In(window, InWindow::Key(event, taken)) => Message::Key(side_of(window), event, taken),
            Happened::In(window, InWindow::Focused) => Message::Focused(side_of(window)),
            Happened::In(window, InWindow::Resized(size)) => Message::Resized(side_of(window), size),
            Happened::CloseRequested(window) if window == *clerk => Message::Close,
            Happened::CloseRequested(window) => return window::close(window),
            Happened::Closed(window) if window == *clerk => return iced::exit(),
            Happened::Closed(window) if *applicant == Some(window) => {
                *applicant = None;
                Message::Alone
            }
            Happened::Closed(_) | Happened::Opened => return Task::none(),
        };
        for side in [Side::Clerk, Side::Applicant] {
            whole[side.place()] ^= changes_much(&message, side);
        }
        app.update(message).map(Happened::App)
    }

    fn view(&self, window: window::Id) -> iced::Element<'_, Happened> {
        let side = self.side_of(window);
        self.app().map_or_else(
            || iced::widget::Space::new().into(),
            |app| app.view(side).map(Happened::App),
        )
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

/// Opens the applicant's window: without a frame, and as large as its screen where no size is set.
fn beside(place: Place) -> (window::Id, Task<Happened>) {
    let settings = window::Settings {
        size: place.size.unwrap_or(Size::new(1280.0, 800.0)),
        position: window::Position::Specific(place.corner),
        decorations: false,
        exit_on_close_request: false,
        ..window::Settings::default()
    };
    let (window, opened) = window::open(settings);
    let fills = place.size.is_none();
    let opened = opened.then(move |window| {
        let fill = if fills {
            window::maximize(window, true)
        } else {
            Task::none()
        };
        fill.chain(Task::done(Happened::Opened))
    });
    (window, opened)
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
