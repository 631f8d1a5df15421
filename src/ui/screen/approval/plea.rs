//! The clerk's part: who the applicant is, why the ordinary way does not help, and what is wanted.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space, container};
use iced::{Element, Length};

use crate::domain::applicant::identity_number::IdentityNumberError;
use crate::domain::applicant::{IdentityNumber, Mobile, MobileError};
use crate::domain::recovery::approval::ApprovalRefusal;
use crate::domain::supervised::{Aim, ApprovalReason, Obstacle, Plea, Purpose};
use crate::domain::time::Timestamp;
use crate::ui::kit::{self, Icon, Tone, field, possibility};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;
use crate::ui::theme::TypeStyle;

use super::super::Action;

const IDENTITY: &str = "plea-identity";
const REASON: &str = "plea-reason";
const PURPOSE: &str = "plea-purpose";
const MOBILE: &str = "plea-mobile";

/// What can be wanted, in the order of the choices.
const PURPOSES: [Purpose; 3] = [Purpose::Password, Purpose::Username, Purpose::NewMobile];

/// What was typed and chosen. Nothing is chosen until somebody does.
#[derive(Debug, Default)]
pub struct State {
    again: bool,
    identity: String,
    reason: Option<usize>,
    purpose: Option<usize>,
    mobile: String,
    identity_fault: Option<IdentityNumberError>,
    mobile_fault: Option<MobileError>,
    missing: Option<Missing>,
    refused: Option<ApprovalRefusal>,
}

/// What was not chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    Reason,
    Purpose,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// An identity number was typed.
    Identity(String),
    /// A reason was chosen.
    Reason(usize),
    /// It was chosen what is wanted.
    Purpose(usize),
    /// A mobile was typed.
    Mobile(String),
}

pub(super) fn first() -> Id {
    Id::new(IDENTITY)
}

impl State {
    pub(super) fn new(again: bool) -> Self {
        Self {
            again,
            ..Self::default()
        }
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        self.refused = None;
        self.missing = None;
        match message {
            Message::Identity(typed) => {
                self.identity = typed;
                self.identity_fault = None;
            }
            Message::Reason(place) => self.reason = Some(place),
            Message::Purpose(place) => self.purpose = Some(place),
            Message::Mobile(typed) => {
                self.mobile = typed;
                self.mobile_fault = None;
            }
        }
        Action::None
    }

    fn purpose(&self) -> Option<Purpose> {
        self.purpose.and_then(|place| PURPOSES.get(place)).copied()
    }

    /// What the supervisor is asked, or the control at which something is missing.
    pub(super) fn read(&mut self) -> Result<Plea, Id> {
        let identity = IdentityNumber::parse(&self.identity).map_err(|fault| {
            self.identity_fault = Some(fault);
            Id::new(IDENTITY)
        })?;
        let reason = self.reason.and_then(|place| ApprovalReason::ALL.get(place)).copied();
        let Some(reason) = reason else {
            self.missing = Some(Missing::Reason);
            return Err(Id::new(REASON));
        };
        let aim = match self.purpose() {
            Some(Purpose::NewMobile) => Mobile::parse(&self.mobile).map(Aim::NewMobile).map_err(|fault| {
                self.mobile_fault = Some(fault);
                Id::new(MOBILE)
            })?,
            Some(Purpose::Username) => Aim::Username,
            Some(Purpose::Password) => Aim::Password,
            Some(Purpose::Registration) | None => {
                self.missing = Some(Missing::Purpose);
                return Err(Id::new(PURPOSE));
            }
        };
        Ok(Plea { identity, reason, aim })
    }

    /// The supervisor did not approve. The keyboard goes to what must be another one, and else not to a number: it stays
    /// hidden.
    pub(super) fn refused(&mut self, why: ApprovalRefusal) -> Id {
        self.refused = Some(why);
        Id::new(match why {
            ApprovalRefusal::Obstacle(Obstacle::DocumentDisagrees | Obstacle::NoAccount | Obstacle::OwnIdentity) => {
                IDENTITY
            }
            ApprovalRefusal::Obstacle(Obstacle::SameMobile | Obstacle::MobileTaken) => MOBILE,
            _ => REASON,
        })
    }

