//! The program as one value: the screens, and what outlives a screen. Only here are screens swapped, sides changed
//! and the desk asked.

mod asking;
mod beside;
mod doors;
mod hands;
mod left_open;
mod receipt;
pub mod staff;
mod supervised;
mod supervising;
mod view;

use std::sync::Arc;

use iced::{Point, Size, Task, keyboard, window};

use crate::desk::export::{ExportError, Exported};
use crate::desk::{Desk, DeskError, LeftOpen, Reply, ShownMessage, Status, Views};
use crate::domain::fact::Flow;
use crate::domain::language::Language;
use crate::domain::receipt::ReceiptForm;
use crate::domain::time::Timestamp;

use super::keymap::Command;
use super::kit;
use super::screen::{self, Screen, Side, registration, sign_in, start, supervision};
use super::shell::rail::Past;
use super::theme::{PaletteName, Scale};

pub use hands::Windows;

/// How the program opens.
#[derive(Clone, Debug)]
pub struct Options {
    /// The clerk's language.
    pub language: Language,
    /// Whether somebody asked for that language: else the one that was chosen at the first start takes its place.
    pub language_is_asked: bool,
    /// The colours.
    pub palette: PaletteName,
    /// The text scale.
    pub scale: Scale,
    /// The platform's name; that of the language where the configuration has none.
    pub platform: Option<String>,
    /// The platform's web address; the usual one where the configuration has none.
    pub address: Option<String>,
    /// The password of made-up staff, which training tells everybody.
    pub practice_password: Option<String>,
    /// Where the applicant's own window stands; without a place both sides share one.
    pub applicant_window: Option<Place>,
}

/// A place on the screens of the machine, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its first corner.
    pub corner: Point,
    /// How large the window is; without a size it fills the screen that it begins on.
    pub size: Option<Size>,
}

impl Place {
    /// From `x` and `y` on; as large as `size` says (width, height), or as the screen there.
    pub fn new(x: i32, y: i32, size: Option<[u16; 2]>) -> Self {
        Self {
            corner: Point::new(x as f32, y as f32),
            size: size.map(|[width, height]| Size::new(f32::from(width), f32::from(height))),
        }
    }
}

/// The program.
pub struct App {
    desk: Desk,
    options: Options,
    windows: Windows,
    /// The window that marks where the applicant's would stand, while it is open.
    mark: Option<window::Id>,
    /// How large the window of each side is, or the one of both.
    sizes: [Size; 2],
    now: Timestamp,
    wall: Timestamp,
    status: Option<Status>,
    stage: Stage,
    /// Which page is open while no visit is.
    page: start::Page,
    /// Who has the keyboard.
    side: Side,
    cover: Option<Cover>,
    /// The clerk wants to close the program as soon as the visit has ended.
    closing: bool,
    /// The applicant's larger type.
    enlarged: bool,
    /// The applicant's language outside a visit.
    card_language: Language,
    wiped: Option<Timestamp>,
    /// The latest visits since the program was opened, the newest last.
    past: Vec<Past>,
    touched: Timestamp,
    asked: Asked,
    fault: Option<Arc<DeskError>>,
    phone: Vec<ShownMessage>,
    /// The receipt, while it is shown.
    receipt: Option<receipt::Open>,
    /// To where the applicant goes back, step by step.
    heading: Option<registration::Target>,
    /// Whether the keyboard has just gone on by itself: whoever presses Tab now, out of habit, is there already.
    moved_on: bool,
    /// Visits that were open when the program stopped, and wait for the word of this clerk.
    left_open: Vec<LeftOpen>,
    /// The supervisor's pages, while they are open.
    supervision: Option<supervising::Supervision>,
    /// Who is at the desk, and what stands before it as long as nobody is.
    keeper: staff::Keeper,
    /// The page on which a change of a mobile is stopped.
    stopping: screen::stop::State,
}

/// What the window is about.
enum Stage {
    /// No visit is open.
    Start,
    /// A visit.
    Visit(Box<Visit>),
    /// The sign-in card; the visit it was opened from waits behind it.
    SignIn(sign_in::State, Option<Box<Visit>>),
}

/// An open visit and its screen.
struct Visit {
    views: Views,
    screen: Screen,
}

impl Visit {
    /// Which step it is, from 0, and of how many, for the applicant's bars.
    fn bars(&self) -> (usize, usize) {
        use crate::desk::ClerkStep;
        use crate::domain::recovery::proven::Outcome;
        match self.views.clerk.step {
            ClerkStep::Done {
                outcome: Outcome::Registered,
                ..
            } => (registration::STEPS - 1, registration::STEPS),
            _ => (self.screen.place(), self.screen.steps()),
        }
    }
}

