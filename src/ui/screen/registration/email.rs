//! The applicant types their email twice.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::applicant::{Email, EmailError, TwiceError};
use crate::domain::recovery::Refusal;
use crate::domain::registration::RegistrationRefusal;
use crate::ui::kit::{self, Icon, field};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;

const EMAIL: &str = "email-typed";
const REPEAT: &str = "email-repeat";

/// What was typed.
#[derive(Default)]
pub struct State {
    email: String,
    repeat: String,
    fault: Option<Fault>,
    /// The slip that the applicant says is none.
    kept: Option<String>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("State")
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Typed(TwiceError),
    IsPassword,
}

impl Fault {
    /// Whether it belongs to the second field.
    const fn is_of_repeat(self) -> bool {
        match self {
            Self::Typed(error) => error.is_of_repeat(),
            Self::IsPassword => false,
        }
    }
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The email was typed.
    Email(String),
    /// It was typed again.
    Repeat(String),
    /// The likely slip is one: the email is what was meant.
    Take(String),
    /// The likely slip is none.
    Keep,
    /// Both are typed.
    Submit,
}

impl State {
    /// With the email that was given before the applicant went back.
    pub fn new(view: &ApplicantView) -> Self {
        let ApplicantStep::Email { typed: Some(typed) } = &view.step else {
            return Self::default();
        };
        Self {
            email: typed.as_str().to_owned(),
            repeat: typed.as_str().to_owned(),
            ..Self::default()
        }
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(EMAIL)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Email(typed) => {
                self.email = typed;
                self.fault = None;
            }
            Message::Repeat(typed) => {
                self.repeat = typed;
                self.fault = None;
            }
            Message::Take(meant) => {
                self.email = meant;
                self.fault = None;
                return Action::Focus(Id::new(REPEAT));
            }
            Message::Keep => {
                self.kept = self.slip();
                return Action::Focus(Id::new(REPEAT));
            }
            Message::Submit => return self.submit(),
        }
        Action::None
    }

    fn submit(&mut self) -> Action {
        let read = Email::typed_twice(&self.email, &self.repeat);
        match (read, Email::parse(&self.repeat)) {
            (Ok(email), Ok(repeat)) => Action::Ask(Request::Email { email, repeat }),
            (Err(error), _) => Action::Focus(self.wrong(Fault::Typed(error))),
            (Ok(_), Err(error)) => Action::Focus(self.wrong(Fault::Typed(TwiceError::Email(error)))),
        }
    }

    fn wrong(&mut self, fault: Fault) -> Id {
        self.fault = Some(fault);
        Id::new(if fault.is_of_repeat() { REPEAT } else { EMAIL })
    }

    /// The desk refused the email.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        match refusal {
            Some(Refusal::Registration(RegistrationRefusal::EmailDiffers)) => {
                Some(self.wrong(Fault::Typed(TwiceError::Differs)))
            }
            Some(Refusal::Registration(RegistrationRefusal::EmailIsPassword)) => Some(self.wrong(Fault::IsPassword)),
            _ => None,
        }
    }

    /// What was probably meant, where a slip is likely and not said to be none.
    fn slip(&self) -> Option<String> {
        let meant = Email::parse(&self.email).ok()?.slip()?;
        (self.kept.as_ref() != Some(&meant)).then_some(meant)
    }

    fn is_repeated(&self) -> bool {
        Email::typed_twice(&self.email, &self.repeat).is_ok()
    }

    /// The applicant's page.
    pub fn applicant(&self, scene: Scene, busy: bool) -> [Element<'_, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let fault = |of_repeat: bool| {
            let fault = self.fault.filter(|fault| fault.is_of_repeat() == of_repeat);
            fault.map(|fault| match fault {
                Fault::Typed(error) => texts.email_twice_error(error),
                Fault::IsPassword => texts.email_error_is_password(),
            })
        };
        let arabic = matches!(Email::parse(&self.email), Err(EmailError::ArabicLetters));
        let email = field(look, texts.email_label(), &self.email)
            .id(EMAIL)
            .icon(Icon::Mail)
            .left_to_right()
            .longest(254)
            .error(fault(false).or_else(|| arabic.then(|| texts.email_error_arabic_keyboard())))
            .on_input(Message::Email)
            .on_submit(Message::Submit);
        let repeat = field(look, texts.email_repeat(), &self.repeat)
            .id(REPEAT)
            .icon(Icon::Mail)
            .left_to_right()
            .longest(254)
            .error(fault(true))
            .on_input(Message::Repeat)
            .on_submit(Message::Submit);
        let repeat = match (self.repeat.is_empty(), self.is_repeated()) {
            (true, _) => repeat,
            (false, true) => repeat.help_with(Icon::Done, texts.email_same()),
            (false, false) => repeat.help_with(Icon::Info, texts.email_repeat_not_yet()),
        };
        let task = Column::with_children([
            super::heading(scene, texts.email_title(), texts.email_sentence()),
            email.into(),
            repeat.into(),
        ])
        .spacing(8);
        // Beside the fields, so that nothing moves while the email is typed.
        let help = match self.slip() {
            Some(meant) => slip(scene, meant),
            None => Space::new().into(),
        };
        let next = kit::button(look, texts.action_next())
            .primary()
            .icon_after(Icon::ArrowForward)
            .busy_maybe(busy.then(|| texts.action_checking()))
            .on_press(Message::Submit);
        [task.into(), help, next.into()]
    }
}

/// A likely slip: "gmial.com → gmail.com?".
fn slip<'a>(scene: Scene, meant: String) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let take = kit::button(look, texts.email_slip_take())
        .toolbar()
        .icon(Icon::Check)
        .on_press(Message::Take(meant.clone()));
    let keep = kit::button(look, texts.email_slip_keep())
        .toolbar()
        .on_press(Message::Keep);
    let question = kit::text(
        look,
        crate::ui::theme::TypeStyle::ApplicantSmallStrong,
        texts.email_slip(meant),
    )
    .color(look.palette.warn);
    let answers = Column::with_children([question.into(), take.fill().into(), keep.fill().into()]);
    kit::note::warning_box(look, answers.spacing(12)).into()
}
