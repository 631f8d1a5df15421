//! What the records of all states have in common: who registers, the codes, what is kept, the proofs.

use serde::{Deserialize, Serialize};

use super::super::contact::{Contact, Contacts, SentTo};
use super::super::entered::{Base, Kept};
use super::super::proof::{ContactProven, Human, TermsAccepted};
use super::super::questions::Proofs;
use super::accepted::ApprovalRecord;
use crate::domain::account::EnrolledQuestion;
use crate::domain::applicant::{Email, IdentityNumber, Mobile, Username};
use crate::domain::id::{AccountId, VisitId};
use crate::domain::language::Language;
use crate::domain::legal::LegalVersion;
use crate::domain::presence::Presence;
use crate::domain::recovery::{DocumentSeen, Visit};
use crate::domain::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct BaseRecord {
    document: DocumentSeen,
    account: AccountId,
    mobile: ContactRecord<Mobile>,
    email: ContactRecord<Email>,
    kept: KeptRecord,
    #[serde(default)]
    approval: Option<ApprovalRecord>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ContactRecord<V> {
    sends: Vec<SentTo<V>>,
    proven: Option<ProvenRecord<V>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ProvenRecord<V> {
    identity: IdentityNumber,
    value: V,
    at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TermsRecord {
    versions: Vec<LegalVersion>,
    at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptRecord {
    username: Option<Username>,
    email: Option<Email>,
    language: Option<Language>,
    human: Option<Presence>,
    terms: Option<TermsRecord>,
    questions: Option<Vec<EnrolledQuestion>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ProofsRecord {
    human: Presence,
    terms: TermsRecord,
    mobile: ProvenRecord<Mobile>,
    email: ProvenRecord<Email>,
}

impl BaseRecord {
    pub(super) fn of(base: &Base) -> Self {
        let kept = &base.kept;
        Self {
            document: base.document.clone(),
            account: base.account,
            mobile: ContactRecord::of(&base.contacts.mobile),
            email: ContactRecord::of(&base.contacts.email),
            approval: base.approval.as_ref().map(ApprovalRecord::of),
            kept: KeptRecord {
                username: kept.username.clone(),
                email: kept.email.clone(),
                language: kept.language,
                human: kept.human.as_ref().map(Human::presence),
                terms: kept.terms.as_ref().map(TermsRecord::of),
                questions: kept.questions.clone(),
            },
        }
    }

    pub(super) fn restored(self, visit: Visit) -> Base {
        let id = visit.id;
        let kept = self.kept;
        Base {
            contacts: Contacts {
                mobile: self.mobile.restored(id),
                email: self.email.restored(id),
            },
            kept: Kept {
                username: kept.username,
                email: kept.email,
                language: kept.language,
                human: kept.human.map(|presence| Human { visit: id, presence }),
                terms: kept.terms.map(|terms| terms.restored(id)),
                questions: kept.questions,
            },
            approval: self.approval.map(|approval| approval.restored(id)),
            visit,
            document: self.document,
            account: self.account,
        }
    }
}

impl<V: Clone> ContactRecord<V> {
    fn of(contact: &Contact<V>) -> Self {
        Self {
            sends: contact.sends.clone(),
            proven: contact.proven.as_ref().map(ProvenRecord::of),
        }
    }

    fn restored(self, visit: VisitId) -> Contact<V> {
        Contact {
            sends: self.sends,
            proven: self.proven.map(|proven| proven.restored(visit)),
        }
    }
}

impl<V: Clone> ProvenRecord<V> {
    fn of(proof: &ContactProven<V>) -> Self {
        Self {
            identity: proof.identity,
            value: proof.value.clone(),
            at: proof.at,
        }
    }

    fn restored(self, visit: VisitId) -> ContactProven<V> {
        ContactProven {
            visit,
            identity: self.identity,
            value: self.value,
            at: self.at,
        }
    }
}

impl TermsRecord {
    pub(super) fn of(terms: &TermsAccepted) -> Self {
        Self {
            versions: terms.versions.clone(),
            at: terms.at,
        }
    }

    pub(super) fn restored(self, visit: VisitId) -> TermsAccepted {
        TermsAccepted {
            visit,
            versions: self.versions,
            at: self.at,
        }
    }
}

impl ProofsRecord {
    pub(super) fn of(proofs: &Proofs) -> Self {
        Self {
            human: proofs.human.presence,
            terms: TermsRecord::of(&proofs.terms),
            mobile: ProvenRecord::of(&proofs.mobile),
            email: ProvenRecord::of(&proofs.email),
        }
    }

    pub(super) fn restored(self, visit: VisitId) -> Proofs {
        Proofs {
            human: Human {
                visit,
                presence: self.human,
            },
            terms: self.terms.restored(visit),
            mobile: self.mobile.restored(visit),
            email: self.email.restored(visit),
        }
    }
}
