//! What each side of the counter may see. The clerk's view has no field for a secret or an unmasked number.

mod progress;
mod registering;

use std::sync::Arc;

use crate::domain::account::Account;
use crate::domain::applicant::{ApplicantKind, Email, IdDate, Today, Username};
use crate::domain::captcha::{Picture, Print};
use crate::domain::conditions::Judged;
use crate::domain::fact::{Ending, Flow};
use crate::domain::id::{AccountId, Reference, VisitId};
use crate::domain::language::Language;
use crate::domain::legal::LegalId;
use crate::domain::password::PersonalWords;
use crate::domain::policy::{PasswordPolicy, UsernamePolicy};
use crate::domain::question::QuestionId;
use crate::domain::recovery::Recovery;
use crate::domain::recovery::proven::Outcome;
use crate::domain::registration::{Acceptance, Registration};
use crate::domain::time::Timestamp;

use super::{DeskError, Inner, locked};

pub use progress::{CaptchaProgress, CodeProgress};
pub use registering::{ContactProgress, PersonalWanted, Review, Stage};

/// Both sides of the counter at one moment.
#[derive(Clone, Debug)]
pub struct Views {
    /// For the clerk's window.
    pub clerk: ClerkView,
    /// For the applicant's window.
    pub applicant: ApplicantView,
}

/// What the clerk may see of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClerkView {
    /// The visit.
    pub visit: VisitId,
    /// Which flow it follows.
    pub flow: Flow,
    /// Its name for people.
    pub reference: Reference,
    /// When it began.
    pub started: Timestamp,
    /// When it ends if nobody does anything.
    pub idle_end: Timestamp,
    /// When it ends whatever anybody does.
    pub life_end: Timestamp,
    /// The kind of the document that was seen.
    pub kind: Option<ApplicantKind>,
    /// The identifier that was typed, masked.
    pub masked: Option<String>,
    /// When the identity document on the account expired, where it did: told once all is proven, and never in the way.
    pub expired: Option<IdDate>,
    /// The step.
    pub step: ClerkStep,
}

/// The clerk's side of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClerkStep {
    /// The document is to be seen.
    Document,
    /// The applicant types the characters of an image.
    Captcha(CaptchaProgress),
    /// A supervisor signs in beside the clerk.
    Approval {
        /// Whether one did before, too long ago.
        again: bool,
    },
    /// A second supervisor does.
    Second,
    /// Identity and mobile are to be typed.
    Identity,
    /// The applicant answers.
    Questions {
        /// How many questions there are.
        count: usize,
        /// How many rounds did not match.
        missed: u32,
        /// How many rounds there are in all.
        rounds: u32,
    },
    /// The applicant types a code.
    Code(CodeProgress),
    /// The applicant chooses a password.
    Password,
    /// The applicant chooses what becomes of the user name.
    UsernameChoice,
    /// The conditions of registration are shown.
    Conditions {
        /// Each, and how it stands.
        list: Vec<Judged>,
        /// How it stands with a supervisor's approval of what the registry does not know.
        acceptance: Acceptance,
    },
    /// Identity number and mobile of who registers are to be typed.
    PersonalData {
        /// What is to be typed from the document besides.
        wanted: PersonalWanted,
    },
    /// The applicant registers.
    Registering(Stage),
    /// It is done.
    Done {
        /// When.
        at: Timestamp,
        /// What was done.
        outcome: Outcome,
    },
    /// It ended otherwise.
    Ended {
        /// How.
        ending: Ending,
    },
}

/// What the applicant may see of a visit.
#[derive(Clone, Debug)]
pub struct ApplicantView {
    /// The language that they read.
    pub language: Language,
    /// When the identity document on the account expired, where it did: told once all is proven, and never in the way.
    pub expired: Option<IdDate>,
    /// The step.
    pub step: ApplicantStep,
}

