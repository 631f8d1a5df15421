//! A registration as the store keeps it: hashes, and no secret. Only `recovery::restore` reads it back, from a record
//! that the store has authenticated.

mod accepted;
mod parts;

use serde::{Deserialize, Serialize};

use super::Registration;
use super::approval::ConditionsShown;
use super::checks::{CaptchaWanted, TermsWanted};
use super::codes::CodesWanted;
use super::email::{EmailWanted, LanguageWanted};
use super::entered::{Base, Draft, Person};
use super::password::PasswordWanted;
use super::personal::{FromDocument, PersonalWanted};
use super::proof::Human;
use super::questions::QuestionsWanted;
use super::review::{Registered, ReviewWanted};
use super::username::UsernameWanted;
use crate::domain::account::EnrolledQuestion;
use crate::domain::applicant::{Email, Username};
use crate::domain::conditions::Judged;
use crate::domain::hash::Hashed;
use crate::domain::id::AccountId;
use crate::domain::presence::Presence;
use crate::domain::recovery::captcha::Images;
use crate::domain::recovery::{DocumentSeen, Visit};
use crate::domain::time::Timestamp;

use accepted::NextRecord;
use parts::{BaseRecord, ProofsRecord, TermsRecord};

/// A registration as the store keeps it, opaque to everyone but this room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationRecord(Either);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Either {
    Entered { base: BaseRecord, step: Box<EnteredStep> },
    Proven { base: BaseRecord, step: Box<ProvenStep> },
    Done(DoneRecord),
}

/// A step at which nothing is proven yet, or not again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum EnteredStep {
    Conditions {
        judged: Vec<Judged>,
        /// Records from before there was more than one way on name none.
        #[serde(default)]
        next: NextRecord,
        #[serde(default)]
        again: bool,
    },
    Personal {
        wanted: FromDocument,
    },
    Username {
        person: Person,
    },
    Password {
        person: Person,
        username: Username,
    },
    Email {
        person: Person,
        username: Username,
        password: Hashed,
    },
    Language {
        person: Person,
        username: Username,
        password: Hashed,
        email: Email,
    },
    Captcha {
        draft: Draft,
        images: Images,
    },
}

