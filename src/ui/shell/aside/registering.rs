//! What the clerk says at the steps of a registration, and the signs at which to stop.

use crate::desk::Stage;
use crate::domain::conditions::{self, Judged, Standing};
use crate::i18n::Texts;

/// What is said, and the signs.
type Said = (String, Vec<String>);

/// At the conditions.
pub(super) fn conditions(t: Texts, list: &[Judged]) -> Said {
    match conditions::obstacle(list).map(|judged| judged.standing) {
        None if conditions::is_accepted(list) => (t.accept_say(), Vec::new()),
        None => (
            t.registration_conditions_say(),
            vec![t.registration_conditions_flag_1(), t.registration_conditions_flag_2()],
        ),
        Some(Standing::Unknown) => (t.registration_conditions_unknown_say(), Vec::new()),
        Some(_) => (t.registration_conditions_stopped_say(), Vec::new()),
    }
}

/// While the applicant types.
pub(super) fn stage(t: Texts, stage: &Stage) -> Said {
    match stage {
        Stage::Username => (
            t.registration_username_say(),
            vec![t.registration_username_flag_1(), t.registration_username_flag_2()],
        ),
        Stage::Password => (
            t.registration_password_say(),
            vec![
                t.registration_password_flag_1(),
                t.registration_password_flag_2(),
                t.registration_password_flag_3(),
            ],
        ),
        Stage::Email => (
            t.registration_email_say(),
            vec![t.registration_email_flag_1(), t.registration_email_flag_2()],
        ),
        Stage::Language => (t.registration_language_say(), vec![t.registration_language_flag_1()]),
        Stage::Captcha(_) => (
            t.registration_captcha_say(),
            vec![t.registration_captcha_flag_1(), t.registration_captcha_flag_2()],
        ),
        Stage::Terms => (
            t.registration_terms_say(),
            vec![t.registration_terms_flag_1(), t.registration_terms_flag_2()],
        ),
        Stage::Codes { .. } => (
            t.registration_codes_say(),
            vec![t.registration_codes_flag_1(), t.registration_codes_flag_2()],
        ),
        Stage::Questions => (
            t.registration_questions_say(),
            vec![
                t.registration_questions_flag_1(),
                t.registration_questions_flag_2(),
                t.registration_questions_flag_3(),
            ],
        ),
        Stage::Review => (
            t.registration_review_say(),
            vec![t.registration_review_flag_1(), t.registration_review_flag_2()],
        ),
    }
}
