//! Puts messages of the outbox into words, as they are sent.

mod origin;

use super::Texts;
use super::bidi::plain;
use super::receipt::sheet;
use crate::domain::language::Language;
use crate::domain::message::{Contact, MessageKind};
use crate::domain::question::QuestionId;
use crate::domain::receipt::{Receipt, Sheet};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::port::{Carried, Worded, Wording};

pub use origin::OriginBound;

/// The words of `i18n/*/message.ftl`.
///
/// An SMS fits one segment: 70 UTF-16 units in Arabic, 160 characters of GSM-7 in English. It bears no direction
/// marks: one of them would make an English message UCS-2, and old phones show them as boxes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words;

impl Wording for Words {
    fn message(&self, kind: &MessageKind, to: &Contact, language: Language, carried: Carried<'_>) -> Worded {
        let texts = Texts::of(language);
        match to {
            Contact::Mobile(_) => Worded {
                subject: None,
                text: Secret::from(plain(&sms(texts, kind, carried))),
            },
            Contact::Email(_) => {
                let (subject, text) = email(texts, kind, carried);
                Worded {
                    subject: Some(subject),
                    text: Secret::from(text),
                }
            }
        }
    }

    fn question(&self, question: QuestionId, language: Language) -> String {
        Texts::of(language).question(question)
    }

    fn receipt(&self, receipt: &Receipt) -> Sheet {
        sheet(receipt)
    }
}

fn sms(texts: Texts, kind: &MessageKind, carried: Carried<'_>) -> String {
    match kind {
        MessageKind::Code { minutes, .. } => texts.message_code_sms(*minutes, digits(carried)),
        MessageKind::PasswordChanged { reference } => texts.message_password_changed_sms(*reference),
        MessageKind::RecoveryPaused { reference } => texts.message_recovery_paused_sms(*reference),
        MessageKind::Username => texts.message_username_sms(username(carried)),
        MessageKind::UsernameChanged { reference } => texts.message_username_changed_sms(*reference),
        MessageKind::AccountMade { reference } => texts.message_account_made_sms(*reference),
        MessageKind::MobileChangeBegun { reference, hours } => {
            texts.message_mobile_change_begun_sms(*hours, *reference)
        }
        MessageKind::MobileChangeStopped { reference } => texts.message_mobile_change_stopped_sms(*reference),
        MessageKind::MobileChanged { reference } => texts.message_mobile_changed_sms(*reference),
    }
}

fn email(texts: Texts, kind: &MessageKind, carried: Carried<'_>) -> (String, String) {
    match kind {
        MessageKind::Code { minutes, .. } => (
            texts.message_code_subject(),
            texts.message_code_email(*minutes, digits(carried)),
        ),
        MessageKind::PasswordChanged { reference } => (
            texts.message_password_changed_subject(),
            texts.message_password_changed_email(*reference),
        ),
        MessageKind::RecoveryPaused { reference } => (
            texts.message_recovery_paused_subject(),
            texts.message_recovery_paused_email(*reference),
        ),
        MessageKind::Username => (
            texts.message_username_subject(),
            texts.message_username_email(username(carried)),
        ),
        MessageKind::UsernameChanged { reference } => (
            texts.message_username_changed_subject(),
            texts.message_username_changed_email(*reference),
        ),
        MessageKind::AccountMade { reference } => (
            texts.message_account_made_subject(),
            texts.message_account_made_email(*reference),
        ),
        MessageKind::MobileChangeBegun { reference, hours } => (
            texts.message_mobile_change_begun_subject(),
            texts.message_mobile_change_begun_email(*hours, *reference),
        ),
        MessageKind::MobileChangeStopped { reference } => (
            texts.message_mobile_change_stopped_subject(),
            texts.message_mobile_change_stopped_email(*reference),
        ),
        MessageKind::MobileChanged { reference } => (
            texts.message_mobile_changed_subject(),
            texts.message_mobile_changed_email(*reference),
        ),
    }
}

/// The basic characters of 3GPP TS 23.038; those of its extension table count twice and are in none of our words.
const GSM_7: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ\
                     ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Whether an SMS is sent whole: 160 characters of GSM-7, else 70 of UTF-16.
