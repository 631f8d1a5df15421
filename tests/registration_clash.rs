//! A registration that meets an account: the owner is led on to the account's questions, everybody else to the closing
//! sentence; of two visits that race for a value one wins.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;

use counter::{Counter, MINUTE, answers, identity, mobile, username, wrong_answers};
use istiada::desk::{ClerkStep, DeskError, Reply, Request, Stage};
use istiada::domain::account::Account;
use istiada::domain::applicant::Email;
use istiada::domain::fact::{Ending, Fact, Flow};
use istiada::domain::language::Language;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::questions::AnswersRefusal;
use istiada::domain::recovery::username::UsernameRefusal;
use istiada::port::{Lookup, Store};
use newcomer::{Newcomer, at_codes, at_review, counter_with, newcomer, roll, shown_username};

fn is_closed(reply: &Reply) -> bool {
    let closed = matches!(reply.views.clerk.step, ClerkStep::Ended { ending: Ending::Closed });
    closed && reply.refusal.is_none()
}

/// The owner of account 1, who says that they have none.
fn owner() -> Newcomer {
    newcomer(1)
}

/// The questions of an account that a registration met.
async fn met(counter: &Counter, person: &Newcomer) -> Reply {
    let reply = person.register(counter).await;
    assert!(
        matches!(
            reply.views.clerk.step,
            ClerkStep::Questions {
                count: 3,
                missed: 0,
                ..
            }
        ),
        "{:?}",
        reply.views.clerk.step
    );
    reply
}

#[tokio::test]
async fn the_owner_answers_the_questions_and_then_chooses() {
    let counter = counter_with(&[1]);
    let before = counter.account(1);
    let visit = met(&counter, &owner()).await.views.clerk.visit;
    let reply = counter.ask(visit, Request::Answers(answers(1))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::UsernameChoice));
    let record = serde_json::to_string(&counter.memory.visit(visit).unwrap().unwrap().record).unwrap();
    assert!(!record.contains(owner().email.as_str()) && !record.contains(&owner().password));
    let reply = counter.ask(visit, Request::ShowUsername).await;
    assert_eq!(shown_username(&reply), Some(username(1)));
    assert_eq!(counter.account(1), before, "typed password, email and name are dropped");
}

#[tokio::test]
async fn the_owner_takes_a_new_name_for_the_same_account() {
    let counter = counter_with(&[1]);
    let before = counter.account(1);
    let visit = met(&counter, &owner()).await.views.clerk.visit;
    counter.ask(visit, Request::Answers(answers(1))).await;
    let reply = counter.ask(visit, Request::TakeUsername(owner().username)).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Done { .. }));
    let expected = Account {
        username: owner().username,
        ..before
    };
    assert_eq!(counter.account(1), expected);
}

#[tokio::test]
async fn a_code_that_was_typed_too_long_ago_is_asked_again() {
    let counter = counter_with(&[1]);
    let visit = met(&counter, &owner()).await.views.clerk.visit;
    counter.clock.pass(5 * MINUTE);
    let reply = counter.ask(visit, Request::Answers(answers(1))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Code(_)));
    let all = counter.all_codes(visit);
    assert_eq!(all.len(), 3, "two for the registration, one now");
    let reply = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::UsernameChoice));
    // No two codes of a visit have the same number.
    let mut numbers: Vec<u8> = counter
        .facts()
        .iter()
        .filter_map(|fact| match fact {
            Fact::ContactCodeRequested { number, .. } | Fact::CodeRequested { number, .. } => Some(*number),
            _ => None,
        })
        .collect();
    numbers.dedup();
    assert_eq!(numbers, [1, 2, 3]);
}

#[tokio::test]
async fn a_choice_that_grew_stale_needs_a_new_code() {
    let counter = counter_with(&[1]);
    let visit = met(&counter, &owner()).await.views.clerk.visit;
    counter.clock.pass(4 * MINUTE);
    let reply = counter.ask(visit, Request::Answers(answers(1))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::UsernameChoice));
    counter.clock.pass(MINUTE);
    let reply = counter.ask(visit, Request::ShowUsername).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Code(_)));
    counter.ask(visit, Request::Resend).await;
    let reply = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::UsernameChoice));
}

#[tokio::test]
async fn wrong_answers_end_there_and_count_as_in_a_recovery() {
    let counter = counter_with(&[1]);
    let not_matched = Some(Refusal::Answers(AnswersRefusal::NotMatched));
    for round in 1..=6 {
        let visit = met(&counter, &owner()).await.views.clerk.visit;
        assert_eq!(
            counter.ask(visit, Request::Back).await.refusal,
            Some(Refusal::NotNow),
            "the identity was proven already"
        );
        let reply = counter.ask(visit, Request::Answers(wrong_answers())).await;
        assert_eq!(reply.refusal, not_matched);
        if round == 6 {
            // The fifth wrong round paused the account: nothing opens it now, and nothing says so.
            let reply = counter.ask(visit, Request::Answers(answers(1))).await;
            assert_eq!(reply.refusal, not_matched);
        }
        counter.desk.next_visitor(visit).await.unwrap();
    }
}

