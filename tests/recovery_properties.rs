//! No order of events changes a password or a user name without all proofs of one visit and account. `recovery_counters.rs` has the
//! properties of counters, pauses and codes.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/trying.rs"]
mod trying;

use std::future::Future;
use std::sync::LazyLock;

use counter::{Counter, MINUTE, NEW_PASSWORD, SECOND, answers, identity, mobile, wrong_answers};
use istiada::desk::{ClerkStep, DeskError, Request, SamePerson};
use istiada::domain::applicant::{Mobile, Username};
use istiada::domain::code::TypedCode;
use istiada::domain::fact::{Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::presence::AttestationReason;
use istiada::domain::recovery::DocumentSeen;
use istiada::domain::secret::Secret;
use istiada::domain::time::Timestamp;
use istiada::port::Clock;
use proptest::prelude::*;
use trying::patient;

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| tokio::runtime::Runtime::new().unwrap());

fn run<T>(work: impl Future<Output = T>) -> T {
    RUNTIME.block_on(work)
}

/// What can happen at a counter that serves two people in two visits.
#[derive(Clone, Debug)]
enum Event {
    /// Whatever leads on from where the visit stands, for this person.
    Next(u32),
    Captcha(bool),
    Attest,
    Document(u32),
    Identity(u32, u32),
    Answers(Option<u32>),
    /// The newest code of a visit (by slot), or one before it.
    Code(usize, bool),
    WrongCode,
    Resend,
    Password,
    CheckName,
    TakeName,
    ShowName,
    Back,
    End,
    Pass(u32),
    /// The program ends and is started again; its visits are resumed, or not.
    Restart(bool),
    Wall(i64),
    Reboot,
    NewMobile(u32),
}

fn event() -> impl Strategy<Value = Event> {
    let person = 1..=2_u32;
    prop_oneof![
        40 => person.clone().prop_map(Event::Next),
        2 => any::<bool>().prop_map(Event::Captcha),
        1 => Just(Event::Attest),
        1 => person.clone().prop_map(Event::Document),
        3 => (1..=3_u32, 1..=3_u32).prop_map(|(one, other)| Event::Identity(one, other)),
        4 => proptest::option::of(1..=3_u32).prop_map(Event::Answers),
        4 => (0..2_usize, any::<bool>()).prop_map(|(slot, old)| Event::Code(slot, old)),
        1 => Just(Event::WrongCode),
        2 => Just(Event::Resend),
        4 => Just(Event::Password),
        1 => Just(Event::CheckName),
        3 => Just(Event::TakeName),
        1 => Just(Event::ShowName),
        1 => Just(Event::Back),
        1 => Just(Event::End),
        4 => (1..400_u32).prop_map(Event::Pass),
        2 => any::<bool>().prop_map(Event::Restart),
        1 => (-200_000..200_000_i64).prop_map(Event::Wall),
        1 => Just(Event::Reboot),
        1 => person.prop_map(Event::NewMobile),
    ]
}

/// What a visit has truly been given, whatever the program said to it.
#[derive(Clone, Debug, Default)]
struct Truth {
    visit: Option<VisitId>,
    human: bool,
    claimed: Vec<(u32, Mobile)>,
    answered: Vec<u32>,
    /// When the newest code of this visit was typed.
    typed: Vec<Timestamp>,
}

impl Truth {
    /// Whether all proofs are there for the account of `person`, which has this mobile now.
    fn proves(&self, person: u32, mobile: &Mobile, now: Timestamp) -> bool {
        self.human
            && self.claimed.contains(&(person, *mobile))
            && self.answered.contains(&person)
            && self.typed.iter().any(|at| now.since(*at) < 5 * MINUTE)
    }
}

struct World {
    counter: Counter,
    slots: [Truth; 2],
    /// How many passwords and user names were chosen; each is a new one.
    chosen: u32,
    /// How many visits were opened; every other one is about a user name.
    opened: u32,
}

impl World {
    /// Does what happens. The truth is written down before the program hears of it.
    async fn happen(&mut self, slot: usize, event: Event) {
        match event {
            Event::Pass(seconds) => self.counter.clock.pass(seconds * SECOND),
            Event::Wall(seconds) => {
                let wall = self.counter.clock.read().wall.as_millis() + seconds * 1000;
                self.counter.clock.set_wall(Timestamp::from_millis(wall));
            }
            Event::Restart(resumed) => {
                self.counter.restart();
                for visit in self.slots.iter().filter_map(|slot| slot.visit).filter(|_| resumed) {
                    let _ = self.counter.desk.resume(visit, SamePerson).await;
                }
            }
            Event::Reboot => {
                self.counter.clock.reboot();
                self.counter.restart();
            }
            Event::NewMobile(person) => {
                let mut account = self.counter.account(person);
                let other = if account.mobile == mobile(person) {
                    mobile(50 + person)
                } else {
                    mobile(person)
                };
                account.mobile = other;
                self.counter.put(account);
            }
            event => self.visit(slot, event).await,
        }
    }

