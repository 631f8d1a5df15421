//! The receipt of a visit in which something was done: shown to the clerk, printed, and saved as a file. It is in the
//! applicant's language, which need not be the clerk's.

use std::path::PathBuf;
use std::sync::Arc;

use iced::widget::{Column, Row, Space, container};
use iced::{Element, Length, Task};

use crate::desk::{ClerkStep, DeskError, PrintError, ReceiptError};
use crate::domain::id::VisitId;
use crate::domain::receipt::{Part, Platform, Receipt, ReceiptForm, Sheet};
use crate::i18n::{Direction, Texts, Trouble, bidi, receipt};
use crate::ui::direction;
use crate::ui::kit::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::TypeStyle;

use super::view::trouble;
use super::{App, Cover, Message};

/// The button that prints: it has the keyboard when the receipt opens.
pub(super) const PRINT: &str = "print-receipt";

/// How much of the sheet is in sight, in px at text scale 100 %.
const PAPER: f32 = 420.0;

/// The receipt that is shown.
pub(super) struct Open {
    visit: VisitId,
    /// None until the desk has answered.
    sheet: Option<Sheet>,
    /// What is to become of it as soon as it is there.
    wish: Option<ReceiptForm>,
    given: Given,
}

/// What became of it.
enum Given {
    NotYet,
    Working,
    Printed,
    Saved(PathBuf),
    Not(Arc<ReceiptError>),
}

/// What is to be done with the receipt, and what was.
#[derive(Clone, Debug)]
pub enum Event {
    /// It is to be shown.
    Show,
    /// Here it is.
    Found(Result<Box<Receipt>, Arc<DeskError>>),
    /// It is to be printed or saved; where it is not shown yet, it is shown first.
    Give(ReceiptForm),
    /// The printer has answered.
    Printed(VisitId, Result<(), Arc<ReceiptError>>),
    /// It lies here.
    Saved(VisitId, Result<PathBuf, Arc<ReceiptError>>),
}

impl App {
    /// What happened to the receipt.
    pub(super) fn on_receipt(&mut self, event: Event) -> Task<Message> {
        self.touched = self.desk.now();
        match event {
            Event::Show => self.ask_for_receipt(None),
            Event::Found(result) => self.found_receipt(result),
            Event::Give(form) if self.cover != Some(Cover::Receipt) => self.ask_for_receipt(Some(form)),
            Event::Give(form) => self.give(form),
            Event::Printed(visit, result) => self.given(visit, result.map(|()| Given::Printed)),
            Event::Saved(visit, result) => self.given(visit, result.map(Given::Saved)),
        }
    }

    /// Whether a printer or a file is waited for.
    pub(super) fn gives_receipt(&self) -> bool {
        matches!(&self.receipt, Some(open) if matches!(open.given, Given::Working))
    }

    fn is_done(&self) -> bool {
        self.views()
            .is_some_and(|views| matches!(views.clerk.step, ClerkStep::Done { .. }))
    }

    fn ask_for_receipt(&mut self, wish: Option<ReceiptForm>) -> Task<Message> {
        let Some(visit) = self.views().map(|views| views.clerk.visit).filter(|_| self.is_done()) else {
            return Task::none();
        };
        match &self.receipt {
            // While it is being handed over, it is only shown again.
            Some(open) if matches!(open.given, Given::Working) && open.sheet.is_some() => {
                return self.cover_with(Cover::Receipt);
            }
            Some(open) if matches!(open.given, Given::Working) => return Task::none(),
            _ => {}
        }
        self.receipt = Some(Open {
            visit,
            sheet: None,
            wish,
            given: Given::Working,
        });
        let (desk, platform) = (self.desk.clone(), self.platform_of_receipt());
        Task::perform(async move { desk.receipt(visit, platform).await }, |result| {
            Message::Receipt(Event::Found(result.map(Box::new).map_err(Arc::new)))
        })
    }

    fn found_receipt(&mut self, result: Result<Box<Receipt>, Arc<DeskError>>) -> Task<Message> {
        match (result, &mut self.receipt) {
            (Ok(found), Some(open)) => {
                open.sheet = Some(receipt::sheet(&found));
                open.given = Given::NotYet;
                let wish = open.wish.take();
                let shown = self.cover_with(Cover::Receipt);
                Task::batch([shown, wish.map_or_else(Task::none, |form| self.give(form))])
            }
            (Ok(_), None) => Task::none(),
            (Err(error), _) => {
                self.receipt = None;
                self.fault = Some(error);
                Task::none()
            }
        }
    }

    /// Prints or saves what is shown. A second press while that is under way does nothing.
    fn give(&mut self, form: ReceiptForm) -> Task<Message> {
        let platform = self.platform_of_receipt();
        let visit = match &mut self.receipt {
            Some(open) if !matches!(open.given, Given::Working) => {
                open.given = Given::Working;
                open.visit
            }
            _ => return Task::none(),
        };
        let desk = self.desk.clone();
        let work = async move {
            match form {
                ReceiptForm::Printed => {
                    let result = desk.print_receipt(visit, platform).await;
                    Event::Printed(visit, result.map_err(Arc::new))
                }
                ReceiptForm::Saved => {
                    let result = desk.save_receipt(visit, platform).await;
                    Event::Saved(visit, result.map_err(Arc::new))
                }
            }
        };
        Task::perform(work, Message::Receipt)
    }

