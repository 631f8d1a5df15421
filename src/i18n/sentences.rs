//! Values of the domain as sentences and words: what is wrong, and what to do.

mod delivery;
mod ledger;
mod registering;
mod services;
mod supervised;

use super::{Locale, Texts, date};
use crate::domain::answer::AnswerError;
use crate::domain::applicant::{ApplicantKind, IdDate, IdentityNumberError, MobileError, Username, UsernameError};
use crate::domain::code::TypedCodeError;
use crate::domain::fact::Ending;
use crate::domain::password::{PasswordFault, Strength};
use crate::domain::policy::PasswordPolicy;
use crate::domain::presence::AttestationReason;
use crate::domain::question::QuestionId;
use crate::domain::recovery::captcha::CaptchaRefusal;
use crate::domain::recovery::code::CodeRefusal;
use crate::domain::recovery::identity::IdentityRefusal;
use crate::domain::recovery::visit::DocumentError;
use crate::domain::staff::Role;
use crate::domain::store_kind::StoreKind;
use crate::domain::time::Timestamp;
use crate::port::StoreError;

pub use delivery::Underway;

/// Something that did not work, in two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened.
    pub what: String,
    /// What to do.
    pub advice: String,
}

/// How a visit ended, for whoever reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Farewell {
    /// The title.
    pub title: String,
    /// What happened.
    pub what: String,
    /// What to do next.
    pub advice: String,
}

/// How many digits an identity number has.
const IDENTITY_DIGITS: usize = 10;
/// How many digits a mobile has as people write it.
const MOBILE_DIGITS: usize = 10;

/// What was typed wrongly, under its field.
impl Texts {
    /// About the last digits of the document.
    pub fn document_error(&self, error: DocumentError) -> String {
        match error {
            DocumentError::Empty => self.document_error_empty(),
            DocumentError::NotDigits => self.document_error_not_digits(),
            DocumentError::WrongLength => self.document_error_length(),
        }
    }

    /// About the identity number.
    pub fn identity_error(&self, error: IdentityNumberError) -> String {
        match error {
            IdentityNumberError::Empty => self.identity_error_empty(),
            IdentityNumberError::NotDigits => self.identity_error_not_digits(),
            IdentityNumberError::WrongLength { digits } if digits < IDENTITY_DIGITS => {
                self.identity_error_short(digits)
            }
            IdentityNumberError::WrongLength { digits } => self.identity_error_long(digits),
            IdentityNumberError::CheckDigit => self.identity_error_check_digit(),
            IdentityNumberError::IsMobile => self.identity_error_is_mobile(),
            IdentityNumberError::UnknownKind => self.identity_error_unknown_kind(),
        }
    }

    /// About an identity that was read but not taken.
    pub fn identity_refusal(&self, refusal: IdentityRefusal) -> String {
        match refusal {
            IdentityRefusal::NumberWanted => self.identity_error_number_wanted(),
            IdentityRefusal::DocumentDisagrees => self.identity_error_document(),
            IdentityRefusal::DeskPaused { until } => self.pause_until(until),
        }
    }

    /// About the mobile.
    pub fn mobile_error(&self, error: MobileError) -> String {
        match error {
            MobileError::Empty => self.identity_mobile_error_empty(),
            MobileError::NotDigits => self.identity_mobile_error_not_digits(),
            MobileError::WrongLength { digits } if digits < MOBILE_DIGITS => self.identity_mobile_error_short(digits),
            MobileError::WrongLength { digits } => self.identity_mobile_error_long(digits),
            MobileError::NotMobile => self.identity_mobile_error_not_mobile(),
            MobileError::Foreign => self.identity_mobile_error_foreign(),
            MobileError::IsIdentity => self.identity_mobile_error_is_identity(),
        }
    }

    /// About the user name.
    pub fn username_error(&self, error: UsernameError) -> String {
        match error {
            UsernameError::Empty => self.identity_username_error_empty(),
            UsernameError::ArabicLetters => self.identity_username_error_arabic_keyboard(),
            UsernameError::IsIdentity => self.identity_username_error_is_identity(),
            UsernameError::IsMobile => self.identity_username_error_is_mobile(),
            UsernameError::IsEmail => self.identity_username_error_is_email(),
            UsernameError::ForbiddenCharacter => self.identity_username_error_character(),
            UsernameError::TooShort => self.identity_username_error_short(Username::SHORTEST),
            UsernameError::TooLong => self.identity_username_error_long(Username::LONGEST),
            UsernameError::BeginsWithDigit => self.identity_username_error_begins(),
            UsernameError::NoLowerCase => self.identity_username_error_lower_case(),
            UsernameError::NoDigit => self.identity_username_error_digit(),
        }
    }

    /// About the characters of the image. A pause is shown by the screen itself, with its countdown.
    pub fn captcha_refusal(&self, refusal: CaptchaRefusal) -> String {
        match refusal {
            CaptchaRefusal::Empty => self.captcha_error_empty(),
            CaptchaRefusal::Missed => self.captcha_error_wrong(),
            CaptchaRefusal::Expired => self.captcha_error_expired(),
            CaptchaRefusal::Paused => self.captcha_paused_why(),
        }
    }

