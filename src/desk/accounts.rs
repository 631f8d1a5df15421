//! Accounts as a whole: found, and imported all or none. An import never changes an account that is there.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use crate::domain::account::{Account, EnrolledQuestion};
use crate::domain::answer::{self, NormalisedAnswer};
use crate::domain::applicant::{Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use crate::domain::fact::{Entry, Fact};
use crate::domain::hash::{HashError, Hashed, Hasher};
use crate::domain::id::AccountId;
use crate::domain::language::Language;
use crate::domain::question::QuestionId;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::time::{Moment, TrustedTime};
use crate::port::{Change, Clock, Commit, Entropy, Store, Version};

pub use crate::port::{Lookup, StoreError, UniqueField};

use super::{Ports, locked};

/// An account that is not there yet; its answers are not hashed yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Whose it is.
    pub identity: IdentityNumber,
    /// The name on the document.
    pub name: PersonName,
    /// Where codes go.
    pub mobile: Mobile,
    /// Where notices go as well.
    pub email: Option<Email>,
    /// The name to sign in with.
    pub username: Username,
    /// When the identity document expires.
    pub expiry: Option<IdDate>,
    /// The language of messages.
    pub language: Language,
    /// The password, where the file brings its hash.
    pub password: Option<Hashed>,
    /// Questions and answers, in the order they were enrolled.
    pub questions: Vec<(QuestionId, NormalisedAnswer)>,
}

impl Draft {
    /// The values that no other account may have.
    pub fn unique(&self) -> impl Iterator<Item = (UniqueField, Lookup<'_>)> {
        [
            Some((UniqueField::Identity, Lookup::Identity(&self.identity))),
            Some((UniqueField::Mobile, Lookup::Mobile(&self.mobile))),
            self.email
                .as_ref()
                .map(|email| (UniqueField::Email, Lookup::Email(email))),
            Some((UniqueField::Username, Lookup::Username(&self.username))),
        ]
        .into_iter()
        .flatten()
    }
}

/// All accounts of a store. Everything here blocks.
#[derive(Clone)]
pub struct Accounts {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    hasher: Arc<dyn Hasher>,
    /// Who imports; nobody where people are made up.
    by: Option<IdentityNumber>,
}

impl Accounts {
    /// The accounts that a desk with these ports works with.
    pub fn of(ports: &Ports) -> Self {
        Self {
            store: Arc::clone(&ports.store),
            clock: Arc::clone(&ports.clock),
            entropy: Arc::clone(&ports.entropy),
            hasher: Arc::clone(&ports.hasher),
            by: None,
        }
    }

    /// The same accounts for a member of staff, whose number stands by what they import.
    #[must_use]
    pub(super) fn by(mut self, staff: IdentityNumber) -> Self {
        self.by = Some(staff);
        self
    }

    /// The same accounts, hashing each text only once, so that a first start with made-up people is quick: equal
    /// answers then have equal hashes. Accounts of a desk stay as they are.
    #[must_use]
    pub fn of_made_up_people(&self) -> Self {
        let mut accounts = self.clone();
        if self.store.kind().practice().is_some() {
            accounts.hasher = Arc::new(Remembering::new(Arc::clone(&self.hasher)));
        }
        accounts
    }

    /// Whether nothing was ever written to the store.
    pub fn nothing_was_written(&self) -> bool {
        self.store.head().is_none()
    }

    /// The account with one of its values.
    ///
    /// # Errors
    /// The store's.
    pub fn find(&self, lookup: Lookup<'_>) -> Result<Option<Account>, StoreError> {
        let Some(id) = self.store.find(lookup)? else {
            return Ok(None);
        };
        Ok(self.store.account(id)?.map(|account| account.record))
    }

    /// Which values of a draft an account has already.
    ///
    /// # Errors
    /// The store's.
    pub fn taken(&self, draft: &Draft) -> Result<Vec<UniqueField>, StoreError> {
        let mut taken = Vec::new();
        for (field, lookup) in draft.unique() {
            if self.store.find(lookup)?.is_some() {
                taken.push(field);
            }
        }
        Ok(taken)
    }

