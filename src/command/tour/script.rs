//! The walk itself: a literal list of what is pressed and typed, and what must then stand on the screen.

mod accepted;
mod attest;
mod by_the_shortest_way;
mod conditions;
mod doors;
mod left_open;
mod messages;
mod receipt;
mod registration;
mod staff;
mod supervised;
mod supervision;
mod two_windows;
mod username;

use std::time::Duration;

use iced::keyboard::key::Named;

use crate::desk::{ApplicantStep, ClerkStep, Desk};
use crate::domain::language::Language;
use crate::domain::secret::ExposeSecret;
use crate::ui::app::Cover;
use crate::ui::headless::Host;
use crate::ui::screen::Side;
use crate::ui::theme::{PaletteName, Scale};
use crate::ui::{App, Message, Options};

use super::world::{World, person};
use super::{SIZE, TourError, Visitor, Windows, side_in};

/// Somebody at the keyboard.
struct Walker<'a, 'v> {
    world: &'a World,
    host: Host<Windows>,
    visitor: &'a mut Visitor<'v>,
    /// The last picture, so that a step that fails can be found.
    last: String,
    /// How many keys the clerk has pressed.
    clerk_keys: u32,
}

/// What a walk has found out: how many keys a clerk presses from "next visitor" to the printed receipt of a forgotten
/// password, where everything is right. All count but the digits and letters that go into fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walked {
    /// With one window, which changes hands.
    pub in_one_window: u32,
    /// With a window for each side.
    pub in_two_windows: u32,
}

/// How many such keys a clerk may have to press.
pub const MOST_CLERK_KEYS: u32 = 8;

/// Walks through all screens in `language`; `visitor` sees each of them.
///
/// # Errors
/// See [`TourError`].
pub fn walk(world: &World, language: Language, visitor: &mut Visitor<'_>) -> Result<Walked, TourError> {
    let desk = world.desk(language)?;
    world.enrol()?;
    let mut walker = Walker::start(world, desk.clone(), language, visitor)?;
    walker.doors()?;
    walker.document()?;
    walker.captcha()?;
    walker.identity()?;
    walker.questions()?;
    walker.code()?;
    walker.password()?;
    walker.afterwards()?;
    walker.attestation()?;
    walker.supervised(&desk)?;
    walker.username()?;
    walker.conditions()?;
    walker.registration()?;
    walker.already_there()?;
    walker.nobody_known()?;
    walker.covers()?;
    let in_one_window = walker.by_the_shortest_way("maTar-2028-wadi")?;
    drop(walker);
    let in_two_windows = two_windows::walk(world, &desk, language, visitor)?;
    Walker::start_quietly(world, desk, language, visitor)?.desk_pause()?;
    supervision::walk(world, language, visitor)?;
    staff::walk(world, language, visitor)?;
    without_gateway(world, language, visitor)?;
    messages::walk(world, language, visitor)?;
    left_open::walk(world, language, visitor)?;
    Ok(Walked {
        in_one_window,
        in_two_windows,
    })
}

/// How the tour opens the program.
pub(super) const fn options(language: Language) -> Options {
    Options {
        language,
        palette: PaletteName::Light,
        scale: Scale::NORMAL,
        platform: None,
        address: None,
        practice_password: None,
        language_is_asked: true,
        applicant_window: None,
    }
}

fn without_gateway(world: &World, language: Language, visitor: &mut Visitor<'_>) -> Result<(), TourError> {
    let desk = world.bare_desk(language, false)?;
    let mut walker = Walker::start_quietly(world, desk, language, visitor)?;
    walker.picture("no-gateway")
}

impl<'a, 'v> Walker<'a, 'v> {
    fn start(
        world: &'a World,
        desk: Desk,
        language: Language,
        visitor: &'a mut Visitor<'v>,
    ) -> Result<Self, TourError> {
        let mut walker = Self::start_quietly(world, desk, language, visitor)?;
        walker.picture("start")?;
        Ok(walker)
    }

    fn start_quietly(
        world: &'a World,
        desk: Desk,
        language: Language,
        visitor: &'a mut Visitor<'v>,
    ) -> Result<Self, TourError> {
        Self::start_in(world.has_two_windows(), world, desk, language, visitor)
    }

    /// Starts with one window for both, or a window for each side.
    fn start_in(
        two_windows: bool,
        world: &'a World,
        desk: Desk,
        language: Language,
        visitor: &'a mut Visitor<'v>,
    ) -> Result<Self, TourError> {
        let (mut app, task) = App::new(desk, options(language));
        if two_windows {
            app.use_two(iced::window::Id::unique(), iced::window::Id::unique());
        }
        let host = Host::new(Windows(app), task, SIZE, world.runtime())?;
        let mut walker = Self {
            world,
            host,
            visitor,
            last: String::new(),
            clerk_keys: 0,
        };
        walker.rest()?;
        Ok(walker)
    }

