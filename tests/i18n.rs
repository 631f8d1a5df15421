//! Holds the folders of `i18n/` to each other, to the tables in the code, and to the rules of their languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use icu_plurals::PluralRules;
use istiada::domain::language::Language;
use istiada::i18n::bidi::plain;
use istiada::i18n::messages::TABLES;
use istiada::i18n::{Direction, Locale, Texts};

/// Files whose messages are named by a catalogue, not by a table in the code.
const CATALOGUES: &[&str] = &["questions.ftl", "services.ftl"];

/// The Latin words that Arabic may hold: names of keys and formats, letters as examples, what is typed in a terminal.
const LATIN_IN_ARABIC: &[&str] = &[
    "A", "CSV", "CUPS", "PDF", "jsonl", "csv", "H", "NAME", "d", "lpadmin", "Ctrl", "Enter", "Esc", "F", "F1", "F2",
    "F4", "F8", "F9", "JSON", "Lines", "PgDn", "PgUp", "Shift", "Tab", "UTF", "a", "arabic", "bull", "import", "indic",
    "istiada", "latin", "lebara", "ltr", "mobily", "no", "other", "red", "registry", "rtl", "salam", "stc", "tour",
    "virgin", "yes", "zain", "HTTP", "PEM", "gateway", "host", "https", "kind", "port", "window",
];

#[derive(Debug, Default)]
struct Message {
    file: String,
    variables: BTreeSet<String>,
    /// The keys of each choice by a number's plural.
    plurals: Vec<BTreeSet<String>>,
    /// The words of each pattern, with U+FFFC in the place of each placeable.
    words: Vec<String>,
}

type Messages = BTreeMap<String, Message>;

fn languages() -> Vec<String> {
    Locale::all()
        .iter()
        .map(|locale| locale.language().tag().to_owned())
        .collect()
}

fn read(language: &str) -> Messages {
    let mut messages = Messages::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n").join(language);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str()).map_err(|(_, errors)| errors);
        let resource = resource.unwrap_or_else(|errors| panic!("{language}/{file}: {errors:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(found) => {
                    assert!(
                        found.attributes.is_empty(),
                        "{language}: {} has attributes",
                        found.id.name
                    );
                    let mut message = Message {
                        file: file.clone(),
                        ..Message::default()
                    };
                    walk(&found.value.expect("a message has a text"), &mut message);
                    let taken = messages.insert(found.id.name.to_owned(), message);
                    assert!(taken.is_none(), "{language}: {} stands twice", found.id.name);
                }
                Entry::Term(term) => panic!("{language}: -{} is a term; write a message", term.id.name),
                _ => {}
            }
        }
    }
    messages
}

fn walk(pattern: &Pattern<&str>, message: &mut Message) {
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression } => {
                words.push('\u{fffc}');
                walk_expression(expression, message);
            }
        }
    }
    message.words.push(words);
}

fn walk_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, message),
        Expression::Select { selector, variants } => {
            walk_inline(selector, message);
            let by_plural = matches!(selector, InlineExpression::FunctionReference { id, .. } if id.name == "PLURAL");
            let keys: BTreeSet<_> = variants
                .iter()
                .filter_map(|variant| match variant.key {
                    VariantKey::Identifier { name } => Some(name.to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                })
                .collect();
            assert_eq!(
                by_plural,
                !keys.is_empty(),
                "words that bend with a number are chosen by PLURAL: {variants:?}"
            );
            if by_plural {
                message.plurals.push(keys);
            }
            variants.iter().for_each(|variant| walk(&variant.value, message));
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            positional.iter().for_each(|argument| walk_inline(argument, message));
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, message),
        InlineExpression::StringLiteral { value } => message.words.push((*value).to_owned()),
        _ => {}
    }
}

/// The plurals that a language has.
fn plurals_of(language: &str) -> BTreeSet<String> {
    let locale: icu_locale_core::Locale = language.parse().unwrap();
    let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
    rules
        .categories()
        .map(|category| format!("{category:?}").to_lowercase())
        .collect()
}

