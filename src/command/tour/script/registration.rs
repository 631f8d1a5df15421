//! The full way: somebody registers, from the conditions to the new account. And somebody who has an account already.

use std::time::Duration;

use iced::keyboard::key::Named;

use crate::command::tour::roll::newcomer;
use crate::desk::{ClerkStep, Stage};
use crate::domain::message::Channel;
use crate::domain::recovery::proven::Outcome;
use crate::domain::secret::ExposeSecret;
use crate::ui::Message;
use crate::ui::screen::registration::{Message as OnStep, Target, codes, review, twice};
use crate::ui::screen::{self, Side};

use super::{TourError, Walker, person};

/// A step of the applicant's.
fn at(step: &ClerkStep, is: fn(&Stage) -> bool) -> bool {
    matches!(step, ClerkStep::Registering(stage) if is(stage))
}

impl Walker<'_, '_> {
    pub(super) fn registration(&mut self) -> Result<(), TourError> {
        self.reach_username(&[newcomer::IDENTITY, newcomer::MOBILE])?;
        self.name_a_user()?;
        self.choose_a_password()?;
        self.give_an_email()?;
        self.choose_a_language()?;
        self.read_the_image_twice()?;
        self.accept_the_terms()?;
        self.type_both_codes()?;
        self.choose_questions()?;
        self.look_at_everything()?;
        self.registered()
    }

    fn step(&self, name: &str, is: fn(&Stage) -> bool) -> Result<(), TourError> {
        self.expect(name, |app| app.views().is_some_and(|views| at(&views.clerk.step, is)))
    }

    fn reach_username(&mut self, who: &[&str; 2]) -> Result<(), TourError> {
        let kind = if who[0].starts_with('2') { 2 } else { 1 };
        self.reach_personal(kind, who)?;
        self.type_text(who[0])?;
        self.press(Named::Tab)?;
        self.type_text(who[1])?;
        self.press(Named::Enter)?;
        self.step("user name", |stage| matches!(stage, Stage::Username))?;
        self.take(Side::Applicant)
    }

    /// The clerk's side of a step, and back.
    fn clerk_side(&mut self, name: &str) -> Result<(), TourError> {
        self.hand_over(Side::Clerk)?;
        self.picture(name)?;
        self.hand_over(Side::Applicant)
    }

    fn name_a_user(&mut self) -> Result<(), TourError> {
        self.picture("new-username")?;
        self.clerk_side("new-username-clerk")?;
        self.press(Named::Enter)?;
        self.picture("new-username-empty")?;
        self.retype("Ahmad")?;
        self.picture("new-username-unfinished")?;
        self.retype(person::TAKEN_USERNAME)?;
        self.press(Named::Enter)?;
        self.picture("new-username-taken")?;
        self.in_every_look("new-username-taken")?;
        self.retype(newcomer::USERNAME)?;
        self.press(Named::Tab)?;
        self.press(Named::Enter)?;
        self.picture("new-username-free")?;
        self.submit(OnStep::Username(screen::registration::naming::Message::Submit))?;
        self.step("password", |stage| matches!(stage, Stage::Password))
    }

    /// What Enter does in a field of the step.
    pub(super) fn submit(&mut self, message: OnStep) -> Result<(), TourError> {
        self.host
            .send(Message::Screen(screen::Message::Registration(message)))?;
        self.rest()
    }

    fn choose_a_password(&mut self) -> Result<(), TourError> {
        self.picture("new-password")?;
        self.clerk_side("new-password-clerk")?;
        self.type_text(newcomer::PASSWORD)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.type_text(newcomer::PASSWORD)?;
        self.picture("new-password-typed")?;
        self.press(Named::Enter)?;
        self.step("email", |stage| matches!(stage, Stage::Email))
    }

    fn give_an_email(&mut self) -> Result<(), TourError> {
        self.picture("email")?;
        self.press(Named::Enter)?;
        self.picture("email-empty")?;
        self.type_text(newcomer::SLIP)?;
        self.picture("email-slip")?;
        self.in_every_look("email-slip")?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.press(Named::Enter)?;
        self.type_text("ahmad.karim@gmail.co")?;
        self.press(Named::Enter)?;
        self.picture("email-differs")?;
        self.clerk_side("email-clerk")?;
        self.press(Named::Tab)?;
        self.retype(newcomer::EMAIL)?;
        self.picture("email-same")?;
        self.press(Named::Enter)?;
        self.step("language", |stage| matches!(stage, Stage::Language))
    }

