//! The ways through all flows, step by step: what leads on from each step, and a wrong try that counts there.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::desk::{ClerkStep, Reply, Request, Stage};
use istiada::domain::applicant::Username;
use istiada::domain::fact::Flow;
use istiada::domain::language::Language;
use istiada::domain::message::Channel;
use istiada::domain::recovery::DocumentSeen;
use istiada::domain::secret::Secret;

use crate::counter::{Counter, answers, claim, identity, wrong_answers};
use crate::newcomer::newcomer;

/// Who recovers.
pub const OWNER: u32 = 1;

/// Each flow, and how many steps it has from the document to its end.
pub const WAYS: [(Flow, usize); 3] = [
    (Flow::ForgottenPassword, 7),
    (Flow::ForgottenUsername, 7),
    (Flow::NewUser, 14),
];

/// Somebody's way through a flow. What they choose for themselves follows from the serial number, and so does who
/// registers.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    pub flow: Flow,
    pub serial: u32,
}

impl Walk {
    /// The number of the person.
    pub const fn person(self) -> u32 {
        match self.flow {
            Flow::NewUser => self.serial,
            Flow::ForgottenPassword | Flow::ForgottenUsername | Flow::Supervised => OWNER,
        }
    }

    pub fn password(self) -> String {
        format!("Tamar-wa-Laban7-{}", self.serial)
    }

    pub fn username(self) -> Username {
        Username::parse(&format!("Newname{:06}", self.serial)).unwrap()
    }

    /// What leads on from where a visit stands; nothing where it is over. Codes that are too old are sent again.
    pub fn next(self, counter: &Counter, reply: &Reply) -> Option<Request> {
        let view = &reply.views.clerk;
        let (number, now) = (identity(OWNER), counter.desk.now());
        Some(match &view.step {
            ClerkStep::Registering(Stage::Codes { mobile, email }) => {
                let (channel, contact) = match mobile.proven {
                    None => (Channel::Sms, mobile),
                    Some(_) => (Channel::Email, email),
                };
                if now >= contact.code.expires {
                    return Some(Request::ResendTo(channel));
                }
                return newcomer(self.serial).next(counter, reply);
            }
            _ if view.flow == Flow::NewUser => return newcomer(self.serial).next(counter, reply),
            ClerkStep::Document => {
                Request::DocumentSeen(DocumentSeen::parse(number.kind(), number.last_four()).unwrap())
            }
            ClerkStep::Captcha(_) => Request::Captcha(Secret::from(counter.painter.label().characters())),
            ClerkStep::Identity => Request::Identity(claim(OWNER, OWNER)),
            ClerkStep::Questions { .. } => Request::Answers(answers(OWNER)),
            ClerkStep::Code(progress) if now >= progress.expires => Request::Resend,
            ClerkStep::Code(_) => Request::Code(counter.sent_code(view.visit)),
            ClerkStep::Password => Request::Password {
                password: Secret::from(self.password()),
                repeat: Secret::from(self.password()),
            },
            ClerkStep::UsernameChoice => Request::TakeUsername(self.username()),
            _ => return None,
        })
    }

    /// Opens a visit.
    pub async fn begin(self, counter: &Counter) -> Reply {
        counter.desk.open_visit(self.flow, Language::ARABIC).await.unwrap()
    }

    /// Opens a visit and goes on by so many steps, with a wrong try at the last of them where one counts there.
    pub async fn reach(self, counter: &Counter, steps: usize) -> Reply {
        let mut reply = self.begin(counter).await;
        let visit = reply.views.clerk.visit;
        for _ in 0..steps {
            reply = counter.ask(visit, self.next(counter, &reply).unwrap()).await;
            assert_eq!(reply.refusal, None);
        }
        if let Some(wrong) = slip(counter, &reply) {
            reply = counter.ask(visit, wrong).await;
            assert!(reply.refusal.is_some());
        }
        reply
    }

    /// Goes on to the end, or to where nothing leads on.
    pub async fn finish(self, counter: &Counter, mut reply: Reply) -> Reply {
        let visit = reply.views.clerk.visit;
        for _ in 0..20 {
            let Some(request) = self.next(counter, &reply) else {
                break;
            };
            reply = counter.ask(visit, request).await;
        }
        reply
    }
}

/// A wrong try at the step where a visit stands, where one counts there.
pub fn slip(counter: &Counter, reply: &Reply) -> Option<Request> {
    let visit = reply.views.clerk.visit;
    Some(match &reply.views.clerk.step {
        ClerkStep::Captcha(_) => Request::Captcha(Secret::from("wrong")),
        ClerkStep::Questions { .. } => Request::Answers(wrong_answers()),
        ClerkStep::Code(_) => Request::Code(counter.wrong_code(visit)),
        ClerkStep::Registering(Stage::Captcha(_)) => {
            Request::CaptchaTwice(Secret::from("wrong"), Secret::from("wrong"))
        }
        ClerkStep::Registering(Stage::Codes { mobile, .. }) => Request::ContactCode {
            channel: match mobile.proven {
                None => Channel::Sms,
                Some(_) => Channel::Email,
            },
            code: counter.wrong_code(visit),
        },
        _ => return None,
    })
}

/// The name of a step, without what changes while it lasts.
pub fn name(step: &ClerkStep) -> String {
    let shown = match step {
        ClerkStep::Registering(stage) => format!("{stage:?}"),
        step => format!("{step:?}"),
    };
    shown.chars().take_while(|letter| letter.is_alphanumeric()).collect()
}

/// What was spent at a step: images, rounds, codes and tries at them.
pub fn spent(step: &ClerkStep) -> String {
    match step {
        ClerkStep::Captcha(progress) | ClerkStep::Registering(Stage::Captcha(progress)) => {
            format!("image {}", progress.image)
        }
        ClerkStep::Questions { missed, .. } => format!("missed {missed}"),
        ClerkStep::Code(progress) => format!("left {} {}", progress.sends_left, progress.tries_left),
        ClerkStep::Registering(Stage::Codes { mobile, email }) => [mobile, email]
            .map(|contact| format!("left {} {}", contact.code.sends_left, contact.code.tries_left))
            .join(" "),
        _ => String::new(),
    }
}
