//! What people type, before it is judged: digits of any script, invisible marks, separators, the keyboard.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The value of a decimal digit of any script (Unicode category Nd): `٣`, `۳`, `３` and `3` are all 3.
///
/// Unicode encodes such digits in unbroken ascending runs of ten, so the value is the distance from the run's start.
pub fn digit_value(character: char) -> Option<u8> {
    if let Some(value) = character.to_digit(10) {
        return u8::try_from(value).ok();
    }
    if !is_decimal_digit(character) {
        return None;
    }
    let before = (1..).map_while(|back| char::from_u32(u32::from(character).checked_sub(back)?));
    u8::try_from(before.take_while(|c| is_decimal_digit(*c)).count() % 10).ok()
}

fn is_decimal_digit(character: char) -> bool {
    character.general_category() == GeneralCategory::DecimalNumber
}

/// The same text with every decimal digit in ASCII.
pub fn with_ascii_digits(text: &str) -> String {
    text.chars().map(in_ascii).collect()
}

fn in_ascii(character: char) -> char {
    digit_value(character).map_or(character, |value| char::from(b'0' + value))
}

/// Whether a character has no shape of its own: bidi marks, zero-width joiners, byte order marks (category Cf).
pub fn is_invisible(character: char) -> bool {
    character.general_category() == GeneralCategory::Format
}

/// The text without invisible characters, without white space at its ends, digits in ASCII.
pub fn cleaned(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    with_ascii_digits(visible.trim())
}

/// A number as it is typed or pasted, without what people put between its digits: white space, dashes, dots, slashes,
/// brackets, tatweel. Digits are ASCII. What else stands in it is kept, so that it can be refused.
pub fn without_separators(text: &str) -> String {
    let between = |c: char| {
        c.is_whitespace()
            || matches!(c, '.' | '/' | '_' | '·' | '(' | ')' | '\u{640}' | '\u{2212}')
            || c.general_category() == GeneralCategory::DashPunctuation
    };
    let shown = text.chars().filter(|c| !is_invisible(*c) && !between(*c));
    shown.map(in_ascii).collect()
}

/// Whether the whole text is one or more ASCII digits.
pub fn is_ascii_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Which keyboard a text seems to have been typed with, so that a Latin field can say "Your keyboard is Arabic".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// There is an Arabic letter in the text.
    Arabic,
    /// There is none.
    Other,
}

impl Keyboard {
    /// Judges by the letters. Arabic-Indic digits do not count: they are read everywhere.
    pub fn of(text: &str) -> Self {
        if text.chars().any(is_arabic_letter) {
            Self::Arabic
        } else {
            Self::Other
        }
    }
}

/// Whether a character is a letter of the Arabic script, presentation forms included.
pub fn is_arabic_letter(character: char) -> bool {
    let in_blocks = matches!(u32::from(character),
        0x0600..=0x06FF | 0x0750..=0x077F | 0x0870..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC);
    in_blocks && character.is_alphabetic()
}

/// The line, from 1, in which a byte of a file stands.
pub fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_value() {
        for zero in ['0', '٠', '۰', '०', '０', '𝟎', '𝟘', '𝟢', '𝟬', '𝟶', '߀', '๐'] {
            for value in 0..10_u8 {
                let digit = char::from_u32(u32::from(zero) + u32::from(value)).unwrap_or_default();
                assert_eq!(digit_value(digit), Some(value), "{digit:?}");
            }
        }
        for other in ['a', 'ا', '²', '½', 'Ⅷ', '一', ' '] {
            assert_eq!(digit_value(other), None, "{other:?}");
        }
    }

    #[test]
    fn runs_of_digits_are_whole_tens() {
        let mut run = 0;
        for character in '\0'..=char::MAX {
            if is_decimal_digit(character) {
                run += 1;
            } else {
                assert_eq!(run % 10, 0, "before {character:?}");
                run = 0;
            }
        }
    }

    #[test]
    fn separators_and_marks_go_and_the_rest_stays() {
        let typed = "\u{202B} ٠٥٠-١٢٣.٤٥٦/٧\u{200F}\u{FEFF}";
        assert_eq!(without_separators(typed), "0501234567");
        assert_eq!(without_separators("+966 (50) 123–4567"), "+966501234567");
        assert_eq!(without_separators("05O 12"), "05O12");
        assert_eq!(without_separators("\u{200E}\u{2067} \t\u{A0}"), "");
    }

    #[test]
    fn the_arabic_keyboard_shows_in_letters_alone() {
        for typed in ["شاةثي", "ahmad١٢ا", "ﻻ", "پ"] {
            assert_eq!(Keyboard::of(typed), Keyboard::Arabic, "{typed}");
        }
        for typed in ["", "ahmad123", "١٢٣", "؟،", "\u{200F}", "ahméd"] {
            assert_eq!(Keyboard::of(typed), Keyboard::Other, "{typed}");
        }
    }
}
