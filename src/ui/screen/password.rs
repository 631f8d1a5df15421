//! The applicant chooses a new password.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space};
use iced::{Element, Length};

use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::password::{self, Assessment, PasswordFault, PasswordFaults};
use crate::domain::policy::PasswordPolicy;
use crate::domain::recovery::Refusal;
use crate::domain::recovery::password::PasswordRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::shell::{actions, stage, turn};

use super::Action;

const PASSWORD: &str = "password-new";
const REPEAT: &str = "password-repeat";

/// What was typed, and what it is like.
#[derive(Debug, Default)]
pub struct State {
    password: Secret,
    repeat: Secret,
    password_shown: bool,
    repeat_shown: bool,
    assessment: Option<Assessment>,
    fault: Option<Fault>,
    /// Of an account that is being made: it has no password yet.
    first_ever: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    Empty,
    RepeatEmpty,
    RepeatDiffers,
    Rule(PasswordFault),
    UsedBefore,
    NotHashed,
}

impl Fault {
    /// Whether it belongs to the second field.
    const fn is_of_repeat(&self) -> bool {
        matches!(self, Self::RepeatEmpty | Self::RepeatDiffers)
    }
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The password was typed.
    Password(Secret),
    /// It was typed again.
    Repeat(Secret),
    /// The password is to be shown or hidden.
    ShowPassword,
    /// Its repeat is to be shown or hidden.
    ShowRepeat,
    /// Both are typed.
    Submit,
    /// The screen changes hands.
    HandOver,
}

impl State {
    /// Empty fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// Empty fields, for an account that is being made.
    pub fn for_new_account() -> Self {
        Self {
            first_ever: true,
            ..Self::default()
        }
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(PASSWORD)
    }

    /// What happened.
    pub fn update(&mut self, message: Message, view: &ApplicantView) -> Action {
        match message {
            Message::Password(typed) => {
                self.assessment = assessed(&typed, view);
                self.password = typed;
                self.fault = None;
            }
            Message::Repeat(typed) => {
                self.repeat = typed;
                self.fault = None;
            }
            Message::ShowPassword => self.password_shown = !self.password_shown,
            Message::ShowRepeat => self.repeat_shown = !self.repeat_shown,
            Message::Submit => return self.submit(),
            Message::HandOver => return Action::HandOver,
        }
        Action::None
    }

    fn submit(&mut self) -> Action {
        let broken = self
            .assessment
            .as_ref()
            .and_then(|assessment| assessment.faults().first().copied());
        let fault = match (self.password.expose_secret(), self.repeat.expose_secret()) {
            ("", _) => Some(Fault::Empty),
            _ if broken.is_some() => broken.map(Fault::Rule),
            (_, "") => Some(Fault::RepeatEmpty),
            _ if !self.is_repeated() => Some(Fault::RepeatDiffers),
            _ => None,
        };
        match fault {
            None => Action::Ask(Request::Password {
                password: self.password.clone(),
                repeat: self.repeat.clone(),
            }),
            Some(fault) => {
                let field = if fault.is_of_repeat() { REPEAT } else { PASSWORD };
                self.fault = Some(fault);
                Action::Focus(Id::new(field))
            }
        }
    }

    fn is_repeated(&self) -> bool {
        password::agree(&self.password, &self.repeat)
    }

