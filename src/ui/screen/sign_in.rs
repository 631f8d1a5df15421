//! The sign-in card, on the applicant's side: tries a user name and a password, and opens nothing.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::domain::applicant::{Username, UsernameError};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Tone, field};
use crate::ui::scene::Scene;

const USERNAME: &str = "sign-in-username";
const PASSWORD: &str = "sign-in-password";

/// What was typed, and what came of it.
#[derive(Debug, Default)]
pub struct State {
    username: String,
    password: Secret,
    shown: bool,
    username_fault: Option<UsernameError>,
    password_missing: bool,
    agreed: Option<bool>,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A user name was typed.
    Username(Secret),
    /// A password was typed.
    Password(Secret),
    /// The password is to be shown or hidden.
    Shown,
    /// Both are typed.
    Submit,
    /// Back to where it was opened.
    Close,
}

/// What the card asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard belongs into this control.
    Focus(Id),
    /// Try these.
    Try(Username, Secret),
    /// Close the card.
    Close,
}

impl State {
    /// Empty fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(USERNAME)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Username(typed) => {
                self.username = typed.expose_secret().to_owned();
                self.username_fault = None;
                self.agreed = None;
            }
            Message::Password(typed) => {
                self.password = typed;
                self.password_missing = false;
                self.agreed = None;
            }
            Message::Shown => self.shown = !self.shown,
            Message::Close => return Action::Close,
            Message::Submit => return self.submit(),
        }
        Action::None
    }

    fn submit(&mut self) -> Action {
        let username = Username::parse(&self.username);
        self.password_missing = self.password.expose_secret().is_empty();
        match username {
            Ok(username) if !self.password_missing => Action::Try(username, self.password.clone()),
            Ok(_) => Action::Focus(Id::new(PASSWORD)),
            Err(error) => {
                self.username_fault = Some(error);
                Action::Focus(self.first())
            }
        }
    }

    /// The desk has answered.
    pub fn answered(&mut self, agreed: bool) -> Id {
        self.agreed = Some(agreed);
        self.password = Secret::default();
        Id::new(PASSWORD)
    }

    /// The applicant's page.
    pub fn applicant(&self, scene: Scene, busy: bool, platform: &str) -> [Element<'_, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let username = field(look, texts.sign_in_username(), &self.username)
            .id(USERNAME)
            .left_to_right()
            .longest(40)
            .help(texts.sign_in_username_help())
            .error(self.username_fault.as_ref().map(|error| texts.username_error(*error)))
            .on_input(|typed| Message::Username(typed.into()))
            .on_submit(Message::Submit);
        let reveal = if self.shown {
            texts.action_hide()
        } else {
            texts.action_show()
        };
        let password = field(look, texts.sign_in_password(), self.password.expose_secret())
            .id(PASSWORD)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.shown, reveal, Message::Shown)
            .error(self.password_missing.then(|| texts.sign_in_password_empty()))
            .on_input(|typed| Message::Password(typed.into()))
            .on_submit(Message::Submit);
        let task = Column::with_children([
            kit::title(look, texts.sign_in_title()).into(),
            kit::body(look, texts.sign_in_sentence())
                .color(look.palette.text_2)
                .into(),
            Space::new().height(16).into(),
            username.into(),
            password.into(),
        ])
        .spacing(8);
        let result: Element<'_, Message> = match self.agreed {
            None => Space::new().into(),
            Some(true) => kit::note(look, Tone::Good, texts.sign_in_accepted_next(platform))
                .title(texts.sign_in_accepted())
                .into(),
            Some(false) => kit::note(look, Tone::Error, texts.sign_in_refused_next())
                .title(texts.sign_in_refused())
                .into(),
        };
        let actions = crate::ui::shell::actions(
            scene,
            kit::button(look, texts.action_close())
                .key(texts.key_escape())
                .on_press(Message::Close),
            kit::button(look, texts.sign_in_try())
                .primary()
                .busy_maybe(busy.then(|| texts.sign_in_trying()))
                .on_press(Message::Submit),
        );
        [task.into(), result, actions]
    }
}
