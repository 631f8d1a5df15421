//! A forgotten password where everything is right, and nobody presses a key too many: how many are the clerk's.

use iced::keyboard::key::Named;

use crate::desk::ClerkStep;
use crate::domain::secret::ExposeSecret;
use crate::ui::app::Cover;
use crate::ui::screen::Side;

use super::{MOST_CLERK_KEYS, TourError, Walker, person};

/// The password that is chosen: another one than before.
const PASSWORD: &str = "maTar-2028-wadi";

impl Walker<'_, '_> {
    /// Whether the next key is the clerk's to press. A page between both sides counts for the clerk, whoever turns the
    /// screen.
    pub(super) fn is_clerks_turn(&self) -> bool {
        let app = &self.host.program().0;
        matches!(app.cover(), Some(Cover::Handover(_))) || app.shown_side() == Side::Clerk
    }

    /// How many keys the clerk pressed from "next visitor" to the end.
    pub(super) fn by_the_shortest_way(&mut self) -> Result<u32, TourError> {
        self.clerk_keys = 0;
        let before = self.world.messages();
        self.reach_identity("8278")?;
        self.type_text(person::IDENTITY)?;
        self.type_text(person::MOBILE)?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.answer(person::TYPED)?;
        self.press(Named::Enter)?;
        self.messages(before + 1)?;
        let code = self.world.code().ok_or_else(|| TourError::Broken("code".to_owned()))?;
        self.type_text(code.expose_secret())?;
        self.press(Named::Enter)?;
        self.type_text(PASSWORD)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.type_text(PASSWORD)?;
        self.press(Named::Enter)?;
        self.take(Side::Clerk)?;
        self.is_at("done", |step| matches!(step, ClerkStep::Done { .. }))?;
        let pressed = self.clerk_keys;
        self.press(Named::F4)?;
        if pressed > MOST_CLERK_KEYS {
            return Err(TourError::TooManyKeys { pressed });
        }
        Ok(pressed)
    }
}
