//! What is written to an SMSC, and what its statuses mean.

use std::str::FromStr;
use std::time::Duration;

use rusmpp::CommandStatus;
use rusmpp::pdus::{BindTransceiver, SubmitSm};
use rusmpp::types::{COctetString, EmptyOrFullCOctetString, OctetString};
use rusmpp::values::{EsmClass, InterfaceVersion, Npi, RegisteredDelivery, Ton};

use crate::adapter::gateway::SenderName;
use crate::domain::applicant::Mobile;
use crate::domain::message::GatewayFault;
use crate::domain::secret::ExposeSecret;
use crate::port::{GatewayError, SubmitError};

use super::SmppSettings;
use super::text;

/// Binds us for both directions: messages go out and receipts come in over one line.
///
/// # Errors
/// The settings hold what the protocol has no room for, or what is no ASCII.
pub fn bind(settings: &SmppSettings) -> Result<BindTransceiver, GatewayError> {
    let unfit = |field: &'static str| {
        move |_| {
            GatewayError::new(
                GatewayFault::SignInRefused,
                format_args!("the protocol has no room for the {field}"),
            )
        }
    };
    let password = settings.password.expose_secret().to_owned();
    Ok(BindTransceiver::builder()
        .system_id(COctetString::from_string(settings.system_id.clone()).map_err(unfit("system id"))?)
        .password(COctetString::from_string(password).map_err(unfit("password"))?)
        .system_type(COctetString::from_string(settings.system_type.clone()).map_err(unfit("system type"))?)
        .interface_version(InterfaceVersion::Smpp3_4)
        .build())
}

/// A message to a mobile, with a receipt asked for, whether it arrives or not.
///
/// # Errors
/// The text is longer than one segment.
pub fn submit(sender: &SenderName, mobile: Mobile, text: &str) -> Result<SubmitSm, GatewayError> {
    let refused = |cause| GatewayError::new(GatewayFault::MessageRefused, cause);
    let segment = text::segment(text).ok_or_else(|| refused("the text is longer than one segment"))?;
    let number = mobile.e164().trim_start_matches('+').to_owned();
    let no_room = |_| refused("the protocol has no room for an address");
    let octets = OctetString::from_vec(segment.octets).map_err(|_| refused("the text is too long"))?;
    Ok(SubmitSm::builder()
        .source_addr_ton(Ton::Alphanumeric)
        .source_addr_npi(Npi::Unknown)
        .source_addr(COctetString::from_string(sender.as_str().to_owned()).map_err(no_room)?)
        .dest_addr_ton(Ton::International)
        .dest_addr_npi(Npi::Isdn)
        .destination_addr(COctetString::from_string(number).map_err(no_room)?)
        // Of all zeros; what the library takes for its default is an acknowledgement.
        .esm_class(EsmClass::from(0))
        .registered_delivery(RegisteredDelivery::from(1))
        .data_coding(segment.coding)
        .short_message(octets)
        .build())
}

/// For how long an SMSC tries to deliver a message: from when it has it (SMPP 3.4, 7.1.1.2), since its clock may be
/// another, in whole seconds, so that nothing is delivered that is dead. At least one, since zero is no limit; at most 28
/// days, which every month has. Without a time it is the SMSC's own.
///
/// # Errors
/// None that a right program has.
pub fn validity(good_for: Option<Duration>) -> Result<EmptyOrFullCOctetString<17>, GatewayError> {
    let Some(good_for) = good_for else {
        return Ok(EmptyOrFullCOctetString::empty());
    };
    let seconds = good_for.as_secs().clamp(1, 28 * 86_400);
    let [days, hours, minutes] = [seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60];
    let written = format!("0000{days:02}{hours:02}{minutes:02}{:02}000R", seconds % 60);
    EmptyOrFullCOctetString::from_str(&written).map_err(|error| GatewayError::new(GatewayFault::MessageRefused, error))
}

