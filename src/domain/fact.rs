//! What happened, in the past tense: the vocabulary of the ledger.
//!
//! A fact names records, never a secret. New facts and new fields are added; none is renamed or removed, because
//! ledgers are read for years.

mod about;
mod entry;
mod visit;

use serde::{Deserialize, Serialize};

use super::applicant::{ApplicantKind, IdentityNumber};
use super::conditions::Condition;
use super::id::{AccountId, MessageId, Reference};
use super::language::Language;
use super::legal::LegalVersion;
use super::limit::Subject;
use super::message::{Channel, Delivery};
use super::policy::Policy;
use super::presence::AttestationReason;
use super::receipt::ReceiptForm;
use super::staff::{Right, Role};
use super::supervised::{ApprovalReason, Obstacle, Purpose, UnknownReason};
use super::time::Timestamp;

pub use entry::Entry;
pub use visit::{Ending, Flow};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The desk opened its store; these numbers are in force.
    DeskOpened {
        /// Every number of the policy.
        policy: Box<Policy>,
    },
    /// The wall clock was moved against the machine's own count.
    ClockJumped {
        /// Milliseconds that it gained; negative where it was set back.
        millis: i64,
    },
    /// A file of accounts was imported.
    AccountsImported {
        /// How many accounts it brought.
        count: u64,
        /// SHA-256 of the file, in hexadecimal.
        file_hash: String,
    },
    /// A visit began.
    VisitOpened {
        /// Its name for people.
        reference: Reference,
        /// Which flow it follows.
        flow: Flow,
    },
    /// The program had stopped in the middle of a visit; its clerk said that the same person is there, and it goes on.
    VisitResumed,
    /// The clerk held the applicant's document.
    DocumentSeen {
        /// Its kind.
        kind: ApplicantKind,
        /// The last four digits of its number.
        last_four: String,
    },
    /// A captcha image was shown.
    CaptchaShown {
        /// The first image of a visit is number 1.
        image: u32,
    },
    /// The characters were not those of the image.
    CaptchaMissed,
    /// Too many images were missed; the visit pauses.
    CaptchaPaused {
        /// Until when.
        until: Timestamp,
    },
    /// The characters were those of the image.
    CaptchaPassed,
    /// The clerk attested that a person is in front of them, in the place of the image.
    CaptchaAttested {
        /// Why no image was read.
        reason: AttestationReason,
    },
    /// An identifier and a mobile were given. Whether they name an account is not said.
    IdentityGiven {
        /// A keyed digest of what was given.
        subject: Subject,
    },
    /// The registry was asked about a person and a mobile. What it said is not told.
    RegistryAsked {
        /// A keyed digest of both.
        subject: Subject,
    },
    /// A file of people was imported into the registry, in the place of what it held.
    RegistryImported {
        /// How many people it brought.
        count: u64,
        /// SHA-256 of the file, in hexadecimal.
        file_hash: String,
    },
    /// A round of answers did not match.
    AnswersMissed {
        /// A keyed digest of whom they were about.
        subject: Subject,
        /// The first round of a recovery is number 1.
        round: u32,
    },
    /// All answers matched those of an account.
    AnswersMatched {
        /// Whose.
        account: AccountId,
    },
    /// An account, or what was given in its place, is paused.
    RecoveryPaused {
        /// A keyed digest of whom.
        subject: Subject,
        /// Until when.
        until: Timestamp,
    },
    /// A desk or a clerk is paused after too many recoveries without a match.
    DeskPaused {
        /// Until when.
        until: Timestamp,
    },
    /// A code was asked for.
    CodeRequested {
        /// Whose.
        account: AccountId,
        /// The first code of a recovery is number 1.
        number: u8,
    },
    /// A wrong code was typed.
    CodeMissed {
        /// Whose.
        account: AccountId,
    },
    /// The code was typed.
    CodeMatched {
        /// Whose.
        account: AccountId,
    },
    /// The password was changed.
    PasswordChanged {
        /// Whose.
        account: AccountId,
    },
    /// It was asked whether a user name is free.
    UsernameChecked {
        /// Whether it was.
        free: bool,
    },
    /// The user name was shown to the applicant.
    UsernameShown {
        /// Whose.
        account: AccountId,
    },
    /// The user name was changed.
    UsernameChanged {
        /// Whose.
        account: AccountId,
    },
    /// The conditions of registration were shown and read.
    ConditionsRead,
    /// A condition of registration is not met. In older ledgers also: the registry does not know.
    ConditionNotMet {
        /// Which.
        condition: Condition,
    },
    /// The registry does not know whether a condition of registration is met.
    ConditionUnknown {
        /// Which.
        condition: Condition,
    },
    /// What the registry does not know of a person was typed from the document.
    DocumentTyped {
        /// The name.
        name: bool,
        /// The day on which it expires.
        expiry: bool,
    },
    /// A user name was chosen for a new account.
    UsernameChosen,
    /// A password was chosen for a new account.
    PasswordChosen,
    /// An email was given for a new account.
    EmailGiven,
    /// The language of a new account was chosen.
    AccountLanguageChosen {
        /// Which.
        language: Language,
    },
    /// Terms and privacy policy were accepted.
    TermsAccepted {
        /// Which texts, in which versions and languages.
        versions: Vec<LegalVersion>,
        /// When.
        at: Timestamp,
    },
    /// A code was asked for, to a contact that is on no account yet.
    ContactCodeRequested {
        /// To the mobile, or to the email.
        channel: Channel,
        /// The first code of a visit is number 1, whichever way it goes.
        number: u8,
    },
    /// A wrong code was typed for such a contact.
    ContactCodeMissed {
        /// To the mobile, or to the email.
        channel: Channel,
    },
    /// The code was typed: the contact is at hand.
    ContactProven {
        /// The mobile, or the email.
        channel: Channel,
    },
    /// Security questions were chosen and answered for a new account.
    QuestionsChosen,
    /// A registration met values that are an account's already.
    RegistrationClashed {
        /// A keyed digest of the identity and the mobile that were given.
        subject: Subject,
    },
    /// An account was made.
    AccountRegistered {
        /// Which.
        account: AccountId,
    },
    /// A user name and a password were tried on the sign-in card.
    SignInTried {
        /// A keyed digest of the user name.
        subject: Subject,
        /// Whether they agreed.
        agreed: bool,
    },
    /// A supervisor signed in beside the clerk and approved a recovery.
    RecoveryApproved {
        /// Whose.
        account: AccountId,
        /// What it is for.
        purpose: Purpose,
        /// Why the ordinary way does not help.
        reason: ApprovalReason,
        /// The supervisor.
        by: IdentityNumber,
    },
    /// A supervisor signed in beside the clerk and approved that somebody registers, though the registry does not know.
    RegistrationApproved {
        /// A keyed digest of the identity and the mobile that were given.
        subject: Subject,
        /// What the registry does not know. Nothing else is lifted.
        conditions: Vec<Condition>,
        /// What the supervisor goes by.
        reason: UnknownReason,
        /// The supervisor.
        by: IdentityNumber,
    },
    /// A second supervisor approved as well.
    ApprovalSeconded {
        /// Whose recovery.
        account: AccountId,
        /// The second supervisor.
        by: IdentityNumber,
    },
    /// A supervisor signed in, and nothing was approved.
    ApprovalRefused {
        /// Who signed in.
        by: IdentityNumber,
        /// Why not.
        why: Obstacle,
    },
    /// A new mobile begins to wait.
    MobileChangeBegun {
        /// Whose.
        account: AccountId,
        /// From when on it counts.
        until: Timestamp,
    },
    /// A desk was asked to stop a change of a mobile. Whether there was one is not said.
    MobileChangeStopAsked,
    /// A change of a mobile was stopped.
    MobileChangeStopped {
        /// Whose.
        account: AccountId,
    },
    /// The mobile on an account was changed.
    MobileChanged {
        /// Whose.
        account: AccountId,
    },
    /// The receipt was handed over.
    ReceiptGiven {
        /// On paper, or as a file.
        form: ReceiptForm,
    },
    /// A visit ended.
    VisitEnded {
        /// How.
        ending: Ending,
    },
    /// A message came further.
    MessageMoved {
        /// Which.
        message: MessageId,
        /// How far.
        delivery: Delivery,
    },
    /// The desk was set up: centre, desk, first supervisor, data key, recovery phrase.
    SetUpCompleted,
    /// A member of staff signed in.
    StaffSignedIn,
    /// They signed out, their session came to its end, or somebody else took their place.
    StaffSignedOut,
    /// The desk was locked: by its key, or because nobody touched it.
    StaffLocked,
    /// They unlocked it.
    StaffUnlocked,
    /// A number and a password were typed that are not those of a member of staff.
    StaffSignInMissed {
        /// A keyed digest of the number.
        subject: Subject,
    },
    /// Too many of them: that number is paused.
    StaffPaused {
        /// A keyed digest of the number.
        subject: Subject,
        /// Until when.
        until: Timestamp,
    },
    /// A member of staff chose another password of their own.
    StaffPasswordChanged,
    /// A second member of staff proved beside the first who they are.
    StaffVouched {
        /// Who.
        staff: IdentityNumber,
        /// For what.
        right: Right,
    },
    /// A member of staff was added.
    StaffAdded {
        /// Who.
        staff: IdentityNumber,
        /// In which role.
        role: Role,
    },
    /// A member of staff can sign in no more.
    StaffDisabled {
        /// Who.
        staff: IdentityNumber,
    },
    /// A member of staff was given another password, which they must change.
    StaffReset {
        /// Who.
        staff: IdentityNumber,
    },
    /// A supervisor was given another password with the recovery phrase.
    PhraseUsed {
        /// Who.
        staff: IdentityNumber,
    },
    /// A recovery phrase was typed that is not that of the desk.
    PhraseMissed,
    /// A command was run at the command line.
    CommandRan {
        /// Which.
        command: String,
        /// SHA-256 of the file that it read, in hexadecimal; none where it read none.
        file_hash: Option<String>,
    },
    /// Entries of the ledger became a file.
    LedgerExported {
        /// How many.
        count: u64,
    },
    /// A round of the self-test was made.
    DrillRan {
        /// Its number.
        visit: u64,
    },
}