    /// Why a clerk attests that somebody is there.
    pub fn attestation_reason(&self, reason: AttestationReason) -> String {
        match reason {
            AttestationReason::CannotSee => self.attest_cannot_see(),
            AttestationReason::CannotReadLatin => self.attest_cannot_read_latin(),
            AttestationReason::CannotType => self.attest_cannot_type(),
            AttestationReason::Unreadable => self.attest_unreadable(),
            AttestationReason::EquipmentFails => self.attest_equipment_fails(),
        }
    }

    /// About one answer.
    pub fn answer_error(&self, error: AnswerError) -> String {
        match error {
            AnswerError::Empty => self.questions_error_empty(),
            AnswerError::TooShort => self.questions_error_short(),
        }
    }

    /// About what was typed as a code.
    pub fn typed_code_error(&self, error: TypedCodeError) -> String {
        match error {
            TypedCodeError::Empty => self.code_error_empty(),
            TypedCodeError::NotDigits => self.code_error_not_digits(),
            TypedCodeError::WrongLength { expected, .. } => self.code_error_length(expected),
        }
    }

    /// About a code that was not taken, or not sent, as it stands `now`.
    pub fn code_refusal(&self, refusal: CodeRefusal, now: Timestamp) -> String {
        match refusal {
            CodeRefusal::Missed { tries_left: 0 } | CodeRefusal::Spent => self.code_error_spent(),
            CodeRefusal::Missed { tries_left } => self.code_error_wrong(tries_left),
            CodeRefusal::Expired => self.code_error_expired(),
            CodeRefusal::TooSoon { at } => self.code_error_too_soon(now.until(at)),
            CodeRefusal::NoneLeft => self.code_error_none_left(),
        }
    }

    /// About one rule that a password breaks.
    pub fn password_fault(&self, fault: PasswordFault, policy: &PasswordPolicy) -> String {
        match fault {
            PasswordFault::TooShort => self.password_error_short(policy.shortest),
            PasswordFault::TooLong => self.password_error_long(policy.longest),
            PasswordFault::MissingUpper => self.password_error_upper(),
            PasswordFault::MissingLower => self.password_error_lower(),
            PasswordFault::MissingDigit => self.password_error_digit(),
            PasswordFault::MissingSymbol => self.password_error_symbol(),
            PasswordFault::ForbiddenCharacter => self.password_error_character(),
            PasswordFault::Common => self.password_error_common(),
            PasswordFault::EqualsPersonal => self.password_error_personal(),
            PasswordFault::Repeated => self.password_error_one_character(),
        }
    }
}

/// What the desk says of itself.
impl Texts {
    /// What a fault of the store means.
    pub fn store_error(&self, error: &StoreError) -> Trouble {
        let (what, advice) = match error {
            StoreError::Conflict => (self.error_conflict(), self.error_conflict_do()),
            StoreError::Taken(_) => (self.error_taken(), self.error_conflict_do()),
            StoreError::Full(_) => (self.error_disk_full(), self.error_disk_full_do()),
            StoreError::Poisoned => (self.error_reopen(), self.error_reopen_do()),
            StoreError::Io(_) => (self.error_file(), self.error_file_do()),
            StoreError::Damaged(_) => (self.error_damaged(), self.error_damaged_do()),
        };
        Trouble { what, advice }
    }

    /// How a visit ended, for the clerk.
    pub fn ending_for_clerk(&self, ending: Ending) -> Farewell {
        let advice = match ending {
            Ending::Closed => self.ending_closing_clerk_do(),
            _ => self.ending_next(),
        };
        self.farewell(ending, self.done_sentence_clerk(), advice)
    }

    /// How a visit ended, for the applicant.
    pub fn ending_for_applicant(&self, ending: Ending) -> Farewell {
        let advice = match ending {
            Ending::Closed => self.ending_closing_applicant_do(),
            _ => self.app_applicant_help(),
        };
        self.farewell(ending, self.done_sentence(), advice)
    }

    fn farewell(&self, ending: Ending, done: String, advice: String) -> Farewell {
        let (title, what) = match ending {
            Ending::Completed => (self.done_title(), done),
            Ending::Closed => (self.ending_closing_title(), self.ending_closing()),
            Ending::Abandoned => (self.ending_abandoned_title(), self.ending_abandoned()),
            Ending::Idle => (self.ending_idle_title(), self.ending_idle()),
            Ending::TooLong => (self.ending_too_long_title(), self.ending_too_long()),
            Ending::Interrupted => (self.ending_interrupted_title(), self.ending_interrupted()),
        };
        Farewell { title, what, advice }
    }
}

/// Words for values.
impl Texts {
    /// A citizen, a resident, a visitor.
    pub fn kind(&self, kind: ApplicantKind) -> String {
        match kind {
            ApplicantKind::Citizen => self.kind_citizen(),
            ApplicantKind::Resident => self.kind_resident(),
            ApplicantKind::Visitor => self.kind_visitor(),
        }
    }

