//! People who register: right, abandoned, asleep, with an account of their own already or with an email of somebody
//! else's, and two at once who want the same user name.

use std::time::Duration;

use rand::RngExt;

use crate::command::people;
use crate::desk::{ApplicantStep, ClerkStep, DeskError, Request, Stage, Views};
use crate::domain::applicant::{Email, IdentityNumber, Mobile, Username};
use crate::domain::code::TypedCode;
use crate::domain::fact::Flow;
use crate::domain::id::VisitId;
use crate::domain::legal;
use crate::domain::message::{Channel, Contact};
use crate::domain::recovery::DocumentSeen;
use crate::domain::registration::PersonalData;
use crate::domain::secret::{ExposeSecret, Secret};

use super::visitor::{MOST_STEPS, Visitors, ended};

/// What somebody does who registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plan {
    /// Everything right.
    Right,
    /// Goes back from the review to the start, and comes again.
    GoesBack,
    /// Leaves somewhere.
    Leaves,
    /// Does nothing for too long somewhere.
    Sleeps,
    /// Has an account, and its mobile.
    Owner,
    /// Gives the email of another account.
    OtherEmail,
    /// Two at once want the same user name.
    Race,
}

/// How likely each plan is, in percent.
const PLANS: [(Plan, u32); 7] = [
    (Plan::Right, 44),
    (Plan::GoesBack, 8),
    (Plan::Leaves, 12),
    (Plan::Sleeps, 4),
    (Plan::Owner, 12),
    (Plan::OtherEmail, 8),
    (Plan::Race, 12),
];

/// How user names, emails and answers of those who register begin: so they can be looked for in files.
const NAME: &str = "Sirajun";
const EMAIL: &str = "misbah.";
const ANSWER: &str = "Fanoos";

/// Somebody who registers.
struct Newcomer {
    identity: IdentityNumber,
    mobile: Mobile,
    email: Email,
    /// What makes the names of this person others than everybody's.
    mark: u64,
    /// How many names were tried.
    names: u32,
    answers: Vec<String>,
    plan: Plan,
    /// After how many steps somebody leaves, falls asleep or goes back.
    stays: usize,
    /// The codes that the phone showed before.
    seen: [Option<Secret>; 2],
}

impl Visitors {
    /// Serves somebody who registers, or two at once.
    pub(super) async fn newcomer(&mut self) -> Result<(), DeskError> {
        let Some(mut person) = self.somebody_new() else {
            return Ok(());
        };
        if person.plan == Plan::Race {
            return self.race(person).await;
        }
        let Some(visit) = self.begin().await? else {
            return Ok(());
        };
        let how = self.register(visit, &mut person, |_| false).await?;
        self.count(how);
        self.desk.next_visitor(visit).await
    }

    async fn begin(&mut self) -> Result<Option<VisitId>, DeskError> {
        let language = self.language();
        let opened = self.opened(Flow::NewUser, language).await?;
        Ok(opened.map(|reply| reply.views.clerk.visit))
    }

    /// One comes as far as the review; before that person looks up, another takes the same user name.
    async fn race(&mut self, mut first: Newcomer) -> Result<(), DeskError> {
        let Some(mut second) = self.somebody_new() else {
            return Ok(());
        };
        (second.mark, second.plan) = (first.mark, Plan::Right);
        let Some(one) = self.begin().await? else { return Ok(()) };
        let review = |step: &ClerkStep| matches!(step, ClerkStep::Registering(Stage::Review));
        self.register(one, &mut first, review).await?;
        if let Some(other) = self.begin().await? {
            let how = self.register(other, &mut second, |_| false).await?;
            self.count(how);
            self.desk.next_visitor(other).await?;
        }
        let how = self.register(one, &mut first, |_| false).await?;
        self.count(how);
        self.desk.next_visitor(one).await
    }

    fn somebody_new(&mut self) -> Option<Newcomer> {
        let mut dice = self.random.random_range(0..100);
        let plan = PLANS.iter().find(|(_, share)| {
            let hit = dice < *share;
            dice = dice.saturating_sub(*share);
            hit
        });
        let plan = plan.map_or(Plan::Right, |(plan, _)| *plan);
        let place = self.random.random_range(0..self.people.len().max(1));
        let (draft, answers) = self.people.get(place)?;
        let (other, answers) = (draft.clone(), answers.clone());
        self.newcomers += 1;
        self.serial += 1;
        let mark: u32 = self.random.random();
        let mark = u64::from(mark) * 1000 + self.serial % 1000;
        // The first newcomers show what stops a registration; nothing stops the others, until they come again.
        let place = people::Case::ALL.len() + self.newcomers % people::CROWD;
        let person = people::newcomers().nth(place)?;
        let own = format!("{EMAIL}{mark}@example.net");
        let owner = plan == Plan::Owner;
        Some(Newcomer {
            identity: if owner {
                other.identity
            } else {
                IdentityNumber::parse(&person.identity).ok()?
            },
            mobile: if owner {
                other.mobile
            } else {
                Mobile::parse(&person.mobile).ok()?
            },
            email: match other.email {
                Some(email) if plan == Plan::OtherEmail => email,
                _ => Email::parse(&own).ok()?,
            },
            mark,
            names: 0,
            answers,
            plan,
            stays: self.random.random_range(2..12),
            seen: [None, None],
        })
    }

