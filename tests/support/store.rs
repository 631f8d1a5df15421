//! Made-up records and commits for tests of the store.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use istiada::adapter::seal::FolderKeys;
use istiada::adapter::store::{DurableStore, OpenError};
use istiada::domain::account::Account;
use istiada::domain::applicant::{Email, IdentityNumber, Mobile, PersonName, Username};
use istiada::domain::fact::{Entry, Fact};
use istiada::domain::hash::{Hashed, Scheme};
use istiada::domain::id::{AccountId, MessageId, Reference, VisitId};
use istiada::domain::language::Language;
use istiada::domain::limit::{Subject, Tally, TallyKey, TallyKind};
use istiada::domain::message::{Contact, Delivery, Message, MessageKind};
use istiada::domain::recovery::document::DocumentWanted;
use istiada::domain::recovery::{Recovery, Visit, VisitRecord};
use istiada::domain::store_kind::StoreKind;
use istiada::domain::time::{BootId, Moment, Reading, Timestamp, Uptime};
use istiada::port::{Change, Commit, Version};

/// A moment, so many seconds after some start.
pub fn moment(second: i64) -> Moment {
    let wall = Timestamp::from_millis(1_795_000_000_000 + second * 1000);
    let uptime = Uptime {
        boot: BootId([3; 16]),
        elapsed: std::time::Duration::from_secs(second.unsigned_abs()),
    };
    Moment {
        at: wall,
        reading: Reading { wall, uptime },
    }
}

/// The identity number of a made-up citizen.
pub fn identity(number: u32) -> IdentityNumber {
    (0..10)
        .find_map(|check| IdentityNumber::parse(&format!("1{number:08}{check}")).ok())
        .unwrap()
}

/// A made-up account; every number another person.
pub fn account(number: u32) -> Account {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.wrapping_mul(2_654_435_761).to_be_bytes());
    id[4..8].copy_from_slice(&number.to_be_bytes());
    Account {
        id: AccountId::from_bytes(id),
        identity: identity(number),
        name: PersonName::parse(&format!("نورة المطيري {}", "بنت سالم ".repeat(1 + number as usize % 3))).unwrap(),
        mobile: Mobile::parse(&format!("05{:08}", 50_000_000 + number)).unwrap(),
        email: Some(Email::parse(&format!("noura.{number}@example.org")).unwrap()),
        username: Username::parse(&format!("NouraM{number:06}")).unwrap(),
        expiry: None,
        language: Language::ARABIC,
        password: Some(hashed(number)),
        previous_passwords: Vec::new(),
        questions: Vec::new(),
    }
}

/// Something that looks like a hash.
pub fn hashed(number: u32) -> Hashed {
    Hashed {
        scheme: Scheme::Peppered,
        phc: format!("$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$hash{number:010}"),
    }
}

/// A visit that has just begun.
pub fn visit(number: u8, second: i64) -> VisitRecord {
    let visit = Visit {
        id: VisitId::from_bytes([number; 16]),
        clerk: identity(99),
        started: moment(0).at,
        touched: moment(second).at,
        flow: istiada::domain::fact::Flow::ForgottenPassword,
        language: Language::ARABIC,
    };
    Recovery::Document(DocumentWanted::open(visit)).record()
}

/// A message that was asked for at a second.
pub fn message(number: u8, second: i64, delivery: Delivery) -> Message {
    let visit = VisitId::from_bytes([1; 16]);
    Message {
        id: MessageId::from_bytes([number; 16]),
        visit,
        account: account(1).id,
        to: Contact::Mobile(account(1).mobile),
        kind: MessageKind::PasswordChanged {
            reference: Reference::of(visit),
        },
        language: Language::ARABIC,
        created: moment(second).at,
        expires: moment(second + 300).at,
        delivery,
    }
}

/// A message's state while it waits.
pub fn queued() -> Delivery {
    Delivery::fresh(moment(0).at)
}

/// The name of a tally.
pub fn tally_key(subject: u8) -> TallyKey {
    TallyKey {
        kind: TallyKind::WrongAnswers,
        subject: Subject([subject; 16]),
    }
}

/// A tally that counted so often.
pub fn tally(count: u32) -> Tally {
    let mut tally = Tally::default();
    (0..count).for_each(|second| tally.record(std::time::Duration::from_secs(60), moment(i64::from(second)).at));
    tally
}

/// A commit of these changes.
pub fn commit(second: i64, changes: Vec<Change>) -> Commit {
    let entry = Entry {
        clerk: Some(identity(99)),
        visit: None,
        fact: Fact::DrillRan {
            visit: second.unsigned_abs(),
        },
    };
    Commit {
        moment: moment(second),
        entries: vec![entry],
        changes,
    }
}

/// Writes an account that was read at `version`.
pub fn write(account: Account, version: u64) -> Change {
    Change::Account {
        account: Box::new(account),
        version: Version(version),
    }
}

/// Opens a store below `folder`, its keys beside it.
pub fn open(folder: &Path, kind: StoreKind) -> Result<DurableStore, OpenError> {
    let keys = FolderKeys::new(folder.join("keys"));
    DurableStore::open(&folder.join("data"), kind, &keys, &mut |_| {})
}
