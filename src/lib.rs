//! Istiada (استعادة, "recovery"): the program on a service-centre counter with which a clerk helps the
//! person in front of them back into their account on the national e-services platform.
//!
//! Data moves through the rooms in one direction; `tests/architecture.rs` holds the arrows.
//!
//! | room | what it is |
//! | --- | --- |
//! | [`domain`] | pure rules: no input, output, clock or random source |
//! | [`port`] | the few traits that the desk needs from the world |
//! | [`desk`] | the use cases: load, one domain transition, one commit, effects |
//! | [`adapter`] | the ports over the real world, and their in-memory twins |
//! | [`i18n`] | every word, number and date that a person reads |
//! | [`ui`] | the windows (feature `gui`) |
//! | [`command`] | the subcommands of the command line |

pub mod adapter;
pub mod command;
pub mod desk;
pub mod domain;
pub mod i18n;
pub mod port;
#[cfg(feature = "gui")]
pub mod ui;
