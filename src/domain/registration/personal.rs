//! The clerk types who the applicant is. The registry has its say before anything else is asked.

use crate::domain::applicant::{IdDate, IdentityNumber, Mobile, PersonName, Today};
use crate::domain::conditions::{self, Evidence, Judged, Standing};
use crate::domain::fact::Fact;
use crate::domain::limit::Subject;
use crate::domain::recovery::{Context, Effects, Refused, Step};
use crate::domain::registry::{self, MobileStanding, RegistryAnswer};

use super::approval::{ConditionsShown, Next};
use super::entered::{Base, Person};
use super::proof::SupervisorApproved;
use super::refusal::RegistrationRefusal;
use super::username::UsernameWanted;

/// Identity number and mobile are awaited, and what the registry does not know of the person.
#[derive(Debug)]
pub struct PersonalWanted {
    pub(super) base: Base,
    pub(super) wanted: FromDocument,
}

/// What the clerk types from the document besides the number, because the registry does not know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FromDocument {
    /// The name.
    pub name: bool,
    /// The day on which the document expires.
    pub expiry: bool,
}

/// What the clerk typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonalData {
    /// The identity number.
    pub identity: IdentityNumber,
    /// The mobile.
    pub mobile: Mobile,
    /// The name on the document, where it was asked for.
    pub name: Option<PersonName>,
    /// When the document expires, as it is printed there, where it was asked for.
    pub expiry: Option<IdDate>,
}

/// What the desk looked up for it.
#[derive(Clone, Debug)]
pub struct PersonalLookup {
    /// What the registry says of the person.
    pub person: RegistryAnswer<registry::Person>,
    /// What the registry says of the mobile.
    pub mobile: RegistryAnswer<MobileStanding>,
    /// The day it is.
    pub today: Today,
    /// Whom the counters of this identity and mobile belong to.
    pub subject: Subject,
    /// Whom the counters of the mobile belong to.
    pub mobile_subject: Subject,
}

impl PersonalWanted {
    /// What is to be typed from the document besides the number.
    pub const fn wanted(&self) -> FromDocument {
        self.wanted
    }

    /// Whether the registry may be asked about what the clerk typed.
    ///
    /// # Errors
    /// Where the number is not that of the document, or the desk is paused.
    pub fn may_look_up(&self, identity: &IdentityNumber, context: &Context<'_>) -> Result<(), RegistrationRefusal> {
        if !self.base.document.agrees_with(identity) {
            return Err(RegistrationRefusal::DocumentDisagrees);
        }
        if let Some(until) = context.tallies.limits(context.policy, context.now).desk_paused() {
            return Err(RegistrationRefusal::DeskPaused { until });
        }
        Ok(())
    }

    /// Takes what the clerk typed, with what the registry says. A condition that is not met stops here, and so does one of
    /// which the registry does not know, unless a supervisor accepted it for just this identity and this mobile. An
    /// approval for others is void from here on, also where they are given again.
    ///
    /// # Errors
    /// See [`RegistrationRefusal`].
    pub(super) fn given(
        mut self,
        data: &PersonalData,
        lookup: &PersonalLookup,
        context: &Context<'_>,
    ) -> Result<Step<Given>, Box<Refused<Self, RegistrationRefusal>>> {
        if let Err(why) = self.may_look_up(&data.identity, context) {
            return Err(Box::new(Refused::slip(self, why)));
        }
        let effects = Effects::of(Fact::IdentityGiven {
            subject: lookup.subject,
        });
        let evidence = Evidence {
            person: Some(lookup.person.clone()),
            mobile: Some(lookup.mobile.clone()),
            typed_expiry: data.expiry,
            ..Evidence::of(self.base.document.kind())
        };
        let judged = conditions::judge(&evidence, &lookup.today);
        self.void(data, context);
        let refused = conditions::obstacle(&judged).filter(|one| matches!(one.standing, Standing::NotMet(_)));
        if let Some(Judged { condition, .. }) = refused {
            let effects = effects.and(Fact::ConditionNotMet { condition });
            return Ok(self.stopped(judged, Next::Personal, effects));
        }
        let registered = lookup.person.known().and_then(|person| person.name.clone());
        let name = registered.clone().or_else(|| data.name.clone());
        match (name, evidence.expiry()) {
            (Some(name), Some(expiry)) => {
                let typed = FromDocument {
                    name: registered.is_none(),
                    expiry: expiry.source == conditions::Source::Document,
                };
                let person = Person {
                    identity: data.identity,
                    mobile: data.mobile,
                    name,
                    expiry: expiry.date,
                    typed: typed.name || typed.expiry,
                    unknown: conditions::unknown(&judged),
                    subject: lookup.subject,
                    mobile_subject: lookup.mobile_subject,
                    masked: data.identity.masked(),
                };
                Ok(self.known(person, judged, typed.told(effects), context))
            }
            _ => Err(Box::new(self.more(registered.is_some(), lookup, effects))),
        }
    }

    /// An approval for another identity or another mobile counts no more.
    fn void(&mut self, data: &PersonalData, context: &Context<'_>) {
        let (visit, policy, now) = (self.base.visit.id, context.policy, context.now);
        let holds =
            |approval: &SupervisorApproved| approval.holds_for(visit, &data.identity, &data.mobile, policy, now);
        self.base.approval.take_if(|approval| !holds(approval));
    }

    fn stopped(self, judged: Vec<Judged>, next: Next, effects: Effects) -> Step<Given> {
        Step {
            state: Given::Stopped(ConditionsShown::stopped(self.base, judged, next)),
            effects,
        }
    }

    pub(super) fn back(self) -> ConditionsShown {
        ConditionsShown::first(self.base)
    }

    /// The registry does not know all: the rest is typed from the document.
    fn more(mut self, named: bool, lookup: &PersonalLookup, effects: Effects) -> Refused<Self, RegistrationRefusal> {
        let expiry = lookup.person.known().and_then(|person| person.expiry);
        self.wanted = FromDocument {
            name: !named,
            expiry: expiry.is_none(),
        };
        Refused {
            state: self,
            why: RegistrationRefusal::DocumentWanted,
            effects,
        }
    }

    /// All is known of the person that can be. What the registry does not know is for a supervisor to accept.
    fn known(
        mut self,
        person: Person,
        judged: Vec<Judged>,
        mut effects: Effects,
        context: &Context<'_>,
    ) -> Step<Given> {
        if person.may_register(&self.base, context) {
            let state = Given::Taken(UsernameWanted::reached(self.base, person));
            return Step { state, effects };
        }
        // One that was given for less is none: a supervisor is asked for all of it.
        self.base.approval = None;
        let unknown = person
            .unknown
            .iter()
            .map(|condition| Fact::ConditionUnknown { condition: *condition });
        effects.facts.extend(unknown);
        self.stopped(judged, Next::Person(Box::new(person)), effects)
    }
}

impl FromDocument {
    /// With the fact that it was typed, where anything was.
    fn told(self, effects: Effects) -> Effects {
        let Self { name, expiry } = self;
        if name || expiry {
            return effects.and(Fact::DocumentTyped { name, expiry });
        }
        effects
    }
}

/// Where the personal data lead.
pub(super) enum Given {
    /// On.
    Taken(UsernameWanted),
    /// Back to the conditions: one is not met, or the registry does not know.
    Stopped(ConditionsShown),
}