    async fn visit(&mut self, slot: usize, event: Event) {
        let Some(visit) = self.slots[slot].visit else {
            let flow = match self.opened % 2 {
                0 => Flow::ForgottenPassword,
                _ => Flow::ForgottenUsername,
            };
            if let Ok(visit) = self.counter.open_in(flow).await {
                self.opened += 1;
                self.slots[slot] = Truth {
                    visit: Some(visit),
                    ..Truth::default()
                };
            }
            return;
        };
        let Some(request) = self.request(slot, visit, event).await else {
            let _ = self.counter.desk.next_visitor(visit).await;
            self.slots[slot] = Truth::default();
            return;
        };
        if let Err(error) = self.counter.desk.request(visit, request).await {
            // Restarted in the middle, and not resumed: the visit is gone.
            if matches!(error, DeskError::NoVisit) {
                self.slots[slot] = Truth::default();
            }
        }
    }

    /// The request that an event stands for; none ends the visit.
    async fn request(&mut self, slot: usize, visit: VisitId, event: Event) -> Option<Request> {
        let event = match event {
            Event::Next(person) => self.lead_on(slot, visit, person).await?,
            event => event,
        };
        let now = self.counter.desk.now();
        let codes = |slot: usize| {
            let visit = self.slots[slot].visit;
            visit.map_or(Vec::new(), |visit| self.counter.all_codes(visit))
        };
        Some(match event {
            Event::Document(person) => {
                let number = identity(person);
                Request::DocumentSeen(DocumentSeen::parse(number.kind(), number.last_four()).unwrap())
            }
            Event::Captcha(right) => {
                let label = self.counter.painter.label();
                self.slots[slot].human |= right;
                Request::Captcha(Secret::from(if right { label.characters() } else { "wrong" }))
            }
            Event::Attest => {
                self.slots[slot].human = true;
                Request::Attested(AttestationReason::Unreadable)
            }
            Event::Identity(number, of) => {
                let claim = counter::claim(number, of);
                self.slots[slot].claimed.push((number, claim.mobile));
                Request::Identity(claim)
            }
            Event::Answers(Some(of)) => {
                self.slots[slot].answered.push(of);
                Request::Answers(answers(of))
            }
            Event::Answers(None) => Request::Answers(wrong_answers()),
            Event::Code(of, old) => {
                let all = codes(of);
                let text = if old { all.first() } else { all.last() }
                    .cloned()
                    .unwrap_or("123456".to_owned());
                if codes(slot).last() == Some(&text) {
                    self.slots[slot].typed.push(now);
                }
                Request::Code(TypedCode::parse(&text, 6).unwrap())
            }
            Event::WrongCode => Request::Code(TypedCode::parse("000000", 6).unwrap()),
            Event::Resend => Request::Resend,
            Event::Password => {
                self.chosen += 1;
                let password = Secret::from(format!("{NEW_PASSWORD}-{}", self.chosen));
                Request::Password {
                    repeat: password.clone(),
                    password,
                }
            }
            Event::CheckName => Request::CheckUsername(self.new_name()),
            Event::TakeName => Request::TakeUsername(self.new_name()),
            Event::ShowName => Request::ShowUsername,
            Event::Back => Request::Back,
            _ => return None,
        })
    }

    fn new_name(&mut self) -> Username {
        self.chosen += 1;
        Username::parse(&format!("chosen{:06}", self.chosen)).unwrap()
    }

