//! A name in Latin letters, as its owner would write it: the beginnings of a user name.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::PersonName;
use crate::domain::answer::normal_form;
use crate::domain::text::{is_arabic_letter, is_invisible};

/// Names as their owners usually write them, and the words that are part of a name with another one. The file says how
/// its lines are read.
const KNOWN: &str = include_str!("../../../assets/names/latin.txt");

/// What is done with a word of a name.
enum Rule {
    /// It is left out.
    Skip,
    /// It begins the next word.
    JoinNext(&'static str),
    /// It ends the word before it.
    JoinBefore(&'static str),
    /// It is written so.
    Whole(&'static str),
}

static RULES: LazyLock<HashMap<String, Rule>> = LazyLock::new(|| KNOWN.lines().filter_map(rule).collect());

fn rule(line: &'static str) -> Option<(String, Rule)> {
    let mut words = line.split(' ');
    let (word, sign) = (words.next()?, words.next()?);
    let latin = words.next().unwrap_or_default();
    let rule = match sign {
        "-" => Rule::Skip,
        ">" => Rule::JoinNext(latin),
        "<" => Rule::JoinBefore(latin),
        "=" => Rule::Whole(latin),
        _ => return None,
    };
    Some((normal_form(word).to_string(), rule))
}

/// The words of a name in lower-case Latin letters, in order; what is written in neither Arabic nor Latin letters is
/// left out.
pub(super) fn words(name: &PersonName) -> Vec<String> {
    let mut written: Vec<String> = Vec::new();
    let mut begun: Option<(&str, &'static str)> = None;
    for word in name.as_str().split([' ', '-']) {
        let rule = RULES.get(normal_form(word).as_str());
        if let Some((before, latin)) = begun.take() {
            written.push(joined(before, latin, word));
            continue;
        }
        match rule {
            Some(Rule::Skip) => {}
            Some(Rule::JoinNext(latin)) => begun = Some((word, latin)),
            Some(Rule::JoinBefore(latin)) if !written.is_empty() => {
                if let Some(last) = written.last_mut() {
                    last.push_str(latin);
                }
            }
            Some(Rule::JoinBefore(latin) | Rule::Whole(latin)) => written.push((*latin).to_owned()),
            None => written.push(unknown(word)),
        }
    }
    written.extend(begun.map(|(_, latin)| latin.to_owned()));
    written.retain(|word| !word.is_empty());
    written
}

/// A word that the one before it begins, such as a servant's name or a family's: known as one, else the two in a row.
fn joined(before: &str, latin: &str, word: &str) -> String {
    if let Some(Rule::Whole(whole)) = RULES.get(normal_form(&format!("{before}{word}")).as_str()) {
        return (*whole).to_owned();
    }
    match without_article(word) {
        Some(bare) => format!("{latin}ul{}", plain(bare)),
        None => format!("{latin}{}", plain(word)),
    }
}

fn unknown(word: &str) -> String {
    match without_article(word) {
        Some(bare) => format!("al{}", plain(bare)),
        None => plain(word),
    }
}

/// What stands after alef and lam, where at least two letters do.
fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("\u{627}\u{644}")
        .filter(|bare| bare.chars().nth(1).is_some())
}

/// A word without an article: as it is known, else letter by letter.
fn plain(word: &str) -> String {
    match RULES.get(normal_form(word).as_str()) {
        Some(Rule::Whole(latin)) => (*latin).to_owned(),
        _ if word.chars().any(is_arabic_letter) => by_letters(word),
        _ => {
            let letters = word.nfkd().filter(char::is_ascii_alphabetic);
            letters.map(|letter| letter.to_ascii_lowercase()).collect()
        }
    }
}

/// How a letter of the Arabic script sounds.
#[derive(Clone, Copy)]
enum Sound {
    Consonant(&'static str),
    /// A long vowel, or what stands for one.
    Vowel(&'static str),
    /// A vowel between consonants, a consonant beside a vowel and at the beginning.
    Glide {
        vowel: &'static str,
        consonant: &'static str,
    },
}

/// Letter by letter. Short vowels are not written in Arabic, so an `a` is put where two consonants cannot be spoken
/// together.
fn by_letters(word: &str) -> String {
    let sounds: Vec<Sound> = word.nfkc().filter(|c| !is_invisible(*c)).filter_map(sound).collect();
    let mut spoken: Vec<(&str, bool)> = Vec::with_capacity(sounds.len());
    for (place, sound) in sounds.iter().enumerate() {
        let follows_vowel = spoken.last().is_none_or(|(_, is_vowel)| *is_vowel);
        let leads_vowel = match sounds.get(place + 1) {
            Some(Sound::Vowel(_)) => true,
            Some(Sound::Glide { consonant, .. }) => !consonant.is_empty(),
            Some(Sound::Consonant(_)) | None => false,
        };
        spoken.push(match sound {
            Sound::Consonant(letters) => (letters, false),
            Sound::Vowel(letters) => (letters, true),
            Sound::Glide { vowel, consonant: "" } if place == 0 => (vowel, true),
            Sound::Glide { consonant, .. } if follows_vowel || leads_vowel => (consonant, false),
            Sound::Glide { vowel, .. } => (vowel, true),
        });
    }
    let is_consonant = |place: usize| spoken.get(place).is_some_and(|(_, is_vowel)| !is_vowel);
    let is_vowel = |place: usize| spoken.get(place).is_some_and(|(_, is_vowel)| *is_vowel);
    let mut latin = String::new();
    for (place, (letters, _)) in spoken.iter().enumerate() {
        latin.push_str(letters);
        let in_cluster = is_consonant(place) && is_consonant(place + 1) && !letters.is_empty();
        if in_cluster && (place == 0 || !is_vowel(place + 2)) {
            latin.push('a');
        }
    }
    latin
}

/// The sound of a letter as identity documents here write it; nothing for marks and for a hamza by itself.
fn sound(letter: char) -> Option<Sound> {
    use Sound::{Consonant, Glide, Vowel};
    Some(match letter {
        'ا' | 'أ' | 'آ' | 'ٱ' | 'ى' | 'ة' => Vowel("a"),
        // A consonant that Latin has not: heard as a vowel, or not at all.
        'ع' => Glide {
            vowel: "a",
            consonant: "",
        },
        'إ' | 'ئ' | 'ے' => Vowel("e"),
        'ؤ' => Vowel("o"),
        'و' | 'ۆ' => Glide {
            vowel: "u",
            consonant: "w",
        },
        'ي' | 'ی' => Glide {
            vowel: "i",
            consonant: "y",
        },
        'ب' => Consonant("b"),
        'پ' => Consonant("p"),
        'ت' | 'ط' | 'ٹ' => Consonant("t"),
        'ث' => Consonant("th"),
        'ج' => Consonant("j"),
        'چ' => Consonant("ch"),
        'ح' | 'ه' | 'ہ' | 'ھ' => Consonant("h"),
        'خ' => Consonant("kh"),
        'د' | 'ض' | 'ڈ' => Consonant("d"),
        'ذ' | 'ظ' => Consonant("dh"),
        'ر' | 'ڑ' => Consonant("r"),
        'ز' => Consonant("z"),
        'ژ' => Consonant("zh"),
        'س' | 'ص' => Consonant("s"),
        'ش' => Consonant("sh"),
        'غ' => Consonant("gh"),
        'ف' => Consonant("f"),
        'ڤ' => Consonant("v"),
        'ق' => Consonant("q"),
        'ك' | 'ک' => Consonant("k"),
        'گ' | 'ڨ' => Consonant("g"),
        'ل' => Consonant("l"),
        'م' => Consonant("m"),
        'ن' | 'ں' => Consonant("n"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn latin(name: &str) -> String {
        words(&PersonName::parse(name).unwrap()).join(" ")
    }

    #[test]
    fn names_are_written_as_their_owners_do() {
        for (name, written) in [
            ("محمد عبدالله الحربي", "mohammed abdullah alharbi"),
            ("محمد عبد الله الحربي", "mohammed abdullah alharbi"),
            ("مُحَمَّد بن ماجد الينبوعي", "mohammed majed alyanbui"),
            ("فاطمه بنت علي القحطانى", "fatimah ali alqahtani"),
            ("عبد الرحمن آل سعود", "abdulrahman alsaud"),
            ("عبد الرزاق", "abdulrazaq"),
            ("صلاح الدين أبو بكر", "salahaldin abubakar"),
            ("نورة العنود", "noura alanoud"),
            ("عبد", "abd"),
            ("Ahmad Al-Farsi", "ahmad al farsi"),
            ("JOSÉ da Silva", "jose da silva"),
            ("گلزار پرويز", "galzar parwiz"),
            ("عرفان يعيش", "arfan yaish"),
            ("راما وليدان", "rama walidan"),
            ("राम", ""),
            ("ء", ""),
        ] {
            assert_eq!(latin(name), written, "{name}");
        }
    }

    #[test]
    fn every_line_of_the_file_is_read() {
        let lines = KNOWN.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            assert!(rule(line).is_some(), "{line}");
            let latin = line.split(' ').nth(2).unwrap_or("a");
            assert!(latin.bytes().all(|byte| byte.is_ascii_lowercase()), "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_name_gives_plain_letters(name in "\\PC{1,40}|[ا-ي ]{1,40}") {
            if let Ok(name) = PersonName::parse(&name) {
                for word in words(&name) {
                    prop_assert!(!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()), "{}", word);
                }
            }
        }
    }
}
