//! stub
use super::{account::Account, policy::PasswordPolicy, secret::Secret};
#[derive(Debug)]
pub struct NewPassword(Secret);
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordFaults;
#[derive(Clone, Debug)]
pub struct PersonalWords;
impl PersonalWords {
    pub fn of(_: &Account) -> Self {
        Self
    }
}
impl NewPassword {
    pub fn text(&self) -> &Secret {
        &self.0
    }
    pub fn choose(p: &Secret, _: &Secret, _: &PersonalWords, _: &PasswordPolicy) -> Result<Self, PasswordFaults> {
        Ok(Self(p.clone()))
    }
}
