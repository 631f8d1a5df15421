//! The windows.

pub mod kit;
pub mod theme;
