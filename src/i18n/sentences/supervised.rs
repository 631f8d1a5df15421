//! What a supervisor approves, in words.

use super::Texts;
use crate::domain::conditions::Condition;
use crate::domain::supervised::{ApprovalReason, Obstacle, Purpose, UnknownReason};
use crate::domain::time::Timestamp;

impl Texts {
    /// Why the ordinary way does not help.
    pub fn approval_reason(&self, reason: ApprovalReason) -> String {
        match reason {
            ApprovalReason::NoQuestions => self.supervised_reason_no_questions(),
            ApprovalReason::AnswersForgotten => self.supervised_reason_answers_forgotten(),
            ApprovalReason::MobileLost => self.supervised_reason_mobile_lost(),
            ApprovalReason::Paused => self.supervised_reason_paused(),
        }
    }

    /// What a supervisor goes by where the registry does not know.
    pub fn unknown_reason(&self, reason: UnknownReason) -> String {
        match reason {
            UnknownReason::TooNew => self.accept_reason_too_new(),
            UnknownReason::NotReached => self.accept_reason_not_reached(),
            UnknownReason::ConfirmedElsewhere => self.accept_reason_confirmed_elsewhere(),
        }
    }

    /// What the registry did not know and a supervisor accepted, in a word or two.
    pub fn accepted_name(&self, condition: Condition) -> String {
        match condition {
            Condition::Stay => self.centre_accepted_stay(),
            Condition::Mobile => self.centre_accepted_mobile(),
            // Nothing else is the registry's.
            _ => self.centre_accepted_national_id(),
        }
    }

    /// What an approval is for.
    pub fn purpose(&self, purpose: Purpose) -> String {
        match purpose {
            Purpose::Password => self.supervised_purpose_password(),
            Purpose::Username => self.supervised_purpose_username(),
            Purpose::NewMobile => self.supervised_purpose_mobile(),
            Purpose::Registration => self.supervised_purpose_registration(),
        }
    }

    /// Why nothing was approved, on the page that only a supervisor's sign-in opens.
    pub fn obstacle(&self, why: Obstacle) -> String {
        match why {
            Obstacle::NotSupervisor => self.supervised_error_not_permitted(),
            Obstacle::OwnVisit => self.supervised_refused_own_visit(),
            Obstacle::OwnIdentity => self.supervised_refused_own_identity(),
            Obstacle::SamePerson => self.supervised_refused_first(),
            Obstacle::DocumentDisagrees => self.supervised_refused_document(),
            Obstacle::NoAccount => self.supervised_refused_no_account(),
            Obstacle::SameMobile => self.supervised_refused_same_mobile(),
            Obstacle::MobileTaken => self.supervised_refused_mobile_taken(),
            Obstacle::MobileWaits => self.supervised_waits(),
            Obstacle::NewMobileFirst => self.supervised_refused_mobile_first(),
            Obstacle::NothingUnknown => self.accept_nothing_unknown(),
        }
    }

    /// From when on a new mobile counts; the moment as the wall clock will show it.
    pub fn mobile_counts_from(&self, moment: Timestamp) -> String {
        self.supervised_waits_until(moment, moment)
    }
}