#[tokio::test]
async fn an_account_without_questions_is_met_by_decoys() {
    let counter = counter_with(&[1]);
    let mut account = counter.account(1);
    account.questions.clear();
    counter.put(account);
    let visit = met(&counter, &owner()).await.views.clerk.visit;
    for _ in 0..2 {
        let reply = counter.ask(visit, Request::Answers(answers(1))).await;
        assert_eq!(reply.refusal, Some(Refusal::Answers(AnswersRefusal::NotMatched)));
    }
    assert!(is_closed(&counter.ask(visit, Request::Answers(answers(1))).await));
}

/// Somebody else's identity (the registry has the mobile as that person's, the account does not): up to the clash every
/// view, every refusal and every fact is that of a free identity.
#[tokio::test]
async fn somebody_elses_identity_with_a_mobile_of_ones_own_learns_nothing() {
    let (with, without) = (counter_with(&[1]), counter_with(&[]));
    // As many frames in both, so that only the account differs.
    without.put(counter::account(30, without.hasher.as_ref()));
    let mut person = newcomer(1);
    person.mobile = mobile(101);
    let mut replies = Vec::new();
    for counter in [&with, &without] {
        let reply = counter.desk.open_visit(Flow::NewUser, Language::ARABIC).await.unwrap();
        replies.push(reply);
    }
    let mut steps = 0;
    loop {
        let [one, other] = [&replies[0], &replies[1]].map(|reply| (format!("{:?}", reply.views), &reply.refusal));
        if is_closed(&replies[0]) {
            break;
        }
        assert_eq!(one, other);
        steps += 1;
        let requests = [
            person.next(&with, &replies[0]).unwrap(),
            person.next(&without, &replies[1]).unwrap(),
        ];
        let mut next = Vec::new();
        for ((counter, request), reply) in [&with, &without].into_iter().zip(requests).zip(&replies) {
            let visit = reply.views.clerk.visit;
            next.push(counter.desk.request(visit, request).await.unwrap());
        }
        replies = next;
    }
    assert_eq!(steps, 11, "the clash shows after both codes, not before");
    assert!(matches!(
        replies[1].views.clerk.step,
        ClerkStep::Registering(Stage::Questions)
    ));
    assert_eq!(with.account(1), counter::account(1, with.hasher.as_ref()));
    assert!(with.memory.find(Lookup::Mobile(&mobile(101))).unwrap().is_none());
}

#[tokio::test]
async fn a_mobile_or_an_email_of_another_account_ends_with_the_closing_sentence() {
    let counter = counter_with(&[1]);
    // The registry has the mobile as the newcomer's by now; the account still has it.
    let mut moved = roll([5]);
    moved.people[0].mobiles[0].mobile = mobile(1);
    counter.registry.replace(moved);
    let mut person = newcomer(5);
    person.mobile = mobile(1);
    assert!(is_closed(&person.register(&counter).await));
    counter.registry.replace(roll(1..=40));
    let mut person = newcomer(5);
    person.email = Email::parse("NOURA.1@example.org").unwrap();
    assert!(is_closed(&person.register(&counter).await));
    assert!(counter.memory.find(Lookup::Identity(&identity(5))).unwrap().is_none());
}

#[tokio::test]
async fn whoever_tries_many_identities_is_paused_with_the_desk() {
    let people: Vec<u32> = (1..=12).collect();
    let counter = counter_with(&people);
    for number in 1..=10 {
        let mut person = newcomer(number);
        person.mobile = mobile(100 + number);
        assert!(is_closed(&person.register(&counter).await), "{number}");
    }
    let opened = counter.desk.open_visit(Flow::NewUser, Language::ARABIC).await;
    assert!(matches!(opened, Err(DeskError::Paused { .. })));
}

#[tokio::test]
async fn a_visit_that_is_open_when_the_desk_pauses_stops_at_the_identity() {
    let people: Vec<u32> = (1..=12).collect();
    let counter = counter_with(&people);
    let waiting = newcomer(20);
    let personal = |step: &ClerkStep| matches!(step, ClerkStep::PersonalData { .. });
    let reply = waiting.reach(&counter, personal).await;
    for number in 1..=10 {
        let mut person = newcomer(number);
        person.mobile = mobile(100 + number);
        person.register(&counter).await;
    }
    let visit = reply.views.clerk.visit;
    let paused = counter.desk.request(visit, waiting.personal()).await;
    assert!(matches!(paused, Err(DeskError::Paused { .. })));
    counter.clock.pass(5 * MINUTE);
    let reply = waiting.until(&counter, &counter.desk, reply, at_codes).await;
    assert!(at_codes(&reply.views.clerk.step));
}

