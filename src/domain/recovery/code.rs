//! The applicant types the code that was sent to the mobile on the account.

use crate::domain::account::Account;
use crate::domain::applicant::Mobile;
use crate::domain::code::{Code, TypedCode};
use crate::domain::fact::{Ending, Fact};
use crate::domain::id::{AccountId, MessageId};
use crate::domain::message::{CodeRequest, Contact, MessageKind};
use crate::domain::policy::Policy;
use crate::domain::supervised::MobileChange;
use crate::domain::time::Timestamp;

use super::approval::Grounds;
use super::identity::Target;
use super::proof::CodeMatched;
use super::proven::Proven;
use super::step::{Codes, Context, Effects, Missed, NewMessage, Step};
use super::visit::{DocumentSeen, Visit};

/// A code was sent, or could not be, and is awaited.
#[derive(Debug)]
pub struct CodeWanted {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    pub(super) grounds: Grounds,
    pub(super) target: Target,
    pub(super) account: AccountId,
    /// The mobile that the codes went to.
    pub(super) mobile: Mobile,
    /// How it stands to the account's.
    pub(super) line: Line,
    /// The codes of this recovery, the newest last. Only the newest can be typed.
    pub(super) sends: Vec<SentCode>,
}

/// How the mobile that codes go to stands to the one on the account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line {
    /// It is the one on the account.
    #[default]
    OnAccount,
    /// It takes the place of the one on the account once a code to it is typed: the change has been waited for.
    New {
        /// The one on the account.
        old: Mobile,
    },
    /// It took that place in this visit.
    Changed {
        /// The one that was on the account.
        old: Mobile,
    },
}

/// One code that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SentCode {
    /// From which it is derived.
    pub request: CodeRequest,
    /// The message that carries it.
    pub message: MessageId,
    /// When it was asked for.
    pub at: Timestamp,
    /// How often a wrong one was typed in its place.
    pub missed: u32,
    /// Whether it was typed. It can be so once.
    pub used: bool,
}

impl SentCode {
    /// From when on it is worthless.
    pub fn expires(&self, policy: &Policy) -> Timestamp {
        self.at.after(policy.code.lifetime)
    }

    /// How many wrong tries it still takes.
    pub fn tries_left(&self, policy: &Policy) -> u32 {
        policy.code.wrong_tries.saturating_sub(self.missed)
    }

    /// Whether it is worthless, for whichever reason.
    pub fn is_dead(&self, policy: &Policy, now: Timestamp) -> bool {
        self.used || now >= self.expires(policy) || self.tries_left(policy) == 0
    }
}

/// Why a code was not taken, or not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRefusal {
    /// It is not the one that was sent last.
    Missed {
        /// How many tries that one still takes.
        tries_left: u32,
    },
    /// The one that was sent last is too old.
    Expired,
    /// The one that was sent last was mistyped too often.
    Spent,
    /// The next one may be sent only later.
    TooSoon {
        /// From when on.
        at: Timestamp,
    },
    /// This recovery has had all of its codes.
    NoneLeft,
}

impl CodeWanted {
    pub(super) fn first(self, context: &mut Context<'_>) -> Step<Self> {
        self.send(context)
    }

    /// The code that was asked for last.
    pub fn sent(&self) -> Option<&SentCode> {
        self.sends.last()
    }

    /// How many codes this recovery may still ask for.
    pub fn sends_left(&self, policy: &Policy) -> usize {
        usize::try_from(policy.code.per_recovery)
            .unwrap_or(0)
            .saturating_sub(self.sends.len())
    }

    /// From when on another code may be asked for.
    pub fn next_send(&self, policy: &Policy) -> Option<Timestamp> {
        self.sent().map(|sent| sent.at.after(policy.code.between_sends))
    }

    /// Whether no code is left that could be typed or sent.
    pub fn is_spent(&self, policy: &Policy, now: Timestamp) -> bool {
        self.sends_left(policy) == 0 && self.sent().is_none_or(|sent| sent.is_dead(policy, now))
    }

    /// The mobile that codes go to.
    pub const fn mobile(&self) -> &Mobile {
        &self.mobile
    }

    /// Whose account it is.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The applicant asks for another code. It kills the one before it.
    ///
    /// # Errors
    /// See [`CodeRefusal`]; the visit is over where the account or its mobile may get no more today.
    pub fn resend(self, account: &Account, context: &mut Context<'_>) -> Result<Step<Self>, Missed<Self, CodeRefusal>> {
        if self.sends_left(context.policy) == 0 {
            return Err(Missed::slip(self, CodeRefusal::NoneLeft));
        }
        if let Some(at) = self.next_send(context.policy).filter(|at| *at > context.now) {
            return Err(Missed::slip(self, CodeRefusal::TooSoon { at }));
        }
        if !self.is_about(account) {
            return Err(Missed::over(self.visit, Ending::Closed, Effects::default()));
        }
        let limits = context.tallies.limits(context.policy, context.now);
        if !self.grounds.is_approved() && (limits.sends_are_spent() || limits.codes_are_spent()) {
            return Err(self.closed(account, Effects::default(), context));
        }
        Ok(self.send(context))
    }

