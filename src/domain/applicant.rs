//! Who the applicant is: values that are parsed once, at the edge, and trusted from then on.

pub mod email;
pub mod id_date;
pub mod identity_number;
mod latin_name;
pub mod mobile;
pub mod person_name;
pub mod today;
pub mod username;

pub use email::{Email, EmailError, TwiceError};
pub use id_date::{Calendar, IdDate, IdDateError};
pub use identity_number::{ApplicantKind, IdentityNumber, IdentityNumberError};
pub use mobile::{Mobile, MobileError, Operator};
pub use person_name::{PersonName, PersonNameError};
pub use today::Today;
pub use username::{Username, UsernameError};
