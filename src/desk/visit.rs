//! A visit: opened, moved by inputs, and forgotten when the next one begins.

use std::sync::Arc;

use crate::domain::applicant::{Email, IdentityNumber, Username};
use crate::domain::captcha::{Label, Print};
use crate::domain::code::TypedCode;
use crate::domain::fact::{Ending, Fact, Flow};
use crate::domain::id::VisitId;
use crate::domain::language::Language;
use crate::domain::legal::LegalVersion;
use crate::domain::message::Channel;
use crate::domain::presence::AttestationReason;
use crate::domain::question::QuestionId;
use crate::domain::recovery::captcha::Images;
use crate::domain::recovery::identity::{Claim, IdentityRefusal};
use crate::domain::recovery::{self, Context, DocumentSeen, Effects, Input, Recovery, Refusal, Visit};
use crate::domain::registration::{PersonalData, RegistrationRefusal};
use crate::domain::secret::Secret;
use crate::domain::staff::Right;
use crate::domain::supervised::{Plea, UnknownReason};
use crate::domain::time::{Moment, Timestamp};
use crate::port::{Change, Commit, StoreError, Version, Versioned};

use super::load::Counters;
use super::lookups::{Lookups, Told};
use super::registration::FromStore;
use super::supervised::Vouched;
use super::view::Views;
use super::{Desk, DeskError, Image, Inner, locked};

/// What people do to a visit.
#[derive(Debug)]
pub enum Request {
    /// The clerk held the document.
    DocumentSeen(DocumentSeen),
    /// The applicant typed the characters of the image.
    Captcha(Secret),
    /// The applicant asks for another image.
    AnotherImage,
    /// The applicant asks for the same image in another print.
    Print(Print),
    /// The clerk attests that a person is in front of them, in the place of the image.
    Attested(AttestationReason),
    /// A supervisor signs in beside the clerk and approves.
    Approve {
        /// Who signs in.
        by: IdentityNumber,
        /// With which password.
        password: Secret,
        /// What is to be approved.
        plea: Plea,
    },
    /// A second supervisor does.
    Second {
        /// Who signs in.
        by: IdentityNumber,
        /// With which password.
        password: Secret,
    },
    /// A supervisor signs in beside the clerk and accepts what the registry does not know of who registers.
    ApproveUnknown {
        /// Who signs in.
        by: IdentityNumber,
        /// With which password.
        password: Secret,
        /// What they go by.
        reason: UnknownReason,
    },
    /// The clerk typed identity and mobile.
    Identity(Claim),
    /// The applicant answered, one text for each question.
    Answers(Vec<Secret>),
    /// The applicant asks for another code.
    Resend,
    /// The applicant typed the code.
    Code(TypedCode),
    /// The applicant chose a password.
    Password {
        /// The password.
        password: Secret,
        /// The password again.
        repeat: Secret,
    },
    /// The applicant asks whether a user name is free.
    CheckUsername(Username),
    /// The applicant wants to see the user name.
    ShowUsername,
    /// The applicant takes another user name.
    TakeUsername(Username),
    /// The conditions of registration were read.
    ConditionsRead,
    /// The clerk typed who registers.
    PersonalData(PersonalData),
    /// The applicant chose a user name for a new account.
    Username(Username),
    /// The applicant gave an email.
    Email {
        /// The email.
        email: Email,
        /// The email again.
        repeat: Email,
    },
    /// The applicant chose the language of messages to them.
    AccountLanguage(Language),
    /// The applicant typed the characters of the image, twice.
    CaptchaTwice(Secret, Secret),
    /// The applicant accepted terms and privacy policy, as they were shown.
    TermsAccepted(Vec<LegalVersion>),
    /// The applicant typed the code that was sent to a contact.
    ContactCode {
        /// Which way it was sent.
        channel: Channel,
        /// What was typed.
        code: TypedCode,
    },
    /// The applicant asks for another code to a contact.
    ResendTo(Channel),
    /// The applicant chose questions and answered them.
    Enrol(Vec<(QuestionId, Secret)>),
    /// The applicant looked at everything: the account is to be made.
    Register,
    /// One step back: to the identity, which was mistyped, or to whatever step of a registration was before.
    Back,
    /// The applicant reads another language.
    Language(Language),
    /// The visit ends.
    End(Ending),
    /// Time passes: shows the visit anew, after what time alone does to it.
    Tick,
}

/// What to show after a request.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Both sides of the counter.
    pub views: Views,
    /// Why the request was refused, where it was.
    pub refusal: Option<Refusal>,
}