    /// The applicant typed a code.
    ///
    /// # Errors
    /// See [`CodeRefusal`]; the visit is over where no try is left, or the account's mobile is another one by now.
    pub fn enter(
        mut self,
        typed: &TypedCode,
        account: &Account,
        codes: &dyn Codes,
        context: &mut Context<'_>,
    ) -> Result<Step<Proven>, Missed<Self, CodeRefusal>> {
        if !self.is_about(account) {
            return Err(Missed::over(self.visit, Ending::Closed, Effects::default()));
        }
        if self.is_held_up(context) {
            return Err(self.closed(account, Effects::default(), context));
        }
        if self.is_new_line() && self.ripe(context).is_none() {
            return Err(Missed::over(self.visit, Ending::Closed, Effects::default()));
        }
        let Some(sent) = self.sends.last_mut() else {
            return Err(Missed::slip(self, CodeRefusal::Expired));
        };
        if sent.used || context.now >= sent.expires(context.policy) {
            return Err(Missed::slip(self, CodeRefusal::Expired));
        }
        if sent.tries_left(context.policy) == 0 {
            return Err(Missed::slip(self, CodeRefusal::Spent));
        }
        if codes.code(&sent.request).matches(typed) {
            sent.used = true;
            return Ok(self.matched(account, context));
        }
        sent.missed = sent.missed.saturating_add(1);
        let tries_left = sent.tries_left(context.policy);
        Err(self.missed(tries_left, account, context))
    }

    /// Whether `account` is still the one that the codes were sent for, with the same mobile.
    fn is_about(&self, account: &Account) -> bool {
        let on_account = match self.line {
            Line::OnAccount | Line::Changed { .. } => self.mobile,
            Line::New { old } => old,
        };
        account.id == self.account && account.mobile == on_account
    }

    /// Whether wrong codes of the account forbid another try. Nothing holds up what a supervisor approved, but the few
    /// codes of a visit and their few tries.
    fn is_held_up(&self, context: &Context<'_>) -> bool {
        !self.grounds.is_approved() && context.tallies.limits(context.policy, context.now).codes_are_spent()
    }

    const fn is_new_line(&self) -> bool {
        matches!(self.line, Line::New { .. })
    }

    /// The change of the mobile that was waited for and not stopped since.
    fn ripe<'a>(&self, context: &'a Context<'_>) -> Option<&'a MobileChange> {
        context.mobile_change.as_ref().filter(|change| {
            change.account() == self.account && *change.mobile() == self.mobile && change.is_ripe(context.now)
        })
    }

    /// The end for a wait that belongs to the account: its length is told to nobody, and the owner gets a notice.
    fn closed(self, account: &Account, mut effects: Effects, context: &Context<'_>) -> Missed<Self, CodeRefusal> {
        let (visit, mobile) = (self.visit, self.mobile);
        effects.messages.push(NewMessage::paused(
            &visit,
            self.account,
            mobile,
            account.language,
            context,
        ));
        Missed::over(visit, Ending::Closed, effects)
    }

    fn matched(mut self, account: &Account, context: &Context<'_>) -> Step<Proven> {
        let mut effects = Effects::of(Fact::CodeMatched { account: self.account });
        if let (Line::New { old }, Some(change)) = (self.line, self.ripe(context)) {
            let kind = MessageKind::MobileChanged {
                reference: self.visit.reference(),
            };
            effects = effects.and(Fact::MobileChanged { account: self.account });
            effects.messages = Proven::notices(account, old, &kind, context);
            effects.mobile_change = Some(change.clone().done());
            effects.account = Some(account.clone().with_mobile(self.mobile));
            self.line = Line::Changed { old };
        }
        let code = CodeMatched {
            visit: self.visit.id,
            account: self.account,
            mobile: self.mobile,
            at: context.now,
        };
        Step {
            state: Proven { code, before: self },
            effects,
        }
    }

    fn missed(self, tries_left: u32, account: &Account, context: &mut Context<'_>) -> Missed<Self, CodeRefusal> {
        let policy = context.policy;
        let effects = Effects::of(Fact::CodeMissed { account: self.account });
        context
            .tallies
            .wrong_codes
            .record(policy.code.wrong_per_account.window, context.now);
        if self.is_held_up(context) {
            return self.closed(account, effects, context);
        }
        if self.is_spent(policy, context.now) {
            return Missed::over(self.visit, Ending::Closed, effects);
        }
        Missed::still(self, CodeRefusal::Missed { tries_left }, effects)
    }

    fn send(mut self, context: &mut Context<'_>) -> Step<Self> {
        let (policy, now) = (context.policy, context.now);
        // No two codes of a visit have the same number, those of a registration before included.
        let before = self.target.typed.map_or(0, |typed| typed.codes);
        let number = u8::try_from(self.sends.len() + 1)
            .unwrap_or(u8::MAX)
            .saturating_add(before);
        let request = CodeRequest {
            visit: self.visit.id,
            number,
            nonce: context.nonce,
            digits: u8::try_from(policy.code.digits).unwrap_or(Code::MOST),
        };
        let sent = SentCode {
            request,
            message: context.messages[0],
            at: now,
            missed: 0,
            used: false,
        };
        context
            .tallies
            .account_sends
            .record(policy.code.sends_per_account.window, now);
        context
            .tallies
            .mobile_sends
            .record(policy.code.sends_per_mobile.window, now);
        let minutes = u8::try_from(policy.code.lifetime.as_secs() / 60).unwrap_or(u8::MAX);
        let message = NewMessage {
            id: sent.message,
            account: self.account,
            to: Contact::Mobile(self.mobile),
            kind: MessageKind::Code { code: request, minutes },
            // The applicant is here and reads this language; notices go out in the one on the account.
            language: self.visit.language,
            expires: sent.expires(policy),
        };
        self.sends.push(sent);
        let mut effects = Effects::of(Fact::CodeRequested {
            account: self.account,
            number,
        });
        effects.messages.push(message);
        Step { state: self, effects }
    }
}
