//! One visit, from its first fact to its last.

use std::time::Duration;

use super::Line;
use crate::domain::applicant::{ApplicantKind, IdentityNumber};
use crate::domain::fact::{Ending, Fact, Flow};
use crate::domain::id::{Reference, VisitId};
use crate::domain::time::Timestamp;

/// A step of a visit, as its time is measured: from the end of the one before to its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The document.
    Document,
    /// The conditions of registration.
    Conditions,
    /// The image.
    Captcha,
    /// Identity and mobile.
    Identity,
    /// The answers.
    Questions,
    /// The code, or both codes.
    Code,
    /// What the visit is for: password, user name, or everything that is chosen for a new account.
    Choice,
}

impl Step {
    /// All of them, in the order in which most visits come to them.
    pub const ALL: [Self; 7] = [
        Self::Document,
        Self::Conditions,
        Self::Captcha,
        Self::Identity,
        Self::Questions,
        Self::Code,
        Self::Choice,
    ];

    /// The step that a fact ends.
    const fn ended_by(fact: &Fact) -> Option<Self> {
        Some(match fact {
            Fact::DocumentSeen { .. } => Self::Document,
            Fact::ConditionsRead => Self::Conditions,
            Fact::CaptchaPassed | Fact::CaptchaAttested { .. } => Self::Captcha,
            Fact::IdentityGiven { .. } | Fact::RecoveryApproved { .. } => Self::Identity,
            Fact::RegistrationApproved { .. } => Self::Conditions,
            Fact::AnswersMatched { .. } => Self::Questions,
            Fact::CodeMatched { .. } | Fact::ContactProven { .. } => Self::Code,
            Fact::PasswordChanged { .. }
            | Fact::UsernameShown { .. }
            | Fact::UsernameChanged { .. }
            | Fact::UsernameChosen
            | Fact::PasswordChosen
            | Fact::EmailGiven
            | Fact::AccountLanguageChosen { .. }
            | Fact::TermsAccepted { .. }
            | Fact::QuestionsChosen
            | Fact::AccountRegistered { .. } => Self::Choice,
            Fact::DeskOpened { .. }
            | Fact::ClockJumped { .. }
            | Fact::AccountsImported { .. }
            | Fact::VisitOpened { .. }
            | Fact::VisitResumed
            | Fact::CaptchaShown { .. }
            | Fact::CaptchaMissed
            | Fact::CaptchaPaused { .. }
            | Fact::RegistryAsked { .. }
            | Fact::RegistryImported { .. }
            | Fact::AnswersMissed { .. }
            | Fact::RecoveryPaused { .. }
            | Fact::DeskPaused { .. }
            | Fact::CodeRequested { .. }
            | Fact::CodeMissed { .. }
            | Fact::UsernameChecked { .. }
            | Fact::ConditionNotMet { .. }
            | Fact::ConditionUnknown { .. }
            | Fact::DocumentTyped { .. }
            | Fact::ContactCodeRequested { .. }
            | Fact::ContactCodeMissed { .. }
            | Fact::RegistrationClashed { .. }
            | Fact::SignInTried { .. }
            | Fact::ApprovalSeconded { .. }
            | Fact::ApprovalRefused { .. }
            | Fact::MobileChangeBegun { .. }
            | Fact::MobileChangeStopAsked
            | Fact::MobileChangeStopped { .. }
            | Fact::MobileChanged { .. }
            | Fact::ReceiptGiven { .. }
            | Fact::VisitEnded { .. }
            | Fact::MessageMoved { .. }
            | Fact::SetUpCompleted
            | Fact::StaffSignedIn
            | Fact::StaffSignedOut
            | Fact::StaffLocked
            | Fact::StaffUnlocked
            | Fact::StaffSignInMissed { .. }
            | Fact::StaffPaused { .. }
            | Fact::StaffPasswordChanged
            | Fact::StaffVouched { .. }
            | Fact::StaffAdded { .. }
            | Fact::StaffDisabled { .. }
            | Fact::StaffReset { .. }
            | Fact::PhraseUsed { .. }
            | Fact::PhraseMissed
            | Fact::CommandRan { .. }
            | Fact::LedgerExported { .. }
            | Fact::DrillRan { .. } => return None,
        })
    }
}

/// How a visit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It goes on.
    Open,
    /// What was asked for was done.
    Done,
    /// It ended otherwise.
    Ended(Ending),
}

