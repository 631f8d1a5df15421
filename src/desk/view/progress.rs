//! How it stands with what an applicant types and may have to type again.

use crate::desk::{DeskError, Inner};
use crate::domain::message::{Delivery, GatewayFault, Message};
use crate::domain::recovery::captcha::Images;
use crate::domain::recovery::code::{CodeWanted, SentCode};
use crate::domain::time::Timestamp;
use crate::port::GatewayState;

/// How it stands with the image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaptchaProgress {
    /// Which image of the row is shown; the first is number 1.
    pub image: u32,
    /// How many images there are before the visit pauses.
    pub images: u32,
    /// Until when it can be typed.
    pub expires: Timestamp,
    /// From when on it is shown, where the visit is paused.
    pub paused_until: Option<Timestamp>,
}

/// How it stands with the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeProgress {
    /// How many digits it has.
    pub digits: u32,
    /// When the last one was asked for.
    pub sent: Timestamp,
    /// Until when it can be typed.
    pub expires: Timestamp,
    /// From when on another may be asked for.
    pub next_send: Timestamp,
    /// How many more may be asked for.
    pub sends_left: usize,
    /// How many wrong tries it still takes.
    pub tries_left: u32,
    /// How many it takes in all.
    pub tries: u32,
    /// How far its message has come.
    pub delivery: Option<Delivery>,
    /// What stands in the way of a message that waits, or of the next one where it waited too long.
    pub hindrance: Option<GatewayFault>,
}

impl Inner {
    pub(super) fn captcha_progress(&self, images: &Images, now: Timestamp) -> CaptchaProgress {
        CaptchaProgress {
            image: images.image(),
            images: self.policy.captcha.images,
            expires: images.expires(&self.policy),
            paused_until: images.paused(now),
        }
    }

    pub(super) fn code_progress(&self, wanted: &CodeWanted, now: Timestamp) -> Result<CodeProgress, DeskError> {
        let policy = &self.policy;
        self.progress_of(wanted.sent(), wanted.next_send(policy), wanted.sends_left(policy), now)
    }

    pub(super) fn progress_of(
        &self,
        sent: Option<&SentCode>,
        next_send: Option<Timestamp>,
        sends_left: usize,
        now: Timestamp,
    ) -> Result<CodeProgress, DeskError> {
        let message = sent.map(|sent| self.ports.store.message(sent.message));
        let message = message.transpose()?.flatten().map(|message| message.record);
        let hindrance = message.as_ref().and_then(|message| self.hindrance(message));
        let delivery = message.map(|message| message.delivery);
        Ok(CodeProgress {
            digits: self.policy.code.digits,
            sent: sent.map_or(now, |sent| sent.at),
            expires: sent.map_or(now, |sent| sent.expires(&self.policy)),
            next_send: next_send.unwrap_or(now),
            sends_left,
            tries_left: sent.map_or(0, |sent| sent.tries_left(&self.policy)),
            tries: self.policy.code.wrong_tries,
            delivery,
            hindrance,
        })
    }

    /// What stands in the way of a message: what its last attempt met, or else how its gateway is.
    fn hindrance(&self, message: &Message) -> Option<GatewayFault> {
        let met = match message.delivery {
            Delivery::Queued { fault, .. } => fault,
            Delivery::Expired => None,
            _ => return None,
        };
        met.or(match self.gateway_state(message.to.channel()) {
            Some(GatewayState::Down(fault)) => Some(fault),
            Some(GatewayState::Ready) | None => None,
        })
    }
}
