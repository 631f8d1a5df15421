//! The full way of a new user, over a whole desk: what is made in the end, what is said on the way, and what is kept when
//! somebody goes back. `registration_clash.rs` has what happens where an account is there already.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;

use std::sync::atomic::Ordering;

use counter::{Counter, HOUR, MINUTE, SECOND, identity, mobile, texts};
use istiada::desk::{ApplicantStep, ClerkStep, DeskError, Request, Stage};
use istiada::domain::applicant::{IdDate, PersonName, Username};
use istiada::domain::conditions::{Condition, Reason, Standing};
use istiada::domain::fact::{Ending, Fact, Flow};
use istiada::domain::language::Language;
use istiada::domain::message::{Channel, Contact};
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::code::CodeRefusal;
use istiada::domain::recovery::username::UsernameRefusal;
use istiada::domain::registration::RegistrationRefusal;
use istiada::domain::secret::Secret;
use istiada::port::{Lookup, Store, StoreError};
use newcomer::{Newcomer, at_codes, at_review, chosen, codes, counter_with, newcomer, roll, sent, shown_username};

fn at(wanted: fn(&Stage) -> bool) -> impl Fn(&ClerkStep) -> bool {
    move |step| matches!(step, ClerkStep::Registering(stage) if wanted(stage))
}

fn at_username(step: &ClerkStep) -> bool {
    matches!(step, ClerkStep::Registering(Stage::Username))
}

fn at_personal(step: &ClerkStep) -> bool {
    matches!(step, ClerkStep::PersonalData { .. })
}

fn nobody_has(counter: &Counter, person: &Newcomer) -> bool {
    counter
        .memory
        .find(Lookup::Identity(&person.identity))
        .unwrap()
        .is_none()
}

#[tokio::test]
async fn somebody_new_gets_an_account_with_everything_that_was_entered() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let reply = person.register(&counter).await;
    assert!(matches!(reply.views.clerk.step, ClerkStep::Done { .. }));
    assert_eq!(shown_username(&reply), Some(person.username.clone()));
    let account = counter.account(5);
    assert_eq!(account.mobile, person.mobile);
    assert_eq!(account.email.as_ref(), Some(&person.email));
    assert_eq!(account.username, person.username);
    assert_eq!(account.language, Language::ENGLISH);
    assert_eq!(account.questions.len(), 3);
    assert!(counter.opens(5, &person.password));
    let tried = counter
        .desk
        .try_sign_in(person.username.clone(), Secret::from(person.password.as_str()));
    assert!(tried.await.unwrap());
    // The account and its facts stand in one frame.
    let made = |fact: &Fact| matches!(fact, Fact::AccountRegistered { .. });
    let frames = counter.frames();
    let frame = frames
        .iter()
        .find(|frame| frame.commit.entries.iter().any(|entry| made(&entry.fact)));
    assert!(
        frame.unwrap().commit.changes.len() >= 4,
        "visit, account, and two notices"
    );
}

#[tokio::test]
async fn the_new_answers_recover_the_new_account() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    person.register(&counter).await;
    let (visit, _) = counter.questions(5, 5).await;
    let answers = chosen(0).into_iter().map(|(_, answer)| answer).collect();
    let reply = counter.ask(visit, Request::Answers(answers)).await;
    assert!(
        matches!(reply.views.clerk.step, ClerkStep::Code(_)),
        "{:?}",
        reply.refusal
    );
}

#[tokio::test]
async fn codes_and_notices_go_to_both_contacts_and_are_really_sent() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let mut outbox = counter.desk.outbox();
    let reply = person.reach(&counter, at_codes).await;
    outbox.send_due().await.unwrap();
    let visit = reply.views.clerk.visit;
    assert_eq!(texts(&counter.sms.drain()), codes(&counter, visit, Channel::Sms));
    assert_eq!(texts(&counter.email.drain()), codes(&counter, visit, Channel::Email));
    assert_ne!(
        codes(&counter, visit, Channel::Sms),
        codes(&counter, visit, Channel::Email)
    );
    person.until(&counter, &counter.desk, reply, |_| false).await;
    outbox.send_due().await.unwrap();
    assert_eq!(texts(&counter.sms.drain()).last().unwrap(), "made");
    assert_eq!(texts(&counter.email.drain()).last().unwrap(), "made");
}