    /// The desk refused the password.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let Some(Refusal::Password(why)) = refusal else {
            return None;
        };
        let fault = match why {
            PasswordRefusal::UsedBefore => Fault::UsedBefore,
            PasswordRefusal::NotHashed => Fault::NotHashed,
            PasswordRefusal::Faults(PasswordFaults::RepeatDiffers) => Fault::RepeatDiffers,
            PasswordRefusal::Faults(PasswordFaults::Rules(broken)) => {
                broken.first().copied().map_or(Fault::Empty, Fault::Rule)
            }
        };
        let field = if fault.is_of_repeat() { REPEAT } else { PASSWORD };
        self.fault = Some(fault);
        Some(Id::new(field))
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let ApplicantStep::Password { rules, .. } = &view.step else {
            return [Space::new().into(), Space::new().into(), Space::new().into()];
        };
        let fault = |of_repeat: bool| {
            let fault = self.fault.as_ref().filter(|fault| fault.is_of_repeat() == of_repeat);
            fault.map(|fault| sentence(scene, fault, rules))
        };
        let arabic = self
            .assessment
            .as_ref()
            .is_some_and(|assessment| assessment.arabic_keyboard);
        let keyboard = arabic.then(|| texts.password_error_arabic_keyboard());
        let reveal = |shown: bool| {
            if shown {
                texts.action_hide()
            } else {
                texts.action_show()
            }
        };
        let password = field(look, texts.password_new(), self.password.expose_secret())
            .id(PASSWORD)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.password_shown, reveal(self.password_shown), Message::ShowPassword)
            .error(fault(false).or(keyboard))
            .on_input(|typed| Message::Password(typed.into()))
            .on_submit(Message::Submit);
        let repeat = field(look, texts.password_repeat(), self.repeat.expose_secret())
            .id(REPEAT)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.repeat_shown, reveal(self.repeat_shown), Message::ShowRepeat)
            .error(fault(true))
            .on_input(|typed| Message::Repeat(typed.into()))
            .on_submit(Message::Submit);
        let differs = !self.repeat.expose_secret().is_empty() && !self.is_repeated();
        let repeat = if differs {
            repeat.help_with(Icon::Info, texts.password_repeat_not_yet())
        } else {
            repeat
        };
        let (title, sentence, save) = self.words(scene);
        let task = Column::with_children([
            kit::title(look, title).into(),
            kit::body(look, sentence).color(look.palette.text_2).into(),
            Space::new().height(16).into(),
            password.below(self.strength(scene)).into(),
            repeat.into(),
        ]);
        let next = kit::button(look, save)
            .primary()
            .busy_maybe(busy.then(|| texts.password_saving()))
            .on_press(Message::Submit);
        [
            task.into(),
            self.rules(scene, rules),
            actions(scene, Space::new(), next),
        ]
    }

    /// Title, sentence, and what the button says.
    fn words(&self, scene: Scene) -> (String, String, String) {
        let texts = scene.texts;
        if self.first_ever {
            (
                texts.registration_password_title(),
                texts.registration_password_sentence(),
                texts.action_next(),
            )
        } else {
            (texts.password_title(), texts.password_sentence(), texts.password_save())
        }
    }

    fn strength(&self, scene: Scene) -> Element<'_, Message> {
        let texts = scene.texts;
        let level = self.assessment.as_ref().map(|assessment| assessment.strength.level());
        let typed = level.filter(|_| !self.password.expose_secret().is_empty());
        let word = match typed {
            None => texts.password_strength_none(),
            Some(0) => texts.password_strength_0(),
            Some(1) => texts.password_strength_1(),
            Some(2) => texts.password_strength_2(),
            Some(3) => texts.password_strength_3(),
            Some(_) => texts.password_strength_4(),
        };
        kit::strength(scene.look, texts.password_strength(), word, typed.unwrap_or(0))
    }

    /// The rules, each ticked off as it is met.
    fn rules(&self, scene: Scene, rules: &PasswordPolicy) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let typed = self
            .assessment
            .as_ref()
            .filter(|_| !self.password.expose_secret().is_empty());
        let met = |broken: fn(&Assessment) -> bool| typed.is_some_and(|assessment| !broken(assessment));
        let state = |met: bool| {
            if met {
                texts.password_rule_met()
            } else {
                texts.password_rule_open()
            }
        };
        let rule = |met: bool, words: String| kit::rule(look, met, words, state(met));
        let symbol = typed.is_some_and(|assessment| assessment.has_symbol);
        let same = typed.is_some() && self.is_repeated();
        let list = Column::with_children([
            kit::heading(look, texts.password_rules()).into(),
            rule(
                met(|a| a.too_short || a.too_long),
                texts.password_rule_length(rules.shortest),
            ),
            rule(met(|a| a.missing_upper), texts.password_rule_upper()),
            rule(met(|a| a.missing_lower), texts.password_rule_lower()),
            rule(same, texts.password_rule_same()),
            kit::separator(look),
            kit::rule(
                look,
                symbol,
                texts.password_rule_symbol(),
                texts.password_rule_recommended(),
            ),
        ])
        .spacing(12);
        let later = if self.first_ever {
            texts.password_later_new()
        } else {
            texts.password_later()
        };
        Column::with_children([
            kit::quiet_box(look, list).padding(28).width(Length::Fill).into(),
            kit::message_line(look, Some(Icon::History), later, false),
        ])
        .spacing(16)
        .into()
    }
}

fn assessed(typed: &Secret, view: &ApplicantView) -> Option<Assessment> {
    let ApplicantStep::Password { about, rules } = &view.step else {
        return None;
    };
    Some(password::assess(typed.expose_secret(), about, rules))
}

fn sentence(scene: Scene, fault: &Fault, rules: &PasswordPolicy) -> String {
    let texts = scene.texts;
    match fault {
        Fault::Empty => texts.password_error_empty(),
        Fault::RepeatEmpty => texts.password_error_repeat_empty(),
        Fault::RepeatDiffers => texts.password_error_repeat(),
        Fault::Rule(fault) => texts.password_fault(*fault, rules),
        Fault::UsedBefore => texts.password_error_used_before(),
        Fault::NotHashed => texts.password_error_busy(),
    }
}

/// The clerk's stage: whose turn it is, and nothing of the password.
pub fn clerk<'a>(scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let content = Column::with_children([
        turn(scene, texts.questions_clerk_turn(), None),
        kit::note(look, Tone::Info, texts.password_clerk_then())
            .icon(Icon::EyeOff)
            .into(),
    ])
    .spacing(16);
    let hand_over = kit::button(look, texts.action_hand_over())
        .primary()
        .icon(Icon::TwoScreens)
        .key("F8")
        .on_press(Message::HandOver);
    stage(
        scene,
        texts.password_clerk_title(),
        texts.password_clerk_sentence(),
        content,
        Space::new(),
        hand_over,
    )
}
