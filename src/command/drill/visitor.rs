//! One visit after another: right, wrong, abandoned, idle, paused, unknown people. `newcomer` has those who register,
//! `supervised` those for whom a supervisor is called.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

use crate::command::people;
use crate::desk::accounts::Draft;
use crate::desk::view::CodeProgress;
use crate::desk::{ApplicantStep, Desk, DeskError, PhoneScreen, Reply, Request, Views};
use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::code::TypedCode;
use crate::domain::fact::{Ending, Flow};
use crate::domain::id::VisitId;
use crate::domain::language::Language;
use crate::domain::message::Contact;
use crate::domain::recovery::DocumentSeen;
use crate::domain::recovery::identity::{Claim, Identifier};
use crate::domain::recovery::proven::Outcome;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::time::Timestamp;

use super::Stage;

/// What an applicant will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plan {
    /// Everything right.
    Right,
    /// A slip at every step, then right.
    Slips,
    /// Wrong answers until the end.
    WrongAnswers,
    /// Wrong codes until the end.
    WrongCodes,
    /// Leaves somewhere.
    Leaves,
    /// Does nothing for too long somewhere.
    Sleeps,
    /// A person whom nobody knows.
    Unknown,
    /// A person who gives another mobile.
    OtherMobile,
    /// Tries the sign-in card.
    SignsIn,
}

/// How likely each plan is, in percent.
const PLANS: [(Plan, u32); 9] = [
    (Plan::Right, 42),
    (Plan::Slips, 10),
    (Plan::WrongAnswers, 8),
    (Plan::WrongCodes, 6),
    (Plan::Leaves, 10),
    (Plan::Sleeps, 4),
    (Plan::Unknown, 8),
    (Plan::OtherMobile, 6),
    (Plan::SignsIn, 6),
];

/// What people answer who know nothing, and who are mistaken.
const UNKNOWN: &str = "unknown";
const MISTAKEN: &str = "mistaken";
/// So many come at once: more than a desk takes before it pauses.
const RUSH: u32 = 15;
/// No visit takes more steps.
pub(super) const MOST_STEPS: usize = 40;
/// The people at the desk.
pub(super) struct Visitors {
    pub(super) desk: Desk,
    pub(super) phone: Option<Arc<dyn PhoneScreen>>,
    pub(super) stage: Stage,
    pub(super) random: ChaCha20Rng,
    pub(super) people: Vec<(Draft, Vec<String>)>,
    ended: BTreeMap<&'static str, u64>,
    pub(super) serial: u64,
    /// How many more come at once who know nothing, until the desk is paused.
    rush: u32,
    /// How many of the people without an account came already.
    pub(super) newcomers: usize,
}

/// Whom a visit is about, and what will be said.
struct Applicant {
    identity: IdentityNumber,
    identifier: Identifier,
    mobile: Mobile,
    answers: Vec<String>,
    plan: Plan,
    /// After how many steps somebody leaves or falls asleep.
    stays: usize,
    slipped: [bool; 4],
    seen: Option<Secret>,
}

impl Visitors {
    pub(super) fn new(desk: Desk, stage: Stage, seed: u64, count: usize) -> Self {
        let mut random = ChaCha20Rng::seed_from_u64(seed);
        Self {
            phone: desk.phone(),
            desk,
            stage,
            people: people::with_answers().into_iter().take(count).collect(),
            ended: BTreeMap::new(),
            serial: 0,
            rush: 0,
            // Where a store is drilled again and again, others come each time.
            newcomers: random.random_range(0..people::CROWD),
            random,
        }
    }

