//! The ports over the real world, and an in-memory twin of each under the same contract test.

pub mod argon2;
pub mod captcha;
pub mod clock;
pub mod durable;
pub mod entropy;
pub mod gateway;
pub mod ledger;
pub mod machine;
pub mod memory;
pub mod phone;
pub mod receipt;
pub mod registry;
pub mod rehearsal;
pub mod seal;
pub mod sled;
pub mod store;
pub mod web;
#[cfg(feature = "wiped")]
mod wiped;
