//! How far a message has come, what stands in its way, and what to do: for the clerk, the applicant, the status line and
//! the ledger.

use crate::domain::message::{Channel, Delivery, Failure, GatewayFault};
use crate::i18n::Texts;

/// A message on its way, as far as people see it.
#[derive(Clone, Copy, Debug)]
pub struct Underway<'a> {
    /// How it travels.
    pub channel: Channel,
    /// How far it has come; nothing where it is not found.
    pub delivery: Option<&'a Delivery>,
    /// What stands in its way while it waits.
    pub hindrance: Option<GatewayFault>,
    /// Whether another code may be asked for in this visit, now or later.
    pub another: bool,
}

impl Underway<'_> {
    /// Whether it did not come, and no other can.
    const fn is_the_end(self) -> bool {
        let failed = matches!(
            self.delivery,
            Some(Delivery::Failed(_) | Delivery::Expired | Delivery::Unknown)
        );
        failed && !self.another
    }
}

/// Whether waiting helps.
enum Cure {
    /// It may pass by itself.
    Wait,
    /// It will pass by itself.
    Soon,
    /// Somebody must put it right.
    Technician,
    /// The number or the address is to be put right.
    Contact,
}

impl Cure {
    const fn of(fault: GatewayFault) -> Self {
        match fault {
            GatewayFault::NotReached | GatewayFault::Silent | GatewayFault::Failing => Self::Wait,
            GatewayFault::Throttled => Self::Soon,
            GatewayFault::NotTrusted | GatewayFault::SignInRefused | GatewayFault::Malformed => Self::Technician,
            GatewayFault::MessageRefused => Self::Contact,
        }
    }
}

/// What is wrong with a gateway.
impl Texts {
    /// In two or three words.
    pub fn gateway_short(&self, fault: GatewayFault) -> String {
        match fault {
            GatewayFault::NotReached => self.gateway_short_not_reached(),
            GatewayFault::Silent => self.gateway_short_silent(),
            GatewayFault::NotTrusted => self.gateway_short_not_trusted(),
            GatewayFault::SignInRefused => self.gateway_short_sign_in_refused(),
            GatewayFault::Throttled => self.gateway_short_throttled(),
            GatewayFault::Malformed => self.gateway_short_malformed(),
            GatewayFault::Failing => self.gateway_short_failing(),
            GatewayFault::MessageRefused => self.gateway_short_message_refused(),
        }
    }

    /// In a sentence.
    pub fn gateway_why(&self, fault: GatewayFault) -> String {
        match fault {
            GatewayFault::NotReached => self.gateway_why_not_reached(),
            GatewayFault::Silent => self.gateway_why_silent(),
            GatewayFault::NotTrusted => self.gateway_why_not_trusted(),
            GatewayFault::SignInRefused => self.gateway_why_sign_in_refused(),
            GatewayFault::Throttled => self.gateway_why_throttled(),
            GatewayFault::Malformed => self.gateway_why_malformed(),
            GatewayFault::Failing => self.gateway_why_failing(),
            GatewayFault::MessageRefused => self.gateway_why_message_refused(),
        }
    }

    /// What the clerk does while a message waits because of it.
    pub fn gateway_do(&self, fault: GatewayFault) -> String {
        match Cure::of(fault) {
            Cure::Wait => self.gateway_do_wait(),
            Cure::Soon => self.gateway_do_soon(),
            Cure::Technician => self.gateway_do_technician(),
            Cure::Contact => self.gateway_do_contact(),
        }
    }

    /// Why a message will not arrive, in a few words; nothing in records that do not say.
    pub fn failure_short(&self, failure: Failure) -> Option<String> {
        match failure {
            Failure::Unsaid => None,
            Failure::NoGateway => Some(self.status_gateway_none()),
            Failure::Refused(fault) => Some(self.gateway_short(fault)),
            Failure::NotDelivered => Some(self.delivery_not_delivered()),
        }
    }
}

