//! The applicant types the code that came to their mobile.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space};
use iced::{Element, Length};

use crate::desk::view::CodeProgress;
use crate::desk::{ApplicantStep, ApplicantView, ClerkStep, ClerkView, Request};
use crate::domain::code::{TypedCode, TypedCodeError};
use crate::domain::message::{Channel, Delivery};
use crate::domain::recovery::Refusal;
use crate::domain::recovery::code::CodeRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::i18n::date;
use crate::i18n::sentences::Underway;
use crate::ui::kit::{self, Icon, KeypadKey, KeypadWords, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::{actions, stage};

use super::Action;

const TYPED: &str = "code-typed";

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    typed: Secret,
    fault: Option<Fault>,
    resent: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Typed(TypedCodeError),
    Refused(CodeRefusal),
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// Digits were typed.
    Typed(Secret),
    /// A key of the keypad.
    Pressed(KeypadKey),
    /// All are typed.
    Submit,
    /// Another code.
    Resend,
    /// The screen changes hands.
    HandOver,
}

impl State {
    /// Empty cells.
    pub fn new() -> Self {
        Self::default()
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(TYPED)
    }

    /// What happened.
    pub fn update(&mut self, message: Message, view: &ApplicantView) -> Action {
        let ApplicantStep::Code { progress, .. } = &view.step else {
            return Action::None;
        };
        match message {
            Message::Typed(typed) => self.type_in(typed),
            Message::Pressed(key) => {
                let typed = type_on(&self.typed, key, progress.digits as usize);
                self.type_in(typed);
            }
            Message::Submit => return self.submit(progress.digits),
            Message::Resend => {
                *self = Self {
                    resent: true,
                    ..Self::new()
                };
                return Action::Ask(Request::Resend);
            }
            Message::HandOver => return Action::HandOver,
        }
        Action::None
    }

    fn type_in(&mut self, typed: Secret) {
        self.typed = typed;
        self.fault = None;
        self.resent = false;
    }

    fn submit(&mut self, digits: u32) -> Action {
        match TypedCode::parse(self.typed.expose_secret(), u8::try_from(digits).unwrap_or(u8::MAX)) {
            Ok(typed) => Action::Ask(Request::Code(typed)),
            Err(error) => {
                self.fault = Some(Fault::Typed(error));
                Action::Focus(self.first())
            }
        }
    }

    /// The desk has answered.
    pub fn refreshed(&mut self, _view: &ApplicantView, refusal: Option<Refusal>) -> Option<Id> {
        let Some(Refusal::Code(why)) = refusal else { return None };
        *self = Self {
            fault: Some(Fault::Refused(why)),
            ..Self::new()
        };
        Some(self.first())
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let ApplicantStep::Code { last_two, progress } = &view.step else {
            return [Space::new().into(), Space::new().into(), Space::new().into()];
        };
        let digits = progress.digits;
        let expired = scene.now >= progress.expires;
        let fault = self.fault.map(|fault| sentence(scene, fault));
        let fault = fault.or_else(|| expired.then(|| texts.code_error_expired()));
        let cells = kit::code(look, texts.code_label(), self.typed.expose_secret(), digits as usize)
            .id(TYPED)
            .error(fault.clone())
            .busy(busy)
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit_maybe(Some(Message::Submit));
        let line = match (fault, self.resent) {
            (Some(fault), _) => kit::message_line(look, Some(Icon::Alert), fault, true),
            (None, true) => kit::message_line(look, Some(Icon::Done), texts.code_resent(), false),
            (None, false) => kit::message_line(look, None, texts.code_tries_left(progress.tries_left), false),
        };
        let task = Column::with_children([
            kit::title(look, texts.code_title()).into(),
            whereabouts(scene, progress, last_two),
            Space::new().height(16).into(),
            cells.into(),
            kit::at_least(look.px(40.0), line),
            expiry(scene, progress),
        ])
        .spacing(8);
        let complete = self.typed.expose_secret().chars().count() == digits as usize;
        let next = kit::button(look, texts.action_next())
            .primary()
            .busy_maybe(busy.then(|| texts.code_checking()))
            .on_press_maybe((complete && !expired).then_some(Message::Submit));
        [
            task.into(),
            keypad(scene, &Message::Pressed),
            actions(scene, resend(scene, progress), next),
        ]
    }
}

/// The message with a code, as far as people see it.
pub(super) const fn underway(channel: Channel, progress: &CodeProgress) -> Underway<'_> {
    Underway {
        channel,
        delivery: progress.delivery.as_ref(),
        hindrance: progress.hindrance,
        another: progress.sends_left > 0,
    }
}

/// Where the message is, or why it is not there.
fn whereabouts<'a>(scene: Scene, progress: &CodeProgress, last_two: &str) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let underway = underway(Channel::Sms, progress);
    match texts.arriving_trouble(underway) {
        Some(trouble) => kit::note(look, sign(underway).0, trouble).into(),
        None => kit::body(look, texts.code_arriving(underway, progress.digits, last_two))
            .color(look.palette.text_2)
            .into(),
    }
}

/// What stands in the cells once `key` was pressed, of at most `digits`.
pub(super) fn type_on(typed: &Secret, key: KeypadKey, digits: usize) -> Secret {
    let now = typed.expose_secret();
    match key {
        KeypadKey::Digit(digit) if now.len() < digits => format!("{now}{digit}").into(),
        KeypadKey::Digit(_) => typed.clone(),
        KeypadKey::Clear => Secret::default(),
        KeypadKey::Delete => {
            let kept: String = now.chars().take(now.chars().count().saturating_sub(1)).collect();
            kept.into()
        }
    }
}

