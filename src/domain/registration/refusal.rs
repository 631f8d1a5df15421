//! Why an input of a registration changed nothing of what it was meant to change.

use crate::domain::answer::FaultyAnswer;
use crate::domain::message::Channel;
use crate::domain::recovery::code::CodeRefusal;
use crate::domain::time::Timestamp;

/// Why an input was refused, where no refusal of a recovery says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistrationRefusal {
    /// The number is not that of the document which the clerk held.
    DocumentDisagrees,
    /// The desk or the clerk serves nobody for now.
    DeskPaused {
        /// When it goes on.
        until: Timestamp,
    },
    /// This desk has asked the registry too often.
    TooManyLookUps {
        /// When it may ask again.
        until: Timestamp,
    },
    /// The registry does not know all: name or expiry are to be typed from the document.
    DocumentWanted,
    /// A condition is not met, or cannot be judged; the views list them.
    ConditionNotMet,
    /// The email differs from its repeat.
    EmailDiffers,
    /// The password is the email.
    EmailIsPassword,
    /// The characters of the image were typed in two ways. No try is counted.
    CaptchaDiffers,
    /// Not exactly the texts in force were accepted.
    TermsNotAccepted,
    /// About a code.
    Code {
        /// To the mobile, or to the email.
        channel: Channel,
        /// What about it.
        why: CodeRefusal,
    },
    /// Some answers cannot be enrolled.
    Answers(Vec<FaultyAnswer>),
    /// More or fewer questions were chosen than are enrolled.
    AnswersCount {
        /// How many are wanted.
        wanted: u32,
    },
    /// The machine has no memory left to hash the answers; it may be tried again.
    NotHashed,
}