    fn choose_a_language(&mut self) -> Result<(), TourError> {
        self.picture("account-language")?;
        self.clerk_side("account-language-clerk")?;
        self.press(Named::Enter)?;
        self.step("captcha", |stage| matches!(stage, Stage::Captcha(_)))
    }

    fn read_the_image_twice(&mut self) -> Result<(), TourError> {
        self.picture("captcha-twice")?;
        let label = self
            .world
            .label()
            .ok_or_else(|| TourError::Broken("captcha".to_owned()))?;
        self.type_text(label.characters())?;
        self.press(Named::Tab)?;
        self.type_text("XXXXX")?;
        self.press(Named::Enter)?;
        self.picture("captcha-twice-differs")?;
        self.in_every_look("captcha-twice-differs")?;
        self.clerk_side("captcha-twice-clerk")?;
        self.submit(OnStep::Captcha(twice::Message::Another))?;
        let label = self
            .world
            .label()
            .ok_or_else(|| TourError::Broken("captcha".to_owned()))?;
        self.retype(label.characters())?;
        self.press(Named::Tab)?;
        self.retype(label.characters())?;
        self.press(Named::Enter)?;
        self.step("terms", |stage| matches!(stage, Stage::Terms))
    }

    fn accept_the_terms(&mut self) -> Result<(), TourError> {
        self.picture("terms")?;
        self.clerk_side("terms-clerk")?;
        self.press(Named::Space)?;
        self.picture("terms-half-read")?;
        self.in_every_look("terms-half-read")?;
        self.press(Named::Enter)?;
        self.picture("terms-unread")?;
        self.press(Named::End)?;
        self.picture("terms-read")?;
        self.press(Named::Tab)?;
        self.press(Named::Space)?;
        self.picture("privacy")?;
        self.press(Named::End)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.press(Named::Space)?;
        self.picture("terms-accepted")?;
        self.submit(OnStep::Terms(screen::registration::terms::Message::Submit))?;
        self.step("codes", |stage| matches!(stage, Stage::Codes { .. }))
    }

    /// The digits that were sent last to mobile or email.
    fn code_to(&self, channel: Channel) -> Result<String, TourError> {
        let code = self.world.code_to(channel);
        let code = code.ok_or_else(|| TourError::Broken("code".to_owned()))?;
        Ok(code.expose_secret().to_owned())
    }

    fn type_both_codes(&mut self) -> Result<(), TourError> {
        self.arrived(Channel::Email)?;
        self.picture("codes")?;
        self.clerk_side("codes-clerk-and-phone")?;
        let right = self.code_to(Channel::Sms)?;
        let other = |digit: char| if digit == '9' { '0' } else { char::from(digit as u8 + 1) };
        let wrong: String = right.chars().map(other).collect();
        self.type_text(&wrong)?;
        self.press(Named::Enter)?;
        self.picture("codes-wrong")?;
        self.in_every_look("codes-wrong")?;
        self.type_text(&right)?;
        self.press(Named::Enter)?;
        self.picture("codes-mobile-matched")?;
        self.clerk_side("codes-clerk-one-left")?;
        self.wait(Duration::from_secs(61))?;
        let before = self.world.messages();
        self.submit(OnStep::Codes(codes::Message::Resend(Channel::Email)))?;
        self.messages(before + 1)?;
        self.picture("codes-email-resent")?;
        let email = self.code_to(Channel::Email)?;
        self.retype(&email)?;
        self.press(Named::Enter)?;
        self.step("questions", |stage| matches!(stage, Stage::Questions))
    }

