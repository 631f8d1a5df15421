//! The conditions are shown: before anybody starts in vain, because one is not met, or because the registry does not
//! know. What it does not know a supervisor, beside the clerk, may accept for this visit, this identity and this mobile;
//! its "no" nobody lifts.
//!
//! The approval lives as long as one of a recovery. It is needed twice where the way took longer than that: to come past
//! the conditions, and to make the account.

use crate::domain::conditions::{self, Evidence, Judged};
use crate::domain::fact::Fact;
use crate::domain::policy::Policy;
use crate::domain::recovery::approval::{ApprovalRefusal, may_approve};
use crate::domain::recovery::{Context, Effects, Refused, Step};
use crate::domain::staff::Staff;
use crate::domain::supervised::{Obstacle, UnknownReason};
use crate::domain::time::Timestamp;

use super::Registration;
use super::entered::{Base, Person};
use super::personal::{FromDocument, PersonalWanted};
use super::proof::SupervisorApproved;
use super::review::{Held, ReviewWanted};
use super::username::UsernameWanted;

/// The conditions are shown.
#[derive(Debug)]
pub struct ConditionsShown {
    pub(super) base: Base,
    pub(super) judged: Vec<Judged>,
    pub(super) next: Next,
    /// Whether a supervisor accepted it before, too long ago.
    pub(super) again: bool,
}

/// Where it goes on once the conditions were read.
#[derive(Debug)]
pub(super) enum Next {
    /// To identity and mobile, for the first time or because they must be others.
    Personal,
    /// With this person, of whom the registry does not know all: an approval is wanting.
    Person(Box<Person>),
    /// With all that was entered: the approval came too long before.
    Review(Box<Held>),
}

/// How it stands with a supervisor's approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// It would not help: nothing stands in the way, or the registry says no.
    NotNeeded,
    /// Only that is wanting.
    Wanted {
        /// Whether it was given before, too long ago.
        again: bool,
    },
    /// It was given.
    Given,
}

impl ConditionsShown {
    /// The conditions as they stand before anything is known of the person but the document.
    pub(super) fn first(base: Base) -> Self {
        let today = crate::domain::applicant::Today::at(Timestamp::from_millis(0));
        let judged = conditions::judge(&Evidence::of(base.document.kind()), &today);
        Self::stopped(base, judged, Next::Personal)
    }

    pub(super) const fn stopped(base: Base, judged: Vec<Judged>, next: Next) -> Self {
        Self {
            base,
            judged,
            next,
            again: false,
        }
    }

    /// All was entered, and a supervisor approved too long ago to make the account.
    pub(super) fn again(base: Base, held: Held) -> Self {
        let unknown = &held.draft.person.unknown;
        Self {
            judged: conditions::at_the_end(base.document.kind(), unknown),
            base,
            next: Next::Review(Box::new(held)),
            again: true,
        }
    }

    /// The conditions, as far as they could be judged.
    pub fn judged(&self) -> &[Judged] {
        &self.judged
    }

    /// How it stands with a supervisor's approval.
    pub const fn acceptance(&self) -> Acceptance {
        match (&self.next, &self.base.approval) {
            (Next::Personal, _) => Acceptance::NotNeeded,
            (_, Some(_)) => Acceptance::Given,
            (_, None) => Acceptance::Wanted { again: self.again },
        }
    }

    /// Who registers, where only an approval is wanting.
    pub(super) fn person(&self) -> Option<&Person> {
        match &self.next {
            Next::Personal => None,
            Next::Person(person) => Some(person),
            Next::Review(held) => Some(&held.draft.person),
        }
    }

    /// When the approval that was given here lapses.
    pub(super) fn lapses(&self, policy: &Policy) -> Option<Timestamp> {
        let approval = self.base.approval.as_ref().filter(|_| self.person().is_some());
        approval.map(|approval| approval.lapses(policy))
    }

    pub(super) fn lapsed(mut self) -> Self {
        self.base.approval = None;
        self.judged = conditions::no_longer_accepted(&self.judged);
        self.again = true;
        self
    }

    /// A supervisor, who has just proven to be `by`, accepts what the registry does not know.
    ///
    /// # Errors
    /// See [`ApprovalRefusal`].
    pub(super) fn approve(
        mut self,
        by: &Staff,
        reason: UnknownReason,
        context: &Context<'_>,
    ) -> Result<Step<Self>, Box<Refused<Self, ApprovalRefusal>>> {
        let visit = &self.base.visit;
        let (approval, fact) = match self.person() {
            None => return Err(Box::new(self.refused(by, Obstacle::NothingUnknown))),
            Some(person) => {
                let own = [by.identity, visit.clerk].contains(&person.identity);
                let judged = may_approve(by, visit).and(if own { Err(Obstacle::OwnIdentity) } else { Ok(()) });
                if let Err(why) = judged {
                    return Err(Box::new(self.refused(by, why)));
                }
                let conditions = person.unknown.clone();
                let approval = SupervisorApproved {
                    visit: visit.id,
                    identity: person.identity,
                    mobile: person.mobile,
                    conditions: conditions.clone(),
                    reason,
                    by: by.identity,
                    at: context.now,
                };
                let fact = Fact::RegistrationApproved {
                    subject: person.subject,
                    conditions,
                    reason,
                    by: by.identity,
                };
                (approval, fact)
            }
        };
        self.base.approval = Some(approval);
        self.judged = conditions::accepted(&self.judged);
        Ok(Step {
            state: self,
            effects: Effects::of(fact),
        })
    }

    fn refused(self, by: &Staff, why: Obstacle) -> Refused<Self, ApprovalRefusal> {
        Refused {
            state: self,
            why: ApprovalRefusal::Obstacle(why),
            effects: Effects::of(Fact::ApprovalRefused { by: by.identity, why }),
        }
    }

    /// They were read; registration begins, begins again, or goes on with what a supervisor accepted.
    pub(super) fn read(self, context: &Context<'_>) -> Step<Registration> {
        let approved = self
            .person()
            .is_some_and(|person| person.may_register(&self.base, context));
        let base = self.base;
        let state = match self.next {
            Next::Personal => personal(base),
            Next::Person(person) if approved => Registration::Username(UsernameWanted::reached(base, *person)),
            Next::Person(_) => personal(base),
            Next::Review(held) if approved => Registration::Review(ReviewWanted::resumed(base, *held)),
            // Whoever is to be somebody else, or to give another mobile, begins anew; what was proven is kept.
            Next::Review(held) => Registration::Personal(held.back(base).back()),
        };
        Step {
            state,
            effects: Effects::of(Fact::ConditionsRead),
        }
    }
}

fn personal(base: Base) -> Registration {
    Registration::Personal(PersonalWanted {
        base,
        wanted: FromDocument::default(),
    })
}

impl Person {
    /// Whether nothing stands between this person and an account: the registry knew everything, or a supervisor accepted
    /// all that it does not know, in this visit, for this identity and this mobile, not too long ago.
    pub(super) fn may_register(&self, base: &Base, context: &Context<'_>) -> bool {
        self.unknown.is_empty()
            || base.approval.as_ref().is_some_and(|approval| {
                let (policy, now) = (context.policy, context.now);
                approval.holds_for(base.visit.id, &self.identity, &self.mobile, policy, now)
                    && approval.covers(&self.unknown)
            })
    }
}
