//! Codes by SMS that phones fill in on the platform's own site alone.

use super::{Words, digits, is_one_segment};
use crate::domain::language::Language;
use crate::domain::message::{Contact, MessageKind, Origin};
use crate::domain::question::QuestionId;
use crate::domain::receipt::{Receipt, Sheet};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::i18n::Texts;
use crate::i18n::bidi::plain;
use crate::port::{Carried, Worded, Wording};

/// The same words as [`Words`], and as the last line of each code by SMS the host that it is for, where that leaves the
/// message in one segment. In Arabic there is room for it only without the words that say how long the code is good for.
#[derive(Clone, Debug)]
pub struct OriginBound(pub Origin);

impl OriginBound {
    /// The text with its last line, or as it is where there is no room.
    fn bound(&self, text: Secret, language: Language, carried: Carried<'_>) -> Secret {
        let code = digits(carried);
        let line = format!("\n@{} #{code}", self.0.host());
        let short = plain(&Texts::of(language).message_code_bound_sms(code));
        let tries = [format!("{}{line}", text.expose_secret()), format!("{short}{line}")];
        let fits = tries.into_iter().find(|text| is_one_segment(text));
        fits.map_or(text, Secret::from)
    }
}

impl Wording for OriginBound {
    fn message(&self, kind: &MessageKind, to: &Contact, language: Language, carried: Carried<'_>) -> Worded {
        let worded = Words.message(kind, to, language, carried);
        match (kind, to) {
            (MessageKind::Code { .. }, Contact::Mobile(_)) => Worded {
                text: self.bound(worded.text, language, carried),
                ..worded
            },
            _ => worded,
        }
    }

    fn question(&self, question: QuestionId, language: Language) -> String {
        Words.question(question, language)
    }

    fn receipt(&self, receipt: &Receipt) -> Sheet {
        Words.receipt(receipt)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::applicant::{Email, Mobile};
    use crate::domain::code::Code;
    use crate::domain::id::{Reference, VisitId};
    use crate::domain::message::CodeRequest;
    use crate::i18n::Locale;

    fn said(host: &str, minutes: u8, to: &Contact, language: Language) -> String {
        let code = CodeRequest {
            visit: VisitId::from_bytes([7; 16]),
            number: 1,
            nonce: [0; 16],
            digits: 6,
        };
        let digits = Code::from_random(&[0xff; 32], 6);
        let kind = MessageKind::Code { code, minutes };
        let words = OriginBound(Origin::parse(host).unwrap());
        let worded = words.message(&kind, to, language, Carried::Code(&digits));
        worded.text.expose_secret().to_owned()
    }

    #[test]
    fn a_code_ends_in_its_host_within_one_segment_in_every_language() {
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        let code = Code::from_random(&[0xff; 32], 6);
        let code = code.secret().expose_secret();
        for locale in Locale::all() {
            for minutes in 1..=10 {
                let text = said("www.absher.sa", minutes, &mobile, locale.language());
                assert!(text.ends_with(&format!("\n@www.absher.sa #{code}")), "{text}");
                assert!(is_one_segment(&text), "{text}");
                assert_eq!(text.matches(code).count(), 2, "{text}");
                let warns = text.contains("Staff never ask") || text.contains("لا يطلبه منك موظف");
                assert!(warns, "{text}");
            }
        }
    }

    #[test]
    fn where_there_is_no_room_the_text_is_as_it_was() {
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        let host = format!("{}.example.sa", "a".repeat(60));
        let text = said(&host, 5, &mobile, Language::ARABIC);
        assert!(!text.contains('@') && text.contains("صالح 5 دقائق"), "{text}");
        assert!(said(&host, 5, &mobile, Language::ENGLISH).contains(&host));
    }

    #[test]
    fn nothing_but_a_code_by_sms_is_bound() {
        let email = Contact::Email(Email::parse("someone@example.com").unwrap());
        assert!(!said("www.absher.sa", 5, &email, Language::ENGLISH).contains("@www"));
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        let reference = Reference::of(VisitId::from_bytes([7; 16]));
        let words = OriginBound(Origin::parse("www.absher.sa").unwrap());
        let kind = MessageKind::PasswordChanged { reference };
        let worded = words.message(&kind, &mobile, Language::ENGLISH, Carried::Nothing);
        assert!(!worded.text.expose_secret().contains('@'));
    }
}
