//! The applicant types the codes that were sent to mobile and email, in either order. Only once both matched is the
//! store asked whether somebody has an account already.

use crate::domain::account::Account;
use crate::domain::applicant::{Email, IdentityNumber, Mobile};
use crate::domain::code::TypedCode;
use crate::domain::fact::{Ending, Fact};
use crate::domain::limit::Subject;
use crate::domain::message::{self, Channel, CodeRequest};
use crate::domain::policy::Policy;
use crate::domain::recovery::code::{CodeRefusal, SentCode};
use crate::domain::recovery::{Codes, Context, Effects, Ended, Missed, Step};
use crate::domain::time::Timestamp;

use super::Registration;
use super::clash::{self, After};
use super::contact::{Sending, Typed, code_message};
use super::email::LanguageWanted;
use super::entered::{Base, Draft};
use super::proof::{Human, TermsAccepted};
use super::questions::QuestionsWanted;
use super::refusal::RegistrationRefusal;

/// Codes to mobile and email were sent and are awaited.
#[derive(Debug)]
pub struct CodesWanted {
    pub(super) base: Base,
    pub(super) draft: Draft,
    pub(super) human: Human,
    pub(super) terms: TermsAccepted,
}

/// Asks the store who has an account already. The machine asks only once both codes matched.
pub trait Owners {
    /// Who has an account with one of these values.
    fn owner(&self, identity: &IdentityNumber, mobile: &Mobile, email: &Email) -> Owner;
}

/// Who has an account with the values of a registration.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The account of this identity, and whom its counters belong to.
    pub account: Option<(Box<Account>, Subject)>,
    /// Whether mobile or email are those of an account.
    pub contact_taken: bool,
    /// From which decoy questions are drawn.
    pub decoy: [u8; 32],
}

/// A code that the applicant typed, and what is needed to judge it.
#[derive(Clone, Copy)]
pub struct ContactCode<'a> {
    /// Which way the code went.
    pub channel: Channel,
    /// What was typed.
    pub typed: &'a TypedCode,
    /// Derives the code that was sent.
    pub codes: &'a dyn Codes,
    /// Asks who has an account.
    pub owners: &'a dyn Owners,
}

/// How it stands with the code to one contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactState<'a> {
    /// When its code was typed, where that still counts.
    pub proven: Option<Timestamp>,
    /// The code that was sent last, where one was sent to this value.
    pub sent: Option<&'a SentCode>,
    /// From when on another may be asked for.
    pub next_send: Option<Timestamp>,
    /// How many more may be asked for.
    pub sends_left: usize,
}

