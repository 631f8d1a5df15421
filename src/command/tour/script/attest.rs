//! The clerk attests that somebody is there, in the place of the image.

use iced::keyboard::key::Named;

use crate::desk::ClerkStep;
use crate::ui::screen::Side;

use super::super::TourError;
use super::Walker;

/// No screen has as many controls as this.
const MOST_CONTROLS: usize = 30;

impl Walker<'_, '_> {
    /// Somebody who cannot see: the clerk attests, and the visit goes on with the identity.
    pub(super) fn attestation(&mut self) -> Result<(), TourError> {
        self.press(Named::F4)?;
        self.type_text("8278")?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.hand_over(Side::Clerk)?;
        self.open_attestation()?;
        self.picture("attest")?;
        self.press(Named::Enter)?;
        self.picture("attest-without-reason")?;
        self.in_every_look("attest-without-reason")?;
        self.press(Named::ArrowDown)?;
        self.picture("attest-reason")?;
        self.press(Named::Escape)?;
        self.is_at("captcha", |step| matches!(step, ClerkStep::Captcha(_)))?;
        self.open_attestation()?;
        self.attest()?;
        self.is_at("identity", |step| matches!(step, ClerkStep::Identity))?;
        self.end_visit()
    }

    /// From the clerk's side of the image to the reasons, by keyboard.
    pub(super) fn open_attestation(&mut self) -> Result<(), TourError> {
        let way = self.host.program().0.scene(Side::Clerk).texts.attest_open();
        for _ in 0..MOST_CONTROLS {
            if self.host.focused().is_some_and(|node| node.name == way) {
                return self.press(Named::Enter);
            }
            self.press(Named::Tab)?;
        }
        Err(TourError::Broken("attest".to_owned()))
    }

    /// Chooses the first reason, and attests.
    pub(super) fn attest(&mut self) -> Result<(), TourError> {
        self.press(Named::Space)?;
        self.press(Named::Enter)
    }
}