/// Two people at two desks, both at the review; `meet` makes them want the same value.
async fn race(meet: impl Fn(&mut Newcomer)) -> (Counter, Reply, Newcomer) {
    let counter = counter_with(&[]);
    let second = counter.second();
    let (first, mut other) = (newcomer(5), newcomer(6));
    meet(&mut other);
    let one = first.reach(&counter, at_review).await;
    if other.mobile == first.mobile {
        // The mobile changed hands between the two.
        let mut moved = roll([6]);
        moved.people[0].mobiles[0].mobile = other.mobile;
        counter.registry.replace(moved);
    }
    let two = other.reach_at(&counter, &second, at_review).await;
    assert!(at_review(&one.views.clerk.step) && at_review(&two.views.clerk.step));
    let won = counter.ask(one.views.clerk.visit, Request::Register).await;
    assert!(matches!(won.views.clerk.step, ClerkStep::Done { .. }));
    let winner = counter.account(5);
    let lost = second.request(two.views.clerk.visit, Request::Register).await.unwrap();
    assert_eq!(counter.account(5), winner);
    let made = |fact: &&Fact| matches!(fact, Fact::AccountRegistered { .. });
    assert_eq!(counter.facts().iter().filter(made).count(), 1);
    (counter, lost, other)
}

#[tokio::test]
async fn who_loses_the_user_name_is_told_and_takes_another() {
    let name = newcomer(5).username;
    let (counter, lost, mut other) = race(|other| other.username = name.clone()).await;
    assert_eq!(lost.refusal, Some(Refusal::Username(UsernameRefusal::Taken)));
    assert!(matches!(lost.views.clerk.step, ClerkStep::Registering(Stage::Username)));
    other.username = newcomer(6).username;
    // A desk that opens ends what others left open; this one was open before.
    let visit = lost.views.clerk.visit;
    let mut reply = lost;
    let mut steps = Vec::new();
    while let Some(request) = other.next(&counter, &reply) {
        steps.push(format!("{request:?}").split('(').next().unwrap_or_default().to_owned());
        reply = counter.ask(visit, request).await;
    }
    assert!(matches!(reply.views.clerk.step, ClerkStep::Done { .. }), "{steps:?}");
    assert_eq!(steps.len(), 5, "name, password, email, language, review: {steps:?}");
    assert_eq!(counter.account(6).username, newcomer(6).username);
}

#[tokio::test]
async fn who_loses_mobile_email_or_identity_meets_the_closing_sentence() {
    let first = newcomer(5);
    let (counter, lost, _) = race(|other| other.mobile = first.mobile).await;
    assert!(is_closed(&lost));
    assert!(counter.memory.find(Lookup::Identity(&identity(6))).unwrap().is_none());
    let (counter, lost, _) = race(|other| other.email = first.email.clone()).await;
    assert!(is_closed(&lost));
    assert!(counter.memory.find(Lookup::Identity(&identity(6))).unwrap().is_none());
    let second = |other: &mut Newcomer| {
        other.identity = first.identity;
        other.mobile = mobile(105);
    };
    let (counter, lost, _) = race(second).await;
    assert!(is_closed(&lost));
    assert_eq!(counter.account(5).username, first.username);
}

/// Both commits at the same time, from two threads: whatever the order, one wins.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_commits_at_once_make_one_account() {
    for _ in 0..20 {
        let counter = counter_with(&[]);
        let second = counter.second();
        let (first, mut other) = (newcomer(5), newcomer(6));
        other.username = first.username.clone();
        let one = first.reach(&counter, at_review).await.views.clerk.visit;
        let two = other.reach_at(&counter, &second, at_review).await.views.clerk.visit;
        let (one, two) = tokio::join!(
            counter.desk.request(one, Request::Register),
            second.request(two, Request::Register),
        );
        let replies = [one.unwrap(), two.unwrap()];
        let won = |reply: &&Reply| matches!(reply.views.clerk.step, ClerkStep::Done { .. });
        assert_eq!(replies.iter().filter(won).count(), 1);
        let told = |reply: &&Reply| reply.refusal == Some(Refusal::Username(UsernameRefusal::Taken));
        assert_eq!(replies.iter().filter(told).count(), 1);
    }
}
