//! The applicant answers all security questions at once; the result is one word for all of them.

use crate::domain::account::{Account, EnrolledQuestion};
use crate::domain::answer::{self, AnswerError, NormalisedAnswer};
use crate::domain::fact::{Ending, Fact};
use crate::domain::hash::Hasher;
use crate::domain::id::AccountId;
use crate::domain::question::QuestionId;
use crate::domain::registration::proof::MobileProven;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::time::Timestamp;

use super::approval::{Admission, Grounds, On, Onward};
use super::code::CodeWanted;
use super::identity::{IdentityWanted, Target, TypedBefore};
use super::proof::{AnswersMatched, CodeMatched};
use super::proven::Proven;
use super::step::{Context, Effects, Missed, NewMessage, Step};
use super::visit::{DocumentSeen, Visit};

/// Questions are shown and their answers awaited.
#[derive(Debug)]
pub struct QuestionsAsked {
    pub(super) visit: Visit,
    pub(super) document: DocumentSeen,
    pub(super) admission: Admission,
    pub(super) target: Target,
    pub(super) questions: Vec<QuestionId>,
    /// Rounds of this recovery that did not match.
    pub(super) missed: u32,
}

/// Where matched answers lead.
#[derive(Debug)]
pub enum Answered {
    /// To the code, or to the wait for a new mobile that a supervisor approved.
    Onward(Onward),
    /// On, because the code to the same mobile was typed in this visit just before.
    Proven(Box<Proven>),
}

/// Why the answers were not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswersRefusal {
    /// Some of them cannot be answers: for each question what is wrong, if anything. No round is counted.
    Incomplete(Vec<Option<AnswerError>>),
    /// Not all of them are those of an account that can be recovered now. Which, is not said.
    NotMatched,
}

impl QuestionsAsked {
    /// The questions, in the order of the answers.
    pub fn questions(&self) -> &[QuestionId] {
        &self.questions
    }

    /// The account whose questions these are; the desk reads it to have the answers checked.
    pub const fn account(&self) -> Option<AccountId> {
        if self.target.known {
            Some(self.target.account)
        } else {
            None
        }
    }

    /// Rounds of this recovery that did not match.
    pub const fn missed(&self) -> u32 {
        self.missed
    }

    /// Checks a round of answers. Takes the same time for known and unknown people: as many hashes of the same cost.
    ///
    /// # Errors
    /// See [`AnswersRefusal`]; the visit is over after the last round.
    pub fn answer(
        self,
        answers: &[Secret],
        account: Option<&Account>,
        hasher: &dyn Hasher,
        context: &mut Context<'_>,
    ) -> Result<Step<Answered>, Missed<Self, AnswersRefusal>> {
        let answers = match complete(answers, self.questions.len(), context) {
            Ok(answers) => answers,
            Err(faults) => return Err(Missed::slip(self, AnswersRefusal::Incomplete(faults))),
        };
        let limits = context.tallies.limits(context.policy, context.now);
        let held_up = limits.is_paused() && !self.admission.is_approved();
        let open = account.filter(|account| !held_up && self.asks(account));
        let matched = all_match(&answers, open.map(|account| account.questions.as_slice()), hasher);
        match open.filter(|_| matched) {
            Some(account) => self.matched(account, &answers, hasher, context),
            None => Err(self.not_matched(account, context)),
        }
    }

    /// The identity was mistyped: back to it. What was tried stays counted, for the desk and for this recovery.
    ///
    /// # Errors
    /// What a supervisor approved names its account, and there is no way back to another one.
    pub fn back(self, context: &mut Context<'_>) -> Result<Step<IdentityWanted>, Box<Self>> {
        let human = match self.admission {
            Admission::Human(human) => human,
            admission @ Admission::Approved(..) => return Err(Box::new(Self { admission, ..self })),
        };
        let effects = unmatched(Effects::default(), context);
        let state = IdentityWanted {
            visit: self.visit,
            document: self.document,
            human,
            missed: self.missed,
        };
        Ok(Step { state, effects })
    }

    /// The code to this mobile was typed in this visit already, for a registration that met the account.
    pub(in crate::domain) fn after(mut self, typed: &MobileProven, codes: usize) -> Self {
        if typed.is_of(self.visit.id, &self.target.claimed) {
            self.target.typed = Some(TypedBefore {
                at: typed.at(),
                codes: u8::try_from(codes).unwrap_or(u8::MAX),
            });
        }
        self
    }

    fn asks(&self, account: &Account) -> bool {
        self.account() == Some(account.id)
            && account.mobile == self.target.claimed
            && account
                .questions
                .iter()
                .map(|enrolled| enrolled.question)
                .eq(self.questions.iter().copied())
    }

