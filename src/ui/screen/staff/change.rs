//! Staff choose their own password: because they want to, or because somebody else set the one they have.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space, container};
use iced::{Element, Length};

use crate::domain::password::PersonalWords;
use crate::domain::policy::PasswordPolicy;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::staff::Staff;
use crate::domain::time::Timestamp;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;

use super::pair;

const CURRENT: &str = "staff-password-current";

/// What was typed.
#[derive(Debug)]
pub struct State {
    /// Whether there is no way past it.
    must: bool,
    current: Secret,
    shown: bool,
    fault: Option<Fault>,
    pair: pair::State,
    saved: bool,
}

/// What is wrong with the password in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// It is not this person's.
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
    /// The password in force was typed.
    Current(Secret),
    /// It is to be shown or hidden.
    Shown,
    /// On the new one.
    Pair(pair::Message),
    /// Everything is typed.
    Submit,
    /// Back to where it was opened, or out of the desk.
    Close,
}

/// What the page asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard belongs into this control.
    Focus(Id),
    /// Change the password: the one in force, the new one, and its repeat.
    Change {
        /// The one in force.
        current: Secret,
        /// The new one.
        password: Secret,
        /// The new one, typed again.
        repeat: Secret,
    },
    /// Leave the page.
    Close,
    /// Leave the desk: without a password of their own they may do nothing.
    SignOut,
}

impl State {
    /// Empty fields for `staff`, who `must` change it before anything else, or wants to.
    pub fn new(staff: &Staff, rules: PasswordPolicy, must: bool) -> Self {
        let about = PersonalWords {
            identity: Some(staff.identity),
            name: Some(staff.name.clone()),
            ..PersonalWords::default()
        };
        Self {
            must,
            current: Secret::default(),
            shown: false,
            fault: None,
            pair: pair::State::new(rules, about),
            saved: false,
        }
    }

    /// The control that begins.
    pub const fn first(&self) -> Id {
        Id::new(CURRENT)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Current(typed) => {
                self.current = typed;
                self.fault = None;
            }
            Message::Shown => self.shown = !self.shown,
            Message::Pair(pair::Message::Submit) | Message::Submit => return self.submit(),
            Message::Pair(message) => self.pair.update(message),
            Message::Close if self.must && !self.saved => return Action::SignOut,
            Message::Close => return Action::Close,
        }
        Action::None
    }

    fn submit(&mut self) -> Action {
        if self.saved {
            return Action::Close;
        }
        if self.current.expose_secret().is_empty() {
            self.fault = Some(Fault::Empty);
            return Action::Focus(self.first());
        }
        match self.pair.chosen() {
            Ok(_) => {
                let (password, repeat) = self.pair.typed();
                Action::Change {
                    current: self.current.clone(),
                    password,
                    repeat,
                }
            }
            Err(field) => Action::Focus(field),
        }
    }

    /// The password in force was not right. Returns the control to which the keyboard belongs.
    pub fn refused(&mut self, fault: Fault) -> Id {
        self.current = Secret::default();
        self.fault = Some(fault);
        self.first()
    }

    /// The new one was not taken. Returns the control to which the keyboard belongs.
    pub fn not_taken(&mut self, fault: pair::Fault) -> Id {
        self.pair.refused(fault)
    }

    /// It is changed; nothing of it is kept here.
    pub fn saved(&mut self, staff: &Staff, rules: PasswordPolicy) {
        *self = Self {
            saved: true,
            ..Self::new(staff, rules, self.must)
        };
    }

    /// Until when nothing is taken, as far as is known.
    pub const fn paused_until(&self) -> Option<Timestamp> {
        match self.fault {
            Some(Fault::Paused { until }) => Some(until),
            _ => None,
        }
    }

    /// The page.
    pub fn view(&self, scene: Scene, busy: bool) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        if self.saved {
            return done(scene);
        }
        let paused = self.paused_until().filter(|until| *until > scene.now);
        let fault = match self.fault {
            Some(Fault::Empty) => Some(texts.staff_current_empty()),
            Some(Fault::Wrong) => Some(texts.staff_current_wrong()),
            Some(Fault::Paused { .. }) | None => None,
        };
        let reveal = if self.shown {
            texts.action_hide()
        } else {
            texts.action_show()
        };
        let label = if self.must {
            texts.staff_current_given()
        } else {
            texts.staff_current()
        };
        let current = field(look, label, self.current.expose_secret())
            .id(CURRENT)
            .left_to_right()
            .secret()
            .longest(256)
            .reveal(self.shown, reveal, Message::Shown)
            .error(fault)
            .on_input(|typed| Message::Current(typed.into()))
            .on_submit(Message::Submit);
        let mut content = Column::with_children([current.into()]).spacing(4);
        if let Some(until) = paused {
            let left = scene.left(until).as_secs();
            content = content.push(kit::countdown_box(look, Icon::Hourglass, texts.staff_paused(), left));
        }
        content = content.push(self.pair.fields(scene).map(Message::Pair));
        let beside = [content.into(), self.pair.rules(scene).map(Message::Pair)];
        let beside = beside.map(|part| container(part).width(Length::Fill).into());
        let content = Column::with_children([
            scene.beside(32.0, beside.into()),
            Space::new().height(16).into(),
            self.answers(scene, busy, paused.is_none()),
        ]);
        let (title, sentence) = if self.must {
            (texts.staff_must_change_title(), texts.staff_must_change_sentence())
        } else {
            (texts.staff_change_title(), texts.staff_change_sentence())
        };
        super::page(scene, super::WIDE, Icon::PersonalKey, title, sentence, content)
    }

    fn answers(&self, scene: Scene, busy: bool, open: bool) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let leave = if self.must {
            texts.staff_sign_out()
        } else {
            texts.action_back()
        };
        let leave = kit::button(look, leave)
            .key(texts.key_escape())
            .on_press(Message::Close);
        let save = kit::button(look, texts.password_save())
            .primary()
            .busy_maybe(busy.then(|| texts.action_saving()))
            .on_press_maybe(open.then_some(Message::Submit));
        crate::ui::shell::actions(scene, leave, save)
    }
}

/// It is changed.
fn done<'a>(scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let go = kit::button(look, texts.action_next())
        .primary()
        .key(texts.key_enter())
        .fill()
        .on_press(Message::Close);
    let note = kit::note(look, Tone::Good, texts.staff_changed_do());
    let content = Column::with_children([note.into(), go.into()]).spacing(16);
    super::page(
        scene,
        super::NARROW,
        Icon::Done,
        texts.staff_changed_title(),
        texts.staff_changed_sentence(),
        content,
    )
}
