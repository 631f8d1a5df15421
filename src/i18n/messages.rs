//! One typed function per message.
//!
//! Each table below names the messages of one file of `i18n/<language>/`, with the kind of each variable. From
//! `rounds_left(count: Count)` comes `texts.rounds_left(3)`, which says the message `rounds-left` with `$count`.

use fluent_bundle::FluentValue;

use super::value::Argument;
use super::{Direction, Locale};
use crate::domain::language::Language;

/// A message as its table declares it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    name: &'static str,
    variables: &'static [Variable],
}

/// A variable of a message.
#[derive(Clone, Copy, Debug)]
struct Variable {
    name: &'static str,
    samples: fn(&'static Locale) -> Vec<FluentValue<'static>>,
}

fn samples<A: Argument>(locale: &'static Locale) -> Vec<FluentValue<'static>> {
    A::samples().into_iter().map(|sample| sample.value(locale)).collect()
}

impl Entry {
    /// The message's name in the files.
    pub fn id(&self) -> String {
        dashed(self.name)
    }

    /// The names of its variables in the files.
    pub fn variables(&self) -> Vec<&'static str> {
        self.variables.iter().map(|variable| variable.name).collect()
    }

    /// The message with every sample of every variable; `None` for one that could not be put together.
    pub fn tried(&self, locale: &'static Locale) -> Vec<Option<String>> {
        let all: Vec<_> = self
            .variables
            .iter()
            .map(|one| (one.name, (one.samples)(locale)))
            .collect();
        let most = all.iter().map(|(_, samples)| samples.len()).max().unwrap_or(1);
        let id = self.id();
        (0..most)
            .map(|turn| {
                let arguments: Vec<_> = all
                    .iter()
                    .filter_map(|(name, samples)| Some((*name, samples.iter().cycle().nth(turn)?.clone())))
                    .collect();
                locale.format(&id, &arguments)
            })
            .collect()
    }
}

/// Names of messages have low lines in the code and dashes in the files; variables are the same in both.
fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

/// The words of the program in one language.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    locale: &'static Locale,
}

