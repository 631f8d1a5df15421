//! Nobody at the desk learns whether an account is there: known people who answer wrongly, and everyone who must look
//! like them, meet the same screens, the same refusals and the same records. `unknown_times.rs` has the time.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/trying.rs"]
mod trying;

use counter::{Counter, MINUTE, account, answers, identity, mobile, username, wrong_answers};
use istiada::desk::{Reply, Request};
use istiada::domain::account::Account;
use istiada::domain::fact::{Fact, Flow};
use istiada::domain::hash::Hasher;
use istiada::domain::id::VisitId;
use istiada::domain::message::{Delivery, GatewayFault};
use istiada::domain::presence::AttestationReason;
use istiada::domain::recovery::identity::{Claim, Identifier};
use istiada::port::{Change, Frame, GatewayState};
use trying::patient;

/// People whom a desk must not tell apart. Each is made in a store of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Person {
    KnownWithWrongAnswers,
    KnownByUsername,
    WrongMobile,
    UnknownIdentity,
    UnknownUsername,
    UsernameOfAnotherDocument,
    /// Gives the right answers.
    Paused,
    /// Gives the right answers.
    CodesSpent,
    WithoutQuestions,
}

const EVERYBODY: [Person; 9] = [
    Person::KnownWithWrongAnswers,
    Person::KnownByUsername,
    Person::WrongMobile,
    Person::UnknownIdentity,
    Person::UnknownUsername,
    Person::UsernameOfAnotherDocument,
    Person::Paused,
    Person::CodesSpent,
    Person::WithoutQuestions,
];

impl Person {
    fn claim(self) -> Claim {
        let (number, name) = (Identifier::Number(identity(1)), Identifier::Name(username(1)));
        let (identifier, mobile) = match self {
            Self::KnownByUsername => (name, mobile(1)),
            Self::WrongMobile => (number, mobile(2)),
            Self::UnknownUsername => (Identifier::Name(username(7)), mobile(1)),
            Self::UsernameOfAnotherDocument => (Identifier::Name(username(2)), mobile(2)),
            _ => (number, mobile(1)),
        };
        Claim { identifier, mobile }
    }

    fn answers(self) -> Vec<istiada::domain::secret::Secret> {
        match self {
            Self::Paused | Self::CodesSpent => answers(1),
            _ => wrong_answers(),
        }
    }

    fn account(self, hasher: &dyn Hasher) -> Option<Account> {
        let mut account = account(1, hasher);
        match self {
            Self::UnknownIdentity => return None,
            Self::WithoutQuestions => account.questions.clear(),
            _ => {}
        }
        Some(account)
    }

    /// A counter at which this person has stood before where that matters. Nothing of it is left but the counters.
    async fn counter(self) -> Counter {
        let counter = Counter::under(patient(), &[]);
        counter.put(account(2, counter.hasher.as_ref()));
        if let Some(account) = self.account(counter.hasher.as_ref()) {
            counter.put(account);
        }
        match self {
            Self::Paused => trying::rounds(&counter, 5).await,
            Self::CodesSpent => {
                for _ in 0..10 {
                    counter.sign_in(1, "Wrong-Pass1").await;
                }
            }
            _ => {}
        }
        counter
    }
}

/// A whole try: up to the questions, and rounds until the visit is over.
async fn try_it(counter: &Counter, person: Person, rounds: usize) -> (VisitId, Vec<Reply>) {
    try_as(Flow::ForgottenPassword, counter, person, rounds, None).await
}

/// The same; the clerk attests that somebody is there, where a reason for it is given.
async fn try_as(
    flow: Flow,
    counter: &Counter,
    person: Person,
    rounds: usize,
    attested: Option<AttestationReason>,
) -> (VisitId, Vec<Reply>) {
    let visit = counter.open_in(flow).await.unwrap();
    counter.document(visit, 1).await;
    match attested {
        None => counter.captcha(visit).await,
        Some(reason) => counter.ask(visit, Request::Attested(reason)).await,
    };
    let mut replies = vec![counter.ask(visit, Request::Identity(person.claim())).await];
    for _ in 0..rounds {
        replies.push(counter.ask(visit, Request::Answers(person.answers())).await);
    }
    (visit, replies)
}

/// What a reply shows, without what differs from visit to visit (names, moments, masks) and the questions themselves.
fn shown(reply: &Reply) -> String {
    let mut views = reply.views.clone();
    let masked = views.clerk.masked.take().is_some();
    let mut applicant = format!("{:?}", views.applicant);
    if let istiada::desk::ApplicantStep::Questions { questions, .. } = &views.applicant.step {
        let distinct: std::collections::BTreeSet<_> = questions.iter().collect();
        assert_eq!(distinct.len(), questions.len(), "no question is asked twice");
        applicant = applicant.replace(&format!("{questions:?}"), &format!("{} questions", questions.len()));
    }
    let (kind, step) = (views.clerk.kind, views.clerk.step);
    format!("{kind:?} {masked} {step:?} {applicant} {:?}", reply.refusal)
}

