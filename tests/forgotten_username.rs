//! The short way of a forgotten user name: it is seen or changed by its owner alone, it is in nobody's view or record
//! who must not have it, and asking whether a name is free tells no more than it must.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

use counter::{Counter, MINUTE, NEW_USERNAME, SECOND, identity, mobile, texts, username};
use istiada::desk::{ApplicantStep, ClerkStep, Reply, Request};
use istiada::domain::applicant::Username;
use istiada::domain::fact::{Ending, Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::identity::{Claim, Identifier, IdentityRefusal};
use istiada::domain::recovery::proven::Outcome;
use istiada::domain::recovery::username::UsernameRefusal;
use istiada::port::{Change, Lookup, Store};

fn name(text: &str) -> Username {
    Username::parse(text).unwrap()
}

fn refusal(reply: &Reply) -> Option<UsernameRefusal> {
    match &reply.refusal {
        None => None,
        Some(Refusal::Username(why)) => Some(*why),
        other => panic!("not about the name: {other:?}"),
    }
}

async fn take(counter: &Counter, visit: VisitId, text: &str) -> Reply {
    counter.ask(visit, Request::TakeUsername(name(text))).await
}

fn outcome(reply: &Reply) -> Option<Outcome> {
    match reply.views.clerk.step {
        ClerkStep::Done { outcome, .. } => Some(outcome),
        _ => None,
    }
}

#[tokio::test]
async fn the_name_is_shown_to_the_applicant_and_sent_to_the_mobile_on_the_account() {
    let counter = Counter::with(&[1]);
    let visit = counter.username_choice(1).await;
    let before = counter.account(1);
    counter.desk.outbox().send_due().await.unwrap();
    counter.sms.drain();
    let reply = counter.ask(visit, Request::ShowUsername).await;
    assert_eq!(outcome(&reply), Some(Outcome::UsernameShown));
    let ApplicantStep::Done {
        username: Some(shown), ..
    } = &reply.views.applicant.step
    else {
        panic!("the name is shown: {:?}", reply.views.applicant.step);
    };
    assert_eq!(shown.as_str(), username(1).as_str());
    assert_eq!(counter.account(1), before, "nothing of the account changes");
    counter.desk.outbox().send_due().await.unwrap();
    let sent = counter.sms.drain();
    assert_eq!(texts(&sent), [username(1).as_str()]);
    assert_eq!(sent[0].to, istiada::domain::message::Contact::Mobile(mobile(1)));
    assert_eq!(counter.email.drain().len(), 0);
    let facts = counter.facts();
    let account = before.id;
    assert!(facts.contains(&Fact::UsernameShown { account }));
    assert!(facts.contains(&Fact::VisitEnded {
        ending: Ending::Completed
    }));
}

#[tokio::test]
async fn no_message_visit_or_fact_holds_a_user_name() {
    let counter = Counter::with(&[1, 2]);
    let visit = counter.username_choice(1).await;
    counter.ask(visit, Request::CheckUsername(username(2))).await;
    counter.ask(visit, Request::ShowUsername).await;
    let visit = counter.username_choice(2).await;
    take(&counter, visit, NEW_USERNAME).await;
    counter.desk.outbox().send_due().await.unwrap();
    let names = [username(1), username(2), name(NEW_USERNAME)];
    for frame in counter.frames() {
        let mut written = vec![serde_json::to_string(&frame.commit.entries).unwrap()];
        written.extend(frame.commit.changes.iter().filter_map(|change| match change {
            // The account is where the name belongs.
            Change::Account { .. } => None,
            other => Some(serde_json::to_string(other).unwrap()),
        }));
        for name in &names {
            let found = written.iter().find(|text| text.to_lowercase().contains(name.folded()));
            assert_eq!(found, None);
        }
    }
}

#[tokio::test]
async fn another_name_is_taken_and_the_owner_hears_of_it() {
    let counter = Counter::with(&[1]);
    let visit = counter.username_choice(1).await;
    counter.desk.outbox().send_due().await.unwrap();
    counter.sms.drain();
    assert_eq!(
        refusal(&counter.ask(visit, Request::CheckUsername(name(NEW_USERNAME))).await),
        None
    );
    assert_eq!(counter.account(1).username, username(1), "asking takes nothing");
    let reply = take(&counter, visit, NEW_USERNAME).await;
    assert_eq!(outcome(&reply), Some(Outcome::UsernameChanged));
    assert_eq!(counter.account(1).username.as_str(), NEW_USERNAME);
    let found = |name: &Username| counter.memory.find(Lookup::Username(name)).unwrap();
    assert_eq!(found(&name(NEW_USERNAME)), Some(counter.account(1).id));
    assert_eq!(found(&username(1)), None, "the name before it is free again");
    assert!(counter.opens(1, counter::OLD_PASSWORD), "the password stays");
    counter.desk.outbox().send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()), ["renamed"]);
    assert_eq!(texts(&counter.email.drain()), ["renamed"]);
}

