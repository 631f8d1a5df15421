//! Who sees what, and who has the keyboard: one window that changes hands, or one for each side.

use iced::advanced::widget::Id;
use iced::{Task, keyboard, window};

use crate::i18n::Texts;
use crate::ui::keymap::{self, Command, View};
use crate::ui::kit;
use crate::ui::scene::Scene;
use crate::ui::screen::{Side, start};
use crate::ui::theme::{Look, Scale};

use super::{App, Cover, Message, Stage, view};

/// The windows of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Windows {
    /// One, which changes hands; without a display it has no id.
    One(Option<window::Id>),
    /// One for each side.
    Two {
        /// The clerk's.
        clerk: window::Id,
        /// The applicant's.
        applicant: window::Id,
    },
}

impl App {
    /// Gives the applicant a window of their own beside the clerk's.
    pub const fn use_two(&mut self, clerk: window::Id, applicant: window::Id) {
        self.windows = Windows::Two { clerk, applicant };
    }

    /// Whose window has this id; the clerk's is the one of both.
    pub fn side_of(&self, window: window::Id) -> Option<Side> {
        match self.windows {
            Windows::One(Some(clerk)) | Windows::Two { clerk, .. } if clerk == window => Some(Side::Clerk),
            Windows::Two { applicant, .. } if applicant == window => Some(Side::Applicant),
            _ => None,
        }
    }

    /// Whether each side has a window of its own.
    pub const fn has_two(&self) -> bool {
        matches!(self.windows, Windows::Two { .. })
    }

    /// Who has the keyboard: with one window, who sees it, or takes it next.
    pub const fn shown_side(&self) -> Side {
        match (self.windows, self.cover, &self.stage) {
            (Windows::Two { .. }, ..) => self.side,
            _ if self.keeper.is_shut() => Side::Clerk,
            (_, Some(Cover::Handover(side)), _) => side,
            (_, _, Stage::SignIn(..)) => Side::Applicant,
            _ => self.side,
        }
    }

    /// Whose side stands in the window of `window`.
    const fn side_in(&self, window: Side) -> Side {
        match self.windows {
            Windows::One(_) => self.shown_side(),
            Windows::Two { .. } => window,
        }
    }

    /// What lies over what `side` sees.
    pub(super) fn cover_over(&self, side: Side) -> Option<Cover> {
        let lies_over = |cover: &Cover| match (self.windows, cover) {
            (Windows::One(_), _) => true,
            // Behind the lock their window waits: nothing there leads past it.
            (_, Cover::Curtain) => side == Side::Clerk || !self.keeper.is_shut(),
            (_, Cover::Handover(_)) => false,
            (_, Cover::Keys(of)) => *of == side,
            (_, Cover::EndVisit | Cover::Session | Cover::Receipt) => side == Side::Clerk,
        };
        self.cover.filter(lies_over)
    }

    /// The look of the window of this side.
    pub fn look(&self, window: Side) -> Look {
        self.look_of(self.side_in(window))
    }

    pub(super) fn look_of(&self, side: Side) -> Look {
        let look = Look::new(self.options.palette, self.texts_of(side).direction().into());
        match side {
            Side::Clerk => look.scaled(self.options.scale),
            Side::Applicant => {
                let grown = if self.enlarged { 150 } else { 100 };
                let percent = self.options.scale.percent().max(grown);
                look.for_applicant().scaled(Scale::from_percent(percent))
            }
        }
    }

    /// What the window of this side is drawn with.
    pub fn scene(&self, window: Side) -> Scene {
        let side = self.side_in(window);
        let look = self.look_of(side);
        Scene {
            look,
            texts: self.texts_of(side),
            now: self.now,
            wall: self.wall,
            practice: self.desk.kind().practice().is_some(),
            phone_here: self.desk.phone().is_some() && !self.has_two(),
            room: self.sizes[window.place()].width / look.scale.factor(),
        }
    }

    /// Whose side stands in this window, and what lies over it.
    pub(super) fn seen_in(&self, window: Side) -> (Side, Option<Cover>) {
        let side = self.side_in(window);
        (side, self.cover_over(side))
    }

    /// What the keys do for this side.
    pub(super) const fn view_for(&self, side: Side) -> View {
        match (side, self.windows) {
            (Side::Clerk, _) => View::Clerk,
            (Side::Applicant, Windows::Two { .. }) => View::Applicant,
            (Side::Applicant, Windows::One(_)) => View::Shared,
        }
    }

    /// The title of the window of this side.
    pub fn title(&self, window: Side) -> String {
        let texts = self.texts_of(window);
        match (window, self.desk.kind().practice()) {
            (Side::Applicant, _) => texts.app_window_applicant(),
            (Side::Clerk, _) if self.is_new() => texts.welcome_window(),
            (Side::Clerk, Some(_)) => texts.app_window_training(),
            (Side::Clerk, None) => texts.app_window_clerk(),
        }
    }

    fn texts_of(&self, side: Side) -> Texts {
        let language = match (side, self.views()) {
            (Side::Clerk, _) => self.options.language,
            (Side::Applicant, Some(views)) => views.applicant.language,
            (Side::Applicant, None) => self.card_language,
        };
        Texts::of(language)
    }

    /// The window of this side has the keyboard, be it that somebody gave it by hand.
    pub(super) fn focused(&mut self, window: Side) -> Task<Message> {
        if self.has_two() {
            self.side = window;
        }
        Task::none()
    }