/// What a frame holds, by kind.
fn recorded(frame: &Frame) -> Vec<String> {
    let facts = frame.commit.entries.iter().map(|entry| {
        let fact = serde_json::to_value(&entry.fact).unwrap();
        let name = fact
            .as_str()
            .map(str::to_owned)
            .or_else(|| Some(fact.as_object()?.keys().next()?.clone()));
        format!("{} by {:?}", name.unwrap(), entry.clerk.is_some())
    });
    let changes = frame.commit.changes.iter().map(|change| match change {
        Change::Account { .. } => "account".to_owned(),
        Change::Visit { version, .. } => format!("visit {version:?}"),
        Change::VisitGone { version, .. } => format!("visit gone {version:?}"),
        Change::Tally { key, .. } => format!("tally {:?}", key.kind),
        Change::Staff { .. } | Change::SetUp { .. } => "staff".to_owned(),
        Change::MobileChange { .. } => "mobile change".to_owned(),
        Change::Message { message, version } => {
            let delivery = match &message.delivery {
                Delivery::Sent { .. } => "sent".to_owned(),
                other => serde_json::to_value(other).unwrap().to_string(),
            };
            format!("message {version:?} {:?} {delivery}", message.to.channel())
        }
    });
    facts.chain(changes).collect()
}

#[tokio::test]
async fn everybody_meets_the_same_screens_refusals_and_records() {
    meet_the_same(Flow::ForgottenPassword, &EVERYBODY, None).await;
}

#[tokio::test]
async fn everybody_does_so_for_whom_the_clerk_attests() {
    meet_the_same(
        Flow::ForgottenPassword,
        &EVERYBODY,
        Some(AttestationReason::CannotReadLatin),
    )
    .await;
}

#[tokio::test]
async fn everybody_does_so_who_has_forgotten_the_user_name() {
    let mut numbered = EVERYBODY.to_vec();
    numbered.retain(|person| matches!(person.claim().identifier, Identifier::Number(_)));
    assert_eq!(numbered.len(), 6);
    meet_the_same(Flow::ForgottenUsername, &numbered, None).await;
}

async fn meet_the_same(flow: Flow, people: &[Person], attested: Option<AttestationReason>) {
    let mut expected: Option<(Vec<String>, Vec<Vec<String>>)> = None;
    for person in people.iter().copied() {
        let counter = person.counter().await;
        let before = counter.frames().len();
        let (visit, replies) = try_as(flow, &counter, person, 3, attested).await;
        counter.desk.next_visitor(visit).await.unwrap();
        counter.desk.outbox().send_due().await.unwrap();
        let told = |reply: &Reply| {
            let moments = reply.views.clerk.started.as_millis().to_string();
            shown(reply).replace(&moments, "then")
        };
        let screens: Vec<_> = replies.iter().map(told).collect();
        let frames: Vec<_> = counter.frames()[before..]
            .iter()
            .map(recorded)
            // The notice of the pause that led up to this goes out now.
            .filter(|frame| person != Person::Paused || !frame.iter().any(|part| part.starts_with("message-moved")))
            .collect();
        let (same_screens, same_frames) = expected.get_or_insert((screens.clone(), frames.clone()));
        assert_eq!(screens, *same_screens, "{person:?}");
        assert_eq!(frames, *same_frames, "{person:?}");
    }
    let (screens, frames) = expected.unwrap();
    assert_eq!(screens.len(), 4);
    assert!(screens[3].contains("Closed"), "{}", screens[3]);
    assert!(frames.len() >= 8);
}

#[tokio::test]
async fn the_pause_of_an_account_and_of_nobody_leave_the_same_records_the_notice_included() {
    for down in [false, true] {
        let mut expected: Option<Vec<Vec<String>>> = None;
        for person in [
            Person::KnownWithWrongAnswers,
            Person::UnknownIdentity,
            Person::WrongMobile,
        ] {
            let counter = person.counter().await;
            let before = counter.frames().len();
            if down {
                counter.sms.set_state(GatewayState::Down(GatewayFault::NotReached));
            }
            let mut outbox = counter.desk.outbox();
            for rounds in [3, 3] {
                let (visit, _) = try_it(&counter, person, rounds).await;
                outbox.send_due().await.unwrap();
                counter.desk.next_visitor(visit).await.unwrap();
            }
            counter.clock.pass(MINUTE);
            counter.sms.set_state(GatewayState::Ready);
            outbox.send_due().await.unwrap();
            let frames: Vec<_> = counter.frames()[before..].iter().map(recorded).collect();
            assert!(frames.iter().flatten().any(|part| part.starts_with("recovery-paused")));
            assert_eq!(
                frames,
                *expected.get_or_insert(frames.clone()),
                "{person:?} down: {down}"
            );
            let told = counter.sms.drain();
            let owner = person == Person::KnownWithWrongAnswers;
            assert_eq!(
                told.len(),
                usize::from(owner),
                "{person:?}: a notice to nobody is handed to no gateway"
            );
        }
    }
}

