//! The applicant sees the user name again, or takes a new one.

pub mod naming;

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::applicant::Username;
use crate::domain::policy::UsernamePolicy;
use crate::domain::recovery::Refusal;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::{actions, option_row, stage, turn};

use super::Action;
use naming::Naming;

const SEE: &str = "username-see";

/// What was chosen so far.
#[derive(Debug, Default)]
pub struct State {
    /// The new name, once the applicant wants one.
    naming: Option<Naming>,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The name is to be shown.
    See,
    /// A new name is wanted.
    Take,
    /// A new name was typed, or one of those suggested was pressed.
    Typed(String),
    /// Whether the new name is free.
    Check,
    /// The new name is to be saved; where none is wanted yet, the first control gets the keyboard.
    Submit,
    /// Back to the choice.
    Back,
    /// The screen changes hands.
    HandOver,
}

impl State {
    /// Nothing is chosen yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The control that begins: none before the choice, which a key that is still held down must not make.
    pub fn first(&self) -> Option<Id> {
        self.naming.as_ref().map(Naming::first)
    }

    /// Whether there is something to go back from.
    pub const fn is_naming(&self) -> bool {
        self.naming.is_some()
    }

    /// What happened.
    pub fn update(&mut self, message: Message, view: &ApplicantView) -> Action {
        match (message, &mut self.naming) {
            (Message::See, _) => Action::Ask(Request::ShowUsername),
            (Message::Take, _) => Action::Focus(self.naming.insert(Naming::default()).first()),
            (Message::Back, _) => {
                self.naming = None;
                Action::Focus(Id::new(SEE))
            }
            (Message::HandOver, _) => Action::HandOver,
            (Message::Typed(text), Some(naming)) => {
                naming.typed(text);
                Action::None
            }
            (Message::Check, Some(naming)) => ask(naming, view, Request::CheckUsername),
            (Message::Submit, Some(naming)) => ask(naming, view, Request::TakeUsername),
            (Message::Submit, None) => Action::Focus(Id::new(SEE)),
            (Message::Typed(_) | Message::Check, None) => Action::None,
        }
    }

    /// The desk refused the name, or has nothing against it.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let naming = self.naming.as_mut()?;
        let why = match refusal {
            Some(Refusal::Username(why)) => Some(why),
            _ => None,
        };
        naming.answered(why).then(|| naming.first())
    }

    /// The desk gave no answer.
    pub fn unanswered(&mut self) {
        if let Some(naming) = &mut self.naming {
            naming.unanswered();
        }
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let ApplicantStep::UsernameChoice { suggestions, rules } = &view.step else {
            return [Space::new().into(), Space::new().into(), Space::new().into()];
        };
        match &self.naming {
            None => choice(scene, busy),
            Some(naming) => new_name(scene, naming, suggestions, rules, busy),
        }
    }
}

fn ask(naming: &mut Naming, view: &ApplicantView, request: fn(Username) -> Request) -> Action {
    let ApplicantStep::UsernameChoice { rules, .. } = &view.step else {
        return Action::None;
    };
    match naming.chosen(rules) {
        Some(name) => Action::Ask(request(name)),
        None => Action::Focus(naming.first()),
    }
}

fn heading<'a>(scene: Scene, title: String, sentence: String) -> Column<'a, Message> {
    let look = scene.look;
    Column::with_children([
        kit::title(look, title).into(),
        kit::body(look, sentence).color(look.palette.text_2).into(),
        Space::new().height(16).into(),
    ])
    .spacing(8)
}

fn choice<'a>(scene: Scene, busy: bool) -> [Element<'a, Message>; 3] {
    let texts = scene.texts;
    let on = |message| (!busy).then_some(message);
    let task = heading(scene, texts.username_title(), texts.username_sentence())
        .push(option_row(
            scene,
            Some(Id::new(SEE)),
            Icon::Eye,
            (texts.username_see(), texts.username_see_what()),
            on(Message::See),
        ))
        .push(option_row(
            scene,
            None,
            Icon::PersonAdd,
            (texts.username_take(), texts.username_take_what()),
            on(Message::Take),
        ));
    [task.spacing(16).into(), Space::new().into(), Space::new().into()]
}

fn new_name<'a>(
    scene: Scene,
    naming: &'a Naming,
    suggestions: &[Username],
    rules: &UsernamePolicy,
    busy: bool,
) -> [Element<'a, Message>; 3] {
    let Scene { look, texts, .. } = scene;
    let check = kit::button(look, texts.username_check())
        .icon(Icon::Search)
        .toolbar()
        .on_press_maybe((!busy).then_some(Message::Check));
    let task = heading(scene, texts.username_new_title(), texts.username_new_sentence())
        .push(naming.field(scene, rules, Message::Typed, Message::Submit))
        .push(check);
    let help = Column::with_children([
        naming::suggested(scene, suggestions, Message::Typed),
        naming.rules(scene, rules),
    ]);
    let back = kit::button(look, texts.action_back())
        .key(texts.key_escape())
        .on_press(Message::Back);
    let save = kit::button(look, texts.username_save())
        .primary()
        .busy_maybe(busy.then(|| texts.username_checking()))
        .on_press(Message::Submit);
    [task.into(), help.spacing(16).into(), actions(scene, back, save)]
}

/// The clerk's stage: whose turn it is, and nothing of the user name.
pub fn clerk<'a>(scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let content = Column::with_children([
        turn(scene, texts.questions_clerk_turn(), None),
        kit::note(look, Tone::Info, texts.username_clerk_then())
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
        texts.username_clerk_title(),
        texts.username_clerk_sentence(),
        content,
        Space::new(),
        hand_over,
    )
}
