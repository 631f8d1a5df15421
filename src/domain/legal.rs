//! The texts that an applicant reads and accepts: terms, privacy policy, and whatever a folder of `assets/legal/` holds
//! besides. A new text, or a new version of one, is a change of files alone.

mod reading;

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::applicant::IdDate;
use super::language::Language;

pub use reading::{LegalFault, LegalReason};

include!(concat!(env!("OUT_DIR"), "/legal.rs"));

/// A legal text by its name: that of its file, such as `terms`. What stands in a ledger is read for years, so a name
/// need not be among today's texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LegalId(Cow<'static, str>);

/// Which text was read: its version and the language in which it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LegalVersion {
    /// The text.
    pub id: LegalId,
    /// Its version, such as `1.0`.
    pub version: String,
    /// The language of what was shown.
    pub language: Language,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A line above what follows.
    Heading(String),
    /// Sentences that belong together.
    Paragraph(String),
}

/// Since when a text is in force: one day, as both calendars name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// In the Hijri calendar.
    pub hijri: IdDate,
    /// In the Gregorian calendar.
    pub gregorian: IdDate,
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalText {
    /// Which text it is.
    pub id: LegalId,
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its version, the same in all languages.
    pub version: String,
    /// Since when it is in force.
    pub since: Since,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
    /// Its place among the texts: the lowest is read first.
    order: u8,
}

/// What the texts call the platform; they stand where a text says `{platform}` and `{address}`.
#[derive(Clone, Copy, Debug)]
pub struct PlatformNames<'a> {
    /// Its name in the text's language.
    pub name: &'a str,
    /// Where it is found on the web.
    pub address: &'a str,
}

/// A file as it lies in `assets/legal/`.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The folder: a language's tag.
    pub language: &'a str,
    /// The name in it.
    pub name: &'a str,
    /// What it holds.
    pub text: &'a str,
}

/// All texts in all their languages.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// By order, name and language.
    texts: Vec<LegalText>,
}

static SHELF: LazyLock<Result<Shelf, LegalFault>> = LazyLock::new(|| Shelf::read(FILES));
static EMPTY: Shelf = Shelf { texts: Vec::new() };

/// The texts that the program was built with; none where a file is wrong, of which [`check`] tells.
pub fn shelf() -> &'static Shelf {
    SHELF.as_ref().unwrap_or(&EMPTY)
}

/// Whether every file that the program was built with can be read.
///
/// # Errors
/// The first that cannot: file, line and reason.
pub fn check() -> Result<(), &'static LegalFault> {
    SHELF.as_ref().map(|_| ())
}