fn is_one_segment(text: &str) -> bool {
    if text.chars().all(|letter| GSM_7.contains(letter)) {
        text.chars().count() <= 160
    } else {
        text.encode_utf16().count() <= 70
    }
}

fn digits(carried: Carried<'_>) -> &str {
    match carried {
        Carried::Code(code) => code.secret().expose_secret(),
        Carried::Username(_) | Carried::Nothing => "",
    }
}

fn username(carried: Carried<'_>) -> &str {
    match carried {
        Carried::Username(username) => username.as_str(),
        Carried::Code(_) | Carried::Nothing => "",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::applicant::{Email, Mobile, Username};
    use crate::domain::code::Code;
    use crate::domain::id::{Reference, VisitId};
    use crate::domain::message::CodeRequest;
    use crate::i18n::Locale;

    fn kinds() -> Vec<MessageKind> {
        let visit = VisitId::from_bytes([7; 16]);
        let reference = Reference::of(visit);
        let code = CodeRequest {
            visit,
            number: 1,
            nonce: [0; 16],
            digits: 10,
        };
        let codes = (1..=10).map(|minutes| MessageKind::Code { code, minutes });
        codes
            .chain([
                MessageKind::PasswordChanged { reference },
                MessageKind::RecoveryPaused { reference },
                MessageKind::Username,
                MessageKind::UsernameChanged { reference },
                MessageKind::AccountMade { reference },
                MessageKind::MobileChangeBegun { reference, hours: 24 },
                MessageKind::MobileChangeBegun { reference, hours: 168 },
                MessageKind::MobileChangeStopped { reference },
                MessageKind::MobileChanged { reference },
            ])
            .collect()
    }

    fn said(kind: &MessageKind, to: &Contact, language: Language) -> (Option<String>, String) {
        // The longest code that the policy permits.
        let code = Code::from_random(&[0xff; 32], 10);
        // The longest user name.
        let username = Username::parse(&format!("{}7", "m".repeat(31))).unwrap();
        let carried = match kind {
            MessageKind::Username => Carried::Username(&username),
            _ => Carried::Code(&code),
        };
        let worded = Words.message(kind, to, language, carried);
        (worded.subject, worded.text.expose_secret().to_owned())
    }

    #[test]
    fn an_sms_is_one_segment() {
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        for locale in Locale::all() {
            for kind in kinds() {
                let (subject, text) = said(&kind, &mobile, locale.language());
                assert_eq!(subject, None);
                let units = text.encode_utf16().count();
                assert!(is_one_segment(&text), "{}: {units}: {text}", locale.language().tag());
            }
        }
    }

    #[test]
    fn english_needs_no_wide_letters() {
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        for kind in kinds() {
            let (_, text) = said(&kind, &mobile, Language::ENGLISH);
            assert!(text.chars().all(|c| GSM_7.contains(c)), "{text}");
        }
    }

    #[test]
    fn a_code_stands_in_its_message_as_it_is_typed() {
        let code = Code::from_random(&[0xff; 32], 10);
        let email = Contact::Email(Email::parse("someone@example.com").unwrap());
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        for locale in Locale::all() {
            for to in [&email, &mobile] {
                let kind = kinds().swap_remove(4);
                let (_, text) = said(&kind, to, locale.language());
                assert!(
                    text.contains(code.secret().expose_secret()) && text.contains('5'),
                    "{text}"
                );
            }
            assert!(said(&kinds().swap_remove(0), &email, locale.language()).0.is_some());
        }
    }

    #[test]
    fn a_user_name_stands_in_its_message_as_it_is_typed() {
        let email = Contact::Email(Email::parse("someone@example.com").unwrap());
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        for locale in Locale::all() {
            for to in [&email, &mobile] {
                let (_, text) = said(&MessageKind::Username, to, locale.language());
                assert!(text.contains(&format!("{}7", "m".repeat(31))), "{text}");
            }
        }
    }

    #[test]
    fn arabic_says_minutes_as_people_do() {
        let mobile = Contact::Mobile(Mobile::parse("0501234567").unwrap());
        let (_, text) = said(&kinds().swap_remove(1), &mobile, Language::ARABIC);
        assert!(text.contains("صالح دقيقتين"), "{text}");
    }
}
