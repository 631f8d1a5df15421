//! Every word, number and date that a person reads.
//!
//! The words lie in `i18n/<language>/*.ftl`, in [Fluent](https://projectfluent.org); Arabic is the reference. Each
//! folder is embedded, so a new language is a new folder. [`Texts`] has one typed function per message, made from the
//! tables in [`messages`]; `tests/i18n.rs` holds tables and folders to each other.
//!
//! ```
//! use istiada::domain::language::Language;
//! use istiada::i18n::Texts;
//!
//! let texts = Texts::of(Language::ENGLISH);
//! assert_eq!(texts.action_next(), "Next");
//! ```

pub mod bidi;
pub mod conditions;
pub mod date;
pub mod locale;
pub mod messages;
pub mod receipt;
pub mod sentences;
pub mod span;
pub mod usernames;
pub mod value;
pub mod wording;

pub use conditions::ConditionWords;
pub use locale::{Digits, Direction, Locale};
pub use messages::Texts;
pub use sentences::{Farewell, Trouble};
pub use value::{Clock, ClockWithSeconds, Count, Countdown, Date, Span, Text};
