//! What a supervisor does beside the clerk, and how a change of a mobile is stopped.

use crate::domain::account::Account;
use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::Fact;
use crate::domain::id::{AccountId, Reference, VisitId};
use crate::domain::limit::Subject;
use crate::domain::message::{Contact, MessageKind};
use crate::domain::recovery::approval::Sought;
use crate::domain::recovery::{self, Input, NewMessage, Recovery};
use crate::domain::registry::{MobileStanding, RegistryAnswer};
use crate::domain::staff::{Right, Staff};
use crate::domain::supervised::{Aim, MobileChange, Plea};
use crate::port::{Change, Commit, Lookup, StoreError, SubjectOf, Version, Versioned};

use super::load::queued;
use super::lookups::{Lookups, Subjects, Told};
use super::registry::LookedUp;
use super::staff::SignInRefusal;
use super::visit::Request;
use super::{Desk, DeskError, Inner};

/// How somebody names the change of a mobile that is to be stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeOf {
    /// By whose account it is.
    Identity(IdentityNumber),
    /// By the visit that it began in, as the notice of it says.
    Reference(Reference),
}

/// What a request of a supervised visit needs to know of the world.
#[derive(Default)]
pub(super) struct Supervised {
    pub(super) by: Option<Staff>,
    change: Option<Versioned<MobileChange>>,
    /// Whether another account has the mobile that is new.
    taken: bool,
    found: Option<Found>,
}

/// Whether somebody beside the clerk proved who they are.
pub(super) enum Vouched {
    /// The request needs nobody.
    NotNeeded,
    /// They did.
    By(Staff),
    /// They did not.
    Refused(SignInRefusal),
}

/// What was found for a plea.
struct Found {
    account: Option<Subject>,
    mobile: Subject,
    replacement: Subject,
    standing: RegistryAnswer<MobileStanding>,
}

impl Supervised {
    /// What a supervisor's sign-in means to the machine.
    pub(super) fn input<'a>(&'a self, request: &'a Request, account: Option<&'a Account>) -> Input<'a> {
        match (request, &self.by, account) {
            (Request::Approve { plea, .. }, ..) => match self.approving(account) {
                Some((by, sought)) => Input::Approved(by, plea, sought),
                None => Input::Nothing,
            },
            (Request::Second { .. }, Some(by), Some(account)) => Input::Seconded(by, account),
            _ => Input::Nothing,
        }
    }

    /// Who approves, and what they approve on.
    fn approving<'a>(&'a self, account: Option<&'a Account>) -> Option<(&'a Staff, Sought<'a>)> {
        let (by, found) = (self.by.as_ref()?, self.found.as_ref()?);
        let sought = Sought {
            account: account.zip(found.account),
            mobile: found.mobile,
            replacement: found.replacement,
            taken: self.taken,
            standing: &found.standing,
        };
        Some((by, sought))
    }

    /// The change, as far as the machine may go by it: none whose mobile another account has by now.
    pub(super) fn offered(&self) -> Option<MobileChange> {
        let change = self.change.as_ref().map(|read| read.record.clone());
        change.filter(|change| !(self.taken && self.found.is_none() && change.is_open()))
    }

    pub(super) fn version(&self) -> Version {
        self.change.as_ref().map_or(Version::default(), |read| read.version)
    }
}

impl Desk {
    /// Stops the change of a mobile that waits, or was waited for and is not done. The answer is the same whether there is
    /// one or not: nobody learns at a desk who has an account.
    ///
    /// # Errors
    /// The store's.
    pub async fn stop_mobile_change(&self, of: ChangeOf) -> Result<(), DeskError> {
        let stopped = self
            .off_thread(move |inner| inner.again_on_conflict(|| inner.stop_mobile_change(&of)))
            .await;
        self.inner.outbox.notify_one();
        stopped
    }

    /// Where a request needs somebody beside the clerk: that person proves who they are first.
    pub(super) async fn vouched(&self, request: &Request) -> Result<Vouched, DeskError> {
        let (Request::Approve { by, password, .. }
        | Request::Second { by, password }
        | Request::ApproveUnknown { by, password, .. }) = request
        else {
            return Ok(Vouched::NotNeeded);
        };
        Ok(match self.vouch(*by, password.clone(), Right::Approve).await? {
            Ok(staff) => Vouched::By(staff),
            Err(why) => Vouched::Refused(why),
        })
    }

    /// Asks the registry whose a new mobile is, where a supervisor is asked for one.
    pub(super) async fn ask_about_mobile(&self, visit: VisitId, plea: &Plea) -> Result<Option<LookedUp>, DeskError> {
        let Aim::NewMobile(mobile) = plea.aim else {
            return Ok(None);
        };
        let identity = plea.identity;
        let wanted = self
            .off_thread(move |inner| inner.awaits_approval(visit, &identity))
            .await?;
        if wanted {
            return self.look_up(visit, identity, mobile).await.map(Some);
        }
        Ok(None)
    }
}

