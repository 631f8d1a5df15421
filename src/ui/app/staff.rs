//! Who is at the desk. As long as nobody is, or the desk is locked, one page of staff takes the whole window, and
//! nothing of a visit is drawn.

mod keys;
mod password;
mod set_up;
mod view;

use std::sync::Arc;

use iced::Task;

use crate::desk::DeskError;
use crate::desk::staff::{FoundingRefusal, PasswordRefusal, Seat, SignInRefusal};
use crate::domain::applicant::IdentityNumber;
use crate::domain::staff::{SetUp, Staff};
use crate::domain::time::Timestamp;
use crate::ui::kit;
use crate::ui::screen::staff::change;
use crate::ui::screen::staff::sign_in::{self, Refused};
use crate::ui::screen::welcome;

use super::{App, Message as AppMessage};

/// The page that stands before the desk; none while somebody works there.
#[derive(Default)]
pub(super) struct Keeper {
    page: Option<Page>,
    busy: bool,
    /// How often something was asked that changes who is here: what was seen before that is out of date.
    number: u64,
    /// Who was at the desk when it was last asked.
    seated: Option<Staff>,
}

/// A page of staff.
enum Page {
    /// The desk has not said yet who is there.
    Unknown,
    /// The first start.
    SetUp(Box<welcome::State>),
    /// Signing in, or opening the lock.
    SignIn(sign_in::State),
    /// Choosing a password of one's own.
    Password(Box<change::State>),
}

/// What happens there.
#[derive(Clone, Debug)]
pub enum Message {
    /// In the set-up.
    SetUp(welcome::Message),
    /// On signing in, or on the lock.
    SignIn(sign_in::Message),
    /// On one's own password.
    Password(change::Message),
    /// The desk has said who is there, and whether it was set up, after so many changes.
    Seat(u64, Result<(Seat, Option<SetUp>), Arc<DeskError>>),
    /// Whoever was here locked the desk, or left it.
    Left(Result<(Seat, Option<SetUp>), Arc<DeskError>>),
    /// Somebody tried to sign in.
    SignedIn(Result<Result<Seat, SignInRefusal>, Arc<DeskError>>),
    /// Somebody tried to change their password.
    Changed(Result<Result<(), PasswordRefusal>, Arc<DeskError>>),
    /// The desk was set up, or not.
    Founded(Result<Result<(), FoundingRefusal>, Arc<DeskError>>),
    /// Whoever is here changes their password.
    ChangeOwn,
    /// Whoever is here leaves.
    SignOut,
}

impl Message {
    /// Whether it is a letter typed into a field, or another small change of one.
    pub(in crate::ui) const fn is_typed(&self) -> bool {
        match self {
            Self::SignIn(message) => !matches!(message, sign_in::Message::Submit | sign_in::Message::SomebodyElse),
            Self::Password(message) => matches!(message, change::Message::Current(_) | change::Message::Pair(_)),
            Self::SetUp(message) => matches!(
                message,
                welcome::Message::Workplace(_)
                    | welcome::Message::Supervisor(_)
                    | welcome::Message::Password(_)
                    | welcome::Message::Asked(_)
            ),
            _ => false,
        }
    }
}

/// What stands before the desk, for whoever looks on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The desk has not said yet who is there.
    Unknown,
    /// This step of the first start.
    SetUp(welcome::Step),
    /// Nobody is signed in.
    SignIn,
    /// The desk is locked.
    Lock,
    /// Somebody chooses a password.
    Password,
}

impl Keeper {
    /// Nobody works at the desk before it has said who is there; whoever is there already goes on.
    pub(super) fn new(staff: Option<Staff>) -> Self {
        Self {
            page: staff.is_none().then_some(Page::Unknown),
            busy: false,
            number: 0,
            seated: staff,
        }
    }

    pub(super) const fn is_shut(&self) -> bool {
        self.page.is_some()
    }

    /// Who was at the desk when it was last asked, locked or not.
    pub(super) const fn seated(&self) -> Option<&Staff> {
        self.seated.as_ref()
    }

    fn paused_until(&self) -> Option<Timestamp> {
        match &self.page {
            Some(Page::SignIn(state)) => state.paused_until(),
            Some(Page::Password(state)) => state.paused_until(),
            _ => None,
        }
    }
}

