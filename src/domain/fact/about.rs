//! Whom a fact is about.

use super::Fact;
use crate::domain::id::AccountId;
use crate::domain::limit::Subject;

impl Fact {
    /// The account that it is about, where it names one.
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::AnswersMatched { account }
            | Self::CodeRequested { account, .. }
            | Self::CodeMissed { account }
            | Self::CodeMatched { account }
            | Self::PasswordChanged { account }
            | Self::UsernameShown { account }
            | Self::UsernameChanged { account }
            | Self::RecoveryApproved { account, .. }
            | Self::ApprovalSeconded { account, .. }
            | Self::MobileChangeBegun { account, .. }
            | Self::MobileChangeStopped { account }
            | Self::MobileChanged { account }
            | Self::AccountRegistered { account } => Some(*account),
            _ => None,
        }
    }

    /// The keyed digest of whom it is about, where it bears one.
    pub const fn subject(&self) -> Option<Subject> {
        match self {
            Self::IdentityGiven { subject }
            | Self::RegistryAsked { subject }
            | Self::AnswersMissed { subject, .. }
            | Self::RecoveryPaused { subject, .. }
            | Self::RegistrationClashed { subject }
            | Self::RegistrationApproved { subject, .. }
            | Self::SignInTried { subject, .. }
            | Self::StaffSignInMissed { subject }
            | Self::StaffPaused { subject, .. } => Some(*subject),
            _ => None,
        }
    }
}
