//! A supervisor's figures, against a day at the desk that is written out fact by fact.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use istiada::domain::applicant::{ApplicantKind, IdentityNumber};
use istiada::domain::conditions::Condition;
use istiada::domain::fact::{Ending, Entry, Fact, Flow};
use istiada::domain::id::{AccountId, MessageId, Reference, VisitId};
use istiada::domain::limit::Subject;
use istiada::domain::message::{Delivery, Failure};
use istiada::domain::presence::AttestationReason;
use istiada::domain::report::alert::Alert;
use istiada::domain::report::figures::{Figures, Refused};
use istiada::domain::report::story::{Outcome, Step, stories};
use istiada::domain::report::{Line, Period};
use istiada::domain::supervised::{ApprovalReason, Purpose, UnknownReason};
use istiada::domain::time::Timestamp;

/// 2026-11-22 08:00 in Riyadh.
const MORNING: i64 = 1_795_323_600_000;
const ACCOUNT: AccountId = AccountId::from_bytes([9; 16]);

/// A ledger that is written by hand.
#[derive(Default)]
struct Written(Vec<Line>);

impl Written {
    fn at(&mut self, second: i64, clerk: Option<IdentityNumber>, visit: Option<VisitId>, fact: Fact) {
        let at = Timestamp::from_millis(MORNING + second * 1_000);
        self.0.push(Line {
            frame: self.0.len() as u64 + 1,
            at,
            wall: at,
            entry: Entry { clerk, visit, fact },
        });
    }

    /// A visit of so many seconds.
    fn visit(&mut self, number: u8, begins: i64, clerk: IdentityNumber, facts: Vec<(i64, Fact)>) {
        let visit = VisitId::from_bytes([number; 16]);
        let opened = Fact::VisitOpened {
            reference: Reference::of(visit),
            flow: Flow::ForgottenPassword,
        };
        self.at(begins, Some(clerk), Some(visit), opened);
        for (second, fact) in facts {
            self.at(begins + second, Some(clerk), Some(visit), fact);
        }
    }
}

fn reem() -> IdentityNumber {
    IdentityNumber::parse("1000000008").unwrap()
}

fn majed() -> IdentityNumber {
    IdentityNumber::parse("1000000016").unwrap()
}

fn document() -> Fact {
    Fact::DocumentSeen {
        kind: ApplicantKind::Citizen,
        last_four: "8278".to_owned(),
    }
}

fn recovered() -> Vec<(i64, Fact)> {
    vec![
        (10, document()),
        (40, Fact::CaptchaPassed),
        (
            60,
            Fact::IdentityGiven {
                subject: Subject([1; 16]),
            },
        ),
        (180, Fact::AnswersMatched { account: ACCOUNT }),
        (240, Fact::CodeMatched { account: ACCOUNT }),
        (300, Fact::PasswordChanged { account: ACCOUNT }),
        (
            300,
            Fact::VisitEnded {
                ending: Ending::Completed,
            },
        ),
        (
            900,
            Fact::MessageMoved {
                message: MessageId::from_bytes([1; 16]),
                delivery: Delivery::Delivered {
                    at: Timestamp::from_millis(0),
                },
            },
        ),
    ]
}

fn closed() -> Vec<(i64, Fact)> {
    let missed = |second, round| {
        let subject = Subject([2; 16]);
        (second, Fact::AnswersMissed { subject, round })
    };
    vec![
        (5, document()),
        (20, Fact::CaptchaMissed),
        missed(60, 1),
        missed(80, 2),
        missed(100, 3),
        (100, Fact::VisitEnded { ending: Ending::Closed }),
    ]
}

fn of(written: &Written) -> Figures {
    Figures::of(Period::day(Timestamp::from_millis(MORNING)), &written.0)
}

