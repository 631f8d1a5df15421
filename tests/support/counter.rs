//! A counter for tests: a whole desk over the in-memory store, with a person who knows everything and can be asked to
//! forget some of it. The hasher, painter and wording are quick stand-ins; the rest is the program's own.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "doubles.rs"]
mod doubles;

use std::sync::Arc;
use std::time::Duration;

use istiada::adapter::memory::{
    ManualClock, MemoryCabinet, MemoryGateway, MemoryPrinter, MemoryRegistry, MemoryStore, SeededEntropy,
};
use istiada::adapter::receipt::PdfTypesetter;
use istiada::adapter::seal::{DataKey, KeyId, Vault};
use istiada::desk::{Desk, DeskError, Paper, Ports, Reply, Request};
use istiada::domain::account::{Account, EnrolledQuestion};
use istiada::domain::answer;
use istiada::domain::applicant::{Email, IdentityNumber, Mobile, PersonName, Username};
use istiada::domain::code::TypedCode;
use istiada::domain::fact::{Entry, Fact, Flow};
use istiada::domain::hash::Hasher;
use istiada::domain::id::{AccountId, VisitId};
use istiada::domain::language::Language;
use istiada::domain::message::{Channel, MessageKind};
use istiada::domain::policy::Policy;
use istiada::domain::question::Catalogue;
use istiada::domain::recovery::DocumentSeen;
use istiada::domain::recovery::identity::{Claim, Identifier};
use istiada::domain::secret::{ExposeSecret, Secret};
use istiada::domain::staff::{Role, Staff, Workplace};
use istiada::domain::store_kind::{Practice, StoreKind};
use istiada::domain::time::{Moment, Timestamp};
use istiada::port::{Change, Clock, Codes, Commit, Frame, Lookup, Outgoing, Store, Version};

pub use doubles::{BareWording, Faulty, OpenPainter, PlainHasher};

pub const START: Timestamp = Timestamp::from_millis(1_795_000_000_000);
pub const SECOND: Duration = Duration::from_secs(1);
pub const MINUTE: Duration = Duration::from_secs(60);
pub const HOUR: Duration = Duration::from_secs(3600);
pub const DAY: Duration = Duration::from_secs(86_400);

pub const OLD_PASSWORD: &str = "Sidr-Honey-Old1";
pub const NEW_USERNAME: &str = "Newname2027";
pub const NEW_PASSWORD: &str = "Tamar-wa-Laban7";

/// The clerk of the counter.
pub const CLERK: u32 = 99_999_999;

/// Leave that every store but a desk's gives.
pub fn practice() -> Practice {
    StoreKind::Drill.practice().unwrap()
}

/// The identity number of a made-up citizen.
pub fn identity(number: u32) -> IdentityNumber {
    (0..10)
        .find_map(|check| IdentityNumber::parse(&format!("1{number:08}{check}")).ok())
        .unwrap()
}

/// The mobile of the same person.
pub fn mobile(number: u32) -> Mobile {
    Mobile::parse(&format!("05{:08}", 50_000_000 + number)).unwrap()
}

/// The user name of the same person.
pub fn username(number: u32) -> Username {
    Username::parse(&format!("NouraM{number:06}")).unwrap()
}

/// What the same person answers.
pub fn answers(number: u32) -> Vec<Secret> {
    (0..3)
        .map(|place| Secret::from(format!("answer {place} of {number}")))
        .collect()
}

/// As many answers that nobody enrolled.
pub fn wrong_answers() -> Vec<Secret> {
    (0..3).map(|place| Secret::from(format!("nonsense {place}"))).collect()
}