/// How far a message with a code has come.
impl Texts {
    /// For the clerk.
    pub fn delivery(&self, underway: Underway<'_>) -> String {
        let by_email = underway.channel == Channel::Email;
        match underway.delivery {
            Some(Delivery::Queued { .. }) if underway.hindrance.is_some() => self.delivery_hindered(),
            None | Some(Delivery::Queued { .. }) => self.delivery_queued(),
            Some(Delivery::Sending) => self.delivery_sending(),
            Some(Delivery::Sent { .. }) if by_email => self.delivery_email_sent(),
            Some(Delivery::Sent { .. }) => self.delivery_sms_sent(),
            Some(Delivery::Delivered { .. }) if by_email => self.delivery_email_delivered(),
            Some(Delivery::Delivered { .. }) => self.delivery_sms_delivered(),
            Some(Delivery::Failed(Failure::NoGateway)) => self.delivery_no_gateway(),
            Some(Delivery::Failed(Failure::Refused(_))) => self.delivery_refused(),
            Some(Delivery::Failed(Failure::NotDelivered)) => self.delivery_not_delivered(),
            Some(Delivery::Failed(Failure::Unsaid)) => self.delivery_failed(),
            Some(Delivery::Expired) => self.delivery_expired(),
            Some(Delivery::Unknown) => self.delivery_unknown(),
        }
    }

    /// Why, and what the clerk does about it, where something is to be done.
    pub fn delivery_advice(&self, underway: Underway<'_>) -> Option<String> {
        let both = |why: Option<GatewayFault>, advice: String| match why {
            Some(fault) => format!("{} {advice}", self.gateway_why(fault)),
            None => advice,
        };
        if underway.is_the_end() {
            return Some(self.delivery_no_more_do());
        }
        Some(match underway.delivery? {
            Delivery::Queued { .. } => {
                let fault = underway.hindrance?;
                both(Some(fault), self.gateway_do(fault))
            }
            Delivery::Sending | Delivery::Sent { .. } | Delivery::Delivered { .. } => return None,
            Delivery::Failed(Failure::NoGateway) => self.delivery_no_gateway_do(),
            Delivery::Failed(Failure::NotDelivered) => self.delivery_not_delivered_do(),
            Delivery::Failed(Failure::Unsaid) => self.delivery_failed_do(),
            Delivery::Failed(Failure::Refused(fault)) => match Cure::of(*fault) {
                Cure::Contact | Cure::Technician => both(Some(*fault), self.gateway_do(*fault)),
                // It is final: nothing is tried again by itself.
                Cure::Wait | Cure::Soon => both(Some(*fault), self.delivery_failed_do()),
            },
            Delivery::Expired => both(underway.hindrance, self.delivery_expired_do()),
            Delivery::Unknown => self.delivery_unknown_do(),
        })
    }

    /// What the applicant is told where the message is not simply on its way, or there.
    pub fn arriving_trouble(&self, underway: Underway<'_>) -> Option<String> {
        if underway.is_the_end() {
            return Some(self.arriving_no_more());
        }
        Some(match underway.delivery? {
            Delivery::Queued { .. } => match Cure::of(underway.hindrance?) {
                Cure::Soon => self.arriving_busy(),
                Cure::Wait | Cure::Technician | Cure::Contact => self.arriving_waits(),
            },
            Delivery::Sending | Delivery::Sent { .. } | Delivery::Delivered { .. } => return None,
            Delivery::Failed(Failure::Refused(GatewayFault::MessageRefused)) => self.arriving_refused(),
            Delivery::Failed(Failure::NotDelivered) => self.arriving_not_delivered(),
            Delivery::Failed(_) => self.arriving_failed(),
            Delivery::Expired => self.arriving_expired(),
            Delivery::Unknown => self.arriving_unknown(),
        })
    }

    /// Where a message is that is on its way, or there, in two words.
    pub fn arriving(&self, underway: Underway<'_>) -> String {
        match underway.delivery {
            Some(Delivery::Sent { .. }) => self.arriving_sent(),
            Some(Delivery::Delivered { .. }) => self.arriving_there(),
            _ => self.arriving_soon(),
        }
    }

    /// Where the code is that goes to a mobile ending in `last_two`, where nothing stands in its way.
    pub fn code_arriving(&self, underway: Underway<'_>, digits: u32, last_two: &str) -> String {
        match underway.delivery {
            Some(Delivery::Sent { .. }) => self.code_sentence(digits, last_two),
            Some(Delivery::Delivered { .. }) => self.arriving_sms_there(last_two),
            _ => self.arriving_sms_soon(last_two),
        }
    }
}