#[test]
fn a_day_is_counted_by_hour_clerk_step_and_reason() {
    let mut day = Written::default();
    day.visit(1, 0, reem(), recovered());
    day.visit(2, 3_600, reem(), closed());
    day.visit(3, 3_700, majed(), recovered());
    day.visit(4, -86_400, majed(), recovered());
    let figures = of(&day);
    assert_eq!(
        (figures.all.visits, figures.all.done),
        (3, 2),
        "the day before does not count"
    );
    assert_eq!(
        figures.all.mean(),
        Some(Duration::from_secs(300)),
        "messages are not waited for"
    );
    assert_eq!(figures.all.percent_done(), Some(66));
    let hours: Vec<_> = figures
        .slots
        .iter()
        .map(|slot| (slot.count.visits, slot.count.done))
        .collect();
    assert_eq!(
        hours,
        [(1, 1), (2, 1)],
        "eight and nine o'clock, and no empty hours around them"
    );
    assert_eq!(figures.slots[0].begins.as_millis(), MORNING);
    let clerks: Vec<_> = figures.clerks.iter().map(|one| (one.clerk, one.count.visits)).collect();
    assert_eq!(clerks, [(reem(), 2), (majed(), 1)]);
    let refused = |which| figures.refused[Refused::ALL.iter().position(|one| *one == which).unwrap()];
    assert_eq!(refused(Refused::Captcha), 1);
    assert_eq!(refused(Refused::Answers), 3);
    assert_eq!(refused(Refused::Closed), 1);
    assert_eq!(refused(Refused::Code), 0);
    let step = |which| figures.steps[Step::ALL.iter().position(|one| *one == which).unwrap()];
    assert_eq!(step(Step::Questions), Some(Duration::from_secs(120)));
    assert_eq!(
        step(Step::Document),
        Some(Duration::from_millis(8_333)),
        "10, 5 and 10 seconds"
    );
    assert_eq!(step(Step::Conditions), None);
    assert_eq!(figures.alerts, []);
}

#[test]
fn a_week_is_counted_by_day() {
    let mut week = Written::default();
    for (number, day) in [(1, -7), (2, -3), (3, -3), (4, 0)] {
        week.visit(number, day * 86_400, reem(), recovered());
    }
    let figures = Figures::of(Period::week(Timestamp::from_millis(MORNING)), &week.0);
    let days: Vec<_> = figures.slots.iter().map(|slot| slot.count.visits).collect();
    assert_eq!(days, [2, 0, 0, 1], "from the first day with a visit to the last day");
    assert_eq!(figures.all.visits, 3);
}

#[test]
fn nothing_is_counted_of_an_empty_day() {
    let figures = of(&Written::default());
    assert_eq!(figures.all.mean(), None);
    assert_eq!(figures.all.percent_done(), None);
    assert!(figures.slots.is_empty() && figures.clerks.is_empty() && figures.alerts.is_empty());
}

#[test]
fn a_visit_is_a_story_with_an_end() {
    let mut day = Written::default();
    day.visit(1, 0, reem(), recovered());
    day.visit(2, 400, reem(), closed());
    day.visit(3, 800, reem(), vec![(5, document())]);
    let told = stories(&day.0);
    let outcomes: Vec<_> = told.iter().map(|story| story.outcome).collect();
    assert_eq!(outcomes, [Outcome::Done, Outcome::Ended(Ending::Closed), Outcome::Open]);
    assert_eq!(told[0].document, Some((ApplicantKind::Citizen, "8278".to_owned())));
    assert_eq!(told[0].clerk, Some(reem()));
    assert_eq!(told[1].span, Duration::from_secs(100));
}

