//! Embeds every folder of `i18n/` and of `assets/legal/`, so that a new language or a new legal text is a new file and
//! nothing else.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=i18n");
    println!("cargo::rerun-if-changed=assets/legal");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("locales.rs"), locales(&root)?)?;
    fs::write(out.join("legal.rs"), legal(&root)?)?;
    fs::write(out.join("questions.rs"), questions(&root)?)?;
    Ok(())
}

fn locales(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("const SOURCES: &[Source] = &[\n");
    for locale in names(&root.join("i18n"))? {
        writeln!(code, "    Source {{ tag: {locale:?}, files: &[")?;
        let files = names(&root.join("i18n").join(&locale))?;
        for file in files.iter().filter(|file| file.ends_with(".ftl")) {
            let text = included(&format!("/i18n/{locale}/{file}"));
            writeln!(code, "        ({file:?}, {text}),")?;
        }
        writeln!(code, "    ] }},")?;
    }
    code.push_str("];\n");
    Ok(code)
}

fn legal(root: &Path) -> Result<String, Box<dyn Error>> {
    let folder = root.join("assets/legal");
    let mut code = String::from("const FILES: &[File<'static>] = &[\n");
    for language in names(&folder)? {
        for file in names(&folder.join(&language))? {
            let text = included(&format!("/assets/legal/{language}/{file}"));
            writeln!(
                code,
                "    File {{ language: {language:?}, name: {file:?}, text: {text} }},"
            )?;
        }
    }
    code.push_str("];\n");
    Ok(code)
}

/// The security questions in the words of every language, by their ids: an answer must not stand in any of them.
fn questions(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("const WORDINGS: &[(&str, &str)] = &[\n");
    for locale in names(&root.join("i18n"))? {
        let path = root.join("i18n").join(&locale).join("questions.ftl");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for line in text.lines() {
            if let Some((id, words)) = line.strip_prefix("question-").and_then(|line| line.split_once(" = ")) {
                writeln!(code, "    ({id:?}, {words:?}),")?;
            }
        }
    }
    code.push_str("];\n");
    Ok(code)
}

/// What the compiler reads a file of the project with.
fn included(path: &str) -> String {
    format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))")
}

/// The names in a folder, sorted: `ar`, the reference, comes first by its letter.
fn names(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?
            .file_name()
            .into_string()
            .map_err(|name| format!("{name:?} is not Unicode"))?;
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