impl App {
    /// What stands before the desk; nothing while somebody works there.
    pub fn before(&self) -> Option<Before> {
        self.keeper.page.as_ref().map(|page| match page {
            Page::Unknown => Before::Unknown,
            Page::SetUp(state) => Before::SetUp(state.step()),
            Page::SignIn(state) if state.is_lock() => Before::Lock,
            Page::SignIn(_) => Before::SignIn,
            Page::Password(_) => Before::Password,
        })
    }

    /// Whether the desk is being set up.
    pub(super) const fn is_new(&self) -> bool {
        matches!(self.keeper.page, Some(Page::SetUp(_)))
    }

    /// Whether a wait is counted before the desk.
    pub(super) fn counts_before(&self) -> bool {
        self.keeper.paused_until().is_some_and(|until| until > self.now)
    }

    /// Whether the desk is at work on what staff asked.
    pub(super) const fn is_busy_before(&self) -> bool {
        self.keeper.busy
    }

    /// Somebody is there: the desk locks so much later.
    pub(super) fn touch(&mut self) {
        self.touched = self.desk.now();
        self.desk.touch();
    }

    /// Asks who is at the desk.
    pub(super) fn look_at_the_seat(&self) -> Task<AppMessage> {
        let desk = self.desk.clone();
        let ask = async move {
            let seat = desk.seat().await?;
            Ok((seat, desk.set_up().await?))
        };
        let number = self.keeper.number;
        Task::perform(ask, move |said: Result<_, DeskError>| {
            AppMessage::Staff(Message::Seat(number, said.map_err(Arc::new)))
        })
    }

    pub(super) fn on_staff(&mut self, message: Message) -> Task<AppMessage> {
        match message {
            Message::SetUp(message) => self.on_set_up(message),
            Message::SignIn(message) => self.on_sign_in(message),
            Message::Password(message) => self.on_password(message),
            Message::Seat(number, _) if number != self.keeper.number => Task::none(),
            Message::Seat(_, Ok((seat, set_up))) => {
                self.chosen_language(set_up.as_ref());
                self.seat(seat, set_up.is_some())
            }
            Message::Left(Ok((seat, set_up))) => {
                self.keeper.busy = false;
                self.seat(seat, set_up.is_some())
            }
            Message::SignedIn(Ok(Ok(seat))) => {
                self.keeper.busy = false;
                self.seat(seat, true)
            }
            Message::SignedIn(Ok(Err(refusal))) => self.not_signed_in(refusal),
            Message::Changed(Ok(result)) => self.changed(result),
            Message::Founded(Ok(result)) => self.founded(result),
            Message::Seat(_, Err(error))
            | Message::Left(Err(error))
            | Message::SignedIn(Err(error))
            | Message::Changed(Err(error))
            | Message::Founded(Err(error)) => {
                self.keeper.busy = false;
                tracing::warn!(%error, "the desk did not answer staff");
                self.fault = Some(error);
                Task::none()
            }
            Message::ChangeOwn => self.open_password(false),
            Message::SignOut => self.sign_out(),
        }
    }

    /// Something is asked that changes who is here.
    fn change_begins(&mut self) {
        self.keeper.busy = true;
        self.keeper.number += 1;
    }

    /// The first answer of the desk brings the language that was chosen at its first start.
    fn chosen_language(&mut self, set_up: Option<&SetUp>) {
        let first = matches!(self.keeper.page, Some(Page::Unknown)) && !self.options.language_is_asked;
        if let Some(language) = set_up.and_then(|set_up| set_up.language).filter(|_| first) {
            self.options.language = language;
            self.options.language_is_asked = true;
        }
    }

    /// Who is at the desk now. Where it is somebody else than before, nothing of the one before is kept.
    fn seat(&mut self, seat: Seat, founded: bool) -> Task<AppMessage> {
        match seat {
            Seat::Empty if founded => self.nobody(),
            Seat::Empty => self.open_set_up(),
            Seat::Locked { staff } => self.locked(staff),
            Seat::Taken { staff, must_change } => self.taken(staff, must_change),
        }
    }

    fn nobody(&mut self) -> Task<AppMessage> {
        let was_there = self.keeper.seated.take().is_some();
        if was_there {
            self.leave();
        }
        if matches!(&self.keeper.page, Some(Page::SignIn(state)) if !state.is_lock()) {
            return Task::none();
        }
        self.open_sign_in(sign_in::State::new())
    }

    fn locked(&mut self, staff: Staff) -> Task<AppMessage> {
        // Somebody else may be signing in over the lock.
        if matches!(self.keeper.page, Some(Page::SignIn(_))) {
            return Task::none();
        }
        let page = sign_in::State::locked(staff.name.clone());
        self.keeper.seated = Some(staff);
        self.open_sign_in(page)
    }

