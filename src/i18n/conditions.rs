//! The conditions of registration in words: what must hold, how it stands, and what to do next, where.

use super::Texts;
use crate::domain::applicant::ApplicantKind;
use crate::domain::conditions::{CODES, Condition, Expiry, Judged, Reason, Source, Standing};

/// A condition as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionWords {
    /// What must hold.
    pub title: String,
    /// How it stands, in a word or two.
    pub badge: String,
    /// How that is known, why it does not hold, or when it will be shown.
    pub reason: String,
    /// What to do next, and where, for what stops registration.
    pub next: Option<String>,
}

impl Texts {
    /// A condition of somebody of that kind, and how it stands.
    pub fn condition(&self, judged: &Judged, kind: ApplicantKind) -> ConditionWords {
        let condition = judged.condition;
        let (badge, reason, next) = match judged.standing {
            Standing::Met => (self.condition_badge_met(), self.condition_met(condition), None),
            Standing::NotApplicable => (
                self.condition_badge_not_applicable(),
                self.condition_not_applicable(kind),
                None,
            ),
            Standing::Later(step) => (
                self.condition_badge_later(step),
                self.condition_later(condition, step),
                None,
            ),
            Standing::NotMet(reason) => (
                self.condition_badge_not_met(),
                self.condition_why(reason, kind),
                Some(self.condition_do(reason, kind)),
            ),
            Standing::Accepted => {
                let why = if condition == Condition::Mobile {
                    self.condition_accepted_mobile()
                } else {
                    self.condition_accepted_identity()
                };
                (self.condition_badge_accepted(), why, None)
            }
            Standing::Unknown => {
                let (why, next) = self.condition_unknown(condition, kind);
                (self.condition_badge_unknown(), why, Some(next))
            }
        };
        ConditionWords {
            title: self.condition_title(condition, kind),
            badge,
            reason,
            next,
        }
    }

    fn condition_title(&self, condition: Condition, kind: ApplicantKind) -> String {
        match (condition, kind) {
            (Condition::NationalId, _) => self.condition_national_id(),
            (Condition::Stay, ApplicantKind::Visitor) => self.condition_stay_visitor(),
            (Condition::Stay, _) => self.condition_stay_resident(),
            (Condition::Mobile, _) => self.condition_mobile(),
            (Condition::Email, _) => self.condition_email(),
            (Condition::Terms, _) => self.condition_terms(),
        }
    }

    fn condition_met(&self, condition: Condition) -> String {
        match condition {
            Condition::NationalId | Condition::Stay => self.condition_met_identity(),
            Condition::Mobile => self.condition_met_mobile(),
            Condition::Email => self.condition_met_email(),
            Condition::Terms => self.condition_met_terms(),
        }
    }

    /// A condition of citizens does not apply to others, and the other way round.
    fn condition_not_applicable(&self, kind: ApplicantKind) -> String {
        match kind {
            ApplicantKind::Citizen => self.condition_not_applicable_citizen(),
            ApplicantKind::Resident | ApplicantKind::Visitor => self.condition_not_applicable_others(),
        }
    }

    fn condition_later(&self, condition: Condition, step: u8) -> String {
        match condition {
            Condition::NationalId | Condition::Stay => self.condition_later_identity(step),
            Condition::Mobile if step == CODES => self.condition_later_mobile_code(step),
            Condition::Mobile => self.condition_later_mobile(step),
            Condition::Email => self.condition_later_email(step),
            Condition::Terms => self.condition_later_terms(step),
        }
    }

    fn condition_why(&self, reason: Reason, kind: ApplicantKind) -> String {
        match reason {
            Reason::NoSuchPerson => self.condition_why_no_person(),
            Reason::OtherKind(held) => self.condition_why_other_kind(self.kind(held)),
            Reason::NotInForce => self.condition_why_not_in_force(),
            Reason::Expired(expiry) => self.condition_why_expired(expiry, kind),
            Reason::NoSuchMobile => self.condition_why_no_mobile(),
            Reason::SomebodyElses => self.condition_why_somebody_elses(),
            Reason::MobileSuspended => self.condition_why_suspended(),
            Reason::OperatorNotApproved => self.condition_why_operator(),
        }
    }

    fn condition_why_expired(&self, expiry: Expiry, kind: ApplicantKind) -> String {
        let date = self.id_date(expiry.date);
        match (expiry.source, kind) {
            (Source::Registry, ApplicantKind::Citizen) => self.condition_why_expired_citizen(date),
            (Source::Registry, ApplicantKind::Resident) => self.condition_why_expired_resident(date),
            (Source::Registry, ApplicantKind::Visitor) => self.condition_why_expired_visitor(date),
            (Source::Document, ApplicantKind::Citizen) => self.condition_why_expired_typed_citizen(date),
            (Source::Document, ApplicantKind::Resident) => self.condition_why_expired_typed_resident(date),
            (Source::Document, ApplicantKind::Visitor) => self.condition_why_expired_typed_visitor(date),
        }
    }

    fn condition_do(&self, reason: Reason, kind: ApplicantKind) -> String {
        let (issuer, operator) = (self.condition_place(kind), self.condition_place_operator());
        match reason {
            Reason::NoSuchPerson => self.condition_do_no_person(issuer),
            Reason::OtherKind(_) => self.condition_do_other_kind(issuer),
            Reason::NotInForce => self.condition_do_not_in_force(issuer),
            Reason::Expired(_) if kind == ApplicantKind::Visitor => self.condition_do_expired_visitor(issuer),
            Reason::Expired(_) => self.condition_do_expired(issuer),
            Reason::NoSuchMobile => self.condition_do_no_mobile(operator),
            Reason::SomebodyElses => self.condition_do_somebody_elses(operator),
            Reason::MobileSuspended => self.condition_do_suspended(operator),
            Reason::OperatorNotApproved => self.condition_do_operator(operator),
        }
    }

    fn condition_unknown(&self, condition: Condition, kind: ApplicantKind) -> (String, String) {
        if condition == Condition::Mobile {
            let place = self.condition_place_operator();
            return (
                self.condition_why_unknown_mobile(),
                self.condition_do_unknown_mobile(place),
            );
        }
        let place = self.condition_place(kind);
        (
            self.condition_why_unknown_identity(),
            self.condition_do_unknown_identity(place),
        )
    }

    /// Who issues and renews the documents of that kind.
    fn condition_place(&self, kind: ApplicantKind) -> String {
        match kind {
            ApplicantKind::Citizen => self.condition_place_citizen(),
            ApplicantKind::Resident | ApplicantKind::Visitor => self.condition_place_others(),
        }
    }
}