    pub(super) fn clerk<'a>(&'a self, scene: Scene) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        let identity = field(look, texts.supervised_identity(), &self.identity)
            .id(IDENTITY)
            .icon(Icon::IdentityCard)
            .left_to_right()
            .number()
            .longest(24)
            .veiled()
            .error(self.identity_fault.map(|fault| texts.identity_error(fault)))
            .on_input(|typed| super::Message::Plea(Message::Identity(typed)))
            .on_submit(super::Message::Submit);
        let mut content = Column::with_children([self.told(scene), identity.into(), self.choices(scene)]).spacing(8);
        if self.purpose() == Some(Purpose::NewMobile) {
            content = content.push(self.mobile(scene));
        }
        let next = kit::button(look, texts.action_next())
            .primary()
            .key(texts.key_enter())
            .on_press(super::Message::Submit);
        stage(
            scene,
            texts.supervised_title(),
            texts.supervised_sentence(),
            content.width(Length::Fill),
            Space::new(),
            next,
        )
    }

    fn choices<'a>(&self, scene: Scene) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        let reasons = ApprovalReason::ALL.iter().enumerate().map(|(place, reason)| {
            let words = possibility(texts.approval_reason(*reason));
            if place == 0 { words.id(REASON) } else { words }
        });
        let purposes = PURPOSES.iter().enumerate().map(|(place, purpose)| {
            let words = possibility(texts.purpose(*purpose));
            if place == 0 { words.id(PURPOSE) } else { words }
        });
        let reason = kit::choice(
            look,
            texts.supervised_reason(),
            reasons.collect(),
            self.reason,
            |place| super::Message::Plea(Message::Reason(place)),
        );
        let purpose = kit::choice(
            look,
            texts.supervised_purpose(),
            purposes.collect(),
            self.purpose,
            |place| super::Message::Plea(Message::Purpose(place)),
        );
        let group = |label: String, choice| {
            let label = kit::text(look, TypeStyle::Label, label);
            let column = Column::with_children([label.into(), choice]).spacing(8);
            container(column).width(Length::Fill).into()
        };
        let groups = vec![
            group(texts.supervised_reason(), reason),
            group(texts.supervised_purpose(), purpose),
        ];
        scene.beside(16.0, groups)
    }

    fn mobile<'a>(&'a self, scene: Scene) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        field(look, texts.supervised_mobile(), &self.mobile)
            .id(MOBILE)
            .icon(Icon::Smartphone)
            .left_to_right()
            .number()
            .longest(24)
            .veiled()
            .help(texts.supervised_mobile_help())
            .error(self.mobile_fault.map(|fault| texts.mobile_error(fault)))
            .on_input(|typed| super::Message::Plea(Message::Mobile(typed)))
            .on_submit(super::Message::Submit)
            .into()
    }

    /// What is missing, what a supervisor was refused, or nothing.
    fn told<'a>(&self, scene: Scene) -> Element<'a, super::Message> {
        let Scene { look, texts, .. } = scene;
        if let Some(ApprovalRefusal::Waits { until }) = self.refused {
            return waits(scene, until);
        }
        let (tone, words) = match (self.missing, self.refused) {
            (Some(Missing::Reason), _) => (Tone::Error, texts.supervised_error_reason()),
            (Some(Missing::Purpose), _) => (Tone::Error, texts.supervised_error_purpose()),
            (None, Some(why)) => (Tone::Error, sentence(scene, why)),
            (None, None) if self.again => (Tone::Warn, texts.supervised_lapsed()),
            (None, None) => return Space::new().into(),
        };
        kit::note(look, tone, words).into()
    }
}

/// Why an approval does not lead on.
pub(super) fn sentence(scene: Scene, why: ApprovalRefusal) -> String {
    match why {
        ApprovalRefusal::Obstacle(Obstacle::MobileWaits) => scene.texts.supervised_waits(),
        ApprovalRefusal::Obstacle(why) => scene.texts.obstacle(why),
        ApprovalRefusal::Waits { until } => scene.texts.mobile_counts_from(scene.on_the_wall(until)),
        ApprovalRefusal::Lapsed => scene.texts.supervised_lapsed(),
    }
}

/// A change of the mobile that waits: how long, and that any desk can stop it.
fn waits<'a, Message: 'a>(scene: Scene, until: Timestamp) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let note = kit::note(look, Tone::Warn, texts.mobile_counts_from(scene.on_the_wall(until)))
        .title(texts.supervised_waits())
        .icon(Icon::Hourglass);
    let seconds = scene.left(until).as_secs();
    let clock = format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let left = kit::pair(
        kit::small(look, texts.supervised_waits_left()),
        kit::text(look, TypeStyle::Strong, clock).left_to_right(),
    );
    Column::with_children([note.into(), kit::quiet_box(look, left).width(Length::Fill).into()])
        .spacing(8)
        .into()
}