#[tokio::test]
async fn nothing_begins_where_no_email_can_be_sent() {
    let mut counter = counter_with(&[]);
    counter.restart_with(vec![counter.sms.clone()]);
    let opened = counter.desk.open_visit(Flow::NewUser, Language::ARABIC).await;
    assert!(matches!(opened, Err(DeskError::NoGateway)));
    counter.open().await.unwrap();
}

#[tokio::test]
async fn what_the_registry_does_not_know_is_typed_from_the_document_and_marked() {
    let counter = counter_with(&[]);
    let mut known = roll([5]);
    known.people[0].person.name = None;
    known.people[0].person.expiry = None;
    counter.registry.replace(known);
    let mut person = newcomer(5);
    let reply = person.reach(&counter, at_personal).await;
    let visit = reply.views.clerk.visit;
    let reply = counter.ask(visit, person.personal()).await;
    assert_eq!(
        reply.refusal,
        Some(Refusal::Registration(RegistrationRefusal::DocumentWanted))
    );
    let ClerkStep::PersonalData { wanted } = reply.views.clerk.step else {
        panic!("{:?}", reply.views.clerk.step);
    };
    assert!(wanted.name && wanted.expiry);
    person.name = Some(PersonName::parse("هند القحطاني").unwrap());
    person.expiry = Some(IdDate::parse("1440-01-01 H").unwrap());
    let reply = counter.ask(visit, person.personal()).await;
    let ClerkStep::Conditions { list, .. } = &reply.views.clerk.step else {
        panic!("an expired document stops: {:?}", reply.views.clerk.step);
    };
    let judged = list.iter().find(|judged| judged.condition == Condition::NationalId);
    assert!(matches!(judged.unwrap().standing, Standing::NotMet(Reason::Expired(_))));
    person.expiry = Some(IdDate::parse("1460-01-01 H").unwrap());
    let reply = person.until(&counter, &counter.desk, reply, at_review).await;
    let ApplicantStep::Review(review) = &reply.views.applicant.step else {
        panic!("{:?}", reply.views.applicant.step);
    };
    assert!(review.typed);
    person.until(&counter, &counter.desk, reply, |_| false).await;
    assert_eq!(counter.account(5).expiry, person.expiry);
    let typed = Fact::DocumentTyped {
        name: true,
        expiry: true,
    };
    assert!(counter.facts().contains(&typed));
}

#[tokio::test]
async fn a_condition_that_is_not_met_or_unknown_stops() {
    let counter = counter_with(&[]);
    for (alone, standing) in [
        (true, Standing::NotMet(Reason::NoSuchPerson)),
        (false, Standing::Unknown),
    ] {
        let mut nobody = roll([]);
        nobody.complete = alone;
        counter.registry.replace(nobody);
        let mut person = newcomer(5);
        person.name = Some(PersonName::parse("هند القحطاني").unwrap());
        person.expiry = Some(IdDate::parse("1460-01-01 H").unwrap());
        let reply = person.reach(&counter, at_personal).await;
        let reply = counter.ask(reply.views.clerk.visit, person.personal()).await;
        let not_met = Refusal::Registration(RegistrationRefusal::ConditionNotMet);
        assert_eq!(reply.refusal, Some(not_met));
        let ClerkStep::Conditions { list, .. } = &reply.views.clerk.step else {
            panic!("{:?}", reply.views.clerk.step);
        };
        assert_eq!(list[0].standing, standing);
        let reply = counter.ask(reply.views.clerk.visit, person.email()).await;
        assert_eq!(reply.refusal, Some(Refusal::NotNow), "nothing leads past it");
    }
    // Somebody else's mobile: the registry says whose it is not.
    counter.registry.replace(roll([5, 6]));
    let mut person = newcomer(5);
    person.mobile = mobile(6);
    let reply = person.reach(&counter, at_personal).await;
    let reply = counter.ask(reply.views.clerk.visit, person.personal()).await;
    let ClerkStep::Conditions { list, .. } = &reply.views.clerk.step else {
        panic!("{:?}", reply.views.clerk.step);
    };
    let stopped = list.iter().find(|judged| judged.stops()).unwrap();
    assert_eq!(stopped.standing, Standing::NotMet(Reason::SomebodyElses));
}

