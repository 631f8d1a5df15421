//! Who sits at the desk: signing in, locking, and what a second person's word is worth.
//!
//! | part | what it is |
//! | --- | --- |
//! | [`session`] | who is signed in, for how long, and whether the desk is locked |
//! | `proving` | number and password, counted and paused |
//! | [`roster`] | staff are added, disabled and given other passwords |
//! | [`founding`] | the first start: centre, desk, first supervisor, recovery phrase |

pub mod founding;
mod proving;
pub mod roster;
pub mod session;

pub use founding::{Founding, FoundingRefusal};
pub use proving::SignInRefusal;
pub use roster::{PasswordRefusal, RosterRefusal};
pub use session::Seat;
