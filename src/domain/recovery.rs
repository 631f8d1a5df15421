//! The state machines of recovery: each state is a type that owns only what is known by then; a method consumes it
//! and returns the next state with what happened, or a refusal that hands the state back.
//!
//! What a later state needs is a [`proof`] with a private constructor, so code that would change a password without
//! the proofs does not compile. No proof and no state can be deserialised: they come back from storage only
//! through [`restore`], from a [`VisitRecord`] that nobody outside this room can make.
//!
//! # A. Forgotten password
//!
//! ```mermaid
//! stateDiagram-v2
//!     [*] --> DocumentWanted
//!     DocumentWanted --> CaptchaWanted: document seen
//!     CaptchaWanted --> CaptchaWanted: missed, expired, another image
//!     CaptchaWanted --> IdentityWanted: read, or attested by the clerk (proof CaptchaPassed)
//!     IdentityWanted --> QuestionsAsked: identity and mobile, known or not
//!     QuestionsAsked --> QuestionsAsked: not matched, rounds left
//!     QuestionsAsked --> Ended: not matched, no round left
//!     QuestionsAsked --> CodeWanted: matched (proof AnswersMatched)
//!     CodeWanted --> CodeWanted: missed, sent again
//!     CodeWanted --> Ended: no try and no code left
//!     CodeWanted --> PasswordWanted: typed (proof CodeMatched)
//!     PasswordWanted --> PasswordWanted: rules not met, used before
//!     PasswordWanted --> CodeWanted: the code was typed too long ago
//!     QuestionsAsked --> IdentityWanted: back, the identity was mistyped
//!     PasswordWanted --> Ended: a proof does not hold for the account as it is now
//!     PasswordWanted --> Done: chosen
//!     Done --> [*]: next visitor
//! ```
//!
//! # B. Forgotten user name, the short way
//!
//! The same up to the code, but for the identity, which is an identity number: a user name is what was forgotten.
//!
//! ```mermaid
//! stateDiagram-v2
//!     CodeWanted --> UsernameChoice: typed (proof CodeMatched)
//!     UsernameChoice --> UsernameChoice: free or not, rules not met, asked too often
//!     UsernameChoice --> CodeWanted: the code was typed too long ago
//!     UsernameChoice --> Ended: a proof does not hold for the account as it is now
//!     UsernameChoice --> Done: shown, or another one taken
//! ```
//!
//! # The supervised way
//!
//! A supervisor, another person than the clerk, approves in the place of image, claim and forgotten answers. No wait of
//! the account holds it up.
//!
//! ```mermaid
//! stateDiagram-v2
//!     [*] --> DocumentWanted
//!     DocumentWanted --> ApprovalWanted: document seen
//!     ApprovalWanted --> ApprovalWanted: not a supervisor, own visit, no account, a mobile waits
//!     ApprovalWanted --> SecondWanted: new mobile, and the registry does not say that it is theirs
//!     ApprovalWanted --> QuestionsAsked: approved (proof SupervisorApproved), questions remembered
//!     ApprovalWanted --> CodeWanted: approved, no questions to ask
//!     ApprovalWanted --> Done: approved, no questions to ask, the new mobile begins to wait
//!     SecondWanted --> QuestionsAsked: another supervisor approved
//!     SecondWanted --> Done: the same, no questions to ask, the new mobile begins to wait
//!     QuestionsAsked --> CodeWanted: matched
//!     QuestionsAsked --> Done: matched, the new mobile begins to wait
//!     CodeWanted --> PasswordWanted: typed; a mobile that was waited for is on the account from now on
//!     CodeWanted --> UsernameChoice: the same, where the user name was approved
//!     SecondWanted --> ApprovalWanted: approved too long ago
//!     QuestionsAsked --> ApprovalWanted: approved too long ago
//!     CodeWanted --> ApprovalWanted: approved too long ago
//!     PasswordWanted --> ApprovalWanted: approved too long ago
//!     UsernameChoice --> ApprovalWanted: approved too long ago
//! ```
//!
//! A new mobile waits as [`MobileChange`](crate::domain::supervised::MobileChange). Once it has been waited for, another
//! visit with another approval sends its code there.
//!
//! Every state but `Done` and `Ended` also ends when the visit is abandoned, idle or too old. `IdentityWanted` stays
//! where the document disagrees or the desk is paused. After a stop of the program each goes on where it stood, or from
//! the code where that was typed too long ago. `tests/machine_table.rs` walks every state with every input.

pub mod approval;
pub mod captcha;
pub mod code;
pub mod document;
pub mod forgotten_password;
pub mod identity;
mod input;
mod lapse;
pub mod password;
pub mod proof;
pub mod proven;
pub mod questions;
mod record;
mod resumed;
pub mod step;
pub mod transition;
pub mod username;
pub mod visit;

pub use forgotten_password::Recovery;
pub use input::Input;
pub use record::{VisitRecord, restore};
pub use step::{Codes, Context, Effects, Ended, Limits, Missed, NewMessage, Refused, Step, Tallies};
pub use transition::{Refusal, Transition};
pub use visit::{DocumentSeen, Visit};