#[tokio::test]
async fn what_cannot_be_had_is_said_and_the_step_stays() {
    let counter = Counter::with(&[1, 2]);
    let visit = counter.username_choice(1).await;
    let before = counter.account(1);
    let upper = username(2).as_str().to_uppercase().replacen('N', "n", 1);
    for (wished, why) in [
        (username(2).as_str(), UsernameRefusal::Taken),
        (upper.as_str(), UsernameRefusal::Taken),
        (username(1).as_str(), UsernameRefusal::Same),
    ] {
        for request in [
            Request::CheckUsername(name(wished)),
            Request::TakeUsername(name(wished)),
        ] {
            let reply = counter.ask(visit, request).await;
            assert_eq!(refusal(&reply), Some(why), "{wished}");
            assert!(matches!(reply.views.clerk.step, ClerkStep::UsernameChoice));
        }
    }
    assert_eq!(counter.account(1), before);
}

#[tokio::test]
async fn three_names_are_suggested_that_are_free_and_stay_the_same() {
    let counter = Counter::with(&[1]);
    let visit = counter.username_choice(1).await;
    let mut seen = Vec::new();
    for _ in 0..2 {
        let reply = counter.ask(visit, Request::Tick).await;
        let ApplicantStep::UsernameChoice { suggestions, .. } = reply.views.applicant.step else {
            panic!("the choice");
        };
        seen.push(suggestions);
    }
    assert_eq!(seen[0].len(), 3);
    assert_eq!(seen[0], seen[1]);
    assert!(
        !counter
            .facts()
            .iter()
            .any(|fact| matches!(fact, Fact::UsernameChecked { .. }))
    );
    let reply = take(&counter, visit, seen[0][0].as_str()).await;
    assert_eq!(outcome(&reply), Some(Outcome::UsernameChanged));
}

#[tokio::test]
async fn of_two_who_want_one_name_one_gets_it_and_the_other_is_told() {
    for round in 0..40 {
        let counter = Counter::with(&[1, 2]);
        // Neither desk waits for the other's turn. One that is opened ends what was unfinished.
        let desks = [counter.desk.clone(), counter.other_desk()];
        let visits = [counter.username_choice(1).await, counter.username_choice(2).await];
        let wish = || Request::TakeUsername(name(NEW_USERNAME));
        let (one, other) = tokio::join!(desks[0].request(visits[0], wish()), desks[1].request(visits[1], wish()));
        let replies = [one.unwrap(), other.unwrap()];
        let winners = replies.iter().filter(|reply| outcome(reply).is_some()).count();
        assert_eq!(winners, 1, "round {round}");
        let loser = replies.iter().find(|reply| outcome(reply).is_none()).unwrap();
        assert_eq!(refusal(loser), Some(UsernameRefusal::Taken));
        assert!(matches!(loser.views.clerk.step, ClerkStep::UsernameChoice));
        let place = replies.iter().position(|reply| outcome(reply).is_none()).unwrap();
        let reply = take(&counter, visits[place], "Secondbest7").await;
        assert_eq!(outcome(&reply), Some(Outcome::UsernameChanged));
    }
}

#[tokio::test]
async fn a_desk_asks_for_thirty_names_in_ten_minutes_whoever_asks_and_however_often_it_is_started() {
    let mut counter = Counter::with(&[1, 2, 3]);
    let mut visit = counter.username_choice(1).await;
    let start = counter.desk.now();
    for number in 0..30 {
        let wish = Request::CheckUsername(name(&format!("wanted{number:04}")));
        assert_eq!(refusal(&counter.ask(visit, wish).await), None, "{number}");
        counter.clock.pass(SECOND);
        if number == 14 {
            counter.restart();
            visit = counter.username_choice(1).await;
        }
    }
    counter.restart();
    visit = counter.username_choice(1).await;
    let until = start.after(10 * MINUTE);
    let other = counter.username_choice(2).await;
    for visit in [visit, other] {
        for request in [
            Request::CheckUsername(name("wanted9999")),
            Request::TakeUsername(username(3)),
        ] {
            let before = counter.facts().len();
            assert_eq!(
                refusal(&counter.ask(visit, request).await),
                Some(UsernameRefusal::TooMany { until }),
                "nothing is said of the name"
            );
            assert_eq!(counter.facts().len(), before);
        }
    }
    let checked = counter.facts();
    let checked = checked
        .iter()
        .filter(|fact| matches!(fact, Fact::UsernameChecked { free: true }));
    assert_eq!(checked.count(), 30);
    // Seeing the own name asks nobody.
    assert_eq!(
        outcome(&counter.ask(visit, Request::ShowUsername).await),
        Some(Outcome::UsernameShown)
    );
    counter.clock.pass(counter.desk.now().until(until) - SECOND);
    let visit = counter.username_choice(1).await;
    let wish = || Request::CheckUsername(name("wanted9999"));
    let reply = counter.ask(visit, wish()).await;
    assert_eq!(refusal(&reply), Some(UsernameRefusal::TooMany { until }));
    counter.clock.pass(SECOND);
    assert_eq!(refusal(&counter.ask(visit, wish()).await), None);
}