/// Why an SMSC did not bind us.
pub fn not_bound(status: CommandStatus) -> GatewayError {
    let fault = match status {
        CommandStatus::EsmeRbindfail
        | CommandStatus::EsmeRinvpaswd
        | CommandStatus::EsmeRinvsysid
        | CommandStatus::EsmeRinvsystyp
        | CommandStatus::EsmeRsertypunauth
        | CommandStatus::EsmeRprohibited => GatewayFault::SignInRefused,
        CommandStatus::EsmeRthrottled | CommandStatus::EsmeRmsgqful => GatewayFault::Throttled,
        _ => GatewayFault::Failing,
    };
    GatewayError::new(fault, format_args!("it did not bind us: {}", number(status)))
}

/// Why an SMSC did not take a message. A status other than zero says for certain that it did not; what is left open is
/// whether it ever will.
pub fn not_taken(status: CommandStatus) -> SubmitError {
    use CommandStatus as Status;
    let cause = format!("it did not take a message: {}", number(status));
    let (fault, wrap): (_, fn(GatewayError) -> SubmitError) = match status {
        Status::EsmeRthrottled | Status::EsmeRmsgqful => (GatewayFault::Throttled, SubmitError::NotAccepted),
        // About this message: its number, its sender, its length, or that the account may not send it.
        Status::EsmeRinvmsglen
        | Status::EsmeRinvcmdlen
        | Status::EsmeRinvcmdid
        | Status::EsmeRinvsrcadr
        | Status::EsmeRinvdstadr
        | Status::EsmeRinvsrcton
        | Status::EsmeRinvsrcnpi
        | Status::EsmeRinvdstton
        | Status::EsmeRinvdstnpi
        | Status::EsmeRinvesmclass
        | Status::EsmeRinvregdlvflg
        | Status::EsmeRinvsertyp
        | Status::EsmeRinvdcs
        | Status::EsmeRxPAppn
        | Status::EsmeRxRAppn
        | Status::EsmeRdeliveryfailure
        | Status::EsmeRprohibited
        | Status::EsmeRsertypunauth
        | Status::EsmeRsertypdenied => (GatewayFault::MessageRefused, SubmitError::Refused),
        // Out of order, out of credit, a status of the operator's own: it may be put right.
        _ => (GatewayFault::Failing, SubmitError::NotAccepted),
    };
    wrap(GatewayError::new(fault, cause))
}

/// A status as operators name it.
fn number(status: CommandStatus) -> String {
    format!("command_status 0x{:08X}", u32::from(status))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_time_is_from_now_in_whole_seconds_and_never_none() {
        let written = |millis| validity(Some(Duration::from_millis(millis))).unwrap().to_string();
        for (millis, expected) in [
            (300_000, "000000000500000R"),
            (299_999, "000000000459000R"),
            (90_123_000, "000001010203000R"),
            (999, "000000000001000R"),
            (0, "000000000001000R"),
            (u64::MAX, "000028000000000R"),
        ] {
            assert_eq!(written(millis), expected, "{millis}");
        }
        assert_eq!(validity(None).unwrap().to_string(), "");
    }

    #[test]
    fn a_status_says_whether_it_is_about_us_the_message_or_the_moment() {
        let fault = |error: &SubmitError| match error {
            SubmitError::NotAccepted(error) => (true, error.fault),
            SubmitError::Refused(error) | SubmitError::Unknown(error) => (false, error.fault),
        };
        for (status, again) in [
            (0x58, (true, GatewayFault::Throttled)),
            (0x14, (true, GatewayFault::Throttled)),
            (0x08, (true, GatewayFault::Failing)),
            (0x45, (true, GatewayFault::Failing)),
            (0x400, (true, GatewayFault::Failing)),
            (0x0b, (false, GatewayFault::MessageRefused)),
            (0x0a, (false, GatewayFault::MessageRefused)),
        ] {
            assert_eq!(fault(&not_taken(CommandStatus::from(status))), again, "{status:#x}");
        }
        for (status, expected) in [
            (0x0d, GatewayFault::SignInRefused),
            (0x0e, GatewayFault::SignInRefused),
            (0x0f, GatewayFault::SignInRefused),
            (0x58, GatewayFault::Throttled),
            (0x08, GatewayFault::Failing),
        ] {
            assert_eq!(not_bound(CommandStatus::from(status)).fault, expected, "{status:#x}");
        }
        assert!(not_bound(CommandStatus::EsmeRinvpaswd).cause.ends_with("0x0000000E"));
    }
}
