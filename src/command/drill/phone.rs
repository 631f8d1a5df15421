//! What people read on the phone in the same program.

use std::time::Duration;

use crate::domain::message::Contact;
use crate::domain::secret::{ExposeSecret, Secret};

use super::visitor::Visitors;

/// How long a message may take to the phone in the same program.
const PATIENCE: Duration = Duration::from_secs(20);

impl Visitors {
    /// The newest code that the phone shows for this contact.
    pub(super) fn newest_code(&self, to: &Contact) -> Option<Secret> {
        let shown = self.phone.as_ref()?.messages();
        let texts = shown.iter().rev().filter(|message| message.to == *to);
        texts
            .filter_map(|message| six_digits(message.text.expose_secret()))
            .next()
    }

    /// Waits for a code that is not the one seen before.
    pub(super) async fn code(&self, to: &Contact, seen: Option<&Secret>) -> Option<Secret> {
        let phone = self.phone.as_ref()?;
        let before = seen.map(ExposeSecret::expose_secret);
        let wait = async {
            loop {
                let changed = phone.changed();
                let newest = self.newest_code(to);
                if newest.is_some() && newest.as_ref().map(ExposeSecret::expose_secret) != before {
                    return newest;
                }
                changed.await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.ok()?
    }
}

/// The code in a message: its only run of six digits.
fn six_digits(text: &str) -> Option<Secret> {
    let mut runs = text.split(|character: char| !character.is_ascii_digit());
    runs.find(|run| run.len() == 6).map(Secret::from)
}
