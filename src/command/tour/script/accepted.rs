//! Somebody registers whom the registry does not know: a supervisor, beside the clerk, accepts that.

use iced::keyboard::key::Named;

use crate::command::people;
use crate::command::tour::roll;
use crate::desk::{ClerkStep, Stage};
use crate::domain::registration::Acceptance;
use crate::ui::screen::Side;

use super::{TourError, Walker};

/// Whether the conditions stand there with this much of an approval.
fn stands(step: &ClerkStep, wanted: Acceptance) -> bool {
    matches!(step, ClerkStep::Conditions { acceptance, .. } if *acceptance == wanted)
}

impl Walker<'_, '_> {
    pub(super) fn accepted(&mut self) -> Result<(), TourError> {
        self.reach_personal(1, &roll::UNKNOWN)?;
        self.personal(&roll::UNKNOWN)?;
        self.is_at(
            "document wanted",
            |step| matches!(step, ClerkStep::PersonalData { wanted } if wanted.name && wanted.expiry),
        )?;
        self.type_text("هند سالم القحطاني")?;
        self.press(Named::Tab)?;
        self.type_text("1452/04/01")?;
        self.press(Named::Enter)?;
        self.is_at("unknown", |step| stands(step, Acceptance::Wanted { again: false }))?;
        self.picture("condition-unknown")?;
        self.in_every_look("condition-unknown")?;
        self.ask_a_supervisor()?;
        self.is_at("accepted", |step| stands(step, Acceptance::Given))?;
        self.picture("condition-accepted")?;
        self.in_every_look("condition-accepted")?;
        self.press(Named::Enter)?;
        self.is_at("user name", |step| {
            matches!(step, ClerkStep::Registering(Stage::Username))
        })?;
        self.take(Side::Applicant)?;
        self.hand_over(Side::Clerk)?;
        self.end_visit()
    }

    fn ask_a_supervisor(&mut self) -> Result<(), TourError> {
        self.press(Named::Enter)?;
        self.picture("accept")?;
        self.press(Named::Enter)?;
        self.picture("accept-without-reason")?;
        self.choose(1)?;
        self.picture("accept-reason")?;
        self.in_every_look("accept-reason")?;
        self.press(Named::Enter)?;
        self.picture("accept-sign")?;
        self.type_text(roll::SUPERVISORS[0])?;
        self.picture("accept-who")?;
        self.press(Named::Tab)?;
        self.type_text(roll::WRONG_PASSWORD)?;
        self.press(Named::Enter)?;
        self.picture("accept-not-matched")?;
        self.press(Named::Tab)?;
        self.type_text(people::PASSWORD)?;
        self.press(Named::Enter)
    }
}
