//! The real window: one `daemon` with its subscriptions.

use std::sync::{Arc, Mutex, PoisonError, mpsc};

use futures::FutureExt as _;
use futures::channel::oneshot;
use iced::keyboard::key::Named;
use iced::{Color, Event, Point, Size, Subscription, Task, Theme, event, keyboard, mouse, theme, window};

use crate::desk::Desk;
use crate::desk::way_in::{Closed, Said, WayIn};

use super::app::{App, Message, Options, Place};
use super::entrance::{self, Entrance, Outcome, Tries};
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
    /// The clerk's window alone, before there is a desk.
    Entrance {
        entrance: Box<Entrance>,
        window: window::Id,
        /// Turns whenever the whole window is to be painted anew.
        whole: bool,
    },
    Open {
        app: Box<App>,
        /// For each side, turns whenever its whole window is to be painted anew.
        whole: [bool; 2],
    },
}

#[derive(Clone, Debug)]
enum Happened {
    App(Message),
    Entrance(entrance::Message),
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
/// Where it answers that the desk is closed, its window asks for what is missing, and `open` is tried with that.
///
/// # Errors
/// See [`RunError`].
pub fn run(open: &(dyn Fn(Said) -> WayIn + Sync), options: Options) -> Result<(), RunError> {
    let (first, way) = mpsc::channel();
    let (ask, asked) = mpsc::channel::<Asked>();
    std::thread::scope(|scope| {
        scope.spawn(fonts::use_embedded);
        scope.spawn(move || {
            // Nobody takes the desk where there is no display: it is closed again.
            let _ = first.send(open(Said::Nothing));
            while let Ok(Asked::Open(said, answer)) = asked.recv() {
                let _ = answer.send(open(said));
            }
        });
        let shown = show(Mutex::new(way), tries(ask.clone()), options);
        // The toolkit may keep the windows, and with them the way to the thread above.
        let _ = ask.send(Asked::Enough);
        shown
    })
}

/// What the windows ask of the thread that opens the desk.
enum Asked {
    Open(Said, oneshot::Sender<WayIn>),
    Enough,
}

fn tries(ask: mpsc::Sender<Asked>) -> Tries {
    Arc::new(move |said| {
        let (answer, answered) = oneshot::channel();
        let _ = ask.send(Asked::Open(said, answer));
        async move { answered.await.unwrap_or(WayIn::Failed) }.boxed()
    })
}

fn show(way: Mutex<mpsc::Receiver<WayIn>>, tries: Tries, options: Options) -> Result<(), RunError> {
    // The toolkit calls this once, when it has reached the display.
    let boot = move || {
        fonts::use_embedded();
        let way = way.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match way {
            Ok(WayIn::Open(desk)) => Windows::open(desk, options.clone()),
            Ok(WayIn::Closed(closed)) => Windows::enter(closed, tries.clone(), options.clone()),
            Ok(WayIn::Failed) | Err(_) => (Windows::None, iced::exit()),
        }
    };
    let daemon = iced::daemon(boot, Windows::update, Windows::view)
        .title(Windows::title)
        .subscription(Windows::subscription)
        .theme(Windows::theme)
        .default_font(super::theme::type_scale::REGULAR);
    daemon.run().map_err(|error| RunError::Display(error.to_string()))
}

/// The clerk's window as it opens.
fn settings() -> window::Settings {
    window::Settings {
        size: Size::new(1280.0, 800.0),
        min_size: Some(Size::new(1024.0, 700.0)),
        position: window::Position::Specific(Point::ORIGIN),
        exit_on_close_request: false,
        ..window::Settings::default()
    }
}

impl Windows {
    fn open(desk: Desk, options: Options) -> (Self, Task<Happened>) {
        let (clerk, open) = window::open(settings());
        Self::open_in(clerk, open.map(|_| Happened::Opened), desk, options)
    }

