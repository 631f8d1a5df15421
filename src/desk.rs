//! The use cases of the counter. Each loads what it needs, makes one transition of the domain, commits it, and
//! answers with what to show. Nothing else changes anything.
//!
//! A visit lives in the store, not here: every input restores it and writes it back, so a program that is started
//! again finds it where it stood. What must not be stored (the labels of captcha images) lives in this room's
//! memory and is lost with it.

pub mod accounts;
mod command;
pub mod export;
mod load;
mod lookups;
pub mod opening;
pub mod outbox;
pub mod reading;
pub mod receipt;
mod registration;
pub mod registry;
pub mod resume;
pub mod sign_in;
pub mod staff;
pub mod status;
mod suggest;
pub mod supervised;
pub mod trial;
pub mod view;
pub mod visit;
pub mod way_in;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::domain::captcha::{Label, Picture, Print};
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{MessageId, VisitId};
use crate::domain::policy::Policy;
use crate::domain::staff::{Right, Workplace};
use crate::domain::time::{ClockJump, Moment, Timestamp, TrustedTime};
use crate::port::{Clock, Commit, Entropy, Hasher, Keys, Painter, Wording};

pub use opening::OpenError;
pub use outbox::Outbox;
pub use receipt::{Paper, ReceiptError};
pub use resume::{LeftOpen, SamePerson};
pub use staff::SignInRefusal;
pub use status::Status;
pub use supervised::ChangeOf;
pub use view::{ApplicantStep, ApplicantView, ClerkStep, ClerkView, Stage, Views};
pub use visit::{Reply, Request};

pub use crate::port::{
    Gateway, GatewayError, GatewayState, PhoneScreen, PrintError, Printer, PrinterState, Receipt, Registry,
    ShownMessage, Store, StoreError, SubmitError,
};

/// What the desk reaches the world through.
#[derive(Clone)]
pub struct Ports {
    /// Accounts, visits, counters, messages.
    pub store: Arc<dyn Store>,
    /// What the data key is needed for.
    pub keys: Arc<dyn Keys>,
    /// Slow hashes.
    pub hasher: Arc<dyn Hasher>,
    /// The clocks of the machine.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Captcha images.
    pub painter: Arc<dyn Painter>,
    /// The texts of messages.
    pub wording: Arc<dyn Wording>,
    /// Receipts on paper and as files.
    pub paper: Paper,
    /// Where identity, validity dates and the ownership of mobiles are looked up.
    pub registry: Arc<dyn Registry>,
    /// The ways out, in the order in which they are tried.
    pub gateways: Vec<Arc<dyn Gateway>>,
    /// The phone on the screen, beside made-up people only.
    pub phone: Option<Arc<dyn PhoneScreen>>,
}

/// Why the desk did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// There is no such visit.
    #[error("the visit is not there")]
    NoVisit,
    /// No gateway carries codes: nothing that needs one is started.
    #[error("no gateway carries codes")]
    NoGateway,
    /// Too many recoveries ended without a match, at this desk or by this clerk.
    #[error("the desk is paused")]
    Paused {
        /// When it goes on.
        until: Timestamp,
    },
    /// The desk asked the registry too often in a short time.
    #[error("no more look-ups in the registry for now")]
    LookUpsSpent {
        /// When it can ask again.
        until: Timestamp,
    },
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The desk is locked.
    #[error("the desk is locked")]
    Locked,
    /// Whoever is signed in must choose a password of their own first.
    #[error("the password was chosen by somebody else")]
    PasswordToChange,
    /// The role of whoever is signed in does not let them do that.
    #[error("the role does not permit {0:?}")]
    NotPermitted(Right),
    /// Whoever was to approve beside the clerk did not prove who they are, or may not.
    #[error("nobody who may approve signed in beside the clerk")]
    NotVouched(SignInRefusal),
    /// Nothing was done in the visit that a receipt could say.
    #[error("there is no receipt")]
    NoReceipt,
    /// Staff do not serve themselves.
    #[error("staff do not serve their own identity number")]
    OwnIdentity,
    /// The store did not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The work was given up because the program stops.
    #[error("the program stops")]
    Stopping,
}

/// This desk: one workstation with its store, its clerk and its numbers. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    inner: Arc<Inner>,
}

