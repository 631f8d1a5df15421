//! The first part where the registry does not know: what it does not know, and what the supervisor goes by.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space};
use iced::{Element, Length};

use crate::desk::{ClerkStep, ClerkView};
use crate::domain::applicant::ApplicantKind;
use crate::domain::conditions::Standing;
use crate::domain::recovery::approval::ApprovalRefusal;
use crate::domain::supervised::UnknownReason;
use crate::ui::kit::{self, Tone, possibility};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;
use crate::ui::theme::TypeStyle;

use super::plea;

const REASON: &str = "accept-reason";

/// What was chosen. Nothing is until somebody does.
#[derive(Debug, Default)]
pub struct State {
    reason: Option<usize>,
    missing: bool,
    refused: Option<ApprovalRefusal>,
}

pub(super) fn first() -> Id {
    Id::new(REASON)
}

impl State {
    pub(super) fn choose(&mut self, place: usize) {
        *self = Self {
            reason: Some(place),
            ..Self::default()
        };
    }

    /// What the supervisor goes by, or the control at which it is missing.
    pub(super) fn read(&mut self) -> Result<UnknownReason, Id> {
        let reason = self.reason.and_then(|place| UnknownReason::ALL.get(place)).copied();
        self.missing = reason.is_none();
        reason.ok_or_else(first)
    }

    /// The supervisor did not approve.
    pub(super) fn refused(&mut self, why: ApprovalRefusal) -> Id {
        self.refused = Some(why);
        first()
    }

    pub(super) fn clerk<'a>(&self, scene: Scene, view: &ClerkView) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        let reasons = UnknownReason::ALL.iter().enumerate().map(|(place, reason)| {
            let words = possibility(texts.unknown_reason(*reason));
            if place == 0 { words.id(REASON) } else { words }
        });
        let choice = kit::choice(
            look,
            texts.accept_reason(),
            reasons.collect(),
            self.reason,
            super::Message::Reason,
        );
        let content = Column::with_children([
            self.told(scene, view),
            Space::new().height(4).into(),
            kit::text(look, TypeStyle::Label, texts.accept_reason()).into(),
            choice,
        ])
        .spacing(8);
        let back = kit::button(look, texts.action_back())
            .key(texts.key_escape())
            .on_press(super::Message::Back);
        let next = kit::button(look, texts.action_next())
            .primary()
            .key(texts.key_enter())
            .on_press(super::Message::Submit);
        stage(
            scene,
            texts.supervised_title(),
            texts.supervised_sentence(),
            content.width(Length::Fill),
            back,
            next,
        )
    }

    /// What is wrong, or else what the registry does not know: one place, so that nothing jumps.
    fn told<'a>(&self, scene: Scene, view: &ClerkView) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        match (self.missing, self.refused) {
            (true, _) => kit::note(look, Tone::Error, texts.supervised_error_reason()).into(),
            (false, Some(why)) => kit::note(look, Tone::Error, plea::sentence(scene, why)).into(),
            (false, None) => kit::note(look, Tone::Warn, unknown(scene, view))
                .title(texts.accept_unknown())
                .into(),
        }
    }
}

/// The conditions of which the registry does not know, a line each.
fn unknown(scene: Scene, view: &ClerkView) -> String {
    let ClerkStep::Conditions { list, .. } = &view.step else {
        return String::new();
    };
    let kind = view.kind.unwrap_or(ApplicantKind::Citizen);
    let unknown = list.iter().filter(|one| one.standing == Standing::Unknown);
    let titles = unknown.map(|one| scene.texts.condition(one, kind).title);
    titles.collect::<Vec<_>>().join("\n")
}
