//! What of the ledger is shown: since when, about what, and whose deeds.

use std::collections::HashMap;

use iced::Element;

use super::{Message, State};
use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::Fact;
use crate::domain::report::Period;
use crate::domain::time::Timestamp;
use crate::i18n::Texts;
use crate::ui::kit;
use crate::ui::scene::Scene;
use crate::ui::screen::supervision::name_of;

/// How far back the list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Today.
    Day,
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
    /// All of it.
    All,
}

impl Reach {
    const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::All];

    /// The days up to the one of `wall`.
    pub const fn period(self, wall: Timestamp) -> Period {
        match self {
            Self::Day => Period::day(wall),
            Self::Week => Period::week(wall),
            Self::Month => Period::days(30, wall),
            Self::All => Period::all(wall),
        }
    }

    fn words(self, texts: Texts) -> String {
        match self {
            Self::Day => texts.centre_reach_day(),
            Self::Week => texts.centre_reach_week(),
            Self::Month => texts.centre_reach_month(),
            Self::All => texts.centre_reach_all(),
        }
    }
}

/// What facts are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Visits that began and ended.
    Visits,
    /// What was proven.
    Proofs,
    /// What did not match, was not met, or was paused.
    Refusals,
    /// What changed on an account.
    Changes,
    /// Messages.
    Messages,
    /// Everything else: staff, files, the desk itself.
    Desk,
}

impl Topic {
    const ALL: [Self; 6] = [
        Self::Visits,
        Self::Proofs,
        Self::Refusals,
        Self::Changes,
        Self::Messages,
        Self::Desk,
    ];

    /// What a fact is about.
    pub const fn of(fact: &Fact) -> Self {
        match fact {
            Fact::VisitOpened { .. }
            | Fact::VisitResumed
            | Fact::VisitEnded { .. }
            | Fact::DocumentSeen { .. }
            | Fact::ReceiptGiven { .. } => Self::Visits,
            Fact::CaptchaMissed
            | Fact::CaptchaPaused { .. }
            | Fact::AnswersMissed { .. }
            | Fact::RecoveryPaused { .. }
            | Fact::DeskPaused { .. }
            | Fact::CodeMissed { .. }
            | Fact::ContactCodeMissed { .. }
            | Fact::ConditionNotMet { .. }
            | Fact::ConditionUnknown { .. }
            | Fact::RegistrationClashed { .. }
            | Fact::StaffSignInMissed { .. }
            | Fact::StaffPaused { .. }
            | Fact::ApprovalRefused { .. }
            | Fact::PhraseMissed
            | Fact::SignInTried { agreed: false, .. } => Self::Refusals,
            Fact::PasswordChanged { .. }
            | Fact::UsernameShown { .. }
            | Fact::UsernameChanged { .. }
            | Fact::MobileChangeBegun { .. }
            | Fact::MobileChangeStopped { .. }
            | Fact::MobileChanged { .. }
            | Fact::AccountRegistered { .. } => Self::Changes,
            Fact::MessageMoved { .. } => Self::Messages,
            Fact::DeskOpened { .. }
            | Fact::ClockJumped { .. }
            | Fact::AccountsImported { .. }
            | Fact::RegistryImported { .. }
            | Fact::SetUpCompleted
            | Fact::StaffSignedIn
            | Fact::StaffSignedOut
            | Fact::StaffLocked
            | Fact::StaffUnlocked
            | Fact::StaffPasswordChanged
            | Fact::StaffVouched { .. }
            | Fact::StaffAdded { .. }
            | Fact::StaffDisabled { .. }
            | Fact::StaffReset { .. }
            | Fact::PhraseUsed { .. }
            | Fact::CommandRan { .. }
            | Fact::LedgerExported { .. }
            | Fact::DrillRan { .. } => Self::Desk,
            Fact::CaptchaShown { .. }
            | Fact::CaptchaPassed
            | Fact::CaptchaAttested { .. }
            | Fact::IdentityGiven { .. }
            | Fact::RegistryAsked { .. }
            | Fact::AnswersMatched { .. }
            | Fact::CodeRequested { .. }
            | Fact::CodeMatched { .. }
            | Fact::UsernameChecked { .. }
            | Fact::ConditionsRead
            | Fact::DocumentTyped { .. }
            | Fact::UsernameChosen
            | Fact::PasswordChosen
            | Fact::EmailGiven
            | Fact::AccountLanguageChosen { .. }
            | Fact::TermsAccepted { .. }
            | Fact::ContactCodeRequested { .. }
            | Fact::ContactProven { .. }
            | Fact::QuestionsChosen
            | Fact::SignInTried { agreed: true, .. }
            | Fact::RecoveryApproved { .. }
            | Fact::RegistrationApproved { .. }
            | Fact::ApprovalSeconded { .. }
            | Fact::MobileChangeStopAsked => Self::Proofs,
        }
    }

    /// Whether a fact is about this.
    pub fn holds(self, fact: &Fact) -> bool {
        Self::of(fact) == self
    }

    fn words(self, texts: Texts) -> String {
        match self {
            Self::Visits => texts.centre_topic_visits(),
            Self::Proofs => texts.centre_topic_proofs(),
            Self::Refusals => texts.centre_topic_refusals(),
            Self::Changes => texts.centre_topic_changes(),
            Self::Messages => texts.centre_topic_messages(),
            Self::Desk => texts.centre_topic_desk(),
        }
    }
}

/// The pickers above the table.
pub(super) fn pickers<'a>(
    state: &State,
    scene: Scene,
    names: &HashMap<IdentityNumber, String>,
) -> Vec<Element<'a, Message>> {
    let Scene { look, texts, .. } = scene;
    let reach = Reach::ALL.iter().position(|one| *one == state.reach);
    let reaches = Reach::ALL.map(|reach| reach.words(texts)).into();
    let reach = kit::picker(look, texts.centre_reach(), reaches, reach)
        .on_choose(|place| Message::Reach(Reach::ALL.get(place).copied().unwrap_or(Reach::Day)));
    let topics = std::iter::once(texts.centre_topic_all()).chain(Topic::ALL.map(|topic| topic.words(texts)));
    let topic = Topic::ALL.iter().position(|one| Some(*one) == state.topic);
    let topic = kit::picker(
        look,
        texts.centre_topic(),
        topics.collect(),
        Some(topic.map_or(0, |place| place + 1)),
    )
    .on_choose(|place| Message::Topic(place.checked_sub(1).and_then(|place| Topic::ALL.get(place)).copied()));
    let staff = state.staff.clone();
    let entries = std::iter::once(texts.centre_staff_all()).chain(staff.iter().map(|clerk| name_of(names, *clerk)));
    let clerk = staff.iter().position(|one| Some(*one) == state.clerk);
    let clerk = kit::picker(
        look,
        texts.centre_staff(),
        entries.collect(),
        Some(clerk.map_or(0, |place| place + 1)),
    )
    .on_choose(move |place| Message::Clerk(place.checked_sub(1).and_then(|place| staff.get(place)).copied()));
    vec![reach.into(), topic.into(), clerk.into()]
}
