//! The supervisor's pages, over everything that the tour did before.

use iced::keyboard::key::Named;

use crate::domain::language::Language;
use crate::ui::screen::Side;
use crate::ui::screen::supervision::{self, Page};
use crate::ui::{App, Message};

use super::{TourError, Visitor, Walker, World, person};

/// A supervisor looks at the day, the week and the ledger.
pub(super) fn walk(world: &World, language: Language, visitor: &mut Visitor<'_>) -> Result<(), TourError> {
    let desk = world.supervisors_desk(language)?;
    let mut walker = Walker::start_quietly(world, desk, language, visitor)?;
    walker.picture("start-supervisor")?;
    walker.type_text("5")?;
    walker.rest()?;
    walker.at_page(Page::Day)?;
    walker.picture("supervision-day")?;
    walker.turn_to(Page::Week)?;
    walker.picture("supervision-week")?;
    walker.search()?;
    walker.at_page(Page::Ledger)?;
    walker.picture("supervision-ledger")?;
    walker.ledger()?;
    walker.press(Named::Escape)?;
    walker.expect("start page", |app| app.supervision_page().is_none())?;
    walker.type_text("5")?;
    walker.rest()?;
    walker.in_every_look("supervision-day")
}

impl Walker<'_, '_> {
    fn at_page(&self, page: Page) -> Result<(), TourError> {
        self.expect("page of supervision", |app: &App| app.supervision_page() == Some(page))
    }

    fn turn_to(&mut self, page: Page) -> Result<(), TourError> {
        self.host.send(Message::Supervision(supervision::Message::Page(page)))?;
        self.rest()?;
        self.at_page(page)
    }

    fn search(&mut self) -> Result<(), TourError> {
        self.host.press_letter(iced::keyboard::Modifiers::CTRL, 'f')?;
        self.rest()
    }

    fn save_the_list(&mut self) -> Result<(), TourError> {
        let save = self.host.program().0.scene(Side::Clerk).texts.centre_export_csv();
        while self.host.focused().is_none_or(|node| node.name != save) {
            self.press(Named::Tab)?;
        }
        self.press(Named::Enter)
    }

    fn ledger(&mut self) -> Result<(), TourError> {
        self.search()?;
        self.type_text("not a reference")?;
        self.press(Named::Enter)?;
        self.picture("supervision-search-unreadable")?;
        self.search()?;
        self.retype(person::IDENTITY)?;
        self.press(Named::Tab)?;
        self.picture("supervision-search-hidden")?;
        self.search()?;
        self.press(Named::Enter)?;
        self.picture("supervision-search-person")?;
        let choose = supervision::LedgerMessage::Choose(2);
        self.host
            .send(Message::Supervision(supervision::Message::Ledger(choose)))?;
        self.rest()?;
        self.picture("supervision-story")?;
        self.press(Named::PageDown)?;
        self.picture("supervision-ledger-page")?;
        self.host.send(Message::Supervision(supervision::Message::Check))?;
        self.rest()?;
        self.picture("supervision-ledger-checked")?;
        self.in_every_look("supervision-ledger")?;
        self.world.cabinet().fail_next(std::io::ErrorKind::StorageFull);
        self.save_the_list()?;
        self.picture("supervision-not-exported")?;
        self.save_the_list()?;
        self.picture("supervision-exported")
    }
}