/// What lies over everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// The screen changes hands; nothing of either side is shown until the other one takes it.
    Handover(Side),
    /// Nobody touched the desk for a while, or the clerk let the curtain fall.
    Curtain,
    /// The keys of what this side sees.
    Keys(Side),
    /// Whether the visit is to be ended.
    EndVisit,
    /// What whoever is here can do for themselves.
    Session,
    /// The receipt of the visit.
    Receipt,
}

/// What the desk is doing, if anything: the answers of earlier questions are not waited for any more.
#[derive(Default)]
struct Asked {
    number: u64,
    busy: Option<iced::task::Handle>,
    /// Whether it was only asked what is due: nobody waits for that, and what a person asks goes first.
    only_due: bool,
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Message {
    /// On the screen of a visit.
    Screen(screen::Message),
    /// On the start page.
    Start(start::Message),
    /// On the sign-in card.
    SignIn(sign_in::Message),
    /// The desk has answered the question with this number.
    Answered(u64, Result<Box<Reply>, Arc<DeskError>>),
    /// The sign-in card's question was answered.
    Tried(u64, Result<bool, Arc<DeskError>>),
    /// A visit was forgotten.
    Forgotten(Result<(), Arc<DeskError>>),
    /// What can be resumed.
    LeftOpen(Result<Vec<LeftOpen>, Arc<DeskError>>),
    /// How the desk stands.
    Status(Result<Status, Arc<DeskError>>),
    /// About the receipt of the visit.
    Receipt(receipt::Event),
    /// What the phone shows.
    Phone(Vec<ShownMessage>),
    /// A key was pressed in the window of this side; whether a control took it.
    Key(Side, keyboard::Event, bool),
    /// The window of this side has the keyboard now.
    Focused(Side),
    /// The clerk wants to close the program.
    Close,
    /// The applicant's own window is gone.
    Alone,
    /// The mark in this window has stood long enough.
    MarkOver(window::Id),
    /// A pointer or a key was used.
    Touched,
    /// The window of this side has another size.
    Resized(Side, Size),
    /// A second has passed.
    Tick,
    /// A command of this side, by key or by button.
    Command(Side, Command),
    /// The covered side is taken.
    Uncover,
    /// The visit is to be ended after all.
    EndVisit,
    /// The applicant's type grows, or shrinks again.
    TextSize,
    /// On a page of staff.
    Staff(staff::Message),
    /// A change of a mobile was stopped, if there was one.
    Stopped(Result<(), Arc<DeskError>>),
    /// On the supervisor's pages.
    Supervision(supervision::Message),
    /// These frames of the ledger were read.
    LedgerRead(
        std::ops::Range<u64>,
        Result<Vec<crate::domain::report::Line>, Arc<DeskError>>,
    ),
    /// What is listed of the ledger became a file, or not.
    LedgerExported(Result<Exported, Arc<ExportError>>),
    /// Who works at the desk.
    StaffListed(Result<Vec<crate::domain::staff::Member>, Arc<DeskError>>),
    /// The desk said how the ledger knows a person.
    LedgerKnown(Result<crate::desk::reading::Known, Arc<DeskError>>),
}

impl App {
    /// The program on a desk, at the start page.
    pub fn new(desk: Desk, options: Options) -> (Self, Task<Message>) {
        let (now, wall) = (desk.now(), desk.wall());
        let app = Self {
            windows: Windows::One(None),
            mark: None,
            sizes: [Size::new(1280.0, 800.0); 2],
            now,
            wall,
            status: None,
            stage: Stage::Start,
            page: start::Page::Doors,
            side: Side::Clerk,
            cover: None,
            closing: false,
            enlarged: false,
            card_language: options.language,
            wiped: None,
            past: Vec::new(),
            touched: now,
            asked: Asked::default(),
            fault: None,
            phone: Vec::new(),
            receipt: None,
            heading: None,
            moved_on: false,
            left_open: Vec::new(),
            supervision: None,
            keeper: staff::Keeper::new(desk.staff()),
            stopping: screen::stop::State::default(),
            options,
            desk,
        };
        let task = Task::batch([app.look_at_the_desk(), app.look_for_left_open(), app.look_at_the_seat()]);
        (app, task)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Screen(message) => self.on_screen(message),
            Message::Start(message) => self.on_start(message),
            Message::SignIn(message) => self.on_card(message),
            Message::Answered(number, answer) => self.answered(number, answer),
            Message::Tried(number, answer) => self.tried(number, answer),
            Message::Forgotten(result) => self.forgotten(result),
            Message::LeftOpen(result) => self.found_left_open(result),
            Message::Status(result) => self.on_status(result),
            Message::Receipt(event) => self.on_receipt(event),
            Message::Phone(messages) => {
                self.phone = messages;
                Task::none()
            }
            Message::Key(window, event, taken) => self.on_key(window, &event, taken),
            Message::Focused(window) => self.focused(window),
            Message::Close => self.close(),
            Message::Alone => self.alone(),
            Message::MarkOver(window) => self.mark_over(window),
            Message::Touched => {
                self.touch();
                Task::none()
            }
            Message::Resized(window, size) => {
                self.sizes[window.place()] = size;
                Task::none()
            }
            Message::Tick => self.tick(),
            Message::Command(side, command) => self.command(side, command),
            Message::Uncover => self.uncover(),
            Message::EndVisit => self.end_visit(),
            Message::TextSize => {
                self.enlarged = !self.enlarged;
                Task::none()
            }
            Message::Staff(message) => self.on_staff(message),
            Message::Stopped(result) => self.stopped(result),
            Message::Supervision(message) => self.on_supervision(message),
            Message::LedgerRead(frames, lines) => self.ledger_read(&frames, lines),
            Message::LedgerExported(result) => self.ledger_exported(result),
            Message::StaffListed(members) => self.staff_listed(members),
            Message::LedgerKnown(known) => self.ledger_known(known),
        }
    }

