//! The conditions are listed, and the clerk types who the applicant is. The registry has its say before anything
//! else is asked.

use crate::domain::applicant::{ApplicantKind, IdDate, IdentityNumber, Mobile, PersonName, Today};
use crate::domain::conditions::{self, Evidence, Judged};
use crate::domain::fact::Fact;
use crate::domain::limit::Subject;
use crate::domain::recovery::{Context, Effects, Refused, Step};
use crate::domain::registry::{self, MobileStanding, RegistryAnswer};

use super::entered::{Base, Person};
use super::refusal::RegistrationRefusal;
use super::username::UsernameWanted;

/// The conditions are shown, before anybody starts in vain or because one of them is not met.
#[derive(Debug)]
pub struct ConditionsShown {
    pub(super) base: Base,
    pub(super) judged: Vec<Judged>,
}

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

impl ConditionsShown {
    /// The conditions as they stand before anything is known of the person but the document.
    pub(super) fn first(base: Base) -> Self {
        let kind = base.document.kind();
        Self {
            base,
            judged: before(kind),
        }
    }

    /// The conditions, as far as they could be judged.
    pub fn judged(&self) -> &[Judged] {
        &self.judged
    }

    /// They were read; registration begins, or begins again.
    pub(super) fn read(self) -> Step<PersonalWanted> {
        Step {
            state: PersonalWanted {
                base: self.base,
                wanted: FromDocument::default(),
            },
            effects: Effects::of(Fact::ConditionsRead),
        }
    }
}

/// No condition can be judged yet, but the kind says which ones there are.
fn before(kind: ApplicantKind) -> Vec<Judged> {
    let today = Today::at(crate::domain::time::Timestamp::from_millis(0));
    conditions::judge(&Evidence::of(kind), &today)
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

    /// Takes what the clerk typed, with what the registry says. A condition that is not met stops here.
    ///
    /// # Errors
    /// See [`RegistrationRefusal`].
    pub(super) fn given(
        self,
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
        if let Some(obstacle) = conditions::obstacle(&judged) {
            return Ok(self.stopped(obstacle, judged, effects));
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
                    subject: lookup.subject,
                    mobile_subject: lookup.mobile_subject,
                    masked: data.identity.masked(),
                };
                Ok(self.known(person, typed, effects))
            }
            _ => Err(Box::new(self.more(registered.is_some(), lookup, effects))),
        }
    }

    fn stopped(self, obstacle: Judged, judged: Vec<Judged>, effects: Effects) -> Step<Given> {
        let condition = obstacle.condition;
        let shown = ConditionsShown {
            base: self.base,
            judged,
        };
        Step {
            state: Given::Stopped(shown),
            effects: effects.and(Fact::ConditionNotMet { condition }),
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

    fn known(mut self, person: Person, typed: FromDocument, mut effects: Effects) -> Step<Given> {
        if person.typed {
            effects = effects.and(Fact::DocumentTyped {
                name: typed.name,
                expiry: typed.expiry,
            });
        }
        let visit = self.base.visit.id;
        let contacts = &mut self.base.contacts;
        contacts.mobile.keep_proof_of(visit, &person.identity, &person.mobile);
        // An email was proven for the identity that was given then.
        contacts
            .email
            .proven
            .take_if(|proof| !proof.holds_for(visit, &person.identity, &proof.value));
        Step {
            state: Given::Taken(UsernameWanted::of(self.base, person)),
            effects,
        }
    }
}

/// Where the personal data lead.
pub(super) enum Given {
    /// On.
    Taken(UsernameWanted),
    /// Back to the conditions: one is not met.
    Stopped(ConditionsShown),
}
