//! A recovery that a supervisor approves beside the clerk, and the wait for a new mobile.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

#[path = "support/supervising.rs"]
mod supervising;

use counter::{DAY, HOUR, MINUTE, NEW_PASSWORD, SECOND, answers, identity, mobile, wrong_answers};
use istiada::desk::{ChangeOf, ClerkStep, DeskError, Reply, Request, SignInRefusal};
use istiada::domain::fact::{Ending, Fact};
use istiada::domain::id::{Reference, VisitId};
use istiada::domain::message::{Contact, MessageKind};
use istiada::domain::policy::Policy;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::approval::ApprovalRefusal;
use istiada::domain::recovery::proven::Outcome;
use istiada::domain::registry::{Person, Registered, RegisteredMobile, Roll};
use istiada::domain::secret::Secret;
use istiada::domain::store_kind::StoreKind;
use istiada::domain::supervised::{Aim, ApprovalReason, Obstacle, Standing};
use istiada::domain::time::Timestamp;
use istiada::port::{Clock, Store};
use supervising::{
    ANOTHER, FIRST, PASSWORD, STAFF_CLERK, approve, begun, changed_on, counter as ready, messages, plea, second, visit,
};

fn at(reply: &Reply) -> &ClerkStep {
    &reply.views.clerk.step
}

fn why(reply: &Reply) -> Obstacle {
    match reply.refusal {
        Some(Refusal::Approval(ApprovalRefusal::Obstacle(why))) => why,
        ref other => panic!("{other:?}"),
    }
}

fn ended(reply: &Reply) -> bool {
    matches!(at(reply), ClerkStep::Ended { ending: Ending::Closed })
}

#[tokio::test]
async fn forgotten_answers_are_approved_and_only_the_code_and_the_password_are_left() {
    let counter = ready(&[1]).await;
    let visit = visit(&counter, 1).await;
    let reply = approve(&counter, visit, 1, ApprovalReason::AnswersForgotten, Aim::Password).await;
    assert!(matches!(at(&reply), ClerkStep::Code(_)), "{:?}", at(&reply));
    let wrong = counter.ask(visit, Request::Code(counter.wrong_code(visit))).await;
    assert!(wrong.refusal.is_some());
    counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    let done = counter.choose(visit, NEW_PASSWORD).await;
    assert!(matches!(at(&done), ClerkStep::Done { .. }));
    assert!(counter.opens(1, NEW_PASSWORD));
    let approved = Fact::RecoveryApproved {
        account: counter.account(1).id,
        purpose: istiada::domain::supervised::Purpose::Password,
        reason: ApprovalReason::AnswersForgotten,
        by: identity(FIRST),
    };
    assert!(counter.facts().contains(&approved));
}

#[tokio::test]
async fn questions_that_are_remembered_are_asked_all_the_same() {
    let counter = ready(&[1]).await;
    for reason in [ApprovalReason::Paused, ApprovalReason::NoQuestions] {
        let visit = visit(&counter, 1).await;
        let reply = approve(&counter, visit, 1, reason, Aim::Username).await;
        assert!(matches!(at(&reply), ClerkStep::Questions { .. }), "{reason:?}");
        let back = counter.ask(visit, Request::Back).await;
        assert_eq!(back.refusal, Some(Refusal::NotNow), "it names its account");
        let missed = counter.ask(visit, Request::Answers(wrong_answers())).await;
        assert!(matches!(at(&missed), ClerkStep::Questions { missed: 1, .. }));
        counter.ask(visit, Request::Answers(answers(1))).await;
        let choice = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
        assert!(matches!(at(&choice), ClerkStep::UsernameChoice));
        let shown = counter.ask(visit, Request::ShowUsername).await;
        assert!(matches!(
            at(&shown),
            ClerkStep::Done {
                outcome: Outcome::UsernameShown,
                ..
            }
        ));
    }
}

