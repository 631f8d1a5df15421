//! What a supervisor approves beside the clerk: a new mobile, which two approve and which waits; and how it is stopped.

use iced::keyboard::key::Named;

use crate::command::people;
use crate::desk::{ClerkStep, Desk};
use crate::domain::applicant::{IdentityNumber, PersonName};
use crate::domain::recovery::proven::Outcome;
use crate::domain::secret::Secret;
use crate::domain::staff::{Role, Staff};
use crate::ui::screen::Side;
use crate::ui::screen::start::Page;

use super::super::TourError;
use super::super::roll::{NEW_MOBILE, SUPERVISORS, WRONG_PASSWORD};
use super::super::world::person;
use super::Walker;

impl Walker<'_, '_> {
    pub(super) fn supervised(&mut self, desk: &Desk) -> Result<(), TourError> {
        self.supervisors(desk)?;
        self.plea()?;
        self.sign()?;
        self.second()?;
        self.mobile_waits()?;
        self.stop()
    }

    /// Puts the supervisors of the tour into its store.
    fn supervisors(&mut self, desk: &Desk) -> Result<(), TourError> {
        let broken = |error: &dyn std::fmt::Display| TourError::World(error.to_string());
        let texts = self.host.program().0.scene(Side::Clerk).texts;
        let practice = desk.kind().practice();
        let practice = practice.ok_or_else(|| TourError::World("a tour has made-up people".to_owned()))?;
        let mut staff = Vec::new();
        for number in SUPERVISORS {
            let one = Staff {
                identity: IdentityNumber::parse(number).map_err(|error| broken(&error))?,
                name: PersonName::parse(&texts.tour_supervisor()).map_err(|error| broken(&error))?,
                role: Role::Supervisor,
            };
            staff.push((one, Secret::from(people::PASSWORD)));
        }
        let settled = desk.settle_made_up_staff(staff, practice);
        let runtime = self.world.runtime();
        runtime.block_on(settled).map_err(|error| broken(&error))
    }

    fn begin_supervised(&mut self) -> Result<(), TourError> {
        self.type_text("6")?;
        self.rest()?;
        self.type_text("8278")?;
        self.press(Named::Enter)?;
        self.is_at("approval", |step| matches!(step, ClerkStep::Approval { again: false }))
    }

    /// Chooses a place of a row of choices that has the keyboard.
    pub(super) fn choose(&mut self, place: usize) -> Result<(), TourError> {
        self.press(Named::Space)?;
        for _ in 0..place {
            self.press(Named::ArrowDown)?;
        }
        Ok(())
    }

    /// The clerk's part: whom, why, and a new mobile in the place of the lost one.
    fn plea(&mut self) -> Result<(), TourError> {
        self.begin_supervised()?;
        self.picture("supervised")?;
        self.press(Named::Enter)?;
        self.picture("supervised-empty")?;
        self.type_text(person::IDENTITY)?;
        self.press(Named::Enter)?;
        self.picture("supervised-without-reason")?;
        self.choose(2)?;
        self.press(Named::Enter)?;
        self.picture("supervised-without-purpose")?;
        self.choose(2)?;
        self.press(Named::Enter)?;
        self.picture("supervised-mobile-empty")?;
        self.type_text(NEW_MOBILE)?;
        self.in_every_look("supervised-mobile")?;
        self.press(Named::Enter)?;
        self.picture("supervised-sign")
    }

    /// The supervisor's part, with a slip.
    fn sign(&mut self) -> Result<(), TourError> {
        self.press(Named::Enter)?;
        self.picture("supervised-sign-empty")?;
        self.type_text(SUPERVISORS[0])?;
        self.press(Named::Tab)?;
        self.type_text(WRONG_PASSWORD)?;
        self.press(Named::Enter)?;
        self.picture("supervised-not-matched")?;
        self.in_every_look("supervised-not-matched")?;
        self.press(Named::Tab)?;
        self.type_text(people::PASSWORD)?;
        self.press(Named::Enter)?;
        self.is_at("second", |step| matches!(step, ClerkStep::Second))
    }

    /// The registry does not know the mobile: a second supervisor, and no other.
    fn second(&mut self) -> Result<(), TourError> {
        self.picture("supervised-second")?;
        for (number, name) in [
            (SUPERVISORS[0], Some("supervised-second-is-the-first")),
            (SUPERVISORS[1], None),
        ] {
            self.retype(number)?;
            self.press(Named::Tab)?;
            self.type_text(people::PASSWORD)?;
            self.press(Named::Enter)?;
            if let Some(name) = name {
                self.picture(name)?;
            }
        }
        self.is_at("remembered questions", |step| {
            matches!(step, ClerkStep::Questions { .. })
        })?;
        self.take(Side::Applicant)?;
        self.answer(person::TYPED)?;
        self.press(Named::Enter)?;
        self.is_at("waits", |step| {
            matches!(
                step,
                ClerkStep::Done {
                    outcome: Outcome::MobileWaits { .. },
                    ..
                }
            )
        })?;
        self.take(Side::Clerk)?;
        self.picture("mobile-waits")?;
        self.in_every_look("mobile-waits")?;
        self.press(Named::F4)
    }

    /// Before the wait is over the supervisor's page says how long it still lasts.
    fn mobile_waits(&mut self) -> Result<(), TourError> {
        self.begin_supervised()?;
        self.type_text(person::IDENTITY)?;
        self.press(Named::Enter)?;
        self.choose(2)?;
        self.press(Named::Enter)?;
        self.choose(0)?;
        self.press(Named::Enter)?;
        self.type_text(SUPERVISORS[0])?;
        self.press(Named::Tab)?;
        self.type_text(people::PASSWORD)?;
        self.press(Named::Enter)?;
        self.picture("supervised-waits")?;
        self.in_every_look("supervised-waits")?;
        self.end_visit()
    }

    /// The owner of the old mobile comes and has it stopped.
    fn stop(&mut self) -> Result<(), TourError> {
        self.type_text("7")?;
        self.expect("stop", |app| app.page() == Page::StopMobile)?;
        self.picture("stop-mobile")?;
        self.press(Named::Enter)?;
        self.picture("stop-mobile-empty")?;
        self.in_every_look("stop-mobile-empty")?;
        self.type_text(person::IDENTITY)?;
        self.picture("stop-mobile-typed")?;
        self.press(Named::Tab)?;
        self.picture("stop-mobile-hidden")?;
        self.press(Named::Enter)?;
        self.picture("stop-mobile-done")?;
        self.press(Named::Escape)
    }
}
