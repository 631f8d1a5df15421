//! What a guesser who knows the person would try first.

use zeroize::Zeroizing;

use crate::domain::account::Account;
use crate::domain::applicant::{Email, IdentityNumber, Mobile, PersonName, Username};

/// The person's own words and numbers, and those of the place.
#[derive(Clone, Debug, Default)]
pub struct PersonalWords {
    /// The user name of the account.
    pub username: Option<Username>,
    /// The identity number.
    pub identity: Option<IdentityNumber>,
    /// The mobile on the account.
    pub mobile: Option<Mobile>,
    /// The email on the account.
    pub email: Option<Email>,
    /// The person's name.
    pub name: Option<PersonName>,
    /// Words of the place: the platform's name and host.
    pub place: Vec<String>,
}

impl PersonalWords {
    /// What is known of the owner of an account.
    pub fn of(account: &Account) -> Self {
        Self {
            username: Some(account.username.clone()),
            identity: Some(account.identity),
            mobile: Some(account.mobile),
            email: account.email.clone(),
            name: Some(account.name.clone()),
            place: Vec::new(),
        }
    }

    /// Whether the password is nothing but the user name, the identity number, the mobile or the email, whatever its
    /// case or spelling.
    pub(super) fn equal(&self, password: &str) -> bool {
        let folded = Zeroizing::new(caseless::default_case_fold_str(password.trim()));
        let username = self
            .username
            .as_ref()
            .is_some_and(|username| username.folded() == folded.as_str());
        let email = self
            .email
            .as_ref()
            .is_some_and(|email| email.folded() == folded.as_str());
        let identity = self
            .identity
            .is_some_and(|identity| IdentityNumber::parse(password) == Ok(identity));
        let mobile = self.mobile.is_some_and(|mobile| Mobile::parse(password) == Ok(mobile));
        username || email || identity || mobile
    }

    /// The words whole and in parts, for the measure of strength.
    pub(super) fn for_guessing(&self) -> Vec<Zeroizing<String>> {
        let mut words: Vec<String> = self.place.clone();
        if let Some(username) = &self.username {
            words.push(username.as_str().to_owned());
            words.push(
                username
                    .as_str()
                    .trim_end_matches(|c: char| c.is_ascii_digit())
                    .to_owned(),
            );
        }
        if let Some(identity) = &self.identity {
            words.extend([identity.digits().to_owned(), identity.last_four().to_owned()]);
        }
        if let Some(mobile) = &self.mobile {
            let national = mobile.national().replace(' ', "");
            words.extend(national.get(1..).map(str::to_owned));
            words.extend([national, mobile.e164().trim_start_matches('+').to_owned()]);
        }
        if let Some(email) = &self.email {
            words.push(email.as_str().to_owned());
            words.extend(email.as_str().split(['@', '.', '-', '_', '+']).map(str::to_owned));
        }
        if let Some(name) = &self.name {
            words.extend(name.as_str().split(' ').map(str::to_owned));
        }
        words
            .into_iter()
            .filter(|word| word.chars().nth(2).is_some())
            .map(Zeroizing::new)
            .collect()
    }
}
