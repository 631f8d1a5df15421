//! Whom the tour's registry knows: who can register, and for each condition somebody who cannot.

use crate::domain::applicant::{ApplicantKind, IdDate, IdentityNumber, Mobile, PersonName};
use crate::domain::registry::{Person, Registered, RegisteredMobile};

use super::TourError;

/// The resident who registers.
pub mod newcomer {
    /// Their identity number.
    pub const IDENTITY: &str = "2000000014";
    /// Their mobile.
    pub const MOBILE: &str = "0531112233";
    /// Their email, with a likely slip.
    pub const SLIP: &str = "ahmad.karim@gmial.com";
    /// Their email.
    pub const EMAIL: &str = "ahmad.karim@gmail.com";
    /// The user name that they choose.
    pub const USERNAME: &str = "ahmadk2030";
    /// The password that they choose.
    pub const PASSWORD: &str = "Jabal-Uhud-1450";
    /// Their answers, to whichever questions they choose.
    pub const ANSWERS: [&str; 3] = ["مدرسة ابن خلدون", "خالتي حصة", "حصان خشبي"];
}

/// A citizen whose national ID has expired.
pub const EXPIRED_CITIZEN: [&str; 2] = ["1000000032", "0531112244"];
/// A resident whose iqama expired yesterday.
pub const EXPIRED_RESIDENT: [&str; 2] = ["2000000022", "0531112255"];
/// A citizen whose mobile is suspended.
pub const SUSPENDED: [&str; 2] = ["1000000040", "0531112266"];
/// The same citizen, with another person's mobile.
pub const SOMEBODY_ELSES: [&str; 2] = ["1000000040", newcomer::MOBILE];
/// A citizen whom the registry does not know.
pub const UNKNOWN: [&str; 2] = ["1000000057", "0531112277"];
/// The supervisors who are called beside the clerk.
pub const SUPERVISORS: [&str; 2] = ["1000000016", "1000000099"];
/// The supervisor who sets a desk up, and signs in to it.
pub const FIRST_SUPERVISOR: &str = "1000000073";
/// What one of the supervisors types first in the place of their password.
pub const WRONG_PASSWORD: &str = "Not-this-one-7";
/// A mobile that the registry does not know, in the place of a lost one.
pub const NEW_MOBILE: &str = "0559876543";
/// A citizen of whom the registry knows neither name nor expiry.
pub const NAMELESS: [&str; 2] = ["1000000065", "0531112288"];

fn broken(error: impl std::fmt::Display) -> TourError {
    TourError::World(error.to_string())
}

/// A person with one mobile; expiry and name where the registry has them.
fn one([number, mobile]: [&str; 2], known: Option<(&str, &str)>, active: bool) -> Result<Registered, TourError> {
    let number = IdentityNumber::parse(number).map_err(broken)?;
    let person = Person {
        name: known
            .map(|(name, _)| PersonName::parse(name))
            .transpose()
            .map_err(broken)?,
        kind: match number.digits().starts_with('2') {
            true => ApplicantKind::Resident,
            false => ApplicantKind::Citizen,
        },
        expiry: known
            .map(|(_, expiry)| IdDate::parse(expiry))
            .transpose()
            .map_err(broken)?,
        active: true,
    };
    let mobile = RegisteredMobile {
        mobile: Mobile::parse(mobile).map_err(broken)?,
        active,
        operator_approved: true,
    };
    Ok(Registered {
        number,
        person,
        mobiles: vec![mobile],
    })
}

/// All of them.
///
/// # Errors
/// [`TourError::World`].
pub fn people() -> Result<Vec<Registered>, TourError> {
    let newcomer = [newcomer::IDENTITY, newcomer::MOBILE];
    Ok(vec![
        one(newcomer, Some(("أحمد كريم الهروي", "1450-08-01 H")), true)?,
        one(EXPIRED_CITIZEN, Some(("سعد ناصر البطين", "1447-05-01 H")), true)?,
        one(EXPIRED_RESIDENT, Some(("عمر يوسف الحلبي", "2026-11-21")), true)?,
        one(SUSPENDED, Some(("نورة علي الدوسري", "1452-02-10 H")), false)?,
        one(NAMELESS, None, true)?,
    ])
}