#[tokio::test]
async fn staff_do_not_register_themselves_and_the_document_must_agree() {
    let counter = counter_with(&[]);
    let mut person = newcomer(5);
    // The clerk's own.
    person.identity = identity(99_999_999);
    let reply = person.reach(&counter, at_personal).await;
    let visit = reply.views.clerk.visit;
    let own = counter.desk.request(visit, person.personal()).await;
    assert!(matches!(own, Err(DeskError::OwnIdentity)));
    person.identity = identity(5);
    let reply = counter.ask(visit, person.personal()).await;
    assert_eq!(
        reply.refusal,
        Some(Refusal::Registration(RegistrationRefusal::DocumentDisagrees))
    );
    let asked = |fact: &Fact| matches!(fact, Fact::RegistryAsked { .. });
    assert!(!counter.facts().iter().any(asked), "the registry was not asked in vain");
}

#[tokio::test]
async fn a_desk_cannot_leaf_through_people_or_names() {
    let counter = counter_with(&[1]);
    let person = newcomer(5);
    let reply = person.reach(&counter, at_personal).await;
    let visit = reply.views.clerk.visit;
    for _ in 0..30 {
        let reply = counter.ask(visit, person.personal()).await;
        assert!(at_username(&reply.views.clerk.step));
        counter.ask(visit, Request::Back).await;
    }
    let spent = counter.desk.request(visit, person.personal()).await;
    assert!(matches!(spent, Err(DeskError::LookUpsSpent { .. })));
    counter.clock.pass(9 * MINUTE + 59 * SECOND);
    counter.ask(visit, Request::Language(Language::ARABIC)).await;
    counter.clock.pass(SECOND);
    let reply = counter.ask(visit, person.personal()).await;
    assert!(at_username(&reply.views.clerk.step));

    for number in 0..30 {
        let name = Username::parse(&format!("Wanted{number:04}")).unwrap();
        let reply = counter.ask(visit, Request::CheckUsername(name)).await;
        assert_eq!(reply.refusal, None);
    }
    let taken = counter.account(1).username;
    for request in [
        Request::CheckUsername(taken.clone()),
        Request::Username(taken.clone()),
        Request::Username(person.username.clone()),
    ] {
        let reply = counter.ask(visit, request).await;
        let too_many = matches!(reply.refusal, Some(Refusal::Username(UsernameRefusal::TooMany { .. })));
        assert!(too_many, "{:?}", reply.refusal);
    }
    counter.clock.pass(10 * MINUTE - SECOND);
    counter.ask(visit, Request::Language(Language::ARABIC)).await;
    counter.clock.pass(SECOND);
    let reply = counter.ask(visit, Request::CheckUsername(taken)).await;
    assert_eq!(reply.refusal, Some(Refusal::Username(UsernameRefusal::Taken)));
}

#[tokio::test]
async fn suggestions_are_free_and_stay() {
    let counter = counter_with(&[1]);
    let person = newcomer(5);
    let reply = person.reach(&counter, at_username).await;
    let ApplicantStep::Username { suggestions, typed, .. } = reply.views.applicant.step else {
        panic!("{:?}", reply.views.applicant.step);
    };
    assert_eq!((suggestions.len(), typed), (3, None));
    let visit = reply.views.clerk.visit;
    let reply = counter
        .ask(visit, Request::CheckUsername(person.username.clone()))
        .await;
    let ApplicantStep::Username {
        suggestions: again,
        typed,
        ..
    } = reply.views.applicant.step
    else {
        panic!("{:?}", reply.views.applicant.step);
    };
    assert_eq!((again, typed), (suggestions, Some(person.username)));
}

#[tokio::test]
async fn going_back_keeps_what_was_entered() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let reply = person
        .reach(&counter, at(|stage| matches!(stage, Stage::Captcha(_))))
        .await;
    let visit = reply.views.clerk.visit;
    let language = counter.ask(visit, Request::Back).await.views.applicant.step;
    assert!(matches!(
        language,
        ApplicantStep::AccountLanguage {
            chosen: Language::ENGLISH
        }
    ));
    let email = counter.ask(visit, Request::Back).await.views.applicant.step;
    assert!(matches!(email, ApplicantStep::Email { typed: Some(typed) } if typed == person.email));
    let password = counter.ask(visit, Request::Back).await.views.applicant.step;
    let ApplicantStep::Password { about, .. } = &password else {
        panic!("a secret is asked again: {password:?}");
    };
    assert_eq!(about.email.as_ref(), Some(&person.email));
    let name = counter.ask(visit, Request::Back).await.views.applicant.step;
    assert!(matches!(name, ApplicantStep::Username { typed: Some(typed), .. } if typed == person.username));
}