    /// The document that such a person holds.
    pub fn document(&self, kind: ApplicantKind) -> String {
        match kind {
            ApplicantKind::Citizen => self.kind_citizen_document(),
            ApplicantKind::Resident => self.kind_resident_document(),
            ApplicantKind::Visitor => self.kind_visitor_document(),
        }
    }

    /// What a member of staff does here.
    pub fn role(&self, role: Role) -> String {
        match role {
            Role::Clerk => self.app_role_clerk(),
            Role::Supervisor => self.app_role_supervisor(),
            Role::Auditor => self.app_role_auditor(),
        }
    }

    /// What a store is for.
    pub fn store_kind(&self, kind: StoreKind) -> String {
        match kind {
            StoreKind::Desk => self.store_kind_desk(),
            StoreKind::Training => self.store_kind_training(),
            StoreKind::Drill => self.store_kind_drill(),
            StoreKind::Tour => self.store_kind_tour(),
        }
    }

    /// How strong a password is.
    pub fn strength(&self, strength: Strength) -> String {
        match strength {
            Strength::VeryWeak => self.password_strength_0(),
            Strength::Weak => self.password_strength_1(),
            Strength::Fair => self.password_strength_2(),
            Strength::Strong => self.password_strength_3(),
            Strength::VeryStrong => self.password_strength_4(),
        }
    }

    /// A security question.
    pub fn question(&self, question: QuestionId) -> String {
        self.of_catalogue(&format!("question-{}", question.as_str()))
    }

    /// A date of a document, first in the calendar that it was printed in, then in the other one.
    pub fn id_date(&self, date: IdDate) -> String {
        let locale = Locale::of(self.language());
        format!(
            "{} · {}",
            date::words(locale, date),
            date::words(locale, date.to_other())
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::applicant::{IdentityNumber, Mobile};
    use crate::domain::language::Language;
    use crate::domain::question::Catalogue;
    use crate::i18n::bidi::plain;

    fn texts() -> [Texts; 2] {
        [Texts::of(Language::ARABIC), Texts::of(Language::ENGLISH)]
    }

    #[test]
    fn what_people_type_gets_the_sentence_of_its_fault() {
        let said = |typed: &str| texts().map(|texts| texts.identity_error(IdentityNumber::parse(typed).unwrap_err()));
        assert_eq!(said("")[1], "Type the identity number from the document.");
        assert_eq!(
            plain(&said("110179827")[0]),
            "كُتبت 9 أرقام، والمطلوب 10. أكملها من الوثيقة."
        );
        assert!(plain(&said("11017982788")[0]).starts_with("كُتب 11 رقمًا"));
        assert_eq!(
            said("1101798287")[1],
            "One digit is mistyped. Compare it with the document, digit by digit."
        );
        assert_eq!(said("1101798287")[0], "أحد الأرقام مكتوب خطأ. قارنه بالوثيقة رقمًا رقمًا.");
        assert!(said("0501234567")[1].starts_with("This is a mobile number."));
        assert!(said("٠٥٠١٢٣٤٥٦٧")[0].starts_with("هذا رقم جوال."));
        assert!(said("7101798278")[1].contains("begins with 1"));
        let said = |typed: &str| texts().map(|texts| texts.mobile_error(Mobile::parse(typed).unwrap_err()));
        assert!(said("1101798278")[1].starts_with("This is an identity number."));
        assert!(said("+201001234567")[0].contains("خارج المملكة"));
        assert!(plain(&said("050123")[0]).contains("6 أرقام"));
    }

    #[test]
    fn a_date_is_said_first_as_it_was_printed() {
        let [arabic, english] = texts();
        let hijri = IdDate::parse("1448-06-12 H").unwrap();
        assert_eq!(arabic.id_date(hijri), "12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م");
        let gregorian = IdDate::parse("2026-11-22").unwrap();
        assert_eq!(english.id_date(gregorian), "22 Nov 2026 · 12 Jumada II 1448 AH");
    }

    #[test]
    fn every_question_of_the_catalogue_has_its_words() {
        for texts in texts() {
            for question in Catalogue::all() {
                assert!(texts.question(question).contains(['?', '؟']), "{question:?}");
            }
        }
    }

    #[test]
    fn the_closing_sentence_is_the_one_of_the_specification() {
        let [arabic, english] = texts();
        assert_eq!(
            arabic.ending_for_clerk(Ending::Closed).what,
            "البيانات المدخلة غير متطابقة، أو لا يمكن استخدامها الآن."
        );
        assert_eq!(
            english.ending_for_applicant(Ending::Closed).what,
            "The details given do not match, or cannot be used now."
        );
    }

    #[test]
    fn a_wait_for_a_code_is_told_as_it_stands_now() {
        let now = Timestamp::from_millis(0);
        let refusal = CodeRefusal::TooSoon {
            at: Timestamp::from_millis(22_000),
        };
        assert_eq!(
            plain(&texts()[1].code_refusal(refusal, now)),
            "You can ask for a new code in 0:22."
        );
    }
}
