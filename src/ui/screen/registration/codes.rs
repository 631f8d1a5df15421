//! The applicant types the codes that came to their mobile and to their email, in either order.

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element, Length};

use crate::desk::view::{CodeProgress, ContactProgress};
use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::code::{TypedCode, TypedCodeError};
use crate::domain::message::Channel;
use crate::domain::recovery::Refusal;
use crate::domain::recovery::code::CodeRefusal;
use crate::domain::registration::RegistrationRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Icon, KeypadKey};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;
use crate::ui::screen::code::{keypad, sign, type_on, underway};
use crate::ui::theme::TypeStyle;

const CHANNELS: [Channel; 2] = [Channel::Sms, Channel::Email];

/// What was typed of each code.
#[derive(Debug)]
pub struct State {
    mobile: Entry,
    email: Entry,
    /// The code that keys of the keypad go to.
    active: Channel,
}

#[derive(Debug, Default)]
struct Entry {
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
    Typed(Channel, Secret),
    /// A key of the keypad.
    Pressed(KeypadKey),
    /// A code is to be sent to the desk.
    Submit,
    /// Another code.
    Resend(Channel),
}

fn id(channel: Channel) -> Id {
    match channel {
        Channel::Sms => Id::new("codes-mobile"),
        Channel::Email => Id::new("codes-email"),
    }
}

/// How it stands with both contacts.
struct Both<'a> {
    mobile: &'a ContactProgress,
    email: &'a ContactProgress,
}

impl<'a> Both<'a> {
    fn of(view: &'a ApplicantView) -> Option<Self> {
        match &view.step {
            ApplicantStep::Codes { mobile, email, .. } => Some(Self { mobile, email }),
            _ => None,
        }
    }

    const fn at(&self, channel: Channel) -> &'a ContactProgress {
        match channel {
            Channel::Sms => self.mobile,
            Channel::Email => self.email,
        }
    }

    /// The codes that are still to be typed.
    fn open(&self) -> impl Iterator<Item = Channel> + '_ {
        CHANNELS
            .into_iter()
            .filter(|channel| self.at(*channel).proven.is_none())
    }
}

impl State {
    /// Empty cells; the first code that is still to be typed has the keyboard.
    pub fn new(view: &ApplicantView) -> Self {
        let first = Both::of(view).and_then(|both| both.open().next());
        Self {
            mobile: Entry::default(),
            email: Entry::default(),
            active: first.unwrap_or(Channel::Sms),
        }
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        id(self.active)
    }

    const fn entry(&self, channel: Channel) -> &Entry {
        match channel {
            Channel::Sms => &self.mobile,
            Channel::Email => &self.email,
        }
    }

    const fn entry_mut(&mut self, channel: Channel) -> &mut Entry {
        match channel {
            Channel::Sms => &mut self.mobile,
            Channel::Email => &mut self.email,
        }
    }

    fn is_complete(&self, channel: Channel, progress: &CodeProgress) -> bool {
        self.entry(channel).typed.expose_secret().chars().count() == progress.digits as usize
    }

    /// The code that "next" sends: of those that are complete, the one that was typed last comes first.
    fn complete(&self, both: &Both<'_>) -> Option<Channel> {
        let ready = |channel: &Channel| self.is_complete(*channel, &both.at(*channel).code);
        let open: Vec<Channel> = both.open().filter(ready).collect();
        open.iter()
            .copied()
            .find(|channel| *channel == self.active)
            .or(open.first().copied())
    }

