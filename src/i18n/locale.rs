//! A language with its direction, its digits and its messages.

use std::fmt;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};
use unic_langid::LanguageIdentifier;

use crate::domain::language::Language;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The texts of a folder, embedded: its tag, and its files by name.
struct Source {
    tag: &'static str,
    files: &'static [(&'static str, &'static str)],
}

/// The file of a language that says which one it is, read at the start. All others are read when the first of their
/// messages is asked for: a language that nobody reads costs neither time nor memory.
const ABOUT: &str = "locale.ftl";

type Bundle = FluentBundle<FluentResource>;

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| SOURCES.iter().filter_map(Locale::load).collect());
/// What is left to speak with where there is no folder at all: the names of the messages.
static WORDLESS: LazyLock<Locale> = LazyLock::new(|| Locale {
    language: Language::ARABIC,
    direction: Direction::RightToLeft,
    digits: Digits::Latin,
    source: &Source { tag: "ar", files: &[] },
    about: FluentBundle::new_concurrent(Vec::new()),
    messages: OnceLock::new(),
});

/// Where lines of a language begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// On the left, as in English.
    LeftToRight,
    /// On the right, as in Arabic.
    RightToLeft,
}

/// Which digits a language shows. What people type is read in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0–9, in every language unless its folder says otherwise: the others are proportional in our typeface, and
    /// countdowns would tremble.
    Latin,
    /// ٠–٩.
    ArabicIndic,
}

impl Digits {
    /// `text` with these digits in the place of 0–9.
    #[must_use]
    pub fn show(self, text: &str) -> String {
        match self {
            Self::Latin => text.to_owned(),
            Self::ArabicIndic => text.chars().map(arabic_indic).collect(),
        }
    }
}

fn arabic_indic(character: char) -> char {
    let digit = character.to_digit(10).and_then(|digit| char::from_u32(0x0660 + digit));
    digit.unwrap_or(character)
}

/// A language that the program speaks.
pub struct Locale {
    language: Language,
    direction: Direction,
    digits: Digits,
    source: &'static Source,
    /// The messages of [`ABOUT`].
    about: Bundle,
    /// Those of all files, once one of them was asked for.
    messages: OnceLock<Bundle>,
}

impl Locale {
    /// All languages, Arabic first.
    pub fn all() -> &'static [Self] {
        &LOCALES
    }

    /// The language that `language` names, else the first one.
    pub fn of(language: Language) -> &'static Self {
        let all = Self::all();
        all.iter()
            .find(|locale| locale.language == language)
            .or_else(|| all.first())
            .unwrap_or(&WORDLESS)
    }

    /// The language's tag.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Where its lines begin.
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// The digits that it shows.
    pub const fn digits(&self) -> Digits {
        self.digits
    }

    /// The message with this id; `None` where this language lacks it or a variable of it.
    pub(super) fn format(&self, id: &str, arguments: &[(&str, FluentValue<'static>)]) -> Option<String> {
        let bundle = if self.about.has_message(id) {
            &self.about
        } else {
            self.messages.get_or_init(|| self.source.read(self.digits, |_| true))
        };
        formatted(bundle, id, arguments)
    }

    /// A language of these words alone.
    #[cfg(test)]
    pub(super) fn made_up(tag: &'static str, words: &'static str) -> Option<Self> {
        let files: &'static [(&str, &str)] = Box::leak(Box::new([("words.ftl", words)]));
        Self::load(Box::leak(Box::new(Source { tag, files })))
    }

    fn load(source: &'static Source) -> Option<Self> {
        let language = Language::parse(source.tag)?;
        let about = |digits| source.read(digits, |file| file == ABOUT);
        let first = about(Digits::Latin);
        let says = |id, word| formatted(&first, id, &[]).as_deref() == Some(word);
        let (direction, digits) = (
            if says("locale-direction", "rtl") {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            },
            if says("locale-digits", "arabic-indic") {
                Digits::ArabicIndic
            } else {
                Digits::Latin
            },
        );
        Some(Self {
            language,
            direction,
            digits,
            source,
            about: about(digits),
            messages: OnceLock::new(),
        })
    }
}

impl Source {
    /// The messages of those files that are wanted.
    fn read(&self, digits: Digits, is_wanted: fn(&str) -> bool) -> Bundle {
        // Both name the same language: one for Fluent, one for its plurals.
        let identifier = self.tag.parse::<LanguageIdentifier>().unwrap_or_default();
        let preferences = PluralRulesPreferences::from(
            self.tag
                .parse::<icu_locale_core::Locale>()
                .unwrap_or(icu_locale_core::Locale::UNKNOWN),
        );
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(true);
        // These can fail only where a name is taken already; a test below reads every file for that.
        let _ = bundle.add_builtins();
        let _ = bundle.add_function("PLURAL", move |arguments, _| plural(preferences, arguments));
        for (_, text) in self.files.iter().filter(|(file, _)| is_wanted(file)) {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(whole, _)| whole);
            let _ = bundle.add_resource(resource);
        }
        match digits {
            Digits::Latin => bundle.set_formatter(Some(|value, _| number(value, Digits::Latin))),
            Digits::ArabicIndic => bundle.set_formatter(Some(|value, _| number(value, Digits::ArabicIndic))),
        }
        bundle
    }
}