/// The applicant's side of a step.
#[derive(Clone, Debug)]
pub enum ApplicantStep {
    /// It is the clerk's turn.
    Wait,
    /// Type the characters of the image.
    Captcha {
        /// The image; none while the visit is paused.
        picture: Option<Arc<Picture>>,
        /// How it is painted.
        print: Print,
        /// How it stands with it.
        progress: CaptchaProgress,
    },
    /// Answer the questions.
    Questions {
        /// The questions.
        questions: Vec<QuestionId>,
        /// How many rounds are left.
        rounds_left: u32,
    },
    /// Type the code.
    Code {
        /// The last two digits of the mobile that it went to.
        last_two: String,
        /// How it stands with it.
        progress: CodeProgress,
    },
    /// Choose a password.
    Password {
        /// The person's own words, which a password must not be made of. Redacted in `Debug`, and never shown.
        about: Arc<PersonalWords>,
        /// The rules.
        rules: PasswordPolicy,
    },
    /// See the user name, or take another one.
    UsernameChoice {
        /// Names that are free, which the person may want.
        suggestions: Vec<Username>,
        /// The bounds of a new name.
        rules: UsernamePolicy,
    },
    /// Choose a user name for a new account.
    Username {
        /// Names that are free, which the person may want.
        suggestions: Vec<Username>,
        /// The name that was asked about or chosen before.
        typed: Option<Username>,
        /// The bounds of a new name.
        rules: UsernamePolicy,
    },
    /// Give an email, twice.
    Email {
        /// The one that was given before.
        typed: Option<Email>,
    },
    /// Choose the language of messages.
    AccountLanguage {
        /// The one that was chosen before, or that the person reads.
        chosen: Language,
    },
    /// Type the characters of the image, twice.
    CaptchaTwice {
        /// The image; none while the visit is paused.
        picture: Option<Arc<Picture>>,
        /// How it is painted.
        print: Print,
        /// How it stands with it.
        progress: CaptchaProgress,
    },
    /// Read and accept these texts.
    Terms {
        /// Their names, in the order in which they are read.
        documents: Vec<LegalId>,
    },
    /// Type the codes, in either order.
    Codes {
        /// The last two digits of the mobile that one went to.
        last_two: String,
        /// The email that the other went to.
        address: Email,
        /// How it stands with the mobile.
        mobile: ContactProgress,
        /// How it stands with the email.
        email: ContactProgress,
    },
    /// Choose security questions and answer them.
    Enrol {
        /// All questions, in the order in which they are offered.
        catalogue: Vec<QuestionId>,
        /// How many are wanted.
        count: u32,
    },
    /// Look at everything that was entered.
    Review(Box<Review>),
    /// It is done.
    Done {
        /// What was done.
        outcome: Outcome,
        /// The user name, where it was shown or changed.
        username: Option<Username>,
    },
    /// It ended otherwise.
    Ended {
        /// How.
        ending: Ending,
    },
}

impl Inner {
    pub(super) fn views(&self, state: &Recovery, now: Timestamp) -> Result<Views, DeskError> {
        let visit = state.visit();
        let shows_image = match state {
            Recovery::Registration(state) => matches!(**state, Registration::Captcha(_)),
            state => matches!(state, Recovery::Captcha(_)),
        };
        if !shows_image {
            locked(&self.images).remove(&visit.id);
        }
        let (clerk_step, applicant_step) = self.steps(state, now)?;
        let expired = self.expired(state)?;
        let clerk = ClerkView {
            visit: visit.id,
            flow: visit.flow,
            reference: visit.reference(),
            started: visit.started,
            idle_end: visit.touched.after(self.policy.visit.idle_end),
            life_end: visit.started.after(self.policy.visit.lifetime),
            kind: state.document().map(|document| document.kind()),
            masked: state.masked().map(str::to_owned),
            expired,
            step: clerk_step,
        };
        Ok(Views {
            clerk,
            applicant: ApplicantView {
                language: visit.language,
                expired,
                step: applicant_step,
            },
        })
    }

