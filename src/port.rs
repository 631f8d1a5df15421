//! The few traits that the desk needs from the world. Each has a real adapter and an in-memory twin, held to the
//! same contract test.
//!
//! [`Store`] and [`Hasher`] block: the desk calls them off the interface thread.

mod gateway;
mod receipt;
mod registry;
mod wording;

use std::ops::Range;

use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};

use crate::domain::account::Account;
use crate::domain::applicant::{Email, IdentityNumber, Mobile, Username};
use crate::domain::captcha::{Label, Picture, Print};
use crate::domain::fact::Entry;
use crate::domain::id::{AccountId, MessageId, VisitId};
use crate::domain::limit::{Subject, Tally, TallyKey};
use crate::domain::message::{Contact, Message};
use crate::domain::recovery::VisitRecord;
use crate::domain::secret::Secret;
use crate::domain::staff::{Member, SetUp};
use crate::domain::store_kind::StoreKind;
use crate::domain::supervised::MobileChange;
use crate::domain::time::{Moment, Reading, Timestamp};

pub use crate::domain::hash::Hasher;
pub use crate::domain::recovery::Codes;
pub use gateway::{Accepted, Gateway, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};
pub use receipt::{Cabinet, Filed, Pdf, PrintError, Printer, PrinterState, TypesetError, Typesetter};
pub use registry::Registry;
pub use wording::{Carried, Worded, Wording};

/// Both clocks of the machine.
pub trait Clock: Send + Sync {
    /// One look at them.
    fn read(&self) -> Reading;
}

/// The source of everything random.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` so that nobody can foresee them.
    fn fill(&self, bytes: &mut [u8]);
}

/// What the data key is needed for, without the key.
pub trait Keys: Codes + Send + Sync {
    /// A keyed digest of whom a tally belongs to.
    fn subject(&self, of: SubjectOf<'_>) -> Subject;

    /// The seed of the decoy questions for an identifier and a mobile that name no account.
    fn decoy(&self, identifier: &str, mobile: &Mobile) -> [u8; 32];
}

/// Whom a tally may belong to.
#[derive(Clone, Copy, Debug)]
pub enum SubjectOf<'a> {
    /// An account.
    Account(AccountId),
    /// An identifier and a mobile that name no account.
    Pair(&'a str, &'a Mobile),
    /// A user name that names no account.
    Username(&'a Username),
    /// A mobile.
    Mobile(&'a Mobile),
    /// A desk, by centre and name.
    Desk(&'a str, &'a str),
    /// A clerk.
    Clerk(&'a IdentityNumber),
}

/// The unique values by which an account is found.
#[derive(Clone, Copy, Debug)]
pub enum Lookup<'a> {
    /// By identity number.
    Identity(&'a IdentityNumber),
    /// By user name, whatever its case.
    Username(&'a Username),
    /// By mobile.
    Mobile(&'a Mobile),
    /// By email.
    Email(&'a Email),
}

/// Which of an account's values must be unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UniqueField {
    /// The identity number.
    Identity,
    /// The user name.
    Username,
    /// The mobile.
    Mobile,
    /// The email.
    Email,
}

/// How often a record was written; 0 where it never was. A commit names the version that it read, so that two
/// that read the same record cannot both change it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub u64);

/// A record and its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The record.
    pub record: T,
    /// How often it was written.
    pub version: Version,
}

/// One record to write, with the version that the decision was based on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Writes an account.
    Account {
        /// The account.
        account: Box<Account>,
        /// The version that was read.
        version: Version,
    },
    /// Writes a visit.
    Visit {
        /// The visit.
        visit: Box<VisitRecord>,
        /// The version that was read.
        version: Version,
    },
    /// Forgets a visit that has ended; what it was stays in the ledger.
    VisitGone {
        /// The visit.
        visit: VisitId,
        /// The version that was read.
        version: Version,
    },
    /// Writes the change of an account's mobile: the one before it, if any, is over.
    MobileChange {
        /// The change; its account names the record.
        change: Box<MobileChange>,
        /// The version that was read.
        version: Version,
    },
    /// Writes a tally.
    Tally {
        /// Its name.
        key: TallyKey,
        /// The tally.
        tally: Tally,
        /// The version that was read.
        version: Version,
    },
    /// Writes a member of staff.
    Staff {
        /// The member.
        member: Box<Member>,
        /// The version that was read.
        version: Version,
    },
    /// Writes what was decided at the first start.
    SetUp {
        /// What.
        set_up: Box<SetUp>,
        /// The version that was read.
        version: Version,
    },
    /// Writes a message.
    Message {
        /// The message.
        message: Box<Message>,
        /// The version that was read.
        version: Version,
    },
}

/// What one use case writes: all of it or nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commit {
    /// When.
    pub moment: Moment,
    /// What happened.
    pub entries: Vec<Entry>,
    /// What changes with it.
    pub changes: Vec<Change>,
}

/// The hash of a frame of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FrameHash(pub [u8; 32]);

impl std::fmt::Display for FrameHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl std::fmt::Debug for FrameHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, formatter)
    }
}