    pub(super) fn on_key(&mut self, window: Side, event: &keyboard::Event, taken: bool) -> Task<Message> {
        let keyboard::Event::KeyPressed {
            key, modifiers, repeat, ..
        } = event
        else {
            return Task::none();
        };
        self.touch();
        let _ = self.focused(window);
        let side = self.side_in(window);
        match keymap::command(key, *modifiers, self.view_for(side), taken) {
            // A held key moves on through fields, and does nothing twice.
            Some(command) if !repeat || matches!(command, Command::NextField | Command::PreviousField) => {
                self.command(side, command)
            }
            _ => Task::none(),
        }
    }

    pub(super) fn cover_with(&mut self, cover: Cover) -> Task<Message> {
        self.cover = Some(cover);
        match cover {
            Cover::Handover(_) | Cover::Curtain => kit::focus::none(),
            Cover::Keys(_) | Cover::EndVisit | Cover::Session => kit::focus::to(Id::new(view::SAFE_ANSWER)),
            Cover::Receipt => kit::focus::to(Id::new(super::receipt::PRINT)),
        }
    }

    pub(super) fn uncover(&mut self) -> Task<Message> {
        self.touch();
        self.closing = false;
        match self.cover.take() {
            Some(Cover::Handover(side)) => self.side = side,
            // Whoever lifted it: it goes on where it was.
            Some(Cover::Curtain) if self.has_two() => return self.give_to(self.turn()),
            _ => {}
        }
        self.focus_first()
    }

    pub(super) fn focus_first(&self) -> Task<Message> {
        let first = match &self.stage {
            Stage::Visit(visit) => visit.screen.first(self.side),
            Stage::SignIn(card, _) => Some(card.first()),
            Stage::Start => match &self.supervision {
                Some(open) => Some(open.pages.first()),
                None => start::first(self.page),
            },
        };
        first.map_or_else(kit::focus::none, kit::focus::to)
    }

    /// Who is to act.
    pub(super) fn turn(&self) -> Side {
        match &self.stage {
            Stage::Visit(visit) => visit.screen.owner(),
            Stage::SignIn(..) => Side::Applicant,
            Stage::Start => Side::Clerk,
        }
    }

    /// The keyboard goes to this side: with two windows at once, with one when whoever sits there takes it.
    pub(super) fn give_to(&mut self, side: Side) -> Task<Message> {
        if self.has_two() {
            self.side = side;
            Task::batch([self.keyboard_to(side), self.focus_first()])
        } else {
            self.cover_with(Cover::Handover(side))
        }
    }

    /// The system gives the keyboard to the window of this side.
    pub(super) fn keyboard_to(&self, side: Side) -> Task<Message> {
        match (self.windows, side) {
            (Windows::One(Some(clerk)) | Windows::Two { clerk, .. }, Side::Clerk) => window::gain_focus(clerk),
            (Windows::One(_), _) => Task::none(),
            (Windows::Two { applicant, .. }, Side::Applicant) => window::gain_focus(applicant),
        }
    }

    /// With a window for each side, the keyboard goes to the clerk's, whoever is to act.
    pub(super) fn clerk_takes_the_keyboard(&mut self) -> Task<Message> {
        if !self.has_two() {
            return Task::none();
        }
        self.side = Side::Clerk;
        self.keyboard_to(Side::Clerk)
    }

    /// A step of a visit begins, and this side is to act.
    pub(super) fn begins_with(&mut self, owner: Side) -> Task<Message> {
        // The clerk is asked something: the answer is theirs, whatever the applicant has done meanwhile.
        if self.has_two() && self.cover == Some(Cover::EndVisit) {
            return Task::none();
        }
        self.cover = None;
        if owner == self.side {
            return self.focus_first();
        }
        self.give_to(owner)
    }

    pub(super) fn hand_over(&mut self) -> Task<Message> {
        let other = self.side.other();
        match &self.stage {
            Stage::Visit(visit) if self.side == Side::Clerk && visit.screen.owner() == Side::Clerk => Task::none(),
            Stage::Visit(_) => self.give_to(other),
            Stage::SignIn(..) if self.has_two() => self.give_to(other),
            Stage::SignIn(..) => self.close_card(),
            Stage::Start => Task::none(),
        }
    }

    /// The clerk wants to close the program: an open visit is to be ended first.
    pub(super) fn close(&mut self) -> Task<Message> {
        let over = match &self.stage {
            Stage::Visit(visit) | Stage::SignIn(_, Some(visit)) => visit.screen.is_over(),
            Stage::SignIn(_, None) | Stage::Start => true,
        };
        if over {
            return iced::exit();
        }
        self.closing = true;
        self.cover_with(Cover::EndVisit)
    }

    /// The applicant's own window is gone: from now on the clerk's changes hands, and shows nothing of theirs before.
    pub(super) fn alone(&mut self) -> Task<Message> {
        if let Windows::Two { clerk, .. } = self.windows {
            self.windows = Windows::One(Some(clerk));
        }
        self.side = Side::Clerk;
        match self.turn() {
            Side::Applicant => self.cover_with(Cover::Handover(Side::Applicant)),
            Side::Clerk => self.focus_first(),
        }
    }

    pub(super) fn change_language(&mut self, side: Side) -> Task<Message> {
        let next = self.texts_of(side).next_language();
        match (side, self.views()) {
            (Side::Clerk, _) => {
                self.options.language = next;
                Task::none()
            }
            (Side::Applicant, Some(_)) => self.ask(crate::desk::Request::Language(next)),
            (Side::Applicant, None) => {
                self.card_language = next;
                Task::none()
            }
        }
    }
}
