//! A visit that was open when the program stopped: offered at the next start, resumed, or too late.

use std::time::Duration;

use iced::keyboard::key::Named;

use crate::desk::ClerkStep;
use crate::domain::language::Language;
use crate::ui::screen::Side;
use crate::ui::screen::start::Page;

use super::{TourError, Visitor, Walker, World, person};

/// Stops the program twice in the middle of a visit, and starts it again.
pub(super) fn walk(world: &World, language: Language, visitor: &mut Visitor<'_>) -> Result<(), TourError> {
    // Whatever made the desk pause before is over.
    world.pass(Duration::from_secs(600));
    let mut walker = Walker::start_quietly(world, world.bare_desk(language, true)?, language, visitor)?;
    walker.reach_identity("8278")?;
    walker.type_text(person::IDENTITY)?;
    walker.type_text(person::MOBILE)?;
    walker.press(Named::Enter)?;
    walker.is_at("questions", |step| matches!(step, ClerkStep::Questions { .. }))?;
    world.pass(Duration::from_secs(40));

    let mut walker = Walker::start_quietly(world, world.bare_desk(language, true)?, language, visitor)?;
    walker.offered()?;
    walker.picture("left-open")?;
    walker.in_every_look("left-open")?;
    walker.press(Named::Escape)?;
    walker.press(Named::Enter)?;
    walker.expect("no answer by chance", |app| {
        app.page() == Page::LeftOpen && app.views().is_none()
    })?;
    walker.type_text("1")?;
    walker.rest()?;
    walker.take(Side::Applicant)?;
    walker.is_at("resumed", |step| matches!(step, ClerkStep::Questions { missed: 0, .. }))?;
    walker.picture("left-open-resumed")?;
    walker.host.send(crate::ui::Message::EndVisit)?;
    walker.press(Named::F4)?;
    walker.is_at("document", |step| matches!(step, ClerkStep::Document))?;

    let mut walker = Walker::start_quietly(world, world.bare_desk(language, true)?, language, visitor)?;
    walker.offered()?;
    walker.picture("left-open-no-document")?;
    world.pass(Duration::from_secs(601));
    walker.picture("left-open-late")?;
    walker.type_text("2")?;
    walker.rest()?;
    walker.expect("doors", |app| app.page() == Page::Doors)
}

impl Walker<'_, '_> {
    /// Waits until the visit that was left open is on the screen.
    fn offered(&mut self) -> Result<(), TourError> {
        self.host.settle_until(|windows| windows.0.page() == Page::LeftOpen)?;
        self.rest()
    }
}
