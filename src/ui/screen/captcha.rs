//! The applicant types the characters of an image.

use std::sync::Arc;

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::view::CaptchaProgress;
use crate::desk::{ApplicantStep, ApplicantView, ClerkStep, ClerkView, Request};
use crate::domain::captcha::{Picture, Print};
use crate::domain::recovery::Refusal;
use crate::domain::recovery::captcha::CaptchaRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::text::Keyboard;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::shell::{actions, option_row, stage, turn};

use super::{Action, attest};

const TYPED: &str = "captcha-typed";

/// What was typed, and the picture as it is drawn.
#[derive(Debug)]
pub struct State {
    typed: Secret,
    fault: Option<Fault>,
    shown: Option<Shown>,
    attest: attest::State,
}

/// A picture that is ready to be drawn.
#[derive(Debug)]
pub(super) struct Shown {
    source: Arc<Picture>,
    drawn: kit::Picture,
}

impl Shown {
    /// What is drawn.
    pub(super) const fn drawn(&self) -> &kit::Picture {
        &self.drawn
    }
}

/// Keeps the picture that is to be shown ready; it is made anew only where it is another one.
pub(super) fn take(shown: &mut Option<Shown>, picture: Option<&Arc<Picture>>) {
    let same = |shown: &Shown| picture.is_some_and(|picture| Arc::ptr_eq(picture, &shown.source));
    if shown.as_ref().is_some_and(same) {
        return;
    }
    *shown = picture.and_then(|source| {
        let drawn = kit::Picture::from_rgba(source.width, source.height, source.rgba.clone())?;
        Some(Shown {
            source: Arc::clone(source),
            drawn,
        })
    });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    ArabicKeyboard,
    Refused(CaptchaRefusal),
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// Characters were typed.
    Typed(Secret),
    /// The applicant has typed all of them.
    Submit,
    /// Another image.
    Another,
    /// The same image in another print.
    Print(Print),
    /// The clerk hands the screen over.
    HandOver,
    /// The clerk attests that somebody is there.
    Attest(attest::Message),
}

impl State {
    /// An empty field below the image.
    pub fn new(view: &ApplicantView) -> Self {
        let mut state = Self {
            typed: Secret::default(),
            fault: None,
            shown: None,
            attest: attest::State::default(),
        };
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
                self.fault = (Keyboard::of(typed.expose_secret()) == Keyboard::Arabic).then_some(Fault::ArabicKeyboard);
                self.typed = typed;
                Action::None
            }
            Message::Submit => Action::Ask(Request::Captcha(self.typed.clone())),
            Message::Another => {
                self.typed = Secret::default();
                self.fault = None;
                Action::Ask(Request::AnotherImage)
            }
            Message::Print(print) => Action::Ask(Request::Print(print)),
            Message::HandOver => Action::HandOver,
            Message::Attest(message) => self.attest.update(message),
        }
    }

    /// The desk has answered.
    pub fn refreshed(&mut self, view: &ApplicantView, refusal: Option<Refusal>) -> Option<Id> {
        self.take_picture(view);
        let Some(Refusal::Captcha(why)) = refusal else {
            return None;
        };
        if why != CaptchaRefusal::Empty {
            self.typed = Secret::default();
        }
        self.fault = Some(Fault::Refused(why));
        Some(self.first())
    }

    fn take_picture(&mut self, view: &ApplicantView) {
        let ApplicantStep::Captcha { picture, .. } = &view.step else {
            return;
        };
        take(&mut self.shown, picture.as_ref());
    }

    /// The clerk's attestation.
    pub const fn attest(&self) -> &attest::State {
        &self.attest
    }

    /// The applicant's page: task, help, actions.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let ApplicantStep::Captcha { print, progress, .. } = &view.step else {
            return [Space::new().into(), Space::new().into(), Space::new().into()];
        };
        let next = kit::button(look, texts.action_next())
            .primary()
            .icon_after(Icon::ArrowForward)
            .busy_maybe(busy.then(|| texts.action_checking()))
            .on_press_maybe(progress.paused_until.is_none().then_some(Message::Submit));
        let task = match (&self.shown, progress.paused_until) {
            (Some(shown), None) => self.task(scene, shown, *progress),
            _ => paused(scene, *progress),
        };
        [
            task.into(),
            options(
                scene,
                *print,
                progress.paused_until.is_none(),
                Message::Another,
                Message::Print,
            ),
            actions(scene, Space::new(), next),
        ]
    }

    fn task<'a>(&'a self, scene: Scene, shown: &'a Shown, progress: CaptchaProgress) -> Column<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let valid = kit::small(look, texts.captcha_valid(scene.left(progress.expires)));
        let count = kit::small(look, texts.captcha_image_of(progress.image, progress.images));
        let typed = field(look, texts.captcha_label(), self.typed.expose_secret())
            .id(TYPED)
            .left_to_right()
            .longest(12)
            .help(texts.captcha_help())
            .error(self.fault.map(|fault| sentence(scene, fault)))
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit(Message::Submit);
        Column::with_children([
            kit::title(look, texts.captcha_title()).into(),
            kit::body(look, texts.captcha_sentence())
                .color(look.palette.text_2)
                .into(),
            Space::new().height(12).into(),
            kit::picture::picture(look, texts.captcha_image(), &shown.drawn, 600.0),
            scene.beside(0.0, vec![valid.fill().into(), count.into()]),
            Space::new().height(8).into(),
            typed.into(),
        ])
    }
}

