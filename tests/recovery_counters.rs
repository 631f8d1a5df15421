//! Wrong tries add up, whoever makes them where; no restart and no clock shortens a pause or revives a code.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/trying.rs"]
mod trying;

use std::future::Future;
use std::sync::LazyLock;
use std::time::Duration;

use counter::{Counter, MINUTE, SECOND, answers, wrong_answers};
use istiada::desk::{ClerkStep, DeskError, Request, SamePerson};
use istiada::domain::code::TypedCode;
use istiada::domain::fact::Fact;
use istiada::domain::recovery::Refusal;
use istiada::domain::recovery::code::CodeRefusal;
use istiada::domain::time::Timestamp;
use istiada::port::Clock;
use proptest::prelude::*;
use trying::{is_asked, patient};

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| tokio::runtime::Runtime::new().unwrap());

fn run<T>(work: impl Future<Output = T>) -> T {
    RUNTIME.block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn wrong_rounds_add_up_over_parallel_visits(order in proptest::collection::vec(0..4_usize, 5..9), restart in 0..5_usize) {
        run(async {
            let mut counter = Counter::under(patient(), &[1]);
            let mut visits = Vec::new();
            for _ in 0..4 {
                visits.push((counter.questions(1, 1).await.0, 0));
            }
            for (round, slot) in order.into_iter().enumerate() {
                if round == restart {
                    counter.restart();
                    for visit in &mut visits {
                        *visit = (counter.questions(1, 1).await.0, 0);
                    }
                }
                if visits[slot].1 == 3 {
                    visits[slot] = (counter.questions(1, 1).await.0, 0);
                }
                visits[slot].1 += 1;
                counter.ask(visits[slot].0, Request::Answers(wrong_answers())).await;
            }
            for (visit, _) in visits {
                let reply = counter.ask(visit, Request::Answers(answers(1))).await;
                assert!(!is_asked(&reply), "five wrong rounds or more pause the account in every visit");
            }
        });
    }

    #[test]
    fn wrong_codes_add_up_over_parallel_visits(order in proptest::collection::vec(0..3_usize, 10)) {
        run(async {
            let counter = Counter::under(patient(), &[1]);
            let mut visits = Vec::new();
            for _ in 0..3 {
                visits.push(counter.code(1).await);
            }
            let mut tried = 0;
            for slot in order {
                let reply = counter.ask(visits[slot], Request::Code(counter.wrong_code(visits[slot]))).await;
                tried += usize::from(matches!(
                    reply.refusal,
                    Some(Refusal::Code(CodeRefusal::Missed { .. }))
                ));
            }
            let wrong = counter.facts().iter().filter(|fact| matches!(fact, Fact::CodeMissed { .. })).count();
            assert!(wrong <= 10);
            // Whatever tries are left, spend them in another visit of the same account.
            while counter.facts().iter().filter(|fact| matches!(fact, Fact::CodeMissed { .. })).count() < 10 {
                let visit = counter.code(1).await;
                for _ in 0..4 {
                    let request = Request::Code(counter.wrong_code(visit));
                    if matches!(counter.ask(visit, request).await.views.clerk.step, ClerkStep::Ended { .. }) {
                        break;
                    }
                }
            }
            assert!(tried <= 10);
            for visit in visits {
                let reply = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
                assert!(!matches!(reply.views.clerk.step, ClerkStep::Password), "ten wrong codes spend all visits");
            }
        });
    }
}

/// What somebody with the machine in their hands can do to shorten a wait.
#[derive(Clone, Debug)]
enum Trick {
    Restart,
    Wall(i64),
    Reboot,
    Pass(u32),
}

fn tricks() -> impl Strategy<Value = Vec<Trick>> {
    let wall = prop_oneof![-900_000_000..900_000_000_i64, -400..400_i64];
    let trick = prop_oneof![
        Just(Trick::Restart),
        wall.prop_map(Trick::Wall),
        Just(Trick::Reboot),
        (0..120_u32).prop_map(Trick::Pass),
    ];
    proptest::collection::vec(trick, 1..12)
}

