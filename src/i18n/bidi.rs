//! Islands: pieces of text that keep their own direction inside a sentence of the other one.

/// Opens an island whose direction is that of its first strong character; digits alone run left to right.
pub const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Closes an island.
pub const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// `text` as an island: numbers, codes, user names and addresses inside Arabic.
///
/// An argument of a message is an island already; this is for text that is put together outside messages.
#[must_use]
pub fn island(text: &str) -> String {
    format!("{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}")
}

/// `text` without the marks of its islands: for files, command lines and phones that may show them as boxes.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(*c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_island_is_left_behind_without_a_trace() {
        assert_eq!(island("0:42"), "\u{2068}0:42\u{2069}");
        assert_eq!(plain(&island("0:42")), "0:42");
    }
}
