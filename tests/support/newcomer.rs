//! Somebody who registers at the counter of `counter.rs`: what they enter at each step, and the registry that knows them.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::desk::{ApplicantStep, ClerkStep, Desk, Reply, Request, Stage};
use istiada::domain::applicant::{Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use istiada::domain::code::TypedCode;
use istiada::domain::fact::Flow;
use istiada::domain::id::VisitId;
use istiada::domain::language::Language;
use istiada::domain::legal;
use istiada::domain::message::{Channel, Contact, MessageKind};
use istiada::domain::question::{Catalogue, QuestionId};
use istiada::domain::recovery::DocumentSeen;
use istiada::domain::registration::PersonalData;
use istiada::domain::registry::{Person, Registered, RegisteredMobile, Roll};
use istiada::domain::secret::{ExposeSecret, Secret};
use istiada::port::{Change, Codes, Version};

use crate::counter::{Counter, NEW_PASSWORD, identity, mobile};

/// What somebody enters who registers. Everything can be made to be another's.
#[derive(Clone, Debug)]
pub struct Newcomer {
    pub identity: IdentityNumber,
    pub mobile: Mobile,
    pub name: Option<PersonName>,
    pub expiry: Option<IdDate>,
    pub username: Username,
    pub password: String,
    pub email: Email,
}

/// The newcomer with this number; the accounts of `counter.rs` are others'.
pub fn newcomer(number: u32) -> Newcomer {
    Newcomer {
        identity: identity(number),
        mobile: mobile(number),
        name: None,
        expiry: None,
        username: Username::parse(&format!("Sara{number:06}")).unwrap(),
        password: NEW_PASSWORD.to_owned(),
        email: Email::parse(&format!("sara.{number}@example.org")).unwrap(),
    }
}

/// What a newcomer answers.
pub fn chosen(number: u32) -> Vec<(QuestionId, Secret)> {
    Catalogue::all()
        .take(3)
        .enumerate()
        .map(|(place, question)| (question, Secret::from(format!("new answer {place} of {number}"))))
        .collect()
}

/// A registry that holds everybody, and knows of these people that the mobiles of the same number and of that and a
/// hundred are theirs.
pub fn roll(numbers: impl IntoIterator<Item = u32>) -> Roll {
    let person = |number| Registered {
        number: identity(number),
        person: Person {
            name: Some(PersonName::parse("سارة العتيبي").unwrap()),
            kind: identity(number).kind(),
            expiry: Some(IdDate::parse("1450-01-01 H").unwrap()),
            active: true,
        },
        // Everybody has two mobiles.
        mobiles: [number, 100 + number].map(owned).to_vec(),
    };
    Roll {
        complete: true,
        people: numbers.into_iter().map(person).collect(),
    }
}

fn owned(number: u32) -> RegisteredMobile {
    RegisteredMobile {
        mobile: mobile(number),
        active: true,
        operator_approved: true,
    }
}

/// A counter with the accounts of `people`, whose registry knows everybody up to number 40.
pub fn counter_with(people: &[u32]) -> Counter {
    let counter = Counter::with(people);
    counter.registry.replace(roll(1..=40));
    counter
}

impl Newcomer {
    pub fn document(&self) -> Request {
        let seen = DocumentSeen::parse(self.identity.kind(), self.identity.last_four()).unwrap();
        Request::DocumentSeen(seen)
    }

    pub fn personal(&self) -> Request {
        Request::PersonalData(PersonalData {
            identity: self.identity,
            mobile: self.mobile,
            name: self.name.clone(),
            expiry: self.expiry,
        })
    }

    pub fn password(&self) -> Request {
        let password = Secret::from(self.password.as_str());
        Request::Password {
            repeat: password.clone(),
            password,
        }
    }

    pub fn email(&self) -> Request {
        Request::Email {
            email: self.email.clone(),
            repeat: self.email.clone(),
        }
    }

    /// What leads on from where the visit stands; nothing where it is over.
    pub fn next(&self, counter: &Counter, reply: &Reply) -> Option<Request> {
        let visit = reply.views.clerk.visit;
        Some(match &reply.views.clerk.step {
            ClerkStep::Document => self.document(),
            ClerkStep::Conditions { .. } => Request::ConditionsRead,
            ClerkStep::PersonalData { .. } => self.personal(),
            ClerkStep::Registering(stage) => match stage {
                Stage::Username => Request::Username(self.username.clone()),
                Stage::Password => self.password(),
                Stage::Email => self.email(),
                Stage::Language => Request::AccountLanguage(Language::ENGLISH),
                Stage::Captcha(_) => twice(counter),
                Stage::Terms => Request::TermsAccepted(legal::shelf().versions(Language::ARABIC)),
                Stage::Codes { mobile, .. } if mobile.proven.is_none() => code(counter, visit, Channel::Sms),
                Stage::Codes { .. } => code(counter, visit, Channel::Email),
                Stage::Questions => Request::Enrol(chosen(0)),
                Stage::Review => Request::Register,
            },
            _ => return None,
        })
    }

    /// Goes on until `there`, or until nothing leads on.
    pub async fn until(
        &self,
        counter: &Counter,
        desk: &Desk,
        mut reply: Reply,
        there: impl Fn(&ClerkStep) -> bool,
    ) -> Reply {
        for _ in 0..20 {
            if there(&reply.views.clerk.step) {
                return reply;
            }
            let Some(request) = self.next(counter, &reply) else {
                return reply;
            };
            reply = desk.request(reply.views.clerk.visit, request).await.unwrap();
        }
        panic!("nothing leads on from {:?}", reply.views.clerk.step);
    }

    /// Opens a visit and goes on until `there`.
    pub async fn reach(&self, counter: &Counter, there: impl Fn(&ClerkStep) -> bool) -> Reply {
        self.reach_at(counter, &counter.desk, there).await
    }

    /// The same at this desk.
    pub async fn reach_at(&self, counter: &Counter, desk: &Desk, there: impl Fn(&ClerkStep) -> bool) -> Reply {
        let reply = desk.open_visit(Flow::NewUser, Language::ARABIC).await.unwrap();
        self.until(counter, desk, reply, there).await
    }

    /// The whole way.
    pub async fn register(&self, counter: &Counter) -> Reply {
        self.reach(counter, |_| false).await
    }
}

pub fn at_codes(step: &ClerkStep) -> bool {
    matches!(step, ClerkStep::Registering(Stage::Codes { .. }))
}

pub fn at_review(step: &ClerkStep) -> bool {
    matches!(step, ClerkStep::Registering(Stage::Review))
}

/// What the image shows, twice.
pub fn twice(counter: &Counter) -> Request {
    let label = counter.painter.label();
    let typed = || Secret::from(label.characters());
    Request::CaptchaTwice(typed(), typed())
}

/// The newest code of a visit that went this way; a wrong one where there is none.
pub fn code(counter: &Counter, visit: VisitId, channel: Channel) -> Request {
    let text = codes(counter, visit, channel).pop().unwrap_or("000000".to_owned());
    Request::ContactCode {
        channel,
        code: TypedCode::parse(&text, 6).unwrap(),
    }
}

/// All codes of a visit that went this way, the newest last.
pub fn codes(counter: &Counter, visit: VisitId, channel: Channel) -> Vec<String> {
    sent(counter, visit, channel)
        .into_iter()
        .map(|(_, code)| code)
        .collect()
}

/// The same with where they went.
pub fn sent(counter: &Counter, visit: VisitId, channel: Channel) -> Vec<(Contact, String)> {
    let changes = counter.frames().into_iter().flat_map(|frame| frame.commit.changes);
    let requests = changes.filter_map(|change| match change {
        Change::Message {
            message,
            version: Version(0),
        } if message.to.channel() == channel => match message.kind {
            MessageKind::Code { code, .. } if code.visit == visit => Some((message.to, code)),
            _ => None,
        },
        _ => None,
    });
    requests
        .map(|(to, request)| (to, counter.keys.code(&request).secret().expose_secret().to_owned()))
        .collect()
}

/// The user name that the applicant is shown in the end.
pub fn shown_username(reply: &Reply) -> Option<Username> {
    match &reply.views.applicant.step {
        ApplicantStep::Done { username, .. } => username.clone(),
        _ => None,
    }
}
