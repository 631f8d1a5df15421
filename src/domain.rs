//! Pure rules of the counter. Nothing here reads a clock, a file or a random source: time and
//! randomness are arguments, and every type is parsed once and trusted from then on.

pub mod account;
pub mod answer;
pub mod applicant;
pub mod captcha;
pub mod code;
pub mod conditions;
pub mod fact;
pub mod hash;
pub mod id;
pub mod key_place;
pub mod language;
pub mod legal;
pub mod limit;
pub mod message;
pub mod password;
pub mod policy;
pub mod presence;
pub mod question;
pub mod receipt;
pub mod recovery;
pub mod registration;
pub mod registry;
pub mod report;
pub mod secret;
pub mod service;
pub mod staff;
pub mod store_kind;
pub mod supervised;
pub mod text;
pub mod time;