#[tokio::test]
async fn a_mobile_that_was_proven_and_then_changed_is_no_longer_proven() {
    let counter = counter_with(&[]);
    let mut person = newcomer(5);
    let mut reply = person.reach(&counter, at_review).await;
    let visit = reply.views.clerk.visit;
    while !at_personal(&reply.views.clerk.step) {
        reply = counter.ask(visit, Request::Back).await;
    }
    person.mobile = mobile(105);
    let reply = person.until(&counter, &counter.desk, reply, at_codes).await;
    let ClerkStep::Registering(Stage::Codes { mobile: proven, email }) = &reply.views.clerk.step else {
        panic!("{:?}", reply.views.clerk.step);
    };
    assert!(proven.proven.is_none() && email.proven.is_some());
    let went: Vec<_> = sent(&counter, visit, Channel::Sms);
    let to: Vec<_> = went.iter().map(|(to, _)| to.clone()).collect();
    assert_eq!(to, [Contact::Mobile(mobile(5)), Contact::Mobile(mobile(105))]);
    let old = istiada::domain::code::TypedCode::parse(&went[0].1, 6).unwrap();
    let channel = Channel::Sms;
    let reply = counter.ask(visit, Request::ContactCode { channel, code: old }).await;
    assert!(matches!(
        reply.refusal,
        Some(Refusal::Registration(RegistrationRefusal::Code {
            why: CodeRefusal::Missed { .. },
            ..
        }))
    ));
    person.until(&counter, &counter.desk, reply, |_| false).await;
    assert_eq!(counter.account(5).mobile, mobile(105));
}

#[tokio::test]
async fn a_value_that_was_changed_and_changed_back_must_be_proven_anew() {
    let counter = counter_with(&[]);
    let mut person = newcomer(5);
    let mut reply = person.reach(&counter, at_review).await;
    let visit = reply.views.clerk.visit;
    for number in [105, 5] {
        while !at_personal(&reply.views.clerk.step) {
            reply = counter.ask(visit, Request::Back).await;
        }
        person.mobile = mobile(number);
        reply = person.until(&counter, &counter.desk, reply, at_username).await;
    }
    let mut email = person.clone();
    email.email = newcomer(6).email;
    let at_language = at(|stage| matches!(stage, Stage::Language));
    email.until(&counter, &counter.desk, reply, &at_language).await;
    reply = counter.ask(visit, Request::Back).await;
    let reply = person.until(&counter, &counter.desk, reply, at_codes).await;
    let ClerkStep::Registering(Stage::Codes { mobile, email }) = &reply.views.clerk.step else {
        panic!("{:?}", reply.views.clerk.step);
    };
    assert!(mobile.proven.is_none() && email.proven.is_none());
}

#[tokio::test]
async fn a_mobile_gets_ten_codes_a_day_and_no_more() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    for visit in 0..10 {
        let reply = person.reach(&counter, at_codes).await;
        assert!(at_codes(&reply.views.clerk.step), "{visit}");
        counter.clock.pass(MINUTE);
    }
    let reply = person.reach(&counter, at_codes).await;
    let closed = ClerkStep::Ended { ending: Ending::Closed };
    assert_eq!(format!("{:?}", reply.views.clerk.step), format!("{closed:?}"));
    counter.clock.pass(24 * HOUR);
    let reply = person.reach(&counter, at_codes).await;
    assert!(at_codes(&reply.views.clerk.step));
}

#[tokio::test]
async fn wrong_codes_end_the_visit_and_add_up() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let mut wrong = 0;
    let mut ends = 0;
    while ends < 3 {
        let reply = person.reach(&counter, at_codes).await;
        if !at_codes(&reply.views.clerk.step) {
            ends += 1;
            counter.clock.pass(MINUTE);
            continue;
        }
        let visit = reply.views.clerk.visit;
        loop {
            let right = codes(&counter, visit, Channel::Sms).pop().unwrap();
            let text = if right == "000000" { "111111" } else { "000000" };
            let code = istiada::domain::code::TypedCode::parse(text, 6).unwrap();
            let channel = Channel::Sms;
            let reply = counter.ask(visit, Request::ContactCode { channel, code }).await;
            match reply.refusal {
                Some(Refusal::Registration(RegistrationRefusal::Code {
                    why: CodeRefusal::Missed { .. },
                    ..
                })) => wrong += 1,
                Some(Refusal::Registration(RegistrationRefusal::Code {
                    why: CodeRefusal::Spent,
                    ..
                })) => {
                    counter.clock.pass(MINUTE);
                    counter.ask(visit, Request::ResendTo(Channel::Sms)).await;
                }
                _ => break,
            }
        }
        ends += 1;
        counter.clock.pass(MINUTE);
    }
    assert!(wrong < 10, "the tenth wrong code ends it for a day: {wrong}");
    assert!(nobody_has(&counter, &person));
}