/// The keypad, for whom has no keyboard that writes digits.
pub(super) fn keypad<'a, Message: Clone + 'a>(
    scene: Scene,
    pressed: &dyn Fn(KeypadKey) -> Message,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let words = KeypadWords {
        name: texts.code_keypad(),
        clear: texts.code_clear_all(),
        delete: texts.code_delete_last(),
    };
    Column::with_children([
        kit::keypad(look, &words, Some(pressed)),
        kit::message_line(look, Some(Icon::ShieldCheck), texts.code_never_aloud(), false),
    ])
    .spacing(16)
    .into()
}

fn resend<'a>(scene: Scene, progress: &CodeProgress) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let wait = scene.left(progress.next_send);
    let words = match (progress.sends_left, wait.is_zero()) {
        (0, _) => texts.code_resends_left(0u32),
        (_, true) => texts.code_resend(),
        (_, false) => texts.code_resend_in(wait),
    };
    let open = progress.sends_left > 0 && wait.is_zero();
    kit::button(look, words)
        .icon(Icon::Refresh)
        .on_press_maybe(open.then_some(Message::Resend))
        .into()
}

fn expiry<'a>(scene: Scene, progress: &CodeProgress) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let left = scene.left(progress.expires);
    let whole = progress.expires.since(progress.sent);
    let words = if left.is_zero() {
        texts.code_clerk_expired()
    } else {
        texts.code_expires()
    };
    let at = texts.code_expires_at(scene.on_the_wall(progress.expires));
    kit::quiet_box(look, kit::countdown(look, words, left.as_secs(), whole.as_secs(), at))
        .width(Length::Fill)
        .into()
}

fn sentence(scene: Scene, fault: Fault) -> String {
    let texts = scene.texts;
    match fault {
        Fault::Typed(error) => texts.typed_code_error(error),
        Fault::Refused(refusal) => texts.code_refusal(refusal, scene.now),
    }
}

/// The clerk's stage: how the message fares, and nothing of the code.
pub fn clerk<'a>(scene: Scene, view: &ClerkView) -> Element<'a, Message> {
    let Scene {
        look,
        texts,
        phone_here,
        ..
    } = scene;
    let ClerkStep::Code(progress) = &view.step else {
        return Space::new().into();
    };
    let boxes = vec![
        kit::countdown_box(
            look,
            Icon::Send,
            texts.code_clerk_sent_before(),
            scene.gone(progress.sent).as_secs(),
        ),
        kit::countdown_box(
            look,
            Icon::Refresh,
            texts.code_clerk_resend_after(),
            scene.left(progress.next_send).as_secs(),
        ),
        kit::figure_box(
            look,
            Icon::Message,
            texts.code_clerk_left(),
            texts.code_clerk_left_codes(progress.sends_left),
        ),
    ];
    let at = |moment| date::clock_with_seconds(texts.locale(), scene.on_the_wall(moment));
    let underway = underway(Channel::Sms, progress);
    let (tone, icon) = sign(underway);
    let missed = texts.code_clerk_tries(progress.tries.saturating_sub(progress.tries_left), progress.tries);
    let mut content = Column::with_children([
        scene.beside(12.0, boxes),
        expiry(scene, progress),
        kit::event(
            look,
            Tone::Good,
            Icon::Done,
            texts.code_clerk_saved(),
            at(progress.sent),
        ),
        kit::event(look, tone, icon, texts.delivery(underway), ""),
    ])
    .spacing(12);
    let advice = texts.delivery_advice(underway);
    if may_be_there(underway) {
        let typing = texts.code_clerk_typing();
        content = content.push(kit::event(look, Tone::Info, Icon::Hourglass, typing, ""));
    }
    // What is to be done must leave room for the buttons.
    if advice.is_none() || progress.tries_left < progress.tries {
        content = content.push(kit::small(look, missed));
    }
    if let Some(advice) = advice {
        content = content.push(kit::note(look, tone, advice));
    } else if phone_here {
        content = content.push(kit::note(look, Tone::Info, texts.code_clerk_training("F8")));
    }
    let sentence = if phone_here {
        texts.code_clerk_sentence_training()
    } else {
        texts.code_clerk_sentence()
    };
    let hand_over = kit::button(look, texts.action_hand_over())
        .primary()
        .icon(Icon::TwoScreens)
        .key("F8")
        .on_press(Message::HandOver);
    stage(
        scene,
        texts.code_clerk_title(),
        sentence,
        content,
        resend(scene, progress),
        hand_over,
    )
}

/// Whether the applicant may have the code.
const fn may_be_there(underway: Underway<'_>) -> bool {
    match underway.delivery {
        Some(Delivery::Queued { .. }) => underway.hindrance.is_none(),
        Some(Delivery::Failed(_) | Delivery::Expired) => false,
        _ => true,
    }
}

/// How serious it is, and its icon.
pub(super) const fn sign(underway: Underway<'_>) -> (Tone, Icon) {
    match underway.delivery {
        Some(Delivery::Queued { .. }) if underway.hindrance.is_some() => (Tone::Warn, Icon::Hourglass),
        None | Some(Delivery::Queued { .. }) => (Tone::Info, Icon::Hourglass),
        Some(Delivery::Sending) => (Tone::Info, Icon::Send),
        Some(Delivery::Sent { .. } | Delivery::Delivered { .. }) => (Tone::Good, Icon::Done),
        Some(Delivery::Failed(_)) => (Tone::Error, Icon::Failed),
        Some(Delivery::Expired) => (Tone::Warn, Icon::Warning),
        Some(Delivery::Unknown) => (Tone::Warn, Icon::Question),
    }
}
