//! Messages to an applicant. The outbox keeps what a message is about, never its text: codes and words are made
//! as it is sent.

mod origin;

use serde::{Deserialize, Serialize};

use super::applicant::{Email, Mobile};
use super::id::{AccountId, MessageId, Reference, VisitId};
use super::language::Language;
use super::time::Timestamp;

pub use origin::Origin;

/// Where a message goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contact {
    /// By SMS.
    Mobile(Mobile),
    /// By email.
    Email(Email),
}

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// To a mobile.
    Sms,
    /// To an email address.
    Email,
}

impl Contact {
    /// How it is reached.
    pub const fn channel(&self) -> Channel {
        match self {
            Self::Mobile(_) => Channel::Sms,
            Self::Email(_) => Channel::Email,
        }
    }
}

/// Which code a message carries: enough to derive it again, and no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRequest {
    /// The visit that it belongs to.
    pub visit: VisitId,
    /// The first code of a visit is number 1.
    pub number: u8,
    /// Random, so that no two codes of a visit follow from each other.
    pub nonce: [u8; 16],
    /// How many digits it has.
    pub digits: u8,
}

/// What a message is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// An activation code.
    Code {
        /// The code to derive.
        code: CodeRequest,
        /// How many minutes it is good for.
        minutes: u8,
    },
    /// The password was changed.
    PasswordChanged {
        /// The visit in which it was.
        reference: Reference,
    },
    /// The user name of the account, for its owner, who forgot it. It is read from the account as it is sent.
    Username,
    /// The user name was changed.
    UsernameChanged {
        /// The visit in which it was.
        reference: Reference,
    },
    /// An account was made.
    AccountMade {
        /// The visit in which it was.
        reference: Reference,
    },
    /// A new mobile takes the place of the one on the account unless it is stopped.
    MobileChangeBegun {
        /// The visit in which it was approved.
        reference: Reference,
        /// How long it waits, in hours.
        hours: u16,
    },
    /// That was stopped.
    MobileChangeStopped {
        /// The visit in which it was approved.
        reference: Reference,
    },
    /// The mobile on the account was changed.
    MobileChanged {
        /// The visit in which it was.
        reference: Reference,
    },
    /// Somebody at a desk gave wrong details for the account, and recovery is paused for a while.
    RecoveryPaused {
        /// The visit in which it was.
        reference: Reference,
    },
}

/// What is wrong with a gateway, or with a message in its eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GatewayFault {
    /// Nothing answers at its address, or the address is not found.
    NotReached,
    /// It is reached, and says nothing in time.
    Silent,
    /// Its certificate is expired, or names another, or nobody vouches for it.
    NotTrusted,
    /// It refuses the name or the password that the desk signs in with.
    SignInRefused,
    /// It takes no more for a while.
    Throttled,
    /// What it says is not what its protocol lets it say.
    Malformed,
    /// It says that it is out of order.
    Failing,
    /// It refuses this message: the number, the address or the sender's name.
    MessageRefused,
}

impl GatewayFault {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::NotReached,
        Self::Silent,
        Self::NotTrusted,
        Self::SignInRefused,
        Self::Throttled,
        Self::Malformed,
        Self::Failing,
        Self::MessageRefused,
    ];
}

/// How far a message has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// It waits for its turn; `attempts` were certainly not accepted, the next is due at `due`.
    Queued {
        /// Attempts that were certainly not accepted.
        attempts: u32,
        /// The earliest moment of the next attempt.
        due: Timestamp,
        /// What the last attempt met; nothing before the first, and in records of before this was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fault: Option<GatewayFault>,
    },
    /// It was handed to the gateway and no answer is recorded yet. After a restart this means [`Delivery::Unknown`].
    Sending,
    /// The gateway took it under this name.
    Sent {
        /// What the configuration calls the gateway; empty in records of before this was kept.
        #[serde(default)]
        gateway: String,
        /// The gateway's own name for it.
        gateway_id: String,
        /// When it was taken.
        at: Timestamp,
    },
    /// The gateway says that it arrived.
    Delivered {
        /// When the receipt came.
        at: Timestamp,
    },
    /// What it carries died before it could be sent.
    Expired,
    /// It may or may not have been taken. Final: only the applicant asks for another.
    Unknown,
    /// It will not arrive.
    #[serde(untagged)]
    Failed(Failure),
}

/// Why a message will not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// The record is of before this was kept: it holds the one word "failed".
    #[serde(rename = "failed")]
    Unsaid,
    /// No gateway carries messages that way.
    NoGateway,
    /// Every gateway refused it for good; what the last of them said.
    Refused(GatewayFault),
    /// A gateway took it, and said later that it did not arrive.
    NotDelivered,
}

impl Delivery {
    /// Whether it still waits to be sent.
    pub const fn is_waiting(&self) -> bool {
        matches!(self, Self::Queued { .. } | Self::Sending)
    }

    /// Waits for its first attempt, which may be made at once.
    pub const fn fresh(now: Timestamp) -> Self {
        Self::Queued {
            attempts: 0,
            due: now,
            fault: None,
        }
    }
}

/// A message in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its name.
    pub id: MessageId,
    /// The visit that asked for it.
    pub visit: VisitId,
    /// The account whose owner it is for.
    pub account: AccountId,
    /// Where it goes.
    pub to: Contact,
    /// What it is about.
    pub kind: MessageKind,
    /// The language of its text.
    pub language: Language,
    /// When it was asked for.
    pub created: Timestamp,
    /// When it becomes worthless.
    pub expires: Timestamp,
    /// How far it has come.
    pub delivery: Delivery,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> Delivery {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn what_was_written_before_is_still_read() {
        let due = Timestamp::from_millis(5);
        let queued = r#"{"queued":{"attempts":2,"due":5}}"#;
        let fault = None;
        assert_eq!(
            read(queued),
            Delivery::Queued {
                attempts: 2,
                due,
                fault
            }
        );
        let (gateway, gateway_id) = (String::new(), "a".to_owned());
        let sent = r#"{"sent":{"gateway_id":"a","at":5}}"#;
        assert_eq!(
            read(sent),
            Delivery::Sent {
                gateway,
                gateway_id,
                at: due
            }
        );
        assert_eq!(read(r#""failed""#), Delivery::Failed(Failure::Unsaid));
        for (text, delivery) in [
            (r#""sending""#, Delivery::Sending),
            (r#""expired""#, Delivery::Expired),
            (r#""unknown""#, Delivery::Unknown),
            (r#"{"delivered":{"at":5}}"#, Delivery::Delivered { at: due }),
        ] {
            assert_eq!(read(text), delivery);
            assert_eq!(serde_json::to_string(&delivery).unwrap(), text);
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let failures = [Failure::Unsaid, Failure::NoGateway, Failure::NotDelivered];
        let refused = GatewayFault::ALL.map(Failure::Refused);
        for failure in failures.into_iter().chain(refused) {
            let text = serde_json::to_string(&Delivery::Failed(failure)).unwrap();
            assert_eq!(read(&text), Delivery::Failed(failure), "{text}");
        }
        let text = serde_json::to_string(&Delivery::fresh(Timestamp::from_millis(5))).unwrap();
        assert_eq!(text, r#"{"queued":{"attempts":0,"due":5}}"#);
        for wrong in [
            r#""lost""#,
            r#"{"refused":"holiday"}"#,
            r#"{"queued":{"attempts":1}}"#,
            "7",
        ] {
            assert!(serde_json::from_str::<Delivery>(wrong).is_err(), "{wrong}");
        }
    }
}