    /// What came of it. An answer that comes when another visit's receipt is shown, or none, is nobody's any more.
    fn given(&mut self, visit: VisitId, result: Result<Given, Arc<ReceiptError>>) -> Task<Message> {
        if let Some(open) = self.receipt.as_mut().filter(|open| open.visit == visit) {
            open.given = result.unwrap_or_else(|error| {
                tracing::warn!(%error, "the receipt was not handed over");
                Given::Not(error)
            });
        }
        self.look_at_the_desk()
    }

    fn platform_of_receipt(&self) -> Platform {
        Platform {
            name: self.options.platform.clone(),
            address: self.address(),
        }
    }

    /// The receipt over `base`.
    pub(super) fn receipt_view<'a>(&'a self, scene: Scene, base: Element<'a, Message>) -> Element<'a, Message> {
        let Some((open, shown)) = self
            .receipt
            .as_ref()
            .and_then(|open| Some((open, open.sheet.as_ref()?)))
        else {
            return base;
        };
        let Scene { look, texts, .. } = scene;
        let print = kit::button(look, texts.receipt_print())
            .primary()
            .key(texts.key_enter())
            .id(PRINT)
            .busy_maybe(self.gives_receipt().then(|| texts.receipt_working()))
            .on_press(Message::Receipt(Event::Give(ReceiptForm::Printed)));
        let save = kit::button(look, texts.receipt_save())
            .key("F7")
            .on_press(Message::Receipt(Event::Give(ReceiptForm::Saved)));
        let close = kit::button(look, texts.action_close())
            .key(texts.key_escape())
            .on_press(Message::Uncover);
        // The buttons stay in sight, however long the sheet is.
        let paper = kit::scroll(look, texts.receipt_open(), sheet(scene, shown)).height(look.px(PAPER));
        let below = Column::with_children([paper.into()])
            .extend(became(scene, &open.given))
            .push(Space::new().height(4))
            .push(kit::actions(save, print))
            .push(close)
            .spacing(12);
        kit::dialog(look, base, texts.receipt_open(), String::new(), below)
    }
}

/// The sheet in the language of its reader, as wide as there is room.
fn sheet<'a>(scene: Scene, sheet: &Sheet) -> Element<'a, Message> {
    let mut look = scene.look;
    look.direction = match Texts::of(sheet.language).direction() {
        Direction::RightToLeft => direction::Direction::RightToLeft,
        Direction::LeftToRight => direction::Direction::LeftToRight,
    };
    let parts = sheet.parts.iter().map(|part| match part {
        Part::Notice(text) => kit::note(look, Tone::Warn, text.clone()).into(),
        Part::Row { label, value } => Row::with_children([
            container(kit::caption(look, label.clone()).fill())
                .width(Length::FillPortion(2))
                .into(),
            container(kit::text(look, TypeStyle::SmallMedium, value.clone()).fill())
                .width(Length::FillPortion(5))
                .into(),
        ])
        .spacing(8)
        .into(),
        Part::Heading(text) => kit::text(look, TypeStyle::Label, text.clone()).fill().into(),
        Part::Item(text) | Part::Paragraph(text) => kit::small(look, text.clone()).fill().into(),
    });
    let title = kit::strong(look, sheet.title.clone()).fill();
    let page = Column::with_children([title.into()]).extend(parts).spacing(4);
    kit::quiet_box(look, page).width(Length::Fill).into()
}

/// What became of it, where something did.
fn became<'a>(scene: Scene, given: &Given) -> Option<Element<'a, Message>> {
    let Scene { look, texts, .. } = scene;
    Some(match given {
        Given::NotYet | Given::Working => return None,
        Given::Printed => kit::note(look, Tone::Good, texts.receipt_printed()).into(),
        Given::Saved(path) => kit::note(look, Tone::Good, bidi::island(&path.display().to_string()))
            .title(texts.receipt_saved())
            .into(),
        Given::Not(error) => {
            let Trouble { what, advice } = why_not(scene, error);
            kit::note(look, Tone::Error, advice).title(what).into()
        }
    })
}

/// Why it was not handed over, and what to do.
fn why_not(scene: Scene, error: &ReceiptError) -> Trouble {
    let texts = scene.texts;
    let (what, advice) = match error {
        ReceiptError::Desk(error) => return trouble(scene, error),
        ReceiptError::Typeset(_) => (texts.receipt_not_set(), texts.receipt_not_set_do()),
        ReceiptError::Save(_) => (texts.receipt_not_saved(), texts.receipt_not_saved_do()),
        ReceiptError::Print(PrintError::NoSpooler) => (texts.receipt_no_spooler(), texts.receipt_no_spooler_do()),
        ReceiptError::Print(PrintError::Refused(_)) => (texts.receipt_refused(), texts.receipt_refused_do()),
        ReceiptError::Print(PrintError::TimedOut) => (texts.receipt_timed_out(), texts.receipt_timed_out_do()),
        ReceiptError::Print(PrintError::Io(_)) => (texts.receipt_not_printed(), texts.receipt_not_printed_do()),
    };
    Trouble { what, advice }
}
