//! The windows: screens, and the widgets they are made of. Screens send a use case of the desk an input and get a
//! snapshot of what to show; nothing else changes anything.

pub mod access;
pub mod app;
pub mod direction;
pub mod entrance;
pub mod headless;
pub mod keymap;
pub mod kit;
pub mod scene;
pub mod screen;
pub mod shell;
pub mod theme;
pub mod window;
mod wrapped;

pub use app::{App, Message, Options, Place};
pub use entrance::Entrance;
pub use window::{RunError, run};