/// A step at which a person is there already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ProvenStep {
    Terms {
        draft: Draft,
        human: Presence,
    },
    Codes {
        draft: Draft,
        human: Presence,
        terms: TermsRecord,
    },
    Questions {
        draft: Draft,
        proofs: ProofsRecord,
    },
    Review {
        draft: Draft,
        proofs: ProofsRecord,
        questions: Vec<EnrolledQuestion>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct DoneRecord {
    document: DocumentSeen,
    account: AccountId,
    username: Username,
    masked: String,
    at: Timestamp,
}

impl Registration {
    /// The registration as the store keeps it.
    pub(in crate::domain) fn record(&self) -> RegistrationRecord {
        let entered = |base: &Base, step| Either::Entered {
            base: BaseRecord::of(base),
            step: Box::new(step),
        };
        let proven = |base: &Base, step| Either::Proven {
            base: BaseRecord::of(base),
            step: Box::new(step),
        };
        RegistrationRecord(match self {
            Self::Conditions(state) => entered(&state.base, state.record()),
            Self::Personal(state) => entered(&state.base, state.record()),
            Self::Username(state) => entered(&state.base, state.record()),
            Self::Password(state) => entered(&state.base, state.record()),
            Self::Email(state) => entered(&state.base, state.record()),
            Self::Language(state) => entered(&state.base, state.record()),
            Self::Captcha(state) => entered(&state.base, state.record()),
            Self::Terms(state) => proven(&state.base, state.record()),
            Self::Codes(state) => proven(&state.base, state.record()),
            Self::Questions(state) => proven(&state.base, state.record()),
            Self::Review(state) => proven(&state.base, state.record()),
            Self::Done(state) => Either::Done(DoneRecord::of(state)),
        })
    }
}

impl RegistrationRecord {
    /// The state that the record was made of.
    pub(in crate::domain) fn restored(self, visit: Visit) -> Registration {
        match self.0 {
            Either::Entered { base, step } => step.restored(base.restored(visit)),
            Either::Proven { base, step } => step.restored(base.restored(visit)),
            Either::Done(done) => Registration::Done(done.restored(visit)),
        }
    }
}

impl ConditionsShown {
    fn record(&self) -> EnteredStep {
        EnteredStep::Conditions {
            judged: self.judged.clone(),
            next: NextRecord::of(&self.next),
            again: self.again,
        }
    }
}

impl PersonalWanted {
    fn record(&self) -> EnteredStep {
        EnteredStep::Personal { wanted: self.wanted }
    }
}

impl UsernameWanted {
    fn record(&self) -> EnteredStep {
        EnteredStep::Username {
            person: self.person.clone(),
        }
    }
}

impl PasswordWanted {
    fn record(&self) -> EnteredStep {
        EnteredStep::Password {
            person: self.person.clone(),
            username: self.username.clone(),
        }
    }
}

impl EmailWanted {
    fn record(&self) -> EnteredStep {
        EnteredStep::Email {
            person: self.person.clone(),
            username: self.username.clone(),
            password: self.password.clone(),
        }
    }
}

impl LanguageWanted {
    fn record(&self) -> EnteredStep {
        EnteredStep::Language {
            person: self.person.clone(),
            username: self.username.clone(),
            password: self.password.clone(),
            email: self.email.clone(),
        }
    }
}

impl CaptchaWanted {
    fn record(&self) -> EnteredStep {
        EnteredStep::Captcha {
            draft: self.draft.clone(),
            images: self.images,
        }
    }
}

impl TermsWanted {
    fn record(&self) -> ProvenStep {
        ProvenStep::Terms {
            draft: self.draft.clone(),
            human: self.human.presence,
        }
    }
}

impl CodesWanted {
    fn record(&self) -> ProvenStep {
        ProvenStep::Codes {
            draft: self.draft.clone(),
            human: self.human.presence,
            terms: TermsRecord::of(&self.terms),
        }
    }
}

impl QuestionsWanted {
    fn record(&self) -> ProvenStep {
        ProvenStep::Questions {
            draft: self.draft.clone(),
            proofs: ProofsRecord::of(&self.proofs),
        }
    }
}

impl ReviewWanted {
    fn record(&self) -> ProvenStep {
        ProvenStep::Review {
            draft: self.draft.clone(),
            proofs: ProofsRecord::of(&self.proofs),
            questions: self.questions.clone(),
        }
    }
}

impl EnteredStep {
    fn restored(self, base: Base) -> Registration {
        match self {
            Self::Conditions { judged, next, again } => Registration::Conditions(ConditionsShown {
                judged,
                next: next.restored(base.visit.id),
                again,
                base,
            }),
            Self::Personal { wanted } => Registration::Personal(PersonalWanted { base, wanted }),
            Self::Username { person } => Registration::Username(UsernameWanted { base, person }),
            Self::Password { person, username } => Registration::Password(PasswordWanted { base, person, username }),
            Self::Email {
                person,
                username,
                password,
            } => Registration::Email(EmailWanted {
                base,
                person,
                username,
                password,
            }),
            Self::Language {
                person,
                username,
                password,
                email,
            } => Registration::Language(LanguageWanted {
                base,
                person,
                username,
                password,
                email,
            }),
            Self::Captcha { draft, images } => Registration::Captcha(CaptchaWanted { base, draft, images }),
        }
    }
}

impl ProvenStep {
    fn restored(self, base: Base) -> Registration {
        let visit = base.visit.id;
        let human = |presence| Human { visit, presence };
        match self {
            Self::Terms { draft, human: presence } => Registration::Terms(TermsWanted {
                base,
                draft,
                human: human(presence),
            }),
            Self::Codes {
                draft,
                human: presence,
                terms,
            } => Registration::Codes(CodesWanted {
                base,
                draft,
                human: human(presence),
                terms: terms.restored(visit),
            }),
            Self::Questions { draft, proofs } => Registration::Questions(QuestionsWanted {
                base,
                draft,
                proofs: proofs.restored(visit),
            }),
            Self::Review {
                draft,
                proofs,
                questions,
            } => Registration::Review(ReviewWanted {
                base,
                draft,
                proofs: proofs.restored(visit),
                questions,
            }),
        }
    }
}

impl DoneRecord {
    fn of(state: &Registered) -> Self {
        Self {
            document: state.document.clone(),
            account: state.account,
            username: state.username.clone(),
            masked: state.masked.clone(),
            at: state.at,
        }
    }

    fn restored(self, visit: Visit) -> Registered {
        Registered {
            visit,
            document: self.document,
            account: self.account,
            username: self.username,
            masked: self.masked,
            at: self.at,
        }
    }
}
