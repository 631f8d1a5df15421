//! What a request needs to know about the world before the machine decides.

use crate::domain::account::Account;
use crate::domain::applicant::Username;
use crate::domain::captcha::Label;
use crate::domain::fact::Flow;
use crate::domain::limit::Subject;
use crate::domain::presence::{Attestation, AttestationReason};
use crate::domain::recovery::identity::{Candidate, Claim, Identifier};
use crate::domain::recovery::username::Wish;
use crate::domain::recovery::{Input, Recovery};
use crate::domain::registration::Owners;
use crate::domain::secret::ExposeSecret;
use crate::domain::staff::Staff;
use crate::domain::supervised::MobileChange;
use crate::port::{Change, Lookup, SubjectOf, Version, Versioned};

use super::load::Counters;
use super::registration::{Asked, Facts};
use super::supervised::Supervised;
use super::visit::Request;
use super::{DeskError, Inner};

/// What a request needs to know about the world.
#[derive(Default)]
pub(super) struct Lookups {
    pub(super) account: Option<Versioned<Account>>,
    pub(super) supervised: Supervised,
    /// Read by nobody: see [`Inner::stand_in`].
    stand_in: Option<Account>,
    label: Option<Label>,
    /// Whether another account has the user name that is asked about.
    taken: bool,
    pub(super) subjects: Option<Subjects>,
    /// Where the visit is a registration: what that needs.
    registering: Option<Facts>,
}

pub(super) struct Subjects {
    pub(super) account: Option<Subject>,
    pub(super) pair: Subject,
    pub(super) mobile: Subject,
    pub(super) decoy: [u8; 32],
}

/// What was found out for a request before the desk's gate was taken.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    /// What the registry said.
    pub(super) asked: Asked<'a>,
    /// Who signed in beside the clerk.
    pub(super) by: Option<&'a Staff>,
}

impl Inner {
    pub(super) fn look_up(&self, state: &Recovery, request: &Request, told: Told<'_>) -> Result<Lookups, DeskError> {
        let mut lookups = Lookups::default();
        if let Recovery::Registration(state) = state {
            lookups.registering = Some(self.facts_for(state, request, told)?);
            return Ok(lookups);
        }
        if state.visit().flow == Flow::Supervised {
            self.look_up_supervised(state, request, told, &mut lookups)?;
        }
        match request {
            Request::Identity(claim) => self.look_up_claim(claim, &mut lookups)?,
            Request::Captcha(_) => {
                if let Recovery::Captcha(wanted) = state {
                    lookups.label = self.label(wanted.images(), state.visit().id);
                }
            }
            Request::Answers(_) | Request::Resend | Request::Code(_) | Request::Password { .. } => {
                match state.account() {
                    Some(account) => lookups.account = self.ports.store.account(account)?,
                    None => lookups.stand_in = self.stand_in(),
                }
            }
            Request::CheckUsername(name) | Request::TakeUsername(name) => {
                lookups.account = self.account_of(state)?;
                lookups.taken = self.is_taken(name, state)?;
            }
            Request::ShowUsername => lookups.account = self.account_of(state)?,
            _ => {}
        }
        Ok(lookups)
    }

    fn account_of(&self, state: &Recovery) -> Result<Option<Versioned<Account>>, DeskError> {
        let account = state.account().map(|account| self.ports.store.account(account));
        Ok(account.transpose()?.flatten())
    }

    /// Whether an account other than that of the visit has this name.
    fn is_taken(&self, name: &Username, state: &Recovery) -> Result<bool, DeskError> {
        let holder = self.ports.store.find(Lookup::Username(name))?;
        Ok(holder.is_some_and(|holder| state.account() != Some(holder)))
    }

    /// The word of whoever is at the desk.
    pub(super) fn attestation(&self, reason: AttestationReason) -> Option<Attestation> {
        let by = self.seated()?.identity;
        Some(Attestation { by, reason })
    }

