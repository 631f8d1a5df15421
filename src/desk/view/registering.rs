//! The steps of a registration, as each side of the counter may see them. The clerk's side knows which step it is and
//! how it stands with the codes, and nothing that was entered.

use std::sync::Arc;

use crate::domain::account::EnrolledQuestion;
use crate::domain::applicant::{Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use crate::domain::language::Language;
use crate::domain::legal::{self, LegalVersion};
use crate::domain::message::Channel;
use crate::domain::question::{Catalogue, QuestionId};
use crate::domain::recovery::captcha::Images;
use crate::domain::registration::{CodesWanted, FromDocument, Registration, ReviewWanted};
use crate::domain::time::Timestamp;

use super::{ApplicantStep, CaptchaProgress, ClerkStep, CodeProgress};
use crate::desk::{DeskError, Image, Inner};
use crate::domain::recovery::proven::Outcome;

/// What the clerk types of the applicant: always identity number and mobile; more where the registry does not know it.
pub type PersonalWanted = FromDocument;

/// Which step of the applicant's it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A user name is chosen.
    Username,
    /// A password is chosen.
    Password,
    /// The email is given.
    Email,
    /// The language of messages is chosen.
    Language,
    /// The characters of an image are typed.
    Captcha(CaptchaProgress),
    /// Terms and privacy policy are read.
    Terms,
    /// Codes are typed.
    Codes {
        /// How it stands with the mobile.
        mobile: Box<ContactProgress>,
        /// How it stands with the email.
        email: Box<ContactProgress>,
    },
    /// Security questions are chosen and answered.
    Questions,
    /// All that was entered is looked at.
    Review,
}

/// How it stands with the code to one contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactProgress {
    /// When its code was typed, where that still counts.
    pub proven: Option<Timestamp>,
    /// How it stands with the code that was sent last.
    pub code: CodeProgress,
}

/// All that the applicant entered, for them to look at. Secrets are set, and that is all there is to say of them.
#[derive(Clone, Debug)]
pub struct Review {
    /// The name.
    pub name: PersonName,
    /// The identity number.
    pub identity: IdentityNumber,
    /// When the document expires.
    pub expiry: IdDate,
    /// Whether name or expiry were typed from the document.
    pub typed: bool,
    /// The mobile.
    pub mobile: Mobile,
    /// The name to sign in with.
    pub username: Username,
    /// The email.
    pub email: Email,
    /// The language of messages.
    pub language: Language,
    /// What was accepted.
    pub terms: Vec<LegalVersion>,
    /// The questions that were answered.
    pub questions: Vec<QuestionId>,
}

impl Review {
    fn of(wanted: &ReviewWanted) -> Box<Self> {
        let draft = wanted.draft();
        let person = &draft.person;
        Box::new(Self {
            name: person.name.clone(),
            identity: person.identity,
            expiry: person.expiry,
            typed: person.typed,
            mobile: person.mobile,
            username: draft.username.clone(),
            email: draft.email.clone(),
            language: draft.language,
            terms: wanted.terms().versions().to_vec(),
            questions: wanted.questions().iter().map(question).collect(),
        })
    }
}

const fn question(enrolled: &EnrolledQuestion) -> QuestionId {
    enrolled.question
}

impl Inner {
    pub(super) fn registering(
        &self,
        state: &Registration,
        now: Timestamp,
    ) -> Result<(ClerkStep, ApplicantStep), DeskError> {
        let visit = state.visit().id;
        Ok(match state {
            Registration::Conditions(shown) => {
                let list = shown.judged().to_vec();
                let acceptance = shown.acceptance();
                (ClerkStep::Conditions { list, acceptance }, ApplicantStep::Wait)
            }
            Registration::Personal(personal) => {
                let wanted = personal.wanted();
                (ClerkStep::PersonalData { wanted }, ApplicantStep::Wait)
            }
            Registration::Username(wanted) => {
                let step = ApplicantStep::Username {
                    suggestions: self.suggested(wanted.person(), visit),
                    typed: wanted.typed().cloned(),
                    rules: self.policy.username.clone(),
                };
                (ClerkStep::Registering(Stage::Username), step)
            }
            Registration::Password(wanted) => {
                let step = ApplicantStep::Password {
                    about: Arc::new(wanted.words()),
                    rules: self.policy.password.clone(),
                };
                (ClerkStep::Registering(Stage::Password), step)
            }
            Registration::Email(wanted) => {
                let typed = wanted.typed().cloned();
                (ClerkStep::Registering(Stage::Email), ApplicantStep::Email { typed })
            }
            Registration::Language(wanted) => {
                let chosen = wanted.chosen();
                (
                    ClerkStep::Registering(Stage::Language),
                    ApplicantStep::AccountLanguage { chosen },
                )
            }
            state => self.proving(state, now)?,
        })
    }

    /// The same from the image on.
    fn proving(&self, state: &Registration, now: Timestamp) -> Result<(ClerkStep, ApplicantStep), DeskError> {
        Ok(match state {
            Registration::Captcha(wanted) => {
                let image = self.image(wanted.images(), state.visit().id);
                self.typed_twice(wanted.images(), image, now)
            }
            Registration::Terms(_) => {
                let documents = legal::shelf().ids();
                (ClerkStep::Registering(Stage::Terms), ApplicantStep::Terms { documents })
            }
            Registration::Codes(wanted) => {
                let mobile = self.contact_progress(wanted, Channel::Sms, now)?;
                let email = self.contact_progress(wanted, Channel::Email, now)?;
                let step = ApplicantStep::Codes {
                    last_two: wanted.draft().person.mobile.last_two().to_owned(),
                    address: wanted.draft().email.clone(),
                    mobile: mobile.clone(),
                    email: email.clone(),
                };
                let stage = Stage::Codes {
                    mobile: Box::new(mobile),
                    email: Box::new(email),
                };
                (ClerkStep::Registering(stage), step)
            }
            Registration::Questions(_) => {
                let step = ApplicantStep::Enrol {
                    catalogue: Catalogue::all().collect(),
                    count: self.policy.questions.enrolled,
                };
                (ClerkStep::Registering(Stage::Questions), step)
            }
            Registration::Review(wanted) => (
                ClerkStep::Registering(Stage::Review),
                ApplicantStep::Review(Review::of(wanted)),
            ),
            Registration::Done(done) => {
                let outcome = Outcome::Registered;
                (
                    ClerkStep::Done { at: done.at(), outcome },
                    ApplicantStep::Done {
                        outcome,
                        username: Some(done.username().clone()),
                    },
                )
            }
            // The steps before have their views above.
            _ => (ClerkStep::Document, ApplicantStep::Wait),
        })
    }

    fn typed_twice(&self, images: &Images, image: Image, now: Timestamp) -> (ClerkStep, ApplicantStep) {
        let progress = self.captcha_progress(images, now);
        let step = ApplicantStep::CaptchaTwice {
            picture: Some(image.picture).filter(|_| progress.paused_until.is_none()),
            print: image.print,
            progress,
        };
        (ClerkStep::Registering(Stage::Captcha(progress)), step)
    }

    fn contact_progress(
        &self,
        wanted: &CodesWanted,
        channel: Channel,
        now: Timestamp,
    ) -> Result<ContactProgress, DeskError> {
        let contact = wanted.contact(channel, &self.policy, now);
        Ok(ContactProgress {
            proven: contact.proven,
            code: self.progress_of(contact.sent, contact.next_send, contact.sends_left, now)?,
        })
    }
}
