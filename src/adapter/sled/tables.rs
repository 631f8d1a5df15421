//! The trees and their names.

use ::sled::{Db, Tree};

use crate::port::UniqueField;

/// A tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Accounts by their id.
    Accounts,
    /// Account ids by blinded identity number.
    Identity,
    /// Account ids by blinded user name.
    Username,
    /// Account ids by blinded mobile.
    Mobile,
    /// Account ids by blinded email.
    Email,
    /// Visits by their id.
    Visits,
    /// The last change of a mobile by its account.
    MobileChanges,
    /// Tallies by kind and subject.
    Tallies,
    /// Messages by their id.
    Messages,
    /// The ids of messages that wait to be sent.
    Waiting,
    /// Staff by blinded identity number.
    Staff,
    /// What was decided at the first start.
    SetUp,
    /// What the records claim to be.
    Meta,
}

impl Table {
    /// All of them, in the order of [`Table::index`].
    pub const ALL: [Self; 13] = [
        Self::Accounts,
        Self::Identity,
        Self::Username,
        Self::Mobile,
        Self::Email,
        Self::Visits,
        Self::MobileChanges,
        Self::Tallies,
        Self::Messages,
        Self::Waiting,
        Self::Staff,
        Self::SetUp,
        Self::Meta,
    ];

    /// All that hold records.
    pub const RECORDS: [Self; 12] = [
        Self::Accounts,
        Self::Identity,
        Self::Username,
        Self::Mobile,
        Self::Email,
        Self::Visits,
        Self::MobileChanges,
        Self::Tallies,
        Self::Messages,
        Self::Waiting,
        Self::Staff,
        Self::SetUp,
    ];

    /// Its name: that of the tree, and in each record's associated data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Identity => "identity",
            Self::Username => "username",
            Self::Mobile => "mobile",
            Self::Email => "email",
            Self::Visits => "visits",
            Self::MobileChanges => "mobile-changes",
            Self::Tallies => "tallies",
            Self::Messages => "messages",
            Self::Waiting => "waiting",
            Self::Staff => "staff",
            Self::SetUp => "set-up",
            Self::Meta => "meta",
        }
    }

    /// Where it stands in [`Table::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The table in which accounts are found by a unique value.
    pub const fn of(field: UniqueField) -> Self {
        match field {
            UniqueField::Identity => Self::Identity,
            UniqueField::Username => Self::Username,
            UniqueField::Mobile => Self::Mobile,
            UniqueField::Email => Self::Email,
        }
    }
}

/// The open trees.
pub struct Trees {
    db: Db,
    accounts: Tree,
    identity: Tree,
    username: Tree,
    mobile: Tree,
    email: Tree,
    visits: Tree,
    mobile_changes: Tree,
    tallies: Tree,
    messages: Tree,
    waiting: Tree,
    staff: Tree,
    set_up: Tree,
    meta: Tree,
}

impl Trees {
    /// Opens or makes all trees.
    ///
    /// # Errors
    /// What sled says.
    pub fn open(db: Db) -> ::sled::Result<Self> {
        let open = |table: Table| db.open_tree(table.name());
        Ok(Self {
            accounts: open(Table::Accounts)?,
            identity: open(Table::Identity)?,
            username: open(Table::Username)?,
            mobile: open(Table::Mobile)?,
            email: open(Table::Email)?,
            visits: open(Table::Visits)?,
            mobile_changes: open(Table::MobileChanges)?,
            tallies: open(Table::Tallies)?,
            messages: open(Table::Messages)?,
            waiting: open(Table::Waiting)?,
            staff: open(Table::Staff)?,
            set_up: open(Table::SetUp)?,
            meta: open(Table::Meta)?,
            db,
        })
    }

    /// One tree.
    pub const fn tree(&self, table: Table) -> &Tree {
        match table {
            Table::Accounts => &self.accounts,
            Table::Identity => &self.identity,
            Table::Username => &self.username,
            Table::Mobile => &self.mobile,
            Table::Email => &self.email,
            Table::Visits => &self.visits,
            Table::MobileChanges => &self.mobile_changes,
            Table::Tallies => &self.tallies,
            Table::Messages => &self.messages,
            Table::Waiting => &self.waiting,
            Table::Staff => &self.staff,
            Table::SetUp => &self.set_up,
            Table::Meta => &self.meta,
        }
    }

    /// Writes what is in memory.
    ///
    /// # Errors
    /// What sled says.
    pub fn flush(&self) -> ::sled::Result<()> {
        self.db.flush().map(|_| ())
    }
}
