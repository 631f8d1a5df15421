//! What was typed wrongly by somebody who registers.

use crate::domain::answer::{AnswerError, EnrolmentFault};
use crate::domain::applicant::{EmailError, IdDateError, PersonNameError, TwiceError};
use crate::i18n::Texts;

impl Texts {
    /// About the name, typed from the document.
    pub fn person_name_error(&self, error: PersonNameError) -> String {
        match error {
            PersonNameError::Empty => self.personal_name_error_empty(),
            PersonNameError::TooLong => self.personal_name_error_long(),
            PersonNameError::ControlCharacter => self.personal_name_error_character(),
        }
    }

    /// About the expiry date, typed from the document.
    pub fn expiry_error(&self, error: IdDateError) -> String {
        match error {
            IdDateError::Empty => self.personal_expiry_error_empty(),
            IdDateError::NotADate => self.personal_expiry_error_not_a_date(),
            IdDateError::YearOutOfRange => self.personal_expiry_error_year(),
            IdDateError::NoSuchMonth => self.personal_expiry_error_month(),
            IdDateError::NoSuchDay => self.personal_expiry_error_day(),
        }
    }

    /// About the email.
    pub fn email_error(&self, error: EmailError) -> String {
        match error {
            EmailError::Empty => self.email_error_empty(),
            EmailError::ArabicLetters => self.email_error_arabic_keyboard(),
            EmailError::NotOneAt => self.email_error_at(),
            EmailError::LocalPart => self.email_error_local(),
            EmailError::Domain => self.email_error_domain(),
            EmailError::TooLong => self.email_error_long(),
        }
    }

    /// About the email and its repeat. Whether it belongs under the repeat, [`TwiceError::is_of_repeat`] tells.
    pub fn email_twice_error(&self, error: TwiceError) -> String {
        match error {
            TwiceError::Email(error) => self.email_error(error),
            TwiceError::RepeatEmpty => self.email_error_repeat_empty(),
            TwiceError::Differs => self.email_error_differs(),
        }
    }

    /// About a question that was chosen and its answer; `shortest` is the policy's, in characters.
    pub fn enrolment_fault(&self, fault: EnrolmentFault, shortest: u32) -> String {
        match fault {
            EnrolmentFault::Answer(AnswerError::Empty) => self.enrol_error_empty(),
            EnrolmentFault::Answer(AnswerError::TooShort) => self.enrol_error_short(shortest),
            EnrolmentFault::SameQuestion => self.enrol_error_same_question(),
            EnrolmentFault::AlikeAnswer => self.enrol_error_alike(),
            EnrolmentFault::InQuestion => self.enrol_error_in_question(),
            EnrolmentFault::Commonest => self.enrol_error_commonest(),
        }
    }
}
