//! Events in, messages round, tasks to their end.

use std::time::{Duration, Instant};

use futures::StreamExt as _;
use futures::stream::{BoxStream, SelectAll};
use iced::advanced::renderer::Style;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::{Color, Event, Size, Task, window};
use iced_runtime::{Action, UserInterface, clipboard, task, user_interface};

use super::{Asked, Host, Program};

/// How long a program may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long nothing must come from tasks that are still open before they count as waiting for something else.
const REST: Duration = Duration::from_millis(2);

/// Why a host gives up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stalled {
    /// The software renderer could not be made.
    #[error("the software renderer could not be made")]
    NoRenderer,
    /// The program was still busy after 20 s.
    #[error("the program did not come to rest")]
    StillBusy,
}

/// What the program has left to do.
pub(super) struct Tasks<Message> {
    streams: SelectAll<BoxStream<'static, Action<Message>>>,
}

impl<Message> Default for Tasks<Message> {
    fn default() -> Self {
        Self {
            streams: SelectAll::new(),
        }
    }
}

impl<P: Program> Host<P> {
    pub(super) fn start(&mut self, task: Task<P::Message>) {
        if let Some(stream) = task::into_stream(task) {
            self.tasks.streams.push(stream);
        }
    }

    pub(super) fn update(&mut self, message: P::Message) {
        let task = {
            let _inside = self.runtime.enter();
            self.program.update(message)
        };
        self.start(task);
    }

    /// Feeds `event` to the window, and waits until the program has come to rest.
    ///
    /// # Errors
    /// [`Stalled`] if its tasks do not come to rest.
    pub fn event(&mut self, event: Event) -> Result<(), Stalled> {
        let messages = self.feed(std::slice::from_ref(&event));
        for message in messages {
            self.update(message);
        }
        self.settle()
    }

    /// Lets the window draw once, as it would by itself: carets, rings and `on_end` follow from it.
    fn feed(&mut self, events: &[Event]) -> Vec<P::Message> {
        let (window, size) = (self.front, self.size());
        let Some(cache) = self.take_cache(window) else {
            return Vec::new();
        };
        let mut messages = Vec::new();
        let mut interface = UserInterface::build(self.program.view_in(window), size, cache, &mut self.renderer);
        let (_, statuses) = interface.update(
            events,
            self.pointer,
            &mut self.renderer,
            &mut self.clipboard,
            &mut messages,
        );
        let now = Instant::now();
        let redraw = Event::Window(window::Event::RedrawRequested(now));
        let (state, _) = interface.update(
            &[redraw],
            self.pointer,
            &mut self.renderer,
            &mut self.clipboard,
            &mut messages,
        );
        self.next_picture = match state {
            user_interface::State::Updated {
                redraw_request: window::RedrawRequest::At(at),
                ..
            } => Some(at.saturating_duration_since(now)),
            user_interface::State::Updated {
                redraw_request: window::RedrawRequest::Wait,
                ..
            } => None,
            user_interface::State::Updated {
                redraw_request: window::RedrawRequest::NextFrame,
                ..
            }
            | user_interface::State::Outdated => Some(Duration::ZERO),
        };
        let cache = interface.into_cache();
        self.put_back(window, cache);
        for (event, status) in events.iter().zip(statuses) {
            if status == iced::event::Status::Ignored {
                messages.extend(self.program.ignored_in(window, event));
            }
        }
        messages
    }

    /// Runs what the program has left to do until nothing is left, or what is left waits for time or for somebody else.
    ///
    /// # Errors
    /// [`Stalled::StillBusy`] if it does not come to rest.
    pub fn settle(&mut self) -> Result<(), Stalled> {
        self.settle_for(REST)
    }

    /// The same, but waits up to `rest` for something new to come: for work off the interface's thread.
    ///
    /// # Errors
    /// [`Stalled::StillBusy`] if it does not come to rest.
    pub fn settle_for(&mut self, rest: Duration) -> Result<(), Stalled> {
        let began = Instant::now();
        loop {
            let runtime = self.runtime.clone();
            let streams = &mut self.tasks.streams;
            let next = runtime.block_on(async { tokio::time::timeout(rest, streams.next()).await });
            match next {
                Ok(Some(action)) => self.act(action),
                Ok(None) | Err(_) => return Ok(()),
            }
            if began.elapsed() > PATIENCE {
                return Err(Stalled::StillBusy);
            }
        }
    }