    /// The desk in this window of the clerk's, which `open` opens or brings the keyboard to.
    fn open_in(clerk: window::Id, open: Task<Happened>, desk: Desk, options: Options) -> (Self, Task<Happened>) {
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

    fn enter(closed: Closed, tries: Tries, options: Options) -> (Self, Task<Happened>) {
        let (window, open) = window::open(settings());
        let (entrance, start) = Entrance::new(closed, tries, options);
        let windows = Self::Entrance {
            entrance: Box::new(entrance),
            window,
            whole: false,
        };
        let open = open.map(|_| Happened::Opened);
        (windows, Task::batch([open, start.map(Happened::Entrance)]))
    }

    fn title(&self, window: window::Id) -> String {
        match self {
            Self::None => String::new(),
            Self::Entrance { entrance, .. } => entrance.title(),
            Self::Open { app, .. } => app.title(app.side_of(window).unwrap_or(Side::Clerk)),
        }
    }

    fn theme(&self, window: window::Id) -> Option<Theme> {
        let (theme, anew) = match self {
            Self::None => return None,
            Self::Entrance { entrance, whole, .. } => (entrance.look().theme(), *whole),
            Self::Open { app, whole } => match app.side_of(window) {
                Some(side) => (app.look(side).theme(), whole[side.place()]),
                None => (app.mark_look().theme(), false),
            },
        };
        Some(if anew { painted_anew(&theme) } else { theme })
    }

    fn update(&mut self, event: Happened) -> Task<Happened> {
        match self {
            Self::None => Task::none(),
            Self::Entrance { .. } => self.update_entrance(event),
            Self::Open { app, whole } => update_app(app, whole, event),
        }
    }

    fn update_entrance(&mut self, event: Happened) -> Task<Happened> {
        let Self::Entrance {
            entrance,
            window,
            whole,
        } = self
        else {
            return Task::none();
        };
        let message = match event {
            Happened::Entrance(message) => message,
            Happened::In(_, InWindow::Key(event, taken)) => entrance::Message::Key(event, taken),
            Happened::In(_, InWindow::Resized(size)) => entrance::Message::Resized(size),
            Happened::CloseRequested(_) | Happened::Closed(_) => return iced::exit(),
            Happened::In(_, InWindow::Focused) | Happened::App(_) | Happened::Opened => return Task::none(),
        };
        *whole ^= !message.is_typed();
        let task = entrance.update(message).map(Happened::Entrance);
        match entrance.outcome() {
            None => task,
            Some(Outcome::Failed) => iced::exit(),
            Some(Outcome::Desk(desk)) => {
                let (window, size, options) = (*window, entrance.size(), entrance.options().clone());
                let (windows, task) = Self::open_in(window, window::gain_focus(window), desk, options);
                *self = windows;
                let resized = self.update(Happened::In(window, InWindow::Resized(size)));
                Task::batch([resized, task])
            }
        }
    }

    fn view(&self, window: window::Id) -> iced::Element<'_, Happened> {
        let app = match self {
            Self::None => return iced::widget::Space::new().into(),
            Self::Entrance { entrance, .. } => return entrance.view().map(Happened::Entrance),
            Self::Open { app, .. } => app,
        };
        let shown = match app.side_of(window) {
            Some(side) => app.view(side),
            None if app.is_mark(window) => app.mark(),
            None => iced::widget::Space::new().into(),
        };
        shown.map(Happened::App)
    }

    fn subscription(&self) -> Subscription<Happened> {
        let windows = [
            event::listen_with(heard),
            window::close_requests().map(Happened::CloseRequested),
            window::close_events().map(Happened::Closed),
        ];
        let every = |seconds| iced::time::every(std::time::Duration::from_secs(seconds));
        let beat = match self {
            Self::None => return Subscription::none(),
            Self::Entrance { entrance, .. } if !entrance.counts_time() => Subscription::none(),
            Self::Entrance { .. } => every(1).map(|_| Happened::Entrance(entrance::Message::Tick)),
            Self::Open { app, .. } => {
                every(if app.counts_time() { 1 } else { 20 }).map(|_| Happened::App(Message::Tick))
            }
        };
        Subscription::batch(windows.into_iter().chain([beat]))
    }
}

fn update_app(app: &mut App, whole: &mut [bool; 2], event: Happened) -> Task<Happened> {
    let message = match event {
        Happened::App(message) => message,
        Happened::Opened | Happened::Entrance(_) => return Task::none(),
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