impl CodesWanted {
    /// What was entered.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// How it stands with the code to a contact.
    pub fn contact(&self, channel: Channel, policy: &Policy, now: Timestamp) -> ContactState<'_> {
        let (mobile, email) = (&self.base.contacts.mobile, &self.base.contacts.email);
        let (visit, person) = (self.base.visit.id, &self.draft.person);
        match channel {
            Channel::Sms => ContactState {
                proven: mobile
                    .fresh(visit, &person.identity, &person.mobile, policy, now)
                    .map(|proof| proof.at),
                sent: mobile.newest(&person.mobile),
                next_send: mobile.next_send(&person.mobile, policy),
                sends_left: mobile.sends_left(policy),
            },
            Channel::Email => ContactState {
                proven: email
                    .fresh(visit, &person.identity, &self.draft.email, policy, now)
                    .map(|proof| proof.at),
                sent: email.newest(&self.draft.email),
                next_send: email.next_send(&self.draft.email, policy),
                sends_left: email.sends_left(policy),
            },
        }
    }

    /// Whether a contact is neither proven nor has a code that could be typed or sent.
    pub fn is_spent(&self, policy: &Policy, now: Timestamp) -> bool {
        [Channel::Sms, Channel::Email].into_iter().any(|channel| {
            let contact = self.contact(channel, policy, now);
            let dead = contact.sent.is_none_or(|sent| sent.is_dead(policy, now));
            contact.proven.is_none() && contact.sends_left == 0 && dead
        })
    }

    fn is_proven(&self, policy: &Policy, now: Timestamp) -> bool {
        let proven = |channel| self.contact(channel, policy, now).proven.is_some();
        proven(Channel::Sms) && proven(Channel::Email)
    }

    /// The step is reached: a code goes to each contact that is not proven and waits for none.
    pub(super) fn entered(
        mut self,
        mut effects: Effects,
        context: &mut Context<'_>,
    ) -> Result<Step<Registration>, Box<Step<Ended>>> {
        let (policy, now) = (context.policy, context.now);
        if self.is_proven(policy, now) {
            let state = self.proven();
            return Ok(Step { state, effects });
        }
        for channel in [Channel::Sms, Channel::Email] {
            let contact = self.contact(channel, policy, now);
            let live = contact.sent.is_some_and(|sent| !sent.is_dead(policy, now));
            let early = contact.next_send.is_some_and(|next| next > now);
            if contact.proven.is_some() || live || early || contact.sends_left == 0 {
                continue;
            }
            if channel == Channel::Sms && self.sends_are_spent(context) {
                return Err(closed(self.base, effects));
            }
            self.send(channel, &mut effects, context);
        }
        if self.is_spent(policy, now) {
            return Err(closed(self.base, effects));
        }
        Ok(Step {
            state: Registration::Codes(self),
            effects,
        })
    }

    /// The applicant asks for another code. It kills the one before it.
    pub(super) fn resend(
        mut self,
        channel: Channel,
        context: &mut Context<'_>,
    ) -> Result<Step<Self>, Missed<Self, RegistrationRefusal>> {
        let (policy, now) = (context.policy, context.now);
        let contact = self.contact(channel, policy, now);
        let refused = |why| RegistrationRefusal::Code { channel, why };
        if contact.sends_left == 0 || contact.proven.is_some() {
            return Err(Missed::slip(self, refused(CodeRefusal::NoneLeft)));
        }
        if let Some(at) = contact.next_send.filter(|at| *at > now) {
            return Err(Missed::slip(self, refused(CodeRefusal::TooSoon { at })));
        }
        if channel == Channel::Sms && self.sends_are_spent(context) {
            return Err(Missed::Over(closed(self.base, Effects::default())));
        }
        let mut effects = Effects::default();
        self.send(channel, &mut effects, context);
        Ok(Step { state: self, effects })
    }

    /// The applicant typed a code.
    pub(super) fn enter(
        mut self,
        given: ContactCode<'_>,
        context: &mut Context<'_>,
    ) -> Result<Step<After>, Missed<Self, RegistrationRefusal>> {
        let (policy, now, channel) = (context.policy, context.now, given.channel);
        if context.tallies.limits(policy, now).codes_are_spent() {
            return Err(Missed::Over(closed(self.base, Effects::default())));
        }
        let refused = |why| RegistrationRefusal::Code { channel, why };
        match self.try_code(given, context) {
            Typed::Refused(why) => Err(Missed::slip(self, refused(why))),
            Typed::Missed(why) => {
                let effects = Effects::of(Fact::ContactCodeMissed { channel });
                let limit = policy.code.wrong_per_account;
                context.tallies.wrong_codes.record(limit.window, now);
                if context.tallies.limits(policy, now).codes_are_spent() || self.is_spent(policy, now) {
                    return Err(Missed::Over(closed(self.base, effects)));
                }
                Err(Missed::still(self, refused(why), effects))
            }
            Typed::Matched => {
                let effects = Effects::of(Fact::ContactProven { channel });
                if !self.is_proven(policy, now) {
                    return Ok(Step {
                        state: After::On(Box::new(Registration::Codes(self))),
                        effects,
                    });
                }
                Ok(clash::judged(self, given.owners, effects, context))
            }
        }
    }

    fn try_code(&mut self, given: ContactCode<'_>, context: &Context<'_>) -> Typed {
        let Self { base, draft, .. } = self;
        let (identity, contacts) = (&draft.person.identity, &mut base.contacts);
        let (typed, codes) = (given.typed, given.codes);
        match given.channel {
            Channel::Sms => contacts
                .mobile
                .try_code(&draft.person.mobile, identity, typed, codes, context),
            Channel::Email => contacts.email.try_code(&draft.email, identity, typed, codes, context),
        }
    }

    /// All is proven: on to the questions, or to the review where they were answered before the codes grew old.
    pub(super) fn proven(mut self) -> Registration {
        let contacts = &mut self.base.contacts;
        let (mobile, email) = (contacts.mobile.proven.take(), contacts.email.proven.take());
        match (mobile, email) {
            (Some(mobile), Some(email)) => QuestionsWanted::reached(self, mobile, email),
            (mobile, email) => {
                contacts.mobile.proven = mobile;
                contacts.email.proven = email;
                Registration::Codes(self)
            }
        }
    }

    pub(super) fn back(mut self) -> LanguageWanted {
        self.base.kept.human = Some(self.human);
        self.base.kept.terms = Some(self.terms);
        LanguageWanted::of(self.base, self.draft)
    }

    /// Whether the mobile may get no more codes today.
    fn sends_are_spent(&self, context: &Context<'_>) -> bool {
        context.tallies.limits(context.policy, context.now).sends_are_spent()
    }

    fn send(&mut self, channel: Channel, effects: &mut Effects, context: &mut Context<'_>) {
        let (policy, now) = (context.policy, context.now);
        let number = u8::try_from(self.base.contacts.sent() + 1).unwrap_or(u8::MAX);
        let (nonce, message) = match channel {
            Channel::Sms => (context.nonce, context.messages[0]),
            Channel::Email => (context.other_nonce, context.messages[1]),
        };
        let sending = Sending {
            visit: self.base.visit.id,
            number,
            nonce,
            message,
        };
        let (to, request): (message::Contact, CodeRequest) = match channel {
            Channel::Sms => {
                let limits = [
                    (&mut context.tallies.account_sends, policy.code.sends_per_account),
                    (&mut context.tallies.mobile_sends, policy.code.sends_per_mobile),
                ];
                for (tally, limit) in limits {
                    tally.record(limit.window, now);
                }
                let mobile = self.draft.person.mobile;
                let request = self.base.contacts.mobile.send(&mobile, sending, policy, now);
                (message::Contact::Mobile(mobile), request)
            }
            Channel::Email => {
                let email = &self.draft.email;
                let request = self.base.contacts.email.send(email, sending, policy, now);
                (message::Contact::Email(email.clone()), request)
            }
        };
        effects.facts.push(Fact::ContactCodeRequested { channel, number });
        effects
            .messages
            .push(code_message(&self.base, to, (message, request), context));
    }
}

/// The end: which of all reasons it was is told to nobody.
pub(super) fn closed(base: Base, effects: Effects) -> Box<Step<Ended>> {
    let ending = Ending::Closed;
    Box::new(Step {
        state: Ended {
            visit: base.visit,
            ending,
        },
        effects: effects.and(Fact::VisitEnded { ending }),
    })
}
