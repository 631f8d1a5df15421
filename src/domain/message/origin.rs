//! The host that a code is bound to.

/// A host such as `www.absher.sa`. A code whose message ends in `@www.absher.sa #123456` is filled in by phones on that
/// site alone (the WICG's "origin-bound one-time codes").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Reads a host: at least two labels of Latin letters, digits and dashes.
    pub fn parse(text: &str) -> Option<Self> {
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let host = text.len() <= 253 && text.contains('.') && text.split('.').all(is_label);
        host.then(|| Self(text.to_ascii_lowercase()))
    }

    /// The host.
    pub fn host(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_host_is_read_and_nothing_else() {
        assert_eq!(Origin::parse("WWW.absher.sa").unwrap().host(), "www.absher.sa");
        for wrong in [
            "",
            "absher",
            "https://absher.sa",
            "absher.sa/",
            "a b.sa",
            "أبشر.sa",
            "-a.sa",
            "a..sa",
            "a.sa:443",
        ] {
            assert_eq!(Origin::parse(wrong), None, "{wrong}");
        }
    }
}
