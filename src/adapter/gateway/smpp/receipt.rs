//! What an SMSC tells of a message after it took it, and which message it means.
//!
//! The protocol leaves both open. A receipt names its message in a field of its own or in its text, as text that every
//! SMSC writes alike; it may name it in decimal what the answer named in hexadecimal, or the other way round; and it may
//! come before that answer.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusmpp::pdus::DeliverSm;
use rusmpp::tlvs::TlvValue;
use rusmpp::values::{DataCoding, MessageState, MessageType};
use tokio::sync::Notify;

use crate::domain::applicant::Mobile;
use crate::port::Receipt;

/// How many messages are remembered until their receipt comes; the oldest goes first.
const REMEMBERED: usize = 4096;
/// How many receipts are kept that may have come before the answer that names their message.
const EARLY: usize = 256;
/// Digits that tell mobiles of one country apart.
const DIGITS: usize = 9;

/// What a receipt says.
#[derive(Clone, PartialEq, Eq)]
pub struct Told {
    /// The SMSC's name for the message, in the receipt's own spelling.
    name: Name,
    delivered: bool,
    /// The last digits of the number that the message went to, where the receipt has it.
    number: Option<String>,
}

/// Reads a receipt. None where it is something else, such as an SMS to us, or says nothing final.
pub fn read(deliver: &DeliverSm) -> Option<Told> {
    let (mut id, mut state, mut payload) = (None, None, None);
    for tlv in deliver.tlvs() {
        match tlv.value() {
            Some(TlvValue::ReceiptedMessageId(told)) => id = Some(told.as_str().to_owned()),
            Some(TlvValue::MessageState(told)) => state = Some(*told),
            Some(TlvValue::MessagePayload(told)) => payload = Some(told.value.as_ref().to_vec()),
            _ => {}
        }
    }
    let is_receipt = deliver.esm_class.message_type == MessageType::ShortMessageContainsMCDeliveryReceipt;
    if !is_receipt && id.is_none() {
        return None;
    }
    let octets = payload.unwrap_or_else(|| deliver.short_message().as_ref().to_vec());
    let text = text(&octets, deliver.data_coding);
    let id = id.filter(|id| !id.is_empty()).or_else(|| word(&text, "id:"))?;
    let delivered = match state {
        Some(state) => of_state(state),
        None => of_word(&word(&text, "stat:")?),
    }?;
    Some(Told {
        name: Name::of(&id),
        delivered,
        number: last_digits(deliver.source_addr.as_str()),
    })
}

fn text(octets: &[u8], coding: DataCoding) -> String {
    if coding == DataCoding::Ucs2 {
        let units = octets
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0, |unit, octet| unit << 8 | u16::from(*octet)));
        return char::decode_utf16(units).map(|unit| unit.unwrap_or(' ')).collect();
    }
    String::from_utf8_lossy(octets).into_owned()
}

/// What stands behind `key` up to the next space. The beginning of the message itself, which ends a receipt, is not read.
fn word(text: &str, key: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let end = lower.find("text:").unwrap_or(lower.len());
    let head = lower.get(..end)?;
    let at = head.match_indices(key).map(|(at, _)| at).find(|at| {
        !head
            .get(..*at)
            .is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric()))
    })?;
    let rest = text.get(at + key.len()..end)?.trim_start();
    let word = rest.split_whitespace().next()?;
    Some(word.to_owned())
}

/// Whether a state says that the message arrived, or that it never will; none where it is not final.
fn of_state(state: MessageState) -> Option<bool> {
    match state {
        MessageState::Delivered => Some(true),
        MessageState::Expired
        | MessageState::Deleted
        | MessageState::Undeliverable
        | MessageState::Rejected
        | MessageState::Skipped => Some(false),
        _ => None,
    }
}

fn of_word(word: &str) -> Option<bool> {
    match word.to_ascii_uppercase().as_str() {
        "DELIVRD" | "DELIVERED" => Some(true),
        "EXPIRED" | "DELETED" | "UNDELIV" | "REJECTD" => Some(false),
        _ => None,
    }
}

fn last_digits(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().checked_sub(DIGITS)?;
    digits.get(from..).map(str::to_owned)
}

