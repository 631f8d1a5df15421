//! Drives a whole program without a display: keys, pointer, tasks, pictures. For the tour and for tests.
//!
//! The host builds the program's view with the software renderer, as a window would, feeds it events, and runs the tasks that
//! `update` returns until nothing is left to do. Nothing in it depends on a test library.

mod run;
mod screen;

use std::sync::Arc;
use std::time::Duration;

use iced::advanced::renderer::Headless;
use iced::advanced::{clipboard, mouse};
use iced::{Element, Event, Pixels, Point, Renderer, Size, Task, Theme, keyboard};
use iced_runtime::user_interface::Cache;
use zeroize::Zeroizing;

use crate::ui::theme::fonts;
use crate::ui::theme::type_scale::REGULAR;

pub use run::Stalled;
#[cfg(not(feature = "gpu"))]
pub use screen::Repaint;
pub use screen::Shot;

/// A program that can be driven without a display.
pub trait Program {
    /// What happens in it.
    type Message: Send + 'static;

    /// Takes a message; what is left to do comes back.
    fn update(&mut self, message: Self::Message) -> Task<Self::Message>;

    /// What stands in the window.
    fn view(&self) -> Element<'_, Self::Message>;

    /// The toolkit's theme of the window: [`crate::ui::theme::Look::theme`].
    fn theme(&self) -> Theme;

    /// What the program listens to besides its widgets: events that no widget took, such as function keys and Tab.
    fn ignored(&self, event: &Event) -> Option<Self::Message> {
        let _ = event;
        None
    }

    /// How many windows it has. Where there are several, they are counted from 0, and the next four are asked instead
    /// of the ones above.
    fn windows(&self) -> usize {
        1
    }

    /// What stands in this window.
    fn view_in(&self, window: usize) -> Element<'_, Self::Message> {
        let _ = window;
        self.view()
    }

    /// The toolkit's theme of this window.
    fn theme_in(&self, window: usize) -> Theme {
        let _ = window;
        self.theme()
    }

    /// What the program listens to in this window.
    fn ignored_in(&self, window: usize, event: &Event) -> Option<Self::Message> {
        let _ = window;
        self.ignored(event)
    }

    /// Which window has this id.
    fn window_of(&self, id: iced::window::Id) -> Option<usize> {
        let _ = id;
        None
    }
}

/// What a program asked of the windows and of the system; a host without a display only keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// To open a window.
    OpenWindow,
    /// To close a window.
    CloseWindow,
    /// Something else about a window.
    Window,
    /// To end the program.
    Exit,
    /// Something else.
    Other(String),
}

/// The clipboard of a host: in memory, wiped when dropped, shared with nobody.
#[derive(Default)]
struct Clipboard {
    content: Option<Zeroizing<String>>,
}

impl iced::advanced::Clipboard for Clipboard {
    fn read(&self, _kind: clipboard::Kind) -> Option<String> {
        self.content.as_ref().map(|content| content.to_string())
    }

    fn write(&mut self, _kind: clipboard::Kind, contents: String) {
        self.content = Some(Zeroizing::new(contents));
    }
}

/// A window: what its widgets remember, and its size.
struct Window {
    cache: Option<Cache>,
    size: Size,
}

/// A program, its windows and its user, without a display.
pub struct Host<P: Program> {
    program: P,
    runtime: Arc<tokio::runtime::Runtime>,
    renderer: Renderer,
    windows: Vec<Window>,
    /// Which window has the keyboard and the pointer; it is the one that is looked at.
    front: usize,
    pointer: mouse::Cursor,
    modifiers: keyboard::Modifiers,
    clipboard: Clipboard,
    tasks: run::Tasks<P::Message>,
    asked: Vec<Asked>,
    next_picture: Option<Duration>,
}

impl<P: Program> Host<P> {
    /// `program` in a window of `size` px, after `start` (what its constructor left to do) has been done.
    ///
    /// `runtime` runs its tasks; `None` if the software renderer cannot be made.
    ///
    /// # Errors
    /// [`Stalled`] if its tasks do not come to rest.
    pub fn new(
        program: P,
        start: Task<P::Message>,
        size: Size,
        runtime: Arc<tokio::runtime::Runtime>,
    ) -> Result<Self, Stalled> {
        fonts::use_embedded();
        let renderer = runtime.block_on(<Renderer as Headless>::new(REGULAR, Pixels(16.0), Some("tiny-skia")));
        let Some(renderer) = renderer else {
            return Err(Stalled::NoRenderer);
        };
        let window = |_| Window {
            cache: Some(Cache::default()),
            size,
        };
        let mut host = Self {
            windows: (0..program.windows().max(1)).map(window).collect(),
            front: 0,
            program,
            runtime,
            renderer,
            pointer: mouse::Cursor::Unavailable,
            modifiers: keyboard::Modifiers::empty(),
            clipboard: Clipboard::default(),
            tasks: run::Tasks::default(),
            asked: Vec::new(),
            next_picture: None,
        };
        host.start(start);
        host.settle()?;
        Ok(host)
    }

