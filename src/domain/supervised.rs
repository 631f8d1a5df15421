//! Supervised recovery: for people with no questions, with forgotten answers, with a lost mobile, or whose account is
//! paused. A supervisor signs in beside the clerk and approves; see `recovery::approval` for the states, and
//! `registration::approval` for what is approved where the registry does not know.

mod mobile_change;

use serde::{Deserialize, Serialize};

use super::applicant::{IdentityNumber, Mobile};

pub use mobile_change::{MobileChange, Standing};

/// Why the ordinary way does not help. Reasons are added, never renamed: they stand in ledgers for years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ApprovalReason {
    /// The account has no security questions.
    NoQuestions,
    /// The person does not remember the answers.
    AnswersForgotten,
    /// The mobile on the account is lost.
    MobileLost,
    /// Recovery is paused, or too many codes were wrong.
    Paused,
}

impl ApprovalReason {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::NoQuestions,
        Self::AnswersForgotten,
        Self::MobileLost,
        Self::Paused,
    ];

    /// Whether the questions of an account are asked all the same, where it has any: those that are remembered are.
    pub const fn asks(self) -> bool {
        !matches!(self, Self::AnswersForgotten)
    }
}

/// What a supervisor goes by where the registry does not know whether a condition of registration is met. Reasons are
/// added, never renamed: they stand in ledgers for years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownReason {
    /// The document or the mobile is so new that the registry does not have it yet.
    TooNew,
    /// The registry cannot be asked now.
    NotReached,
    /// Whoever issued it said so, by another way.
    ConfirmedElsewhere,
}

impl UnknownReason {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::TooNew, Self::NotReached, Self::ConfirmedElsewhere];
}

/// What an approval is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A new password.
    Password,
    /// The user name, to be seen or changed.
    Username,
    /// A new mobile in the place of one that is lost.
    NewMobile,
    /// A registration, although the registry does not know the person or the mobile.
    Registration,
}

/// What a supervisor is asked to approve in a recovery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aim {
    /// A new password.
    Password,
    /// The user name.
    Username,
    /// This mobile in the place of the one on the account.
    NewMobile(Mobile),
}

impl Aim {
    /// The same without the mobile, as it stands in the ledger.
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::Password => Purpose::Password,
            Self::Username => Purpose::Username,
            Self::NewMobile(_) => Purpose::NewMobile,
        }
    }

    /// The new mobile, where that is the aim.
    pub const fn mobile(self) -> Option<Mobile> {
        match self {
            Self::NewMobile(mobile) => Some(mobile),
            Self::Password | Self::Username => None,
        }
    }
}

/// What the supervisor is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plea {
    /// Who the applicant is.
    pub identity: IdentityNumber,
    /// Why the ordinary way does not help.
    pub reason: ApprovalReason,
    /// What is to be done.
    pub aim: Aim,
}

/// Why a supervisor's approval was not given. On a supervisor's page it may be told, and each is a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Obstacle {
    /// Whoever signed in may not approve.
    NotSupervisor,
    /// The clerk of the visit cannot approve it.
    OwnVisit,
    /// Staff never serve their own identity number, in either role.
    OwnIdentity,
    /// The second supervisor is the first.
    SamePerson,
    /// The number is not that of the document that was seen.
    DocumentDisagrees,
    /// Nobody has an account with this identity number.
    NoAccount,
    /// The new mobile is the one on the account.
    SameMobile,
    /// Another account has the new mobile.
    MobileTaken,
    /// A change of the mobile waits already; see the supervisor's page for how long.
    MobileWaits,
    /// The mobile is lost and no new one has been waited for: that comes first.
    NewMobileFirst,
    /// The registry leaves nothing open in this registration that could be approved.
    NothingUnknown,
}
