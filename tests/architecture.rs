//! The rules of the house, read off the sources: who may call whom, what may stand where. `ARCHITECTURE.md` says why.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

#[path = "support/source.rs"]
mod source;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use source::{Source, is_word, sources, words};

/// Each room, and the rooms that it may name.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("port", &["domain"]),
    ("desk", &["port", "domain"]),
    ("adapter", &["port", "domain"]),
    ("i18n", &["port", "domain"]),
    ("ui", &["desk", "domain", "i18n"]),
    ("command", &["desk", "adapter", "domain", "i18n"]),
    ("main", &["domain", "port", "desk", "adapter", "i18n", "ui", "command"]),
    ("lib", &[]),
];

/// Single modules that may name one room more, with the reason.
const ALSO: &[(&str, &str)] = &[
    // The tour draws the screens it walks.
    ("command/tour", "ui"),
    // Puts the adapters behind the desk's ports.
    ("command/compose", "port"),
];

/// Files that may be longer than [`LONGEST_FILE`], with the reason.
const LONG_FILES: &[&str] = &[
    // The root of the windows: its messages, its state and the way from the one to the other belong side by side.
    "ui/app.rs",
    // The tour, step after step.
    "command/tour/script.rs",
];

/// Functions that may be longer than [`LONGEST_FUNCTION`], as `file::function`, with the reason.
const LONG_FUNCTIONS: &[&str] = &[
    // Tables: one arm for each state, input or event, which are read best one below the other.
    "desk/view.rs::steps",
    "i18n/sentences/ledger.rs::fact",
    "domain/report/story.rs::after",
    "domain/report/story.rs::ended_by",
    "ui/screen/supervision/ledger/filter.rs::of",
    "domain/recovery/forgotten_password.rs::apply",
    "domain/recovery/identity.rs::given",
    "domain/recovery/record.rs::restore",
    "ui/kit/code/widget.rs::update",
    "ui/kit/control/widget.rs::update",
    "ui/kit/field/entry/keys.rs::command",
    "ui/kit/scroll/widget.rs::react",
    // One pass over bytes that may be cut anywhere, with a refusal for each way in which they can be wrong.
    "adapter/ledger/scan.rs::scan",
    "adapter/ledger/walk.rs::walk",
    // One drawing from top to bottom.
    "ui/app/view.rs::clerk_view",
    "ui/kit/check.rs::radio_row",
    "ui/kit/modal.rs::dialog",
    "ui/kit/code/widget.rs::draw",
    "ui/kit/field/entry/draw.rs::paint",
    "ui/kit/phone.rs::phone",
    "ui/kit/stepper.rs::step",
    "ui/screen/code.rs::clerk",
    "ui/screen/done.rs::clerk",
    "ui/screen/password.rs::applicant",
    "ui/screen/questions.rs::clerk",
    "ui/screen/sign_in.rs::applicant",
    "ui/shell/aside.rs::script",
    "ui/shell/top_bar.rs::top_bar",
];

/// Lines of a file, tests apart.
const LONGEST_FILE: usize = 400;
/// Lines of a function, from `fn` to its closing brace.
const LONGEST_FUNCTION: usize = 50;

fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// A fault for each line of code of `sources` in which one of `needles` stands as a word.
fn stands<'a>(sources: impl Iterator<Item = &'a Source>, needles: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for (number, line) in source.code.iter().enumerate() {
            for needle in needles.iter().filter(|needle| words(line, needle).next().is_some()) {
                faults.push(format!("src/{}:{}: {needle}", source.path, number + 1));
            }
        }
    }
    faults
}

#[test]
fn rooms_name_only_the_rooms_they_may() {
    let mut faults = Vec::new();
    for source in sources() {
        let room = source.room().to_owned();
        let allowed = ALLOWED
            .iter()
            .find(|(name, _)| *name == room)
            .expect("a room of ARCHITECTURE.md")
            .1;
        let also = |other: &str| {
            ALSO.iter()
                .any(|(module, room)| source.within(module) && *room == other)
        };
        for (line, other) in rooms_named(source) {
            if other != room && !allowed.contains(&other.as_str()) && !also(&other) {
                faults.push(format!("src/{}:{line}: {room} → {other}", source.path));
            }
        }
    }
    none(&faults, "a room names one that it must not know");
}