impl Inner {
    /// Whether the machine would take the registry's answer about somebody.
    fn awaits_approval(&self, visit: VisitId, identity: &IdentityNumber) -> Result<bool, DeskError> {
        let read = self.ports.store.visit(visit)?.ok_or(DeskError::NoVisit)?;
        let state = recovery::restore(read.record);
        let agrees = state.document().is_some_and(|document| document.agrees_with(identity));
        let own = self.seated().is_some_and(|staff| staff.identity == *identity);
        Ok(agrees && !own && matches!(state, Recovery::Approval(_)))
    }

    pub(super) fn look_up_supervised(
        &self,
        state: &Recovery,
        request: &Request,
        told: Told<'_>,
        lookups: &mut Lookups,
    ) -> Result<(), DeskError> {
        let (store, keys) = (&self.ports.store, &self.ports.keys);
        let mut supervised = Supervised {
            by: told.by.cloned(),
            ..Supervised::default()
        };
        let id = match request {
            Request::Approve { plea, .. } => store.find(Lookup::Identity(&plea.identity))?,
            _ => state.account(),
        };
        lookups.account = id.map(|id| store.account(id)).transpose()?.flatten();
        supervised.change = id.map(|id| store.mobile_change(id)).transpose()?.flatten();
        let change = supervised.change.as_ref().map(|read| read.record.clone());
        let new = match request {
            Request::Approve { plea, .. } => plea.aim.mobile(),
            _ => change.as_ref().map(|change| *change.mobile()),
        };
        let holder = new.map(|new| store.find(Lookup::Mobile(&new))).transpose()?.flatten();
        supervised.taken = holder.is_some_and(|holder| Some(holder) != id);
        if matches!(request, Request::Approve { .. }) {
            let nobody = keys.subject(SubjectOf::Desk("", ""));
            let account = lookups.account.as_ref().map(|read| &read.record);
            let subject = account.map(|account| keys.subject(SubjectOf::Account(account.id)));
            let mobile = account.map_or(nobody, |account| keys.subject(SubjectOf::Mobile(&account.mobile)));
            let replacement = change.map_or(mobile, |change| keys.subject(SubjectOf::Mobile(change.mobile())));
            let standing = told.asked.map_or(RegistryAnswer::Unknown, |asked| asked.mobile.clone());
            lookups.subjects = Some(Subjects {
                account: subject,
                pair: subject.unwrap_or(nobody),
                mobile,
                decoy: [0; 32],
            });
            supervised.found = Some(Found {
                account: subject,
                mobile,
                replacement,
                standing,
            });
        }
        lookups.supervised = supervised;
        Ok(())
    }

    fn stop_mobile_change(&self, of: &ChangeOf) -> Result<(), DeskError> {
        self.permitted(Right::StopMobileChange)?;
        let found = self.open_change(of)?;
        let moment = self.moment();
        let mut commit = Commit {
            moment,
            entries: vec![self.entry(None, Fact::MobileChangeStopAsked)],
            changes: Vec::new(),
        };
        if let Some(Versioned { record, version }) = found {
            let (account, visit) = (record.account(), record.visit());
            let stopped = Fact::MobileChangeStopped { account };
            commit.entries.push(self.entry(Some(visit), stopped));
            let notices = self.notices_of_stop(&record, moment.at)?;
            commit
                .changes
                .extend(notices.into_iter().map(|new| queued(new, visit, moment.at)));
            commit.changes.push(Change::MobileChange {
                change: Box::new(record.stopped()),
                version,
            });
        }
        Ok(self.write(commit)?)
    }

    fn open_change(&self, of: &ChangeOf) -> Result<Option<Versioned<MobileChange>>, StoreError> {
        let store = &self.ports.store;
        let found = match of {
            ChangeOf::Identity(number) => {
                let account = store.find(Lookup::Identity(number))?;
                let change = |account: AccountId| store.mobile_change(account);
                account.map(change).transpose()?.flatten()
            }
            ChangeOf::Reference(reference) => {
                let mut all = store.mobile_changes()?.into_iter();
                all.find(|read| read.record.is_open() && read.record.reference() == *reference)
            }
        };
        Ok(found.filter(|read| read.record.is_open()))
    }

    /// To the contacts on the account: the old mobile still is one of them.
    fn notices_of_stop(
        &self,
        change: &MobileChange,
        now: crate::domain::time::Timestamp,
    ) -> Result<Vec<NewMessage>, StoreError> {
        let Some(read) = self.ports.store.account(change.account())? else {
            return Ok(Vec::new());
        };
        let account = read.record;
        let contacts = [
            Some(Contact::Mobile(account.mobile)),
            account.email.clone().map(Contact::Email),
        ];
        let notice = |to| NewMessage {
            id: self.message_id(),
            account: account.id,
            to,
            kind: MessageKind::MobileChangeStopped {
                reference: change.reference(),
            },
            language: account.language,
            expires: now.after(self.policy.outbox.notice_lifetime),
        };
        Ok(contacts.into_iter().flatten().map(notice).collect())
    }
}
