//! The tour's own world: a store of kind tour with one made-up person, a clock that is moved by hand, a painter that
//! tells what it painted, and the phone on the screen.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::adapter::argon2::Argon2Hasher;
use crate::adapter::captcha::CaptchaPainter;
use crate::adapter::entropy::SystemEntropy;
use crate::adapter::memory::{ManualClock, MemoryCabinet, MemoryGateway, MemoryPrinter, MemoryRegistry};
use crate::adapter::phone::TrainingPhone;
use crate::adapter::receipt::PdfTypesetter;
use crate::adapter::rehearsal::TellingPainter;
use crate::adapter::seal::FolderKeys;
use crate::adapter::store::DurableStore;
use crate::desk::accounts::Accounts;
use crate::desk::{Desk, Gateway, Paper, PhoneScreen, Ports, PrintError, Store as _};
use crate::domain::account::{Account, EnrolledQuestion};
use crate::domain::answer;
use crate::domain::applicant::{Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use crate::domain::captcha::Label;
use crate::domain::hash::Hasher;
use crate::domain::id::AccountId;
use crate::domain::language::Language;
use crate::domain::message::Channel;
use crate::domain::policy::Policy;
use crate::domain::question::QuestionId;
use crate::domain::registry::{Person, Registered, RegisteredMobile, Roll};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::staff::{Role, Staff, Workplace};
use crate::domain::store_kind::StoreKind;
use crate::domain::time::Timestamp;

use super::TourError;
use crate::command::people;

/// The made-up person of the tour.
pub mod person {
    /// Their identity number.
    pub const IDENTITY: &str = "1101798278";
    /// The name on their document.
    pub const NAME: &str = "محمد بن سالم الواحي";
    /// When it expires.
    pub const EXPIRY: &str = "1452-05-01 H";
    /// Their mobile.
    pub const MOBILE: &str = "0501234567";
    /// The same in Arabic-Indic digits.
    pub const MOBILE_IN_ARABIC: &str = "٠٥٠١٢٣٤٥٦٧";
    /// Their user name.
    pub const USERNAME: &str = "mohammed1401";
    /// A user name that somebody else has.
    pub const TAKEN_USERNAME: &str = "Wahat2026";
    /// The user name that the tour takes.
    pub const NEW_USERNAME: &str = "Wahi4718";
    /// The password in force before the tour.
    pub const OLD_PASSWORD: &str = "Nakhla-qadima-88";
    /// The password that the tour chooses.
    pub const NEW_PASSWORD: &str = "maTar-2027-wadi";
    /// Their questions and answers, as enrolled.
    pub const ANSWERS: [(&str, &str); 3] = [
        ("first-teacher", "محمد"),
        ("childhood-neighbourhood", "حي النخيل"),
        ("first-trip-city", "المدينة المنورة"),
    ];
    /// The same answers as somebody else would spell them.
    pub const TYPED: [&str; 3] = ["مُحَمَّد", "حى النخيل", "المدينه المنوره"];
}

/// The world of a tour.
pub struct World {
    ports: Ports,
    clock: Arc<ManualClock>,
    painter: Arc<TellingPainter<CaptchaPainter>>,
    phone: Arc<TrainingPhone>,
    printer: Arc<MemoryPrinter>,
    cabinet: Arc<MemoryCabinet>,
    runtime: Arc<tokio::runtime::Runtime>,
    two_windows: bool,
    /// The outbox at work.
    outbox: Mutex<Option<tokio::task::AbortHandle>>,
}

/// Gateways that do what they are told to.
pub struct Gateways {
    /// Of SMS.
    pub sms: Arc<MemoryGateway>,
    /// Of email.
    pub email: Arc<MemoryGateway>,
}

impl Gateways {
    /// As a desk takes them.
    pub fn row(&self) -> Vec<Arc<dyn Gateway>> {
        vec![self.sms.clone(), self.email.clone()]
    }
}

/// 22 November 2026, 10:42 in Riyadh.
const MORNING: Timestamp = Timestamp::from_millis(1_795_333_320_000);

fn world(error: impl std::fmt::Display) -> TourError {
    TourError::World(error.to_string())
}

/// What the registry holds: the made-up people of training, and the tour's own.
fn roll() -> Result<Roll, TourError> {
    let number = IdentityNumber::parse(person::IDENTITY).map_err(world)?;
    let mut roll = people::roll();
    roll.people.extend(super::roll::people()?);
    roll.people.push(Registered {
        number,
        person: Person {
            name: Some(PersonName::parse(person::NAME).map_err(world)?),
            kind: number.kind(),
            expiry: Some(IdDate::parse(person::EXPIRY).map_err(world)?),
            active: true,
        },
        mobiles: vec![RegisteredMobile {
            mobile: Mobile::parse(person::MOBILE).map_err(world)?,
            active: true,
            operator_approved: true,
        }],
    });
    Ok(roll)
}

impl World {
    /// The same world, in which the applicant has a window of their own.
    #[must_use]
    pub fn with_two_windows(self) -> Self {
        Self {
            two_windows: true,
            ..self
        }
    }

    pub(super) const fn has_two_windows(&self) -> bool {
        self.two_windows
    }

    /// Opens a store in `data`, which must be empty or a tour's; what an earlier tour left there is forgotten.
    ///
    /// # Errors
    /// [`TourError::Store`], [`TourError::World`].
    pub fn open(data: &Path, keys: &FolderKeys) -> Result<Self, TourError> {
        let kind = StoreKind::Tour;
        let open = || DurableStore::open(data, kind, keys, &mut |_| {});
        let left_over = open()?.head().is_some_and(|head| head.number > 1);
        if left_over {
            std::fs::remove_dir_all(data).map_err(world)?;
        }
        let practice = kind.practice().ok_or_else(|| world("a tour has made-up people"))?;
        let store = open()?;
        let vault = store.vault().clone();
        let clock = Arc::new(ManualClock::at(MORNING));
        let hasher = Argon2Hasher::new(vault.clone(), &Policy::of(kind).argon2).map_err(world)?;
        let painter = Arc::new(TellingPainter::new(practice, CaptchaPainter::new().map_err(world)?));
        let phone = TrainingPhone::new(practice, clock.clone());
        let (printer, cabinet) = (Arc::new(MemoryPrinter::default()), Arc::new(MemoryCabinet::default()));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(world)?;
        let ports = Ports {
            store: Arc::new(store),
            keys: Arc::new(vault),
            hasher: Arc::new(hasher),
            clock: clock.clone(),
            entropy: Arc::new(SystemEntropy),
            painter: painter.clone(),
            wording: Arc::new(crate::i18n::wording::Words),
            paper: Paper {
                typesetter: Arc::new(PdfTypesetter),
                printer: printer.clone(),
                cabinet: cabinet.clone(),
            },
            registry: Arc::new(MemoryRegistry::of(roll()?, practice)),
            gateways: phone.gateways(),
            phone: Some(phone.clone()),
        };
        Ok(Self {
            ports,
            clock,
            painter,
            phone,
            printer,
            cabinet,
            runtime: Arc::new(runtime),
            two_windows: false,
            outbox: Mutex::default(),
        })
    }

    /// The runtime of the world's tasks.
    pub fn runtime(&self) -> Arc<tokio::runtime::Runtime> {
        Arc::clone(&self.runtime)
    }

    /// A desk with the made-up person's account as it was before anybody came, and its outbox at work.
    ///
    /// # Errors
    /// [`TourError::World`].
    pub fn desk(&self, language: Language) -> Result<Desk, TourError> {
        let desk = self.bare_desk(language, true)?;
        self.put_to_work(Some(self.runtime.spawn(desk.clone().run_outbox()).abort_handle()));
        Ok(desk)
    }

    /// In the place of the outbox that was at work.
    fn put_to_work(&self, outbox: Option<tokio::task::AbortHandle>) {
        let before = std::mem::replace(&mut *self.outbox.lock().unwrap_or_else(PoisonError::into_inner), outbox);
        before.iter().for_each(tokio::task::AbortHandle::abort);
    }

    /// Gateways for [`desk_over`](Self::desk_over).
    ///
    /// # Errors
    /// [`TourError::World`].
    pub fn gateways(&self) -> Result<Gateways, TourError> {
        let practice = StoreKind::Tour
            .practice()
            .ok_or_else(|| world("a tour has made-up people"))?;
        let gateway = |channel| Arc::new(MemoryGateway::new(channel, practice));
        Ok(Gateways {
            sms: gateway(Channel::Sms),
            email: gateway(Channel::Email),
        })
    }

    /// A desk over these gateways, without the phone on the screen and with no outbox at work.
    ///
    /// # Errors
    /// [`TourError::World`].
    pub fn desk_over(&self, language: Language, gateways: Vec<Arc<dyn Gateway>>) -> Result<Desk, TourError> {
        self.put_to_work(None);
        let texts = crate::i18n::Texts::of(language);
        let ports = Ports {
            gateways,
            phone: None,
            ..self.ports.clone()
        };
        Self::desk_of(language, ports, ("1000000008", texts.tour_clerk(), Role::Clerk))
    }

    /// A desk; with or without gateways.
    ///
    /// # Errors
    /// [`TourError::World`].
    pub fn bare_desk(&self, language: Language, gateways: bool) -> Result<Desk, TourError> {
        let texts = crate::i18n::Texts::of(language);
        let mut ports = self.ports.clone();
        if !gateways {
            ports.gateways.clear();
        }
        Self::desk_of(language, ports, ("1000000008", texts.tour_clerk(), Role::Clerk))
    }

    /// The same desk with a supervisor at it.
    ///
    /// # Errors
    /// [`TourError::World`].
    pub fn supervisors_desk(&self, language: Language) -> Result<Desk, TourError> {
        let texts = crate::i18n::Texts::of(language);
        Self::desk_of(
            language,
            self.ports.clone(),
            ("1000000016", texts.tour_supervisor(), Role::Supervisor),
        )
    }

    /// A desk at which nobody sits: before its first start, and after.
    ///
    /// # Errors
    /// [`TourError::World`].
    pub fn unattended_desk(&self) -> Result<Desk, TourError> {
        let nothing = Workplace {
            centre: String::new(),
            desk: String::new(),
        };
        Desk::open_unattended(self.ports.clone(), Policy::of(StoreKind::Tour), nothing).map_err(world)
    }

    fn desk_of(
        language: Language,
        ports: Ports,
        (identity, name, role): (&str, String, Role),
    ) -> Result<Desk, TourError> {
        let texts = crate::i18n::Texts::of(language);
        let workplace = Workplace {
            centre: texts.tour_centre(),
            desk: texts.tour_desk(),
        };
        let clerk = Staff {
            identity: IdentityNumber::parse(identity).map_err(world)?,
            name: PersonName::parse(&name).map_err(world)?,
            role,
        };
        let desk = Desk::open(ports, Policy::of(StoreKind::Tour), workplace, clerk).map_err(world)?;
        Ok(desk)
    }

    /// Puts the made-up person's account into the store, as it was before anybody came.
    ///
    /// # Errors
    /// [`TourError::World`].
    pub fn enrol(&self) -> Result<(), TourError> {
        let account = self.account()?;
        let mut id = [0; 16];
        self.ports.entropy.fill(&mut id);
        let somebody_else = Account {
            id: AccountId::from_bytes(id),
            identity: IdentityNumber::parse("1000000024").map_err(world)?,
            mobile: Mobile::parse("0558888888").map_err(world)?,
            email: None,
            username: Username::parse(person::TAKEN_USERNAME).map_err(world)?,
            ..account.clone()
        };
        Accounts::of(&self.ports)
            .import(vec![account, somebody_else], String::new())
            .map_err(world)
    }

    fn account(&self) -> Result<Account, TourError> {
        let hasher: &dyn Hasher = self.ports.hasher.as_ref();
        let hashed = |text: &Secret| hasher.hash(text).map_err(world);
        let mut questions = Vec::new();
        for (question, answer) in person::ANSWERS {
            let normalised = answer::normalise(answer, 2).map_err(world)?;
            questions.push(EnrolledQuestion {
                question: QuestionId::parse(question).map_err(world)?,
                normaliser: answer::VERSION,
                answer: hashed(normalised.text())?,
            });
        }
        let mut id = [0; 16];
        self.ports.entropy.fill(&mut id);
        Ok(Account {
            id: AccountId::from_bytes(id),
            identity: IdentityNumber::parse(person::IDENTITY).map_err(world)?,
            name: PersonName::parse(person::NAME).map_err(world)?,
            mobile: Mobile::parse(person::MOBILE).map_err(world)?,
            email: Some(Email::parse("mohammed@example.sa").map_err(world)?),
            username: Username::parse(person::USERNAME).map_err(world)?,
            expiry: Some(IdDate::parse(person::EXPIRY).map_err(world)?),
            language: Language::ARABIC,
            password: Some(hashed(&person::OLD_PASSWORD.into())?),
            previous_passwords: Vec::new(),
            questions,
        })
    }

    /// The printer does not take what it is asked to print next.
    pub fn printer_fails(&self) {
        self.printer.fail_next(PrintError::NoSpooler);
    }

    /// Where files are put away.
    pub fn cabinet(&self) -> &MemoryCabinet {
        &self.cabinet
    }

    /// Lets time pass.
    pub fn pass(&self, span: Duration) {
        self.clock.pass(span);
    }

    /// What the image shows that was painted last.
    pub fn label(&self) -> Option<Label> {
        self.painter.told()
    }

    /// The digits of the newest message with a code on the phone.
    pub fn code(&self) -> Option<Secret> {
        let messages = self.phone.messages();
        messages
            .iter()
            .rev()
            .find_map(|message| code_in(message.text.expose_secret()))
    }

    /// The digits of the newest code that was sent this way.
    pub fn code_to(&self, channel: Channel) -> Option<Secret> {
        let messages = self.phone.messages();
        let mut sent = messages.iter().rev().filter(|message| message.to.channel() == channel);
        sent.find_map(|message| code_in(message.text.expose_secret()))
    }

    /// How many messages the phone has shown, of this visitor and of those before.
    pub fn messages(&self) -> u64 {
        self.phone.arrived()
    }
}

/// Six digits in a row.
fn code_in(text: &str) -> Option<Secret> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.find(|run| run.len() == 6).map(Secret::from)
}