#[tokio::test]
async fn no_pause_stops_it_and_it_ends_them_all() {
    let mut policy = Policy::of(StoreKind::Drill);
    policy.questions.wrong_rounds_per_account.count = 3;
    policy.desk.unmatched_per_desk.count = 3;
    let counter = supervising::under(policy, &[1]).await;
    for _ in 0..3 {
        let (wrong, _) = counter.questions(1, 1).await;
        for _ in 0..3 {
            counter.ask(wrong, Request::Answers(wrong_answers())).await;
        }
    }
    assert!(
        counter
            .facts()
            .iter()
            .any(|fact| matches!(fact, Fact::RecoveryPaused { .. }))
    );
    assert!(
        matches!(counter.open().await, Err(DeskError::Paused { .. })),
        "the desk is paused too"
    );
    let visit = visit(&counter, 1).await;
    approve(&counter, visit, 1, ApprovalReason::Paused, Aim::Password).await;
    let code = counter.ask(visit, Request::Answers(answers(1))).await;
    assert!(matches!(at(&code), ClerkStep::Code(_)), "{:?}", at(&code));
    counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    counter.choose(visit, NEW_PASSWORD).await;
    assert!(counter.opens(1, NEW_PASSWORD));
    counter.clock.pass(10 * MINUTE);
    let open = counter.password(1).await;
    assert!(matches!(
        at(&counter.ask(open, Request::Tick).await),
        ClerkStep::Password
    ));
}

#[tokio::test]
async fn a_hundred_wrong_codes_leave_a_supervised_recovery_and_it_clears_them() {
    let mut policy = Policy::of(StoreKind::Drill);
    policy.code.wrong_since_recovery = 10;
    policy.code.wrong_per_account.count = 20;
    let counter = supervising::under(policy, &[1]).await;
    for _ in 0..10 {
        assert!(!counter.sign_in(1, "Not-The-Password1").await);
        counter.clock.pass(HOUR);
    }
    assert!(!counter.sign_in(1, counter::OLD_PASSWORD).await, "spent");
    let (ordinary, _) = counter.questions(1, 1).await;
    let reply = counter.ask(ordinary, Request::Answers(answers(1))).await;
    assert!(reply.refusal.is_some(), "paused");
    let visit = visit(&counter, 1).await;
    approve(&counter, visit, 1, ApprovalReason::AnswersForgotten, Aim::Password).await;
    counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    counter.choose(visit, NEW_PASSWORD).await;
    assert!(counter.sign_in(1, NEW_PASSWORD).await, "cleared");
}

