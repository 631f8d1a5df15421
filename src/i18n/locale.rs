//! A language with its direction, its digits and its messages.

use std::fmt;
use std::sync::LazyLock;

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

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| SOURCES.iter().filter_map(Locale::load).collect());
/// What is left to speak with where there is no folder at all: the names of the messages.
static WORDLESS: LazyLock<Locale> = LazyLock::new(|| Locale {
    language: Language::ARABIC,
    direction: Direction::RightToLeft,
    digits: Digits::Latin,
    bundle: FluentBundle::new_concurrent(Vec::new()),
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
    bundle: FluentBundle<FluentResource>,
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
        let pattern = self.bundle.get_message(id)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned();
        if !errors.is_empty() {
            tracing::error!(
                id,
                language = self.language.tag(),
                "a message could not be put together"
            );
        }
        errors.is_empty().then_some(text)
    }

    /// A language of these words alone.
    #[cfg(test)]
    pub(super) fn made_up(tag: &'static str, words: &'static str) -> Option<Self> {
        let files: &'static [(&str, &str)] = Box::leak(Box::new([("words.ftl", words)]));
        Self::load(&Source { tag, files })
    }

    fn load(source: &Source) -> Option<Self> {
        let language = Language::parse(source.tag)?;
        let identifier: LanguageIdentifier = source.tag.parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(true);
        let name: icu_locale_core::Locale = source.tag.parse().ok()?;
        let preferences = PluralRulesPreferences::from(name);
        // These can fail only where a name is taken already; a test below reads every file for that.
        let _ = bundle.add_builtins();
        let _ = bundle.add_function("PLURAL", move |arguments, _| plural(preferences, arguments));
        for (_, text) in source.files {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(whole, _)| whole);
            let _ = bundle.add_resource(resource);
        }
        let mut locale = Self {
            language,
            direction: Direction::LeftToRight,
            digits: Digits::Latin,
            bundle,
        };
        if locale.format("locale-direction", &[]).as_deref() == Some("rtl") {
            locale.direction = Direction::RightToLeft;
        }
        if locale.format("locale-digits", &[]).as_deref() == Some("arabic-indic") {
            locale.digits = Digits::ArabicIndic;
        }
        match locale.digits {
            Digits::Latin => locale
                .bundle
                .set_formatter(Some(|value, _| number(value, Digits::Latin))),
            Digits::ArabicIndic => locale
                .bundle
                .set_formatter(Some(|value, _| number(value, Digits::ArabicIndic))),
        }
        Some(locale)
    }
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