    /// Goes on until `there`, or to whatever end.
    async fn register(
        &mut self,
        visit: VisitId,
        person: &mut Newcomer,
        there: impl Fn(&ClerkStep) -> bool,
    ) -> Result<&'static str, DeskError> {
        let mut views = self.desk.request(visit, Request::Tick).await?.views;
        for step in 0..MOST_STEPS {
            if let Some(how) = ended(&views.applicant.step) {
                return Ok(how);
            }
            if there(&views.clerk.step) {
                return Ok("waiting");
            }
            let pause = self.random.random_range(1..12);
            self.stage.clock.pass(Duration::from_secs(pause));
            if step >= person.stays && person.plan == Plan::Leaves {
                return Ok("abandoned");
            }
            if step >= person.stays && person.plan == Plan::Sleeps {
                self.stage.clock.pass(self.desk.policy().visit.idle_end);
            }
            let Some(request) = self.next_of(&views, person).await else {
                return Ok("abandoned");
            };
            views = match self.desk.request(visit, request).await {
                Err(DeskError::Paused { until } | DeskError::LookUpsSpent { until }) => {
                    self.sit_out(until);
                    return Ok("abandoned");
                }
                reply => reply?.views,
            };
        }
        Ok("stuck")
    }

    /// What the applicant or the clerk does at a step.
    async fn next_of(&mut self, views: &Views, person: &mut Newcomer) -> Option<Request> {
        Some(match &views.clerk.step {
            ClerkStep::Document => {
                let (kind, last_four) = (person.identity.kind(), person.identity.last_four());
                Request::DocumentSeen(DocumentSeen::parse(kind, last_four).ok()?)
            }
            // Whoever is not let in leaves.
            ClerkStep::Conditions { list, .. } if list.iter().any(crate::domain::conditions::Judged::stops) => {
                return None;
            }
            ClerkStep::Conditions { .. } => Request::ConditionsRead,
            ClerkStep::PersonalData { .. } => Request::PersonalData(PersonalData {
                identity: person.identity,
                mobile: person.mobile,
                name: None,
                expiry: None,
            }),
            ClerkStep::Registering(stage) => return self.at_stage(stage, views, person).await,
            ClerkStep::Questions { count, .. } => Request::Answers(person.known(*count)),
            ClerkStep::UsernameChoice => Request::ShowUsername,
            _ => return None,
        })
    }

    async fn at_stage(&mut self, stage: &Stage, views: &Views, person: &mut Newcomer) -> Option<Request> {
        Some(match stage {
            Stage::Username => Request::Username(person.name()?),
            Stage::Password => {
                let password = Secret::from(format!("Qandil-{}-Mishkat", person.mark));
                let repeat = password.clone();
                Request::Password { password, repeat }
            }
            Stage::Email => Request::Email {
                email: person.email.clone(),
                repeat: person.email.clone(),
            },
            Stage::Language => {
                person.seen = [Channel::Sms, Channel::Email].map(|way| self.newest_code(&person.contact(way)));
                Request::AccountLanguage(self.language())
            }
            Stage::Captcha(progress) => {
                if let Some(until) = progress.paused_until {
                    self.stage.clock.pass(self.desk.now().until(until));
                }
                if let Some(attested) = self.attested() {
                    return Some(attested);
                }
                let label = self.stage.painter.told()?;
                let typed = || Secret::from(label.characters());
                Request::CaptchaTwice(typed(), typed())
            }
            Stage::Terms => Request::TermsAccepted(legal::shelf().versions(views.applicant.language)),
            Stage::Codes { mobile, .. } => {
                let channel = if mobile.proven.is_none() {
                    Channel::Sms
                } else {
                    Channel::Email
                };
                self.contact_code(channel, person).await?
            }
            Stage::Questions => match &views.applicant.step {
                ApplicantStep::Enrol { catalogue, count } => {
                    let count = usize::try_from(*count).ok()?;
                    let chosen = catalogue.iter().copied().zip(person.answers_anew());
                    Request::Enrol(chosen.take(count).collect())
                }
                _ => return None,
            },
            Stage::Review if person.goes_back() => Request::Back,
            Stage::Review => Request::Register,
        })
    }

    async fn contact_code(&self, channel: Channel, person: &Newcomer) -> Option<Request> {
        let [sms, email] = &person.seen;
        let seen = if channel == Channel::Sms { sms } else { email };
        let code = self.code(&person.contact(channel), seen.as_ref()).await?;
        let digits = u8::try_from(self.desk.policy().code.digits).ok()?;
        let code = TypedCode::parse(code.expose_secret(), digits).ok()?;
        Some(Request::ContactCode { channel, code })
    }
}

impl Newcomer {
    fn contact(&self, channel: Channel) -> Contact {
        match channel {
            Channel::Sms => Contact::Mobile(self.mobile),
            Channel::Email => Contact::Email(self.email.clone()),
        }
    }

    /// A name, and another one where it is asked for again.
    fn name(&mut self) -> Option<Username> {
        let name = Username::parse(&format!("{NAME}{}n{}", self.mark, self.names)).ok();
        self.names += 1;
        name
    }

    fn answers_anew(&self) -> impl Iterator<Item = Secret> + use<> {
        let mark = self.mark;
        ["oil", "wick", "glass"]
            .into_iter()
            .map(move |word| Secret::from(format!("{ANSWER} {word} {mark}")))
    }

    /// What the owner of an account answers.
    fn known(&self, count: usize) -> Vec<Secret> {
        let known = self.answers.iter().map(String::as_str);
        let answers = known.chain(std::iter::repeat(ANSWER)).take(count);
        answers.map(Secret::from).collect()
    }

    /// Once.
    fn goes_back(&mut self) -> bool {
        self.plan == Plan::GoesBack && std::mem::replace(&mut self.stays, 0) > 0
    }
}
