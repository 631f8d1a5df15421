//! The supervisor's pages, over everything that the tour did before.

use iced::keyboard::key::Named;

use crate::domain::language::Language;
use crate::ui::App;
use crate::ui::screen::supervision::Page;

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
    walker.press(Named::ArrowDown)?;
    walker.at_page(Page::Week)?;
    walker.picture("supervision-week")?;
    walker.press(Named::ArrowDown)?;
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

    fn ledger(&mut self) -> Result<(), TourError> {
        // From the rail past its button, the page, the button of the check and three pickers, into the field.
        for _ in 0..7 {
            self.press(Named::Tab)?;
        }
        self.type_text("not a reference")?;
        self.press(Named::Enter)?;
        self.picture("supervision-search-unreadable")?;
        self.retype(person::IDENTITY)?;
        self.press(Named::Enter)?;
        self.picture("supervision-search-person")?;
        self.press(Named::Tab)?;
        self.press(Named::ArrowDown)?;
        self.press(Named::ArrowDown)?;
        self.picture("supervision-story")?;
        self.press(Named::PageDown)?;
        self.picture("supervision-ledger-page")?;
        self.host.send(crate::ui::Message::Supervision(
            crate::ui::screen::supervision::Message::Check,
        ))?;
        self.rest()?;
        self.picture("supervision-ledger-checked")?;
        self.in_every_look("supervision-ledger")
    }
}