    /// What happened.
    pub fn update(&mut self, message: Message, view: &ApplicantView) -> Action {
        let Some(both) = Both::of(view) else {
            return Action::None;
        };
        match message {
            Message::Typed(channel, typed) => {
                self.active = channel;
                *self.entry_mut(channel) = Entry {
                    typed,
                    ..Entry::default()
                };
            }
            Message::Pressed(key) => {
                let digits = both.at(self.active).code.digits as usize;
                let typed = type_on(&self.entry(self.active).typed, key, digits);
                *self.entry_mut(self.active) = Entry {
                    typed,
                    ..Entry::default()
                };
            }
            Message::Submit => return self.submit(&both),
            Message::Resend(channel) => {
                *self.entry_mut(channel) = Entry {
                    resent: true,
                    ..Entry::default()
                };
                self.active = channel;
                return Action::Ask(Request::ResendTo(channel));
            }
        }
        Action::None
    }

    fn submit(&mut self, both: &Both<'_>) -> Action {
        let Some(channel) = self.complete(both).or_else(|| both.open().next()) else {
            return Action::None;
        };
        self.active = channel;
        let digits = u8::try_from(both.at(channel).code.digits).unwrap_or(u8::MAX);
        let entry = self.entry_mut(channel);
        match TypedCode::parse(entry.typed.expose_secret(), digits) {
            Ok(code) => Action::Ask(Request::ContactCode { channel, code }),
            Err(error) => {
                entry.fault = Some(Fault::Typed(error));
                Action::Focus(id(channel))
            }
        }
    }

    /// The desk has answered: a code that matched makes room for the other one.
    pub fn refreshed(&mut self, view: &ApplicantView, refusal: Option<Refusal>) -> Option<Id> {
        if let Some(Refusal::Registration(RegistrationRefusal::Code { channel, why })) = refusal {
            *self.entry_mut(channel) = Entry {
                fault: Some(Fault::Refused(why)),
                ..Entry::default()
            };
            self.active = channel;
            return Some(id(channel));
        }
        let both = Both::of(view)?;
        both.at(self.active).proven.as_ref()?;
        *self.entry_mut(self.active) = Entry::default();
        self.active = both.open().next()?;
        Some(id(self.active))
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let ApplicantStep::Codes { last_two, address, .. } = &view.step else {
            return super::nothing();
        };
        let Some(both) = Both::of(view) else {
            return super::nothing();
        };
        let mobile = texts.registration_codes_mobile(last_two.as_str());
        let email = texts.registration_codes_email(address.masked());
        let task = Column::with_children([
            super::heading(
                scene,
                texts.registration_codes_title(),
                texts.registration_codes_sentence(),
            ),
            self.code(scene, Channel::Sms, mobile, both.mobile),
            Space::new().height(8).into(),
            self.code(scene, Channel::Email, email, both.email),
        ])
        .spacing(4);
        let next = kit::button(look, texts.action_next())
            .primary()
            .busy_maybe(busy.then(|| texts.code_checking()))
            .on_press_maybe(self.complete(&both).map(|_| Message::Submit));
        [task.into(), keypad(scene, &Message::Pressed), next.into()]
    }

    fn code<'a>(
        &'a self,
        scene: Scene,
        channel: Channel,
        words: String,
        progress: &ContactProgress,
    ) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let label = kit::text(look, TypeStyle::ApplicantSmallStrong, words.clone()).fill();
        if progress.proven.is_some() {
            let matched = kit::chip(look, kit::Tone::Good, texts.registration_codes_matched()).icon(Icon::Done);
            return Row::with_children([label.into(), matched.into()])
                .spacing(16)
                .align_y(Alignment::Center)
                .width(Length::Fill)
                .into();
        }
        let (code, entry) = (&progress.code, self.entry(channel));
        let expired = scene.now >= code.expires;
        let fault = entry.fault.map(|fault| sentence(scene, fault));
        let fault = fault.or_else(|| expired.then(|| texts.code_error_expired()));
        let underway = underway(channel, code);
        let (tone, icon) = sign(underway);
        let line = match (&fault, texts.arriving_trouble(underway), entry.resent) {
            (Some(fault), ..) => kit::message_line(look, Some(Icon::Alert), fault.clone(), true),
            (None, Some(trouble), _) => kit::message_line(look, Some(icon), trouble, tone == kit::Tone::Error),
            (None, None, true) => kit::message_line(look, Some(Icon::Done), texts.code_resent(), false),
            (None, None, false) => {
                let left = kit::gauge::minutes(scene.left(code.expires).as_secs());
                let words = format!("{} {} {left}", texts.arriving(underway), texts.code_expires());
                kit::message_line(look, Some(icon), words, false)
            }
        };
        let cells = kit::code(look, words, entry.typed.expose_secret(), code.digits as usize)
            .id(id(channel))
            .error(fault)
            .on_input(move |typed| Message::Typed(channel, typed.into()))
            .on_submit_maybe(Some(Message::Submit));
        let foot = scene.beside(
            12.0,
            vec![kit::at_least(look.px(48.0), line), resend(scene, channel, code)],
        );
        Column::with_children([label.into(), cells.into(), foot])
            .spacing(4)
            .into()
    }
}

