//! What every state of a visit carries.

use serde::{Deserialize, Serialize};

use crate::domain::applicant::{ApplicantKind, IdentityNumber};
use crate::domain::fact::Flow;
use crate::domain::id::{Reference, VisitId};
use crate::domain::language::Language;
use crate::domain::policy::Policy;
use crate::domain::text;
use crate::domain::time::Timestamp;

/// One applicant at one desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Its record's name.
    pub id: VisitId,
    /// The clerk who serves.
    pub clerk: IdentityNumber,
    /// When it began.
    pub started: Timestamp,
    /// When somebody last did something in it.
    pub touched: Timestamp,
    /// The language the applicant reads.
    pub language: Language,
    /// Which flow it follows. Records from before there was more than one name none.
    #[serde(default)]
    pub flow: Flow,
}

impl Visit {
    /// Its name for people.
    pub fn reference(&self) -> Reference {
        Reference::of(self.id)
    }

    /// Whether nobody has done anything for longer than `policy` permits.
    pub fn is_idle(&self, policy: &Policy, now: Timestamp) -> bool {
        now.since(self.touched) >= policy.visit.idle_end
    }

    /// Whether it has lived longer than `policy` permits.
    pub fn is_too_old(&self, policy: &Policy, now: Timestamp) -> bool {
        now.since(self.started) >= policy.visit.lifetime
    }

    /// Until when it can be resumed, should the program stop now: no longer than it would have lived with nobody there.
    pub fn resumable_until(&self, policy: &Policy) -> Timestamp {
        let visit = &policy.visit;
        let untouched = self.touched.after(visit.resume_window.min(visit.idle_end));
        untouched.min(self.started.after(visit.lifetime))
    }
}

/// The identity document that the clerk held.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(ApplicantKind, String)", into = "(ApplicantKind, String)")]
pub struct DocumentSeen {
    kind: ApplicantKind,
    last_four: String,
}

/// The last digits of a document are not four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// Nothing was typed.
    #[error("the last digits are missing")]
    Empty,
    /// Something that is no digit was typed.
    #[error("the last digits hold something else")]
    NotDigits,
    /// There are more or fewer than four.
    #[error("four digits are wanted")]
    WrongLength,
}

impl DocumentSeen {
    /// Reads the last four digits of a document's number, in the digits of any script.
    ///
    /// # Errors
    /// See [`DocumentError`].
    pub fn parse(kind: ApplicantKind, typed: &str) -> Result<Self, DocumentError> {
        let last_four = text::without_separators(typed);
        match last_four.len() {
            0 => Err(DocumentError::Empty),
            _ if !text::is_ascii_digits(&last_four) => Err(DocumentError::NotDigits),
            4 => Ok(Self { kind, last_four }),
            _ => Err(DocumentError::WrongLength),
        }
    }

    /// Its kind.
    pub const fn kind(&self) -> ApplicantKind {
        self.kind
    }

    /// The last four digits of its number.
    pub fn last_four(&self) -> &str {
        &self.last_four
    }

    /// Whether it can be the document with `number`.
    pub fn agrees_with(&self, number: &IdentityNumber) -> bool {
        self.kind == number.kind() && self.last_four == number.last_four()
    }
}

impl std::fmt::Debug for DocumentSeen {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "DocumentSeen({:?})", self.kind)
    }
}

impl From<DocumentSeen> for (ApplicantKind, String) {
    fn from(document: DocumentSeen) -> Self {
        (document.kind, document.last_four)
    }
}

impl TryFrom<(ApplicantKind, String)> for DocumentSeen {
    type Error = DocumentError;

    fn try_from((kind, last_four): (ApplicantKind, String)) -> Result<Self, DocumentError> {
        Self::parse(kind, &last_four)
    }
}
