//! A visit as the store keeps it, and the one way back from there.
//!
//! The record holds no secret. Its fields are private: outside this room it is made by serialising a state, or by
//! deserialising what was serialised, and the store authenticates those bytes.
//!
//! ```
//! use istiada::domain::recovery::{Recovery, VisitRecord, restore};
//! fn back(record: VisitRecord) -> Recovery {
//!     restore(record)
//! }
//! ```
//!
//! ```compile_fail,E0451
//! use istiada::domain::recovery::{Recovery, VisitRecord, restore};
//! fn forged(record: VisitRecord, of: VisitRecord) -> Recovery {
//!     restore(VisitRecord { visit: of.visit, stage: record.stage })
//! }
//! ```

use serde::{Deserialize, Serialize};

use crate::domain::applicant::Mobile;
use crate::domain::fact::Ending;
use crate::domain::id::{AccountId, VisitId};
use crate::domain::limit::Subject;
use crate::domain::presence::Presence;
use crate::domain::question::QuestionId;
use crate::domain::registration::RegistrationRecord;
use crate::domain::time::Timestamp;

use super::approval::{ApprovalWanted, Approved, SecondWanted};
use super::captcha::{CaptchaWanted, Images};
use super::code::{CodeWanted, Line, SentCode};
use super::document::DocumentWanted;
use super::forgotten_password::Recovery;
use super::identity::{IdentityWanted, Target, TypedBefore};
use super::password::PasswordWanted;
use super::proof::{CaptchaPassed, CodeMatched};
use super::proven::{Done, Outcome, Proven};
use super::questions::QuestionsAsked;
use super::step::Ended;
use super::username::UsernameChoice;
use super::visit::{DocumentSeen, Visit};

mod approved;

use approved::{AdmissionRecord, ApprovalRecord, GroundsRecord};

/// A visit as the store keeps it: without secrets, opaque to everyone but this room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitRecord {
    visit: Visit,
    stage: Stage,
}