    // What is done at the keyboard.

    /// Lets time pass while somebody is there.
    fn wait(&mut self, span: Duration) -> Result<(), TourError> {
        self.world.pass(span);
        self.host.send(Message::Touched)?;
        self.host.send(Message::Tick)?;
        self.rest()
    }

    fn picture(&mut self, name: &str) -> Result<(), TourError> {
        self.host.send(Message::Tick)?;
        self.rest()?;
        self.last = name.to_owned();
        (self.visitor)(name, &mut self.host)
    }

    fn press(&mut self, key: Named) -> Result<(), TourError> {
        self.clerk_keys += u32::from(self.is_clerks_turn());
        self.host.press(key)?;
        self.rest()
    }

    fn type_text(&mut self, text: &str) -> Result<(), TourError> {
        self.host.type_text(text)?;
        Ok(())
    }

    /// Types into the field that has the keyboard, in the place of what stands in it.
    fn retype(&mut self, text: &str) -> Result<(), TourError> {
        self.host.press_letter(iced::keyboard::Modifiers::CTRL, 'a')?;
        if text.is_empty() {
            self.host.press(Named::Backspace)?;
        }
        self.type_text(text)
    }

    /// Waits until the desk has answered whatever it was asked.
    fn rest(&mut self) -> Result<(), TourError> {
        for _ in 0..2_000 {
            self.host.settle()?;
            if !self.host.program().0.is_asking() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(TourError::Broken("rest".to_owned()))
    }

    fn expect(&self, step: &str, holds: impl FnOnce(&App) -> bool) -> Result<(), TourError> {
        if holds(&self.host.program().0) {
            Ok(())
        } else {
            Err(TourError::Broken(format!("{step}, after {}", self.last)))
        }
    }

    /// Takes the screen that is being handed over; in a window of its own the side has the keyboard already.
    fn take(&mut self, side: Side) -> Result<(), TourError> {
        if self.host.program().0.has_two() {
            let at = side_in(self.host.front());
            return self.expect("keyboard", |app| app.shown_side() == side && at == side);
        }
        self.expect("handover", |app| app.cover() == Some(Cover::Handover(side)))?;
        self.press(Named::Enter)
    }

    fn hand_over(&mut self, side: Side) -> Result<(), TourError> {
        if self.host.program().0.has_two() && side == Side::Clerk {
            // No key of the applicant's does it: the clerk clicks into their own window.
            self.host.look_at(side.place());
            self.host.send(Message::Focused(side))?;
            return self.take(side);
        }
        self.press(Named::F8)?;
        self.take(side)
    }

    fn is_at(&self, step: &str, is: fn(&ClerkStep) -> bool) -> Result<(), TourError> {
        self.expect(step, |app| app.views().is_some_and(|views| is(&views.clerk.step)))
    }

    /// Types what the image shows.
    fn read_image(&mut self) -> Result<(), TourError> {
        let label = self
            .world
            .label()
            .ok_or_else(|| TourError::Broken("captcha".to_owned()))?;
        self.retype(label.characters())?;
        self.press(Named::Enter)
    }

    /// From the start page to the identity.
    fn reach_identity(&mut self, last_four: &str) -> Result<(), TourError> {
        self.press(Named::F4)?;
        self.type_text(last_four)?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.read_image()?;
        self.take(Side::Clerk)?;
        self.is_at("identity", |step| matches!(step, ClerkStep::Identity))
    }

    /// The same screen in other palettes and in the largest text.
    fn in_every_look(&mut self, name: &str) -> Result<(), TourError> {
        let looks = [
            ("dark", PaletteName::Dark, Scale::NORMAL),
            ("contrast", PaletteName::HighContrast, Scale::NORMAL),
            ("200", PaletteName::Light, Scale::LARGEST),
        ];
        for (suffix, palette, scale) in looks {
            self.host.program_mut().0.set_look(palette, scale);
            self.picture(&format!("{name}-{suffix}"))?;
        }
        self.host.program_mut().0.set_look(PaletteName::Light, Scale::NORMAL);
        self.rest()
    }

    // The steps.

    fn document(&mut self) -> Result<(), TourError> {
        self.press(Named::F4)?;
        self.is_at("document", |step| matches!(step, ClerkStep::Document))?;
        self.picture("document-seen")?;
        self.press(Named::Enter)?;
        self.picture("document-empty")?;
        self.type_text("8278")?;
        self.press(Named::Enter)?;
        self.picture("handover-to-applicant")
    }

    fn captcha(&mut self) -> Result<(), TourError> {
        self.take(Side::Applicant)?;
        self.picture("captcha")?;
        self.press(Named::Enter)?;
        self.picture("captcha-empty")?;
        self.type_text("ءءءء")?;
        self.picture("captcha-arabic-keyboard")?;
        self.retype("XXXXX")?;
        self.press(Named::Enter)?;
        self.picture("captcha-wrong")?;
        self.wait(Duration::from_secs(181))?;
        self.read_image()?;
        self.picture("captcha-expired")?;
        self.host.send(Message::Screen(crate::ui::screen::Message::Captcha(
            crate::ui::screen::captcha::Message::Print(crate::domain::captcha::Print::Large),
        )))?;
        self.rest()?;
        self.picture("captcha-large")?;
        self.hand_over(Side::Clerk)?;
        self.picture("captcha-clerk")?;
        self.hand_over(Side::Applicant)?;
        self.read_image()?;
        self.picture("handover-to-clerk")?;
        self.take(Side::Clerk)
    }

    fn identity(&mut self) -> Result<(), TourError> {
        self.is_at("identity", |step| matches!(step, ClerkStep::Identity))?;
        self.picture("identity")?;
        self.press(Named::Enter)?;
        self.picture("identity-empty")?;
        self.identity_by_username()?;
        for (typed, name) in [
            ("0501234567", "identity-mobile-in-its-field"),
            ("110179827", "identity-nine-digits"),
            ("1101798287", "identity-check-digit"),
            ("1000000008", "identity-own-number"),
            ("2000000006", "identity-document-disagrees"),
        ] {
            self.retype(typed)?;
            self.press(Named::Tab)?;
            self.press(Named::Tab)?;
            self.retype(person::MOBILE)?;
            self.press(Named::Enter)?;
            self.picture(name)?;
        }
        self.retype("1101798287")?;
        self.press(Named::Enter)?;
        self.in_every_look("identity-check-digit")?;
        self.retype(person::IDENTITY)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.retype(person::MOBILE_IN_ARABIC)?;
        self.picture("identity-arabic-digits")?;
        self.press(Named::Enter)?;
        self.is_at("questions", |step| {
            matches!(step, ClerkStep::Questions { missed: 0, .. })
        })
    }

    /// Who knows no number tells the user name: it is hidden once the keyboard leaves its field.
    fn identity_by_username(&mut self) -> Result<(), TourError> {
        self.switch_identifier()?;
        self.type_text(person::USERNAME)?;
        self.picture("identity-by-username")?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.picture("identity-username-hidden")?;
        self.switch_identifier()
    }

    fn switch_identifier(&mut self) -> Result<(), TourError> {
        use crate::ui::screen::{Message as OnScreen, identity};
        self.host
            .send(Message::Screen(OnScreen::Identity(identity::Message::Switch)))?;
        self.rest()
    }

    fn answer(&mut self, answers: [&str; 3]) -> Result<(), TourError> {
        for (place, answer) in answers.into_iter().enumerate() {
            if place > 0 {
                // Past the button that shows or hides the answer.
                self.press(Named::Tab)?;
                self.press(Named::Tab)?;
            }
            self.retype(answer)?;
        }
        Ok(())
    }

    fn questions(&mut self) -> Result<(), TourError> {
        self.take(Side::Applicant)?;
        self.picture("questions")?;
        self.press(Named::Enter)?;
        self.picture("questions-empty")?;
        self.answer(["نورة", "الروضة", "جدة"])?;
        self.picture("questions-answered")?;
        self.hand_over(Side::Clerk)?;
        self.picture("questions-clerk")?;
        self.in_every_look("questions-clerk")?;
        self.hand_over(Side::Applicant)?;
        self.press(Named::Enter)?;
        self.is_at("not matched", |step| {
            matches!(step, ClerkStep::Questions { missed: 1, .. })
        })?;
        self.picture("questions-not-matched")?;
        self.in_every_look("questions-not-matched")?;
        self.answer(person::TYPED)?;
        self.picture("questions-as-others-spell")?;
        self.press(Named::Enter)?;
        self.is_at("code", |step| matches!(step, ClerkStep::Code(_)))
    }

    /// Waits until the phone has shown `count` messages.
    fn messages(&mut self, count: u64) -> Result<(), TourError> {
        for _ in 0..1_000 {
            if self.world.messages() >= count {
                std::thread::sleep(Duration::from_millis(30));
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(TourError::Broken("message".to_owned()))
    }

    fn wrong_code(&self) -> Result<String, TourError> {
        let code = self.world.code().ok_or_else(|| TourError::Broken("code".to_owned()))?;
        let other = |digit: char| if digit == '9' { '0' } else { char::from(digit as u8 + 1) };
        Ok(code.expose_secret().chars().map(other).collect())
    }

    fn code(&mut self) -> Result<(), TourError> {
        self.messages(1)?;
        self.picture("code")?;
        self.hand_over(Side::Clerk)?;
        self.picture("code-clerk-and-phone")?;
        self.hand_over(Side::Applicant)?;
        let wrong = self.wrong_code()?;
        self.type_text(&wrong)?;
        self.picture("code-typed")?;
        self.press(Named::Enter)?;
        self.picture("code-wrong")?;
        self.wait(Duration::from_secs(61))?;
        self.resend()?;
        self.messages(2)?;
        self.picture("code-resent")?;
        self.wait(Duration::from_secs(301))?;
        self.picture("code-expired")?;
        self.resend()?;
        self.messages(3)?;
        let code = self.world.code().ok_or_else(|| TourError::Broken("code".to_owned()))?;
        self.retype(code.expose_secret())?;
        self.press(Named::Enter)?;
        self.is_at("password", |step| matches!(step, ClerkStep::Password))
    }

    fn resend(&mut self) -> Result<(), TourError> {
        use crate::ui::screen::{self, code};
        self.host
            .send(Message::Screen(screen::Message::Code(code::Message::Resend)))?;
        self.rest()
    }

    fn password(&mut self) -> Result<(), TourError> {
        self.picture("password")?;
        self.type_text("matar")?;
        self.picture("password-half-met")?;
        self.press(Named::Enter)?;
        self.picture("password-too-short")?;
        self.retype("Password123")?;
        self.press(Named::Enter)?;
        self.picture("password-common")?;
        self.retype(person::NEW_PASSWORD)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.type_text("maTar-2027-wad")?;
        self.press(Named::Enter)?;
        self.picture("password-repeat-differs")?;
        self.hand_over(Side::Clerk)?;
        self.picture("password-clerk")?;
        self.hand_over(Side::Applicant)?;
        self.press(Named::Tab)?;
        self.press(Named::Tab)?;
        self.retype(person::NEW_PASSWORD)?;
        self.press(Named::Enter)?;
        self.is_at("done", |step| matches!(step, ClerkStep::Done { .. }))
    }

    fn afterwards(&mut self) -> Result<(), TourError> {
        self.messages(5)?;
        self.take(Side::Clerk)?;
        self.picture("done")?;
        self.in_every_look("done")?;
        self.receipt()?;
        self.sign_in(person::OLD_PASSWORD, "sign-in-old-refused")?;
        self.sign_in(person::NEW_PASSWORD, "sign-in-new-accepted")?;
        self.press(Named::F4)?;
        self.picture("start-again")
    }

    fn sign_in(&mut self, password: &str, name: &str) -> Result<(), TourError> {
        self.host
            .send(Message::Start(crate::ui::screen::start::Message::TrySignIn))?;
        self.take(Side::Applicant)?;
        self.type_text(person::USERNAME)?;
        self.press(Named::Tab)?;
        self.type_text(password)?;
        self.press(Named::Enter)?;
        self.picture(name)?;
        self.press(Named::Escape)?;
        self.take(Side::Clerk)
    }

    /// Somebody whom the store does not know: the same screens, up to the closing sentence.
    fn nobody_known(&mut self) -> Result<(), TourError> {
        self.reach_identity("0016")?;
        self.type_text("1000000016")?;
        self.type_text("0559999999")?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        for _ in 0..3 {
            self.expect("questions", |app| {
                app.views()
                    .is_some_and(|views| matches!(views.applicant.step, ApplicantStep::Questions { .. }))
            })?;
            self.answer(["أحمد", "الملز", "الطائف"])?;
            self.press(Named::Enter)?;
        }
        self.is_at("closing sentence", |step| matches!(step, ClerkStep::Ended { .. }))?;
        self.take(Side::Clerk)?;
        self.picture("closing-sentence")?;
        self.press(Named::F4)
    }

    fn covers(&mut self) -> Result<(), TourError> {
        self.press(Named::F4)?;
        self.press(Named::F1)?;
        self.picture("keys")?;
        self.press(Named::Escape)?;
        self.press(Named::F4)?;
        self.picture("end-this-visit")?;
        self.press(Named::Escape)?;
        self.world.pass(Duration::from_secs(91));
        self.picture("curtain")?;
        self.press(Named::Enter)?;
        self.world.pass(Duration::from_secs(601));
        self.picture("ended-idle")?;
        self.press(Named::F4)
    }

    /// Ten recoveries without a match: the desk pauses.
    fn desk_pause(&mut self) -> Result<(), TourError> {
        for number in 0..10 {
            self.reach_identity("0016")?;
            self.type_text("1000000016")?;
            self.type_text(&format!("055000000{number}"))?;
            self.press(Named::Enter)?;
            self.press(Named::F8)?;
            self.press(Named::Enter)?;
            self.host.send(Message::EndVisit)?;
            self.rest()?;
        }
        self.host.settle_until(|windows| windows.0.paused_until().is_some())?;
        self.picture("desk-pause")
    }
}
