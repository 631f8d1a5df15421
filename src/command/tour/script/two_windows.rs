//! The main steps with a window for each side: two pictures a step, the clerk's and the applicant's of the same moment.

use iced::keyboard::key::Named;

use crate::desk::Desk;
use crate::domain::language::Language;
use crate::ui::app::staff::Before;
use crate::ui::screen::Side;
use crate::ui::theme::{PaletteName, Scale};

use super::super::{TourError, Visitor};
use super::{Walker, World};

/// Walks through a forgotten password, and says how many keys were the clerk's.
///
/// # Errors
/// See [`TourError`].
pub(super) fn walk(
    world: &World,
    desk: &Desk,
    language: Language,
    visitor: &mut Visitor<'_>,
) -> Result<u32, TourError> {
    let mut walker = Walker::start_in(true, world, desk.clone(), language, visitor)?;
    walker.pair("start")?;
    let pressed = walker.by_the_shortest_way("maTar-2029-wadi")?;
    drop(walker);
    // A desk of its own: nobody opens its lock again.
    let desk = world.bare_desk(language, true)?;
    Walker::start_in(true, world, desk, language, visitor)?.locked_in_the_middle()?;
    Ok(pressed)
}

impl Walker<'_, '_> {
    /// The desk is locked in a visit: neither window shows anything of the visit.
    fn locked_in_the_middle(&mut self) -> Result<(), TourError> {
        self.reach_identity("8278")?;
        self.press(Named::F9)?;
        let locked = self
            .host
            .settle_until(|windows| windows.0.before() == Some(Before::Lock));
        locked.map_err(|_| TourError::Broken("lock".to_owned()))?;
        self.pair("lock")
    }

    /// Stops where each side has a window: a picture of both. The one window of both was pictured on the long way.
    pub(super) fn both_sides(&mut self, name: &str) -> Result<(), TourError> {
        match self.host.program().0.has_two() {
            true => self.pair(name),
            false => Ok(()),
        }
    }

    /// The same in the largest text and in high contrast too.
    pub(super) fn both_sides_in_looks(&mut self, name: &str) -> Result<(), TourError> {
        self.both_sides(name)?;
        for (suffix, palette, scale) in [
            ("contrast", PaletteName::HighContrast, Scale::NORMAL),
            ("200", PaletteName::Light, Scale::LARGEST),
        ] {
            self.host.program_mut().0.set_look(palette, scale);
            self.both_sides(&format!("{name}-{suffix}"))?;
        }
        self.host.program_mut().0.set_look(PaletteName::Light, Scale::NORMAL);
        self.rest()
    }

    fn pair(&mut self, name: &str) -> Result<(), TourError> {
        let front = self.host.front();
        for (side, whose) in [(Side::Clerk, "clerk"), (Side::Applicant, "applicant")] {
            self.host.look_at(side.place());
            self.picture(&format!("two-{name}-{whose}"))?;
        }
        self.host.look_at(front);
        Ok(())
    }
}