#[test]
fn what_supervisors_approved_is_counted_by_visit_and_by_what_the_registry_did_not_know() {
    let approved = |second| {
        let (purpose, reason) = (Purpose::Password, ApprovalReason::NoQuestions);
        let fact = Fact::RecoveryApproved {
            account: ACCOUNT,
            purpose,
            reason,
            by: majed(),
        };
        (second, fact)
    };
    let accepted = |second, conditions: &[Condition]| {
        let fact = Fact::RegistrationApproved {
            subject: Subject([5; 16]),
            conditions: conditions.to_vec(),
            reason: UnknownReason::TooNew,
            by: majed(),
        };
        (second, fact)
    };
    let both = [Condition::NationalId, Condition::Mobile];
    let mut day = Written::default();
    day.visit(1, 0, reem(), vec![(5, document()), approved(20)]);
    // Once more in the same visit, after ten minutes.
    day.visit(2, 100, reem(), vec![approved(20), approved(640)]);
    day.visit(3, 200, reem(), vec![accepted(20, &both), accepted(700, &both)]);
    day.visit(4, 300, reem(), vec![accepted(20, &[Condition::Mobile])]);
    day.visit(5, -86_400, reem(), vec![approved(20), accepted(30, &both)]);
    let figures = of(&day);
    assert_eq!(figures.supervised, 2);
    let count = |which| figures.accepted[Condition::ALL.iter().position(|one| *one == which).unwrap()];
    assert_eq!([count(Condition::NationalId), count(Condition::Mobile)], [1, 2]);
    assert_eq!(figures.accepted.iter().sum::<u64>(), 3);
    assert_eq!(of(&Written::default()).supervised, 0);
}

#[test]
fn ten_closing_sentences_within_an_hour_are_told_and_nine_are_not() {
    let closing_every = |count: u8, seconds: i64| {
        let mut day = Written::default();
        for number in 0..count {
            day.visit(number + 1, i64::from(number) * seconds, reem(), closed());
        }
        let told = of(&day).alerts;
        told.into_iter()
            .find(|alert| matches!(alert, Alert::ManyRefused { .. }))
    };
    assert_eq!(closing_every(9, 10), None);
    assert!(matches!(
        closing_every(10, 10),
        Some(Alert::ManyRefused { count: 10, .. })
    ));
    assert!(matches!(
        closing_every(12, 10),
        Some(Alert::ManyRefused { count: 12, .. })
    ));
    assert_eq!(
        closing_every(10, 400),
        None,
        "ten within 3,600 seconds, not within 3,601"
    );
    assert!(matches!(
        closing_every(10, 399),
        Some(Alert::ManyRefused { count: 10, .. })
    ));
}

#[test]
fn a_clerk_who_attests_unusually_often_is_told() {
    let attesting = |attested: u8, visits: u8| {
        let mut day = Written::default();
        for number in 0..visits {
            let reason = AttestationReason::CannotSee;
            let facts = if number < attested {
                vec![(5, Fact::CaptchaAttested { reason })]
            } else {
                Vec::new()
            };
            day.visit(number + 1, i64::from(number), majed(), facts);
        }
        let figures = of(&day);
        assert_eq!(figures.attested, u64::from(attested));
        figures.alerts
    };
    assert_eq!(attesting(4, 4), [], "few are nothing");
    assert_eq!(attesting(5, 25), [], "one in five is usual");
    let told = Alert::ManyAttested {
        clerk: majed(),
        attested: 6,
        visits: 25,
    };
    assert_eq!(attesting(6, 25), [told]);
}

#[test]
fn pauses_jumps_and_lost_messages_are_told() {
    let mut day = Written::default();
    let until = |second: i64| Timestamp::from_millis(MORNING + second * 1_000);
    for second in [3, 1, 2] {
        let subject = Subject([3; 16]);
        day.at(
            second,
            None,
            None,
            Fact::RecoveryPaused {
                subject,
                until: until(900 + second),
            },
        );
    }
    day.at(10, None, None, Fact::DeskPaused { until: until(310) });
    day.at(20, None, None, Fact::ClockJumped { millis: -400_000 });
    for delivery in [
        Delivery::Failed(Failure::NotDelivered),
        Delivery::Unknown,
        Delivery::Expired,
    ] {
        let message = MessageId::from_bytes([4; 16]);
        day.at(30, None, None, Fact::MessageMoved { message, delivery });
    }
    let told = [
        Alert::DeskPaused { at: until(10) },
        Alert::ManyPaused {
            count: 3,
            until: until(903),
        },
        Alert::ClockJumped {
            at: until(20),
            millis: -400_000,
        },
        Alert::MessagesLost {
            count: 2,
            most: Some(Failure::NotDelivered),
        },
    ];
    assert_eq!(of(&day).alerts, told);
}
