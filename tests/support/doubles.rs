//! Quick stand-ins for what would take long, and a store whose commits can be made to fail.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use istiada::domain::account::Account;
use istiada::domain::applicant::IdentityNumber;
use istiada::domain::captcha::{Label, Picture, Print};
use istiada::domain::hash::{HashError, Hashed, Hasher, Scheme};
use istiada::domain::id::{AccountId, MessageId, VisitId};
use istiada::domain::language::Language;
use istiada::domain::limit::{Tally, TallyKey};
use istiada::domain::message::{Contact, Message, MessageKind};
use istiada::domain::question::QuestionId;
use istiada::domain::receipt::{Receipt, Sheet};
use istiada::domain::recovery::VisitRecord;
use istiada::domain::secret::{ExposeSecret, Secret};
use istiada::domain::staff::{Member, SetUp};
use istiada::domain::store_kind::StoreKind;
use istiada::domain::supervised::MobileChange;
use istiada::i18n::wording::Words;
use istiada::port::{Carried, Commit, Frame, Head, Lookup, Painter, Store, StoreError, Versioned, Worded, Wording};

/// Compares texts as they are: quick, and good for nothing but tests.
#[derive(Debug)]
pub struct PlainHasher {
    dummy: Hashed,
    /// How often it was asked to check.
    pub checks: AtomicU32,
}

impl Default for PlainHasher {
    fn default() -> Self {
        Self {
            dummy: Hashed {
                scheme: Scheme::Peppered,
                phc: "nobody".to_owned(),
            },
            checks: AtomicU32::new(0),
        }
    }
}

impl Hasher for PlainHasher {
    fn hash(&self, text: &Secret) -> Result<Hashed, HashError> {
        Ok(Hashed {
            scheme: Scheme::Peppered,
            phc: format!("of {}", text.expose_secret()),
        })
    }

    fn verify(&self, text: &Secret, hashed: &Hashed) -> bool {
        self.checks.fetch_add(1, Ordering::Relaxed);
        hashed.phc == format!("of {}", text.expose_secret())
    }

    fn dummy(&self) -> &Hashed {
        &self.dummy
    }

    fn is_outdated(&self, hashed: &Hashed) -> bool {
        hashed.phc == "outdated"
    }
}

/// Paints nothing, and lets the label be read.
#[derive(Debug, Default)]
pub struct OpenPainter(Mutex<Option<Label>>);

impl OpenPainter {
    /// What the image shows that was painted last, of whichever visit.
    pub fn label(&self) -> Label {
        let painted = self.0.lock().unwrap().clone();
        painted.unwrap_or_else(|| Label::new("none yet"))
    }
}

impl Painter for OpenPainter {
    fn paint(&self, label: &Label, _: Print, _: u64) -> Picture {
        *self.0.lock().unwrap() = Some(label.clone());
        Picture {
            width: 1,
            height: 1,
            rgba: vec![0; 4],
        }
    }
}

/// The code, or a word for what the message is about.
#[derive(Debug)]
pub struct BareWording;

impl Wording for BareWording {
    fn message(&self, kind: &MessageKind, _: &Contact, _: Language, carried: Carried<'_>) -> Worded {
        let text = match (kind, carried) {
            (MessageKind::Code { .. }, Carried::Code(code)) => code.secret().expose_secret().to_owned(),
            (MessageKind::PasswordChanged { .. }, _) => "changed".to_owned(),
            (MessageKind::RecoveryPaused { .. }, _) => "paused".to_owned(),
            (MessageKind::UsernameChanged { .. }, _) => "renamed".to_owned(),
            (MessageKind::AccountMade { .. }, _) => "made".to_owned(),
            (MessageKind::MobileChangeBegun { .. }, _) => "mobile begun".to_owned(),
            (MessageKind::MobileChangeStopped { .. }, _) => "mobile stopped".to_owned(),
            (MessageKind::MobileChanged { .. }, _) => "mobile changed".to_owned(),
            (MessageKind::Username, Carried::Username(name)) => name.as_str().to_owned(),
            (MessageKind::Code { .. } | MessageKind::Username, _) => "nothing carried".to_owned(),
        };
        Worded {
            subject: None,
            text: Secret::from(text),
        }
    }

    fn question(&self, question: QuestionId, _: Language) -> String {
        question.as_str().to_owned()
    }

    fn receipt(&self, receipt: &Receipt) -> Sheet {
        Words.receipt(receipt)
    }
}

/// A store whose commits can be made to fail, before or never after they were made.
pub struct Faulty {
    pub inner: Arc<dyn Store>,
    /// So many commits go well, then one fails; `u32::MAX` for never.
    pub fails_after: AtomicU32,
}

impl Faulty {
    pub fn over(inner: Arc<dyn Store>) -> Self {
        Self {
            inner,
            fails_after: AtomicU32::new(u32::MAX),
        }
    }
}

impl Store for Faulty {
    fn kind(&self) -> StoreKind {
        self.inner.kind()
    }
    fn commit(&self, commit: &Commit) -> Result<Head, StoreError> {
        let left = self.fails_after.load(Ordering::Relaxed);
        if left == 0 {
            self.fails_after.store(u32::MAX, Ordering::Relaxed);
            return Err(StoreError::Full(std::io::Error::other("no room")));
        }
        if left != u32::MAX {
            self.fails_after.store(left - 1, Ordering::Relaxed);
        }
        self.inner.commit(commit)
    }
    fn head(&self) -> Option<Head> {
        self.inner.head()
    }
    fn find(&self, lookup: Lookup<'_>) -> Result<Option<AccountId>, StoreError> {
        self.inner.find(lookup)
    }
    fn account(&self, id: AccountId) -> Result<Option<Versioned<Account>>, StoreError> {
        self.inner.account(id)
    }
    fn visit(&self, id: VisitId) -> Result<Option<Versioned<VisitRecord>>, StoreError> {
        self.inner.visit(id)
    }
    fn visits(&self) -> Result<Vec<Versioned<VisitRecord>>, StoreError> {
        self.inner.visits()
    }
    fn mobile_change(&self, account: AccountId) -> Result<Option<Versioned<MobileChange>>, StoreError> {
        self.inner.mobile_change(account)
    }
    fn mobile_changes(&self) -> Result<Vec<Versioned<MobileChange>>, StoreError> {
        self.inner.mobile_changes()
    }
    fn tally(&self, key: TallyKey) -> Result<Versioned<Tally>, StoreError> {
        self.inner.tally(key)
    }
    fn member(&self, number: &IdentityNumber) -> Result<Option<Versioned<Member>>, StoreError> {
        self.inner.member(number)
    }

    fn members(&self) -> Result<Vec<Versioned<Member>>, StoreError> {
        self.inner.members()
    }

    fn set_up(&self) -> Result<Option<Versioned<SetUp>>, StoreError> {
        self.inner.set_up()
    }

    fn message(&self, id: MessageId) -> Result<Option<Versioned<Message>>, StoreError> {
        self.inner.message(id)
    }
    fn waiting(&self) -> Result<Vec<Versioned<Message>>, StoreError> {
        self.inner.waiting()
    }
    fn frames(&self, numbers: Range<u64>) -> Result<Vec<Frame>, StoreError> {
        self.inner.frames(numbers)
    }
}
