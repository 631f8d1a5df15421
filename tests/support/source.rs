//! Rust sources as the project's own rules look at them: code without comments, tests apart, literals apart.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One file below `src`.
pub struct Source {
    /// Its path below `src`, such as `adapter/sled/read.rs`.
    pub path: String,
    /// The code of each line. Comments, the contents of literals and everything under `#[cfg(test)]` are blank.
    pub code: Vec<String>,
    /// Literals outside tests: line (from 1), what stands in the source, and the code before it on that line.
    pub literals: Vec<Literal>,
    /// How many lines stand outside tests.
    pub length: usize,
}

/// A string or character literal.
pub struct Literal {
    /// Its line, from 1.
    pub line: usize,
    /// What stands between its quotes, escapes unresolved.
    pub text: String,
}

impl Source {
    /// The room of this file: the first name of its path; `main` and `lib` are rooms of their own.
    pub fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or(&self.path);
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The module that this file is: `adapter/sled.rs` is `["adapter", "sled"]`.
    pub fn module(&self) -> Vec<&str> {
        self.path.strip_suffix(".rs").unwrap_or(&self.path).split('/').collect()
    }

    /// Whether it stands in the module `module` (`ui/kit`) or below it.
    pub fn within(&self, module: &str) -> bool {
        self.path == format!("{module}.rs") || self.path.starts_with(&format!("{module}/"))
    }
}

/// All sources of the program, those of test modules left out.
pub fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(all)
}

fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let mut tests = Vec::new();
    let mut sources = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a source");
        let name = path
            .strip_prefix(&root)
            .expect("below src")
            .to_string_lossy()
            .replace('\\', "/");
        let (source, modules) = read(name, &text);
        tests.extend(modules);
        sources.push(source);
    }
    sources.retain(|source| !tests.iter().any(|module| source.within(module)));
    sources
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Reads a file: what it holds, and the paths of the test modules that it names.
pub fn read(path: String, text: &str) -> (Source, Vec<String>) {
    let (mut code, mut literals) = strip(text);
    let (hidden, modules) = hide_tests(&mut code, &path);
    literals.retain(|literal| !hidden.get(literal.line - 1).copied().unwrap_or(false));
    let length = hidden.iter().filter(|hidden| !**hidden).count();
    (
        Source {
            path,
            code,
            literals,
            length,
        },
        modules,
    )
}

/// Blanks comments and literals, and collects the literals.
fn strip(text: &str) -> (Vec<String>, Vec<Literal>) {
    let characters: Vec<char> = text.chars().collect();
    let at = |index: usize| characters.get(index).copied().unwrap_or('\0');
    let mut code = String::with_capacity(text.len());
    let mut literals = Vec::new();
    let (mut index, mut line) = (0, 1);
    while index < characters.len() {
        let end = match (at(index), at(index + 1)) {
            ('/', '/') => (index..characters.len())
                .find(|i| at(*i) == '\n')
                .unwrap_or(characters.len()),
            ('/', '*') => block_comment(&characters, index),
            ('"', _) => quoted(&characters, index, '"'),
            ('r', '"' | '#') if !is_word(at(index.wrapping_sub(1))) && is_raw(&characters, index) => {
                raw(&characters, index)
            }
            ('\'', '\\') => quoted(&characters, index, '\''),
            ('\'', _) if at(index + 2) == '\'' => index + 3,
            _ => index,
        };
        if end == index {
            line += usize::from(at(index) == '\n');
            code.push(at(index));
            index += 1;
            continue;
        }
        let whole: String = characters[index..end].iter().collect();
        if !whole.starts_with('/') {
            let text = whole.trim_start_matches('r').trim_matches('#');
            let text = text.get(1..text.len().saturating_sub(1)).unwrap_or_default().to_owned();
            literals.push(Literal { line, text });
            code.push_str("\"\"");
        }
        code.extend(whole.chars().filter(|character| *character == '\n'));
        line += whole.matches('\n').count();
        index = end;
    }
    (code.lines().map(str::to_owned).collect(), literals)
}

fn block_comment(characters: &[char], start: usize) -> usize {
    let (mut depth, mut index) = (0, start);
    while index < characters.len() {
        match characters.get(index..index + 2) {
            Some(['/', '*']) => (depth, index) = (depth + 1, index + 2),
            Some(['*', '/']) => (depth, index) = (depth - 1, index + 2),
            _ => index += 1,
        }
        if depth == 0 {
            return index;
        }
    }
    index
}

fn quoted(characters: &[char], start: usize, quote: char) -> usize {
    let mut index = start + 1;
    while index < characters.len() && characters[index] != quote {
        index += if characters[index] == '\\' { 2 } else { 1 };
    }
    (index + 1).min(characters.len())
}

fn is_raw(characters: &[char], start: usize) -> bool {
    characters[start + 1..].iter().find(|character| **character != '#') == Some(&'"')
}

fn raw(characters: &[char], start: usize) -> usize {
    let hashes = characters[start + 1..]
        .iter()
        .take_while(|character| **character == '#')
        .count();
    let closing: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let closing: Vec<char> = closing.chars().collect();
    let mut index = start + hashes + 2;
    while index < characters.len() && !characters[index..].starts_with(&closing) {
        index += 1;
    }
    (index + closing.len()).min(characters.len())
}

/// Blanks what stands under `#[cfg(test)]`; tells which lines, and which files are test modules.
fn hide_tests(code: &mut [String], path: &str) -> (Vec<bool>, Vec<String>) {
    let mut hidden = vec![false; code.len()];
    let mut modules = Vec::new();
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let mut line = 0;
    while line < code.len() {
        if !code[line].trim_start().starts_with("#[cfg(test)]") {
            line += 1;
            continue;
        }
        let (mut depth, mut last) = (0i32, line);
        let mut opened = false;
        for (number, text) in code.iter().enumerate().skip(line) {
            for character in text.trim_start().trim_start_matches("#[cfg(test)]").chars() {
                depth += i32::from(character == '{') - i32::from(character == '}');
                opened |= character == '{';
            }
            last = number;
            if let Some(name) = text
                .trim()
                .strip_suffix(';')
                .and_then(|text| text.rsplit_once("mod "))
                .map(|at| at.1)
                && !opened
            {
                modules.push(format!("{stem}/{name}"));
            }
            if (opened && depth == 0) || (!opened && text.trim_end().ends_with(';')) {
                break;
            }
        }
        for (text, hidden) in code[line..=last].iter_mut().zip(&mut hidden[line..=last]) {
            text.clear();
            *hidden = true;
        }
        line = last + 1;
    }
    (hidden, modules)
}

/// Whether a character belongs to a name.
pub fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Where `needle` stands in `line` as a whole word: preceded and followed by nothing that belongs to a name.
pub fn words<'a>(line: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    line.match_indices(needle).map(|(at, _)| at).filter(move |at| {
        let before = line[..*at].chars().next_back();
        let after = line[at + needle.len()..].chars().next();
        let free = |neighbour: Option<char>| !neighbour.is_some_and(is_word);
        (free(before) || !needle.starts_with(is_word)) && (free(after) || !needle.ends_with(is_word))
    })
}
