//! Counts and means of a period.

use std::collections::HashSet;
use std::time::Duration;

use super::alert::{self, Alert};
use super::story::{Outcome, Step, Story, stories};
use super::{Line, Period};
use crate::domain::applicant::IdentityNumber;
use crate::domain::conditions::Condition;
use crate::domain::fact::{Ending, Fact};
use crate::domain::time::Timestamp;

/// How many visits, and how they went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Visits that began.
    pub visits: u64,
    /// Of them, those that did what was asked for.
    pub done: u64,
    /// The time that those took in all.
    done_span: Duration,
}

impl Count {
    fn add(&mut self, story: &Story) {
        self.visits += 1;
        if story.outcome == Outcome::Done {
            self.done += 1;
            self.done_span += story.span;
        }
    }

    /// How long a visit took that did what was asked for, on the average; none where there is none.
    pub fn mean(&self) -> Option<Duration> {
        mean(self.done_span, self.done)
    }

    /// How many of a hundred did what was asked for; none where there was no visit.
    pub fn percent_done(&self) -> Option<u64> {
        (self.done * 100).checked_div(self.visits)
    }
}

/// One hour of a day, or one day of more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub begins: Timestamp,
    /// The visits that began in it.
    pub count: Count,
}

/// What one member of staff did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfClerk {
    /// Who.
    pub clerk: IdentityNumber,
    /// Their visits.
    pub count: Count,
    /// How often they attested that a person stood before them, in the place of the image.
    pub attested: u64,
}

/// Why somebody did not come further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refused {
    /// The image was not read.
    Captcha,
    /// The answers did not match.
    Answers,
    /// The code was wrong.
    Code,
    /// A condition of registration was not met.
    Condition,
    /// It ended with the closing sentence.
    Closed,
    /// A user name and a password did not agree on the sign-in card.
    SignIn,
}

impl Refused {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Captcha,
        Self::Answers,
        Self::Code,
        Self::Condition,
        Self::Closed,
        Self::SignIn,
    ];

    /// The refusal that a fact tells of.
    pub const fn told_by(fact: &Fact) -> Option<Self> {
        Some(match fact {
            Fact::CaptchaMissed => Self::Captcha,
            Fact::AnswersMissed { .. } => Self::Answers,
            Fact::CodeMissed { .. } | Fact::ContactCodeMissed { .. } => Self::Code,
            Fact::ConditionNotMet { .. } | Fact::ConditionUnknown { .. } => Self::Condition,
            Fact::VisitEnded {
                ending: Ending::Closed, ..
            } => Self::Closed,
            Fact::SignInTried { agreed: false, .. } => Self::SignIn,
            _ => return None,
        })
    }
}

/// What a period looked like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Which.
    pub period: Period,
    /// All visits that began in it.
    pub all: Count,
    /// Its hours, or its days, without the empty ones before the first and after the last.
    pub slots: Vec<Slot>,
    /// Each clerk who opened a visit, the busiest first.
    pub clerks: Vec<OfClerk>,
    /// How often, for each of [`Refused::ALL`].
    pub refused: [u64; Refused::ALL.len()],
    /// How long each of [`Step::ALL`] took on the average, over the visits that came to its end.
    pub steps: [Option<Duration>; Step::ALL.len()],
    /// How often an account, or what was given in its place, was paused.
    pub paused: u64,
    /// How often the clerk attested in the place of the image.
    pub attested: u64,
    /// In how many visits a supervisor approved a recovery.
    pub supervised: u64,
    /// In how many visits a supervisor accepted that the registry does not know, for each of [`Condition::ALL`].
    pub accepted: [u64; Condition::ALL.len()],
    /// What a supervisor should look at, the most pressing first.
    pub alerts: Vec<Alert>,
}

