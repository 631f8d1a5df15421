//! Messages that wait, arrive, are refused, or of which nobody knows: as gateways that do what the tour says lead to.

use std::time::Duration;

use crate::command::tour::world::Gateways;
use crate::desk::{ClerkStep, GatewayError, GatewayState, Outbox, Receipt, SubmitError};
use crate::domain::language::Language;
use crate::domain::message::{Channel, GatewayFault};
use crate::ui::screen::Side;
use crate::ui::screen::registration::{Message as OnStep, codes};

use super::{TourError, Visitor, Walker, World, person};

/// What drives the messages beside the windows.
struct Post<'a> {
    world: &'a World,
    gateways: &'a Gateways,
    outbox: Outbox,
}

impl Post<'_> {
    /// Sends what is due.
    fn send(&mut self) -> Result<(), TourError> {
        let runtime = self.world.runtime();
        let sent = runtime.block_on(self.outbox.send_due());
        sent.map(|_| ()).map_err(|error| TourError::World(error.to_string()))
    }

    /// The first SMS has arrived, its gateway says.
    fn arrived(&mut self, gateway_id: &str) -> Result<(), TourError> {
        self.gateways.sms.push_receipt(Receipt {
            gateway_id: gateway_id.to_owned(),
            delivered: true,
        });
        let runtime = self.world.runtime();
        let joined = runtime.block_on(self.outbox.join_next());
        joined.map_err(|error| TourError::World(error.to_string()))
    }
}

fn error(fault: GatewayFault) -> GatewayError {
    GatewayError::new(fault, "the tour says so")
}

pub(super) fn walk(world: &World, language: Language, visitor: &mut Visitor<'_>) -> Result<(), TourError> {
    // Whatever was counted against desk and mobile is over.
    world.pass(Duration::from_secs(90_000));
    let gateways = world.gateways()?;
    let desk = world.desk_over(language, gateways.row())?;
    let mut post = Post {
        world,
        gateways: &gateways,
        outbox: desk.outbox(),
    };
    let mut walker = Walker::start_quietly(world, desk, language, visitor)?;
    walker.gateways_down(&post)?;
    walker.waits_and_arrives(&mut post)?;
    walker.is_refused_and_unknown(&mut post)?;
    walker.codes_of_a_registration(&mut post)
}

impl Walker<'_, '_> {
    fn gateways_down(&mut self, post: &Post<'_>) -> Result<(), TourError> {
        let Gateways { sms, email } = post.gateways;
        sms.set_state(GatewayState::Down(GatewayFault::NotTrusted));
        email.set_state(GatewayState::Down(GatewayFault::SignInRefused));
        self.picture("gateways-down")?;
        self.in_every_look("gateways-down")?;
        email.set_state(GatewayState::Ready);
        sms.set_state(GatewayState::Down(GatewayFault::NotReached));
        Ok(())
    }

    /// Both sides of a message.
    fn on_both_sides(&mut self, name: &str) -> Result<(), TourError> {
        self.picture(name)?;
        self.hand_over(Side::Clerk)?;
        self.picture(&format!("{name}-clerk"))?;
        self.in_every_look(&format!("{name}-clerk"))?;
        self.hand_over(Side::Applicant)
    }

    fn waits_and_arrives(&mut self, post: &mut Post<'_>) -> Result<(), TourError> {
        use iced::keyboard::key::Named;
        self.reach_identity("8278")?;
        self.type_text(person::IDENTITY)?;
        self.type_text(person::MOBILE)?;
        self.press(Named::Enter)?;
        self.take(Side::Applicant)?;
        self.answer(person::TYPED)?;
        self.press(Named::Enter)?;
        self.is_at("code", |step| matches!(step, ClerkStep::Code(_)))?;
        post.send()?;
        self.on_both_sides("message-waiting")?;
        self.in_every_look("message-waiting")?;
        post.gateways.sms.set_state(GatewayState::Ready);
        self.wait(Duration::from_secs(5))?;
        post.send()?;
        self.on_both_sides("message-sent")?;
        post.arrived("memory-1")?;
        self.on_both_sides("message-delivered")
    }

    fn is_refused_and_unknown(&mut self, post: &mut Post<'_>) -> Result<(), TourError> {
        let sms = &post.gateways.sms;
        sms.fail_next(SubmitError::Refused(error(GatewayFault::MessageRefused)));
        sms.fail_next(SubmitError::Unknown(error(GatewayFault::Silent)));
        for name in ["message-refused", "message-unknown"] {
            self.wait(Duration::from_secs(61))?;
            self.resend()?;
            post.send()?;
            self.on_both_sides(name)?;
            self.in_every_look(name)?;
        }
        self.hand_over(Side::Clerk)?;
        self.end_visit()
    }

    fn codes_of_a_registration(&mut self, post: &mut Post<'_>) -> Result<(), TourError> {
        let Gateways { sms, email } = post.gateways;
        email.set_state(GatewayState::Down(GatewayFault::Failing));
        self.reach_codes()?;
        // The gateway that fell silent has rested.
        self.wait(Duration::from_secs(5))?;
        post.send()?;
        post.arrived("memory-2")?;
        self.on_both_sides("codes-email-waiting")?;
        self.in_every_look("codes-email-waiting")?;
        self.wait(Duration::from_secs(61))?;
        email.set_state(GatewayState::Ready);
        email.fail_next(SubmitError::Refused(error(GatewayFault::MessageRefused)));
        sms.fail_next(SubmitError::Unknown(error(GatewayFault::Silent)));
        for channel in [Channel::Sms, Channel::Email] {
            self.submit(OnStep::Codes(codes::Message::Resend(channel)))?;
        }
        post.send()?;
        self.on_both_sides("codes-refused-and-unknown")?;
        self.hand_over(Side::Clerk)?;
        self.end_visit()
    }
}
