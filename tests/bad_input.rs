//! What bad input gets: each in both languages, with its sentence; and what looks bad and is simply read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::domain::applicant::{ApplicantKind, IdentityNumber, Mobile, Username};
use istiada::domain::code::TypedCode;
use istiada::domain::language::Language;
use istiada::domain::password::{PasswordFault, PersonalWords, assess};
use istiada::domain::policy::Policy;
use istiada::domain::recovery::DocumentSeen;
use istiada::i18n::Texts;

fn both() -> [Texts; 2] {
    [Texts::of(Language::ARABIC), Texts::of(Language::ENGLISH)]
}

/// Holds a sentence in each language, and that nothing of what was typed stands in it.
fn says(typed: &str, sentence: impl Fn(Texts) -> String, wanted: [&str; 2]) {
    for (texts, wanted) in both().into_iter().zip(wanted) {
        let said: String = sentence(texts)
            .chars()
            .filter(|c| !matches!(c, '\u{2068}' | '\u{2069}'))
            .collect();
        assert!(said.contains(wanted), "{typed}: «{said}» does not say «{wanted}»");
        assert!(
            typed.trim().is_empty() || typed.len() < 3 || !said.contains(typed),
            "{typed} is repeated in «{said}»"
        );
    }
}

#[test]
fn identity_numbers() {
    for (typed, wanted) in [
        ("", ["اكتب رقم الهوية", "Type the identity number"]),
        ("110179827", ["9 أرقام", "9 digits were typed"]),
        ("11017982780", ["11", "11 digits were typed"]),
        ("1101798287", ["أحد الأرقام", "One digit is mistyped"]),
        ("1000000000", ["أحد الأرقام", "One digit is mistyped"]),
        ("2000000001", ["أحد الأرقام", "One digit is mistyped"]),
        ("0501234567", ["رقم جوال", "This is a mobile number"]),
        ("966501234567", ["رقم جوال", "This is a mobile number"]),
        ("٠٥٠١٢٣٤٥٦٧", ["رقم جوال", "This is a mobile number"]),
        ("11O1798278", ["أرقام", "other than digits"]),
        ("7101798278", ["1", "begins with 1"]),
    ] {
        let error = IdentityNumber::parse(typed).expect_err(typed);
        says(typed, |texts| texts.identity_error(error), wanted);
    }
}

#[test]
fn mobiles() {
    for (typed, wanted) in [
        ("", ["اكتب رقم الجوال", "Type the mobile number"]),
        ("05012345", ["8", "8 digits"]),
        ("1101798278", ["رقم هوية", "This is an identity number"]),
        ("+447911123456", ["خارج المملكة", "outside the Kingdom"]),
        ("0112345678", ["ليس رقم جوال", "not a mobile number"]),
        ("05o1234567", ["أرقام", "other than digits"]),
    ] {
        let error = Mobile::parse(typed).expect_err(typed);
        says(typed, |texts| texts.mobile_error(error), wanted);
    }
}

#[test]
fn user_names() {
    for (typed, wanted) in [
        ("", ["اسم المستخدم", "Type the user name"]),
        ("محمد1401", ["لوحة المفاتيح", "Your keyboard is Arabic"]),
        ("1101798278", ["رقم هوية", "This is an identity number"]),
        ("0501234567", ["رقم جوال", "This is a mobile number"]),
    ] {
        let error = Username::parse(typed).expect_err(typed);
        says(typed, |texts| texts.username_error(error), wanted);
    }
}

#[test]
fn documents_codes_and_passwords() {
    for (typed, wanted) in [("", ["اكتب", "Type the last four"]), ("12", ["أربعة", "Four digits"])] {
        let error = DocumentSeen::parse(ApplicantKind::Citizen, typed).expect_err(typed);
        says(typed, |texts| texts.document_error(error), wanted);
    }
    for (typed, wanted) in [
        ("", ["اكتب الرمز", "Type the code"]),
        ("12a456", ["أرقام", "digits only"]),
        ("123", ["6", "6 digits"]),
    ] {
        let error = TypedCode::parse(typed, 6).expect_err(typed);
        says(typed, |texts| texts.typed_code_error(error), wanted);
    }
    let rules = Policy::default().password;
    for (typed, fault) in [
        ("aB3", PasswordFault::TooShort),
        ("matar-wadi-27", PasswordFault::MissingUpper),
        ("MATAR-WADI-27", PasswordFault::MissingLower),
        ("Password123", PasswordFault::Common),
        ("aaaaaaaaaaB", PasswordFault::Repeated),
    ] {
        assert!(
            assess(typed, &PersonalWords::default(), &rules)
                .faults()
                .contains(&fault),
            "{typed}: {fault:?}"
        );
        for texts in both() {
            let said = texts.password_fault(fault, &rules);
            assert!(!said.is_empty() && !said.contains(typed), "{typed}: {said}");
        }
    }
}

#[test]
fn what_only_looks_bad_is_read() {
    for typed in [
        "١١٠١٧٩٨٢٧٨",
        "۱۱۰۱۷۹۸۲۷۸",
        " 110 179 827 8 ",
        "\u{200F}1101798278\u{200E}",
        "110-179-8278",
    ] {
        assert_eq!(IdentityNumber::parse(typed).expect(typed).digits(), "1101798278");
    }
    for typed in [
        "٠٥٠١٢٣٤٥٦٧",
        "۰۵۰۱۲۳۴۵۶۷",
        "00966501234567",
        "966501234567",
        "+9660501234567",
        "501234567",
        "050 123 4567",
    ] {
        assert_eq!(Mobile::parse(typed).expect(typed).e164(), "+966501234567");
    }
}