#[tokio::test]
async fn after_five_minutes_the_code_must_be_typed_anew() {
    let counter = Counter::with(&[1]);
    let visit = counter.username_choice(1).await;
    let before = counter.account(1);
    counter.clock.pass(5 * MINUTE);
    let reply = take(&counter, visit, NEW_USERNAME).await;
    assert!(
        matches!(reply.views.clerk.step, ClerkStep::Code(_)),
        "{:?}",
        reply.views.clerk.step
    );
    assert_eq!(counter.account(1), before);
    counter.ask(visit, Request::Resend).await;
    let reply = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::UsernameChoice));
    assert_eq!(
        outcome(&take(&counter, visit, NEW_USERNAME).await),
        Some(Outcome::UsernameChanged)
    );
}

#[tokio::test]
async fn a_mobile_that_changed_since_the_code_closes_the_visit() {
    for request in [Request::ShowUsername, Request::TakeUsername(name(NEW_USERNAME))] {
        let counter = Counter::with(&[1]);
        let visit = counter.username_choice(1).await;
        let mut account = counter.account(1);
        account.mobile = mobile(77);
        counter.put(account.clone());
        let reply = counter.ask(visit, request).await;
        assert!(matches!(
            reply.views.clerk.step,
            ClerkStep::Ended { ending: Ending::Closed }
        ));
        assert!(matches!(reply.views.applicant.step, ApplicantStep::Ended { .. }));
        assert_eq!(counter.account(1), account);
    }
}

#[tokio::test]
async fn a_user_name_does_not_name_the_account_here_whether_there_is_one_or_not() {
    for of in [1, 7] {
        let counter = Counter::with(&[1]);
        let visit = counter.open_in(Flow::ForgottenUsername).await.unwrap();
        counter.document(visit, 1).await;
        counter.captcha(visit).await;
        let claim = Claim {
            identifier: Identifier::Name(username(of)),
            mobile: mobile(1),
        };
        let before = counter.facts().len();
        let reply = counter.ask(visit, Request::Identity(claim)).await;
        assert_eq!(reply.refusal, Some(Refusal::Identity(IdentityRefusal::NumberWanted)));
        assert_eq!(counter.facts().len(), before);
        let reply = counter.identity(visit, 1, 1).await;
        assert!(matches!(reply.views.clerk.step, ClerkStep::Questions { .. }));
    }
}

#[tokio::test]
async fn a_completed_visit_forgets_failures_and_keeps_what_was_sent() {
    let counter = Counter::with(&[1]);
    let (visit, _) = counter.username_questions(1, 1).await;
    counter.ask(visit, Request::Answers(counter::wrong_answers())).await;
    counter.ask(visit, Request::Answers(counter::answers(1))).await;
    counter.ask(visit, Request::Code(counter.wrong_code(visit))).await;
    counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    counter.ask(visit, Request::ShowUsername).await;
    let frame = counter.frames().pop().unwrap();
    let cleared = frame
        .commit
        .changes
        .iter()
        .filter(|change| matches!(change, Change::Tally { .. }));
    assert_eq!(cleared.count(), 2, "wrong answers and wrong codes, not what was sent");
    assert_eq!(counter.account(1).identity, identity(1));
}

#[tokio::test]
async fn the_password_of_such_a_visit_cannot_be_changed_nor_the_name_in_one_about_a_password() {
    let counter = Counter::with(&[1]);
    let visit = counter.username_choice(1).await;
    assert_eq!(
        counter.choose(visit, counter::NEW_PASSWORD).await.refusal,
        Some(Refusal::NotNow)
    );
    let visit = counter.password(1).await;
    assert_eq!(take(&counter, visit, NEW_USERNAME).await.refusal, Some(Refusal::NotNow));
    let reply = counter.ask(visit, Request::ShowUsername).await;
    assert_eq!(reply.refusal, Some(Refusal::NotNow));
    assert!(counter.opens(1, counter::OLD_PASSWORD));
    assert_eq!(counter.account(1).username, username(1));
}