    /// How many visits ended in which way.
    pub(super) const fn ended(&self) -> &BTreeMap<&'static str, u64> {
        &self.ended
    }

    /// Serves the next one. Who comes follows from the seed alone: how much chance those before needed depended on moments.
    pub(super) async fn next(&mut self) -> Result<(), DeskError> {
        self.random.set_stream(self.random.get_stream() + 1);
        self.random.set_word_pos(0);
        self.arrive();
        if self.rush == 0 && self.random.random_ratio(1, 4) {
            return self.newcomer().await;
        }
        if self.rush == 0 && self.random.random_ratio(1, 12) {
            return self.supervised().await;
        }
        let Some(mut applicant) = self.applicant() else {
            return Ok(());
        };
        if applicant.plan == Plan::SignsIn {
            return self.sign_in().await;
        }
        let language = self.language();
        let flow = if applicant.by_name() || self.random.random_bool(0.8) {
            Flow::ForgottenPassword
        } else {
            Flow::ForgottenUsername
        };
        let Some(opened) = self.opened(flow, language).await? else {
            return Ok(());
        };
        let visit = opened.views.clerk.visit;
        let how = self.serve(visit, opened, &mut applicant).await?;
        self.count(how);
        self.desk.next_visitor(visit).await
    }

    /// A visit; none where the desk is paused.
    pub(super) async fn opened(&mut self, flow: Flow, language: Language) -> Result<Option<Reply>, DeskError> {
        match self.desk.open_visit(flow, language).await {
            Err(DeskError::Paused { until }) => {
                self.sit_out(until);
                Ok(None)
            }
            opened => opened.map(Some),
        }
    }

    /// Nobody sits a pause out: the clock goes to its end, and the next one comes.
    pub(super) fn sit_out(&mut self, until: Timestamp) {
        self.stage.clock.pass(self.desk.now().until(until));
        self.rush = 0;
        self.count("paused");
    }

    /// People come one by one; now and then many at once, of whom nobody is known.
    fn arrive(&mut self) {
        if self.rush == 0 && self.random.random_ratio(1, 50) {
            self.rush = RUSH;
        }
        let gap = if self.rush > 0 { 1..3 } else { 30..600 };
        self.rush = self.rush.saturating_sub(1);
        let gap = self.random.random_range(gap);
        self.stage.clock.pass(Duration::from_secs(gap));
    }

    pub(super) fn count(&mut self, how: &'static str) {
        *self.ended.entry(how).or_default() += 1;
    }

    pub(super) fn language(&mut self) -> Language {
        if self.random.random_bool(0.7) {
            Language::ARABIC
        } else {
            Language::ENGLISH
        }
    }

    fn applicant(&mut self) -> Option<Applicant> {
        let mut dice = self.random.random_range(0..100);
        let plan = PLANS.iter().find(|(_, share)| {
            let hit = dice < *share;
            dice = dice.saturating_sub(*share);
            hit
        });
        let plan = plan.map_or(Plan::Right, |(plan, _)| *plan);
        let plan = if self.rush > 0 { Plan::Unknown } else { plan };
        let place = self.random.random_range(0..self.people.len().max(1));
        let other = self.random.random_range(0..self.people.len().max(1));
        let (draft, answers) = self.people.get(place)?;
        let mobile = match plan {
            Plan::OtherMobile => self.people.get(other)?.0.mobile,
            _ => draft.mobile,
        };
        let identity = match plan {
            Plan::Unknown => IdentityNumber::parse(people::NOBODY).ok()?,
            _ => draft.identity,
        };
        let by_name = plan != Plan::Unknown && self.random.random_bool(0.2);
        let identifier = if by_name {
            Identifier::Name(draft.username.clone())
        } else {
            Identifier::Number(identity)
        };
        Some(Applicant {
            identity,
            identifier,
            mobile,
            answers: answers.clone(),
            plan,
            stays: self.random.random_range(0..5),
            slipped: [false; 4],
            seen: None,
        })
    }

    async fn sign_in(&mut self) -> Result<(), DeskError> {
        let place = self.random.random_range(0..self.people.len().max(1));
        let Some((draft, _)) = self.people.get(place) else {
            return Ok(());
        };
        let agreed = self
            .desk
            .try_sign_in(draft.username.clone(), Secret::from(people::PASSWORD))
            .await?;
        self.count(if agreed { "signed-in" } else { "not-signed-in" });
        Ok(())
    }

    async fn serve(
        &mut self,
        visit: VisitId,
        opened: Reply,
        applicant: &mut Applicant,
    ) -> Result<&'static str, DeskError> {
        let mut views = opened.views;
        for step in 0..MOST_STEPS {
            if let Some(how) = ended(&views.applicant.step) {
                self.remember(&views.applicant.step, &applicant.identity);
                return Ok(how);
            }
            let pause = self.random.random_range(1..15);
            self.stage.clock.pass(Duration::from_secs(pause));
            if step >= applicant.stays && applicant.plan == Plan::Leaves {
                return Ok("abandoned");
            }
            if step >= applicant.stays && applicant.plan == Plan::Sleeps {
                self.stage.clock.pass(self.desk.policy().visit.idle_end);
            }
            let Some(request) = self.request(&views, applicant).await else {
                return Ok("abandoned");
            };
            views = self.desk.request(visit, request).await?.views;
        }
        Ok("stuck")
    }

    /// What the applicant or the clerk does at a step.
    async fn request(&mut self, views: &Views, applicant: &mut Applicant) -> Option<Request> {
        Some(match &views.applicant.step {
            ApplicantStep::Wait if views.clerk.kind.is_none() => {
                let (kind, last_four) = (applicant.identity.kind(), applicant.identity.last_four());
                Request::DocumentSeen(DocumentSeen::parse(kind, last_four).ok()?)
            }
            ApplicantStep::Wait => Request::Identity(Claim {
                identifier: applicant.identifier.clone(),
                mobile: applicant.mobile,
            }),
            ApplicantStep::Captcha { progress, .. } => {
                if let Some(until) = progress.paused_until {
                    self.stage.clock.pass(self.desk.now().until(until));
                }
                if let Some(attested) = self.attested() {
                    return Some(attested);
                }
                if applicant.slips(0) {
                    return Some(Request::Captcha(Secret::from("00000")));
                }
                Request::Captcha(Secret::from(self.stage.painter.told()?.characters()))
            }
            ApplicantStep::Questions { questions, .. } => {
                applicant.seen = self.newest_code(&applicant.contact());
                Request::Answers(applicant.answer(questions.len()))
            }
            ApplicantStep::Code { progress, .. } => {
                let digits = u8::try_from(self.desk.policy().code.digits).ok()?;
                if applicant.slips(2) || progress.tries_left == 0 || self.desk.now() >= progress.expires {
                    return self.resend(progress, applicant);
                }
                let code = self.code(&applicant.contact(), applicant.seen.as_ref()).await?;
                let wrong = applicant.plan == Plan::WrongCodes;
                let typed = if wrong {
                    another(code.expose_secret())
                } else {
                    code.expose_secret().to_owned()
                };
                Request::Code(TypedCode::parse(&typed, digits).ok()?)
            }
            ApplicantStep::Password { .. } => self.password(applicant),
            ApplicantStep::UsernameChoice { suggestions, .. } => self.username(suggestions, applicant.slips(3)),
            // The visit is over. Who registers is in `newcomer`.
            _ => return None,
        })
    }

    /// A password that nobody had before.
    fn password(&mut self, applicant: &mut Applicant) -> Request {
        self.serial += 1;
        let mark: u32 = self.random.random();
        let password = Secret::from(format!("Qandil-{mark:08x}-Mishkat{}", self.serial));
        let repeat = if applicant.slips(3) {
            Secret::from("Qandil")
        } else {
            password.clone()
        };
        Request::Password { password, repeat }
    }

    /// Another code, where there is one left; else the applicant gives up.
    fn resend(&self, progress: &CodeProgress, applicant: &mut Applicant) -> Option<Request> {
        if progress.sends_left == 0 {
            return None;
        }
        self.stage.clock.pass(self.desk.now().until(progress.next_send));
        applicant.seen = self.newest_code(&applicant.contact());
        Some(Request::Resend)
    }
}