/// Every room that a file names, by `crate::`, by `istiada::` or by enough `super::`, with the line.
fn rooms_named(source: &Source) -> Vec<(usize, String)> {
    let code = source.code.join("\n");
    let depth = source.module().len();
    let supers = "super::".repeat(depth);
    let mut named = Vec::new();
    for root in ["crate::", "istiada::", supers.as_str()] {
        for at in words(&code, root) {
            let line = code[..at].matches('\n').count() + 1;
            let rest = &code[at + root.len()..];
            for name in first_names(rest) {
                if ALLOWED.iter().any(|(room, _)| *room == name) {
                    named.push((line, name));
                }
            }
        }
    }
    named
}

/// The first names of a path or of a group of paths: `a::b` gives `a`, `{a::b, c}` gives `a` and `c`.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| {
        text.trim_start()
            .chars()
            .take_while(|c| is_word(*c))
            .collect::<String>()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![name(rest)];
    };
    let (mut depth, mut names, mut fresh) = (0, Vec::new(), true);
    for (at, character) in group.char_indices() {
        if fresh && depth == 0 {
            names.push(name(&group[at..]));
            fresh = false;
        }
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            _ => {}
        }
    }
    names
}

#[test]
fn the_domain_touches_nothing() {
    let world = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "Instant::now",
        "SystemTime",
        "getrandom",
        "rand::rng",
        "rand::random",
        "tokio",
        "sled",
        "iced",
        "fluent_bundle",
        "tracing",
    ];
    let sources = sources();
    none(
        &stands(sources.iter().filter(|source| source.room() == "domain"), &world),
        "the domain reaches out",
    );
}

#[test]
fn libraries_stay_in_their_rooms() {
    let homes: &[(&str, &[&str])] = &[
        ("iced", &["ui", "command/tour"]),
        ("sled", &["adapter/sled"]),
        ("fluent_bundle", &["i18n"]),
        ("clap", &["command", "main"]),
        ("argon2", &["adapter"]),
        ("chacha20poly1305", &["adapter"]),
        ("ab_glyph", &["adapter"]),
    ];
    let sources = sources();
    let mut faults = Vec::new();
    for (library, homes) in homes {
        for source in sources
            .iter()
            .filter(|source| !homes.iter().any(|home| source.within(home)))
        {
            let ours = imports(source, library);
            let used = source
                .code
                .iter()
                .enumerate()
                .filter(|(_, line)| uses(line, library, ours));
            faults.extend(used.map(|(number, _)| format!("src/{}:{}: {library}", source.path, number + 1)));
        }
    }
    none(&faults, "a library is used outside its room");
}

/// Whether a file knows a module of ours by the name of the library.
fn imports(source: &Source, library: &str) -> bool {
    let (itself, alone) = (format!("::{library}::{{self"), format!("::{library};"));
    source
        .code
        .iter()
        .any(|line| line.contains(&itself) || line.contains(&alone))
}

/// Whether a line names the library, and not a module of ours that is called as it is.
fn uses(line: &str, library: &str, ours: bool) -> bool {
    let path = format!("{library}::");
    words(line, &path).any(|at| match line[..at].strip_suffix("::") {
        Some(before) => !before.ends_with(is_word),
        None => !ours,
    })
}

