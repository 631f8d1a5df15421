//! The short way of a forgotten user name: all proofs, then the name is seen, or another one is taken.

use iced::keyboard::key::Named;

use crate::desk::ClerkStep;
use crate::domain::recovery::proven::Outcome;
use crate::domain::secret::ExposeSecret;
use crate::ui::app::Cover;
use crate::ui::screen::Side;

use super::{TourError, Walker, person};

impl Walker<'_, '_> {
    pub(super) fn username(&mut self) -> Result<(), TourError> {
        self.reach_the_choice("username-identity")?;
        self.picture("username-choice")?;
        self.hand_over(Side::Clerk)?;
        self.picture("username-clerk")?;
        self.hand_over(Side::Applicant)?;
        self.see_the_name()?;
        self.reach_the_choice("username-identity-again")?;
        self.take_another_name()
    }

    /// From the start page through all proofs.
    fn reach_the_choice(&mut self, name: &str) -> Result<(), TourError> {
        let before = self.world.messages();
        self.type_text("3")?;
        self.type_text("1")?;
        self.rest()?;
        self.type_text("8278")?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.read_image()?;
        self.take(Side::Clerk)?;
        self.is_at("identity", |step| matches!(step, ClerkStep::Identity))?;
        self.type_text(person::IDENTITY)?;
        self.press(Named::Tab)?;
        self.type_text(person::MOBILE)?;
        self.picture(name)?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.answer(person::TYPED)?;
        self.press(Named::Enter)?;
        self.messages(before + 1)?;
        let code = self.world.code().ok_or_else(|| TourError::Broken("code".to_owned()))?;
        self.type_text(code.expose_secret())?;
        self.press(Named::Enter)?;
        self.is_at("choice", |step| matches!(step, ClerkStep::UsernameChoice))
    }

    fn see_the_name(&mut self) -> Result<(), TourError> {
        let before = self.world.messages();
        self.press(Named::Enter)?;
        self.press(Named::Enter)?;
        self.is_at("shown", |step| {
            matches!(
                step,
                ClerkStep::Done {
                    outcome: Outcome::UsernameShown,
                    ..
                }
            )
        })?;
        self.messages(before + 1)?;
        self.picture("username-shown")?;
        self.in_every_look("username-shown")?;
        self.noted("username-shown-clerk")
    }

    fn take_another_name(&mut self) -> Result<(), TourError> {
        let before = self.world.messages();
        self.press(Named::Enter)?;
        self.press(Named::Tab)?;
        self.press(Named::Enter)?;
        self.picture("username-new")?;
        self.press(Named::Enter)?;
        self.picture("username-empty")?;
        for (typed, name) in [
            ("محمد", "username-arabic-keyboard"),
            ("wahi", "username-unfinished"),
            ("wahi.2027", "username-character"),
        ] {
            self.retype(typed)?;
            self.picture(name)?;
        }
        for (typed, name) in [
            (person::USERNAME, "username-same"),
            (person::TAKEN_USERNAME, "username-taken"),
        ] {
            self.retype(typed)?;
            self.press(Named::Enter)?;
            self.picture(name)?;
        }
        self.in_every_look("username-taken")?;
        self.retype(person::NEW_USERNAME)?;
        self.press(Named::Tab)?;
        self.press(Named::Enter)?;
        self.picture("username-free")?;
        self.press(Named::Escape)?;
        self.is_at("choice", |step| matches!(step, ClerkStep::UsernameChoice))?;
        self.press(Named::Tab)?;
        self.press(Named::Enter)?;
        self.type_text(person::NEW_USERNAME)?;
        self.press(Named::Enter)?;
        self.is_at("changed", |step| {
            matches!(
                step,
                ClerkStep::Done {
                    outcome: Outcome::UsernameChanged,
                    ..
                }
            )
        })?;
        self.messages(before + 2)?;
        self.picture("username-changed")?;
        self.noted("username-changed-clerk")
    }

    /// The applicant has noted the name: from then on nobody can have it shown again.
    fn noted(&mut self, name: &str) -> Result<(), TourError> {
        self.press(Named::Enter)?;
        self.take(Side::Clerk)?;
        self.picture(name)?;
        self.press(Named::F8)?;
        self.expect("noted", |app| app.cover() != Some(Cover::Handover(Side::Applicant)))?;
        self.press(Named::F4)
    }
}