/// How often a use case is decided anew because somebody else wrote a record that it had read.
const ATTEMPTS: u32 = 5;

impl Desk {
    /// Opens a visit for the next applicant.
    ///
    /// # Errors
    /// [`DeskError::NoGateway`], [`DeskError::Paused`], or the store's.
    pub async fn open_visit(&self, flow: Flow, language: Language) -> Result<Reply, DeskError> {
        self.off_thread(move |inner| inner.open_visit(flow, language)).await
    }

    /// Does what people asked for in a visit.
    ///
    /// # Errors
    /// [`DeskError::NoVisit`], also for one that waits to be resumed, [`DeskError::OwnIdentity`], [`DeskError::Paused`]
    /// where an identity is given while the desk or the clerk is paused, or the store's. What is merely wrong comes back
    /// as [`Reply::refusal`].
    pub async fn request(&self, visit: VisitId, request: Request) -> Result<Reply, DeskError> {
        if self.inner.is_left_open(visit) {
            return Err(DeskError::NoVisit);
        }
        let by = match self.vouched(&request).await? {
            Vouched::NotNeeded => None,
            Vouched::By(staff) => Some(staff),
            Vouched::Refused(why) => return Err(DeskError::NotVouched(why)),
        };
        let asked = self.ask_registry(visit, &request).await?;
        let reply = self
            .off_thread(move |inner| {
                let told = Told {
                    asked: asked.as_ref(),
                    by: by.as_ref(),
                };
                inner.again_on_conflict(|| inner.request(visit, &request, told))
            })
            .await;
        self.inner.outbox.notify_one();
        reply
    }

    /// Forgets a visit, ending it first where it is not over. Its facts stay in the ledger. One that waits to be resumed
    /// ends as interrupted. The applicant's phone, where it is drawn on the screen, leaves with them.
    ///
    /// # Errors
    /// The store's.
    pub async fn next_visitor(&self, visit: VisitId) -> Result<(), DeskError> {
        if let Some(phone) = &self.inner.ports.phone {
            phone.put_away();
        }
        self.off_thread(move |inner| match inner.is_left_open(visit) {
            true => inner.interrupt(visit),
            false => inner.forget(visit, Ending::Abandoned),
        })
        .await
    }
}

impl Inner {
    pub(super) fn again_on_conflict<T>(&self, mut work: impl FnMut() -> Result<T, DeskError>) -> Result<T, DeskError> {
        let mut attempt = 1;
        loop {
            match work() {
                Err(DeskError::Store(StoreError::Conflict)) if attempt < ATTEMPTS => attempt += 1,
                result => return result,
            }
        }
    }

    fn open_visit(&self, flow: Flow, language: Language) -> Result<Reply, DeskError> {
        let clerk = self.permitted(Right::Serve)?;
        self.end_left_open()?;
        if !self.has_gateway(flow) {
            return Err(DeskError::NoGateway);
        }
        let moment = self.moment();
        // Two people answer for a supervised recovery, and no pause stops it.
        if let Some(until) = self.paused(moment.at)?.filter(|_| flow != Flow::Supervised) {
            return Err(DeskError::Paused { until });
        }
        let visit = Visit {
            id: VisitId::from_bytes(self.random()),
            clerk: clerk.identity,
            started: moment.at,
            touched: moment.at,
            language,
            flow,
        };
        let opened = Fact::VisitOpened {
            reference: visit.reference(),
            flow,
        };
        let next = Recovery::open(visit);
        self.write(self.commit_of(moment, &next, Version::default(), Effects::of(opened)))?;
        Ok(Reply {
            views: self.views(&next, moment.at)?,
            refusal: None,
        })
    }

    fn request(&self, visit: VisitId, request: &Request, told: Told<'_>) -> Result<Reply, DeskError> {
        self.may(request)?;
        let read = self.ports.store.visit(visit)?;
        let Versioned { record, version } = read
            .filter(|read| read.record.id() == visit)
            .ok_or(DeskError::NoVisit)?;
        let state = recovery::restore(record);
        let moment = self.moment();
        if let Request::Print(print) = request {
            self.print(&state, *print);
        }
        let is_idle = matches!(request, Request::Tick) && !state.is_due(&self.policy, moment.at);
        if is_idle || matches!(request, Request::Print(_)) {
            return Ok(Reply {
                views: self.views(&state, moment.at)?,
                refusal: None,
            });
        }
        let lookups = self.look_up(&state, request, told)?;
        let mut counters = self.counters_of(&state, &lookups)?;
        let owners = FromStore::of(self);
        let mut transition = {
            let mut context = self.context(moment, &mut counters);
            context.mobile_change = lookups.mobile_change();
            state.apply(lookups.input(request, self, &owners), &mut context)
        };
        owners.checked()?;
        if let Some(until) = desk_paused(transition.refusal.as_ref()) {
            return Err(DeskError::Paused { until });
        }
        let account = transition.effects.account.take();
        let mobile_change = transition.effects.mobile_change.take();
        let mut commit = self.commit_of(moment, &transition.next, version, transition.effects);
        commit.changes.extend(counters.changes());
        commit.changes.extend(account.map(|account| lookups.written(account)));
        commit
            .changes
            .extend(mobile_change.map(|change| lookups.changed(change)));
        self.write(commit).map_err(|error| match error {
            // Somebody took the value since it was looked up: decided anew, and refused with a sentence.
            StoreError::Taken(_) => StoreError::Conflict,
            error => error,
        })?;
        Ok(Reply {
            views: self.views(&transition.next, moment.at)?,
            refusal: transition.refusal,
        })
    }