impl Figures {
    /// The figures of `period` from the ledger's lines, which may hold more than it.
    pub fn of<'a>(period: Period, lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let lines: Vec<&Line> = lines.into_iter().filter(|line| period.holds(line.wall)).collect();
        let stories = stories(lines.iter().copied());
        let mut all = Count::default();
        stories.iter().for_each(|story| all.add(story));
        let told = |is: &dyn Fn(&Fact) -> bool| lines.iter().filter(|line| is(&line.entry.fact)).count() as u64;
        let clerks = clerks(&stories, &lines);
        let alerts = alert::find(&lines, &clerks);
        Self {
            period,
            all,
            slots: slots(period, &stories),
            refused: Refused::ALL.map(|refused| told(&|fact| Refused::told_by(fact) == Some(refused))),
            steps: Step::ALL.map(|step| mean_of_step(step, &stories)),
            paused: told(&|fact| matches!(fact, Fact::RecoveryPaused { .. })),
            supervised: visits(&lines, |fact| matches!(fact, Fact::RecoveryApproved { .. })),
            accepted: Condition::ALL.map(|condition| visits(&lines, |fact| accepts(fact, condition))),
            attested: clerks.iter().map(|one| one.attested).sum(),
            clerks,
            alerts,
        }
    }
}

fn mean(span: Duration, count: u64) -> Option<Duration> {
    let millis = u64::try_from(span.as_millis()).unwrap_or(u64::MAX);
    millis.checked_div(count).map(Duration::from_millis)
}

fn mean_of_step(step: Step, stories: &[Story]) -> Option<Duration> {
    let spans = stories.iter().flat_map(|story| &story.steps);
    let (span, count) = spans
        .filter(|(one, _)| *one == step)
        .fold((Duration::ZERO, 0), |(span, count), (_, took)| {
            (span + *took, count + 1)
        });
    mean(span, count)
}

fn slots(period: Period, stories: &[Story]) -> Vec<Slot> {
    let begins: Vec<Timestamp> = if period.is_one_day() {
        let hours = (0..24_u64).map(|hour| period.begins().after(Duration::from_secs(hour * 3_600)));
        hours.collect()
    } else {
        // A day that nobody worked on is no news at the far end of a long period.
        let first = stories.iter().map(|story| story.opened.day_in_riyadh()).min();
        let days = period.range();
        let first = first.unwrap_or(*days.end()).max(*days.start());
        (first..=*days.end()).map(Timestamp::day_begins_in_riyadh).collect()
    };
    let mut slots: Vec<Slot> = begins
        .into_iter()
        .map(|begins| Slot {
            begins,
            count: Count::default(),
        })
        .collect();
    for story in stories {
        if let Some(slot) = slots.iter_mut().rev().find(|slot| slot.begins <= story.opened) {
            slot.count.add(story);
        }
    }
    if period.is_one_day() {
        let is_empty = |slot: &Slot| slot.count.visits == 0;
        let until = slots
            .iter()
            .rposition(|slot| !is_empty(slot))
            .map_or(0, |last| last + 1);
        slots.truncate(until);
        let first = slots.iter().position(|slot| !is_empty(slot)).unwrap_or(0);
        slots.drain(..first);
    }
    slots
}

fn clerks(stories: &[Story], lines: &[&Line]) -> Vec<OfClerk> {
    let mut clerks: Vec<OfClerk> = Vec::new();
    let of = |clerks: &mut Vec<OfClerk>, clerk: IdentityNumber| -> usize {
        clerks.iter().position(|one| one.clerk == clerk).unwrap_or_else(|| {
            clerks.push(OfClerk {
                clerk,
                count: Count::default(),
                attested: 0,
            });
            clerks.len() - 1
        })
    };
    for story in stories {
        if let Some(clerk) = story.clerk {
            let place = of(&mut clerks, clerk);
            clerks[place].count.add(story);
        }
    }
    for line in lines {
        if let (true, Some(clerk)) = (attests(&line.entry.fact), line.entry.clerk) {
            let place = of(&mut clerks, clerk);
            clerks[place].attested += 1;
        }
    }
    clerks.sort_by_key(|one| std::cmp::Reverse(one.count.visits));
    clerks
}

/// Of how many visits one of the lines tells such a fact. What is approved anew in a visit counts once.
fn visits(lines: &[&Line], is: impl Fn(&Fact) -> bool) -> u64 {
    let told = lines.iter().filter(|line| is(&line.entry.fact));
    let visits: HashSet<_> = told.filter_map(|line| line.entry.visit).collect();
    visits.len() as u64
}

/// Whether a supervisor accepted that the registry does not know of this condition.
fn accepts(fact: &Fact, condition: Condition) -> bool {
    matches!(fact, Fact::RegistrationApproved { conditions, .. } if conditions.contains(&condition))
}

/// Whether a clerk attested, in the place of the image, that a person stood before them.
const fn attests(fact: &Fact) -> bool {
    matches!(fact, Fact::CaptchaAttested { .. })
}
