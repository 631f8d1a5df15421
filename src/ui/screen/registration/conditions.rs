//! The conditions of registration: what must hold, and what to do where it does not. Where only the registry does not know,
//! a supervisor can be asked here.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::{ClerkStep, ClerkView, Request, SignInRefusal, Views};
use crate::domain::applicant::ApplicantKind;
use crate::domain::conditions::{self, Judged, Standing};
use crate::domain::recovery::Refusal;
use crate::domain::registration::Acceptance;
use crate::ui::kit::{self, CheckItem, Holds, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::{Action, approval};
use crate::ui::shell::stage;

/// The form in which a supervisor approves, where it is open.
#[derive(Debug, Default)]
pub struct State {
    form: Option<approval::State>,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// They were read: registration begins or goes on; where only a supervisor's approval is wanting, that is asked for.
    Continue,
    /// Registration begins again with corrected details.
    Correct,
    /// In the form of the supervisor.
    Approval(approval::Message),
    /// The next visitor.
    End,
}

impl State {
    /// The control that begins, where the form is open.
    pub fn first(&self) -> Option<Id> {
        self.form.as_ref().map(approval::State::first)
    }

    /// What happened.
    pub fn update(&mut self, message: Message, views: &Views) -> Action {
        match (message, &mut self.form) {
            (Message::Continue, form) if is_wanted(&views.clerk) => {
                Action::Focus(form.insert(approval::State::unknown()).first())
            }
            (Message::Continue | Message::Correct, _) => Action::Ask(Request::ConditionsRead),
            (Message::Approval(approval::Message::Back), Some(form)) if form.is_at_the_start() => self.back(views),
            (Message::Approval(message), Some(form)) => form.update(message),
            (Message::Approval(_), None) => Action::None,
            (Message::End, _) => Action::Next,
        }
    }

    /// One step back: inside the form, out of it, or to what is to be corrected.
    pub fn back(&mut self, views: &Views) -> Action {
        match &mut self.form {
            Some(form) if !form.is_at_the_start() => form.update(approval::Message::Back),
            Some(_) => {
                self.form = None;
                Action::None
            }
            None if is_wanted(&views.clerk) => Action::Ask(Request::ConditionsRead),
            None => Action::None,
        }
    }

    /// What Enter does where no control takes it.
    pub const fn primary(&self) -> Message {
        match self.form {
            Some(_) => Message::Approval(approval::Message::Submit),
            None => Message::Continue,
        }
    }

    /// The desk has new views, or refused the approval.
    pub fn refreshed(&mut self, views: &Views, refusal: Option<Refusal>) -> Option<Id> {
        if !is_wanted(&views.clerk) {
            self.form = None;
        }
        self.form.as_mut()?.refused(refusal)
    }

    /// Whoever was to approve did not prove who they are.
    pub fn not_vouched(&mut self, why: SignInRefusal) -> Option<Id> {
        Some(self.form.as_mut()?.not_vouched(why))
    }

    /// The clerk's stage.
    pub fn clerk<'a>(&'a self, scene: Scene, view: &ClerkView, busy: bool) -> Element<'a, Message> {
        match &self.form {
            Some(form) => form.clerk(scene, view, busy).map(Message::Approval),
            None => listed(scene, view, busy),
        }
    }
}

/// Whether only a supervisor's approval is wanting.
const fn is_wanted(view: &ClerkView) -> bool {
    matches!(
        view.step,
        ClerkStep::Conditions {
            acceptance: Acceptance::Wanted { .. },
            ..
        }
    )
}

fn listed<'a>(scene: Scene, view: &ClerkView, busy: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let ClerkStep::Conditions { list, acceptance } = &view.step else {
        return Space::new().into();
    };
    let kind = view.kind.unwrap_or(ApplicantKind::Citizen);
    let stopped = conditions::obstacle(list).is_some();
    let (sentence, on) = match acceptance {
        Acceptance::Wanted { .. } => (texts.conditions_sentence_unknown(), texts.conditions_ask()),
        Acceptance::Given => (texts.conditions_sentence_accepted(), texts.conditions_continue()),
        Acceptance::NotNeeded if stopped => (texts.conditions_sentence_stopped(), texts.conditions_correct()),
        Acceptance::NotNeeded => (texts.conditions_sentence(), texts.conditions_continue()),
    };
    let items = list.iter().map(|judged| item(scene, judged, kind)).collect();
    let mut content = Column::with_children([kit::checklist(look, texts.registration_conditions(), items)]).spacing(12);
    if *acceptance == (Acceptance::Wanted { again: true }) {
        content = content.push(kit::note(look, Tone::Warn, texts.supervised_lapsed()));
    }
    // F4 ends the visit here too.
    let end = if is_wanted(view) {
        kit::button(look, texts.conditions_correct())
            .key(texts.key_escape())
            .on_press_maybe((!busy).then_some(Message::Correct))
    } else {
        kit::button(look, texts.conditions_end())
            .key("F4")
            .on_press(Message::End)
    };
    let next = kit::button(look, on)
        .primary()
        .key(texts.key_enter())
        .busy_maybe(busy.then(|| texts.action_saving()))
        .on_press(Message::Continue);
    stage(scene, texts.registration_conditions(), sentence, content, end, next)
}

fn item(scene: Scene, judged: &Judged, kind: ApplicantKind) -> CheckItem {
    let words = scene.texts.condition(judged, kind);
    let holds = match judged.standing {
        Standing::Met => Holds::Met,
        Standing::NotMet(_) => Holds::NotMet,
        Standing::Unknown => Holds::Unknown,
        Standing::Accepted => Holds::Accepted,
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
