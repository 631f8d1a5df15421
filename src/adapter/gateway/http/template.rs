//! A text of a profile with holes in it, such as `{recipient}`.

use zeroize::Zeroizing;

/// What is put into a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// The mobile, as the profile says that it is written.
    Recipient,
    /// The sender's name.
    Sender,
    /// The text of the message.
    Text,
    /// Our own name for the message.
    Id,
    /// The gateway's own name for the message.
    GatewayId,
    /// A value that the configuration gives under this name.
    Secret(String),
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Hole(Hole),
}

/// A text with holes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Template(Vec<Piece>);

/// A text has braces in which nothing known stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnknownHole;

impl Template {
    /// Reads a text. `{{` and `}}` are braces.
    ///
    /// # Errors
    /// A brace is left open, or nothing is known of what stands in it.
    pub(super) fn parse(text: &str) -> Result<Self, UnknownHole> {
        let (mut pieces, mut words, mut rest) = (Vec::new(), String::new(), text);
        while let Some(at) = rest.find(['{', '}']) {
            let (before, brace) = rest.split_at(at);
            words.push_str(before);
            if let Some(after) = brace.strip_prefix("{{").or_else(|| brace.strip_prefix("}}")) {
                words.push_str(&brace[..1]);
                rest = after;
                continue;
            }
            let inside = brace.strip_prefix('{').and_then(|inside| inside.split_once('}'));
            let (name, after) = inside.ok_or(UnknownHole)?;
            pieces.extend((!words.is_empty()).then(|| Piece::Words(std::mem::take(&mut words))));
            pieces.push(Piece::Hole(Hole::parse(name)?));
            rest = after;
        }
        words.push_str(rest);
        pieces.extend((!words.is_empty()).then_some(Piece::Words(words)));
        Ok(Self(pieces))
    }

    /// The holes in it.
    pub(super) fn holes(&self) -> impl Iterator<Item = &Hole> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Hole(hole) => Some(hole),
            Piece::Words(_) => None,
        })
    }

    /// The words before the first hole.
    pub(super) fn beginning(&self) -> &str {
        match self.0.first() {
            Some(Piece::Words(words)) => words,
            _ => "",
        }
    }

    /// The text with its holes filled.
    pub(super) fn filled(&self, fill: impl Fn(&Hole) -> Zeroizing<String>) -> Zeroizing<String> {
        let mut filled = Zeroizing::new(String::new());
        for piece in &self.0 {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Hole(hole) => filled.push_str(&fill(hole)),
            }
        }
        filled
    }
}

impl Hole {
    fn parse(name: &str) -> Result<Self, UnknownHole> {
        match name {
            "recipient" => Ok(Self::Recipient),
            "sender" => Ok(Self::Sender),
            "text" => Ok(Self::Text),
            "id" => Ok(Self::Id),
            "gateway-id" => Ok(Self::GatewayId),
            _ => {
                let name = name.strip_prefix("secret:").ok_or(UnknownHole)?;
                let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                let is_name = !name.is_empty() && name != SENDER && name.bytes().all(plain);
                is_name.then(|| Self::Secret(name.to_owned())).ok_or(UnknownHole)
            }
        }
    }

    /// Whether it holds what names the person or is for them alone.
    pub(super) const fn is_of_the_person(&self) -> bool {
        matches!(self, Self::Recipient | Self::Text)
    }

    /// The name of the value that the configuration gives for it.
    pub(super) fn value(&self) -> Option<&str> {
        match self {
            Self::Sender => Some(SENDER),
            Self::Secret(name) => Some(name),
            Self::Recipient | Self::Text | Self::Id | Self::GatewayId => None,
        }
    }
}

/// The value that is the sender's name.
pub(super) const SENDER: &str = "sender";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn fill(hole: &Hole) -> Zeroizing<String> {
        Zeroizing::new(match hole {
            Hole::Secret(name) => format!("<{name}>"),
            other => format!("<{other:?}>"),
        })
    }

    #[test]
    fn holes_are_filled_and_braces_stay() {
        for (text, filled) in [
            ("", ""),
            ("plain", "plain"),
            ("{id}", "<Id>"),
            ("a{sender}b{secret:app-sid}{text}", "a<Sender>b<app-sid><Text>"),
            ("{{id}} }}{{", "{id} }{"),
            ("{{{recipient}}}", "{<Recipient>}"),
            ("/m/{gateway-id}.json", "/m/<GatewayId>.json"),
        ] {
            assert_eq!(*Template::parse(text).unwrap().filled(fill), filled, "{text}");
        }
        for text in [
            "{",
            "}",
            "{id",
            "id}",
            "{}",
            "{name}",
            "{ID}",
            "{secret:}",
            "{secret:A}",
            "{secret:sender}",
            "{id}}",
        ] {
            assert_eq!(Template::parse(text), Err(UnknownHole), "{text}");
        }
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let template = Template::parse("{text}").unwrap();
        let filled = template.filled(|_| Zeroizing::new("{secret:key}".to_owned()));
        assert_eq!(*filled, "{secret:key}");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[a-z{}:é]{0,12}") {
            if let Ok(template) = Template::parse(&text) {
                let again = template.filled(|_| Zeroizing::new(String::new()));
                prop_assert!(again.len() <= text.len());
            }
        }
    }
}
