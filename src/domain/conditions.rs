//! The conditions of registration, C1 to C5. Each is judged as soon as what it needs is known.
//!
//! The registry's "no" is not met. Its "unknown" is never met; a supervisor may accept it for one visit. The registry
//! wins over what was typed from the document; an expiry that it does not know is judged as it was typed, in the calendar
//! it was printed in.

use serde::{Deserialize, Serialize};

use super::applicant::{ApplicantKind, IdDate, Today};
use super::registry::{MobileStanding, Person, RegistryAnswer};

#[cfg(test)]
mod tests;

/// A condition of registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// C1: the national ID is valid. Of citizens.
    NationalId,
    /// C2: the iqama is valid; a visitor's stay. Of residents and visitors.
    Stay,
    /// C3: the mobile is active, of an approved operator, and this person's.
    Mobile,
    /// C4: the email is correct and works.
    Email,
    /// C5: terms and privacy policy were read.
    Terms,
}

impl Condition {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::NationalId, Self::Stay, Self::Mobile, Self::Email, Self::Terms];
}

/// The step of the full way at which identity and mobile are given, and the registry is asked.
pub const PERSONAL_DATA: u8 = 2;
/// The step at which terms and privacy policy are read.
pub const TERMS: u8 = 7;
/// The step at which the codes to mobile and email are typed.
pub const CODES: u8 = 8;

/// How it stands with a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is met.
    Met,
    /// It is not: registration stops here.
    NotMet(Reason),
    /// It is none of this applicant's.
    NotApplicable,
    /// It will be shown at this step of the full way, from 1.
    Later(u8),
    /// The registry does not know: never met. Registration goes on only with a supervisor's approval.
    Unknown,
    /// The registry does not know, and a supervisor accepted that in this visit. It is still not met.
    Accepted,
}

/// Why a condition is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The registry holds everybody and has no such identity number.
    NoSuchPerson,
    /// The registry holds the number as one of another kind than the document seen.
    OtherKind(ApplicantKind),
    /// The identity is no longer in force.
    NotInForce,
    /// The ID, the iqama or the stay has expired.
    Expired(Expiry),
    /// The registry holds every mobile and has none like this.
    NoSuchMobile,
    /// The mobile is another person's.
    SomebodyElses,
    /// The mobile is suspended or cancelled.
    MobileSuspended,
    /// The mobile's operator is not an approved one.
    OperatorNotApproved,
}

/// When an identity expires, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Expiry {
    /// The day, in the calendar it was printed in. It is itself still valid.
    pub date: IdDate,
    /// Where it was read.
    pub source: Source,
}

/// Where a value of the person was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// In the registry.
    Registry,
    /// On the document seen, typed from it.
    Document,
}

/// A condition and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Judged {
    /// The condition.
    pub condition: Condition,
    /// How it stands.
    pub standing: Standing,
}

impl Judged {
    /// Whether registration cannot go on by itself.
    pub const fn stops(&self) -> bool {
        matches!(self.standing, Standing::NotMet(_) | Standing::Unknown)
    }
}

/// What is known so far of somebody who registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Who they are, by the document seen.
    pub kind: ApplicantKind,
    /// What the registry said of the person; none while it was not asked.
    pub person: Option<RegistryAnswer<Person>>,
    /// What the registry said of the mobile; none while it was not asked.
    pub mobile: Option<RegistryAnswer<MobileStanding>>,
    /// The expiry as it was typed from the document, where it was.
    pub typed_expiry: Option<IdDate>,
    /// Whether the code to this mobile matched.
    pub mobile_at_hand: bool,
    /// Whether the code to this email matched.
    pub email_works: bool,
    /// Whether terms and privacy policy were accepted, each read to its end.
    pub terms_read: bool,
}

impl Evidence {
    /// What is known once the document was seen, and nothing else.
    pub const fn of(kind: ApplicantKind) -> Self {
        Self {
            kind,
            person: None,
            mobile: None,
            typed_expiry: None,
            mobile_at_hand: false,
            email_works: false,
            terms_read: false,
        }
    }

    /// The expiry that counts: the registry's, else the document's.
    pub fn expiry(&self) -> Option<Expiry> {
        let known = self.person.as_ref().and_then(RegistryAnswer::known);
        let registered = known.and_then(|person| person.expiry).map(|date| Expiry {
            date,
            source: Source::Registry,
        });
        let typed = self.typed_expiry.map(|date| Expiry {
            date,
            source: Source::Document,
        });
        registered.or(typed)
    }