fn formatted(bundle: &Bundle, id: &str, arguments: &[(&str, FluentValue<'static>)]) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(&arguments), &mut errors)
        .into_owned();
    if !errors.is_empty() {
        let language = bundle.locales.first().map(ToString::to_string).unwrap_or_default();
        tracing::error!(id, language, "a message could not be put together");
    }
    errors.is_empty().then_some(text)
}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Locale").field(&self.language).finish()
    }
}

fn number(value: &FluentValue<'_>, digits: Digits) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(digits.show(&grouped(&number.as_string()))),
        _ => None,
    }
}

/// `PLURAL($count)` in a message: which words a number takes, by its name in CLDR; 0 is `zero` in every language, so
/// that each may say "none" in its own way.
///
/// Fluent's own choice by `$count` is not used: it rests on `intl_pluralrules` 7.0.2, whose Arabic rules forget
/// "modulo 100", so that 103 things would be said as 100 are.
fn plural(language: PluralRulesPreferences, arguments: &[FluentValue<'_>]) -> FluentValue<'static> {
    let Some(FluentValue::Number(number)) = arguments.first() else {
        return FluentValue::Error;
    };
    let Ok(count) = number.as_string().parse::<u64>() else {
        return FluentValue::Error;
    };
    // Made anew for each message: it is a look into embedded tables, and cannot be shared between threads.
    let Ok(rules) = PluralRules::try_new_cardinal(language) else {
        return FluentValue::Error;
    };
    FluentValue::from(match rules.category_for(count) {
        _ if count == 0 => "zero",
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    })
}

/// Groups of three from five digits on; shorter numbers read well, and line numbers and years look odd with a comma.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number
        .split_once('.')
        .map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::with_capacity(number.len() + 4);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && whole.len() > 4 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_folder_is_a_language() {
        let tags: Vec<_> = SOURCES.iter().map(|source| source.tag).collect();
        let languages: Vec<_> = Locale::all()
            .iter()
            .map(|locale| locale.language().tag().to_owned())
            .collect();
        assert_eq!(tags, languages);
        assert_eq!(Locale::all().first().unwrap().language(), Language::ARABIC);
    }

    #[test]
    fn no_file_has_an_error_and_no_id_is_taken_twice() {
        for source in SOURCES {
            let mut bundle = FluentBundle::new_concurrent(vec![source.tag.parse().unwrap()]);
            for (file, text) in source.files {
                let resource = FluentResource::try_new((*text).to_owned());
                let resource = resource.map_err(|(_, errors)| errors);
                assert!(resource.is_ok(), "{}/{file}: {:?}", source.tag, resource.err());
                let added = bundle.add_resource(resource.unwrap());
                assert!(added.is_ok(), "{}/{file}: {added:?}", source.tag);
            }
        }
    }

    #[test]
    fn directions_are_those_of_the_folders() {
        let direction = |language| Locale::of(language).direction();
        assert_eq!(direction(Language::ARABIC), Direction::RightToLeft);
        assert_eq!(direction(Language::ENGLISH), Direction::LeftToRight);
    }

    #[test]
    fn a_language_that_says_only_its_name_is_not_read_whole() {
        let load = |tag| Locale::load(SOURCES.iter().find(|source| source.tag == tag).unwrap()).unwrap();
        for tag in ["ar", "en"] {
            let locale = load(tag);
            assert!(locale.format("locale-name", &[]).is_some());
            assert!(locale.messages.get().is_none());
            assert!(locale.format("app-name", &[]).is_some());
            assert!(locale.messages.get().is_some());
        }
    }

    #[test]
    fn an_unknown_language_is_arabic() {
        assert_eq!(Locale::of(Language::parse("xx").unwrap()).language(), Language::ARABIC);
    }

    #[test]
    fn long_numbers_are_grouped() {
        let shown: Vec<_> = ["0", "9999", "10000", "1234567", "12345.50"]
            .iter()
            .map(|n| grouped(n))
            .collect();
        assert_eq!(shown, ["0", "9999", "10,000", "1,234,567", "12,345.50"]);
        assert_eq!(Digits::ArabicIndic.show("10:42"), "١٠:٤٢");
    }
}
