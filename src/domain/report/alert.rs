//! What a supervisor should look at.

use std::time::Duration;

use super::Line;
use super::figures::OfClerk;
use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::{Ending, Fact};
use crate::domain::message::{Delivery, Failure};
use crate::domain::time::Timestamp;

/// Something unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// Many visits ended with the closing sentence within one hour.
    ManyRefused {
        /// How many.
        count: u64,
        /// When the last of them ended, by the wall clock.
        at: Timestamp,
    },
    /// A clerk attested unusually often in the place of the image.
    ManyAttested {
        /// Who.
        clerk: IdentityNumber,
        /// How often.
        attested: u64,
        /// In how many visits.
        visits: u64,
    },
    /// Several accounts were paused.
    ManyPaused {
        /// How often.
        count: u64,
        /// Until when the last of them is, by trusted time.
        until: Timestamp,
    },
    /// The desk or a clerk was paused after too many recoveries without a match.
    DeskPaused {
        /// When, by the wall clock.
        at: Timestamp,
    },
    /// The wall clock was moved.
    ClockJumped {
        /// When, by the wall clock as it was then.
        at: Timestamp,
        /// Milliseconds that it gained; negative where it was set back.
        millis: i64,
    },
    /// Messages did not go out, or nobody knows whether they did.
    MessagesLost {
        /// How many.
        count: u64,
        /// Why most of those failed that say so.
        most: Option<Failure>,
    },
}

/// So many closing sentences within an hour are unusual.
const REFUSED: usize = 10;
const HOUR: Duration = Duration::from_secs(3_600);
/// So many attestations of one clerk are unusual where they are also more than one in [`ATTESTED_IN`] visits.
const ATTESTED: u64 = 5;
const ATTESTED_IN: u64 = 5;
/// So many pauses of accounts are unusual.
const PAUSED: u64 = 3;

/// What is unusual in `lines`, the most pressing first.
pub(super) fn find(lines: &[&Line], clerks: &[OfClerk]) -> Vec<Alert> {
    let mut alerts = Vec::new();
    alerts.extend(many_refused(lines));
    alerts.extend(
        clerks
            .iter()
            .filter(|one| attests_often(one))
            .map(|one| Alert::ManyAttested {
                clerk: one.clerk,
                attested: one.attested,
                visits: one.count.visits,
            }),
    );
    alerts.extend(
        last(lines, |fact| matches!(fact, Fact::DeskPaused { .. })).map(|line| Alert::DeskPaused { at: line.wall }),
    );
    alerts.extend(many_paused(lines));
    alerts.extend(lines.iter().rev().find_map(|line| match line.entry.fact {
        Fact::ClockJumped { millis } => Some(Alert::ClockJumped { at: line.wall, millis }),
        _ => None,
    }));
    alerts.extend(messages_lost(lines));
    alerts
}

fn last<'a>(lines: &[&'a Line], is: impl Fn(&Fact) -> bool) -> Option<&'a Line> {
    lines.iter().rev().find(|line| is(&line.entry.fact)).copied()
}

/// The hour with the most closing sentences, where there are too many.
fn many_refused(lines: &[&Line]) -> Option<Alert> {
    let closed: Vec<&&Line> = lines
        .iter()
        .filter(|line| {
            matches!(
                line.entry.fact,
                Fact::VisitEnded {
                    ending: Ending::Closed,
                    ..
                }
            )
        })
        .collect();
    let within = closed.iter().enumerate().map(|(place, last)| {
        let earlier = closed[..=place].iter().rev();
        let count = earlier.take_while(|line| last.at.since(line.at) < HOUR).count();
        (count, last.wall)
    });
    within
        .filter(|(count, _)| *count >= REFUSED)
        .max_by_key(|(count, _)| *count)
        .map(|(count, at)| Alert::ManyRefused {
            count: count as u64,
            at,
        })
}

const fn attests_often(one: &OfClerk) -> bool {
    one.attested >= ATTESTED && one.attested * ATTESTED_IN > one.count.visits
}

fn many_paused(lines: &[&Line]) -> Option<Alert> {
    let pauses = lines.iter().filter_map(|line| match line.entry.fact {
        Fact::RecoveryPaused { until, .. } => Some(until),
        _ => None,
    });
    let (count, until) = pauses.fold((0, None), |(count, last), until| (count + 1, last.max(Some(until))));
    until
        .filter(|_| count >= PAUSED)
        .map(|until| Alert::ManyPaused { count, until })
}

fn messages_lost(lines: &[&Line]) -> Option<Alert> {
    let mut count = 0;
    let mut reasons: Vec<(Failure, u64)> = Vec::new();
    for line in lines {
        let Fact::MessageMoved { delivery, .. } = &line.entry.fact else {
            continue;
        };
        count += u64::from(matches!(delivery, Delivery::Failed(_) | Delivery::Unknown));
        match delivery {
            Delivery::Failed(Failure::Unsaid) => {}
            Delivery::Failed(why) => match reasons.iter_mut().find(|(known, _)| known == why) {
                Some((_, times)) => *times += 1,
                None => reasons.push((*why, 1)),
            },
            _ => {}
        }
    }
    let most = reasons.into_iter().max_by_key(|(_, times)| *times).map(|(why, _)| why);
    (count > 0).then_some(Alert::MessagesLost { count, most })
}
