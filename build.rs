//! Embeds every folder of `i18n/`, so that a new language is a new folder and nothing else.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=i18n");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("i18n");
    let mut code = String::from("const SOURCES: &[Source] = &[\n");
    for locale in names(&root)? {
        writeln!(code, "    Source {{ tag: {locale:?}, files: &[")?;
        for file in names(&root.join(&locale))?.iter().filter(|file| file.ends_with(".ftl")) {
            let path = format!("/i18n/{locale}/{file}");
            writeln!(
                code,
                "        ({file:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),"
            )?;
        }
        writeln!(code, "    ] }},")?;
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("locales.rs"), code)?;
    Ok(())
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