fn resend<'a>(scene: Scene, channel: Channel, progress: &CodeProgress) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let wait = scene.left(progress.next_send);
    let words = match (progress.sends_left, wait.is_zero()) {
        (0, _) => texts.code_resends_left(0u32),
        (_, true) => texts.code_resend(),
        (_, false) => texts.code_resend_in(wait),
    };
    let name = match channel {
        Channel::Sms => texts.codes_resend_mobile(),
        Channel::Email => texts.codes_resend_email(),
    };
    let open = progress.sends_left > 0 && wait.is_zero();
    kit::button(look, words)
        .toolbar()
        .icon(Icon::Refresh)
        .name(name)
        .on_press_maybe(open.then_some(Message::Resend(channel)))
        .into()
}

fn sentence(scene: Scene, fault: Fault) -> String {
    let texts = scene.texts;
    match fault {
        Fault::Typed(error) => texts.typed_code_error(error),
        Fault::Refused(refusal) => texts.code_refusal(refusal, scene.now),
    }
}

/// The clerk's side: a tick for each code that matched, and how far the messages have come.
pub(super) fn progress<'a, Message: 'a>(
    scene: Scene,
    mobile: &ContactProgress,
    email: &ContactProgress,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let both = [
        (texts.codes_mobile(), mobile, Channel::Sms),
        (texts.codes_email(), email, Channel::Email),
    ];
    let advice = both.iter().filter(|(_, contact, _)| contact.proven.is_none());
    let advice = advice.filter_map(|(words, contact, channel)| {
        let underway = underway(*channel, &contact.code);
        let advice = texts.delivery_advice(underway)?;
        let note = kit::note(look, sign(underway).0, advice).title(words.clone());
        Some(note.into())
    });
    let advice: Vec<Element<'a, Message>> = advice.collect();
    let rows = both
        .into_iter()
        .map(|(words, contact, channel)| row(scene, words, contact, channel));
    let rows = kit::rows(look, rows.collect());
    Column::with_children([rows]).extend(advice).spacing(12).into()
}

fn row<'a, Message: 'a>(
    scene: Scene,
    words: String,
    contact: &ContactProgress,
    channel: Channel,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let underway = underway(channel, &contact.code);
    let (tone, which, state) = match (contact.proven, sign(underway)) {
        (Some(_), _) => (kit::Tone::Good, Icon::Done, texts.registration_codes_matched()),
        // Green is kept for the code that matched.
        (None, (kit::Tone::Good | kit::Tone::Info, _)) => (kit::Tone::Neutral, Icon::Pending, texts.delivery(underway)),
        (None, (tone, which)) => (tone, which, texts.delivery(underway)),
    };
    let ink = match tone {
        kit::Tone::Good => look.palette.accent_text,
        _ => look.palette.text_2,
    };
    Row::with_children([
        kit::icon(look, which, 24.0).color(ink).into(),
        kit::body(look, words).fill().into(),
        kit::chip(look, tone, state).into(),
    ])
    .spacing(16)
    .align_y(Alignment::Center)
    .width(Length::Fill)
    .into()
}
