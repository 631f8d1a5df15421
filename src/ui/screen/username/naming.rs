//! A user name that is being chosen: the field, what is wrong with it while it is typed, names that are free, the rules.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space};
use iced::{Element, Length};

use crate::domain::applicant::username::UsernameRule;
use crate::domain::applicant::{Username, UsernameError};
use crate::domain::policy::UsernamePolicy;
use crate::domain::recovery::username::UsernameRefusal;
use crate::ui::kit::{self, Icon, field};
use crate::ui::scene::Scene;

const NAME: &str = "username-new";

/// What was typed, and what is known of it.
#[derive(Default)]
pub struct Naming {
    typed: String,
    fault: Option<Fault>,
    /// The name that the desk was asked about last; nothing is known of it yet.
    asked: Option<Username>,
    free: bool,
}

impl std::fmt::Debug for Naming {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Naming")
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It is no user name.
    Rule(UsernameError),
    /// The desk refused it.
    Refused(UsernameRefusal),
}

impl Naming {
    /// The field.
    pub fn first(&self) -> Id {
        Id::new(NAME)
    }

    /// Another text stands in the field.
    pub fn typed(&mut self, text: String) {
        *self = Self {
            typed: text,
            ..Self::default()
        };
    }

    /// The name to ask the desk about; none where it breaks a rule, which then stands below the field.
    pub fn chosen(&mut self, rules: &UsernamePolicy) -> Option<Username> {
        match Username::choose(&self.typed, rules) {
            Ok(name) => {
                self.asked = Some(name.clone());
                self.fault = None;
                Some(name)
            }
            Err(error) => {
                self.fault = Some(Fault::Rule(error));
                None
            }
        }
    }

    /// The desk refused the name, or did not. Returns whether the keyboard belongs into the field.
    pub fn answered(&mut self, refusal: Option<UsernameRefusal>) -> bool {
        let was_asked = self.asked.take().is_some();
        self.free = was_asked && refusal.is_none();
        self.fault = refusal.map(Fault::Refused);
        refusal.is_some()
    }

    /// The desk gave no answer.
    pub fn unanswered(&mut self) {
        self.asked = None;
    }

    /// The field, with what is wrong or right about what stands in it.
    pub fn field<'a, Message: Clone + 'a>(
        &'a self,
        scene: Scene,
        rules: &UsernamePolicy,
        on_input: impl Fn(String) -> Message + 'a,
        on_submit: Message,
    ) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let named = field(look, texts.username_new(), &self.typed)
            .id(NAME)
            .icon(Icon::Person)
            .left_to_right()
            .longest(40)
            .on_input(on_input)
            .on_submit(on_submit);
        let read = Username::choose(&self.typed, rules);
        let wrong = match (self.fault, &read) {
            (Some(Fault::Rule(error)), _) => Some(texts.username_choice_error(error, rules)),
            (Some(Fault::Refused(why)), _) => {
                Some(texts.username_refusal(why, rules, |moment| scene.on_the_wall(moment)))
            }
            // What more letters cannot mend is said at once; what is only not yet there is said as what is left to do.
            (None, Err(error)) if !is_unfinished(*error) => Some(texts.username_choice_error(*error, rules)),
            _ => None,
        };
        let named = match (&wrong, &read) {
            (Some(_), _) => named.error(wrong),
            (None, Ok(_)) if self.free => named.help_with(Icon::Done, texts.username_free()),
            (None, Ok(_)) => named.help_with(Icon::Info, texts.username_meets_rules()),
            (None, Err(UsernameError::Empty)) => named.help(texts.username_new_help()),
            (None, Err(error)) => named.help_with(Icon::Info, texts.username_choice_error(*error, rules)),
        };
        named.into()
    }

    /// The rules, each ticked off as it is met.
    pub fn rules<'a, Message: 'a>(&self, scene: Scene, rules: &UsernamePolicy) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let list = Column::with_children(Username::rules(&self.typed, rules).map(|judged| {
            let words = match judged.rule {
                UsernameRule::Length => {
                    texts.username_rule_length(rules.shortest.to_string(), rules.longest.to_string())
                }
                UsernameRule::BeginsWithLetter => texts.username_rule_begins(),
                UsernameRule::LettersAndDigits => texts.username_rule_characters(),
                UsernameRule::LowerCase => texts.username_rule_lower(),
                UsernameRule::Digit => texts.username_rule_digit(),
            };
            let state = if judged.is_met {
                texts.password_rule_met()
            } else {
                texts.password_rule_open()
            };
            kit::rule(look, judged.is_met, words, state)
        }))
        .spacing(6);
        kit::quiet_box(look, list)
            .padding([16.0, 20.0])
            .width(Length::Fill)
            .into()
    }
}

/// Names that are free, each a button that puts it into the field.
pub fn suggested<'a, Message: Clone + 'a>(
    scene: Scene,
    names: &[Username],
    on_press: impl Fn(String) -> Message,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    if names.is_empty() {
        return Space::new().into();
    }
    let buttons = names.iter().map(|name| {
        kit::button(look, name.as_str())
            .toolbar()
            .fill()
            .name(texts.username_suggestion(name.as_str()))
            .on_press(on_press(name.as_str().to_owned()))
            .into()
    });
    Column::with_children([kit::strong(look, texts.username_suggestions()).into()])
        .extend(buttons)
        .spacing(8)
        .into()
}

/// Whether going on typing can mend it.
const fn is_unfinished(error: UsernameError) -> bool {
    matches!(
        error,
        UsernameError::Empty | UsernameError::TooShort | UsernameError::NoLowerCase | UsernameError::NoDigit
    )
}