#[tokio::test]
async fn every_step_can_fail_once_and_a_stop_anywhere_leaves_nothing() {
    let person = newcomer(5);
    for steps in 0..14 {
        let mut counter = counter_with(&[]);
        let mut reply = counter.desk.open_visit(Flow::NewUser, Language::ARABIC).await.unwrap();
        let visit = reply.views.clerk.visit;
        for _ in 0..steps {
            let Some(request) = person.next(&counter, &reply) else {
                break;
            };
            let asks_registry = matches!(request, Request::PersonalData(_));
            let before = (counter.frames().len(), counter.memory.visit(visit).unwrap());
            // The look-up in the registry is a commit of its own before it.
            let fails_after = u32::from(asks_registry);
            counter.store.fails_after.store(fails_after, Ordering::Relaxed);
            let failed = counter.desk.request(visit, request).await;
            assert!(matches!(failed, Err(DeskError::Store(StoreError::Full(_)))));
            let after = (counter.frames().len(), counter.memory.visit(visit).unwrap());
            assert_eq!((after.0, after.1), (before.0 + usize::from(asks_registry), before.1));
            assert!(nobody_has(&counter, &person));
            // The image that was shown is still the one that is typed.
            let request = person.next(&counter, &reply).unwrap();
            reply = counter.ask(visit, request).await;
            assert_eq!(reply.refusal, None);
        }
        let done = matches!(reply.views.clerk.step, ClerkStep::Done { .. });
        assert_eq!(done, steps == 13, "{steps}: {:?}", reply.views.clerk.step);
        counter.restart();
        assert_eq!(nobody_has(&counter, &person), !done);
        counter.desk.next_visitor(visit).await.unwrap();
        assert_eq!(counter.memory.visits().unwrap(), []);
        let interrupted = Fact::VisitEnded {
            ending: Ending::Interrupted,
        };
        assert_eq!(counter.facts().contains(&interrupted), !done);
        if !done {
            let again = person.register(&counter).await;
            assert!(matches!(again.views.clerk.step, ClerkStep::Done { .. }));
        }
    }
}

#[tokio::test]
async fn the_clerk_never_sees_what_the_applicant_enters() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let mut reply = counter.desk.open_visit(Flow::NewUser, Language::ARABIC).await.unwrap();
    loop {
        let seen = format!("{:?}", reply.views.clerk);
        let visit = reply.views.clerk.visit;
        let mut hidden = vec![
            person.username.as_str().to_owned(),
            person.email.as_str().to_owned(),
            person.password.clone(),
            person.mobile.e164(),
            person.identity.digits().to_owned(),
        ];
        hidden.extend(codes(&counter, visit, Channel::Sms));
        hidden.extend(codes(&counter, visit, Channel::Email));
        for hidden in hidden {
            assert!(!seen.contains(&hidden), "{seen}");
        }
        let Some(request) = person.next(&counter, &reply) else {
            break;
        };
        reply = counter.ask(visit, request).await;
    }
    assert!(matches!(reply.views.clerk.step, ClerkStep::Done { .. }));
}

#[tokio::test]
async fn a_visit_lives_an_hour_however_busy_it_is() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let reply = person.reach(&counter, at_username).await;
    let visit = reply.views.clerk.visit;
    for _ in 0..12 {
        counter.clock.pass(5 * MINUTE);
        counter.ask(visit, Request::Language(Language::ARABIC)).await;
    }
    let reply = counter.ask(visit, Request::Username(person.username.clone())).await;
    assert!(matches!(
        reply.views.clerk.step,
        ClerkStep::Ended {
            ending: Ending::TooLong
        }
    ));
    assert!(nobody_has(&counter, &person));
}

#[tokio::test]
async fn an_idle_visit_ends_and_leaves_nothing() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let reply = person.reach(&counter, at_review).await;
    counter.clock.pass(10 * MINUTE);
    let visit = reply.views.clerk.visit;
    let reply = counter.ask(visit, Request::Register).await;
    assert!(matches!(
        reply.views.clerk.step,
        ClerkStep::Ended { ending: Ending::Idle }
    ));
    assert!(nobody_has(&counter, &person));
}