#[test]
fn sides_are_known_to_direction_and_kit_alone() {
    let sides = [
        ".align_left(",
        ".align_right(",
        "Horizontal::",
        "Alignment::Left",
        "Alignment::Right",
        "padding::left",
        "padding::right",
        "Padding {",
    ];
    let sources = sources();
    let outside = |source: &&Source| {
        (source.room() == "ui" || source.within("command/tour"))
            && !source.within("ui/direction")
            && !source.within("ui/kit")
    };
    let mut faults = stands(sources.iter().filter(outside), &sides);
    for source in sources.iter().filter(outside) {
        for (number, line) in source.code.iter().enumerate() {
            // The middle is no side.
            let aligned = line.split(".align_x(").skip(1);
            if aligned
                .into_iter()
                .any(|rest| !rest.trim_start_matches("Alignment::").starts_with("Center"))
            {
                faults.push(format!("src/{}:{}: .align_x(", source.path, number + 1));
            }
        }
    }
    none(&faults, "left or right outside ui/direction and ui/kit");
}

#[test]
fn words_stand_in_i18n_alone() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.room() != "i18n") {
        // What the tour types is its people's own, not the program's.
        if source.within("command/tour") {
            continue;
        }
        let visible = source.room() == "ui";
        for literal in &source.literals {
            // Single letters are keys, digits and rows of tables; a word is two letters and more.
            let arabic = literal
                .text
                .chars()
                .filter(|c| c.is_alphabetic() && is_arabic(*c))
                .count()
                > 1;
            let english = visible && is_sentence(&literal.text) && !is_for_the_log(source, literal.line);
            if arabic || english {
                faults.push(format!("src/{}:{}: {:?}", source.path, literal.line, literal.text));
            }
        }
    }
    none(&faults, "a visible word outside i18n");
}

fn is_arabic(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Words with a space between them, or one word with a capital, as people read them; no SVG and no name of a font.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let spoken = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || ".,?!'".contains(c));
    let capital = words.first().is_some_and(|word| {
        spoken(word) && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
    });
    !text.contains('<')
        && !text.starts_with("IBM Plex")
        && (words.windows(2).any(|pair| pair.iter().all(spoken)) || capital)
}

/// Whether the literal of a line is the text of an error for the log, or of a line of the log.
fn is_for_the_log(source: &Source, line: usize) -> bool {
    let code = &source.code[line - 1];
    ["#[error(", "tracing::", "debug_struct(", "reason ="]
        .iter()
        .any(|mark| code.contains(mark))
}

#[test]
fn files_and_functions_stay_short() {
    let mut faults = Vec::new();
    for source in sources() {
        if source.length > LONGEST_FILE && !LONG_FILES.contains(&source.path.as_str()) {
            faults.push(format!("src/{}: {} lines", source.path, source.length));
        }
        for (name, line, length) in functions(source) {
            let full = format!("{}::{name}", source.path);
            if length > LONGEST_FUNCTION && !LONG_FUNCTIONS.contains(&full.as_str()) {
                faults.push(format!("src/{}:{line}: fn {name} has {length} lines", source.path));
            }
        }
    }
    none(&faults, "too long");
}

/// The functions of a file: name, first line, and how many lines.
fn functions(source: &Source) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    for (number, line) in source.code.iter().enumerate() {
        let Some(at) = words(line, "fn").next() else { continue };
        let name: String = line[at + 2..]
            .trim_start()
            .chars()
            .take_while(|c| is_word(*c))
            .collect();
        let (mut depth, mut opened) = (0i32, false);
        for (end, text) in source.code.iter().enumerate().skip(number) {
            let text = if end == number { &line[at..] } else { text.as_str() };
            if !opened && depth == 0 && text.trim_end().ends_with(';') && !text.contains('{') {
                break;
            }
            for character in text.chars() {
                depth += i32::from(character == '{') - i32::from(character == '}');
                opened |= character == '{';
            }
            if opened && depth <= 0 {
                found.push((name.clone(), number + 1, end - number + 1));
                break;
            }
        }
    }
    found
}

#[test]
fn nothing_gives_up_half_way() {
    // `expect` on an Option or a Result is left to clippy, which knows types.
    let surrenders = [
        ".unwrap()",
        ".unwrap_err()",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
        "dbg!(",
        "unwrap_used",
        "expect_used",
        "unsafe",
    ];
    none(&stands(sources().iter(), &surrenders), "code that gives up");
}