/// The account of the same person, hashed by `hasher`.
pub fn account(number: u32, hasher: &dyn Hasher) -> Account {
    let mut id = [7; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    let questions = Catalogue::all()
        .skip(usize::try_from(number % 5).unwrap())
        .zip(answers(number))
        .map(|(question, text)| EnrolledQuestion {
            question,
            normaliser: answer::VERSION,
            answer: hasher
                .hash(answer::normalise(text.expose_secret(), 2).unwrap().text())
                .unwrap(),
        })
        .collect();
    Account {
        id: AccountId::from_bytes(id),
        identity: identity(number),
        name: PersonName::parse("نورة المطيري").unwrap(),
        mobile: mobile(number),
        email: Some(Email::parse(&format!("noura.{number}@example.org")).unwrap()),
        username: username(number),
        expiry: None,
        language: Language::ARABIC,
        password: Some(hasher.hash(&Secret::from(OLD_PASSWORD)).unwrap()),
        previous_passwords: Vec::new(),
        questions,
    }
}

/// What a counter stands on.
pub struct Ground {
    pub store: Arc<dyn Store>,
    pub keys: Arc<Vault>,
    pub clock: Arc<ManualClock>,
    /// Of everything random.
    pub seed: u64,
}

impl Default for Ground {
    fn default() -> Self {
        Self {
            store: Arc::new(MemoryStore::new(StoreKind::Drill)),
            keys: Arc::new(vault()),
            clock: Arc::new(ManualClock::at(START)),
            seed: 7,
        }
    }
}

/// A whole counter.
pub struct Counter {
    pub desk: Desk,
    pub policy: Policy,
    /// What truly holds everything: none of its commits is made to fail.
    pub memory: Arc<Faulty>,
    pub store: Arc<Faulty>,
    pub clock: Arc<ManualClock>,
    pub hasher: Arc<dyn Hasher>,
    pub painter: Arc<OpenPainter>,
    pub sms: Arc<MemoryGateway>,
    pub email: Arc<MemoryGateway>,
    pub keys: Arc<Vault>,
    pub registry: Arc<MemoryRegistry>,
    pub printer: Arc<MemoryPrinter>,
    pub cabinet: Arc<MemoryCabinet>,
    ports: Ports,
}

impl Counter {
    /// A counter with the accounts of the people with these numbers.
    pub fn with(people: &[u32]) -> Self {
        Self::of(people, Policy::of(StoreKind::Drill), |hasher| hasher)
    }

    /// The same with other numbers.
    pub fn under(policy: Policy, people: &[u32]) -> Self {
        Self::of(people, policy, |hasher| hasher)
    }

    /// The same with another hasher.
    pub fn of(people: &[u32], policy: Policy, hasher: impl FnOnce(Arc<dyn Hasher>) -> Arc<dyn Hasher>) -> Self {
        Self::over(Ground::default(), people, policy, hasher)
    }

    /// The same on other ground.
    pub fn over(
        ground: Ground,
        people: &[u32],
        policy: Policy,
        hasher: impl FnOnce(Arc<dyn Hasher>) -> Arc<dyn Hasher>,
    ) -> Self {
        let Ground {
            store,
            keys,
            clock,
            seed,
        } = ground;
        let memory = Arc::new(Faulty::over(store));
        let store = Arc::new(Faulty::over(memory.clone()));
        let hasher = hasher(Arc::new(PlainHasher::default()));
        let painter = Arc::new(OpenPainter::default());
        let sms = Arc::new(MemoryGateway::new(Channel::Sms, practice()));
        let email = Arc::new(MemoryGateway::new(Channel::Email, practice()));
        let registry = Arc::new(MemoryRegistry::of_nothing(practice()));
        let (printer, cabinet) = (Arc::<MemoryPrinter>::default(), Arc::<MemoryCabinet>::default());
        let ports = Ports {
            store: store.clone(),
            keys: keys.clone(),
            hasher: hasher.clone(),
            clock: clock.clone(),
            entropy: Arc::new(SeededEntropy::new(seed, practice())),
            painter: painter.clone(),
            wording: Arc::new(BareWording),
            paper: Paper {
                typesetter: Arc::new(PdfTypesetter),
                printer: printer.clone(),
                cabinet: cabinet.clone(),
            },
            registry: registry.clone(),
            gateways: vec![sms.clone(), email.clone()],
            phone: None,
        };
        let counter = Self {
            desk: open(ports.clone(), policy.clone()),
            policy,
            memory,
            store,
            clock,
            hasher,
            painter,
            sms,
            email,
            keys,
            registry,
            printer,
            cabinet,
            ports,
        };
        for number in people {
            counter.put(account(*number, counter.hasher.as_ref()));
        }
        counter
    }

    /// Writes an account, new or changed.
    pub fn put(&self, account: Account) {
        let read = self.memory.account(account.id).unwrap();
        let version = read.map_or(Version::default(), |read| read.version);
        let change = Change::Account {
            account: Box::new(account),
            version,
        };
        self.memory
            .commit(&Commit {
                moment: self.moment(),
                entries: Vec::new(),
                changes: vec![change],
            })
            .unwrap();
    }

    /// The account of a person, as the store has it now.
    pub fn account(&self, number: u32) -> Account {
        let id = self.memory.find(Lookup::Identity(&identity(number))).unwrap().unwrap();
        self.memory.account(id).unwrap().unwrap().record
    }

    /// Whether `password` is that of a person now.
    pub fn opens(&self, number: u32, password: &str) -> bool {
        let hashed = self.account(number).password.unwrap();
        self.hasher.verify(&Secret::from(password), &hashed)
    }

    fn moment(&self) -> Moment {
        let reading = self.clock.read();
        Moment {
            at: self.desk.now(),
            reading,
        }
    }

    /// The program ends and is started again.
    pub fn restart(&mut self) {
        self.desk = open(self.ports.clone(), self.policy.clone());
    }

    /// The same, and another clerk is there.
    pub fn restart_as(&mut self, clerk: u32) {
        self.desk = open_for(identity(clerk), "3", self.ports.clone(), self.policy.clone());
    }

    /// The program ends and is started again, and nobody is signed in.
    pub fn restart_unattended(&mut self) {
        let workplace = Workplace {
            centre: "?".to_owned(),
            desk: "?".to_owned(),
        };
        self.desk = Desk::open_unattended(self.ports.clone(), self.policy.clone(), workplace).unwrap();
    }

    /// The same with these gateways.
    pub fn restart_with(&mut self, gateways: Vec<Arc<dyn istiada::port::Gateway>>) {
        self.ports.gateways = gateways;
        self.restart();
    }

    /// Another program over the same store, at the same moment.
    pub fn second(&self) -> Desk {
        open(self.ports.clone(), self.policy.clone())
    }

    /// Another desk over the same store.
    pub fn other_desk(&self) -> Desk {
        open_at("4", self.ports.clone(), self.policy.clone())
    }

    /// Every frame of the ledger.
    pub fn frames(&self) -> Vec<Frame> {
        self.memory.frames(0..u64::MAX).unwrap()
    }

    /// When the last frame was written.
    pub fn recorded(&self) -> Timestamp {
        self.frames().last().unwrap().commit.moment.at
    }

    /// Every fact of the ledger.
    pub fn facts(&self) -> Vec<Fact> {
        self.entries().into_iter().map(|entry| entry.fact).collect()
    }

    /// Every entry of the ledger.
    pub fn entries(&self) -> Vec<Entry> {
        self.frames()
            .into_iter()
            .flat_map(|frame| frame.commit.entries)
            .collect()
    }

    // What people do.

    pub async fn open(&self) -> Result<VisitId, DeskError> {
        self.open_in(Flow::ForgottenPassword).await
    }

    pub async fn open_in(&self, flow: Flow) -> Result<VisitId, DeskError> {
        let reply = self.desk.open_visit(flow, Language::ARABIC).await?;
        Ok(reply.views.clerk.visit)
    }

    pub async fn ask(&self, visit: VisitId, request: Request) -> Reply {
        self.desk.request(visit, request).await.unwrap()
    }

    pub async fn document(&self, visit: VisitId, number: u32) -> Reply {
        let number = identity(number);
        let seen = DocumentSeen::parse(number.kind(), number.last_four()).unwrap();
        self.ask(visit, Request::DocumentSeen(seen)).await
    }

    /// Types what the image shows that was painted last.
    pub async fn captcha(&self, visit: VisitId) -> Reply {
        let label = self.painter.label();
        self.ask(visit, Request::Captcha(Secret::from(label.characters())))
            .await
    }

    pub async fn identity(&self, visit: VisitId, number: u32, of: u32) -> Reply {
        self.ask(visit, Request::Identity(claim(number, of))).await
    }

    /// Opens a visit and brings it to the questions of a person who gives the mobile of `of`.
    pub async fn questions(&self, number: u32, of: u32) -> (VisitId, Reply) {
        let visit = self.open().await.unwrap();
        self.document(visit, number).await;
        self.captcha(visit).await;
        (visit, self.identity(visit, number, of).await)
    }

    /// The same up to the code.
    pub async fn code(&self, number: u32) -> VisitId {
        let (visit, _) = self.questions(number, number).await;
        self.ask(visit, Request::Answers(answers(number))).await;
        visit
    }

    /// The same up to the password.
    pub async fn password(&self, number: u32) -> VisitId {
        let visit = self.code(number).await;
        let code = self.sent_code(visit);
        self.ask(visit, Request::Code(code)).await;
        visit
    }

    /// Opens the short way of a forgotten user name and brings it to the questions.
    pub async fn username_questions(&self, number: u32, of: u32) -> (VisitId, Reply) {
        let visit = self.open_in(Flow::ForgottenUsername).await.unwrap();
        self.document(visit, number).await;
        self.captcha(visit).await;
        (visit, self.identity(visit, number, of).await)
    }

    /// The same up to the choice.
    pub async fn username_choice(&self, number: u32) -> VisitId {
        let (visit, _) = self.username_questions(number, number).await;
        self.ask(visit, Request::Answers(answers(number))).await;
        self.ask(visit, Request::Code(self.sent_code(visit))).await;
        visit
    }

    pub async fn choose(&self, visit: VisitId, password: &str) -> Reply {
        let request = Request::Password {
            password: Secret::from(password),
            repeat: Secret::from(password),
        };
        self.ask(visit, request).await
    }

    pub async fn sign_in(&self, number: u32, password: &str) -> bool {
        self.desk
            .try_sign_in(username(number), Secret::from(password))
            .await
            .unwrap()
    }

    /// The code that a visit asked for last, as the SMS would carry it.
    pub fn sent_code(&self, visit: VisitId) -> TypedCode {
        let text = self.all_codes(visit).pop().unwrap();
        TypedCode::parse(&text, 6).unwrap()
    }

    /// Another one than that.
    pub fn wrong_code(&self, visit: VisitId) -> TypedCode {
        let right = self.all_codes(visit).pop().unwrap();
        let wrong = if right == "000000" { "111111" } else { "000000" };
        TypedCode::parse(wrong, 6).unwrap()
    }

    /// All codes that a visit asked for, the newest last.
    pub fn all_codes(&self, visit: VisitId) -> Vec<String> {
        let changes = self.frames().into_iter().flat_map(|frame| frame.commit.changes);
        let requests = changes.filter_map(|change| match change {
            Change::Message {
                message,
                version: Version(0),
            } => match message.kind {
                MessageKind::Code { code, .. } if code.visit == visit => Some(code),
                _ => None,
            },
            _ => None,
        });
        requests
            .map(|request| self.keys.code(&request).secret().expose_secret().to_owned())
            .collect()
    }
}

/// The identity of one person with the mobile of another.
pub fn claim(number: u32, of: u32) -> Claim {
    Claim {
        identifier: Identifier::Number(identity(number)),
        mobile: mobile(of),
    }
}

/// The keys of a made-up store.
pub fn vault() -> Vault {
    Vault::new(&DataKey::new(KeyId::from_bytes([1; 8]), StoreKind::Drill, [5; 32]))
}

/// The texts that a gateway was handed.
pub fn texts(taken: &[Outgoing]) -> Vec<String> {
    taken
        .iter()
        .map(|message| message.text.expose_secret().to_owned())
        .collect()
}

fn open(ports: Ports, policy: Policy) -> Desk {
    open_at("3", ports, policy)
}

fn open_at(desk: &str, ports: Ports, policy: Policy) -> Desk {
    open_for(identity(CLERK), desk, ports, policy)
}

fn open_for(clerk: IdentityNumber, desk: &str, ports: Ports, policy: Policy) -> Desk {
    let workplace = Workplace {
        centre: "Olaya".to_owned(),
        desk: desk.to_owned(),
    };
    let clerk = Staff {
        identity: clerk,
        name: PersonName::parse("سالم الدوسري").unwrap(),
        role: Role::Clerk,
    };
    Desk::open(ports, policy, workplace, clerk).unwrap()
}