/// A message's name in one spelling, with the numbers that this may spell: in decimal and in hexadecimal.
#[derive(Clone, PartialEq, Eq)]
struct Name {
    spelled: String,
    decimal: Option<u128>,
    hexadecimal: Option<u128>,
}

impl Name {
    fn of(spelled: &str) -> Self {
        let digits = spelled.trim_start_matches("0x").trim_start_matches("0X");
        Self {
            spelled: spelled.to_owned(),
            decimal: digits.parse().ok(),
            hexadecimal: u128::from_str_radix(digits, 16).ok(),
        }
    }

    /// Whether two spellings may name one message: as numbers in the same base, or in one each.
    fn may_be(&self, other: &Self) -> bool {
        let equal = |one: Option<u128>, other: Option<u128>| one.is_some() && one == other;
        equal(self.decimal, other.decimal)
            || equal(self.hexadecimal, other.hexadecimal)
            || equal(self.decimal, other.hexadecimal)
            || equal(self.hexadecimal, other.decimal)
    }
}

/// A message that was taken, until its receipt comes.
struct Taken {
    /// The SMSC's name for it, in the spelling of its answer.
    name: Name,
    /// The last digits of its number.
    number: Option<String>,
}

impl Taken {
    /// How well a receipt fits this message; none where it does not.
    fn fits(&self, told: &Told) -> Option<u8> {
        let same = self.name.spelled == told.name.spelled;
        if !same && !self.name.may_be(&told.name) {
            return None;
        }
        let other_number = self.number.is_some() && told.number.is_some() && self.number != told.number;
        match (same, other_number) {
            (true, false) => Some(3),
            (false, false) => Some(2),
            // Some write another number into a receipt than the message went to.
            (true, true) => Some(1),
            (false, true) => None,
        }
    }
}

/// The receipts of a gateway, each under the name that the answer gave its message.
#[derive(Default)]
pub struct Receipts {
    inner: Mutex<Inner>,
    arrived: Notify,
}

#[derive(Default)]
struct Inner {
    taken: VecDeque<Taken>,
    early: VecDeque<Told>,
    ready: VecDeque<Receipt>,
}

impl Receipts {
    /// The SMSC took a message to this mobile under this name.
    pub fn taken(&self, id: &str, mobile: Mobile) {
        let taken = Taken {
            name: Name::of(id),
            number: last_digits(&mobile.e164()),
        };
        let mut inner = self.inner();
        match inner.early.iter().position(|told| taken.fits(told).is_some()) {
            Some(at) => {
                if let Some(told) = inner.early.remove(at) {
                    self.hand_out(&mut inner, taken.name.spelled, told.delivered);
                }
            }
            None => push(&mut inner.taken, REMEMBERED, taken),
        }
    }

    /// A receipt came. One that fits no message of this run of the program is handed out as it is, for whoever knows
    /// older ones, and kept for the answer that may yet name its message.
    pub fn came(&self, told: Told) {
        let mut inner = self.inner();
        let best = (0..)
            .zip(&inner.taken)
            .filter_map(|(at, taken)| Some((taken.fits(&told)?, at)));
        let best = best.max_by_key(|(fits, _)| *fits).map(|(_, at)| at);
        match best.and_then(|at| inner.taken.remove(at)) {
            Some(taken) => self.hand_out(&mut inner, taken.name.spelled, told.delivered),
            None => {
                self.hand_out(&mut inner, told.name.spelled.clone(), told.delivered);
                push(&mut inner.early, EARLY, told);
            }
        }
    }

    /// Waits for the next one.
    pub async fn next(&self) -> Receipt {
        loop {
            if let Some(receipt) = self.inner().ready.pop_front() {
                return receipt;
            }
            self.arrived.notified().await;
        }
    }

    fn hand_out(&self, inner: &mut Inner, gateway_id: String, delivered: bool) {
        push(&mut inner.ready, REMEMBERED, Receipt { gateway_id, delivered });
        self.arrived.notify_one();
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn push<T>(queue: &mut VecDeque<T>, most: usize, item: T) {
    if queue.len() >= most {
        queue.pop_front();
    }
    queue.push_back(item);
}

#[cfg(test)]
mod tests;
