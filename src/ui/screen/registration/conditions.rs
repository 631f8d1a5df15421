//! The conditions of registration: what must hold, and what to do where it does not.

use iced::Element;

use crate::desk::{ClerkStep, ClerkView, Request};
use crate::domain::applicant::ApplicantKind;
use crate::domain::conditions::{self, Judged, Standing};
use crate::ui::kit::{self, CheckItem, Holds};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;
use crate::ui::shell::stage;

/// What happens here.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// They were read: registration begins, or begins again with corrected details.
    Continue,
    /// The next visitor.
    End,
}

/// What happened.
pub fn update(message: Message) -> Action {
    match message {
        Message::Continue => Action::Ask(Request::ConditionsRead),
        Message::End => Action::Next,
    }
}

/// The clerk's stage.
pub fn clerk<'a>(scene: Scene, view: &ClerkView, busy: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let ClerkStep::Conditions { list } = &view.step else {
        return iced::widget::Space::new().into();
    };
    let kind = view.kind.unwrap_or(ApplicantKind::Citizen);
    let stopped = conditions::obstacle(list).is_some();
    let (sentence, on) = if stopped {
        (texts.conditions_sentence_stopped(), texts.conditions_correct())
    } else {
        (texts.conditions_sentence(), texts.conditions_continue())
    };
    let items = list.iter().map(|judged| item(scene, judged, kind)).collect();
    let end = kit::button(look, texts.conditions_end())
        .key("F4")
        .on_press(Message::End);
    let next = kit::button(look, on)
        .primary()
        .key(texts.key_enter())
        .busy_maybe(busy.then(|| texts.action_saving()))
        .on_press(Message::Continue);
    stage(
        scene,
        texts.registration_conditions(),
        sentence,
        kit::checklist(look, texts.registration_conditions(), items),
        end,
        next,
    )
}

fn item(scene: Scene, judged: &Judged, kind: ApplicantKind) -> CheckItem {
    let words = scene.texts.condition(judged, kind);
    let holds = match judged.standing {
        Standing::Met => Holds::Met,
        Standing::NotMet(_) => Holds::NotMet,
        Standing::Unknown => Holds::Unknown,
        Standing::NotApplicable => Holds::NotApplicable,
        Standing::Later(_) => Holds::Later,
    };
    CheckItem {
        holds,
        words: words.title,
        badge: words.badge,
        reason: words.reason,
        next: words.next,
    }
}