    fn taken(&mut self, staff: Staff, must_change: bool) -> Task<AppMessage> {
        let former = self.keeper.seated.is_some();
        let same = self.keeper.seated.as_ref().map(|former| former.identity) == Some(staff.identity);
        let shut = self.keeper.is_shut();
        self.keeper.seated = Some(staff);
        if former && !same {
            self.leave();
        }
        if must_change {
            return match self.keeper.page {
                Some(Page::Password(_)) => Task::none(),
                _ => self.open_password(true),
            };
        }
        if !shut || matches!(self.keeper.page, Some(Page::Password(_))) {
            return Task::none();
        }
        self.open_desk()
    }

    /// Whoever was here is gone, and with them what they saw.
    fn leave(&mut self) {
        self.show_start();
        self.supervision = None;
        self.past.clear();
        self.left_open.clear();
        self.fault = None;
    }

    /// The desk is open to whoever is there.
    fn open_desk(&mut self) -> Task<AppMessage> {
        self.keeper.page = None;
        self.touch();
        // Under the curtain the keyboard stays with whoever has opened the lock; lifting it gives it on.
        let keyboard = match self.cover {
            None if self.has_two() => self.give_to(self.turn()),
            _ => self.focus_first(),
        };
        Task::batch([keyboard, self.look_at_the_desk(), self.look_for_left_open()])
    }

    fn open_sign_in(&mut self, state: sign_in::State) -> Task<AppMessage> {
        let first = state.first();
        self.keeper.page = Some(Page::SignIn(state));
        Task::batch([
            iced::clipboard::write(String::new()),
            self.clerk_takes_the_keyboard(),
            kit::focus::to(first),
        ])
    }

    fn on_sign_in(&mut self, message: sign_in::Message) -> Task<AppMessage> {
        let Some(Page::SignIn(state)) = &mut self.keeper.page else {
            return Task::none();
        };
        if self.keeper.busy {
            return Task::none();
        }
        let seated = self.keeper.seated.as_ref().map(|staff| staff.identity);
        match (state.update(message), seated) {
            (sign_in::Action::None, _) | (sign_in::Action::Unlock(_), None) => Task::none(),
            (sign_in::Action::Focus(field), _) => kit::focus::to(field),
            // The other session ends once somebody else is in.
            (sign_in::Action::SignOut, _) => self.open_sign_in(sign_in::State::new()),
            (sign_in::Action::SignIn(number, password), _) | (sign_in::Action::Unlock(password), Some(number)) => {
                self.prove(number, password)
            }
        }
    }

    fn prove(&mut self, number: IdentityNumber, password: crate::domain::secret::Secret) -> Task<AppMessage> {
        self.change_begins();
        self.fault = None;
        let desk = self.desk.clone();
        Task::perform(async move { desk.sign_in(number, password).await }, |result| {
            AppMessage::Staff(Message::SignedIn(result.map_err(Arc::new)))
        })
    }

    fn not_signed_in(&mut self, refusal: SignInRefusal) -> Task<AppMessage> {
        self.keeper.busy = false;
        self.now = self.desk.now();
        let Some(Page::SignIn(state)) = &mut self.keeper.page else {
            return Task::none();
        };
        let why = match refusal {
            SignInRefusal::Paused { until } => Refused::Paused { until },
            _ => Refused::Wrong,
        };
        kit::focus::to(state.refused(why))
    }

    fn sign_out(&mut self) -> Task<AppMessage> {
        self.cover = None;
        self.change_begins();
        self.keeper.page = Some(Page::Unknown);
        let desk = self.desk.clone();
        let leave = async move {
            desk.sign_out().await?;
            let seat = desk.seat().await?;
            Ok((seat, desk.set_up().await?))
        };
        Task::perform(leave, |said: Result<_, DeskError>| {
            AppMessage::Staff(Message::Left(said.map_err(Arc::new)))
        })
    }

    /// Locks the desk.
    pub(super) fn lock(&mut self) -> Task<AppMessage> {
        self.change_begins();
        let desk = self.desk.clone();
        let lock = async move {
            desk.lock().await?;
            let seat = desk.seat().await?;
            Ok((seat, desk.set_up().await?))
        };
        Task::perform(lock, |said: Result<_, DeskError>| {
            AppMessage::Staff(Message::Left(said.map_err(Arc::new)))
        })
    }
}