    /// Time passes and visits end behind a lock too; everything else is somebody's doing, who must be permitted to.
    fn may(&self, request: &Request) -> Result<(), DeskError> {
        let right = match request {
            Request::Tick | Request::End(_) => return Ok(()),
            Request::Attested(_) => Right::Attest,
            _ => Right::Serve,
        };
        self.permitted(right).map(|_| ())
    }

    /// Ends a visit where it is not over, and forgets it.
    pub(super) fn forget(&self, visit: VisitId, ending: Ending) -> Result<(), DeskError> {
        self.again_on_conflict(|| {
            let Some(Versioned { record, version }) = self.ports.store.visit(visit)? else {
                return Ok(());
            };
            let state = recovery::restore(record);
            let moment = self.moment();
            let mut commit = Commit {
                moment,
                entries: Vec::new(),
                changes: Vec::new(),
            };
            if !state.is_over() {
                let lookups = Lookups::default();
                let mut counters = self.counters_of(&state, &lookups)?;
                let ended = state.apply(Input::End(ending), &mut self.context(moment, &mut counters));
                commit.entries.extend(
                    ended
                        .effects
                        .facts
                        .into_iter()
                        .map(|fact| self.entry(Some(visit), fact)),
                );
                commit.changes.extend(counters.changes());
            }
            commit.changes.push(Change::VisitGone { visit, version });
            self.write(commit)?;
            locked(&self.images).remove(&visit);
            Ok(())
        })
    }

    pub(super) fn context<'a>(&'a self, moment: Moment, counters: &'a mut Counters) -> Context<'a> {
        Context {
            now: moment.at,
            policy: &self.policy,
            nonce: self.random(),
            other_nonce: self.random(),
            messages: [self.message_id(), self.message_id()],
            mobile_change: None,
            tallies: &mut counters.tallies,
        }
    }

    /// What the image shows that a visit waits for. Its name changes with every try, so each label is good for one.
    pub(super) fn label(&self, shown: &Images, visit: VisitId) -> Option<Label> {
        let images = locked(&self.images);
        images
            .get(&visit)
            .filter(|image| image.name == shown.name())
            .map(|image| image.label.clone())
    }

    fn print(&self, state: &Recovery, print: Print) {
        let mut images = locked(&self.images);
        if let Some(image) = images.get_mut(&state.visit().id) {
            image.print = print;
            image.picture = Arc::new(self.ports.painter.paint(&image.label, print, image.seed));
        }
    }

    /// The image that a visit shows: the one it has, or a new one where that is used up.
    pub(super) fn image(&self, shown: &Images, visit: VisitId) -> Image {
        let name = shown.name();
        let mut images = locked(&self.images);
        if let Some(image) = images.get(&visit).filter(|image| image.name == name) {
            return image.clone();
        }
        let captcha = &self.policy.captcha;
        let print = images.get(&visit).map_or(Print::Normal, |image| image.print);
        let label = Label::make(captcha.lengths(), self.random());
        let seed = u64::from_le_bytes(self.random());
        let picture = Arc::new(self.ports.painter.paint(&label, print, seed));
        let image = Image {
            name,
            label,
            seed,
            print,
            picture,
        };
        images.insert(visit, image.clone());
        image
    }
}

/// Until when the desk is paused, where that is why an input was refused.
const fn desk_paused(refusal: Option<&Refusal>) -> Option<Timestamp> {
    match refusal {
        Some(
            Refusal::Identity(IdentityRefusal::DeskPaused { until })
            | Refusal::Registration(RegistrationRefusal::DeskPaused { until }),
        ) => Some(*until),
        _ => None,
    }
}
