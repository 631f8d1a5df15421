//! The receipt in words, from top to bottom.

use super::bidi::island;
use super::{Direction, Texts, date};
use crate::domain::receipt::{Part, Receipt, Sheet};
use crate::domain::recovery::proven::Outcome;

/// A receipt in the language of its applicant.
#[must_use]
pub fn sheet(receipt: &Receipt) -> Sheet {
    let texts = Texts::of(receipt.language());
    let mut parts = Vec::new();
    if receipt.is_practice() {
        parts.push(Part::Notice(texts.receipt_practice()));
    }
    parts.extend(rows(texts, receipt).map(|(label, value)| Part::Row { label, value }));
    parts.push(Part::Heading(texts.receipt_services()));
    parts.extend(services(texts, receipt));
    parts.push(Part::Heading(texts.receipt_not_you()));
    parts.push(Part::Paragraph(texts.receipt_not_you_do()));
    parts.push(Part::Paragraph(texts.receipt_keep()));
    Sheet {
        reference: receipt.reference(),
        language: texts.language(),
        right_to_left: texts.direction() == Direction::RightToLeft,
        title: texts.receipt_title(),
        parts,
    }
}

fn rows(texts: Texts, receipt: &Receipt) -> impl Iterator<Item = (String, String)> {
    let (workplace, platform) = (receipt.workplace(), receipt.platform());
    let name = platform.name.clone().unwrap_or_else(|| texts.platform_name());
    [
        (texts.receipt_reference(), island(&receipt.reference().to_string())),
        (texts.receipt_what(), texts.done_what(receipt.outcome())),
        (texts.receipt_identity(), island(receipt.masked())),
        (texts.receipt_centre(), island(&workplace.centre)),
        (texts.receipt_desk(), island(&workplace.desk)),
        (texts.receipt_day(), date::both(texts.locale(), receipt.at())),
        (texts.receipt_time(), island(&date::clock(texts.locale(), receipt.at()))),
        (texts.receipt_platform(), island(&name)),
        (texts.receipt_address(), island(&platform.address)),
    ]
    .into_iter()
}

fn services(texts: Texts, receipt: &Receipt) -> Vec<Part> {
    let open = receipt.services();
    if open.is_empty() {
        return vec![Part::Paragraph(texts.receipt_services_none())];
    }
    let item = |id: &str| Part::Item(texts.service(id));
    open.into_iter().map(item).collect()
}

impl Texts {
    /// What was done in a visit, as its receipt says it.
    pub fn done_what(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::PasswordChanged => self.receipt_password_changed(),
            Outcome::UsernameShown => self.receipt_username_shown(),
            Outcome::UsernameChanged => self.receipt_username_changed(),
            Outcome::Registered => self.receipt_registered(),
            Outcome::MobileWaits { .. } => self.receipt_mobile_waits(),
        }
    }
}