#[test]
fn the_tables_and_every_language_hold_the_same_messages() {
    let mut tables = BTreeMap::new();
    for (file, table) in TABLES {
        for entry in *table {
            let variables: BTreeSet<_> = entry.variables().into_iter().map(str::to_owned).collect();
            let taken = tables.insert(entry.id(), (*file, variables));
            assert!(taken.is_none(), "{} stands in two tables", entry.id());
        }
    }
    for language in languages() {
        let messages = read(&language);
        for (id, (file, variables)) in &tables {
            let Some(message) = messages.get(id) else {
                panic!("{language}/{file} lacks {id}")
            };
            assert_eq!(&message.file, file, "{language}: {id} lies in the wrong file");
            assert_eq!(&message.variables, variables, "{language}: the variables of {id}");
        }
        for (id, message) in &messages {
            let of_catalogue = CATALOGUES.contains(&message.file.as_str());
            assert!(
                of_catalogue || tables.contains_key(id),
                "{language}/{}: {id} is in no table",
                message.file
            );
        }
    }
}

#[test]
fn every_language_has_the_same_messages_and_variables() {
    let all = |language: &str| -> Vec<_> {
        read(language)
            .into_iter()
            .map(|(id, message)| (id, message.file, message.variables))
            .collect()
    };
    let reference = all("ar");
    for language in languages() {
        let others = all(&language);
        let missing: Vec<_> = reference.iter().filter(|message| !others.contains(message)).collect();
        let orphans: Vec<_> = others.iter().filter(|message| !reference.contains(message)).collect();
        assert!(
            missing.is_empty() && orphans.is_empty(),
            "{language} lacks {missing:?}; nobody asks for {orphans:?}"
        );
    }
}

#[test]
fn where_words_depend_on_a_number_all_plurals_of_the_language_are_there() {
    assert_eq!(plurals_of("ar").len(), 6);
    assert_eq!(plurals_of("en"), ["one", "other"].map(str::to_owned).into());
    for language in languages() {
        let needed = plurals_of(&language);
        for (id, message) in read(&language) {
            for keys in &message.plurals {
                let given: BTreeSet<_> = keys
                    .iter()
                    .filter(|key| *key != "zero" || needed.contains("zero"))
                    .collect();
                assert_eq!(given, needed.iter().collect(), "{language}: {id}");
            }
        }
    }
}

/// What is counted bends its noun, so `$count` always chooses the words. A number that only names its place («1 من 5»)
/// is called otherwise.
#[test]
fn what_is_counted_chooses_its_words() {
    for language in languages() {
        for (id, message) in read(&language) {
            let counted = message.variables.contains("count");
            assert!(
                !counted || !message.plurals.is_empty(),
                "{language}: {id} shows $count without its plurals"
            );
        }
    }
}

#[test]
fn every_message_can_be_said() {
    for locale in Locale::all() {
        for entry in TABLES.iter().flat_map(|(_, table)| *table) {
            for text in entry.tried(locale) {
                let text = text.unwrap_or_else(|| panic!("{}: {} fails", locale.language().tag(), entry.id()));
                assert!(
                    !text.trim().is_empty() && !text.contains(['{', '}', '$']),
                    "{}: {text}",
                    entry.id()
                );
            }
        }
    }
}

#[test]
fn numbers_bend_their_nouns() {
    let said = |language, count: u32| plain(&Texts::of(language).questions_rounds_left(count));
    let arabic = [0, 1, 2, 3, 10, 11, 99, 100, 103].map(|count| said(Language::ARABIC, count));
    assert_eq!(
        arabic,
        [
            "لم تبق جولة أخرى.",
            "بقيت جولة واحدة.",
            "بقيت جولتان.",
            "بقيت 3 جولات.",
            "بقيت 10 جولات.",
            "بقيت 11 جولة.",
            "بقيت 99 جولة.",
            "بقيت 100 جولة.",
            "بقيت 103 جولات."
        ]
    );
    let english = [0, 1, 2].map(|count| said(Language::ENGLISH, count));
    assert_eq!(english, ["No round is left.", "1 round is left.", "2 rounds are left."]);
}

#[test]
fn numbers_inside_a_sentence_are_islands() {
    let text = Texts::of(Language::ARABIC).personal_mobile_reads_as("+966 50 123 4567");
    assert_eq!(text, "يُقرأ هكذا: \u{2068}+966 50 123 4567\u{2069}");
}

#[test]
fn a_message_that_is_nowhere_says_its_name() {
    assert_eq!(
        Texts::of(Language::ENGLISH).of_catalogue("no-such-message"),
        "no-such-message"
    );
}

