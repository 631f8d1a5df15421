//! What a registration needs to know of the world: the registry's answers, whether a user name is free, and, once both
//! codes matched, who has an account already.

use std::sync::Mutex;

use crate::domain::answer::ChosenAnswer;
use crate::domain::applicant::username::{self, Undisclosed};
use crate::domain::applicant::{Email, IdentityNumber, Mobile, Today, Username};
use crate::domain::captcha::Label;
use crate::domain::id::VisitId;
use crate::domain::language::Language;
use crate::domain::question::QuestionId;
use crate::domain::recovery::username::Wish;
use crate::domain::recovery::{Recovery, restore};
use crate::domain::registration::{
    ContactCode, Draft, Input, Lost, Owner, Owners, Person, PersonalData, PersonalLookup, Registration, TypedTwice,
};
use crate::domain::registry::RegistryAnswer;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::staff::Staff;
use crate::port::{Lookup, StoreError, SubjectOf};

use super::lookups::Told;
use super::registry::LookedUp;
use super::visit::Request;
use super::{Desk, DeskError, Inner, locked};

/// What the registry said, for a request that needs it.
pub(super) type Asked<'a> = Option<&'a LookedUp>;

impl Desk {
    /// Asks the registry where a request needs it: before the desk's gate is taken, so that nobody else waits for it.
    pub(super) async fn ask_registry(&self, visit: VisitId, request: &Request) -> Result<Option<LookedUp>, DeskError> {
        if let Request::Approve { plea, .. } = request {
            return self.ask_about_mobile(visit, plea).await;
        }
        let Request::PersonalData(data) = request else {
            return Ok(None);
        };
        let (number, mobile) = (data.identity, data.mobile);
        let wanted = self
            .off_thread(move |inner| inner.wants_registry(visit, &number))
            .await?;
        if wanted {
            return self.look_up(visit, number, mobile).await.map(Some);
        }
        Ok(None)
    }
}

impl Inner {
    /// Whether the registry is to be asked: only where the machine would take the answer.
    fn wants_registry(&self, visit: VisitId, number: &IdentityNumber) -> Result<bool, DeskError> {
        if self.is_own(number) {
            return Err(DeskError::OwnIdentity);
        }
        let Some(read) = self.ports.store.visit(visit)? else {
            return Err(DeskError::NoVisit);
        };
        let Recovery::Registration(state) = restore(read.record) else {
            return Ok(false);
        };
        let Registration::Personal(wanted) = *state else {
            return Ok(false);
        };
        let moment = self.moment();
        let nobody = self.ports.keys.subject(SubjectOf::Desk("", ""));
        let mut counters = self.counters(nobody, nobody)?;
        Ok(wanted.may_look_up(number, &self.context(moment, &mut counters)).is_ok())
    }

    /// Names for somebody who registers: the same ones for as long as the visit lasts and nobody takes them. They are
    /// the program's own, so that asking for them tells nothing of other people's and is not counted.
    pub(super) fn suggested(&self, person: &Person, visit: VisitId) -> Vec<Username> {
        let undisclosed = Undisclosed {
            identity: &person.identity,
            mobile: Some(&person.mobile),
            dates: &[person.expiry],
        };
        let mut seed = [0; 32];
        seed.iter_mut()
            .zip(visit.as_bytes().iter().cycle())
            .for_each(|(to, from)| *to = *from);
        let is_free = |name: &Username| matches!(self.ports.store.find(Lookup::Username(name)), Ok(None));
        username::suggest(&person.name, undisclosed, &self.policy.username, seed, is_free)
    }

    pub(super) fn facts_for(
        &self,
        state: &Registration,
        request: &Request,
        told: Told<'_>,
    ) -> Result<Facts, DeskError> {
        let mut facts = Facts {
            by: told.by.cloned(),
            ..Facts::default()
        };
        match request {
            Request::PersonalData(data) => facts.personal = Some(self.personal(data, told.asked)),
            Request::CheckUsername(name) | Request::Username(name) => {
                facts.taken = self.ports.store.find(Lookup::Username(name))?.is_some();
            }
            Request::CaptchaTwice(..) => {
                if let Registration::Captcha(wanted) = state {
                    facts.label = self.label(wanted.images(), state.visit().id);
                }
            }
            Request::Enrol(chosen) => facts.chosen = self.worded(chosen, state.visit().language),
            Request::Register => {
                if let Registration::Review(wanted) = state {
                    facts.lost = self.lost(wanted.draft())?;
                }
            }
            _ => {}
        }
        Ok(facts)
    }

    fn personal(&self, data: &PersonalData, asked: Asked<'_>) -> PersonalLookup {
        let keys = &self.ports.keys;
        // Where it was not asked nothing is known, and nothing is met by that.
        let (person, mobile) = asked.map_or((RegistryAnswer::Unknown, RegistryAnswer::Unknown), |asked| {
            (asked.person.clone(), asked.mobile.clone())
        });
        PersonalLookup {
            person,
            mobile,
            today: Today::at(self.ports.clock.read().wall),
            subject: keys.subject(SubjectOf::Pair(data.identity.digits(), &data.mobile)),
            mobile_subject: keys.subject(SubjectOf::Mobile(&data.mobile)),
        }
    }