    /// Goes on until `done` says so: for work that takes its time, such as hashing.
    ///
    /// # Errors
    /// [`Stalled::StillBusy`] if it never does.
    pub fn settle_until(&mut self, done: impl Fn(&P) -> bool) -> Result<(), Stalled> {
        let began = Instant::now();
        while !done(&self.program) {
            if began.elapsed() > PATIENCE {
                return Err(Stalled::StillBusy);
            }
            self.settle_for(Duration::from_millis(20))?;
        }
        self.settle()
    }

    fn act(&mut self, action: Action<P::Message>) {
        match action {
            Action::Output(message) => self.update(message),
            Action::Widget(operation) => self.operate_to_end(operation),
            Action::Clipboard(clipboard::Action::Read { channel, .. }) => {
                let _ = channel.send(self.clipboard().map(str::to_owned));
            }
            Action::Clipboard(clipboard::Action::Write { contents, .. }) => self.copy(&contents),
            Action::Window(iced_runtime::window::Action::GainFocus(id)) => {
                self.front = self.program.window_of(id).unwrap_or(self.front);
                self.asked.push(Asked::Window);
            }
            Action::Window(window_action) => self.asked.push(match window_action {
                iced_runtime::window::Action::Open(..) => Asked::OpenWindow,
                iced_runtime::window::Action::Close(_) => Asked::CloseWindow,
                _ => Asked::Window,
            }),
            Action::Exit => self.asked.push(Asked::Exit),
            Action::LoadFont { channel, .. } => {
                let _ = channel.send(Ok(()));
            }
            Action::System(action) => self.asked.push(Asked::Other(format!("{action:?}"))),
            Action::Image(action) => self.asked.push(Asked::Other(format!("{action:?}"))),
            Action::Reload => {}
        }
    }

    /// Runs `operation` over all windows, as the toolkit does, and what it asks for after that.
    fn operate_to_end(&mut self, operation: Box<dyn Operation>) {
        let mut next = Some(operation);
        while let Some(mut operation) = next.take() {
            for window in 0..self.windows.len() {
                self.operate_in(window, operation.as_mut());
            }
            if let Outcome::Chain(chained) = operation.finish() {
                next = Some(chained);
            }
        }
    }

    /// Runs `operation` over the window once.
    pub fn operate(&mut self, operation: &mut dyn Operation) {
        self.operate_in(self.front, operation);
    }

    fn operate_in(&mut self, window: usize, operation: &mut dyn Operation) {
        let Some(cache) = self.take_cache(window) else { return };
        let size = self.windows.get(window).map_or(Size::ZERO, |window| window.size);
        let mut interface = UserInterface::build(self.program.view_in(window), size, cache, &mut self.renderer);
        interface.operate(&self.renderer, operation);
        let cache = interface.into_cache();
        self.put_back(window, cache);
    }

    fn take_cache(&mut self, window: usize) -> Option<user_interface::Cache> {
        self.windows.get_mut(window)?.cache.take()
    }

    fn put_back(&mut self, window: usize, cache: user_interface::Cache) {
        if let Some(window) = self.windows.get_mut(window) {
            window.cache = Some(cache);
        }
    }

    /// Draws the window into the renderer.
    pub(super) fn draw(&mut self) {
        let (window, size) = (self.front, self.size());
        let Some(cache) = self.take_cache(window) else { return };
        let theme = self.program.theme_in(window);
        let mut messages = Vec::new();
        let mut interface = UserInterface::build(self.program.view_in(window), size, cache, &mut self.renderer);
        let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let _ = interface.update(
            &[redraw],
            self.pointer,
            &mut self.renderer,
            &mut self.clipboard,
            &mut messages,
        );
        interface.draw(
            &mut self.renderer,
            &theme,
            &Style {
                text_color: Color::BLACK,
            },
            self.pointer,
        );
        let cache = interface.into_cache();
        self.put_back(window, cache);
        for message in messages {
            self.update(message);
        }
    }

    /// The window's size.
    pub fn size(&self) -> Size {
        self.windows.get(self.front).map_or(Size::ZERO, |window| window.size)
    }
}
