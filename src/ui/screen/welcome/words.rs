//! What stands over each step, and why it is asked.

use crate::i18n::Texts;

use super::{State, Step};

impl State {
    /// Title, sentence, and why it is asked.
    pub fn words(&self, texts: Texts) -> (String, String, String) {
        match self.step {
            Step::Language => (
                texts.welcome_language_title(),
                texts.welcome_language_sentence(),
                texts.welcome_language_why(),
            ),
            Step::Workplace => (
                texts.welcome_workplace_title(),
                texts.welcome_workplace_sentence(),
                texts.welcome_workplace_why(),
            ),
            Step::Supervisor => (
                texts.welcome_supervisor_title(),
                texts.welcome_supervisor_sentence(),
                texts.welcome_supervisor_why(),
            ),
            Step::Password => (
                texts.welcome_password_title(),
                texts.welcome_password_sentence(),
                texts.welcome_password_why(),
            ),
            Step::Phrase => (
                texts.welcome_phrase_title(),
                texts.welcome_phrase_sentence(),
                texts.welcome_phrase_why(),
            ),
            Step::Asked => (
                texts.welcome_phrase_ask_title(),
                texts.welcome_phrase_ask_sentence(),
                texts.welcome_phrase_why(),
            ),
            Step::Applicant => (
                texts.welcome_applicant_title(),
                texts.welcome_applicant_sentence(),
                texts.welcome_applicant_why(),
            ),
            Step::Review => (
                texts.welcome_review_title(),
                texts.welcome_review_sentence(),
                texts.welcome_review_why(),
            ),
        }
    }
}