#[test]
fn one_key_leads_through_all_languages_and_back() {
    let mut seen = Vec::new();
    let mut texts = Texts::of(Language::ARABIC);
    for _ in Locale::all() {
        seen.push(texts.language());
        texts = Texts::of(texts.next_language());
    }
    let all: Vec<_> = Locale::all().iter().map(Locale::language).collect();
    assert_eq!(seen, all);
    assert_eq!(texts.language(), Language::ARABIC);
}

#[test]
fn arabic_is_written_as_arabic() {
    let english = read("en");
    for (id, message) in read("ar") {
        for words in &message.words {
            assert!(
                !words.contains([',', '?', ';', '%']),
                "{id} has Latin punctuation: {words}"
            );
            for latin in words.split(|c: char| !c.is_ascii_alphanumeric()) {
                let is_word = latin.contains(|c: char| c.is_ascii_alphabetic());
                let spoken = id == "locale-digits" || id == "locale-direction" || LATIN_IN_ARABIC.contains(&latin);
                assert!(!is_word || spoken, "{id} has {latin:?}: {words}");
            }
            // A lone letter keeps its joined form («بـ 05», «هـ»); anywhere else the stroke only stretches a word.
            assert!(
                !words.replace("بـ ", "").replace("هـ", "").contains('\u{640}'),
                "{id} is stretched: {words}"
            );
            let foreign = |c: char| matches!(c, '٠'..='٩' | '۰'..='۹' | 'ی' | 'ک' | 'ھ' | 'ہ');
            assert!(
                !words.contains(foreign),
                "{id} has a digit or a letter of another alphabet: {words}"
            );
        }
        let same = english.get(&id).is_some_and(|other| other.words == message.words);
        let has_words = message.words.iter().any(|words| words.contains(char::is_alphabetic));
        let is_name = id.starts_with("key-") || id == "locale-digits";
        assert!(!same || !has_words || is_name, "{id} is not translated");
    }
}

/// The words of the code outside the tables of messages, without those of the tests within.
fn words_of_the_code(folder: &Path, words: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("i18n/messages") {
                words_of_the_code(&path, words);
            }
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let parts = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
        words.extend(parts.map(|word| word.replace('-', "_")));
    }
}

#[test]
fn no_message_is_left_that_nobody_says() {
    let mut words = BTreeSet::new();
    words_of_the_code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut words);
    let ids = TABLES
        .iter()
        .flat_map(|(_, entries)| entries.iter().map(|entry| entry.id()));
    let orphans: Vec<String> = ids.filter(|id| !words.contains(&id.replace('-', "_"))).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn english_has_no_arabic_letters() {
    for (id, message) in read("en") {
        let arabic = |c: char| matches!(c, '\u{600}'..='\u{6ff}');
        assert!(!message.words.iter().any(|words| words.contains(arabic)), "{id}");
    }
}

#[test]
fn every_language_keeps_the_rules_of_print() {
    for locale in Locale::all() {
        let language = locale.language();
        let (open, close, foreign) = match locale.direction() {
            Direction::RightToLeft => ('«', '»', ['“', '”']),
            Direction::LeftToRight => ('“', '”', ['«', '»']),
        };
        for (id, message) in read(language.tag()) {
            for words in &message.words {
                let at = format!("{}: {id}: {words}", language.tag());
                assert!(!words.contains(['"', '\'', '`']), "a straight quote in {at}");
                assert!(!words.contains("  "), "two spaces in {at}");
                assert!(
                    !words.contains("...") && !words.contains("--"),
                    "a typewriter's mark in {at}"
                );
                assert!(
                    !words.starts_with(' ') && !words.ends_with(' '),
                    "a space at an end of {at}"
                );
                assert!(
                    words.matches(open).count() == words.matches(close).count(),
                    "an open quote in {at}"
                );
                assert!(!words.contains(foreign), "another language's quotes in {at}");
                let marks = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
                assert!(!words.contains(marks), "a direction mark in {at}");
                let listed = id.ends_with("-symbol");
                for mark in ["،", "؛", "؟", ".", ",", ";", "?", ":", "!"] {
                    assert!(
                        listed || !words.contains(&format!(" {mark}")),
                        "a space before {mark} in {at}"
                    );
                }
            }
        }
    }
}