/// The last frame of the ledger. The first frame is number 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: u64,
    /// Its hash.
    pub hash: FrameHash,
    /// When it was written.
    pub moment: Moment,
}

/// One frame as it is read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its number.
    pub number: u64,
    /// Its hash.
    pub hash: FrameHash,
    /// What was committed.
    pub commit: Commit,
}

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A record was written since it was read. Nothing was changed; read again and decide anew.
    #[error("a record was changed since it was read")]
    Conflict,
    /// Another account has this value already. Nothing was changed.
    #[error("another account has the same {0:?}")]
    Taken(UniqueField),
    /// There is no room to write. Nothing was changed, and the store goes on once there is room.
    #[error("no room to write")]
    Full(#[source] std::io::Error),
    /// It is not known whether the last commit is on the disk. The store takes no more until it is opened again.
    #[error("the store must be opened again")]
    Poisoned,
    /// A file could not be read or written.
    #[error("a file of the store could not be used")]
    Io(#[from] std::io::Error),
    /// A record is not what was written. The store must be opened again, which rebuilds it from the ledger.
    #[error("a record is damaged: {0}")]
    Damaged(String),
}

/// The truth about accounts, visits, counters and messages.
pub trait Store: Send + Sync {
    /// What the store is for.
    fn kind(&self) -> StoreKind;

    /// Writes all of `commit` or nothing. When this returns, a power cut no longer undoes it.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn commit(&self, commit: &Commit) -> Result<Head, StoreError>;

    /// The last frame; none in a store nobody wrote to.
    fn head(&self) -> Option<Head>;

    /// The account with one of its unique values.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn find(&self, lookup: Lookup<'_>) -> Result<Option<AccountId>, StoreError>;

    /// An account.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn account(&self, id: AccountId) -> Result<Option<Versioned<Account>>, StoreError>;

    /// A visit that has not been forgotten.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn visit(&self, id: VisitId) -> Result<Option<Versioned<VisitRecord>>, StoreError>;

    /// All visits that have not been forgotten.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn visits(&self) -> Result<Vec<Versioned<VisitRecord>>, StoreError>;

    /// The last change of an account's mobile that was approved.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn mobile_change(&self, account: AccountId) -> Result<Option<Versioned<MobileChange>>, StoreError>;

    /// The last such change of every account that had one.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn mobile_changes(&self) -> Result<Vec<Versioned<MobileChange>>, StoreError>;

    /// A tally; an empty one of version 0 where nothing was counted yet.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn tally(&self, key: TallyKey) -> Result<Versioned<Tally>, StoreError>;

    /// A member of staff.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn member(&self, number: &IdentityNumber) -> Result<Option<Versioned<Member>>, StoreError>;

    /// All staff, those who do not work here any more included, in no particular order.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn members(&self) -> Result<Vec<Versioned<Member>>, StoreError>;

    /// What was decided at the first start; none before it.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn set_up(&self) -> Result<Option<Versioned<SetUp>>, StoreError>;

    /// A message.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn message(&self, id: MessageId) -> Result<Option<Versioned<Message>>, StoreError>;

    /// All messages that still wait to be sent, the oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn waiting(&self) -> Result<Vec<Versioned<Message>>, StoreError>;

    /// Frames of the ledger, by number.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn frames(&self, numbers: Range<u64>) -> Result<Vec<Frame>, StoreError>;
}

/// A message as the phone on the screen shows it.
#[derive(Clone, Debug)]
pub struct ShownMessage {
    /// Where it went.
    pub to: Contact,
    /// The subject, where the channel has one.
    pub subject: Option<String>,
    /// The text; a secret, because it may hold a code.
    pub text: Secret,
    /// When it arrived, by the wall clock.
    pub at: Timestamp,
}

/// The phone on the screen. There is one beside made-up people only.
pub trait PhoneScreen: Send + Sync {
    /// What arrived since it was put away last, the oldest first; only so many of the newest are kept.
    fn messages(&self) -> Vec<ShownMessage>;

    /// The applicant leaves, and takes the phone along: nothing of what arrived is kept.
    fn put_away(&self);

    /// Waits for the next message that arrives after this call, not after the first poll.
    fn changed(&self) -> BoxFuture<'_, ()>;
}

/// Paints captcha images.
pub trait Painter: Send + Sync {
    /// Paints `label`; the same seed paints the same picture.
    fn paint(&self, label: &Label, print: Print, seed: u64) -> Picture;
}