    async fn lead_on(&self, slot: usize, visit: VisitId, person: u32) -> Option<Event> {
        let person = self.slots[slot].claimed.last().map_or(person, |(claimed, _)| *claimed);
        let step = self
            .counter
            .desk
            .request(visit, Request::Tick)
            .await
            .ok()?
            .views
            .clerk
            .step;
        Some(match step {
            ClerkStep::Document => Event::Document(person),
            ClerkStep::Captcha(_) if person == 2 => Event::Attest,
            ClerkStep::Captcha(_) => Event::Captcha(true),
            ClerkStep::Identity => Event::Identity(person, person),
            ClerkStep::Questions { .. } => Event::Answers(Some(person)),
            ClerkStep::Code(_) => Event::Code(slot, false),
            ClerkStep::Password => Event::Password,
            ClerkStep::UsernameChoice if self.opened.is_multiple_of(4) => Event::ShowName,
            ClerkStep::UsernameChoice => Event::TakeName,
            ClerkStep::Done { .. } | ClerkStep::Ended { .. } => return None,
            // `supervised_properties.rs` has these.
            ClerkStep::Approval { .. } | ClerkStep::Second => return None,
            ClerkStep::Conditions { .. } | ClerkStep::PersonalData { .. } | ClerkStep::Registering(_) => return None,
        })
    }
}

/// How many passwords and user names the ledger says were changed, and user names shown. Each has its proofs before it,
/// in order, in the same visit, for the same account.
fn changes_are_proven(counter: &Counter) -> [usize; 3] {
    let frames = counter.frames();
    let entries: Vec<_> = frames
        .iter()
        .flat_map(|frame| frame.commit.entries.iter().map(|entry| (frame.commit.moment.at, entry)))
        .collect();
    let mut changes = [0; 3];
    for (place, (changed_at, changed)) in entries.iter().enumerate() {
        let (kind, account) = match &changed.fact {
            Fact::PasswordChanged { account } => (0, account),
            Fact::UsernameChanged { account } => (1, account),
            Fact::UsernameShown { account } => (2, account),
            _ => continue,
        };
        changes[kind] += 1;
        let before: Vec<_> = entries[..place]
            .iter()
            .filter(|(_, entry)| entry.visit == changed.visit)
            .collect();
        let found = |wanted: &dyn Fn(&Fact) -> bool| before.iter().rposition(|(_, entry)| wanted(&entry.fact)).unwrap();
        let human = found(&|fact| matches!(fact, Fact::CaptchaPassed | Fact::CaptchaAttested { .. }));
        let given = found(&|fact| matches!(fact, Fact::IdentityGiven { .. }));
        let answered = found(&|fact| *fact == Fact::AnswersMatched { account: *account });
        let typed = found(&|fact| *fact == Fact::CodeMatched { account: *account });
        assert!(human < given && given < answered && answered < typed);
        assert!(changed_at.since(before[typed].0) < 5 * MINUTE);
    }
    changes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_order_of_events_changes_a_password_or_a_user_name_without_all_proofs_of_one_visit_and_account(
        events in proptest::collection::vec((0..2_usize, event()), 20..160),
    ) {
        run(async {
            let counter = Counter::under(patient(), &[1, 2]);
            let mut world = World { counter, slots: Default::default(), chosen: 0, opened: 0 };
            let mut last = world.counter.desk.now();
            for (slot, event) in events {
                let before = [1, 2].map(|person| world.counter.account(person));
                world.happen(slot, event.clone()).await;
                let now = world.counter.desk.now();
                // Of what passed since the last frame nothing is known after the machine itself was started anew.
                let floor = if matches!(event, Event::Reboot) { world.counter.recorded() } else { last };
                assert!(now >= floor, "time never goes back");
                last = now;
                for (person, before) in [1, 2].into_iter().zip(before) {
                    let after = world.counter.account(person);
                    if after.password == before.password && after.username == before.username {
                        continue;
                    }
                    let proven = world.slots[slot].proves(person, &before.mobile, now);
                    assert!(proven, "{event:?} changed the account of {person}: {:?}", world.slots[slot]);
                }
            }
            changes_are_proven(&world.counter);
        });
    }
}

/// The events of the test above do reach their end: else it would show nothing.
#[test]
fn such_events_do_change_passwords_and_user_names() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let many = proptest::collection::vec((0..2_usize, event()), 160);
    let changes = (0..24)
        .map(|_| {
            let events = many.new_tree(&mut runner).unwrap().current();
            run(async {
                let counter = Counter::under(patient(), &[1, 2]);
                let mut world = World {
                    counter,
                    slots: Default::default(),
                    chosen: 0,
                    opened: 0,
                };
                for (slot, event) in events {
                    world.happen(slot, event).await;
                }
                changes_are_proven(&world.counter)
            })
        })
        .fold([0; 3], |sum, one| std::array::from_fn(|kind| sum[kind] + one[kind]));
    assert!(
        changes.iter().zip([10, 6, 2]).all(|(found, wanted)| *found >= wanted),
        "only {changes:?}"
    );
}