#[tokio::test]
async fn the_status_line_says_nothing_about_it() {
    let mut expected = None;
    for person in EVERYBODY {
        let counter = person.counter().await;
        // What it took to get there is behind us.
        counter.desk.outbox().send_due().await.unwrap();
        counter.clock.pass(MINUTE);
        let mut seen = Vec::new();
        let (visit, _) = try_it(&counter, person, 3).await;
        seen.push(counter.desk.status().await.unwrap());
        counter.desk.next_visitor(visit).await.unwrap();
        let (visit, _) = try_it(&counter, person, 2).await;
        counter.clock.pass(MINUTE);
        seen.push(counter.desk.status().await.unwrap());
        counter.desk.outbox().send_due().await.unwrap();
        counter.clock.pass(MINUTE);
        seen.push(counter.desk.status().await.unwrap());
        counter.desk.next_visitor(visit).await.unwrap();
        assert_eq!(seen, *expected.get_or_insert(seen.clone()), "{person:?}");
        assert!(seen.iter().all(|status| status.waiting == 0));
    }
}

#[tokio::test]
async fn frames_are_of_one_length_but_for_what_differs_between_any_two_people() {
    // Names are sixteen random bytes, written as numbers of one to three digits: hence the slack.
    let mut lengths = Vec::new();
    for person in [Person::KnownWithWrongAnswers, Person::UnknownIdentity] {
        let mut total = 0;
        for _ in 0..8 {
            let counter = person.counter().await;
            let before = counter.frames().len();
            let (visit, _) = try_it(&counter, person, 3).await;
            counter.desk.next_visitor(visit).await.unwrap();
            let length = |frame: &Frame| serde_json::to_vec(&frame.commit).unwrap().len();
            total += counter.frames()[before..].iter().map(length).sum::<usize>();
        }
        lengths.push(total / 8);
    }
    assert!(lengths[0].abs_diff(lengths[1]) * 50 < lengths[0], "{lengths:?}");
}

#[tokio::test]
async fn a_paused_account_is_asked_its_own_questions_and_none_of_its_answers_match() {
    let counter = Person::Paused.counter().await;
    let (_, replies) = try_it(&counter, Person::Paused, 3).await;
    let istiada::desk::ApplicantStep::Questions { questions, .. } = &replies[0].views.applicant.step else {
        panic!("questions are asked")
    };
    let own: Vec<_> = counter
        .account(1)
        .questions
        .iter()
        .map(|enrolled| enrolled.question)
        .collect();
    assert_eq!(
        *questions, own,
        "questions that suddenly differ would tell that the account is there, and paused"
    );
    assert!(
        !counter
            .facts()
            .iter()
            .any(|fact| matches!(fact, Fact::AnswersMatched { .. }))
    );
}

#[tokio::test]
async fn decoys_stay_the_same_for_a_pair_and_differ_between_pairs() {
    let counter = Counter::under(patient(), &[1]);
    let asked = async |number, of| match counter.questions(number, of).await.1.views.applicant.step {
        istiada::desk::ApplicantStep::Questions { questions, .. } => questions,
        other => panic!("questions are asked, not {other:?}"),
    };
    assert_eq!(asked(50, 50).await, asked(50, 50).await);
    let mut rows = std::collections::BTreeSet::new();
    for number in 50..60 {
        rows.insert(asked(number, number).await);
    }
    assert!(rows.len() > 5);
}

#[tokio::test]
async fn the_own_account_of_the_clerk_is_as_good_as_unknown_by_user_name() {
    let counter = Counter::under(patient(), &[]);
    let mut own = account(1, counter.hasher.as_ref());
    own.identity = counter.desk.staff().unwrap().identity;
    counter.put(own.clone());
    let visit = counter.open().await.unwrap();
    counter.document(visit, 99_999_999).await;
    counter.captcha(visit).await;
    let claim = |identifier| {
        Request::Identity(Claim {
            identifier,
            mobile: own.mobile,
        })
    };
    let by_number = counter
        .desk
        .request(visit, claim(Identifier::Number(own.identity)))
        .await;
    assert!(matches!(by_number, Err(istiada::desk::DeskError::OwnIdentity)));
    counter.ask(visit, claim(Identifier::Name(own.username.clone()))).await;
    let reply = counter.ask(visit, Request::Answers(answers(1))).await;
    assert!(reply.refusal.is_some(), "staff never serve themselves");
}

#[tokio::test]
async fn the_sign_in_card_leaves_the_same_records_for_known_and_unknown_user_names() {
    let counter = Counter::under(patient(), &[1]);
    let mut kinds = Vec::new();
    for number in [1, 2] {
        let before = counter.frames().len();
        for _ in 0..12 {
            assert!(!counter.sign_in(number, "Wrong-Pass1").await);
        }
        kinds.push(counter.frames()[before..].iter().map(recorded).collect::<Vec<_>>());
    }
    assert_eq!(kinds[0], kinds[1]);
}