impl LegalId {
    /// The terms and conditions.
    pub const TERMS: Self = Self(Cow::Borrowed("terms"));
    /// The privacy policy.
    pub const PRIVACY: Self = Self(Cow::Borrowed("privacy"));

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Shelf {
    /// Reads all files.
    ///
    /// # Errors
    /// [`LegalFault`], of the first file that is wrong; then nothing is read.
    pub fn read(files: &[File<'_>]) -> Result<Self, LegalFault> {
        reading::read(files).map(|texts| Self { texts })
    }

    /// The names of all texts, in the order in which they are read.
    pub fn ids(&self) -> Vec<LegalId> {
        let mut ids: Vec<LegalId> = self.texts.iter().map(|text| text.id.clone()).collect();
        ids.dedup();
        ids
    }

    /// A text in `language`, or in Arabic where it was not translated.
    pub fn text(&self, id: &LegalId, language: Language) -> Option<&LegalText> {
        let of = |language| {
            self.texts
                .iter()
                .find(move |text| text.id == *id && text.language == language)
        };
        of(language).or_else(|| of(Language::ARABIC))
    }

    /// What somebody accepts who reads all texts in `language`.
    pub fn versions(&self, language: Language) -> Vec<LegalVersion> {
        let ids = self.ids();
        ids.iter()
            .filter_map(|id| self.text(id, language))
            .map(LegalText::shown)
            .collect()
    }

    /// Whether these are all texts, each in its present version and in a language that it has.
    pub fn covers(&self, accepted: &[LegalVersion]) -> bool {
        let ids = self.ids();
        let known = |one: &LegalVersion| self.texts.iter().any(|text| text.shown() == *one);
        !ids.is_empty() && accepted.iter().all(known) && ids.iter().all(|id| accepted.iter().any(|one| one.id == *id))
    }
}

impl LegalText {
    /// What is recorded of somebody who read this.
    pub fn shown(&self) -> LegalVersion {
        LegalVersion {
            id: self.id.clone(),
            version: self.version.clone(),
            language: self.language,
        }
    }

    /// The text with the platform's name and address in their places.
    #[must_use]
    pub fn named(&self, platform: PlatformNames<'_>) -> Self {
        let fill = |text: &str| {
            text.replace(reading::PLATFORM, platform.name)
                .replace(reading::ADDRESS, platform.address)
        };
        let mut named = self.clone();
        named.title = fill(&named.title);
        for block in &mut named.blocks {
            let (Block::Heading(text) | Block::Paragraph(text)) = block;
            *text = fill(text);
        }
        named
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    const PLATFORM: PlatformNames<'static> = PlatformNames {
        name: "NAME",
        address: "WHERE",
    };

    fn words(text: &LegalText) -> String {
        let mut words = text.title.clone();
        for Block::Heading(one) | Block::Paragraph(one) in &text.blocks {
            words.push('\n');
            words.push_str(one);
        }
        words
    }

    #[test]
    fn the_texts_of_the_program_are_whole() {
        check().unwrap();
        assert_eq!(shelf().ids(), [LegalId::TERMS, LegalId::PRIVACY]);
        let headings = |text: &LegalText| text.blocks.iter().filter(|b| matches!(b, Block::Heading(_))).count();
        for id in shelf().ids() {
            let arabic = shelf().text(&id, Language::ARABIC).unwrap();
            let english = shelf().text(&id, Language::ENGLISH).unwrap();
            assert_eq!(
                (arabic.language, english.language),
                (Language::ARABIC, Language::ENGLISH)
            );
            assert_eq!((headings(arabic), headings(english)), (9, 9));
            assert_eq!(
                arabic.blocks.len(),
                english.blocks.len(),
                "{id:?} says the same in both languages"
            );
            for text in [arabic, english] {
                assert!(words(text).contains("{platform}") && words(text).contains("{address}"));
                let named = words(&text.named(PLATFORM));
                assert!(named.contains("NAME") && named.contains("WHERE") && !named.contains('{'));
            }
        }
    }

    #[test]
    fn each_text_keeps_to_its_own_letters_and_marks() {
        for text in &shelf().texts {
            let words = words(&text.named(PlatformNames { name: "", address: "" }));
            let arabic_letters = words.contains(|c: char| matches!(c, '\u{600}'..='\u{6FF}'));
            assert_eq!(arabic_letters, text.language == Language::ARABIC, "{:?}", text.id);
            let foreign: &[char] = match text.language {
                Language::ARABIC => &[',', ';', '?', '“', '"', '٠', '١', 'ی', 'ک', '\u{640}'],
                _ => &['،', '؛', '؟', '«', '"', '\''],
            };
            assert!(!words.contains(foreign), "{:?}", text.id);
            assert!(text.language != Language::ARABIC || !words.contains(|c: char| c.is_ascii_alphabetic()));
        }
    }

    #[test]
    fn a_language_without_a_text_reads_the_arabic_one_and_the_record_says_so() {
        let urdu = Language::parse("ur").unwrap();
        let versions = shelf().versions(urdu);
        assert!(versions.iter().all(|version| version.language == Language::ARABIC));
        assert!(shelf().covers(&versions) && shelf().covers(&shelf().versions(Language::ENGLISH)));
    }

    #[test]
    fn only_all_texts_in_their_present_version_are_enough() {
        let whole = shelf().versions(Language::ARABIC);
        assert!(!shelf().covers(&whole[..1]) && !shelf().covers(&[]) && !EMPTY.covers(&[]));
        let mut old = whole.clone();
        old[1].version = "0.9".to_owned();
        assert!(!shelf().covers(&old));
        let mut more = whole;
        more.push(LegalVersion {
            id: LegalId(Cow::Borrowed("cookies")),
            ..more[0].clone()
        });
        assert!(!shelf().covers(&more));
    }

    #[test]
    fn a_record_is_plain_and_keeps_names_that_are_gone() {
        let version = &shelf().versions(Language::ENGLISH)[0];
        let written = serde_json::to_string(version).unwrap();
        assert_eq!(written, r#"{"id":"terms","version":"1.0","language":"en"}"#);
        let old: LegalVersion = serde_json::from_str(&written.replace("terms", "old-terms")).unwrap();
        assert_eq!(old.id.as_str(), "old-terms");
    }

    /// A new text is two files and nothing else.
    #[test]
    fn a_text_is_added_by_its_files_alone() {
        let text = "---\ntitle: Fees\nversion: 2.1\norder: 3\nsince-hijri: 1448-06-12\n\
                    since-gregorian: 2026-11-22\n---\n\n# Fees\n\nNone is taken by {platform}.\nAsk\nfirst.\n";
        let fees = |language| File {
            language,
            name: "fees.md",
            text,
        };
        let files: Vec<File<'_>> = FILES.iter().copied().chain([fees("ar"), fees("en")]).collect();
        let shelf = Shelf::read(&files).unwrap();
        let listed: Vec<_> = shelf.ids().into_iter().map(|id| id.as_str().to_owned()).collect();
        assert_eq!(listed, ["terms", "privacy", "fees"]);
        let fees = shelf.text(&shelf.ids()[2], Language::ENGLISH).unwrap().named(PLATFORM);
        assert_eq!((fees.title.as_str(), fees.version.as_str()), ("Fees", "2.1"));
        let said = "None is taken by NAME. Ask first.".to_owned();
        assert_eq!(fees.blocks, [Block::Heading("Fees".to_owned()), Block::Paragraph(said)]);
        assert!(
            !shelf.covers(&super::shelf().versions(Language::ARABIC)),
            "the new one must be read too"
        );
    }
}