    fn identity(&self, today: &Today) -> Standing {
        let expired = self.expiry().filter(|expiry| expiry.date.is_past(today));
        match (&self.person, expired) {
            (None, _) => Standing::Later(PERSONAL_DATA),
            (Some(RegistryAnswer::No(_)), _) => Standing::NotMet(Reason::NoSuchPerson),
            (Some(RegistryAnswer::Known(person)), _) if person.kind != self.kind => {
                Standing::NotMet(Reason::OtherKind(person.kind))
            }
            (Some(RegistryAnswer::Known(person)), _) if !person.active => Standing::NotMet(Reason::NotInForce),
            // What the document itself says against it needs no registry.
            (_, Some(expiry)) => Standing::NotMet(Reason::Expired(expiry)),
            (Some(RegistryAnswer::Unknown), None) => Standing::Unknown,
            // The registry has the person and no date, and none was typed yet.
            (Some(RegistryAnswer::Known(_)), None) if self.expiry().is_none() => Standing::Later(PERSONAL_DATA),
            (Some(RegistryAnswer::Known(_)), None) => Standing::Met,
        }
    }

    /// Whose the mobile is stands first: of another person's mobile nothing else is said.
    fn mobile(&self) -> Standing {
        match &self.mobile {
            None => Standing::Later(PERSONAL_DATA),
            Some(RegistryAnswer::Unknown) => Standing::Unknown,
            Some(RegistryAnswer::No(_)) => Standing::NotMet(Reason::NoSuchMobile),
            Some(RegistryAnswer::Known(mobile)) if !mobile.theirs => Standing::NotMet(Reason::SomebodyElses),
            Some(RegistryAnswer::Known(mobile)) if !mobile.active => Standing::NotMet(Reason::MobileSuspended),
            Some(RegistryAnswer::Known(mobile)) if !mobile.operator_approved => {
                Standing::NotMet(Reason::OperatorNotApproved)
            }
            Some(RegistryAnswer::Known(_)) => met_or_later(self.mobile_at_hand, CODES),
        }
    }
}

const fn met_or_later(met: bool, step: u8) -> Standing {
    if met { Standing::Met } else { Standing::Later(step) }
}

/// Judges all five conditions by what is known today, in their order.
pub fn judge(evidence: &Evidence, today: &Today) -> Vec<Judged> {
    let is_citizen = evidence.kind == ApplicantKind::Citizen;
    let standing = |condition| match condition {
        Condition::NationalId if is_citizen => evidence.identity(today),
        Condition::Stay if !is_citizen => evidence.identity(today),
        Condition::NationalId | Condition::Stay => Standing::NotApplicable,
        Condition::Mobile => evidence.mobile(),
        Condition::Email => met_or_later(evidence.email_works, CODES),
        Condition::Terms => met_or_later(evidence.terms_read, TERMS),
    };
    let judged = |condition| Judged {
        condition,
        standing: standing(condition),
    };
    Condition::ALL.map(judged).to_vec()
}

/// What stops registration, where something does: the first condition that is not met, else the first unknown one.
pub fn obstacle(judged: &[Judged]) -> Option<Judged> {
    let stops = || judged.iter().copied().filter(Judged::stops);
    stops()
        .find(|one| matches!(one.standing, Standing::NotMet(_)))
        .or_else(|| stops().next())
}

/// The conditions of which the registry does not know whether they are met.
pub fn unknown(judged: &[Judged]) -> Vec<Condition> {
    let unknown = judged.iter().filter(|one| one.standing == Standing::Unknown);
    unknown.map(|one| one.condition).collect()
}

/// Whether a supervisor accepted any of them.
pub fn is_accepted(judged: &[Judged]) -> bool {
    judged.iter().any(|one| one.standing == Standing::Accepted)
}

/// The same conditions once a supervisor accepted what the registry does not know. Nothing else changes.
pub fn accepted(judged: &[Judged]) -> Vec<Judged> {
    exchanged(judged, Standing::Unknown, Standing::Accepted)
}

/// The same conditions once that was too long ago.
pub fn no_longer_accepted(judged: &[Judged]) -> Vec<Judged> {
    exchanged(judged, Standing::Accepted, Standing::Unknown)
}

fn exchanged(judged: &[Judged], from: Standing, to: Standing) -> Vec<Judged> {
    let one = |judged: &Judged| Judged {
        standing: if judged.standing == from { to } else { judged.standing },
        ..*judged
    };
    judged.iter().map(one).collect()
}

/// The conditions of somebody of this kind after the last step: all met, but those that the registry does not know.
pub fn at_the_end(kind: ApplicantKind, unknown: &[Condition]) -> Vec<Judged> {
    let is_citizen = kind == ApplicantKind::Citizen;
    let standing = |condition| match condition {
        _ if unknown.contains(&condition) => Standing::Unknown,
        Condition::NationalId if !is_citizen => Standing::NotApplicable,
        Condition::Stay if is_citizen => Standing::NotApplicable,
        _ => Standing::Met,
    };
    let judged = |condition| Judged {
        condition,
        standing: standing(condition),
    };
    Condition::ALL.map(judged).to_vec()
}

/// Whether nothing is left to show: each condition is met, or none of this applicant's.
pub fn all_met(judged: &[Judged]) -> bool {
    let met = |one: &Judged| matches!(one.standing, Standing::Met | Standing::NotApplicable);
    judged.iter().all(met)
}