    /// Waits until a code has come.
    fn arrived(&self, channel: Channel) -> Result<(), TourError> {
        for _ in 0..1_000 {
            if self.world.code_to(channel).is_some() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(TourError::Broken("message".to_owned()))
    }

    /// Chooses the question that the list offers first, and answers it.
    fn choose_question(&mut self, answer: &str) -> Result<(), TourError> {
        self.press(Named::Enter)?;
        self.press(Named::Home)?;
        self.press(Named::Enter)?;
        self.retype(answer)
    }

    fn choose_questions(&mut self) -> Result<(), TourError> {
        self.picture("enrol")?;
        self.clerk_side("enrol-clerk")?;
        self.press(Named::Enter)?;
        self.picture("enrol-list")?;
        self.in_every_look("enrol-list")?;
        self.press(Named::Escape)?;
        self.choose_question(newcomer::ANSWERS[0])?;
        self.picture("enrol-answered")?;
        self.press(Named::Enter)?;
        // The same answer again, in another spelling.
        self.choose_question("مدرسه ابن خلدون")?;
        self.press(Named::Enter)?;
        self.picture("enrol-alike")?;
        self.in_every_look("enrol-alike")?;
        self.retype(newcomer::ANSWERS[1])?;
        self.press(Named::Enter)?;
        self.choose_question("1234")?;
        self.press(Named::Enter)?;
        self.picture("enrol-commonest")?;
        self.retype(newcomer::ANSWERS[2])?;
        self.press(Named::Enter)?;
        self.step("review", |stage| matches!(stage, Stage::Review))
    }

    fn look_at_everything(&mut self) -> Result<(), TourError> {
        self.picture("review")?;
        self.in_every_look("review")?;
        self.clerk_side("review-clerk")?;
        self.change_the_language()?;
        self.press(Named::Enter)?;
        self.is_at("registered", |step| {
            matches!(
                step,
                ClerkStep::Done {
                    outcome: Outcome::Registered,
                    ..
                }
            )
        })
    }

    /// Back from the review to what is to be changed: what stands is kept, and the answers are asked for again.
    fn change_the_language(&mut self) -> Result<(), TourError> {
        let change = review::Message::Change(Target::Language);
        self.submit(OnStep::Review(change))?;
        self.rest()?;
        self.step("language again", |stage| matches!(stage, Stage::Language))?;
        self.submit(OnStep::Language(screen::registration::language::Message::Submit))?;
        self.step("questions again", |stage| matches!(stage, Stage::Questions))?;
        for answer in newcomer::ANSWERS {
            self.choose_question(answer)?;
            self.press(Named::Enter)?;
        }
        self.step("review again", |stage| matches!(stage, Stage::Review))
    }

    fn registered(&mut self) -> Result<(), TourError> {
        self.picture("registered")?;
        self.in_every_look("registered")?;
        self.press(Named::Enter)?;
        self.take(Side::Clerk)?;
        self.picture("registered-clerk")?;
        self.press(Named::F4)
    }

    /// Somebody who says that they had no account, and has one: told only after both codes, and nothing is made.
    pub(super) fn already_there(&mut self) -> Result<(), TourError> {
        let before = self.world.messages();
        self.reach_codes()?;
        self.messages(before + 2)?;
        self.told_of_the_account()
    }

    /// By the shortest way to both codes.
    pub(super) fn reach_codes(&mut self) -> Result<(), TourError> {
        self.reach_username(&[person::IDENTITY, person::MOBILE])?;
        self.type_text("wahi2031a")?;
        self.press(Named::Enter)?;
        self.type_text(newcomer::PASSWORD)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.type_text(newcomer::PASSWORD)?;
        self.press(Named::Enter)?;
        self.type_text("wahi@example.org")?;
        self.press(Named::Tab)?;
        self.type_text("wahi@example.org")?;
        self.press(Named::Enter)?;
        self.press(Named::Enter)?;
        self.hand_over(Side::Clerk)?;
        self.open_attestation()?;
        self.attest()?;
        self.take(Side::Applicant)?;
        self.press(Named::End)?;
        self.press(Named::Tab)?;
        self.press(Named::Space)?;
        self.press(Named::End)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.press(Named::Space)?;
        self.submit(OnStep::Terms(screen::registration::terms::Message::Submit))?;
        self.step("codes", |stage| matches!(stage, Stage::Codes { .. }))
    }

    fn told_of_the_account(&mut self) -> Result<(), TourError> {
        for channel in [Channel::Sms, Channel::Email] {
            let code = self.code_to(channel)?;
            self.type_text(&code)?;
            self.press(Named::Enter)?;
        }
        self.is_at("questions of the account", |step| {
            matches!(step, ClerkStep::Questions { .. })
        })?;
        self.picture("account-already-there")?;
        self.clerk_side("account-already-there-clerk")?;
        self.answer(person::TYPED)?;
        self.press(Named::Enter)?;
        self.is_at("choice", |step| matches!(step, ClerkStep::UsernameChoice))?;
        self.picture("account-already-there-choice")?;
        self.hand_over(Side::Clerk)?;
        self.end_visit()
    }
}