    /// The questions in the words that the applicant saw: an answer must not stand in them.
    fn worded(&self, chosen: &[(QuestionId, Secret)], language: Language) -> Vec<ChosenAnswer> {
        chosen
            .iter()
            .map(|(question, answer)| ChosenAnswer {
                question: *question,
                text: self.ports.wording.question(*question, language),
                answer: answer.clone(),
            })
            .collect()
    }

    /// Which of its values another account took since it was entered.
    fn lost(&self, draft: &Draft) -> Result<Option<Lost>, StoreError> {
        let store = &self.ports.store;
        let others = [
            Lookup::Identity(&draft.person.identity),
            Lookup::Mobile(&draft.person.mobile),
            Lookup::Email(&draft.email),
        ];
        for lookup in others {
            if store.find(lookup)?.is_some() {
                return Ok(Some(Lost::Other));
            }
        }
        Ok(store.find(Lookup::Username(&draft.username))?.map(|_| Lost::Username))
    }

    fn owner(&self, identity: &IdentityNumber, mobile: &Mobile, email: &Email) -> Result<Owner, StoreError> {
        let (store, keys) = (&self.ports.store, &self.ports.keys);
        let read = |id| store.account(id);
        let account = store.find(Lookup::Identity(identity))?.map(read).transpose()?.flatten();
        let taken = |lookup| store.find(lookup).map(|found| found.is_some());
        Ok(Owner {
            account: account.map(|read| {
                let subject = keys.subject(SubjectOf::Account(read.record.id));
                (Box::new(read.record), subject)
            }),
            contact_taken: taken(Lookup::Mobile(mobile))? | taken(Lookup::Email(email))?,
            decoy: keys.decoy(identity.digits(), mobile),
        })
    }
}

/// What a registration needs to know of the world before the machine decides.
#[derive(Default)]
pub(super) struct Facts {
    /// Who signed in beside the clerk.
    by: Option<Staff>,
    personal: Option<PersonalLookup>,
    taken: bool,
    label: Option<Label>,
    chosen: Vec<ChosenAnswer>,
    lost: Option<Lost>,
}

/// The store, asked by the machine itself, which alone knows when it may be.
pub(super) struct FromStore<'a> {
    inner: &'a Inner,
    fault: Mutex<Option<StoreError>>,
}

impl<'a> FromStore<'a> {
    pub(super) const fn of(inner: &'a Inner) -> Self {
        Self {
            inner,
            fault: Mutex::new(None),
        }
    }

    /// Whether the store could be read. Where it could not, nothing that the machine decided counts.
    pub(super) fn checked(&self) -> Result<(), StoreError> {
        locked(&self.fault).take().map_or(Ok(()), Err)
    }
}

impl Owners for FromStore<'_> {
    fn owner(&self, identity: &IdentityNumber, mobile: &Mobile, email: &Email) -> Owner {
        self.inner.owner(identity, mobile, email).unwrap_or_else(|fault| {
            *locked(&self.fault) = Some(fault);
            Owner {
                account: None,
                contact_taken: true,
                decoy: [0; 32],
            }
        })
    }
}

impl Facts {
    /// What a request means to a registration; nothing where it means nothing.
    pub(super) fn input<'a>(
        &'a self,
        request: &'a Request,
        inner: &'a Inner,
        owners: &'a dyn Owners,
    ) -> Option<Input<'a>> {
        let hasher = inner.ports.hasher.as_ref();
        let wish = |name| Wish {
            name,
            taken: self.taken,
        };
        Some(match request {
            Request::ConditionsRead => Input::ConditionsRead,
            Request::ApproveUnknown { reason, .. } => Input::Approved(self.by.as_ref()?, *reason),
            Request::PersonalData(data) => Input::Personal(data, self.personal.as_ref()?),
            Request::CheckUsername(name) => Input::CheckUsername(wish(name)),
            Request::Username(name) => Input::Username(wish(name)),
            Request::Password { password, repeat } => Input::Password {
                password,
                repeat,
                hasher,
            },
            Request::Email { email, repeat } => Input::Email { email, repeat, hasher },
            Request::AccountLanguage(language) => Input::Language(*language),
            Request::CaptchaTwice(typed, again) => Input::Captcha(TypedTwice {
                typed: typed.expose_secret(),
                again: again.expose_secret(),
                label: self.label.as_ref(),
            }),
            Request::AnotherImage => Input::AnotherImage,
            Request::Attested(reason) => Input::Attested(inner.attestation(*reason)?),
            Request::TermsAccepted(versions) => Input::Terms(versions),
            Request::ContactCode { channel, code } => Input::Code(ContactCode {
                channel: *channel,
                typed: code,
                codes: inner.ports.keys.as_ref(),
                owners,
            }),
            Request::ResendTo(channel) => Input::Resend(*channel),
            Request::Enrol(_) => Input::Enrol {
                chosen: &self.chosen,
                hasher,
            },
            Request::Register => Input::Register(self.lost),
            Request::Back => Input::Back,
            _ => return None,
        })
    }
}
