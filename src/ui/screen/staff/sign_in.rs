//! Who is at the desk: identity number and password. The same page opens a desk that was locked.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::domain::applicant::identity_number::IdentityNumberError;
use crate::domain::applicant::{IdentityNumber, PersonName};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::time::Timestamp;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;

const IDENTITY: &str = "staff-identity";
const PASSWORD: &str = "staff-password";

/// What was typed, and what came of it.
#[derive(Debug, Default)]
pub struct State {
    /// Whose session is locked; nobody's where the desk waits for anybody.
    locked: Option<PersonName>,
    identity: String,
    password: Secret,
    shown: bool,
    identity_fault: Option<IdentityNumberError>,
    password_missing: bool,
    refused: Option<Refused>,
}

/// Why nobody was let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Number and password do not belong together.
    Wrong,
    /// Too many were wrong.
    Paused {
        /// When the next one is taken.
        until: Timestamp,
    },
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// An identity number was typed.
    Identity(Secret),
    /// A password was typed.
    Password(Secret),
    /// The password is to be shown or hidden.
    Shown,
    /// It is typed.
    Submit,
    /// Somebody else wants to sign in: the locked session ends.
    SomebodyElse,
}

/// What the page asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard belongs into this control.
    Focus(Id),
    /// Let this person in.
    SignIn(IdentityNumber, Secret),
    /// Let the person in whose session is locked.
    Unlock(Secret),
    /// End the locked session.
    SignOut,
}

impl State {
    /// Nobody is signed in.
    pub fn new() -> Self {
        Self::default()
    }

    /// The session of `name` is locked.
    pub fn locked(name: PersonName) -> Self {
        Self {
            locked: Some(name),
            ..Self::default()
        }
    }

    /// Whether it is the page of a locked session.
    pub const fn is_lock(&self) -> bool {
        self.locked.is_some()
    }

    /// The control that begins.
    pub const fn first(&self) -> Id {
        Id::new(if self.is_lock() { PASSWORD } else { IDENTITY })
    }

    /// Until when nothing is taken, as far as is known.
    pub const fn paused_until(&self) -> Option<Timestamp> {
        match self.refused {
            Some(Refused::Paused { until }) => Some(until),
            _ => None,
        }
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Identity(typed) => {
                self.identity = typed.expose_secret().to_owned();
                self.identity_fault = None;
                self.forget_wrong();
            }
            Message::Password(typed) => {
                self.password = typed;
                self.password_missing = false;
                self.forget_wrong();
            }
            Message::Shown => self.shown = !self.shown,
            Message::SomebodyElse => return Action::SignOut,
            Message::Submit => return self.submit(),
        }
        Action::None
    }

    fn forget_wrong(&mut self) {
        self.refused = self.refused.filter(|refused| *refused != Refused::Wrong);
    }

    fn submit(&mut self) -> Action {
        self.password_missing = self.password.expose_secret().is_empty();
        let identity = match (self.is_lock(), IdentityNumber::parse(&self.identity)) {
            (true, _) => None,
            (false, Ok(identity)) => Some(identity),
            (false, Err(error)) => {
                self.identity_fault = Some(error);
                return Action::Focus(Id::new(IDENTITY));
            }
        };
        if self.password_missing {
            return Action::Focus(Id::new(PASSWORD));
        }
        self.shown = false;
        let password = std::mem::take(&mut self.password);
        match identity {
            Some(identity) => Action::SignIn(identity, password),
            None => Action::Unlock(password),
        }
    }

    /// The desk did not let anybody in. Returns the control to which the keyboard belongs.
    pub fn refused(&mut self, why: Refused) -> Id {
        self.password = Secret::default();
        self.refused = Some(why);
        Id::new(PASSWORD)
    }

    /// The page. `practice` is the password of made-up people, which training tells everybody.
    pub fn view(&self, scene: Scene, busy: bool, practice: Option<&str>) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let paused = self.paused_until().filter(|until| *until > scene.now);
        let mut content = Column::new().spacing(4);
        if !self.is_lock() {
            content = content.push(self.identity(scene));
        }
        content = content.push(self.password(scene));
        if let Some(result) = self.result(scene, paused) {
            content = content.push(result).push(Space::new().height(12));
        }
        let (go, going) = if self.is_lock() {
            (texts.staff_unlock(), texts.staff_unlocking())
        } else {
            (texts.staff_sign_in(), texts.staff_signing_in())
        };
        let open = paused.is_none().then_some(Message::Submit);
        content = content.push(
            kit::button(look, go)
                .primary()
                .key(texts.key_enter())
                .fill()
                .busy_maybe(busy.then_some(going))
                .on_press_maybe(open),
        );
        if self.is_lock() {
            let other = kit::button(look, texts.staff_somebody_else())
                .quiet()
                .fill()
                .on_press(Message::SomebodyElse);
            content = content.push(Space::new().height(4)).push(other);
        }
        if let Some(password) = practice {
            let note = kit::note(look, Tone::Info, texts.staff_practice_password(password));
            content = content.push(Space::new().height(12)).push(note);
        }
        let (which, title, sentence) = match &self.locked {
            Some(name) => (
                Icon::Lock,
                texts.staff_lock_title(),
                texts.staff_lock_sentence(name.as_str()),
            ),
            None => (
                Icon::SignIn,
                texts.staff_sign_in_title(),
                texts.staff_sign_in_sentence(),
            ),
        };
        super::page(scene, super::NARROW, which, title, sentence, content)
    }

    fn identity(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        field(look, texts.staff_identity(), &self.identity)
            .id(IDENTITY)
            .icon(Icon::IdentityCard)
            .left_to_right()
            .number()
            .longest(24)
            .veiled()
            .help(texts.staff_identity_help())
            .error(self.identity_fault.map(|error| texts.identity_error(error)))
            .on_input(|typed| Message::Identity(typed.into()))
            .on_submit(Message::Submit)
            .into()
    }

    fn password(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let reveal = if self.shown {
            texts.action_hide()
        } else {
            texts.action_show()
        };
        field(look, texts.staff_password(), self.password.expose_secret())
            .id(PASSWORD)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.shown, reveal, Message::Shown)
            .error(self.password_missing.then(|| texts.sign_in_password_empty()))
            .on_input(|typed| Message::Password(typed.into()))
            .on_submit(Message::Submit)
            .into()
    }

    /// What came of the last try.
    fn result(&self, scene: Scene, paused: Option<Timestamp>) -> Option<Element<'_, Message>> {
        let Scene { look, texts, .. } = scene;
        if let Some(until) = paused {
            let left = scene.left(until).as_secs();
            let wait = kit::countdown_box(look, Icon::Hourglass, texts.staff_paused(), left);
            let note = kit::small(look, texts.staff_paused_do());
            return Some(Column::with_children([wait, note.into()]).spacing(8).into());
        }
        let wrong = self.refused == Some(Refused::Wrong);
        wrong.then(|| {
            let (what, advice) = if self.is_lock() {
                (texts.staff_unlock_wrong(), texts.staff_wrong_do())
            } else {
                (texts.staff_wrong(), texts.staff_wrong_do())
            };
            kit::note(look, Tone::Error, advice).title(what).into()
        })
    }
}