#[tokio::test]
async fn who_may_approve() {
    let counter = ready(&[1, FIRST]).await;
    let visit = visit(&counter, 1).await;
    let ask = |by: u32, password: &str, number: u32| {
        let request = Request::Approve {
            by: identity(by),
            password: Secret::from(password),
            plea: plea(number, ApprovalReason::AnswersForgotten, Aim::Password),
        };
        counter.desk.request(visit, request)
    };
    let refused = |answer: Result<Reply, DeskError>| match answer {
        Err(DeskError::NotVouched(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(ask(FIRST, "wrong", 1).await), SignInRefusal::NotMatched);
    assert_eq!(refused(ask(77, PASSWORD, 1).await), SignInRefusal::NotMatched);
    assert_eq!(
        refused(ask(counter::CLERK, PASSWORD, 1).await),
        SignInRefusal::SamePerson
    );
    assert!(matches!(
        refused(ask(STAFF_CLERK, PASSWORD, 1).await),
        SignInRefusal::NotPermitted(_)
    ));
    let other = ask(FIRST, PASSWORD, 2).await.unwrap();
    assert_eq!(why(&other), Obstacle::DocumentDisagrees);
    // Nobody's own account, in either role.
    let own = supervising::visit(&counter, FIRST).await;
    let request = Request::Approve {
        by: identity(FIRST),
        password: Secret::from(PASSWORD),
        plea: plea(FIRST, ApprovalReason::AnswersForgotten, Aim::Password),
    };
    assert_eq!(why(&counter.ask(own, request).await), Obstacle::OwnIdentity);
    let nobody = supervising::visit(&counter, 5).await;
    let reply = approve(&counter, nobody, 5, ApprovalReason::AnswersForgotten, Aim::Password).await;
    assert_eq!(why(&reply), Obstacle::NoAccount);
    let refusals = counter.facts();
    let refusals = refusals
        .iter()
        .filter(|fact| matches!(fact, Fact::ApprovalRefused { .. }));
    assert_eq!(refusals.count(), 3, "each is a fact");
    assert!(
        !counter
            .facts()
            .iter()
            .any(|fact| matches!(fact, Fact::RecoveryApproved { .. }))
    );
}

#[tokio::test]
async fn a_supervisor_who_serves_cannot_approve_their_own_visit() {
    let mut counter = ready(&[1]).await;
    counter.restart_as(FIRST);
    let visit = visit(&counter, 1).await;
    let request = Request::Approve {
        by: identity(FIRST),
        password: Secret::from(PASSWORD),
        plea: plea(1, ApprovalReason::AnswersForgotten, Aim::Password),
    };
    let refused = counter.desk.request(visit, request).await;
    assert!(matches!(refused, Err(DeskError::NotVouched(SignInRefusal::SamePerson))));
}

#[tokio::test]
async fn an_approval_lives_ten_minutes_and_what_was_spent_stays_spent() {
    let counter = ready(&[1]).await;
    let visit = visit(&counter, 1).await;
    approve(&counter, visit, 1, ApprovalReason::AnswersForgotten, Aim::Password).await;
    counter.clock.pass(5 * MINUTE);
    counter.ask(visit, Request::Resend).await;
    counter.clock.pass(5 * MINUTE - SECOND);
    let password = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
    assert!(matches!(at(&password), ClerkStep::Password));
    counter.clock.pass(SECOND);
    let late = counter.choose(visit, NEW_PASSWORD).await;
    assert_eq!(late.refusal, Some(Refusal::Approval(ApprovalRefusal::Lapsed)));
    assert!(matches!(at(&late), ClerkStep::Approval { again: true }));
    assert!(counter.opens(1, counter::OLD_PASSWORD));
    // Approved anew, a new code is needed; with the third one no more are left.
    let again = approve(&counter, visit, 1, ApprovalReason::AnswersForgotten, Aim::Password).await;
    let ClerkStep::Code(progress) = at(&again) else {
        panic!("{again:?}")
    };
    assert_eq!(progress.sends_left, 0);
    counter.clock.pass(10 * MINUTE);
    let over = counter.ask(visit, Request::Tick).await;
    assert!(matches!(at(&over), ClerkStep::Ended { .. }));
}

#[tokio::test]
async fn an_approval_is_good_for_its_purpose_and_visit_alone() {
    let counter = ready(&[1]).await;
    let first = visit(&counter, 1).await;
    approve(&counter, first, 1, ApprovalReason::AnswersForgotten, Aim::Username).await;
    counter.ask(first, Request::Code(counter.sent_code(first))).await;
    let refused = counter.choose(first, NEW_PASSWORD).await;
    assert_eq!(refused.refusal, Some(Refusal::NotNow));
    let other = visit(&counter, 1).await;
    let reply = counter.ask(other, Request::Code(counter.wrong_code(first))).await;
    assert_eq!(reply.refusal, Some(Refusal::NotNow));
    counter.ask(first, Request::ShowUsername).await;
    let again = counter.ask(first, Request::ShowUsername).await;
    assert_eq!(again.refusal, Some(Refusal::NotNow), "used once");
    assert!(counter.opens(1, counter::OLD_PASSWORD));
}

#[tokio::test]
async fn a_new_mobile_needs_two_supervisors_and_a_day() {
    let counter = ready(&[1]).await;
    let until = begun(&counter, 1, 7).await;
    assert_eq!(until, counter.desk.now().after(DAY));
    assert_eq!(counter.account(1).mobile, mobile(1), "nothing is changed yet");
    let told = messages(&counter, |kind| {
        matches!(kind, MessageKind::MobileChangeBegun { hours: 24, .. })
    });
    assert_eq!(
        told,
        [
            Contact::Mobile(mobile(1)),
            Contact::Email(counter.account(1).email.unwrap())
        ]
    );
    // Before the day is over nothing goes on, and the supervisor's page says until when.
    counter.clock.pass(DAY - SECOND);
    let early = visit(&counter, 1).await;
    let refused = approve(&counter, early, 1, ApprovalReason::MobileLost, Aim::Password).await;
    assert_eq!(
        refused.refusal,
        Some(Refusal::Approval(ApprovalRefusal::Waits { until }))
    );
    let refused = approve(
        &counter,
        early,
        1,
        ApprovalReason::MobileLost,
        Aim::NewMobile(mobile(8)),
    )
    .await;
    assert_eq!(
        refused.refusal,
        Some(Refusal::Approval(ApprovalRefusal::Waits { until }))
    );
    counter.clock.pass(SECOND);
    let late = visit(&counter, 1).await;
    approve(&counter, late, 1, ApprovalReason::MobileLost, Aim::Password).await;
    counter.ask(late, Request::Answers(answers(1))).await;
    assert_eq!(
        messages(&counter, |kind| matches!(kind, MessageKind::Code { .. })),
        [Contact::Mobile(mobile(7))]
    );
    counter.ask(late, Request::Code(counter.sent_code(late))).await;
    assert_eq!(counter.account(1).mobile, mobile(7));
    let told = messages(&counter, |kind| matches!(kind, MessageKind::MobileChanged { .. }));
    assert_eq!(told[0], Contact::Mobile(mobile(1)));
    counter.choose(late, NEW_PASSWORD).await;
    assert!(counter.opens(1, NEW_PASSWORD));
    let told = messages(&counter, |kind| matches!(kind, MessageKind::PasswordChanged { .. }));
    assert_eq!(told[0], Contact::Mobile(mobile(1)), "to the contacts from before");
    assert_eq!(changed_on(&counter, 1).standing(), Standing::Done);
    // A change is done once.
    let again = visit(&counter, 1).await;
    let refused = approve(&counter, again, 1, ApprovalReason::MobileLost, Aim::Password).await;
    assert_eq!(why(&refused), Obstacle::NewMobileFirst);
}

#[tokio::test]
async fn the_second_supervisor_is_another_one_and_not_the_clerk() {
    let counter = ready(&[1, ANOTHER]).await;
    let visit = visit(&counter, 1).await;
    let aim = Aim::NewMobile(mobile(7));
    let reply = approve(&counter, visit, 1, ApprovalReason::AnswersForgotten, aim).await;
    assert!(matches!(at(&reply), ClerkStep::Second));
    assert_eq!(
        why(&second(&counter, visit, FIRST).await.unwrap()),
        Obstacle::SamePerson
    );
    let clerk = second(&counter, visit, counter::CLERK).await;
    assert!(matches!(clerk, Err(DeskError::NotVouched(SignInRefusal::SamePerson))));
    let done = second(&counter, visit, ANOTHER).await.unwrap();
    assert!(matches!(
        at(&done),
        ClerkStep::Done {
            outcome: Outcome::MobileWaits { .. },
            ..
        }
    ));
    // A second supervisor does not help with their own account.
    let own = supervising::visit(&counter, ANOTHER).await;
    approve(&counter, own, ANOTHER, ApprovalReason::AnswersForgotten, aim).await;
    assert_eq!(
        why(&second(&counter, own, ANOTHER).await.unwrap()),
        Obstacle::OwnIdentity
    );
}

#[tokio::test]
async fn where_the_registry_says_that_the_mobile_is_theirs_one_supervisor_is_enough() {
    let counter = ready(&[1]).await;
    let person = Registered {
        number: identity(1),
        person: Person {
            name: None,
            kind: identity(1).kind(),
            expiry: None,
            active: true,
        },
        mobiles: vec![RegisteredMobile {
            mobile: mobile(7),
            active: true,
            operator_approved: true,
        }],
    };
    counter.registry.replace(Roll {
        complete: false,
        people: vec![person],
    });
    let visit = visit(&counter, 1).await;
    let aim = Aim::NewMobile(mobile(7));
    let done = approve(&counter, visit, 1, ApprovalReason::AnswersForgotten, aim).await;
    assert!(matches!(
        at(&done),
        ClerkStep::Done {
            outcome: Outcome::MobileWaits { .. },
            ..
        }
    ));
    let asked = counter.facts();
    assert!(asked.iter().any(|fact| matches!(fact, Fact::RegistryAsked { .. })));
}

#[tokio::test]
async fn a_mobile_that_cannot_be_had_is_refused() {
    let counter = ready(&[1, 2]).await;
    let visit = visit(&counter, 1).await;
    for (aim, expected) in [
        (Aim::NewMobile(mobile(1)), Obstacle::SameMobile),
        (Aim::NewMobile(mobile(2)), Obstacle::MobileTaken),
    ] {
        let reply = approve(&counter, visit, 1, ApprovalReason::MobileLost, aim).await;
        assert_eq!(why(&reply), expected);
    }
}

#[tokio::test]
async fn a_mobile_that_somebody_else_took_meanwhile_is_not_given_away() {
    let counter = ready(&[1, 2]).await;
    begun(&counter, 1, 7).await;
    counter.clock.pass(DAY);
    let late = visit(&counter, 1).await;
    approve(&counter, late, 1, ApprovalReason::AnswersForgotten, Aim::Password).await;
    let mut other = counter.account(2);
    other.mobile = mobile(7);
    counter.put(other);
    let code = counter.sent_code(late);
    let over = counter.ask(late, Request::Code(code)).await;
    assert!(ended(&over), "{:?}", at(&over));
    assert_eq!(counter.account(1).mobile, mobile(1));
}

#[tokio::test]
async fn any_desk_stops_a_change_and_the_answer_is_the_same_where_there_is_none() {
    for by_reference in [false, true] {
        let counter = ready(&[1]).await;
        begun(&counter, 1, 7).await;
        let reference = changed_on(&counter, 1).reference();
        let other = counter.other_desk();
        let nobody = Reference::of(VisitId::from_bytes([9; 16]));
        other.stop_mobile_change(ChangeOf::Identity(identity(2))).await.unwrap();
        other.stop_mobile_change(ChangeOf::Reference(nobody)).await.unwrap();
        assert!(changed_on(&counter, 1).is_open());
        let of = match by_reference {
            true => ChangeOf::Reference(reference),
            false => ChangeOf::Identity(identity(1)),
        };
        other.stop_mobile_change(of.clone()).await.unwrap();
        assert_eq!(changed_on(&counter, 1).standing(), Standing::Stopped);
        other.stop_mobile_change(of).await.unwrap();
        let facts = counter.facts();
        let count = |wanted: &dyn Fn(&Fact) -> bool| facts.iter().filter(|fact| wanted(fact)).count();
        assert_eq!(count(&|fact| matches!(fact, Fact::MobileChangeStopAsked)), 4);
        assert_eq!(count(&|fact| matches!(fact, Fact::MobileChangeStopped { .. })), 1);
        let told = messages(&counter, |kind| matches!(kind, MessageKind::MobileChangeStopped { .. }));
        assert_eq!(told[0], Contact::Mobile(mobile(1)));
        counter.clock.pass(2 * DAY);
        let late = visit(&counter, 1).await;
        let refused = approve(&counter, late, 1, ApprovalReason::MobileLost, Aim::Password).await;
        assert_eq!(why(&refused), Obstacle::NewMobileFirst, "for good");
    }
}

#[tokio::test]
async fn a_change_that_is_stopped_while_its_code_is_awaited_changes_nothing() {
    let counter = ready(&[1]).await;
    begun(&counter, 1, 7).await;
    counter.clock.pass(DAY);
    let late = visit(&counter, 1).await;
    approve(&counter, late, 1, ApprovalReason::AnswersForgotten, Aim::Password).await;
    let code = counter.sent_code(late);
    counter
        .desk
        .stop_mobile_change(ChangeOf::Identity(identity(1)))
        .await
        .unwrap();
    let over = counter.ask(late, Request::Code(code)).await;
    assert!(ended(&over));
    assert_eq!(counter.account(1).mobile, mobile(1));
}

#[tokio::test]
async fn no_restart_and_no_jump_of_the_wall_clock_shortens_the_wait() {
    let mut counter = ready(&[1]).await;
    let until = begun(&counter, 1, 7).await;
    for hours in [30, -60, 200] {
        let wall = counter.clock.read().wall.as_millis() + hours * 3_600_000;
        counter.clock.set_wall(Timestamp::from_millis(wall));
        counter.restart();
        assert!(counter.desk.now() < until.after(HOUR), "{hours}");
        let early = visit(&counter, 1).await;
        let refused = approve(&counter, early, 1, ApprovalReason::MobileLost, Aim::Password).await;
        assert_eq!(
            refused.refusal,
            Some(Refusal::Approval(ApprovalRefusal::Waits { until })),
            "{hours}"
        );
        counter.desk.next_visitor(early).await.unwrap();
    }
    counter.clock.pass(DAY);
    let late = visit(&counter, 1).await;
    let goes_on = approve(&counter, late, 1, ApprovalReason::MobileLost, Aim::Password).await;
    assert!(matches!(at(&goes_on), ClerkStep::Questions { .. }));
}

#[tokio::test]
async fn a_supervised_visit_goes_on_after_a_restart_and_its_approval_is_no_younger() {
    let mut counter = ready(&[1]).await;
    let visit = visit(&counter, 1).await;
    approve(&counter, visit, 1, ApprovalReason::Paused, Aim::Password).await;
    counter.clock.pass(4 * MINUTE);
    counter.restart();
    counter.desk.resume(visit, istiada::desk::SamePerson).await.unwrap();
    counter.clock.pass(4 * MINUTE);
    let code = counter.ask(visit, Request::Answers(answers(1))).await;
    assert!(matches!(at(&code), ClerkStep::Code(_)));
    counter.restart();
    counter.clock.pass(2 * MINUTE);
    let resumed = counter.desk.resume(visit, istiada::desk::SamePerson).await.unwrap();
    assert!(matches!(at(&resumed), ClerkStep::Approval { again: true }));
}

#[tokio::test]
async fn of_two_visits_that_begin_a_change_at_once_one_does() {
    let counter = ready(&[1]).await;
    let (one, two) = (visit(&counter, 1).await, visit(&counter, 1).await);
    for (visit, number) in [(one, 7), (two, 8)] {
        let aim = Aim::NewMobile(mobile(number));
        let reply = approve(&counter, visit, 1, ApprovalReason::AnswersForgotten, aim).await;
        assert!(matches!(at(&reply), ClerkStep::Second));
    }
    second(&counter, one, ANOTHER).await.unwrap();
    let over = second(&counter, two, ANOTHER).await.unwrap();
    assert!(ended(&over), "{:?}", at(&over));
    assert_eq!(*changed_on(&counter, 1).mobile(), mobile(7));
}

#[tokio::test]
async fn nothing_is_half_done_where_a_commit_fails() {
    let counter = ready(&[1]).await;
    let visit = visit(&counter, 1).await;
    approve(
        &counter,
        visit,
        1,
        ApprovalReason::AnswersForgotten,
        Aim::NewMobile(mobile(7)),
    )
    .await;
    // The supervisor's sign-in goes well, and the approval fails.
    counter.store.fails_after.store(1, std::sync::atomic::Ordering::Relaxed);
    assert!(second(&counter, visit, ANOTHER).await.is_err());
    assert!(counter.memory.mobile_change(counter.account(1).id).unwrap().is_none());
    let done = second(&counter, visit, ANOTHER).await.unwrap();
    assert!(matches!(at(&done), ClerkStep::Done { .. }));
}