    /// Other colours, another text scale.
    pub fn set_look(&mut self, palette: PaletteName, scale: Scale) {
        self.options.palette = palette;
        self.options.scale = scale;
    }

    /// Whether something on the screen counts time, so that it is to be drawn every second.
    pub fn counts_time(&self) -> bool {
        let paused = self.paused_until();
        let waits = matches!(self.stage, Stage::Start) && self.page == start::Page::LeftOpen;
        matches!(self.stage, Stage::Visit(_))
            || waits
            || self.counts_before()
            || paused.is_some_and(|until| until > self.now)
    }

    /// Until when this desk takes no recovery, as far as is known.
    pub fn paused_until(&self) -> Option<Timestamp> {
        self.status.as_ref().and_then(|status| status.paused_until)
    }

    /// Which page is open while no visit is.
    pub const fn page(&self) -> start::Page {
        self.page
    }

    /// What covers everything, if anything does.
    pub const fn cover(&self) -> Option<Cover> {
        self.cover
    }

    /// The open visit as both sides see it.
    pub fn views(&self) -> Option<&Views> {
        match &self.stage {
            Stage::Visit(visit) => Some(&visit.views),
            Stage::SignIn(_, visit) => visit.as_ref().map(|visit| &visit.views),
            Stage::Start => None,
        }
    }

    /// Whether an answer of the desk is on its way, be it only to the question what is due.
    pub fn is_asking(&self) -> bool {
        self.asked.busy.is_some() || self.is_busy_before() || self.reads_ledger() || self.gives_receipt()
    }

    /// Whether the desk is at work on what was asked.
    pub const fn is_busy(&self) -> bool {
        self.asked.busy.is_some() && !self.asked.only_due
    }

    fn command(&mut self, side: Side, command: Command) -> Task<Message> {
        let moved_on = std::mem::take(&mut self.moved_on);
        match (self.keeper.is_shut(), side) {
            (true, Side::Applicant) if self.has_two() => return Task::none(),
            (true, _) => return self.command_before(command),
            (false, _) => {}
        }
        match (command, self.cover_over(side)) {
            (Command::NextField, _) if moved_on => Task::none(),
            (Command::NextField, _) => kit::focus::next_of(self.look_of(side).audience),
            (Command::PreviousField, _) => kit::focus::previous_of(self.look_of(side).audience),
            (Command::Lock, _) => self.lock(),
            (Command::Primary | Command::HandOver, Some(Cover::Handover(_) | Cover::Curtain)) => self.uncover(),
            (Command::Back | Command::Keys | Command::Primary, Some(Cover::Keys(_))) => self.uncover(),
            (Command::Back, Some(Cover::EndVisit | Cover::Session | Cover::Receipt)) => self.uncover(),
            (Command::Session, Some(Cover::Session)) => self.uncover(),
            (Command::Primary, Some(Cover::Receipt)) | (Command::PrintReceipt, Some(Cover::Receipt) | None) => {
                self.on_receipt(receipt::Event::Give(ReceiptForm::Printed))
            }
            (Command::SaveReceipt, Some(Cover::Receipt) | None) => {
                self.on_receipt(receipt::Event::Give(ReceiptForm::Saved))
            }
            (Command::NextVisitor, Some(Cover::EndVisit)) => self.end_visit(),
            (Command::Language, _) => self.change_language(side),
            (_, Some(_)) => Task::none(),
            (Command::Primary, None) => self.primary(),
            (Command::Back, None) => self.back(),
            (Command::Receipt, None) => self.on_receipt(receipt::Event::Show),
            (Command::Keys, None) => self.cover_with(Cover::Keys(side)),
            (Command::Session, None) => self.cover_with(Cover::Session),
            (Command::NextVisitor, None) => self.next_visitor(),
            (Command::HandOver, None) => self.hand_over(),
            (Command::Door(number), None) => self.door(number),
            (Command::Search, None) => self.search(),
            (Command::PageBack, None) => self.leaf(supervision::Direction::Later),
            (Command::PageOn, None) => self.leaf(supervision::Direction::Earlier),
        }
    }

