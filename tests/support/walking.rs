//! The ways through all flows, step by step: what leads on from each step, and a wrong try that counts there.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::desk::{ClerkStep, Reply, Request, Stage};
use istiada::domain::fact::Flow;
use istiada::domain::language::Language;
use istiada::domain::message::Channel;
use istiada::domain::recovery::DocumentSeen;
use istiada::domain::secret::Secret;

use crate::counter::{Counter, NEW_PASSWORD, NEW_USERNAME, answers, claim, identity, wrong_answers};
use crate::newcomer::newcomer;

/// Who recovers, and who registers.
pub const OWNER: u32 = 1;
pub const NEWCOMER: u32 = 5;

/// Each flow, and how many steps it has from the document to its end.
pub const WAYS: [(Flow, usize); 3] = [
    (Flow::ForgottenPassword, 7),
    (Flow::ForgottenUsername, 7),
    (Flow::NewUser, 14),
];

/// What leads on from where a visit stands; nothing where it is over.
pub fn next(counter: &Counter, reply: &Reply) -> Option<Request> {
    let view = &reply.views.clerk;
    let number = identity(OWNER);
    let read = || Secret::from(counter.painter.label().characters());
    Some(match &view.step {
        _ if view.flow == Flow::NewUser => return newcomer(NEWCOMER).next(counter, reply),
        ClerkStep::Document => Request::DocumentSeen(DocumentSeen::parse(number.kind(), number.last_four()).unwrap()),
        ClerkStep::Captcha(_) => Request::Captcha(read()),
        ClerkStep::Identity => Request::Identity(claim(OWNER, OWNER)),
        ClerkStep::Questions { .. } => Request::Answers(answers(OWNER)),
        ClerkStep::Code(_) => Request::Code(counter.sent_code(view.visit)),
        ClerkStep::Password => Request::Password {
            password: Secret::from(NEW_PASSWORD),
            repeat: Secret::from(NEW_PASSWORD),
        },
        ClerkStep::UsernameChoice => {
            Request::TakeUsername(istiada::domain::applicant::Username::parse(NEW_USERNAME).unwrap())
        }
        _ => return None,
    })
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

/// Opens a visit and goes on by so many steps, with a wrong try at the last of them where one counts there.
pub async fn reach(counter: &Counter, flow: Flow, steps: usize) -> Reply {
    let mut reply = counter.desk.open_visit(flow, Language::ARABIC).await.unwrap();
    let visit = reply.views.clerk.visit;
    for _ in 0..steps {
        reply = counter.ask(visit, next(counter, &reply).unwrap()).await;
        assert_eq!(reply.refusal, None);
    }
    if let Some(wrong) = slip(counter, &reply) {
        reply = counter.ask(visit, wrong).await;
        assert!(reply.refusal.is_some());
    }
    reply
}

/// Goes on to the end, or to where nothing leads on.
pub async fn finish(counter: &Counter, mut reply: Reply) -> Reply {
    let visit = reply.views.clerk.visit;
    for _ in 0..20 {
        let Some(request) = next(counter, &reply) else { break };
        reply = counter.ask(visit, request).await;
    }
    reply
}

/// The name of a step, without what changes while it lasts.
pub fn name(step: &ClerkStep) -> String {
    let shown = match step {
        ClerkStep::Registering(stage) => format!("{stage:?}"),
        step => format!("{step:?}"),
    };
    shown.chars().take_while(|letter| letter.is_alphanumeric()).collect()
}
