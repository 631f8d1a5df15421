//! Who works at the desk, and who may do what.

pub mod phrase;

use serde::{Deserialize, Serialize};

use super::applicant::{IdentityNumber, PersonName};
use super::hash::Hashed;
use super::language::Language;

/// What a member of staff may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Serves applicants.
    Clerk,
    /// Also approves supervised recovery and reads reports.
    Supervisor,
    /// Reads the ledger, serves nobody.
    Auditor,
}

/// The person at the desk, by name and identity number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Identity number: staff never serve their own.
    pub identity: IdentityNumber,
    /// The name on the screen and in the ledger.
    pub name: PersonName,
    /// What this person may do.
    pub role: Role,
}

/// The workstation, and the centre that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workplace {
    /// The centre's name.
    pub centre: String,
    /// The desk's name.
    pub desk: String,
}

/// Something that is done at a desk or at its command line, and that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// Opens visits and serves applicants.
    Serve,
    /// Attests, in the place of the image, that a person is there.
    Attest,
    /// Approves a supervised recovery of somebody whom another member of staff serves.
    Approve,
    /// Stops a change of mobile that waits.
    StopMobileChange,
    /// Reads the ledger and the figures that follow from it, and exports them.
    ReadLedger,
    /// Adds, disables and resets staff.
    ManageStaff,
    /// Imports accounts.
    ImportAccounts,
    /// Looks for an account at the command line; what it shows is masked.
    FindAccounts,
    /// Imports the registry.
    ImportRegistry,
    /// Seals the secrets of gateways, and tries gateways by sending.
    ManageGateways,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Serve,
        Self::Attest,
        Self::Approve,
        Self::StopMobileChange,
        Self::ReadLedger,
        Self::ManageStaff,
        Self::ImportAccounts,
        Self::FindAccounts,
        Self::ImportRegistry,
        Self::ManageGateways,
    ];
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Clerk, Self::Supervisor, Self::Auditor];

    /// Whether whoever has this role may do that.
    pub const fn may(self, right: Right) -> bool {
        match right {
            Right::Serve | Right::Attest | Right::StopMobileChange => matches!(self, Self::Clerk | Self::Supervisor),
            Right::ReadLedger | Right::FindAccounts => matches!(self, Self::Supervisor | Self::Auditor),
            Right::Approve
            | Right::ManageStaff
            | Right::ImportAccounts
            | Right::ImportRegistry
            | Right::ManageGateways => matches!(self, Self::Supervisor),
        }
    }
}

/// A member of staff as the store holds them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who, and in which role.
    pub staff: Staff,
    /// The password in force.
    pub password: Hashed,
    /// Passwords before it, the newest first.
    pub previous_passwords: Vec<Hashed>,
    /// Somebody else chose the password: its owner chooses another one before anything else.
    pub must_change: bool,
    /// They do not work here any more. What they did stays.
    pub disabled: bool,
}

impl Member {
    /// A new member of staff. `must_change` where somebody else chose the password.
    pub const fn new(staff: Staff, password: Hashed, must_change: bool) -> Self {
        Self {
            staff,
            password,
            previous_passwords: Vec::new(),
            must_change,
            disabled: false,
        }
    }

    /// The same with another password: the one in force moves to the previous ones, of which `kept` stay.
    #[must_use]
    pub fn with_password(mut self, password: Hashed, must_change: bool, kept: usize) -> Self {
        let old = std::mem::replace(&mut self.password, password);
        self.previous_passwords.insert(0, old);
        self.previous_passwords.truncate(kept);
        self.must_change = must_change;
        self
    }

    /// Whether they can sign in and have this role.
    pub fn is_active(&self, role: Role) -> bool {
        !self.disabled && self.staff.role == role
    }
}

/// What was decided at the first start of a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetUp {
    /// The centre and the desk.
    pub workplace: Workplace,
    /// The slow hash of the recovery phrase.
    pub phrase: Hashed,
    /// Where the applicant's window begins, in pixels from the first screen's upper corner; none with one screen.
    pub applicant_window: Option<(i32, i32)>,
    /// The language of the clerk's window; none where nobody chose one.
    #[serde(default)]
    pub language: Option<Language>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Clerk, supervisor, auditor.
    const TABLE: [(Right, [bool; 3]); 10] = [
        (Right::Serve, [true, true, false]),
        (Right::Attest, [true, true, false]),
        (Right::Approve, [false, true, false]),
        (Right::StopMobileChange, [true, true, false]),
        (Right::ReadLedger, [false, true, true]),
        (Right::ManageStaff, [false, true, false]),
        (Right::ImportAccounts, [false, true, false]),
        (Right::FindAccounts, [false, true, true]),
        (Right::ImportRegistry, [false, true, false]),
        (Right::ManageGateways, [false, true, false]),
    ];

    #[test]
    fn each_role_may_do_what_the_table_says() {
        assert_eq!(TABLE.map(|(right, _)| right), Right::ALL);
        for (right, row) in TABLE {
            assert_eq!(Role::ALL.map(|role| role.may(right)), row, "{right:?}");
        }
    }
}