    fn look_up_claim(&self, claim: &Claim, lookups: &mut Lookups) -> Result<(), DeskError> {
        if matches!(&claim.identifier, Identifier::Number(number) if self.is_own(number)) {
            return Err(DeskError::OwnIdentity);
        }
        let (store, keys) = (&self.ports.store, &self.ports.keys);
        let found = match &claim.identifier {
            Identifier::Number(number) => store.find(Lookup::Identity(number))?,
            Identifier::Name(name) => store.find(Lookup::Username(name))?,
        };
        lookups.account = found.map(|id| store.account(id)).transpose()?.flatten();
        // Staff never serve themselves: under a user name, their own account is as good as unknown.
        lookups.account.take_if(|account| self.is_own(&account.record.identity));
        let canonical = claim.identifier.canonical();
        lookups.subjects = Some(Subjects {
            account: lookups
                .account
                .as_ref()
                .map(|account| keys.subject(SubjectOf::Account(account.record.id))),
            pair: keys.subject(SubjectOf::Pair(&canonical, &claim.mobile)),
            mobile: keys.subject(SubjectOf::Mobile(&claim.mobile)),
            decoy: keys.decoy(&canonical, &claim.mobile),
        });
        Ok(())
    }

    pub(super) fn counters_of(&self, state: &Recovery, lookups: &Lookups) -> Result<Counters, DeskError> {
        let nobody = self.ports.keys.subject(SubjectOf::Desk("", ""));
        let claimed = lookups
            .subjects
            .as_ref()
            .map(|subjects| (subjects.pair, subjects.mobile));
        let (subject, mobile) = state.subjects().or(claimed).unwrap_or((nobody, nobody));
        Ok(self.counters(subject, mobile)?)
    }
}

impl Lookups {
    pub(super) fn input<'a>(&'a self, request: &'a Request, inner: &'a Inner, owners: &'a dyn Owners) -> Input<'a> {
        let registering = self.registering.as_ref();
        if let Some(input) = registering.and_then(|facts| facts.input(request, inner, owners)) {
            return Input::Registration(input);
        }
        let account = self.account.as_ref().map(|account| &account.record);
        let hasher = inner.ports.hasher.as_ref();
        match (request, account) {
            (Request::DocumentSeen(document), _) => Input::DocumentSeen(document.clone()),
            (Request::Captcha(typed), _) => Input::Captcha {
                typed: typed.expose_secret(),
                label: self.label.as_ref(),
            },
            (Request::AnotherImage, _) => Input::AnotherImage,
            (Request::Attested(reason), _) => inner.attestation(*reason).map_or(Input::Nothing, Input::Attested),
            (Request::Approve { .. } | Request::Second { .. }, account) => self.supervised.input(request, account),
            (Request::Identity(claim), _) => match &self.subjects {
                Some(subjects) => Input::Identity(claim, subjects.candidate(account)),
                None => Input::Nothing,
            },
            (Request::Answers(answers), account) => Input::Answers {
                answers,
                account,
                hasher,
            },
            (Request::Resend, Some(account)) => Input::Resend(account),
            (Request::Code(typed), Some(account)) => Input::Code {
                typed,
                account,
                codes: inner.ports.keys.as_ref(),
            },
            (Request::Password { password, repeat }, Some(account)) => Input::Password {
                password,
                repeat,
                account,
                hasher,
            },
            (Request::CheckUsername(name), Some(account)) => Input::CheckUsername(self.wish(name), account),
            (Request::ShowUsername, Some(account)) => Input::ShowUsername(account),
            (Request::TakeUsername(name), Some(account)) => Input::TakeUsername(self.wish(name), account),
            (Request::Back, _) => Input::Back,
            (Request::Language(language), _) => Input::Language(*language),
            (Request::End(ending), _) => Input::End(*ending),
            _ => Input::Nothing,
        }
    }
}

impl Lookups {
    /// The last change of the mobile of the account that a supervised visit is about.
    pub(super) fn mobile_change(&self) -> Option<MobileChange> {
        self.supervised.offered()
    }

    /// What writes an account that was decided on. A new one was never written: its version is 0.
    pub(super) fn written(&self, account: Account) -> Change {
        let read = self.account.as_ref();
        Change::Account {
            account: Box::new(account),
            version: read.map_or(Version::default(), |read| read.version),
        }
    }

    /// What writes a change of the mobile that was decided on.
    pub(super) fn changed(&self, change: MobileChange) -> Change {
        Change::MobileChange {
            change: Box::new(change),
            version: self.supervised.version(),
        }
    }

    const fn wish<'a>(&self, name: &'a Username) -> Wish<'a> {
        Wish {
            name,
            taken: self.taken,
        }
    }
}

impl Subjects {
    fn candidate<'a>(&self, account: Option<&'a Account>) -> Candidate<'a> {
        Candidate {
            account: account.zip(self.account),
            pair: self.pair,
            mobile: self.mobile,
            decoy: self.decoy,
        }
    }
}
