//! The documents lead somewhere: links, pictures, the files they name, and the commands of the README.
//! Only where the windows are built in: without them there is no `tour`.

#![cfg(feature = "gui")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Markdown files of the project's own, with their texts.
fn documents() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in [root.to_owned(), root.join("docs")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "md") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(found.len() >= 9, "{}", found.len());
    found
}

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// What stands between two marks in a line, each time.
fn between<'a>(line: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    line.split(open)
        .skip(1)
        .filter_map(move |rest| rest.split(close).next())
}

/// What stands between backticks in a line: every second piece.
fn code(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_link_and_every_picture_is_there() {
    let mut faults = Vec::new();
    for (path, text) in documents() {
        for target in text.lines().flat_map(|line| between(line, "](", ")")) {
            let file = target.split('#').next().unwrap_or_default();
            let outside = target.starts_with("http");
            if !outside && !file.is_empty() && !path.parent().unwrap().join(file).exists() {
                faults.push(format!("{}: {target}", path.display()));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_file_that_is_named_is_there() {
    let folders = [
        "src/",
        "tests/",
        "docs/",
        "script/",
        "assets/",
        "i18n/",
        "examples/",
        "benches/",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for (path, text) in documents() {
        for name in text.lines().flat_map(code) {
            let file = name.split(' ').next().unwrap_or_default();
            let stands_for_many = file.contains(['<', '*', '…', '{']) || file.contains("NAME");
            if folders.iter().any(|folder| file.starts_with(folder)) && !stands_for_many && !root.join(file).exists() {
                faults.push(format!("{}: {name}", path.display()));
            }
        }
    }
    none(&faults);
}

/// The English help of a command, where there is such a command.
fn help(words: &[String]) -> Option<String> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_istiada"));
    let output = program.args(words).args(["--help", "--locale", "en"]).output().unwrap();
    output
        .status
        .success()
        .then(|| String::from_utf8(output.stdout).unwrap())
}

/// The commands below one, as its help lists them.
fn below(words: &[String]) -> Vec<Vec<String>> {
    let help = help(words).expect("the help of a command");
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = listed.take_while(|line| !line.is_empty());
    let child = |line: &str| [words, &[line.split_whitespace().next().unwrap().to_owned()]].concat();
    names.map(child).collect()
}

#[test]
fn every_command_of_the_readme_exists() {
    let text = readme();
    let mut tried = 0;
    for line in text.lines() {
        for command in code(line).filter_map(|code| code.strip_prefix("istiada ")) {
            let is_name = |word: &&str| word.chars().all(|character| character.is_ascii_lowercase());
            let words: Vec<String> = command.split(' ').take_while(is_name).map(str::to_owned).collect();
            assert!(help(&words).is_some(), "{command}");
            tried += 1;
        }
    }
    assert!(tried >= 9, "{tried}");
}

#[test]
fn every_command_stands_in_the_readme() {
    let text = readme();
    let mut waiting = below(&[]);
    assert!(waiting.len() >= 7, "{waiting:?}");
    while let Some(words) = waiting.pop() {
        let children = below(&words);
        let name = format!("`istiada {}", words.join(" "));
        assert!(text.contains(&name) || !children.is_empty(), "{name}");
        waiting.extend(children);
    }
}