/// What stands in the image's place while the visit pauses.
pub(super) fn paused<'a, Message: 'a>(scene: Scene, progress: CaptchaProgress) -> Column<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let left = progress.paused_until.map(|until| scene.left(until)).unwrap_or_default();
    Column::with_children([
        kit::title(look, texts.captcha_paused_title()).into(),
        kit::body(look, texts.captcha_paused(left)).into(),
        kit::small(look, texts.captcha_paused_why()).into(),
    ])
    .spacing(12)
}

/// Other images, for whom cannot read this one.
pub(super) fn options<'a, Message: Clone + 'a>(
    scene: Scene,
    print: Print,
    enabled: bool,
    another: Message,
    printed: fn(Print) -> Message,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let on = |message| enabled.then_some(message);
    let larger = match print {
        Print::Normal => (texts.captcha_larger(), texts.captcha_larger_what(), Print::Large),
        Print::Large => (texts.captcha_normal(), texts.captcha_normal_what(), Print::Normal),
    };
    Column::with_children([
        kit::heading(look, texts.captcha_cannot_read()).into(),
        option_row(
            scene,
            None,
            Icon::Refresh,
            (texts.captcha_refresh(), texts.captcha_refresh_what()),
            on(another),
        ),
        option_row(scene, None, Icon::ZoomIn, (larger.0, larger.1), on(printed(larger.2))),
    ])
    .spacing(16)
    .into()
}

fn sentence(scene: Scene, fault: Fault) -> String {
    let texts = scene.texts;
    match fault {
        Fault::ArabicKeyboard => texts.captcha_error_arabic_keyboard(),
        Fault::Refused(CaptchaRefusal::Empty) => texts.captcha_error_empty(),
        Fault::Refused(CaptchaRefusal::Missed) => texts.captcha_error_wrong(),
        Fault::Refused(CaptchaRefusal::Expired | CaptchaRefusal::Paused) => texts.captcha_error_expired(),
    }
}

impl State {
    /// The clerk's stage: whose turn it is, and nothing of the image; or the attestation.
    pub fn clerk<'a>(&self, scene: Scene, view: &ClerkView, busy: bool) -> Element<'a, Message> {
        let ClerkStep::Captcha(progress) = &view.step else {
            return Space::new().into();
        };
        if self.attest.is_open() {
            return self.attest.clerk(scene, busy).map(Message::Attest);
        }
        waiting(scene, *progress)
    }
}

fn waiting<'a>(scene: Scene, progress: CaptchaProgress) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let content = Column::with_children([
        turn(scene, texts.captcha_clerk_turn(), None),
        scene.beside(12.0, boxes(scene, progress)),
        kit::note(look, Tone::Info, texts.captcha_clerk_attest()).into(),
    ])
    .spacing(16);
    let hand_over = kit::button(look, texts.action_hand_over())
        .primary()
        .icon(Icon::TwoScreens)
        .key("F8")
        .on_press(Message::HandOver);
    stage(
        scene,
        texts.captcha_clerk_title(),
        texts.captcha_clerk_sentence(),
        content,
        attest::way(scene, Message::Attest(attest::Message::Open)),
        hand_over,
    )
}

/// How it stands with the image, for the clerk.
pub(super) fn boxes<'a, Message: 'a>(scene: Scene, progress: CaptchaProgress) -> Vec<Element<'a, Message>> {
    let Scene { look, texts, .. } = scene;
    match progress.paused_until {
        Some(until) => vec![kit::countdown_box(
            look,
            Icon::Hourglass,
            texts.captcha_clerk_paused(),
            scene.left(until).as_secs(),
        )],
        None => vec![
            kit::figure_box(
                look,
                Icon::Image,
                texts.captcha_clerk_image(),
                texts.captcha_image_of(progress.image, progress.images),
            ),
            kit::countdown_box(
                look,
                Icon::Clock,
                texts.captcha_clerk_valid(),
                scene.left(progress.expires).as_secs(),
            ),
        ],
    }
}
