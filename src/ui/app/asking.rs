//! Questions to the desk, and what its answers change.

use std::sync::Arc;

use iced::Task;

use crate::desk::{ClerkStep, DeskError, Reply, Request, Status, Views};
use crate::domain::fact::Flow;
use crate::domain::id::Reference;
use crate::domain::recovery::Refusal;
use crate::ui::kit;
use crate::ui::screen::{self, Action, Screen, Side, sign_in};

use super::{App, Message, Past, Stage, Visit};

/// How many past visits the start page lists.
const LISTED: usize = 8;

impl App {
    /// Asks the desk about the open visit. A second press while it works does nothing.
    pub(super) fn ask(&mut self, request: Request) -> Task<Message> {
        let Some(visit) = self.views().map(|views| views.clerk.visit) else {
            return Task::none();
        };
        let desk = self.desk.clone();
        let only_due = matches!(request, Request::Tick);
        let task = self.run(
            async move { desk.request(visit, request).await.map(Box::new) },
            Message::Answered,
        );
        self.asked.only_due = only_due;
        task
    }

    pub(super) fn run<T: Send + 'static>(
        &mut self,
        work: impl Future<Output = Result<T, DeskError>> + Send + 'static,
        message: impl Fn(u64, Result<T, Arc<DeskError>>) -> Message + Send + 'static,
    ) -> Task<Message> {
        if self.is_busy() {
            return Task::none();
        }
        self.asked.number += 1;
        let number = self.asked.number;
        let (task, handle) = Task::perform(work, move |result| message(number, result.map_err(Arc::new))).abortable();
        self.asked.busy = Some(handle);
        self.asked.only_due = false;
        task
    }

    pub(super) fn begin(&mut self, flow: Flow) -> Task<Message> {
        self.supervision = None;
        let desk = self.desk.clone();
        // In a window of their own they have chosen by now.
        let language = if self.has_two() {
            self.card_language
        } else {
            self.options.language
        };
        self.run(
            async move { desk.open_visit(flow, language).await.map(Box::new) },
            Message::Answered,
        )
    }

    pub(super) fn answered(&mut self, number: u64, answer: Result<Box<Reply>, Arc<DeskError>>) -> Task<Message> {
        if number != self.asked.number {
            return Task::none();
        }
        self.asked.busy = None;
        self.now = self.desk.now();
        self.wall = self.desk.wall();
        match answer {
            Ok(reply) => {
                self.fault = None;
                self.no_longer_left(reply.views.clerk.visit);
                Task::batch([self.show(*reply), self.look_at_the_phone(), self.look_at_the_desk()])
            }
            Err(error) => self.failed(error),
        }
    }

    /// Shows what the desk answered; a step that belongs to the other side changes hands first.
    fn show(&mut self, reply: Reply) -> Task<Message> {
        let Reply { views, refusal } = reply;
        let goes_on = self.goes_on_back(&views.clerk.step, refusal.as_ref());
        let task = self.show_views(views, refusal);
        if goes_on {
            return self.ask(Request::Back);
        }
        task
    }

    /// Whether the way back to what is to be changed is not at its end yet.
    fn goes_on_back(&mut self, step: &ClerkStep, refusal: Option<&Refusal>) -> bool {
        let Some(target) = self.heading else { return false };
        let ends = refusal.is_some() || target.is_reached(step);
        self.heading = self.heading.filter(|_| !ends);
        !ends
    }

    fn show_views(&mut self, views: Views, refusal: Option<Refusal>) -> Task<Message> {
        let visit = match &mut self.stage {
            Stage::Visit(visit) => Some(visit),
            Stage::SignIn(_, visit) => visit.as_mut(),
            Stage::Start => None,
        };
        match visit {
            Some(visit) if visit.screen.fits(&views.clerk.step) => {
                let focus = visit.screen.refreshed(&views, refusal);
                visit.views = views;
                focus.map_or_else(Task::none, kit::focus::to)
            }
            _ => {
                let screen = Screen::of(&views);
                let owner = screen.owner();
                self.stage = Stage::Visit(Box::new(Visit { views, screen }));
                self.begins_with(owner)
            }
        }
    }

    fn failed(&mut self, error: Arc<DeskError>) -> Task<Message> {
        if let Stage::Visit(visit) = &mut self.stage {
            visit.screen.unanswered();
        }
        self.heading = None;
        match (&*error, &mut self.stage) {
            (DeskError::OwnIdentity, Stage::Visit(visit)) => {
                if let Some(field) = visit.screen.own_identity() {
                    return kit::focus::to(field);
                }
            }
            (DeskError::NotVouched(why), Stage::Visit(visit)) => {
                if let Some(field) = super::supervised::not_vouched(&mut visit.screen, *why) {
                    self.fault = None;
                    return kit::focus::to(field);
                }
            }
            (DeskError::NoVisit, _) => {
                self.show_start();
                self.fault = Some(error);
                let keyboard = self.keyboard_to(Side::Clerk);
                return Task::batch([keyboard, self.look_at_the_desk(), self.look_for_left_open()]);
            }
            _ => {}
        }
        tracing::warn!(%error, "the desk did not do what it was asked");
        self.fault = Some(error);
        self.look_at_the_desk()
    }

    pub(super) fn on_screen(&mut self, message: screen::Message) -> Task<Message> {
        self.touch();
        self.moved_on = false;
        // Behind the sign-in card the clerk's own window still shows the visit.
        let (Stage::Visit(visit) | Stage::SignIn(_, Some(visit))) = &mut self.stage else {
            return Task::none();
        };
        match visit.screen.update(message, &visit.views) {
            Action::None => Task::none(),
            Action::Ask(request) => self.ask(request),
            Action::Focus(id) => kit::focus::to(id),
            Action::MoveOn(id) => {
                self.moved_on = true;
                kit::focus::to(id)
            }
            Action::HandOver => self.hand_over(),
            Action::Next => self.next_visitor(),
            Action::Supervised => self.begin_supervised(),
            Action::Receipt => self.on_receipt(super::receipt::Event::Show),
            Action::TrySignIn => self.open_card(),
            Action::PageDown(id) => kit::reader::page_down(id),
            Action::BackTo(target) => {
                self.heading = Some(target);
                self.ask(Request::Back)
            }
        }
    }

    pub(super) fn end_visit(&mut self) -> Task<Message> {
        let Some(visit) = self.views().map(|views| views.clerk.visit) else {
            return Task::none();
        };
        if let Some(handle) = self.asked.busy.take() {
            // Its answer is not waited for; the desk ends the visit after whatever it is doing.
            handle.abort();
        }
        self.asked.number += 1;
        self.remember();
        self.show_start();
        let desk = self.desk.clone();
        let forget = Task::perform(async move { desk.next_visitor(visit).await }, |result| {
            Message::Forgotten(result.map_err(Arc::new))
        });
        let keyboard = self.keyboard_to(Side::Clerk);
        Task::batch([
            forget,
            iced::clipboard::write(String::new()),
            kit::focus::none(),
            keyboard,
        ])
    }

    /// Keeps the name of the visit that is left, for the list on the start page.
    fn remember(&mut self) {
        let Some(view) = self.views().map(|views| &views.clerk) else {
            return;
        };
        let completed = matches!(view.step, ClerkStep::Done { .. });
        self.list(view.reference, completed);
    }

    /// Keeps the name of a visit for the list on the start page.
    pub(super) fn list(&mut self, reference: Reference, completed: bool) {
        let past = Past {
            reference,
            left: self.desk.wall(),
            completed,
        };
        self.past.push(past);
        if self.past.len() > LISTED {
            self.past.remove(0);
        }
    }

    pub(super) fn show_start(&mut self) {
        self.stage = Stage::Start;
        self.page = self.first_page();
        self.side = Side::Clerk;
        self.cover = None;
        self.heading = None;
        self.enlarged = false;
        self.card_language = self.options.language;
        self.phone.clear();
        self.receipt = None;
        self.wiped = Some(self.desk.wall());
    }

    pub(super) fn forgotten(&mut self, result: Result<(), Arc<DeskError>>) -> Task<Message> {
        let closes = std::mem::take(&mut self.closing) && result.is_ok();
        self.fault = result.err();
        if closes {
            return iced::exit();
        }
        self.look_at_the_desk()
    }

    pub(super) fn open_card(&mut self) -> Task<Message> {
        let visit = match std::mem::replace(&mut self.stage, Stage::Start) {
            Stage::Visit(visit) => Some(visit),
            Stage::SignIn(_, visit) => visit,
            Stage::Start => None,
        };
        if !self.has_two() {
            self.card_language = self.options.language;
        }
        self.stage = Stage::SignIn(sign_in::State::new(), visit);
        self.cover = None;
        self.give_to(Side::Applicant)
    }

    pub(super) fn close_card(&mut self) -> Task<Message> {
        let stage = std::mem::replace(&mut self.stage, Stage::Start);
        self.stage = match stage {
            Stage::SignIn(_, Some(visit)) => Stage::Visit(visit),
            Stage::SignIn(_, None) | Stage::Start => Stage::Start,
            Stage::Visit(visit) => Stage::Visit(visit),
        };
        self.cover = None;
        self.give_to(Side::Clerk)
    }

    pub(super) fn on_card(&mut self, message: sign_in::Message) -> Task<Message> {
        self.touch();
        let Stage::SignIn(card, _) = &mut self.stage else {
            return Task::none();
        };
        match card.update(message) {
            sign_in::Action::None => Task::none(),
            sign_in::Action::Focus(id) => kit::focus::to(id),
            sign_in::Action::Close => self.close_card(),
            sign_in::Action::Try(username, password) => {
                let desk = self.desk.clone();
                self.run(
                    async move { desk.try_sign_in(username, password).await },
                    Message::Tried,
                )
            }
        }
    }

    pub(super) fn tried(&mut self, number: u64, answer: Result<bool, Arc<DeskError>>) -> Task<Message> {
        if number != self.asked.number {
            return Task::none();
        }
        self.asked.busy = None;
        match (answer, &mut self.stage) {
            (Ok(agreed), Stage::SignIn(card, _)) => kit::focus::to(card.answered(agreed)),
            (Ok(_), _) => Task::none(),
            (Err(error), _) => self.failed(error),
        }
    }

    pub(super) fn look_at_the_desk(&self) -> Task<Message> {
        let desk = self.desk.clone();
        Task::perform(async move { desk.status().await }, |result| {
            Message::Status(result.map_err(Arc::new))
        })
    }

    pub(super) fn on_status(&mut self, result: Result<Status, Arc<DeskError>>) -> Task<Message> {
        match result {
            Ok(status) => self.status = Some(status),
            Err(error) => self.fault = Some(error),
        }
        Task::none()
    }

    pub(super) fn look_at_the_phone(&self) -> Task<Message> {
        match (self.desk.phone(), self.views()) {
            (Some(phone), Some(_)) => Task::done(Message::Phone(phone.messages())),
            _ => Task::none(),
        }
    }
}