impl Outcome {
    /// How a visit stands after a fact about it; none where it goes on as it was.
    const fn after(fact: &Fact) -> Option<Self> {
        match fact {
            Fact::PasswordChanged { .. }
            | Fact::UsernameShown { .. }
            | Fact::UsernameChanged { .. }
            | Fact::AccountRegistered { .. }
            | Fact::VisitEnded {
                ending: Ending::Completed,
            } => Some(Self::Done),
            Fact::VisitEnded { ending } => Some(Self::Ended(*ending)),
            Fact::DeskOpened { .. }
            | Fact::ClockJumped { .. }
            | Fact::AccountsImported { .. }
            | Fact::VisitOpened { .. }
            | Fact::VisitResumed
            | Fact::DocumentSeen { .. }
            | Fact::CaptchaShown { .. }
            | Fact::CaptchaMissed
            | Fact::CaptchaPaused { .. }
            | Fact::CaptchaPassed
            | Fact::CaptchaAttested { .. }
            | Fact::IdentityGiven { .. }
            | Fact::RegistryAsked { .. }
            | Fact::RegistryImported { .. }
            | Fact::AnswersMissed { .. }
            | Fact::AnswersMatched { .. }
            | Fact::RecoveryPaused { .. }
            | Fact::DeskPaused { .. }
            | Fact::CodeRequested { .. }
            | Fact::CodeMissed { .. }
            | Fact::CodeMatched { .. }
            | Fact::UsernameChecked { .. }
            | Fact::ConditionsRead
            | Fact::ConditionNotMet { .. }
            | Fact::ConditionUnknown { .. }
            | Fact::DocumentTyped { .. }
            | Fact::UsernameChosen
            | Fact::PasswordChosen
            | Fact::EmailGiven
            | Fact::AccountLanguageChosen { .. }
            | Fact::TermsAccepted { .. }
            | Fact::ContactCodeRequested { .. }
            | Fact::ContactCodeMissed { .. }
            | Fact::ContactProven { .. }
            | Fact::QuestionsChosen
            | Fact::RegistrationClashed { .. }
            | Fact::SignInTried { .. }
            | Fact::RecoveryApproved { .. }
            | Fact::RegistrationApproved { .. }
            | Fact::ApprovalSeconded { .. }
            | Fact::ApprovalRefused { .. }
            | Fact::MobileChangeBegun { .. }
            | Fact::MobileChangeStopAsked
            | Fact::MobileChangeStopped { .. }
            | Fact::MobileChanged { .. }
            | Fact::ReceiptGiven { .. }
            | Fact::MessageMoved { .. }
            | Fact::SetUpCompleted
            | Fact::StaffSignedIn
            | Fact::StaffSignedOut
            | Fact::StaffLocked
            | Fact::StaffUnlocked
            | Fact::StaffSignInMissed { .. }
            | Fact::StaffPaused { .. }
            | Fact::StaffPasswordChanged
            | Fact::StaffVouched { .. }
            | Fact::StaffAdded { .. }
            | Fact::StaffDisabled { .. }
            | Fact::StaffReset { .. }
            | Fact::PhraseUsed { .. }
            | Fact::PhraseMissed
            | Fact::CommandRan { .. }
            | Fact::LedgerExported { .. }
            | Fact::DrillRan { .. } => None,
        }
    }
}

/// What is known of a visit from its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Which.
    pub visit: VisitId,
    /// Its name for people.
    pub reference: Reference,
    /// Which flow it follows.
    pub flow: Flow,
    /// Who opened it.
    pub clerk: Option<IdentityNumber>,
    /// When, by the wall clock.
    pub opened: Timestamp,
    /// From the opening to the last fact about it.
    pub span: Duration,
    /// How it stands.
    pub outcome: Outcome,
    /// The document that was seen: its kind, and the last four digits of its number.
    pub document: Option<(ApplicantKind, String)>,
    /// The steps that it came to the end of, and how long each took in all.
    pub steps: Vec<(Step, Duration)>,
    began: Timestamp,
    step_began: Timestamp,
}

impl Story {
    /// The visit that `line` opens; none where it is another fact.
    pub fn begin(line: &Line) -> Option<Self> {
        let (Fact::VisitOpened { reference, flow }, Some(visit)) = (&line.entry.fact, line.entry.visit) else {
            return None;
        };
        Some(Self {
            visit,
            reference: *reference,
            flow: *flow,
            clerk: line.entry.clerk,
            opened: line.wall,
            span: Duration::ZERO,
            outcome: Outcome::Open,
            document: None,
            steps: Vec::new(),
            began: line.at,
            step_began: line.at,
        })
    }

    /// Goes on with a later fact about the same visit.
    pub fn follow(&mut self, line: &Line) {
        let fact = &line.entry.fact;
        // A message that comes further is no part of the time that somebody stood at the counter.
        if !matches!(fact, Fact::MessageMoved { .. }) && self.outcome == Outcome::Open {
            self.span = line.at.since(self.began);
        }
        if let Some(step) = Step::ended_by(fact) {
            let took = line.at.since(self.step_began);
            self.step_began = line.at;
            match self.steps.iter_mut().find(|(one, _)| *one == step) {
                Some((_, span)) => *span += took,
                None => self.steps.push((step, took)),
            }
        }
        if let Fact::DocumentSeen { kind, last_four } = fact {
            self.document = Some((*kind, last_four.clone()));
        }
        match Outcome::after(fact) {
            Some(Outcome::Ended(_)) if self.outcome != Outcome::Open => {}
            Some(outcome) => self.outcome = outcome,
            None => {}
        }
    }
}

/// The visits that were opened within `lines`, in their order.
pub fn stories<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for line in lines {
        if let Some(story) = Story::begin(line) {
            places.insert(story.visit, stories.len());
            stories.push(story);
        } else if let Some(story) = line
            .entry
            .visit
            .and_then(|visit| places.get(&visit))
            .and_then(|place: &usize| stories.get_mut(*place))
        {
            story.follow(line);
        }
    }
    stories
}