    fn primary(&mut self) -> Task<Message> {
        let side = self.side;
        match &self.stage {
            // In their own windows, the applicant opens nothing, and the clerk submits nothing of theirs.
            Stage::Start if side == Side::Applicant => Task::none(),
            Stage::SignIn(..) if side == Side::Clerk && self.has_two() => self.hand_over(),
            Stage::Visit(visit) => match visit.screen.primary(side) {
                Some(message) => self.on_screen(message),
                None => self.hand_over(),
            },
            Stage::SignIn(..) => self.on_card(sign_in::Message::Submit),
            Stage::Start => self.start_primary(),
        }
    }

    fn back(&mut self) -> Task<Message> {
        match &self.stage {
            Stage::SignIn(..) => self.close_card(),
            Stage::Start if self.side == Side::Applicant => Task::none(),
            Stage::Start if self.supervision.is_some() => self.close_supervision(),
            Stage::Start => self.turn_to(self.first_page()),
            Stage::Visit(visit) => match visit.screen.back(self.side) {
                Some(message) if !self.is_busy() => self.on_screen(message),
                _ => Task::none(),
            },
        }
    }

    fn next_visitor(&mut self) -> Task<Message> {
        match &self.stage {
            Stage::Start if self.page == start::Page::LeftOpen => self.give_up(),
            Stage::Start => self.begin(Flow::ForgottenPassword),
            Stage::Visit(visit) if visit.screen.is_over() => self.end_visit(),
            Stage::Visit(_) => self.cover_with(Cover::EndVisit),
            Stage::SignIn(..) => self.close_card(),
        }
    }

    fn tick(&mut self) -> Task<Message> {
        self.now = self.desk.now();
        self.wall = self.desk.wall();
        let over = self
            .views()
            .is_some_and(|views| self.now >= views.clerk.idle_end || self.now >= views.clerk.life_end);
        let in_visit = matches!(self.stage, Stage::Visit(_));
        let mut tasks = vec![self.look_at_the_phone()];
        if in_visit && self.asked.busy.is_none() && (over || self.waits_for_a_message()) {
            tasks.push(self.ask(crate::desk::Request::Tick));
        }
        tasks.push(self.idle());
        tasks.push(self.look_at_the_desk());
        tasks.push(self.read_ledger());
        tasks.push(self.look_at_the_seat());
        Task::batch(tasks)
    }

    /// A desk that nobody touches lets the curtain fall over all that people typed, whatever page or question is open;
    /// later the sign-in card closes by itself, as a visit ends.
    fn idle(&mut self) -> Task<Message> {
        let idle = self.now.since(self.touched);
        let visit = &self.desk.policy().visit;
        let (curtain, end) = (visit.idle_curtain, visit.idle_end);
        match &self.stage {
            Stage::Start => Task::none(),
            Stage::SignIn(..) if idle >= end => self.close_card(),
            _ if idle < curtain || matches!(self.cover, Some(Cover::Curtain | Cover::Handover(_))) => Task::none(),
            _ => self.cover_with(Cover::Curtain),
        }
    }

    fn waits_for_a_message(&self) -> bool {
        use crate::desk::ClerkStep;
        let step = self.views().map(|views| &views.clerk.step);
        matches!(
            step,
            Some(ClerkStep::Code(_) | ClerkStep::Registering(crate::desk::Stage::Codes { .. }))
        )
    }
}