    /// Makes accounts of drafts: hashes their answers on all cores. `done` is told how many are made.
    ///
    /// # Errors
    /// [`HashError`], where memory for the hashes cannot be had.
    pub fn make(&self, drafts: &[Draft], done: &mut dyn FnMut(usize)) -> Result<Vec<Account>, HashError> {
        let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let next = AtomicUsize::new(0);
        let (sender, made) = mpsc::channel();
        let mut accounts = std::thread::scope(|scope| {
            for _ in 0..workers {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || {
                    while let Some(draft) = drafts.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if sender.send(self.account(draft)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let mut accounts = Vec::with_capacity(drafts.len());
            for account in made {
                match account {
                    Ok(account) => accounts.push(account),
                    Err(error) => {
                        // The others stop at their next draft.
                        next.store(drafts.len(), Ordering::Relaxed);
                        return Err(error);
                    }
                }
                done(accounts.len());
            }
            Ok(accounts)
        })?;
        // In the order of their keys the records load several times faster, and the file's order is told to nobody.
        accounts.sort_by_key(|account| account.id);
        Ok(accounts)
    }

    /// Hashes a password of made-up people.
    ///
    /// # Errors
    /// [`HashError`], where memory for it cannot be had.
    pub fn hash(&self, password: &Secret) -> Result<Hashed, HashError> {
        self.hasher.hash(password)
    }

    fn account(&self, draft: &Draft) -> Result<Account, HashError> {
        let mut id = [0; 16];
        self.entropy.fill(&mut id);
        let questions = draft.questions.iter().map(|(question, answer)| {
            Ok(EnrolledQuestion {
                question: *question,
                normaliser: answer::VERSION,
                answer: self.hasher.hash(answer.text())?,
            })
        });
        Ok(Account {
            id: AccountId::from_bytes(id),
            identity: draft.identity,
            name: draft.name.clone(),
            mobile: draft.mobile,
            email: draft.email.clone(),
            username: draft.username.clone(),
            expiry: draft.expiry,
            language: draft.language,
            password: draft.password.clone(),
            previous_passwords: Vec::new(),
            questions: questions.collect::<Result<_, HashError>>()?,
        })
    }

    /// Writes new accounts in one commit. `file_hash` is the SHA-256 of where they came from, in hexadecimal.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where one of them is there already, and the store's others. Nothing is written then.
    pub fn import(&self, accounts: Vec<Account>, file_hash: String) -> Result<(), StoreError> {
        let count = u64::try_from(accounts.len()).unwrap_or(u64::MAX);
        let moment = moment_now(self.store.as_ref(), self.clock.as_ref());
        let entry = Entry {
            clerk: self.by,
            visit: None,
            fact: Fact::AccountsImported { count, file_hash },
        };
        let changes = accounts.into_iter().map(|account| Change::Account {
            account: Box::new(account),
            version: Version::default(),
        });
        let commit = Commit {
            moment,
            entries: vec![entry],
            changes: changes.collect(),
        };
        self.store.commit(&commit).map(|_| ())
    }
}

/// The trusted time of a store without a desk around it.
pub(super) fn moment_now(store: &dyn Store, clock: &dyn Clock) -> Moment {
    let (mut time, _) = TrustedTime::resume(store.head().map(|head| head.moment), clock.read());
    time.read(clock.read()).0
}

/// A hasher that gives a text the hash that it gave it before. It keeps texts in clear: made-up ones, which are published.
struct Remembering {
    hasher: Arc<dyn Hasher>,
    known: Mutex<HashMap<String, Hashed>>,
}

impl Remembering {
    fn new(hasher: Arc<dyn Hasher>) -> Self {
        Self {
            hasher,
            known: Mutex::default(),
        }
    }
}

impl Hasher for Remembering {
    fn hash(&self, text: &Secret) -> Result<Hashed, HashError> {
        let name = text.expose_secret().to_owned();
        if let Some(hashed) = locked(&self.known).get(&name) {
            return Ok(hashed.clone());
        }
        let hashed = self.hasher.hash(text)?;
        locked(&self.known).insert(name, hashed.clone());
        Ok(hashed)
    }

    fn verify(&self, text: &Secret, hashed: &Hashed) -> bool {
        self.hasher.verify(text, hashed)
    }

    fn dummy(&self) -> &Hashed {
        self.hasher.dummy()
    }

    fn is_outdated(&self, hashed: &Hashed) -> bool {
        self.hasher.is_outdated(hashed)
    }
}