impl VisitRecord {
    /// The visit's name.
    pub const fn id(&self) -> VisitId {
        self.visit.id
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    Document,
    Captcha {
        document: DocumentSeen,
        #[serde(flatten)]
        images: Images,
    },
    Approval {
        document: DocumentSeen,
        sends: Vec<SentCode>,
        missed: u32,
        again: bool,
    },
    Second {
        document: DocumentSeen,
        approval: ApprovalRecord,
        target: TargetRecord,
        sends: Vec<SentCode>,
        missed: u32,
    },
    Identity {
        document: DocumentSeen,
        human: Presence,
        missed: u32,
    },
    Questions {
        document: DocumentSeen,
        #[serde(flatten)]
        admission: AdmissionRecord,
        target: TargetRecord,
        questions: Vec<QuestionId>,
        missed: u32,
    },
    Code(CodeRecord),
    Password {
        code: CodeRecord,
        matched: Timestamp,
    },
    Username {
        code: CodeRecord,
        matched: Timestamp,
    },
    Done {
        document: DocumentSeen,
        account: AccountId,
        masked: String,
        at: Timestamp,
        #[serde(default)]
        outcome: Outcome,
    },
    Registration(Box<RegistrationRecord>),
    Ended {
        ending: Ending,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct TargetRecord {
    account: AccountId,
    /// Whether the account is there: a number, because the words for yes and no differ in length.
    known: u8,
    subject: Subject,
    mobile: Subject,
    claimed: Mobile,
    masked: String,
    #[serde(default)]
    typed: Option<TypedBefore>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct CodeRecord {
    document: DocumentSeen,
    #[serde(flatten)]
    grounds: GroundsRecord,
    target: TargetRecord,
    account: AccountId,
    mobile: Mobile,
    #[serde(default, skip_serializing_if = "is_on_account")]
    line: Line,
    sends: Vec<SentCode>,
}

impl Recovery {
    /// The visit as the store keeps it.
    pub fn record(&self) -> VisitRecord {
        let stage = match self {
            Self::Document(_) => Stage::Document,
            Self::Captcha(state) => Stage::Captcha {
                document: state.document.clone(),
                images: state.images,
            },
            Self::Approval(state) => Stage::Approval {
                document: state.document.clone(),
                sends: state.sends.clone(),
                missed: state.missed,
                again: state.again,
            },
            Self::Second(SecondWanted(approved)) => Stage::second(approved),
            Self::Identity(state) => Stage::Identity {
                document: state.document.clone(),
                human: state.human.presence,
                missed: state.missed,
            },
            Self::Questions(state) => Stage::Questions {
                document: state.document.clone(),
                admission: AdmissionRecord::of(&state.admission),
                target: TargetRecord::of(&state.target),
                questions: state.questions.clone(),
                missed: state.missed,
            },
            Self::Code(state) => Stage::Code(CodeRecord::of(state)),
            Self::Password(state) => Stage::Password {
                code: CodeRecord::of(&state.0.before),
                matched: state.0.code.at,
            },
            Self::Username(state) => Stage::Username {
                code: CodeRecord::of(&state.0.before),
                matched: state.0.code.at,
            },
            Self::Done(state) => Stage::done(state),
            Self::Registration(state) => Stage::Registration(Box::new(state.record())),
            Self::Ended(state) => Stage::Ended { ending: state.ending },
        };
        VisitRecord {
            visit: self.visit().clone(),
            stage,
        }
    }
}

/// The state that a record was made of. `record` must come from the store of this visit, which has authenticated it.
pub fn restore(record: VisitRecord) -> Recovery {
    let VisitRecord { visit, stage } = record;
    let human = |presence| CaptchaPassed {
        visit: visit.id,
        presence,
    };
    match stage {
        Stage::Document => Recovery::Document(DocumentWanted { visit }),
        Stage::Captcha { document, images } => Recovery::Captcha(CaptchaWanted {
            visit,
            document,
            images,
        }),
        Stage::Approval {
            document,
            sends,
            missed,
            again,
        } => Recovery::Approval(ApprovalWanted {
            visit,
            document,
            sends,
            missed,
            again,
        }),
        Stage::Second {
            document,
            approval,
            target,
            sends,
            missed,
        } => Recovery::Second(SecondWanted(Approved {
            approval: approval.restored(visit.id),
            visit,
            document,
            target: target.restored(),
            sends,
            missed,
        })),
        Stage::Identity {
            document,
            human: presence,
            missed,
        } => Recovery::Identity(IdentityWanted {
            human: human(presence),
            visit,
            document,
            missed,
        }),
        Stage::Questions {
            document,
            admission,
            target,
            questions,
            missed,
        } => Recovery::Questions(QuestionsAsked {
            admission: admission.restored(visit.id),
            visit,
            document,
            target: target.restored(),
            questions,
            missed,
        }),
        Stage::Code(code) => Recovery::Code(code.restored(visit)),
        Stage::Password { code, matched } => Recovery::Password(PasswordWanted(code.proven(visit, matched))),
        Stage::Username { code, matched } => Recovery::Username(UsernameChoice(code.proven(visit, matched))),
        Stage::Done {
            document,
            account,
            masked,
            at,
            outcome,
        } => Recovery::Done(Done {
            visit,
            document,
            account,
            masked,
            at,
            outcome,
        }),
        Stage::Registration(record) => Recovery::Registration(Box::new(record.restored(visit))),
        Stage::Ended { ending } => Recovery::Ended(Ended { visit, ending }),
    }
}

impl Stage {
    fn second(it: &Approved) -> Self {
        Self::Second {
            document: it.document.clone(),
            approval: ApprovalRecord::of(&it.approval),
            target: TargetRecord::of(&it.target),
            sends: it.sends.clone(),
            missed: it.missed,
        }
    }

    fn done(state: &Done) -> Self {
        Self::Done {
            document: state.document.clone(),
            account: state.account,
            masked: state.masked.clone(),
            at: state.at,
            outcome: state.outcome,
        }
    }
}

/// Most records say nothing of it, as they did before there was anything else.
fn is_on_account(line: &Line) -> bool {
    *line == Line::OnAccount
}

impl TargetRecord {
    fn of(target: &Target) -> Self {
        Self {
            account: target.account,
            known: u8::from(target.known),
            subject: target.subject,
            mobile: target.mobile,
            claimed: target.claimed,
            masked: target.masked.clone(),
            typed: target.typed,
        }
    }

    fn restored(self) -> Target {
        Target {
            account: self.account,
            known: self.known == 1,
            subject: self.subject,
            mobile: self.mobile,
            claimed: self.claimed,
            masked: self.masked,
            typed: self.typed,
        }
    }
}

impl CodeRecord {
    fn of(state: &CodeWanted) -> Self {
        Self {
            document: state.document.clone(),
            grounds: GroundsRecord::of(&state.grounds),
            target: TargetRecord::of(&state.target),
            account: state.account,
            mobile: state.mobile,
            line: state.line,
            sends: state.sends.clone(),
        }
    }

    fn restored(self, visit: Visit) -> CodeWanted {
        CodeWanted {
            grounds: self.grounds.restored(visit.id, self.account),
            visit,
            document: self.document,
            target: self.target.restored(),
            account: self.account,
            mobile: self.mobile,
            line: self.line,
            sends: self.sends,
        }
    }

    fn proven(self, visit: Visit, matched: Timestamp) -> Proven {
        let before = self.restored(visit);
        let code = CodeMatched {
            visit: before.visit.id,
            account: before.account,
            mobile: before.mobile,
            at: matched,
        };
        Proven { code, before }
    }
}
