//! What messages are about: each kind of argument knows how a person reads it.

use std::time::Duration;

use fluent_bundle::FluentValue;

use super::{Locale, date, span};
use crate::domain::id::Reference;
use crate::domain::time::Timestamp;

/// A kind of argument.
pub trait Argument: Sized {
    /// The argument as `locale` writes it.
    fn value(self, locale: &'static Locale) -> FluentValue<'static>;

    /// Arguments to try messages with: for numbers, every plural of every language is among them.
    fn samples() -> Vec<Self>;
}

/// A whole number; a message may choose its words by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(u64);

/// A word, a name or a number that is not counted, such as a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(String);

/// A time that is left, as `m:ss`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown(Duration);

/// A length of time in words, as they stand after a preposition: «دقيقتين», `2 minutes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span(Duration);

/// A time of day in Riyadh, `10:42`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock(Timestamp);

/// A time of day in Riyadh, `10:42:07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockWithSeconds(Timestamp);

/// A day in Riyadh in both calendars, with its weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(Timestamp);

impl Argument for Count {
    fn value(self, _: &'static Locale) -> FluentValue<'static> {
        FluentValue::from(self.0)
    }

    fn samples() -> Vec<Self> {
        [0, 1, 2, 3, 11, 100].map(Self).into()
    }
}

impl Argument for Text {
    fn value(self, _: &'static Locale) -> FluentValue<'static> {
        FluentValue::from(self.0)
    }

    fn samples() -> Vec<Self> {
        vec![Self::from("R7K-4QD")]
    }
}

impl Argument for Countdown {
    fn value(self, locale: &'static Locale) -> FluentValue<'static> {
        FluentValue::from(span::countdown(locale, self.0))
    }

    fn samples() -> Vec<Self> {
        vec![Self(Duration::from_secs(252))]
    }
}

impl Argument for Span {
    fn value(self, locale: &'static Locale) -> FluentValue<'static> {
        FluentValue::from(span::words(locale, self.0))
    }

    fn samples() -> Vec<Self> {
        [30, 120, 7200, 172_800]
            .map(|seconds| Self(Duration::from_secs(seconds)))
            .into()
    }
}

impl Argument for Clock {
    fn value(self, locale: &'static Locale) -> FluentValue<'static> {
        FluentValue::from(date::clock(locale, self.0))
    }

    fn samples() -> Vec<Self> {
        vec![Self(SAMPLE)]
    }
}

impl Argument for ClockWithSeconds {
    fn value(self, locale: &'static Locale) -> FluentValue<'static> {
        FluentValue::from(date::clock_with_seconds(locale, self.0))
    }

    fn samples() -> Vec<Self> {
        vec![Self(SAMPLE)]
    }
}

impl Argument for Date {
    fn value(self, locale: &'static Locale) -> FluentValue<'static> {
        FluentValue::from(date::both(locale, self.0))
    }

    fn samples() -> Vec<Self> {
        vec![Self(SAMPLE)]
    }
}

/// 2026-11-22 10:42:07 in Riyadh.
const SAMPLE: Timestamp = Timestamp::from_millis(1_795_333_327_000);

macro_rules! count_from {
    ($($integer:ty),+) => {
        $(impl From<$integer> for Count {
            fn from(count: $integer) -> Self {
                Self(u64::from(count))
            }
        })+
    };
}
count_from!(u8, u16, u32, u64);

impl From<usize> for Count {
    fn from(count: usize) -> Self {
        Self(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<Reference> for Text {
    fn from(reference: Reference) -> Self {
        Self(reference.to_string())
    }
}

impl From<Duration> for Countdown {
    fn from(left: Duration) -> Self {
        Self(left)
    }
}

impl From<Duration> for Span {
    fn from(length: Duration) -> Self {
        Self(length)
    }
}

impl From<Timestamp> for Clock {
    fn from(moment: Timestamp) -> Self {
        Self(moment)
    }
}

impl From<Timestamp> for ClockWithSeconds {
    fn from(moment: Timestamp) -> Self {
        Self(moment)
    }
}

impl From<Timestamp> for Date {
    fn from(moment: Timestamp) -> Self {
        Self(moment)
    }
}
