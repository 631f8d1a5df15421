//! What an applicant is told about a user name that they would like to have.

use super::Texts;
use crate::domain::applicant::UsernameError;
use crate::domain::policy::UsernamePolicy;
use crate::domain::recovery::username::UsernameRefusal;
use crate::domain::time::Timestamp;

impl Texts {
    /// Why a text cannot be a user name, by the bounds of this desk.
    pub fn username_choice_error(&self, error: UsernameError, rules: &UsernamePolicy) -> String {
        match error {
            UsernameError::Empty => self.username_error_empty(),
            UsernameError::ArabicLetters => self.username_error_arabic_keyboard(),
            UsernameError::IsIdentity => self.username_error_is_identity(),
            UsernameError::IsMobile => self.username_error_is_mobile(),
            UsernameError::IsEmail => self.username_error_is_email(),
            UsernameError::ForbiddenCharacter => self.username_error_character(),
            UsernameError::TooShort => self.username_error_short(rules.shortest),
            UsernameError::TooLong => self.username_error_long(rules.longest),
            UsernameError::BeginsWithDigit => self.username_error_begins(),
            UsernameError::NoLowerCase => self.username_error_lower_case(),
            UsernameError::NoDigit => self.username_error_digit(),
        }
    }

    /// Why a user name cannot be had; `on_the_wall` turns trusted time into the time to show.
    pub fn username_refusal(
        &self,
        refusal: UsernameRefusal,
        rules: &UsernamePolicy,
        on_the_wall: impl Fn(Timestamp) -> Timestamp,
    ) -> String {
        match refusal {
            UsernameRefusal::Rule(error) => self.username_choice_error(error, rules),
            UsernameRefusal::Same => self.username_error_same(),
            UsernameRefusal::Taken => self.username_error_taken(),
            UsernameRefusal::TooMany { until } => self.username_error_too_many(on_the_wall(until)),
        }
    }
}