    fn expired(&self, state: &Recovery) -> Result<Option<IdDate>, DeskError> {
        let account = match state {
            Recovery::Password(wanted) => wanted.proven().account(),
            Recovery::Username(choice) => choice.proven().account(),
            Recovery::Done(done) => done.account(),
            _ => return Ok(None),
        };
        let account = self.ports.store.account(account)?;
        let today = Today::at(self.ports.clock.read().wall);
        Ok(account
            .and_then(|account| account.record.expiry)
            .filter(|expiry| expiry.is_past(&today)))
    }

    fn steps(&self, state: &Recovery, now: Timestamp) -> Result<(ClerkStep, ApplicantStep), DeskError> {
        Ok(match state {
            Recovery::Document(_) => (ClerkStep::Document, ApplicantStep::Wait),
            Recovery::Captcha(captcha) => {
                let image = self.image(captcha.images(), state.visit().id);
                let progress = self.captcha_progress(captcha.images(), now);
                let picture = Some(image.picture).filter(|_| progress.paused_until.is_none());
                (
                    ClerkStep::Captcha(progress),
                    ApplicantStep::Captcha {
                        picture,
                        print: image.print,
                        progress,
                    },
                )
            }
            Recovery::Approval(wanted) => {
                let again = wanted.again();
                (ClerkStep::Approval { again }, ApplicantStep::Wait)
            }
            Recovery::Second(_) => (ClerkStep::Second, ApplicantStep::Wait),
            Recovery::Identity(_) => (ClerkStep::Identity, ApplicantStep::Wait),
            Recovery::Questions(asked) => {
                let rounds = self.policy.questions.wrong_rounds_per_recovery;
                let missed = asked.missed();
                let questions = asked.questions().to_vec();
                let clerk = ClerkStep::Questions {
                    count: questions.len(),
                    missed,
                    rounds,
                };
                (
                    clerk,
                    ApplicantStep::Questions {
                        questions,
                        rounds_left: rounds.saturating_sub(missed),
                    },
                )
            }
            Recovery::Code(wanted) => {
                let progress = self.code_progress(wanted, now)?;
                let last_two = wanted.mobile().last_two().to_owned();
                (
                    ClerkStep::Code(progress.clone()),
                    ApplicantStep::Code { last_two, progress },
                )
            }
            Recovery::Password(wanted) => {
                let account = self.account_there(wanted.proven().account())?;
                let about = Arc::new(PersonalWords::of(&account));
                let rules = self.policy.password.clone();
                (ClerkStep::Password, ApplicantStep::Password { about, rules })
            }
            Recovery::Username(choice) => {
                let account = self.account_there(choice.proven().account())?;
                let step = ApplicantStep::UsernameChoice {
                    suggestions: self.suggestions(&account, state.visit().id),
                    rules: self.policy.username.clone(),
                };
                (ClerkStep::UsernameChoice, step)
            }
            Recovery::Registration(state) => self.registering(state, now)?,
            Recovery::Done(done) => {
                let (at, outcome) = (done.at(), done.outcome());
                let username = match outcome {
                    Outcome::PasswordChanged | Outcome::MobileWaits { .. } => None,
                    Outcome::UsernameShown | Outcome::UsernameChanged | Outcome::Registered => {
                        Some(self.account_there(done.account())?.username)
                    }
                };
                (
                    ClerkStep::Done { at, outcome },
                    ApplicantStep::Done { outcome, username },
                )
            }
            Recovery::Ended(ended) => (
                ClerkStep::Ended { ending: ended.ending },
                ApplicantStep::Ended { ending: ended.ending },
            ),
        })
    }

    fn account_there(&self, id: AccountId) -> Result<Account, DeskError> {
        let account = self.ports.store.account(id)?.ok_or(DeskError::NoVisit)?;
        Ok(account.record)
    }
}