impl Texts {
    /// The words in `language`, or in Arabic where the program does not speak it.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self {
            locale: Locale::of(language),
        }
    }

    /// The words in a language that the program speaks.
    #[must_use]
    pub const fn in_locale(locale: &'static Locale) -> Self {
        Self { locale }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.locale.language()
    }

    /// The language with its numerals and calendars.
    #[must_use]
    pub const fn locale(&self) -> &'static Locale {
        self.locale
    }

    /// Where its lines begin.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.locale.direction()
    }

    /// The next language in the order of all: what one press of the language key leads to.
    #[must_use]
    pub fn next_language(&self) -> Language {
        let all = Locale::all();
        let here = all
            .iter()
            .position(|locale| locale.language() == self.language())
            .unwrap_or(0);
        all.get(here + 1)
            .or_else(|| all.first())
            .map_or(Language::ARABIC, Locale::language)
    }

    /// The message that a catalogue names, such as a security question or a service; the name itself where it is in
    /// no language.
    #[must_use]
    pub fn of_catalogue(&self, id: &str) -> String {
        self.say_id(id, &[])
    }

    /// A message in this language, else in Arabic, else its name: a missing word stops nobody's visit.
    fn say(&self, name: &str, arguments: &[(&str, FluentValue<'static>)]) -> String {
        self.say_id(&dashed(name), arguments)
    }

    fn say_id(&self, id: &str, arguments: &[(&str, FluentValue<'static>)]) -> String {
        let here = self.locale.format(id, arguments);
        here.or_else(|| Locale::of(Language::ARABIC).format(id, arguments))
            .unwrap_or_else(|| id.to_owned())
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.language() == other.language()
    }
}

impl Eq for Texts {}

/// Makes a table, and its functions on [`Texts`].
macro_rules! messages {
    ($($name:ident $(($($variable:ident: $kind:ident),+))?;)*) => {
        #[allow(unused_imports)]
        use crate::i18n::value::{Argument, Clock, ClockWithSeconds, Count, Countdown, Date, Span, Text};
        #[allow(unused_imports)]
        use super::{Entry, Texts, Variable, samples};

        pub(super) const TABLE: &[Entry] = &[$(Entry {
            name: stringify!($name),
            variables: &[$($(Variable { name: stringify!($variable), samples: samples::<$kind> }),+)?],
        }),*];

        impl Texts {
            $(
                #[doc = concat!("The message `", stringify!($name), "`; see its file in `i18n/`.")]
                #[must_use]
                pub fn $name(&self $($(, $variable: impl Into<$kind>)+)?) -> String {
                    messages!(@say self, $name $(, $($variable: $kind),+)?)
                }
            )*
        }
    };
    (@say $texts:ident, $name:ident) => { $texts.say(stringify!($name), &[]) };
    (@say $texts:ident, $name:ident, $($variable:ident: $kind:ident),+) => {
        $texts.say(
            stringify!($name),
            &[$((stringify!($variable), <$kind as Argument>::value($variable.into(), $texts.locale))),+],
        )
    };
}

mod accept;
mod account_language;
mod action;
mod app;
mod aside;
mod attest;
mod captcha;
mod centre;
mod code;
mod command;
mod conditions;
mod data_key;
mod delivery;
mod desk;
mod document;
mod done;
mod email;
mod enrol;
mod error;
mod export;
mod gateways;
mod had_account;
mod identity;
mod keys;
mod ledger;
mod left_open;
mod locale;
mod message;
mod password;
mod personal;
mod questions_step;
mod rail;
mod receipt;
mod registration;
mod registry;
mod review;
mod roster;
mod sign_in;
mod staff;
mod start;
mod status;
mod supervised;
mod terms;
mod tour;
mod usage;
mod username;
mod welcome;

/// All tables, by the file in each language's folder that their messages lie in.
pub const TABLES: &[(&str, &[Entry])] = &[
    ("accept.ftl", accept::TABLE),
    ("account-language.ftl", account_language::TABLE),
    ("action.ftl", action::TABLE),
    ("app.ftl", app::TABLE),
    ("aside.ftl", aside::TABLE),
    ("attest.ftl", attest::TABLE),
    ("captcha.ftl", captcha::TABLE),
    ("centre.ftl", centre::TABLE),
    ("code.ftl", code::TABLE),
    ("command.ftl", command::TABLE),
    ("conditions.ftl", conditions::TABLE),
    ("data-key.ftl", data_key::TABLE),
    ("delivery.ftl", delivery::TABLE),
    ("desk.ftl", desk::TABLE),
    ("document.ftl", document::TABLE),
    ("done.ftl", done::TABLE),
    ("email.ftl", email::TABLE),
    ("enrol.ftl", enrol::TABLE),
    ("error.ftl", error::TABLE),
    ("export.ftl", export::TABLE),
    ("gateways.ftl", gateways::TABLE),
    ("had-account.ftl", had_account::TABLE),
    ("identity.ftl", identity::TABLE),
    ("keys.ftl", keys::TABLE),
    ("left-open.ftl", left_open::TABLE),
    ("ledger.ftl", ledger::TABLE),
    ("locale.ftl", locale::TABLE),
    ("message.ftl", message::TABLE),
    ("password.ftl", password::TABLE),
    ("personal.ftl", personal::TABLE),
    ("questions-step.ftl", questions_step::TABLE),
    ("rail.ftl", rail::TABLE),
    ("receipt.ftl", receipt::TABLE),
    ("registration.ftl", registration::TABLE),
    ("registry.ftl", registry::TABLE),
    ("review.ftl", review::TABLE),
    ("roster.ftl", roster::TABLE),
    ("sign-in.ftl", sign_in::TABLE),
    ("staff.ftl", staff::TABLE),
    ("start.ftl", start::TABLE),
    ("status.ftl", status::TABLE),
    ("supervised.ftl", supervised::TABLE),
    ("terms.ftl", terms::TABLE),
    ("tour.ftl", tour::TABLE),
    ("usage.ftl", usage::TABLE),
    ("username.ftl", username::TABLE),
    ("welcome.ftl", welcome::TABLE),
];
