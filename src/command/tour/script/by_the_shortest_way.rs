//! A forgotten password where everything is right, and nobody presses a key too many: how many are the clerk's, with one
//! window and with two.

use iced::keyboard::key::Named;

use crate::desk::ClerkStep;
use crate::domain::secret::ExposeSecret;
use crate::ui::app::Cover;
use crate::ui::screen::Side;

use super::{MOST_CLERK_KEYS, TourError, Walker, person};

impl Walker<'_, '_> {
    /// Whether the next key is the clerk's to press. A page between both sides counts for the clerk, whoever turns the
    /// screen.
    pub(super) fn is_clerks_turn(&self) -> bool {
        let app = &self.host.program().0;
        matches!(app.cover(), Some(Cover::Handover(_))) || app.shown_side() == Side::Clerk
    }

    /// How many keys the clerk pressed from "next visitor" to the receipt in the printer; `password` is another one than
    /// all before.
    pub(super) fn by_the_shortest_way(&mut self, password: &str) -> Result<u32, TourError> {
        self.clerk_keys = 0;
        self.press(Named::F4)?;
        self.type_text("8278")?;
        self.both_sides("document")?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.both_sides("captcha")?;
        self.read_image()?;
        self.take(Side::Clerk)?;
        self.type_text(person::IDENTITY)?;
        self.type_text(person::MOBILE)?;
        self.both_sides("identity")?;
        self.press(Named::Enter)?;
        self.applicants_part(password)?;
        self.take(Side::Clerk)?;
        self.is_at("done", |step| matches!(step, ClerkStep::Done { .. }))?;
        self.both_sides("done")?;
        self.press(Named::F5)?;
        self.printed()?;
        let pressed = self.clerk_keys;
        self.both_sides("receipt")?;
        self.press(Named::Escape)?;
        self.press(Named::F4)?;
        if pressed > MOST_CLERK_KEYS {
            return Err(TourError::TooManyKeys { pressed });
        }
        Ok(pressed)
    }

    /// Answers, code and password.
    fn applicants_part(&mut self, password: &str) -> Result<(), TourError> {
        let before = self.world.messages();
        self.take(Side::Applicant)?;
        self.answer(person::TYPED)?;
        self.both_sides_in_looks("questions")?;
        self.press(Named::Enter)?;
        self.messages(before + 1)?;
        self.both_sides_in_looks("code")?;
        let code = self.world.code().ok_or_else(|| TourError::Broken("code".to_owned()))?;
        self.type_text(code.expose_secret())?;
        self.press(Named::Enter)?;
        self.type_text(password)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.type_text(password)?;
        self.both_sides("password")?;
        self.press(Named::Enter)
    }

    /// The receipt is on the screen, and says that it was printed.
    fn printed(&mut self) -> Result<(), TourError> {
        self.expect("receipt", |app| app.cover() == Some(Cover::Receipt))?;
        let said = self.host.program().0.scene(Side::Clerk).texts.receipt_printed();
        if self.host.shows(&said) {
            return Ok(());
        }
        Err(TourError::Broken("printed".to_owned()))
    }
}
