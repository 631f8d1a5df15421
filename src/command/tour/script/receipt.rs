//! The receipt on the last screen: shown, not printed for want of a spooler, printed, and saved.

use iced::keyboard::key::Named;

use crate::ui::app::Cover;

use super::{TourError, Walker};

impl Walker<'_, '_> {
    pub(super) fn receipt(&mut self) -> Result<(), TourError> {
        self.press(Named::F6)?;
        self.expect("receipt", |app| app.cover() == Some(Cover::Receipt))?;
        self.picture("receipt")?;
        self.in_every_look("receipt")?;
        self.world.printer_fails();
        self.press(Named::Enter)?;
        self.picture("receipt-not-printed")?;
        self.press(Named::Enter)?;
        self.picture("receipt-printed")?;
        self.press(Named::F7)?;
        self.picture("receipt-saved")?;
        self.press(Named::Escape)?;
        self.expect("done", |app| app.cover().is_none())
    }
}
