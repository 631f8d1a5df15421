//! The supervisor's part: number and password, typed beside the clerk.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space};
use iced::{Element, Length};

use crate::desk::SignInRefusal;
use crate::domain::applicant::IdentityNumber;
use crate::domain::applicant::identity_number::IdentityNumberError;
use crate::domain::recovery::approval::ApprovalRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::supervised::Obstacle;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;

use super::plea;

const WHO: &str = "approval-who";
const PASSWORD: &str = "approval-password";

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    who: String,
    password: Secret,
    who_fault: Option<IdentityNumberError>,
    empty: bool,
    fault: Option<Fault>,
}

/// Why the approval was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Sign(SignInRefusal),
    Refused(ApprovalRefusal),
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// An identity number was typed.
    Who(String),
    /// A password was typed.
    Password(Secret),
}

pub(super) fn first() -> Id {
    Id::new(WHO)
}

impl State {
    pub(super) fn update(&mut self, message: Message) {
        self.fault = None;
        match message {
            Message::Who(typed) => {
                self.who = typed;
                self.who_fault = None;
            }
            Message::Password(typed) => {
                self.password = typed;
                self.empty = false;
            }
        }
    }

    /// Who signs in, or the control at which something is missing.
    pub(super) fn read(&mut self) -> Result<(IdentityNumber, Secret), Id> {
        let who = IdentityNumber::parse(&self.who).map_err(|fault| {
            self.who_fault = Some(fault);
            Id::new(WHO)
        })?;
        self.empty = self.password.expose_secret().is_empty();
        if self.empty {
            return Err(Id::new(PASSWORD));
        }
        Ok((who, self.password.clone()))
    }

    /// Nothing of what was typed is kept: the password at once.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    pub(super) fn not_vouched(&mut self, why: SignInRefusal) {
        self.password = Secret::default();
        self.fault = Some(Fault::Sign(why));
    }

    pub(super) fn obstacle(&mut self, why: Obstacle) {
        self.refused(ApprovalRefusal::Obstacle(why));
    }

    pub(super) fn refused(&mut self, why: ApprovalRefusal) {
        self.fault = Some(Fault::Refused(why));
    }

    pub(super) fn clerk<'a>(&'a self, scene: Scene, busy: bool, second: bool) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        let who = field(look, texts.supervised_who(), &self.who)
            .id(WHO)
            .icon(Icon::IdentityCard)
            .left_to_right()
            .number()
            .longest(24)
            .veiled()
            .error(self.who_fault.map(|fault| texts.identity_error(fault)))
            .on_input(|typed| super::Message::Sign(Message::Who(typed)))
            .on_submit(super::Message::Submit);
        let password = field(look, texts.supervised_password(), self.password.expose_secret())
            .id(PASSWORD)
            .left_to_right()
            .secret()
            .longest(256)
            .error(self.empty.then(|| texts.supervised_error_password()))
            .on_input(|typed| super::Message::Sign(Message::Password(typed.into())))
            .on_submit(super::Message::Submit);
        // One place for what is recorded and for what is wrong, so that nothing jumps.
        let note = match self.fault {
            None => kit::note(look, Tone::Info, texts.supervised_recorded()),
            Some(Fault::Sign(why)) => kit::note(look, Tone::Error, not_vouched(scene, why)),
            Some(Fault::Refused(why)) => kit::note(look, Tone::Error, plea::sentence(scene, why)),
        };
        let content = Column::with_children([who.into(), password.into(), note.into()])
            .spacing(12)
            .width(Length::Fill);
        let back: Element<'a, super::Message> = if second {
            Space::new().into()
        } else {
            kit::button(look, texts.action_back())
                .key(texts.key_escape())
                .on_press_maybe((!busy).then_some(super::Message::Back))
                .into()
        };
        let approve = kit::button(look, texts.supervised_approve())
            .primary()
            .icon(Icon::ShieldCheck)
            .key(texts.key_enter())
            .busy_maybe(busy.then(|| texts.supervised_checking()))
            .on_press(super::Message::Submit);
        let (title, sentence) = if second {
            (texts.supervised_second_title(), texts.supervised_second_sentence())
        } else {
            (texts.supervised_title(), texts.supervised_sentence())
        };
        stage(scene, title, sentence, content, back, approve)
    }
}

fn not_vouched(scene: Scene, why: SignInRefusal) -> String {
    let texts = scene.texts;
    match why {
        SignInRefusal::NotMatched => texts.supervised_error_not_matched(),
        SignInRefusal::Paused { until } => texts.supervised_error_paused(scene.on_the_wall(until)),
        SignInRefusal::SamePerson => texts.supervised_error_same_person(),
        SignInRefusal::NotPermitted(_) => texts.supervised_error_not_permitted(),
        SignInRefusal::PasswordToChange => texts.supervised_error_to_change(),
    }
}