struct Inner {
    ports: Ports,
    policy: Policy,
    workplace: Mutex<Workplace>,
    /// Who sits here.
    session: Mutex<Option<staff::session::Session>>,
    /// One use case at a time: what it read is still so when it commits.
    gate: Mutex<()>,
    time: Mutex<TrustedTime>,
    jumped: Mutex<bool>,
    /// Jumps of the wall clock that no frame holds yet.
    jumps: Mutex<Vec<ClockJump>>,
    /// When the ledger was last written for something that the clerk may know of.
    recorded: Mutex<Option<Timestamp>>,
    images: Mutex<HashMap<VisitId, Image>>,
    /// Visits that the last stop of the program left open and nobody has resumed.
    left: Mutex<Vec<resume::Left>>,
    outbox: Notify,
}

/// The image that a visit shows.
#[derive(Clone)]
struct Image {
    /// Which of the visit's images it belongs to: its place in the row, and when it was shown.
    name: (u32, Timestamp),
    label: Label,
    seed: u64,
    print: Print,
    picture: Arc<Picture>,
}

impl Desk {
    /// The numbers in force.
    pub fn policy(&self) -> &Policy {
        &self.inner.policy
    }

    /// The centre and the desk.
    pub fn workplace(&self) -> Workplace {
        self.inner.workplace()
    }

    /// What the store is for.
    pub fn kind(&self) -> crate::domain::store_kind::StoreKind {
        self.inner.ports.store.kind()
    }

    /// The phone on the screen, where there is one.
    pub fn phone(&self) -> Option<Arc<dyn PhoneScreen>> {
        self.inner.ports.phone.clone()
    }

    /// What the wall clock says: the time to show.
    pub fn wall(&self) -> Timestamp {
        self.inner.ports.clock.read().wall
    }

    /// The trusted time, by which waits and pauses go.
    pub fn now(&self) -> Timestamp {
        self.inner.moment().at
    }

    /// Runs a use case where blocking disturbs nobody.
    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T, DeskError> + Send + 'static,
    ) -> Result<T, DeskError> {
        let inner = Arc::clone(&self.inner);
        let run = tokio::task::spawn_blocking(move || {
            let _one_at_a_time = locked(&inner.gate);
            work(&inner)
        });
        run.await.map_err(|_| DeskError::Stopping)?
    }
}

impl Inner {
    /// The trusted time now. A jump of the wall clock that is noticed on the way is recorded by the next commit.
    fn moment(&self) -> Moment {
        let mut time = locked(&self.time);
        let reading = self.ports.clock.read();
        let (moment, jump) = time.read(reading);
        if is_large(jump, &self.policy) {
            time.accept(reading);
            *locked(&self.jumped) = true;
            locked(&self.jumps).push(jump);
        }
        moment
    }

    /// Commits, with the jumps of the wall clock that were noticed since the last commit.
    fn write(&self, commit: Commit) -> Result<(), StoreError> {
        let moment = commit.moment;
        self.write_untold(commit)?;
        *locked(&self.recorded) = Some(moment.at);
        Ok(())
    }

    /// The same for what the clerk must not notice: the status line goes on as if nothing was written.
    fn write_untold(&self, mut commit: Commit) -> Result<(), StoreError> {
        let jumps = std::mem::take(&mut *locked(&self.jumps));
        commit.entries.extend(jumps.iter().map(|jump| Entry {
            clerk: None,
            visit: None,
            fact: Fact::ClockJumped { millis: jump.millis },
        }));
        let written = self.ports.store.commit(&commit);
        if written.is_err() {
            locked(&self.jumps).splice(..0, jumps);
        }
        written.map(|_| ())
    }

    /// Records jumps of the wall clock that no other commit took along.
    fn write_jumps(&self, moment: Moment) -> Result<(), StoreError> {
        if locked(&self.jumps).is_empty() {
            return Ok(());
        }
        self.write(Commit {
            moment,
            entries: Vec::new(),
            changes: Vec::new(),
        })
    }

    fn workplace(&self) -> Workplace {
        locked(&self.workplace).clone()
    }

    fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.ports.entropy.fill(&mut bytes);
        bytes
    }

    fn message_id(&self) -> MessageId {
        MessageId::from_bytes(self.random())
    }

    fn entry(&self, visit: Option<VisitId>, fact: Fact) -> Entry {
        Entry {
            clerk: self.seated().map(|staff| staff.identity),
            visit,
            fact,
        }
    }
}

/// Whether the wall clock moved so far that it is reported.
fn is_large(jump: ClockJump, policy: &Policy) -> bool {
    u128::from(jump.millis.unsigned_abs()) > policy.clock.jump.as_millis()
}

/// A lock that goes on after a panic elsewhere: what it guards is replaced as a whole, never left half-changed.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
