//! The codes to the mobile and to the email: each has its own sends, tries and proof.

use serde::{Deserialize, Serialize};

use crate::domain::applicant::{Email, IdentityNumber, Mobile};
use crate::domain::code::{Code, TypedCode};
use crate::domain::id::{MessageId, VisitId};
use crate::domain::message::{self, CodeRequest, MessageKind};
use crate::domain::policy::Policy;
use crate::domain::recovery::code::{CodeRefusal, SentCode};
use crate::domain::recovery::{Codes, Context, NewMessage};
use crate::domain::time::Timestamp;

use super::entered::Base;
use super::proof::ContactProven;

/// Both ways to reach the applicant.
#[derive(Debug, Default)]
pub(super) struct Contacts {
    pub(super) mobile: Contact<Mobile>,
    pub(super) email: Contact<Email>,
}

/// One way to reach the applicant: the codes that were sent to it in this visit, the newest last, and what they proved.
/// Only the newest code can be typed.
#[derive(Debug)]
pub(super) struct Contact<V> {
    pub(super) sends: Vec<SentTo<V>>,
    pub(super) proven: Option<ContactProven<V>>,
}

/// A code and where it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SentTo<V> {
    pub(super) to: V,
    pub(super) code: SentCode,
}

/// Which code a message carries, and from which random bytes it is derived.
pub(super) struct Sending {
    pub(super) visit: VisitId,
    pub(super) number: u8,
    pub(super) nonce: [u8; 16],
    pub(super) message: MessageId,
}

/// What became of a typed code.
pub(super) enum Typed {
    /// It was the newest one to this value.
    Matched,
    /// It was not: a wrong try.
    Missed(CodeRefusal),
    /// There was none that could be typed: no try.
    Refused(CodeRefusal),
}

impl<V> Default for Contact<V> {
    fn default() -> Self {
        Self {
            sends: Vec::new(),
            proven: None,
        }
    }
}

impl Contacts {
    /// How many codes the visit has asked for. The next one's number is one more, whichever way it goes: no two codes
    /// of a visit are derived from the same number.
    pub(super) fn sent(&self) -> usize {
        self.mobile.sends.len() + self.email.sends.len()
    }

    /// Whether a code that could still be typed is the one that this message carries.
    pub(super) fn await_message(&self, message: MessageId) -> bool {
        self.mobile.awaits(message) || self.email.awaits(message)
    }
}

impl<V: Clone + PartialEq> Contact<V> {
    /// The code that was sent last, where it went to `value`.
    pub(super) fn newest(&self, value: &V) -> Option<&SentCode> {
        self.sends
            .last()
            .filter(|sent| sent.to == *value)
            .map(|sent| &sent.code)
    }

    /// How many codes this visit may still send this way, to whichever value.
    pub(super) fn sends_left(&self, policy: &Policy) -> usize {
        usize::try_from(policy.code.per_recovery)
            .unwrap_or(0)
            .saturating_sub(self.sends.len())
    }

    /// From when on another code may be sent to `value`.
    pub(super) fn next_send(&self, value: &V, policy: &Policy) -> Option<Timestamp> {
        self.newest(value).map(|sent| sent.at.after(policy.code.between_sends))
    }

    /// The proof of this value for this identity, where it is fresh.
    pub(super) fn fresh(
        &self,
        visit: VisitId,
        identity: &IdentityNumber,
        value: &V,
        policy: &Policy,
        now: Timestamp,
    ) -> Option<&ContactProven<V>> {
        self.proven
            .as_ref()
            .filter(|proof| proof.holds_for(visit, identity, value) && !proof.is_stale(policy, now))
    }

    /// The value is another one, or another identity's: what was proven about it is void.
    pub(super) fn keep_proof_of(&mut self, visit: VisitId, identity: &IdentityNumber, value: &V) {
        self.proven.take_if(|proof| !proof.holds_for(visit, identity, value));
    }

    fn awaits(&self, message: MessageId) -> bool {
        let newest = self.sends.last().map(|sent| &sent.code);
        newest.is_some_and(|sent| sent.message == message && !sent.used)
    }

    /// Tries a code against the newest one, and makes the proof where it is that one.
    pub(super) fn try_code(
        &mut self,
        value: &V,
        identity: &IdentityNumber,
        typed: &TypedCode,
        codes: &dyn Codes,
        context: &Context<'_>,
    ) -> Typed {
        let Some(newest) = self.sends.last_mut().filter(|sent| sent.to == *value) else {
            return Typed::Refused(CodeRefusal::Expired);
        };
        let sent = &mut newest.code;
        if sent.used || context.now >= sent.expires(context.policy) {
            return Typed::Refused(CodeRefusal::Expired);
        }
        if sent.tries_left(context.policy) == 0 {
            return Typed::Refused(CodeRefusal::Spent);
        }
        if !codes.code(&sent.request).matches(typed) {
            sent.missed = sent.missed.saturating_add(1);
            let tries_left = sent.tries_left(context.policy);
            return Typed::Missed(CodeRefusal::Missed { tries_left });
        }
        sent.used = true;
        self.proven = Some(ContactProven {
            visit: sent.request.visit,
            identity: *identity,
            value: value.clone(),
            at: context.now,
        });
        Typed::Matched
    }

    /// Asks for another code to `value`. It kills the one before it.
    pub(super) fn send(&mut self, value: &V, sending: Sending, policy: &Policy, now: Timestamp) -> CodeRequest {
        let request = CodeRequest {
            visit: sending.visit,
            number: sending.number,
            nonce: sending.nonce,
            digits: u8::try_from(policy.code.digits).unwrap_or(Code::MOST),
        };
        let code = SentCode {
            request,
            message: sending.message,
            at: now,
            missed: 0,
            used: false,
        };
        self.sends.push(SentTo {
            to: value.clone(),
            code,
        });
        request
    }
}

/// The message that carries a code to somebody who has no account yet, in the language that they read.
pub(super) fn code_message(
    base: &Base,
    to: message::Contact,
    (id, code): (MessageId, CodeRequest),
    context: &Context<'_>,
) -> NewMessage {
    let lifetime = context.policy.code.lifetime;
    NewMessage {
        id,
        account: base.account,
        to,
        kind: MessageKind::Code {
            code,
            minutes: u8::try_from(lifetime.as_secs() / 60).unwrap_or(u8::MAX),
        },
        language: base.visit.language,
        expires: context.now.after(lifetime),
    }
}