/// Plays the tricks, at most until `span` has truly passed, and returns what is left of it.
async fn play(counter: &mut Counter, tricks: Vec<Trick>, span: Duration) -> Duration {
    let mut left = span;
    for trick in tricks {
        match trick {
            Trick::Restart => counter.restart(),
            Trick::Wall(seconds) => {
                let wall = counter.clock.read().wall.as_millis() + seconds * 1000;
                counter.clock.set_wall(Timestamp::from_millis(wall));
                // The status line looks at the clocks every second.
                counter.desk.status().await.unwrap();
                if seconds.abs() <= 300 {
                    counter.restart();
                }
            }
            Trick::Reboot => {
                counter.clock.reboot();
                counter.restart();
            }
            Trick::Pass(seconds) => {
                let span = (seconds * SECOND).min(left.saturating_sub(SECOND));
                counter.clock.pass(span);
                left -= span;
            }
        }
    }
    left
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_restart_and_no_clock_shortens_a_pause(tricks in tricks()) {
        run(async {
            let mut counter = Counter::under(patient(), &[1]);
            trying::rounds(&counter, 5).await;
            let left = play(&mut counter, tricks, 15 * MINUTE).await;
            assert!(!trying::matches(&counter).await, "{left:?} are left");
            counter.clock.pass(left);
            assert!(trying::matches(&counter).await, "and none lengthens it");
        });
    }

    #[test]
    fn no_restart_and_no_clock_shortens_the_pause_of_a_desk(tricks in tricks()) {
        run(async {
            let mut counter = Counter::with(&[1]);
            for number in 0..10 {
                let (visit, _) = counter.questions(1, 100 + number).await;
                counter.desk.next_visitor(visit).await.unwrap();
            }
            let left = play(&mut counter, tricks, 5 * MINUTE).await;
            assert!(counter.open().await.is_err(), "{left:?} are left");
            counter.clock.pass(left);
            counter.open().await.unwrap();
        });
    }

    #[test]
    fn no_clock_revives_a_code_and_no_restart_does(tricks in tricks(), restarts in any::<bool>()) {
        run(async {
            let mut counter = Counter::with(&[1]);
            let visit = counter.code(1).await;
            let tricks = tricks.into_iter().filter(|trick| restarts || matches!(trick, Trick::Wall(301..) | Trick::Wall(..-300)));
            play(&mut counter, tricks.collect(), 5 * MINUTE).await;
            counter.clock.pass(5 * MINUTE);
            let mut reply = counter.desk.request(visit, Request::Code(counter.sent_code(visit))).await;
            if restarts && counter.desk.resume(visit, SamePerson).await.is_ok() {
                reply = counter.desk.request(visit, Request::Code(counter.sent_code(visit))).await;
            }
            match reply {
                Ok(reply) => assert!(is_asked(&reply) && reply.refusal.is_some()),
                Err(error) => assert!(matches!(error, DeskError::NoVisit) && restarts),
            }
        });
    }
}

#[test]
fn a_code_of_one_visit_never_works_in_another() {
    run(async {
        let counter = Counter::under(patient(), &[1, 2]);
        let (mine, same, other) = (counter.code(1).await, counter.code(1).await, counter.code(2).await);
        let code = counter.all_codes(mine).pop().unwrap();
        for visit in [same, other] {
            assert_ne!(
                counter.all_codes(visit).pop().unwrap(),
                code,
                "the seed of this test gives three codes"
            );
            let reply = counter
                .ask(visit, Request::Code(TypedCode::parse(&code, 6).unwrap()))
                .await;
            assert!(is_asked(&reply) && reply.refusal.is_some());
        }
        let reply = counter
            .ask(mine, Request::Code(TypedCode::parse(&code, 6).unwrap()))
            .await;
        assert!(matches!(reply.views.clerk.step, ClerkStep::Password));
    });
}

#[test]
fn a_code_that_was_sent_again_kills_the_one_before() {
    run(async {
        let counter = Counter::with(&[1]);
        let visit = counter.code(1).await;
        let old = counter.sent_code(visit);
        counter.clock.pass(MINUTE);
        counter.ask(visit, Request::Resend).await;
        let reply = counter.ask(visit, Request::Code(old)).await;
        assert!(is_asked(&reply) && reply.refusal.is_some());
        let reply = counter.ask(visit, Request::Code(counter.sent_code(visit))).await;
        assert!(matches!(reply.views.clerk.step, ClerkStep::Password));
    });
}

#[test]
fn a_jump_of_the_clock_is_a_fact_and_stays_in_the_status_line() {
    run(async {
        for (seconds, told) in [(300, false), (301, true), (-300, false), (-301, true)] {
            let counter = Counter::with(&[1]);
            let wall = counter.clock.read().wall.as_millis() + seconds * 1000;
            counter.clock.set_wall(Timestamp::from_millis(wall));
            assert_eq!(counter.desk.status().await.unwrap().clock_jumped, told, "{seconds}");
            assert_eq!(counter.desk.status().await.unwrap().clock_jumped, told);
            let jumps: Vec<_> = counter
                .facts()
                .into_iter()
                .filter(|fact| matches!(fact, Fact::ClockJumped { .. }))
                .collect();
            let millis = seconds * 1000;
            let expected = if told {
                vec![Fact::ClockJumped { millis }]
            } else {
                Vec::new()
            };
            assert_eq!(jumps, expected, "once, with its length");
        }
    });
}

#[test]
fn many_small_jumps_are_noticed_as_one_large_one_is() {
    run(async {
        let counter = Counter::with(&[1]);
        for _ in 0..4 {
            let wall = counter.clock.read().wall.as_millis() + 100_000;
            counter.clock.set_wall(Timestamp::from_millis(wall));
            counter.desk.status().await.unwrap();
        }
        assert!(counter.facts().contains(&Fact::ClockJumped { millis: 400_000 }));
    });
}