    fn matched(
        self,
        account: &Account,
        answers: &[NormalisedAnswer],
        hasher: &dyn Hasher,
        context: &mut Context<'_>,
    ) -> Result<Step<Answered>, Missed<Self, AnswersRefusal>> {
        let proof = AnswersMatched {
            visit: self.visit.id,
            account: account.id,
            at: context.now,
        };
        let Self {
            visit,
            document,
            admission,
            target,
            ..
        } = self;
        let effects = Effects {
            account: rehashed(account, answers, hasher),
            ..Effects::of(Fact::AnswersMatched { account: account.id })
        };
        let lifetime = context.policy.code.matched_lifetime;
        let typed = target.typed.filter(|typed| context.now.since(typed.at) < lifetime);
        let (grounds, sends) = match admission {
            Admission::Human(human) => (Grounds::Answered(human, proof), Vec::new()),
            Admission::Approved(approval, sends) => (Grounds::Approved(approval, Some(proof)), sends),
        };
        let on = On {
            visit,
            document,
            target,
            sends,
        };
        if let Some(typed) = typed {
            let wanted = on.awaiting(grounds, account);
            return Ok(wanted.typed_before(typed.at, effects));
        }
        let Step { state, effects } = on.from(grounds, account, effects, context)?;
        let state = Answered::Onward(state);
        Ok(Step { state, effects })
    }

    fn not_matched(mut self, account: Option<&Account>, context: &mut Context<'_>) -> Missed<Self, AnswersRefusal> {
        self.missed = self.missed.saturating_add(1);
        let subject = self.target.subject;
        let mut effects = Effects::of(Fact::AnswersMissed {
            subject,
            round: self.missed,
        });
        let (policy, now) = (context.policy, context.now);
        let limit = policy.questions.wrong_rounds_per_account;
        let wrong = &mut context.tallies.wrong_answers;
        let was_paused = wrong.paused(now).is_some();
        wrong.record(limit.window, now);
        if !was_paused && (wrong.has_paused() || wrong.within(limit.window, now) >= limit.count) {
            wrong.pause(policy.questions.first_pause, policy.questions.longest_pause, now);
            effects
                .facts
                .extend(wrong.paused(now).map(|until| Fact::RecoveryPaused { subject, until }));
            effects.messages.push(self.notice(account, context));
        }
        if self.missed < policy.questions.wrong_rounds_per_recovery {
            return Missed::still(self, AnswersRefusal::NotMatched, effects);
        }
        let effects = unmatched(effects, context);
        Missed::over(self.visit, Ending::Closed, effects)
    }

    /// Nobody gets one as well, and it goes nowhere: else the records would tell who is known.
    fn notice(&self, account: Option<&Account>, context: &Context<'_>) -> NewMessage {
        let to = account.map_or(&self.target.claimed, |account| &account.mobile);
        let language = account.map_or(self.visit.language, |account| account.language);
        NewMessage::paused(&self.visit, self.target.account, *to, language, context)
    }
}

impl CodeWanted {
    /// The code to the account's mobile was typed before: it counts from then.
    fn typed_before(self, at: Timestamp, effects: Effects) -> Step<Answered> {
        let account = self.account;
        let code = CodeMatched {
            visit: self.visit.id,
            account,
            mobile: self.mobile,
            at,
        };
        Step {
            state: Answered::Proven(Box::new(Proven { code, before: self })),
            effects: effects.and(Fact::CodeMatched { account }),
        }
    }
}

/// Counts a recovery that ends between a given identity and matched answers.
pub(super) fn unmatched(effects: Effects, context: &mut Context<'_>) -> Effects {
    match context.tallies.record_unmatched(context.policy, context.now) {
        Some(until) => effects.and(Fact::DeskPaused { until }),
        None => effects,
    }
}

fn complete(
    answers: &[Secret],
    wanted: usize,
    context: &Context<'_>,
) -> Result<Vec<NormalisedAnswer>, Vec<Option<AnswerError>>> {
    let shortest = usize::try_from(context.policy.questions.shortest_answer).unwrap_or(usize::MAX);
    let read: Vec<_> = (0..wanted)
        .map(|place| {
            let text = answers.get(place).map_or("", |answer| answer.expose_secret());
            answer::normalise(text, shortest)
        })
        .collect();
    if read.iter().all(Result::is_ok) {
        return Ok(read.into_iter().filter_map(Result::ok).collect());
    }
    Err(read.into_iter().map(Result::err).collect())
}

/// Whether every answer is that of its question. Each one is checked, whatever the ones before it gave; where there
/// are no real ones, against a hash that no answer matches.
fn all_match(answers: &[NormalisedAnswer], enrolled: Option<&[EnrolledQuestion]>, hasher: &dyn Hasher) -> bool {
    let mut matched = enrolled.is_some();
    for (place, answer) in answers.iter().enumerate() {
        let real = enrolled
            .and_then(|questions| questions.get(place))
            .map(|question| &question.answer);
        matched &= hasher.verify(answer.text(), real.unwrap_or_else(|| hasher.dummy())) && real.is_some();
    }
    matched
}

/// The account with its answers hashed at today's cost, where they were hashed at a lower one.
fn rehashed(account: &Account, answers: &[NormalisedAnswer], hasher: &dyn Hasher) -> Option<Account> {
    if !account
        .questions
        .iter()
        .any(|question| hasher.is_outdated(&question.answer))
    {
        return None;
    }
    let mut account = account.clone();
    for (question, answer) in account.questions.iter_mut().zip(answers) {
        question.answer = hasher.hash(answer.text()).ok()?;
        question.normaliser = answer::VERSION;
    }
    Some(account)
}