    /// The program.
    pub fn program(&self) -> &P {
        &self.program
    }

    /// The program, to set it up; call [`Host::settle`] afterwards.
    pub fn program_mut(&mut self) -> &mut P {
        &mut self.program
    }

    /// What the program asked of windows and system since the last call.
    pub fn asked(&mut self) -> Vec<Asked> {
        std::mem::take(&mut self.asked)
    }

    /// In how long the window wanted to be drawn again after the last event; `None` if only after something happens.
    pub fn next_picture(&self) -> Option<Duration> {
        self.next_picture
    }

    /// What stands in the clipboard.
    pub fn clipboard(&self) -> Option<&str> {
        self.clipboard.content.as_ref().map(|content| content.as_str())
    }

    /// Puts `text` into the clipboard.
    pub fn copy(&mut self, text: &str) {
        self.clipboard.content = Some(Zeroizing::new(text.to_owned()));
    }

    /// Makes the window `size` px.
    pub fn resize(&mut self, size: Size) {
        if let Some(window) = self.windows.get_mut(self.front) {
            window.size = size;
        }
    }

    /// Which window has the keyboard and is looked at; the program moves it by asking for the focus of a window.
    pub const fn front(&self) -> usize {
        self.front
    }

    /// Looks at another window, and gives it the keyboard; the program is not told.
    pub fn look_at(&mut self, window: usize) {
        self.front = window.min(self.windows.len() - 1);
    }

    /// Sends `message` to the program, and waits until it has come to rest.
    ///
    /// # Errors
    /// [`Stalled`] if its tasks do not come to rest.
    pub fn send(&mut self, message: P::Message) -> Result<(), Stalled> {
        self.update(message);
        self.settle()
    }

    /// Types `text`, a key for each letter.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn type_text(&mut self, text: &str) -> Result<(), Stalled> {
        for letter in text.chars() {
            let letter = letter.to_string();
            self.key_event(keyboard::Key::Character(letter.as_str().into()), Some(&letter))?;
        }
        Ok(())
    }

    /// Presses and releases a named key: Enter, Tab, an arrow, F4.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn press(&mut self, key: keyboard::key::Named) -> Result<(), Stalled> {
        let text = (key == keyboard::key::Named::Space).then_some(" ");
        self.key_event(keyboard::Key::Named(key), text)
    }

    /// Presses and releases a named key while `modifiers` are held.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn press_with(&mut self, modifiers: keyboard::Modifiers, key: keyboard::key::Named) -> Result<(), Stalled> {
        self.held(modifiers, |host| host.press(key))
    }

    /// Presses and releases a letter while `modifiers` are held: Ctrl+V.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn press_letter(&mut self, modifiers: keyboard::Modifiers, letter: char) -> Result<(), Stalled> {
        let letter = letter.to_string();
        self.held(modifiers, |host| {
            host.key_event(keyboard::Key::Character(letter.as_str().into()), None)
        })
    }

    fn held(
        &mut self,
        modifiers: keyboard::Modifiers,
        keys: impl FnOnce(&mut Self) -> Result<(), Stalled>,
    ) -> Result<(), Stalled> {
        self.modifiers = modifiers;
        self.event(Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)))?;
        let done = keys(self);
        self.modifiers = keyboard::Modifiers::empty();
        self.event(Event::Keyboard(keyboard::Event::ModifiersChanged(self.modifiers)))?;
        done
    }

    fn key_event(&mut self, key: keyboard::Key, text: Option<&str>) -> Result<(), Stalled> {
        let (modifiers, location) = (self.modifiers, keyboard::Location::Standard);
        let physical_key = keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified);
        self.event(Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key.clone(),
            physical_key,
            location,
            modifiers,
            text: text.map(Into::into),
            repeat: false,
        }))?;
        self.event(Event::Keyboard(keyboard::Event::KeyReleased {
            key: key.clone(),
            modified_key: key,
            physical_key,
            location,
            modifiers,
        }))
    }

    /// Moves the pointer to `point`.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn point(&mut self, point: Point) -> Result<(), Stalled> {
        self.pointer = mouse::Cursor::Available(point);
        self.event(Event::Mouse(mouse::Event::CursorMoved { position: point }))
    }

    /// Takes the pointer out of the window.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn point_away(&mut self) -> Result<(), Stalled> {
        self.pointer = mouse::Cursor::Unavailable;
        self.event(Event::Mouse(mouse::Event::CursorLeft))
    }

    /// Holds the left button down.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn button_down(&mut self) -> Result<(), Stalled> {
        self.event(Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)))
    }

    /// Lets the left button go.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn button_up(&mut self) -> Result<(), Stalled> {
        self.event(Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)))
    }

    /// Clicks at `point`.
    ///
    /// # Errors
    /// [`Stalled`] if the program does not come to rest.
    pub fn click(&mut self, point: Point) -> Result<(), Stalled> {
        self.point(point)?;
        self.button_down()?;
        self.button_up()
    }
}