#[test]
fn nothing_names_a_registry_or_a_place_on_one_machine() {
    let needles = [
        concat!("crates", ".io"),
        concat!("pypi", ".org"),
        concat!("pythonhosted", ".org"),
        concat!("npmjs", ".org"),
        concat!("deb.debian", ".org"),
        concat!("/wo", "rk/ma"),
        concat!("/wo", "rk/wt"),
        concat!("/wo", "rk/shared"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
    ];
    let mut faults = Vec::new();
    for path in tracked() {
        // Cargo writes where each crate comes from.
        if path.ends_with("Cargo.lock") {
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            if let Some(needle) = needles.iter().find(|needle| line.contains(*needle)) {
                faults.push(format!("{}:{}: {needle}", path.display(), number + 1));
            }
        }
    }
    none(&faults, "a name that holds on one machine only");
}

/// The files of the project: what git knows, or, without git, what lies in its folders.
fn tracked() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root).output();
    if let Ok(output) = listed
        && output.status.success()
    {
        let names = String::from_utf8_lossy(&output.stdout).into_owned();
        return names
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(|name| root.join(name))
            .collect();
    }
    let mut found = Vec::new();
    for folder in [
        "src", "tests", "i18n", "assets", "docs", "script", "benches", "examples",
    ] {
        collect(&root.join(folder), &mut found);
    }
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found)
        } else {
            found.push(path)
        }
    }
}

#[test]
fn every_dependency_has_its_reason_and_every_reason_its_dependency() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest: toml::Table = fs::read_to_string(root.join("Cargo.toml")).unwrap().parse().unwrap();
    let mut needed = BTreeSet::new();
    for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let table = manifest.get(section).and_then(toml::Value::as_table);
        needed.extend(table.into_iter().flat_map(|table| table.keys().cloned()));
    }
    let text = fs::read_to_string(root.join("docs/dependencies.md")).unwrap();
    let row = |line: &str| {
        let (name, reason) = line.strip_prefix("| `")?.split_once("` | ")?;
        assert!(reason.trim_end_matches('|').trim().len() > 10, "{name} has no reason");
        Some(name.to_owned())
    };
    let reasoned: BTreeSet<String> = text.lines().filter_map(row).collect();
    assert_eq!(needed, reasoned, "left: Cargo.toml, right: docs/dependencies.md");
}

#[test]
fn the_rules_see_what_they_are_to_see() {
    let text = r##"
use crate::{desk::Desk, i18n};
// crate::adapter in a comment is none
fn long(a: &'static str) -> char { let s = r#"crate::adapter "quoted""#; let c = '"'; super::super::adapter::go(); c }
#[cfg(test)]
mod tests { use crate::adapter::x; fn t() { y.unwrap() } }
fn late() { z.unwrap() }
"##;
    let (source, modules) = source::read("ui/kit.rs".to_owned(), text);
    let rooms: Vec<String> = rooms_named(&source).into_iter().map(|(_, room)| room).collect();
    assert_eq!(rooms, ["desk", "i18n", "adapter"]);
    assert_eq!(
        stands(std::iter::once(&source), &[".unwrap()"]),
        ["src/ui/kit.rs:7: .unwrap()"]
    );
    assert_eq!(
        functions(&source).iter().map(|f| f.0.as_str()).collect::<Vec<_>>(),
        ["long", "late"]
    );
    assert_eq!(source.literals[0].text, "crate::adapter \"quoted\"");
    assert!(modules.is_empty());
    let (_, modules) = source::read("desk.rs".to_owned(), "#[cfg(test)]\nmod tests;\nfn a() {}\n");
    assert_eq!(modules, ["desk/tests"]);
    assert!(is_sentence("Try again") && is_sentence("Next") && !is_sentence("next") && !is_sentence("M4 5l7 7"));
}
