//! The windows.

pub mod access;
pub mod direction;
pub mod headless;
pub mod kit;
pub mod theme;