impl Applicant {
    const fn by_name(&self) -> bool {
        matches!(self.identifier, Identifier::Name(_))
    }

    const fn contact(&self) -> Contact {
        Contact::Mobile(self.mobile)
    }

    /// Whether a slip is due at this step: one at each, where slips are planned.
    fn slips(&mut self, step: usize) -> bool {
        let slipped = self.slipped.get_mut(step);
        self.plan == Plan::Slips && slipped.is_some_and(|slipped| !std::mem::replace(slipped, true))
    }

    fn answer(&mut self, count: usize) -> Vec<Secret> {
        let wrong = self.plan == Plan::WrongAnswers || self.slips(1);
        let known = self.answers.iter().map(String::as_str);
        let answers = known.chain(std::iter::repeat(UNKNOWN)).take(count);
        answers
            .map(|answer| Secret::from(if wrong { MISTAKEN } else { answer }))
            .collect()
    }
}

pub(super) fn ended(step: &ApplicantStep) -> Option<&'static str> {
    match step {
        ApplicantStep::Done { outcome, .. } => Some(match outcome {
            Outcome::PasswordChanged => "completed",
            Outcome::UsernameShown => "username-shown",
            Outcome::UsernameChanged => "username-changed",
            Outcome::Registered => "registered",
            Outcome::MobileWaits { .. } => "mobile-waits",
        }),
        ApplicantStep::Ended { ending } => Some(match ending {
            Ending::Completed => "completed",
            Ending::Closed => "closed",
            Ending::Abandoned => "abandoned",
            Ending::Idle => "idle",
            Ending::TooLong => "too-long",
            Ending::Interrupted => "interrupted",
        }),
        _ => None,
    }
}

/// A code of as many digits that is another one.
fn another(code: &str) -> String {
    let next = |digit: char| {
        digit
            .to_digit(10)
            .and_then(|digit| char::from_digit((digit + 1) % 10, 10))
    };
    code.chars().map(|digit| next(digit).unwrap_or('0')).collect()
}
