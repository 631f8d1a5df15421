//! A password of staff, typed twice: the rules tick themselves off beside a strength meter.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::Column;

use crate::domain::password::{self, Assessment, NewPassword, PasswordFault, PasswordFaults, PersonalWords};
use crate::domain::policy::PasswordPolicy;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Icon, field};
use crate::ui::scene::Scene;

const PASSWORD: &str = "staff-password-new";
const REPEAT: &str = "staff-password-repeat";

/// What was typed, and what it is like.
#[derive(Debug)]
pub struct State {
    rules: PasswordPolicy,
    about: PersonalWords,
    password: Secret,
    repeat: Secret,
    password_shown: bool,
    repeat_shown: bool,
    assessment: Option<Assessment>,
    fault: Option<Fault>,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// It was not typed again.
    RepeatEmpty,
    /// It was typed otherwise the second time.
    RepeatDiffers,
    /// It breaks a rule.
    Rule(PasswordFault),
    /// It was this person's before.
    UsedBefore,
}

impl Fault {
    /// Whether it belongs to the second field.
    const fn is_of_repeat(self) -> bool {
        matches!(self, Self::RepeatEmpty | Self::RepeatDiffers)
    }

    /// The field that it belongs to.
    const fn field(self) -> Id {
        Id::new(if self.is_of_repeat() { REPEAT } else { PASSWORD })
    }
}

impl From<PasswordFaults> for Fault {
    fn from(faults: PasswordFaults) -> Self {
        match faults {
            PasswordFaults::Rules(broken) => broken.first().map_or(Self::Empty, |fault| Self::Rule(*fault)),
            PasswordFaults::RepeatDiffers => Self::RepeatDiffers,
        }
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
}

impl State {
    /// Empty fields, for somebody of whom this is known.
    pub fn new(rules: PasswordPolicy, about: PersonalWords) -> Self {
        Self {
            rules,
            about,
            password: Secret::default(),
            repeat: Secret::default(),
            password_shown: false,
            repeat_shown: false,
            assessment: None,
            fault: None,
        }
    }

    /// The control that begins.
    pub const fn first() -> Id {
        Id::new(PASSWORD)
    }

    /// Something was typed. What `Message::Submit` does is up to the page around: see [`State::chosen`].
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Password(typed) => {
                self.assessment = Some(password::assess(typed.expose_secret(), &self.about, &self.rules));
                self.password = typed;
                self.fault = None;
            }
            Message::Repeat(typed) => {
                self.repeat = typed;
                self.fault = None;
            }
            Message::ShowPassword => self.password_shown = !self.password_shown,
            Message::ShowRepeat => self.repeat_shown = !self.repeat_shown,
            Message::Submit => {}
        }
    }

    /// The password, where it keeps the rules and was typed twice alike.
    ///
    /// # Errors
    /// The field to which the keyboard belongs; what is wrong stands below it.
    pub fn chosen(&mut self) -> Result<NewPassword, Id> {
        let fault = match (self.password.expose_secret(), self.repeat.expose_secret()) {
            ("", _) => Fault::Empty,
            (_, repeat) => match NewPassword::choose(&self.password, &self.repeat, &self.about, &self.rules) {
                Ok(chosen) => return Ok(chosen),
                Err(PasswordFaults::RepeatDiffers) if repeat.is_empty() => Fault::RepeatEmpty,
                Err(faults) => faults.into(),
            },
        };
        Err(self.refused(fault))
    }

    /// Both as they were typed.
    pub fn typed(&self) -> (Secret, Secret) {
        (self.password.clone(), self.repeat.clone())
    }

    /// The desk did not take it. Returns the field to which the keyboard belongs.
    pub fn refused(&mut self, fault: Fault) -> Id {
        self.fault = Some(fault);
        fault.field()
    }

    fn is_repeated(&self) -> bool {
        password::agree(&self.password, &self.repeat)
    }

    /// Both fields, the meter, and the rules below.
    pub fn view(&self, scene: Scene) -> Element<'_, Message> {
        Column::with_children([self.fields(scene), self.rules(scene)])
            .spacing(4)
            .into()
    }

    /// Both fields and the meter.
    pub fn fields(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let word = |shown: bool| match shown {
            true => texts.action_hide(),
            false => texts.action_show(),
        };
        let fault = |of_repeat: bool| {
            let fault = self.fault.filter(|fault| fault.is_of_repeat() == of_repeat);
            fault.map(|fault| self.sentence(scene, fault))
        };
        let arabic = self
            .assessment
            .as_ref()
            .is_some_and(|assessment| assessment.arabic_keyboard);
        let keyboard = arabic.then(|| texts.password_error_arabic_keyboard());
        let password = field(look, texts.password_new(), self.password.expose_secret())
            .id(PASSWORD)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.password_shown, word(self.password_shown), Message::ShowPassword)
            .error(fault(false).or(keyboard))
            .on_input(|typed| Message::Password(typed.into()))
            .on_submit(Message::Submit);
        let repeat = field(look, texts.password_repeat(), self.repeat.expose_secret())
            .id(REPEAT)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.repeat_shown, word(self.repeat_shown), Message::ShowRepeat)
            .error(fault(true))
            .on_input(|typed| Message::Repeat(typed.into()))
            .on_submit(Message::Submit);
        let differs = !self.repeat.expose_secret().is_empty() && !self.is_repeated();
        let repeat = if differs {
            repeat.help_with(Icon::Info, texts.password_repeat_not_yet())
        } else {
            repeat
        };
        Column::with_children([password.below(self.strength(scene)).into(), repeat.into()])
            .spacing(4)
            .into()
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
    pub fn rules(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let typed = self
            .assessment
            .as_ref()
            .filter(|_| !self.password.expose_secret().is_empty());
        let met = |broken: fn(&Assessment) -> bool| typed.is_some_and(|assessment| !broken(assessment));
        let rule = |met: bool, words: String| {
            let state = if met {
                texts.password_rule_met()
            } else {
                texts.password_rule_open()
            };
            kit::rule(look, met, words, state)
        };
        let length = texts.password_rule_length(self.rules.shortest);
        let heading = kit::strong(look, texts.password_rules());
        let rows = Column::with_children([
            heading.into(),
            rule(met(|a| a.too_short || a.too_long), length),
            rule(met(|a| a.missing_upper), texts.password_rule_upper()),
            rule(met(|a| a.missing_lower), texts.password_rule_lower()),
            rule(typed.is_some() && self.is_repeated(), texts.password_rule_same()),
        ])
        .spacing(2);
        kit::quiet_box(look, rows).into()
    }

    fn sentence(&self, scene: Scene, fault: Fault) -> String {
        let texts = scene.texts;
        match fault {
            Fault::Empty => texts.password_error_empty(),
            Fault::RepeatEmpty => texts.password_error_repeat_empty(),
            Fault::RepeatDiffers => texts.password_error_repeat(),
            Fault::Rule(fault) => texts.password_fault(fault, &self.rules),
            Fault::UsedBefore => texts.staff_password_used_before(),
        }
    }
}
