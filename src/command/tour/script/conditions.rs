//! Registrations that stop at a condition: each fails once; `accepted` has the one that is not known. And what the clerk
//! mistypes.

use iced::keyboard::key::Named;

use crate::command::tour::roll;
use crate::desk::ClerkStep;
use crate::domain::conditions;
use crate::ui::screen::Side;

use super::{TourError, Walker, person};

impl Walker<'_, '_> {
    pub(super) fn conditions(&mut self) -> Result<(), TourError> {
        self.reach_personal(1, &roll::EXPIRED_CITIZEN)?;
        self.mistyped()?;
        self.stopped(&roll::EXPIRED_CITIZEN, "condition-expired-id")?;
        self.in_every_look("condition-expired-id")?;
        self.end_visit()?;
        for (kind, who, name) in [
            (2, roll::EXPIRED_RESIDENT, "condition-expired-iqama"),
            (1, roll::SUSPENDED, "condition-mobile-suspended"),
            (1, roll::SOMEBODY_ELSES, "condition-mobile-somebody-elses"),
        ] {
            self.reach_personal(kind, &who)?;
            self.stopped(&who, name)?;
            self.end_visit()?;
        }
        self.accepted()?;
        self.reach_personal(1, &roll::NAMELESS)?;
        self.the_document_tells()
    }

    /// From the start page to the personal data of somebody with a document of this kind: 1 citizen, 2 resident.
    pub(super) fn reach_personal(&mut self, kind: u8, [number, _]: &[&str; 2]) -> Result<(), TourError> {
        self.type_text("3")?;
        self.type_text("2")?;
        self.rest()?;
        self.is_at("document", |step| matches!(step, ClerkStep::Document))?;
        if kind == 2 {
            self.choose_resident()?;
        }
        self.type_text(number.get(6..).unwrap_or_default())?;
        self.press(Named::Enter)?;
        self.is_at("conditions", |step| matches!(step, ClerkStep::Conditions { .. }))?;
        if self.last.starts_with("username") {
            self.picture("conditions")?;
            self.in_every_look("conditions")?;
        }
        self.press(Named::Enter)?;
        self.is_at("personal data", |step| matches!(step, ClerkStep::PersonalData { .. }))
    }

    /// The second kind of document.
    fn choose_resident(&mut self) -> Result<(), TourError> {
        use crate::ui::screen::{Message as OnScreen, document};
        let chosen = OnScreen::Document(document::Message::Kind(1));
        self.host.send(crate::ui::Message::Screen(chosen))?;
        self.rest()
    }

    pub(super) fn personal(&mut self, [number, mobile]: &[&str; 2]) -> Result<(), TourError> {
        self.retype(number)?;
        self.press(Named::Tab)?;
        self.retype(mobile)?;
        self.press(Named::Enter)
    }

    fn mistyped(&mut self) -> Result<(), TourError> {
        self.picture("personal")?;
        self.press(Named::Enter)?;
        self.picture("personal-empty")?;
        for (number, name) in [
            ("1000000033", "personal-check-digit"),
            ("1000000008", "personal-own-number"),
            (person::IDENTITY, "personal-document-disagrees"),
        ] {
            self.personal(&[number, "0531112244"])?;
            self.picture(name)?;
        }
        self.in_every_look("personal-document-disagrees")
    }

    fn stopped(&mut self, who: &[&str; 2], name: &str) -> Result<(), TourError> {
        self.personal(who)?;
        self.expect(name, |app| {
            app.views().is_some_and(|views| match &views.clerk.step {
                ClerkStep::Conditions { list, .. } => conditions::obstacle(list).is_some(),
                _ => false,
            })
        })?;
        self.picture(name)
    }

    fn the_document_tells(&mut self) -> Result<(), TourError> {
        self.personal(&roll::NAMELESS)?;
        self.is_at(
            "document wanted",
            |step| matches!(step, ClerkStep::PersonalData { wanted } if wanted.name),
        )?;
        self.picture("personal-from-document")?;
        self.type_text("سارة حمد العنزي")?;
        self.press(Named::Tab)?;
        self.type_text("1451/13/01")?;
        self.press(Named::Enter)?;
        self.picture("personal-no-such-month")?;
        self.retype("١٤٥١/٠٣/٠١")?;
        self.picture("personal-expiry-read")?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.hand_over(Side::Clerk)?;
        self.end_visit()
    }

    /// Ends the visit, wherever it stands.
    pub(super) fn end_visit(&mut self) -> Result<(), TourError> {
        self.host.send(crate::ui::Message::EndVisit)?;
        self.rest()
    }
}
