//! The applicant types the characters of an image, and types them again.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::view::CaptchaProgress;
use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::captcha::Print;
use crate::domain::recovery::Refusal;
use crate::domain::recovery::captcha::CaptchaRefusal;
use crate::domain::registration::RegistrationRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::text::Keyboard;
use crate::ui::kit::{self, Icon, field};
use crate::ui::scene::Scene;
use crate::ui::screen::captcha::{self, Shown};
use crate::ui::screen::{Action, attest};

const TYPED: &str = "captcha-twice-typed";
const REPEAT: &str = "captcha-twice-repeat";

/// What was typed, and the picture as it is drawn.
#[derive(Debug, Default)]
pub struct State {
    typed: Secret,
    repeat: Secret,
    fault: Option<Fault>,
    shown: Option<Shown>,
    attest: attest::State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    ArabicKeyboard,
    RepeatEmpty,
    Differs,
    Image(CaptchaRefusal),
}

impl Fault {
    const fn is_of_repeat(self) -> bool {
        matches!(self, Self::RepeatEmpty | Self::Differs)
    }
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// Characters were typed.
    Typed(Secret),
    /// They were typed again.
    Repeat(Secret),
    /// Both are typed.
    Submit,
    /// Another image.
    Another,
    /// The same image in another print.
    Print(Print),
    /// The clerk attests that somebody is there.
    Attest(attest::Message),
}

impl State {
    /// Empty fields below the image.
    pub fn new(view: &ApplicantView) -> Self {
        let mut state = Self::default();
        state.take_picture(view);
        state
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(TYPED)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(typed) => {
                let arabic = Keyboard::of(typed.expose_secret()) == Keyboard::Arabic;
                self.fault = arabic.then_some(Fault::ArabicKeyboard);
                self.typed = typed;
            }
            Message::Repeat(typed) => {
                self.fault = None;
                self.repeat = typed;
            }
            Message::Submit => return self.submit(),
            Message::Another => {
                self.forget();
                return Action::Ask(Request::AnotherImage);
            }
            Message::Print(print) => return Action::Ask(Request::Print(print)),
            Message::Attest(message) => return self.attest.update(message),
        }
        Action::None
    }

    fn submit(&mut self) -> Action {
        if !self.typed.expose_secret().is_empty() && self.repeat.expose_secret().is_empty() {
            self.fault = Some(Fault::RepeatEmpty);
            return Action::Focus(Id::new(REPEAT));
        }
        Action::Ask(Request::CaptchaTwice(self.typed.clone(), self.repeat.clone()))
    }

    fn forget(&mut self) {
        self.typed = Secret::default();
        self.repeat = Secret::default();
        self.fault = None;
    }

    /// The desk has answered.
    pub fn refreshed(&mut self, view: &ApplicantView, refusal: Option<Refusal>) -> Option<Id> {
        self.take_picture(view);
        let fault = match refusal? {
            Refusal::Registration(RegistrationRefusal::CaptchaDiffers) => Fault::Differs,
            Refusal::Captcha(why) => Fault::Image(why),
            _ => return None,
        };
        if matches!(fault, Fault::Image(why) if why != CaptchaRefusal::Empty) {
            self.forget();
        }
        self.fault = Some(fault);
        Some(Id::new(if fault.is_of_repeat() { REPEAT } else { TYPED }))
    }

    fn take_picture(&mut self, view: &ApplicantView) {
        if let ApplicantStep::CaptchaTwice { picture, .. } = &view.step {
            captcha::take(&mut self.shown, picture.as_ref());
        }
    }

    /// The clerk's attestation.
    pub const fn attest(&self) -> &attest::State {
        &self.attest
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let ApplicantStep::CaptchaTwice { print, progress, .. } = &view.step else {
            return super::nothing();
        };
        let open = progress.paused_until.is_none();
        let next = kit::button(look, texts.action_next())
            .primary()
            .icon_after(Icon::ArrowForward)
            .busy_maybe(busy.then(|| texts.action_checking()))
            .on_press_maybe(open.then_some(Message::Submit));
        let task = match (&self.shown, open) {
            (Some(shown), true) => self.task(scene, shown, *progress),
            _ => captcha::paused(scene, *progress).into(),
        };
        let help = Column::with_children([
            kit::body(look, texts.registration_captcha_sentence()).into(),
            captcha::options(scene, *print, open, Message::Another, Message::Print),
        ])
        .spacing(16);
        [task, help.into(), next.into()]
    }

    fn task<'a>(&'a self, scene: Scene, shown: &'a Shown, progress: CaptchaProgress) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let valid = kit::small(look, texts.captcha_valid(scene.left(progress.expires)));
        let count = kit::small(look, texts.captcha_image_of(progress.image, progress.images));
        let fault = |of_repeat: bool| {
            let fault = self.fault.filter(|fault| fault.is_of_repeat() == of_repeat);
            fault.map(|fault| sentence(scene, fault))
        };
        let typed = field(look, texts.captcha_label(), self.typed.expose_secret())
            .id(TYPED)
            .left_to_right()
            .longest(12)
            .error(fault(false))
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit(Message::Submit);
        let repeat = field(look, texts.registration_captcha_repeat(), self.repeat.expose_secret())
            .id(REPEAT)
            .left_to_right()
            .longest(12)
            .error(fault(true))
            .on_input(|typed| Message::Repeat(typed.into()))
            .on_submit(Message::Submit);
        Column::with_children([
            kit::title(look, texts.registration_captcha_title()).into(),
            Space::new().height(8).into(),
            kit::picture::picture(look, texts.captcha_image(), shown.drawn(), 600.0),
            scene.beside(0.0, vec![valid.fill().into(), count.into()]),
            Space::new().height(8).into(),
            scene.beside(16.0, vec![typed.into(), repeat.into()]),
        ])
        .into()
    }
}

fn sentence(scene: Scene, fault: Fault) -> String {
    let texts = scene.texts;
    match fault {
        Fault::ArabicKeyboard => texts.captcha_error_arabic_keyboard(),
        Fault::RepeatEmpty => texts.registration_captcha_error_repeat_empty(),
        Fault::Differs => texts.registration_captcha_error_differs(),
        Fault::Image(CaptchaRefusal::Empty) => texts.captcha_error_empty(),
        Fault::Image(CaptchaRefusal::Missed) => texts.captcha_error_wrong(),
        Fault::Image(CaptchaRefusal::Expired | CaptchaRefusal::Paused) => texts.captcha_error_expired(),
    }
}
