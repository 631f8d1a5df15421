//! After a stop of the program a visit is there at the step that it had reached, for the same clerk and the same person,
//! as long as it would have lived with nobody there. A restart sends nothing, gives back no try and changes nobody.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;
#[path = "support/walking.rs"]
mod walking;

use std::time::Duration;

use counter::{Counter, MINUTE, SECOND, identity};
use istiada::desk::{ClerkStep, DeskError, Reply, Request, SamePerson};
use istiada::domain::applicant::ApplicantKind;
use istiada::domain::fact::{Ending, Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::language::Language;
use istiada::domain::policy::Policy;
use istiada::domain::secret::Secret;
use istiada::domain::store_kind::StoreKind;
use istiada::domain::time::Timestamp;
use istiada::port::{Change, Clock, Frame, Store};
use newcomer::roll;
use walking::{OWNER, WAYS, Walk, name};

const INSTANT: Duration = Duration::from_millis(1);
/// Another clerk than that of the counter.
const OTHER_CLERK: u32 = 88_888_888;

fn a_counter() -> Counter {
    counter_under(Policy::of(StoreKind::Drill))
}

fn counter_under(policy: Policy) -> Counter {
    let counter = Counter::under(policy, &[OWNER]);
    counter.registry.replace(roll(1..=40));
    counter
}

const fn walk(flow: Flow) -> Walk {
    Walk { flow, serial: 5 }
}

/// Every step of every flow.
fn steps() -> impl Iterator<Item = (Flow, usize)> {
    WAYS.into_iter()
        .flat_map(|(flow, steps)| (0..steps).map(move |step| (flow, step)))
}

/// How many messages left since it was last asked, once everything is sent that is due.
async fn left(counter: &Counter) -> usize {
    counter.desk.outbox().send_due().await.unwrap();
    counter.sms.drain().len() + counter.email.drain().len()
}

/// What was written since a frame.
fn since(counter: &Counter, frame: usize) -> Vec<Frame> {
    counter.frames().split_off(frame)
}

fn facts(frames: &[Frame]) -> Vec<Fact> {
    let entries = frames.iter().flat_map(|frame| frame.commit.entries.clone());
    entries.map(|entry| entry.fact).collect()
}

/// Whether nothing was written but visits: no tally, no account, no message.
fn only_visits(frames: &[Frame]) -> bool {
    let mut changes = frames.iter().flat_map(|frame| &frame.commit.changes);
    changes.all(|change| matches!(change, Change::Visit { .. } | Change::VisitGone { .. }))
}

fn is_interrupted(counter: &Counter) -> bool {
    let ending = Ending::Interrupted;
    counter.facts().contains(&Fact::VisitEnded { ending }) && counter.memory.visits().unwrap().is_empty()
}

async fn resume(counter: &Counter, visit: VisitId) -> Result<Reply, DeskError> {
    counter.desk.resume(visit, SamePerson).await
}

/// What the store holds of a visit, but for the moments that a resumption moves.
fn kept(counter: &Counter, visit: VisitId) -> serde_json::Value {
    let record = counter.memory.visit(visit).unwrap().unwrap().record;
    let mut value = serde_json::to_value(record).unwrap();
    value["visit"]["touched"].take();
    for at in [
        "/stage/captcha/shown",
        "/stage/registration/entered/step/captcha/images/shown",
    ] {
        value.pointer_mut(at).map(serde_json::Value::take);
    }
    value
}

/// What stands between a visit and its resumption.
#[derive(Clone, Copy, Debug)]
enum Stop {
    /// The program alone is started again; the wall clock was set by so many seconds.
    Program(i64),
    /// The machine is started again; the wall clock was set by so many seconds.
    Machine(i64),
}

fn stop(counter: &mut Counter, stop: Stop) {
    let (Stop::Program(seconds) | Stop::Machine(seconds)) = stop;
    let wall = counter.clock.read().wall.as_millis() + seconds * 1000;
    counter.clock.set_wall(Timestamp::from_millis(wall));
    if let Stop::Machine(_) = stop {
        counter.clock.reboot();
    }
    counter.restart();
}

/// Stops, resumes and goes on to the end.
async fn goes_on(flow: Flow, steps: usize, how: Stop) {
    let case = format!("{flow:?} {steps} {how:?}");
    let mut counter = a_counter();
    let before = walk(flow).reach(&counter, steps).await;
    let visit = before.views.clerk.visit;
    let sent = left(&counter).await;
    let (frame, kept_before) = (counter.frames().len(), kept(&counter, visit));
    counter.clock.pass(MINUTE);
    stop(&mut counter, how);
    assert_eq!(left(&counter).await, 0, "{case}: {sent} were sent before");
    let touched = counter.desk.request(visit, Request::Tick).await;
    assert!(matches!(touched, Err(DeskError::NoVisit)), "{case}: it waits");
    let offered = counter.desk.left_open().await.unwrap();
    let [offer] = &offered[..] else {
        panic!("{case}: {offered:?}")
    };
    assert_eq!(
        (offer.view.visit, name(&offer.view.step)),
        (visit, name(&before.views.clerk.step))
    );
    let person = walk(flow).person();
    let seen = (steps > 0).then(|| (ApplicantKind::Citizen, identity(person).last_four().to_owned()));
    let shown = offer.document.as_ref();
    assert_eq!(
        shown.map(|seen| (seen.kind(), seen.last_four().to_owned())),
        seen,
        "{case}"
    );
    let reply = resume(&counter, visit).await.unwrap();
    assert_eq!(
        (name(&reply.views.clerk.step), reply.refusal),
        (name(&before.views.clerk.step), None),
        "{case}"
    );
    assert_eq!(kept(&counter, visit), kept_before, "{case}");
    let written = since(&counter, frame);
    assert!(only_visits(&written), "{case}: {written:?}");
    assert_eq!(
        facts(&written)
            .iter()
            .filter(|fact| **fact == Fact::VisitResumed)
            .count(),
        1,
        "{case}"
    );
    assert_eq!(left(&counter).await, 0, "{case}");
    assert!(resume(&counter, visit).await.is_err(), "{case}: once");
    assert!(counter.desk.left_open().await.unwrap().is_empty());
    let reply = counter.ask(visit, Request::Tick).await;
    let done = walk(flow).finish(&counter, reply).await;
    assert!(
        matches!(done.views.clerk.step, ClerkStep::Done { .. }),
        "{case}: {done:?}"
    );
}

#[tokio::test]
async fn every_visit_goes_on_at_its_step_with_every_try_that_was_spent() {
    for (flow, steps) in steps() {
        for how in [Stop::Program(0), Stop::Machine(0)] {
            goes_on(flow, steps, how).await;
        }
    }
}

#[tokio::test]
async fn no_wall_clock_takes_the_window_away_or_widens_it_while_the_machine_runs() {
    for seconds in [-90_000, -599, 599, 90_000] {
        goes_on(Flow::ForgottenPassword, 4, Stop::Program(seconds)).await;
        goes_on(Flow::NewUser, 9, Stop::Program(seconds)).await;
    }
}

#[tokio::test]
async fn after_a_restart_of_the_machine_the_wall_clock_is_believed_only_where_it_went_on() {
    goes_on(Flow::ForgottenPassword, 3, Stop::Machine(120)).await;
    for (flow, steps) in steps() {
        // Set back behind the last frame, or beyond the window: nobody can say that it is not too late.
        for seconds in [-61, -90_000, 541, 90_000] {
            let mut counter = a_counter();
            let visit = walk(flow).reach(&counter, steps).await.views.clerk.visit;
            let done = matches!(
                counter.ask(visit, Request::Tick).await.views.clerk.step,
                ClerkStep::Done { .. }
            );
            counter.clock.pass(MINUTE);
            stop(&mut counter, Stop::Machine(seconds));
            assert_eq!(is_interrupted(&counter), !done, "{flow:?} {steps} {seconds}");
            assert!(counter.memory.visits().unwrap().is_empty());
            assert!(resume(&counter, visit).await.is_err());
        }
    }
}

/// Resumes after `wait`, of which `before` passes before the stop.
async fn resumes_after(policy: &Policy, [before, wait]: [Duration; 2], steps: usize) -> bool {
    let mut counter = counter_under(policy.clone());
    let reply = walk(Flow::ForgottenPassword).reach(&counter, steps).await;
    counter.clock.pass(before);
    counter.restart();
    counter.clock.pass(wait - before);
    let resumed = resume(&counter, reply.views.clerk.visit).await.is_ok();
    assert_eq!(is_interrupted(&counter), !resumed);
    resumed
}

#[tokio::test]
async fn the_window_ends_with_the_idle_time_or_before_it() {
    let ordinary = Policy::of(StoreKind::Drill);
    let (mut short, mut long) = (ordinary.clone(), ordinary.clone());
    short.visit.resume_window = 2 * MINUTE;
    long.visit.resume_window = 30 * MINUTE;
    for (policy, window) in [(&ordinary, 10 * MINUTE), (&short, 2 * MINUTE), (&long, 10 * MINUTE)] {
        for steps in 0..6 {
            for before in [Duration::ZERO, window - SECOND, window - INSTANT] {
                assert!(resumes_after(policy, [before, window - INSTANT], steps).await);
                assert!(
                    !resumes_after(policy, [before, window], steps).await,
                    "{window:?} {before:?}"
                );
            }
            assert!(!resumes_after(policy, [window + SECOND, window + SECOND], steps).await);
        }
    }
}

#[tokio::test]
async fn the_window_ends_with_the_life_of_the_visit_however_often_it_is_resumed() {
    for (wait, alive) in [(5 * MINUTE - INSTANT, true), (5 * MINUTE, false)] {
        let mut counter = a_counter();
        let visit = walk(Flow::NewUser).reach(&counter, 4).await.views.clerk.visit;
        for _ in 0..11 {
            counter.clock.pass(5 * MINUTE);
            counter.restart();
            resume(&counter, visit).await.unwrap();
        }
        counter.restart();
        let offered = counter.desk.left_open().await.unwrap();
        assert_eq!(
            offered[0].until,
            counter.desk.now().after(5 * MINUTE),
            "not the idle time"
        );
        counter.clock.pass(wait);
        assert_eq!(resume(&counter, visit).await.is_ok(), alive);
        assert_eq!(is_interrupted(&counter), !alive);
    }
}

#[tokio::test]
async fn another_clerk_finds_nothing_and_it_ends() {
    for (flow, steps) in steps() {
        let mut counter = a_counter();
        let reply = walk(flow).reach(&counter, steps).await;
        let done = matches!(reply.views.clerk.step, ClerkStep::Done { .. });
        let visit = reply.views.clerk.visit;
        counter.restart_as(OTHER_CLERK);
        assert!(matches!(resume(&counter, visit).await, Err(DeskError::NoVisit)));
        assert!(counter.desk.left_open().await.unwrap().is_empty());
        assert_eq!(is_interrupted(&counter), !done, "{flow:?} {steps}");
        counter.restart();
        assert!(
            resume(&counter, visit).await.is_err(),
            "nor does the first one any more"
        );
    }
}

#[tokio::test]
async fn a_visit_that_nobody_resumes_ends_by_itself_or_by_the_clerk() {
    let mut counter = a_counter();
    walk(Flow::ForgottenPassword).reach(&counter, 3).await;
    counter.restart();
    counter.clock.pass(10 * MINUTE - INSTANT);
    counter.desk.status().await.unwrap();
    assert_eq!(counter.memory.visits().unwrap().len(), 1);
    counter.clock.pass(INSTANT);
    counter.desk.status().await.unwrap();
    assert!(is_interrupted(&counter));

    let mut counter = a_counter();
    let visit = walk(Flow::ForgottenPassword).reach(&counter, 3).await.views.clerk.visit;
    counter.restart();
    counter.desk.next_visitor(visit).await.unwrap();
    assert!(is_interrupted(&counter));
    assert!(counter.desk.left_open().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_visit_that_was_over_for_good_is_not_offered() {
    let mut counter = a_counter();
    let visit = walk(Flow::ForgottenPassword).reach(&counter, 2).await.views.clerk.visit;
    counter.ask(visit, Request::End(Ending::Abandoned)).await;
    counter.restart();
    assert!(counter.desk.left_open().await.unwrap().is_empty());
    assert!(counter.memory.visits().unwrap().is_empty());
}

#[tokio::test]
async fn several_visits_wait_each_for_itself() {
    let mut counter = a_counter();
    let (one, other) = (counter.code(OWNER).await, counter.password(OWNER).await);
    counter.restart();
    assert_eq!(counter.desk.left_open().await.unwrap().len(), 2);
    resume(&counter, one).await.unwrap();
    let offered = counter.desk.left_open().await.unwrap();
    assert_eq!(
        offered.iter().map(|offer| offer.view.visit).collect::<Vec<_>>(),
        [other]
    );
    counter
        .desk
        .open_visit(Flow::ForgottenPassword, Language::ARABIC)
        .await
        .unwrap();
    assert!(
        resume(&counter, other).await.is_ok(),
        "a new visit does not take it away"
    );
}

#[tokio::test]
async fn a_resumption_that_cannot_be_written_changes_nothing_and_can_be_tried_again() {
    for (flow, steps) in steps() {
        let mut counter = a_counter();
        let visit = walk(flow).reach(&counter, steps).await.views.clerk.visit;
        counter.restart();
        let before = (counter.frames().len(), counter.memory.visit(visit).unwrap());
        counter.store.fails_after.store(0, std::sync::atomic::Ordering::Relaxed);
        assert!(matches!(resume(&counter, visit).await, Err(DeskError::Store(_))));
        assert_eq!((counter.frames().len(), counter.memory.visit(visit).unwrap()), before);
        assert!(
            counter.desk.request(visit, Request::Tick).await.is_err(),
            "it still waits"
        );
        resume(&counter, visit).await.unwrap();
    }
}

#[tokio::test]
async fn an_image_that_is_gone_is_replaced_and_costs_nothing() {
    for (flow, steps) in [(Flow::ForgottenPassword, 1), (Flow::NewUser, 7)] {
        let mut counter = a_counter();
        let visit = walk(flow).reach(&counter, steps).await.views.clerk.visit;
        // More often than images may be missed.
        for _ in 0..7 {
            let old = counter.painter.label();
            counter.clock.pass(4 * MINUTE);
            counter.restart();
            let reply = resume(&counter, visit).await.unwrap();
            assert_ne!(
                old.characters(),
                counter.painter.label().characters(),
                "the seed of this test gives another"
            );
            let shown = format!("{:?}", reply.views.clerk.step);
            assert!(
                shown.contains("image: 2") && shown.contains("paused_until: None"),
                "{shown}"
            );
        }
        let reply = counter.ask(visit, Request::Tick).await;
        let reply = counter.ask(visit, walk(flow).next(&counter, &reply).unwrap()).await;
        assert_eq!(reply.refusal, None, "it has its whole life");
    }
}

#[tokio::test]
async fn a_pause_of_the_images_goes_on() {
    let mut counter = a_counter();
    let visit = counter.open().await.unwrap();
    counter.document(visit, OWNER).await;
    for _ in 0..5 {
        counter.ask(visit, Request::Captcha(Secret::from("wrong"))).await;
    }
    let until = counter.desk.now().after(MINUTE);
    counter.clock.pass(30 * SECOND);
    counter.restart();
    let reply = resume(&counter, visit).await.unwrap();
    let ClerkStep::Captcha(progress) = reply.views.clerk.step else {
        panic!("{reply:?}")
    };
    assert_eq!(progress.paused_until, Some(until));
}
