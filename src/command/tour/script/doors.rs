//! The pages that are open while no visit is: the question before a registration, and the catalogue of services.

use iced::keyboard::key::Named;

use crate::domain::applicant::ApplicantKind;
use crate::ui::screen::start::Page;

use super::{TourError, Walker};

impl Walker<'_, '_> {
    pub(super) fn doors(&mut self) -> Result<(), TourError> {
        self.type_text("3")?;
        self.expect("had an account", |app| app.page() == Page::HadAccount)?;
        self.picture("had-account")?;
        self.press(Named::Escape)?;
        self.type_text("4")?;
        for (kind, name) in [
            (ApplicantKind::Citizen, "services-citizen"),
            (ApplicantKind::Resident, "services-resident"),
            (ApplicantKind::Visitor, "services-visitor"),
        ] {
            self.expect(name, |app| app.page() == Page::Services(kind))?;
            self.picture(name)?;
            self.press(Named::ArrowDown)?;
        }
        self.press(Named::Escape)?;
        self.expect("doors", |app| app.page() == Page::Doors)
    }
}
